"""What a new year still needs: every place, by kind, by agency, with what stood there before."""

import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from docgen import cli, pipeline
from docgen.edit import to_do
from docgen.edit.next_year import start_year
from docgen.edit.work_list import as_text, of_agency, work_list
from docgen.load.folder import load
from docgen.plan.dates import Period
from tests.plan_files import MADE_UP, ROOTS, SECOND_OFFICE, copy_project
from tests.tools import REPOSITORY, sampled


def started(project: Path, new: int, old: int):
    """The new plan, the old one, the list."""
    found = start_year(project, new, old)
    assert not found.findings
    plans = [load(project / "content" / str(year), project)[0] for year in (new, old)]
    return plans[0], plans[1], work_list(plans[0], found.to_do, plans[1])


@pytest.fixture
def project(tmp_path):
    return copy_project(tmp_path / "project")


def jobs(kinds, code):
    return [job for kind in kinds for job in kind.jobs if job.finding.code == code]


# ------------------------------------------------------------------ every form of the body


@pytest.mark.parametrize(
    "old", sampled([*(year for year in ROOTS if ROOTS[year] == MADE_UP), "2024"], every=3)
)
def test_every_made_up_plan_goes_into_its_next_year_as_a_draft(tmp_path, old):
    project = copy_project(tmp_path / "project", ROOTS[old])
    new = str(int(old) + 10)
    found = start_year(project, int(new), int(old))
    assert not found.findings
    for finding in found.to_do:
        text = (project / finding.where.file).read_text("utf-8").splitlines()
        assert finding.line_text == text[finding.where.line - 1]
        assert 0 < finding.where.column <= len(finding.line_text)
    built = pipeline.build(project / "content" / new, project, draft=True)
    assert built.written, [str(finding) for finding in built.findings]


def test_a_plan_of_several_years_goes_into_its_next_span_as_a_draft(tmp_path):
    project = copy_project(tmp_path / "project", SECOND_OFFICE)
    found = start_year(project, Period.parse("2040-2044"), Period.parse("2035-2039"))
    assert not found.findings
    built = pipeline.build(project / "content/2040-2044", project, draft=True)
    assert built.written, [str(finding) for finding in built.findings]
    assert any(finding.code == "KH064" for finding in found.to_do)


# --------------------------------------------------------------------- figures of last year


def test_figures_that_stand_on_under_a_moved_year_are_to_be_seen_to(tmp_path):
    project = copy_project(tmp_path / "project", MADE_UP)
    _, _, kinds = started(project, 2041, 2031)
    said = [(job.finding.where.file.split("/")[-1], job.finding.message) for job in
            jobs(kinds, "KH064")]  # fmt: skip
    assert said == [
        ("duties.yaml", "câu có số liệu giữ nguyên từ năm 2031: 03"),
        ("plan.yaml", "câu có số liệu giữ nguyên từ năm 2031: 1.250; 79,46%"),
        ("targets.yaml", "cột số nông dân: 3 số giữ từ năm 2031"),
        ("targets.yaml", "cột ngân sách tỉnh: 3 số giữ từ năm 2031"),
        ("targets.yaml", "cột nông dân đóng góp: 3 số giữ từ năm 2031"),
    ]


def test_a_figure_that_was_changed_is_done(tmp_path):
    project = copy_project(tmp_path / "project", MADE_UP)
    started(project, 2041, 2031)
    for name, old, new in (("plan", "1.250 nông dân", "1.300 nông dân"),
                           ("targets", "people: 600", "people: 700")):  # fmt: skip
        path = project / f"content/2041/{name}.yaml"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    plans = [load(project / f"content/{year}", project)[0] for year in (2041, 2031)]
    said = [finding.message for finding in to_do.of(plans[0], 2031, plans[1])]
    assert "cột số nông dân: 2 số giữ từ năm 2031" in said
    assert not any("1.250" in each or "1.300" in each for each in said)


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Tập huấn cho 1.250 nông dân.", "1.250"),
        ("Ít nhất 79,46% người học đạt.", "79,46%"),
        ("Kiểm tra 15 cơ quan.", "15"),
        ("Hoàn thành 100% kế hoạch trong quý 3, tháng 6, ngày 05/6/2030.", None),
        ("Theo Nghị định số 30/2020/NĐ-CP, khoản 2 Điều 5, Phụ lục 1.", None),
        ("Báo cáo 06 tháng đầu năm 2030.", None),
        ("Trả kết quả trong 05 ngày làm việc, tin khẩn trong 24 giờ.", None),
        ("Giao ban ít nhất 02 lần/quý, mỗi lần không quá 1,5 giờ.", None),
        ("Gửi trước 15 ngày cho 12 đơn vị.", "12"),
        ("Triển khai hiệu quả Đề án 06 của Chính phủ.", None),
    ],
)
def test_a_figure_is_an_amount_and_no_date_or_number_of_an_act(sentence, figure):
    found = next(to_do._figures(sentence), None)
    assert (found and found[0]) == figure


# ------------------------------------------------------------- what stood there, what stays


def test_each_emptied_place_has_the_value_of_last_year_beside_it(project):
    _, _, kinds = started(project, 2025, 2024)
    scores = jobs(kinds, "KH690")
    assert len(scores) == 45
    assert all(job.last and job.owner for job in scores)
    first = scores[0]
    assert (first.owner, first.last) == ("1.1 Thực hiện kế hoạch CCHC", "1,4741")
    assert first.agencies
    lines = (project / "content/2025/appendix.yaml").read_text("utf-8").splitlines()
    assert lines[58].endswith("# cần điền: điểm thẩm định năm 2024 (năm 2023: 1,4741)")
    reasons = [job for job in jobs(kinds, "KH691") if "lý do" in job.finding.message and job.last]
    assert any(len(job.last) > 150 for job in reasons)


def test_a_reason_of_many_rows_is_offered_and_one_of_a_single_case_is_not(project):
    _, _, kinds = started(project, 2025, 2024)
    kept = [job for job in jobs(kinds, "KH062") if "Điều tra xã hội học" in job.finding.message]
    assert len(kept) == 22
    appendix = (project / "content/2025/appendix.yaml").read_text("utf-8")
    assert appendix.count("reason: Điều tra xã hội học\n") == 22


def test_a_reason_that_the_row_gave_the_year_before_too_is_offered(project):
    shutil.copytree(project / "content/2024", project / "content/2023")
    head = project / "content/2023/plan.yaml"
    head.write_text(head.read_text("utf-8").replace("year: 2024", "year: 2023"), "utf-8")
    for path in (project / "content/2023/appendix.yaml",):
        text = path.read_text("utf-8").replace("reason: Tỉnh đã", "reason: Tỉnh mới", 1)
        path.write_text(re.sub(r'reason: "Tỉnh đã', 'reason: "Tỉnh mới', text), "utf-8")
    _, _, kinds = started(project, 2025, 2024)
    kept = {job.owner.split()[0] for job in jobs(kinds, "KH062") if "lý do" in job.finding.message}
    assert "1.1" in kept
    assert "1.5" not in kept


# ------------------------------------------------------------------------- kinds, agencies


def test_jobs_stand_by_kind_with_their_counts_and_alike_ones_together(project):
    _, _, kinds = started(project, 2025, 2024)
    text = as_text(kinds, 3)
    assert text.startswith("Cần làm (148 chỗ):\n   45  số cần để tính còn trống\n")
    assert "  45 chỗ: điểm thẩm định còn trống. Ghi số ở cột “Điểm thẩm định” (score:).\n" in text
    assert "    … và 42 chỗ nữa\n" in text
    assert text.count("UBND các huyện, thị xã, thành phố chỉ hoạt động") == 1
    whole = as_text(kinds)
    assert len(re.findall(r"content/2025/\w+\.yaml:\d+:\d+", whole)) == 148
    assert "chỗ nữa" not in whole


def test_an_agency_gets_what_names_it_and_what_names_a_group_that_it_is_in(project):
    plan, _, kinds = started(project, 2025, 2024)
    own = of_agency(kinds, "so-y-te", plan)
    owners = {job.owner for kind in own for job in kind.jobs}
    assert "1.1 Thực hiện kế hoạch CCHC" in owners  # Các sở, ban, ngành
    other = "Sở Giáo dục và Đào tạo"
    assert not any(owner == other for owner in owners)
    schools = of_agency(kinds, "so-giao-duc-va-dao-tao", plan)
    assert other in {job.owner for kind in schools for job in kind.jobs}


def test_every_job_of_a_row_or_an_assignment_goes_to_somebody(project):
    plan, _, kinds = started(project, 2025, 2024)
    everyone = {job for key in plan.agencies for kind in of_agency(kinds, key, plan)
                for job in kind.jobs}  # fmt: skip
    named = {job for kind in kinds for job in kind.jobs if job.agencies}
    assert named == everyone
    assert len(named) > 100


# ---------------------------------------------------------------------------- asked again


def run(project, capsys, *arguments):
    code = cli.main(["-C", str(project), *arguments])
    return code, capsys.readouterr()


@pytest.mark.slow
def test_the_list_can_be_asked_for_again_and_grows_shorter(project, capsys):
    code, said = run(project, capsys, "new", "2025", "--from", "2024")
    assert code == 0
    assert "Đã ghi output/can-lam_2025.xlsx" in said.out
    assert (project / "output/can-lam_2025.xlsx").is_file()
    _, before = run(project, capsys, "todo", "2025")
    assert re.search(r"^ +45  số cần để tính còn trống$", before.out, re.MULTILINE)
    path = project / "content/2025/appendix.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"score:  # cần điền.*", "score: 1,4800", text, count=1), "utf-8")
    _, after = run(project, capsys, "todo", "2025")
    assert re.search(r"^ +44  số cần để tính còn trống$", after.out, re.MULTILINE)


@pytest.mark.slow
def test_what_was_seen_and_is_right_is_ticked_off_and_check_lets_the_tick_be(project, capsys):
    run(project, capsys, "new", "2025", "--from", "2024")
    path = project / "content/2025/plan.yaml"
    text = path.read_text("utf-8")
    signer = "  name: Lê Đức Tiên"
    assert signer in text
    path.write_text(
        text.replace(signer, f"{signer}  # docgen: bỏ qua KH062 – đã hỏi Văn phòng"), "utf-8"
    )
    _, said = run(project, capsys, "todo", "2025")
    assert "người ký giữ từ năm 2024" not in said.out
    _, said = run(project, capsys, "check", "2025")
    assert "KH09" not in said.out


@pytest.mark.slow
def test_a_list_of_one_agency_goes_into_a_file(project, capsys, tmp_path):
    run(project, capsys, "new", "2025", "--from", "2024")
    target = tmp_path / "so-y-te.txt"
    code, _ = run(project, capsys, "todo", "2025", "--agency", "Sở Y tế", "-o", str(target))
    assert code == 0
    assert target.read_text("utf-8").startswith("Cần làm (")
    code, said = run(project, capsys, "todo", "2025", "--agency", "so-y-tee")
    assert code == 2
    assert "có phải ý là so-y-te?" in said.err


def test_the_first_year_lists_what_check_finds(capsys):
    _, said = run(REPOSITORY, capsys, "todo", "2024")
    assert said.out.startswith("Cần làm (")
    assert "giữ từ năm" not in said.out


# -------------------------------------------------------------------- judgements of the old


def test_praise_over_ranks_that_fell_is_found_once_they_are_filled_in(project):
    start_year(project, 2025, 2024)
    path = project / "content/2025/plan.yaml"
    text = re.sub(r"rank:  # cần điền.*", "rank: 60", path.read_text("utf-8"))
    path.write_text(re.sub(r"score:  # cần điền.*", "score: 70,5", text), "utf-8")
    found = pipeline.check(project / "content/2025", project).findings
    (judged,) = [finding for finding in found if finding.code == "KH136"]
    assert "PAR Index từ hạng 41 sang hạng 60" in judged.message
    assert judged.line_text[judged.where.column - 1 :].startswith("có sự cải thiện")


def test_the_workbook_names_the_agencies_of_each_job(project, capsys):
    run(project, capsys, "new", "2025", "--from", "2024")
    sheet = load_workbook(project / "output/can-lam_2025.xlsx").active
    head = next(row for row in sheet.iter_rows(values_only=True) if "Cơ quan" in row)
    named = {row[head.index("Ở đâu trên văn bản")]: row[head.index("Cơ quan")]
             for row in sheet.iter_rows(values_only=True)}  # fmt: skip
    assert named["6.1.1 Thực hiện giải ngân kế hoạch đầu tư vốn ngân sách nhà nước hàng năm"]
    assert named["Sở Giáo dục và Đào tạo"].count("Sở Giáo dục và Đào tạo") == 1
