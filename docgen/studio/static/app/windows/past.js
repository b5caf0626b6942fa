// What a file said before: each kept text against today's, and back by a click.
import { html, useEffect, useRef, useSignal } from "../../lib/ui.js";
import { MergeView, EditorState, EditorView, unifiedMergeView } from "../../lib/editor.js";
import { ask } from "../api.js";
import { Dialog } from "../dialogs.js";
import { titleOf } from "../places.js";
import { current, files, say, trying, type } from "../state.js";

/** `20261130T140512123456.yaml`, in world time, as the officer's clock says it. */
function when(version) {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(version);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toLocaleString("vi");
}

function Sides({ before, after }) {
  const host = useRef();
  useEffect(() => {
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    const extensions = [
      EditorState.readOnly.of(true), EditorView.lineWrapping, EditorState.phrases.of({ "$ unchanged lines": "$ dòng như cũ" }),
      EditorView.theme({ "&": { fontSize: "14px", color: "var(--text)" }, ".cm-scroller": { fontFamily: "var(--sans)" }, ".cm-changedLine": { backgroundColor: "var(--line-here)" }, ".cm-gutters": { background: "transparent", border: "none" }, ".cm-collapsedLines": { color: "var(--soft)", background: "var(--raised)" }, ".cm-collapsedLines:before, .cm-collapsedLines:after": { content: "none" } }),
      EditorView.contentAttributes.of({ tabindex: "0", "aria-label": "Bản để so" }),
    ];
    const collapseUnchanged = { margin: 2 };
    const view = matchMedia("(min-width: 700px)").matches
      ? new MergeView({ parent: root, root, a: { doc: before, extensions }, b: { doc: after, extensions }, collapseUnchanged })
      : new EditorView({ parent: root, root, doc: after, extensions: [...extensions, unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged })] });
    return () => view.destroy();
  }, [before, after]);
  return html`<div class="sides" ref=${host}></div>`;
}

export function PastWindow({ close }) {
  const name = current.value;
  const versions = useSignal(null);
  const chosen = useSignal(null);
  useEffect(() => {
    trying(async () => { versions.value = (await ask("history", { name })).versions; });
  }, []);
  const look = (version) => trying(async () => { chosen.value = { version, text: (await ask("version", { name, version })).text }; });
  const back = () => {
    type(name, chosen.value.text);
    say(`Đã lấy lại ${titleOf(name)} của ${when(chosen.value.version)}, chưa lưu. Hoàn tác được.`, "good");
    close();
  };
  return html`<${Dialog} title=${`Lịch sử ${titleOf(name)}`} close=${close} wide>
    <p class="soft">Mỗi lần lưu trên trang này giữ lại bản trước đó, nhiều nhất 50 bản một tệp.</p>
    ${versions.value?.length === 0 ? html`<p>Chưa có bản nào: tệp này chưa được lưu từ trang.</p>` : null}
    <div class="row">${(versions.value ?? []).map((each) => html`<button class="small" aria-pressed=${chosen.value?.version === each} onClick=${() => look(each)}>${when(each)}</button>`)}</div>
    ${chosen.value ? html`<p class="soft">Nền đỏ: chỉ bản cũ có. Nền xanh: chỉ bản đang soạn có.</p><${Sides} before=${chosen.value.text} after=${files.value[name].text} />
      <div class="row end"><button class="primary" onClick=${back}>Lấy lại bản cũ</button></div>` : null}
  </${Dialog}>`;
}
