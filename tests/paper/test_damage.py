from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lxml import etree

from docgen.finding import Severity
from docgen.load.folder import load
from docgen.paper import RULES, check_paper
from docgen.render.document import render
from docgen.render.template import open_template
from docgen.view.plan import build_view
from tests.paper_damage import (
    NUMBERED,
    W,
    at,
    damaged,
    defaults,
    drawn,
    empty_section,
    ends_section,
    grid,
    header,
    number_on_first_page,
    page,
    paragraph,
    put,
    section,
    style,
)
from tests.plan_files import ROOTS, short_project
from tests.tools import REPOSITORY, sampled

TEMPLATE = REPOSITORY / "templates" / "KH_template.docx"
CLAUSES = {rule.code: rule.clause for rule in RULES}
REAL, BASES, TWO_APPENDICES, SUPERIOR, NOTES = (
    "2024, cut short",
    "2030",
    "2031",
    "2032",
    "2035-2039",
)


@cache
def built(year):
    """The .docx of the real plan, whole or not, or of a made-up plan of another shape."""
    with TemporaryDirectory() as folder:
        root = short_project(Path(folder)) if year == REAL else ROOTS[year]
        plan, findings = load(root / "content" / year.removesuffix(", cut short"), root)
    view, more = build_view(plan)
    template, about_template = open_template(TEMPLATE, TEMPLATE.name)
    data, about_render = render(template, view)
    assert not [*findings, *more, *about_template, *about_render]
    return data


def below(moved, other):
    """The paragraph of one style is put under the one of another."""
    return lambda parts: paragraph(parts, other).addnext(paragraph(parts, moved))


def without_break(parts):
    """The section of the text runs on into the appendix."""
    first = section(parts, 0)
    first.getparent().remove(first)


def by_hand(spot, mark):
    """Every run of a paragraph is marked."""

    def change(parts):
        for run in spot.find(parts).iter(W + "r"):
            put(run, f"rPr/{mark}")
            run.insert(0, run.find(W + "rPr"))

    return change


def page_said(words):
    """Words before the number of the page."""

    def change(parts):
        run = etree.fromstring(
            f'<w:r xmlns:w="{W[1:-1]}"><w:t xml:space="preserve">{words}</w:t></w:r>'
        )
        next(parts[NUMBERED].iter(W + "r")).addprevious(run)

    return change


def tracked(spot):
    """A run of the paragraph becomes a tracked insertion."""

    def change(parts):
        run = next(spot.find(parts).iter(W + "r"))
        inserted = etree.Element(W + "ins", {W + "id": "9", W + "author": "A"})
        run.addprevious(inserted)
        inserted.append(run)

    return change


def remarked(spot):
    """A comment hangs at the paragraph."""

    def change(parts):
        run = etree.SubElement(spot.find(parts), W + "r")
        etree.SubElement(run, W + "commentReference", {W + "id": "0"})

    return change


def codes(data):
    return {finding.code for finding in check_paper(data, "KH.docx")}


@pytest.mark.parametrize("year", ["2024", REAL, BASES, TWO_APPENDICES, SUPERIOR, NOTES])
def test_the_form_of_a_built_plan_holds(year):
    assert check_paper(built(year), "KH.docx") == []


BORDER = "pPr/pBdr/top"
# What is spoilt in which plan, the one rule that must say so, its clause, how it is spoilt.
DAMAGES = {
    REAL: [
        ("letter paper", "KH701", "I.1", page(0).put("pgSz", w="12240", h="15840")),
        ("paper 1 mm narrow", "KH701", "I.1", page(0).put("pgSz", w="11849")),
        ("main text landscape", "KH702", "I.2",
         page(0).put("pgSz", w="16838", h="11906", orient="landscape"),
         at("KHLine", 2).put("pPr/ind", left="4300", right="4300")),
        ("portrait appendix", "KH703", "I.2, I.3", page(1).put("pgSz", w="11906", h="16838")),
        ("left margin 25 mm", "KH704", "I.3", page(0).put("pgMar", left="1417")),
        ("top margin 15 mm", "KH704", "I.3", page(0).put("pgMar", top="850")),
        ("a gutter on the left", "KH704", "I.3", page(0).put("pgMar", gutter="567")),
        ("upright with turned margins", "KH704", "I.3",
         page(0).put("pgMar", left="1304", right="1304", top="1701")),
        ("appendix bottom 30 mm", "KH704", "I.3", page(1).put("pgMar", bottom="1701")),
        ("other font", "KH705", "I.4", defaults().put("rPrDefault/rPr/rFonts", hAnsi="Arial")),
        ("a theme font", "KH705", "I.4",
         style("KHDash").put("rPr/rFonts", asciiTheme="minorHAnsi")),
        ("one word in Calibri", "KH705", "I.4",
         at("KHDash", 3).put("r/rPr/rFonts", ascii="Calibri")),
        ("a red heading", "KH706", "I.4", style("KHKind").put("rPr/color", val="FF0000")),
        ("no page number", "KH707", "I.7", header().take("p/r/instrText")),
        ("no header", "KH707", "I.7", page(0).take("headerReference")),
        ("page number 12 pt", "KH708", "I.7", style("KHPageNumber").put("rPr/sz", val="24")),
        ("page number italic", "KH708", "I.7", style("KHPageNumber").put("rPr/i")),
        ("page number right", "KH708", "I.7", style("KHPageNumber").put("pPr/jc", val="right")),
        ("Roman page numbers", "KH708", "I.7", page(0).put("pgNumType", fmt="lowerRoman")),
        ("page number in the text", "KH708", "I.7", page(0).put("pgMar", header="1200")),
        ("page number on page 1", "KH709", "I.7", page(0).take("titlePg")),
        ("page number in the first header", "KH709", "I.7", number_on_first_page),
        ("pages from 5", "KH710", "I.7", page(0).put("pgNumType", start="5")),
        ("two main sections from 1", "KH710", "I.7", ends_section(at("KHDash", 3))),
        ("number not restarted", "KH711", "III.1.đ", page(1).take("pgNumType")),
        ("Quốc hiệu 14 pt", "KH720", "II.1.a", style("KHNational").put("rPr/sz", val="28")),
        ("motto left", "KH721", "II.1.b", style("KHMotto").put("pPr/jc", val="left")),
        ("issuer 14 pt", "KH723", "II.2.b", style("KHIssuer").put("rPr/sz", val="28")),
        ("number 12 pt", "KH724", "II.3.c", style("KHNumber").put("rPr/sz", val="24")),
        ("date upright", "KH725", "II.4.c", style("KHPlaceDate").put("rPr/i", val="0")),
        ("kind 16 pt", "KH726", "II.5.b", style("KHKind").put("rPr/sz", val="32")),
        ("subject not bold", "KH727", "II.5.b", style("KHSubject").put("rPr/b", val="0")),
        ("text 12 pt", "KH730", "II.6.e", style("KHParagraph").put("rPr/sz", val="24")),
        ("dashes bold", "KH730", "II.6.e", style("KHDash").put("rPr/b")),
        ("one line 15 pt", "KH730", "II.6.e", at("KHDash", 5).put("r/rPr/sz", val="30")),
        ("heading I. not bold", "KH731", "V.6.b", style("KHHeading1").put("rPr/b", val="0")),
        ("heading 1. not bold", "KH732", "II.6.đ", style("KHHeading2").put("rPr/b", val="0")),
        ("office 12 pt", "KH734", "II.7.đ", style("KHSignature").put("rPr/sz", val="24")),
        ("signer italic", "KH735", "II.7.đ", style("KHSigner").put("rPr/i")),
        ("Nơi nhận upright", "KH736", "II.9.d", style("KHRecipientsTitle").put("rPr/i", val="0")),
        ("recipients 12 pt", "KH737", "II.9.d", style("KHRecipient").put("rPr/sz", val="24")),
        ("Phụ lục 13 pt", "KH738", "III.1.b", style("KHAppendixLabel").put("rPr/sz", val="26")),
        ("appendix title not bold", "KH739", "III.1.b",
         style("KHAppendixTitle").put("rPr/b", val="0")),
        ("reference left", "KH740", "III.1.c",
         style("KHAppendixReference").put("pPr/jc", val="left")),
        ("Quốc hiệu 12 with 14", "KH741", "V (chú thích)",
         style("KHNational").put("rPr/sz", val="24")),
        ("headings 13, text 14", "KH742", "II.6.đ", style("KHHeading2").put("rPr/sz", val="26")),
        ("a report", "KH744", "II.3.b", at("KHKind").reword("KẾ HOẠCH", "BÁO CÁO")),
        ("no motto", "KH745", "II", at("KHMotto").drop()),
        ("no signer", "KH779", "II", at("KHSigner").drop()),
        ("subject in another style", "KH745", "II",
         at("KHSubject").put("pPr/pStyle", val="KHSubjectNote")),
        ("hanging indent", "KH756", "II.6.e",
         style("KHParagraph").put("pPr/ind", left="1134", firstLine="0", hanging="567")),
        ("Trang 2", "KH708", "I.7", page_said("Trang ")),
        ("a tracked insertion", "KH780", "", tracked(at("KHDash", 3))),
        ("a comment", "KH781", "", remarked(at("KHDash", 3))),
        ("a hidden line", "KH782", "", at("KHDash", 3).put("r/rPr/vanish")),
        ("a hidden style", "KH782", "", style("KHDash").put("rPr/vanish")),
        ("a struck line", "KH783", "", at("KHDash", 3).put("r/rPr/strike")),
        ("a pasted paragraph", "KH784", "", at("KHDash", 3).put("pPr/pStyle", val="Pasted")),
        ("no reference", "KH769", "III.1.c", at("KHAppendixReference").drop()),
        ("label under the title", "KH787", "III.1.b", below("KHAppendixLabel", "KHAppendixTitle")),
        ("label in capitals", "KH738", "III.1.b", at("KHAppendixLabel").reword("Phụ", "PHỤ"),
         at("KHAppendixLabel").reword("lục", "LỤC I")),
        ("KT. over the chairman", "KH785", "II.7.b", at("KHSignature", 2).reword("PHÓ ", "")),
        ("no KT.", "KH785", "II.7.b", at("KHSignature", 1).drop()),
        ("signer under the recipients", "KH764", "II.9.d, IV", below("KHSigner", "KHRecipient")),
        ("a point in bold by hand", "KH730", "II.6.e", by_hand(at("KHDash", 3), "b")),
        ("a heading in italics by hand", "KH732", "II.6.đ", by_hand(at("KHHeading2"), "i")),
        ("dashes in the motto", "KH746", "II.1.b", at("KHMotto").reword(" - ", " – ")),
        ("Quốc hiệu on the left", "KH747", "II.1.a", grid(0).swap_cells()),
        ("no colon", "KH748", "II.3.c", at("KHNumber").reword("Số:", "Số")),
        ("place in lower case", "KH749", "II.4.b", at("KHPlaceDate").reword("Trị", "trị")),
        ("no line under the motto", "KH750", "II.1.b", at("KHLine", 1).drop()),
        ("motto's line too short", "KH750", "II.1.b",
         at("KHLine", 1).put("pPr/ind", left="2000", right="2000")),
        ("motto's line dotted", "KH750", "II.1.b", at("KHLine", 1).put(BORDER, val="dotted")),
        ("no line under the issuer", "KH751", "II.2.b", at("KHLine", 0).drop()),
        ("issuer's line aside", "KH751", "II.2.b",
         at("KHLine", 0).put("pPr/ind", left="800", right="1500")),
        ("drawn line too short", "KH750", "II.1.b", drawn(1, 2000)),
        ("no line under the subject", "KH752", "II.5.b", at("KHLine", 2).drop()),
        ("subject's line too long", "KH752", "II.5.b",
         at("KHLine", 2).put("pPr/ind", left="500", right="500")),
        ("no line in the appendix", "KH753", "Mẫu 2.1", at("KHLine", 3).drop()),
        ("text not justified", "KH755", "II.6.e", style("KHParagraph").put("pPr/jc", val="left")),
        ("text not indented", "KH756", "II.6.e",
         style("KHParagraph").put("pPr/ind", firstLine="0")),
        ("dashes 3 pt apart", "KH757", "II.6.e", style("KHDash").put("pPr/spacing", after="60")),
        ("dashes together", "KH757", "II.6.e", style("KHDash").put("pPr/contextualSpacing")),
        ("double lines", "KH758", "II.6.e", style("KHParagraph").put("pPr/spacing", line="480")),
        ("lines of 12 pt", "KH758", "II.6.e",
         style("KHParagraph").put("pPr/spacing", line="240", lineRule="exact")),
        ("heading III. for II.", "KH759", "II.6.đ", at("KHHeading1", 1).reword("II.", "III.")),
        ("heading 1 without a dot", "KH759", "II.6.đ", at("KHHeading2").reword("1. ", "1 ")),
        ("TM without a dot", "KH762", "II.7.b", at("KHSignature").reword("TM.", "TM")),
        ("a doctor signs", "KH763", "II.7.c", at("KHSigner").reword("Lê", "TS. Lê")),
        ("signer on the left", "KH764", "II.9.d", grid(1).swap_cells()),
        ("recipients indented", "KH764", "II.9.d", style("KHRecipient").put("pPr/ind", left="400")),
        ("recipient with a comma", "KH765", "II.9.d", at("KHRecipient").reword(";", ",")),
        ("recipient without a dash", "KH765", "II.9.d", at("KHRecipient").reword("- ", "")),
        ("no Lưu", "KH765", "II.9.d", at("KHRecipient", -1).reword("Lưu: VT", "Văn thư")),
        ("reference to nothing", "KH769", "III.1.c", at("KHAppendixReference").reword("số", "")),
        ("a cell off its column", "KH770", "", grid(2).put("tr/tc/tcPr/tcW", w="3000")),
        ("a table narrower than the page", "KH770", "", page(1).put("pgMar", right="851")),
        ("a column too narrow", "KH770", "", grid(2).put("tblGrid/gridCol", w="100")),
        ("header row not repeated", "KH771", "", grid(2).take("tr/trPr/tblHeader")),
        ("English", "KH772", "", defaults().put("rPrDefault/rPr/lang", val="en-US")),
        ("a page break too many", "KH773", "", at("KHSectionEnd").put("r/br", type="page")),
        ("a page break before", "KH773", "", at("KHSectionEnd").put("pPr/pageBreakBefore")),
        ("a section without words", "KH773", "", empty_section),
        ("a tall last paragraph", "KH773", "",
         style("KHSectionEnd").put("rPr/sz", val="28"),
         style("KHSectionEnd").put("pPr/spacing", line="240", lineRule="auto")),
        ("a tag", "KH774", "", at("KHDash").reword("- ", "- {{ ")),
        ("a tag in the header", "KH774", "", header().reword("2", "{{ number }}")),
        ("signature may split", "KH775", "", grid(1).take("tr/trPr/cantSplit")),
        ("signature alone", "KH778", "", style("KHClosing").put("pPr/keepNext", val="0")),
        ("a page of recipients", "KH778", "",
         style("KHRecipient").put("pPr/spacing", after="4000")),
        ("heading alone", "KH776", "", style("KHHeading2").put("pPr/keepNext", val="0")),
        ("fixed height", "KH777", "", grid(2).put("tr/trPr/trHeight", hRule="exact", val="300")),
    ],
    BASES: [
        ("bases upright", "KH729", "II.6.a", style("KHBasis").put("rPr/i", val="0")),
        ("heading I. lower", "KH731", "V.6.b", style("KHHeading1").put("rPr/caps", val="0"),
         at("KHHeading1").reword("MỤC ĐÍCH", "Mục đích")),
        ("points bold", "KH733", "II.6.đ", style("KHPoint").put("rPr/b")),
        ("a report's symbol", "KH744", "II.3.b", at("KHNumber").reword("KH-", "BC-")),
        ("basis with a full stop", "KH754", "II.6.a", at("KHBasis").reword(";", ".")),
        ("c) after a)", "KH760", "II.6.đ", at("KHPoint", 1).reword("b)", "c)")),
        ("no ./.", "KH761", "Mẫu 1.4", at("KHClosing").reword("./.", ".")),
    ],
    TWO_APPENDICES: [
        ("an appendix without a section", "KH711", "III.1.đ",
         at("KHAppendixLabel", 1).copy_after(), at("KHAppendixLabel", 2).reword("II", "III"),
         at("KHDash", 0).reword("Phụ lục I ", "Phụ lục I, Phụ lục III ")),
        ("Phụ lục 2", "KH766", "III.1.a", at("KHAppendixLabel", 1).reword("II", "2")),
        ("appendix not mentioned", "KH767", "III.1.a", at("KHDash").reword("Phụ lục I", "bảng")),
        ("reference to 129", "KH768", "III.1.c", at("KHAppendixReference").reword("128", "129")),
        ("reference to May", "KH768", "III.1.c",
         at("KHAppendixReference").reword("tháng 6", "tháng 5")),
    ],
    NOTES: [
        ("line below the subject upright", "KH743", "III.1.c",
         style("KHSubjectNote").put("rPr/i", val="0")),
        ("footnotes in blue", "KH706", "I.4", style("KHFootnote").put("rPr/color", val="0000FF")),
        ("footnotes in English", "KH772", "", style("KHFootnote").put("rPr/lang", val="en-US")),
        ("signature after a dash", "KH778", "", at("KHDash", -1).take("pPr/keepNext")),
    ],
    SUPERIOR: [
        ("superior bold", "KH722", "II.2.b", style("KHSuperior").put("rPr/b")),
        ("addressee italic", "KH728", "II.9.d", style("KHAddressee").put("rPr/i")),
        ("number without 0", "KH748", "II.3.c", at("KHNumber").reword("09", "9")),
        ("number with a space", "KH748", "II.3.c", at("KHNumber").reword("/", " /")),
        ("number with spaces", "KH748", "II.3.c", at("KHNumber").reword("/", " / ")),
        ("symbol in lower case", "KH748", "II.3.c", at("KHNumber").reword("SKHCN", "SKHcn")),
        ("day without 0", "KH749", "II.4.b", at("KHPlaceDate").reword("06", "6")),
        ("month without 0", "KH749", "II.4.b", at("KHPlaceDate").reword("01", "1")),
        ("31 February", "KH749", "II.4.b", at("KHPlaceDate").reword("06 tháng 01", "31 tháng 02")),
    ],
}  # fmt: skip


EACH = [
    pytest.param(
        *(year, *damage[1:3], damage[3:]),
        id=f"{damage[1]}: {damage[0]}",
        marks=pytest.mark.slow if number % 3 else (),
    )
    for year, damages in DAMAGES.items()
    for number, damage in enumerate(damages)
]


@pytest.mark.parametrize(("year", "code", "clause", "changes"), EACH)
def test_a_damage_is_named_with_its_clause_and_nothing_else(year, code, clause, changes):
    assert codes(damaged(built(year), *changes)) == {code}
    assert clause in CLAUSES[code]
    assert bool(clause) == bool(CLAUSES[code])


# What the decree, or nobody, forbids: no rule may speak.
ALLOWED = {
    "the widest margins": (
        page(0).put("pgMar", top="1417", bottom="1417", left="1984", right="1134", header="720"),
    ),
    "the narrowest right margin": (page(0).put("pgMar", right="851"),),
    "an appendix turned with its margins": (
        page(1).put("pgMar", top="1701", right="1417", bottom="1134", left="1418"),
    ),
    "A4 as LibreOffice rounds it": (page(0).put("pgSz", w="11905", h="16837"),),
    "the small family of sizes": (
        style("KHNational").put("rPr/sz", val="24"),
        style("KHMotto").put("rPr/sz", val="26"),
        style("KHPlaceDate").put("rPr/sz", val="26"),
        at("KHLine", 1).put("pPr/ind", left="1164", right="1164"),
    ),
    "an indent of 1 cm": (style("KHParagraph").put("pPr/ind", firstLine="567"),),
    "an indent on the left": (style("KHParagraph").put("pPr/ind", left="567", firstLine="0"),),
    "one and a half lines": (style("KHParagraph").put("pPr/spacing", line="360"),),
    "lines of exactly 18 pt": (
        style("KHParagraph").put("pPr/spacing", line="360", lineRule="exact"),
    ),
    "less space where the next has more": (
        at("KHDash", 3).put("pPr/spacing", after="0"),
        at("KHDash", 4).put("pPr/spacing", before="120"),
    ),
    "lines of at least 10 pt": (
        style("KHParagraph").put("pPr/spacing", line="200", lineRule="atLeast"),
    ),
    "a heading of one abbreviation": (at("KHHeading2").reword("Mục đích", "VNPT"),),
    "a single appendix with its number": (at("KHAppendixLabel").reword("lục", "lục I"),),
    "a drawn line": (drawn(1, 3427),),
    "words in italics": (at("KHDash", 3).put("r/rPr/i"),),
    "automatic black": (style("KHParagraph").put("rPr/color", val="auto"),),
    "bold from a character style": (
        style("KHMotto").put("rPr/b", val="0"), at("KHMotto").put("r/rPr/b"),
    ),
    "HOÀ for HÒA": (at("KHNational").reword("HÒA", "HOÀ"),),
    "a style known by its name": (
        style("KHSubject").put("", styleId="KHTrchyu"),
        at("KHSubject").put("pPr/pStyle", val="KHTrchyu"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("changes", sampled(ALLOWED.values(), every=3), ids=ALLOWED)
def test_what_the_decree_allows_is_let_be(changes):
    findings = check_paper(damaged(built(REAL), *changes), "KH.docx")
    assert [f"{finding.code} {finding.message}" for finding in findings] == []


def test_an_appendix_in_the_section_of_the_text_is_told_as_such():
    found = codes(damaged(built(REAL), without_break))
    assert "KH711" in found
    assert not found & {"KH745", "KH767"}, "the text is there, and refers to its appendix"


HABITS = {
    "a point in bold by hand": by_hand(at("KHDash", 3), "b"),
    "a heading in italics by hand": by_hand(at("KHHeading2"), "i"),
    "the label in capitals": at("KHAppendixLabel").reword("Phụ lục", "PHỤ LỤC SỐ 1"),
}


@pytest.mark.parametrize("change", HABITS.values(), ids=HABITS)
def test_what_offices_do_every_day_is_a_hint_at_most(change):
    findings = check_paper(damaged(built(REAL), change), "KH.docx")
    assert {finding.severity for finding in findings} == {Severity.INFO}


def test_a_form_given_by_hand_is_not_blamed_on_the_template():
    (mended,) = check_paper(damaged(built(REAL), by_hand(at("KHDash", 1), "b")), "KH.docx")
    assert mended.hint.startswith("Đoạn này được định dạng tay, tệp mẫu vẫn đúng")
    (by_style,) = check_paper(damaged(built(REAL), style("KHDash").put("rPr/b")), "KH.docx")
    assert by_style.hint.startswith("Trong tệp mẫu")


def test_only_the_decree_makes_an_error_of_a_form():
    lawless = {rule.code for rule in RULES if rule.severity is Severity.ERROR and not rule.clause}
    assert lawless == {"KH700", "KH774"}, "no Word file, and a tag left over"
    assert {rule.code for rule in RULES if "Mẫu" in rule.clause} == {"KH753", "KH761"}
    assert all(rule.severity is not Severity.ERROR for rule in RULES if "Mẫu" in rule.clause), (
        "what only the model forms show is a warning"
    )


def test_every_rule_of_the_paper_has_a_damage():
    named = {code for damages in DAMAGES.values() for _, code, *_ in damages}
    strange = {"KH788", "KH789"}  # test_unseen.py has a list of its own
    assert named | strange == {rule.code for rule in RULES} - {"KH700"}


def test_what_is_no_docx_is_a_finding():
    assert codes(b"van ban") == {"KH700"}


def test_an_appendix_whose_label_is_blank_is_checked_all_the_same():
    blank = damaged(built(REAL), at("KHAppendixLabel").reword("Phụ lục", ""))
    assert "KH787" not in {each.code for each in check_paper(blank, "KH.docx")}
