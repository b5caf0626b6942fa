"""Long rows and merged cells of tables in the main text: parted where pages end, read whole."""

import re
import subprocess
import zipfile
from textwrap import indent

import pytest

from docgen.cli import main
from docgen.docx.package import unpacked
from docgen.docx.plain_text import plain_text
from docgen.docx.read import read
from docgen.importing.take_over import taken
from docgen.load.folder import load
from docgen.page.page_ends import on_pages
from docgen.plan.dates import Period
from docgen.redline.document import redline
from docgen.render.document import render
from docgen.render.template import open_template
from docgen.view.plan import build_view
from docgen.view.printed import Merge
from tests.plan_files import TINY, W, printed, tiny_project, with_template, xml
from tests.word_edits import Word

MILLIMETRE = 72 / 25.4
WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" .*?>(.+?)</word>')
DUTY = "Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành rà soát việc thứ {}, báo cáo kết quả."
COLUMNS = """\
        columns:
          - {key: code, title: STT, width: 12}
          - {key: name, title: Nội dung, width: 60}
          - {key: who, title: Cơ quan, width: 50}
          - {key: note, title: Ghi chú, width: 40}
"""


def words(token, lines):
    """Words that print about so many lines in the second column, each sixth the token."""
    return " ".join([f"{token} công việc phải làm ngay", "trong năm nay."] * (lines * 4 // 5))


def row(number, lines, note="Không"):
    note = f", note: {note}" if note else ""
    return f"{{code: {number}, name: {words(f'v{number}', lines)}, who: Sở Nội vụ{note}}}"


def run(first, lines, count, note):
    """Rows that share one note."""
    rows = "".join(f"\n              - {row(n, lines, '')}" for n in range(first, first + count))
    return f"shared: {{note: {note}}}\n            rows:{rows}"


def table(*rows):
    return f"      table:\n{COLUMNS}        rows:\n" + "".join(
        f"          - {each}\n" for each in rows
    )


def project(folder, paragraphs, *tables, prose=DUTY):
    """A plan with so many paragraphs of two lines before its tables, and some behind them."""
    items = "".join(f'      - "{prose.format(number)}"\n' for number in range(paragraphs))
    for number, each in enumerate(tables, 1):
        items += f"      - title: Bảng thứ {number}\n" + indent(each, "  ")
        items += "".join(f'      - "{DUTY.format(f"{number}.{n}")}"\n' for n in range(4))
    return tiny_project(folder, TINY.replace("      - Việc thứ nhất.\n", items))


LONG = table(row(21, 4), row(22, 60), row(23, 4))
MERGED = table(row(1, 4), run(2, 6, 9, "Dùng chung"), run(11, 3, 3, words("g11", 60)))
BOTH = table(row(1, 4), row(2, 60), run(3, 6, 9, "Dùng chung"), run(12, 3, 3, words("g12", 60)))


def view_of(root):
    plan, _ = load(root / "content" / "2030", root)
    template, _ = open_template(root / plan.template_path, "", plan.office.form)
    view = build_view(plan)[0]
    return view, on_pages(view, template), template


def going_on(view):
    """The rows that share merged cells with the one above, each as the words in it name it."""
    rows = (row for block in view.body if block.table for row in block.table.rows)
    return {f"v{row.cells[0].words}" for row in rows
            if any(each.merge is Merge.CONTINUE for each in row.cells)}  # fmt: skip


def told(root):
    _, view, _ = view_of(root)
    tables = (block.table for block in view.body if block.table)
    return [cell.told for each in tables for one in each.parts for cell in one.cells if cell.told]


def words_of(root, token):
    """What is printed of the row before a page ends in it."""
    _, view, _ = view_of(root)
    (parts,) = (block.table.parts for block in view.body if block.table)
    return next(one for one in parts if token in one.cells[1].words).cells[1].words


@pytest.fixture(scope="module")
def long_tables(tmp_path_factory):
    return project(tmp_path_factory.mktemp("long") / "project", 25, BOTH)


@pytest.mark.parametrize("paragraphs", [10, 40, 120])
def test_a_long_row_below_pages_of_text_says_its_number_again(tmp_path, paragraphs):
    assert told(project(tmp_path / "p", paragraphs, LONG))[0] == "22 (tiếp)"


def test_merged_cells_say_what_they_go_on_from(tmp_path):
    said = told(project(tmp_path / "p", 25, MERGED))
    assert "(như mục 2)" in said
    assert "(tiếp mục 11)" in said


def test_a_row_that_fits_its_page_is_not_parted_wherever_the_text_ends(tmp_path):
    assert told(project(tmp_path / "p", 5, table(row(1, 4), row(2, 12)))) == []


def test_what_stands_above_a_table_decides_where_its_rows_are_parted(tmp_path):
    def first_part(name, paragraphs, **more):
        return len(words_of(project(tmp_path / name, paragraphs, LONG, **more), "v22"))

    least = first_part("five", 25)
    assert least < first_part("none", 22)
    noted = DUTY.replace("kết quả.", "kết quả^[Theo quy định của pháp luật về báo cáo].")
    assert first_part("notes", 22, prose=noted) != first_part("plain", 22)


def test_the_cells_of_the_office_are_as_high_as_its_table_style_says(tmp_path):
    root = project(tmp_path / "p", 25, table(*(row(n, 4) for n in range(1, 12)), row(12, 60)))
    path = root / "templates" / "KH_template.docx"
    before = len(words_of(root, "v12"))
    parts = unpacked(path.read_bytes())
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(
        b'w:top w:w="28"', b'w:top w:w="99"'
    )
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert len(words_of(root, "v12")) < before - 100


# ------------------------------------------------------------------ printed and read back


def unparted(root):
    view, _, template = view_of(root)
    return render(template, view)[0]


def rows_of(document):
    return [[(c.text, c.merge) for c in one.cells] for each in read(document).tables[1:-1]
            for one in each.rows]  # fmt: skip


def test_whatever_is_parted_is_read_as_the_rows_that_it_is(long_tables):
    data = printed(long_tables)
    assert len(xml(data).findall(f".//{W}tr")) > len(
        xml(unparted(long_tables)).findall(f".//{W}tr")
    )
    assert plain_text(read(data)) == plain_text(read(unparted(long_tables)))
    assert rows_of(data) == rows_of(unparted(long_tables))


def test_words_changed_behind_the_mark_go_back_into_the_row(long_tables, tmp_path):
    path = long_tables / "content" / "2030" / "plan.yaml"
    before = path.read_text(encoding="utf-8")
    word = Word(printed(long_tables))
    (part,) = (each for each in word.root.iter(W + "tr") if word.text(each).startswith("2 (tiếp)"))
    (text,) = [each for each in part.iter(W + "t") if "v2" in each.text][-1:]
    text.text = text.text[::-1].replace("2v", "mêht2v", 1)[::-1]
    document = tmp_path / "sửa.docx"
    document.write_bytes(word.saved())
    assert main(["-C", str(long_tables), "accept", str(document), "--write"]) == 0
    after = path.read_text(encoding="utf-8")
    path.write_text(before, encoding="utf-8", newline="\n")
    assert after.replace("v2thêm", "v2").split() == before.split()
    assert after.count("v2thêm") == 1


def test_of_a_document_that_nobody_touched_nothing_is_said(long_tables, tmp_path, capsys):
    document = tmp_path / "nguyên.docx"
    document.write_bytes(printed(long_tables))
    assert main(["-C", str(long_tables), "accept", str(document)]) == 0
    assert main(["-C", str(long_tables), "diff", str(document), str(document)]) == 0
    assert main(["-C", str(long_tables), "check", str(document)]) == 0
    assert "không có lỗi" in capsys.readouterr().out


def test_a_redline_of_other_page_ends_shows_the_new_paragraphs_alone(long_tables, tmp_path):
    other = project(tmp_path / "p", 32, BOTH)
    assert told(other) != told(long_tables)
    data, notes = redline(printed(long_tables), printed(other))
    body = xml(data)
    assert body.findall(f".//{W}tbl//{W}ins") == body.findall(f".//{W}tbl//{W}del") == []
    assert len(body.findall(f".//{W}ins/{W}r")) >= 7
    assert notes == []


def test_what_is_taken_over_has_whole_rows(long_tables, tmp_path):
    other = with_template(tmp_path / "new")
    (other / "content").mkdir()
    result = taken(printed(long_tables), "cu.docx", Period.parse("2031"), other)
    assert result.blocked == ()
    assert result.arrived.sentences.missing == result.arrived.cells.missing == ()
    assert not any("(tiếp" in text or "(như mục" in text for text in result.files.values())


def test_a_mark_in_a_narrow_column_reaches_to_the_border(tmp_path):
    def reaches(width):
        narrow = LONG.replace("title: STT, width: 12", f"title: STT, width: {width}")
        document = xml(printed(project(tmp_path / str(width), 25, narrow)))
        mark = next(p for p in document.iter(W + "p") if "".join(p.itertext()) == "22 (tiếp)")
        return mark.find(f"{W}pPr/{W}ind") is not None

    assert (reaches(10), reaches(14)) == (True, False)


def test_blanks_to_fill_in_have_their_dots_behind_the_mark_too(tmp_path):
    lines = ", ".join(['"Ý kiến của cơ quan […]"'] * 90)
    root = project(tmp_path / "p", 25, table(f"{{code: 1, name: [{lines}]}}"))
    assert told(root)[0] == "1 (tiếp)"
    blanks = [each.getparent().getparent() for each in xml(printed(root)).iter(W + "tab")
              if each.getparent().tag == W + "r"]  # fmt: skip
    assert len(blanks) == 90
    assert all(each.find(f"{W}pPr/{W}tabs") is not None for each in blanks)


# ------------------------------------------------------------------ on paper


@pytest.fixture(scope="module")
def sheets(tmp_path_factory, to_pdf, poppler):
    """By plan what docgen told, which rows go on, and of each page the words with their place."""
    plans = {}
    noted = DUTY.replace("kết quả.", "kết quả^[Theo quy định của pháp luật về báo cáo].")
    for name, paragraphs, prose, *tables in (
        ("one page", 18, DUTY, LONG),
        ("three pages", 58, DUTY, BOTH),
        ("eight pages", 160, DUTY, MERGED),
        ("two tables", 27, DUTY, LONG, MERGED),
        ("footnotes", 40, noted, BOTH),
    ):
        root = project(tmp_path_factory.mktemp("paper") / "p", paragraphs, *tables, prose=prose)
        document = root / f"{name}.docx"
        document.write_bytes(printed(root))
        plans[document] = told(root), going_on(view_of(root)[0])
    found = {}
    for document, made in zip(plans, to_pdf(*plans), strict=True):
        call = [poppler("pdftotext"), "-bbox", str(made), "-"]
        text = subprocess.run(call, check=True, capture_output=True, timeout=60).stdout.decode()
        found[document.stem] = (
            *plans[document],
            [
                [(float(left), float(top), word) for left, top, word in WORD.findall(page)]
                for page in text.split("<page ")[1:]
            ],
        )
    return found


PLANS = ["one page", "three pages", "eight pages", "two tables", "footnotes"]


@pytest.mark.parametrize("name", PLANS)
def test_each_page_that_begins_in_a_row_or_run_begins_with_its_mark(sheets, name):
    marks, sharing, pages = sheets[name]
    seen, last = 0, ""
    for page in pages:
        said = [(top, word) for _, top, word in page if word.startswith(("(tiếp", "(như"))]
        rows = [(top, word.strip(".")) for _, top, word in page if re.match(r"v\d", word)]
        if rows:
            first = min(rows)
            assert all(top - first[0] < 20 for top, _ in said)
            assert said or (first[1] != last and first[1] not in sharing)
            last = max(rows)[1]
        seen += len(said)
    assert seen == len(marks) > 0


@pytest.mark.parametrize("name", PLANS)
def test_a_sixth_of_a_page_is_white_at_most_where_rows_are_parted(sheets, name):
    *_, pages = sheets[name]
    top, bottom = 20 * MILLIMETRE, 277 * MILLIMETRE
    white = [bottom - max(at for _, at, _ in page) - 14 for page in pages[:-1]]
    assert max(white) < (bottom - top) / 6
