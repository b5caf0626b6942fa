"""`docgen import TỆP.docx --year NĂM`: an old plan becomes content."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.docx.read import NotADocx
from docgen.load.folder import shown
from docgen.pipeline import CONTENT, YEAR_FOLDER
from docgen.plan.dates import Period
from docgen.refused import why
from docgen.report import findings as report

if TYPE_CHECKING:
    from docgen.importing.take_over import Taken


def run(options: Namespace, say: Say) -> int:
    """`docgen import TỆP.docx --year NĂM`."""
    from docgen.importing.old_word import CONVERTED, DOCX, NoLibreOffice, as_docx, kind_of
    from docgen.importing.take_over import folder_of, taken, write

    years = Period.parse(options.year) if re.fullmatch(YEAR_FOLDER, options.year) else None
    if years is None:
        say.problem("năm viết bằng chữ số: --year 2023, hoặc --year 2021-2025")
        return USAGE
    file: Path = options.file
    say.stage("đọc văn bản, tạo thử nội dung")
    try:
        whole = file.read_bytes()
        kind = kind_of(whole)
        data = as_docx(whole, kind, file.name)
        result = taken(data, file.name, years, options.root, year_field=options.year_field)
    except (NotADocx, NoLibreOffice) as error:
        say.problem(f"{file}: {error}")
        return USAGE
    except OSError as error:
        say.problem(f"không đọc được tệp {file}: {why(error)}")
        return USAGE
    findings = write(result, years, options.root, replace_year=options.replace)
    if findings:
        say.out(report.as_text(findings))
        return FINDINGS
    if kind != DOCX:
        say.out(f"{CONVERTED.format(kind)}\n")
    say.out(
        "\n".join(_told(result, shown(options.root / CONTENT / folder_of(years), options.root)))
    )
    return FINDINGS if result.blocked else CLEAN


def _told(result: Taken, folder: str) -> list[str]:
    from docgen.importing.source_note import FORMED, left_over, missing, told

    lines = [f"Đã tạo {folder}/{name}" for name in sorted(result.files)]
    if result.arrived:
        lines += ["", *(f"  {each}" for each in told(result.arrived))]
        if gone := missing(result.arrived, result.files):
            lines += ["", f"Chưa đưa vào được ({len(gone)}):", *(f"  {each}" for each in gone)]
        if result.arrived.formed:
            lines += ["", f"{FORMED}:", *(f"  {each}" for each in result.arrived.formed)]
    if result.left:
        lines += ["", "Không có chỗ trong nội dung:"]
        lines += [f"  {each}" for each in left_over(result.left, result.files)]
    if result.to_fill:
        lines += ["", "Cần điền ở plan.yaml:", *(f"  {each}" for each in result.to_fill)]
    if result.proposed:
        lines += ["", "Cơ quan mới, đã thêm vào content/agencies.yaml; xem lại tên chính thức:"]
        lines += [f"  {name}" for name in result.proposed.values()]
    if result.blocked:
        lines += ["", "Nội dung chưa tạo được văn bản:", report.as_text(list(result.blocked))]
    else:
        lines += ["", f"docgen build {Path(folder).name} tạo được văn bản."]
    return lines
