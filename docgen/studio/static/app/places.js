// Places as an officer knows them: headings and pages, not files and lines.
import { computed, signal } from "../lib/ui.js";
import { files, paper, short } from "./state.js";
import { wordsOf } from "./paper/build.js";

const LEVELS = { KHHeading1: 1, KHHeading2: 2, KHHeading3: 3, KHAppendixLabel: 1 };
const TITLES = {
  "plan.yaml": "Thông tin chung", "agencies.yaml": "Cơ quan, đơn vị", "glossary.yaml": "Chữ tắt, từ riêng",
  "office.yaml": "Cơ quan ban hành, thể thức",
};

export const sheets = signal([]); // the pages as they were cut: see `paper/cut.js`
export const isShared = (name) => name.split("/").length === 2;

const firstPlace = (pieces) => pieces.find((piece) => piece[0])?.[0];

/** The headings as they print, each with its place: what the outline shows. */
export const headings = computed(() => {
  const answer = paper.value;
  if (!answer) return [];
  const made = [];
  const add = (level, title, place) => place && made.push({ level, title, file: answer.files[place[0]], line: place[1], column: place[2] });
  answer.parts.forEach((part, at) => {
    if (part.kind === "columns") {
      const place = firstPlace(part.sides.flat().flatMap((each) => each.pieces ?? []));
      add(1, at < 3 ? "Phần đầu" : "Nơi nhận, chữ ký", place);
    } else if (part.kind === "p" && LEVELS[part.style]) {
      const title = part.style === "KHAppendixLabel" ? `${wordsOf(part.pieces)} ${titleAfter(answer.parts, at)}` : wordsOf(part.pieces);
      add(LEVELS[part.style], title, firstPlace(part.pieces.slice().reverse()));
    } else if (part.kind === "p" && part.style === "KHSubject") {
      add(1, "Trích yếu, mở đầu", firstPlace(part.pieces));
    }
  });
  return made;
});

function titleAfter(parts, at) {
  const next = parts[at + 1];
  return next?.style === "KHAppendixTitle" ? wordsOf(next.pieces).toLowerCase() : "";
}

/** What a file is to the officer: its heading, or its name where it prints none. */
export function titleOf(name) {
  return TITLES[short(name)] ?? headings.value.find((each) => each.file === name)?.title ?? short(name);
}

/** For each file that prints, where its lines are: `[line, last line, page]` in reading order. */
const printed = computed(() => {
  const found = new Map();
  const names = paper.value?.files ?? [];
  for (const page of sheets.value) {
    const label = page.paper.width > page.paper.height ? `phụ lục, trang ${page.number}` : `trang ${page.number}`;
    for (const pieces of page.items.flatMap(piecesOn)) {
      for (const [place] of pieces) {
        if (!place) continue;
        const name = names[place[0]];
        if (!found.has(name)) found.set(name, []);
        found.get(name).push([place[1], place[3], label]);
      }
    }
  }
  return found;
});

function piecesOn(item) {
  if (item.rows) return item.rows.flatMap((row) => row.cells.flatMap((each) => [...new Set(each.lines.map((line) => line.job.pieces))]));
  const { part } = item.block;
  return part.kind === "columns" ? part.sides.flat().map((each) => each.pieces ?? []) : [part.pieces ?? []];
}

/** Where a line of a file is, in words: its page, or what the file is where that line does not print. */
export function placeOf(name, line) {
  const all = printed.value.get(name) ?? [];
  const own = all.find(([first, last]) => first <= line && line <= last)
    ?? all.reduce((best, each) => (each[0] <= line && each[0] > (best?.[0] ?? 0) ? each : best), undefined);
  return own && name in files.value ? own[2] : titleOf(name);
}
