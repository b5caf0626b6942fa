"""A plan while it is being typed: unsaved texts in, its printed strings and its findings out.

The page of `docgen studio` and the language server stand on this; nothing here knows of either.
`unsaved` are texts by file name as findings show it (`content/2024/plan.yaml`); a file without one
is read from the disk.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from docgen.pipeline import CONTENT, Checked, Seen, check, see

Unsaved = Mapping[str, str]


class Live:
    """One project that is being worked on."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def see(self, year: str, unsaved: Unsaved) -> Seen:
        """What is printed; no rule has been asked yet, so this is the fast half."""
        return see(self.root / CONTENT / year, self.root, unsaved=self._paths(unsaved))

    def check(self, year: str, unsaved: Unsaved) -> Checked:
        """Everything that is wrong with it."""
        return check(self.root / CONTENT / year, self.root, unsaved=self._paths(unsaved))

    def _paths(self, unsaved: Unsaved) -> dict[Path, str]:
        return {self.root / name: text for name, text in unsaved.items()}
