// Unsaved texts are kept in the browser and come back by themselves; a second tab is warned.
import { effect, html, signal, untracked } from "../lib/ui.js";
import { keep, kept } from "./keeping.js";
import { dirty, files, refresh, say, year } from "./state.js";

const nameOf = (name) => `draft.${name}`;
const restored = signal(null);

/** Keeps what is unsaved, by file and the sum it began from; brings back what was kept before. */
export function watchDrafts() {
  let restoredYear = "";
  effect(() => {
    if (year.value !== restoredYear) { // before anything of it is kept or dropped
      restoredYear = year.value;
      untracked(restore);
    }
    for (const [name, file] of Object.entries(files.value)) {
      keep(nameOf(name), file.text === file.saved ? null : { text: file.text, sum: file.sum, at: Date.now() });
    }
  });
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel("docgen");
  channel.onmessage = ({ data }) => {
    if (data === "here?") channel.postMessage("here");
    if (data === "here") say("Trang này đang mở ở một thẻ khác. Nên sửa ở một thẻ thôi.", "bad", { stays: true });
  };
  channel.postMessage("here?");
}

function restore() {
  const next = { ...files.value };
  let latest = 0;
  for (const [name, file] of Object.entries(next)) {
    const draft = kept(nameOf(name));
    if (!draft || draft.text === file.saved) continue;
    next[name] = { ...file, text: draft.text, sum: draft.sum };
    latest = Math.max(latest, draft.at);
  }
  if (!latest) return;
  files.value = next;
  restored.value = { at: latest, year: year.value };
  refresh(0);
}

function drop() {
  files.value = Object.fromEntries(Object.entries(files.value).map(([name, file]) => [name, { ...file, text: file.saved }]));
  restored.value = null;
  refresh(0);
}

export function Drafts() {
  if (!restored.value || !dirty.value.length) return null;
  const when = new Date(restored.value.at).toLocaleTimeString("vi", { hour: "2-digit", minute: "2-digit" });
  return html`<p class="draft-bar">Có phần sửa chưa lưu, lúc ${when}, đã lấy lại.
    <button class="small" onClick=${drop}>Bỏ phần đó</button>
    <button class="small ghost" onClick=${() => { restored.value = null; }}>Giữ</button></p>`;
}
