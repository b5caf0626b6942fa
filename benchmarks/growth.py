"""How the time of a comparison grows with the rows of an appendix of which a tenth changed.

`python -m benchmarks.growth [ROWS …]` prints, for each form, seconds of processor time and the
exponent between the least and the most rows: 1 where time grows as the rows do. Nothing in the
plans is true: Bịa ra để đo.
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from docgen.at_one_go import at_one_go
from docgen.diff.compare import Comparison, diff
from docgen.diff.forms.html import html
from docgen.diff.forms.json import json as as_json
from docgen.diff.forms.markdown import markdown
from docgen.diff.forms.terminal import terminal
from docgen.diff.forms.xlsx import xlsx
from docgen.load.folder import load
from docgen.pipeline import TEMPLATE
from docgen.plan.model import Plan
from docgen.redline.document import redline
from docgen.render.document import render
from docgen.render.template import open_template
from docgen.view.plan import build_view

ROWS = (2_500, 5_000, 10_000, 20_000)
TENTH, GROUP = 10, 25
REPOSITORY = Path(__file__).parents[1]
FORMS: dict[str, Callable[[Comparison], object]] = {
    "text": terminal, "markdown": markdown, "html": html, "json": as_json, "xlsx": xlsx,
}  # fmt: skip


def plan(rows: int, *, edited: bool) -> Plan:
    """A made-up plan with an appendix of so many rows in groups, every tenth edited or not."""
    groups = []
    for first in range(0, rows, GROUP):
        code = first // GROUP + 1
        lines = [
            {
                "code": f"{code}.{at - first + 1}",
                "name": f"Tiêu chí thành phần số {at} của lĩnh vực {code}",
                "max": "2",
                "score": "1,25" if edited and at % TENTH == 0 else "1,5",
                "reason": f"Thiếu {at % 7} văn bản so với yêu cầu của năm",
            }
            for at in range(first, min(first + GROUP, rows))
        ]
        groups.append({"code": str(code), "name": f"Lĩnh vực {code}", "max": "50", "rows": lines})
    columns = [
        {"key": "code", "title": "STT", "width": 10},
        {"key": "name", "title": "Tiêu chí", "width": 60},
        {"key": "max", "title": "Điểm chuẩn", "width": 20, "kind": "decimal"},
        {"key": "score", "title": "Điểm", "width": 20, "kind": "decimal"},
        {"key": "reason", "title": "Lý do", "width": 60},
    ]
    content = {
        "year": "2031" if edited else "2030",
        "issuer": {"name": ["ỦY BAN NHÂN DÂN", "TỈNH MẪU"], "short": "UBND tỉnh Mẫu"},
        "symbol": "KH-UBND",
        "place": "Mẫu",
        "subject": "Đo thời gian",
        "recipients": ["Lưu: VT"],
        "signature": {"lines": ["CHỦ TỊCH"], "name": "Nguyễn Văn Mẫu"},
        "appendices": [{"title": ["PHỤ LỤC"], "table": {"columns": columns, "rows": groups}}],
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "content" / content["year"] / "plan.yaml"
        path.parent.mkdir(parents=True)
        (path.parent.parent / "agencies.yaml").write_text("{}", encoding="utf-8")
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        loaded, findings = load(path.parent, Path(folder))
    if loaded is None or findings:
        raise RuntimeError(str(findings))
    return loaded


def document(of: Plan) -> bytes:
    """The Word document of a plan."""
    template, _ = open_template(REPOSITORY / TEMPLATE, TEMPLATE.as_posix())
    assert template is not None
    return render(template, build_view(of)[0])[0]


def measured(rows: int) -> dict[str, float]:
    """Seconds of processor time by what was done."""
    old, new = plan(rows, edited=False), plan(rows, edited=True)
    found: dict[str, float] = {}

    def timed(name: str, run: Callable[[], object]) -> object:
        with at_one_go():  # as the command does
            start = time.process_time()
            result = run()
            found[name] = time.process_time() - start
        return result

    comparison = timed("comparison", lambda: diff(old, new))
    assert isinstance(comparison, Comparison)
    for name, form in FORMS.items():
        timed(name, lambda form=form: form(comparison))
    documents = document(old), document(new)
    timed("docx", lambda: redline(*documents))
    return found


def exponents(times: dict[int, dict[str, float]]) -> dict[str, float]:
    """By what was done how fast its time grew from the least rows to the most."""
    least, most = min(times), max(times)
    return {
        name: math.log(times[most][name] / times[least][name]) / math.log(most / least)
        for name in times[least]
    }


def measured_all(sizes: Sequence[int]) -> dict[int, dict[str, float]]:
    """`measured` by size, after imports and caches."""
    measured(sizes[0] // TENTH)
    return {rows: measured(rows) for rows in sizes}


def table(times: dict[int, dict[str, float]]) -> Iterator[str]:
    """The lines of a Markdown table: by form the times and the exponent."""
    yield f"| form | {' | '.join(f'{rows:,} rows' for rows in times)} | exponent |"
    yield "|---" * (len(times) + 2) + "|"
    for name, exponent in exponents(times).items():
        seconds = " | ".join(f"{times[rows][name]:.2f} s" for rows in times)
        yield f"| {name} | {seconds} | {exponent:.2f} |"


def main() -> None:
    """Prints the table."""
    print(*table(measured_all([int(each) for each in sys.argv[1:]] or ROWS)), sep="\n")


if __name__ == "__main__":
    main()
