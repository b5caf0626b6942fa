"""Where a writing of several files is noted while it is not finished: see `write`."""

from __future__ import annotations

JOURNAL = ".docgen-dang-ghi.json"
