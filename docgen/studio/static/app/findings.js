// What is wrong, why, and what can be done about it at once.
import { computed, html, signal } from "../lib/ui.js";
import { placeOf, titleOf } from "./places.js";
import { LetStand } from "./let_stand.js";
import { files, found, go, remake, show, unreadable } from "./state.js";

const WEIGHT = { error: "lỗi", warning: "cảnh báo", info: "gợi ý" };
const RANK = { error: 0, warning: 1, info: 2 };
const wanted = signal({ error: true, warning: true, info: true, let: false });
const words = signal("");
const open = signal(new Set()); // keys of findings and of groups

const all = computed(() => (unreadable.value.length && !found.value.findings.length ? unreadable.value : found.value.findings));
const shown = computed(() => {
  const list = [...all.value, ...(wanted.value.let ? found.value.silenced : [])];
  const asked = words.value.trim().toLowerCase();
  return list.filter((each) => (each.let || wanted.value[each.severity])
    && (!asked || `${each.code} ${each.message} ${each.title} ${titleOf(each.file)} ${placeOf(each.file, each.line)}`.toLowerCase().includes(asked)))
    .sort((one, other) => RANK[one.severity] - RANK[other.severity]);
});
const keyOf = (each) => `${each.code}|${each.file}|${each.line}|${each.column}|${each.message}`;
const alike = (each) => `${each.code}|${each.severity}|${each.message}|${each.let ?? ""}`;
const groups = computed(() => {
  const found = new Map();
  for (const each of shown.value) found.set(alike(each), [...(found.get(alike(each)) ?? []), each]);
  return [...found];
});

/** Opens or closes a finding or a group; true where it is open now. */
function flip(key) {
  const next = new Set(open.value);
  const opens = !next.delete(key);
  if (opens) next.add(key);
  open.value = next;
  return opens;
}

/** Mends one finding, or all that have one certain answer. */
const mend = (each) => remake("fix", each.file, { fixes: [each.fix] });
async function mendAll() {
  const list = all.value.filter((each) => each.fix);
  for (const file of new Set(list.map((each) => each.file))) {
    await remake("fix", file, { fixes: list.filter((each) => each.file === file).map((each) => each.fix) });
  }
}

function Weight({ each }) {
  return html`<span class="dot" aria-hidden="true"></span><span class="visually-hidden">${WEIGHT[each.severity]}: </span>`;
}

/** The words at a finding's place: what tells one from another where both say the same. */
function wordsAt({ file, line }) {
  const said = files.value[file]?.text.split("\n", line).at(-1) ?? "";
  return said.replace(/^[-\s]*(\w+:\s*)?/, "").slice(0, 90);
}

/** One finding; `within` a group it says only where. */
function Finding({ each, within }) {
  const key = keyOf(each);
  const isOpen = open.value.has(key);
  const place = placeOf(each.file, each.line);
  return html`<li class=${`finding ${each.severity} ${each.let ? "let" : ""}`}>
    <div class="finding-line">
      <button class="plain finding-main" aria-expanded=${isOpen} onClick=${() => flip(key) && show(each.file, each.line || 1, each.column || 1)}>
        ${within ? null : html`<${Weight} each=${each} />`}
        <span class="finding-words">${within ? html`${place} <span class="soft">${wordsAt(each)}</span>` : each.message}${each.let && !within ? html` <em class="soft">(bỏ qua: ${each.let})</em>` : null}</span>
      </button>
      <button class="small ghost where" aria-label=${`Tới ${place}`} title=${`${each.file}:${each.line}`} onClick=${() => go(each.file, each.line || 1, each.column || 1)}>${within ? "tới đó" : place}</button>
      ${each.fix && !each.let ? html`<button class="small" aria-label=${`Sửa: ${each.message}`} onClick=${() => mend(each)}>Sửa</button>` : null}
    </div>
    ${isOpen ? html`<div class="finding-more">
      ${each.hint ? html`<p class="hint">→ ${each.hint}</p>` : null}
      ${each.reason ? html`<p>${each.reason}</p>` : null}
      <p class="soft">${each.code}${each.title ? `: ${each.title}` : ""}${each.clause ? ` · Nghị định 30/2020/NĐ-CP, ${each.clause}` : ""}</p>
      ${each.let ? null : html`<${LetStand} each=${each} />`}
    </div>` : null}
  </li>`;
}

/** Findings of the same words: one line with their number, which opens. */
function Group({ name, list }) {
  const [first] = list;
  const isOpen = open.value.has(name);
  return html`<li class=${`finding ${first.severity} ${first.let ? "let" : ""}`}>
    <div class="finding-line"><button class="plain finding-main" aria-expanded=${isOpen} onClick=${() => flip(name)}>
      <${Weight} each=${first} />
      <span class="finding-words">${first.message}${first.let ? html` <em class="soft">(bỏ qua: ${first.let})</em>` : null}</span>
      <span class="count">${list.length} chỗ</span>
    </button></div>
    ${isOpen ? html`<ul class="alike" aria-label=${first.message}>${list.map((each) => html`<${Finding} key=${keyOf(each)} each=${each} within />`)}</ul>` : null}
  </li>`;
}

export function Findings() {
  const counts = (kind) => all.value.filter((each) => each.severity === kind).length;
  const toggle = (kind) => { wanted.value = { ...wanted.value, [kind]: !wanted.value[kind] }; };
  const fixable = all.value.filter((each) => each.fix).length;
  const filters = [["error", `${counts("error")} lỗi`], ["warning", `${counts("warning")} cảnh báo`], ["info", `${counts("info")} gợi ý`]];
  if (found.value.silenced.length) filters.push(["let", `${found.value.silenced.length} bỏ qua`]);
  return html`<section class="findings" aria-label="Chỗ cần xem">
    <header class="strip">
      <h2>Cần xem</h2>
      <div class="filters">${filters.map(([kind, label]) => html`<button class=${`chip ${kind}`} aria-pressed=${wanted.value[kind]} onClick=${() => toggle(kind)}><span class="dot" aria-hidden="true"></span>${label}</button>`)}</div>
      <input class="find" type="search" aria-label="Lọc chỗ cần xem" placeholder="Lọc…" value=${words.value} onInput=${(event) => { words.value = event.target.value; }} />
      ${fixable ? html`<button class="small right" onClick=${mendAll}>Sửa ${fixable} chỗ chắc chắn</button>` : null}
    </header>
    <ul class="list">${groups.value.slice(0, 300).map(([name, list]) => (list.length > 1 ? html`<${Group} key=${name} name=${name} list=${list} />` : html`<${Finding} key=${keyOf(list[0])} each=${list[0]} />`))}</ul>
    ${shown.value.length ? null : html`<p class="empty">${all.value.length ? "Không có chỗ nào khớp bộ lọc." : "Chưa thấy chỗ nào cần xem."}</p>`}
    <p class="visually-hidden" role="status">${found.value.tally}</p>
  </section>`;
}
