"""What an agency says of a task, and what that comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

DONE, DOING, NOT_BEGUN = "Hoàn thành", "Đang thực hiện", "Chưa thực hiện"
STATES = (DONE, DOING, NOT_BEGUN)
Verdict = Literal["in time", "done late", "going on", "overdue", "silent", "asked"]
# The words of the tables, in their order.
VERDICTS: dict[Verdict, str] = {
    "in time": "Hoàn thành đúng hạn",
    "done late": "Hoàn thành quá hạn",
    "going on": "Đang làm, còn hạn",
    "overdue": "Quá hạn, chưa xong",
    "silent": "Chưa báo cáo",
    "asked": "Cần hỏi lại",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What one line of a workbook says; `state` is one of `STATES`, or "" for nothing said."""

    state: str = ""
    done_on: date | None = None
    result: str = ""
    evidence: str = ""
    note: str = ""


SILENT = Said()


def verdict(said: Said, due: date | None, today: date) -> Verdict:
    """What it comes to on a day; what has no term cannot be late."""
    if said.state == DONE:
        return "done late" if due and said.done_on and said.done_on > due else "in time"
    if due and due < today:
        return "overdue" if said != SILENT else "silent"
    return "going on" if said != SILENT else "silent"
