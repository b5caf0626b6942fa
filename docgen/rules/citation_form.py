"""KH501-KH506, KH532-KH534: how the kind, number and symbol of a cited document are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.citations import ABBREVIATIONS, KINDS
from docgen.rules.prose.shapes import one_slip_apart

_NAMED_KINDS = "|".join(sorted((kind.capitalize() for kind in KINDS), key=len, reverse=True))
_PLAIN = {vietnamese.without_marks(each).upper(): each for each in sorted(ABBREVIATIONS)}
_ISSUER_SLIPS = {
    "HDND": "HĐND", "UBNĐ": "UBND", "HĐNĐ": "HĐND", "UBDN": "UBND", "HĐDN": "HĐND", "UNBD": "UBND",
    "TTG": "TTg", "Ttg": "TTg", "Tg": "TTg", "TTgg": "TTg", "TTgCP": "TTg", "VPPC": "VPCP",
}  # fmt: skip

# Those of today and of before: BCN, BTM, BTS, BVHTT, BKHCNMT, BBCVT.
_OF_MINISTRIES = (
    "BBCVT BCA BCN BCT BDTTG BGDĐT BGTVT BKH BKHCN BKHCNMT BKHĐT BLĐTBXH BNG BNN BNNMT BNNPTNT BNV "
    "BQP BTC BTM BTNMT BTP BTS BTTTT BVHTT BVHTTDL BXD BYT"
)
_MINISTRIES = frozenset(_OF_MINISTRIES.split())
_LETTERS_MIXED = {"".join(sorted(each.upper())): each for each in ("UBND", "HĐND", "TTg", "VPCP")}


@rule(
    "KH501", Severity.WARNING, "tên loại văn bản không khớp ký hiệu",
    "Ký hiệu mang chữ viết tắt của tên loại: Quyết định là QĐ, Nghị quyết là NQ, Báo cáo là BC.",
    "Phụ lục I, Phần I, II.3.b",
)  # fmt: skip
def kind_against_symbol(facts: Facts) -> Iterator[Finding]:
    """`Quyết định số 12/KH-UBND`."""
    for each in facts.citations:
        wanted = each.kind_abbreviation
        party_rule = each.by_party and {wanted, each.abbreviation} == {"QyĐ", "QĐ"}
        if wanted and each.abbreviation in ABBREVIATIONS - {wanted} and not party_rule:
            named = next(kind for kind, short in KINDS.items() if short == each.abbreviation)
            message = f"{each.kind} có ký hiệu {wanted}, {each.abbreviation} là của {named}"
            yield kind_against_symbol.at(
                each.printed.text, message, "Đối chiếu văn bản gốc: tên loại hay ký hiệu sai.",
                *each.place,
            )  # fmt: skip


@rule(
    "KH502", Severity.WARNING, "chữ viết tắt trong ký hiệu viết sai",
    "Ký hiệu sai thì không tra được văn bản: NĐ-CP chứ không phải ND-CP, CTr chứ không phải CTR.",
    "Phụ lục III, Mục I",
)  # fmt: skip
def abbreviation_misspelt(facts: Facts) -> Iterator[Finding]:
    """`ND-CP`, `Qđ-UBND`, `NQ-HDND`, `QĐ-Tg`."""
    for each in facts.citations:
        kind, issuer = each.abbreviation, each.issuer_code
        if not kind:
            continue
        meant_kind = kind
        if kind not in ABBREVIATIONS:
            meant_kind = _PLAIN.get(vietnamese.without_marks(kind).upper(), kind)
        mixed = _LETTERS_MIXED.get("".join(sorted(issuer.upper())), issuer)
        meant_issuer = _ISSUER_SLIPS.get(issuer, mixed)
        if kind == "TT" and issuer not in _MINISTRIES:
            near = [each for each in _MINISTRIES if one_slip_apart(issuer, each)]
            meant_issuer = near[0] if len(near) == 1 else meant_issuer
        if (kind, issuer) != (meant_kind, meant_issuer):
            end = each.symbol.rindex(issuer)
            meant = each.symbol[:end].replace(kind, meant_kind, 1) + meant_issuer
            message = f"ký hiệu “{each.symbol}” viết sai chữ viết tắt"
            yield abbreviation_misspelt.at(
                each.printed.text, message, f"Viết “{meant}”.", *each.place
            )


@rule(
    "KH503", Severity.WARNING, "dấu cách hoặc gạch dài trong số, ký hiệu",
    "Giữa số và ký hiệu có dấu gạch chéo, giữa các chữ viết tắt có gạch nối, không cách chữ.",
    "Phụ lục I, Phần I, II.3.c",
)  # fmt: skip
def symbol_spaced(facts: Facts) -> Iterator[Finding]:
    """`30/2012/NĐ - CP`, `12/QĐ–UBND`."""
    for each in facts.citations:
        if each.symbol != each.tight:
            yield symbol_spaced.mend(
                each.printed.text, f"“{each.symbol}” viết rời hoặc dùng gạch dài",
                *each.place, each.tight,
            )  # fmt: skip


@rule(
    "KH504", Severity.WARNING, "viết “Số:” khi viện dẫn",
    "“Số:” với dấu hai chấm chỉ đứng ở đầu văn bản; khi viện dẫn thì viết “số”.",
)  # fmt: skip
def number_word(facts: Facts) -> Iterator[Finding]:
    """`Nghị định Số: 30/2012/NĐ-CP`; a title in capitals has `NGHỊ QUYẾT SỐ 79-NQ/TW`."""
    for each in facts.citations:
        in_capitals = each.word == "SỐ" and each.kind.isupper() and len(each.kind) > 3
        if each.word and each.word != "số" and not in_capitals:
            yield number_word.mend(
                each.printed.text, f"viết “{each.word}” trước số, ký hiệu",
                each.word_offset, len(each.word), "số",
            )  # fmt: skip


@rule(
    "KH505", Severity.WARNING, "số văn bản nhỏ hơn 10 thiếu số 0",
    "Với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước.", "Phụ lục I, Phần I, II.3.c",
)  # fmt: skip
def number_without_zero(facts: Facts) -> Iterator[Finding]:
    """`Quyết định số 6/QĐ-TTg`."""
    for each in facts.citations:
        if len(each.number) == 1 and each.abbreviation and not each.by_party:
            yield number_without_zero.mend(
                each.printed.text, f"số {each.number} thiếu số 0 phía trước",
                each.offset, 1, vietnamese.document_number(each.number),
            )  # fmt: skip


@rule(
    "KH506", Severity.WARNING, "tên loại văn bản cụ thể viết thường",
    "Nói đến một văn bản cụ thể thì viết hoa chữ cái đầu của tên loại.", "Phụ lục II, V.6",
)  # fmt: skip
def kind_in_small_letters(facts: Facts) -> Iterator[Finding]:
    """`quyết định số 12/QĐ-UBND`."""
    for each in facts.citations:
        if each.kind[:1].islower() and each.kind_abbreviation:
            yield kind_in_small_letters.mend(
                each.printed.text, f"“{each.kind}” viết thường",
                *each.kind_place, each.kind[0].upper() + each.kind[1:],
            )  # fmt: skip


_NO_SYMBOL = re.compile(
    rf"\b(?P<kind>(?=[A-ZĐ])(?i:{_NAMED_KINDS}))(?: hành động| liên tịch)? "
    r"(?P<word>số)(?: (?P<number>\d{1,5}))?"
    r"(?=,? (?:ngày|của|về)\b|(?(number)(?!)| ?/[A-ZĐ][\w/-]+ ngày \d))"
)


@rule(
    "KH532", Severity.WARNING, "viện dẫn thiếu số hoặc ký hiệu",
    "“Quyết định số 250 ngày …” không tra được: nhiều cơ quan có số 250.",
    "Phụ lục I, Phần I, II.6.b",
)  # fmt: skip
def symbol_lost(facts: Facts) -> Iterator[Finding]:
    """`Quyết định số 250 ngày 22/12/2023`, `Bản Cam kết số ngày …`, `số /QĐ-TTg ngày …`."""
    for printed, match in facts.matches(_NO_SYMBOL, " số"):
        lacks = "ký hiệu" if match["number"] else "số và ký hiệu"
        lacks = "số" if printed.prose[match.end() :].lstrip()[0] == "/" else lacks
        yield symbol_lost.on(
            printed, match, f"“{match[0]}” thiếu {lacks}", "Ghi đủ, ví dụ số 250/QĐ-UBND.",
            "number" if match["number"] else "word",
        )  # fmt: skip


_NUMBER = r"(?<![\w/-])(?P<number>\d{1,5}(?:/(?:19|20)\d\d)?)"
_KIND, _OFFICE = r"(?P<kind>[A-ZĐ][A-Za-zĐđ]{1,4})", r"(?P<office>[A-ZĐ][A-Za-zĐđ&]+)(?![\w/-])"
_OF_THE_STATE = r"(?P<office>UBND|HĐND|CP|NĐ-CP|TTg|VPCP|S[A-ZĐ]{2,7}(?<!TU))(?![\w-])"
_SHORTS = "QĐ|NĐ|NQ|KH|TT|CT|BC|CV|TB|TTr"
_SHORT = rf"(?P<kind>{_SHORTS})"
_GLUED = (
    rf"{_SHORT}(?P<office>TTg|CP|UBND|HĐND|VPCP|TW|B[A-ZĐ]{{2,7}})"
    r"(?![\w-])"
)
_SPACED = tuple(f"0 {kind.lower()}-" for kind in _SHORTS.split("|"))
# Party documents are 01-NQ/TU; those of the state are not.
_WRONG_MARKS = (
    (f"{_NUMBER}/{_KIND}/{_OFFICE}", "viết sai dấu"),
    (f"(?<=số ){_NUMBER}-{_KIND}-{_OFFICE}", "viết sai dấu"),
    (f"(?<=số ){_NUMBER}-{_KIND}/{_OF_THE_STATE}", "viết sai dấu"),
    (f"{_NUMBER}/{_GLUED}", "thiếu dấu gạch nối"),
    (rf"(?:số|định|quyết|tư|thị|cáo|hoạch) {_NUMBER} {_SHORT}-{_OF_THE_STATE}", "thiếu dấu /"),
)


@rule(
    "KH533", Severity.WARNING, "dấu trong số, ký hiệu viết sai",
    "Giữa số và ký hiệu là dấu gạch chéo, giữa tên loại và cơ quan là gạch nối: 124/BC-SNV.",
    "Phụ lục I, Phần I, II.3.c",
)  # fmt: skip
def wrong_mark_in_symbol(facts: Facts) -> Iterator[Finding]:
    """`124/BC/SNV`, `06-QĐ-TTg`, `124-BC/SNV`, `06/QĐTTg`."""
    for pattern, fault in _WRONG_MARKS:
        for printed, match in facts.matches(pattern, "0/", "0-", *_SPACED):
            yield wrong_mark_in_symbol.on(
                printed, match, f"“{match[0]}” {fault}",
                f"Viết {match['number']}/{match['kind']}-{match['office']}.",
            )  # fmt: skip


@rule(
    "KH534", Severity.INFO, "viện dẫn thiếu chữ số trước số, ký hiệu",
    "Viện dẫn ghi tên loại, chữ “số”, rồi số và ký hiệu.", "Phụ lục I, Phần I, II.6.b",
)  # fmt: skip
def number_word_lost(facts: Facts) -> Iterator[Finding]:
    """`Quyết định 250/QĐ-UBND`; not after an abbreviation, `BC 66/BC-VPCP`."""
    for each in facts.citations:
        if each.kind and not each.word and each.kind.lower() in KINDS and " " not in each.symbol:
            yield number_word_lost.at(
                each.printed.text, f"“{each.kind} {each.symbol}” thiếu chữ “số”",
                f"Viết “{each.kind} số {each.symbol}”.", *each.place,
            )  # fmt: skip
