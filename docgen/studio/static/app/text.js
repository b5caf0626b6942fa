// The text editor: one state a file, so that each keeps its own undo. It lives in a shadow root,
// where CodeMirror's styles come as style sheet objects and the page needs no inline style.
import {
  bracketMatching, defaultKeymap, drawSelection, EditorState, EditorView, foldGutter, highlightActiveLine,
  highlightActiveLineGutter, highlightSelectionMatches, history, historyKeymap, HighlightStyle, indentOnInput,
  indentWithTab, keymap, lineNumbers, lintGutter, redo, search, searchKeymap, setDiagnostics,
  syntaxHighlighting, tags, Transaction, undo, yaml,
} from "../lib/editor.js";
import { effect, html, untracked, useEffect, useRef } from "../lib/ui.js";
import { save } from "./saving.js";
import { current, cursor, files, found, short, spot, type } from "./state.js";
import { completion } from "./complete.js";

const states = new Map();
const order = []; // the files that were changed, the last one last: what undo in a form goes by
let editor;

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--key)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "var(--soft)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", fontSize: "14.5px", backgroundColor: "var(--ground)", color: "var(--text)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", overflow: "auto" },
  ".cm-content": { padding: "10px 0 40vh", caretColor: "var(--accent)" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--soft)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--line-here)" },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--selected)" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--text)", border: "1px solid var(--edge)", borderRadius: "6px", maxWidth: "34em", boxShadow: "0 6px 24px rgb(0 0 0 / 18%)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-diagnostic": { borderLeft: "3px solid var(--warning)", padding: "6px 10px", fontFamily: "var(--sans)", fontSize: "14px", whiteSpace: "pre-line" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--error)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--hint)" },
  ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--text)", borderColor: "var(--edge)", fontFamily: "var(--sans)" },
  ".cm-textfield, .cm-button": { fontSize: "13px", background: "var(--ground)", color: "var(--text)", border: "1px solid var(--edge)", borderRadius: "4px" },
});

const phrases = EditorState.phrases.of({
  Find: "Tìm", Replace: "Thay bằng", next: "tiếp", previous: "trước", all: "tất cả", "match case": "đúng chữ hoa",
  regexp: "biểu thức", "by word": "nguyên từ", replace: "thay", "replace all": "thay hết", close: "đóng",
  "current match": "chỗ đang tìm thấy", "on line": "ở dòng", "Fold line": "Thu gọn", "Unfold line": "Mở ra",
  "replaced match on line $": "đã thay ở dòng $", "replaced $ matches": "đã thay $ chỗ", Completions: "Gợi ý", Diagnostics: "Chỗ cần xem",
});

function extensions(name) {
  return [
    lineNumbers(), foldGutter(), history(), drawSelection(), indentOnInput(), bracketMatching(),
    highlightActiveLine(), highlightActiveLineGutter(), highlightSelectionMatches(), lintGutter(),
    search({ top: true }), syntaxHighlighting(colours), look, phrases, yaml(), EditorView.lineWrapping,
    completion(), EditorState.tabSize.of(2),
    EditorView.contentAttributes.of({ "aria-label": `Nội dung tệp ${short(name)}`, spellcheck: "false", lang: "vi", tabindex: "0" }),
    keymap.of([
      { key: "Mod-s", run: () => (save(), true) },
      ...defaultKeymap, ...searchKeymap, ...historyKeymap, indentWithTab,
    ]),
    EditorView.updateListener.of((update) => {
      states.set(name, update.state);
      if (update.docChanged) {
        note(name);
        type(name, update.state.doc.toString());
      }
      if (update.selectionSet || update.docChanged) {
        cursor.value = { file: name, line: update.state.doc.lineAt(update.state.selection.main.head).number };
      }
    }),
  ];
}

function note(name) {
  if (order.at(-1) !== name) order.push(name);
}

function stateOf(name) {
  if (!states.has(name)) states.set(name, EditorState.create({ doc: files.value[name].text, extensions: extensions(name) }));
  return states.get(name);
}

/** The one stretch in which two texts differ, as a change. */
function change(before, after) {
  let [start, end, stop] = [0, before.length, after.length];
  while (start < end && start < stop && before[start] === after[start]) start += 1;
  while (end > start && stop > start && before[end - 1] === after[stop - 1]) [end, stop] = [end - 1, stop - 1];
  return { from: start, to: end, insert: after.slice(start, stop) };
}

let shown = "";
const isShown = (name) => editor && shown === name;

/** Brings an editor state in line with a text that came from elsewhere: a form, a mend, the disk. */
function follow(name, text) {
  const state = states.get(name);
  if (!state || state.doc.toString() === text) return;
  const spec = { changes: change(state.doc.toString(), text), annotations: Transaction.userEvent.of("input.form") };
  note(name);
  if (isShown(name)) editor.dispatch(spec);
  else states.set(name, state.update(spec).state);
}

/** Undoes or redoes the last change, in whichever file it was. */
export function goBack(redoing = false) {
  const run = redoing ? redo : undo;
  const names = redoing ? [current.value] : [...order].reverse();
  for (const name of names) {
    const target = isShown(name) ? editor : {
      state: stateOf(name),
      dispatch: (transaction) => {
        states.set(name, transaction.state);
        type(name, transaction.state.doc.toString());
      },
    };
    if (run(target)) return true;
    order.splice(order.lastIndexOf(name), 1);
  }
  return false;
}

effect(() => {
  for (const [name, file] of Object.entries(files.value)) {
    if (states.has(name)) follow(name, file.text);
    else stateOf(name);
  }
  for (const name of states.keys()) if (!(name in files.value)) states.delete(name);
});

const SEVERITY = { error: "error", warning: "warning", info: "info" };

function diagnostics(name, doc) {
  return found.value.findings.filter((each) => each.file === name && each.line > 0 && each.line <= doc.lines).map((each) => {
    const line = doc.line(each.line);
    const from = Math.min(line.from + each.column - 1, line.to);
    return {
      from, to: Math.min(from + each.length, line.to), severity: SEVERITY[each.severity],
      message: `${each.message}${each.hint ? `\n→ ${each.hint}` : ""}`, source: each.code,
    };
  });
}

export function Text() {
  const host = useRef();
  useEffect(() => {
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    editor = new EditorView({ parent: root, root, state: stateOf(current.value) });
    shown = current.value;
    const on = (signal, act) => effect(() => {
      const value = signal.value;
      untracked(() => act(value));
    });
    const stops = [on(current, show), on(found, () => tell(shown)), on(spot, (place) => place && lead(place))];
    return () => {
      stops.forEach((stop) => stop());
      editor.destroy();
      editor = undefined;
      shown = "";
    };
  }, []);
  return html`<div class="editor" ref=${host}></div>`;
}

function tell(name) {
  if (isShown(name)) editor.dispatch(setDiagnostics(editor.state, diagnostics(name, editor.state.doc)));
}

function show(name) {
  if (name === shown || !(name in files.value)) return;
  shown = name;
  editor.setState(stateOf(name));
  tell(name);
}

function lead({ file, line, column, quiet }) {
  if (!(file in files.value)) return;
  show(file);
  const at = editor.state.doc.line(Math.min(Math.max(line, 1), editor.state.doc.lines));
  const anchor = Math.min(at.from + column - 1, at.to);
  editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
  if (!quiet) editor.focus();
}
