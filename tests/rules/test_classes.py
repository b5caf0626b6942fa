"""Each false alarm, and each class of slips, that was ever measured is a line of some test.

The cases stand in the fixtures of the rules (test_fixtures.py); here is which of them holds what,
so that none can go unnoticed. What broken YAML gets is in tests/load/by_hand.txt, what damaged
paper gets in tests/paper/test_damage.py and test_unseen.py, messages and hints in test_hints.py.
"""

import re
from pathlib import Path

import pytest

from tests.plan_files import TINY, build, tiny_project

HERE = Path(__file__).parent

# Right words that a rule once blamed: the rule, and a piece of the line that it leaves alone now.
FALSE_ALARMS = {
    "KH401": ("PCVP", "CVP", "MTTQ", "TMTH", "TNHH", "MTV", "26-LR", "KT-XH", "SX-KD", "VN-2000",
              "MW", "VNĐ"),
    "KH404": ("NHNN",),
    "KH410": ("Vibrio", "infographic", "Đắk Sắk", " kv", "ƯTH"),
    "KH412": ("triển khai chương trình",),
    "KH413": ("có tính", "Hoa Lộc", "Hòa Ninh", "bảng giá", "cùng cấp", "Việt Nam tỉnh", "công ăn",
              "thẻ chân trắng"),
    "KH415": ("số số 71",),
    "KH416": ("Tổng hợp tổng hợp",),
    "KH422": ("tỉa cành… , bón", "15 / 20"),
    "KH423": ("NC.Châu", "CN(Trung)"),
    "KH456": ("dựa vào cộng đồng",),
    "KH457": ("Quyết định số 12/QĐ-UBND",),
    "KH511": ("Văn bản số 26/CV", "phê duyệt tại Quyết định", "08-ĐA/TU", "Sửa đổi Nghị định số 80",
              "Thông tư thay thế"),
    "KH210": ("Theo Quyết định số 12/QĐ-UBND ngày 05/3/2028",),
}  # fmt: skip

# Slips by their classes: the rules that see them.
CLASSES = {
    "copy: a paragraph, task, reason, measure twice": "KH450 KH451",
    "copy: the reason of another row, its figures": "KH155 KH156 KH158",
    "copy: a task of another office, with itself": "KH452 KH453 KH355",
    "copy: a name, recipient, product, heading twice": "KH454",
    "signature: KT. without a deputy, over CHỦ TỊCH": "KH630 KH615",
    "signature: TM. lost, of another body, TL. for TM.": "KH632 KH633",
    "signature: the order of its lines, no such office": "KH631 KH634",
    "signature: letters of the name, one word, đã ký": "KH613 KH616 KH635",
    "time: a year unlike its neighbours, far, in figures": "KH220 KH227 KH228 KH219",
    "time: a deadline before or after the plan": "KH210 KH223 KH226",
    "time: month 13, quarter against month": "KH208 KH213",
    "time: dashes, letter O, two rhythms": "KH221 KH225",
    "places: another province, its districts": "KH340 KH341 KH342 KH345 KH356",
    "places: misspelt, no level": "KH343 KH344",
    "agencies: not that of the measure, of the reports": "KH346 KH347",
    "agencies: rows and no block, twice in a cell": "KH330 KH348 KH349",
    "agencies: merged, misspelt": "KH305 KH307 KH302 KH304",
    "figures: comma lost, over 100 %": "KH231 KH107 KH234",
    "figures: unit, parts and whole, rest": "KH114 KH205 KH215 KH233",
    "figures: points in prose, rate, product": "KH157 KH202 KH203",
    "figures: index of another, % after points, rank": "KH160 KH161 KH162 KH131 KH133",
    "citations: two dates, repealed, absent part": "KH508 KH525 KH526 KH527",
    "citations: another kind, number, symbol": "KH501 KH529 KH533 KH534 KH504",
    "citations: a document of this kind, a note's mark": "KH528 KH535",
    "structure: no name, exchanged cells": "KH659 KH655 KH656 KH657 KH658 KH661",
    "structure: a code, blank titles, two of one": "KH121 KH122 KH623",
    "head: symbol, province, issuer, place": "KH650 KH651 KH652 KH653 KH164",
    "recipients: none, as above, cut short, twice": "KH636 KH637 KH638",
    "spelling: another syllable of the language": "KH412 KH413 KH414 KH456 KH458",
    "spelling: a syllable lost, no syllable": "KH457 KH410 KH419",
    "leftovers: placeholders, notes, marks": "KH440 KH441 KH442",
    "typography: hyphens, final marks, bullets, stars": "KH443 KH444 KH445 KH446 KH424",
    "characters: mojibake, other alphabets": "KH447 KH426 KH427",
    "abbreviations: another form, swapped, one off": "KH455 KH406 KH404",
    "seen by nobody then: Phhosi hợp, QĐ-Tg, QH for UBTVQH": "KH410 KH502 KH510",
}


def lines(code):
    return (HERE / f"{code}.yaml").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("code", "words"), [(code, each) for code, all_of in FALSE_ALARMS.items() for each in all_of]
)
def test_a_false_alarm_is_a_line_that_its_rule_leaves_alone(code, words):
    holding = [line for line in lines(code) if words in line]
    assert any(code not in line.partition("# !")[2] for line in holding), holding


@pytest.mark.parametrize("slips", CLASSES)
def test_a_class_of_slips_has_a_marked_line_for_each_of_its_rules(slips):
    for code in CLASSES[slips].split():
        assert any(re.search(rf"# !.*\b{code}\b", line) for line in lines(code)), code


def test_a_day_still_to_come_when_a_plan_of_next_year_is_signed_is_no_old_deadline(tmp_path):
    signed = TINY.replace("\ndate:\n", "\ndate: 10/12/2029\n").replace(
        "\nnumber:\n", "\nnumber: 12\n"
    )
    plan = signed.replace("Việc thứ nhất.", "Hoàn thành việc thứ nhất trước ngày 31/12/2029.")
    found = {each.code for each in build(tiny_project(tmp_path, plan)).findings}
    assert "KH210" not in found
