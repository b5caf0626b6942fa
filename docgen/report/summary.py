"""What a build tells about the plan it printed: how much there is, and the totals."""

from __future__ import annotations

from docgen import vietnamese
from docgen.plan.compute import ComputedTable
from docgen.plan.model import Item, Plan
from docgen.plan.reading_order import leaves
from docgen.view.plan import View


def facts(plan: Plan, view: View) -> list[str]:
    """A few lines: the assignments, and each appendix with its rows and totals."""
    blocks = [assignment for item in _all(plan.sections) for assignment in item.assignments]
    tasks = sum(len(block.tasks) + len(block.text) + bool(block.task) for block in blocks)
    lines = [f"Phân công: {len(blocks)} đầu mối, {tasks} nhiệm vụ"] if blocks else []
    lines += [
        f"{appendix.label}: {_table_facts(block.table.computed)}"
        for appendix in view.appendices
        for block in appendix.body
        if block.table
    ]
    return lines


def _all(items: tuple[Item, ...]) -> list[Item]:
    return [each for item in items for each in (item, *_all(item.items))]


def _table_facts(computed: ComputedTable) -> str:
    rows = sum(1 for _ in leaves(computed.table.rows))
    totals = [
        f"{column.title.value.lower()} {vietnamese.format_decimal(total)}"
        for column in computed.table.columns
        if (total := computed.totals.get(column.key.value)) is not None
    ]
    return f"{rows} dòng" + (f"; tổng: {', '.join(totals)}" if totals else "")
