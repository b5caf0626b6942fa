"""Old and other files: `.doc`, `.rtf`, `.odt` become .docx through LibreOffice, where it is there.

What a file is, its bytes say; its name may lie.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from docgen.docx.package import NotAPackage, unpacked

SECONDS = 120
DOCX = "Word (.docx)"
OTHER = "tệp khác"
ODT = b"application/vnd.oasis.opendocument.text"
CONVERTED = "Tệp là {}: đã chuyển sang .docx bằng LibreOffice rồi mới đọc."
NO_TEXT = "Tệp là {}, không phải văn bản: chỉ lấy được kế hoạch soạn bằng Word (.docx, .doc)."
PDF = "Tệp là PDF: mở bằng Word (Word đọc được PDF), lưu lại dạng .docx rồi lấy tệp đó."
NO_PROGRAM = "Tệp là {}. Mở bằng Word rồi lưu lại dạng .docx, hoặc cài LibreOffice."
NOT_OPENED = "LibreOffice không mở được tệp: mở bằng Word rồi lưu lại dạng .docx."


class NoLibreOffice(ValueError):
    """The file cannot be opened here; the message is a Vietnamese sentence."""


def kind_of(data: bytes) -> str:
    """What a file is, in Vietnamese; raises `NoLibreOffice` where that is no text."""
    if data.startswith(b"%PDF"):
        raise NoLibreOffice(PDF)
    if data.startswith(b"{\\rtf"):
        return "văn bản RTF (.rtf)"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        for stream, kind in (("Workbook", "bảng tính Excel (.xls)"),
                             ("PowerPoint Document", "bài trình chiếu (.ppt)")):  # fmt: skip
            if stream.encode("utf-16-le") in data:
                raise NoLibreOffice(NO_TEXT.format(kind))
        return "Word đời cũ (.doc)"
    if data.startswith(b"PK"):
        return _packed(data)
    return OTHER


def _packed(data: bytes) -> str:
    try:
        parts = unpacked(data)
    except NotAPackage:  # whoever reads it says why
        return DOCX
    mime = parts.get("mimetype", b"")
    for folder, kind in (("xl/", "bảng tính Excel (.xlsx)"), ("ppt/", "bài trình chiếu (.pptx)")):
        if any(name.startswith(folder) for name in parts):
            raise NoLibreOffice(NO_TEXT.format(kind))
    if mime.startswith(ODT):
        return "văn bản OpenDocument (.odt)"
    if mime:
        raise NoLibreOffice(NO_TEXT.format("bảng tính hoặc bản vẽ OpenDocument"))
    return DOCX


def as_docx(data: bytes, kind: str, name: str) -> bytes:
    """The bytes of a file of a kind as .docx. Raises `NoLibreOffice`."""
    if kind == DOCX:
        return data
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise NoLibreOffice(NO_PROGRAM.format(kind))
    with TemporaryDirectory(prefix="docgen-") as folder:
        scratch = Path(folder)
        source = scratch / f"van-ban{Path(name).suffix}"
        source.write_bytes(data)
        command = [
            office, f"-env:UserInstallation={(scratch / 'profile').as_uri()}", "--headless",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(scratch / "docx"), str(source),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
            return (scratch / "docx" / "van-ban.docx").read_bytes()
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoLibreOffice(NOT_OPENED) from error
