"""A comparison as Markdown, for a merge request or a wiki (CommonMark with GitHub's tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape as entities

from docgen.diff.changes import Change, Figure, Moved, Renamed, Renumbered, Subject
from docgen.diff.compare import Comparison
from docgen.diff.forms import phrases
from docgen.diff.forms.places import by_place, thing
from docgen.diff.words import Span

_SPECIAL = re.compile(r"[\\`*_\[\]|~$#]")
_START = re.compile(r"^(\d{0,9})([-+.)])(?=[\s-]|$)")


def markdown(comparison: Comparison) -> str:
    """The summary, then the changes by place; everything from the content is escaped."""
    lines = [f"# {escape(phrases.title(comparison))}", ""]
    for note in comparison.notes:
        lines += [f"> {paragraph(escape(note))}", ""]
    lines += _summary(comparison)
    for part in by_place(comparison.changes):
        lines += [f"## {escape(part.title)}", ""]
        for group in part.groups:
            if group.title:
                lines += [f"### {escape(group.title)}", ""]
            for change in group.changes:
                lines += [*_change(change), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """A text that stands for itself inside a line of Markdown: no mark, link or tag of it."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "<br>".join(_SPECIAL.sub(r"\\\g<0>", entities(line, quote=False)) for line in lines)


def paragraph(escaped: str) -> str:
    """An escaped text as a paragraph of its own: no list, rule or underline of it."""
    return _START.sub(r"\1\\\2", escaped, count=1)


# -------------------------------------------------------------------------------- summary


def _summary(comparison: Comparison) -> Iterator[str]:
    summary = comparison.summary
    names = (comparison.old, comparison.new, "Chênh lệch")
    yield from ("## Tóm tắt", "", escape(" ".join(phrases.findings(comparison))), "")
    yield from _table(("Nội dung", "Thay đổi"), phrases.counts(comparison), numbers=False)
    figures = [(f"{name}, xếp hạng", figure) for name, figure in summary.ranks]
    figures += summary.sums
    yield from _table(("Chỉ tiêu", *names), map(_cells, figures))
    fields = [
        (" – ".join(filter(None, (f"{each.code} {each.name}", phrases.parts_of_field(each)))),
         each.score)
        for each in summary.fields
    ]  # fmt: skip
    yield from _titled("Điểm theo lĩnh vực", _table(("Lĩnh vực", *names), map(_cells, fields)))
    for title, moves in (
        ("Điểm tăng nhiều nhất", summary.gains), ("Điểm giảm nhiều nhất", summary.falls),
    ):  # fmt: skip
        told = [_cells((change.place.text, figure)) for change, figure in moves]
        yield from _titled(title, _table(("Tiêu chí", *names), told))
    deadlines = [
        f"- {paragraph(escape(f'{each.change.place.label}: {phrases.deadline(each)}'))}"
        for each in summary.deadlines
    ]
    yield from _titled("Thời hạn đổi khác", [*deadlines, ""] if deadlines else [])


def _titled(title: str, lines: Iterable[str]) -> list[str]:
    body = list(lines)
    return [f"### {title}", "", *body] if body else []


def _cells(told: tuple[str, Figure]) -> tuple[str, ...]:
    name, figure = told
    numbers = (phrases.number(figure.old), phrases.number(figure.new))
    return (name, *numbers, phrases.difference(figure))


def _table(
    head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool = True
) -> Iterator[str]:
    """The lines of a table; none without rows."""
    body = [_row(row) for row in rows]
    if body:
        ruler = "|---|" + ("--:|" if numbers else "---|") * (len(head) - 1)
        yield from (_row(head), ruler, *body, "")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(escape, cells))} |"


# -------------------------------------------------------------------------------- changes


def _change(change: Change) -> Iterator[str]:
    """A list item: what was done to what, then the texts or the numbers."""
    at = f" ({escape(_where(change))})" if change.place.where.file else ""
    yield f"- **{change.word}** {escape(thing(change))}{at}"
    old, new = change.old, change.new
    if old and new and old.label != new.label and not isinstance(change, Renamed | Renumbered):
        yield ""
        yield f"  trước đây: {escape(old.label)}"
    if change.figures:
        yield ""
        yield from (
            f"  - {paragraph(escape(each.title))}: {phrases.move(each)}" for each in change.figures
        )
        return
    text = _text(change)
    if text:
        yield ""
        yield f"  {paragraph(text)}"
    if change.cells:
        yield ""
        yield from (f"  - {paragraph(escape(phrases.cell(each)))}" for each in change.cells)


def _text(change: Change) -> str:
    old, new = change.old, change.new
    marks = phrases.marks(change)
    if marks:
        return "".join(map(_marked, phrases.laid_out(marks)))
    if old and new and old.text != new.text:
        if isinstance(change, Moved):
            return escape(new.text)
        return _marked(Span(old.text, new.text, same=False))
    named = change.subject is Subject.CRITERION and not change.place.part
    return "" if named and old and new else escape(change.place.text)


def _marked(span: Span) -> str:
    """A stretch: as it is, or what it was and became; the space around it is in no mark."""
    if span.same:
        return _space(_before(span.new)) + escape(span.new.strip()) + _space(_after(span))
    if span.look:
        words = f"<ins>[{escape(phrases.look(span))}]</ins>"
        return _space(_before(span.new)) + words + _space(_after(span))
    marks = [
        f"<{tag}>{escape(text.strip())}</{tag}>"
        for tag, text in (("del", span.old), ("ins", span.new))
        if text.strip()
    ]
    return _space(_before(span.new or span.old)) + " ".join(marks) + _space(_after(span))


def _before(text: str) -> str:
    return text[: len(text) - len(text.lstrip())] if text.strip() else ""


def _after(span: Span) -> str:
    """The space after a stretch, which a mark may have taken from one of its two texts."""
    return next((end for text in (span.new, span.old) if (end := text[len(text.rstrip()) :])), "")


def _space(space: str) -> str:
    return "<br>" if "\n" in space else " " * bool(space)


def _where(change: Change) -> str:
    at = change.place.where
    return f"{at.file}:{at.line}" if at.line else at.file
