// What windows share: files in and out, and saving before something reads the disk.
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
