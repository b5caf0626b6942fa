"""A server of `docgen studio` for whoever measures or tests it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]


@contextmanager
def started(root: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process of a studio for the project in `root`, and its address, while it is used."""
    command = [sys.executable, "-m", "docgen", "-C", str(root), "studio", "--no-open"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield server, re.search(r"http\S+", server.stdout.readline())[0]
        finally:
            server.terminate()


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """The address of a studio for the project in `root`, while it is used."""
    with started(root) as (_, address):
        yield address
