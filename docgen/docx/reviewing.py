"""Who changed and who remarked what: tracked changes and comments of a document.

ECMA-376 Part 1, 17.13.4 (comments) and 17.13.5 (revisions). Dates are as the file has them,
in ISO 8601, "" where it has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from docgen.docx.model import Document, Paragraph, Run, W
from docgen.docx.package import parse
from docgen.docx.read import characters
from docgen.docx.values import whole

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
Kind = Literal["in", "out"]
_KINDS: Mapping[str, Kind] = {
    W + "ins": "in", W + "moveTo": "in", W + "del": "out", W + "moveFrom": "out",
}  # fmt: skip
_COUNTED = (W + "r", W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")


@dataclass(frozen=True, slots=True)
class Revision:
    """Words that somebody put in, or took out, with changes tracked.

    `start` and `end` count the characters of the paragraph as it was read; where the words do not
    stand in it any more (or not yet), both say where they would.
    """

    kind: Kind
    author: str
    date: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on words of a paragraph: from `start` on it says `quote`; `paragraph` None: lost.

    `quote` has a line a paragraph. `answers` are the replies to it, `resolved`: it is settled.
    """

    author: str
    date: str
    text: str
    paragraph: Paragraph | None
    start: int
    quote: str
    answers: tuple[Comment, ...] = ()
    resolved: bool = False


def revision_of(run: Run) -> tuple[Kind, str, str] | None:
    """Kind, author and date of the tracked change that a run belongs to; None for one that stays.

    Of changes inside each other the innermost counts: who took out last.
    """
    for above in run.xml.iterancestors():
        if above.tag in _KINDS:
            return _told(above)
        if above.tag == W + "p":
            break
    return None


def _told(change: Any) -> tuple[Kind, str, str]:
    return _KINDS[change.tag], change.get(W + "author", ""), change.get(W + "date", "")


def revisions(paragraph: Paragraph) -> Iterator[Revision]:
    """The tracked changes of a paragraph in their order, paragraph marks as empty words."""
    kept = {run.xml: run for run in paragraph.runs}
    at = 0
    for element in _elements(paragraph):
        for xml in element.iter(W + "r"):
            words = kept[xml].text if xml in kept else "".join(map(characters, xml))
            length = len(words) if xml in kept else 0
            if found := revision_of(Run(words, xml)):
                yield Revision(*found, at, at + length, words)
            at += length
        mark = element.find(f"{W}pPr/{W}rPr")
        for child in () if mark is None else mark:
            if child.tag in _KINDS:
                yield Revision(*_told(child), at, at, "")


def comments(document: Document) -> Iterator[Comment]:
    """The comments of a document in the order in which they were written, replies in their own."""
    ranges = _ranges((*document.paragraphs, *document.notes))
    parents, settled = _threads(document)
    found: dict[str, Comment] = {}
    answers: dict[str, list[Comment]] = {}
    for part in sorted(document.parts):
        if not part.startswith("word/comments") or part.count("/") > 1:
            continue
        written = parse(document.parts[part]).iter(W + "comment")
        for each in sorted(written, key=_number):
            lines = list(each.iter(W + "p"))
            said = "\n".join(
                "".join("".join(map(characters, run)) for run in line.iter(W + "r"))
                for line in lines
            )
            paragraph, start, quote = ranges.get(each.get(W + "id"), (None, 0, ""))
            author, date = each.get(W + "author", ""), each.get(W + "date", "")
            name = lines[-1].get(PARAGRAPH_ID, "") if lines else ""
            name = name or f"w:id {each.get(W + 'id')}"
            resolved = name in settled
            comment = Comment(author, date, said, paragraph, start, quote, (), resolved)
            if name in parents:
                answers.setdefault(parents[name], []).append(comment)
            else:
                found[name] = comment
    for name, comment in found.items():
        yield replace(comment, answers=tuple(answers.pop(name, ())))
    yield from (each for left in answers.values() for each in left)


def _number(comment: Any) -> int:
    """The number of a comment: the later it was written, the higher."""
    number = comment.get(W + "id", "")
    return whole(number)


def _threads(document: Document) -> tuple[dict[str, str], frozenset[str]]:
    """Which comment answers which, and which are settled, by the ids of their last paragraphs.

    [MS-DOCX] 2.5.3.3 `commentEx`; a file without that part has neither.
    """
    part = next((part for part in document.parts if part.endswith("/commentsExtended.xml")), None)
    told = list(parse(document.parts[part]).iter(W15 + "commentEx")) if part else []
    names = [(each.get(W15 + "paraId", ""), each) for each in told]
    parents = {name: each.get(W15 + "paraIdParent") for name, each in names}
    settled = (name for name, each in names if each.get(W15 + "done", "0") in ("1", "true"))
    known = {name: parent for name, parent in parents.items() if parent in parents}
    return known, frozenset(settled)


def _ranges(paragraphs: Iterable[Paragraph]) -> dict[str, tuple[Paragraph, int, str]]:
    """For each comment the paragraph in which its range begins, where, and the words in it."""
    begun: dict[str, tuple[Paragraph, int]] = {}
    said: dict[str, str] = {}
    open_ones: set[str] = set()
    for paragraph in paragraphs:
        kept = {run.xml: run.text for run in paragraph.runs}
        at = 0
        for each in open_ones:
            said[each] += "\n"
        for element in _elements(paragraph):
            for xml in element.iter(*_COUNTED):
                number = xml.get(W + "id", "")
                if xml.tag == W + "r":
                    words = kept.get(xml, "")
                    at += len(words)
                    for each in open_ones:
                        said[each] += words
                elif xml.tag == W + "commentRangeStart":
                    begun[number], said[number] = (paragraph, at), ""
                    open_ones.add(number)
                elif number not in begun:
                    begun[number], said[number] = (paragraph, at), ""
                else:
                    open_ones.discard(number)
    return {number: (*place, said[number].strip("\n")) for number, place in begun.items()}


def _elements(paragraph: Paragraph) -> list[Any]:
    """The `w:p` that a paragraph is made of: its own, and those whose mark was taken out."""
    found = [next(run.xml.iterancestors(W + "p"), None) for run in paragraph.runs]
    return [each for each in dict.fromkeys([*found, paragraph.xml]) if each is not None]
