"""Bản tổng hợp, giải trình, tiếp thu ý kiến: the answer to what was sent back, for the submission.

Rendered from the office's `templates/tong_hop_y_kien.docx` on the same path as a plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.accept.printed import Printed
from docgen.finding import Finding
from docgen.gather.decision import VERDICTS, Decided
from docgen.gather.forms.words import offices, proposals
from docgen.gather.opinion import Gathered, Opinion
from docgen.render.document import render
from docgen.render.template import open_template
from docgen.view.beside import BesidePlan
from docgen.view.plan import build_view

TEMPLATE = Path("templates") / "tong_hop_y_kien.docx"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: `said` and `answer` are its paragraphs."""

    number: int
    place: str
    draft: tuple[str, ...]
    who: str
    said: tuple[str, ...]
    answer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet(BesidePlan):
    """What the template shows: all names of the plan, and the opinions."""

    copies: int
    tally: str
    opinions: tuple[Line, ...]

    @property
    def title(self) -> str:
        """What the document is called among its properties."""
        return f"Tổng hợp, giải trình, tiếp thu ý kiến góp ý dự thảo Kế hoạch {self.plan.subject}"


def docx(
    gathered: Gathered, base: Printed, decided: Decided, root: Path
) -> tuple[bytes, list[Finding]]:
    """The bytes of the document; findings where the template is missing or its tags are wrong."""
    template, findings = open_template(root / TEMPLATE, TEMPLATE.as_posix(), base.plan.office.form)
    if template is None:
        return b"", findings
    view, _ = build_view(base.plan)
    copies = sum(not each.refused for each in gathered.copies)
    lines = tuple(_line(each, decided) for each in gathered.opinions)
    return render(template, Sheet(view, copies, _tally(gathered, decided), lines))


def _line(opinion: Opinion, decided: Decided) -> Line:
    decision = decided.decisions.get(opinion.key)
    answer = [f"{decision.verdict}."] if decision and decision.verdict else []
    if decision and decision.reason:
        answer += decision.reason.split("\n")
    return Line(
        opinion.number, opinion.place, tuple(filter(None, opinion.old.split(" ¶ "))),
        offices(opinion),
        tuple(line for each in proposals(opinion) for line in each.split("\n")),
        tuple(answer or [""]),
    )  # fmt: skip


def _tally(gathered: Gathered, decided: Decided) -> str:
    """`; tiếp thu: 5, không tiếp thu: 1`, once something was decided."""
    given = [decided.decisions.get(each.key) for each in gathered.opinions]
    counts = [(each, sum(one is not None and one.verdict == each for one in given))
              for each in VERDICTS]  # fmt: skip
    told = [f"{verdict.lower()}: {count}" for verdict, count in counts if count]
    return f"; {', '.join(told)}" if told else ""
