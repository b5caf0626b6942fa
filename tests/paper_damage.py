"""Ways to spoil a .docx: each tool gives a change of its parsed parts, made in place."""

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy
from functools import partial

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
BODY, STYLES, NUMBERED, FIRST = (
    *("word/document.xml", "word/styles.xml"),
    *("word/header1.xml", "word/header2.xml"),
)
Parts = dict[str, etree._Element]
Change = Callable[[Parts], object]


def damaged(data: bytes, *changes: Change) -> bytes:
    """A copy of the .docx with the changes made; each must change something."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    parts = {name: etree.fromstring(xml) for name, xml in files.items() if name.endswith(".xml")}
    for change in changes:
        before = [etree.tostring(root) for root in parts.values()]
        change(parts)
        assert [etree.tostring(root) for root in parts.values()] != before, "nothing was spoilt"
    files |= {name: etree.tostring(root) for name, root in parts.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return target.getvalue()


def put(parent, path, **attributes):
    """The descendant at `path`, made where it is missing, with these attributes set.

    An empty path is the parent itself.
    """
    for tag in filter(None, path.split("/")):
        child = parent.find(W + tag)
        parent = etree.SubElement(parent, W + tag) if child is None else child
    for name, value in attributes.items():
        parent.set(W + name, value)


def take(parent, path):
    """Takes out every descendant at `path`."""
    for each in parent.findall("/".join(W + tag for tag in path.split("/"))):
        each.getparent().remove(each)


def paragraph(parts, style, place=0):
    """The paragraph of a style at `place`, counted from the top."""
    found = [
        each
        for each in parts[BODY].iter(W + "p")
        if each.find(f"{W}pPr/{W}pStyle[@{W}val='{style}']") is not None
    ]
    return found[place]


def saying(parts, words, place=0):
    """The paragraph with these words at `place`, counted from the top."""
    every = parts[BODY].iter(W + "p")
    return [each for each in every if words in "".join(each.itertext(W + "t"))][place]


def table(parts, place):
    """The table at `place`."""
    return list(parts[BODY].iter(W + "tbl"))[place]


def section(parts, place):
    """The section properties at `place`."""
    return list(parts[BODY].iter(W + "sectPr"))[place]


class Spot:
    """Tools for the element that `find` finds; each gives a change."""

    def __init__(self, find, *where):
        self.find = lambda parts: find(parts, *where)

    def put(self, path, **attributes) -> Change:
        return lambda parts: put(self.find(parts), path, **attributes)

    def take(self, path) -> Change:
        return lambda parts: take(self.find(parts), path)

    def drop(self) -> Change:
        return lambda parts: (found := self.find(parts)).getparent().remove(found)

    def copy_after(self) -> Change:
        return lambda parts: (found := self.find(parts)).addnext(deepcopy(found))

    def swap_cells(self) -> Change:
        """The first cell of the first row goes to its end."""
        return lambda parts: (row := next(self.find(parts).iter(W + "tr"))).append(
            row.find(W + "tc")
        )

    def reword(self, old, new) -> Change:
        """Other words; the paragraph's runs become one."""

        def change(parts):
            first, *others = self.find(parts).iter(W + "t")
            text = "".join(each.text or "" for each in (first, *others))
            first.text = text.replace(old, new)
            for each in others:
                each.text = ""

        return change


def style(name):
    """Tools for a style: `style("KHMotto").put("rPr/sz", val="20")`."""
    return Spot(lambda parts: parts[STYLES].find(f"{W}style[@{W}styleId='{name}']"))


def defaults():
    """Tools for the defaults of the document."""
    return Spot(lambda parts: parts[STYLES].find(W + "docDefaults"))


def header():
    """Tools for the header with the page number."""
    return Spot(lambda parts: parts[NUMBERED])


def number_on_first_page(parts):
    """Puts the page number into the header of first pages."""
    parts[FIRST][:] = deepcopy(parts[NUMBERED])[:]


def ends_section(spot):
    """Ends the main section at a paragraph, so that another one like it follows."""

    def change(parts):
        spot.find(parts).find(W + "pPr").append(deepcopy(section(parts, 0)))

    return change


def empty_section(parts):
    """An empty section after the last."""
    last = list(parts[BODY].iter(W + "sectPr"))[-1]
    end = deepcopy(paragraph(parts, "KHSectionEnd", -1))
    put(end, "pPr")
    end.find(W + "pPr").append(deepcopy(last))
    last.addprevious(end)
    last.addprevious(deepcopy(paragraph(parts, "KHSectionEnd", -1)))
    take(parts[BODY].find(W + "body")[-2], "pPr/sectPr")


def drawn(place, twips):
    """A drawn shape so long in place of a line."""

    def change(parts):
        line = paragraph(parts, "KHLine", place)
        put(line, "r/drawing")
        inline = etree.SubElement(line.find(f"{W}r/{W}drawing"), DRAWN + "inline")
        inline.append(inline.makeelement(DRAWN + "extent", cx=str(twips * 635), cy="0"))
        put(line, "pPr/pBdr/top", val="nil")

    return change


at = partial(Spot, paragraph)
words = partial(Spot, saying)
page = partial(Spot, section)
grid = partial(Spot, table)
