"""What a Word file holds beside its words: comments, headers and footers, pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docgen.accept.align import Pair
from docgen.accept.change import Change
from docgen.accept.printed import Printed
from docgen.accept.units import Line, Unit, page_texts
from docgen.builds import template_among
from docgen.docx.model import Document, W
from docgen.docx.package import NotAPackage, unpacked
from docgen.docx.reviewing import Comment, comments
from docgen.finding import Where

PICTURES = "Nội dung không có chỗ cho hình, biểu đồ: chèn vào văn bản sau cùng, hoặc bỏ."
PAGE_ENDS = "Đầu trang, chân trang thuộc tệp mẫu: sửa trong templates/KH_template.docx."
FORMULA = "Công thức chèn bằng Insert, Equation không ghi được vào nội dung: gõ thành chữ, hoặc bỏ."
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MEDIA = ("word/media/", "word/charts/", "word/embeddings/")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment and the line of the content on whose words it stands; None: on none of them."""

    comment: Comment
    where: Where | None


def remarks(base: Printed, document: Document, sides: Sequence[Pair]) -> Iterator[Remark]:
    """The comments of a document, each at its line."""
    places = _places(sides)
    for comment in comments(document):
        xml = comment.paragraph.xml if comment.paragraph else None
        old, new = places.get(xml, (None, None))
        yield Remark(comment, _where(base, old, new, comment.start) if old and new else None)


def _places(sides: Sequence[Pair]) -> dict[Any, tuple[Line, Line]]:
    """The line of the paper and that of the document by the paragraph of the latter."""
    found = [pair for old, new in sides for pair in _lines(old, new)]
    return {other.source.xml: (one, other) for one, other in found if other.source is not None}


def formulas(base: Printed, document: Document, sides: Sequence[Pair]) -> Iterator[Change]:
    """Equations, which the content has no place for."""
    xml = document.paragraphs[0].xml if document.paragraphs else None
    found = [] if xml is None else [*xml.getroottree().iter(_MATH + "oMath")]
    places = _places(sides) if found else {}
    for each in found:
        words = "".join(text.text or "" for text in each.iter(_MATH + "t"))
        old, new = places.get(next(each.iterancestors(W + "p"), None), (None, None))
        where = _where(base, old, new, 0) if old and new else None
        yield Change("picture", "refused", where, "", f"công thức: {words}", (), FORMULA, spot=new)


def _lines(old: Unit | None, new: Unit | None) -> Iterator[tuple[Line, Line]]:
    if isinstance(old, Line) and isinstance(new, Line):
        yield old, new
    elif old is not None and new is not None:
        assert not isinstance(old, Line)
        assert not isinstance(new, Line)
        for before, after in zip(old.cells, new.cells, strict=False):
            yield from zip(before, after, strict=False)


def _where(base: Printed, old: Line, new: Line, start: int) -> Where | None:
    """The text that prints the letter which stands at `start` of the paragraph, or the next."""
    before = sum(isinstance(mark, int) and mark < start for mark in new.marks)
    for mark in (*old.marks[before:], *old.marks[:before]):
        if isinstance(mark, tuple) and base.strings[mark[0]].origin.where:
            return base.strings[mark[0]].origin.where
    return None


def page_ends(base: Printed, document: Document) -> Iterator[Change]:
    """Headers and footers that say something else: they are the template's."""
    now = page_texts(document)
    old = "; ".join(sorted(base.page_texts - now.keys()))
    new = "; ".join(sorted(now[each] for each in now.keys() - base.page_texts))
    if old or new:
        yield Change("template", "refused", None, old, new, (), PAGE_ENDS)


def pictures(document: Document, files: Mapping[str, bytes]) -> Iterator[Change]:
    """Pictures that the template does not have: nothing in the content holds them."""
    try:
        template = unpacked(files.get(template_among(files), b""))
    except NotAPackage:
        template = {}
    known = sum(name.startswith(_MEDIA) for name in template)
    more = sum(name.startswith(_MEDIA) for name in document.parts) - known
    if more > 0:
        yield Change("picture", "refused", None, "", f"{more} hình, biểu đồ", (), PICTURES)
