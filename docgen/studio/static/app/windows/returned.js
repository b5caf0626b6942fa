// A Word or Excel file that came back: each change is taken or left, each question answered.
import { html, useSignal } from "../../lib/ui.js";
import { ask } from "../api.js";
import { Dialog } from "../dialogs.js";
import { placeOf } from "../places.js";
import { save } from "../saving.js";
import { files, go, say, trying, type, year } from "../state.js";
import { Change } from "./change.js";
import { asking, sent } from "./tools.js";

const HEADS = { applied: "Lấy được vào nội dung", asked: "Cần quyết định", refused: "Không lấy được", noted: "Chỉ là hình thức trong tệp, không vào nội dung", already: "Nội dung nay đã như vậy" };

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
    ${found.value?.remarks.length ? html`<h3>Nhận xét (${found.value.remarks.length})</h3><ul class="changes">${found.value.remarks.map((each) => html`<li class="change"><strong>${each.who}</strong> ${each.said} ${each.file ? html`<button class="small ghost" onClick=${() => go(each.file, each.line)}>${placeOf(each.file, each.line)}</button>` : null}</li>`)}</ul>` : null}
    ${changes.length ? html`<div class="row end"><button onClick=${close}>Để sau</button><button class="primary" onClick=${take}>Lấy ${taken.value.length + Object.keys(answers.value).length} chỗ đã chọn</button></div>` : null}
  </${Dialog}>`;
}
