// Elements of the paper out of plain values. Words are put as text, never as markup.
const LOOKS = { b: "bold", i: "italic", l: "light", s: "below", p: "above", n: "note", f: "fill" };
const DOTS = "…".repeat(12); // about as wide as a blank that Word draws to its stop

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** The words of pieces, as the reader counts their letters. */
export const wordsOf = (pieces) => pieces.map((piece) => piece[2].map((run) => run[0]).join("")).join("");

/** A paragraph; `from` and `to` are the letters of it that stand here. */
export function paragraph(style, pieces, { from = 0, to = Infinity, align = "", size = 0 } = {}) {
  const made = element("p", style);
  let at = 0;
  pieces.forEach((piece, number) => {
    const span = element("span", piece[1] === "mark" ? "" : `o-${piece[1]}`);
    span.dataset.k = number;
    for (const [words, looks] of piece[2]) {
      const [start, end] = [Math.max(from - at, 0), Math.min(to - at, words.length)];
      at += words.length;
      if (start >= end) continue;
      const shown = end < words.length ? words.slice(start, end).trimEnd() : words.slice(start, end);
      if (looks) span.append(element("span", [...looks].map((each) => LOOKS[each]).join(" "), looks.includes("f") ? DOTS : shown));
      else span.append(shown);
    }
    if (span.childNodes.length) made.append(span);
  });
  if (align) made.style.textAlign = align === "both" ? "justify" : align;
  if (size) made.style.fontSize = `${size / 2}pt`;
  if (from > 0) made.classList.add("goes-on");
  if (to < at) made.classList.add("broken");
  return made;
}
