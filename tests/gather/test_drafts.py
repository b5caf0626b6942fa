"""Copies of a draft that is not the newest; decisions carried out by halves, and twice."""

import shutil

import pytest

from docgen.cli import main
from docgen.docx.read import read
from docgen.gather.collect import LOST, gather
from tests.gather.test_decisions import decide
from tests.plan_files import printed
from tests.word_edits import Word
from tests.word_remarks import Remarks

pytestmark = pytest.mark.slow

YEAR = "2024"
TOP, MINDSET = "tỷ lệ điểm tối đa", "Đổi mới tư duy"
AN, BINH = "Nguyễn Thị An", "Trần Văn Bình"


@pytest.fixture
def project(built, tmp_path):
    """A project whose draft was built by the command, as it was sent out."""
    root = tmp_path / "project"
    shutil.copytree(built[0], root)
    assert main(["-C", str(root), "build", YEAR]) == 0
    return root


def draft(root):
    return (root / "output" / f"KH_{YEAR}.docx").read_bytes()


def copy(data, edit, author):
    word = Word(data, tracked=True, author=author)
    edit(word)
    return word.saved()


def gathered(root, **copies):
    files = [(f"{name}.docx", data) for name, data in copies.items()]
    return gather(files, root / "content" / YEAR, root)


def reword(root, name, old, new):
    path = root / "content" / YEAR / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def paper(root):
    return "\n".join(each.text for each in read(printed(root, YEAR)).paragraphs)


def decided(root, copies, **verdicts):
    for name, data in copies.items():
        (root / f"{name}.docx").write_bytes(data)
    files = [str(root / f"{name}.docx") for name in copies]
    book = root / "y.xlsx"
    assert main(["-C", str(root), "gather", *files, "--as", "xlsx", "-o", str(book)]) == 0
    decide(book, **verdicts)
    return book


def test_what_the_content_says_by_now_is_nobodys_opinion_and_lines_are_those_of_today(project):
    first = copy(draft(project), lambda w: w.replace(MINDSET, "Thay đổi tư duy"), AN)
    reword(
        project, "purposes.yaml", "title: Mục đích", "# thêm một dòng\n    title: Mục đích yêu cầu"
    )
    reword(project, "purposes.yaml", "mạnh mẽ", "rõ rệt")
    (only,) = gathered(project, a=first).gathered.opinions
    assert only.old.startswith(f"- {MINDSET}")
    lines = (project / only.where.file).read_text("utf-8").splitlines()
    assert MINDSET in lines[only.where.line - 1]


def test_decisions_are_carried_out_by_halves_and_twice(project, capsys):
    data = draft(project)
    copies = {
        "a": copy(data, lambda w: w.replace(TOP, "tỷ lệ điểm cao nhất"), AN),
        "b": copy(
            data, lambda w: w.replace("đưa ra các giải", "đề ra các giải").delete(MINDSET), BINH
        ),
    }
    book = decided(project, copies, **{"cao nhất": "Tiếp thu"})
    run = ["-C", str(project), "gather", "--decided", str(book), "--write"]
    assert main(run) == 0
    assert "tỷ lệ điểm cao nhất; đưa ra" in paper(project)
    decide(book, **{"đề ra": "Tiếp thu", "bỏ đoạn": "Tiếp thu"})
    assert main(run) == 0
    said = paper(project)
    assert "tỷ lệ điểm cao nhất; đề ra" in said
    assert MINDSET not in said
    capsys.readouterr()
    assert main(run) == 0
    assert "Nội dung nay đã như vậy (2)" in capsys.readouterr().out
    assert paper(project) == said


def test_where_the_content_was_changed_too_nothing_is_written_over_it(project, capsys):
    copies = {"a": copy(draft(project), lambda w: w.replace(TOP, "tỷ lệ điểm cao nhất"), AN)}
    reword(project, "purposes.yaml", "tối đa", "rất cao")
    book = decided(project, copies, **{"cao nhất": "Tiếp thu"})
    capsys.readouterr()
    assert main(["-C", str(project), "gather", "--decided", str(book), "--write"]) == 1
    assert "Nội dung cũng đã sửa chỗ này" in capsys.readouterr().out
    assert "tỷ lệ điểm rất cao; đưa ra" in paper(project)


def test_copies_of_two_drafts_are_gathered_about_the_one_that_most_have(project):
    old = draft(project)
    late = copy(
        old,
        lambda w: w.replace(TOP, "tỷ lệ điểm cao nhất").replace(
            "cải thiện mạnh mẽ", "cải thiện nhanh"
        ),
        AN,
    )
    reword(project, "purposes.yaml", "mạnh mẽ", "rõ rệt")
    reword(project, "purposes.yaml", "title: Mục đích", "title: Mục đích chung")
    assert main(["-C", str(project), "build", YEAR]) == 0
    new = draft(project)
    found = gathered(
        project, a=late,
        b=copy(new, lambda w: w.replace(TOP, "tỷ lệ điểm cao nhất"), BINH),
        c=copy(new, lambda w: w.replace(MINDSET, "Thay đổi tư duy"), BINH),
    ).gathered  # fmt: skip
    assert [([v.name for v in each.voices], each.note) for each in found.opinions] == [
        ([AN, BINH], ""), ([BINH], ""), ([AN], LOST),
    ]  # fmt: skip


def test_an_edited_footnote_is_an_opinion_at_its_sentence(tmp_path, built):
    root = tmp_path / "project"
    shutil.copytree(built[0], root)
    reword(root, "purposes.yaml", "tối đa;", "tối đa^[Bịa, theo bảng điểm.];")
    assert main(["-C", str(root), "build", YEAR]) == 0
    word = Word(draft(root))
    part = "word/footnotes.xml"
    word.parts[part] = word.parts[part].replace("theo bảng".encode(), "tại bảng".encode())
    edited = Remarks(word, AN).in_note("tại bảng", "Bảng nào?").saved()
    comment, edit = sorted(gathered(root, a=edited).gathered.opinions, key=lambda each: each.kind)
    assert (comment.said, edit.kind) == ("Bảng nào?", "note")
    assert {comment.address, edit.address} == {"content/2024/purposes.yaml:10"}
    book = decided(root, {"a": edited}, **{"chú thích": "Tiếp thu"})
    assert main(["-C", str(root), "gather", "--decided", str(book), "--write"]) == 0
    assert "Bịa, tại bảng điểm." in "".join(
        each.read_text("utf-8") for each in (root / "content" / YEAR).glob("*.yaml")
    )


def test_a_copy_of_a_draft_with_gaps_has_no_opinion_about_them(project):
    reword(project, "appendix.yaml", "time: Quý", "time:  # Quý")
    assert main(["-C", str(project), "build", YEAR, "--draft"]) == 0
    first = copy(draft(project), lambda w: w.replace(MINDSET, "Thay đổi tư duy"), AN)
    assert len(gathered(project, a=first).gathered.opinions) == 1
