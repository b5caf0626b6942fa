// What can be written at the caret: agency codes, keys, values behind {{.
import { autocompletion, completionKeymap, keymap } from "../lib/editor.js";
import { files } from "./state.js";

const AGENCY = /^([a-z0-9-]+):\s*\n\s+name:\s*(.+)$/gm;

function agencies() {
  const text = Object.entries(files.value).find(([name]) => name.endsWith("/agencies.yaml"))?.[1].text ?? "";
  return [...text.matchAll(AGENCY)].map(([, code, name]) => ({ label: code, detail: name.replaceAll('"', ""), type: "constant" }));
}

function source(context) {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const code = /(?:\bagency:|\bsuccessor:|\bmembers:.*[[,]|\bagencies:\s*\[.*|^\s*-)\s*([a-z0-9-]*)$/.exec(before);
  if (code && (code[1] || context.explicit)) {
    return { from: context.pos - code[1].length, options: agencies(), validFor: /^[a-z0-9-]*$/ };
  }
  const value = /\{\{\s*([\w.]*)$/.exec(before);
  if (value) {
    const plan = Object.entries(files.value).find(([name]) => name.endsWith("/plan.yaml"))?.[1].text ?? "";
    const block = /^indices:\n((?: +.*\n|\n)*)/m.exec(plan)?.[1] ?? "";
    const keys = [...block.matchAll(/^ {2}(\w+):/gm)].map((match) => match[1]);
    const names = keys.flatMap((key) => ["score", "rank", "of", "move", "previous_rank"].map((part) => `${key}.${part}`));
    return { from: context.pos - value[1].length, options: ["year", "year - 1", ...names].map((label) => ({ label, type: "variable" })), validFor: /^[\w. -]*$/ };
  }
  return null;
}

export const completion = () => [autocompletion({ override: [source], icons: false }), keymap.of(completionKeymap)];
