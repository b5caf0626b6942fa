"""`python -m docgen`: one command, in a process of its own."""

import gc
import sys


def main() -> int:
    """Runs the command; what it makes it keeps to its end, so nothing is searched for garbage."""
    gc.disable()
    from docgen.cli import main as command

    try:
        return command(begin=_begin)
    finally:
        gc.freeze()


def _begin() -> None:
    from docgen.compiled import begin

    begin()


if __name__ == "__main__":
    sys.exit(main())
