// What windows share: files in and out, and saving before something reads the disk.
import { html } from "../../lib/ui.js";
import { ask } from "../api.js";
import { save } from "../saving.js";
import { busy, say, trying, year } from "../state.js";

/** A file as the server takes it. */
export async function sent(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { name: file.name, data: btoa(text) };
}

/** Hands a file of the server's to the officer. */
export function handOut({ name, data }) {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say(`Đã tải về ${name}.`, "good");
}

/** Asks for something that reads the disk: saves first, says what goes on. */
export async function asking(what, body = {}, doing = "Đang làm…") {
  if (!(await save())) return undefined;
  busy.value = doing;
  const answer = await trying(() => ask(what, { year: year.value, ...body }));
  busy.value = "";
  return answer;
}

export async function download(what, body, doing) {
  const answer = await asking(what, body, doing);
  if (answer) handOut(answer);
  return answer;
}

/** Opens a page that the server made, in a tab of its own. */
export function openPage(address) {
  const link = document.createElement("a");
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener";
  link.click();
}

/** The document as PDF, page for page what Word or LibreOffice prints. */
export async function pdf() {
  const made = await download("pdf", {}, "Đang tạo PDF…");
  if (made) say(`PDF ${made.pages} trang.`, "good");
}

export const word = () => download("document");
export const checkSheet = () => download("check-sheet", {}, "Đang lập phiếu…");

/** What can be had of a document that was made. */
export function Downloads() {
  return html`<div class="row" role="group" aria-label="Tải về">
    <button onClick=${word}>Văn bản Word</button><button onClick=${pdf}>PDF đúng trang</button><button onClick=${checkSheet}>Phiếu kiểm tra trình ký</button>
  </div>`;
}
