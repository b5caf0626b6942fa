"""Where a command speaks: the screen, or the files that its output is led into."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

from docgen.commands.say import Say
from docgen.visible import visible

PATIENCE_SECONDS = 1
PROGRESS_SECONDS = 30  # where it goes into a file


class Terminal(Say):
    """Prints answers to standard output, problems and progress to standard error."""

    def __init__(self) -> None:
        self.timer: threading.Timer | None = None
        self.line = ""
        self.next_line = time.monotonic() + PROGRESS_SECONDS

    def out(self, text: str, *, painted: bool = False) -> None:
        """The answer itself; `painted`: what steers the screen in it is docgen's own colour."""
        self.stop()
        print(text if painted else visible(text), flush=True)

    def problem(self, text: str) -> None:
        """What is wrong with the call."""
        self.stop()
        print(f"docgen: {visible(text)}", file=sys.stderr)

    def unforeseen(self, written: Path | None) -> None:
        """That docgen itself failed, and which file tells where."""
        self.problem("gặp một lỗi chưa lường trước nên đã dừng; không có tệp nào ghi dở")
        if written:
            self.problem(f"gửi tệp {written.as_posix()} cho người phụ trách phần mềm")

    def stage(self, name: str) -> None:
        """Names the stage that is running, once it has run for a second."""
        self.stop()
        self.timer = threading.Timer(PATIENCE_SECONDS, self._show, [name])
        self.timer.daemon = True
        self.timer.start()

    def progress(self, text: str) -> None:
        """How far it is, in one line of the screen; in a file a line every half minute."""
        self.stop()
        if sys.stderr.isatty():
            self.line = f"… {visible(text)}"
            print(self.line, end="", file=sys.stderr, flush=True)
        elif time.monotonic() > self.next_line:
            self._show(text)
            self.next_line = time.monotonic() + PROGRESS_SECONDS

    @staticmethod
    def _show(name: str) -> None:
        print(f"… {visible(name)}", file=sys.stderr, flush=True)

    def stop(self) -> None:
        """Ends the waiting for a stage, and the line of progress."""
        if self.timer:
            self.timer.cancel()
        if self.line:
            print(f"\r{' ' * len(self.line)}\r", end="", file=sys.stderr, flush=True)
            self.line = ""
