"""The numbers and dashes that Word sets itself before paragraphs (ECMA-376 Part 1, 17.9).

They are no text of the file: `marks` counts as Word does and says what stands on paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from docgen.docx.model import Document, Paragraph, W
from docgen.docx.package import parse
from docgen.docx.read import attribute
from docgen.docx.values import whole
from docgen.vietnamese import roman

LARGEST_ROMAN = 3999
NO_STYLES = b"<styles/>"
_BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\uf0d8": "➢", "–": "-"})


class _Level(NamedTuple):
    kind: str
    text: str
    start: int


def marks(document: Document) -> dict[Any, str]:
    """The mark before the words of each paragraph that Word numbers or dashes, by its `w:p`."""
    part = document.parts.get("word/numbering.xml")
    if part is None:
        return {}
    lists = _lists(part)
    styled = _styled(document.parts.get("word/styles.xml", NO_STYLES))
    counts: dict[str, dict[int, int]] = {}
    found: dict[Any, str] = {}
    for paragraph in document.paragraphs:
        number, level = _number(paragraph, styled)
        levels = lists.get(number)
        if not levels or level not in levels:
            continue
        count = counts.setdefault(number, {})
        for deeper in [each for each in count if each > level]:
            del count[deeper]
        count[level] = count.get(level, levels[level].start - 1) + 1
        found[paragraph.xml] = _mark(levels, level, count)
    return found


def _number(paragraph: Paragraph, styled: Mapping[str, tuple[str, int]]) -> tuple[str, int]:
    """The list that a paragraph is in and its level there; ("", 0) for none."""
    own = attribute(paragraph.xml, "pPr/numPr/numId")
    number, level = styled.get(paragraph.style, ("", 0))
    said = attribute(paragraph.xml, "pPr/numPr/ilvl")
    return own or number, whole(said, level)


@lru_cache(maxsize=8)
def _styled(styles: bytes) -> Mapping[str, tuple[str, int]]:
    """The lists that paragraph styles put their paragraphs into, base styles followed."""
    own = {each.get(W + "styleId"): each for each in parse(styles).iter(W + "style")}
    found = {}
    for style in own:
        met: set[str] = set()
        at = style
        while at in own and at not in met:
            met.add(at)
            if number := attribute(own[at], "pPr/numPr/numId"):
                level = attribute(own[at], "pPr/numPr/ilvl")
                found[style] = number, whole(level)
                break
            at = attribute(own[at], "basedOn")
    return found


@lru_cache(maxsize=8)
def _lists(part: bytes) -> Mapping[str, dict[int, _Level]]:
    """The levels of each list; what a list sets otherwise than its pattern counts (17.9.9)."""
    numbering = parse(part)
    patterns = {
        each.get(W + "abstractNumId"): {
            whole(level.get(W + "ilvl")): _level(level) for level in each.iterchildren(W + "lvl")
        }
        for each in numbering.iterchildren(W + "abstractNum")
    }
    lists = {}
    for each in numbering.iterchildren(W + "num"):
        levels = dict(patterns.get(attribute(each, "abstractNumId"), {}))
        for other in each.iterchildren(W + "lvlOverride"):
            at = whole(other.get(W + "ilvl"))
            own = other.find(W + "lvl")
            if own is not None:
                levels[at] = _level(own)
            start = attribute(other, "startOverride")
            if start and at in levels:
                first = whole(start, levels[at].start)
                levels[at] = _Level(levels[at].kind, levels[at].text, first)
        lists[each.get(W + "numId")] = levels
    return lists


def _level(level: Any) -> _Level:
    return _Level(
        attribute(level, "numFmt") or "decimal",
        attribute(level, "lvlText"),
        whole(attribute(level, "start"), 1),
    )


def _mark(levels: Mapping[int, _Level], level: int, count: Mapping[int, int]) -> str:
    """The text of a level with the numbers of all levels above, written `%1.%2.` there."""
    this = levels[level]
    if this.kind == "none":
        return ""
    if this.kind == "bullet":
        return this.text.translate(_BULLETS)
    text = this.text
    for at, other in levels.items():
        text = text.replace(f"%{at + 1}", _counted(other.kind, count.get(at, other.start)))
    return text


def _counted(kind: str, number: int) -> str:
    if kind in ("upperRoman", "lowerRoman") and 1 <= number <= LARGEST_ROMAN:
        return roman(number) if kind == "upperRoman" else roman(number).lower()
    if kind in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    return f"{number:02}" if kind == "decimalZero" else str(number)
