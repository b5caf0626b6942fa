"""Where a project has its content and its template, and which years it has."""

from __future__ import annotations

import re
from pathlib import Path, PureWindowsPath

CONTENT = Path("content")
OUTPUT = Path("output")
TEMPLATE = Path("templates") / "KH_template.docx"
YEAR_FOLDER = r"\d{4}(?:-\d{4})?"


def template_called(name: str) -> Path:
    """Where the template of a name lies, relative to the project; without a name the usual one."""
    return TEMPLATE.parent / PureWindowsPath(name).name if name else TEMPLATE


def templates(root: Path) -> list[Path]:
    """Every template that a plan may name."""
    return sorted((root / TEMPLATE.parent).glob("*.docx"))


def years(root: Path) -> list[str]:
    """The years, or spans of years, that have a plan, oldest first."""
    folders = (path.parent.name for path in (root / CONTENT).glob("*/plan.yaml"))
    return sorted(name for name in folders if re.fullmatch(YEAR_FOLDER, name))


def year_named(said: str, root: Path) -> str:
    r"""The year that was typed: as it is, or as the folder of its plan, `content/2024`.

    Written in any way that leads there: `content\2024\`, `./content/2024`, a whole path. What
    leads anywhere else stays as it was typed.
    """
    typed = PureWindowsPath(said)
    folder = root / CONTENT / typed.name
    if typed.name == said or not re.fullmatch(YEAR_FOLDER, typed.name):
        return said
    place = Path(typed.as_posix())
    leads_there = folder.resolve() in {each.resolve() for each in (place, root / place)}
    return typed.name if leads_there else said


def content_of(folder: Path) -> list[Path]:
    """The files that a year's plan may be read from: those of all years, then its own."""
    return [*sorted(folder.parent.glob("*.yaml")), *sorted(folder.glob("*.yaml"))]
