"""What the page can ask for: plain values in, plain values out. No web in here but `Refused`."""

from __future__ import annotations

import threading
import unicodedata
from functools import cached_property
from pathlib import Path
from typing import Any

from docgen import pipeline
from docgen.docx.read import NotADocx
from docgen.edit.asked import NotAsked, edits_of
from docgen.edit.fix import mends
from docgen.edit.let_stand import let_stand
from docgen.edit.rewrite import rewritten
from docgen.finding import Finding, Fix, Where
from docgen.live import Live
from docgen.page.parts import page
from docgen.page.sheet import Sheet, sheet
from docgen.plan.office import Form
from docgen.plan.source import Source
from docgen.report.findings import as_data, tally
from docgen.rulebook import every_rule
from docgen.studio.asking import Answer, Ask, Body
from docgen.studio.files import Files
from docgen.studio.opinions import Opinions
from docgen.studio.papers import Papers
from docgen.studio.returned import Returned
from docgen.studio.safety import Refused
from docgen.studio.shapes import shape_of, shapes
from docgen.studio.shown import Shown
from docgen.studio.work import as_plain
from docgen.studio.years import Years


class Desk:
    """One project on the officer's desk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = Files(root)
        self.live = Live(root)
        self.shown = Shown()
        self.years = Years(root, self.files, self.shown)
        self.returned = Returned(root, self.files)
        self.opinions = Opinions(root, self.files, self.shown)
        self.papers = Papers(root, self.files)
        self._one = threading.Lock()
        self._sheet: tuple[Any, Sheet] | None = None

    def asks(self) -> dict[str, Ask]:
        """What can be asked for, by the name in the address."""
        return {
            "project": self.project,
            "open": self.open,
            "page": self.page,
            "findings": self.findings,
            "to-do": self.to_do,
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

    # ------------------------------------------------------------------ looking

    def project(self, _: Body) -> Answer:
        """The years there are, and what the rules say of themselves."""
        return {"years": pipeline.years(self.root), "shapes": shapes()}

    def open(self, body: Body) -> Answer:
        """The files of a year and of all years, each with its text and sum."""
        year = self.files.year(body.get("year"))
        return {"year": year, "files": [self.files.read(name) for name in self.files.names(year)]}

    def page(self, body: Body) -> Answer:
        """The pages of a year as it is being typed, in the template's looks."""
        year, buffers = self._typed(body)
        with self._one:
            seen = self.live.see(year, buffers)
        if seen.plan is None or seen.view is None:
            return {"parts": None, "findings": self._told(seen.findings)}
        looks = self._looks(seen.plan.office.form)
        return {"sheet": looks, **page(seen.view, looks)}

    def findings(self, body: Body) -> Answer:
        """What is wrong, with the reason of each rule."""
        year, buffers = self._typed(body)
        with self._one:
            checked = self.live.check(year, buffers)
        silenced = [
            {**self._told([each.finding])[0], "let": each.reason} for each in checked.silenced
        ]
        return {
            "findings": self._told(checked.findings),
            "silenced": silenced,
            "tally": tally(checked.findings),
        }

    def to_do(self, body: Body) -> Answer:
        """What is left to do, as `docgen todo` lists it; of one `agency` where it is named."""
        from docgen.edit.work_left import work_left

        year, buffers = self._typed(body)
        with self._one:
            checked = self.live.check(year, buffers)
        if checked.plan is None:
            raise Refused(422, "Nội dung đang có lỗi, sửa trước: " + checked.findings[0].message)
        titles = {code: rule.title for code, rule in self._rules.items()}
        kinds = work_left(checked.plan, checked.findings, year, self.root, titles)
        return as_plain(kinds, checked.plan, str(body.get("agency") or ""))

    def _told(self, findings: list[Finding]) -> list[Answer]:
        rules = self._rules
        return [
            {
                **plain,
                "title": rules[finding.code].title if finding.code in rules else "",
                "reason": rules[finding.code].reason if finding.code in rules else "",
                "fix": finding.fix
                and [finding.fix.start, finding.fix.end, finding.fix.replacement],
            }
            for finding, plain in zip(findings, as_data(findings), strict=True)
        ]

    @cached_property
    def _rules(self) -> dict[str, Any]:
        return {rule.code: rule for rule in every_rule()}

    def _looks(self, form: Form | None) -> Sheet:
        """The template's looks, read again only when the file or the form is another."""
        path = self.root / pipeline.TEMPLATE
        try:
            state = path.stat()
            key = (state.st_mtime_ns, state.st_size, repr(form))
            if self._sheet is None or self._sheet[0] != key:
                self._sheet = key, sheet(path, form)
        except (OSError, NotADocx) as error:
            raise Refused(422, f"Không đọc được tệp mẫu {pipeline.TEMPLATE.as_posix()}.") from error
        return self._sheet[1]

    def _typed(self, body: Body) -> tuple[str, dict[str, str]]:
        """The year, and the unsaved texts: only of files that are content."""
        year = self.files.year(body.get("year"))
        buffers = body.get("buffers") or {}
        if not isinstance(buffers, dict):
            raise Refused(400, "Thiếu nội dung tệp.")
        for name, text in buffers.items():
            self.files.path(name)
            if not isinstance(text, str):
                raise Refused(400, "Thiếu nội dung tệp.")
        return year, buffers

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
        """A file's text with the edits of a form."""
        source = self._source(body)
        asked = body.get("edits") or ()
        try:
            after, findings = rewritten(source, edits_of(source, asked))
            if after is None:  # an item cannot stand there as it is written here
                after, findings = rewritten(source, edits_of(source, asked, anew=True))
        except (NotAsked, LookupError) as error:
            raise Refused(422, "Chỗ này vừa đổi, hãy thử lại.") from error
        return self._after(after, findings)

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
            "findings": self._told(built.findings),
            "tally": tally(built.findings),
        }
