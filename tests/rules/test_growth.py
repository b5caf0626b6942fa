"""No rule costs the square of a plan: twice the rows are twice the work.

Made up: a plan of as many rows, points and tasks as are asked for, all of them of one series, so
that whatever a rule compares (names, figures, rates, days, citations, cells) has much to be
compared with; of three rows one says what the others of its kind say, word for word.
"""

import sys
from collections import Counter

from docgen.load.folder import load
from docgen.plan import source
from docgen.rules.checks import CHECKS
from docgen.rules.facts import Facts
from docgen.rules.prose import held
from tests.plan_files import TINY, tiny_project

AT_MOST = 2.5  # times the work for twice the rows
FEWEST = 20  # steps a row: what takes fewer is not worth a word
ROWS = 100
SYLLABLES = (
    "An", "Bình", "Châu", "Dương", "Hòa", "Khánh", "Lâm", "Minh",
    "Nam", "Phú", "Quang", "Sơn", "Tân", "Thành", "Vĩnh", "Yên",
)  # fmt: skip
OFFICES = ("Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp", "Sở Y tế")
COLUMNS = """\
  columns:
    - {key: code, title: STT}
    - {key: name, title: Tiêu chí}
    - {key: max, title: Điểm chuẩn, kind: decimal, total: sum('max')}
    - {key: score, title: Điểm đạt, kind: decimal, total: sum('score')}
    - {key: reason, title: Lý do}
    - {key: remedy, title: Biện pháp}
    - {key: agencies, title: Cơ quan}
    - {key: time, title: Thời gian}
  rows:
"""


def row(number: int) -> str:
    """A row of the table; its words are its own, but for one in three."""
    own = number if number % 3 else 3
    place, day, figure, rate = said(own)
    return f"""\
    - code: {number}
      name: Tỷ lệ hồ sơ của xã {place} được giải quyết đúng hạn trong năm
      max: 1
      score: 0,{figure}
      reason: Mới có {figure}/99999 hồ sơ ({rate}%) của xã {place} đúng hạn; {figure} nhà văn hóa
        thôn chưa nối mạng; tỷ lệ hồ sơ nộp trực tuyến toàn trình đạt {rate}% theo Báo cáo số
        {own % 9}/BC-SNV ngày {day}/2029.
      remedy: UBND xã {place} kiểm tra, rà soát theo Quyết định số {own % 9}/QĐ-UBND ngày
        {day}/2029, bố trí {figure} triệu đồng, hoàn thành trước ngày {day}/2030.
      agencies: {OFFICES[own % 4]}
      time: Trước ngày {day}/2030
"""


def point(number: int) -> str:
    """A sentence of the text."""
    place, day, figure, rate = said(number)
    return (
        f"{OFFICES[number % 4]} chủ trì, phối hợp với UBND xã {place} rà soát {figure} hồ sơ tồn "
        f"đọng (CCHC, TTHC) theo Kế hoạch số {number % 9}/KH-UBND ngày {day}/2029, nâng tỷ lệ hồ "
        f"sơ nộp trực tuyến toàn trình từ {rate}% lên 95%, xong trước ngày {day}/2030."
    )


def said(number: int) -> tuple[str, str, int, str]:
    """What a row or a sentence says of its own: a name, a day of a year, a figure and a rate."""
    place = f"{SYLLABLES[number // 16 % 16]} {SYLLABLES[number % 16]}"
    day = f"{number % 18 + 10}/{number % 9 + 3}"
    return place, day, number * 379 % 90_000 + 10_000, f"{number % 9 + 90},{number % 9 + 1}"


def long_plan(rows: int) -> dict[str, str]:
    """The files of a plan with so many rows, points and tasks."""
    points = "".join(f"      - {point(number)}\n" for number in range(rows))
    tasks = "".join(
        f'      - agency: so-noi-vu\n        tasks: ["{point(number + rows)}"]\n'
        for number in range(rows // 4)
    )
    plan = TINY.replace("      - Việc thứ nhất.\n", points).replace(
        "closing:",
        f"  - title: PHÂN CÔNG\n    assignments:\n{tasks}appendix: appendix.yaml\nclosing:",
    )
    table = f"title: DANH MỤC\ntable:\n{COLUMNS}" + "".join(map(row, range(1, rows + 1)))
    return {"plan": plan, "appendix": table}


def work(rows: int, folder) -> Counter[str]:
    """The lines of code that each rule runs through, loops in one line at each of their turns.

    Those that say where a finding stands are left out: a long plan may have more of them.
    """
    root = tiny_project(folder / str(rows), **long_plan(rows))
    plan, findings = load(root / "content" / "2030", root)
    assert plan, findings
    facts, steps = Facts(plan), Counter()

    def count(frame, *_):
        if frame.f_code.co_filename == source.__file__:
            return None
        steps[code] += 1
        return count

    before = sys.gettrace()
    for check in CHECKS:
        code = check.rule.code
        sys.settrace(count)
        try:
            for _ in check(facts):
                pass
        finally:
            sys.settrace(before)
    return steps


def test_twice_the_rows_are_no_more_than_twice_the_work_of_each_rule(tmp_path, monkeypatch):
    few, many = [], []
    for rows, found in ((ROWS, few), (2 * ROWS, many)):
        monkeypatch.setattr(held, "_LAST", [held._Remembered()])
        found.append(work(rows, tmp_path))
    (few,), (many,) = few, many
    assert {
        code: f"{few[code]} steps, then {steps}"
        for code, steps in many.items()
        if steps > max(AT_MOST * few[code], FEWEST * ROWS)
    } == {}
