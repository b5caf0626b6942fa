"""The properties that count for a run or a paragraph, whoever set them: default, style or hand.

ECMA-376 Part 1, 17.7.2: the last that speaks wins; some properties of styles toggle (17.7.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docgen.docx.form import Styles
from docgen.docx.model import Paragraph, Run, W
from docgen.docx.values import OFF

TOGGLES = tuple(
    W + tag
    for tag in (
        *("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "vanish"),
        *("outline", "shadow", "emboss", "imprint"),
    )
)

Properties = Mapping[str, Any]


def of_run(styles: Styles, paragraph: Paragraph, run: Run) -> Properties:
    """The properties of a run that are said and on, by tag."""
    layers = styles.layers(paragraph, run)
    found = _last(layers.every)
    return {
        tag: each
        for tag, each in found.items()
        if tag not in TOGGLES or layers.toggled(tag.removeprefix(W))
    }


def of_paragraph(styles: Styles, paragraph: Paragraph) -> Properties:
    """The properties of a paragraph that are said and on, by tag."""
    return _last(styles.paragraph_layers(paragraph))


def of_style(styles: Styles, style: str) -> tuple[Properties, Properties]:
    """The properties that a paragraph style gives its paragraphs, and their runs."""
    return _last(styles.sheet.chain(style, "pPr")), _last(styles.sheet.chain(style, "rPr"))


def said(element: Any) -> str:
    """The value of a property: its `val`, "1" where an on-off property only stands there."""
    return str(element.get(W + "val", "1"))


def _last(layers: Iterable[Any]) -> dict[str, Any]:
    """The last of each property; one that is switched off does not count."""
    found = {each.tag: each for layer in layers for each in layer if isinstance(each.tag, str)}
    return {tag: each for tag, each in found.items() if said(each) not in OFF}
