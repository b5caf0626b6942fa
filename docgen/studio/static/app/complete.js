// What can be written at the caret, as the server knows it: agencies, columns, keys, names behind {{.
import { autocompletion, completionKeymap, keymap } from "../lib/editor.js";
import { ask } from "./api.js";
import { buffers, current, year } from "./state.js";

const WORD = /[\p{L}\d._-]*/u;

async function source(context) {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  if (!context.explicit && !/([\p{L}\d._-]|\{\{\s*)$/u.test(before)) return null;
  const body = { year: year.value, buffers: buffers.value, name: current.value, line: line.number, column: before.length };
  const { items } = await ask("complete", body).catch(() => ({ items: [] }));
  if (!items.length) return null;
  const options = items.map(({ label, detail, text }) => ({ label: `${label} ${detail}`, displayLabel: label, detail, apply: text }));
  return { from: line.from + items[0].start, options, validFor: new RegExp(`^${WORD.source}$`, "u") };
}

export const completion = () => [autocompletion({ override: [source], icons: false }), keymap.of(completionKeymap)];
