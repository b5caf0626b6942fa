"""A save to a finished document, in one process: `python -m benchmarks.warm PROJECT` prints JSON.

The seconds of processor time of each of several builds, a sentence of one file never seen before
each time.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from benchmarks.plans import YEAR
from docgen import pipeline

SAVES = 8


def saves(root: Path) -> list[float]:
    """The first is cold: it imports, compiles and fills what is kept in memory."""
    path = root / pipeline.CONTENT / YEAR / "assignments.yaml"
    text = path.read_text(encoding="utf-8")
    taken = []
    for number in range(SAVES):
        changed = text.replace("tham mưu", f"tham mưu lần {number}", 1)
        path.write_text(changed, encoding="utf-8", newline="\n")
        start = time.process_time()
        built = pipeline.build(path.parent, root)
        taken.append(time.process_time() - start)
        assert built.written, built.findings
    return taken


if __name__ == "__main__":
    json.dump(saves(Path(sys.argv[1])), sys.stdout)
