"""What nobody foresaw: a report that an officer can send to who mends docgen."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from docgen import __version__
from docgen.output import OUTPUT, replace_file
from docgen.visible import visible

REPORTS = OUTPUT / ".docgen"
LONGEST_MESSAGE = 300


def report(error: BaseException, arguments: Sequence[str], root: Path) -> Path | None:
    """Writes what went wrong into a new file of the project; None where none can be written.

    In it: versions, the command without folders, where in the code it stopped. Not in it: the
    content, the names of folders, of the computer or of its user.
    """
    now = datetime.now(UTC)
    lines = [
        "docgen dừng vì một lỗi của chính chương trình.",
        "Tệp này không chứa nội dung kế hoạch; có thể gửi cho người phụ trách phần mềm.",
        "",
        f"docgen {__version__}, Python {platform.python_version()}, {platform.system()}",
        f"Lúc: {now:%Y-%m-%d %H:%M} UTC",
        f"Lệnh: docgen {' '.join(map(_bare, arguments))}",
        "",
        *_chain(error),
    ]
    target = root / REPORTS / f"loi-{now:%Y%m%d-%H%M%S}.txt"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target, (visible("\n".join(lines)) + "\n").encode("utf-8"))
    except OSError:
        return None
    return target


def _chain(error: BaseException | None) -> list[str]:
    """An error and those that led to it, the last first; each with the code that it passed."""
    lines: list[str] = []
    while error is not None:
        lines += [f"{type(error).__name__}: {_message(error)}"]
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            lines.append(f"  {_bare(frame.filename)}:{frame.lineno} {frame.name}")
        error = error.__cause__ or error.__context__
    return lines


def _message(error: BaseException) -> str:
    """The first line of what it says; nothing of an error that quotes what it was given."""
    said = (str(error).splitlines() or [""])[0]
    quotes = isinstance(error, UnicodeError | OSError | KeyError | ValueError)
    return f"({len(said)} ký tự)" if quotes else said[:LONGEST_MESSAGE]


def _bare(path: str) -> str:
    """A path by its last part; of docgen's own code by its place there."""
    parts = Path(path.replace("\\", "/")).parts
    if "docgen" in parts[:-1]:
        return "/".join(parts[len(parts) - 1 - parts[::-1].index("docgen") :])
    return parts[-1] if parts else ""
