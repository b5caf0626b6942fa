"""`docgen new NĂM --from NĂM`: starts a year from another."""

from __future__ import annotations

from argparse import Namespace

from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.load.folder import shown
from docgen.report import findings as report


def run(options: Namespace, say: Say) -> int:
    """`docgen new NĂM --from NĂM`."""
    from docgen.edit.next_year import start_year

    if not (options.year.isdigit() and options.source.isdigit()):
        say.problem("năm viết bằng chữ số, ví dụ: docgen new 2025 --from 2024")
        return USAGE
    started = start_year(options.root, int(options.year), int(options.source))
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
