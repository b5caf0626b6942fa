"""KH307, KH357: tasks for departments, and names of provinces, that the country has merged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain

from docgen.finding import Finding, Severity
from docgen.plan.agencies import find, references
from docgen.plan.reading_order import Printed, assignments
from docgen.plan.source import Text
from docgen.rules.cells import columns_of_agencies
from docgen.rules.facts import Facts, rule
from docgen.rules.places import names_in, own_family, own_province
from docgen.rules.prose import provinces, words

MERGED_BY = date(2025, 7, 1)
_GIVES = re.compile(
    r"(?:^|\b(?:[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Dd]o|[Tt]ham mưu|[Bb]áo cáo"
    r"|[Gg]ửi(?: báo cáo| kết quả)?(?: về)?|[Pp]hối hợp(?: với| cùng)?|qua)"
    r"\s+(?:cho\s+)?(?:Giám đốc\s+)?(?:[^.;:()]{0,40}\bvà\s+)?)$"
)
_TO_DO = ("point", "task", "paragraph", "closing")
_ONCE = re.compile(
    r"trước đây|\bcũ\b|bàn giao|kết thúc|sắp xếp|không tổ chức|chuyển (?:tiếp|giao)|giải thể"
    r"|trước ngày|giai đoạn|\bđã\b|tiếp nhận|năm 20(?:[01]\d|2[0-5])",
    re.IGNORECASE,
)
_DISTRICT = re.compile(r"\b(?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\b")
_TAKES = re.compile(
    r"\s*(?:\([^()]*\)\s*)?"
    r"(?::|chủ trì|chịu trách nhiệm|có trách nhiệm|phối hợp|tham mưu|hướng dẫn)"
)


@rule(
    "KH307", Severity.WARNING, "giao việc cho cơ quan đã hợp nhất",
    "Từ năm 2025 nhiều bộ, sở đã hợp nhất; giao việc cho tên cũ thì không ai thực hiện.",
)  # fmt: skip
def merged_agency(facts: Facts) -> Iterator[Finding]:
    """`Giao Sở Kế hoạch và Đầu tư` in a plan after the mergers; no report of what it once did."""
    plan = facts.plan
    ends = (plan.date and plan.date.value) or (plan.year and date(plan.year.value, 12, 31))
    if not ends or ends < MERGED_BY:
        return
    pattern, successors = _ended()
    known = {each for agency in plan.agencies.values() if agency.valid_until
             for each in (agency.name.value, *(short.value for short in agency.short))}  # fmt: skip
    yield from _district_issues(facts)
    who = facts.once(columns_of_agencies)
    for reference in chain.from_iterable(map(references, assignments(plan))):
        key = find(reference.value, plan.agencies)
        name = plan.agencies[key].name.value if key else reference.value
        if name in successors and name not in known:
            yield _found(reference, name, successors[name], 0, len(reference.value))
    for printed, match in facts.matches(pattern):
        if match[0] not in known and _is_given(printed, match, who):
            now = successors[match[0]]
            yield _found(printed.text, match[0], now, match.start(), len(match[0]))


def _district_issues(facts: Facts) -> Iterator[Finding]:
    """`ỦY BAN NHÂN DÂN / HUYỆN …` at the head of a plan of after the districts."""
    for line in facts.plan.issuer.name if facts.plan.issuer else ():
        if match := _DISTRICT.search(line.value):
            message = f"từ ngày 01/7/2025 không còn {match[0].lower()}"
            hint = "Ghi tên tỉnh, xã, phường hoặc đặc khu ban hành."
            yield merged_agency.at(line, message, hint, match.start(), len(match[0]))


def _found(text: Text, name: str, now: str, offset: int, length: int) -> Finding:
    hint = f"Viết “{now}”, hoặc tên cơ quan kế thừa ở tỉnh."
    ended = "không còn, nay là" if name.startswith("UBND") else "đã hợp nhất vào"
    return merged_agency.at(text, f"{name} {ended} {now}", hint, offset, length)


def _is_given(printed: Printed, match: re.Match[str], who: frozenset[str]) -> bool:
    """Whether the agency gets the plan or a task of it there."""
    if printed.role in ("recipient", "addressee") or (
        printed.role == "cell" and printed.column in who
    ):
        return True
    before, after = printed.prose[: match.start()], match.end()
    if printed.role == "heading" and not before:
        return True
    ended = match[0].lower().endswith((" huyện", " thị xã"))
    if ended and printed.role in _TO_DO and not _ONCE.search(printed.prose):
        return True
    given = _GIVES.search(before)
    takes = _TAKES.match(printed.prose, after)
    return bool(given and (before or takes))


@cache
def _ended() -> tuple[re.Pattern[str], dict[str, str]]:
    successors = dict(words.ended())
    names = "|".join(map(re.escape, sorted(successors, key=len, reverse=True)))
    return re.compile(rf"\b(?:{names})(?!\w)"), successors


_NOW_PAST = re.compile(r"\bcũ\b|trước (?:đây|khi|sáp)|sáp nhập|hợp nhất|sắp xếp", re.IGNORECASE)


@rule(
    "KH357", Severity.INFO, "nêu tỉnh đã hợp nhất",
    "Từ ngày 01/7/2025 tỉnh này không còn; câu thường chép từ kế hoạch cũ.",
)  # fmt: skip
def merged_province(facts: Facts) -> Iterator[Finding]:
    """`UBND tỉnh Yên Bái phê duyệt` in a plan of 2026; not with what was issued before."""
    year = facts.year
    own = facts.once(own_province)
    past = {each.name: each.later for each in provinces.provinces().values()}
    gone = {name for name in facts.once(own_family) if past.get(name, name) != name} - {own}
    dated = [each for each in facts.citations if each.day and each.day < provinces.MERGED_ON]
    then = {id(each.printed) for each in dated}
    asked = gone and year > provinces.MERGED_ON.year
    for printed, named in facts.seeing(names_in) if asked else ():
        if id(printed) in then or _NOW_PAST.search(printed.prose):
            continue
        for match in named:
            if match["kind"] and match["name"] in gone:
                yield merged_province.on(
                    printed, match, f"tỉnh {match['name']} đã hợp nhất vào {past[match['name']]}",
                    "Ghi tên tỉnh hiện nay, hoặc thêm “(cũ)”.", "name",
                )  # fmt: skip
