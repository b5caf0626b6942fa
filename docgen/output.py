"""Writing files: whole or not at all, and never over somebody's work."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
import time
import zipfile
from pathlib import Path
from typing import IO, NamedTuple

from docgen import project
from docgen.finding import Finding, Rule, Severity, Where
from docgen.refused import why
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
NOT_OURS = Rule(
    "KH043",
    Severity.ERROR,
    "ghi đè tệp không do docgen tạo",
    "Tệp của người khác, hoặc đã sửa sau khi docgen tạo ra, sẽ mất.",
)

RULES = (EDITED, OPEN_IN_WORD, NOT_WRITABLE, NOT_OURS)

OUTPUT = project.OUTPUT
LEDGER = OUTPUT / ".docgen" / "written.txt"
# A virus scanner or a synchronising folder holds a new file for a moment.
ATTEMPTS, PAUSES_A_SECOND = 5, 10
MOST_REMEMBERED = 2_000  # the sheets of a province's communes are some hundreds
COMMENTS = "word/comments.xml"


class Written(NamedTuple):
    """What writing did: whether the bytes `changed`, and where an edited file was `kept`."""

    path: Path
    changed: bool
    kept: Path | None = None


def write_document(
    path: Path, data: bytes, name: str, *, force: bool = False
) -> tuple[Written | None, list[Finding]]:
    """Puts `data` at `path` by way of a temporary file beside it.

    A document that was edited since docgen wrote it stays: without `force` that is a finding,
    with `force` it is kept under a new name first. So is one whose edits are all in the content
    but that has comments: these are nowhere else.
    """
    whole = Where(name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.read_bytes() == data:
            return Written(path, changed=False), []
        if owner := _holder(path):
            message = f"{name} đang mở ({owner.name} nằm cạnh tệp)"
            return None, [OPEN_IN_WORD.at(whole, message, "Đóng tệp trong Word rồi chạy lại.")]
        kept = None
        if path.exists() and not is_untouched(path):
            let_go = _let_go(path)
            if not force and not let_go:
                hint = (
                    f"Lấy phần đã sửa về nội dung: docgen accept {name}. Hoặc thêm --force để "
                    "tạo bản mới; bản đã sửa được giữ lại bên cạnh với tên khác."
                )
                return None, [
                    EDITED.at(
                        whole,
                        f"{name} đã được sửa sau khi docgen tạo ra; docgen không ghi đè",
                        hint,
                    )
                ]
            if not let_go or has_comments(path.read_bytes()):
                kept = _free_name(path)
                replace_file(kept, path.read_bytes())
        replace_file(path, data)
    except OSError as error:
        return None, [_not_written(error, path, name)]
    return Written(path, changed=True, kept=kept), []


def save(path: Path, data: bytes, name: str, root: Path) -> Finding | None:
    """Puts a file that somebody asked for at `path`; a finding where it was not written.

    Only what docgen itself wrote there, unchanged since, gives way: the digests of such files
    are kept in the project at `root`. Folders on the way are made.
    """
    try:
        if path.exists() and _digest(path.read_bytes()) not in _written(root):
            hint = "Ghi ra tên khác, hoặc đổi tên tệp đang có."
            message = f"đã có {name}, không do docgen tạo hoặc đã sửa sau khi docgen tạo ra"
            return NOT_OURS.at(Where(name), message, hint)
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
        _remember(root, data)
    except OSError as error:
        return _not_written(error, path, name)
    return None


def let_go(data: bytes, root: Path) -> None:
    """Lets `build` write over a document with these bytes: all that was edited in it is content."""
    _remember(root, data)


def has_comments(data: bytes) -> bool:
    """Whether people have put comments into a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return COMMENTS in package.namelist() and b"<w:comment " in package.read(COMMENTS)


def _let_go(document: Path) -> bool:
    return _digest(document.read_bytes()) in _written(document.parent.parent)


def _remember(root: Path, data: bytes) -> None:
    ledger = root / LEDGER
    ledger.parent.mkdir(parents=True, exist_ok=True)
    replace_file(ledger, "".join(f"{each}\n" for each in _kept(root, data)).encode("ascii"))


def replace_file(path: Path, data: bytes) -> None:
    """Puts `data` at `path`, whole or not at all; raises `OSError` as files do.

    The temporary file beside it has a name that synchronising folders leave alone.
    """
    handle, temporary = tempfile.mkstemp(prefix="~$docgen-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        _patiently(Path(temporary), path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def append_line(path: Path, line: str) -> None:
    """Adds a line to a log, on the disk before it returns; raises `OSError` as files do.

    Where the last line was torn, by a power cut, the new one begins on a line of its own.
    """
    with path.open("a+b") as file:
        file.seek(-min(1, file.seek(0, os.SEEK_END)), os.SEEK_END)
        torn = file.read(1) not in (b"", b"\n")
        file.write(b"\n" * torn + f"{line}\n".encode())
        file.flush()
        os.fsync(file.fileno())


def _patiently(temporary: Path, path: Path) -> None:
    for attempt in range(1, ATTEMPTS + 1):
        try:
            temporary.replace(path)
        except PermissionError:
            if attempt == ATTEMPTS:
                raise
            time.sleep(1 / PAUSES_A_SECOND)
        else:
            return


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _written(root: Path) -> list[str]:
    """The digests of the files that docgen wrote for this project, the newest last."""
    try:
        return (root / LEDGER).read_text(encoding="ascii", errors="replace").split()
    except FileNotFoundError:
        return []


def _kept(root: Path, data: bytes) -> list[str]:
    new = _digest(data)
    return [*(each for each in _written(root) if each != new), new][-MOST_REMEMBERED:]


def _not_written(error: OSError, path: Path, name: str) -> Finding:
    owner = next((each for each in _owner_files(path) if each.exists()), None)
    if owner:
        message = f"không ghi được {name}: tệp đang mở ({owner.name} nằm cạnh tệp)"
        return NOT_WRITABLE.at(Where(name), message, "Đóng tệp rồi chạy lại.")
    if isinstance(error, PermissionError):
        hint = "Đóng tệp trong Word, Excel; nếu không mở, kiểm tra quyền ghi vào thư mục."
        return NOT_WRITABLE.at(Where(name), f"không ghi được {name}", hint)
    message = f"không ghi được {name}: {why(error)}"
    return NOT_WRITABLE.at(Where(name), message, "Kiểm tra ổ đĩa và thư mục.")


def _owner_files(path: Path) -> tuple[Path, ...]:
    """Where Word and LibreOffice say who has a document open."""
    names = (f"~${path.name[2:]}", f"~${path.name}", f".~lock.{path.name}#")
    return tuple(path.parent / each for each in names)


def _holder(path: Path) -> Path | None:
    """The owner file of a document that a program holds open.

    An owner file alone tells nothing: Word leaves it behind when it dies. So the document is
    opened for writing, which Windows refuses while Word has it.
    """
    owner = next((each for each in _owner_files(path) if each.exists()), None)
    if owner is None or not path.is_file():
        return None
    try:
        with path.open("r+b") as file:
            return owner if _is_locked(file) else None
    except OSError:
        return owner


def _is_locked(file: IO[bytes]) -> bool:
    """Whether another program holds a lock on an open file, as LibreOffice does outside Windows."""
    try:
        import fcntl
    except ImportError:
        return False
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False


def _free_name(path: Path) -> Path:
    number = 1
    while (free := path.with_name(f"{path.stem}_da-sua-{number}{path.suffix}")).exists():
        number += 1
    return free
