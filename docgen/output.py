"""Writing a document: whole or not at all, and never over somebody's work."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from docgen.finding import Finding, Rule, Severity, Where
from docgen.render.document import is_untouched

EDITED = Rule(
    "KH040",
    Severity.ERROR,
    "ghi đè tệp đã sửa trong Word",
    "Phần đã sửa bằng tay sẽ mất, không lấy lại được.",
)
OPEN_IN_WORD = Rule(
    "KH041",
    Severity.ERROR,
    "tệp đang mở trong Word",
    "Ghi khi đang mở thì lần lưu sau của Word sẽ ghi đè.",
)
NOT_WRITABLE = Rule(
    "KH042", Severity.ERROR, "không ghi được tệp", "Thư mục không cho ghi thì không có văn bản mới."
)

RULES = (EDITED, OPEN_IN_WORD, NOT_WRITABLE)


@dataclass(frozen=True, slots=True)
class Written:
    """What writing did: whether the bytes `changed`, and where an edited file was `kept`."""

    path: Path
    changed: bool
    kept: Path | None = None


def write_document(
    path: Path, data: bytes, name: str, *, force: bool = False
) -> tuple[Written | None, list[Finding]]:
    """Puts `data` at `path` by way of a temporary file beside it.

    A document that was edited since docgen wrote it stays: without `force` that is an
    finding, with `force` it is kept under a new name first.
    """
    whole = Where(name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.read_bytes() == data:
            return Written(path, changed=False), []
        if _is_open(path):
            return None, [
                OPEN_IN_WORD.at(whole, f"{name} đang mở", "Đóng tệp trong Word rồi chạy lại.")
            ]
        kept = None
        if path.exists() and not is_untouched(path):
            if not force:
                hint = "Thêm --force để tạo bản mới; bản đã sửa được giữ lại bên cạnh với tên khác."
                return None, [
                    EDITED.at(
                        whole,
                        f"{name} đã được sửa sau khi docgen tạo ra; docgen không ghi đè",
                        hint,
                    )
                ]
            kept = _free_name(path)
            replace_file(kept, path.read_bytes())
        replace_file(path, data)
    except PermissionError:
        hint = "Đóng tệp trong Word; nếu không mở, kiểm tra quyền ghi vào thư mục."
        return None, [NOT_WRITABLE.at(whole, f"không ghi được {name}", hint)]
    except OSError as error:
        return None, [
            NOT_WRITABLE.at(
                whole, f"không ghi được {name}: {error.strerror}", "Kiểm tra ổ đĩa và thư mục."
            )
        ]
    return Written(path, changed=True, kept=kept), []


def replace_file(path: Path, data: bytes) -> None:
    """Puts `data` at `path`, whole or not at all; raises `OSError` as files do."""
    handle, temporary = tempfile.mkstemp(prefix=".docgen-", suffix=path.suffix, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _is_open(path: Path) -> bool:
    """Whether Word or LibreOffice says, by its owner file, that it has the document open."""
    owners = (f"~${path.name[2:]}", f"~${path.name}", f".~lock.{path.name}#")
    return path.exists() and any((path.parent / owner).exists() for owner in owners)


def _free_name(path: Path) -> Path:
    number = 1
    while (free := path.with_name(f"{path.stem}_da-sua-{number}{path.suffix}")).exists():
        number += 1
    return free
