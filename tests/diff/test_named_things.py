"""What changed is called by its own name in the counts, the records and the filters of the page."""

import re

import pytest

from docgen.diff.compare import diff
from docgen.diff.forms.html import html
from docgen.diff.forms.terminal import terminal
from tests.hard.edits import drop, each, put, set_
from tests.hard.islands import BOATS
from tests.hard.sums import AREAS, OFFICES, PROJECTS, edited
from tests.measured import loaded

FIRST = (*PROJECTS, "rows", 0, "rows", 0)
ROAD = "Đường tuần tra rừng Bình Sơn"
FAR = "Địa bàn ba xã giáp ranh với tỉnh bạn, từ cầu treo đến chân đèo"
INDEX = {"par": {"name": "Chỉ số PAR", "rank": 20, "of": 63, "previous_rank": 52}}


def _drop(key):
    return lambda plan: plan.pop(key)


EDITS = {
    "a table that came": (
        put("sections", 0, "items", 0, "items", 1, {"table": BOATS}),
        ["  Bảng: thêm 1"],
    ),
    "a table that moved": (
        each(
            lambda plan: plan["sections"][1]["items"].append(
                {"table": plan["appendices"][0].pop("table")}
            ),
            set_("appendices", 0, "items", ["Số liệu tại phần II."]),
        ),
        [
            "  Bảng: chuyển 1",
            "      từ  Phụ lục I › DIỆN TÍCH RỪNG THEO XÃ",
            "      đến II. MỤC TIÊU",
            "      bảng “Xã”",
        ],
    ),
    "the line of totals": (drop(*AREAS, "total"), ["  Dòng tổng: bỏ 1"]),
    "the unit": (set_(*AREAS, "unit", "Đơn vị tính: hecta"), ["  Đơn vị tính: sửa 1"]),
    "blank rows": (
        put(*AREAS, "rows", 6, {"blank": 2}),
        ["  Dòng để trống: thêm 2", "  + thêm dòng để trống"],
    ),
    "a row recoded and renamed": (
        each(set_(*FIRST, "code", "1a"), set_(*FIRST, "name", "Đường tuần tra rừng Bình Minh")),
        [
            "      [-1-] {+1a+} Đường tuần tra rừng Bình Minh",
            "      Đường tuần tra rừng Bình [-Sơn-] {+Minh+}",
        ],
    ),
    "the name of the signer": (
        lambda plan: plan["signature"].pop("name"),
        ["  Chữ ký: chưa điền 1", "      [-Phạm Thị Mẫu-]"],
    ),
    "the date": (_drop("date"), ["  Phần đầu: chưa điền 1", "      [-05/3/2038-]"]),
    "a rank": (
        lambda plan: plan["indices"]["par"].update(rank=18, previous_rank=41),
        ["      Xếp hạng: 20 → 18 (tăng 2 bậc)", "      Xếp hạng năm trước: 52 → 41 (tăng 11 bậc)"],
    ),
    "a rounded total": (
        lambda plan: plan["appendices"][0]["table"]["columns"][2].pop("total_decimals"),
        ["      [-1 (in 1.983,2)-]"],
    ),
}


def _base(plan):
    plan["appendices"][1]["table"]["rows"][0]["rows"][0] |= {"name": ROAD, "place": FAR}
    plan["date"] = "5/3/2038"
    plan["indices"] = INDEX | {"par": dict(INDEX["par"])}
    plan["appendices"][0]["table"]["columns"][2]["total_decimals"] = 1


@pytest.mark.parametrize("what", EDITS)
def test_a_change_is_called_by_what_changed(what, tmp_path):
    edit, told = EDITS[what]
    old = loaded(tmp_path / "old", edited(_base), OFFICES)
    new = loaded(tmp_path / "new", edited(_base, edit), OFFICES)
    comparison = diff(old, new)
    lines = [re.sub(r" {2}\(content.*", "", line) for line in terminal(comparison).splitlines()]
    for line in told:
        assert line in lines, "\n".join(lines)
    page = html(comparison)
    marked = set(re.findall(r'data-noi-dung="([^"]*)"', page))
    boxes = set(re.findall(r'name="noi-dung" value="([^"]*)"', page))
    assert marked == boxes
    back = diff(new, old)
    assert len(back.changes) == len(comparison.changes)
