"""The forms of a comparison of many sides: text, Markdown, a page, a workbook, JSON."""
