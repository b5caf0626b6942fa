// Years: a new one, two compared, words looked for in all of them.
import { html, useSignal } from "../../lib/ui.js";
import { ask } from "../api.js";
import { Dialog } from "../dialogs.js";
import { placeOf } from "../places.js";
import { save } from "../saving.js";
import { files, go, open, say, short, trying, year, years } from "../state.js";
import { asking, openPage } from "./tools.js";

export function NewYearWindow({ close }) {
  const start = async (event) => {
    event.preventDefault();
    const answer = await asking("new-year", { new: new FormData(event.target).get("new") }, "Đang chép sang năm mới…");
    if (!answer) return;
    years.value = answer.years;
    await trying(() => open(answer.year));
    say(`Đã có năm ${answer.year}: ${answer.to_do} việc cần làm, xem ở phần Cần xem.`, "good", { stays: true });
    close();
  };
  const next = Number(year.value.slice(-4)) + 1;
  return html`<${Dialog} title="Sang năm mới" close=${close}>
    <p>Chép kế hoạch ${year.value} với ghi chú và cách trình bày; năm trong câu tự đổi, điểm của năm cũ để trống với điểm cũ ghi bên cạnh.</p>
    <form class="row" onSubmit=${start}><label>Năm mới <input name="new" required value=${next} /></label><button class="primary">Bắt đầu</button></form>
  </${Dialog}>`;
}

export function CompareWindow({ close }) {
  const compare = async (event) => {
    event.preventDefault();
    const data = new FormData(event.target);
    const answer = await asking("compare", { old: data.get("old"), new: data.get("new") }, "Đang so sánh…");
    if (answer) openPage(answer.address);
  };
  const options = years.value.map((each) => html`<option value=${each}>${each}</option>`);
  return html`<${Dialog} title="So sánh hai năm" close=${close}>
    <form class="row" onSubmit=${compare}><label>Cũ <select name="old" value=${years.value.at(-2) ?? year.value}>${options}</select></label>
      <label>Mới <select name="new" value=${year.value}>${options}</select></label><button class="primary">So sánh</button></form>
    <p class="soft">Kết quả mở ở một thẻ riêng.</p>
  </${Dialog}>`;
}

/** Where words were found: on a page of the open year, else in a file of another. */
const whereOf = ({ year: own, file, line }) => (file in files.value ? `${own} · ${placeOf(file, line)}` : `${own} · ${short(file)}`);

export function SearchWindow({ close }) {
  const found = useSignal(null);
  const look = async (event) => {
    event.preventDefault();
    const words = new FormData(event.target).get("words");
    found.value = (await trying(() => ask("search", { words }))) ?? null;
  };
  const lead = async (each) => {
    if (each.year !== year.value && each.file.split("/").length > 2) {
      if (!(await save())) return;
      await trying(() => open(each.year));
    }
    go(each.file, each.line);
    close();
  };
  return html`<${Dialog} title="Tìm trong mọi năm" close=${close} wide>
    <form class="row" onSubmit=${look}><label class="grow">Chữ cần tìm <input name="words" type="search" autofocus required /></label><button class="primary">Tìm</button></form>
    <p class="soft" role="status">${found.value ? `${found.value.found.length}${found.value.more ? " chỗ đầu tiên" : " chỗ"}. Gõ không dấu thì tìm không phân biệt dấu.` : "Gõ không dấu thì tìm không phân biệt dấu."}</p>
    <ul class="changes">${(found.value?.found ?? []).map((each) => html`<li><button class="plain hit" onClick=${() => lead(each)}><span class="soft" title=${`${each.file}:${each.line}`}>${whereOf(each)}</span><span>${each.text}</span></button></li>`)}</ul>
  </${Dialog}>`;
}
