// The fields of a form, by the kind of what they hold.
import { html, useEffect, useLayoutEffect, useRef } from "../../lib/ui.js";
import { agencies, insert, keyOf, move, put, remove, shapes, visit, wanted } from "./shape.js";
import { Grid } from "./grid.js";
import { Entries } from "./entries.js";
import { Drop } from "./drop.js";

const GROWS = CSS.supports("field-sizing", "content"); // else the height is set by hand
const WITH_CODES = new Set(["agency", "agencies", "members", "successor"]);
const CHOICES = {
  yes: "có", no: "không", paper: "văn bản giấy", electronic: "văn bản điện tử", roman: "I., 1., 1.1.", number: "1., 1.1.",
  landscape: "ngang", portrait: "dọc", left: "trái", center: "giữa", right: "phải", justify: "đều hai bên",
  dash: "gạch đầu dòng", letter: "a), b), c)", none: "không có", plus: "dấu +",
};

const oneLine = (words) => words.replace(/\s*\n\s*/g, " ");

/** One text: it grows with its words, and is written at each letter, one writing after the other. */
export function Words({ place, value, label, onKeyDown, list, short, inputMode, labelledBy }) {
  const own = useRef();
  const sent = useRef(null); // what was written last and has not come back yet
  const writing = useRef(false);
  const said = value ?? "";
  const grow = () => {
    if (GROWS || own.current.tagName !== "TEXTAREA") return;
    own.current.style.height = "0";
    own.current.style.height = `${own.current.scrollHeight + 2}px`;
  };
  useLayoutEffect(() => {
    const shown = own.current.value;
    if (shown === said) sent.current = null;
    else if (!writing.current && (sent.current !== shown || document.activeElement !== own.current)) own.current.value = said;
    grow();
  });
  useEffect(() => {
    if (wanted.value === keyOf(place)) {
      own.current.focus();
      wanted.value = "";
    }
  });
  const write = async () => {
    const shown = own.current.value;
    if (writing.current || sent.current === shown || oneLine(shown) === said) return;
    sent.current = shown;
    writing.current = true;
    await put(place, oneLine(shown));
    writing.current = false;
    if (own.current && own.current.value !== shown) again.current();
  };
  const again = useRef();
  again.current = write;
  const input = () => {
    grow();
    write();
  };
  const shared = {
    ref: own, "data-place": keyOf(place), "aria-label": labelledBy ? undefined : label, onInput: input, onChange: write,
    onFocus: () => visit(place), onKeyDown, autocomplete: "off", spellcheck: false,
  };
  if (list || short) return html`<input class="words" list=${list} inputmode=${inputMode} ...${shared} />`;
  return html`<textarea class="words" rows="1" ...${shared}></textarea>`;
}

/** Buttons that move or take away an item of a list. */
export function Tools({ place, last, what }) {
  const number = place.at(-1);
  const to = (step) => [...place.slice(0, -1), number + step];
  return html`<span class="tools">
    <button class="icon" aria-label=${`Đưa ${what} lên`} disabled=${number === 0} onClick=${() => move(place, to(-1))}>↑</button>
    <button class="icon" aria-label=${`Đưa ${what} xuống`} disabled=${last} onClick=${() => move(place, to(2))}>↓</button>
    <button class="icon" aria-label=${`Xóa ${what}`} onClick=${() => remove(place)}>×</button>
  </span>`;
}

const listed = (value) => (Array.isArray(value) ? value : value ? [value] : []);

function Lines({ place, value, title, codes }) {
  const items = listed(value);
  const own = Array.isArray(value) || !value;
  const placeOf = (number) => (own ? [...place, number] : place);
  const keys = (number) => (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      event.target.dispatchEvent(new Event("change"));
      insert([...place, number + 1], "…");
    }
  };
  return html`<ul class="lines">
    ${items.map((each, number) => html`<li key=${number}>
      <${Words} place=${placeOf(number)} value=${each} label=${`${title}, dòng ${number + 1}`} onKeyDown=${keys(number)} list=${codes ? "codes" : undefined} />
      ${codes && agencies.value.get(each) ? html`<span class="soft code-name">${agencies.value.get(each)}</span>` : null}
      ${own ? html`<${Tools} place=${placeOf(number)} last=${number === items.length - 1} what=${`dòng ${number + 1} của ${title}`} />` : null}
    </li>`)}
    <li><button class="small ghost" onClick=${() => insert([...place, items.length], "…")}>+ Thêm dòng</button></li>
  </ul>`;
}

function Pairs({ place, value, title }) {
  return html`<div class="pairs">${Object.entries(value || {}).map(([key, each]) => html`<div class="pair" key=${key} data-entry><label><span>${key}</span><${Words} place=${[...place, key]} value=${each} label=${`${title}: ${key}`} /></label><${Drop} place=${[...place, key]} name=${key} /></div>`)}</div>
    <form class="row" onSubmit=${(event) => {
      event.preventDefault();
      const key = new FormData(event.target).get("key").trim();
      if (key) put([...place, key], "…").then(() => { wanted.value = keyOf([...place, key]); });
      event.target.reset();
    }}><input name="key" aria-label=${`Thêm vào ${title}`} placeholder="Chữ mới…" /><button class="small ghost">+ Thêm</button></form>`;
}

/** The keys of a class that the content has or must have; the others can be added. */
export function Keys({ of, place, value, skip = [] }) {
  const keys = shapes.value[of] ?? [];
  const here = value ?? {};
  const shown = keys.filter((each) => !skip.includes(each.key) && (each.key in here || each.required));
  const more = keys.filter((each) => !skip.includes(each.key) && !shown.includes(each) && each.kind !== "table");
  return html`${shown.map((each) => html`<${Field} key=${each.key} known=${each} place=${[...place, each.key]} value=${here[each.key]} />`)}
    ${more.length ? html`<label class="more"><span class="visually-hidden">Thêm mục</span><select value="" onChange=${(event) => {
      const key = event.target.value;
      event.target.value = "";
      const known = more.find((each) => each.key === key);
      put([...place, key], known.kind === "lines" ? ["…"] : known.kind === "list" ? ["…"] : known.kind === "choice" ? known.choices[0] : "…").then(() => { wanted.value = keyOf([...place, key]); });
    }}><option value="">+ Thêm mục…</option>${more.filter((each) => !["group", "map", "pairs"].includes(each.kind)).map((each) => html`<option value=${each.key}>${each.title}</option>`)}</select></label>` : null}`;
}

export function Field({ known, place, value }) {
  const { kind, title, hint } = known;
  const head = html`<span class="field-title">${title}</span>`;
  const codes = WITH_CODES.has(known.key);
  if (kind === "text") {
    return html`<label class="field" title=${hint}>${head}<${Words} place=${place} value=${value} label=${title} list=${codes ? "codes" : undefined} labelledBy />
      ${codes && agencies.value.get(value) ? html`<span class="soft code-name">${agencies.value.get(value)}</span>` : null}</label>`;
  }
  if (kind === "choice") {
    return html`<label class="field" title=${hint}>${head}<select data-place=${keyOf(place)} value=${value ?? ""} onFocus=${() => visit(place)} onChange=${(event) => put(place, event.target.value)}>
      <option value="">(mặc định)</option>${known.choices.map((each) => html`<option value=${each}>${CHOICES[each] ?? each}</option>`)}</select></label>`;
  }
  if (kind === "table") return html`<${Grid} place=${place} table=${value} />`;
  if (kind === "list" && known.files && listed(value).every((each) => typeof each === "string")) {
    return html`<div class="field" title=${hint}>${head}<span class="soft">${listed(value).join(" · ")}</span></div>`;
  }
  const body = { lines: Lines, pairs: Pairs, list: Entries }[kind];
  if (kind === "group") return html`<fieldset title=${hint}><legend>${title}</legend><${Keys} of=${known.of} place=${place} value=${value || {}} /></fieldset>`;
  if (kind === "map") {
    return html`<fieldset title=${hint}><legend>${title}</legend>${Object.entries(value || {}).map(([key, each]) => html`<fieldset class="inner" key=${key} data-entry><legend>${key}</legend><${Keys} of=${known.of} place=${[...place, key]} value=${each || {}} /><div class="wide"><${Drop} place=${[...place, key]} name=${key} what="mục này" /></div></fieldset>`)}</fieldset>`;
  }
  return html`<div class="field wide" role="group" aria-label=${title} title=${hint}>${head}<${body} place=${place} value=${value} title=${title} of=${known.of} short=${known.short} codes=${codes} /></div>`;
}
