// What interrupts: short notices, and the choice when a file was saved by somebody else.
import { html, useLayoutEffect, useRef } from "../lib/ui.js";
import { titleOf } from "./places.js";
import { changedOnDisk, conflict, settle } from "./saving.js";
import { notices, unsay } from "./state.js";

export function Notices() {
  return html`<div class="notices" role="status" aria-live="polite">
    ${changedOnDisk.value.length ? html`<p class="notice bad">Có người vừa lưu ${changedOnDisk.value.map(titleOf).join(", ")} trong lúc đang sửa ở đây. Khi lưu sẽ được hỏi giữ bản nào.</p>` : null}
    ${notices.value.map((each) => html`<p key=${each.id} class=${`notice ${each.kind}`}>${each.words}<button class="icon" aria-label="Đóng thông báo" onClick=${() => unsay(each.id)}>×</button></p>`)}
  </div>`;
}

/** A modal window; Escape closes it. What is said meanwhile stands in it: the rest is out of reach. */
export function Dialog({ title, close, children, wide }) {
  const own = useRef();
  useLayoutEffect(() => {
    own.current.showModal();
    return () => own.current.close(); // the focus goes back to where it was
  }, []);
  return html`<dialog ref=${own} class=${wide ? "wide" : ""} aria-label=${title} onClose=${() => own.current && close()} onCancel=${close}>
    <header class="strip"><h2>${title}</h2><button class="icon right" aria-label="Đóng" onClick=${close}>×</button></header>
    <div class="dialog-body">${children}</div>
    <${Notices} />
  </dialog>`;
}

/** A unified difference, line by line. */
export function Difference({ text }) {
  const kind = (line) => (/^(\+\+\+|---|@@)/.test(line) ? "soft" : line.startsWith("+") ? "added" : line.startsWith("-") ? "gone" : "");
  return html`<pre class="difference" tabindex="0">${text.split("\n").map((line) => html`<span class=${kind(line)}>${line}\n</span>`)}</pre>`;
}

export function Conflict() {
  if (!conflict.value) return null;
  const { theirs, difference } = conflict.value;
  return html`<${Dialog} title="Tệp vừa được sửa ở nơi khác" close=${() => settle("later")} wide>
    <p>${titleOf(theirs.name)} (${theirs.name}) trên đĩa không còn là bản đã đọc: đồng nghiệp hoặc chương trình khác vừa lưu. Dòng − là của tệp trên đĩa, dòng + là của trang này. Chưa ghi gì.</p>
    <${Difference} text=${difference} />
    <div class="row end">
      <button onClick=${() => settle("later")}>Để xem lại</button>
      <button onClick=${() => settle("theirs")}>Lấy bản trên đĩa</button>
      <button class="primary" onClick=${() => settle("mine")}>Giữ bản của tôi</button>
    </div>
  </${Dialog}>`;
}
