"""What a document holds beside its text: comments, tracked changes, pictures, headers, footers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.docx.model import Document
from docgen.docx.reviewing import comments, revisions
from docgen.from_word.lines import is_hidden

_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_PAGE = re.compile(r"[\W\d_]*(?:trang)?[\W\d_]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Leftover:
    """Something that the content has no place for: what it is, its words, and what it follows."""

    kind: str
    words: str
    behind: str = ""


def leftovers(document: Document) -> Iterator[Leftover]:
    """All of it, in the order: head and foot of pages, comments, tracked changes, pictures."""
    seen = set()
    for section in document.sections:
        for name, texts in (("đầu trang", section.headers), ("chân trang", section.footers)):
            for paragraphs in texts.values():
                words = " ".join(" ".join(each.text.split()) for each in paragraphs).strip()
                if not _PAGE.fullmatch(words) and (name, words) not in seen:
                    seen.add((name, words))
                    yield Leftover(f"chữ ở {name}", words)
    for paragraph in document.paragraphs:
        hidden = "".join(run.text for run in paragraph.runs if is_hidden(run)).strip()
        if hidden:
            beside = "".join(run.text for run in paragraph.runs if not is_hidden(run))
            yield Leftover("chữ ẩn, không in", hidden, " ".join(beside.split()))
    for comment in comments(document):
        said = " ".join(comment.text.split())
        about = f" (ở chỗ “{' '.join(comment.quote.split())}”)" if comment.quote.strip() else ""
        yield Leftover("nhận xét", f"{comment.author}: {said}{about}")
    count = sum(1 for paragraph in document.paragraphs for _ in revisions(paragraph))
    if count:
        yield Leftover("sửa đổi được theo dõi", f"{count} chỗ, đã tính như được chấp nhận")
    pictures = sum(1 for paragraph in document.paragraphs for _ in paragraph.xml.iter(*_PICTURES))
    if pictures:
        yield Leftover("hình ảnh", f"{pictures} hình không có chỗ trong nội dung")
