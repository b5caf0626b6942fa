"""KH340-KH345, KH356: names of provinces and districts in the texts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Facts, rule
from docgen.rules.prose import provinces
from docgen.rules.prose.syllables import is_syllable

# The capital, and a name that is more often a person's.
_SPOKEN_OF = ("Hà Nội", "Hồ Chí Minh")
# What stands before the name of a province that a plan speaks of on purpose.
PARTNER = re.compile(
    r"\b(?:với|và|giữa|giáp|sang|nối|kinh nghiệm (?:của|tại|ở)|hợp tác|liên kết)\s+(?:UBND\s+)?$",
    re.IGNORECASE,
)
_HEAD = ("issuer", "subject", "appendix title")
_ONE = r"(?P<kind>[Tt]ỉnh|TỈNH|UBND tỉnh|[Tt]hành phố|THÀNH PHỐ|[Tt]hành ủy|[Tt]ỉnh ủy)\s+"
_DISTRICT = re.compile(
    r"(?<!các )\b(?P<kind>huyện|thị xã|thành phố|quận)\s+"
    r"(?P<name>[A-ZĐÀ-Ỹ][\w']*(?:[ -][A-ZĐÀ-Ỹ][\w']*){0,3})"
)


@cache
def names_pattern() -> re.Pattern[str]:
    """Finds the names of all provinces; `kind` is what stands before one, as `tỉnh`."""
    marked = "|".join(map(re.escape, provinces.names()))
    return re.compile(rf"(?<!\w)(?:{_ONE})?(?P<name>{marked})(?!\w| [A-ZĐ][a-zà-ỹ])")


@cache
def _any_name() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, provinces.names())))


def names_in(prose: str) -> Sequence[re.Match[str]]:
    """Each name of a province in a text: see `names_pattern`."""
    return [*names_pattern().finditer(prose)] if _any_name().search(prose) else []


@cache
def letters_pattern(own: str = "") -> re.Pattern[str]:
    """Finds the names of all provinces, and the issuer's own, by their `plain_letters`."""
    names = {*provinces.by_letters(), *filter(None, [plain_letters(own)])}
    bare = "|".join(map(re.escape, sorted(sorted(names), key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?P<name>{bare})(?!\w)")


def plain_letters(text: str) -> str:
    """A text without marks and capitals."""
    return vietnamese.without_marks(text).lower()


_OF_PROVINCE = re.compile(r"\btỉnh (?P<name>\S+(?: \S+){1,2})$", re.IGNORECASE)


_CENTRAL = re.compile(
    r"BỘ (?!CHỈ HUY|TƯ LỆNH)|(?:THANH TRA |VĂN PHÒNG )?CHÍNH PHỦ|NGÂN HÀNG NHÀ NƯỚC|TỔNG CỤC"
    r"|(?:TÒA ÁN|VIỆN KIỂM SÁT) NHÂN DÂN TỐI CAO|BẢO HIỂM XÃ HỘI VIỆT NAM"
)


def own_province(facts: Facts) -> str:
    """The province of the issuer, by its name; nothing where the head names none.

    A province that the list does not have, as a later merger may make, is known by the issuer.
    A ministry, and what belongs to it, is of no province though it sits in one.
    """
    plan = facts.plan
    texts = [*plan.issuer.superior, *plan.issuer.name, plan.issuer.short] if plan.issuer else []
    issuers = len(texts)
    if not any(_CENTRAL.match(each.value) for each in texts[:1] if each):
        texts += [plan.place, plan.subject]
    by_letters = provinces.by_letters()
    found: Counter[str] = Counter()
    for at, text in enumerate(texts):
        if text:
            plain = plain_letters(text.value)
            known = [by_letters[each["name"]] for each in letters_pattern().finditer(plain)]
            if at < issuers and not known and (match := _OF_PROVINCE.search(text.value)):
                known = [match["name"].title()]
            found.update(known)
            found.update({plan.place.value} if text is plan.place and text.value in found else ())
    return found.most_common(1)[0][0] if found else ""


def own_family(facts: Facts) -> frozenset[str]:
    """The names of provinces that are the issuer's own in the plan's year."""
    own = facts.once(own_province)
    year = facts.year or provinces.MERGED_ON.year
    return provinces.family(own, year) if own else frozenset()


def _strangers(facts: Facts) -> list[tuple[Printed, re.Match[str]]]:
    """Where the texts name a province that is not the issuer's nor merged with it."""
    own = facts.once(own_province)
    family = facts.once(own_family)
    return [
        (printed, match)
        for printed, named in (facts.seeing(names_in) if own else ())
        if printed.role not in _HEAD or printed.role == "issuer"
        for match in named
        if match["name"] not in family
    ]


@rule(
    "KH340", Severity.WARNING, "nêu tên tỉnh khác",
    "Đoạn chép từ kế hoạch của tỉnh khác hay còn sót tên tỉnh ấy.",
)  # fmt: skip
def another_province(facts: Facts) -> Iterator[Finding]:
    """`tỉnh Nghệ An` in a plan of Quảng Trị; not `các tỉnh …`, which names several.

    Nor a partner, `hợp tác với tỉnh Nghệ An`, nor the two cities where the country meets.
    """
    own = facts.once(own_province)
    for printed, match in facts.once(_strangers):
        if (
            match["kind"]
            and printed.role != "issuer"
            and match["name"] not in _SPOKEN_OF
            and not PARTNER.search(printed.prose, 0, match.start())
            and not _one_of_several(facts, printed, match)
        ):
            yield another_province.on(
                printed, match, f"“{match[0]}” là tỉnh khác, kế hoạch này của {own}",
                f"Nếu chép sót thì viết {own}.", "name",
            )  # fmt: skip


@rule(
    "KH341", Severity.INFO, "nêu tên một tỉnh khác, không có chữ tỉnh",
    "Có thể là tên sót lại của kế hoạch tỉnh khác; cũng có thể nói đúng về tỉnh ấy.",
)  # fmt: skip
def name_of_another_province(facts: Facts) -> Iterator[Finding]:
    """`Báo Quảng Ngãi` among the recipients of Quảng Trị."""
    own = facts.once(own_province)
    for printed, match in facts.once(_strangers):
        if (
            not match["kind"]
            and match["name"] not in _SPOKEN_OF
            and not _one_of_several(facts, printed, match)
        ):
            yield name_of_another_province.on(
                printed, match, f"“{match[0]}” là tên tỉnh khác, kế hoạch này của {own}",
                f"Nếu chép sót thì viết {own}.",
            )  # fmt: skip


def _one_of_several(facts: Facts, printed: Printed, match: re.Match[str]) -> bool:
    """Whether the name stands in a list of provinces: those are spoken of, not left over."""
    names = {each["name"] for each in names_pattern().finditer(printed.prose)}
    before = printed.prose[max(0, match.start() - 40) : match.start()].lower()
    return len(names - facts.once(own_family)) > 1 or bool(
        re.search(r"các (?:tỉnh|thành phố)[^.;]*$", before)
    )


@rule(
    "KH342", Severity.INFO, "nêu huyện, thị xã, thành phố của tỉnh khác",
    "Tên huyện của tỉnh khác thường sót lại khi chép kế hoạch của tỉnh ấy.",
)  # fmt: skip
def another_district(facts: Facts) -> Iterator[Finding]:
    """`huyện Lệ Thủy` in a plan of Quảng Trị before the two provinces were one."""
    own = facts.once(own_province)
    kinds = ("huyện", "thị xã", "thành phố", "quận")
    for printed, match in facts.matches(_DISTRICT, *kinds) if own else ():
        where = _provinces_of(match["name"])
        if (
            where
            and not where & facts.once(own_family)
            and match["name"] not in provinces.provinces()
        ):
            yield another_district.on(
                printed, match,
                f"“{match[0]}” thuộc {', '.join(sorted(where))}, không thuộc {own}",
                "Kiểm tra lại tên huyện, thị xã, thành phố.", "name",
            )  # fmt: skip


def _provinces_of(name: str) -> frozenset[str]:
    words = name.split(" ")
    for count in range(len(words), 0, -1):
        if found := provinces.provinces_of_district(" ".join(words[:count])):
            return found
    return frozenset()


_COMMITTEE = re.compile(
    r"(?<![\w–-])(?<![–-] )(?:UBND|HĐND|[ỦU]ỷ? ?ban nhân dân|Hội đồng nhân dân) "
    r"(?!tỉnh|huyện|quận|thị|thành|xã|phường|đặc khu|cấp|nơi|địa phương|khu|TP|các (?:cấp|tỉnh"
    r"|huyện|quận"
    r"|thị|thành|xã|phường|địa phương|đặc khu|khu|đơn vị)|hai|hoặc|và|có liên quan"
    r"|[A-ZĐÀ-Ỹ])(?=[a-zà-ỹ])"
)


@rule(
    "KH344", Severity.INFO, "ủy ban, hội đồng không ghi cấp nào",
    "UBND tỉnh, huyện hay xã làm việc ấy: thiếu một chữ thì không rõ.",
)  # fmt: skip
def committee_without_level(facts: Facts) -> Iterator[Finding]:
    """`tham mưu UBND các giải pháp` for `UBND tỉnh`; `UBND Quảng Trị`."""
    own = facts.once(own_province)
    bare = re.compile(rf"\b(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân) {re.escape(own)}(?!\w)")
    for printed, match in facts.matches(bare, own.lower()) if own else ():
        committee = match[0].removesuffix(own).strip()
        yield committee_without_level.on(
            printed, match, f"“{match[0]}” không ghi cấp", f"Viết “{committee} tỉnh {own}”.",
        )  # fmt: skip
    for printed, match in facts.matches(_COMMITTEE, "ubnd", "hđnd"):
        if not _SHORT.search(printed.prose):
            continue
        following = printed.prose[match.end() :].split(maxsplit=1)[0]
        yield committee_without_level.at(
            printed.text, f"“{match[0].strip()} {following}…” không ghi cấp",
            f"Viết đủ, ví dụ “{match[0].strip()} tỉnh”.", match.start(), len(match[0].strip()),
        )  # fmt: skip


_SHORT = re.compile("UBND|HĐND")
_COUNT = re.compile(r"\b(?P<count>34|63) (?:tỉnh|địa phương)\b")


@rule(
    "KH345", Severity.WARNING, "số tỉnh, thành phố không đúng với năm của kế hoạch",
    "Từ ngày 01/7/2025 cả nước có 34 tỉnh, thành phố, trước đó là 63.",
)  # fmt: skip
def number_of_provinces(facts: Facts) -> Iterator[Finding]:
    """`34 tỉnh, thành phố` in a plan of 2024; 63 may be said later of earlier years."""
    year = facts.year or provinces.MERGED_ON.year
    counted = facts.holding("00 tỉnh", "00 địa phương")
    for printed, prose in counted if year < provinces.MERGED_ON.year else ():
        for match in _COUNT.finditer(prose):
            if match["count"] == "34":
                yield number_of_provinces.on(
                    printed, match, f"“{match[0]}” trong kế hoạch năm {year}, khi cả nước có 63",
                    "Viết 63, hoặc kiểm tra lại năm.",
                )  # fmt: skip


_AFTER_PROVINCE = re.compile(
    r"\b(?:UBND |HĐND )?tỉnh (?P<name>[A-ZĐÀ-Ỹ][a-zđà-ỹ]+ [A-ZĐÀ-Ỹ][a-zđà-ỹ]+)(?! [A-ZĐÀ-Ỹ])"
)


@rule(
    "KH356", Severity.INFO, "không có tỉnh tên như thế",
    "Tên tỉnh gõ sai, hoặc còn sót của kế hoạch khác.",
)  # fmt: skip
def no_such_province(facts: Facts) -> Iterator[Finding]:
    """`tỉnh Sông Hồng`; names of two syllables, the issuer's own is right whatever it is."""
    own = facts.once(own_province)
    known = {plain_letters(name) for name in (own, *provinces.names())}
    others: dict[str, set[int]] = defaultdict(set)
    for printed, match in facts.matches(_AFTER_PROVINCE, "tỉnh ") if own else ():
        name = match["name"]
        plain = plain_letters(name)
        if not any(each.startswith(plain) for each in known) and all(
            map(is_syllable, name.split())
        ):
            others[name].add(id(printed.text))
            yield no_such_province.at(
                printed.text, f"không có tỉnh “{name}”, kế hoạch này của {own}",
                f"Nếu chép sót hoặc gõ nhầm thì viết {own}.", match.start("name"), len(name),
            )  # fmt: skip
    said = others and any(
        own in prose for printed, prose in facts.holding("tỉnh ") if printed.role != "issuer"
    )
    lines = (*facts.plan.issuer.superior, *facts.plan.issuer.name) if facts.plan.issuer else ()
    line = next((each for each in lines if own.lower() in each.value.lower()), None)
    for name, texts in others.items():
        if line and len(texts) > 1 and not said:
            yield no_such_province.at(
                line, f"ở đây ghi {own}, {len(texts)} chỗ khác ghi tỉnh {name}",
                "Sửa cho cùng một tên.",
            )  # fmt: skip
