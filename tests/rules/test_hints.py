"""What a finding tells the officer to do: made-up content, the hint beside it."""

import pytest

from docgen.load.folder import load
from docgen.rules.checks import CHECKS
from docgen.rules.facts import Facts, run
from tests.rules.test_fixtures import write_plan

POINTS = "sections:\n  - title: NỘI DUNG\n    items:\n"

COLUMN = """appendices:
  - title: [DỰ TOÁN]
    table:
      columns:
        - {{key: count, title: Số lượng, kind: integer}}
        - {{key: price, title: Đơn giá, kind: decimal}}
        - {{key: own, title: {}, kind: decimal, compute: {}}}
      rows: [{{count: 2, price: 4}}]
"""
ENDED = """date: 15/6/2030
number: 12
preamble:
  - Giao Sở Cũ trồng cây.
--- # agencies.yaml
so-cu: {name: Sở Cũ, valid_until: 14/6/2029, successor: so-moi}
so-moi: {name: Sở Mới}
"""
MINISTRY = """preamble:
  - Thông tư số 52/2029/TT-BTC ngày 08/8/2029 của Bộ trưởng Bộ Kế hoạch và Đầu tư về trồng cây.
"""

HINTS = [
    ("KH410", POINTS + "      - Giao côngchức các xã.\n", "Viết “công chức”."),
    ("KH410", POINTS + "      - Các nghành trồng cây.\n", "Có phải ý là “ngành”?"),
    ("KH422", POINTS + "      - Theo Kiểm toán . Các xã trồng cây.\n", "Viết “toán.”."),
    ("KH202", POINTS + "      - Đạt 81,7% (153/125).\n", "Hai số có thể viết ngược: 125/153?"),
    ("KH603", "place: bình minh\n", "Viết “Bình Minh”."),
    ("KH434", "closing: [Các xã trồng cây, chăm cây]\n", "đặt cả câu trong ngoặc kép"),
    ("KH620", POINTS + "      - 1. Trồng cây.\n", "Bỏ “1.”: dấu và số đầu dòng tự in."),
    ("KH131", "indices:\n  x: {name: Chỉ số Xanh, score: 5, rank: 0, of: 63}\n", "từ 1 trở lên"),
    (
        "KH413",
        POINTS + "      - Đôn đốc xã Một, đôn đốc xã Hai.\n      - Kịp thời đơn đốc.\n",
        "Có phải ý là “đôn đốc”?",
    ),
    (
        "KH305",
        ENDED,
        "Viết “Sở Mới” (so-moi), cơ quan kế thừa.",
    ),
    (
        "KH691",
        POINTS + "      - table:\n          columns:\n"
        "            - {key: name, title: Xã, width: 80}\n"
        "            - {key: reason, title: Lý do bị trừ điểm, width: 80, required: yes}\n"
        "          rows: [{name: Xã Một}]\n",
        "cột “Lý do bị trừ điểm” (reason:)",
    ),
]

MESSAGES = [
    *(
        (
            "KH113",
            COLUMN.format(title, formula),
            f"cột “{title}” mà công thức là phép {sign}: {formula}",
        )
        for title, formula, sign in (
            ("Thành tiền", "count + price", "cộng"),
            ("Thành tiền", "price - count", "trừ"),
            ("Tổng kinh phí", "price - count", "trừ"),
            ("Còn lại", "price + count", "cộng"),
        )
    ),
    (
        "KH507",
        "preamble:\n  - Nghị quyết số 99/2029/NQ-HĐND ngày 07/12/2028 của HĐND tỉnh về rừng.\n",
        "ký hiệu 99/2029/NQ-HĐND là của năm 2029, ngày ban hành ghi 07/12/2028",
    ),
    (
        "KH510",
        MINISTRY,
        "52/2029/TT-BTC ghi là của “Bộ trưởng Bộ Kế hoạch và Đầu tư”",
    ),
]


def found(code, fixture, root):
    plan, findings = load(write_plan(fixture, root), root)
    assert plan, findings
    return [each for each in run(CHECKS, Facts(plan)) if each.code == code]


@pytest.mark.parametrize(("code", "fixture", "hint"), HINTS)
def test_the_hint_says_what_to_write(code, fixture, hint, tmp_path):
    assert hint in found(code, fixture, tmp_path)[0].hint


def test_a_wrong_word_is_marked_with_its_neighbour_from_end_to_end(tmp_path):
    points = POINTS + "      - Các xã rà soát đất.\n      - Các xã rà xoát cây giống.\n"
    (slip,) = found("KH456", points, tmp_path)
    assert slip.line_text[slip.where.column - 1 :][: slip.where.length] == "rà xoát"


@pytest.mark.parametrize(("code", "fixture", "message"), MESSAGES)
def test_the_message_says_what_disagrees(code, fixture, message, tmp_path):
    assert found(code, fixture, tmp_path)[0].message == message


def test_a_name_that_the_whole_plan_writes_otherwise_may_be_wrong_in_the_list(tmp_path):
    names = "--- # agencies.yaml\nso-noi-vu: {name: Sở Nội vu}\n"
    points = "".join(f"      - Sở Nội vụ trồng cây ở xã {xa}.\n" for xa in ("Một", "Hai", "Ba"))
    assert "agencies.yaml ghi sai" in found("KH302", POINTS + points + names, tmp_path)[0].hint


def test_an_entity_of_html_is_no_word(tmp_path):
    fixture = POINTS + '      - "Sở A &amp; B trồng cây."\n'
    assert found("KH410", fixture, tmp_path) == []


def test_a_finding_of_the_decree_gives_its_clause(tmp_path):
    fixture = "preamble:\n  - Thực hiện Quyết định số 16/QĐ-TTg về rừng.\n"
    assert found("KH511", fixture, tmp_path)[0].clause == "Phụ lục I, Phần I, II.6.b"
