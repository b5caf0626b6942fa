"""Bold, italics, sub- and superscript of the content, as they stand on paper.

`*…*` and `m^2^` are content like words: `m2` for m² says something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.docx.effective import of_run, said
from docgen.docx.form import Styles
from docgen.docx.model import Document, Paragraph, W
from docgen.docx.model import Run as PaperRun
from docgen.finding import Finding, Where
from docgen.verify.told import LOST
from docgen.view.inline import Run
from docgen.view.origin import Origin
from docgen.visible import shortened

HEIGHTS = {"subscript": "hạ xuống", "superscript": "nâng lên"}


class Printed(NamedTuple):
    """A text of the content and where it stands: from a letter of a paragraph on."""

    runs: tuple[Run, ...]
    origin: Origin
    paragraph: Paragraph
    start: int


def misprinted(printed: Iterable[Printed], document: Document, name: str) -> Iterator[Finding]:
    """The words whose look on paper is not the one that the content gives them."""
    styles = document.once(Styles)
    for each in printed:
        if all(run.is_plain for run in each.runs):
            continue
        own = styles.look(each.paragraph, None)
        looks = [
            look for run in each.paragraph.runs for look in [_seen(styles, each.paragraph, run)]
            for _ in run.text
        ]  # fmt: skip
        at = each.start
        for run in each.runs:
            wanted = _wanted(run, bold=own.bold, italic=own.italic)
            here = looks[at : at + len(run.text)]
            at += len(run.text)
            words = zip(run.text, here, strict=False)
            if any(look != wanted for letter, look in words if letter.strip()):
                message = f"sai kiểu chữ, phải {_told(wanted)}: “{shortened(run.text)}”"
                yield LOST.at(each.origin.where or Where(name), message)


Look = tuple[bool, bool, str]


def _wanted(run: Run, *, bold: bool, italic: bool) -> Look:
    height = "subscript" if run.below else "superscript" if run.above else ""
    return run.bold or (bold and not run.light), run.italic or italic, height


def _seen(styles: Styles, paragraph: Paragraph, run: PaperRun) -> Look:
    look = styles.look(paragraph, run)
    heights, key = styles.sheet.judged("height"), styles.key(paragraph, run)
    if key not in heights:
        aligned = of_run(styles, paragraph, run).get(W + "vertAlign")
        heights[key] = "" if aligned is None else said(aligned)
    return look.bold, look.italic, "" if heights[key] == "baseline" else heights[key]


def _told(look: Look) -> str:
    bold, italic, height = look
    words = ["đậm" if bold else "không đậm", "nghiêng" if italic else "đứng"]
    return ", ".join([*words, *filter(None, [HEIGHTS.get(height, "")])])
