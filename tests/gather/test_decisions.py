"""The workbook that is decided in, read back and carried out; the same words in every form."""

import io
import shutil
import subprocess
import sys
import zipfile

import pytest
from lxml import etree
from lxml.html import fromstring
from markupsafe import escape
from openpyxl import load_workbook

from docgen import builds
from docgen.cli import main
from docgen.docx.model import W
from docgen.docx.read import read
from docgen.gather.collect import gather
from docgen.gather.decision import NONE, Decided, Decision
from docgen.gather.forms.docx import docx
from docgen.gather.forms.html import html
from docgen.gather.forms.terminal import as_text
from docgen.gather.forms.xlsx import HIDDEN, KEY, LIST, REASON, VERDICT, xlsx
from docgen.gather.read_back import NotDecided, decisions
from docgen.pipeline import TEMPLATE
from tests.content_edits import reword
from tests.plan_files import printed
from tests.tools import CONVERSION_SECONDS, REPOSITORY, program
from tests.word_remarks import Remarks

pytestmark = pytest.mark.slow

YEAR = "2024"
TOP, MINDSET = "tỷ lệ điểm tối đa", "Đổi mới tư duy"
ROW = "Thực hiện kế hoạch CCHC"
AN, BINH, CHI = "Nguyễn Thị An", "Trần Văn Bình", "Lê Thị Chi"
HOSTILE = '=HYPERLINK("http://x","<b>")'


def first(word):
    word.replace(TOP, "tỷ lệ điểm cao nhất").insert("Nâng cao chất lượng hiệu quả", "- Một là bàn.")
    return word.type_in_cell(ROW, 3, "1,4000")


def second(word):
    word.replace(TOP, "tỷ lệ điểm cao nhất").replace("đưa ra các giải", "đề ra các giải")
    word.type_in_cell(ROW, 3, "1,5000").delete(MINDSET)
    return word.copy_row(ROW, "1.3", "Dòng mới", "1", "0,5", "-0,5", "", "", "", "", "")


def third(word):
    word.replace(MINDSET, "Thay đổi tư duy")
    return Remarks(word, CHI).of("Mục đích", HOSTILE).saved()


COPIES = {
    "gop_y_so_tai_chinh": (first, AN), "gop_y_so_tu_phap": (second, BINH), "ban_ba": (third, ""),
}  # fmt: skip


@pytest.fixture
def project(built, copies, tmp_path):
    """A project to write into, with the copies in `gop-y`."""
    root = tmp_path / "project"
    shutil.copytree(built[0], root)
    shutil.copy(REPOSITORY / "templates" / "tong_hop_y_kien.docx", root / "templates")
    (root / "gop-y").mkdir()
    for name, data in copies(**COPIES):
        (root / name).write_bytes(data)
    return root


def run(root, *arguments):
    return main(["-C", str(root), "gather", *map(str, arguments)])


def paths(root):
    return sorted((root / "gop-y").iterdir())


def listed(root):
    files = [(f"gop-y/{each.name}", each.read_bytes()) for each in paths(root)]
    return gather(files, root / "content" / YEAR, root)


def decide(path, **verdicts):
    """Writes verdicts into a workbook: `words="Tiếp thu"` for the rows whose opinion holds it."""
    workbook = load_workbook(path)
    sheet = workbook[LIST]
    titles = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        said = f"{row[titles.index('Ý kiến')].value} {row[titles.index('Loại')].value}"
        for sought, verdict in verdicts.items():
            if sought.replace("_", " ") in said:
                row[titles.index(VERDICT)].value = verdict
                row[titles.index(REASON)].value = f"Bịa: {verdict}"
    workbook.save(path)


def content(root):
    return "".join(each.read_text("utf-8") for each in sorted((root / "content").rglob("*.yaml")))


TAKEN = {"cao nhất": "Tiếp thu", "đề ra": "tiếp thu", "Một là bàn": "Tiếp thu",
         "1,4000": "Tiếp thu", "Dòng mới": "Tiếp thu",
         "1,5000": "Không tiếp thu", "Thay đổi": "Giải trình"}  # fmt: skip


def test_what_was_taken_is_written_and_prints_what_was_asked_for(project):
    assert run(project, *paths(project), "--as", "xlsx", "-o", project / "y.xlsx") == 0
    decide(project / "y.xlsx", **TAKEN)
    shutil.rmtree(project / "gop-y")
    before = content(project)
    assert run(project, "--decided", project / "y.xlsx") == 0
    assert content(project) == before
    assert run(project, "--decided", project / "y.xlsx", "--write") == 0
    paper = "\n".join(each.text for each in read(printed(project, YEAR)).paragraphs)
    assert "đạt tỷ lệ điểm cao nhất; đề ra các giải pháp" in paper
    there = {"- Một là bàn.": 1, "1,4000": 1, "Dòng mới": 1, "1,5000": 0, MINDSET: 1}
    for said, stands in there.items():
        assert paper.count(said) == stands, said


def test_what_the_content_changed_meanwhile_is_asked_and_answered_as_accept_does(project, capsys):
    folder = project / "content" / YEAR
    builds.keep(printed(project, YEAR), folder, project / TEMPLATE, project, draft=False)
    run(project, *paths(project), "--as", "xlsx", "-o", project / "y.xlsx")
    decide(project / "y.xlsx", **TAKEN)
    reword("purposes.yaml", "điểm tối đa", "điểm rất cao")(folder)
    before = content(project)
    capsys.readouterr()
    assert run(project, *paths(project), "--decided", project / "y.xlsx") == 1
    said = capsys.readouterr().out
    assert "câu 1: hai bên cùng sửa" in said
    assert "[rất cao;]" in said
    assert "a) theo tệp Word" in said
    assert run(project, *paths(project), "--decided", project / "y.xlsx", "--take", "1=x") == 2
    assert content(project) == before
    capsys.readouterr()
    code = run(
        project, *paths(project), "--decided", project / "y.xlsx", "--take", "1=a", "--write"
    )
    assert code == 0, capsys.readouterr().out
    paper = "\n".join(each.text for each in read(printed(project, YEAR)).paragraphs)
    assert "cao nhất; đề ra" in paper
    assert "rất cao" not in paper


def test_two_that_contradict_are_not_taken_together(project, capsys):
    run(project, *paths(project), "--as", "xlsx", "-o", project / "y.xlsx")
    decide(
        project / "y.xlsx", **{"cao nhất": "Tiếp thu", "1,4000": "Tiếp thu", "1,5000": "Tiếp thu"}
    )
    before = content(project)
    capsys.readouterr()
    assert run(project, "--decided", project / "y.xlsx", "--write") == 1
    said = capsys.readouterr().out
    assert AN in said
    assert BINH in said
    assert "mâu thuẫn nhau" in said
    assert content(project) == before


def test_a_remark_that_was_taken_is_told_as_work_by_hand(project, capsys):
    run(project, *paths(project), "--as", "xlsx", "-o", project / "y.xlsx")
    decide(project / "y.xlsx", góp_ý="Tiếp thu")
    capsys.readouterr()
    assert run(project, "--decided", project / "y.xlsx", "--write") == 1
    assert "tự sửa tay (1)" in capsys.readouterr().out


def test_a_verdict_that_is_none_is_told_with_its_row(project, capsys):
    run(project, *paths(project), "--as", "xlsx", "-o", project / "y.xlsx")
    decide(project / "y.xlsx", **{"cao nhất": "ok"})
    capsys.readouterr()
    assert run(project, "--decided", project / "y.xlsx") == 1
    assert "dòng 3: “ok” không phải quyết định" in capsys.readouterr().err


def test_copies_that_are_not_kept_any_more_are_asked_for(project, capsys):
    run(project, *paths(project), "--as", "xlsx", "-o", project / "y.xlsx")
    shutil.rmtree(project / "output")
    assert run(project, "--decided", project / "y.xlsx") == 2
    assert "gop-y-so-tai-chinh.docx" in capsys.readouterr().err
    assert run(project, *paths(project), "--decided", project / "y.xlsx") == 0


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"ma,ten"])
def test_what_is_no_workbook_is_said_in_a_sentence(data):
    with pytest.raises(NotDecided, match="Excel"):
        decisions(data)


# --------------------------------------------------------------------------------------- forms


def test_no_text_of_a_copy_is_a_formula_or_a_tag(project):
    gathered = listed(project).gathered
    data = xlsx(gathered, YEAR, NONE)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(each) for each in package.namelist() if "worksheets/sheet" in each]
    assert [etree.fromstring(each).findall(".//{*}f") for each in sheets] == [[], [], []]
    cells = [cell for row in load_workbook(io.BytesIO(data))[LIST] for cell in row]
    (hostile,) = [cell for cell in cells if HOSTILE in str(cell.value)]
    assert (hostile.data_type, hostile.quotePrefix) == ("s", True)
    page = html(gathered, NONE)
    assert HOSTILE not in page
    assert str(escape(HOSTILE)) in page


def test_the_filters_of_the_page_are_called_as_its_opinions_carry_them(project):
    page = fromstring(html(listed(project).gathered, NONE))
    for name in ("noi-dung", "loai"):
        offered = set(page.xpath(f"//input[@name='{name}']/@value"))
        assert offered == set(page.xpath(f"//article/@data-{name}"))
        assert len(offered) > 1


def test_a_workbook_that_libreoffice_saved_reads_the_same(project, tmp_path):
    run(project, *paths(project), "--as", "xlsx", "-o", project / "y.xlsx")
    decide(project / "y.xlsx", **TAKEN)
    office = program("soffice", "libreoffice", package="libreoffice-calc")
    out = tmp_path / "out"
    command = [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
               "--convert-to", "xlsx", "--outdir", str(out), str(project / "y.xlsx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=CONVERSION_SECONDS)
    ours, theirs = (decisions(each.read_bytes()) for each in (project / "y.xlsx", out / "y.xlsx"))
    assert ours.decisions == theirs.decisions
    assert (ours.year, ours.copies) == (theirs.year, theirs.copies)
    saved = load_workbook(out / "y.xlsx")
    assert saved[HIDDEN].sheet_state == "hidden"
    titles = [cell.value for cell in saved[LIST][1]]
    hidden = saved[LIST].column_dimensions[chr(ord("A") + titles.index(KEY))]
    assert hidden.hidden


def test_rows_sorted_and_columns_moved_are_read_the_same(project):
    run(project, *paths(project), "--as", "xlsx", "-o", project / "y.xlsx")
    decide(project / "y.xlsx", **TAKEN)
    before = decisions((project / "y.xlsx").read_bytes())
    workbook = load_workbook(project / "y.xlsx")
    sheet = workbook[LIST]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    sheet.delete_rows(1, len(rows))
    for row in [rows[0], *rows[:0:-1]]:
        sheet.append([None, *row[::-1]])
    sheet["XFD1048576"] = "lạc"
    workbook.save(project / "y.xlsx")
    assert decisions((project / "y.xlsx").read_bytes()).decisions == before.decisions


def test_the_script_makes_the_committed_template(tmp_path):
    script = REPOSITORY / "templates" / "make_opinions.py"
    made = tmp_path / "made.docx"
    subprocess.run([sys.executable, script, made], check=True, cwd=tmp_path)
    both = made, REPOSITORY / "templates" / "tong_hop_y_kien.docx"
    one, other = (read(each).parts for each in both)
    assert one == other


def test_the_answer_in_word_says_each_opinion_with_its_office_and_what_was_decided(project):
    found = listed(project)
    opinion = found.gathered.opinions[1]
    decided = Decided("", {}, {opinion.key: Decision("Không tiếp thu", "Bịa: đã có ở mục 2.")})
    data, findings = docx(found.gathered, found.base.paper, decided, project)
    assert findings == []
    document = read(data)
    (table,) = [each for each in document.tables if any(row.header for row in each.rows)]
    assert [cell.text for cell in table.rows[0].cells] == [
        "STT", "Nội dung dự thảo", "Ý kiến góp ý", "Tiếp thu, giải trình",
    ]  # fmt: skip
    assert len(table.rows) == 1 + len(found.gathered.opinions)
    row = [cell.text for cell in table.rows[2].cells]
    assert opinion.place in row[1]
    assert row[2] == "Sở Tài chính; Sở Tư pháp\nĐề nghị sửa “tối đa” thành “cao nhất”."
    assert row[3] == "Không tiếp thu.\nBịa: đã có ở mục 2."
    kept = [len([*each.xml.iter(f"{W}keepNext")]) for each in table.rows[1:]]
    assert kept == [
        *[0] * (len(kept) - 1),
        sum(len(each.paragraphs) for each in table.rows[-1].cells),
    ]  # with the signature
    section = document.sections[-1]
    assert section.has("titlePg")
    assert any("PAGE" in each.fields for each in section.headers["default"])
    assert (section.value("pgMar", "left"), section.value("pgMar", "right")) == (1701, 1134)


def test_the_terminal_puts_what_contradicts_side_by_side(project):
    said = as_text(listed(project).gathered)
    assert "Mâu thuẫn 1" in said
    assert "[-1,4741-]{+1,4000+}" in said
    assert "[-1,4741-]{+1,5000+}" in said
