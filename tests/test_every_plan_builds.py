"""Whatever form a signed plan has, its words and its office's habits never keep it from paper.

Made up: each case is the tiny plan with something that offices do. What is amiss is told, as a
warning or a hint; only `--strict` makes a bar of it.
"""

import pytest
import yaml

from docgen.finding import Severity
from tests.plan_files import TINY, build, tiny_project

POINTS = {"title": "NỘI DUNG", "items": ["Việc thứ nhất."]}
COLUMNS = [{"key": "a", "title": ""}, {"key": "b", "title": "Nội dung"}]
BODY_TABLE = {"columns": COLUMNS, "rows": [{"a": "1", "b": "Việc"}, {"b": "Việc"}, None, {"b": ""}]}
SIGNED = {"name": "Nguyễn Văn Mẫu"}
PARTY = {
    "symbol": "KH/TU",
    "issuer": {"superior": "ĐẢNG BỘ TỈNH SÔNG XANH", "name": "BAN THƯỜNG VỤ", "short": "Tỉnh ủy"},
    "signature": {"lines": ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"], **SIGNED},
}
DEPARTMENT = {
    "symbol": "KH-SVHTT&DL",
    "issuer": {"superior": "UBND TỈNH SÔNG XANH", "name": "SỞ VĂN HÓA", "short": "Sở Văn hóa"},
    "signature": {"lines": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], **SIGNED},
}
FIGURES = "Đạt 45/50 hồ sơ (80%); 5 + 6 = 12; 10 (mười hai) hồ sơ; Công văn ngày 21/21/2023."


def signed(*lines: str) -> dict[str, object]:
    return {"signature": {"lines": [*lines], **SIGNED}}


def appendices(*labels: str) -> dict[str, object]:
    return {
        "appendices": [{"label": each, "title": "Danh mục", "text": "Danh mục."} for each in labels]
    }


@pytest.mark.parametrize(
    "change",
    [
        {"recipients": None},
        {"recipients": ["Sở Nội vụ"]},
        {"recipients": ["Sở Nội vụ", "Lưu: MTTQ"]},
        {"recipients": ["Lưu VP, TH", "Sở Nội vụ"]},
        {"closing": None},
        {"closing": None, "recipients": None, "signature": None},
        {"addressees": ["Sở Nội vụ", "UBND các xã", "Công an tỉnh"]},
        {"sections": [{"items": ["Một.", "Hai."]}]},
        {"sections": [{"title": "Mục đích"}, {"title": "Yêu cầu", "text": "Đúng hạn."}]},
        {"sections": [{"title": "NỘI DUNG", "items": [{"title": "1. MỤC TIÊU CHUNG CỦA TỈNH"}]}]},
        {"sections": [{"title": "NỘI DUNG", "items": [{"table": BODY_TABLE}]}]},
        {"sections": [{**POINTS, "marker": "letter", "items": [f"Việc {n}." for n in range(30)]}]},
        {"sections": [{**POINTS, "assignments": [{"agency": "Sở Mây Trời", "tasks": ["Việc."]}]}]},
        {"preamble": [FIGURES]},
        {"preamble": ["Một đoạn\nxuống dòng."]},
        {"subject": "TRIỂN KHAI CÔNG TÁC CẢI CÁCH HÀNH CHÍNH"},
        {"subject": "Thử *phần mềm*"},
        {"below_subject": ["(Ban hành kèm theo Quyết định)"], "signature": None},
        {"number": "12a"},
        {"number": "12/KH-UBND"},
        {"symbol": "KHUBND"},
        {"symbol": "KH-BCĐ389"},
        {"symbol": "KH - UBNDt"},
        {"place": "Thành phố Hồ Chí Minh"},
        {"place": "thị xã Quảng Trị,"},
        {"date": "…/3/2030"},
        {"date": "05-3-2030"},
        {"date": "tháng 3 năm 2030"},
        {"year": "2030 - 2035"},
        {"indices": {"chi_so": {"name": "Chỉ số", "rank": 70, "of": 63}}},
        PARTY,
        DEPARTMENT,
        signed("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"),
        signed("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        signed("Q. CHỦ TỊCH"),
        signed("PHÓ CHỦ TỊCH"),
        signed("TM ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        signed(),
        {"signature": {"lines": ["CHỦ TỊCH"], "name": "TS. NGUYỄN VĂN MẪU"}},
        {"signature": {"lines": ["CHỦ TỊCH"]}},
        appendices("PHỤ LỤC I", "PHỤ LỤC II"),
        appendices("Phụ lục", "Phụ lục"),
        appendices("Biểu 01", "Mẫu số 02"),
        {"appendices": [{"title": "DANH MỤC"}]},
    ],
    ids=lambda change: yaml.safe_dump(change, allow_unicode=True, default_flow_style=True)[:60],
)
def test_a_form_that_offices_use_is_built(change, tmp_path):
    plan = {**yaml.safe_load(TINY), **change}
    text = yaml.safe_dump(plan, allow_unicode=True, sort_keys=False)
    built = build(tiny_project(tmp_path / "project", text))
    assert [each for each in built.findings if each.severity is Severity.ERROR] == []
    assert built.written


@pytest.mark.parametrize("dash", ["2030 - 2035", "Lao động - Thương binh", "kinh tế - xã hội"])
@pytest.mark.parametrize("words", range(12, 19))
def test_a_program_may_break_its_lines_at_a_dash(dash, words, tmp_path):
    plan = yaml.safe_load(TINY)
    plan["sections"] = [{"title": "NỘI DUNG", "items": [f"{'thực hiện ' * words}{dash} của tỉnh."]}]
    text = yaml.safe_dump(plan, allow_unicode=True, sort_keys=False)
    built = build(tiny_project(tmp_path / "project", text))
    assert "KH023" not in {each.code for each in built.findings}
    assert built.written
