"""A process of the pool: it builds the plans that it is told, one at a time.

It imports little, so that what compiles patterns once has begun before all else is imported.
"""

from __future__ import annotations

import gc
import pickle
import signal
from contextlib import suppress
from multiprocessing.connection import Connection

from docgen.compiled import begin


def serve(line: Connection, pickled_work: bytes) -> None:
    """Works until nobody asks any more; Ctrl+C is for the process that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    begin()
    work = pickle.loads(pickled_work)  # noqa: S301 - from the process that started this one
    with suppress(EOFError, OSError):
        line.send(work(line.recv()))
        gc.freeze()  # what the first plan leaves in memory serves all others
        while True:
            line.send(work(line.recv()))
