"""What was sent back, as values: each opinion once, with all who have it."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from docgen.accept.change import LABELS
from docgen.finding import Finding, Where
from docgen.gather.voices import Voice
from docgen.gather.wish import Wish

Sign = Literal["", "out", "in"]
COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with a sign: they stay, they go (`out`) or they come (`in`)."""

    words: str
    sign: Sign = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply to a remark."""

    voice: Voice
    said: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """One remark, or one edit, whoever has it.

    `kind` is `comment` or a kind of change that `docgen accept` knows. `place` is what an officer
    calls the place, `where` its line of the content. `pieces` show an edit in what stands there
    today; a remark says `said` to the words `quote`. `against` are the numbers of the opinions
    that contradict it, `beside` of those that change other words of its line and can be taken with
    it, `note` what whoever decides has to know.
    """

    number: int
    kind: str
    place: str
    where: Where | None
    voices: tuple[Voice, ...]
    pieces: tuple[Piece, ...] = ()
    said: str = ""
    quote: str = ""
    answers: tuple[Answer, ...] = ()
    resolved: bool = False
    against: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()
    note: str = ""
    wishes: tuple[Wish, ...] = field(default=(), repr=False)
    key: str = ""

    @property
    def label(self) -> str:
        """The Vietnamese word for its kind."""
        return "góp ý" if self.kind == COMMENT else LABELS[self.kind]

    @property
    def old(self) -> str:
        """What the draft says there."""
        return "".join(each.words for each in self.pieces if each.sign != "in") or self.quote

    @property
    def new(self) -> str:
        """What it would say; for a remark what it says."""
        return self.said or "".join(each.words for each in self.pieces if each.sign != "out")

    @property
    def address(self) -> str:
        """File and line, or "" where the content has none."""
        return f"{self.where.file}:{self.where.line}" if self.where else ""

    @property
    def fingerprint(self) -> str:
        """Equal for the same opinion of another gathering."""
        own = (self.kind, self.place, self.old, self.new, self.quote, self.note)
        return sha256("\x1f".join(own).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Received:
    """One file: how many opinions it has, what to know about it; `refused` says why it has none."""

    name: str
    office: str
    digest: str = ""
    opinions: int = 0
    note: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All opinions in reading order, and the files that they came in."""

    subject: str
    opinions: tuple[Opinion, ...] = ()
    copies: tuple[Received, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def contradictions(self) -> list[list[Opinion]]:
        """Opinions of which not all can be taken, group by group."""
        by_number = {each.number: each for each in self.opinions}
        groups: list[list[Opinion]] = []
        seen: set[int] = set()
        for opinion in self.opinions:
            if opinion.against and opinion.number not in seen:
                group = _reached(opinion.number, by_number)
                seen |= group
                groups.append([by_number[each] for each in sorted(group)])
        return groups


def _reached(number: int, by_number: dict[int, Opinion]) -> set[int]:
    found: set[int] = set()
    waiting = [number]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += by_number[each].against
    return found
