"""What the decisions come to, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from docgen.accept.look import Decided as Answered
from docgen.accept.terminal import as_text
from docgen.gather.decision import VERDICTS, Decided
from docgen.gather.forms.words import people
from docgen.gather.opinion import Opinion
from docgen.gather.take import Taken

CLASH = (
    "  Ý kiến {} ({}) và ý kiến {} ({}) mâu thuẫn nhau ở {}, không cùng tiếp thu được: "
    "chọn một, ý kiến kia ghi Không tiếp thu hoặc Giải trình."
)


def outcome(taken: Taken, decided: Decided, answered: Answered, answers: Mapping[str, int]) -> str:
    """How many were decided how; what contradicts, what is asked, what only a person can write."""
    counts: Counter[str] = Counter(each.verdict for each in decided.decisions.values())
    told = [f"{counts[each]} {each.lower()}" for each in VERDICTS]
    if taken.undecided:
        told.append(f"{taken.undecided} chưa quyết định")
    return "\n".join(["; ".join(told), *_lines(taken), *_changes(taken, answered, answers)])


def _changes(taken: Taken, answered: Answered, answers: Mapping[str, int]) -> Iterator[str]:
    """What becomes of what was taken, as `accept` says and asks it."""
    if taken.accepted is None or not taken.accepted.changes:
        return
    shown = replace(taken.accepted, follows=(), known=True)
    yield "\n" + as_text(shown, answered, answers)


def _lines(taken: Taken) -> Iterator[str]:
    if taken.unknown:
        yield f"{taken.unknown} quyết định cho ý kiến không còn trong các bản đã nêu: bỏ qua."
    if taken.clashes:
        yield f"Chưa ghi gì, vì mâu thuẫn ({len(taken.clashes)}):"
        for one, other in taken.clashes:
            yield CLASH.format(one.number, people(one), other.number, people(other), one.place)
    if taken.by_hand:
        yield f"Tiếp thu, tự sửa tay ({len(taken.by_hand)}):"
        yield from map(_by_hand, taken.by_hand)


def _by_hand(opinion: Opinion) -> str:
    at = opinion.address or opinion.place
    return f"  {at}: ý kiến {opinion.number} ({people(opinion)}): {' '.join(opinion.new.split())}"
