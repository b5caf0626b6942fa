"""KH446: the mark at the end of a point, against those of the points beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from docgen.finding import Finding, Severity
from docgen.plan.model import Item
from docgen.plan.reading_order import assignments, items
from docgen.plan.source import Text
from docgen.rules.facts import Facts, rule

_FEWEST = 3
_MARKS = ".;,:"


@rule(
    "KH446", Severity.INFO, "điểm kết thúc khác các điểm bên cạnh",
    "Các điểm cùng một danh sách kết thúc cùng một dấu; điểm khác dấu thường là câu bị cụt.",
)  # fmt: skip
def ends_unlike_the_others(facts: Facts) -> Iterable[Finding]:
    """A point without its full stop, or with a comma, among points that all end alike."""
    yield from _ends_in_nothing(facts)
    yield from _ends_in_a_comma(facts)
    for family in _families(facts):
        texts = [text for text in family if text.value.strip()]
        ends = Counter(_mark(text) for text in texts)
        usual, count = ends.most_common(1)[0] if ends else ("", 0)
        if len(texts) < _FEWEST or count != len(texts) - 1 or not usual:
            continue
        odd = next(text for text in texts if _mark(text) != usual)
        if odd is texts[-1] and usual in ";," and _mark(odd) == ".":
            continue
        if _mark(odd) == ":" or odd.value.endswith(("...", "…", "./.")):
            continue
        written = f"dấu “{_mark(odd)}”" if _mark(odd) else "không dấu câu nào"
        last = len(odd.value.rstrip()) - 1
        yield ends_unlike_the_others.at(
            odd, f"điểm này kết thúc bằng {written}, các điểm bên cạnh bằng dấu “{usual}”",
            "Viết cho cùng một dấu; xem câu có bị cụt không.", last, 1,
        )  # fmt: skip


_SENTENCES = ("preamble", "paragraph", "point", "task")
_MANY = 5


def _ends_in_nothing(facts: Facts) -> Iterator[Finding]:
    """The one sentence of the body without a mark, where many have one and its list is short."""
    body = [
        printed.text
        for printed in facts.texts
        if printed.role in _SENTENCES and not printed.appendix and " " in printed.prose.strip()
    ]
    bare = [text for text in body if text.value.rstrip()[-1:].isalnum()]
    in_lists = {id(text) for each in _families(facts) for text in each if len(each) >= _FEWEST}
    if len(bare) == 1 and len(body) >= _MANY and id(bare[0]) not in in_lists:
        last = len(bare[0].value.rstrip()) - 1
        yield ends_unlike_the_others.at(
            bare[0], "câu này không có dấu ở cuối, các câu khác đều có",
            "Thêm dấu chấm; xem câu có bị cụt không.", last, 1,
        )  # fmt: skip


def _ends_in_a_comma(facts: Facts) -> Iterator[Finding]:
    """The last of a list, or a paragraph, that ends in a comma."""
    lasts = [family[-1] for family in _families(facts) if family]
    for text in lasts:
        if text.value.rstrip().endswith(","):
            last = len(text.value.rstrip()) - 1
            yield ends_unlike_the_others.at(
                text, "điểm cuối kết thúc bằng dấu phẩy", "Viết dấu chấm; xem câu có bị cụt không.",
                last, 1,
            )  # fmt: skip


def _mark(text: Text) -> str:
    last = text.value.rstrip().rstrip('*)”"')[-1:]
    return last if last in _MARKS else ""


def _families(facts: Facts) -> Iterator[Sequence[Text]]:
    yield from _of(facts.plan.sections)
    for item in items(facts.plan):
        yield from _of(item.items)
    for assignment in assignments(facts.plan):
        yield from _of(assignment.tasks)


def _of(family: Sequence[Item]) -> Iterator[Sequence[Text]]:
    texts = [item.text[0] for item in family if item.text and not item.title and not item.items]
    if len(texts) == len(family):
        yield texts
