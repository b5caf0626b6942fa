"""What leaves the desk as a file: the document, its PDF, the workbook, the signer's check sheet."""

from __future__ import annotations

from pathlib import Path

from docgen import pipeline
from docgen.load.folder import shown
from docgen.output import OUTPUT
from docgen.studio.asking import Answer, Body, file_out
from docgen.studio.files import Files
from docgen.studio.safety import Refused

_DOCX = "KH_{}.docx"


class Papers:
    """The files that are made of one project."""

    def __init__(self, root: Path, files: Files) -> None:
        self.root = root
        self.files = files

    def build(self, body: Body) -> pipeline.Built:
        """Writes the document of a year, as `docgen build` does."""
        return pipeline.build(
            self._folder(body),
            self.root,
            draft=bool(body.get("draft")),
            force=bool(body.get("force")),
        )

    def document(self, body: Body) -> Answer:
        """The document that stands in `output/`."""
        path = self._document(body)
        return file_out(path.name, path.read_bytes())

    def pdf(self, body: Body) -> Answer:
        """The document as PDF, page for page what Word or LibreOffice prints."""
        from docgen.docx.pdf import to_pdf

        made = to_pdf(self._document(body))
        if made.path is None:
            raise Refused(422, made.reason)
        return {**file_out(made.path.name, made.path.read_bytes()), "pages": made.pages}

    def workbook(self, body: Body) -> Answer:
        """The tables and the tasks of a year as a workbook to fill in."""
        from docgen.accept.base import base_today
        from docgen.sheets.lines import sheets_of
        from docgen.sheets.out import chosen, workbook_of

        folder = self._folder(body)
        base, findings = base_today(folder, self.root)
        if base is None:
            raise Refused(422, findings[0].message)
        found = sheets_of(base.paper)
        agency = str(body.get("agency") or "")
        if agency and agency not in base.paper.plan.agencies:
            raise Refused(422, "Không có cơ quan này.")
        sheets = chosen(found, "", agency)
        if not sheets:
            raise Refused(422, "Không có dòng nào của cơ quan này.")
        data = workbook_of(base.paper.plan, sheets, folder.name, found.sheets)
        return file_out(f"bang_{folder.name}{f'_{agency}' if agency else ''}.xlsx", data)

    def check_sheet(self, body: Body) -> Answer:
        """The sheet that goes to the signer with the draft."""
        from docgen.report.sheet import report
        from docgen.rulebook import every_rule

        folder = self._folder(body)
        checked = pipeline.check(folder, self.root)
        return file_out(f"phieu-kiem-tra_{folder.name}.docx", report(checked, len(every_rule())))

    def _folder(self, body: Body) -> Path:
        return self.root / pipeline.CONTENT / self.files.year(body.get("year"))

    def _document(self, body: Body) -> Path:
        year = self.files.year(body.get("year"))
        path = self.root / OUTPUT / _DOCX.format(year)
        if not path.is_file():
            raise Refused(422, f"Chưa có {shown(path, self.root)}: bấm Tạo văn bản trước.")
        return path
