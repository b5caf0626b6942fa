"""Writing several content files: all of them or none, whatever happens meanwhile.

The new texts are put beside the files first; then a journal that names them; then each takes
its file's place; then the journal goes. Killed before the journal is there, everything is old.
Killed after, `finish` (every command begins with it) does what is left, and everything is new.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from docgen.edit.journal import ASIDE, JOURNAL, set_aside
from docgen.finding import Finding, Rule, Severity, Where
from docgen.load.folder import shown
from docgen.project import CONTENT
from docgen.refused import why

CHANGED = Rule(
    "KH050", Severity.ERROR, "tệp nội dung vừa được sửa ở nơi khác",
    "Ghi tiếp thì phần vừa sửa sẽ mất.",
)  # fmt: skip
NOT_WRITTEN = Rule(
    "KH052", Severity.ERROR, "không ghi được tệp nội dung",
    "Các sửa đổi đi cùng nhau: một tệp không ghi được thì không tệp nào được ghi.",
)  # fmt: skip
INTERRUPTED = Rule(
    "KH053", Severity.WARNING, "lần ghi trước bị ngắt giữa chừng",
    "Tệp đã bị sửa trước khi docgen ghi nốt được; bản docgen định ghi để bên cạnh.",
)  # fmt: skip
RULES = (CHANGED, NOT_WRITTEN, INTERRUPTED)

_STALE_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Replacement:
    """A file, the bytes that it must still have, and those that it gets."""

    path: Path
    old: bytes
    new: bytes


@dataclass(frozen=True, slots=True)
class _Step:
    """One file of the journal: paths relative to the project, sums of what is and will be there."""

    path: str
    beside: str
    old: str
    new: str


def write_all(replacements: Sequence[Replacement], root: Path) -> list[Finding]:
    """Puts every new text in its place, or none of them; findings say why nothing was written."""
    findings = finish(root)
    for each in replacements:
        name = shown(each.path, root)
        try:
            now = each.path.read_bytes()
        except OSError as error:
            return [*findings, _not_written(name, error)]
        if now != each.old:
            return [*findings, changed(name)]
    steps: list[_Step] = []
    done: list[Replacement] = []
    try:
        steps.extend(_beside(each, root) for each in replacements)
        _note(steps, root)
        for each, step in zip(replacements, steps, strict=True):
            (root / step.beside).replace(each.path)
            done.append(each)
    except OSError as error:
        _take_back(done, root)
        _clear(steps, root)
        return [*findings, _not_written(shown(replacements[len(done)].path, root), error)]
    except BaseException:
        if not (root / JOURNAL).exists():
            _clear(steps, root)
        raise
    (root / JOURNAL).unlink(missing_ok=True)
    return findings


def write_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Makes a folder with these files, whole or not at all; one that is there gives way.

    Raises `OSError` as files do.
    """
    _settle_folders(target.parent)
    folder, old = (target.with_name(f"{each}{target.name}") for each in ("~$new-", ASIDE))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)  # not tempfile's: on Windows its private access rights would stay
    try:
        for name, data in files.items():
            (folder / name).write_bytes(data)
        if target.exists():
            target.rename(old)
        folder.rename(target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if old.exists() and not target.exists():
            old.rename(target)
        shutil.rmtree(old, ignore_errors=True)


def _settle_folders(content: Path) -> None:
    """A folder that was set aside goes where the new one came, or else comes back."""
    for old in set_aside(content):
        target = old.with_name(old.name.removeprefix(ASIDE))
        if target.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(target)


def changed(name: str) -> Finding:
    """The finding of a file that was saved by somebody since it was read."""
    hint = "Chạy lại lệnh: docgen đọc bản mới rồi làm lại từ đầu."
    return CHANGED.at(Where(name), f"{name} đã được sửa từ lúc docgen đọc; chưa ghi gì", hint)


def finish(root: Path) -> list[Finding]:
    """Does what an interrupted writing had left; a finding for a file changed meanwhile."""
    _settle_folders(root / CONTENT)
    journal = root / JOURNAL
    try:
        steps = [_Step(**each) for each in json.loads(journal.read_text(encoding="utf-8"))]
    except FileNotFoundError:
        return []
    except (ValueError, TypeError):
        journal.unlink()
        message = "không đọc được sổ của lần ghi bị ngắt, nên không ghi nốt được"
        hint = "Xem lại các tệp nội dung vừa sửa, cần thì sửa lại lần nữa."
        return [INTERRUPTED.at(Where(shown(journal, root)), message, hint)]
    findings = []
    for step in steps:
        path, beside = root / step.path, root / step.beside
        if not beside.exists():
            continue
        if path.exists() and _sum(path.read_bytes()) not in (step.old, step.new):
            kept = path.with_name(f"{path.name}.docgen-moi")
            beside.replace(kept)
            message = f"{step.path} đã bị sửa sau khi lần ghi trước bị ngắt giữa chừng"
            hint = f"So với {shown(kept, root)}, lấy phần cần lấy rồi xóa tệp đó."
            findings.append(INTERRUPTED.at(Where(step.path), message, hint))
        else:
            beside.replace(path)
    journal.unlink(missing_ok=True)
    return findings


def _take_back(done: Sequence[Replacement], root: Path) -> None:
    """Puts back what was replaced before one could not be; by a journal of its own."""
    back = [Replacement(each.path, each.new, each.old) for each in done]
    _note([_beside(each, root) for each in back], root)
    finish(root)


def _beside(each: Replacement, root: Path) -> _Step:
    """Puts the new text beside its file, safe on the disk."""
    now = time.time()
    for stray in each.path.parent.glob(".docgen-*.tmp"):
        with suppress(OSError):
            if now - stray.stat().st_mtime > _STALE_SECONDS:
                stray.unlink()
    handle, name = tempfile.mkstemp(prefix=".docgen-", suffix=".tmp", dir=each.path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(each.new)
        file.flush()
        os.fsync(file.fileno())
    Path(name).chmod(each.path.stat().st_mode & 0o777)
    path, beside = (shown(one, root) for one in (each.path, Path(name)))
    return _Step(path, beside, _sum(each.old), _sum(each.new))


def _note(steps: Iterable[_Step], root: Path) -> None:
    """Puts the journal in its place, whole at once."""
    handle, name = tempfile.mkstemp(prefix=".docgen-", suffix=".tmp", dir=root)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump([asdict(step) for step in steps], file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(root / JOURNAL)


def _clear(steps: Iterable[_Step], root: Path) -> None:
    for step in steps:
        (root / step.beside).unlink(missing_ok=True)


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _not_written(name: str, error: OSError) -> Finding:
    message = f"không ghi được {name}: {why(error)}; chưa tệp nào được ghi"
    return NOT_WRITTEN.at(Where(name), message, "Đóng tệp nếu đang mở; kiểm tra quyền ghi.")
