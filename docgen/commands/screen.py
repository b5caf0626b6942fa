"""What the terminal can show."""

from __future__ import annotations

import os
import shutil
import sys

WIDEST, USUAL = 120, 100


def takes_colour() -> bool:
    """Whether the terminal shows colours and nobody asked for none (no-color.org)."""
    shows = os.name != "nt" or any(name in os.environ for name in ("WT_SESSION", "TERM", "ANSICON"))
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return shows and wanted and sys.stdout.isatty()


def columns(*, to_screen: bool) -> int:
    """How wide lines may be; in a file as wide as is usual."""
    return min(shutil.get_terminal_size((USUAL, 24)).columns, WIDEST) if to_screen else USUAL
