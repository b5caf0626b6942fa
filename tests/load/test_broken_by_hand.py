"""YAML as a hand breaks it: each way is told, at its line, with what to write instead.

`by_hand.txt` has one way a block: `- old` and `+ new` are the edit of the plan below (`\\n`, `\\t`,
`\\u…` as in Python); then each finding as `line code message | hint`: what reading says (KH0xx),
errors and warnings only.
"""

import re
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.finding import Severity
from tests.plan_files import tiny_project

PLAN = """\
# Kế hoạch bịa ra để thử phần mềm.
year: 2030
issuer: {name: [ỦY BAN NHÂN DÂN, TỈNH SÔNG XANH], short: UBND tỉnh Sông Xanh}
symbol: KH-UBND
number:
date:
place: Sông Xanh
subject: Thử phần mềm
indices:
  one:
    name: Chỉ số một
    score: 81,5
    rank: 3
    of: 9
sections:
  - title: NỘI DUNG
    items:
      - Việc thứ nhất.
      - "Việc thứ hai: viết báo cáo."
      - Việc thứ ba.
  - title: BẢNG
    items:
      - table:
          columns:
            - {key: code, title: STT, width: 20}
            - {key: name, title: Tên việc, width: 100}
            - {key: max, title: Điểm, width: 40, kind: decimal}
          rows:
            - code: 1.1
              name: Rà soát
              max: 1,5
            - code: 1.2
              name: Thống kê
              max: 2
closing: [Các cơ quan báo cáo kết quả thực hiện về Sở Nội vụ]
recipients:
  - Báo Sông Xanh
  - Sở Nội vụ
  - "Lưu: VT"
signature:
  lines: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH]
  name: Nguyễn Văn Mẫu
"""
WAYS = Path(__file__).with_name("by_hand.txt").read_text("utf-8").strip().split("\n\n")


def spelled(text: str) -> str:
    """The text with its escapes spoken out."""
    return re.sub(r"\\(n|t|u[0-9a-f]{4})", lambda each: _character(each[1]), text)


def _character(name: str) -> str:
    return {"n": "\n", "t": "\t"}.get(name) or chr(int(name[1:], 16))


def told(plan: str, tmp_path) -> list[str]:
    """What an officer reads about a plan."""
    root = tiny_project(tmp_path / "project", plan)
    findings = pipeline.check(root / "content" / "2030", root).findings
    return [
        f"{each.where.line} {each.code} {each.message} | {each.hint}"
        for each in findings
        if each.severity >= Severity.WARNING and each.code.startswith("KH0")
    ]


def test_the_plan_itself_has_no_fault(tmp_path):
    assert told(PLAN, tmp_path) == []


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.split("\n")[1][:40])
def test_what_a_hand_breaks_is_told_in_these_words(way, tmp_path):
    old, new, *wanted = way.split("\n")
    assert wanted, "each way is told"
    old, new = spelled(old.removeprefix("- ")), spelled(new.removeprefix("+ "))
    assert PLAN.count(old) >= 1
    assert told(PLAN.replace(old, new, 1), tmp_path) == wanted


def test_there_are_at_least_eighty_ways():
    assert len(WAYS) >= 80


def test_a_sentence_that_ends_in_a_colon_with_nothing_behind_it_is_a_text(tmp_path):
    lines = "- Rà soát, kết quả như sau:\n      - Thống kê, gồm:  # hỏi lại\n"
    plan = pipeline.check(
        tiny_project(tmp_path, PLAN.replace("- Việc thứ ba.\n", lines)) / "content" / "2030",
        tmp_path,
    ).plan
    said = [item.text[0].value for item in plan.sections[0].items]
    assert said[2:] == ["Rà soát, kết quả như sau:", "Thống kê, gồm:"]
