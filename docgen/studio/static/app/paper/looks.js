// The template's looks as rules of a style sheet. Lengths come in twips, 15 to a CSS pixel.
export const px = (twips) => twips / 15;
const LINE_OF_FONT = 1.15; // a single line of Times New Roman, in its size
const SIDES = ["top", "right", "bottom", "left"];
const ALIGN = { both: "justify", left: "left", right: "right", center: "center" };
const sheetOfLooks = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheetOfLooks];
let looked = "";

/** Height of a line in pixels. */
export function lineHeight(look, halfPoints = look.size) {
  if (look.exact) return px(look.line);
  return (halfPoints / 2) * (96 / 72) * LINE_OF_FONT * (look.line / 240);
}

/** Puts the looks of all styles into the page; true where they changed. */
export function setLooks(sheet) {
  const now = JSON.stringify(sheet);
  if (now === looked) return false;
  looked = now;
  const rules = Object.entries(sheet.styles).map(([style, look]) => `.sheet .${style}{${[
    `font-size:${look.size / 2}pt`,
    `font-weight:${look.bold ? 700 : 400}`,
    `font-style:${look.italic ? "italic" : "normal"}`,
    `text-transform:${look.caps ? "uppercase" : "none"}`,
    `line-height:${lineHeight(look)}px`,
    `text-align:${ALIGN[look.align] ?? "left"}`,
    `text-indent:${px(look.first)}px`,
    `margin:0 ${px(look.right)}px 0 ${px(look.left)}px`,
  ].join(";")}}`);
  rules.push(`.sheet td,.sheet th{padding:${SIDES.map((side) => `${px(sheet.cell[side])}px`).join(" ")}}`);
  sheetOfLooks.replaceSync(rules.join("\n"));
  return true;
}
