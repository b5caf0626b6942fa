"""KH347: to whom the agencies report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from docgen.finding import Finding, Severity
from docgen.rules.agency_roles import names_one
from docgen.rules.copies import blocks, tasks
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.mentions import Mention

_SENT_TO = re.compile(
    r"(?:gửi|báo cáo|phản ánh|kết quả|thông qua|qua|đầu mối)(?: về| cho| qua| đến| là)?\s*$"
)
_COLLECTS = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:để )?(?:theo dõi, )?tổng hợp|\)")


@rule(
    "KH347", Severity.INFO, "báo cáo gửi về hai cơ quan đầu mối",
    "Các báo cáo của một kế hoạch gửi một nơi tổng hợp; nơi khác thường là chép sót.",
)  # fmt: skip
def reports_to_two(facts: Facts) -> Iterator[Finding]:
    """`gửi Sở Tài chính tổng hợp` at the end, `gửi Sở Nội vụ tổng hợp` elsewhere.

    The agency whose own task is to collect counts as such a place.
    """
    sent = []
    for mention in facts.mentions:
        prose = mention.printed.prose
        end = mention.offset + len(mention.spelling)
        if (
            names_one(facts, mention)
            and _SENT_TO.search(prose[: mention.offset])
            and _COLLECTS.match(prose, end)
        ):
            sent.append(mention)
    yield from _not_to_who_collects(facts, sent)
    yield from _not_to_the_block_that_collects(facts)
    counts = Counter(mention.key for mention in sent)
    most = max(counts.values(), default=0)
    for mention in sent if len(counts) > 1 else ():
        other = next(each for each in sent if each.key != mention.key)
        if counts[mention.key] < most or list(counts.values()).count(most) > 1:
            where = f"{other.text.where.file}:{other.text.where.line}"
            yield reports_to_two.at(
                mention.text,
                f"gửi “{mention.spelling}” tổng hợp, ở {where} gửi “{other.spelling}”",
                "Thống nhất một cơ quan tổng hợp.", *mention.place,
            )  # fmt: skip


_IS_TO_COLLECT = re.compile(
    r"(?:Chủ trì,? )?(?:[^.;:]{0,40}, )?[Tt]ổng hợp[^.;:]{0,40},? báo cáo (?:Chủ tịch )?UBND"
    r"|Chủ trì,? theo dõi, đôn đốc[^.;]{0,30} thực hiện Kế hoạch"
)


def _not_to_who_collects(facts: Facts, sent: Sequence[Mention]) -> Iterator[Finding]:
    """A report sent elsewhere than to the one agency whose task it is to collect them."""
    collecting = {key: text for key, text in facts.once(tasks) if _IS_TO_COLLECT.match(text.value)}
    if len(collecting) != 1 or len({mention.key for mention in sent}) != 1:
        return
    (key, task), mention = next(iter(collecting.items())), sent[0]
    if mention.key != key and mention.printed.role in ("closing", "preamble"):
        name = facts.plan.agencies[key].name
        where = f"{task.where.file}:{task.where.line}"
        yield reports_to_two.at(
            mention.text, f"gửi “{mention.spelling}” tổng hợp, ở {where} giao {name} tổng hợp",
            "Thống nhất một cơ quan tổng hợp.", *mention.place,
        )  # fmt: skip


def _not_to_the_block_that_collects(facts: Facts) -> Iterator[Finding]:
    """`(qua Sở Tài chính)` at the end of a plan in which the block of another agency collects."""
    named = facts.once(blocks)
    collecting = {name: text for name, text in named if _COLLECTS_ALL.search(text.value)}
    if len(collecting) != 1 or facts.mentions:
        return
    name, task = next(iter(collecting.items()))
    others = sorted({other for other, _ in named} - {name}, key=len, reverse=True)
    through = re.compile(rf"\b(?:qua|gửi về|về) (?P<name>{'|'.join(map(re.escape, others))})(?!\w)")
    for printed, match in facts.matches(through, "qua ", "về ") if others else ():
        if printed.role in ("closing", "preamble"):
            where = f"ở dòng {task.where.line} giao {name} tổng hợp"
            yield reports_to_two.on(
                printed, match, f"gửi “{match['name']}”, {where}",
                "Thống nhất một cơ quan tổng hợp.", "name",
            )  # fmt: skip


_COLLECTS_ALL = re.compile(r"(?i:tổng hợp)[^.;:]{0,40},? báo cáo (?:Chủ tịch )?UBND")
