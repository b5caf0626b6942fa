"""What Word does with letters that the content has no way to say: told, and never printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.accept.align import Pair
from docgen.accept.change import Change, Choice, Verdict
from docgen.accept.form import HIDDEN
from docgen.accept.printed import Printed
from docgen.accept.units import Line
from docgen.finding import Where

ADDED_HIDDEN = "Word ẩn chữ này, không in ra giấy: lấy vào thì văn bản sẽ in."
SYMBOL = (
    "Ký hiệu chèn bằng Insert, Symbol (phông chữ riêng) không ghi được vào nội dung: "
    "gõ ký tự thường, hoặc bỏ."
)
AS_SEEN, AS_NOW = "lấy cả chữ ẩn, in ra giấy", "không lấy chỗ này"
_NO_LETTER = re.compile("[\ue000-\uf8ff]")


def unkept(base: Printed, sides: Sequence[Pair]) -> Iterator[Change]:
    """The lines of which letters have a form in the Word file that they have not on paper."""
    for old, new in sides:
        lines = _lines(old)
        had = {form for line in lines for form, _ in line.forms}
        paper = " ".join(line.text for line in lines)
        for line in _lines(new):
            for form, words in line.forms:
                if form in had or (form is HIDDEN and words not in paper):
                    continue
                verdict: Verdict = "refused" if form.why else "noted"
                where, said = _where(base, lines), f"{form.name}: “{words}”"
                yield Change("look", verdict, where, "", said, line.authors, form.why, spot=line)


def seen(change: Change) -> Change:
    """The change; one that brings words which Word hides is asked: nobody saw them on paper.

    What a font of symbols draws has no letter: the change shows where it stands.
    """
    if (
        change.verdict == "asked"
        and (shown := _NO_LETTER.sub("[ký hiệu]", change.new)) != change.new
    ):
        return replace(change, new=shown, why=SYMBOL)
    lines = _lines(change.spot) if change.verdict == "applied" else ()
    hidden = [words for line in lines for form, words in line.forms if form is HIDDEN]
    if not any(words in change.new and words not in change.old for words in hidden):
        return change
    choices = Choice(AS_SEEN, change.edits), Choice(AS_NOW, as_word=False)
    return Change(
        change.kind, "asked", change.where, change.old, change.new, change.authors, ADDED_HIDDEN,
        choices=choices, spot=change.spot,
    )  # fmt: skip


def _lines(unit: object) -> Sequence[Line]:
    if isinstance(unit, Line):
        return (unit,)
    return [line for cell in getattr(unit, "cells", ()) for line in cell]


def _where(base: Printed, lines: Sequence[Line]) -> Where | None:
    marks = (mark[0] for line in lines for mark in line.marks if isinstance(mark, tuple))
    origins = (base.strings[mark].origin.where for mark in marks)
    return next((each for each in origins if each), None)
