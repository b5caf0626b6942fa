"""How long a command may take."""

from __future__ import annotations

import _thread
import threading


class Deadline:
    """Interrupts the command so many seconds after the start."""

    def __init__(self, seconds: int) -> None:
        self.over = False
        self.timer = threading.Timer(seconds, self._interrupt)
        self.timer.daemon = True

    def start(self) -> None:
        """Begins the waiting."""
        self.timer.start()

    def _interrupt(self) -> None:
        self.over = True
        _thread.interrupt_main()

    def stop(self) -> None:
        """Ends the waiting."""
        self.timer.cancel()
