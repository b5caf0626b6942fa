"""KH650-KH653: what the parts of the head say of the same office."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.source import Text
from docgen.rules.facts import Facts, rule
from docgen.rules.places import PARTNER, own_province, plain_letters
from docgen.rules.prose import provinces

_CODES = (
    (r"(?:ỦY|UỶ) BAN NHÂN DÂN|UBND", "UBND"), (r"HỘI ĐỒNG NHÂN DÂN|HĐND", "HĐND"),
    (r"BAN CHỈ ĐẠO", "BCĐ"), (r"VĂN PHÒNG", "VP"), (r"SỞ\b", "S"), (r"CỤC\b", "C"),
    (r"(?:ỦY|UỶ) BAN (?:MẶT TRẬN|MTTQ)", "MTTQ"),
)  # fmt: skip
_LEVEL = re.compile(
    r"\b(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|khu)\b", re.IGNORECASE
)
_KINDS = {
    "UBND": "UBND",
    "ỦY BAN NHÂN DÂN": "UBND",
    "UỶ BAN NHÂN DÂN": "UBND",
    "HĐND": "HĐND",
    "HỘI ĐỒNG NHÂN DÂN": "HĐND",
    "SỞ": "SỞ",
    "BAN CHỈ ĐẠO": "BCĐ",
    "CỤC": "CỤC",
}
_WITHOUT_LEVEL = re.compile(
    r"(?:(?:ỦY|UỶ) BAN|HỘI ĐỒNG) NHÂN DÂN (?!TỈNH|THÀNH|TP|HUYỆN|QUẬN|THỊ|XÃ|PHƯỜNG|ĐẶC|CÁC)\w"
)
_TOWN_OR_PROVINCE = re.compile(r"tỉnh|thành phố", re.IGNORECASE)


@rule(
    "KH650", Severity.WARNING, "ký hiệu không phải của cơ quan ban hành",
    "Ký hiệu mang chữ viết tắt tên cơ quan ban hành: Ủy ban nhân dân là UBND, Sở Nội vụ là SNV.",
    "Phụ lục I, Phần I, II.3.b",
)  # fmt: skip
def symbol_of_another(facts: Facts) -> Iterator[Finding]:
    """`KH-HĐND` under the committee's name."""
    symbol, issuer = facts.plan.symbol, vietnamese.fold_tone(facts.issuer).upper()
    if not symbol or not issuer or facts.plan.is_attached:
        return
    code = symbol.value.partition("-")[2].strip()
    own = next((each for pattern, each in _CODES if re.match(pattern, issuer)), None)
    above = " ".join(line.value.upper() for line in facts.plan.issuer.superior)
    others = {each for pattern, each in _CODES if len(each) > 1 and not re.match(pattern, above)}
    others -= {own}
    wrong = own and code and not code.startswith(own)
    if own in ("S", "C"):
        code = code.partition("-")[0]  # what follows is the unit that wrote it
    if own == "C" and wrong:
        wrong = not _is_part(code, issuer)
    if own == "S" and not wrong and code != _initials(issuer):
        named = (each.name.value for each in facts.plan.agencies.values())
        wrong = not _is_part(code, issuer) or any(
            name.startswith("Sở ") and code == _initials(name) and name.upper() not in issuer
            for name in named
        )
    if wrong or (own is None and code.startswith(tuple(others))):
        message = f"ký hiệu “{symbol}”, cơ quan ban hành là {facts.issuer}"
        hint = f"Viết “KH-{own}”." if own and len(own) > 2 else "Đối chiếu ký hiệu với issuer."
        hint = f"Viết “KH-{_initials(issuer)}”." if own == "S" else hint
        yield symbol_of_another.at(symbol, message, hint)


def _is_part(code: str, name: str) -> bool:
    """Whether the letters of a symbol stand in a name in their order: PBGDPL, SKHCN."""
    letters = iter(_initials(name))
    return all(letter in letters for letter in code if letter.isupper())


def _initials(name: str) -> str:
    """`SKHCN` of Sở Khoa học và Công nghệ."""
    return "".join(word[0] for word in name.upper().replace(",", " ").split() if word != "VÀ")


def _places(facts: Facts) -> Iterator[tuple[Text, str, str]]:
    """Each text of the head that names a province, the name, and as what."""
    plan = facts.plan
    names = filter(None, (*provinces.names(), facts.once(own_province)))
    known = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
    named: list[tuple[Text | None, str]] = []
    if plan.issuer:
        named += [(line, "tên cơ quan chủ quản") for line in plan.issuer.superior]
        named += [(line, "tên cơ quan ban hành") for line in plan.issuer.name]
        named.append((plan.issuer.short, "tên gọi trong câu (short)"))
    if not _TOWN_OR_PROVINCE.search(facts.issuer):
        named.append((plan.place, "địa danh"))
    named.append((plan.subject, "trích yếu"))
    named += [(line, "tên phụ lục") for each in plan.appendices for line in each.title]
    for text, what in named:
        if text:
            found = {
                each[0].title()
                for each in known.finditer(text.value)
                if _is_place(each) and not _is_partner(text.value, each.start())
            }
            if len(found) == 1:
                yield text, found.pop(), what


_KIND = re.compile(r"\b(?:tỉnh|thành phố|UBND)\s*$", re.IGNORECASE)
_GOES_ON = re.compile(r" [-–] [A-ZĐÀ-Ỹ][a-zà-ỹ]")  # cao tốc Hà Nội - Viêng Chăn
_CITY = re.compile(r"(?:thành phố|TP\.?)\s*$", re.IGNORECASE)


def _is_place(name: re.Match[str]) -> bool:
    """Whether it is the name of a place: not `vì hòa bình`, a road's ends, nor the president's.

    The city is always `Thành phố Hồ Chí Minh`.
    """
    if name[0].title() == "Hồ Chí Minh":
        return bool(_CITY.search(name.string, 0, name.start()))
    if _GOES_ON.match(name.string, name.end()) and not _KIND.search(name.string, 0, name.start()):
        return False
    return all(word[:1].isupper() for word in re.split("[ -]", name[0]))


def _is_partner(value: str, start: int) -> bool:
    """Whether a province is one that the plan deals with: `hợp tác với tỉnh Nghệ An`."""
    kind = re.search(r"(?:tỉnh|thành phố)\s+$", value[:start], re.IGNORECASE)
    return PARTNER.search(value, 0, kind.start() if kind else start) is not None


@rule(
    "KH651", Severity.WARNING, "phần đầu của kế hoạch nêu hai tỉnh khác nhau",
    "Cơ quan ban hành, địa danh, trích yếu, tên phụ lục nói về một tỉnh; khác nhau là chép sót.",
)  # fmt: skip
def provinces_differ(facts: Facts) -> Iterator[Finding]:
    """The place, issuer, subject or title of another province than the rest of the head."""
    named = [(text, name, what) for text, name, what in _places(facts)]
    families = Counter(_family(facts, name) for _, name, _ in named)
    if len(families) < 2:
        return
    usual = families.most_common(1)[0][0]
    for text, name, what in named:
        if _family(facts, name) != usual:
            other = next(each for each in named if _family(facts, each[1]) == usual)
            message = f"{what} nêu {name}, {other[2]} (dòng {other[0].where.line}) nêu {other[1]}"
            start = text.value.lower().find(name.lower())
            hint = "Sửa cho cùng một tỉnh."
            yield provinces_differ.at(text, message, hint, start, len(name))


def _family(facts: Facts, name: str) -> frozenset[str]:
    known = provinces.by_letters().get(plain_letters(name), name)
    return provinces.family(known, facts.year)


@rule(
    "KH652", Severity.WARNING, "tên cơ quan ban hành trái nhau",
    "Tên gọi trong câu và tên in ở đầu kế hoạch là của một cơ quan, cùng một cấp.",
    "Phụ lục I, Phần I, II.2",
)  # fmt: skip
def issuer_differs(facts: Facts) -> Iterator[Finding]:
    """`short: UBND huyện …` under a provincial committee; a committee without its level."""
    issuer = facts.plan.issuer
    if not issuer or not issuer.name:
        return
    full = facts.issuer
    if missing := _WITHOUT_LEVEL.search(full):
        place = next(
            (each for each in issuer.name if not missing[0].startswith(each.value)), issuer.name[0]
        )
        hint = "Viết đủ: ỦY BAN NHÂN DÂN / TỈNH …"
        yield issuer_differs.at(place, f"“{full}” thiếu cấp: tỉnh, huyện, xã…", hint)
    above = " ".join(line.value for line in issuer.superior)
    if above and full.upper().startswith("SỞ ") and _kind(above) not in ("UBND", ""):
        message = f"cơ quan chủ quản của “{full}” ghi là “{above}”"
        yield issuer_differs.at(issuer.superior[0], message, "Cơ quan chủ quản của sở là UBND.")
    yield from _another_issues(facts, full)
    if issuer.short and (other := _other_kind(facts, full)):
        place = issuer.name[0] if other == "name" else issuer.short
        message = f"tên in là “{full}”, tên gọi trong câu là “{issuer.short}”"
        yield issuer_differs.at(place, message, "Hai tên phải là của một cơ quan.")
    elif (
        issuer.short
        and _kind(issuer.short.value) == _kind(full) in ("UBND", "HĐND")
        and _of_another_place(issuer.short.value, full)
    ):
        message = f"tên in là “{full}”, tên gọi trong câu là “{issuer.short}”"
        yield issuer_differs.at(issuer.short, message, "Hai tên phải là của một cơ quan.")
    if issuer.short and _kind(issuer.short.value) == _kind(full) in ("SỞ", "CỤC"):
        named = [*issuer.superior, *issuer.name]
        known = {*_words(" ".join(each.value for each in named)), "tỉnh", "thành", "phố"}
        strange = [word for word in _words(issuer.short.value) if word not in known]
        if any(len(word) > 1 and word.isalpha() for word in strange) and not _ABBREVIATED.search(
            issuer.short.value
        ):
            message = f"tên in là “{full}”, tên gọi trong câu là “{issuer.short}”"
            symbol = facts.plan.symbol.value if facts.plan.symbol else ""
            of_short = symbol.endswith(f"-{_initials(issuer.short.value)}")
            place = issuer.name[0] if of_short else issuer.short
            yield issuer_differs.at(place, message, "Hai tên phải là của một cơ quan.")
    if issuer.short:
        mine, printed = _LEVEL.search(issuer.short.value), _LEVEL.search(full)
        if mine and printed and mine[0].lower() != printed[0].lower():
            message = (
                f"tên gọi trong câu là cấp {mine[0].lower()}, tên in là cấp {printed[0].lower()}"
            )
            subject = facts.plan.subject.value if facts.plan.subject else ""
            alone = re.search(rf"\b{mine[0]} ", subject, re.IGNORECASE)
            place = issuer.name[-1] if alone else issuer.short
            yield issuer_differs.at(place, message, f"Đối chiếu “{full}” với “{issuer.short}”.")


def _of_another_place(short: str, full: str) -> bool:
    """Whether two names of a committee name two places; two provinces are KH651's."""
    places = [plain_letters(_PLACE.sub("", each)) for each in (short, full)]
    known = {plain_letters(each) for each in provinces.names()}
    told = all(any(name in each for name in known) for each in places)
    return all(places) and places[0] != places[1] and not told


_PLACE = re.compile(
    r"^\W*(?:UBND|HĐND|(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)\W+"
    r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)?\W*|\W+$",
    re.IGNORECASE,
)
_ISSUES = re.compile(
    r"\b(?:UBND|(?:ỦY|UỶ|Ủy|Uỷ) ban nhân dân) "
    r"(?P<level>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)"
    r"(?= [^.;:]{0,40}?\bban hành [Kk]ế hoạch)"
)
_TOLD = re.compile(
    r"^(?!.*(?:cấp|Phòng|công chức|hướng dẫn|chỉ đạo|các xã)).*?"
    r"(?:tham mưu|báo cáo|trình)(?: cho)? "
    r"(?P<body>(?:UBND|[ỦU][yỷ] ban nhân dân) (?P<level>huyện|thị xã|xã|phường))"
    r"(?=[.;]| (?!thị|xã|phường)[a-zà-ỹ])"
)
_ACTING = ("task", "closing")


def _another_issues(facts: Facts, full: str) -> Iterator[Finding]:
    """`UBND huyện … ban hành Kế hoạch` in the opening of a province's plan."""
    printed = _LEVEL.search(full)
    if not printed or _kind(full) != "UBND":
        return
    for each, told in facts.matches(_TOLD, "huyện", "thị xã", " xã", "phường"):
        if each.role in _ACTING and told["level"] != printed[0].lower():
            message = f"“{told['body']}” trong kế hoạch của “{full}”"
            yield issuer_differs.on(each, told, message, "Xem có chép sót không.", "body")
    for each, said in facts.seeing(_ISSUES.search):
        if said and each.role == "preamble" and said["level"] != printed[0].lower():
            message = f"“{said[0]}” ban hành kế hoạch, tên in ở đầu là “{full}”"
            hint = "Hai tên phải là của một cơ quan."
            yield issuer_differs.on(each, said, message, hint)


@rule(
    "KH653", Severity.WARNING, "địa danh không phải tên tỉnh của cơ quan ban hành",
    "Địa danh ghi trên văn bản của cơ quan cấp tỉnh là tên của tỉnh, thành phố đó.",
    "Phụ lục I, Phần I, II.4.c",
)  # fmt: skip
def place_of_another(facts: Facts) -> Iterator[Finding]:
    """`Đồng Hới` under the committee of Quảng Trị."""
    place, full = facts.plan.place, facts.issuer
    if facts.plan.issuer and not _LEVEL.search(full):
        full = " ".join([*(line.value for line in facts.plan.issuer.superior), full])
    names = facts.plan.issuer.name if facts.plan.issuer else ()
    commune = _COMMUNE.match(names[-1].value) if names else None
    if place and commune and not facts.plan.is_attached:
        here = vietnamese.fold_tone(place.value).strip(" ,;.").upper()
        if not vietnamese.fold_tone(commune["name"]).upper().endswith(here):
            message = f"địa danh “{place}”, cơ quan ban hành là {full}"
            yield place_of_another.at(place, message, "Ghi tên xã, phường của cơ quan ban hành.")
        return
    if not place or facts.plan.is_attached or not _TOWN_OR_PROVINCE.search(full):
        return
    written = plain_letters(place.value.strip(" ,;."))
    above = [line.value for line in facts.plan.issuer.superior] if facts.plan.issuer else []
    own = plain_letters(" ".join([*above, full]))
    if (
        written
        and not re.search(rf"\b{re.escape(written)}\b", own)
        and not any(
            _family(facts, place.value.strip(" ,;.")) & _family(facts, name)
            for name in provinces.names()
            if plain_letters(name) in own
        )
    ):
        message = f"địa danh “{place}”, cơ quan ban hành là {full}"
        yield place_of_another.at(place, message, "Ghi tên tỉnh, thành phố của cơ quan ban hành.")


_COMMUNE = re.compile(r"(?:XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) (?P<name>.+)", re.IGNORECASE)


def _other_kind(facts: Facts, full: str) -> str:
    """Which of the two names of the issuer is of another kind of body than the rest of the head."""
    short = facts.plan.issuer.short.value if facts.plan.issuer.short else ""
    mine, printed = _kind(short), _kind(full)
    if not mine or not printed or mine == printed:
        return ""
    symbol = facts.plan.symbol.value if facts.plan.symbol else ""
    return "name" if symbol.endswith(mine) else "short"


_ABBREVIATED = re.compile(r"[A-ZĐ&]{2,}")


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", vietnamese.fold_tone(name).lower())


def _kind(name: str) -> str:
    upper = name.upper()
    return next((kind for words, kind in _KINDS.items() if upper.startswith(words)), "")
