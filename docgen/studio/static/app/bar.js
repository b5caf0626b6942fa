// The bar on top: the year, and what is done with the whole plan.
import { html } from "../lib/ui.js";
import { ask } from "./api.js";
import { busy, dirty, found, open, save, say, trying, year, years } from "./state.js";
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

export async function build(more = {}) {
  if (!(await save())) return;
  busy.value = "Đang tạo văn bản…";
  const built = await trying(() => ask("build", { year: year.value, ...more }));
  busy.value = "";
  if (!built) return;
  if (built.written) {
    say(`${built.changed ? "Đã tạo" : "Không có gì thay đổi:"} ${built.written}${built.kept ? `; bản đã sửa trong Word giữ ở ${built.kept}` : ""}${built.tally ? `. Nên xem trước khi trình ký: ${built.tally}` : ""}.`, "good", { stays: true });
  } else {
    found.value = { ...found.value, findings: built.findings, tally: built.tally };
    say(`Chưa tạo văn bản: ${built.tally}. Xem phần Cần xem ở dưới.`, "bad", { stays: true });
  }
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
    <button disabled=${!count} onClick=${saveNow} title="Ctrl+S">Lưu</button>
    <button class="primary" onClick=${() => build()} disabled=${Boolean(busy.value)}>Tạo văn bản</button>
  </header>`;
}
