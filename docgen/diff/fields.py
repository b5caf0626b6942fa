"""One field of two plans as a change: of the head, of an appendix, of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.diff.changes import Added, Change, Changed, Place, Removed, Subject
from docgen.diff.outline import Outline, where_different
from docgen.diff.pairing import Pairing
from docgen.diff.words import same, shown, spans
from docgen.plan.model import NO_REFERENCE
from docgen.plan.source import Text

OF_APPENDIX = (("label", "Ký hiệu phụ lục"), ("reference", "Dòng kèm theo"))


def field_change(
    subject: Subject,
    aspect: str,
    outlines: tuple[Outline, Outline],
    texts: tuple[Sequence[Text], Sequence[Text]],
    labels: tuple[str, str],
    part: str = "",
) -> Iterator[Change]:
    """The change of a field from the first of `texts` to the second, if there is one.

    `labels` are the ways to it in the two plans, `part` its title there.
    """
    before, after = texts
    words = outlines[0].words(before), outlines[1].words(after)
    if same(*words):
        return
    wheres = where_different(before, after), where_different(after, before)
    old, new = (
        Place(shown(said), label, where, part) if where else None
        for said, label, where in zip(words, labels, wheres, strict=True)
    )
    kind: type[Change] = Changed if old and new else Added if new else Removed
    marks = spans(*words) if kind is Changed else ()
    yield kind(subject=subject, aspect=aspect, old=old, new=new, spans=marks)


def appendix_changes(pairing: Pairing) -> Iterator[Change]:
    """What an appendix is called and what it says that it belongs to."""
    for one, other in pairing.owners:
        if one in pairing.old.appendices and other in pairing.new.appendices:
            appendices = pairing.old.appendices[one], pairing.new.appendices[other]
            for name, title in OF_APPENDIX:
                before, after = (_said(getattr(each, name)) for each in appendices)
                yield from field_change(
                    Subject.APPENDIX, name, (pairing.old, pairing.new), (before, after),
                    (one.place.label, other.place.label), title,
                )  # fmt: skip


def _said(text: Text | None) -> tuple[Text, ...]:
    """The text as an officer reads it; none where docgen makes the words."""
    if text and text.value == NO_REFERENCE:
        return (replace(text, value="không in"),)
    return (text,) if text else ()
