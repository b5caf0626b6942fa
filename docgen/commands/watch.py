"""`docgen watch [NĂM]`: builds on every save until stopped."""

from __future__ import annotations

from argparse import Namespace

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
    for _ in changes(options.root / pipeline.CONTENT, (options.root / pipeline.TEMPLATE).parent):
        build.run(once, say)
    return CLEAN
