// One change of a file that came back, as windows show it.
import { html } from "../../lib/ui.js";
import { placeOf } from "../places.js";
import { go } from "../state.js";

const TAGS = { "-": "del", "+": "ins", "": "span" };

/** What stays, goes and comes, in one text. */
export function Pieces({ pieces }) {
  return html`<p>${pieces.map(([sign, words]) => html`<${TAGS[sign]}>${words}</${TAGS[sign]}>`)}</p>`;
}

/** A change with its choices; with a box where it can be `taken` or left. */
export function Change({ each, taken, answers }) {
  const flip = () => { taken.value = taken.value.includes(each.key) ? taken.value.filter((key) => key !== each.key) : [...taken.value, each.key]; };
  return html`<li class="change">
    <div class="row">
      ${taken && each.verdict === "applied" ? html`<label><input type="checkbox" checked=${taken.value.includes(each.key)} onChange=${flip} /> <strong>${each.kind}</strong></label>` : html`<strong>${each.kind}</strong>`}
      <span class="soft">${each.who}</span>
      ${each.file ? html`<button class="small ghost right" onClick=${() => go(each.file, each.line)}>${placeOf(each.file, each.line)}</button>` : null}
    </div>
    <${Pieces} pieces=${each.pieces} />
    ${each.today ? html`<p class="soft">Nay: ${each.today}</p>` : null}${each.why ? html`<p class="soft">${each.why}</p>` : null}
    ${each.choices.length ? html`<fieldset class="choices"><legend>Chọn</legend>${each.choices.map((words, number) => html`<label><input type="radio" name=${each.key} checked=${answers.value[each.key] === number} onChange=${() => { answers.value = { ...answers.value, [each.key]: number }; }} /> ${words}</label>`)}</fieldset>` : null}
  </li>`;
}
