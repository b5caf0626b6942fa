"""Plans as other offices type them, read and taken over: words, order and marks first."""

import io
import re
import shutil
import subprocess
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from docx import Document

from docgen import pipeline
from docgen.docx.plain_text import plain_text
from docgen.docx.read import read
from docgen.edit.write import finish
from docgen.from_word.plan import reading_of
from docgen.importing import take_over
from docgen.importing.take_over import taken, write
from docgen.load.folder import load_shared
from docgen.plan.dates import Period
from tests.from_word import offices
from tests.plan_files import copy_project
from tests.tools import CONVERSION_SECONDS, program

pytestmark = pytest.mark.slow
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
EQUATION = (
    f'<m:oMath xmlns:m="{M}"><m:f><m:num><m:r><m:t>A</m:t></m:r></m:num>'
    "<m:den><m:r><m:t>B + 1</m:t></m:r></m:den></m:f></m:oMath>"
)
OLD = b"\xd0\xcf\x11\xe0"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("project"))


def everything(result):
    """What was counted, and what is missing of it."""
    counted = result.arrived
    return counted.sentences.missing, counted.cells.missing


@pytest.mark.parametrize("office", offices.OFFICES, ids=lambda each: each.__name__)
def test_every_sentence_and_cell_arrives_and_the_content_builds(project, office):
    result = taken(office(), "cu.docx", Period(2023), project)
    assert result.blocked == ()
    assert everything(result) == ((), ())
    assert result.arrived.sentences.whole > 20


@pytest.mark.parametrize("office", offices.OFFICES, ids=lambda each: each.__name__)
def test_the_same_documents_saved_by_libreoffice_arrive_too(project, tmp_path, office):
    soffice = program("soffice", "libreoffice", package="libreoffice-writer")
    path = tmp_path / "typed" / "cu.docx"
    path.parent.mkdir()
    path.write_bytes(office())
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, capture_output=True, timeout=CONVERSION_SECONDS, check=True)
    result = taken((tmp_path / "cu.docx").read_bytes(), "cu.docx", Period(2023), project)
    assert result.blocked == ()
    assert everything(result) == ((), ())


def read_plan(office, project):
    shared = load_shared(project / "content", project)
    return reading_of(read(office()), "cu.docx", shared.agencies)


def test_the_parts_of_a_letterhead_are_told_apart(project):
    plan = read_plan(offices.letters_numbered_by_word, project).plan
    assert [each.value for each in plan.issuer.superior] == ["UBND TỈNH SÔNG XANH"]
    assert [each.value for each in plan.issuer.name] == ["SỞ NỘI VỤ"]
    assert plan.issuer.short.value == "Sở Nội vụ"
    assert (plan.number.value, plan.symbol.value, plan.place.value) == ("7", "KH-SNV", "Sông Xanh")
    assert (plan.date.day, plan.date.month, plan.date.year) == (9, 2, 2024)
    assert [each.value for each in plan.addressees] == ["Các phòng thuộc Sở", "UBND các xã, phường"]
    assert [each.value for each in plan.signature.lines] == ["GIÁM ĐỐC", "(Đã ký)"]
    assert plan.signature.name.value == "Phạm Văn Thí Dụ"
    assert [each.value for each in plan.recipients] == ["Như trên", "Giám đốc Sở", "Lưu: VT, TTr"]


def test_a_letterhead_by_tabs_is_read_by_its_columns(project):
    plan = read_plan(offices.letters_by_tabs, project).plan
    assert [each.value for each in plan.issuer.name] == ["ỦY BAN NHÂN DÂN", "HUYỆN ĐỒI CHÈ"]
    assert plan.subject.value == "Chuyển đổi số năm 2023"
    assert [each.value for each in plan.signature.lines] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert plan.signature.name.value == "Trần Thị Thử"


def test_what_yaml_or_word_would_take_for_something_else_arrives_as_it_stands(project):
    office = offices.Office()
    office.columns(
        "**UBND HUYỆN ĐỒI CHÈ**\nSố:02 /KH- UBND",
        "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n//Đồi Chè, ngày 5/6/2024//",
    )
    office.line("**KẾ HOẠCH**", offices.CENTER)
    office.line("**Thử chữ lạ**", offices.CENTER)
    office.lines("I. CHỮ\n1. Điền {ten} vào mẫu // như trên.\n2. Lưu ở C:\\new.\nII. BẢNG")
    office.table([["TT", "Mã", "१"], ["1", "null", "yes"], ["2", "~", "{{ }}"]])
    office.raw('<w:r><w:t xml:space="preserve">Tỷ lệ = </w:t></w:r>' + EQUATION)
    result = taken(office.data(), "cu.docx", Period(2024), project)
    plan = result.files["plan.yaml"]
    assert result.blocked == ()
    assert everything(result) == ((), ())
    assert "symbol: KH-UBND\nnumber: 02\ndate: 05/6/2024\nplace: Đồi Chè" in plan
    assert "Tỷ lệ = A/(B + 1)" in "".join(result.files.values())


def test_a_date_known_in_part_is_kept_as_far_as_it_is_known(project):
    plan = read_plan(offices.letters_in_a_table, project).plan
    assert plan.date.written == "tháng 12 năm 2025"
    assert plan.number is None


def test_known_agencies_get_their_tasks_and_new_ones_are_proposed(project):
    result = taken(offices.letters_in_a_table(), "cu.docx", Period(2023), project)
    assert dict(result.proposed) == {
        "so-cong-thuong": "Sở Công Thương",
        "so-van-hoa-the-thao-va-du-lich": "Sở Văn hóa, Thể thao và Du lịch",
    }
    assert "agency: so-tai-chinh\n    task: bố trí kinh phí" in result.files["assignments.yaml"]


def test_sums_and_totals_that_the_figures_prove_become_formulas(project):
    text = taken(offices.letters_in_a_table(), "cu.docx", Period(2023), project).files
    table = text["appendix-2.yaml"]
    assert "compute: ngan_sach + xa_hoi_hoa" in table
    assert "total: sum('cong')" in table
    assert "2.300" not in table
    assert "kind: order" in table


def test_a_sum_that_is_wrong_stays_as_typed(project):
    office = offices.Office()
    office.line("**KẾ HOẠCH**", offices.CENTER)
    office.line("**Thử phép cộng**", offices.CENTER)
    office.line("I. KINH PHÍ")
    rows = [["TT", "Việc", "Tỉnh", "Xã", "Cộng"], ["1", "Một", "10", "20", "30"]]
    rows += [["2", "Hai", "11", "22", "34"], ["", "Tổng cộng", "21", "42", "64"]]
    office.table(rows)
    result = taken(office.data(), "cu.docx", Period(2023), project)
    assert everything(result) == ((), ())
    assert "cong: 34" in result.files["budget.yaml"]
    assert "compute" not in result.files["budget.yaml"]
    assert "total: sum('cong')" in result.files["budget.yaml"]


def test_what_has_no_place_is_listed(project):
    left = {each.kind: each.words for each in read_plan(offices.headings_of_its_own, project).left}
    assert left == {"chữ ở đầu trang": "Bản sao lục"}
    tracked = [each.words for each in read_plan(offices.letters_by_tabs, project).left]
    assert tracked == ["2 chỗ, đã tính như được chấp nhận"]


def test_what_a_plan_must_say_and_the_document_does_not_is_to_be_filled_in(project):
    result = taken(offices.without_a_head(), "cu.docx", Period(2023), project)
    assert [each.partition(" (")[0] for each in result.to_fill] == [
        "cơ quan ban hành", "ký hiệu", "địa danh", "người ký",
    ]  # fmt: skip
    assert "## Cần điền" in result.files["SOURCE.md"]


def test_the_year_becomes_a_value_only_where_asked(project):
    data = offices.letters_by_tabs()
    plain = taken(data, "cu.docx", Period(2023), project).files["plan.yaml"]
    named = taken(data, "cu.docx", Period(2023), project, year_field=True)
    assert "subject: Chuyển đổi số năm 2023" in plain
    assert "Chuyển đổi số năm {{ year }}" in named.files["plan.yaml"]
    assert everything(named) == ((), ())


def test_an_old_doc_comes_through_libreoffice(project, tmp_path):
    from docgen.importing.old_word import as_docx, kind_of

    soffice = program("soffice", "libreoffice", package="libreoffice-writer")
    path = tmp_path / "cu.docx"
    path.write_bytes(offices.letters_numbered_by_word())
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "doc", "--outdir", str(tmp_path / "old"), str(path)]
    subprocess.run(command, capture_output=True, timeout=CONVERSION_SECONDS, check=True)
    old = (tmp_path / "old" / "cu.doc").read_bytes()
    assert kind_of(old) == "Word đời cũ (.doc)"
    data = as_docx(old, kind_of(old), "cu.doc")
    assert "Kiểm tra công vụ năm 2024" in plain_text(read(data))
    result = taken(data, "cu.doc", Period(2023), project)
    assert result.blocked == ()
    assert everything(result) == ((), ())


def test_without_libreoffice_an_old_doc_is_refused_in_a_sentence(monkeypatch):
    from docgen.importing.old_word import NoLibreOffice, as_docx

    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(NoLibreOffice, match=r"lưu lại dạng \.docx"):
        as_docx(OLD, "Word đời cũ (.doc)", "cu.doc")


def saved(document):
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()


def packed(*names):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        for name in names:
            package.writestr(name, "application/vnd.oasis.opendocument.spreadsheet")
    return whole.getvalue()


@pytest.mark.parametrize(("data", "said"), [
    (packed("xl/workbook.xml"), r"bảng tính Excel \(\.xlsx\)"),
    (packed("ppt/presentation.xml"), r"trình chiếu \(\.pptx\)"),
    (packed("mimetype"), "bảng tính hoặc bản vẽ"),
    (OLD + "Workbook".encode("utf-16-le"), r"bảng tính Excel \(\.xls\)"),
    (b"%PDF-1.7", "lưu lại dạng .docx"),
])  # fmt: skip
def test_a_file_that_is_no_text_is_refused_by_what_it_is(data, said):
    from docgen.importing.old_word import NoLibreOffice, kind_of

    with pytest.raises(NoLibreOffice, match=said):
        kind_of(data)


def test_a_damaged_package_is_left_to_whoever_reads_it():
    from docgen.importing.old_word import DOCX, kind_of

    method_99 = bytearray(packed("mimetype"))
    method_99[method_99.index(b"PK\1\2") + 10] = 99
    for data in (bytes(method_99), packed("mimetype")[:-40], b"PK\3\4"):
        assert kind_of(data) == DOCX


def test_words_without_a_place_are_listed_behind_what_they_follow(project):
    word = Document(io.BytesIO(offices.letters_in_a_table()))
    word.tables[0].rows[-1].cells[0].add_paragraph("DỰ THẢO LẦN 3")
    hidden = word.paragraphs[-1].add_run("Chỉ in bản này nội bộ.")
    hidden.font.hidden = True
    result = taken(saved(word), "cu.docx", Period(2023), project)
    note = result.files["SOURCE.md"]
    assert result.blocked == ()
    assert re.search(r"câu: DỰ THẢO LẦN 3 \(đứng sau “.*/KH-UBND”, plan.yaml:\d+\)", note)
    hidden = re.search(r"không in: Chỉ in bản này nội bộ. \(.*, appendix-2.yaml:(\d+)\)", note)
    line = result.files["appendix-2.yaml"].split("\n")[int(hidden[1]) - 1]
    assert "Đơn vị tính: triệu đồng" in line
    assert not any("nội bộ" in text for name, text in result.files.items() if name != "SOURCE.md")


def test_a_sentence_that_names_the_state_is_no_letterhead(project):
    word = Document(io.BytesIO(offices.without_a_head()))
    said = "1. Quốc hiệu: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ở đầu trang, canh giữa, đậm, đứng."
    word.paragraphs[0].insert_paragraph_before(said)
    result = taken(saved(word), "cu.docx", Period(2023), project)
    assert result.blocked == ()
    assert said in " ".join(result.files["plan.yaml"].split())


def test_without_a_title_a_table_above_ends_the_search_for_a_letterhead(project):
    word = Document()
    table = word.add_table(7, 3)
    for number, row in enumerate(table.rows):
        for cell, said in zip(row.cells, ("STT", "Loại", "Viết tắt"), strict=True):
            cell.text = said if number == 0 else f"{said} {number}"
    word.add_paragraph("Mẫu văn bản")
    word.add_paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    word.add_paragraph("Văn bản trình bày theo mẫu này; cơ quan không thay đổi mẫu.")
    result = taken(saved(word), "cu.docx", Period(2023), project)
    assert (result.blocked, result.arrived.cells.missing) == ((), ())


def test_killed_between_agencies_and_year_leaves_no_year_and_goes_on_the_second_time(
    project, monkeypatch
):
    result = taken(offices.letters_in_a_table(), "cu.docx", Period(2023), project)

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(take_over, "write_folder", killed)
        with pytest.raises(KeyboardInterrupt):
            write(result, Period(2023), project)
    assert not (project / "content" / "2023").exists()
    agencies = (project / "content" / "agencies.yaml").read_bytes()
    again = taken(offices.letters_in_a_table(), "cu.docx", Period(2023), project)
    assert again.proposed == {}
    assert write(again, Period(2023), project) == []
    assert (project / "content" / "agencies.yaml").read_bytes() == agencies
    assert pipeline.build(project / "content" / "2023", project).written


@pytest.mark.parametrize("moment", range(3))
def test_killed_while_a_year_is_replaced_the_year_is_old_or_new(project, monkeypatch, moment):
    folder = project / "content" / "2021"
    old = taken(offices.letters_by_tabs(), "cu.docx", Period(2021), project)
    new = taken(offices.without_a_head(), "cu.docx", Period(2021), project)
    assert write(old, Period(2021), project, replace_year=True) == []
    rename, calls = Path.rename, []

    def killed(path, target):
        calls.append(path)
        if len(calls) > moment:
            raise Killed
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", killed)
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)  # nothing is tidied up any more
        with suppress(Killed):
            write(new, Period(2021), project, replace_year=True)
    finish(project)
    assert {each.name: each.read_text("utf-8") for each in folder.iterdir()} == (
        new.files if moment == 2 else old.files
    )
    assert not list((project / "content").glob("~$old-*"))


class Killed(BaseException):
    """The process is gone."""
