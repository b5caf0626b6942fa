// How many lines a paragraph takes in a width, and where each begins; measured once for the same words.
import { element, paragraph, wordsOf } from "./build.js";
import { lineHeight, px } from "./looks.js";

const MOST = 20000;
const lines = new Map();
const starts = new Map();
let room;

/** Forgets everything: the looks changed. */
export function forget() {
  lines.clear();
  starts.clear();
}

function bench() {
  if (!room) {
    room = element("div", "sheet bench");
    room.setAttribute("aria-hidden", "true");
    document.body.append(room);
  }
  return room;
}

const keyOf = (job) =>
  `${job.style}|${job.width}|${job.align ?? ""}|${job.size ?? ""}|${JSON.stringify(job.pieces.map((piece) => piece[2]))}`;

function put(job) {
  const made = paragraph(job.style, job.pieces, job);
  const box = element("div", "", made);
  box.style.width = `${job.width}px`;
  if (job.size) made.style.lineHeight = `${job.line}px`;
  return [box, made];
}

/** Gives each job (`style`, `pieces`, `width` in pixels, …) its number of `lines`; one layout for all. */
export function measure(jobs, looks) {
  if (lines.size > MOST) forget();
  const waiting = [];
  for (const job of jobs) {
    job.line = lineHeight(looks[job.style], job.size || undefined);
    job.key = keyOf(job);
    if (!lines.has(job.key)) waiting.push(job);
  }
  const boxes = waiting.map(put);
  bench().replaceChildren(...boxes.map(([box]) => box));
  const heights = boxes.map(([, made]) => made.getBoundingClientRect().height);
  waiting.forEach((job, number) => lines.set(job.key, Math.max(Math.round(heights[number] / job.line), 1)));
  bench().replaceChildren();
  for (const job of jobs) job.lines = lines.get(job.key);
}

/** The letter with which line `number` (from 0) of a measured paragraph begins. */
export function startOfLine(job, number) {
  if (number <= 0) return 0;
  if (number >= job.lines) return Infinity;
  const key = `${number}|${job.key}`;
  if (!starts.has(key)) starts.set(key, findStart(job, number));
  return starts.get(key);
}

function findStart(job, number) {
  const [box, made] = put(job);
  bench().replaceChildren(box);
  const top = made.getBoundingClientRect().top;
  const nodes = [];
  const walker = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
  for (let at = 0; walker.nextNode(); ) {
    nodes.push([at, walker.currentNode]);
    at += walker.currentNode.length;
  }
  const lineOf = (letter) => {
    const [at, node] = nodes.findLast(([begins]) => begins <= letter);
    const range = document.createRange();
    range.setStart(node, letter - at);
    range.setEnd(node, Math.min(letter - at + 1, node.length));
    const rects = range.getClientRects();
    const rect = rects[rects.length - 1] ?? node.parentElement.getBoundingClientRect();
    return Math.floor((rect.top + rect.height / 2 - top) / job.line);
  };
  let [low, high] = [0, wordsOf(job.pieces).length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineOf(middle) < number) low = middle + 1;
    else high = middle;
  }
  bench().replaceChildren();
  return low;
}

export { px };
