"""`docgen accept TỆP.docx [NĂM]`: edits made in Word become edits of the content."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path

from docgen.commands.chosen_year import folder_of
from docgen.commands.say import FINDINGS, USAGE, Say
from docgen.commands.taking import take
from docgen.docx.read import NotADocx
from docgen.pipeline import YEAR_FOLDER
from docgen.report import findings as report

COMMENTED = (
    "Nhận xét không vào nội dung; docgen build sẽ giữ tệp Word này bên cạnh văn bản mới, "
    "hoặc gom nhận xét thành danh sách: docgen gather."
)


def run(options: Namespace, say: Say) -> int:
    """`docgen accept`: shows what was edited in Word; with `--write` takes it into the content.

    Once nothing of the Word file is left out, `build` may write over it.
    """
    from docgen.accept.look import look
    from docgen.output import let_go

    folder = folder_of(options.root, options.year or _year_of(options.file), say)
    if folder is None:
        return USAGE
    say.stage("đọc tệp Word")
    try:
        data = options.file.read_bytes()
        found = look(data, folder, options.root)
    except (OSError, NotADocx) as error:
        why = error if isinstance(error, NotADocx) else "không đọc được tệp"
        say.problem(f"{options.file}: {why}")
        return USAGE
    if found.findings:
        say.out(report.as_text(list(found.findings)))
        return FINDINGS
    code, is_all, files = take(found, options, say, "Word", "accept")
    if is_all:
        let_go(data, options.root)
    if is_all and found.remarks:
        say.out(COMMENTED)
    if is_all and files:
        say.out("Mọi chỗ sửa đã về nội dung: docgen build tạo lại được văn bản.")
    return code


def _year_of(file: Path) -> str | None:
    """The year that the name of a built document says: `KH_2024.docx`."""
    found = re.fullmatch(rf"KH_({YEAR_FOLDER})(?:[^\d].*)?", file.stem)
    return found[1] if found else None
