"""Which plans there are below folders."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from docgen.project import CONTENT, OUTPUT, YEAR_FOLDER


def plans_below(folders: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """The folders of plans (`content/NĂM`) below others, each once; and what cannot be opened.

    Hidden folders and those of output are passed over, links to folders are not followed.
    """
    found: set[Path] = set()
    closed: list[Path] = []
    for folder in folders:
        walk = os.walk(folder.resolve(), onerror=lambda error: closed.append(Path(error.filename)))
        for name, below, files in walk:
            below[:] = [each for each in below if each != OUTPUT.name and not each.startswith(".")]
            if "plan.yaml" in files and _is_a_years(Path(name)):
                found.add(Path(name))
    return sorted(found), closed


def _is_a_years(folder: Path) -> bool:
    return folder.parent.name == CONTENT.name and bool(re.fullmatch(YEAR_FOLDER, folder.name))
