"""What a comparison comes to, line by line: for a terminal and for the page before a document."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diff.compare import Comparison
from docgen.diff.forms import phrases
from docgen.diff.forms.places import code_and_name


def summary_lines(comparison: Comparison) -> Iterator[str]:
    """The findings, what changed by its kind, the ranks, sums and fields, deadlines, most moved."""
    summary = comparison.summary
    yield from phrases.findings(comparison)
    for subject, how in phrases.counts(comparison):
        yield f"{subject}: {how}"
    for name, figure in summary.ranks:
        yield f"Xếp hạng {name}: {phrases.move(figure)}"
    for name, figure in summary.sums:
        yield f"{name}: {phrases.move(figure)}"
    for field in summary.fields:
        if field.score.difference != 0 and field.score.new is not None:
            told = f"Lĩnh vực {field.code} {field.name}: {phrases.move(field.score)}"
            yield "; ".join(filter(None, (told, phrases.parts_of_field(field))))
    for deadline in summary.deadlines:
        yield f"Thời hạn, {deadline.change.place.label}: {phrases.deadline(deadline)}"
    for title, moves in (("Tăng nhiều nhất", summary.gains), ("Giảm nhiều nhất", summary.falls)):
        for change, figure in moves:
            named = " ".join(filter(None, code_and_name(change)))
            yield f"{title}: {named}: {phrases.move(figure)}"
