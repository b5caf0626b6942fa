// Letting a finding stand: the officer says why, and the reason goes into the content.
import { html, useSignal } from "../lib/ui.js";
import { remake } from "./state.js";

const focused = (own) => own?.focus();

export function LetStand({ each }) {
  const asks = useSignal(false);
  if (!/^KH([1-6]|06)/.test(each.code)) return null;
  const pass = async (event) => {
    event.preventDefault();
    const reason = new FormData(event.target).get("reason");
    if (await remake("let-stand", each.file, { line: each.line, code: each.code, reason })) asks.value = false;
  };
  return asks.value
    ? html`<form class="row" onSubmit=${pass}>
        <label>Lý do <input name="reason" required ref=${focused} placeholder="ví dụ: số liệu theo Bộ Nội vụ" /></label>
        <button class="small">Bỏ qua chỗ này</button><button type="button" class="small ghost" onClick=${() => { asks.value = false; }}>Thôi</button>
      </form>`
    : html`<button class="small ghost" onClick=${() => { asks.value = true; }}>Bỏ qua, có lý do…</button>`;
}
