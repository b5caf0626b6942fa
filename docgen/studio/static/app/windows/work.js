// What is still to be done, by kind, for all or for one agency; each place leads to the text.
import { html, signal, useEffect } from "../../lib/ui.js";
import { ask } from "../api.js";
import { Dialog } from "../dialogs.js";
import { LetStand } from "../let_stand.js";
import { placeOf } from "../places.js";
import { buffers, go, trying, year } from "../state.js";

const agency = signal(""); // kept while the window is closed: who comes back goes on
const open = signal(new Set());
const found = signal(null);
const NOTHING = { all: 0, agencies: [], kinds: [] };

function flip(name, isOpen) {
  const next = new Set(open.value);
  next[isOpen ? "add" : "delete"](name);
  open.value = next;
}

function Job({ each, close }) {
  const place = placeOf(each.file, each.line);
  return html`<li class="job"><div class="row">
      <span class="grow">${each.owner || place}${each.last ? html` <span class="soft">(năm trước: ${each.last})</span>` : null}</span>
      <button class="small ghost where" aria-label=${`Tới ${place}`} onClick=${() => { close(); go(each.file, each.line, each.column); }}>${place}</button>
      <${LetStand} each=${each} />
    </div></li>`;
}

function Alike({ each, close }) {
  return html`<li><p class="what"><strong>${each.message}</strong>${each.jobs.length > 1 ? html` <span class="count">${each.jobs.length} chỗ</span>` : null}${each.hint ? html`<br /><span class="soft">→ ${each.hint}</span>` : null}</p>
    <ul class="alike">${each.jobs.map((job) => html`<${Job} key=${`${job.file}:${job.line}:${job.column}`} each=${job} close=${close} />`)}</ul></li>`;
}

export function WorkWindow({ close }) {
  useEffect(() => {
    const leaving = new AbortController();
    const body = { year: year.value, buffers: buffers.value, agency: agency.value };
    trying(() => ask("to-do", body, leaving.signal)).then((answer) => {
      if (!leaving.signal.aborted) found.value = answer ?? NOTHING;
    });
    return () => leaving.abort();
  }, [year.value, buffers.value, agency.value]);
  const { all, agencies, kinds } = found.value ?? NOTHING;
  const count = (kind) => kind.alike.reduce((sum, each) => sum + each.jobs.length, 0);
  const total = kinds.reduce((sum, kind) => sum + count(kind), 0);
  return html`<${Dialog} title=${`Việc còn phải làm, ${year.value}`} close=${close} wide>
    <div class="row"><label>Cơ quan <select value=${agency.value} onChange=${(event) => { agency.value = event.target.value; }}>
        <option value="">Tất cả (${all})</option>${agencies.map(([key, name, number]) => html`<option key=${key} value=${key}>${name} (${number})</option>`)}
      </select></label>
      <span class="soft" role="status">${found.value === NOTHING ? "Chưa xem được." : found.value ? (total ? `${total} việc, ${kinds.length} loại.` : "Không còn việc gì.") : "Đang xem…"}</span></div>
    <div class="kinds">${kinds.map((kind) => html`<details class="card" key=${kind.title} open=${open.value.has(kind.title)} onToggle=${(event) => flip(kind.title, event.target.open)}>
      <summary><strong>${kind.title}</strong> <span class="count">${count(kind)} chỗ</span></summary>
      ${open.value.has(kind.title) ? html`<ul class="plain-list">${kind.alike.map((each) => html`<${Alike} key=${`${each.message}|${each.hint}`} each=${each} close=${close} />`)}</ul>` : null}
    </details>`)}</div>
  </${Dialog}>`;
}
