"""What a writing that is not finished leaves: its journal, or a year's folder set aside.

`write` makes both and does what is left of them.
"""

from __future__ import annotations

from pathlib import Path

from docgen.project import CONTENT

JOURNAL = ".docgen-dang-ghi.json"
ASIDE = "~$old-"


def is_unfinished(root: Path) -> bool:
    """Whether an earlier command was stopped in the middle of writing."""
    return (root / JOURNAL).exists() or bool(set_aside(root / CONTENT))


def set_aside(content: Path) -> list[Path]:
    """The folders that give way to new ones."""
    return [*content.glob(f"{ASIDE}*")]
