"""Letters with their looks as the content writes them: `*`, `**`, `~`, `^`, footnotes.

Words go before look: a look that the content cannot say at its place is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from docgen.view.inline import SIGN, inline
from docgen.view.origin import Origin, Traced

_BRACES = re.compile(r"\{\{|\}\}|\{%|\{#")


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look: bold, italic, sub- or superscript."""

    bold: bool = False
    italic: bool = False
    below: bool = False
    above: bool = False

    @property
    def sign(self) -> str:
        """What the content writes around them."""
        if self.below or self.above:
            return "~" if self.below else "^"
        return "**" * self.bold + "*" * self.italic


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and its look; or, without a letter, where the footnote `note` is called.

    `shown`: the letter that paper shows where its style writes capitals. `blank`: how the
    content writes one that is the blank of a form.
    """

    said: str
    look: Look = Look()
    note: str = ""
    shown: str = ""
    blank: str = ""

    @property
    def written(self) -> str:
        """The letter and its footnote as the content writes them."""
        return (self.blank or self.said) + _note(self)


def written(letters: Sequence[Letter], base: Look) -> str:
    """The letters as the content writes them; those that look as `base` need no marks."""
    letters = [_less(each, base) for each in _without_false_notes(letters)]
    said = "".join(each.said for each in letters)
    escaped = [*_escaped(letters)]
    ways = (_stretches(letters), _stretches(escaped), (each.written for each in escaped))
    values = [braced("".join(way)) for way in ways]
    return next((each for each in values if _prints(each, letters) == said), values[-1])


def _escaped(letters: Sequence[Letter]) -> Iterator[Letter]:
    r"""The letters with `\` before each that is no mark here."""
    signs = {match.start() for match in SIGN.finditer("".join(each.said for each in letters))}
    at = 0
    for each in letters:
        yield replace(each, said=f"\\{each.said}") if at in signs else each
        at += len(each.said)


def _without_false_notes(letters: Sequence[Letter]) -> Iterator[Letter]:
    """The letters with a blank where `^[` would be read as a footnote."""
    for number, letter in enumerate(letters):
        opens = (
            letter.said == "^" and "".join(e.said for e in letters[number + 1 : number + 2]) == "["
        )
        yield replace(letter, said="^ ") if opens else letter


def _less(letter: Letter, base: Look) -> Letter:
    look = letter.look
    return replace(
        letter,
        look=Look(
            look.bold and not base.bold, look.italic and not base.italic, look.below, look.above
        ),
    )


def _stretches(letters: Sequence[Letter]) -> Iterator[str]:
    """Each stretch of one look between its marks; blanks at its ends stand outside them."""
    for look, group in groupby(_smooth(letters), key=lambda each: each.look):
        stretch = list(group)
        said = "".join(each.written for each in stretch)
        inner = said.strip()
        if not look.sign or not any(character.isalnum() for character in inner):
            yield said
            continue
        start = said.index(inner)
        yield f"{said[:start]}{look.sign}{inner}{look.sign}{said[start + len(inner) :]}"


def _smooth(letters: Sequence[Letter]) -> list[Letter]:
    """Blanks look as the letter before them, where the one behind looks the same."""
    smooth = list(letters)
    for number, letter in enumerate(smooth):
        if letter.said.isspace() and 0 < number < len(smooth) - 1:
            before, behind = smooth[number - 1].look, smooth[number + 1].look
            smooth[number] = replace(letter, look=before if before == behind else Look())
        if letter.note:
            smooth[number] = replace(letter, look=Look())
    return smooth


def _note(letter: Letter) -> str:
    if not letter.note:
        return ""
    words = letter.note if letter.note.count("[") == letter.note.count("]") else ""
    return f"^[{words or letter.note.replace('[', '(').replace(']', ')')}]"


def _prints(value: str, letters: Sequence[Letter]) -> str:
    """The words that the content prints for a value, footnotes left out."""
    for letter in letters:
        if letter.note:
            value = value.replace(_note(letter), "", 1)
    return str(inline(Traced(_unbraced(value), Origin("text", None))))


def braced(value: str) -> str:
    """Words as the content writes them: their braces stand for themselves."""
    return _BRACES.sub(lambda match: "".join(f"{{{{ '{each}' }}}}" for each in match[0]), value)


def _unbraced(value: str) -> str:
    return re.sub(r"\{\{ '(.)' \}\}", r"\1", value)
