"""The words in which every form tells a comparison: figures, differences, what it comes to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from docgen.diff.changes import KINDS, Cell, Change, Figure, Moved, Subject
from docgen.diff.compare import Comparison
from docgen.diff.summary import LOSS, Deadline, FieldScore, Summary, points_gained
from docgen.diff.words import Span, spans, words_of
from docgen.plan.compute import move_in_rank
from docgen.vietnamese import format_decimal

NOTHING = "—"
RANKS = ("rank", "previous_rank")


def number(value: Decimal | None) -> str:
    """A number as it prints: `0,8430`; a dash where it is blank."""
    return NOTHING if value is None else format_decimal(value)


def signed(value: Decimal | None) -> str:
    """A difference as it prints, with its sign: `+0,0059`, `-3`, `0`; a dash for none."""
    return f"+{number(value)}" if value is not None and value > 0 else number(value)


def difference(figure: Figure) -> str:
    """New less old; of a rank in words, since a smaller one is better: `tăng 3 bậc`."""
    if figure.key in RANKS and figure.old is not None and figure.new is not None:
        return move_in_rank(int(figure.new), int(figure.old))
    if figure.key == LOSS and figure.difference:
        gained = points_gained(figure)
        return f"{'bớt mất' if gained > 0 else 'mất thêm'} {number(abs(gained))}"
    return signed(figure.difference)


def parts_of_field(field: FieldScore) -> str:
    """Of what the change of a field is made, where rows came or went: "" where none did."""
    if not field.moved or field.score.difference is None:
        return ""
    return (
        f"điểm các dòng đổi {signed(field.rescored)};"
        f" {' và '.join(field.reasons)} đổi {signed(field.moved)}"
    )


def move(figure: Figure) -> str:
    """A figure in one line: `0,8430 → 0,9000 (+0,0570)`."""
    by = "" if figure.difference is None else f" ({difference(figure)})"
    return f"{number(figure.old)} → {number(figure.new)}{by}"


def deadline(each: Deadline) -> str:
    """A time set anew in one line: `Quý III-IV → Quý III`; a dash where there is none."""
    return f"{each.old or NOTHING} → {each.new or NOTHING}"


def title(comparison: Comparison) -> str:
    """What is compared with what."""
    return f"So sánh kế hoạch {comparison.old} và {comparison.new}"


def counted(changes: Iterable[Change]) -> str:
    """How many of each kind: `thêm 4, bỏ 1`."""
    kinds = [change.kind for change in changes]
    return ", ".join(
        f"{kind.word} {count}" for kind in KINDS if (count := kinds.count(kind.kind))
    )  # fmt: skip


def counts(comparison: Comparison) -> list[tuple[str, str]]:
    """Each subject that changed, and how: `("Nhiệm vụ", "thêm 4, bỏ 1")`."""
    order = {subject: at for at, subject in enumerate(Subject)}
    called: dict[str, list[Change]] = defaultdict(list)
    for change in sorted(comparison.changes, key=lambda change: order[change.subject]):
        called[change.called].append(change)
    return [(capital(noun), counted(changes)) for noun, changes in called.items()]


def findings(comparison: Comparison) -> list[str]:
    """What the comparison comes to, in sentences; the figures apart."""
    summary: Summary = comparison.summary
    if not comparison.changes:
        return ["Không có gì thay đổi."]
    said = [f"{len(comparison.changes)} thay đổi."]
    if summary.deadlines:
        said.append(f"{len(summary.deadlines)} thời hạn đổi khác.")
    if summary.fields:
        same = sum(each.score.difference == 0 for each in summary.fields)
        unknown = len(summary.fields) - summary.fields_up - summary.fields_down - same
        parts = {
            "tăng điểm": summary.fields_up,
            "giảm điểm": summary.fields_down,
            "giữ nguyên điểm": same,
            "không so được vì một bên không có điểm": unknown,
        }
        told = ", ".join(f"{count} {what}" for what, count in parts.items() if count)
        said.append(f"Lĩnh vực: {told}.")
    return said


def cell(each: Cell) -> str:
    """A cell of what came or went, in one line: `Lý do: Ban hành chậm`."""
    return f"{each.title}: {each.text}"


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text; `marked` where it is not in the other plan."""

    text: str
    marked: bool = False


def marks(change: Change) -> tuple[Span, ...]:
    """The two texts stretch by stretch; a criterion under another code has its code marked."""
    recoded = isinstance(change, Moved) and change.subject is Subject.CRITERION
    if change.old and change.new and recoded and not change.spans:
        return spans(words_of([change.old.text], str), words_of([change.new.text], str))
    return change.spans


def laid_out(marks: Sequence[Span]) -> list[Span]:
    """The stretches for one line of both texts: words that went keep the blank before them."""
    nexts = [*marks[1:], None]
    return [
        replace(span, new=span.new.rstrip() + span.old[len(span.old.rstrip()) :])
        if span.same and following and following.old and not following.new
        else span
        for span, following in zip(marks, nexts, strict=True)
    ]


def runs(change: Change) -> tuple[list[Run], list[Run]]:
    """The old and the new text of a change in stretches, none for a side that does not exist."""
    found = marks(change)
    if found:
        return (
            [run for span in found for run in _runs(span.old, marked=not (span.same or span.look))],
            [run for span in found for run in _runs(_relooked(span), marked=not span.same)],
        )
    sides = (change.old, change.new)
    old, new = ([Run(place.text)] if place and place.text else [] for place in sides)
    return old, new


def look(span: Span) -> str:
    """Words that print in another look, and in which: `bỏ in nghiêng: tại Phụ lục`."""
    return f"{span.look}: {span.new.strip()}"


def _relooked(span: Span) -> str:
    return span.new.replace(span.new.strip(), f"[{look(span)}]") if span.look else span.new


def _runs(text: str, *, marked: bool) -> list[Run]:
    """A stretch without the space around it, which nobody changed."""
    bare = text.strip()
    if not marked or not bare:
        return [Run(text)] if text else []
    before, _, after = text.partition(bare)
    return [Run(before)] * bool(before) + [Run(bare, marked)] + [Run(after)] * bool(after)
