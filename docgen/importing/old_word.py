"""Old files: `.doc` and the like become .docx through LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

SECONDS = 120
WORD = (".docx", ".docm")


class NoLibreOffice(ValueError):
    """The file cannot be opened here; the message is a Vietnamese sentence."""


def as_docx(path: Path) -> bytes:
    """The bytes of a file as .docx. Raises `NoLibreOffice`, and `OSError` as files do."""
    data = path.read_bytes()
    if path.suffix.lower() in WORD or data[:2] == b"PK":
        return data
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise NoLibreOffice(
            "Tệp không phải .docx. Mở bằng Word rồi lưu lại dạng .docx, hoặc cài LibreOffice."
        )
    with TemporaryDirectory(prefix="docgen-") as folder:
        scratch = Path(folder)
        command = [
            office, f"-env:UserInstallation={(scratch / 'profile').as_uri()}", "--headless",
            "--convert-to", "docx", "--outdir", folder, str(path.resolve()),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
            return (scratch / f"{path.stem}.docx").read_bytes()
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoLibreOffice(
                "LibreOffice không mở được tệp: mở bằng Word rồi lưu lại dạng .docx."
            ) from error
