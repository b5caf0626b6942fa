// Cuts the parts of a document into pages: arithmetic over what `measure` found.
//
// A page is `{ paper, number, items }`; an item is a part, or the lines `from`–`to` of a paragraph,
// or rows of a table (`rows.js`).
import { measure, px } from "./measure.js";
import { Rows } from "./rows.js";

const FEWEST = 2; // lines of a paragraph that stay together at the end and the beginning of a page

const SEPARATOR = 10; // pixels above the notes of a page
const callsOf = (pieces) => pieces.flatMap((piece) => piece[2]).filter((run) => run[1] === "n").map((run) => Number(run[0]));

/** The pages of `parts` in the looks of `sheet`; `notes` are the pieces of the footnotes. */
export function cut(parts, sheet, notes = []) {
  const jobs = [];
  let paper = sheet.body;
  const blocks = parts.map((part, index) => {
    if (part.kind === "section") paper = part.paper;
    const width = px(paper.width - paper.left - paper.right);
    const block = blockOf(part, index, width, sheet, jobs);
    const pieces = part.pieces ?? (part.rows ?? []).flatMap((row) => row.cells.flatMap((cell) => cell[2].flat()));
    block.notes = callsOf(pieces).map((number) => jobOf({ style: "KHFootnote", pieces: [[null, "mark", [[String(number), "n"], [" ", ""]]], notes[number - 1]] }, width, sheet));
    jobs.push(...block.notes);
    return block;
  });
  measure(jobs, sheet.styles);
  const pages = new Pages(sheet);
  blocks.forEach((block, at) => pages.put(block, blocks.slice(at + 1, at + 8)));
  return pages.all;
}

function blockOf(part, index, width, sheet, jobs) {
  const block = { part, index };
  if (part.kind === "p") {
    block.job = jobOf(part, width, sheet);
    jobs.push(block.job);
  } else if (part.kind === "columns") {
    block.sides = part.sides.map((side, number) => side.map((each) => {
      if (each.kind !== "p") return { part: each };
      const job = jobOf(each, px(part.columns[number]), sheet);
      jobs.push(job);
      return { part: each, job };
    }));
  } else if (part.kind === "table") {
    block.rows = new Rows(part, sheet, jobs);
  }
  return block;
}

function jobOf(part, width, sheet) {
  const look = sheet.styles[part.style];
  return { style: part.style, pieces: part.pieces, align: part.align, width: width - px(look.left + look.right) };
}

class Pages {
  constructor(sheet) {
    this.sheet = sheet;
    this.all = [];
  }

  get page() {
    return this.all.at(-1);
  }

  turn(paper = this.page.paper, number = this.page.number + 1) {
    this.y = 0;
    this.room = px(paper.height - paper.top - paper.bottom);
    this.all.push({ paper, number, items: [], notes: [] });
  }

  /** Puts the notes of a block at the foot of this page. */
  note(block) {
    if (!block.notes.length) return;
    if (!this.page.notes.length) this.room -= SEPARATOR;
    this.page.notes.push(...block.notes);
    this.room -= heightOfNotes(block);
  }

  put(block, following) {
    if (block.part.kind === "section") {
      this.turn(block.part.paper, 1);
      return;
    }
    if (block.rows) {
      this.note(block);
      block.rows.put(this, block);
      return;
    }
    if (block.job) {
      this.paragraph(block, following);
      return;
    }
    const height = this.heightOf(block);
    if (this.y + height > this.room && this.y > 0) this.turn();
    this.page.items.push({ block, top: this.y });
    this.y += height;
  }

  paragraph(block, following) {
    const { job, part } = block;
    const look = this.sheet.styles[part.style];
    const [before, after] = [this.y ? px(look.before) : 0, px(look.after)];
    const between = look.exact ? 0 : job.line * (1 - 240 / Math.max(look.line, 240)); // need not fit below the last line
    const kept = look.keep || part.keep;
    const least = Math.min(job.lines, FEWEST) * job.line + heightOfNotes(block);
    if (block.notes.length && this.y > 0 && this.y + before + least > this.room) this.turn();
    this.note(block);
    let from = 0;
    if (!part.pieces.length && this.y + job.lines * job.line > this.room) return;
    if (kept && this.y > 0 && this.y + before + job.lines * job.line + after + this.beginning(following) > this.room) this.turn();
    for (;;) {
      const above = from || !this.y ? 0 : before;
      let fit = Math.floor((this.room - this.y - above + between + 0.5) / job.line);
      const left = job.lines - from;
      if (fit < left) {
        if (left - fit < FEWEST) fit = left - FEWEST;
        if (fit < (from ? 1 : FEWEST)) fit = 0;
      }
      const taken = Math.min(fit, left);
      if (taken > 0 || !this.y) {
        const lines = Math.max(taken, 1);
        this.page.items.push({ block, top: this.y + above, from, to: from + lines });
        this.y += above + lines * job.line + after;
        from += lines;
      }
      if (from >= job.lines) return;
      this.turn();
    }
  }

  /** The least height of what a kept paragraph must stand with. */
  beginning(following) {
    let height = 0;
    for (const block of following) {
      if (block.rows) return height + block.rows.beginning();
      if (!block.job) return height + this.heightOf(block);
      const look = this.sheet.styles[block.part.style];
      const kept = look.keep || block.part.keep;
      const lines = kept ? block.job.lines : Math.min(block.job.lines, block.job.lines === 3 ? 3 : FEWEST);
      height += px(look.before) + lines * block.job.line;
      if (!kept) return height;
      height += px(look.after);
    }
    return height;
  }

  heightOf(block) {
    if (block.part.kind === "line") return lineRoom(this.sheet);
    return Math.max(...block.sides.map((side) => side.reduce((sum, each) => {
      if (!each.job) return sum + lineRoom(this.sheet);
      const look = this.sheet.styles[each.part.style];
      return sum + px(look.before + look.after) + each.job.lines * each.job.line;
    }, 0)));
  }
}

const heightOfNotes = (block) => block.notes.reduce((sum, job) => sum + job.lines * job.line, 0);

function lineRoom(sheet) {
  const look = sheet.styles.KHLine;
  return px(look.before + look.after + look.line);
}
