"""Accepting or rejecting every tracked change of a document, by ECMA-376 Part 1, 17.13.5.

Written for the tests with lxml alone: it knows nothing of the code that wrote the changes.
"""

from copy import deepcopy
from itertools import pairwise

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RECORDS = ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr")
PROPERTIES = {f"{W}{name}" for name in ("rPr", "trPr", "tcPr")}
BLOCKS = {f"{W}{name}" for name in ("p", "tbl", "sectPr")}
MARKS = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
RANGE_MARKS = [
    f"{W}{move}Range{end}" for move in ("moveFrom", "moveTo") for end in ("Start", "End")
]
# What a record of earlier properties leaves out, so that it stays as it is.
OUTSIDE_RECORDS = {
    W + name
    for name in ("rPr", "sectPr", "headerReference", "footerReference", *MARKS)
}  # fmt: skip


def settled(body, *, accept):
    """A copy of the body with every change accepted, or every change rejected."""
    body = deepcopy(body)
    sides = (("del", "moveFrom", "cellDel"), ("ins", "moveTo", "cellIns"))
    gone, staying = ([W + name for name in names] for names in (sides if accept else sides[::-1]))
    _drop([*body.iter(*RANGE_MARKS)])
    _drop([row for row in body.iter(W + "tr") if _has(row, "trPr", gone)])
    for table in body.iter(W + "tbl"):
        _drop_cells(table, gone)
    _drop([table for table in body.iter(W + "tbl") if table.find(W + "tr") is None])
    paragraphs = [*body.iter(W + "p")]
    _drop(_around_words(body, gone))
    for change in _around_words(body, staying):
        _unwrap(change)
    for text in body.iter(W + "delText"):
        text.tag = W + "t"
    for paragraph in reversed(paragraphs):
        if _has(paragraph, f"pPr/{W}rPr", gone):
            _join(paragraph)
    for change in [*body.iter(*(f"{W}{name}Change" for name in RECORDS))]:
        _settle_properties(change, accept)
    _drop([*body.iter(*gone, *staying)])
    return body


def _drop_cells(table, gone):
    """The cells that go, and those columns of the grid in which a row has no other (17.4.48)."""
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    for number, row in enumerate(table.iterchildren(W + "tr")):
        cells = [*row.iterchildren(W + "tc")]
        went = [at for at, cell in enumerate(cells) if _has(cell, "tcPr", gone)]
        if number == 0 and len(cells) == len(columns):
            _drop([columns[at] for at in went])
        _drop([cells[at] for at in went])


def _around_words(body, tags):
    """The changes that hold runs, in whatever they stand; not those that mark a paragraph or row.

    Of changes inside each other the outer comes first.
    """
    return [each for each in body.iter(*tags) if each.getparent().tag not in PROPERTIES]


def _has(element, path, marks):
    return any(element.find(f"{W}{path}/{mark}") is not None for mark in marks)


def _drop(elements):
    for each in elements:
        if each.getparent() is not None:
            each.getparent().remove(each)


def _unwrap(change):
    parent = change.getparent()
    place = parent.index(change)
    parent[place : place + 1] = [*change]


def _join(paragraph):
    """A paragraph whose mark is gone runs on into the next; at a table only an empty one goes."""
    content = [child for child in paragraph if child.tag != W + "pPr"]
    following = next((each for each in paragraph.itersiblings() if each.tag in BLOCKS), None)
    if following is not None and following.tag == W + "p":
        place = 0 if following.find(W + "pPr") is None else 1
        following[place:place] = content
    elif _says(content):
        return
    paragraph.getparent().remove(paragraph)


def _says(content):
    return any(text.text for each in content for text in each.iter(W + "t"))


def _settle_properties(change, accept):
    properties = change.getparent()
    properties.remove(change)
    if not accept:
        outside = [child for child in properties if child.tag in OUTSIDE_RECORDS]
        recorded = [*change[0]]
        first = [child for child in outside if child.tag.endswith("Reference")]
        properties[:] = [*first, *recorded, *(each for each in outside if each not in first)]


def plain(body):
    """The body as bytes; equal for two that hold the same words in the same look and form.

    How a text is cut into runs is no difference, nor are properties that say nothing.
    """
    body = deepcopy(body)
    _drop([text for text in body.iter(W + "t") if not text.text])
    _drop([run for run in body.iter(W + "r") if not {each.tag for each in run} - {W + "rPr"}])
    for paragraph in body.iter(W + "p"):
        for one, other in reversed([*pairwise(paragraph.iterchildren(W + "r"))]):
            if _look(one) == _look(other) and one.getnext() is other:
                one.extend(child for child in [*other] if child.tag != W + "rPr")
                paragraph.remove(other)
    for run in body.iter(W + "r"):
        _join_texts(run)
    for name in ("rPr", "pPr", "trPr", "tcPr"):
        _drop([each for each in body.iter(W + name) if not len(each)])
    return etree.tostring(body, method="c14n")


def _join_texts(run):
    for one, other in reversed([*pairwise(run.iterchildren(W + "t"))]):
        if one.getnext() is other:
            one.text = (one.text or "") + (other.text or "")
            run.remove(other)
    for text in run.iterchildren(W + "t"):
        text.set(XML_SPACE, "preserve")


def _look(run):
    look = run.find(W + "rPr")
    return b"" if look is None or not len(look) else etree.tostring(look, method="c14n")


def marks(body):
    """Every tracked change of the body."""
    names = (*MARKS, *(f"{name}Change" for name in RECORDS))
    return [each for name in names for each in body.iter(W + name)]
