"""The command line as argparse reads it, in Vietnamese."""

from __future__ import annotations

import argparse
import os
import sys
from functools import cache

from docgen.commands.say import USAGE
from docgen.visible import visible

TYPE_CHECKING = False  # true to who checks; `typing` takes as long to import as a third of `-h`
if TYPE_CHECKING:
    from typing import Any, NoReturn

UNTOLD = 80  # columns of a screen that does not tell


class Parser(argparse.ArgumentParser):
    """argparse in Vietnamese."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **options)
        self._positionals.title, self._optionals.title = "đối số", "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="xem hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        """Ends the command, saying what is wrong with the call."""
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {visible(_in_vietnamese(message))}\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """As wide as the screen; to ask for it argparse would import as much as it is itself."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: Any = None) -> None:
        """Argparse's own, in Vietnamese."""
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)


def _in_vietnamese(message: str) -> str:
    """Argparse's English about wrong usage, as an officer reads it."""
    for english, vietnamese in (
        ("argument ", ""),
        ("the following arguments are required:", "còn thiếu:"),
        ("unrecognized arguments:", "không hiểu:"),
        ("LỆNH: invalid choice:", "không có lệnh"),
        ("invalid choice:", "không nhận"),
        ("choose from", "chọn một trong"),
        ("expected one argument", "cần một giá trị"),
        ("not allowed with argument", "không dùng cùng"),
    ):
        message = message.replace(english, vietnamese)
    return message


@cache
def _columns() -> int:
    """How wide the screen is."""
    try:
        return int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size().columns or UNTOLD
    except (ValueError, OSError):
        return UNTOLD
