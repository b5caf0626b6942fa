"""Paragraphs of a document as the content writes them: marks of look, numbers, labels."""

from __future__ import annotations

import re

from docgen.docx.model import Document, Paragraph, W
from docgen.docx.read import switched_on
from docgen.plan.source import Source, Text

MARK = re.compile(
    r"\*{0,3}(?:[IVXLC]+\.|\d+(?:\.\d+)*\.|[a-zđ](?:\.\d+)?\)|\(\d+\)|[-+])\*{0,3}\s+"
)
LABEL = re.compile(r"(?P<stars>\*{0,3})(?P<words>[^*:]{2,120}):(?P=stars)\s+(?=\S)")
WHOLE = re.compile(r"(\*{1,3})([^*]+[^*:])\1")
SCRIPTS = {"subscript": "~", "superscript": "^"}


class Texts:
    """The paragraphs of a document as texts of a source with one paragraph a line."""

    def __init__(self, document: Document, name: str) -> None:
        lines, self.starts, at = [], {}, 0
        for paragraph in document.paragraphs:
            said = " ".join(marked(paragraph).split())
            self.starts[id(paragraph)] = at
            lines.append(said)
            at += len(said) + 1
        self.source = Source(name, "\n".join(lines))

    def of(self, paragraph: Paragraph, value: str | None = None) -> Text:
        """The paragraph as a text; `value` is the part of it that is meant."""
        start = self.starts[id(paragraph)]
        said = " ".join(marked(paragraph).split()) if value is None else value
        return Text(said, self.source, start, start + max(len(said), 1), "")


def marked(paragraph: Paragraph) -> str:
    """The words of a paragraph, with `*`, `~` and `^` where a run has a look of its own."""
    said = []
    for run in paragraph.runs:
        script = run.xml.find(f"{W}rPr/{W}vertAlign")
        bold, italic = (switched_on(run.xml, f"rPr/{tag}") for tag in ("b", "i"))
        mark = SCRIPTS.get(script.get(W + "val", ""), "") if script is not None else ""
        mark = mark or "**" * bold + "*" * italic
        said.append(f"{mark}{run.text}{mark}" if run.text.strip() else run.text)
        if run.note:
            said.append(f"^[{' '.join(marked(each).strip() for each in run.note)}]")
    return "".join(said)
