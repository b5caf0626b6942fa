"""Writing the file that a command was asked for, and saying so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docgen.commands.say import CLEAN, FINDINGS, Say
from docgen.load.folder import shown
from docgen.output import save


def deliver(
    data: bytes, path: Path, root: Path, say: Say, tell: Callable[[str], None] | None = None
) -> int:
    """Puts `data` at `path`, tells where it is (`tell`, or else as the answer), gives the code."""
    name = shown(path, root)
    if refused := save(path, data, name, root):
        say.problem(f"{refused.message}. {refused.hint}")
        return FINDINGS
    (tell or say.out)(f"Đã ghi {name}")
    return CLEAN
