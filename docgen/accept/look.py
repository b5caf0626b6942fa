"""`look` at a Word file, `answer` what it asks: from a file to edits of the content, all as values.

    found = look(data, folder, root)
    found.changes                          # applied by itself, asked, refused, already so
    found.questions                        # what is asked and can be answered, with its choices
    decided = answer(found, {found.questions[0].key: 0})
    apply(decided.edits, root)             # docgen.edit.apply: all or nothing

Nothing is written here. What a rebuild does not bear out is asked, never written.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

from docgen.accept.base import Base, base_of
from docgen.accept.carry import AS_NOW, AS_WORD, Carrier
from docgen.accept.change import Change, Choice
from docgen.accept.prove import FOLLOWING, Proof, Rebuild
from docgen.accept.remarks import Remark, formulas, page_ends, pictures, remarks
from docgen.accept.together import together
from docgen.accept.units import Unit, units
from docgen.at_one_go import at_one_go
from docgen.docx.model import Document
from docgen.docx.read import read
from docgen.edit.edits import Edit
from docgen.finding import Finding, has_errors
from docgen.load.folder import load

TWO_SIDES = "Không rõ tệp Word sửa hay nội dung sửa chỗ này: chọn một bên."

STRUCTURE = ("merge", "in")


@dataclass(frozen=True, slots=True)
class Question:
    """What the officer decides: `change` says where and both, or all three, texts.

    `key` is the same whenever the same file is looked at again over the same content.
    """

    key: str
    change: Change

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The answers, by their number from 0."""
        return self.change.choices


@dataclass(frozen=True)
class Accepted:
    """What a Word file asks for; `known`: whether it is known what it was built from.

    `follows` are figures and numbers that the rebuild sets otherwise than the Word file, which
    nobody touched there. `today`: the content has not changed since the build. `remarks` are the
    comments of the file.
    """

    changes: tuple[Change, ...]
    follows: tuple[Change, ...]
    known: bool
    today: bool = True
    findings: tuple[Finding, ...] = ()
    remarks: tuple[Remark, ...] = ()
    proof: Rebuild | None = field(default=None, repr=False)
    of_base: tuple[Change, ...] = field(default=(), repr=False)

    @property
    def edits(self) -> list[Edit]:
        """The edits that are proved and ask nothing."""
        return together([edit for change in self.applied for edit in change.edits])

    @property
    def applied(self) -> list[Change]:
        """What is carried into the content."""
        return [change for change in self.changes if change.verdict == "applied"]

    @property
    def left(self) -> list[Change]:
        """What is asked or refused."""
        return [change for change in self.changes if change.verdict in ("asked", "refused")]

    @property
    def questions(self) -> list[Question]:
        """What can be answered, in the order of the listing."""
        return [Question(key, change) for key, change in self.keyed if change.choices]

    @property
    def keyed(self) -> Iterator[tuple[str, Change]]:
        """Each change with a key of its own."""
        met: Counter[str] = Counter()
        for change in self.changes:
            said = f"{change.kind}\n{change.old}\n{change.new}\n{change.why}"
            met[said] += 1
            yield hashlib.sha256(f"{said}\n{met[said]}".encode()).hexdigest()[:8], change


@dataclass(frozen=True)
class Decided:
    """The edits after the officer's answers.

    `besides` are further differences that an answer brings, such as other sentences that print
    the same value; `unproved` are the keys of answers that a rebuild did not bear out.
    """

    edits: tuple[Edit, ...]
    left: tuple[Change, ...]
    besides: tuple[Change, ...] = ()
    unproved: tuple[str, ...] = ()


@at_one_go()
def look(data: bytes, folder: Path, root: Path) -> Accepted:
    """What the Word file in `data` changes of the plan in `folder`; raises `NotADocx`."""
    document = read(data)
    base, findings = base_of(data, folder, root)
    if base is None:
        return Accepted((), (), known=False, findings=tuple(findings))
    return held(base, list(units(document)), folder, root, document)


def held(
    base: Base, word: Sequence[Unit], folder: Path, root: Path, document: Document | None = None
) -> Accepted:
    """What a paper, whoever made it, changes of the plan in `folder`, seen from its base.

    `document` is the file whose words they are, where there is one: its comments and pictures.
    """
    proof = Proof(base, word)
    settled, follows = proof.settled()
    said: tuple[Remark, ...] = ()
    if document:
        settled += [*page_ends(base.paper, document), *pictures(document, base.files)]
        settled += formulas(base.paper, document, proof.sides)
        said = tuple(remarks(base.paper, document, proof.sides))
    if not base.known:
        settled = [_of_two_sides(change) for change in settled]
    changes: Sequence[Change] = settled
    if not base.today:
        plan, findings = load(folder, root)
        if plan is None or has_errors(findings):
            return Accepted((), (), known=False, findings=tuple(findings))
        carrier = Carrier(base.paper.plan.sources, plan.sources)
        changes = [carrier.carried(change) for change in settled]
    return Accepted(
        tuple(changes), tuple(follows), base.known, base.today, (), said, proof, tuple(settled)
    )


def answer(found: Accepted, answers: Mapping[str, int], left_out: Collection[str] = ()) -> Decided:
    """The edits with the questions answered: `answers` are numbers of choices (from 0) by key.

    The changes whose keys are `left_out` are not made.
    """
    chosen: dict[str, tuple[Choice, Choice]] = {}
    for (key, change), of_base in zip(found.keyed, found.of_base, strict=True):
        if key in answers and answers[key] in range(len(change.choices)):
            at = answers[key]
            before = of_base.choices[at] if of_base.choices else Choice("", of_base.edits)
            chosen[key] = change.choices[at], before
    sure = [edit for each in found.of_base if each.verdict == "applied" for edit in each.edits]
    unproved = [key for key, (_, before) in chosen.items() if not _proved(found, sure, key, before)]
    for key in unproved:
        del chosen[key]
    taken = [each for key, each in found.keyed if each.verdict == "applied" and key not in left_out]
    edits = together(
        [edit for each in taken for edit in each.edits],
        [edit for now, _ in chosen.values() for edit in now.edits],
    )
    tried = together(sure, [edit for _, before in chosen.values() for edit in before.edits])
    besides: list[Change] = []
    settled: set[str] = set()
    if found.proof and chosen:
        known = {_place(each) for each in (*found.proof.found, *found.follows)}
        left = found.proof.left(tried) or []
        besides = [change for change in left if _place(change) not in known]
        still = {_place(change) for change in left}
        settled = {
            key
            for (key, _), change in zip(found.keyed, found.of_base, strict=True)
            if change.choices and change.verdict == "asked" and _place(change) not in still
        }
    open_ones = tuple(
        change
        for key, change in found.keyed
        if change.verdict in ("asked", "refused") and key not in {*chosen, *settled}
    )
    return Decided(tuple(edits), open_ones, tuple(besides), tuple(unproved))


def _place(change: Change) -> tuple[object, str]:
    return change.key, change.old


def _proved(found: Accepted, sure: Sequence[Edit], key: str, choice: Choice) -> bool:
    """Whether a rebuild with a choice no longer differs from the Word file at its place."""
    change = next(of_base for (own, _), of_base in zip(found.keyed, found.of_base, strict=True)
                  if own == key)  # fmt: skip
    if not choice.as_word or not choice.edits or change.verdict == "applied" or found.proof is None:
        return True
    left = found.proof.left(together(sure, choice.edits))
    if left is None:
        return False
    others = {_place(each) for each in found.proof.found} - {_place(change)}
    here = [each for each in left if each.spot is change.spot and _place(each) not in others]
    if change.kind in STRUCTURE:
        return all(each.kind in (*FOLLOWING, "look") for each in here)
    wished = _differences(change)
    return all(wished.isdisjoint(_differences(each)) for each in here)


def _differences(change: Change) -> set[tuple[str, str]]:
    """Each word that went and each that came, and which of the two it did."""
    old, new = change.old.split(), change.new.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return {
        (did, word)
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
        for did, words in (("went", old[a:b]), ("came", new[c:d]))
        for word in words
    }


def _of_two_sides(change: Change) -> Change:
    """A change of a file whose base nobody knows: the content may have been changed instead."""
    if change.verdict != "applied" or change.authors:
        return change
    choices = (Choice(AS_WORD, change.edits), Choice(AS_NOW))
    return replace(change, verdict="asked", why=TWO_SIDES, edits=(), choices=choices)
