// The rows of a table as a grid: figures and names in columns, the long texts of a row below it.
import { html, signal } from "../../lib/ui.js";
import { computedCells, edit, insert, keyOf, shape } from "./shape.js";
import { Tools, Words } from "./fields.js";

const open = signal("");
const NUMBERS = ["decimal", "integer", "order"];
const SHORT = 2; // texts of a row that stand in the grid, from the left

/** Opens the row that a place is in; false where it is in none. */
export function openRow(place) {
  const row = /^.*\brows\/\d+/.exec(place);
  if (row) open.value = row[0];
  return row !== null;
}

/** The columns that stand in the grid, with their position; the others stand below each row. */
function parted(columns) {
  let texts = 0;
  const grid = [];
  const below = [];
  columns.forEach((column, position) => {
    const number = NUMBERS.includes(column.kind) || column.compute;
    if (number || texts < SHORT) grid.push({ ...column, position, number });
    else below.push({ ...column, position });
    if (!number) texts += 1;
  });
  return { grid, below };
}

/** The rows in reading order, each with its place, its depth and what it shares with others. */
function flat(rows, place, depth = 0, shared = {}) {
  return (Array.isArray(rows) ? rows : []).flatMap((row, number) => {
    const own = [...place, number];
    if (!row || typeof row !== "object") return [];
    const group = row.shared && typeof row.shared === "object" ? row.shared : null;
    const one = { row, place: own, depth, shared, last: number === rows.length - 1, kind: group ? "shared" : "across" in row ? "across" : "row" };
    return [one, ...flat(row.rows, [...own, "rows"], depth + (group ? 0 : 1), group ? { ...shared, ...group } : shared)];
  });
}

const lineOf = (value) => (Array.isArray(value) ? value.join("\n") : value ?? "");

/** Several paragraphs of a cell in one box, a line each. */
function Paragraphs({ place, value, label }) {
  const write = (event) => {
    const lines = event.target.value.split("\n").map((line) => line.trim()).filter(Boolean);
    const old = Array.isArray(value) ? value : value ? [value] : [];
    if (lines.join("\n") === old.join("\n")) return;
    if (lines.length === old.length && Array.isArray(value)) {
      edit(...lines.map((line, number) => [line, number]).filter(([line, number]) => line !== old[number])
        .map(([line, number]) => ({ do: "set", place: [...place, number], value: line })));
    } else edit({ do: "set", place, value: lines.length > 1 ? lines : lines[0] ?? "" });
  };
  const said = lineOf(value);
  return html`<textarea class="words" aria-label=${label} data-place=${keyOf(place)} rows=${Math.min(Math.max(Math.ceil(said.length / 70), said.split("\n").length), 12)} key=${said} onChange=${write} spellcheck=${false}>${said}</textarea>`;
}

function walk(event) {
  const cell = event.target.closest("td");
  const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
  if (!step || !cell || event.altKey || event.isComposing || event.target.closest(".below")) return;
  let row = cell.parentElement;
  do row = step > 0 ? row.nextElementSibling : row.previousElementSibling; while (row && !row.cells[cell.cellIndex]?.querySelector("input, textarea"));
  const next = row?.cells[cell.cellIndex].querySelector("input, textarea");
  if (!next) return;
  event.preventDefault();
  event.target.dispatchEvent(new Event("change"));
  next.focus();
  next.select();
}

function Cell({ column, each }) {
  const place = each.kind === "shared" ? [...each.place, "shared", column.key] : [...each.place, column.key];
  const inner = each.kind === "shared" ? each.row.shared : each.row;
  if (column.key in each.shared && each.kind === "row") return html`<td class="soft same" title="Ghi một lần ở dòng chung phía trên">↑</td>`;
  if (column.number) {
    const typed = inner[column.key];
    const made = computedCells.value.get(`${shape.value.name}|${shape.value.lines[keyOf(each.place)]}|${column.position}`);
    if (made !== undefined || column.compute) return html`<td class="number"><output aria-label=${`${column.title}, máy tính`}>${made ?? ""}</output></td>`;
    if (each.kind !== "row") return html`<td></td>`;
    return html`<td class="number"><${Words} short inputMode="decimal" place=${place} value=${typed} label=${`${column.title}, dòng ${each.row.code ?? each.row.name ?? ""}`} /></td>`;
  }
  return html`<td><${Words} place=${place} value=${lineOf(inner[column.key])} label=${`${column.title}, dòng ${each.row.code ?? ""}`} /></td>`;
}

function Row({ each, grid, below }) {
  const key = keyOf(each.place);
  const isOpen = open.value === key;
  const wide = grid.length + 1;
  const what = `dòng ${each.row.code ?? each.row.across ?? ""}`;
  if (each.kind === "across") {
    return html`<tr class="kind-across"><td></td><td colspan=${wide - 1}><${Words} place=${[...each.place, "across"]} value=${each.row.across} label="Dòng suốt bảng" /><${Tools} place=${each.place} last=${each.last} what=${what} /></td></tr>`;
  }
  const inner = each.kind === "shared" ? each.row.shared : each.row;
  const base = each.kind === "shared" ? [...each.place, "shared"] : each.place;
  const texts = below.filter((column) => !(column.key in each.shared && each.kind === "row"));
  return html`<tr class=${`kind-${each.kind} depth-${Math.min(each.depth, 3)} ${each.row.rows && each.kind === "row" ? "heads" : ""}`}>
      <td><button class="icon" aria-expanded=${isOpen} aria-label=${`Mở các ô chữ của ${what}`} onClick=${() => { open.value = isOpen ? "" : key; }}>${isOpen ? "▾" : "▸"}</button></td>
      ${each.kind === "shared" ? html`<td colspan=${grid.length} class="soft">Chung cho các dòng dưới</td>` : grid.map((column) => html`<${Cell} key=${column.key} column=${column} each=${each} />`)}
    </tr>
    ${isOpen ? html`<tr class="below"><td></td><td colspan=${wide - 1}>
      ${texts.map((column) => html`<label class="field"><span class="field-title">${column.title}</span><${Paragraphs} place=${[...base, column.key]} value=${inner[column.key]} label=${column.title} /></label>`)}
      <div class="row"><${Tools} place=${each.place} last=${each.last} what=${what} /><button class="small ghost" onClick=${() => insert([...each.place.slice(0, -1), each.place.at(-1) + 1], newRow(grid))}>+ Thêm dòng dưới dòng này</button></div>
    </td></tr>` : null}`;
}

const newRow = (grid) => Object.fromEntries(grid.filter((column) => !column.compute && column.kind !== "order").map((column) => [column.key, column.number ? "0" : "…"]));

export function Grid({ place, table }) {
  const columns = Array.isArray(table?.columns) ? table.columns.filter((each) => each && typeof each === "object") : [];
  const { grid, below } = parted(columns);
  const rows = flat(table?.rows, [...place, "rows"]);
  return html`<div class="grid-scroll" role="region" aria-label="Bảng" tabindex="0"><table class="grid" onKeyDown=${walk}>
    <thead><tr><td><span class="visually-hidden">Mở</span></td>${grid.map((column) => html`<th scope="col" class=${column.number ? "number" : ""}>${column.title}</th>`)}</tr></thead>
    <tbody>${rows.map((each) => html`<${Row} key=${keyOf(each.place)} each=${each} grid=${grid} below=${below} />`)}</tbody>
  </table></div>
  <button class="small ghost" onClick=${() => insert([...place, "rows", Array.isArray(table?.rows) ? table.rows.length : 0], newRow(grid))}>+ Thêm dòng cuối bảng</button>`;
}
