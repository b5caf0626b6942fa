"""KH231, KH232, KH234, KH236: amounts and rates that cannot be as they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.shapes import NUMBER

_PERCENT = re.compile(rf"(?<![\w.,/])(?P<rate>{NUMBER}) ?%")
_GROWTH = re.compile(
    r"(?:tăng|gấp|bằng|vượt|so với|dư nợ|trượt giá|tốc độ)[^.;,]{0,40}$", re.IGNORECASE
)
_WHOLE = Decimal(100)
_FEW = Decimal(10)
_LESS = re.compile(
    r"\b(?:giảm|cắt giảm|tiết kiệm)(?: từ| được| ít nhất| tối thiểu)? ?$", re.IGNORECASE
)
_SHARE = re.compile(
    r"\b(?:chiếm|độ che phủ)(?: rừng)?(?: tỷ lệ| tỉ lệ| đạt| khoảng)* ?$", re.IGNORECASE
)
_OF_PEOPLE = re.compile(
    r" (?:số )?(?:người|hộ|cơ sở|trẻ|học sinh|cán bộ|công chức|xã|phường|thôn|trường|đơn vị)\b"
)
_ONLY = re.compile(r"\bchỉ (?:đạt|chiếm|bằng|được|có)(?: tỷ lệ| tỉ lệ)? ?$", re.IGNORECASE)


@rule(
    "KH231", Severity.WARNING, "tỷ lệ phần trăm quá lớn",
    "829%, 1000% thường do mất dấu phẩy hoặc thừa một số 0.",
)  # fmt: skip
def rate_too_high(facts: Facts) -> Iterator[Finding]:
    """`đạt 829%`, `chỉ đạt 148%`, `giảm 150%`; growth may be more than double."""
    for printed, match in facts.matches(_PERCENT, "0%", "0 %"):
        rate = vietnamese.parse_decimal(match["rate"]) or Decimal(0)
        before = printed.prose[: match.start()]
        grows = _GROWTH.search(before)
        only = rate > 100 and _ONLY.search(before)
        less = rate > 100 and (_LESS.search(before) or _SHARE.search(before))
        of_all = rate > 100 and _OF_PEOPLE.match(printed.prose, match.end())
        if only or less or (not grows and (of_all or rate > 200)):
            why = "mà viết là “chỉ”" if only else "là quá lớn"
            yield rate_too_high.on(
                printed, match, f"{match[0]} {why}", "Xem có mất dấu phẩy hoặc thừa số không.",
            )  # fmt: skip


_AMOUNT = re.compile(
    rf"(?<![\w.,/])(?P<fraction>{NUMBER}/)?(?P<number>{NUMBER}) (?P<unit>nghìn tỷ|tỷ|triệu"
    rf"|nghìn|đồng)\b"
)
_LARGEST = Decimal(100_000)


@rule(
    "KH232", Severity.INFO, "số tiền lớn lạ thường",
    "Hàng trăm nghìn tỷ đồng là cỡ ngân sách cả nước; thường là tỷ viết thay cho triệu.",
)  # fmt: skip
def amount_too_large(facts: Facts) -> Iterator[Finding]:
    """`2.543.815 tỷ đồng` for `triệu đồng`; one figure with two units."""
    for printed, match, usual in _odd_units(facts):
        yield amount_too_large.at(
            printed.text, f"“{match[0]}”, các ô khác của cột ghi {usual} đồng",
            f"Xem có phải là {usual} đồng không.", match.start("number"),
            match.end() - match.start("number"),
        )  # fmt: skip
    units: dict[str, str] = {}
    for printed, match in facts.matches(_AMOUNT, "0 nghìn", "0 tỷ", "0 triệu", "0 đồng"):
        number = vietnamese.parse_decimal(match["number"]) or Decimal(0)
        first = (
            units.setdefault(match["number"], match["unit"]) if number >= 1000 else match["unit"]
        )
        if match["unit"] == "tỷ" and number >= _LARGEST:
            yield amount_too_large.at(
                printed.text, f"“{match['number']} {match['unit']}” lớn lạ thường",
                "Xem có phải là triệu đồng không.", match.start("number"),
                match.end() - match.start("number"),
            )  # fmt: skip
        elif first != match["unit"]:
            yield amount_too_large.at(
                printed.text, f"{match['number']} ở đây là {match['unit']}, chỗ trước là {first}",
                "Thống nhất đơn vị tính.", match.start("number"),
                match.end() - match.start("number"),
            )  # fmt: skip


def _odd_units(facts: Facts) -> Iterator[tuple[Printed, re.Match[str], str]]:
    """The one amount in tỷ of a column whose other cells say triệu, and the unit of those."""
    columns: dict[tuple[int, str], list[tuple[Printed, re.Match[str]]]] = defaultdict(list)
    for printed, prose in facts.holding("0 tỷ", "0 triệu"):
        if printed.role == "cell" and printed.column:
            found = [(printed, match) for match in _AMOUNT.finditer(prose)]
            columns[printed.appendix, printed.column] += found
    for amounts in columns.values():
        odd = [(printed, match) for printed, match in amounts if match["unit"] == "tỷ"]
        if len(odd) == 1 and len(amounts) > _FEWEST_AMOUNTS:
            number = vietnamese.parse_decimal(odd[0][1]["number"]) or Decimal(0)
            if number >= 1000 and all(match["unit"] in ("tỷ", "triệu") for _, match in amounts):
                yield (*odd[0], "triệu")


_FEWEST_AMOUNTS = 2

_RATE_OF = re.compile(
    rf"\b(?:đạt|chiếm|bằng|hoàn thành|bảo đảm|đảm bảo|giải quyết)(?: từ| trên| ít nhất| tối thiểu)?"
    rf" (?P<rate>{NUMBER})(?= (?:kế hoạch|dự toán|so với|tổng số|trở lên|các|những|số)\b)"
)
_PART_OF_ONE = re.compile(
    r"(?<![\w.,/])(?P<rate>\d{1,2},\d+) (?:người|hộ|cơ quan|đơn vị|hồ sơ|văn bản|nhiệm vụ|chỉ tiêu"
    r"|xã|phường|thủ tục|cán bộ|công chức|doanh nghiệp|học sinh|trường|lượt|cuộc|lớp)\b(?!/)"
)
_AVERAGE = re.compile(r"(?:bình quân|trung bình|mỗi|gấp|/)[^.;]*$", re.IGNORECASE)
_BEHIND = ("kế hoạch", "dự toán", "so với", "tổng số", "trở lên", "các", "những", "số")
_RATES = (*map("0 {}".format, _BEHIND), "0 (0", "0,0", "0%", "000 ")
_POINTS = re.compile(r"\b(?:điểm|chỉ số|hạng|triệu|tỷ(?! lệ)|đồng)\b", re.IGNORECASE)
_ALL_OF_THEM = re.compile(
    r"(?:^|[;:] )(?P<rate>100) (?:thủ tục|hồ sơ|cơ quan|đơn vị|cán bộ|công chức|văn bản|nhiệm vụ"
    r"|người dân|doanh nghiệp|xã|các)\b"
)
_SAID_OF = r"\b(?P<said>trên|dưới|khoảng|tối thiểu|ít nhất)"
_BESIDE_A_RATE = re.compile(
    rf"{_SAID_OF} (?P<before>{NUMBER}), [^.;\d]{{1,40}}\b(?P=said) {NUMBER}%"
    rf"|{_SAID_OF.replace('said', 'as')} {NUMBER}%, [^.;\d]{{1,40}}\b(?P=as) "
    rf"(?P<behind>{NUMBER})(?=[.;,]|$)"
)
_BARE_RATE = re.compile(
    rf"(?<![\w.,/])(?P<rate>{NUMBER}) \((?P<part>{NUMBER})/(?P<whole>{NUMBER})(?![\d/])"
)


@rule(
    "KH234", Severity.WARNING, "tỷ lệ thiếu dấu %",
    "99,5 (101.835/102.337) là 99,5%; thiếu dấu thì đọc thành số khác.",
)  # fmt: skip
def percent_sign_lost(facts: Facts) -> Iterator[Finding]:
    """`đạt 99,5 (101.835/102.337)`, `đạt từ 95 trở lên`, `KCN trên 75, CCN trên 60%`.

    `79,46 người`: nothing that is counted is divided, but an average.
    """
    for printed, match in facts.matches(_PART_OF_ONE, *_RATES):
        if not _AVERAGE.search(printed.prose[: match.start()]):
            yield percent_sign_lost.on(
                printed, match, f"“{match[0]}”: số đếm không có phần lẻ, có thể thiếu dấu %",
                f"Viết {match['rate']}%, hoặc sửa lại số.", "rate",
            )  # fmt: skip
    for printed, match in facts.matches(_ALL_OF_THEM, *_RATES):
        yield percent_sign_lost.on(
            printed, match, f"“{match[0].strip(' ;:')}”: có thể thiếu dấu %", "Viết 100%.",
            "rate",
        )  # fmt: skip
    for printed, match in facts.matches(_RATE_OF, *_RATES):
        rate = vietnamese.parse_decimal(match["rate"])
        if (
            rate
            and rate <= _WHOLE
            and rate > _FEW
            and not _POINTS.search(re.split(r"[.,;:] ", printed.prose[: match.start()])[-1])
        ):
            yield percent_sign_lost.on(
                printed, match, f"“{match['rate']}” không có đơn vị, có thể thiếu dấu %",
                f"Viết {match['rate']}%, hoặc ghi đơn vị.", "rate",
            )  # fmt: skip
    for printed, match in facts.matches(_BESIDE_A_RATE, *_RATES):
        group = "before" if match["before"] else "behind"
        yield percent_sign_lost.on(
            printed, match, f"“{match[0]}”: một số thiếu dấu %", f"Viết {match[group]}%.", group
        )
    for printed, match in facts.matches(_BARE_RATE, "/0"):
        rate, part, whole = (
            vietnamese.parse_decimal(match[name]) for name in ("rate", "part", "whole")
        )
        if rate and part and whole and abs(part * 100 / whole - rate) < 1:
            yield percent_sign_lost.on(
                printed, match, f"“{match['rate']}” thiếu dấu %", f"Viết {match['rate']}%.",
                "rate",
            )  # fmt: skip


_PART_OF_THE_PLAN = re.compile(
    r"[Pp]hấn đấu (?:hoàn thành|đạt|thực hiện)(?: từ| trên| ít nhất| tối thiểu)? "
    rf"(?P<rate>{NUMBER})% (?:kế hoạch|chỉ tiêu|nhiệm vụ|dự toán)"
)
_HALF = Decimal(50)


@rule(
    "KH236", Severity.INFO, "mục tiêu thấp lạ thường",
    "Phấn đấu đạt 10% kế hoạch thường là 100% mất một số 0.",
)  # fmt: skip
def aim_too_low(facts: Facts) -> Iterator[Finding]:
    """`phấn đấu đạt 10% kế hoạch`; a quarter of the year may aim at less."""
    for printed, match in facts.matches(_PART_OF_THE_PLAN, "0% "):
        rate = vietnamese.parse_decimal(match["rate"])
        part = re.search(r"quý|tháng|đợt|bước", printed.prose, re.IGNORECASE)
        if rate is not None and rate < _HALF and not part:
            yield aim_too_low.at(
                printed.text, f"{match[0]}: thấp lạ thường", "Xem có mất số 0 không.",
                match.start("rate"), len(match["rate"]) + 1,
            )  # fmt: skip


_FROM_TO = re.compile(
    rf"(?P<before>[^.;]{{0,20}})\b[Tt]ừ (?P<low>{NUMBER})(?: ?(?P<unit>%|nghìn|triệu|tỷ))?"
    rf" đến (?P<high>{NUMBER}) ?(?P<other>%|nghìn|triệu|tỷ)(?!\w)"
)
_DOWN = re.compile(r"giảm|hạ|rút|xuống|còn|thấp", re.IGNORECASE)
_SCALES = {"%": 1, "nghìn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}


@rule(
    "KH237", Severity.WARNING, "khoảng số ngược",
    "Từ 80 đến 59 nghìn: số cuối nhỏ hơn số đầu, thường là gõ nhầm một trong hai.",
)  # fmt: skip
def range_of_numbers_reversed(facts: Facts) -> Iterator[Finding]:
    """`từ 80 đến 59 nghìn cây`; not `giảm từ 12% đến 10%`."""
    for printed, match in facts.matches(_FROM_TO, "từ 0"):
        low, high = (vietnamese.parse_decimal(match[each]) for each in ("low", "high"))
        first, last = match["unit"] or match["other"], match["other"]
        if low is None or high is None or _DOWN.search(match["before"]):
            continue
        if low * _SCALES[first] > high * _SCALES[last] and (first == "%") == (last == "%"):
            yield range_of_numbers_reversed.at(
                printed.text, f"từ {match['low']} đến {match['high']} đi ngược",
                "Kiểm tra lại hai số.", match.start("low"), match.end() - match.start("low"),
            )  # fmt: skip
