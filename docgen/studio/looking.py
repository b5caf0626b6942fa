"""The pages and the findings of a plan as it is being typed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen import pipeline
from docgen.docx.read import NotADocx
from docgen.finding import Finding, Rule
from docgen.live import Live
from docgen.page.page_ends import parted
from docgen.page.parts import page
from docgen.page.sheet import Sheet, sheet
from docgen.plan.model import Plan
from docgen.report.findings import as_data, tally
from docgen.rulebook import every_rule
from docgen.studio.asking import Answer, Body
from docgen.studio.files import Files
from docgen.studio.safety import Refused
from docgen.studio.work import as_plain

if TYPE_CHECKING:
    from docgen.language.project import Project

_MOST_TABS = 64


class Looking:
    """One project that is being looked at, one look at a time."""

    def __init__(self, root: Path, files: Files) -> None:
        self.root = root
        self.files = files
        self.live = Live(root)
        self._one = threading.Lock()
        self._newest: dict[str, int] = {}
        self._sheet: tuple[Any, Sheet] | None = None

    def see(self, body: Body) -> Iterator[Answer]:
        """The pages in the template's looks, then what is wrong, with the reason of each rule.

        A tab (`tab`) numbers its looks (`turn`): one that is not the newest is broken off.
        """
        year, buffers = self._typed(body)
        wanted = self._turn(str(body.get("tab")), body.get("turn"))
        with self._one:
            if not wanted():
                return
            seen = self.live.see(year, buffers)
        yield self._pages(seen)
        with self._one:
            checked = pipeline.weigh(seen, wanted)
        if wanted():
            yield {
                "findings": told(checked.findings),
                "silenced": [
                    {**told([each.finding])[0], "let": each.reason} for each in checked.silenced
                ],
                "tally": tally(checked.findings),
            }

    def _turn(self, tab: str, turn: object) -> Callable[[], bool]:
        """Whether a look is still the newest of its tab."""
        number = turn if isinstance(turn, int) else 0
        if tab not in self._newest and len(self._newest) >= _MOST_TABS:
            self._newest.clear()
        self._newest[tab] = max(number, self._newest.get(tab, 0))
        return lambda: self._newest.get(tab, number) <= number

    def _pages(self, seen: pipeline.Seen) -> Answer:
        if seen.plan is None or seen.view is None:
            return {"parts": None, "findings": told(seen.findings)}
        looks = self._looks(seen.plan)
        return {"sheet": looks, **page(parted(seen.view, looks), looks)}

    def complete(self, body: Body) -> Answer:
        """What may be written at `line` (from 1) and `column` (from 0) of the file `name`.

        Each has the `label`, a `detail`, the `text` to write from the column `start` on.
        """
        from lsprotocol.types import Position, TextEdit

        from docgen.language.completion import completion

        _, buffers = self._typed(body)
        name = str(body.get("name"))
        self.files.path(name)
        try:
            position = Position(int(body["line"]) - 1, int(body["column"]))
        except (KeyError, TypeError, ValueError) as error:
            raise Refused(400, "Không rõ chỗ nào.") from error
        self._project.unsaved = buffers
        items = completion(self._project, name, position)
        return {
            "items": [
                {
                    "label": item.label,
                    "detail": item.detail or "",
                    "text": item.text_edit.new_text,
                    "start": item.text_edit.range.start.character,
                }
                for item in items
                if isinstance(item.text_edit, TextEdit)
            ]
        }

    @cached_property
    def _project(self) -> Project:
        from docgen.language.project import Project

        return Project(self.root)

    def to_do(self, body: Body) -> Answer:
        """What is left to do, as `docgen todo` lists it; of one `agency` where it is named."""
        from docgen.edit.work_left import work_left

        year, buffers = self._typed(body)
        with self._one:
            checked = self.live.check(year, buffers)
        if checked.plan is None:
            raise Refused(422, "Nội dung đang có lỗi, sửa trước: " + checked.findings[0].message)
        kinds = work_left(checked.plan, checked.findings, year, self.root)
        return as_plain(kinds, checked.plan, str(body.get("agency") or ""))

    def _looks(self, plan: Plan) -> Sheet:
        """The template's looks, read again only when the file or the form is another."""
        form, template = plan.office.form, plan.template_path
        path = self.root / template
        try:
            state = path.stat()
            key = (path, state.st_mtime_ns, state.st_size, repr(form))
            if self._sheet is None or self._sheet[0] != key:
                self._sheet = key, sheet(path, form)
        except (OSError, NotADocx) as error:
            raise Refused(422, f"Không đọc được tệp mẫu {template.as_posix()}.") from error
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


@cache
def _rules() -> dict[str, Rule]:
    return {rule.code: rule for rule in every_rule()}


def told(findings: list[Finding]) -> list[Answer]:
    """Findings as the page shows them: each with its rule's title and reason, and its mend."""
    rules = _rules()
    return [
        {
            **plain,
            "title": finding.title,
            "reason": rules[finding.code].reason if finding.code in rules else "",
            "fix": finding.fix and [finding.fix.start, finding.fix.end, finding.fix.replacement],
        }
        for finding, plain in zip(findings, as_data(findings), strict=True)
    ]
