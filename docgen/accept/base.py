"""What a Word file was built from: the first of the three sides.

Its stamp says which build it was; `docgen.builds` kept the content of that build. Without it
today's content is the base if it prints that very build, or prints what the file said before
the changes that Word tracked. Else one of the last revisions is that git has of the project, if
it prints the build; or there are only two sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from docgen import limits
from docgen.accept.printed import Printed, printed, printed_by
from docgen.accept.units import units
from docgen.builds import files_of, kept_files, stamp_of, template_among, was_draft
from docgen.docx.read import read
from docgen.edit.apply import by_file
from docgen.edit.edits import Edit
from docgen.edit.rewrite import rewritten
from docgen.finding import Finding, has_errors
from docgen.kept import Kept
from docgen.load.folder import load, shown
from docgen.project import CONTENT, TEMPLATE


@dataclass(frozen=True)
class Base:
    """A paper and the `files` of the project that print it, by name; `year` names its folder.

    `known`: the Word file was built from it. `today`: it is the content as it stands now.
    """

    paper: Printed
    files: Mapping[str, bytes]
    year: str
    known: bool
    today: bool

    def with_edits(self, edits: Iterable[Edit]) -> Printed | None:
        """The paper with edits of these files made; None where they cannot be made or printed."""
        files = dict(self.files)
        for source, own in by_file(edits).items():
            after, _ = rewritten(source, own)
            if after is None:
                return None
            files[source.name] = after.encode("utf-8")
        with _project(files) as root:
            plan, findings = load(root / self.year, root)
            if plan is None or has_errors(findings):
                return None
            return printed_by(self.paper.template, plan, draft=self.paper.draft)[0]


def base_of(data: bytes, folder: Path, root: Path) -> tuple[Base | None, list[Finding]]:
    """The base of a Word file of the plan in `folder`; findings where today's is not legible."""
    stamp, year = stamp_of(data), shown(folder, root)
    kept, draft = kept_files(stamp, root), was_draft(stamp, root)
    now = files_of(folder, root / template_among(kept), root)
    if kept and kept != now:
        with _project(kept) as before:
            paper, _ = _paper(before / year, before, stamp, draft)
        if paper:
            return Base(paper, kept, year, known=True, today=False), []
    base, findings = base_today(folder, root, stamp, draft)
    if base is None:
        return None, findings
    paper = base.paper
    known = bool(kept) or paper.stamp == stamp or _untracked(data) == _said(paper.units)
    past = _in_the_past(stamp, year, root) if stamp and not known else None
    return past or replace(base, known=known), []


def _in_the_past(stamp: str, year: str, root: Path) -> Base | None:
    """The content that prints a build among the last revisions that git has of it."""
    from docgen.revisions import NoRevision, files_at, revisions

    paths = year, TEMPLATE.parent.as_posix()
    for revision in revisions(root, limits.REBUILDS.most, *paths):
        with suppress(NoRevision):
            every = files_at(revision, root, CONTENT.as_posix(), paths[1])
            shared = {
                name for name in every if PurePosixPath(name).parent == PurePosixPath(CONTENT)
            }
            files = {
                name: data for name, data in every.items()
                if name in shared or name.startswith(tuple(f"{each}/" for each in paths))
            }  # fmt: skip
            with _project(files) as before:
                paper, _ = _paper(before / year, before, stamp)
            if paper and paper.stamp == stamp:
                return Base(paper, files, year, known=True, today=False)
    return None


def base_today(
    folder: Path, root: Path, stamp: str = "", draft: bool | None = None
) -> tuple[Base | None, list[Finding]]:
    """The content as it stands; `stamp` says which build the paper is, `draft` of what kind."""
    paper, findings = _paper(folder, root, stamp, draft)
    if paper is None:
        return None, findings
    files = files_of(folder, root / paper.plan.template_path, root)
    return Base(paper, files, shown(folder, root), known=True, today=True), []


def _paper(
    folder: Path, root: Path, stamp: str, draft: bool | None = None
) -> tuple[Printed | None, list[Finding]]:
    """The paper of a plan; that of its draft where the draft is what was built."""
    plan, findings = load(folder, root)
    if plan is None or has_errors(findings):
        return None, findings
    paper, findings = printed(plan, root / plan.template_path, draft=bool(draft), kept=Kept(root))
    if paper and stamp and draft is None and paper.stamp != stamp:
        other, _ = printed_by(paper.template, plan, draft=True)
        paper = other if other and other.stamp == stamp else paper
    return paper, findings


def _untracked(data: bytes) -> list[str]:
    """What a file said before the changes that Word tracked."""
    return _said(units(read(data, revised=False)))


def _said(paper: Iterable[object]) -> list[str]:
    return [getattr(unit, "key", "") for unit in paper]


@contextmanager
def _project(files: Mapping[str, bytes]) -> Iterator[Path]:
    """The files in a folder of their own."""
    with TemporaryDirectory() as scratch:
        root = Path(scratch)
        for name, data in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        yield root
