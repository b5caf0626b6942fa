"""`docgen new 2025 --from 2024` on a copy of the real content, from the copy to the draft."""

import json
import re
import shutil
from pathlib import Path

import pytest

from docgen import cli, pipeline
from docgen.docx.plain_text import plain_text
from docgen.docx.read import read
from docgen.edit import to_do
from docgen.edit.next_year import start_year
from docgen.finding import Severity
from docgen.load.folder import load
from docgen.load.yaml_text import compose
from docgen.plan.source import Source
from docgen.view.plan import build_view
from tests.plan_files import plain
from tests.tools import REPOSITORY

TO_FILL = {"KH690", "KH691"}
CELL = re.compile(r"^( +)(score|reason):.*\n(?:\1 +.*\n)*", re.MULTILINE)
TITLES = {"score": "điểm thẩm định", "reason": "lý do bị trừ điểm"}


@pytest.fixture
def project(tmp_path):
    """A folder with a copy of the content and of the template."""
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    (tmp_path / "templates").mkdir()
    shutil.copy(REPOSITORY / "templates/KH_template.docx", tmp_path / "templates")
    return tmp_path


def content(project: Path, year: int, name: str) -> str:
    return (project / "content" / str(year) / name).read_text("utf-8")


def rewrite(project: Path, year: int, name: str, *pairs: tuple[str, str]) -> None:
    """Replaces texts that stand once in a content file."""
    text = content(project, year, name)
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (project / "content" / str(year) / name).write_text(text, "utf-8")


def everything(project: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in project.rglob("*") if path.is_file()}


def places(findings) -> list[tuple[str, int]]:
    return [(finding.where.file, finding.where.line) for finding in findings]


def lines_of(findings, code: str) -> list[tuple[str, str, str]]:
    """File name, line and message of the findings of one code."""
    return [
        (finding.where.file.split("/")[-1], finding.line_text.strip(), finding.message)
        for finding in findings
        if finding.code == code
    ]


# --------------------------------------------------------------------- what is written


def emptied(cell: re.Match[str]) -> str:
    """A cell with what it said in the note, a long text cut; the survey, on 22 rows, stays."""
    said = plain(compose(Source("cell", cell[0]))[0])[cell[2]]
    last = " / ".join(said) if isinstance(said, list) else said
    if last == "Điều tra xã hội học":
        return cell[0]
    if len(last) > 60:
        last = f"{last[:60].rsplit(' ', 1)[0]}…"
    return f"{cell[1]}{cell[2]}:  # cần điền: {TITLES[cell[2]]} năm 2024 (năm 2023: {last})\n"


def test_the_new_files_differ_from_the_old_ones_only_where_a_year_is_meant(project):
    started = start_year(project, 2025, 2024)
    assert not started.findings
    names = ["appendix.yaml", "assignments.yaml", "plan.yaml", "purposes.yaml", "solutions.yaml"]
    assert started.files == [project / "content/2025" / name for name in names]
    assert sorted(path.name for path in (project / "content/2025").iterdir()) == names
    for name in ("assignments.yaml", "purposes.yaml", "solutions.yaml"):
        assert content(project, 2025, name) == content(project, 2024, name)
    assert content(project, 2025, "appendix.yaml") == CELL.sub(
        emptied, content(project, 2024, "appendix.yaml")
    )
    expected = content(project, 2024, "plan.yaml").replace("year: 2024\n", "year: 2025\n")
    expected = expected.replace("date: năm 2024\n", "date:  # cần điền khi ban hành\n")
    for name, score, rank, before, row in (
        ("PAR Index", "86,25", 41, 52, ""),
        ("SIPAS", "79,46", 53, 55, "    row: 8.1\n"),
        ("PAPI", "42,7705", 26, 37, ""),
    ):
        old = f"score: {score}\n    rank: {rank}\n    of: 63\n    previous_rank: {before}\n{row}"
        assert old in expected
        expected = expected.replace(
            old,
            f"score:  # cần điền: điểm {name} năm 2024\n"
            f"    rank:  # cần điền: xếp hạng {name} năm 2024\n"
            f"    of: 63\n    previous_rank: {rank}\n{row}    previous_score: {score}\n",
        )
    assert content(project, 2025, "plan.yaml") == expected


def test_number_date_and_typed_results_of_the_old_year_are_emptied(project):
    rewrite(project, 2024, "plan.yaml", ("\nnumber:\n", "\nnumber: 97\n"),
            ("\ndate: năm 2024\n", "\ndate: 05/6/2024  # theo công văn đến\n"))  # fmt: skip
    rewrite(
        project, 2024, "appendix.yaml",
        ("          score: 1,4741\n", "          score: 1,4741\n          loss: -0,0259\n"),
        ("      max: 9,5\n", "      max: 9,5\n      score: 8,4239\n"),
        ("    index: par_index\n", "    index: par_index\n    stated: {score: \"86,2482\"}\n"),
    )  # fmt: skip
    assert not start_year(project, 2025, 2024).findings
    plan = content(project, 2025, "plan.yaml")
    assert "\nnumber:  # cần điền khi ban hành\n" in plan
    assert "\ndate:  # cần điền khi ban hành  # theo công văn đến\n" in plan
    appendix = content(project, 2025, "appendix.yaml")
    assert "          loss:  # máy tự tính\n" in appendix
    assert "      max: 9,5\n      score:  # máy tự tính\n" in appendix
    assert (
        "    stated: {score: }  # cần điền khi có số công bố năm 2024 (năm 2023: 86,2482)\n"
        in appendix
    )


def test_indices_on_one_line_are_emptied_with_one_note(project):
    flow = '{name: PAR Index, score: "86,25", rank: 41, of: 63, previous_score: "84,5"}'
    text = content(project, 2024, "plan.yaml")
    text = re.sub(r"par_index:\n(?:    .*\n)+", f"par_index: {flow}  # theo công bố\n", text)
    (project / "content/2024/plan.yaml").write_text(text, "utf-8")
    assert not start_year(project, 2025, 2024).findings
    assert (
        'par_index: {name: PAR Index, score: , rank: , of: 63, previous_score: "86,25", '
        "previous_rank: 41}  # theo công bố"
        "  # cần điền: điểm PAR Index năm 2024; cần điền: xếp hạng PAR Index năm 2024\n"
    ) in content(project, 2025, "plan.yaml")


def test_a_reason_that_rows_share_is_emptied_once(project):
    text = content(project, 2024, "appendix.yaml")
    text = re.sub(r"( +)reason: Điều tra xã hội học\n(?=\n +- code: 5|\n    - code: 6)", "", text)
    block = "        - shared:\n            remedy: Sở Nội vụ"
    before, field, after = text.partition("    - code: 5\n")
    shared = block.replace("remedy", "reason: Chưa đạt ở cả lĩnh vực\n            remedy")
    text = before + field + after.replace(block, shared, 1)
    (project / "content/2024/appendix.yaml").write_text(text, "utf-8")
    assert text.count("reason: Điều tra") < content(REPOSITORY, 2024, "appendix.yaml").count(
        "reason: Điều tra"
    )
    started = start_year(project, 2025, 2024)
    note = r"            reason:  # cần điền: lý do bị trừ điểm năm 2024 .*\n            remedy: Sở"
    assert len(re.findall(note, content(project, 2025, "appendix.yaml"))) == 1
    notes, listed = noted_and_listed(project, started.to_do)
    assert notes <= listed


def test_what_an_earlier_start_noted_is_not_noted_twice(project):
    start_year(project, 2025, 2024)
    number = iter(range(1, 1000))
    for path in (project / "content/2025").glob("*.yaml"):
        text = re.sub(
            r"(score|rank|reason):(?=  # cần điền)",
            lambda key: f"{key[1]}: {next(number) if key[1] != 'score' else '0,5'}",
            path.read_text("utf-8"),
        )
        path.write_text(text, "utf-8")
    started = start_year(project, 2026, 2025)
    assert not started.findings
    new = {path.name: path.read_text("utf-8") for path in (project / "content/2026").iterdir()}
    for name, text in new.items():
        expected = content(project, 2025, name).replace("0,5  # cần điền", " # cần điền")
        assert "cần điền" not in "".join(re.findall("# cần điền.*(# .*)", text))
        assert text.count("# cần điền") == expected.count("# cần điền")
        assert "năm 2024" not in "".join(re.findall(r"# cần điền[^(\n]*", text))


def test_ranks_of_a_year_long_past_are_not_taken_for_those_of_the_year_before(project):
    assert not start_year(project, 2027, 2024).findings
    plan = content(project, 2027, "plan.yaml")
    assert "    previous_rank:  # cần điền: xếp hạng PAR Index năm 2025\n" in plan
    assert "previous_score" not in plan


# -------------------------------------------------------------------- what refuses it


def test_a_list_with_an_item_still_to_be_written_is_no_hindrance(project):
    for name in ("appendix.yaml", "assignments.yaml", "solutions.yaml"):
        path = project / "content" / "2024" / name
        begun = re.sub(
            r"^( *)(columns|rows|tasks|items):\n",
            r"\g<0>\1  -\n",
            path.read_text("utf-8"),
            flags=re.MULTILINE,
        )
        path.write_text(begun, "utf-8")
    assert "\n    -\n" in content(project, 2024, "appendix.yaml")
    started = start_year(project, 2025, 2024)
    assert started.files
    assert not started.findings


def test_a_year_that_exists_is_never_written_over(project):
    (project / "content/2025").mkdir()
    before = everything(project)
    started = start_year(project, 2025, 2024)
    assert [finding.code for finding in started.findings] == ["KH055"]
    assert started.files == started.to_do == []
    assert everything(project) == before


def test_a_year_that_does_not_exist_gives_nothing(project):
    before = everything(project)
    started = start_year(project, 2025, 2019)
    assert [(finding.code, str(finding.where)) for finding in started.findings] == [
        ("KH056", "content/2019")
    ]
    assert everything(project) == before


def test_errors_of_the_old_year_are_named_and_nothing_is_written(project):
    rewrite(project, 2024, "plan.yaml", ("rank: 41", "rank: bốn mốt"))
    before = everything(project)
    started = start_year(project, 2025, 2024)
    assert places(started.findings) == [("content/2024/plan.yaml", 28)]
    assert everything(project) == before


def test_a_write_that_fails_half_way_leaves_nothing_behind(project, monkeypatch):
    before = everything(project)
    folders = sorted((project / "content").iterdir())
    written = []

    def write(path, data):
        written.append(path)
        if len(written) == 3:
            raise OSError(28, "No space left on device")
        path.write_text(data.decode(), "utf-8")

    monkeypatch.setattr(Path, "write_bytes", write)
    started = start_year(project, 2025, 2024)
    assert [finding.code for finding in started.findings] == ["KH057"]
    assert everything(project) == before
    assert sorted((project / "content").iterdir()) == folders


def test_a_file_beside_the_plan_is_copied_as_it_is(project):
    notes = "không: phải: YAML\n\tđúng".encode("utf-16")
    (project / "content/2024/nháp.yaml").write_bytes(notes)
    assert not start_year(project, 2025, 2024).findings
    assert (project / "content/2025/nháp.yaml").read_bytes() == notes


# ------------------------------------------------------------------------- the to-do list


def noted_and_listed(project, findings):
    """The places with a note to fill in, and those of the findings that ask for it."""
    folder = project / "content/2025"
    notes = {
        (f"content/2025/{path.name}", number)
        for path in folder.glob("*.yaml")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "# cần điền:" in line
    }
    return notes, set(places(finding for finding in findings if finding.code in TO_FILL))


def test_check_lists_the_places_that_were_emptied_and_those_that_were_blank_before(project):
    started = start_year(project, 2025, 2024)
    checked = pipeline.check(project / "content/2025", project)
    asked = [finding for finding in checked.findings if finding.code in TO_FILL]
    assert asked == [finding for finding in started.to_do if finding.code in TO_FILL]
    notes, listed = noted_and_listed(project, checked.findings)
    assert len(notes) == 45 * 2 - 22 - 5 + 3 * 2
    assert notes <= listed
    old, _ = load(project / "content/2024", project)
    blank_before = [finding for finding in to_do.of(old, 2024) if finding.code in TO_FILL]
    assert blank_before
    new = [finding for finding in asked if (finding.where.file, finding.where.line) not in notes]
    assert lines_of(new, "KH690") == lines_of(blank_before, "KH690") == []
    assert lines_of(new, "KH691") == lines_of(blank_before, "KH691")


def test_old_years_typed_in_a_sentence_are_listed_and_those_in_dates_are_not(project):
    started = start_year(project, 2025, 2024)
    assert [(file, line[:24], message[:8]) for file, line, message in
            lines_of(started.to_do, "KH060")] == [
        ("purposes.yaml", "Quảng Trị năm 2024.", "năm 2024"),
        ("solutions.yaml", "năm 2023 của tỉnh Quảng ", "năm 2023"),
        ("solutions.yaml", "triển kinh tế - xã hội n", "năm 2024"),
    ]  # fmt: skip
    hints = [finding.hint for finding in started.to_do if finding.code == "KH060"]
    assert ["{{ year }}" in hint for hint in hints] == [True, False, True]
    assert "{{ year - 1 }}" in hints[1]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Kết quả năm 2023, năm 2024; kế hoạch 2022.", ["2023", "2024", "2022"]),
        ("Giai đoạn 2022-2025, ngày 05/6/2024, số 22/2023/TT-BTTTT, hết 2023", ["2023"]),
        ("Đến năm 2025 hoặc 2021; 12024 cây, 1.2024 cây, 2024,5 cây", []),
        ("Năm {{ year }} và năm {{ year - 1 }}", []),
    ],
)
def test_a_year_is_one_that_stands_by_itself(project, sentence, years):
    rewrite(project, 2024, "purposes.yaml", ("title: Mục đích\n", f"title: {sentence}\n"))
    plan, _ = load(project / "content/2024", project)
    found = [
        finding.line_text[finding.where.column - 1 :][:4]
        for finding in to_do.of(plan, 2024)
        if finding.code == "KH060" and sentence in finding.line_text
    ]
    assert found == years


def test_agencies_that_ended_are_named_with_their_successors_and_left_as_they_are(project):
    started = start_year(project, 2025, 2024)
    merged = {
        (finding.where.file.split("/")[-1], finding.line_text.strip()): finding
        for finding in started.to_do
        if finding.code == "KH061"
    }
    finding = merged["assignments.yaml", "- agency: so-thong-tin-va-truyen-thong"]
    assert finding.severity is Severity.INFO
    assert finding.message.startswith("Sở Thông tin và Truyền thông: Năm 2025 hợp nhất vào Sở Khoa")
    assert "Sở Khoa học và Công nghệ" in finding.hint
    named = {each.message.split(":")[0] for each in merged.values()}
    assert named == {
        "Sở Thông tin và Truyền thông", "Sở Kế hoạch và Đầu tư", "Sở Tài nguyên và Môi trường"
    }  # fmt: skip
    assert ("appendix.yaml", "agencies: Các sở ban ngành cấp tỉnh") not in merged
    assert any("Sở TTTT đôn đốc" in line for _, line in merged)
    ended = [finding for finding in started.to_do if finding.code == "KH305"]
    assert all(finding.severity is Severity.WARNING for finding in ended)
    assert all("30/6/2025" in finding.message for finding in ended)
    lines = {(finding.where.file.split("/")[-1], finding.line_text.strip()) for finding in ended}
    assert ("plan.yaml", "- UBND các huyện, thị xã, thành phố") in lines
    assert ("assignments.yaml", "agencies: [ubnd-cap-huyen]") in lines
    checked = pipeline.check(project / "content/2025", project)
    assert [finding for finding in checked.findings if finding.code == "KH305"] == ended


def test_no_agency_has_ended_before_its_time(project):
    plan, _ = load(project / "content/2024", project)
    assert not [finding for finding in to_do.of(plan, 2023) if finding.code in ("KH305", "KH061")]


def test_values_kept_from_the_old_year_are_to_be_confirmed(project):
    started = start_year(project, 2025, 2024)
    said = [message for _, _, message in lines_of(started.to_do, "KH062")]
    survey = "lý do bị trừ điểm giữ từ năm 2024: Điều tra xã hội học"
    assert said[:22] == [survey] * 22
    assert said[22:] == [
        *(
            f"số đơn vị xếp hạng {name} giữ từ năm 2024: 63"
            for name in ("PAR Index", "SIPAS", "PAPI")
        ),
        "lời nhận xét về chỉ số là của kết quả năm cũ",
        "người ký giữ từ năm 2024: Lê Đức Tiên",
    ]
    (judgement,) = [finding for finding in started.to_do if "nhận xét" in finding.message]
    assert judgement.line_text[judgement.where.column - 1 :].startswith("{{ par_index.score }}")


def test_a_silence_copied_from_the_old_year_is_to_be_confirmed(project):
    product = 'product:\n            - "- Các đợt kiểm tra;"'
    silence = "# docgen: bỏ qua KH691 – bản gốc để trống"
    old, new = f"time:\n          {product}", f"time:  {silence}\n          {product}"
    rewrite(project, 2024, "appendix.yaml", (old, new))
    started = start_year(project, 2025, 2024)
    ((_, line, message),) = lines_of(started.to_do, "KH063")
    assert line.startswith("time:  # docgen: bỏ qua")
    assert message == "đang bỏ qua KH691 (thời gian còn trống) theo lý do của năm cũ"
    assert line not in [each for _, each, _ in lines_of(started.to_do, "KH691")]


# ------------------------------------------------------------------- the draft, and after


def test_the_draft_shows_what_is_missing_and_the_document_proper_waits(project, check_ooxml):
    start_year(project, 2025, 2024)
    folder = project / "content/2025"
    assert pipeline.build(folder, project).written is None
    built = pipeline.build(folder, project, draft=True)
    assert built.written, [
        finding for finding in built.findings if finding.severity is Severity.ERROR
    ]
    assert check_ooxml(built.written.path) == []
    text = plain_text(read(built.written.path))
    assert text.count("[[thiếu: điểm thẩm định]]") == 45
    assert text.count("[[thiếu: lý do bị trừ điểm]]") == 45 - 22
    assert text.count("[[thiếu: thời gian]]") == 7
    for mark in ("điểm PAR Index", "xếp hạng SIPAS", "thay đổi thứ bậc PAPI"):
        assert f"[[thiếu: {mark}]]" in text
    assert "năm 2025 tỉnh Quảng Trị" in text


def test_on_the_command_line_the_year_is_started_checked_and_built_as_a_draft(project, capsys):
    assert cli.main(["-C", str(project), "new", "2025", "--from", "2024"]) == 0
    to_be_done = capsys.readouterr().out
    assert cli.main(["-C", str(project), "check", "2025"]) == 1
    found = capsys.readouterr().out
    for place in ("plan.yaml:27:5", "plan.yaml:28:5", "appendix.yaml:59:11", "appendix.yaml:60:11"):
        assert f"content/2025/{place}: " in to_be_done
        assert f"content/2025/{place}: " in found
    assert cli.main(["-C", str(project), "build", "2025"]) == 1
    assert not (project / "output/KH_2025.docx").exists()
    assert cli.main(["-C", str(project), "build", "2025", "--draft"]) == 0
    assert "[[thiếu: điểm SIPAS]]" in plain_text(read(project / "output/KH_2025.docx"))
    assert cli.main(["-C", str(project), "new", "2025", "--from", "2024"]) == 1


def test_a_document_that_is_no_draft_leaves_blank_cells_blank(project):
    plan, _ = load(project / "content/2024", project)
    view, _ = build_view(plan)
    assert not any("[[thiếu" in str(each) for piece in view.pieces for each in piece.strings)


def refilled(new, old):
    """The new year's values with every blank filled in from the old year's."""
    if isinstance(old, dict):
        assert list(new) == list(old)
        return {key: refilled(new[key], old[key]) for key in old}
    if isinstance(old, list) and new != "":
        assert len(new) == len(old)
        return [refilled(*pair) for pair in zip(new, old, strict=True)]
    return old if new == "" else new


def test_filling_in_the_old_values_gives_the_old_plan_again(project):
    """Year and previous results, which moved on, are put back by hand."""
    assert not start_year(project, 2025, 2024).findings
    (project / "content/2030").mkdir()
    for path in (project / "content/2024").glob("*.yaml"):
        texts = [content(project, year, path.name) for year in (2025, 2024)]
        new, old = (plain(compose(Source(path.name, text))[0]) for text in texts)
        if path.name == "plan.yaml":
            assert new["year"] == "2025"
            new["year"] = "2024"
            for key, index in new["indices"].items():
                was = old["indices"][key]
                assert index.pop("previous_score") == was["score"]
                assert index["previous_rank"] == was["rank"]
                index["previous_rank"] = was["previous_rank"]
        again = refilled(new, old)
        assert again == old
        text = json.dumps(again, ensure_ascii=False)
        (project / "content/2030" / path.name).write_text(text, "utf-8")
    views = []
    for year in (2024, 2030):
        plan, findings = load(project / f"content/{year}", project)
        assert not findings
        pieces = build_view(plan)[0].pieces
        views.append([str(each) for piece in pieces for each in piece.strings])
    assert views[0] == views[1]
