"""`docgen build [NĂM]`: nothing where the document is the one that would be built."""

from __future__ import annotations

from argparse import Namespace

from docgen.commands.answers_kept import unchanged
from docgen.commands.chosen_year import folder_of
from docgen.commands.say import CLEAN, USAGE, Say


def run(options: Namespace, say: Say) -> int:
    """`docgen build [NĂM]`."""
    folder = folder_of(options.root, options.year, say)
    if folder is None:
        return USAGE
    if not options.pdf and unchanged(options, say, folder):
        return CLEAN
    from docgen.commands import build_now

    return build_now.run(options, say)
