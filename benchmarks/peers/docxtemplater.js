// node docxtemplater.js TEMPLATE DATA TARGET
const Docxtemplater = require('docxtemplater');
const PizZip = require('pizzip');
const fs = require('fs');
const [template, data, target] = process.argv.slice(2);
const document = new Docxtemplater(new PizZip(fs.readFileSync(template)), { paragraphLoop: true });
document.render(JSON.parse(fs.readFileSync(data, 'utf8')));
fs.writeFileSync(target, document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
