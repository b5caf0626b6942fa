// What the current file holds, for its form; and edits of it, one after the other.
import { computed, effect, signal } from "../../lib/ui.js";
import { ask } from "../api.js";
import { current, cursor, files, paper, remake, trying, view } from "../state.js";

export const shapes = signal({}); // the keys of each class, told once
export const shape = signal(null); // { name, text, of, tree, lines }
export const wanted = signal(""); // the place that the focus is to go to

const planOf = (name) => files.peek()[name.replace(/[^/]+$/, "plan.yaml")]?.text;
export const keyOf = (place) => place.join("/");

effect(() => {
  const name = current.value;
  const text = files.value[name]?.text;
  if (view.value !== "form" || text === undefined || (shape.peek()?.name === name && shape.peek().text === text)) return;
  trying(async () => {
    const answer = await ask("shape", { name, text, plan: planOf(name) });
    if (current.peek() === name && files.peek()[name]?.text === text) shape.value = { name, text, ...answer };
  });
});

/** The value at a place of the tree. */
export function at(place, tree = shape.value?.tree) {
  return place.reduce((value, step) => (value === null || typeof value !== "object" ? undefined : value[step]), tree);
}

let queue = Promise.resolve();
/** Makes edits of the file of the form; they wait for one another. */
export function edit(...edits) {
  const { name } = shape.value;
  queue = queue.then(() => remake("edit", name, { edits, plan: planOf(name) }, ({ text, shape: held }) => {
    if (current.peek() === name) shape.value = { name, text, ...held };
  }));
  return queue;
}

export const put = (place, value) => edit({ do: "set", place, value });
export const insert = (place, value) => (wanted.value = keyOf(place), edit({ do: "insert", place, value }));
export const remove = (place) => edit({ do: "delete", place });
export const move = (place, to) => edit({ do: "move", place, to });

/** Tells the pages where one is. */
export function visit(place) {
  const line = shape.value?.lines[keyOf(place)];
  if (line) cursor.value = { file: shape.value.name, line };
}

/** The place that stands at a line, the deepest that begins there or above. */
export function placeAt(line) {
  let best = "";
  let bestLine = 0;
  for (const [key, begins] of Object.entries(shape.value?.lines ?? {})) {
    if (begins <= line && begins >= bestLine) [best, bestLine] = [key, begins];
  }
  return best;
}

/** Agencies by code: what forms offer. */
export const agencies = computed(() => {
  const text = Object.entries(files.value).find(([name]) => name.endsWith("/agencies.yaml"))?.[1].text ?? "";
  return new Map([...text.matchAll(/^([\w-]+):[^\n]*\n(?:\s*#[^\n]*\n)*\s+name:[ \t]*(.+)$/gm)].map(([, code, name]) => [code, name.replace(/^["']|["']$/g, "").trim()]));
});

/** What was computed, by file and line of the row and by the position of the column. */
export const computedCells = computed(() => {
  const found = new Map();
  const answer = paper.value;
  for (const part of answer?.parts ?? []) {
    if (part.kind !== "table") continue;
    for (const row of part.rows) {
      let column = 0;
      for (const [span, , paragraphs] of row.cells) {
        const piece = paragraphs[0]?.[0];
        if (piece?.[1] === "computed" && piece[0]) {
          found.set(`${answer.files[piece[0][0]]}|${piece[0][1]}|${column}`, piece[2].map((run) => run[0]).join(""));
        }
        column += span;
      }
    }
  }
  return found;
});
