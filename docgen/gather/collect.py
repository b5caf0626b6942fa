"""From files to the list: each read, held against the paper that it was made of, and joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.accept.align import Pair, pairs
from docgen.accept.base import Base, base_of
from docgen.accept.carry import Carrier
from docgen.accept.change import Change
from docgen.accept.printed import Printed
from docgen.docx.read import NotADocx
from docgen.finding import has_errors
from docgen.gather.bridge import Bridge
from docgen.gather.copy import Copy, copy_of
from docgen.gather.find import Wanted, wishes
from docgen.gather.merge import Merger
from docgen.gather.opinion import Gathered, Opinion, Received
from docgen.gather.remarks import Remark, remarks
from docgen.gather.voices import Voices
from docgen.load.folder import load, shown
from docgen.plan.model import Plan

FEWEST_ALIKE = 50  # of 100 lines: a file with fewer is no copy of this plan
FOREIGN = "không phải bản của dự thảo này: chỉ có {}% số dòng giống bản in của nội dung"
UNSURE = "không rõ gửi đi từ bản nào: so với nội dung hiện nay"
LOST = "góp ý cho bản dự thảo khác, chỗ này đã khác: tự xem"
NOTHING = "không có ý kiến"
AGAIN = "trùng với {}"


@dataclass(frozen=True)
class Gathering:
    """The list, and the paper that its wishes are about; None: nothing to hold the copies to."""

    gathered: Gathered
    base: Base | None


def gather(files: Sequence[tuple[str, bytes]], folder: Path, root: Path) -> Gathering:
    """What the files, by the names they are shown by, say about the plan in `folder`.

    A file that cannot be read, or is no copy of the plan, is named; the others go on.
    """
    plan, findings = load(folder, root)
    if plan is None or has_errors(findings):
        return Gathering(Gathered("", findings=tuple(findings)), None)
    copies, received = _copies(files, plan)
    bases = _bases(copies, folder, root)
    base = _of_most(bases.values())
    if base is None:
        named = tuple(received.values())
        return Gathering(Gathered("", copies=named), None)
    told = [_said(copy, bases[copy.name]) for copy in copies if copy.name in bases]
    received |= {each.received.name: each.received for each in told}
    opinions = _opinions(told, base)
    if not base.today:
        opinions = list(_of_today(opinions, base, plan))
    gathered = Gathered(_subject(base.paper), tuple(opinions), tuple(received.values()))
    return Gathering(gathered, base)


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


def _copies(
    files: Sequence[tuple[str, bytes]], plan: Plan
) -> tuple[list[Copy], dict[str, Received]]:
    """The copies that can be read, each once; and what is told of every file, by its name."""
    copies: list[Copy] = []
    received: dict[str, Received] = {}
    known: dict[str, str] = {}
    stems = Counter(Path(name).stem.casefold() for name, _ in files)
    for name, data in files:
        namesake = stems[Path(name).stem.casefold()] > 1
        try:
            copy = copy_of(data, name, plan.agencies, namesake=namesake)
        except NotADocx as error:
            received[name] = Received(name, "", refused=str(error))
            continue
        received[name] = Received(name, copy.office, copy.digest)
        if copy.digest in known:
            again = AGAIN.format(known[copy.digest])
            received[name] = replace(received[name], refused=again)
        else:
            known[copy.digest] = name
            copies.append(copy)
    return copies, received


def _bases(copies: Iterable[Copy], folder: Path, root: Path) -> dict[str, Base]:
    """What each copy was built from, by its name; copies of one build share it."""
    found: dict[str, Base] = {}
    known: dict[str, Base] = {}
    for copy in copies:
        base = known.get(copy.stamp) or base_of(copy.data, folder, root)[0]
        if base is not None:
            found[copy.name] = base
            if base.known and copy.stamp:
                known[copy.stamp] = base
    return found


def _of_most(bases: Iterable[Base]) -> Base | None:
    """The base of the most copies, those that know theirs first."""
    every = list(bases)
    sure = [each for each in every if each.known] or every
    return max(sure, key=lambda base: sum(each is base for each in sure), default=None)


@dataclass(frozen=True)
class _Said:
    """What one copy says about the paper that it was made of."""

    received: Received
    base: Base
    wanted: tuple[Wanted, ...] = ()
    noted: tuple[Remark, ...] = ()


def _said(copy: Copy, base: Base) -> _Said:
    received = Received(copy.name, copy.office, copy.digest)
    sides = pairs(base.paper.units, copy.units)
    alike = _alike(base.paper, copy, sides)
    if alike < FEWEST_ALIKE and not base.known:
        return _Said(replace(received, refused=FOREIGN.format(alike)), base)
    voices = Voices(copy)
    wanted = tuple(wishes(base.paper, sides, voices))
    noted = tuple(remarks(base.paper, copy, voices))
    note = UNSURE if not base.known else "" if wanted or noted else NOTHING
    return _Said(
        replace(received, opinions=len(wanted) + len(noted), note=note), base, wanted, noted
    )


def _opinions(told: Iterable[_Said], base: Base) -> list[Opinion]:
    """All opinions about the paper that most were sent; what no longer fits it comes last."""
    wanted: list[Wanted] = []
    noted: list[Remark] = []
    lost: list[Opinion] = []
    for each in told:
        if each.base.files == base.files:
            wanted += each.wanted
            noted += each.noted
            continue
        bridge = Bridge(each.base.paper, base.paper)
        carried = [(bridge.wish(wish), voices) for wish, voices in each.wanted]
        wanted += [(wish, voices) for wish, voices in carried if wish is not None]
        noted += map(bridge.remark, each.noted)
        left = [each.wanted[at] for at, (wish, _) in enumerate(carried) if wish is None]
        lost += Merger(each.base.paper).opinions(left, [])
    found = Merger(base.paper).opinions(wanted, noted)
    return found + [
        replace(each, number=at, wishes=(), against=(), beside=(), note=LOST)
        for at, each in enumerate(lost, len(found) + 1)
    ]


def _alike(base: Printed, copy: Copy, sides: Sequence[Pair]) -> int:
    """How many of 100 lines of the paper the copy has, changed or not."""
    both = sum(old is not None and new is not None for old, new in sides)
    return 100 * both // max(len(base.units), len(copy.units), 1)


def _of_today(opinions: Iterable[Opinion], base: Base, plan: Plan) -> Iterator[Opinion]:
    """The opinions at their lines of today's content."""
    carrier = Carrier(base.paper.plan.sources, plan.sources)
    for each in opinions:
        placed = carrier.carried(Change("words", "asked", each.where, "", ""))
        yield replace(each, where=placed.where)


def _subject(base: Printed) -> str:
    subject = base.plan.subject
    said = (
        str(string)
        for string in base.strings
        if subject and string.origin.text and string.origin.text.where == subject.where
    )
    return next(said, "")
