// A Word or Excel file that came back: each change is taken or left, each question answered.
import { html, useSignal } from "../../lib/ui.js";
import { ask } from "../api.js";
import { Dialog } from "../dialogs.js";
import { files, go, save, say, short, trying, type, year } from "../state.js";
import { asking, openPage, sent } from "./tools.js";

const HEADS = { applied: "Lấy được vào nội dung", asked: "Cần quyết định", refused: "Không lấy được", already: "Nội dung nay đã như vậy" };

const TAGS = { "-": "del", "+": "ins", "": "span" };

/** What stays, goes and comes, in one text. */
function Pieces({ pieces }) {
  return html`<p>${pieces.map(([sign, words]) => html`<${TAGS[sign]}>${words}</${TAGS[sign]}>`)}</p>`;
}

function Change({ each, taken, answers }) {
  const flip = () => { taken.value = taken.value.includes(each.key) ? taken.value.filter((key) => key !== each.key) : [...taken.value, each.key]; };
  return html`<li class="change">
    <div class="row">
      ${each.verdict === "applied" ? html`<label><input type="checkbox" checked=${taken.value.includes(each.key)} onChange=${flip} /> <strong>${each.kind}</strong></label>` : html`<strong>${each.kind}</strong>`}
      <span class="soft">${each.who}</span>
      ${each.file ? html`<button class="small ghost right" onClick=${() => go(each.file, each.line)}>${short(each.file)}:${each.line}</button>` : null}
    </div>
    <${Pieces} pieces=${each.pieces} />
    ${each.today ? html`<p class="soft">Nay: ${each.today}</p>` : null}${each.why ? html`<p class="soft">${each.why}</p>` : null}
    ${each.choices.length ? html`<fieldset class="choices"><legend>Chọn</legend>${each.choices.map((words, number) => html`<label><input type="radio" name=${each.key} checked=${answers.value[each.key] === number} onChange=${() => { answers.value = { ...answers.value, [each.key]: number }; }} /> ${words}</label>`)}</fieldset>` : null}
  </li>`;
}

export function ReturnedWindow({ close }) {
  const file = useSignal(null);
  const found = useSignal(null);
  const taken = useSignal([]);
  const answers = useSignal({});
  const look = async (chosen) => {
    file.value = chosen;
    const answer = await asking("returned", { file: chosen }, "Đang đọc tệp…");
    found.value = answer ?? null;
    taken.value = (answer?.changes ?? []).filter((each) => each.verdict === "applied").map((each) => each.key);
    answers.value = {};
  };
  const take = async () => {
    const answer = await trying(() => ask("take", { year: year.value, file: file.value, taken: taken.value, answers: answers.value }));
    if (!answer) return;
    for (const [name, text] of Object.entries(answer.texts)) if (name in files.value) type(name, text);
    if (answer.unproved.length) say(`${answer.unproved.length} câu trả lời in lại không ra đúng như tệp: chưa lấy, sửa tay.`, "bad");
    if (answer.whole && (await save())) {
      await trying(() => ask("taken", { year: year.value, file: file.value }));
      say("Mọi chỗ sửa đã về nội dung và đã lưu; tạo lại văn bản được.", "good");
    } else say(`Đã lấy ${taken.value.length} chỗ về nội dung, chưa lưu. Xem trên trang in rồi lưu.`, "good");
    close();
  };
  const changes = found.value?.changes ?? [];
  return html`<${Dialog} title="Lấy chỗ sửa trong Word, Excel về nội dung" close=${close} wide>
    <div class="row"><button onClick=${() => look(null)}>Tệp đang có trong output</button>
      <label class="button">Chọn tệp Word, Excel… <input class="visually-hidden" type="file" accept=".docx,.xlsx" onChange=${async (event) => event.target.files[0] && look(await sent(event.target.files[0]))} /></label></div>
    ${found.value && !changes.length ? html`<p>Tệp nói đúng như nội dung: không có gì để lấy.</p>` : null}
    ${Object.entries(HEADS).map(([verdict, title]) => {
      const own = changes.filter((each) => each.verdict === verdict);
      return own.length ? html`<h3>${title} (${own.length})</h3><ul class="changes">${own.map((each) => html`<${Change} key=${each.key} each=${each} taken=${taken} answers=${answers} />`)}</ul>` : null;
    })}
    ${found.value?.remarks.length ? html`<h3>Nhận xét (${found.value.remarks.length})</h3><ul class="changes">${found.value.remarks.map((each) => html`<li class="change"><strong>${each.who}</strong> ${each.said} ${each.file ? html`<button class="small ghost" onClick=${() => go(each.file, each.line)}>${short(each.file)}:${each.line}</button>` : null}</li>`)}</ul>` : null}
    ${changes.length ? html`<div class="row end"><button onClick=${close}>Để sau</button><button class="primary" onClick=${take}>Lấy ${taken.value.length + Object.keys(answers.value).length} chỗ đã chọn</button></div>` : null}
  </${Dialog}>`;
}

export function GatherWindow({ close }) {
  const found = useSignal(null);
  const read = async (event) => {
    const chosen = await Promise.all([...event.target.files].map(sent));
    if (chosen.length) found.value = (await asking("gather", { files: chosen }, "Đang đọc các bản góp ý…")) ?? null;
  };
  return html`<${Dialog} title="Gom góp ý của nhiều bản Word" close=${close} wide>
    <label class="button">Chọn các bản Word… <input class="visually-hidden" type="file" accept=".docx" multiple onChange=${read} /></label>
    ${found.value ? html`<p>${found.value.opinions.length} ý kiến.${found.value.refused.length ? ` Không đọc được: ${found.value.refused.join("; ")}.` : ""} <button class="small" onClick=${() => openPage(found.value.address)}>Mở thành trang riêng</button></p>
      <ul class="changes">${found.value.opinions.map((each) => html`<li class="change" key=${each.number}>
        <div class="row"><strong>${each.number}. ${each.kind}</strong><span>${each.who}</span><span class="soft">${each.place}</span>
          ${each.file ? html`<button class="small ghost right" onClick=${() => go(each.file, each.line)}>${short(each.file)}:${each.line}</button>` : null}</div>
        ${each.said ? html`<p><q>${each.pieces.map((piece) => piece[1]).join("")}</q></p><p><strong>${each.said}</strong></p>` : html`<${Pieces} pieces=${each.pieces} />`}
        ${each.against.length ? html`<p class="against">Trái với ý kiến ${each.against.join(", ")}.</p>` : null}
      </li>`)}</ul>` : null}
  </${Dialog}>`;
}
