"""The workbook of an agency that came back: what it says of each line, and what is doubtful in it.

Columns are known by their titles and lines by their addresses, so either may have been moved.
Nothing doubtful is guessed: it becomes a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from docgen.plan.dates import Period
from docgen.tasking.lines import plain_letters
from docgen.tasking.status import DONE, STATES, Said
from docgen.tasking.workbook import (
    DONE_ON,
    EVIDENCE,
    GUIDE,
    HIDDEN,
    KEY,
    NOTE,
    REPORT,
    RESULT,
    STATE,
)
from docgen.vietnamese import closest, format_day, parse_partial_day
from docgen.workbooks import NO_WORKBOOK, NotReadable, results_of, values

NOT_OURS = "tệp này không do docgen sheets tạo ra, hoặc đã mất trang, mất cột"
_EXCEL_DAY_0 = date(1899, 12, 30)
_SERIALS = range(36526, 73051)  # the days of 2000 to 2099 as Excel counts them


class NotAReport(ValueError):
    """The file holds no report; the message is a Vietnamese sentence without its full stop."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A line that came back: where in the file, its address and words then, what it says.

    `question` is what must be asked before it counts; "" for nothing.
    """

    row: int
    address: str
    words: str
    said: Said
    question: str = ""

    @property
    def letters(self) -> str:
        """What it is known by where its address has moved."""
        return plain_letters(self.words)


@dataclass(frozen=True, slots=True)
class Report:
    """What one file says: of which year's plan, whose it is, who filled it in."""

    file: str
    year: str
    agency: str
    unit: str
    lines: tuple[Reported, ...]


def report_of(data: bytes, file: str, period: Period | None, today: date) -> Report:
    """The report in a workbook, whoever saved it last; raises `NotAReport`."""
    try:
        return _report(data, file, _Days(period, today))
    except NotAReport:
        raise
    except NotReadable as error:
        raise NotAReport(str(error)) from error
    except Exception as error:
        raise NotAReport(NO_WORKBOOK) from error


def _report(data: bytes, file: str, days: _Days) -> Report:
    workbook = results_of(data)
    if not {REPORT, GUIDE, HIDDEN} <= set(workbook.sheetnames):
        raise NotAReport(NOT_OURS)
    sent, rows = values(workbook[HIDDEN]), values(workbook[REPORT])
    head = sent.pop(1, {})
    words = {_text(row.get(1)): _text(row.get(2)) for row in sent.values()}
    unit = values(workbook[GUIDE]).get(1, {}).get(2)
    places = {_text(title): at for at, title in rows.pop(1, {}).items()}
    if missing := [each for each in (KEY, STATE, DONE_ON) if each not in places]:
        raise NotAReport(f"{NOT_OURS}: không thấy cột {', '.join(missing)}")
    lines = []
    seen: dict[str, int] = {}
    for number, row in rows.items():
        cells = {title: row.get(at) for title, at in places.items()}
        if not any(_text(each) for each in cells.values()):
            continue
        address = _text(cells[KEY])
        said, question = _said(cells, days)
        if address in seen and address:
            question = question or f"việc này đã ghi ở dòng {seen[address]}; giữ dòng nào?"
        elif not address and said != Said():
            question = "dòng không có mã: báo cáo cho việc nào?"
        seen.setdefault(address, number)
        lines.append(Reported(number, address, words.get(address, ""), said, question))
    return Report(file, _text(head.get(1)), _text(head.get(2)), _text(unit), tuple(lines))


def _said(cells: Mapping[str, object], days: _Days) -> tuple[Said, str]:
    """What a line says, and the first question about it."""
    state, about_state = _state(cells[STATE])
    day, about_day = days.read(cells[DONE_ON])
    said = Said(state, day, *(_text(cells.get(each)) for each in (RESULT, EVIDENCE, NOTE)))
    questions = [about_state, about_day]
    if not about_state and not about_day:
        questions += _contradictions(said, dated=bool(_text(cells[DONE_ON])))
    return said, next(filter(None, questions), "")


def _state(value: object) -> tuple[str, str]:
    written = _text(value)
    if not written:
        return "", ""
    plain = {plain_letters(each): each for each in STATES}
    if known := plain.get(plain_letters(written)):
        return known, ""
    near = closest(written, STATES)
    meant = f"có phải “{near[0]}” không?" if near else f"chọn một trong: {', '.join(STATES)}"
    return "", f"trạng thái “{written}”: {meant}"


def _contradictions(said: Said, *, dated: bool) -> Iterator[str]:
    if dated and said.state != DONE:
        state = f"trạng thái “{said.state}”" if said.state else "chưa ghi trạng thái"
        yield f"có ngày hoàn thành mà {state}: đã hoàn thành chưa?"
    if not said.state and (said.result or said.evidence):
        yield "có kết quả mà chưa ghi trạng thái: đã hoàn thành chưa?"


class _Days:
    """Reads the day on which something was done."""

    def __init__(self, period: Period | None, today: date) -> None:
        self.first = date(period, 1, 1) if period else date.min
        self.today = today

    def read(self, value: object) -> tuple[date | None, str]:
        """The day, or the question what is meant."""
        if value is None or not _text(value):
            return None, ""
        if isinstance(value, datetime):
            return self._held(value.date())
        if isinstance(value, date):
            return self._held(value)
        written = _text(value)
        if isinstance(value, int | float) or written.isdecimal():
            return None, self._of_number(written)
        known = parse_partial_day(written)
        if known is None:
            return None, f"ngày hoàn thành “{written}” không phải một ngày: là ngày nào?"
        year, month, day = known
        if month is None or day is None:
            return None, f"ngày hoàn thành “{written}” chưa đủ ngày, tháng, năm: là ngày nào?"
        return self._held(date(year, month, day))

    @staticmethod
    def _of_number(written: str) -> str:
        number = written.partition(".")[0]
        if re.fullmatch(r"\d{5}", number) and int(number) in _SERIALS:
            day = format_day(_EXCEL_DAY_0 + timedelta(days=int(number)))
            return f"ngày hoàn thành “{written}” là số: có phải ngày {day} không?"
        return f"ngày hoàn thành “{written}” là số: là ngày nào?"

    def _held(self, day: date) -> tuple[date | None, str]:
        if self.first <= day <= self.today:
            return day, ""
        why = "sau ngày tổng hợp" if day > self.today else "trước khi có Kế hoạch"
        swapped = date(day.year, day.day, day.month) if day.day <= 12 else None
        fits = swapped and swapped != day and self.first <= swapped <= self.today
        meant = f"có phải ngày {format_day(swapped)} không?" if swapped and fits else "là ngày nào?"
        return None, f"ngày hoàn thành {format_day(day)} {why}: {meant}"


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
