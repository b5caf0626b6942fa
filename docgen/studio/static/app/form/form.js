// The form of the current file, whatever it holds.
import { effect, html, untracked, useEffect, useRef } from "../../lib/ui.js";
import { current, spot } from "../state.js";
import { agencies, keyOf, placeAt, put, shape, visit, wanted } from "./shape.js";
import { Drop } from "./drop.js";
import { Keys } from "./fields.js";
import { openRow } from "./grid.js";

function Agencies({ tree }) {
  const add = (event) => {
    event.preventDefault();
    const data = new FormData(event.target);
    const code = data.get("code").trim();
    if (code) put([code], { name: data.get("name").trim() || "…" }).then(() => { wanted.value = keyOf([code, "name"]); });
    event.target.reset();
  };
  return html`${Object.entries(tree || {}).map(([code, each]) => html`<details class="card" key=${code} data-entry><summary><strong>${each?.name || code}</strong> <span class="soft">${code}</span></summary><${Keys} of="Agency" place=${[code]} value=${each || {}} /><${Drop} place=${[code]} name=${each?.name || code} what="cơ quan này" agency /></details>`)}
    <form class="row" onSubmit=${add}><input name="code" required pattern="[a-z0-9]+(-[a-z0-9]+)*" placeholder="ma-co-quan" aria-label="Mã cơ quan mới" /><input name="name" placeholder="Tên chính thức" aria-label="Tên chính thức" /><button class="small">+ Thêm cơ quan</button></form>`;
}

function lead(host, again = false) {
  const { file, line, quiet } = spot.value ?? {};
  if (!shape.value || shape.value.name !== file) return;
  const place = placeAt(line);
  for (let key = place; key; key = key.includes("/") ? key.slice(0, key.lastIndexOf("/")) : "") {
    const target = host.querySelector(`[data-place="${CSS.escape(key)}"]`);
    if (!target) continue;
    target.closest("details")?.setAttribute("open", "");
    if (!quiet) target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
    return;
  }
  if (!again && openRow(place)) {
    requestAnimationFrame(() => lead(host, true));
    return;
  }
  host.scrollTo({ top: 0 });
  visit([Object.keys(shape.value.tree ?? {})[0] ?? ""]);
}

export function FormOf() {
  const host = useRef();
  const last = useRef();
  useEffect(() => effect(() => {
    const [place, known] = [spot.value, shape.value];
    if (!place || !known || place === last.current || known.name !== place.file) return;
    last.current = place;
    untracked(() => requestAnimationFrame(() => host.current && lead(host.current)));
  }), []);
  const known = shape.value;
  if (known?.name !== current.value) return html`<div class="form" ref=${host}></div>`; // on its way
  return html`<div class="form" ref=${host} key=${known.name}>
    <datalist id="codes">${[...agencies.value].map(([code, name]) => html`<option value=${code}>${name}</option>`)}</datalist>
    ${!known.of || (known.tree && typeof known.tree !== "object") ? html`<p class="empty">Tệp này chưa đọc được thành biểu mẫu; xem ở tab Chữ.</p>`
      : known.of === "Agency" ? html`<${Agencies} tree=${known.tree} />`
      : html`<${Keys} of=${known.of} place=${[]} value=${known.tree || {}} />`}
  </div>`;
}
