"""Every form that real plans use: where the guide shows it, and the made-up plan that uses it.

The samples of the guide are run by tests/test_guide.py and tests/view/test_forms.py; the plans are
built, read back, held against golden text and traced to their origins by the tests of `documents`.
"""

import re

import pytest

from docgen.diff.compare import diff
from docgen.load.folder import load
from tests.plan_files import ROOTS, SECOND_OFFICE, copy_project
from tests.tools import REPOSITORY

GUIDE = (REPOSITORY / "docs" / "huong-dan.md").read_text(encoding="utf-8")
RUN = re.compile(r"^```(?:yaml|console)\n(?s:.*?)^```$|^<!-- sửa .* -->$", re.MULTILINE)
SAMPLES = "\n".join(RUN.findall(GUIDE))

FORMS = [
    # what plans do, what the guide shows, the plan that does it, how it is written there
    ("an agency and its task on one line", "task: theo dõi, đôn đốc.", "2033", "task: tham mưu"),
    ("an agency within the sentence", "task: Giao {{ agency }} thẩm", "2033", "task: Giao {{"),
    ("an agency within a point", "- Giao Sở Y tế", "2037", "UBND tỉnh giao Sở Tài chính"),
    ("tasks a) b) under an agency", "marker: letter\n    tasks", "2033", "marker: letter\n  "),
    ("agencies among headings", "items:\n  - title: Trách nhiệm", "2033", "Các cơ quan khác"),
    ("a heading that runs in", 'title: "Sửa chữa:"', "2033", 'title: "Mua sắm:"'),
    ("its number not bold", "run_in_number: plain", "office", "run_in_number: plain"),
    ("headings and points in one sequence", "# in: 4. Chia ba đợt.", "2033", "marker: 1.1."),
    ("bold and italic points", '"*Mái:* chống thấm."', "2033", '"*Tái chế:* thu gom'),
    ("bold italic", '"***Mái, tường***"', "2033", "***Thay thế***"),
    ("italic headings", 'title: "*Điện, nước*"', "2033", 'title: "*Năng lượng*"'),
    ("sub- and superscript", "CO~2~", "2033", "NC~Châu~"),
    ("several tables in an appendix", "DỰ TOÁN KINH PHÍ VÀ MẪU", "2034", "KHỐI LƯỢNG TÀI LIỆU"),
    ("an appendix of prose", "- title: MẪU BÁO CÁO", "2034", "QUY TRÌNH SỐ HÓA"),
    ("a label of its own", "label: Biểu 01", "2034", "label: Mẫu số 04"),
    ("numbered labels of the office", "appendix_label: Phụ lục số 01", "2036", "Phụ lục II của"),
    ("a unit above the table", "unit: \"Đơn vị tính", "2034", "unit: \"Đơn vị tính"),
    ("a form with blanks", "blank: 3", "2034", "blank: 4"),
    ("dots that Word draws", "Người lập: […] Điện thoại: […]", "2034", "báo cáo: […] Điện"),
    ("an upright appendix", "orientation: portrait", "2034", "orientation: portrait"),
    ("cells over columns in any row", "here - note: Bố trí", "2034", "have - rest: Chưa"),
    ("a second line of marks", "mark: 3 = 1 + 2", "2034", "mark: 3 = 1 x 2"),
    ("numbers that begin at any column", "numbered: result", "2034", "numbered: have"),
    ("a header of three lines", "above: [Kinh phí, Ngân sách]", "2037", "Lượt khách]"),
    ("size and alignment of a table", "align: center", "2034", "align: center"),
    ("footnotes", "nâng cao các chỉ số^[", "2035-2039", "51,4%^["),
    ("a date known in part", "date: tháng 6 năm 2024", "2035-2039", "date: tháng 12 năm 2034"),
    ("a plan of several years", "year: 2024 - 2026", "2035-2039", "year: 2035 - 2039"),
    ("a line under the subject", "below_subject", "2035-2039", "below_subject"),
    ("a reference line of its own", "reference: (Kèm theo", "2034", 'reference: "(Kèm theo'),
    ("no reference line", "reference: none", "2034", "reference: none"),
    ("a centred line", "centered:", "2033", "centered:"),
    ("marks (1) and a.1)", "marker: a.1)", "2033", "marker: a.1)"),
    ("issued with another document", "symbol: none", "2036", "symbol: none"),
    ("tables at 13 pt, centred", "table_size: 13", "office", "table_size: 13"),
    ("a template of its own", "template: KH_so.docx", "2037", "template: KH_nui_bac.docx"),
]  # fmt: skip


def content_of(year: str) -> str:
    """All that the content of a plan says, or what the second office says for all of its own."""
    if year == "office":
        return (SECOND_OFFICE / "content" / "office.yaml").read_text("utf-8")
    files = (ROOTS[year] / "content" / year).glob("*.yaml")
    return "\n".join(path.read_text("utf-8") for path in files)


@pytest.mark.parametrize(
    ("shown", "year", "used"), [form[1:] for form in FORMS], ids=[form[0] for form in FORMS]
)
def test_the_guide_shows_the_form_and_a_plan_uses_it(shown, year, used):
    assert shown in SAMPLES
    assert used in content_of(year)


EDITS = [
    ("giữ mức tăng đều", "giữ mức tăng", "giữ mức tăng ở cả ba xã."),
    ("UBND tỉnh giao Sở Tài chính", "UBND tỉnh giao Sở Nội vụ", "UBND tỉnh giao Sở Nội vụ"),
    ('above: "Chỉ tiêu năm', 'above: "Kế hoạch năm', "Kế hoạch năm"),
    ("home: 900", "home: 950", "Xã Bạc Hạ"),
]


def test_each_change_of_the_newest_forms_is_named(tmp_path):
    root = copy_project(tmp_path, SECOND_OFFICE)
    path = root / "content" / "2037" / "plan.yaml"
    old, _ = load(path.parent, root)
    for before, after, _ in EDITS:
        whole = path.read_text("utf-8")
        assert before in whole
        path.write_text(whole.replace(before, after, 1), "utf-8")
    new, findings = load(path.parent, root)
    assert findings == []
    found = [each.new.text for each in diff(old, new).changes]
    assert len(found) == len(EDITS)
    assert all(text.startswith(said) for text, (_, _, said) in zip(found, EDITS, strict=True))
