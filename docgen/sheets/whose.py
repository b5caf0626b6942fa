"""Which lines of a sheet concern an agency: what it is given, and what speaks of it."""

from __future__ import annotations

from docgen.plan.agencies import within
from docgen.sheets.lines import TASK_POSITION, Line, Sheet, Sheets
from docgen.tasking.ownership import Duty, duties, spot
from docgen.view.plan import build_view


class Whose:
    """Who has what of a plan (`docgen.tasking`), line by line."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets
        plan = sheets.paper.plan
        self.agencies = plan.agencies
        self.rows: dict[int, Duty] = {}
        self.texts: dict[tuple[str, int], Duty] = {}
        for duty in duties(plan, build_view(plan)[0]):
            if duty.row:
                self.rows[id(duty.row)] = duty
            else:
                self.texts |= {spot(text): duty for text in duty.texts}

    def of(self, key: str, sheet: Sheet) -> list[str]:
        """The addresses of the lines that an agency is given, or that name it or its group."""
        meant = {each for each in self.agencies if key in within(each, self.agencies)}
        known = ((line.address, self._duty(line)) for line in sheet.lines)
        return [
            address for address, duty in known
            if duty and (key in duty.given or meant & {*duty.given, *duty.named})
        ]  # fmt: skip

    def _duty(self, line: Line) -> Duty | None:
        if line.row:
            return self.rows.get(id(line.row))
        origins = self.sheets.origins(line, TASK_POSITION) if line.assignment else ()
        text = origins[0].text if origins else None
        return self.texts.get(spot(text)) if text else None
