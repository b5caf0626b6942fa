// The text editor: CodeMirror with YAML, completion, findings and search.
export { Compartment, EditorSelection, EditorState, Transaction } from "@codemirror/state";
export {
  drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers,
} from "@codemirror/view";
export { defaultKeymap, history, historyKeymap, indentWithTab, redo, undo } from "@codemirror/commands";
export {
  bracketMatching, foldGutter, HighlightStyle, indentOnInput, syntaxHighlighting,
} from "@codemirror/language";
export { yaml } from "@codemirror/lang-yaml";
export { lintGutter, setDiagnostics } from "@codemirror/lint";
export { autocompletion, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
export { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search";
export { unifiedMergeView, MergeView } from "@codemirror/merge";
export { tags } from "@lezer/highlight";
