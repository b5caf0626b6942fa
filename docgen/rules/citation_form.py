"""KH501-KH506: how the kind, number and symbol of a cited document are written."""

from __future__ import annotations

from collections.abc import Iterator

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.citations import ABBREVIATIONS, KINDS

_PLAIN = {vietnamese.without_marks(each).upper(): each for each in sorted(ABBREVIATIONS)}
_ISSUER_SLIPS = {
    "HDND": "HĐND", "UBNĐ": "UBND", "HĐNĐ": "HĐND", "UBDN": "UBND", "HĐDN": "HĐND", "UNBD": "UBND",
    "TTG": "TTg", "Ttg": "TTg", "Tg": "TTg", "TTgg": "TTg", "TTgCP": "TTg", "VPPC": "VPCP",
}  # fmt: skip


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
                each.offset, len(each.symbol),
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
        meant_issuer = _ISSUER_SLIPS.get(issuer, issuer)
        if (kind, issuer) != (meant_kind, meant_issuer):
            end = each.symbol.rindex(issuer)
            meant = each.symbol[:end].replace(kind, meant_kind, 1) + meant_issuer
            message = f"ký hiệu “{each.symbol}” viết sai chữ viết tắt"
            yield abbreviation_misspelt.at(
                each.printed.text, message, f"Viết “{meant}”.", each.offset, len(each.symbol)
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
                each.offset, len(each.symbol), each.tight,
            )  # fmt: skip


@rule(
    "KH504", Severity.WARNING, "viết “Số:” khi viện dẫn",
    "“Số:” với dấu hai chấm chỉ đứng ở đầu văn bản; khi viện dẫn thì viết “số”.",
)  # fmt: skip
def number_word(facts: Facts) -> Iterator[Finding]:
    """`Nghị định Số: 30/2012/NĐ-CP`."""
    for each in facts.citations:
        if each.word and each.word != "số":
            yield number_word.mend(
                each.printed.text, f"viết “{each.word}” trước số, ký hiệu",
                each.word_offset, len(each.word), "số",
            )  # fmt: skip


@rule(
    "KH505", Severity.WARNING, "số văn bản nhỏ hơn 10 thiếu số 0",
    "Với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước.",
    "Phụ lục I, Phần I, II.3.c",
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
    "Nói đến một văn bản cụ thể thì viết hoa chữ cái đầu của tên loại.",
    "Phụ lục II, V.6",
)  # fmt: skip
def kind_in_small_letters(facts: Facts) -> Iterator[Finding]:
    """`quyết định số 12/QĐ-UBND`."""
    for each in facts.citations:
        if each.kind[:1].islower() and each.kind_abbreviation:
            yield kind_in_small_letters.mend(
                each.printed.text, f"“{each.kind}” viết thường",
                each.kind_offset, len(each.kind), each.kind[0].upper() + each.kind[1:],
            )  # fmt: skip


CHECKS = (
    kind_against_symbol, abbreviation_misspelt, symbol_spaced, number_word, number_without_zero,
    kind_in_small_letters,
)  # fmt: skip
