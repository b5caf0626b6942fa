"""`*nghiêng*`, `**đậm**`, `CO~2~`, `m^2^` and `[…]` in a text, and the runs they become in Word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from html import escape
from typing import Any, Self

from markupsafe import Markup

from docgen.docx.leaders import LEADER
from docgen.docx.text_width import text_width
from docgen.plan.footnotes import OPENS, parted, spans
from docgen.plan.leaders import EVERY_OPENING
from docgen.view import leaders
from docgen.view.origin import Origin, Traced

TWIPS_PER_PT = 20
CALL = "\ue002"  # stands in a text where a footnote is called
SIGN = re.compile(r"[*~^]|" + EVERY_OPENING)  # which `\` makes a letter
_ESCAPED = rf"\\(?P<escaped>{SIGN.pattern})"
_LETTER = r"\\[*~^]|(?!\\[*~^])"
_NO_STAR = rf"(?=[^\s*])(?:{_LETTER}[^*])+?(?<!\s)"
_MARKED = re.compile(
    _ESCAPED + rf"|(?<![\w*])\*\*\*(?P<both>{_NO_STAR})\*\*\*(?![\w*])"
    rf"|(?<!\w)\*\*(?P<bold>(?=\S)(?:{_LETTER}(?!\*\*).)+?(?<!\s))\*\*(?!\w)"
    rf"|(?<!\w)\*(?P<italic>{_NO_STAR})\*(?![\w*])"
    r"|(?<=[^\W\d_]|[.)\]])~(?P<below>[^\s~^*]{1,20})~(?!\d)"
    r"|(?<=[\w)\]%])\^(?P<above>[^\s~^*\[][^\s~^*]{0,19})\^(?!\d)",
    re.DOTALL,
)
_PART = re.compile(f"{_ESCAPED}|{leaders.WRITTEN}")
_SIGNS = re.compile(rf"[*~^\[{LEADER}]")
_DASH = re.compile(r" (?=[-–] )")  # of kinh tế - xã hội: it begins no line
_ONLY_SCRIPTS = re.compile(rf"\*|{EVERY_OPENING}")
_HYPHEN = re.compile(r"(?<=[0-9A-ZĐƯ])-(?=[A-ZĐƯ])")  # of 01-NQ/TU: no line breaks at it
_NO_BREAK_HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
FIRST_LINE = 720  # twips: how far in a paragraph begins
RUN, RUN_ENDS = '<w:r>{}<w:t xml:space="preserve">', "</w:t></w:r>"
SIZE = '<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>'
_LOOKS: dict[str, dict[str, Any]] = {
    "escaped": {},
    "both": {"bold": True, "italic": True},
    "bold": {"bold": True},
    "italic": {"italic": True},
    "below": {"below": True},
    "above": {"above": True},
}


# Of these and of origins a long plan makes a million: frozen, each takes three times as long.
@dataclass(slots=True, unsafe_hash=True)
class Run:
    """A stretch of text in one style (ECMA-376 Part 1, 17.3.2.25 `r`), or the call of a note.

    `light`: not bold although its paragraph style is; `below` and `above`: sub- and superscript.
    """

    text: str
    bold: bool = False
    italic: bool = False
    note: Footnote | None = None
    light: bool = False
    below: bool = False
    above: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it looks as its paragraph style says."""
        look = self.bold or self.italic or self.light or self.below or self.above
        return not look and self.note is None

    def xml(self, size: str = "") -> str:
        """The run as WordprocessingML; `size` is a property of its own."""
        if self.note:
            return (
                f'<w:r><w:rPr>{size}<w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:footnoteReference w:id="{self.note.number}"/></w:r>'
            )
        properties = size
        if self.bold or self.light or self.italic or self.below or self.above:
            properties = "".join(
                (
                    "<w:b/>" * self.bold,
                    '<w:b w:val="0"/>' * self.light,
                    "<w:i/>" * self.italic,
                    size,
                    '<w:vertAlign w:val="subscript"/>' * self.below,
                    '<w:vertAlign w:val="superscript"/>' * self.above,
                )
            )
        style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        return f"{RUN.format(style)}{letters(self.text)}{RUN_ENDS}"


def letters(text: str) -> str:
    """The letters of a run as WordprocessingML, between the tags of its `w:t`."""
    if "&" in text or "<" in text or ">" in text:
        text = escape(text, quote=False)
    if "-" in text or "–" in text:
        text = _HYPHEN.sub(_NO_BREAK_HYPHEN, _DASH.sub("\u00a0", text))
    return text.replace(LEADER, TAB) if LEADER in text else text


@dataclass(slots=True, unsafe_hash=True)
class Leader(Run):
    """A blank that runs to a stop; `written` as the content has it."""

    written: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Inline:
    """A printed text. As a string it is the words; in a template, its runs.

    `said` are its runs, or the words of one that looks as its paragraph style says.
    """

    said: str | tuple[Run, ...]
    origin: Origin

    @property
    def runs(self) -> tuple[Run, ...]:
        """Its stretches of one look."""
        said = self.said
        return said if isinstance(said, tuple) else (Run(said),) if said else ()

    def saying(self, runs: Iterable[Run]) -> Inline:
        """Other runs of the same origin."""
        return Inline(tuple(runs), self.origin)

    def __str__(self) -> str:
        said = self.said
        return said if isinstance(said, str) else "".join([run.text for run in said])

    def __bool__(self) -> bool:
        said = self.said
        return bool(said) and (isinstance(said, str) or any(run.text or run.note for run in said))

    @property
    def is_plain(self) -> bool:
        """Whether all of it looks as its paragraph style says."""
        return isinstance(self.said, str) or all(run.is_plain for run in self.said)

    @property
    def notes(self) -> Iterable[tuple[str, Footnote]]:
        """Each footnote with the words that stand before its mark."""
        return () if self.is_plain else self._notes()

    def _notes(self) -> Iterator[tuple[str, Footnote]]:
        before = ""
        for run in self.runs:
            before += run.text
            if run.note:
                yield before, run.note

    def __html__(self) -> str:
        """The runs as WordprocessingML, for `{{r text }}` in the template."""
        return self.xml()

    def xml(self, half_points: int | None = None) -> str:
        """The runs as WordprocessingML; `half_points` is their size where it is not the style's."""
        size = SIZE.format(half_points) if half_points else ""
        return "".join([run.xml(size) for run in self.runs])

    def stops(self, width: int, half_points: int, first_line: int = FIRST_LINE) -> Markup:
        """The stops of its blanks in a paragraph `width` twips wide; nothing without blanks."""
        blanks = [run for run in self.runs if isinstance(run, Leader)]
        if not blanks:
            return Markup()
        words = [first_line]
        for run in self.runs:
            if isinstance(run, Leader):
                words.append(0)
            else:
                size = Decimal(half_points) * TWIPS_PER_PT / 2
                words[-1] += int(text_width(run.text, size, bold=run.bold, italic=run.italic))
        stops = [leaders.stop(each.written) for each in blanks]
        return Markup(leaders.stops_xml(stops, words, width))

    def parted(self, at: int) -> tuple[Inline, Inline]:
        """The words before the letter `at`, and the rest."""
        before: list[Run] = []
        after: list[Run] = []
        for run in self.runs:
            if at > 0:
                before.append(replace(run, text=run.text[:at]))
            if at < len(run.text) or (run.note and at <= 0):
                after.append(replace(run, text=run.text[max(at, 0) :]))
            at -= len(run.text)
        return self.saying(before), self.saying(after)

    def looking(self, **look: Any) -> Inline:
        """The same words with a look upon that of each run."""
        return self.saying(replace(run, **look) for run in self.runs)


class Styled(Traced):
    """Words of a look of their own at a plain `{{ tag }}`: they end its run, and begin one."""

    __slots__ = ("runs",)
    runs: tuple[Run, ...]

    def __new__(cls, text: Inline) -> Self:
        """The words of `text`."""
        self = super().__new__(cls, str(text), text.origin)
        self.runs = text.runs
        return self

    def __html__(self) -> str:
        """The runs between the two halves of the tag's own."""
        runs = "".join(run.xml() for run in self.runs)
        return f'</w:t></w:r>{runs}<w:r><w:t xml:space="preserve">'


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote; `number` is its id in the document, what the reader sees is counted by Word."""

    number: int
    words: Inline


def with_footnotes(text: Traced, numbers: Iterator[int]) -> Inline:
    """The words with their marks and footnotes read; each footnote takes the next number."""
    if OPENS not in text or not (found := [*spans(text)]):
        return inline(text)
    written = parted(text.origin.text)[1] if text.origin.text else ()
    notes: list[Footnote] = []
    bare, end = "", 0
    for number, (start, stop) in enumerate(found):
        own = replace(text.origin, text=written[number]) if number < len(written) else text.origin
        words = Traced(text[start + len(OPENS) : stop - 1].strip(), own)
        notes.append(Footnote(next(numbers), inline(words)))
        bare += text[end:start] + CALL
        end = stop
    made = inline(Traced(bare + text[end:], text.origin))
    waiting = iter(notes)
    runs: list[Run] = []
    for run in made.runs:
        first, *others = run.text.split(CALL)
        runs.append(replace(run, text=first))
        for part in others:
            runs += [Run("", note=next(waiting)), replace(run, text=part)]
    return made.saying(run for run in runs if run.text or run.note)


def inline(text: Traced) -> Inline:
    r"""The words with their marks read.

    A lone `*` and those inside a word or a sum (`5*3*2`) stay, as do `~10` and `5~7~9`;
    after `\` each mark is only itself.
    """
    if not _SIGNS.search(text):
        return Inline(text, text.origin)
    return Inline(tuple(_joined(run for _, run in pieces(text) if run.text)), text.origin)


def pieces(text: str) -> Iterator[tuple[int, Run]]:
    """Each stretch of one look, and where in the text its words begin."""
    end = 0
    for match in _MARKED.finditer(text):
        name = match.lastgroup or ""
        yield from _parts(text, end, match.start())
        yield from _parts(text, *match.span(name), **_LOOKS[name])
        end = match.end()
    yield from _parts(text, end, len(text))


def _parts(text: str, start: int, end: int, **look: Any) -> Iterator[tuple[int, Run]]:
    """A stretch of one look at its blanks and at the signs that stand for themselves."""
    for match in _PART.finditer(text, start, end):
        yield start, Run(text[start : match.start()], **look)
        if sign := match["escaped"]:
            yield match.start("escaped"), Run(sign, **look)
        else:
            yield match.start(), Leader(LEADER, written=match[0], **look)
        start = match.end()
    yield start, Run(text[start:end], **look)


def scripts(text: Traced) -> Traced:
    """Words at a plain tag with their sub- and superscript; a star stands for itself there."""
    read = inline(Traced(_ONLY_SCRIPTS.sub(r"\\\g<0>", text), text.origin))
    return text if all(run.is_plain for run in read.runs) else Styled(read)


def _joined(runs: Iterable[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        if joined and replace(joined[-1], text=run.text) == run and LEADER not in run.text:
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return joined
