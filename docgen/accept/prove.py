"""From a Word file to edits that are proved: built again, the content prints just that file.

Nothing is written here. What a rebuild does not bear out is asked, never written.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from docgen.accept.change import Change
from docgen.accept.find import changes
from docgen.accept.printed import Printed, note_changes, printed, stamp_of
from docgen.accept.units import Unit, units
from docgen.docx.read import read
from docgen.edit.apply import apply
from docgen.edit.edits import Edit
from docgen.finding import Finding, has_errors
from docgen.load.folder import load
from docgen.pipeline import TEMPLATE

FOLLOWING = ("computed", "mark")
UNPROVED = "In lại không ra đúng như tệp Word: sửa tay trong tệp."


@dataclass(frozen=True)
class Accepted:
    """What a Word file asks for; `known`: whether today's content is what it was built from.

    `follows` are figures and numbers that the rebuild sets otherwise than the Word file, which
    nobody touched there.
    """

    changes: tuple[Change, ...]
    follows: tuple[Change, ...]
    known: bool
    findings: tuple[Finding, ...] = ()

    @property
    def edits(self) -> list[Edit]:
        """The edits that are proved."""
        return [edit for change in self.applied for edit in change.edits]

    @property
    def applied(self) -> list[Change]:
        """What is carried into the content."""
        return [change for change in self.changes if change.verdict == "applied"]

    @property
    def left(self) -> list[Change]:
        """What is asked or refused."""
        return [change for change in self.changes if change.verdict != "applied"]


def accepted(data: bytes, folder: Path, root: Path) -> Accepted:
    """What the Word file in `data` changes of the plan in `folder`; raises `NotADocx`."""
    plan, findings = load(folder, root)
    if plan is None or has_errors(findings):
        return Accepted((), (), known=False, findings=tuple(findings))
    document = read(data)
    stamp = stamp_of(document)
    base, found = printed(plan, root / TEMPLATE)
    if base is not None and stamp and base.stamp != stamp:
        draft, _ = printed(plan, root / TEMPLATE, draft=True)
        base = draft if draft and draft.stamp == stamp else base
    if base is None:
        return Accepted((), (), known=False, findings=tuple(found))
    if base.stamp != stamp:
        return Accepted((), (), known=False)
    result = _Proof(base, list(units(document)), folder, root).accepted()
    return replace(result, changes=(*result.changes, *note_changes(base, document)))


class _Proof:
    def __init__(self, base: Printed, word: Sequence[Unit], folder: Path, root: Path) -> None:
        self.base = base
        self.word = word
        self.folder = folder
        self.root = root
        self.found = changes(base, word)

    def accepted(self) -> Accepted:
        """The changes with what is proved; what is not is asked."""
        tried = [change for change in self.found if change.verdict == "applied"]
        follows = self._follows(tried)
        if follows is None:
            groups = self._groups(tried)
            good: list[Change] = []
            for group in groups:
                if self._follows([*good, *group]) is not None:
                    good += group
            follows = self._follows(good) or []
            tried = good
        held = {id(change) for change in tried}
        still = {change.key for change in follows}
        settled = tuple(
            change
            if change.verdict != "applied" or id(change) in held
            else replace(change, kind="unproved", verdict="asked", why=UNPROVED, edits=())
            for change in self.found
            if change.kind not in FOLLOWING or change.key in still
        )
        touched = {change.key for change in self.found}
        untouched = tuple(change for change in follows if change.key not in touched)
        return Accepted(settled, untouched, known=True)

    @staticmethod
    def _groups(tried: Iterable[Change]) -> list[list[Change]]:
        """Changes that stand or fall together: those without edits belong to the one before."""
        groups: list[list[Change]] = []
        for change in tried:
            if change.edits or not groups:
                groups.append([change])
            else:
                groups[-1].append(change)
        return groups

    def _follows(self, tried: Sequence[Change]) -> list[Change] | None:
        """The figures and marks that a rebuild prints otherwise than the Word file.

        None where it prints anything else that is not among what was found and not tried.
        """
        held = {id(change) for change in tried}
        expected = {change.key for change in self.found if id(change) not in held}
        left = self._left(tried)
        if all(change.kind in FOLLOWING or change.key in expected for change in left):
            return [change for change in left if change.kind in FOLLOWING]
        return None

    def _left(self, tried: Sequence[Change]) -> list[Change]:
        """What a rebuild with these changes still prints otherwise than the Word file."""
        edits = [edit for change in tried for edit in change.edits]
        if not edits:
            return list(self.found)
        with TemporaryDirectory() as scratch:
            root = Path(scratch)
            content = self.folder.parent
            (root / content.name).mkdir()
            for path in content.glob("*.yaml"):
                shutil.copy(path, root / content.name)
            shutil.copytree(self.folder, root / content.name / self.folder.name)
            if apply(edits, root).findings:
                return [Change("unproved", "asked", None, "", "")]
            plan, findings = load(root / content.name / self.folder.name, root)
            if plan is None or has_errors(findings):
                return [Change("unproved", "asked", None, "", "")]
            again, _ = printed(plan, self.root / TEMPLATE)
            return changes(again, self.word) if again else []
