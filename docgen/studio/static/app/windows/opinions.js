// What many people sent back: each opinion decided, what was taken tried, seen and brought home.
import { computed, effect, html, signal, useEffect } from "../../lib/ui.js";
import { ask } from "../api.js";
import { Dialog } from "../dialogs.js";
import { keep, kept } from "../keeping.js";
import { placeOf, titleOf } from "../places.js";
import { files, go, say, trying, type, year } from "../state.js";
import { Change, Pieces } from "./change.js";
import { asking, download, openPage, sent } from "./tools.js";

const found = signal(null); // { year, copies, opinions, … }: kept while the window is closed
const decisions = signal({}); // by key of the opinion: { verdict, reason }
const outcome = signal(null); // what the decisions came to, until one of them changes
const answers = signal({});
const wanted = signal("");

const TAKEN = "Tiếp thu";
const focused = (own) => own?.focus();
const verdictOf = (each) => decisions.value[each.key]?.verdict ?? "";
const list = computed(() => (found.value?.year === year.value ? found.value : null));
const counts = computed(() => {
  const said = { "": 0 };
  for (const each of list.value?.opinions ?? []) said[verdictOf(each)] = (said[verdictOf(each)] ?? 0) + 1;
  return said;
});

function decide(each, more) {
  const old = decisions.value[each.key] ?? { verdict: "", reason: "" };
  decisions.value = { ...decisions.value, [each.key]: { ...old, ...more } };
  outcome.value = null;
}

const nameOf = (wanted) => `opinions.${wanted}`;

effect(() => list.value && keep(nameOf(list.value.year), told()));

/** The list and its decisions as they were when the page was closed. */
async function again() {
  const earlier = !list.value && kept(nameOf(year.value));
  if (!earlier) return;
  const answer = await trying(() => ask("opinions", { year: year.value, copies: earlier.copies }));
  if (!answer) return;
  found.value = { ...answer, year: year.value };
  decisions.value = earlier.decisions;
}

function drop() {
  keep(nameOf(year.value), null);
  found.value = null;
  outcome.value = null;
}

async function read(event) {
  const chosen = await Promise.all([...event.target.files].map(sent));
  event.target.value = "";
  const answer = chosen.length && (await asking("opinions", { files: chosen }, "Đang đọc các bản góp ý…"));
  if (!answer) return;
  found.value = { ...answer, year: year.value };
  decisions.value = answer.decisions;
  outcome.value = null;
  answers.value = {};
}

const told = () => ({ copies: list.value.copies, decisions: decisions.value });

async function attempt() {
  answers.value = {};
  outcome.value = (await asking("take-opinions", { ...told(), answers: {} }, "Đang thử các ý kiến được tiếp thu…")) ?? null;
}

function Opinion({ each, close }) {
  const verdict = verdictOf(each);
  const clashes = each.against.filter((number) => verdict === TAKEN && verdictOf(list.value.opinions.find((other) => other.number === number)) === TAKEN);
  return html`<li class="change" aria-label=${`Ý kiến ${each.number}`}>
    <div class="row"><strong>${each.number}. ${each.kind}</strong><span>${each.who}</span><span class="soft">${each.place}</span>
      ${each.file ? html`<button class="small ghost right" onClick=${() => { close(); go(each.file, each.line); }}>${placeOf(each.file, each.line)}</button>` : null}</div>
    ${each.said ? html`${each.quote ? html`<p><q>${each.quote}</q></p>` : null}<p><strong>${each.said}</strong></p>` : html`<${Pieces} pieces=${each.pieces} />`}
    ${each.note ? html`<p class=${each.against.length ? "against" : "soft"}>${each.note}</p>` : null}
    <div class="row" role="group" aria-label=${`Quyết định ý kiến ${each.number}`}>
      ${list.value.verdicts.map((name) => html`<button class="small verdict" aria-pressed=${verdict === name} onClick=${() => decide(each, { verdict: verdict === name ? "" : name })}>${name}</button>`)}
      <label class="grow row">Lý do <input class="grow" value=${decisions.value[each.key]?.reason ?? ""} onInput=${(event) => decide(each, { reason: event.target.value })} /></label>
    </div>
    ${clashes.length ? html`<p class="against" role="alert">Không cùng tiếp thu được với ý kiến ${clashes.join(", ")}: chọn một.</p>` : null}
  </li>`;
}

function Outcome({ close }) {
  const { changes, clashes, byHand } = outcome.value;
  const take = async () => {
    const answer = await asking("take-opinions", { ...told(), answers: answers.value }, "Đang lấy về nội dung…");
    if (!answer) return;
    const names = Object.keys(answer.texts).filter((name) => name in files.value);
    for (const name of names) type(name, answer.texts[name]);
    if (answer.unproved.length) say(`${answer.unproved.length} câu trả lời in lại không ra đúng như ý kiến: chưa lấy, sửa tay.`, "bad");
    say(names.length ? `Đã lấy về ${names.map(titleOf).join(", ")}, chưa lưu. Xem trên trang in rồi lưu.` : "Không có chỗ nào lấy về được.", names.length ? "good" : "plain");
    if (!names.length) return;
    outcome.value = null;
    close();
  };
  if (clashes.length) return html`<p class="against" role="alert">Chưa lấy gì, vì mâu thuẫn: ${clashes.map((pair) => `ý kiến ${pair.join(" và ")}`).join("; ")}. Chọn một, ý kiến kia ghi Không tiếp thu hoặc Giải trình.</p>`;
  const taken = changes.filter((each) => each.verdict === "applied").length + Object.keys(answers.value).length;
  return html`<section aria-label="Kết quả thử" tabindex="-1" ref=${focused}><h3>Tiếp thu thì nội dung đổi thế này</h3>
    <ul class="changes">${changes.map((each) => html`<${Change} key=${each.key} each=${each} answers=${answers} />`)}</ul>
    ${byHand.length ? html`<h3>Tiếp thu, tự sửa tay (${byHand.length})</h3><ul class="changes">${byHand.map((each) => html`<li class="change"><strong>${each.number}.</strong> ${each.said} ${each.file ? html`<button class="small ghost" onClick=${() => { close(); go(each.file, each.line); }}>${placeOf(each.file, each.line)}</button>` : null}</li>`)}</ul>` : null}
    <div class="row end"><button class="primary" disabled=${!taken} onClick=${take}>Lấy ${taken} chỗ về nội dung</button></div>
  </section>`;
}

export function OpinionsWindow({ close }) {
  useEffect(() => { again(); }, []);
  const shown = list.value?.opinions.filter((each) => wanted.value !== "open" || !verdictOf(each)) ?? [];
  return html`<${Dialog} title="Gom góp ý của nhiều bản Word" close=${close} wide>
    <div class="row"><label class="button">Chọn các bản Word, hoặc tệp Excel đã quyết định… <input class="visually-hidden" type="file" accept=".docx,.xlsx" multiple onChange=${read} /></label>
      ${list.value ? html`<button class="small" onClick=${() => download("opinions-workbook", told())}>Tệp Excel</button>
        <button class="small" onClick=${() => download("opinions-report", told())}>Bảng tổng hợp Word</button>
        <button class="small" onClick=${async () => { const answer = await asking("opinions-page", told()); if (answer) openPage(answer.address); }}>Mở thành trang riêng</button>
        <button class="small ghost" onClick=${drop}>Bỏ danh sách này</button>` : null}</div>
    ${list.value ? html`<div class="row"><span role="status">${list.value.opinions.length} ý kiến: ${list.value.verdicts.map((name) => `${counts.value[name] ?? 0} ${name.toLowerCase()}`).join(", ")}, ${counts.value[""]} chưa quyết định.</span>
        ${list.value.refused.length ? ` Không đọc được: ${list.value.refused.join("; ")}.` : ""}${list.value.faults.length ? ` Tệp Excel: ${list.value.faults.join("; ")}.` : ""}
        <button class="small" aria-pressed=${wanted.value === "open"} onClick=${() => { wanted.value = wanted.value ? "" : "open"; }}>Chỉ chỗ chưa quyết định</button></div>
      <ul class="changes">${shown.map((each) => html`<${Opinion} key=${each.key} each=${each} close=${close} />`)}</ul>
      ${outcome.value ? html`<${Outcome} close=${close} />` : html`<div class="row end"><button class="primary" disabled=${!counts.value[TAKEN]} onClick=${attempt}>Thử ${counts.value[TAKEN] ?? 0} ý kiến được tiếp thu</button></div>`}` : html`<p class="soft">Mỗi ý kiến một dòng, ý giống nhau gộp một. Quyết định từng ý kiến ở đây; đóng trang, hôm sau mở lại vẫn còn. Tệp Excel giữ các quyết định để gửi người khác làm tiếp.</p>`}
  </${Dialog}>`;
}
