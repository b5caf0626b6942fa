"""Rows of a table that are printed in parts over two pages, read as the rows that they are.

Whoever parts a row marks by paragraph styles what is not its text: see `cut_words`. Styles live
through Word and LibreOffice, wherever the rows then stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any
from unicodedata import normalize

from lxml import etree

from docgen.docx.cut_words import (
    AS_ABOVE,
    CELL_GOES_ON,
    CONTINUED,
    REST,
    ROW_GOES_ON,
    number_told,
)
from docgen.docx.values import columns

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def has_cut_rows(part: bytes) -> bool:
    """Whether a page may part a row of a part of a .docx."""
    return any(style.encode() in part for style in (CONTINUED, AS_ABOVE))


def make_whole(root: Any) -> None:
    """Joins what goes on with what it goes on from; what has lost that stays a row of its own."""
    told = dict(_told(root))
    joined: dict[Any, Any] = {}
    placed = cache(lambda row: dict(_placed(row)))
    for row in dict.fromkeys(cell.getparent() for cell in told):
        cells = placed(row)
        for at, cell in cells.items():
            target = _begun(row, at, joined, placed) if told.get(cell) == AS_ABOVE else None
            if target is not None and _goes_on(cell, AS_ABOVE, target.getparent()):
                _moved(cell, target)
                _emptied(cell)
                _merge(target, "restart")
                _merge(cell, "")
                joined[cell] = target
        above = next(row.itersiblings(W + "tr", preceding=True), None)
        begun = {
            at: _begun(row, at, joined, placed)
            for at, cell in cells.items()
            if _merged(cell) != "continue"
        }
        if (
            above is not None
            and None not in begun.values()
            and cells.keys() == placed(above).keys()
            and any(
                told.get(each) == CONTINUED and _goes_on(each, CONTINUED, above)
                for each in cells.values()
            )
        ):
            for at, target in begun.items():
                _moved(cells[at], target)
            row.getparent().remove(row)


def _told(root: Any) -> Iterator[tuple[Any, str]]:
    """The cells of rows that hold words in such a style, with the style of their beginning."""
    for style in root.iter(W + "pStyle"):
        if style.get(W + "val") in (CONTINUED, AS_ABOVE):
            cell: Any = next(style.iterancestors(W + "tc"), None)
            first = None if cell is None else cell.find(W + "p")
            if first is not None and cell.getparent() is not None:
                yield cell, _style(first)


def _begun(
    row: Any, at: int, joined: Mapping[Any, Any], placed: Callable[[Any], Mapping[int, Any]]
) -> Any:
    """The last cell above, in that column, that goes on with none; None where there is none.

    Of the cells that were `joined` it is known with which they go on.
    """
    for above in row.itersiblings(W + "tr", preceding=True):
        cell = placed(above).get(at)
        if cell in joined:
            return joined[cell]
        if cell is not None and _merged(cell) != "continue":
            return cell
    return None


def _placed(row: Any) -> Iterator[tuple[int, Any]]:
    """The cells of a row, each with the first column that it covers."""
    column = 0
    for cell in row.iterchildren(W + "tc"):
        yield column, cell
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        column += columns(span.get(W + "val", "")) if span is not None else 1


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(W + "val", ""))


def _words(element: Any, *also: str) -> str:
    """The words of an element, their letters composed; `also` the tags of texts that went."""
    tags = (W + "t", W + "noBreakHyphen", *also)
    said = ("-" if each.tag == tags[1] else each.text or "" for each in element.iter(*tags))
    return " ".join(normalize("NFC", "".join(said)).split())


def _goes_on(cell: Any, style: str, row: Any) -> bool:
    """Whether a cell that has the style of such words says that it goes on from a row."""
    told = _words(cell.find(W + "p"))
    if not (ROW_GOES_ON if style == CONTINUED else CELL_GOES_ON).fullmatch(told):
        return False
    numbers = next(row.iterchildren(W + "tc"))
    here = {_words(numbers), _words(numbers, W + "delText"), _without_insertions(numbers)}
    return not number_told(told) or number_told(told) in here


def _without_insertions(cell: Any) -> str:
    """What a cell said before its tracked changes."""
    said = (
        each.text or ""
        for each in cell.iter(W + "t", W + "delText")
        if next(each.iterancestors(W + "ins"), None) is None
    )
    return " ".join("".join(said).split())


def _moved(cell: Any, target: Any) -> None:
    """Puts the words of a cell behind those of the cell that it goes on from."""
    for paragraph in [*cell.iterchildren(W + "p")]:
        if _style(paragraph) in {CONTINUED, AS_ABOVE} or not _says(paragraph):
            continue
        before = target.findall(W + "p")
        if _style(paragraph) == REST and before:
            _run_on(before[-1], paragraph)
        else:
            target.append(paragraph)


def _emptied(cell: Any) -> None:
    """Leaves of what a cell that goes on says one empty paragraph."""
    told, *others = cell.iterchildren(W + "p")
    for paragraph in others:
        cell.remove(paragraph)
    for each in [*told]:
        if each.tag != W + "pPr":
            told.remove(each)


def _says(paragraph: Any) -> bool:
    """Whether there is anything in a paragraph but its properties."""
    runs = paragraph.iter(W + "r")
    return any(each.tag != W + "rPr" for run in runs for each in run if each.tag != W + "t") or (
        bool(_words(paragraph, W + "delText"))
    )


def _run_on(paragraph: Any, rest: Any) -> None:
    """Puts the runs of the rest of a paragraph behind its own, with a space between."""
    texts = [*paragraph.iter(W + "t")]
    if texts:
        texts[-1].text = f"{texts[-1].text or ''} "
        texts[-1].set(SPACE, "preserve")
    paragraph.extend(each for each in [*rest] if each.tag != W + "pPr")


def _merged(cell: Any) -> str:
    found = cell.find(f"{W}tcPr/{W}vMerge")
    return "" if found is None else str(found.get(W + "val", "continue"))


def _merge(cell: Any, how: str) -> None:
    """Makes a cell begin a vertical merge (`restart`) or go on with the one above."""
    properties = cell.find(W + "tcPr")
    if properties is None:
        properties = etree.Element(W + "tcPr")
        cell.insert(0, properties)
    found = properties.find(W + "vMerge")
    if found is None:
        found = etree.Element(W + "vMerge")
        before = [W + tag for tag in ("cnfStyle", "tcW", "gridSpan", "hMerge")]
        properties.insert(sum(each.tag in before for each in properties), found)
    found.attrib.pop(W + "val", None)
    if how:
        found.set(W + "val", how)
