"""The rules that ask whose plan it is, and of when: of a ministry, a board, signed the year before.

Made up: each case is the tiny plan under another letterhead.
"""

import pytest
import yaml

from tests.plan_files import TINY, build, tiny_project

LETTERHEADS = {
    "a ministry's department is of no province though it sits in one": {
        "issuer": {
            "superior": ["BỘ CÂY XANH"],
            "name": ["CỤC CHĂM SÓC CÂY XANH VÀ TRỒNG RỪNG"],
            "short": "Cục Chăm sóc cây xanh",
        },
        "symbol": "KH-CSCX",
        "place": "Hà Nội",
    },
    "the symbol of a department names the unit that wrote it": {
        "issuer": {
            "superior": ["UBND TỈNH NGHỆ AN"],
            "name": ["SỞ XÂY DỰNG"],
            "short": "Sở Xây dựng",
        },
        "symbol": "KH-SXD-VP",
        "place": "Nghệ An",
    },
    "the superior names the province of a board": {
        "issuer": {
            "superior": ["UBND TỈNH NGHỆ AN"],
            "name": ["BAN CHỈ HUY", "PHÒNG THỦ DÂN SỰ TỈNH"],
            "short": "Ban Chỉ huy",
        },
        "symbol": "KH-BCH",
        "place": "Nghệ An",
    },
}


@pytest.mark.parametrize("head", LETTERHEADS.values(), ids=list(LETTERHEADS))
def test_no_rule_takes_its_own_names_for_those_of_another(head, tmp_path):
    plan = {**yaml.safe_load(TINY), **head}
    plan["recipients"] = ["Sở Tư pháp Đà Nẵng", "Lưu: VT"] if "BỘ" in str(head) else ["Lưu: VT"]
    found = build(tiny_project(tmp_path, yaml.safe_dump(plan, allow_unicode=True))).findings
    assert {each.code for each in found} & {"KH340", "KH341", "KH650", "KH653"} == set()


def test_the_name_of_another_province_below_that_of_the_board_is_told(tmp_path):
    head = LETTERHEADS["the superior names the province of a board"]
    plan = {**yaml.safe_load(TINY), **head, "place": "Hà Tĩnh"}
    found = build(tiny_project(tmp_path, yaml.safe_dump(plan, allow_unicode=True))).findings
    assert "KH653" in {each.code for each in found}


def test_a_word_that_holds_the_name_of_a_province_is_none(tmp_path):
    head = LETTERHEADS["the superior names the province of a board"]
    plan = {**yaml.safe_load(TINY), **head, "subject": "Thu thuế, trồng cây vì hòa bình năm 2030"}
    found = build(tiny_project(tmp_path, yaml.safe_dump(plan, allow_unicode=True))).findings
    assert "KH651" not in {each.code for each in found}


def test_nothing_is_over_in_a_plan_that_is_signed_before_its_year_begins(tmp_path):
    plan = {**yaml.safe_load(TINY), "number": "12", "date": "29/12/2029"}
    plan["sections"][0]["items"] = ["Nghiệm thu, hoàn thành trước ngày 30/11/2030."]
    found = build(tiny_project(tmp_path, yaml.safe_dump(plan, allow_unicode=True))).findings
    assert "KH226" not in {each.code for each in found}
