"""Work that makes many things and keeps them until it is done."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_one_go() -> Iterator[None]:
    """Python's search for circles of garbage waits until the work is done.

    It goes through all that is kept again and again: the more rows, the more a row costs.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
