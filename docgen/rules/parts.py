"""KH233: the parts of a total, said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.reading_order import Printed
from docgen.plan.source import Text
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.shapes import MONEY, NUMBER, SENTENCE_ENDS, one_slip_apart, read_number

_COUNT = r"(?<![\w.,/])0?\d{1,3}(?![\w%]|[.,/]\d)"
_LEFT = re.compile(
    rf"(?P<rest>{_COUNT}) (?P<noun>[^\W\d_]+ [^\W\d_]+)(?: [^\W\d_]+){{0,2}}? còn lại",
    re.IGNORECASE,
)
_ACCEPTED = re.compile(
    rf"(?:công nhận|hoàn thành|đạt|được duyệt|chấp nhận|thông qua|xong|thực hiện)(?: được)? "
    rf"(?P<part>{_COUNT})? ?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf"(?P<total>{_COUNT}) [^()\d.;]{{2,60}}\((?P<parts>[^()]+)\)")
_LISTED = re.compile(
    rf"(?P<total>{_COUNT}) [^()\d.;]{{2,40}}?,? "
    rf"(?P<parts>(?:bao )?gồm:? {_COUNT} [^.;()\d]+(?:{_COUNT} [^.;()\d]+)+)",
    re.IGNORECASE,
)
_BRACKETS = ("(0", "( 0", "(trong đó", "(gồm", "(bao gồm", "(:")
_PARTS = re.compile(
    rf"^(?:trong đó|gồm|gồm có|bao gồm)?:? ?{_COUNT} [^\d()]+(?:{_COUNT} [^\d()]+)+$", re.IGNORECASE
)


@rule(
    "KH233", Severity.INFO, "các phần cộng lại không bằng tổng",
    "15 đơn vị gồm 10 và 6 thì một trong ba số sai.",
)  # fmt: skip
def parts_do_not_add_up(facts: Facts) -> Iterator[Finding]:
    """`15 đơn vị (09 sở, ngành, 05 địa phương)`; `5 sáng kiến … chỉ công nhận … 3 còn lại`."""
    for printed, prose in facts.holding("gồm", "trong đó"):
        yield from _made_of(printed.text, prose)
        yield from _counted_parts(printed, prose)
    for printed, prose in facts.holding("mỗi"):
        yield from _so_many_each(printed, prose)
    for printed, prose in facts.holding(": 0"):
        yield from _sums(printed.text, prose)
    found = (
        *facts.matches(_IN_BRACKETS, *_BRACKETS, "còn lại", "gồm"),
        *facts.matches(_LISTED, *_BRACKETS, "còn lại", "gồm"),
    )
    for printed, match in found:
        parts = match["parts"]
        span = re.search(r"\d ?[-–] ?\d", parts)
        if span or not _PARTS.match(parts) or "giờ" in parts or "/" in parts:
            continue
        total = int(match["total"])
        # Of `02 sản phẩm 5 sao` the first figure counts.
        counts = (re.search(_COUNT, part) for part in re.split(r"[,;]| và ", parts))
        numbers = [int(each[0]) for each in counts if each]
        adds_up = sum(numbers)
        most = max(numbers)
        if match.re is _LISTED and most > total and not _is_slip(most, total - adds_up + most):
            continue  # what the thing has, no parts of it
        if total != adds_up and not (adds_up < total and parts.startswith("trong đó")):
            yield from _unequal(printed.text, match["total"], f"{adds_up}", [match.start("total")])
    for printed, match in facts.matches(_LEFT, "còn lại"):
        yield from _remaining(printed.text, printed.prose, match)


_TOTAL = re.compile(
    rf"(?<![\w.,/])(?P<total>{NUMBER})(?: (?:nghìn tỷ|tỷ|triệu|nghìn))?(?: ?đồng)?"
    r"(?:,? ?\((?P<bracket>[^()]+)\))?(?:,? gồm:? (?P<list>[^()]+))?"
)
_LABELLED = re.compile(
    rf"\s*[^\W\d_][^:;]*: (?P<part>{NUMBER})(?: (?:tỷ|triệu|nghìn))?(?: ?đồng)?\s*[.;]?\s*"
)
_FEWEST_PARTS = 3


def _sums(text: Text, prose: str) -> Iterator[Finding]:
    """`30.000 triệu đồng (năm 2026: 500; năm 2027: …), gồm: nhiệm vụ 1: 1.500; …`."""
    for match in _TOTAL.finditer(prose):
        total = read_number(match["total"]) or Decimal(0)
        for name in ("bracket", "list"):
            parts = list(_labelled(match[name] or "", match.start(name)))
            missing = total - sum((each for _, each in parts), Decimal(0))
            if len(parts) < _FEWEST_PARTS or not missing:
                continue
            added = vietnamese.format_decimal(total - missing)
            slips = [start for start, each in parts if _is_slip(each, each + missing)]
            starts = {match.start("total"), *(slips or [match.start(name)])}
            yield from _unequal(text, match["total"], added, starts)


_MADE_OF = re.compile(
    rf"(?<![\w.,/])(?P<total>{NUMBER})(?: (?P<unit>nghìn tỷ|tỷ|triệu|nghìn))? đồng,? ?"
    r"(?P<open>\()?(?P<how>(?:bao )?gồm|trong đó):? (?P<rest>.*)"
)
_MONEY = re.compile(
    rf"(?<![\w.,/])(?P<number>{NUMBER})(?: (?P<unit>nghìn tỷ|tỷ|triệu|nghìn))? đồng"
    r"(?!/| một\b| mỗi\b)"
)


def _made_of(text: Text, prose: str) -> Iterator[Finding]:
    """`32.050 tỷ đồng (gồm: 30.000 tỷ đồng vốn trong nước … và 2.050 tỷ đồng vốn nước ngoài)`.

    After `trong đó` the parts may be fewer than all, unless one of them explains the difference.
    """
    match = _MADE_OF.search(prose)
    if match is None:
        return
    rest = match["rest"].split(")")[0] if match["open"] else _SENTENCE.split(match["rest"])[0]
    found = [*_MONEY.finditer(rest)]
    parts = [_amount(each["number"], each["unit"]) for each in found]
    total = _amount(match["total"], match["unit"])
    missing = total - sum(parts, Decimal(0))
    if len(parts) < 2 or not missing or "trong đó" in rest or ": " in rest[9:]:
        return
    slips = [
        match.start("rest") + each.start()
        for each, part in zip(found, parts, strict=True)
        if _is_slip(part, part + missing) or _is_near_slip(part, missing, total)
    ]
    if match["how"] != "trong đó" or slips or total < max(parts):
        added = vietnamese.format_decimal((total - missing) / MONEY[match["unit"] or ""])
        yield from _unequal(text, match["total"], added, [match.start("total"), *slips])


def _unequal(text: Text, total: str, added: str, starts: Iterable[int]) -> Iterator[Finding]:
    for start in starts:
        message = f"tổng {total}, các phần cộng lại {added}"
        yield parts_do_not_add_up.at(text, message, "Kiểm tra lại các số này.", start, 1)


def _amount(number: str, unit: str | None) -> Decimal:
    """An amount of money in đồng."""
    return (read_number(number) or Decimal(0)) * MONEY[unit or ""]


_SOME_OF = re.compile(
    rf"(?P<total>{NUMBER}) (?P<noun>[^\W\d_]+)[^.;\d]{{0,40}}, trong đó(?: có| ít nhất| tối thiểu)?"
    rf" (?P<part>{NUMBER}) (?P=noun)\b"
    rf"(?:[^.;\d]*?\b(?:đạt|chiếm|bằng)(?: tỷ lệ| tỉ lệ)? (?P<rate>{NUMBER})%)?"
    rf"(?:[^.\d]*?(?P<rest>{NUMBER}) (?P=noun) (?:chưa|không|còn))?"
)
_EACH = re.compile(
    rf"mỗi (?P<noun>[^\W\d_]+)(?: [^\W\d_]+)?(?: có| gồm)? (?P<each>{NUMBER}) (?P<unit>[^\W\d_]+)"
)
_IN_ALL = re.compile(
    rf"\b(?:tổng số|tổng cộng|tổng)(?: là)? ({NUMBER}) (?!nghìn\b|triệu\b|tỷ\b|đồng\b)[^\W\d_]"
)


def _counted_parts(printed: Printed, prose: str) -> Iterator[Finding]:
    """`412 trường, trong đó 398 trường đã dùng, đạt 96,6%; 14 trường chưa thực hiện`."""
    for match in _SOME_OF.finditer(prose):
        total, part, rest, rate = (
            read_number(match[name] or "") for name in ("total", "part", "rest", "rate")
        )
        if not total or part is None:
            continue
        digits = len((match["rate"] or "").partition(",")[2])
        share = vietnamese.round_half_up(part * 100 / total, digits)
        cut = abs(share - (rate or share)) * 10**digits > 1
        if part > total or cut or (rest is not None and part + rest != total):
            for group in filter(match.group, ("part", "rate", "rest")):
                yield parts_do_not_add_up.on(
                    printed, match, f"{match['part']} trong {match['total']} là "
                    f"{vietnamese.format_percent(share)}, còn "
                    f"{vietnamese.format_decimal(total - part)}",
                    "Kiểm tra lại các số này.", group,
                )  # fmt: skip


def _so_many_each(printed: Printed, prose: str) -> Iterator[Finding]:
    """`11 đội, mỗi đội 15 người, tổng số 165 người`, `240 bóng tại 12 ngõ, mỗi ngõ 20 bóng`."""
    for match in _EACH.finditer(prose):
        begin = max(map(prose.rfind, (". ", "; "), (0, 0), (match.start(),) * 2)) + 1
        counts = _of(match["noun"], prose, begin, match.start())
        end = SENTENCE_ENDS.search(prose, match.end())
        totals = [*_IN_ALL.finditer(prose, match.end(), end.start() if end else len(prose))]
        totals = totals or _of(match["unit"], prose, begin, match.start())
        if len(counts) != 1 or len(totals) != 1:
            continue
        count, each, total = counts[0][1], match["each"], totals[0][1]
        product = (read_number(count) or Decimal(0)) * (read_number(each) or Decimal(0))
        if product != read_number(total):
            right = vietnamese.format_decimal(product)
            message = f"{count} nhân {each} là {right}, ở đây ghi {total}"
            for start in {counts[0].start(1), match.start("each"), totals[0].start(1)}:
                yield parts_do_not_add_up.at(
                    printed.text, message, "Kiểm tra lại ba số này.", start, 1
                )


def _of(noun: str, prose: str, begin: int, end: int) -> list[re.Match[str]]:
    """The figures of a stretch of prose that count something."""
    counted = re.compile(rf"(?<![\w.,/])({NUMBER}) (?:[^\W\d_]+ )?{noun}\b")
    return [*counted.finditer(prose, begin, end)]


_SENTENCE = re.compile(r"\.(?=\s|$)")


def _labelled(said: str, start: int) -> Iterator[tuple[int, Decimal]]:
    """The numbers of `năm 2026: 500; năm 2027: 6.500`, up to what is no such part, with places."""
    for piece in said.split(";"):
        part = _LABELLED.fullmatch(piece)
        number = read_number(part["part"]) if part else None
        if part is None or number is None:
            return
        yield start + part.start("part"), number
        start += len(piece) + 1


def _is_slip(written: Decimal | int, meant: Decimal | int) -> bool:
    """Whether a number differs by a zero, by its unit or by the order of its digits."""
    sizes = {Decimal(10) ** power for power in (-6, -3, -1, 1, 3, 6)}
    of_another_size = meant > 0 and Decimal(written) / Decimal(meant) in sizes
    return meant > 0 and (of_another_size or sorted(str(written)) == sorted(str(meant)))


def _is_near_slip(written: Decimal, missing: Decimal, total: Decimal) -> bool:
    """Whether one digit of a part makes the difference, and the others would leave hardly any."""
    digits = (f"{number:f}".rstrip("0") for number in (written, written + missing))
    return one_slip_apart(*digits) and abs(missing) * _HARDLY_ANY <= total


_HARDLY_ANY = 50


def _remaining(text: Text, prose: str, match: re.Match[str]) -> Iterator[Finding]:
    """`trình bày 5 sáng kiến. … chỉ công nhận sáng kiến … 3 sáng kiến còn lại`."""
    noun = re.escape(match["noun"])
    stated = list(re.finditer(rf"({_COUNT}) {noun}", prose[: match.start()], re.IGNORECASE))
    if not stated:
        return
    total, rest = int(stated[0][1]), int(match["rest"])
    between = prose[stated[0].end() : match.start()]
    accepted = _ACCEPTED.search(between)
    part = int(accepted["part"]) if accepted and accepted["part"] else 1
    if accepted and total != part + rest:
        for found in (stated[0], match):
            yield parts_do_not_add_up.at(
                text, f"tổng {total}, gồm {part} và {rest} còn lại", "Kiểm tra lại ba số này.",
                found.start(), len(found[0].split(" ")[0]),
            )  # fmt: skip
