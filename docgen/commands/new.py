"""`docgen new NĂM --from NĂM`: starts a year from another."""

from __future__ import annotations

import re
from argparse import Namespace

from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.load.folder import shown
from docgen.pipeline import YEAR_FOLDER
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
    say.out(f"\nCần làm ({len(started.to_do)} chỗ):")
    for finding in started.to_do:
        say.out(
            f"  {finding.where}: {finding.message}" + (f". {finding.hint}" if finding.hint else "")
        )
    return CLEAN
