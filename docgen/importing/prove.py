"""What of an old document arrived on the paper that its new content prints: sentences and cells.

Both documents are read by the same eyes, without a thought of how the content was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from docgen.docx.model import Document, Paragraph, Table
from docgen.from_word.lines import Line, Lines
from docgen.vietnamese import fold_tone

_SENTENCES = re.compile(r"(?<=[^.…⋯_][.;:!?])\s+")
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "’": "'", "‘": "'"})
_EDGES = re.compile(r"^[\s\-+•*]+|[\s.;,:/]+$")
_NUMBERS = re.compile(r"\d+")
END = "./."
_DRAWN = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Missing:
    """Words that did not arrive, and those `behind` which they stand in the old document."""

    words: str
    behind: str


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of a kind there were, and those that did not arrive, in order."""

    whole: int
    missing: tuple[Missing, ...]

    @property
    def arrived(self) -> int:
        """How many arrived."""
        return self.whole - len(self.missing)


@dataclass(frozen=True, slots=True)
class Arrived:
    """What arrived of sentences (outside tables) and of cells.

    `formed`: what now stands otherwise, since the form of the decree says so.
    """

    sentences: Counted
    cells: Counted
    formed: tuple[str, ...] = ()


def arrived(old: Document, new: Document) -> Arrived:
    """Holds the old document against the new one.

    Offices arrange letterhead and signature as they like: there no order is asked.
    """
    before, after = _Seen(old), _Seen(new)
    sentences = _counted(before.sentences, after.sentences, after.arranged)
    formed = tuple(_formed(before.sentences, after.sentences))
    return Arrived(sentences, _counted(before.cells, after.cells, ""), formed)


def _formed(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Numbers that have other zeros, and the end of the text, where only the new one says it."""
    now = {folded(each): each for each in new}
    for each in old:
        other = now.get(folded(each), each)
        if _NUMBERS.findall(each) != _NUMBERS.findall(other):
            yield f"“{each}” in thành “{other}”"
    ended_before, ends = (any(END in each for each in sentences) for sentences in (old, new))
    if ends and not ended_before:
        yield f"thêm “{END}” ở cuối phần lời văn"


class _Seen:
    """The sentences and the cells of a document, in reading order."""

    def __init__(self, document: Document) -> None:
        self.sentences: list[str] = []
        self.cells: list[str] = []
        self.arranged = ""
        lines = Lines(document, "")
        for block in document.blocks:
            if isinstance(block, Table) and not _is_layout(block):
                self._table(block, lines)
            else:
                first = len(self.sentences)
                self._lines(block, lines)
                if isinstance(block, Table):
                    self.arranged += "".join(_bare(folded(e)) for e in self.sentences[first:])

    def _table(self, table: Table, lines: Lines) -> None:
        for row in table.rows:
            for cell in row.cells:
                if cell.merge == "continue":
                    continue
                words = " ".join(line.words for each in cell.paragraphs for line in lines.of(each))
                if words.strip():
                    self.cells.append(" ".join(words.split()))

    def _lines(self, block: Paragraph | Table, lines: Lines) -> None:
        for paragraph in block.paragraphs:
            columns = lines.columns(paragraph) if _has_tab(paragraph) else (lines.of(paragraph),)
            for line in (each for column in columns for each in column):
                self.sentences += _sentences(line)
            for _, note in paragraph.notes:
                self.sentences += [
                    each for each in _SENTENCES.split(" ".join(note.split())) if each
                ]


def _has_tab(paragraph: Paragraph) -> bool:
    return "\t" in paragraph.text.strip()


def _is_layout(table: Table) -> bool:
    """Whether a table only arranges a letterhead, a signature or text in one column."""
    words = " ".join(each.text for each in table.paragraphs)
    if re.search(r"Độc lập\W+Tự do|Nơi nhận", words):
        return True
    return len(table.rows) < 2 or max(len(row.cells) for row in table.rows) < 2


def _sentences(line: Line) -> Iterator[str]:
    for sentence in _SENTENCES.split(line.words):
        if not _DRAWN.fullmatch(sentence):
            yield sentence


def folded(words: str) -> str:
    """Words as they are compared: blanks, dashes, capitals, places of tones, ends made one."""
    said = fold_tone(words.translate(_DASHES)).casefold()
    said = re.sub(r"[\s.…⋯_]*/[\s.…⋯_]*", "/", said)
    said = re.sub(r"[.…⋯_]{2,}|…", " ", said)
    said = re.sub(r"\bsố\s*:\s*", "số ", said)
    said = re.sub(r"\b0(?=\d\b)", "", said)
    said = re.sub(r"\bngày (\d+)/(\d+)/(?=\d{4}\b)", r"ngày \1 tháng \2 năm ", said)
    said = re.sub(r"\bngày\s+(?=tháng\b)", "", said)
    said = re.sub(r"(?<=\w)\s*-\s*(?=\w)", "-", said)
    return _EDGES.sub("", _EDGES.sub("", " ".join(said.split())))


def _counted(old: Sequence[str], new: Sequence[str], anywhere: str) -> Counted:
    before, after = [folded(each) for each in old], [folded(each) for each in new]
    missing: list[Missing] = []
    whole = sum(1 for each in before if each)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, from_, to in matcher.get_opcodes():
        if tag == "equal" or start == end:
            continue
        said = _bare(" ".join(after[max(from_ - 1, 0) : to + 1]))
        at = 0
        for number in range(start, end):
            wanted = _bare(before[number])
            found = said.find(wanted, at) if wanted else at
            if found < 0 and wanted not in anywhere:
                missing.append(Missing(old[number], old[number - 1] if number else ""))
            elif found >= 0:
                at = found + len(wanted)
    return Counted(whole, tuple(missing))


def _bare(words: str) -> str:
    return re.sub(r"[\s.;,:]+", "", words)
