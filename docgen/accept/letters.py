r"""A text of the content letter by letter: what it prints, and what it must say to print else.

Each printed letter knows its span in the value and the `{{ … }}` it comes from. New words go
into the value between the letters that stay, so values and emphasis stay; the new value is
printed again, and must print what is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from docgen.docx.leaders import LEADER
from docgen.plan.expressions import fill
from docgen.plan.footnotes import spans
from docgen.plan.source import Text
from docgen.view.inline import SIGN, Leader, Run, pieces

PLACEHOLDER = re.compile(r"\{\{.*?\}\}", re.DOTALL)
ENDINGS = " ;./"
BRACES = re.compile(r"\{\{|\}\}|\{%|\{#|[\ue000-\uf8ff]")  # and letters of nobody's alphabet
_ESCAPE = "\\"


class Letter(NamedTuple):
    """A printed letter: its span in the value, and whether a `{{ … }}` printed it.

    `look` says with "b", "i", "~", "^" whether it is bold, italic, below or above the line.
    """

    said: str
    start: int
    end: int
    hole: bool
    look: str = ""

    @property
    def script(self) -> str:
        """The sign that the value has around what stands below or above the line."""
        return self.look.strip("bi")


class Overtyped(Exception):
    """New words stand where a `{{ … }}` prints a value; `expression` at `at` in the text."""

    def __init__(self, expression: str, at: int) -> None:
        super().__init__(expression)
        self.expression = expression
        self.at = at


class Unsayable(Exception):
    """The value that would print the new words cannot be found."""


def letters(text: Text, names: Mapping[str, Any], *, marked: bool) -> list[Letter]:
    """The letters that a text prints; `marked`: `*` and `**` in it are emphasis."""
    filled: list[Letter] = []
    end = 0
    for match in PLACEHOLDER.finditer(text.value):
        filled += _literal(text.value, end, match.start())
        said = fill(replace(text, value=match[0]), names)[0]
        filled += (Letter(each, match.start(), match.end(), hole=True) for each in said)
        end = match.end()
    filled += _literal(text.value, end, len(text.value))
    if not marked:
        return filled
    whole = "".join(each.said for each in filled)
    notes = {index for start, end in spans(whole) for index in range(start, end)}
    filled = [each for index, each in enumerate(filled) if index not in notes]
    whole = "".join(each.said for each in filled)
    kept: list[Letter] = []
    for at, run in pieces(whole):
        look = looks_of(run)
        if isinstance(run, Leader):
            last = filled[at + len(run.written) - 1]
            kept.append(Letter(LEADER, filled[at].start, last.end, hole=False, look=look))
            continue
        own = filled[at : at + len(run.text)]
        if look:
            own = [each._replace(look=look) for each in own]
        if own and at and whole[at - 1] == _ESCAPE:
            own[0] = own[0]._replace(start=filled[at - 1].start)
        kept += own
    return kept


def looks_of(run: Run) -> str:
    """How the letters of a run look by marks of the content."""
    return "b" * run.bold + "i" * run.italic + "~" * run.below + "^" * run.above


def _literal(value: str, start: int, end: int) -> Iterable[Letter]:
    return (Letter(value[at], at, at + 1, hole=False) for at in range(start, end))


def rewritten_value(
    text: Text,
    names: Mapping[str, Any],
    paper: str,
    edits: Sequence[tuple[int, int, str]],
    *,
    marked: bool,
    fits: Callable[[str], bool] = lambda _: True,
) -> str:
    """The value that prints `paper` with the edits: from, to, the words there now.

    Raises `Overtyped` and `Unsayable`. What docgen itself adds around a text, a dash, `;` or
    `./.`, is no part of its value. `fits` says of a value whether it will do otherwise.
    """
    known, before, core = core_of(text, names, paper, marked=marked)
    whole = "".join(each.said for each in known)
    own = [_inside(edit, before, before + len(core), len(paper)) for edit in edits]
    inner = [edit for edit in own if edit]
    ended = core != whole or before + len(core) < len(paper)
    wanted = _replaced(core, inner)
    wanted = _tidy(wanted.rstrip(ENDINGS) if ended else wanted)
    tail = text.value[known[len(core) - 1].end :]
    for early in (True, False):
        value = text.value
        for start, end, words in (_narrowed(known, edit) for edit in reversed(inner)):
            first, last = _span(text, known, start, end, words, early=early)
            if any(first < stop and begun < last for begun, stop in spans(text.value)):
                raise Unsayable
            value = value[:first] + _typed(words, marked=marked) + value[last:]
        value = _tidy(value)
        if ended and not tail.strip(ENDINGS):
            value = value.rstrip()
        said = "".join(
            each.said for each in letters(replace(text, value=value), names, marked=marked)
        )
        if _tidy(said.rstrip(ENDINGS) if ended else said) == wanted and value and fits(value):
            return value
    raise Unsayable


def core_of(
    text: Text, names: Mapping[str, Any], paper: str, *, marked: bool = True
) -> tuple[list[Letter], int, str]:
    """The letters of a text, where on the paper they begin, and those of them that are on it."""
    known = letters(text, names, marked=marked)
    whole = "".join(each.said for each in known)
    core = whole if whole in paper else whole.rstrip(ENDINGS)
    before = paper.find(core)
    if before < 0 or not core:
        raise Unsayable
    return known, before, core


def _inside(
    edit: tuple[int, int, str], start: int, end: int, length: int
) -> tuple[int, int, str] | None:
    """An edit of the paper as one of the core; None where it only touches what docgen adds."""
    first, last, words = edit
    if last <= start and first < start:
        raise Unsayable
    if last >= end and end < length:
        words = words.rstrip(ENDINGS)
        if first >= end and not words:
            return None
    return min(max(first, start), end) - start, min(last, end) - start, words


def _narrowed(known: Sequence[Letter], edit: tuple[int, int, str]) -> tuple[int, int, str]:
    """An edit that touches letters above or below the line, without those that stay."""
    start, end, words = edit
    if any(letter.script for letter in known[start:end]):
        while start < end and words and known[start].said == words[0]:
            start, words = start + 1, words[1:]
        while start < end and words and known[end - 1].said == words[-1]:
            end, words = end - 1, words[:-1]
    return start, end, words


def _span(
    text: Text, known: Sequence[Letter], start: int, end: int, words: str, *, early: bool
) -> tuple[int, int]:
    """Where an edit of printed letters falls in the value."""
    if start == end:
        before = known[start - 1] if start else None
        after = known[start] if start < len(known) else None
        if before and after and before.hole and after.hole and before.start == after.start:
            raise Overtyped(text.value[before.start : before.end], before.start)
        at = before.end if before and (early or not after) else after.start if after else 0
        if before and before.script and not after and not early:
            at += len(before.script)  # behind the sign that ends what stands above or below
        return at, at
    touched = known[start:end]
    for letter in touched:
        if not letter.hole:
            continue
        whole = [each for each in known if each.hole and each.start == letter.start]
        gone = [each for each in touched if each.hole and each.start == letter.start]
        if len(whole) != len(gone) or words.strip() or len(touched) == len(gone):
            raise Overtyped(text.value[letter.start : letter.end], letter.start)
    return touched[0].start, touched[-1].end


def _typed(words: str, *, marked: bool) -> str:
    if BRACES.search(words):
        raise Unsayable
    if not marked:
        return words
    said = words.replace("*", r"\*")
    behind_a_letter = "".join(run.text for _, run in pieces(f"a{said}"))
    if behind_a_letter != f"a{words}":
        said = SIGN.sub(r"\\\g<0>", words)
    return said.replace(LEADER, "[…]")


def literal(words: str, *, marked: bool) -> str:
    """Words typed by somebody as a value that prints them; raises `Unsayable`."""
    return _typed(_tidy(words), marked=marked)


def _replaced(words: str, edits: Iterable[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        words = words[:start] + new + words[end:]
    return words


def _tidy(words: str) -> str:
    return re.sub(r" {2,}", " ", words).strip(" ")
