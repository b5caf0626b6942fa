// The disk: what is saved, and what somebody else saved meanwhile.
import { signal } from "../lib/ui.js";
import { ask } from "./api.js";
import { titleOf } from "./places.js";
import { busy, dirty, files, refresh, say, year } from "./state.js";

export const changedOnDisk = signal([]);
export const conflict = signal(null);

/** Saves all files that were changed; true where the disk holds them now. */
export async function save() {
  const names = dirty.value;
  if (!names.length) return true;
  busy.value = "Đang lưu…";
  try {
    const sent = names.map((name) => ({ name, text: files.value[name].text, sum: files.value[name].sum }));
    const { sums } = await ask("save", { files: sent });
    const next = { ...files.value };
    for (const { name, text } of sent) next[name] = { ...next[name], saved: text, sum: sums[name] };
    files.value = next;
    return true;
  } catch (error) {
    if (error.status === 409 && error.answer.theirs) conflict.value = error.answer;
    else say(error.message, "bad");
    return false;
  } finally {
    busy.value = "";
  }
}

/** One of three ways out of a conflict: mine over theirs, or theirs. */
export async function settle(way) {
  const { theirs } = conflict.value;
  const file = files.value[theirs.name];
  conflict.value = null;
  if (way === "theirs") {
    files.value = { ...files.value, [theirs.name]: { text: theirs.text, saved: theirs.text, sum: theirs.sum } };
    refresh(0);
  } else if (way === "mine") {
    files.value = { ...files.value, [theirs.name]: { ...file, saved: theirs.text, sum: theirs.sum } };
    await save();
  }
}

/** Looks whether somebody else saved meanwhile: a clean file is read again, a changed one is told. */
export async function lookAtDisk() {
  if (!year.value || document.hidden) return;
  const { sums } = await ask("sums", { year: year.value }).catch(() => ({ sums: null }));
  if (!sums) return;
  const others = Object.keys(files.value).filter((name) => sums[name] && sums[name] !== files.value[name].sum);
  changedOnDisk.value = others.filter((name) => dirty.value.includes(name));
  const clean = others.filter((name) => !dirty.value.includes(name));
  if (!clean.length) return;
  const answer = await ask("open", { year: year.value });
  const next = { ...files.value };
  for (const { name, text, sum } of answer.files) {
    if (clean.includes(name)) next[name] = { text, saved: text, sum };
  }
  files.value = next;
  say(`Có người vừa sửa ${clean.map(titleOf).join(", ")}: đã đọc lại.`);
  refresh(0);
}
