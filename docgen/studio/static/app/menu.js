// Everything else that can be done: a menu in the bar, and the windows it opens.
import { html, signal, useEffect, useRef } from "../lib/ui.js";
import { build } from "./build.js";
import { notices, shown } from "./state.js";
import { PastWindow } from "./windows/past.js";
import { CompareWindow, NewYearWindow, SearchWindow } from "./windows/years.js";
import { IssueWindow } from "./windows/issue.js";
import { checkSheet, download, pdf, word } from "./windows/tools.js";
import { OpinionsWindow } from "./windows/opinions.js";
import { ReturnedWindow } from "./windows/returned.js";
import { WorkWindow } from "./windows/work.js";

const isOpen = signal(false);
const WINDOWS = { issue: IssueWindow, work: WorkWindow, returned: ReturnedWindow, opinions: OpinionsWindow, past: PastWindow, "new-year": NewYearWindow, compare: CompareWindow, search: SearchWindow };

const ENTRIES = [
  ["Việc còn phải làm…", () => { shown.value = "work"; }],
  ["Tìm trong mọi năm…", () => { shown.value = "search"; }],
  ["Lịch sử phần đang soạn…", () => { shown.value = "past"; }],
  null,
  ["Lấy chỗ sửa trong Word, Excel…", () => { shown.value = "returned"; }],
  ["Gom góp ý nhiều bản…", () => { shown.value = "opinions"; }],
  ["Bảng Excel để điền", () => download("workbook", {}, "Đang ghi tệp Excel…")],
  null,
  ["Tạo bản nháp", () => build({ draft: true })],
  ["Tải văn bản Word", word],
  ["Xem đúng trang (PDF)", pdf],
  ["Phiếu kiểm tra trình ký", checkSheet],
  ["In các trang này…", () => print()],
  ["Ban hành: điền số, ngày…", () => { shown.value = "issue"; }],
  null,
  ["So sánh hai năm…", () => { shown.value = "compare"; }],
  ["Sang năm mới…", () => { shown.value = "new-year"; }],
];

export function Menu() {
  const own = useRef();
  useEffect(() => {
    const away = (event) => { if (!own.current.contains(event.target)) isOpen.value = false; };
    addEventListener("pointerdown", away);
    return () => removeEventListener("pointerdown", away);
  }, []);
  const keys = (event) => {
    const items = [...own.current.querySelectorAll("[role=menuitem]")];
    const at = items.indexOf(document.activeElement);
    if (event.key === "Escape") {
      isOpen.value = false;
      own.current.querySelector("button").focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      items.at((at + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length)?.focus();
    }
  };
  const choose = (act) => {
    own.current.querySelector("button").focus();
    isOpen.value = false;
    notices.value = [];
    act();
  };
  return html`<div class="menu" ref=${own} onKeyDown=${keys}>
    <button aria-haspopup="menu" aria-expanded=${isOpen.value} onClick=${() => { isOpen.value = !isOpen.value; }}>Việc khác ▾</button>
    ${isOpen.value ? html`<div role="menu" aria-label="Việc khác">${ENTRIES.map((each) => (each ? html`<button role="menuitem" onClick=${() => choose(each[1])}>${each[0]}</button>` : html`<hr role="separator" />`))}</div>` : null}
  </div>`;
}

export function Windows() {
  const Window = WINDOWS[shown.value];
  return Window ? html`<${Window} key=${shown.value} close=${() => { shown.value = ""; }} />` : null;
}
