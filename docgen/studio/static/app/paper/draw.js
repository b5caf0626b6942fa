// Pages as elements; a page that says the same as before keeps its element.
import { element, paragraph } from "./build.js";
import { px, startOfLine } from "./measure.js";

let drawn = new Map();

/** Draws the pages into `host`; gives how many were drawn anew. */
export function draw(host, pages, sheet) {
  const next = new Map();
  let fresh = 0;
  const all = pages.map((page) => {
    const key = keyOf(page);
    const same = drawn.get(key)?.pop();
    const made = same ?? pageOf(page, sheet);
    if (same) renumber(made, page);
    else fresh += 1;
    if (!next.has(key)) next.set(key, []);
    next.get(key).push(made);
    return made;
  });
  drawn = next;
  let at = host.firstChild;
  for (const made of all) {
    if (at === made) at = at.nextSibling;
    else host.insertBefore(made, at);
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
  return fresh;
}

/** Draws everything anew the next time: the looks changed. */
export const redraw = () => drawn.clear();

function keyOf(page) {
  return `${page.paper.width}|${page.number}|${page.items.map((item) => {
    if (item.rows) return item.rows.map((row) => `${row.height}:${row.cells.map((each) => `${each.cell.column},${each.rows ?? 1},${each.lines.map((line) => `${line.number}${line.number && line !== each.lines[0] ? "" : line.job.key}`).join(" ")}`).join(";")}`).join("\n");
    if (item.block.job) return `${item.top}:${item.from}-${item.to}:${item.block.job.key}:${item.block.job.lines}`;
    return JSON.stringify(item.block.part, (name, value) => (name === "pieces" ? value.map((piece) => piece[2]) : value));
  }).join("\n")}|${page.notes.map((job) => job.key).join("|")}`;
}

const indexed = (made, item) => {
  made.dataset.i = item.block.index;
  return made;
};

function renumber(made, page) {
  const blocks = made.querySelectorAll("[data-i]");
  page.items.forEach((item, number) => indexed(blocks[number], item));
}

function pageOf(page, sheet) {
  const { paper } = page;
  const made = element("section", paper.width > paper.height ? "sheet lies" : "sheet");
  made.setAttribute("aria-label", `Trang ${page.number}${paper.width > paper.height ? " của phụ lục" : ""}`);
  for (const [side, length] of [["wide", paper.width], ["high", paper.height]]) made.style.setProperty(`--${side}`, `${px(length)}px`);
  if (page.number > 1) {
    const number = element("p", "KHPageNumber page-number", String(page.number));
    number.style.top = `${px(paper.header)}px`;
    made.append(number);
  }
  for (const item of page.items) {
    const box = indexed(blockOf(item, sheet), item);
    box.classList.add("block");
    box.tabIndex = -1;
    box.style.top = `${px(paper.top) + item.top}px`;
    box.style.left = `${px(paper.left)}px`;
    box.style.width = `${px(paper.width - paper.left - paper.right)}px`;
    made.append(box);
  }
  if (page.notes.length) made.append(notesOf(page));
  return made;
}

function notesOf({ paper, notes }) {
  const box = element("div", "notes", ...notes.map((job) => paragraph(job.style, job.pieces)));
  box.style.bottom = `${px(paper.bottom)}px`;
  box.style.left = `${px(paper.left)}px`;
  box.style.width = `${px(paper.width - paper.left - paper.right)}px`;
  return box;
}

function blockOf(item, sheet) {
  const { block } = item;
  if (item.rows) return tableOf(item, sheet);
  if (block.job) {
    const [from, to] = [startOfLine(block.job, item.from), startOfLine(block.job, item.to)];
    return element("div", "", paragraph(block.part.style, block.part.pieces, { from, to, align: block.part.align }));
  }
  if (block.part.kind === "line") return element("div", "", ruleOf(block.part, sheet));
  const made = element("div", "columns");
  block.sides.forEach((side, number) => {
    const column = element("div");
    column.style.width = `${px(block.part.columns[number])}px`;
    side.forEach((each, at) => {
      const own = each.job ? paragraph(each.part.style, each.part.pieces) : ruleOf(each.part, sheet);
      if (each.job) {
        own.style.paddingTop = `${px(sheet.styles[each.part.style].before)}px`;
        own.style.paddingBottom = `${px(sheet.styles[each.part.style].after)}px`;
      }
      own.dataset.s = number;
      own.dataset.p = at;
      column.append(own);
    });
    made.append(column);
  });
  return made;
}

function ruleOf(part, sheet) {
  const look = sheet.styles.KHLine;
  const made = element("div", "rule");
  made.style.marginLeft = `${px(part.left)}px`;
  made.style.width = `${px(part.length)}px`;
  made.style.marginTop = `${px(look.before)}px`;
  made.style.height = `${px(look.line)}px`;
  made.style.marginBottom = `${px(look.after)}px`;
  return made;
}

function tableOf(item, sheet) {
  const { part } = item.block;
  const table = element("table");
  const columns = element("colgroup", "", ...part.grid.map((width) => {
    const column = element("col");
    column.style.width = `${px(width)}px`;
    return column;
  }));
  const [head, body] = [element("thead"), element("tbody")];
  for (const { row, height, cells } of item.rows) {
    const made = element("tr");
    made.style.height = `${height}px`;
    const header = row.header;
    const shown = cells.slice().sort((one, other) => one.cell.column - other.cell.column);
    for (const each of header ? shown.filter(({ cell }) => cell.merge !== "continue") : shown) {
      const cell = element(header ? "th" : "td", "", ...paragraphsOf(each));
      if (header) cell.scope = "col";
      if (each.cell.span > 1) cell.colSpan = each.cell.span;
      const rows = header ? (each.cell.last ?? row.number) - row.number + 1 : each.rows ?? 1;
      if (rows > 1) cell.rowSpan = rows;
      cell.dataset.r = each.cell.row;
      cell.dataset.c = each.cell.at;
      made.append(cell);
    }
    (header ? head : body).append(made);
  }
  table.append(columns, head, body);
  table.style.width = `${px(part.grid.reduce((sum, each) => sum + each, 0))}px`;
  return element("div", "", table);
}

function paragraphsOf({ cell, lines }) {
  const made = [];
  for (const job of cell.jobs) {
    const own = lines.filter((line) => line.job === job);
    if (!own.length) continue;
    const [from, to] = [startOfLine(job, own[0].number), startOfLine(job, own.at(-1).number + 1)];
    const words = paragraph(job.style, job.pieces, { from, to, align: job.align, size: job.size });
    if (job.size) words.style.lineHeight = `${job.line}px`;
    words.dataset.q = cell.jobs.indexOf(job);
    made.push(words);
  }
  return made;
}
