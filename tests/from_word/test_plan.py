"""A built .docx read back as a plan says what the content said, as far as the paper shows it."""

import re
import zipfile
from decimal import Decimal

import pytest

from docgen.diff.compare import diff
from docgen.docx.read import NotADocx
from docgen.from_word.plan import plan_of
from docgen.load.folder import load
from docgen.plan.reading_order import printed_texts
from tests import made_up_2025
from tests.plan_files import (
    ROOTS,
    TINY,
    copy_project,
    every_plan,
    printed,
    tiny_project,
    with_template,
)
from tests.small_docx import docx, paragraph, run


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The content of a year and the plan read back from its document."""

    def make(year, root):
        project = copy_project(tmp_path_factory.mktemp(year), root)
        return read_back(project, year)

    return make


def read_back(project, year):
    plan, _ = load(project / "content" / year, project)
    path = project / f"{year}.docx"
    path.write_bytes(printed(project, year))
    return plan, plan_of(path, path.name, plan.agencies)


@pytest.mark.parametrize(("year", "root"), every_plan("2031", "2034"))
def test_the_words_of_the_document_are_those_of_the_content(built, year, root):
    content, document = built(year, root)
    comparison = diff(content, document)
    # What no paper shows: indices, a short name nobody quotes, keys and rounding of columns.
    lost = {"index", "column"}
    # Nor whose block a title of its own words heads.
    unseen = ("Đối với UBND các xã",)
    left = [
        change
        for change in comparison.changes
        if not any(words in (change.old or change.new).label for words in unseen)
        and change.subject.name.lower() not in lost
        and change.aspect not in {"issuer.short", "issue", "number"}
    ]
    assert left == []
    assert [field.score.difference for field in comparison.summary.fields] == [0] * len(
        comparison.summary.fields
    )


def test_a_table_keeps_its_widths_and_the_italics_of_a_line_across_it(tmp_path):
    across = "A. Nhóm việc *làm ngay*"
    table = "{columns: [{key: a, title: A, width: 80}, {key: b, title: B, width: 60}], rows: [%s]}"
    rows = f'{{across: "{across}"}}, {{a: Một, b: Hai}}'
    project = tiny_project(tmp_path, f"{TINY}appendices: [{{title: A, table: {table % rows}}}]\n")
    _, document = read_back(project, "2030")
    assert across in [each.text.value for each in printed_texts(document)]
    first, second = (each.width.value for each in document.appendices[0].table.columns)
    assert round(first / second, 1) == round(Decimal(80) / 60, 1)


@pytest.mark.slow
def test_two_documents_differ_as_their_contents_do(tmp_path):
    old, new = made_up_2025.make(tmp_path)
    contents, documents = [], []
    for folder in (old, new):
        project = with_template(folder.parents[1])
        content, document = read_back(project, folder.name)
        contents.append(content)
        documents.append(document)

    def told(plans):
        return {
            (change.kind, str(change.subject), change.place.label): change
            for change in diff(*plans).changes
        }

    by_content, by_document = told(contents), told(documents)
    missed = {key: change for key, change in by_content.items() if key not in by_document}
    assert {change.subject.name for change in missed.values()} == {"INDEX", "AGENCY"}
    assert {change.aspect for change in missed.values() if change.subject.name == "AGENCY"} == {
        "agencies"
    }
    extra = [change for key, change in by_document.items() if key not in by_content]
    assert {change.kind for change in extra} == {"changed"}
    for change in extra:
        differing = [span for span in change.spans if not span.same]
        assert all(span.old.strip(" .;)").isdigit() for span in differing), "only years and ranks"


def test_a_document_whose_style_ids_were_renamed_is_read_all_the_same(tmp_path):
    """LibreOffice makes ids out of the names when it saves."""
    project = copy_project(tmp_path, ROOTS["2030"])
    content, document = read_back(project, "2030")
    path = project / "2030.docx"
    saved = project / "saved.docx"
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(saved, "w") as renamed:
        for name in whole.namelist():
            text = whole.read(name).decode("utf-8")
            renamed.writestr(name, re.sub(r'((?:styleId|Style w:val)=")KH', r"\1Kh-", text))
    again = plan_of(saved, saved.name, content.agencies)
    assert diff(document, again).changes == ()


def test_a_document_without_words_is_refused(tmp_path):
    from docx import Document

    path = tmp_path / "trong.docx"
    Document().save(path)
    with pytest.raises(NotADocx, match="không có chữ nào"):
        plan_of(path, "trong.docx", {})


def test_places_count_the_paragraphs_of_the_document(tmp_path):
    project = tiny_project(tmp_path)
    _, document = read_back(project, "2030")
    where = document.sections[0].items[0].text[0].where
    assert document.sources[0].line_text(where.line) == "- Việc thứ nhất."


def test_a_paragraph_right_below_the_last_heading_is_its_text_and_no_closing(tmp_path):
    text = "Các cơ quan, đơn vị thực hiện và báo cáo kết quả về Sở Nội vụ trước tháng 12."
    last = f"  - title: TỔ CHỨC THỰC HIỆN\n    text: {text}\n"
    plan = TINY.replace("closing: [Các cơ quan báo cáo kết quả thực hiện về Sở Nội vụ]\n", last)
    _, document = read_back(tiny_project(tmp_path, plan), "2030")
    assert [each.value for each in document.sections[-1].text] == [text]
    assert document.closing == ()


def test_a_section_whose_title_runs_into_its_text_has_both(tmp_path):
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'.format
    path = tmp_path / "liền dòng.docx"
    path.write_bytes(
        docx(
            paragraph(run("KẾ HOẠCH"))
            + paragraph(bold("I. KINH PHÍ:"), run(" Từ quỹ của xã."))
            + paragraph(bold("II. CHẾ ĐỘ BÁO CÁO:"), run(" Trước ngày 10 của tháng cuối quý."))
            + paragraph(run("Nơi nhận:"))
        )
    )
    budget, reports = plan_of(path, path.name, {}).sections
    assert (budget.title.value, [each.value for each in budget.text]) == (
        "KINH PHÍ:",
        ["Từ quỹ của xã."],
    )
    assert reports.title.value == "CHẾ ĐỘ BÁO CÁO:"


def test_a_colon_inside_brackets_ends_no_label(tmp_path):
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'.format
    path = tmp_path / "ngoặc.docx"
    path.write_bytes(
        docx(
            paragraph(run("KẾ HOẠCH"))
            + paragraph(bold("I. PHÂN CÔNG"))
            + paragraph(bold("1. Bảo hiểm xã hội cơ sở (02 cơ sở: Cây, Lá)"))
            + paragraph(run("a) Báo cáo hằng tháng."))
            + paragraph(run("Nơi nhận:"))
        )
    )
    (section,) = plan_of(path, path.name, {}).sections
    (given,) = section.items[0].assignments
    assert given.title.value == "Bảo hiểm xã hội cơ sở (02 cơ sở: Cây, Lá)"
    assert given.task is None
