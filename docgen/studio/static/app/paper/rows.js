// The rows of a table over pages: they stay whole, and so do runs of rows that share merged cells; what is
// higher than a page breaks between lines, and what is merged flows on from page to page beside it.
import { px } from "./looks.js";

const BORDER = 2 / 3; // half a point

/** The lines of a cell, each with its height, its paragraph (`job`) and its number in it. */
function linesOf(jobs) {
  return jobs.flatMap((job) => Array.from({ length: job.lines }, (_, number) => ({ job, number, height: job.line })));
}

const heightOf = (lines) => lines.reduce((sum, line) => sum + line.height, 0);

function fitting(lines, room) {
  let [count, used] = [0, 0];
  while (count < lines.length && used + lines[count].height <= room + 0.5) used += lines[count++].height;
  return count;
}

export class Rows {
  constructor(part, sheet, jobs) {
    this.part = part;
    this.sheet = sheet;
    this.pads = px(sheet.cell.top + sheet.cell.bottom) + BORDER;
    this.rows = part.rows.map((row, number) => this.rowOf(row, number, jobs));
  }

  rowOf(row, number, jobs) {
    const cells = [];
    let column = 0;
    row.cells.forEach(([span, merge, paragraphs], at) => {
      const width = px(this.part.grid.slice(column, column + span).reduce((sum, each) => sum + each, 0)
        - this.sheet.cell.left - this.sheet.cell.right);
      const align = row.header ? "" : (span > 1 ? this.part.align : this.part.columns[column]) ?? "";
      const own = merge === "continue" ? [] : paragraphs.map((pieces) => (
        { style: row.style, pieces, width, align, size: this.part.size ?? 0 }));
      jobs.push(...own);
      cells.push({ row: number, at, column, span, merge, jobs: own });
      column += span;
    });
    return { number, header: row.header, style: row.style, cells };
  }

  /** Lines are known once everything was measured. */
  prepare() {
    for (const row of this.rows) {
      for (const cell of row.cells) cell.lines = linesOf(cell.jobs);
      const own = row.cells.filter((cell) => cell.merge === "");
      row.height = Math.max(0, ...own.map((cell) => heightOf(cell.lines))) + this.pads;
    }
    this.head = this.rows.filter((row) => row.header);
    this.rows.forEach((row, at) => row.cells.forEach((cell) => {
      if (cell.merge === "restart") {
        let last = at;
        while (this.rows[last + 1]?.cells.some((each) => each.column === cell.column && each.merge === "continue")) last += 1;
        cell.last = last;
      }
    }));
    for (const cell of this.head.flatMap((row) => row.cells)) {
      if (cell.merge !== "restart") continue;
      const rows = this.rows.slice(cell.row, cell.last + 1);
      const lacking = heightOf(cell.lines) + this.pads - rows.reduce((sum, row) => sum + row.height, 0);
      if (lacking > 0) rows.at(-1).height += lacking;
    }
  }

  /** The height of the rows that stay on one page with this one, which begins what they share. */
  together(row) {
    const at = this.rows.indexOf(row);
    const goesOn = (each) => each?.cells.some((cell) => cell.merge === "continue");
    let end = at + 1;
    while (goesOn(this.rows[end])) end += 1;
    const rows = this.rows.slice(at, end);
    if (rows.length < 2 || goesOn(row)) return row.height;
    const merged = rows.flatMap((each) => each.cells.filter((cell) => cell.merge === "restart").map((cell) => cell.lines));
    return Math.max(rows.reduce((sum, each) => sum + each.height, 0), ...merged.map((its) => heightOf(its) + this.pads));
  }

  beginning() {
    this.prepare();
    const first = this.rows.slice(0, this.head.length + 1);
    return first.reduce((sum, row) => sum + row.height, 0);
  }

  put(pages, block) {
    this.prepare();
    this.pages = pages;
    this.block = block;
    this.open = new Map(); // what is merged downwards at this row, by column
    this.start();
    const body = this.rows.filter((row) => !row.header);
    body.forEach((row, at) => this.row(row, body[at + 1]));
    this.finish(true);
  }

  start() {
    this.item = { block: this.block, top: this.pages.y, rows: [] };
    this.pages.page.items.push(this.item);
    for (const row of this.head) {
      this.place(row, row.height, row.cells.map((cell) => ({ cell, lines: cell.lines })));
    }
    this.empty = true;
  }

  turn() {
    this.finish(false);
    this.pages.turn();
    this.start();
    for (const merged of this.open.values()) merged.room = 0;
  }

  place(row, height, cells) {
    this.item.rows.push({ row, height, cells });
    this.pages.y += height;
    this.empty = false;
  }

  row(row, next) {
    if (!this.empty && this.together(row) > Math.max(row.height, this.pages.room - this.pages.y + 0.5)) this.turn();
    for (const cell of row.cells) {
      if (cell.merge === "restart") this.open.set(cell.column, { cell, left: cell.lines, room: 0 });
    }
    let cells = row.cells.filter((cell) => cell.merge === "").map((cell) => ({ cell, left: cell.lines }));
    const keeps = next && this.sheet.styles[row.style].keep;
    for (;;) {
      const needed = this.needed(row, cells);
      const room = this.pages.room - this.pages.y;
      if (needed + (keeps && !this.empty ? this.together(next) : 0) <= room + 0.5) {
        this.close(row, needed, cells.map(({ cell, left }) => ({ cell, lines: left })), true);
        return;
      }
      if (this.onlyOwn(row, cells) && !this.empty) {
        this.turn();
        continue;
      }
      const space = room - this.pads;
      const taken = cells.map(({ cell, left }) => ({ cell, count: fitting(left, space) }));
      const merged = Math.max(0, ...[...this.open.values()].map((each) => fitting(each.left, each.room + space) ));
      if (!taken.some(({ count }) => count) && !(merged && !cells.some(({ left }) => left.length))) {
        if (!this.empty) {
          this.turn();
          continue;
        }
        this.close(row, needed, cells.map(({ cell, left }) => ({ cell, lines: left })), true);
        return;
      }
      this.close(row, room, taken.map(({ cell, count }, at) => ({ cell, lines: cells[at].left.slice(0, count) })), false);
      cells = cells.map(({ cell, left }, at) => ({ cell, left: left.slice(taken[at].count) }));
      this.turn();
    }
  }

  /** Whether the row itself is what does not fit, not what is merged beside it. */
  onlyOwn(row, cells) {
    return Math.max(0, ...cells.map(({ left }) => heightOf(left))) + this.pads <= this.pages.room;
  }

  needed(row, cells) {
    let height = Math.max(0, ...cells.map(({ left }) => heightOf(left))) + this.pads;
    for (const merged of this.open.values()) {
      if (merged.cell.last === row.number) height = Math.max(height, heightOf(merged.left) + this.pads - merged.room);
    }
    return height;
  }

  /** Puts a row, or as much of it as stands on this page; `whole`: nothing of it is left. */
  close(row, height, cells, whole) {
    this.place(row, height, cells);
    for (const [column, merged] of this.open) {
      merged.shown ??= this.slot(merged);
      merged.shown.height += height;
      merged.shown.rows += 1;
      merged.room += height;
      if (whole && merged.cell.last === row.number) {
        merged.shown.lines = merged.left;
        this.open.delete(column);
      }
    }
  }

  slot(merged) {
    const shown = { cell: merged.cell, lines: [], height: 0, rows: 0 };
    this.item.rows.at(-1).cells.push(shown);
    return shown;
  }

  finish(all) {
    for (const merged of this.open.values()) {
      if (!merged.shown) continue;
      const count = all ? merged.left.length : fitting(merged.left, merged.shown.height - this.pads);
      merged.shown.lines = merged.left.slice(0, count);
      merged.left = merged.left.slice(count);
      merged.shown = undefined;
    }
  }
}
