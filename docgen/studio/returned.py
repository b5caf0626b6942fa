"""A Word or Excel file that comes back: its edits taken one by one.

Nothing is written here: what is taken becomes new texts of the files, which the officer sees on
the pages and saves.
"""

from __future__ import annotations

from pathlib import Path

from docgen.accept.look import Accepted, look
from docgen.docx.read import NotADocx
from docgen.output import OUTPUT, let_go
from docgen.pipeline import CONTENT
from docgen.sheets import look as sheets
from docgen.sheets.read import read_workbook
from docgen.studio.asking import Answer, Body, file_in
from docgen.studio.changes import answers_in, plain, texts_of
from docgen.studio.files import Files
from docgen.studio.safety import Refused
from docgen.workbooks import NotReadable


class Returned:
    """What comes back to one project."""

    def __init__(self, root: Path, files: Files) -> None:
        self.root = root
        self.files = files

    def look(self, body: Body) -> Answer:
        """What a file changes: `file`, or the document in `output/` where none is sent."""
        found = self._found(body)
        return {
            "known": found.known,
            "today": found.today,
            "changes": [plain(key, change) for key, change in found.keyed],
            "remarks": [
                {
                    "who": each.comment.author,
                    "said": each.comment.text,
                    "file": each.where.file if each.where else "",
                    "line": each.where.line if each.where else 0,
                }
                for each in found.remarks
            ],
        }

    def take(self, body: Body) -> Answer:
        """The texts of the files with the edits of `taken` and the `answers` (by key) made."""
        found = self._found(body)
        taken = body.get("taken")
        if not isinstance(taken, list):
            raise Refused(400, "Không rõ lấy chỗ nào.")
        left_out = [
            key for key, change in found.keyed if change.verdict == "applied" and key not in taken
        ]
        decided = answers_in(body, found, left_out)
        return {
            "texts": texts_of(decided.edits),
            "unproved": list(decided.unproved),
            "whole": not left_out and not decided.left,
        }

    def done(self, body: Body) -> Answer:
        """All of a Word file is content: `build` may write over it."""
        name, data = self._file(body)
        if not _is_workbook(name):
            let_go(data, self.root)
        return {}

    def _found(self, body: Body) -> Accepted:
        folder = self.root / CONTENT / self.files.year(body.get("year"))
        name, data = self._file(body)
        try:
            if _is_workbook(name):
                found = sheets.look(read_workbook(data), folder, self.root)
            else:
                found = look(data, folder, self.root)
        except (NotADocx, NotReadable) as error:
            raise Refused(422, str(error)) from error
        if found.findings:
            raise Refused(422, "Nội dung đang có lỗi, sửa trước: " + found.findings[0].message)
        return found

    def _file(self, body: Body) -> tuple[str, bytes]:
        if body.get("file") is not None:
            return file_in(body["file"])
        year = self.files.year(body.get("year"))
        try:
            return "", (self.root / OUTPUT / f"KH_{year}.docx").read_bytes()
        except OSError as error:
            raise Refused(422, f"Chưa có {OUTPUT.as_posix()}/KH_{year}.docx.") from error


def _is_workbook(name: str) -> bool:
    return name.lower().endswith(".xlsx")
