"""From files to the list: each read, held against the paper that it was made of, and joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.accept.align import Pair, pairs
from docgen.accept.printed import Printed, printed
from docgen.docx.read import NotADocx
from docgen.finding import has_errors
from docgen.gather.copy import Copy, copy_of
from docgen.gather.find import Wanted, wishes
from docgen.gather.merge import Merger
from docgen.gather.opinion import Gathered, Received
from docgen.gather.remarks import Remark, remarks
from docgen.gather.voices import Voices
from docgen.load.folder import load, shown
from docgen.pipeline import TEMPLATE

FEWEST_ALIKE = 50  # of 100 lines: a file with fewer is no copy of this plan
FOREIGN = "không phải bản của dự thảo này: chỉ có {}% số dòng giống bản in của nội dung"
UNSURE = "không rõ gửi đi từ bản nào: so với nội dung hiện nay"
NOTHING = "không có ý kiến"
AGAIN = "trùng với {}"


@dataclass(frozen=True)
class Gathering:
    """The list, and the paper that its wishes are about; None: the content cannot be printed."""

    gathered: Gathered
    base: Printed | None


def gather(files: Sequence[tuple[str, bytes]], folder: Path, root: Path) -> Gathering:
    """What the files, by the names they are shown by, say about the plan in `folder`.

    A file that cannot be read, or is no copy of the plan, is named; the others go on.
    """
    plan, findings = load(folder, root)
    base, found = (None, []) if plan is None else printed(plan, root / TEMPLATE)
    if plan is None or base is None or has_errors(findings):
        return Gathering(Gathered("", findings=(*findings, *found)), None)
    wanted: list[Wanted] = []
    noted: list[Remark] = []
    copies: list[Received] = []
    known: dict[str, str] = {}
    for name, data in files:
        try:
            copy = copy_of(data, name, plan.agencies)
        except NotADocx as error:
            copies.append(Received(name, "", refused=str(error)))
            continue
        received = Received(name, copy.office, copy.digest)
        if copy.digest in known:
            copies.append(replace(received, refused=AGAIN.format(known[copy.digest])))
            continue
        known[copy.digest] = name
        sides = pairs(base.units, copy.units)
        alike = _alike(base, copy, sides)
        if copy.stamp != base.stamp and alike < FEWEST_ALIKE:
            copies.append(replace(received, refused=FOREIGN.format(alike)))
            continue
        voices = Voices(copy)
        own, remarked = wishes(base, sides, voices), list(remarks(base, copy, voices))
        wanted += own
        noted += remarked
        note = "" if copy.stamp == base.stamp else UNSURE
        note = note or ("" if own or remarked else NOTHING)
        copies.append(replace(received, opinions=len(own) + len(remarked), note=note))
    opinions = Merger(base).opinions(wanted, noted)
    subject = next((s for s in map(str, _subject(base))), "")
    return Gathering(Gathered(subject, tuple(opinions), tuple(copies)), base)


def files_of(paths: Iterable[Path], root: Path) -> tuple[list[tuple[str, bytes]], list[Received]]:
    """The bytes of each file by the name it is shown by; what cannot be read is named."""
    read: list[tuple[str, bytes]] = []
    refused: list[Received] = []
    for path in paths:
        name = shown(path, root)
        try:
            read.append((name, path.read_bytes()))
        except OSError as error:
            why = "không có tệp này" if isinstance(error, FileNotFoundError) else "không đọc được"
            refused.append(Received(name, "", refused=why))
    return read, refused


def _alike(base: Printed, copy: Copy, sides: Sequence[Pair]) -> int:
    """How many of 100 lines of the paper the copy has, changed or not."""
    both = sum(old is not None and new is not None for old, new in sides)
    return 100 * both // max(len(base.units), len(copy.units), 1)


def _subject(base: Printed) -> Iterable[str]:
    subject = base.plan.subject
    return (
        str(string)
        for string in base.strings
        if subject and string.origin.text and string.origin.text.where == subject.where
    )
