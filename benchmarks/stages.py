"""Where the time of a whole build goes: `python -m benchmarks.stages PROJECT` prints JSON.

By stage the seconds of processor time and the megabytes that the process had held when it ended.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.plans import YEAR
from docgen.at_one_go import at_one_go
from docgen.docx.read import read
from docgen.finding import in_order
from docgen.kept import Kept
from docgen.load.folder import load
from docgen.page.page_ends import on_pages
from docgen.paper import check_paper
from docgen.pipeline import CONTENT, TEMPLATE
from docgen.render.document import render
from docgen.render.template import open_template
from docgen.rules.checks import CHECKS
from docgen.rules.facts import Facts, run
from docgen.rules.silence import apply
from docgen.verify import verify
from docgen.view.plan import build_view


@at_one_go()
def stages(root: Path) -> dict[str, tuple[float, float]]:
    """The stages of `pipeline.build`, each on the results of those before."""
    told = {"imports": (time.process_time(), peak_megabytes())}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = work()
        told[name] = time.process_time() - start, peak_megabytes()
        return result

    template = root / TEMPLATE
    plan, findings = timed("load", lambda: load(root / CONTENT / YEAR, root))
    view, found = timed("view", lambda: build_view(plan))
    broken = timed("rules", lambda: [*run(CHECKS, Facts(plan, view.computed))])
    apply(in_order([*findings, *found, *broken]), plan.sources)
    compiled, _ = timed(
        "template", lambda: open_template(template, TEMPLATE.name, plan.office.form, Kept(root))
    )
    parted = timed("pages", lambda: on_pages(view, compiled))
    data, _ = timed("render", lambda: render(compiled, parted))
    document = timed("read back", lambda: read(data, alike=True))
    timed("verify", lambda: verify(document, view.pieces, template, "x"))
    timed("paper", lambda: check_paper(document, "x", read(template)))
    return told


def peak_megabytes() -> float:
    """The most resident memory that this process has held (`VmHWM`; Linux only)."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    json.dump(stages(Path(sys.argv[1])), sys.stdout)
