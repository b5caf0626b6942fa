"""The plan in a text editor: what `docgen lsp` answers, by the language server protocol."""
