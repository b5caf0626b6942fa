"""KH202, KH203, KH205, KH215: figures in prose that can be computed from each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_DOWN, Decimal, localcontext
from itertools import chain

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.shapes import NUMBER, read_number, slips

_NUMBER = rf"{NUMBER}(?!\d|[.,]\d)"
_WORDS = r"(?: [^\W\d_]+){0,5}"
_FRACTION = rf"(?<![\w.,/])(?P<part>{_NUMBER}){_WORDS}/(?P<whole>{_NUMBER})(?!/)"
_PERCENT = rf"(?<![\w.,/])(?P<percent>{_NUMBER}) ?%"
_STATED = (
    re.compile(rf"{_PERCENT}{_WORDS} \((?:(?:đạt|bằng|là|tức|gồm) |= ?)?{_FRACTION}(?!/)"),
    re.compile(rf"{_FRACTION}{_WORDS} ?(?:\(|= ?)(?:(?:đạt|bằng|chiếm|tỷ lệ|tỉ lệ) )*{_PERCENT}"),
    re.compile(
        rf"{_FRACTION}{_WORDS}, (?:đạt|bằng|chiếm|tương đương)(?: tỷ lệ| tỉ lệ)? {_PERCENT}"
    ),
)


def _decimals(written: str) -> int:
    return len(written.partition(",")[2])


@rule(
    "KH202", Severity.WARNING, "tỷ lệ không khớp với phân số",
    "Tỷ lệ bằng tử số chia mẫu số, làm tròn đến chữ số cuối đã viết; người đọc sẽ bấm máy lại.",
)  # fmt: skip
def percentage_differs_from_fraction(facts: Facts) -> Iterable[Finding]:
    """`38/39 (97,43%)`: 97,4358… rounds to 97,44; `99,5% (101.835/102.337)` holds."""
    for printed, prose in facts.figures:
        if "%" not in prose or "/" not in prose:
            continue
        for pattern in _STATED:
            for match in pattern.finditer(prose):
                part, whole, stated = map(
                    vietnamese.parse_decimal, match.group("part", "whole", "percent")
                )
                if part is None or stated is None or not whole:
                    continue
                digits = _decimals(match["percent"])
                with localcontext(prec=50):
                    exact = part * 100 / whole
                right = vietnamese.round_half_up(exact, digits)
                if right == stated:
                    continue
                cut = exact.quantize(Decimal((0, (1,), -digits)), ROUND_DOWN) == stated
                fraction = f"{match['part']}/{match['whole']}"
                turned = part and vietnamese.round_half_up(whole * 100 / part, digits) == stated
                hint = f"Viết {vietnamese.format_percent(right)} hoặc kiểm tra lại {fraction}."
                reversed_ = turned or right > 100 >= stated
                if reversed_:
                    hint = f"Hai số có thể viết ngược: {match['whole']}/{match['part']}?"
                yield percentage_differs_from_fraction.on(
                    printed, match,
                    f"{fraction} bằng {vietnamese.format_percent(right)}, ở đây ghi "
                    f"{match['percent']}%" + (" (cắt bỏ chữ số, chưa làm tròn)" if cut else ""),
                    hint, "part" if reversed_ else _culprit(match, right, stated),
                )  # fmt: skip


def _culprit(match: re.Match[str], right: Decimal, stated: Decimal) -> str:
    """The number of the three that a slip made: the rate, unless only another would explain it."""
    part, whole = (read_number(match[name]) or Decimal(0) for name in ("part", "whole"))
    if right not in slips(stated):
        digits = _decimals(match["percent"])
        shares = {"part": [(each, whole) for each in slips(part)]}
        shares["whole"] = [(part, each) for each in slips(whole)]
        for name, pairs in shares.items():
            if any(
                of and vietnamese.round_half_up(n * 100 / of, digits) == stated for n, of in pairs
            ):
                return name
    return "percent"


_SIGNS = {"x": "*", "X": "*", "×": "*", "*": "*", ":": "/", "/": "/", "+": "+", "-": "-", "–": "-"}
_OPERATION = re.compile(
    rf"(?<![\w.,/=-])(?P<left>{_NUMBER}(?:(?: ?[x×*/:] ?| [-–+] ){_NUMBER})+)"
    rf" ?= ?(?P<right>{_NUMBER})(?P<percent>%?)"
)
_PIECE = re.compile(rf"({_NUMBER})|([x×*/:+–-])")


@rule(
    "KH203", Severity.WARNING, "phép tính không đúng",
    "Hai vế của dấu bằng phải bằng nhau, tính đến chữ số cuối đã viết.",
)  # fmt: skip
def calculation_is_wrong(facts: Facts) -> Iterable[Finding]:
    """`41.940/58.818 x 1,5 = 1,0696` holds; `1,0606` would not. A column `3 = 1 x 2` is a name."""
    for printed, prose in facts.figures:
        if "=" not in prose or printed.role == "column":
            continue
        for match in _OPERATION.finditer(prose):
            value = _value(match["left"])
            stated = vietnamese.parse_decimal(match["right"])
            if value is None or stated is None:
                continue
            if match["percent"]:
                value *= 100
            right = vietnamese.round_half_up(value, _decimals(match["right"]))
            if right != stated:
                yield calculation_is_wrong.on(
                    printed, match,
                    f"{match['left']} bằng {vietnamese.format_decimal(right)}, ở đây ghi "
                    f"{match['right']}",
                    "Sửa kết quả, hoặc kiểm tra lại các số đứng trước dấu bằng.", "right",
                )  # fmt: skip


def _value(expression: str) -> Decimal | None:
    """A sum of products of Vietnamese numbers; `None` when it cannot be computed."""
    total, product, sign, operation = Decimal(0), Decimal(1), 1, "*"
    with localcontext(prec=50):
        for number, written in _PIECE.findall(expression):
            if written:
                operation = _SIGNS[written]
                if operation in "+-":
                    total += sign * product
                    product, sign = Decimal(1), 1 if operation == "+" else -1
                    operation = "*"
                continue
            value = vietnamese.parse_decimal(number)
            if value is None or (operation == "/" and not value):
                return None
            product = product / value if operation == "/" else product * value
        return total + sign * product


_RANK = re.compile(
    r"(?:xếp thứ|thứ hạng|hạng|vị trí(?: thứ)?|đứng thứ) (?P<part>\d+)/(?P<whole>\d+)"
)
_SOME_OF = re.compile(
    r"(?<![\w.,/])(?P<part>\d{1,3}(?:\.\d{3})*)"
    r"/(?P<whole>1[3-9]|[2-9]\d|\d{3}|\d{1,3}(?:\.\d{3})+)"  # not `15/10 xã`, a day
    r"(?= (?:xã|phường|huyện|tỉnh|thôn|hộ|cơ quan|đơn vị|sở|trường|hồ sơ|cây|chỉ tiêu|tiêu chí)\b)"
)
_POINTS = re.compile(rf"(?<![\w.,/])(?P<part>{_NUMBER})/(?P<whole>{_NUMBER})(?= điểm\b)")
_IN_TIME = re.compile(
    rf"đúng hạn(?:{_WORDS} |,? (?:đạt )?(?:tỷ lệ |tỉ lệ )?{_NUMBER}% \(){_FRACTION}"
)


@rule(
    "KH205", Severity.WARNING, "phần lớn hơn toàn thể",
    "Không thể xếp thứ 65 trong 63 tỉnh, hay giải quyết đúng hạn nhiều hồ sơ hơn số đã tiếp nhận.",
)  # fmt: skip
def part_exceeds_whole(facts: Facts) -> Iterable[Finding]:
    """`xếp thứ 65/63`, `đúng hạn đạt 100,5% (102.837/102.337)`, `154/151 xã`, `105/100 điểm`."""
    for printed, prose in facts.figures:
        if "/" not in prose:
            continue
        for match in chain(
            *(each.finditer(prose) for each in (_RANK, _IN_TIME, _SOME_OF, _POINTS))
        ):
            part, whole = map(vietnamese.parse_decimal, match.group("part", "whole"))
            if part is not None and whole is not None and part > whole:
                start = match.start("part")
                yield part_exceeds_whole.at(
                    printed.text, f"{match['part']} lớn hơn {match['whole']}",
                    "Kiểm tra lại hai số, có thể đã viết ngược.", start, match.end() - start,
                )  # fmt: skip


_REMAINDER = re.compile(
    r"(?<![\w.,/])(?P<part>\d+(?:\.\d{3})*)/(?P<whole>\d+(?:\.\d{3})*)(?![\d/])"
    r"(?P<between>[^.]*?)\b(?:còn|còn lại|có) (?P<rest>\d+(?:\.\d{3})*)"
    r" (?:[^\W\d_]+ ){1,3}?(?:chưa|không)\b"
)


@rule(
    "KH215", Severity.WARNING, "phần còn lại không khớp với phân số",
    "14/18 chỉ tiêu đạt thì còn 04 chỉ tiêu chưa đạt; số khác là một trong ba số đã sai.",
)  # fmt: skip
def remainder_differs(facts: Facts) -> Iterable[Finding]:
    """`14/18 chỉ tiêu đạt; còn 05 chỉ tiêu chưa đạt`."""
    for printed, prose in facts.figures:
        if "/" not in prose:
            continue
        for match in _REMAINDER.finditer(prose):
            part, whole, rest = (
                int(match[name].replace(".", "")) for name in ("part", "whole", "rest")
            )
            if part < whole and rest != whole - part and "/" not in match["between"]:
                yield remainder_differs.on(
                    printed, match,
                    f"{match['part']}/{match['whole']} thì còn {whole - part}, ở đây ghi "
                    f"{match['rest']}",
                    "Kiểm tra lại ba số này.", "rest",
                )  # fmt: skip
