"""`docgen accept TỆP.docx [NĂM]`: edits made in Word become edits of the content."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.commands.chosen_year import folder_of
from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.docx.read import NotADocx
from docgen.load.folder import shown
from docgen.pipeline import YEAR_FOLDER
from docgen.report import findings as report

if TYPE_CHECKING:
    from docgen.accept.prove import Accepted

UNKNOWN = """\
{file} không được tạo từ nội dung hiện nay của {folder}: nội dung hoặc tệp mẫu đã sửa sau khi tạo
văn bản, hoặc tệp do người khác tạo. docgen không đoán; chưa lấy gì. Đưa nội dung về đúng lúc tạo
văn bản (ví dụ bằng git), lấy phần sửa, rồi ghép lại; hoặc sửa tay trong các tệp nội dung."""


def run(options: Namespace, say: Say) -> int:
    """`docgen accept`: shows what was edited in Word; with `--write` takes it into the content."""
    from docgen.accept.prove import accepted
    from docgen.accept.terminal import as_text

    folder = folder_of(options.root, options.year or _year_of(options.file), say)
    if folder is None:
        return USAGE
    say.stage("đọc tệp Word")
    try:
        data = options.file.read_bytes()
        found = accepted(data, folder, options.root)
    except (OSError, NotADocx) as error:
        why = error if isinstance(error, NotADocx) else "không đọc được tệp"
        say.problem(f"{options.file}: {why}")
        return USAGE
    if found.findings:
        say.out(report.as_text(list(found.findings)))
        return FINDINGS
    if not found.known:
        say.out(UNKNOWN.format(file=options.file, folder=shown(folder, options.root)))
        return FINDINGS
    say.out(as_text(found))
    if found.edits and options.write:
        return _write(found, data, options.root, say)
    if found.edits:
        say.out("\nChưa ghi gì. Ghi các chỗ lấy được vào nội dung: thêm --write.")
    return FINDINGS if found.left else CLEAN


def _write(found: Accepted, data: bytes, root: Path, say: Say) -> int:
    """Makes the edits; once nothing of the Word file is left out, `build` may write over it."""
    from docgen.edit.apply import apply
    from docgen.output import let_go

    differences, findings = apply(found.edits, root)
    if findings:
        say.out(report.as_text(findings))
    if not differences:
        return FINDINGS
    say.out("\n" + "\n".join(differences))
    say.out(f"Đã sửa {len(differences)} tệp nội dung.")
    if found.left:
        return FINDINGS
    let_go(data, root)
    say.out("Mọi chỗ sửa đã về nội dung: docgen build tạo lại được văn bản.")
    return CLEAN


def _year_of(file: Path) -> str | None:
    """The year that the name of a built document says: `KH_2024.docx`."""
    found = re.fullmatch(rf"KH_({YEAR_FOLDER})(?:[^\d].*)?", file.stem)
    return found[1] if found else None
