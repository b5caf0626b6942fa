"""Pages that are filled from the top, paragraph by paragraph. Lengths are twips."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from docgen.docx.line_starts import Words, line_starts
from docgen.page.parts import Maker, Part
from docgen.page.sheet import text_width
from docgen.view.inline import Inline

FEWEST = 2  # lines of a paragraph that stay together at the end and the beginning of a page
SEPARATOR = 140  # above the footnotes of a page
NOTE_MARK = [None, "mark", [["1 ", ""]]]
LINE_OF_FONT = 1150  # thousandths of its size: a single line of Times New Roman

Look = dict[str, Any]


class Flow:
    """Pages of one paper; the last one is full down to `down`, the footnotes at its foot counted.

    `kept` is the height of what stands below that and stays with what follows it; `spare` is what a
    table leaves free on the page on which it begins.
    """

    def __init__(self, maker: Maker, paper: dict[str, int], spare: int) -> None:
        named: dict[str, Look] = maker.sheet["styles"]
        self.maker = maker
        self.styles = {key: {**look, "size": look["size"] or 1} for key, look in named.items()}
        self.cell: dict[str, int] = maker.sheet["cell"]
        self.width = text_width(paper)
        self.height = paper["height"] - paper["top"] - paper["bottom"]
        self.spare = spare
        self.down = 0
        self.noted = False
        self.kept = 0

    def put(self, part: Part) -> None:
        """Puts a part that is no table below what is there."""
        if part["kind"] != "p":
            self._whole(self.height_of(part, self.width))
            return
        look = self.styles[part["style"]]
        if look["keep"] or part.get("keep"):
            self.kept += self.height_of(part, self.width)
        else:
            self._paragraph(part, look)

    def height_of(self, part: Part, width: int) -> int:
        """How high a part is in a column, the spaces around it counted and its notes not."""
        if part["kind"] == "columns":
            sides = zip(part["sides"], part["columns"], strict=True)
            return max(sum(self.height_of(each, room) for each in side) for side, room in sides)
        look = self.styles[part.get("style", "KHLine")]
        lines = len(self._starts(part["pieces"], look, width)) if part["kind"] == "p" else 1
        height: int = look["before"] + lines * line_height(look) + look["after"]
        return height

    def note(self, words: Inline) -> int:
        """How high a footnote is."""
        look = self.styles["KHFootnote"]
        letters = (("1 ", False, False), *letters_of(words, look))
        return len(line_starts(letters, room_of(self.width, look))) * line_height(look)

    def turn(self) -> None:
        """Begins a page."""
        self.down, self.noted = 0, False

    def _whole(self, height: int) -> None:
        if self.down and self.down + self.kept + height > self.height:
            self.turn()
        self.down += self.kept + height
        self.kept = 0

    def _paragraph(self, part: Part, look: Look) -> None:
        """A paragraph that a page may end in, with no line of it alone.

        What is free between lines need not fit below the last line of a page.
        """
        line, notes = line_height(look), self._notes(part["pieces"], look)
        before = look["before"] if self.down or self.kept else 0
        end = self.height + (0 if look["exact"] else line - line * 240 // max(look["line"], 240))
        least = len(notes) if len(notes) < FEWEST * 2 else FEWEST
        if self.down and self.down + self.kept + before + self._high(notes[:least], line) > end:
            self.turn()
            before = 0
        self.down += self.kept + before
        self.kept = 0
        while self.down + self._high(notes, line) > end and len(notes) > least:
            fit = least
            while self.down + self._high(notes[: fit + 1], line) <= end:
                fit += 1
            notes = notes[min(fit, len(notes) - FEWEST) :]
            self.turn()
            least = FEWEST
        self.down += self._high(notes, line) + look["after"]
        self.noted = self.noted or any(notes)

    def _high(self, notes: Sequence[int], line: int) -> int:
        """How high lines are whose footnotes are so high."""
        above = 0 if self.noted or not any(notes) else SEPARATOR
        return len(notes) * line + sum(notes) + above

    def _notes(self, pieces: list[Any], look: Look) -> list[int]:
        """Of each line of a paragraph how high the footnotes are that it calls."""
        starts = self._starts(pieces, look, self.width)
        notes, at = [0] * len(starts), 0
        for words, looks in (run for _, _, runs in pieces for run in runs):
            if "n" in looks:
                called = [NOTE_MARK, self.maker.notes[int(words) - 1]]
                lines = len(self._starts(called, self.styles["KHFootnote"], self.width))
                line = bisect_right(starts, max(at - 1, 0)) - 1
                notes[line] += lines * line_height(self.styles["KHFootnote"])
            else:
                at += len(words)
        return notes

    def _starts(self, pieces: list[Any], look: Look, width: int) -> tuple[int, ...]:
        runs = (run for _, _, runs in pieces for run in runs)
        letters = (_letters(words, look, "b" in looks, "i" in looks, "l" in looks)
                   for words, looks in runs if "n" not in looks)  # fmt: skip
        room = room_of(width - look["left"] - look["right"], look)
        return line_starts(tuple(letters), room, room_of(look["first"], look))


def letters_of(text: Inline, look: Look) -> tuple[Words, ...]:
    """The letters of a text in the looks that they have in a paragraph."""
    if isinstance(text.said, str):
        return (_letters(text.said, look, bold=False, italic=False, light=False),)
    return tuple([_letters(run.text, look, run.bold, run.italic, run.light) for run in text.runs])


def _letters(words: str, look: Look, bold: bool, italic: bool, light: bool) -> Words:
    shown = words.upper() if look["caps"] else words
    return shown, (bold or look["bold"]) and not light, italic or look["italic"]


def room_of(width: int, look: Look) -> int:
    """A width in thousandths of the size of letters."""
    return int(width * 100 // look["size"])


def line_height(look: Look) -> int:
    """How high a line is; of two sizes the looks name half-points (17.3.1.33 for `line`)."""
    exact: int = look["line"]
    return exact if look["exact"] else exact * look["size"] * LINE_OF_FONT // 24000
