// The bar on top: the year, and what is done with the whole plan.
import { html } from "../lib/ui.js";
import { save } from "./saving.js";
import { busy, dirty, open, say, trying, year, years } from "./state.js";
import { build } from "./build.js";
import { Menu } from "./menu.js";
import { goBack } from "./text.js";

async function change(event) {
  const wanted = event.target.value;
  if (dirty.value.length && !(await save())) {
    event.target.value = year.value;
    return;
  }
  await trying(() => open(wanted));
}

async function saveNow() {
  if (await save()) say("Đã lưu.", "good");
}

export function Bar() {
  const count = dirty.value.length;
  return html`<header class="bar">
    <strong class="brand">docgen</strong>
    <label>Năm <select value=${year.value} onChange=${change}>${years.value.map((each) => html`<option value=${each}>${each}</option>`)}</select></label>
    <div class="group" role="group" aria-label="Sửa đổi">
      <button class="icon" aria-label="Hoàn tác" title="Hoàn tác (Ctrl+Z)" onClick=${() => goBack()}>↶</button>
      <button class="icon" aria-label="Làm lại" title="Làm lại (Ctrl+Y)" onClick=${() => goBack(true)}>↷</button>
    </div>
    <span class="soft grow" role="status">${busy.value || (count ? `${count} tệp chưa lưu` : "Đã lưu hết")}</span>
    <${Menu} />
    <button disabled=${!count} onClick=${saveNow} title="Ctrl+S">Lưu</button>
    <button class="primary" onClick=${() => build()} disabled=${Boolean(busy.value)}>Tạo văn bản</button>
  </header>`;
}
