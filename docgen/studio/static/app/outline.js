// The plan's outline, as it prints: a click goes to where it is written.
import { computed, html } from "../lib/ui.js";
import { headings, isShared, titleOf } from "./places.js";
import { current, cursor, dirty, files, found, go } from "./state.js";

const here = computed(() => {
  const at = cursor.value;
  if (!at) return null;
  const before = headings.value.filter((each) => each.file === at.file && each.line <= at.line);
  return before.at(-1) ?? null;
});

const troubled = computed(() => {
  const counts = {};
  for (const each of found.value.findings) if (each.severity === "error") counts[each.file] = (counts[each.file] ?? 0) + 1;
  return counts;
});

const walk = (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  buttons[buttons.indexOf(document.activeElement) + step]?.focus();
  event.preventDefault();
};

/** What a file has to say of itself: unsaved, wrong. */
function Marks({ name }) {
  return html`${dirty.value.includes(name) ? html`<span class="unsaved" title="chưa lưu">●<span class="visually-hidden"> chưa lưu</span></span>` : null}${troubled.value[name] ? html`<span class="badge">${troubled.value[name]}<span class="visually-hidden"> lỗi</span></span>` : null}`;
}

function File({ name }) {
  return html`<li><button class="plain" title=${name} aria-current=${current.value === name ? "true" : undefined} onClick=${() => go(name, 1)}><span>${titleOf(name)}</span><${Marks} name=${name} /></button></li>`;
}

export function Outline() {
  const names = Object.keys(files.value);
  const printed = new Set(headings.value.map((each) => each.file));
  const others = names.filter((name) => !isShared(name) && !printed.has(name));
  const first = (each) => headings.value.find((other) => other.file === each.file) === each;
  return html`<nav class="outline" aria-label="Mục lục" onKeyDown=${walk}>
    <h2>Kế hoạch</h2>
    <ul>${headings.value.map((each) => html`<li class=${`level-${each.level}`}><button class="plain" title=${each.title} aria-current=${here.value === each ? "true" : undefined} onClick=${() => go(each.file, each.line, each.column)}><span>${each.title}</span>${first(each) ? html`<${Marks} name=${each.file} />` : null}</button></li>`)}</ul>
    ${others.length ? html`<h2>Chưa lên trang in</h2><ul>${others.map((name) => html`<${File} key=${name} name=${name} />`)}</ul>` : null}
    <h2>Dùng chung mọi năm</h2>
    <ul>${names.filter(isShared).map((name) => html`<${File} key=${name} name=${name} />`)}</ul>
  </nav>`;
}
