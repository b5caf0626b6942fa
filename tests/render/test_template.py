"""`templates/KH_template.docx`: sound, of the decree's form, and free of any plan's words.

The figures here are read off Phụ lục I of Nghị định 30/2020/NĐ-CP once more, not taken from
the script: a wrong figure there must not pass because it stands here too.
"""

import re
import subprocess
import sys
import zipfile
from dataclasses import fields
from decimal import Decimal
from types import SimpleNamespace

import pytest
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, meta
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from docgen.docx.named_styles import PARAGRAPH_STYLES, TABLE_STYLES
from docgen.docx.text_width import text_width
from docgen.view.plan import View
from tests.tools import REPOSITORY

TEMPLATE = REPOSITORY / "templates" / "KH_template.docx"
SCRIPT = REPOSITORY / "templates" / "make_template.py"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
ON_ITS_OWN = re.compile(r"\{%p .*?%\}|\{\{p .*?\}\}")


def parts(path=TEMPLATE):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


PARTS = parts()
DOCUMENT = etree.fromstring(PARTS["word/document.xml"])
STYLES = etree.fromstring(PARTS["word/styles.xml"])
SETTINGS = etree.fromstring(PARTS["word/settings.xml"])
BY_ID = {style.get(W + "styleId"): style for style in STYLES.iter(W + "style")}


def value(element, path, attribute="val"):
    """An attribute below an element by a path such as `pPr/jc`; None where it is missing."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return found.get(W + attribute) if found is not None else None


def has(element, path):
    return element.find("/".join(W + step for step in path.split("/"))) is not None


def text(element):
    return "".join(each.text or "" for each in element.iter(W + "t"))


def style_of(paragraph):
    return value(paragraph, "pPr/pStyle")


# ------------------------------------------------------------------------------- the file


def made(folder):
    target = folder / "made.docx"
    subprocess.run([sys.executable, SCRIPT, target], check=True, cwd=folder)
    return target


def test_the_script_makes_the_committed_template_part_for_part(tmp_path):
    assert parts(made(tmp_path)) == PARTS


@pytest.mark.slow
def test_the_script_makes_the_same_bytes_each_time(tmp_path):
    assert made(tmp_path).read_bytes() == made(tmp_path).read_bytes()


def test_the_schemas_find_nothing_wrong_but_the_tags(check_ooxml):
    assert check_ooxml(TEMPLATE) == ["left-over template tag {{"]


@pytest.mark.slow
def test_word_is_expected_to_open_it_without_a_word(audit_ooxml):
    assert audit_ooxml(TEMPLATE) == []


def test_it_holds_no_part_that_nobody_asked_for():
    assert sorted(PARTS) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]


def test_its_properties_name_nobody():
    core = etree.fromstring(PARTS["docProps/core.xml"])
    assert [each.text for each in core if each.text] == ["vi-VN"]


def test_its_language_is_vietnamese_for_every_script():
    languages = {tuple(each.attrib.values()) for each in STYLES.iter(W + "lang")}
    languages |= {tuple(each.attrib.values()) for each in SETTINGS.iter(W + "themeFontLang")}
    assert languages == {("vi-VN", "vi-VN", "vi-VN")}


def test_word_opens_it_in_its_own_mode_and_hyphenates_nothing():
    modes = [
        each.get(W + "val")
        for each in SETTINGS.iter(W + "compatSetting")
        if each.get(W + "name") == "compatibilityMode"
    ]
    assert modes == ["15"]
    assert value(SETTINGS, "zoom", "percent") == "100"
    assert not has(SETTINGS, "autoHyphenation")


# ------------------------------------------------------------------------- words and tags


def test_it_holds_no_words_but_those_of_the_form():
    words = [part.strip() for p in DOCUMENT.iter(W + "p") for part in TAG.split(text(p))]
    assert [each for each in words if each] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:",
        "/",
        ",",
        "KẾ HOẠCH",
        "Kính gửi:",
        "Kính gửi:",
        "Nơi nhận:",
    ]


def test_every_tag_is_typed_in_one_run():
    split = [
        run.text
        for run in DOCUMENT.iter(W + "t")
        if "{" in (rest := TAG.sub("", run.text)) or "}" in rest
    ]
    assert split == []


def test_a_tag_for_a_paragraph_is_alone_in_it_and_known_by_its_style():
    mixed = [
        text(paragraph)
        for paragraph in DOCUMENT.iter(W + "p")
        if "{%" in text(paragraph) or "{{p" in text(paragraph)
        if not ON_ITS_OWN.fullmatch(text(paragraph)) or style_of(paragraph) != "KHTag"
    ]
    assert mixed == []


def test_a_tag_for_a_run_is_alone_in_it():
    runs = [run.text for run in DOCUMENT.iter(W + "t") if "{{r" in run.text]
    assert [run for run in runs if not TAG.fullmatch(run)] == []
    assert "{{r subject }}" in runs


def test_its_tags_ask_for_all_that_a_view_offers_and_for_nothing_else():
    xml = DocxTemplate.patch_xml(None, PARTS["word/document.xml"].decode())
    names = meta.find_undeclared_variables(SandboxedEnvironment().parse(xml))
    assert names == {each.name for each in fields(View)} - {"footnotes"}, "code prints those"


# --------------------------------------------------------------------------------- styles


def test_its_styles_are_those_that_docgen_knows_by_name():
    own = {key: value(style, "name") for key, style in BY_ID.items() if key.startswith("KH")}
    assert own == {**PARAGRAPH_STYLES, **TABLE_STYLES, "KHTag": "KH Lệnh của mẫu"}


def test_every_paragraph_has_a_style_that_exists():
    used = {style_of(paragraph) for paragraph in DOCUMENT.iter(W + "p")}
    assert used <= BY_ID.keys()


def test_every_style_stands_in_the_template_or_is_written_by_code():
    used = {style_of(paragraph) for paragraph in DOCUMENT.iter(W + "p")}
    by_code = {style for style in PARAGRAPH_STYLES if style.startswith("KHTable")} - {"KHTableEnd"}
    assert PARAGRAPH_STYLES.keys() - used == by_code | {"KHLine", "KHFootnote", "KHPageNumber"}


def test_nothing_is_set_past_the_styles():
    direct = [
        style_of(paragraph)
        for paragraph in DOCUMENT.iter(W + "p")
        if {child.tag for child in paragraph.find(W + "pPr")} - {W + "pStyle", W + "sectPr"}
    ]
    assert direct == []
    assert not list(DOCUMENT.iter(W + "rPr"))


def test_every_letter_is_black_times_new_roman():  # I.4
    fonts = STYLES.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert {key.removeprefix(W): font for key, font in fonts.attrib.items()} == dict.fromkeys(
        ("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman"
    )
    assert len(list(STYLES.iter(W + "rFonts"))) == 1
    colours = {key: value(style, "rPr/color") for key, style in BY_ID.items() if key != "KHTag"}
    assert set(colours.values()) <= {"000000", None}
    assert value(STYLES, "docDefaults/rPrDefault/rPr/color") == "000000"


BOLD, ITALIC, CAPITALS = "bold", "italic", "capitals"
LOOKS = [  # style, clause, smallest and largest size, what else
    ("KHNational", "II.1.a", 12, 13, {BOLD, CAPITALS}),
    ("KHMotto", "II.1.b", 13, 14, {BOLD}),
    ("KHSuperior", "II.2.b", 12, 13, {CAPITALS}),
    ("KHIssuer", "II.2.b", 12, 13, {BOLD, CAPITALS}),
    ("KHNumber", "II.3.c", 13, 13, set()),
    ("KHPlaceDate", "II.4.c", 13, 14, {ITALIC}),
    ("KHKind", "II.5.b", 13, 14, {BOLD, CAPITALS}),
    ("KHSubject", "II.5.b", 13, 14, {BOLD}),
    ("KHSubjectNote", "III.1.c", 13, 14, {ITALIC}),
    ("KHAddressee", "II.9.d", 13, 14, set()),
    ("KHAddresseeItem", "II.9.d", 13, 14, set()),
    ("KHBasis", "II.6.a", 13, 14, {ITALIC}),
    ("KHParagraph", "II.6.e", 13, 14, set()),
    ("KHHeading1", "V.6.b", 13, 14, {BOLD, CAPITALS}),
    ("KHHeading2", "II.6.đ", 13, 14, {BOLD}),
    ("KHHeading3", "II.6.đ", 13, 14, {BOLD}),
    ("KHNumbered", "II.6.đ", 13, 14, set()),
    ("KHPoint", "II.6.đ", 13, 14, set()),
    ("KHDash", "II.6.e", 13, 14, set()),
    ("KHPlus", "II.6.e", 13, 14, set()),
    ("KHClosing", "II.6.e", 13, 14, set()),
    ("KHSignature", "II.7.đ", 13, 14, {BOLD, CAPITALS}),
    ("KHSigner", "II.7.đ", 13, 14, {BOLD}),
    ("KHRecipientsTitle", "II.9.d", 12, 12, {BOLD, ITALIC}),
    ("KHRecipient", "II.9.d", 11, 11, set()),
    ("KHAppendixLabel", "III.1.b", 14, 14, {BOLD}),
    ("KHAppendixTitle", "III.1.b", 13, 14, {BOLD, CAPITALS}),
    ("KHAppendixReference", "III.1.c", 13, 14, {ITALIC}),
    ("KHPageNumber", "I.7", 13, 14, set()),
]


def size(style):
    return int(value(BY_ID[style], "rPr/sz")) / 2


@pytest.mark.parametrize(("style", "clause", "smallest", "largest", "look"), LOOKS)
def test_a_component_has_the_size_and_weight_of_its_clause(style, clause, smallest, largest, look):
    properties = BY_ID[style].find(W + "rPr")
    marks = {BOLD: "b", ITALIC: "i", CAPITALS: "caps"}
    assert smallest <= size(style) <= largest, clause
    assert {name for name, mark in marks.items() if has(properties, mark)} == look, clause


def test_the_head_is_of_one_family_of_sizes():  # V.1, V.4
    assert (size("KHNational"), size("KHMotto"), size("KHPlaceDate")) in {
        (13, 14, 14),
        (12, 13, 13),
    }


CENTRED = (
    *("KHNational", "KHMotto", "KHSuperior", "KHIssuer", "KHNumber", "KHPlaceDate", "KHKind"),
    *("KHSubject", "KHSubjectNote", "KHSigner", "KHAppendixLabel", "KHAppendixTitle"),
    *("KHAppendixReference", "KHPageNumber"),
)
RUNNING = (
    *("KHBasis", "KHParagraph", "KHHeading1", "KHHeading2", "KHHeading3", "KHNumbered"),
    *("KHPoint", "KHDash", "KHPlus", "KHClosing"),
)


@pytest.mark.parametrize("style", CENTRED)
def test_what_the_decree_wants_centred_is_centred(style):
    assert value(BY_ID[style], "pPr/jc") == "center"


@pytest.mark.parametrize("style", RUNNING)
def test_running_text_is_set_as_the_decree_says(style):  # II.6.e
    own = BY_ID[style]
    assert value(own, "pPr/jc") == "both"
    assert value(own, "pPr/ind", "firstLine") in {"567", "720"}
    assert int(value(own, "pPr/spacing", "after")) >= 120
    assert value(own, "pPr/spacing", "lineRule") == "auto"
    assert 240 <= int(value(own, "pPr/spacing", "line")) <= 360


def test_the_dashes_of_several_addressees_stand_under_the_colon():  # II.9.d
    words = text_width("Kính gửi", Decimal(14)) * 20
    first, item = (
        int(value(BY_ID[style], "pPr/ind", "left")) for style in ("KHAddressee", "KHAddresseeItem")
    )
    assert abs(item - first - words) < 20


# --------------------------------------------------------------------- staying together


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_heading_stays_with_what_follows_and_shows_in_the_navigation_pane(level):
    heading = BY_ID[f"KHHeading{level}"]
    assert has(heading, "pPr/keepNext")
    assert value(heading, "pPr/outlineLvl") == str(level - 1)


def test_the_closing_stays_with_the_signature_whose_row_never_splits():
    assert has(BY_ID["KHClosing"], "pPr/keepNext")
    for table in DOCUMENT.iter(W + "tbl"):
        assert all(has(row, "trPr/cantSplit") for row in table.iter(W + "tr"))
    *_, signature = DOCUMENT.iter(W + "tbl")
    (row,) = signature.iter(W + "tr")
    assert [style_of(p) for p in row.iter(W + "p") if style_of(p) != "KHTag"] == [
        "KHRecipientsTitle",
        "KHRecipient",
        "KHRecipient",  # the cell's only paragraph where a plan has no recipients of its own
        "KHSignature",
        "KHSigner",
    ]


def test_a_blank_line_stands_above_the_signature():
    *_, signature = DOCUMENT.iter(W + "tbl")
    assert value(signature, "tblPr/tblCellMar/top", "w") == "280"


def test_no_row_has_a_height_of_its_own():
    assert not list(DOCUMENT.iter(W + "trHeight"))


# ------------------------------------------------------------------------------- sections


def test_a_page_is_a4_with_the_margins_of_the_decree_and_the_appendix_lies_across():  # I.1, I.3
    sizes = []
    for section in DOCUMENT.iter(W + "sectPr"):
        page = section.find(W + "pgSz")
        sizes.append((page.get(W + "w"), page.get(W + "h"), page.get(W + "orient")))
        margin = {side: int(value(section, "pgMar", side)) for side in ("top", "bottom")}
        assert all(1134 <= each <= 1417 for each in margin.values())
        assert 1701 <= int(value(section, "pgMar", "left")) <= 1984
        assert 851 <= int(value(section, "pgMar", "right")) <= 1134
    assert sizes == [("11906", "16838", None), ("16838", "11906", "landscape")]


def test_pages_count_from_one_in_each_section_and_the_first_shows_no_number():  # I.7, III.1.đ
    targets = {
        each.get("Id"): each.get("Target")
        for each in etree.fromstring(PARTS["word/_rels/document.xml.rels"])
    }
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    for section in DOCUMENT.iter(W + "sectPr"):
        assert value(section, "pgNumType", "start") == "1"
        assert has(section, "titlePg")
        headers = {
            each.get(W + "type"): etree.fromstring(PARTS[f"word/{targets[each.get(relation)]}"])
            for each in section.iter(W + "headerReference")
        }
        fields_of = {
            kind: [each.text.strip() for each in header.iter(W + "instrText")]
            for kind, header in headers.items()
        }
        assert fields_of == {"default": ["PAGE"], "first": []}
        assert int(value(section, "pgMar", "header")) + 322 <= int(value(section, "pgMar", "top"))


def test_the_main_text_ends_in_a_tiny_paragraph_with_its_section():
    body = DOCUMENT[0]
    ends = [p for p in body.iter(W + "p") if p.find(f"{W}pPr/{W}sectPr") is not None]
    assert [style_of(end) for end in ends] == ["KHSectionEnd"]
    assert body.index(ends[0]) == body.index(ends[0].getprevious()) + 1
    assert ends[0].getprevious().tag == W + "tbl"
    assert text(ends[0].getnext()) == "{%p for a in appendices %}"


# ------------------------------------------------------------------------------- on paper


def runs(words):
    return Markup(f"<w:r><w:t>{words}</w:t></w:r>")


def line(length, width):
    side = (width - length) // 2
    indents = f'<w:ind w:left="{side}" w:right="{side}"/>'
    return Markup(f'<w:p><w:pPr><w:pStyle w:val="KHLine"/>{indents}</w:pPr></w:p>')


def block(kind, words, mark=""):
    return SimpleNamespace(kind=kind, mark=mark, text=runs(words), table=(), keep=False)


def made_up(*body):
    """What the template shows of a plan that nobody ever made."""
    appendix = SimpleNamespace(
        label="Phụ lục",
        title=["TÊN PHỤ LỤC BỊA RA"],
        reference="(Ban hành kèm theo Kế hoạch bịa ra)",
        rule=line(2000, 14003),
        body=[block("paragraph", f"Dòng bịa ra thứ {number}.") for number in range(30)],
    )
    return {
        "superior": ["ỦY BAN NHÂN DÂN TỈNH SÔNG XANH"],
        "issuer": ["SỞ BỊA RA"],
        "number": "07",
        "symbol": "KH-SBR",
        "place": "Sông Xanh",
        "date": "ngày 05 tháng 01 năm 2030",
        "subject": runs("Thử tệp mẫu"),
        "below_subject": [runs("(Ban hành kèm theo một Nghị quyết bịa ra)")],
        "rules": SimpleNamespace(
            issuer=line(900, 3515), motto=line(3428, 5556), subject=line(700, 9071)
        ),
        "bases": [runs("Căn cứ một văn bản bịa ra.")],
        "addressees": ["- Nơi thứ nhất;", "- Nơi thứ hai."],
        "body": body,
        "recipients": ["- Như trên;", "- Lưu: VT."],
        "signature": SimpleNamespace(lines=["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], name="Lê Thử Mẫu"),
        "appendices": [appendix],
    }


LENGTHS = range(9, 24)
"""Lines before the last heading: from a plan of one page to one whose heading is on the next."""


@pytest.fixture(scope="module")
def papers(tmp_path_factory, to_pdf, poppler):
    """For each length of a plan, the lines of each of its pages, as stock docxtpl renders it."""
    folder = tmp_path_factory.mktemp("template")
    documents = []
    for length in LENGTHS:
        template = DocxTemplate(TEMPLATE)
        body = [
            *(block("dash", f"Việc thứ {number}.", "-") for number in range(length)),
            block("heading2", "Đề mục cuối", "1."),
            block("closing", "Đoạn kết bịa ra./."),
        ]
        environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
        template.render(made_up(*body), jinja_env=environment)
        documents.append(folder / f"{length}.docx")
        template.save(documents[-1])
    printed = [
        subprocess.run(
            [poppler("pdftotext"), "-layout", pdf, "-"], check=True, capture_output=True, text=True
        ).stdout
        for pdf in to_pdf(*documents)
    ]
    return [
        [
            [" ".join(line.split()) for line in page.splitlines() if line.strip()]
            for page in text.split("\f")[:-1]
        ]
        for text in printed
    ]


def page_of(words, paper):
    return next(number for number, page in enumerate(paper, 1) if words in "\n".join(page))


def test_the_head_keeps_its_lines_whole(papers):
    for paper in papers:
        first = "\n".join(paper[0])
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first
        assert "Độc lập - Tự do - Hạnh phúc" in first
        assert "Số: 07/KH-SBR Sông Xanh, ngày 05 tháng 01 năm 2030" in paper[0]


def test_numbers_stand_on_top_of_every_page_but_the_first_of_a_section(papers):
    numbers = [[page[0] if page[0].isdecimal() else "" for page in paper] for paper in papers]
    assert numbers[0] == ["", "", "2"]
    assert numbers[-1] == ["", "2", "", "2"]
    assert papers[0][1][0] == papers[-1][2][0] == "Phụ lục"


def test_wherever_the_page_ends_the_last_heading_closing_and_signature_stay_together(papers):
    last = ["Đề mục cuối", "Đoạn kết bịa ra./.", "Nơi nhận:", "KT. GIÁM ĐỐC", "Lê Thử Mẫu"]
    places = [{page_of(words, paper) for words in last} for paper in papers]
    assert {tuple(place) for place in places} == {(1,), (2,)}


def test_no_page_is_empty(papers):
    assert [paper for paper in papers if not all(paper)] == []
