// Lists of items and assignments: cards that nest, drag, and move by key.
import { html, signal } from "../../lib/ui.js";
import { agencies, at, insert, keyOf, move, shape } from "./shape.js";
import { Keys, Tools, Words } from "./fields.js";

const dragged = signal(null); // the place that is under way
const aim = signal("");

const isAgency = (value) => value && typeof value === "object" && ("agency" in value || "agencies" in value || "tasks" in value);
export const nameOf = (value) => {
  if (!value || typeof value !== "object") return "";
  const codes = [value.agency, ...(Array.isArray(value.agencies) ? value.agencies : [value.agencies])].filter(Boolean);
  return value.title || codes.map((code) => agencies.value.get(code) ?? code).join(", ") || "Mục";
};

/** Every list of tasks of the file: where a task can go. */
function homes(value = shape.value?.tree, place = []) {
  if (!value || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap((each, number) => homes(each, [...place, number]));
  const own = isAgency(value) && !Array.isArray(value) ? [{ place: [...place, "tasks"], name: nameOf(value), count: Array.isArray(value.tasks) ? value.tasks.length : 0, list: Array.isArray(value.tasks) || !value.tasks }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, each]) => homes(each, [...place, key]))];
}

function drop(event, to) {
  event.preventDefault();
  event.stopPropagation();
  const from = dragged.value;
  dragged.value = null;
  aim.value = "";
  if (!from || keyOf(from) === keyOf(to) || keyOf(to).startsWith(`${keyOf(from)}/`)) return;
  move(from, to);
}

function Elsewhere({ place }) {
  const others = homes().filter((each) => each.list && keyOf(each.place) !== keyOf(place.slice(0, -1)));
  if (!others.length) return null;
  return html`<select class="elsewhere" aria-label="Chuyển nhiệm vụ sang cơ quan khác" value="" onChange=${(event) => {
    const home = others[Number(event.target.value)];
    event.target.value = "";
    if (home.count) move(place, [...home.place, home.count]);
    else insert([...home.place, 0], at(place)).then(() => undefined);
  }}><option value="">→</option>${others.map((each, number) => html`<option value=${number}>${each.name}</option>`)}</select>`;
}

function Entry({ place, value, last, of, tasks }) {
  const plain = typeof value !== "object" || value === null;
  const what = tasks ? "nhiệm vụ" : "mục";
  const over = aim.value === keyOf(place);
  const events = {
    onDragOver: (event) => {
      if (!dragged.value) return;
      event.preventDefault();
      event.stopPropagation();
      aim.value = keyOf(place);
    },
    onDrop: (event) => drop(event, place),
  };
  const grip = html`<span class="grip" draggable="true" aria-hidden="true" title="Kéo để chuyển chỗ" onDragStart=${(event) => {
    dragged.value = place;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", keyOf(place));
  }} onDragEnd=${() => { dragged.value = null; aim.value = ""; }}>⠿</span>`;
  const keys = (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      event.target.dispatchEvent(new Event("change"));
      insert([...place.slice(0, -1), place.at(-1) + 1], "…");
    } else if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
      event.preventDefault();
      const to = place.at(-1) + (event.key === "ArrowUp" ? -1 : 2);
      if (to >= 0 && !(last && event.key === "ArrowDown")) move(place, [...place.slice(0, -1), to]);
    }
  };
  const tools = html`${tasks ? html`<${Elsewhere} place=${place} />` : null}<${Tools} place=${place} last=${last} what=${what} />`;
  if (plain) {
    return html`<li class=${`entry ${over ? "aim" : ""}`} ...${events}>${grip}<${Words} place=${place} value=${value} label=${`${what} ${place.at(-1) + 1}`} onKeyDown=${keys} />${tools}</li>`;
  }
  const kind = isAgency(value) ? "Assignment" : of;
  return html`<li class=${`entry card ${over ? "aim" : ""}`} ...${events}>
    <div class="card-head">${grip}<strong>${nameOf(value)}</strong><span class="grow"></span>${tools}</div>
    <${Keys} of=${kind} place=${place} value=${value} />
  </li>`;
}

export function Entries({ place, value, of }) {
  const items = Array.isArray(value) ? value : [];
  const tasks = place.at(-1) === "tasks";
  const end = [...place, items.length];
  const add = of === "Assignment" ? { agency: "…", tasks: ["…"] } : "…";
  if (value && !Array.isArray(value)) return html`<${Words} place=${place} value=${typeof value === "string" ? value : ""} label="nội dung" />`;
  return html`<ul class="entries" onDragOver=${(event) => dragged.value && event.preventDefault()} onDrop=${(event) => items.length && drop(event, end)}>
    ${items.map((each, number) => html`<${Entry} key=${number} place=${[...place, number]} value=${each} of=${of} tasks=${tasks} last=${number === items.length - 1} />`)}
    <li><button class="small ghost" onClick=${() => insert(end, add)}>+ ${of === "Assignment" ? "Thêm cơ quan" : tasks ? "Thêm nhiệm vụ" : "Thêm mục"}</button></li>
  </ul>`;
}
