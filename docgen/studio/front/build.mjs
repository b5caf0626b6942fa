// Bundles the libraries of the page into ../static/lib, with the licences of what is in them.
//
//     npm ci && npm run build
//
// The page's own code (../static/app) is plain ES modules and is not built. `node build.mjs FOLDER`
// writes elsewhere: a test compares that with what is committed.
import { build } from "esbuild";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const target = process.argv[2] ?? new URL("../static/lib", import.meta.url).pathname;
mkdirSync(target, { recursive: true });
const { metafile } = await build({
  entryPoints: ["ui.js", "editor.js"],
  outdir: target,
  bundle: true,
  format: "esm",
  target: "es2021",
  minify: true,
  legalComments: "none",
  charset: "utf8",
  metafile: true,
});

const folder = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const names = new Set(Object.keys(metafile.inputs).map((path) => folder.exec(path)?.[1]).filter(Boolean));
const licences = [...names].sort().map((name) => {
  const own = join("node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(own, "package.json"), "utf8"));
  const file = readdirSync(own).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(join(own, file), "utf8").trim() : "";
  return `${name} ${version} (${license})\n\n${text}\n`;
});
const rule = `\n${"-".repeat(72)}\n\n`;
writeFileSync(join(target, "LICENCES.txt"), licences.join(rule).replaceAll("\r\n", "\n"), "utf8");
