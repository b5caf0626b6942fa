"""A PDF of the finished document, through Word where the machine has it, else LibreOffice."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from base64 import b64encode
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

LONGEST_SECONDS = 120
WINDOWS_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
)
NO_PROGRAM = "máy này không có Word hay LibreOffice nên chưa tạo được PDF"
FAILED = "{} không tạo được PDF (tệp PDF cũ đang mở?)"

_QUOTE = re.compile("['‘’‚‛]")

# 17 is wdExportFormatPDF, 2 wdStatisticPages, 3 msoAutomationSecurityForceDisable.
_BY_WORD = """\
$ErrorActionPreference = 'Stop'
$word = New-Object -ComObject Word.Application
try {{
    $word.DisplayAlerts = 0
    $word.AutomationSecurity = 3
    $document = $word.Documents.Open({document}, $false, $true, $false)
    $document.ExportAsFixedFormat({made}, 17)
    $document.ComputeStatistics(2)
    $document.Saved = $true
    $document.Close()
}} finally {{
    $word.Quit()
}}
"""


class Pdf(NamedTuple):
    """The PDF and its number of pages, or the reason why there is none."""

    path: Path | None
    pages: int = 0
    reason: str = ""


def office() -> str | None:
    """LibreOffice's program, or `None` where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((str(place) for place in WINDOWS_PLACES if place.exists()), None)


def powershell() -> str | None:
    """The program that can call Word, or `None` where there is no Word to call."""
    try:
        winreg = import_module("winreg")
    except ImportError:  # no Windows
        return None
    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, r"Word.Application\CLSID"))
    except OSError:
        return None
    return shutil.which("powershell")


def to_pdf(document: Path) -> Pdf:
    """Writes the PDF beside the document: by Word, or else by LibreOffice."""
    makers = [
        (name, program, make)
        for name, program, make in (
            ("Word", powershell(), _by_word),
            ("LibreOffice", office(), _by_libreoffice),
        )
        if program
    ]
    target = document.with_suffix(".pdf")
    for _, program, make in makers:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            try:
                pages = make(program, document, Path(folder, target.name))
                shutil.copyfile(Path(folder, target.name), target)
                return Pdf(target, pages)
            except (subprocess.SubprocessError, OSError, ValueError):
                continue
    names = " và ".join(name for name, *_ in makers)
    return Pdf(None, reason=FAILED.format(names) if names else NO_PROGRAM)


def _by_word(program: str, document: Path, made: Path) -> int:
    """Of a copy: Word asks nothing about a file that is open elsewhere."""
    copy = shutil.copyfile(document, made.with_suffix(".docx"))
    return int(_run(word_command(program, copy, made)))


def word_command(program: str, document: Path, made: Path) -> list[str]:
    """What makes Word, unseen and asking nothing, write a PDF and say its number of pages.

    The script goes to PowerShell in base64 (`-EncodedCommand`, UTF-16), so that no letter or
    quote of a path passes through a code page or a shell.
    """
    script = _BY_WORD.format(document=_quoted(document), made=_quoted(made))
    encoded = b64encode(script.encode("utf-16-le")).decode("ascii")
    return [program, "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded]


def _quoted(path: Path) -> str:
    """A path as a text of PowerShell, which any single quote ends, a curly one too."""
    return "'" + _QUOTE.sub(r"\g<0>\g<0>", str(path)) + "'"


def _by_libreoffice(program: str, document: Path, made: Path) -> int:
    profile = f"-env:UserInstallation={(made.parent / 'profile').as_uri()}"
    how = ["--headless", "--convert-to", "pdf", "--outdir", str(made.parent), str(document)]
    _run([program, profile, *how])
    return count_pages(made.read_bytes())


def _run(command: list[str]) -> bytes:
    return subprocess.run(command, capture_output=True, timeout=LONGEST_SECONDS, check=True).stdout


def count_pages(data: bytes) -> int:
    """The pages of a PDF as LibreOffice writes it, where page objects are not compressed."""
    return len(re.findall(rb"/Type\s*/Page\b", data))
