"""`*nghiêng*` and `**đậm**` in a text, and the runs they become in Word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from docgen.plan.footnotes import OPENS, parted, spans
from docgen.view.origin import Origin, Traced

CALL = "\ue002"  # stands in a text where a footnote is called
_MARKED = re.compile(
    r"\\(?P<escaped>\*)"
    r"|(?<!\w)\*\*(?P<bold>(?=\S)(?:(?!\*\*).)*?\S)\*\*(?!\w)"
    r"|(?<!\w)\*(?P<italic>(?=[^\s*])[^*]*?[^\s*])\*(?![\w*])",
    re.DOTALL,
)
SIZE = '<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>'


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style (ECMA-376 Part 1, 17.3.2.25 `r`), or the call of a note."""

    text: str
    bold: bool = False
    italic: bool = False
    note: Footnote | None = None


@dataclass(frozen=True, slots=True)
class Inline:
    """A printed text. As a string it is the words; in a template, its runs."""

    runs: tuple[Run, ...]
    origin: Origin

    def __str__(self) -> str:
        return "".join([run.text for run in self.runs])

    def __bool__(self) -> bool:
        return any(run.text or run.note for run in self.runs)

    @property
    def notes(self) -> Iterator[tuple[str, Footnote]]:
        """Each footnote with the words that stand before its mark."""
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
        return "".join([_run_xml(run, size) for run in self.runs])


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote; `number` is its id in the document, what the reader sees is counted by Word."""

    number: int
    words: Inline


def with_footnotes(text: Traced, numbers: Iterator[int]) -> Inline:
    """The words with their marks and footnotes read; each footnote takes the next number."""
    found = [*spans(text)] if OPENS in text else []
    if not found:
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
    return replace(made, runs=tuple(run for run in runs if run.text or run.note))


def inline(text: Traced) -> Inline:
    r"""The words with their marks read.

    A lone `*` and those inside a word or a sum (`5*3*2`) stay; `\*` is always a star.
    """
    if "*" not in text:
        return Inline((Run(text),) if text else (), text.origin)
    runs: list[Run] = []
    end = 0
    for match in _MARKED.finditer(text):
        runs.append(Run(text[end : match.start()]))
        if match["escaped"]:
            runs.append(Run(match["escaped"]))
        elif match["bold"]:
            runs.append(Run(match["bold"], bold=True))
        else:
            runs.append(Run(match["italic"], italic=True))
        end = match.end()
    runs.append(Run(text[end:]))
    return Inline(tuple(_joined(run for run in runs if run.text)), text.origin)


def _joined(runs: Iterable[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        if joined and (joined[-1].bold, joined[-1].italic) == (run.bold, run.italic):
            joined[-1] = Run(joined[-1].text + run.text, run.bold, run.italic)
        else:
            joined.append(run)
    return joined


def _run_xml(run: Run, size: str) -> str:
    if run.note:
        return (
            f'<w:r><w:rPr>{size}<w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteReference w:id="{run.note.number}"/></w:r>'
        )
    properties = ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "") + size
    style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{style}<w:t xml:space="preserve">{escape(run.text, quote=False)}</w:t></w:r>'
