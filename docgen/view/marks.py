"""Numbers and marks of headings and points: I. · 1. · 1.1. · a) · a.1) · (1) · - · + and others."""

from __future__ import annotations

from dataclasses import dataclass

from docgen import vietnamese

BELOW = {"dash": "plus", "plus": "plus"}
SIGNS = {"dash": "-", "plus": "+", "•": "•"}
POINTS = {"none": "paragraph", "•": "dash"}
COUNTED = {"(1)": "({count})", "1)": "{count})", "a.1)": "{letter}.{count})"}


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before one entry.

    `words` as printed; `heading` the template's branch for a title, empty where the entry is
    marked as a point; `point` the branch for everything else; `place` where it stands.
    """

    words: str
    heading: str
    point: str
    place: Place
    letter: str = ""
    is_past_letters: bool = False

    def below(self, marker: str | None) -> Place:
        """The list below this entry; `marker` is what the content wants there."""
        above = self.place.heading
        numbered = self.words[:1].isdigit() and not above[:1].isdigit()
        heading = f"{self.words.rstrip('.')}." if self.heading or numbered else above
        return Place(heading, marker or "", BELOW.get(self.point, "dash"), self.letter)


@dataclass(slots=True)
class Place:
    """One list of entries on the way: `count` goes up with each that has a number or letter.

    `heading` is the number of the heading above, `marker` what the content wants, `default`
    what points have without it, `letter` that of the point above.
    """

    heading: str = ""
    marker: str = ""
    default: str = "none"
    letter: str = ""
    count: int = 0

    def next(self, *, titled: bool) -> Mark:
        """The mark of the next entry (Phụ lục I, Phần I, II.6.đ)."""
        marker = self.marker or ("heading" if titled else self.default)
        if marker in (*SIGNS, "none"):
            return Mark(SIGNS.get(marker, ""), "", POINTS.get(marker, marker), self)
        self.count += 1
        if marker in ("a.", "letter") and self.count <= len(vietnamese.letters()):
            letter = vietnamese.point_letter(self.count - 1)
            end = "." if marker == "a." else ")"
            return Mark(f"{letter}{end}", "", "letter", self, letter)
        if marker in COUNTED:
            words = COUNTED[marker].format(count=self.count, letter=self.letter or "a")
            return Mark(words, "", "letter", self)
        return self._numbered(marker, titled)

    def _numbered(self, marker: str, titled: bool) -> Mark:
        """A number of the level's own, or 1., 2. where the content wants just that."""
        kind, words = self._heading()
        if marker == "roman":
            kind, words = "heading1", f"{vietnamese.roman(self.count)}."
        elif marker in ("number", "letter", "a."):
            kind, words = "" if kind == "heading3" else "heading2", f"{self.count}."
        elif marker == "1.1":
            words = words.removesuffix(".")
        past = marker in ("letter", "a.")
        return Mark(words, kind if titled else "", "number", self, "", past)

    def _heading(self) -> tuple[str, str]:
        """Kind and number of a heading: I. at the top, 1. below, then 1.1., 1.1.1."""
        if not self.heading:
            return "heading1", f"{vietnamese.roman(self.count)}."
        if not self.heading[0].isdigit():
            return "heading2", f"{self.count}."
        return "heading3", f"{self.heading}{self.count}."
