"""Texts that know where they stand.

`Source` is one file as read; `Text` is one scalar of it. Everything the plan says is
made of `Text`, so a check, the read-back and the comparison can all name the place.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import zip_longest

from docgen.finding import Finding, Fix, Rule, Where

_ESCAPES = {'"': re.compile(r"\\(?:x..|u.{4}|U.{8}|.)"), "'": re.compile("''")}
_LINE_END = re.compile(r"\r\n|\n|\r")
LINE_WITH_END = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_SPACE = re.compile(r"(?:\\\r?\n)?\s+|\\[nt_ ]")


@dataclass(frozen=True, eq=False)
class Source:
    """One content file: `name` as shown to the officer, `text` in NFC, as parsed.

    `written` is the text before that, where the file itself is not in NFC.
    """

    name: str
    text: str = field(repr=False)
    written: str | None = field(default=None, repr=False)

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; `lines[0]` is line 1."""
        return _LINE_END.split(self.text)

    @cached_property
    def _line_starts(self) -> array[int]:
        return array("q", [0, *(match.end() for match in _LINE_END.finditer(self.text))])

    def where(self, index: int, length: int = 1) -> Where:
        """The place of the character at `index` (0-based) of the text."""
        line = bisect_right(self._line_starts, index)
        return Where(self.name, line, index - self._line_starts[line - 1] + 1, max(length, 1))

    def line_start(self, line: int) -> int:
        """The index of the first character of line `line` (from 0)."""
        return self._line_starts[line]

    def lines_of(self, start: int, end: int) -> tuple[int, int, str]:
        """The whole lines of a scalar: the number of the first, where it begins, and their text."""
        first = bisect_right(self._line_starts, start)
        last = bisect_right(self._line_starts, max(start, end - 1))
        begin = self._line_starts[first - 1]
        return first, begin, self.text[begin : self._line_end(last)]

    def _line_end(self, line: int) -> int:
        """The index behind line `line` (from 1) and its end."""
        return self._line_starts[line] if line < len(self._line_starts) else len(self.text)

    def line_text(self, line: int) -> str:
        """Line `line` (from 1), or nothing where the file has no such line."""
        if not 0 < line <= len(self._line_starts):
            return ""
        return self.text[self._line_starts[line - 1] : self._line_end(line)].rstrip("\r\n")


# A long plan has a million texts: frozen, each takes three times as long to make.
@dataclass(slots=True, unsafe_hash=True)
class Text:
    """One scalar of the content: its `value` in NFC, its place, its address.

    `start` and `end` are the character indices of the scalar in `source.text`, quotes
    included. `path` is its address in the plan, such as
    `tasks.assignments[so-noi-vu].tasks[2]`.
    """

    value: str
    source: Source
    start: int
    end: int
    path: str

    def __str__(self) -> str:
        return self.value

    @property
    def where(self) -> Where:
        """Where the text begins (inside its quotes, if it has some)."""
        return self.locate(0, len(self.value))

    def locate(self, offset: int, length: int = 1) -> Where:
        """Where the character at `offset` of `value` stands in the file.

        Works through folded lines, quotes and escapes: the value and the source are
        walked side by side, a run of white space standing for any other.
        """
        index = self._index(offset)
        stop = self._index(offset + length - 1) + 1 if length > 1 else index + 1
        where = self.source.where(index)
        end_of_line = len(self.source.line_text(where.line)) - where.column + 1
        return Where(where.file, where.line, where.column, max(1, min(stop - index, end_of_line)))

    def _index(self, offset: int) -> int:
        if not self.value:
            return self.start
        indices = _indices(self)
        return indices[offset] if offset < len(indices) else max(self.end - 1, self.start)

    def indices(self) -> Iterator[int]:
        """Where each character of the value stands in the source."""
        text, index = self.source.text, self.start
        if text.startswith(self.value, index):
            yield from range(index, index + len(self.value))
            return
        opening = text[index : index + 1]
        escape = _ESCAPES.get(opening)
        if opening in ("|", ">"):
            index = text.find("\n", index) + 1
        elif escape:
            index += 1
        for character, following in zip_longest(self.value, self.value[1:], fillvalue=""):
            if character.isspace():
                yield index
                run = _SPACE.match(text, index)
                index = run.end() if run and not following.isspace() else index + 1
                continue
            while index < self.end and text[index].isspace():
                index += 1
            yield min(index, self.end - 1)
            escaped = escape.match(text, index) if escape else None
            index = escaped.end() if escaped else index + 1

    def fix(self, offset: int, length: int, replacement: str) -> Fix | None:
        """A mend of `length` characters from `offset` on, where the file writes them literally.

        There is none where a line end, a quote or an escape stands in between.
        """
        start = self._index(offset)
        stop = self._index(offset + length - 1) + 1 if length else start
        literal = self.source.text[start:stop] == self.value[offset : offset + length]
        return Fix(start, stop, replacement) if literal else None

    def finding(
        self, rule: Rule, message: str, hint: str = "", offset: int = 0, length: int | None = None
    ) -> Finding:
        """A finding of `rule` that points at `length` characters of this text from `offset` on."""
        where = self.locate(offset, len(self.value) - offset if length is None else length)
        return rule.at(where, message, hint, self.source.line_text(where.line))


@dataclass(slots=True, unsafe_hash=True)
class Extract(Text):
    """Some characters of a text, in their order: a sentence without its footnotes, or one of them.

    `offsets` says of each character where it stands in `whole`.
    """

    whole: Text
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, whole: Text, offsets: Iterable[int]) -> Extract:
        """The characters of a text at these offsets."""
        kept = tuple(offsets)
        value = "".join(whole.value[offset] for offset in kept)
        return cls(value, whole.source, whole.start, whole.end, whole.path, whole, kept)

    def indices(self) -> Iterator[int]:
        """Where each character of the value stands in the source."""
        every = _indices(self.whole)
        return (every[offset] for offset in self.offsets)


@lru_cache(maxsize=64)
def _indices(text: Text) -> tuple[int, ...]:
    """The indices of one text, kept: a text in which much is wrong is walked once."""
    return tuple(text.indices())
