"""A PDF of the finished document, through LibreOffice where the machine has it."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

LONGEST_SECONDS = 120
WINDOWS_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
)


@dataclass(frozen=True, slots=True)
class Pdf:
    """The PDF and its number of pages, or the reason why there is none."""

    path: Path | None
    pages: int = 0
    reason: str = ""


def office() -> str | None:
    """LibreOffice's program, or `None` where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((str(place) for place in WINDOWS_PLACES if place.exists()), None)


def to_pdf(document: Path) -> Pdf:
    """Writes the PDF beside the document."""
    program = office()
    if program is None:
        return Pdf(None, reason="máy này không có LibreOffice nên chưa tạo được PDF")
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        how = ["--headless", "--convert-to", "pdf", "--outdir", folder, str(document)]
        try:
            subprocess.run(
                [program, profile, *how],
                capture_output=True,
                timeout=LONGEST_SECONDS,
                check=True,
            )
            made = Path(folder) / f"{document.stem}.pdf"
            target = document.with_suffix(".pdf")
            shutil.copyfile(made, target)
        except (subprocess.SubprocessError, OSError):
            return Pdf(None, reason="LibreOffice không tạo được PDF (tệp PDF cũ đang mở?)")
    return Pdf(target, count_pages(target.read_bytes()))


def count_pages(data: bytes) -> int:
    """The pages of a PDF as LibreOffice writes it, where page objects are not compressed."""
    return len(re.findall(rb"/Type\s*/Page\b", data))
