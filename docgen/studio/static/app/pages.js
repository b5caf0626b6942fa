// The pages beside the text: drawn when they change, clicked to go to what they say.
import { effect, html, signal, useEffect, useRef } from "../lib/ui.js";
import { cut } from "./paper/cut.js";
import { draw, redraw } from "./paper/draw.js";
import { setLooks } from "./paper/looks.js";
import { forget } from "./paper/measure.js";
import { sheets } from "./places.js";
import { cursor, go, paper, timing, unreadable } from "./state.js";

const zoom = signal(localStorage.getItem("docgen.zoom") ?? "fit");

/** The place that an element of the paper came from: `[file, line, column]`. */
function placeOf(target) {
  const block = target.closest("[data-i]");
  if (!block || !paper.value) return null;
  const pieces = piecesAt(paper.value.parts[Number(block.dataset.i)], target);
  const piece = pieces[Number(target.closest("[data-k]")?.dataset.k ?? -1)];
  const place = piece?.[0] ?? pieces.find((each) => each[0])?.[0];
  return place && { file: paper.value.files[place[0]], line: place[1], column: place[2] };
}

function piecesAt(part, target) {
  if (part?.kind === "p") return part.pieces;
  const cell = target.closest("[data-r]");
  if (part?.kind === "table" && cell) {
    const paragraphs = part.rows[Number(cell.dataset.r)].cells[Number(cell.dataset.c)][2];
    return paragraphs[Number(target.closest("[data-q]")?.dataset.q ?? 0)] ?? [];
  }
  const own = target.closest("[data-s]");
  return (part?.kind === "columns" && own && part.sides[Number(own.dataset.s)][Number(own.dataset.p)].pieces) || [];
}

/** The elements that show a line of a file: the closest that begins at or before it. */
function elementsAt(host, { file, line }) {
  const number = paper.value.files.indexOf(file);
  const covers = (piece) => piece[0] && piece[0][0] === number && piece[0][1] <= line && line <= piece[0][3];
  const found = [];
  for (const block of host.querySelectorAll("[data-i]")) {
    const part = paper.value.parts[Number(block.dataset.i)];
    if (part?.kind === "p" && part.pieces.some(covers)) found.push(block);
    if (part?.kind === "columns") {
      found.push(...[...block.querySelectorAll("[data-s]")].filter((each) => piecesAt(part, each).some(covers)));
    }
    if (part?.kind === "table") {
      found.push(...[...block.querySelectorAll("[data-r]")].filter((cell) => (
        part.rows[Number(cell.dataset.r)].cells[Number(cell.dataset.c)][2].some((pieces) => pieces.some(covers)))));
    }
  }
  return found;
}

function point(host) {
  for (const each of host.querySelectorAll(".here")) each.classList.remove("here");
  if (!cursor.value || !paper.value) return;
  const found = elementsAt(host, cursor.value);
  found.forEach((each) => each.classList.add("here"));
  const first = found[0];
  if (!first || host.matches(":hover") || host.contains(document.activeElement)) return;
  const [own, frame] = [first.getBoundingClientRect(), host.getBoundingClientRect()];
  if (own.top < frame.top + 20 || own.bottom > frame.bottom - 20) {
    host.scrollTo({ top: host.scrollTop + own.top - frame.top - frame.height / 3, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }
}

function show(host) {
  const answer = paper.value;
  if (!answer) return;
  const begun = performance.now();
  if (setLooks(answer.sheet)) {
    forget();
    redraw();
  }
  const pages = cut(answer.parts, answer.sheet, answer.notes);
  draw(host, pages, answer.sheet);
  sheets.value = pages;
  timing.cutting = performance.now() - begun;
  timing.drawn = performance.now() - timing.key;
  host.dataset.drawn = String(Number(host.dataset.drawn ?? 0) + 1);
  point(host);
}

const WIDTHS = { "--zoom": 794, "--zoom-lying": 1123 };

function fit(host) {
  const room = host.clientWidth - 32;
  for (const [name, width] of Object.entries(WIDTHS)) {
    host.style.setProperty(name, zoom.value === "fit" ? String(Math.max(Math.min(room / width, 1.35), 0.25)) : zoom.value);
  }
}

function move(host, event) {
  const blocks = [...host.querySelectorAll(".block")];
  const at = blocks.indexOf(document.activeElement);
  if (event.key === "Enter" && at >= 0) {
    const place = placeOf(blocks[at].querySelector("[data-k]") ?? blocks[at]);
    if (place) go(place.file, place.line, place.column);
    event.preventDefault();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey) return;
  const next = blocks[Math.min(Math.max(at + step, 0), blocks.length - 1)];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
  event.preventDefault();
}

export function Pages() {
  const host = useRef();
  useEffect(() => {
    const own = host.current;
    const observer = new ResizeObserver(() => fit(own));
    observer.observe(own);
    const stops = [effect(() => show(own)), effect(() => cursor.value && point(own)), effect(() => (zoom.value, fit(own)))];
    document.fonts.ready.then(() => show(own));
    return () => (observer.disconnect(), stops.forEach((stop) => stop()));
  }, []);
  const choose = (event) => {
    zoom.value = event.target.value;
    localStorage.setItem("docgen.zoom", zoom.value);
  };
  const click = (event) => {
    const place = placeOf(event.target);
    if (place && !String(getSelection()).trim()) go(place.file, place.line, place.column);
  };
  return html`<section class="paper" aria-label="Trang in">
    <header class="strip">
      <h2>Trang in</h2><span class="soft">${sheets.value.length ? `${sheets.value.length} trang` : ""}</span>
      <label class="right">Cỡ <select value=${zoom.value} onChange=${choose}>
        <option value="fit">vừa khung</option>${["0.5", "0.75", "1", "1.25", "1.5"].map((each) => html`<option value=${each}>${Math.round(each * 100)}%</option>`)}
      </select></label>
    </header>
    ${unreadable.value.length ? html`<p class="stale" role="status">Trang dưới đây là bản trước: tệp đang gõ dở, chưa đọc được.</p>` : null}
    <div class="pages" ref=${host} tabindex="0" role="group" aria-label="Các trang; phím lên, xuống để đi, Enter để sửa" onClick=${click} onKeyDown=${(event) => move(host.current, event)}></div>
  </section>`;
}
