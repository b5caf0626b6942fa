"""What many people sent back: one list, decided one by one, and what was taken as new texts.

The copies are kept as `docgen gather` keeps them, so the page names them by their digests. Nothing
is written into the content here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from docgen.gather.collect import Gathering, gather
from docgen.gather.decision import VERDICTS, Decided, Decision, verdict_of
from docgen.gather.forms.docx import docx
from docgen.gather.forms.html import html
from docgen.gather.forms.words import people, remark
from docgen.gather.forms.xlsx import xlsx
from docgen.gather.kept import keep, kept
from docgen.gather.opinion import Opinion
from docgen.gather.read_back import NotDecided, decisions
from docgen.gather.take import take
from docgen.pipeline import CONTENT
from docgen.studio.asking import Answer, Body, file_in, file_out
from docgen.studio.changes import answers_in, plain, texts_of
from docgen.studio.files import Files
from docgen.studio.safety import Refused
from docgen.studio.shown import Shown

_UNDECIDED = Decision("")


class Opinions:
    """The opinions about one project."""

    def __init__(self, root: Path, files: Files, shown: Shown) -> None:
        self.root = root
        self.files = files
        self.shown = shown

    def look(self, body: Body) -> Answer:
        """The list of the `files` that were sent: copies, or the workbook of an earlier list.

        Without files, that of the `copies` (digests by name) which are still kept.
        """
        sent, known = body.get("files") or [], body.get("copies") or {}
        if not isinstance(sent, list) or not isinstance(known, dict) or not (sent or known):
            raise Refused(400, "Chọn các bản Word góp ý.")
        files = [file_in(each) for each in sent]
        decided = self._workbook(body, [data for name, data in files if _is_workbook(name)])
        copies = [each for each in files if not _is_workbook(each[0])]
        try:
            keep((data for _, data in copies), self.root)
        except OSError as error:
            raise Refused(422, "Không giữ được bản sao các tệp góp ý trong output.") from error
        found = self._gathered(body, copies or self._kept(decided.copies or _names(known)))
        gathered = found.gathered
        return {
            "verdicts": list(VERDICTS),
            "copies": {each.name: each.digest for each in gathered.copies if each.digest},
            "refused": [f"{each.name}: {each.refused}" for each in gathered.copies if each.refused],
            "faults": list(decided.faults),
            "opinions": [_plain(each) for each in gathered.opinions],
            "decisions": {
                key: {"verdict": each.verdict, "reason": each.reason}
                for key, each in decided.decisions.items()
            },
        }

    def take(self, body: Body) -> Answer:
        """What the decisions come to: the changes of what was taken, and the texts with them."""
        found, decided = self._decided(body)
        taken = take(found, decided, self._folder(body), self.root)
        told = {
            "undecided": taken.undecided,
            "byHand": [_plain(each) for each in taken.by_hand],
            "clashes": [[one.number, other.number] for one, other in taken.clashes],
        }
        if taken.accepted is None:
            return {**told, "changes": [], "texts": {}, "unproved": []}
        answered = answers_in(body, taken.accepted)
        return {
            **told,
            "changes": [plain(key, change) for key, change in taken.accepted.keyed],
            "texts": texts_of(answered.edits),
            "unproved": list(answered.unproved),
        }

    def page(self, body: Body) -> Answer:
        """The list with its decisions, as the page of `docgen gather`."""
        found, decided = self._decided(body)
        return {"address": self.shown.page(html(found.gathered, decided))}

    def workbook(self, body: Body) -> Answer:
        """The list with its decisions, as the workbook that can be opened here again."""
        found, decided = self._decided(body)
        data = xlsx(found.gathered, decided.year, decided)
        return file_out(f"gop-y_{decided.year}.xlsx", data)

    def report(self, body: Body) -> Answer:
        """The list with its decisions, as the Word file that goes with the draft."""
        found, decided = self._decided(body)
        assert found.base is not None
        data, findings = docx(found.gathered, found.base.paper, decided, self.root)
        if findings:
            raise Refused(422, f"{findings[0].message}. {findings[0].hint}")
        return file_out(f"gop-y_{decided.year}.docx", data)

    # ------------------------------------------------------------------ what the page says

    def _decided(self, body: Body) -> tuple[Gathering, Decided]:
        """The list of `copies` (digests by name) again, and the `decisions` about it by key."""
        copies, said = body.get("copies"), body.get("decisions")
        if not isinstance(copies, dict) or not isinstance(said, dict):
            raise Refused(400, "Không rõ quyết định gì.")
        named = _names(copies)
        decided = {str(key): _decision(each) for key, each in said.items()}
        year = self.files.year(body.get("year"))
        return self._gathered(body, self._kept(named)), Decided(year, named, decided)

    def _workbook(self, body: Body, sent: list[bytes]) -> Decided:
        year = self.files.year(body.get("year"))
        if not sent:
            return Decided(year, {}, {})
        try:
            decided = decisions(sent[-1])
        except NotDecided as error:
            raise Refused(422, str(error)) from error
        if decided.year not in ("", year):
            raise Refused(422, f"Tệp Excel này là góp ý cho kế hoạch {decided.year}: mở năm đó.")
        return replace(decided, year=year)

    def _kept(self, copies: Mapping[str, str]) -> list[tuple[str, bytes]]:
        found, missing = kept(copies, self.root)
        if missing:
            raise Refused(422, f"Không còn bản góp ý {', '.join(missing)}: chọn lại các bản Word.")
        return found

    def _gathered(self, body: Body, files: list[tuple[str, bytes]]) -> Gathering:
        found = gather(files, self._folder(body), self.root)
        if found.base is None:
            refused = [f"{each.name}: {each.refused}" for each in found.gathered.copies]
            said = [each.message for each in found.gathered.findings]
            raise Refused(422, "Không đọc được bản góp ý nào. " + "; ".join(refused + said))
        return found

    def _folder(self, body: Body) -> Path:
        return self.root / CONTENT / self.files.year(body.get("year"))


def _names(copies: dict[Any, Any]) -> dict[str, str]:
    return {str(name): str(digest) for name, digest in copies.items()}


def _is_workbook(name: str) -> bool:
    return name.lower().endswith(".xlsx")


def _decision(said: object) -> Decision:
    if not isinstance(said, dict):
        raise Refused(400, "Không rõ quyết định gì.")
    verdict = verdict_of(str(said.get("verdict", "")))
    if verdict is None:
        raise Refused(400, f"Quyết định là một trong: {', '.join(VERDICTS)}.")
    return Decision(verdict, str(said.get("reason", "")))


def _plain(opinion: Opinion) -> dict[str, Any]:
    signs = {"out": "-", "in": "+", "": ""}
    return {
        "key": opinion.key,
        "number": opinion.number,
        "kind": opinion.label,
        "who": people(opinion),
        "place": opinion.place,
        "file": opinion.where.file if opinion.where else "",
        "line": opinion.where.line if opinion.where else 0,
        "pieces": [[signs[each.sign], each.words] for each in opinion.pieces],
        "quote": opinion.quote,
        "said": opinion.said,
        "against": list(opinion.against),
        "note": remark(opinion),
    }
