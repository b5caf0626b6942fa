"""Pages that are filled from the top, paragraph by paragraph. Lengths are twips."""

from __future__ import annotations

from typing import Any

from docgen.docx.line_starts import Words, line_starts
from docgen.page.parts import Maker, Part
from docgen.page.sheet import text_width
from docgen.view.inline import Inline

FEWEST = 2  # lines of a paragraph that stay together at the end and the beginning of a page
SEPARATOR = 200  # above the footnotes of a page: more in Word, less in LibreOffice
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
        self.kept = 0

    def put(self, part: Part) -> None:
        """Puts a part that is no table below what is there."""
        if part["kind"] != "p":
            self._whole(self.height_of(part, self.width))
            return
        look = self.styles[part["style"]]
        if look["keep"] or part.get("keep"):
            self.kept += self.height_of(part, self.width) + self._notes(part)
        else:
            self._paragraph(part, look)

    def height_of(self, part: Part, width: int) -> int:
        """How high a part is in a column, the spaces around it counted and its notes not."""
        if part["kind"] == "columns":
            sides = zip(part["sides"], part["columns"], strict=True)
            return max(sum(self.height_of(each, room) for each in side) for side, room in sides)
        look = self.styles[part.get("style", "KHLine")]
        lines = self._lines(part["pieces"], look, width) if part["kind"] == "p" else 1
        height: int = look["before"] + lines * line_height(look) + look["after"]
        return height

    def note(self, words: Inline) -> int:
        """How high a footnote is."""
        look = self.styles["KHFootnote"]
        letters = (("1 ", False, False), *letters_of(words, look))
        return len(line_starts(letters, room_of(self.width, look))) * line_height(look)

    def _whole(self, height: int) -> None:
        if self.down and self.down + self.kept + height > self.height:
            self.down = 0
        self.down += self.kept + height
        self.kept = 0

    def _paragraph(self, part: Part, look: Look) -> None:
        """A paragraph that a page may end in, with no line of it alone."""
        lines, line = self._lines(part["pieces"], look, self.width), line_height(look)
        least = lines if lines < FEWEST * 2 else FEWEST
        notes, before = self._notes(part), look["before"] if self.down or self.kept else 0
        if self.down and self.down + self.kept + before + least * line + notes > self.height:
            self.down = before = 0
        self.down += self.kept + before + notes
        self.kept = 0
        while (fit := max((self.height - self.down) // line, least)) < lines:
            lines -= min(fit, lines - FEWEST)
            self.down, least = 0, FEWEST
        self.down += lines * line + look["after"]

    def _lines(self, pieces: list[Any], look: Look, width: int) -> int:
        runs = (run for _, _, runs in pieces for run in runs)
        letters = (_letters(words, look, "b" in looks, "i" in looks, "l" in looks)
                   for words, looks in runs if "n" not in looks)  # fmt: skip
        room = room_of(width - look["left"] - look["right"], look)
        return len(line_starts(tuple(letters), room, room_of(look["first"], look)))

    def _notes(self, part: Part) -> int:
        """How high the footnotes are that a paragraph calls."""
        called = [
            int(words) - 1 for _, _, runs in part["pieces"] for words, looks in runs if "n" in looks
        ]
        look = self.styles["KHFootnote"]
        mark = [None, "mark", [["1 ", ""]]]
        lines = (self._lines([mark, self.maker.notes[each]], look, self.width) for each in called)
        return sum(lines) * line_height(look) + SEPARATOR * bool(called)


def letters_of(text: Inline, look: Look) -> tuple[Words, ...]:
    """The letters of a text in the looks that they have in a paragraph."""
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
