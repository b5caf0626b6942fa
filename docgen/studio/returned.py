"""Word and Excel files that come back: edits taken one by one, many copies as one list.

Nothing is written here: what is taken becomes new texts of the files, which the officer sees on
the pages and saves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from docgen.accept.change import LABELS, Change
from docgen.accept.look import Accepted, answer, look
from docgen.docx.read import NotADocx
from docgen.edit.apply import by_file
from docgen.edit.edits import Edit
from docgen.edit.rewrite import rewritten
from docgen.output import OUTPUT, let_go
from docgen.pipeline import CONTENT
from docgen.sheets import look as sheets
from docgen.sheets.read import NotReadable, read_workbook
from docgen.studio.asking import Answer, Body, file_in
from docgen.studio.files import Files
from docgen.studio.safety import Refused
from docgen.studio.shown import Shown


class Returned:
    """What comes back to one project."""

    def __init__(self, root: Path, files: Files, shown: Shown) -> None:
        self.root = root
        self.files = files
        self.shown = shown

    def look(self, body: Body) -> Answer:
        """What a file changes: `file`, or the document in `output/` where none is sent."""
        found = self._found(body)
        return {
            "known": found.known,
            "today": found.today,
            "changes": [_plain(key, change) for key, change in found.keyed],
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
        answers = body.get("answers")
        taken = body.get("taken")
        if not isinstance(answers, dict) or not isinstance(taken, list):
            raise Refused(400, "Không rõ lấy chỗ nào.")
        numbers = {str(key): int(number) for key, number in answers.items()}
        decided = answer(found, numbers)
        left_out = [
            edit
            for key, change in found.keyed
            if change.verdict == "applied" and key not in taken
            for edit in change.edits
        ]
        edits = [edit for edit in decided.edits if not any(edit is each for each in left_out)]
        return {
            "texts": _texts(edits),
            "unproved": list(decided.unproved),
            "whole": not left_out and not decided.left,
        }

    def done(self, body: Body) -> Answer:
        """All of a Word file is content: `build` may write over it."""
        name, data = self._file(body)
        if not _is_workbook(name):
            let_go(data, self.root)
        return {}

    def gather(self, body: Body) -> Answer:
        """What many copies say, as the page of `docgen gather`."""
        from docgen.gather.collect import gather
        from docgen.gather.decision import NONE
        from docgen.gather.forms.html import html

        sent = body.get("files")
        if not isinstance(sent, list) or not sent:
            raise Refused(400, "Chọn các bản Word góp ý.")
        year = self.files.year(body.get("year"))
        found = gather([file_in(each) for each in sent], self.root / CONTENT / year, self.root)
        refused = [f"{each.name}: {each.refused}" for each in found.gathered.copies if each.refused]
        if found.base is None:
            said = [each.message for each in found.gathered.findings]
            raise Refused(422, "Không đọc được bản góp ý nào. " + "; ".join(refused + said))
        return {
            "address": self.shown.page(html(found.gathered, NONE)),
            "refused": refused,
            "opinions": [
                {
                    "number": each.number,
                    "kind": each.label,
                    "who": ", ".join(
                        dict.fromkeys(voice.name or voice.office for voice in each.voices)
                    ),
                    "place": each.place,
                    "file": each.where.file if each.where else "",
                    "line": each.where.line if each.where else 0,
                    "pieces": _pieces(each.old, "" if each.said else each.new),
                    "said": each.said,
                    "against": list(each.against),
                }
                for each in found.gathered.opinions
            ],
        }

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


def _texts(edits: Iterable[Edit]) -> dict[str, str]:
    texts = {}
    for source, own in by_file(edits).items():
        after, findings = rewritten(source, own)
        if after is None:
            raise Refused(422, f"{findings[0].message}. {findings[0].hint}")
        texts[source.name] = after.replace("\r\n", "\n")
    return texts


def _pieces(old: str, new: str) -> list[tuple[str, str]]:
    """Both texts as one: stretches that stay, that go (`-`) and that come (`+`)."""
    one, other = (re.findall(r"\S+\s*", text) for text in (old, new))
    pieces: list[tuple[str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("", "".join(one[a:b])))
            continue
        pieces += [("-", "".join(one[a:b])), ("+", "".join(other[c:d]))]
    return [piece for piece in pieces if piece[1]]


def _plain(key: str, change: Change) -> dict[str, Any]:
    return {
        "key": key,
        "kind": LABELS[change.kind],
        "verdict": change.verdict,
        "file": change.where.file if change.where else "",
        "line": change.where.line if change.where else 0,
        "pieces": _pieces(change.old, change.new),
        "today": change.today,
        "who": ", ".join(change.authors),
        "why": change.why,
        "choices": [each.words for each in change.choices],
    }
