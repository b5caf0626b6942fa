# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""A changed copy of the made-up plan of 2034: each form of appendices and tables, each change named."""

import pytest

from docgen.diff.compare import diff
from docgen.load.folder import load
from tests.content_edits import reword
from tests.plan_files import MADE_UP, copy_project

VOLUME, BUDGET, PROCESS, REPORT, PLAN = (
    f"{name}.yaml" for name in ("volume", "budget", "process", "report", "plan")
)
# File, old words, new words; then kind, subject, aspect, old and new side of the change.
EDITS = [
    (VOLUME, "label: Biểu 01", "label: Biểu 1A", "changed", "phụ lục", "label", "Biểu 01", "Biểu 1A"),
    (REPORT, "reference: none", "reference:", "removed", "phụ lục", "reference", "không in", None),
    (BUDGET, "(Kèm theo Kế hoạch số", "(Ban hành kèm theo Kế hoạch số", "changed", "phụ lục", "reference", "(Kèm theo", "(Ban hành"),
    (VOLUME, 'unit: "Đơn vị tính: trang"', 'unit: "Đơn vị tính: tệp"', "changed", "cột", "unit", "Đơn vị tính: trang", "Đơn vị tính: tệp"),
    (PLAN, 'unit: "Đơn vị tính: triệu đồng"', "unit:", "removed", "cột", "unit", "Đơn vị tính: triệu đồng", None),
    (VOLUME, "numbered: have", "numbered: yes", "changed", "cột", "numbered", "(1) từ cột “Đang lưu”", "(1) từ cột “STT”"),
    (VOLUME, "mark: 3 = 1 + 2", "mark: 3", "changed", "cột", "both", "3 = 1 + 2", "3"),
    (VOLUME, "column: code - name", "column: name", "changed", "cột", "total cell", "ô trải từ “STT” đến “Cơ quan”", "ô riêng"),
    (VOLUME, "name - note: Các sở", "name - how: Các sở", "regrouped", "tiêu chí", "name", "ô trải từ “Cơ quan” đến “Ghi chú”", "ô trải từ “Cơ quan” đến “Cách làm”"),
    (VOLUME, "name - note: Các sở có kho", "name - note: Các ban có kho", "renamed", "tiêu chí", "", "I Các sở", "I Các ban"),
    (VOLUME, "have - rest: Chưa thống kê", "have - rest: Không có số liệu", "changed", "tiêu chí", "have", "Chưa thống kê", "Không có số liệu"),
    (VOLUME, "mỗi đợt không quá 50.000", "mỗi đợt không quá 60.000", "changed", "tiêu chí", "how", "Thuê đơn vị", "Thuê đơn vị"),
    (VOLUME, "old: 20, new: 50", "old: 25, new: 50", "rescored", "tiêu chí", "", "Xã ở miền núi", "Xã ở miền núi"),
    (BUDGET, 'price: "45,5"', 'price: "46,5"', "rescored", "tiêu chí", "", "Máy quét", "Máy quét"),
    (BUDGET, "name: Máy quét tài liệu khổ A3,", "name: Máy quét tài liệu khổ A2,", "renamed", "tiêu chí", "", "Máy quét tài liệu khổ A3", "Máy quét tài liệu khổ A2"),
    (PROCESS, "Lập danh mục tài liệu cần số hóa.", "Lập danh mục tài liệu phải số hóa.", "changed", "đoạn văn", "", "Lập danh mục", "Lập danh mục"),
    (PROCESS, "title: Quét tài liệu", "title: Quét hồ sơ, tài liệu", "renamed", "đề mục", "", "Quét tài liệu", "Quét hồ sơ"),
    (PROCESS, "must: Không", "must: Có", "changed", "tiêu chí", "must", "Không", "Có"),
    (REPORT, "blank: 4", "blank: 5", "added", "tiêu chí", "", None, "dòng 6"),
    (REPORT, "Tên cơ quan: ........", "Tên cơ quan, đơn vị: ........", "changed", "đoạn văn", "", "Tên cơ quan:", "Tên cơ quan,"),
]  # fmt: skip


@pytest.fixture(scope="module")
def old():
    plan, findings = load(MADE_UP / "content" / "2034", MADE_UP)
    assert not findings
    return plan


def changes(old, project):
    new, findings = load(project / "content" / "2034", project)
    assert not findings
    return diff(old, new).changes


def as_told(change):
    return change.kind, str(change.subject), change.aspect


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit[2])
def test_one_edit_is_one_change_of_its_kind_with_both_sides(edit, old, tmp_path):
    file, before, after, *told, one, other = edit
    project = copy_project(tmp_path, MADE_UP)
    reword(file, before, after)(project / "content" / "2034")
    (change,) = changes(old, project)
    assert as_told(change) == tuple(told)
    for place, words in ((change.old, one), (change.new, other)):
        assert (place is None) == (words is None)
        assert place is None or place.text.startswith(words)


def test_all_edits_together_are_all_named(old, tmp_path):
    project = copy_project(tmp_path, MADE_UP)
    apart = [edit for edit in EDITS if not edit[1].startswith("name - note: Các sở có kho")]
    for file, before, after, *_ in apart:
        reword(file, before, after)(project / "content" / "2034")
    found = sorted(map(as_told, changes(old, project)))
    assert found == sorted(tuple(edit[3:6]) for edit in apart)


def test_a_table_put_before_another_leaves_that_one_compared_with_itself(old, tmp_path):
    project = copy_project(tmp_path, MADE_UP)
    reword(
        VOLUME,
        "items: - title: TÀI LIỆU CỦA CÁC SỞ items:",
        """items:
  - title: TÀI LIỆU CỦA CÁC SỞ
    items:
      - table:
          columns: [{key: what, title: Loại tài liệu}]
          rows: [{what: Hồ sơ}]""",
    )(project / "content" / "2034")
    assert [as_told(change) for change in changes(old, project)] == [("added", "đề mục", "table")]
