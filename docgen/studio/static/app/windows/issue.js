// Issuing: the number and the day go into the content, the document is made with them.
import { html, useEffect, useSignal } from "../../lib/ui.js";
import { ask } from "../api.js";
import { build } from "../build.js";
import { Dialog } from "../dialogs.js";
import { files, found, go, remake, trying, year } from "../state.js";
import { Downloads } from "./tools.js";

export function IssueWindow({ close }) {
  const name = `content/${year.value}/plan.yaml`;
  const said = useSignal(null);
  const made = useSignal(null);
  useEffect(() => {
    trying(async () => { said.value = (await ask("shape", { name, text: files.value[name].text })).tree; });
  }, []);
  const issue = async (event) => {
    event.preventDefault();
    const data = new FormData(event.target);
    const wanted = { number: data.get("number").trim(), date: data.get("date").trim(), issue: data.has("electronic") ? "electronic" : "" };
    const edits = Object.entries(wanted).filter(([key, value]) => value !== (said.value[key] ?? "")).map(([key, value]) => ({ do: "set", place: [key], value }));
    if (edits.length && !(await remake("edit", name, { edits }))) return;
    made.value = (await build()) ?? null;
  };
  const { number, date, issue: way, symbol } = said.value ?? {};
  const errors = found.value.findings.filter((each) => each.severity === "error").length;
  return html`<${Dialog} title=${`Ban hành kế hoạch ${year.value}`} close=${close}>
    ${symbol === "none" ? html`<p>Kế hoạch này ban hành kèm theo văn bản khác nên không có số, ngày riêng.</p>
      <div class="row end"><button class="primary" onClick=${() => { close(); go(name, 1); }}>Tới Thông tin chung</button></div>`
    : said.value ? html`<form onSubmit=${issue}>
      <p>Số và ngày vào phần đầu và dòng “Ban hành kèm theo” của phụ lục, lưu lại, rồi tạo văn bản.</p>
      ${errors ? html`<p class="against" role="alert">Còn ${errors} lỗi: sửa ở phần Cần xem thì mới tạo được văn bản.</p>` : null}
      <div class="row"><label>Số văn bản <input name="number" required inputmode="numeric" pattern="[0-9]+[a-zA-Z]?" size="6" value=${number ?? ""} /></label>
        <label>Ngày ban hành <input name="date" required size="10" pattern="[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}" placeholder="05/6/2024" title="ngày/tháng/năm, ví dụ 05/6/2024" value=${/\//.test(date ?? "") ? date : ""} /></label></div>
      <p><label><input type="checkbox" name="electronic" checked=${way === "electronic"} /> văn bản điện tử: dòng ở phụ lục để trống số và ngày, theo Nghị định 30</label></p>
      <div class="row end"><button class="primary">Điền và tạo văn bản</button></div>
    </form>` : null}
    ${made.value?.written ? html`<${Downloads} />` : null}
  </${Dialog}>`;
}
