"""`docgen new NĂM --from NĂM`: starts a year from another."""

from __future__ import annotations

import re
from argparse import Namespace

from docgen.commands import todo
from docgen.commands.deliver import deliver
from docgen.commands.say import FINDINGS, USAGE, Say
from docgen.edit.work_list import as_text, work_list
from docgen.load.folder import load, shown
from docgen.pipeline import CONTENT, YEAR_FOLDER
from docgen.report import findings as report


def run(options: Namespace, say: Say) -> int:
    """`docgen new NĂM --from NĂM`."""
    from docgen.edit.next_year import start_year
    from docgen.plan.dates import Period

    new, old = (
        Period.parse(each) if re.fullmatch(YEAR_FOLDER, each) else None
        for each in (options.year, options.source)
    )
    if new is None or old is None:
        say.problem(
            "năm viết bằng chữ số, ví dụ: docgen new 2025 --from 2024,"
            " docgen new 2031-2035 --from 2026-2030"
        )
        return USAGE
    started = start_year(options.root, new, old)
    if started.findings:
        say.out(report.as_text(started.findings))
        return FINDINGS
    for path in started.files:
        say.out(f"Đã tạo {shown(path, options.root)}")
    plans = [load(options.root / CONTENT / str(each), options.root)[0] for each in (new, old)]
    assert plans[0] is not None
    kinds = work_list(plans[0], started.to_do, plans[1])
    say.out(f"\n{as_text(kinds, todo.SHOWN)}\n")
    path = todo.default_file(options.root, str(new))
    code = deliver(todo.as_file(kinds, path, plans[0]), path, options.root, say)
    say.out(f"Xem lại cả danh sách: docgen todo {new}; của một cơ quan: thêm --agency MÃ")
    return code
