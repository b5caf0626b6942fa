// What the page knows, as signals: the files as typed, the pages, the findings, what is looked at.
import { batch, computed, signal } from "../lib/ui.js";
import { ask, follow } from "./api.js";

export const years = signal([]);
export const year = signal("");
export const files = signal({}); // by name: { text, saved, sum }
export const current = signal(""); // the file that is being edited
export const spot = signal(null); // where to go: { file, line, column, quiet }
export const cursor = signal(null); // where the caret is: { file, line }
export const paper = signal(null); // the last answer of `page`
export const unreadable = signal([]); // findings that keep the pages from being made
export const found = signal({ findings: [], silenced: [], tally: "" });
export const busy = signal("");
export const notices = signal([]);
export const view = signal("form"); // what stands in the middle: form or text
export const pane = signal("edit"); // on a narrow screen: outline, edit, pages, findings
export const shown = signal(""); // the window that is open

export const dirty = computed(() => Object.keys(files.value).filter((name) => files.value[name].text !== files.value[name].saved));
export const buffers = computed(() => Object.fromEntries(dirty.value.map((name) => [name, files.value[name].text])));
export const short = (name) => name.split("/").pop();

let notice = 0;
/** Says something for a while; `kind` is good, bad or plain. */
export function say(words, kind = "plain", more = {}) {
  const one = { id: (notice += 1), words, kind, ...more };
  notices.value = [...notices.value, one].slice(-2);
  if (!more.stays) setTimeout(() => unsay(one.id), kind === "bad" ? 9000 : 4500);
  return one.id;
}
export const unsay = (id) => {
  notices.value = notices.value.filter((each) => each.id !== id);
};

/** Runs something that may be refused, and says why. */
export async function trying(work) {
  try {
    return await work();
  } catch (error) {
    if (error.name !== "AbortError") say(error.message, "bad");
    return undefined;
  }
}

/** Opens a year: all its files as they are on the disk. */
export async function open(wanted) {
  const answer = await ask("open", { year: wanted });
  sessionStorage.setItem("docgen.year", answer.year);
  batch(() => {
    year.value = answer.year;
    files.value = Object.fromEntries(answer.files.map(({ name, text, sum }) => [name, { text, saved: text, sum }]));
    current.value = answer.files[0].name;
    paper.value = null;
    found.value = { findings: [], silenced: [], tally: "" };
  });
  refresh(0);
}

/** A file says something else now. */
export function type(name, text, delay = SOON) {
  const file = files.value[name];
  if (!file || file.text === text) return;
  files.value = { ...files.value, [name]: { ...file, text } };
  refresh(delay);
}

/** Shows a place in the editor and on the page; whoever works elsewhere stays there. */
export function show(file, line, column = 1, quiet = true) {
  batch(() => {
    if (file in files.value) current.value = file;
    spot.value = { file, line, column, quiet };
  });
}

/** Goes to a place: to write there. */
export function go(file, line, column = 1) {
  batch(() => {
    show(file, line, column, false);
    pane.value = "edit";
  });
}

// ------------------------------------------------------------------ pages and findings

const SOON = 10;
const tab = crypto.randomUUID();
let turn = 0;
let waiting;
let asked;
export const timing = { key: 0, drawn: 0, found: 0 }; // of the last key, in milliseconds: what benchmarks read

/** Asks for pages and findings, shortly after the last change or at once. */
export function refresh(delay = SOON) {
  clearTimeout(waiting);
  if (delay) waiting = setTimeout(look, delay);
  else look();
}

function look() {
  asked?.abort();
  asked = new AbortController();
  const body = { year: year.value, buffers: buffers.value, tab, turn: (turn += 1) };
  return trying(() => follow("see", body, asked.signal, (piece) => {
    if (body.turn === turn) batch(() => ("tally" in piece ? tell(piece) : print(piece)));
  }));
}

function print(pages) {
  unreadable.value = pages.parts ? [] : pages.findings;
  if (pages.parts) paper.value = pages;
}

function tell(findings) {
  found.value = findings;
  timing.found = performance.now() - timing.key;
}

/** A text that the server makes of a file's text: a mend, a form's edit, a comment; `also` goes with it. */
export async function remake(what, name, more, also = () => {}) {
  const text = files.value[name].text;
  const answer = await trying(() => ask(what, { name, text, ...more }));
  if (answer === undefined) return false;
  if (files.value[name].text !== text) {
    say("Chữ vừa đổi trong lúc sửa, hãy làm lại.", "bad");
    return false;
  }
  batch(() => {
    also(answer);
    type(name, answer.text, 0);
  });
  return true;
}
