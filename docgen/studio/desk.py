"""What the page can ask for: plain values in, plain values out. No web in here but `Refused`."""

from __future__ import annotations

import hashlib
import threading
import unicodedata
from pathlib import Path

from docgen import pipeline
from docgen.edit.asked import NotAsked, edits_of
from docgen.edit.fix import mends
from docgen.edit.let_stand import let_stand
from docgen.edit.rewrite import rewritten
from docgen.finding import Finding, Fix, Where
from docgen.plan.source import Source
from docgen.report.findings import tally
from docgen.studio.asking import Answer, Ask, Body, Stream
from docgen.studio.files import Files
from docgen.studio.looking import Looking, told
from docgen.studio.opinions import Opinions
from docgen.studio.papers import Papers
from docgen.studio.returned import Returned
from docgen.studio.safety import Refused
from docgen.studio.shapes import shape_of, shapes
from docgen.studio.shown import Shown
from docgen.studio.years import Years


class Desk:
    """One project on the officer's desk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = Files(root)
        self.looking = Looking(root, self.files)
        self.shown = Shown()
        self.years = Years(root, self.files, self.shown)
        self.returned = Returned(root, self.files)
        self.opinions = Opinions(root, self.files, self.shown)
        self.papers = Papers(root, self.files)
        self._one = threading.Lock()

    def asks(self) -> dict[str, Ask]:
        """What can be asked for, by the name in the address."""
        return {
            "project": self.project,
            "open": self.open,
            "to-do": self.looking.to_do,
            "complete": self.looking.complete,
            "fix": self.fix,
            "let-stand": self.let_stand,
            "edit": self.edit,
            "shape": self.shape,
            "save": self.save,
            "sums": self.sums,
            "history": self.history,
            "version": self.version,
            "build": self.build,
            "document": self.papers.document,
            "pdf": self.papers.pdf,
            "workbook": self.papers.workbook,
            "check-sheet": self.papers.check_sheet,
            "new-year": self.years.new,
            "compare": self.years.compare,
            "search": self.years.search,
            "returned": self.returned.look,
            "take": self.returned.take,
            "taken": self.returned.done,
            "opinions": self.opinions.look,
            "take-opinions": self.opinions.take,
            "opinions-page": self.opinions.page,
            "opinions-workbook": self.opinions.workbook,
            "opinions-report": self.opinions.report,
        }

    def streams(self) -> dict[str, Stream]:
        """What is answered piece by piece, by the name in the address."""
        return {"see": self.looking.see}

    # ------------------------------------------------------------------ looking

    def project(self, _: Body) -> Answer:
        """The years there are, what they may hold, and a name that no other project has."""
        own = hashlib.sha256(str(self.root).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        return {"own": own, "years": pipeline.years(self.root), "shapes": shapes()}

    def open(self, body: Body) -> Answer:
        """The files of a year and of all years, each with its text and sum."""
        year = self.files.year(body.get("year"))
        return {"year": year, "files": [self.files.read(name) for name in self.files.names(year)]}

    # ------------------------------------------------------------------ texts to other texts

    def fix(self, body: Body) -> Answer:
        """A file's text with mends carried out: `fixes` of `[start, end, replacement]`."""
        source = self._source(body)
        try:
            fixes = [Fix(int(start), int(end), str(words)) for start, end, words in body["fixes"]]
        except (KeyError, TypeError, ValueError) as error:
            raise Refused(400, "Không rõ sửa gì.") from error
        after, findings = rewritten(source, mends(source, fixes))
        return self._after(after, findings)

    def let_stand(self, body: Body) -> Answer:
        """A file's text with a comment that lets a finding stand, and why."""
        source = self._source(body)
        where = Where(source.name, int(body["line"]))
        after = let_stand(source, where, str(body["code"]), str(body.get("reason", "")))
        if after is None:
            raise Refused(422, "Ghi lý do bằng chữ; người ký sẽ đọc lý do này.")
        return {"text": after}

    def edit(self, body: Body) -> Answer:
        """A file's text with the edits of a form, and what it holds then, as `shape` tells it."""
        source = self._source(body)
        asked = body.get("edits") or ()
        try:
            after, findings = rewritten(source, edits_of(source, asked))
            if after is None:  # an item cannot stand there as it is written here
                after, findings = rewritten(source, edits_of(source, asked, anew=True))
        except (NotAsked, LookupError) as error:
            raise Refused(422, "Chỗ này vừa đổi, hãy thử lại.") from error
        answer = self._after(after, findings)
        return answer | {"shape": self.shape({**body, **answer})}

    def shape(self, body: Body) -> Answer:
        """What a file's text holds, for its form; `plan` is the text of the year's plan.yaml."""
        source = self._source(body)
        plan = body.get("plan")
        beside = Source("plan.yaml", plan) if isinstance(plan, str) else None
        return shape_of(source, beside)

    def _source(self, body: Body) -> Source:
        name, text = body.get("name"), body.get("text")
        self.files.path(name)
        if not isinstance(text, str):
            raise Refused(400, "Thiếu nội dung tệp.")
        return Source(str(name), unicodedata.normalize("NFC", text))

    @staticmethod
    def _after(after: str | None, findings: list[Finding]) -> Answer:
        if after is None:
            raise Refused(422, f"{findings[0].message}. {findings[0].hint}")
        return {"text": after}

    # ------------------------------------------------------------------ the disk

    def save(self, body: Body) -> Answer:
        """Writes files that are still the ones that were read."""
        wanted = body.get("files")
        if not isinstance(wanted, list) or not all(isinstance(each, dict) for each in wanted):
            raise Refused(400, "Thiếu nội dung tệp.")
        with self._one:
            return {"sums": self.files.save(wanted)}

    def sums(self, body: Body) -> Answer:
        """What the files on the disk are by now."""
        return {"sums": self.files.sums(self.files.names(self.files.year(body.get("year"))))}

    def history(self, body: Body) -> Answer:
        """What is kept of a file."""
        return {"versions": self.files.history(str(body.get("name")))}

    def version(self, body: Body) -> Answer:
        """One text that is kept."""
        return {"text": self.files.version(str(body.get("name")), body.get("version"))}

    def build(self, body: Body) -> Answer:
        """Writes the document of a year, as `docgen build` does."""
        from docgen.load.folder import shown

        with self._one:
            built = self.papers.build(body)
        written = built.written
        return {
            "written": shown(written.path, self.root) if written else None,
            "changed": bool(written and written.changed),
            "kept": shown(written.kept, self.root) if written and written.kept else None,
            "findings": told(built.findings),
            "tally": tally(built.findings),
        }
