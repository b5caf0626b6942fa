// The plan's outline, as it prints: a click goes to where it is written.
import { computed, html } from "../lib/ui.js";
import { current, cursor, dirty, files, found, go, paper, short } from "./state.js";
import { wordsOf } from "./paper/build.js";

const LEVELS = { KHHeading1: 1, KHHeading2: 2, KHHeading3: 3, KHAppendixLabel: 1 };
const SHARED = { "agencies.yaml": "Cơ quan, đơn vị", "glossary.yaml": "Chữ tắt, từ riêng", "office.yaml": "Cơ quan ban hành, thể thức" };

const firstPlace = (pieces) => pieces.find((piece) => piece[0])?.[0];

const entries = computed(() => {
  const answer = paper.value;
  if (!answer) return [];
  const made = [];
  const add = (level, title, place) => place && made.push({ level, title, file: answer.files[place[0]], line: place[1], column: place[2] });
  answer.parts.forEach((part, at) => {
    if (part.kind === "columns") {
      const place = part.sides.flat().flatMap((each) => each.pieces ?? []).find((piece) => piece[0])?.[0];
      add(1, at < 3 ? "Phần đầu" : "Nơi nhận, chữ ký", place);
    } else if (part.kind === "p" && LEVELS[part.style]) {
      const title = part.style === "KHAppendixLabel" ? `${wordsOf(part.pieces)} ${titleOf(answer.parts, at)}` : wordsOf(part.pieces);
      add(LEVELS[part.style], title, firstPlace(part.pieces.slice().reverse()) ?? firstPlace(part.pieces));
    } else if (part.kind === "p" && part.style === "KHSubject") {
      add(1, "Trích yếu, mở đầu", firstPlace(part.pieces));
    }
  });
  return made;
});

function titleOf(parts, at) {
  const next = parts[at + 1];
  return next?.style === "KHAppendixTitle" ? wordsOf(next.pieces).toLowerCase() : "";
}

const here = computed(() => {
  const at = cursor.value;
  if (!at) return null;
  const before = entries.value.filter((each) => each.file === at.file && each.line <= at.line);
  return before.at(-1) ?? null;
});

const troubled = computed(() => {
  const counts = {};
  for (const each of found.value.findings) if (each.severity === "error") counts[each.file] = (counts[each.file] ?? 0) + 1;
  return counts;
});

const walk = (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  buttons[buttons.indexOf(document.activeElement) + step]?.focus();
  event.preventDefault();
};

export function Outline() {
  const shared = Object.keys(files.value).filter((name) => SHARED[short(name)]);
  const own = Object.keys(files.value).filter((name) => !SHARED[short(name)]);
  const mark = (name) => html`${dirty.value.includes(name) ? html`<span class="unsaved" title="chưa lưu">●</span>` : null}${troubled.value[name] ? html`<span class="badge" title="lỗi">${troubled.value[name]}</span>` : null}`;
  const file = (name, title) => html`<li><button class="plain" aria-current=${current.value === name ? "true" : undefined} onClick=${() => go(name, 1)}><span>${title}</span>${mark(name)}</button></li>`;
  return html`<nav class="outline" aria-label="Mục lục" onKeyDown=${walk}>
    <h2>Kế hoạch</h2>
    <ul>${entries.value.map((each) => html`<li class=${`level-${each.level}`}><button class="plain" aria-current=${here.value === each ? "true" : undefined} onClick=${() => go(each.file, each.line, each.column)}><span>${each.title}</span></button></li>`)}</ul>
    <h2>Tệp của năm</h2>
    <ul>${own.map((name) => file(name, short(name)))}</ul>
    <h2>Dùng chung mọi năm</h2>
    <ul>${shared.map((name) => file(name, SHARED[short(name)]))}</ul>
  </nav>`;
}
