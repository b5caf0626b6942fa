"""The rules that ask whose plan it is, and of when: of a ministry, a board, signed the year before.

Made up: each case is the tiny plan under another letterhead.
"""

import pytest
import yaml

from docgen.finding import Severity
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


QUIET = {
    "a body of the Party numbers, signs and files by its own rules": {
        "issuer": {
            "superior": ["ĐẢNG BỘ TỈNH SÔNG XANH"],
            "name": ["BAN THƯỜNG VỤ", "ĐẢNG ỦY XÃ CÂY"],
            "short": "Ban Thường vụ",
        },
        "symbol": "KH/ĐU",
        "recipients": ["Các chi bộ", "Lưu Văn phòng"],
        "signature": {"lines": ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"], "name": "Trần Thị Bình"},
    },
    "so does a union": {
        "issuer": {
            "superior": ["UBMTTQ VIỆT NAM TỈNH SÔNG XANH"],
            "name": ["BAN CHẤP HÀNH", "HỘI LIÊN HIỆP PHỤ NỮ"],
            "short": "Hội",
        },
        "symbol": "KH-BTV",
        "signature": {"lines": ["TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"], "name": "Trần Thị Bình"},
    },
    "a symbol has the sign of its department and the unit that wrote it": {
        "issuer": {
            "superior": ["BỘ CÂY XANH"],
            "name": ["CỤC TRỒNG CÂY VÀ CHĂM CÂY"],
            "short": "Cục",
        },
        "symbol": "KH-TC&CC-KHTC",
        "signature": {"lines": ["CỤC TRƯỞNG"], "name": "Trần Thị Bình"},
    },
    "a total across code and name is no code": {
        "sections": [
            {
                "title": "ĐIỂM",
                "items": [
                    {
                        "table": {
                            "columns": [
                                {"key": "code", "title": "TT", "width": 40},
                                {"key": "name", "title": "Nội dung", "width": 60},
                            ],
                            "rows": [
                                *({"code": n, "name": f"Vườn {n}00"} for n in range(1, 5)),
                                {"code - name": "**Tổng**"},
                            ],
                        }
                    }
                ],
            }
        ]
    },
    "a school signs with a degree": {
        "issuer": {
            "superior": ["UBND TỈNH SÔNG XANH"],
            "name": ["TRƯỜNG CAO ĐẲNG TRỒNG CÂY"],
            "short": "Nhà trường",
        },
        "symbol": "KH-CĐTC",
        "signature": {"lines": ["HIỆU TRƯỞNG"], "name": "ThS. Nguyễn Văn Mẫu"},
    },
    "an abbreviation has a small letter": {
        "issuer": {
            "superior": ["UBND TỈNH SÔNG XANH"],
            "name": ["SỞ NGOẠI VỤ"],
            "short": "Sở Ngoại vụ",
        },
        "symbol": "KH-SNgV",
        "signature": {"lines": ["GIÁM ĐỐC"], "name": "Nguyễn Văn Mẫu"},
    },
    "three offices plan together": {
        "issuer": {
            "superior": ["UBND TỈNH SÔNG XANH"],
            "name": ["SỞ Y TẾ - CÔNG AN TỈNH", "SỞ CÔNG THƯƠNG"],
            "short": "Liên ngành",
        },
        "symbol": "KHLN-SYT-CAT-SCT",
        "signature": {"lines": ["KT. GIÁM ĐỐC SỞ Y TẾ", "PHÓ GIÁM ĐỐC"], "name": "Lê Văn Mẫu"},
    },
    "the union and a subject name the president": {
        "issuer": {
            "superior": ["ĐOÀN TNCS HỒ CHÍ MINH", "BAN CHẤP HÀNH TỈNH HÀ TĨNH"],
            "name": ["BAN THƯỜNG VỤ"],
            "short": "Ban Thường vụ",
        },
        "symbol": "KH-TĐTN",
        "subject": "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2030",
        "place": "Hà Tĩnh",
        "signature": {"lines": ["TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"], "name": "Trần Thị Bình"},
    },
    "a road has two ends, and a storm was last year": {
        "subject": "Bảo vệ cao tốc Hà Nội - Viêng Chăn, khắc phục hậu quả bão số 10 năm 2029",
        "issuer": {"name": ["ỦY BAN NHÂN DÂN", "TỈNH NGHỆ AN"], "short": "UBND tỉnh Nghệ An"},
        "place": "Nghệ An",
    },
    "who is delegated signs with an office of his own, and a name may be one word": {
        "signature": {"lines": ["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"], "name": "K'Mák"},
    },
    "the title of a resolution names years of its own": {
        "subject": "Triển khai Nghị quyết số 76/NQ-CP về giám sát trồng cây từ 2009 đến năm 2023"
    },
    "what is to be over before a year is a goal": {
        "subject": "Tiến tới chấm dứt nạn phá rừng trước năm 2035",
    },
    "a directive of the party names a goal of its own": {
        "subject": "Thực hiện Chỉ thị số 07-CT/TW về việc trồng rừng từ năm 2021",
    },
    "a directive has a day, which is not the plan's": {
        "subject": "Thực hiện Chỉ thị số 27/CT-TTg ngày 15 tháng 8 năm 2028 của Thủ tướng",
    },
    "before 2020 no decree asked for capitals of the people": {
        "year": 2018,
        "date": "2018-01-10",
        "preamble": ["Trồng cây phục vụ nhân dân."],
        "sections": [{"title": "NỘI DUNG", "items": ["Trồng cây."]}],
    },
    "what is supervised lies behind": {
        "subject": "Giám sát việc trồng cây, giai đoạn 2027 - 2029",
    },
    "who signs for a board says what he is in his own body": {
        "issuer": {
            "superior": ["UBND TỈNH SÔNG XANH"],
            "name": ["BAN CHỈ ĐẠO TRỒNG CÂY"],
            "short": "Ban Chỉ đạo",
        },
        "symbol": "KH-BCĐ",
        "signature": {
            "lines": ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND TỈNH"],
            "name": "Trần Thị Bình",
        },
    },
    "a unit of the army signs with a rank and has a number in its symbol": {
        "issuer": {
            "superior": ["BỘ CHỈ HUY QUÂN SỰ TỈNH SÔNG XANH"],
            "name": ["BAN CHỈ HUY PHÒNG THỦ", "KHU VỰC 2"],
            "short": "Ban Chỉ huy",
        },
        "symbol": "KH-BCHPTKV2",
        "signature": {"lines": ["CHỈ HUY TRƯỞNG"], "name": "Thượng tá Nguyễn Văn Mẫu"},
    },
    "an appendix gives the day in figures, or leaves the day and the number open": {
        "preamble": ["Chỉ tiêu tại các Phụ lục kèm theo."],
        "appendices": [
            {"title": ["CHỈ TIÊU"], "reference": "(Kèm theo Kế hoạch số /KH-UBND ngày /01/2030 của"
             " UBND tỉnh Sông Xanh)", "items": ["Trồng 5 cây."]},
            {"title": ["VƯỜN"], "reference": "(Kèm theo Kế hoạch số: ......./KH-UBND ngày"
             " ...../...../2030 của UBND tỉnh Sông Xanh)", "items": ["Rào 9 vườn."]},
            {"title": ["HỒ"], "reference": "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2030 của"
             " UBND tỉnh Sông Xanh)", "items": ["Rào 2 vườn."]},
        ],
    },
}  # fmt: skip


@pytest.mark.parametrize("own", QUIET.values(), ids=list(QUIET))
def test_nothing_above_a_hint_is_said_of_the_way(own, tmp_path):
    plan = {**yaml.safe_load(TINY), "number": "12", "date": "05/01/2030", **own}
    found = build(tiny_project(tmp_path, yaml.safe_dump(plan, allow_unicode=True))).findings
    assert [each for each in found if each.severity > Severity.INFO] == []


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
