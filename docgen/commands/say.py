"""How a command speaks, and the exit codes it gives."""

from __future__ import annotations

CLEAN, FINDINGS, USAGE, UNFORESEEN = 0, 1, 2, 3


class Say:
    """How a command speaks; this one keeps it to itself, only `terminal` prints."""

    def out(self, text: str, *, painted: bool = False) -> None:
        """The answer itself; `painted`: what steers the screen in it is docgen's own colour."""

    def problem(self, text: str) -> None:
        """What is wrong with the call."""

    def stage(self, name: str) -> None:
        """What is going on, shown when it takes more than a second."""

    def progress(self, text: str) -> None:
        """How far it is: a line that the next one takes the place of."""
