"""`docgen check [NĂM|TỆP…]`: what it answered before where nothing has changed since."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from docgen.commands.answers_kept import answer_again
from docgen.commands.chosen_year import folder_of
from docgen.commands.say import USAGE, Say

OTHER_WORK = ("template", "fix", "learn", "write", "accept", "report")


def run(options: Namespace, say: Say) -> int:
    """`docgen check [NĂM|TỆP…]`."""
    years = [target for target in options.targets if not Path(target).suffix]
    if years != options.targets[:1] or any(getattr(options, name) for name in OTHER_WORK):
        return _check(options, say)
    folder = folder_of(options.root, next(iter(years), None), say)
    return USAGE if folder is None else answer_again(options, say, folder, _check)


def _check(options: Namespace, say: Say) -> int:
    from docgen.commands import check_now

    return check_now.run(options, say)
