"""The lines above an appendix that docgen words itself: what the content says instead."""

from __future__ import annotations

import re

from docgen.accept.ask import KEEP
from docgen.accept.change import Change, Choice, value_at
from docgen.accept.letters import Unsayable, literal
from docgen.accept.printed import Printed, String
from docgen.edit.edits import AddKey, Edit, Put, place_of

UNNUMBERED = (
    "Dòng này tự ghi số và ngày của kế hoạch; viết lại thì phải tự ghi, mà số hoặc ngày còn trống."
)
WITH_DOTS = "ghi vào reference: “{}”, điền số và ngày sau"
_OWN = re.compile(
    r"\(Ban hành kèm theo Kế hoạch số[^/]*/(?P<symbol>\S+) ngày.* năm ?\d* của (?P<issuer>.+)\)"
)
_BLANKS = ((r"(?<=số )(?=/)", "…"), (r"(?<=ngày )(?=tháng)", "… "), (r"(?<=tháng )(?=năm)", "… "))


def head_change(base: Printed, string: String, new: str) -> Change | None:
    """`label` or `reference` of an appendix with new words; None where the line is none of these.

    Nor is it where the line of docgen only bears another number or another date.
    """
    for view, appendix in zip(base.view.appendices, base.plan.appendices, strict=True):
        key = next((each for each in ("label", "reference") if getattr(view, each) is string), "")
        if not key or not appendix.title:
            continue
        old = " ".join(str(string).split())
        own, other = _OWN.fullmatch(old), _OWN.fullmatch(new)
        if own and other and own.groups() == other.groups():
            return None
        dotted = new
        for pattern, dots in _BLANKS if key == "reference" else ():
            dotted = re.sub(pattern, dots, dotted)
        try:
            words = literal(dotted, marked=False)
        except Unsayable:
            return None
        place = place_of(appendix.title[0])
        place = place[: place.index("title")]
        source = appendix.title[0].source
        known = value_at(source, place)
        edit: Edit = (
            Put(source, (*place, key), words)
            if isinstance(known, dict) and key in known
            else AddKey(source, place, key, words, after="title")
        )
        where = string.origin.where
        if dotted == new:
            return Change("head", "applied", where, old, new, edits=(edit,))
        choices = Choice(WITH_DOTS.format(words), (edit,), as_word=False), KEEP
        return Change("head", "asked", where, old, new, why=UNNUMBERED, choices=choices)
    return None
