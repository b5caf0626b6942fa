"""All the years of a project: a new one, two compared, words looked for in every one."""

from __future__ import annotations

from pathlib import Path

from docgen import pipeline
from docgen.finding import Finding
from docgen.load.folder import load
from docgen.load.yaml_text import read_source
from docgen.plan.dates import Period
from docgen.studio.asking import Answer, Body
from docgen.studio.files import Files
from docgen.studio.safety import Refused
from docgen.studio.shown import Shown
from docgen.vietnamese import without_marks

MOST_FOUND = 300


class Years:
    """The years of one project."""

    def __init__(self, root: Path, files: Files, shown: Shown) -> None:
        self.root = root
        self.files = files
        self.shown = shown

    def new(self, body: Body) -> Answer:
        """Starts the year `new` from `year`; what is to be done in it."""
        from docgen.edit.next_year import start_year

        old, new = (_period(body.get(each)) for each in ("year", "new"))
        started = start_year(self.root, new, old)
        if started.findings:
            raise Refused(422, _said(started.findings))
        return {
            "year": started.files[0].parent.name,
            "years": pipeline.years(self.root),
            "to_do": len(started.to_do),
        }

    def compare(self, body: Body) -> Answer:
        """Two years side by side, as the page of `docgen diff`."""
        from docgen.diff.compare import diff
        from docgen.diff.forms.html import html

        names = [self.files.year(body.get(each)) for each in ("old", "new")]
        plans = []
        for name in names:
            plan, findings = load(self.root / pipeline.CONTENT / name, self.root)
            if plan is None:
                raise Refused(422, _said(findings))
            plans.append(plan)
        page = html(diff(plans[0], plans[1], (names[0], names[1]), []))
        return {"address": self.shown.page(page)}

    def search(self, body: Body) -> Answer:
        """The lines of all years that hold the words; without marks where they have none."""
        words = " ".join(str(body.get("words", "")).split()).casefold()
        if not words:
            return {"found": [], "more": False}
        plain = words == without_marks(words)
        found = []
        for year in reversed(pipeline.years(self.root)):
            for name in self.files.names(year):
                if name.count("/") == 1 and year != pipeline.years(self.root)[-1]:
                    continue
                source, _ = read_source(self.root / name, name)
                for number, line in enumerate(source.lines if source else (), 1):
                    said = line.casefold()
                    if words in (without_marks(said) if plain else said):
                        found.append({"year": year, "file": name, "line": number,
                                      "text": line.strip()[:300]})  # fmt: skip
        return {"found": found[:MOST_FOUND], "more": len(found) > MOST_FOUND}


def _period(said: object) -> Period:
    period = Period.parse(str(said))
    if period is None:
        raise Refused(422, "Ghi năm bằng bốn chữ số: 2025, hoặc 2026-2030.")
    return period


def _said(findings: list[Finding]) -> str:
    return " ".join(f"{each.message}. {each.hint}".strip() for each in findings[:5])
