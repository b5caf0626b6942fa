"""`docgen watch [NĂM]`: builds on every save until stopped."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from docgen import pipeline
from docgen.commands import build
from docgen.commands.chosen_year import folder_of
from docgen.commands.say import CLEAN, USAGE, Say


def run(options: Namespace, say: Say) -> int:
    """`docgen watch [NĂM]`: builds on every save until stopped."""
    from watchfiles import watch as changes

    folder = folder_of(options.root, options.year, say)
    if folder is None:
        return USAGE
    once = Namespace(
        root=options.root,
        year=folder.name,
        **dict.fromkeys(("draft", "force", "strict", "json", "pdf"), False),
    )
    say.out(f"Đang theo dõi kế hoạch {folder.name}; nhấn Ctrl+C để dừng.")
    build.run(once, say)
    folders = (options.root / pipeline.CONTENT, (options.root / pipeline.TEMPLATE).parent)
    for _ in changes(*folders, watch_filter=_matters):
        build.run(once, say)
    return CLEAN


def _matters(_: object, path: str) -> bool:
    """Whether a change is of a file that a build reads, not of one that programs lay beside it."""
    name = Path(path).name
    return Path(path).suffix in (".yaml", ".docx") and not name.startswith(("~$", ".~lock."))
