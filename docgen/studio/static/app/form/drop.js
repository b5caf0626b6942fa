// Takes an entry of a map away: it can be had back, and who still names it is told.
import { html } from "../../lib/ui.js";
import { ask } from "../api.js";
import { say } from "../state.js";
import { remove } from "./shape.js";

/** The years that still name an agency, on the disk: their pages would print its code. */
async function named(code) {
  const whole = new RegExp(`(?<![\\w-])${code}(?![\\w-]|:)`);
  const { found } = await ask("search", { words: code });
  const places = found.filter((each) => whole.test(each.text));
  const files = [...new Set(places.map(({ file }) => file.replace(/^content\//, "")))];
  return places.length ? ` Mã ${code} còn ghi ở ${places.length} chỗ (${files.join(", ")}): sửa các chỗ đó, hoặc bấm Hoàn tác.` : "";
}

/** A button that deletes the entry it stands in, an element marked `data-entry`. */
export function Drop({ place, what, name, agency }) {
  const drop = async (event) => {
    const entry = event.currentTarget.closest("[data-entry]");
    const next = (entry.nextElementSibling ?? entry.previousElementSibling)?.querySelector("summary, textarea, input, select");
    if (!(await remove(place))) return;
    next?.focus();
    const still = agency ? await named(place.at(-1)).catch(() => "") : "";
    say(`Đã xóa ${name}.${still || " Lấy lại: Hoàn tác (Ctrl+Z)."}`, still ? "bad" : "plain");
  };
  return html`<button type="button" class=${what ? "small ghost" : "icon"} aria-label=${`Xóa ${name}`} title=${`Xóa ${name}`} onClick=${drop}>${what ? `Xóa ${what}` : "×"}</button>`;
}
