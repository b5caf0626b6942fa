// node carbone.js TEMPLATE DATA TARGET
const carbone = require('carbone');
const fs = require('fs');
const [template, data, target] = process.argv.slice(2);
carbone.render(template, JSON.parse(fs.readFileSync(data, 'utf8')), (error, result) => {
  if (error) throw error;
  fs.writeFileSync(target, result);
  process.exit(0);
});
