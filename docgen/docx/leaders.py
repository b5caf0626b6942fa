"""Tabs that draw a line of dots to their stop, as the blanks of a form have them (17.18.72).

In the text of a paragraph such a tab is the one letter `LEADER`, whoever reads or writes it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from docgen.docx.values import twips

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEADER = "⋯"
DOT, UNDERSCORE = "dot", "underscore"
_DRAWN = {
    "dot": DOT,
    "hyphen": DOT,
    "middleDot": DOT,
    "underscore": UNDERSCORE,
    "heavy": UNDERSCORE,
}
_NEARLY = 5  # per cent: a stop so near its equal share of the line is meant to be there


class Stop(NamedTuple):
    """Where a leader ends: `at` twips from the text's edge, or None for the end of the line."""

    kind: str
    at: int | None = None


ANY = Stop(DOT)


def leader(tab: Any) -> Stop | None:
    """The leader of a tab in a run (`w:tab`, `w:ptab`), None for one that draws nothing.

    The first tab of a paragraph goes to its first stop, the second to its second; those beyond
    the last stop draw as it does. Only stops of the paragraph itself are asked.
    """
    if tab.tag == W + "ptab":
        kind = _DRAWN.get(tab.get(W + "leader", ""))
        return Stop(kind) if kind else None
    paragraph: Any = next(tab.iterancestors(W + "p"), None)
    stops = [] if paragraph is None else paragraph.findall(f"{W}pPr/{W}tabs/{W}tab")
    own = [each for each in stops if each.get(W + "val") not in ("clear", "bar")]
    own.sort(key=lambda each: twips(each.get(W + "pos")))
    if not own or not any(each.get(W + "leader") in _DRAWN for each in own):
        return None
    tabs = [each for each in paragraph.iter(W + "tab") if each.getparent().tag == W + "r"]
    number = min(tabs.index(tab), len(own) - 1)
    stop = own[number]
    kind = _DRAWN.get(stop.get(W + "leader", ""))
    if kind is None:
        return None
    at, share = twips(stop.get(W + "pos")), _room(paragraph) * (number + 1) // len(own)
    is_right = stop.get(W + "val") in ("right", "end")
    as_usual = is_right or abs(at - share) * 100 <= share * _NEARLY
    return Stop(kind, None if as_usual else at)


def _room(paragraph: Any) -> int:
    """The width in which a paragraph stands: its cell's, or that between the margins."""
    for cell in paragraph.iterancestors(W + "tc"):
        width = cell.find(f"{W}tcPr/{W}tcW")
        return 0 if width is None else twips(width.get(W + "w"))
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    if section is None:
        section = next(iter(paragraph.xpath("following::*[local-name()='sectPr'][1]")), None)
    size, margins = (None if section is None else section.find(W + x) for x in ("pgSz", "pgMar"))
    if size is None or margins is None:
        return 0
    return twips(size.get(W + "w")) - sum(twips(margins.get(W + x)) for x in ("left", "right"))
