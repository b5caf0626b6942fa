"""How plans call their appendices: on the appendix itself, and where the text refers to it.

`Phụ lục`, `Phụ lục I, II và III`, `Phụ lục số 01`, `các Phụ lục kèm theo`, `Biểu 02`, `Mẫu số 3`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from docgen.plan.model import Appendix, Plan
from docgen.vietnamese import roman

KIND = "phụ lục"
OF_ANY_DOCUMENT = "mẫu"  # plans name the forms of decrees and circulars too
_ROMAN = {roman(number): str(number) for number in range(1, 100)}
_NUMBER = r"(?:[IVXLC]+|\d{1,3})(?:\.\d+)*[A-Za-zĐđ]?(?:/[A-ZĐ]+(?!-))?(?![\w/])"
_LABEL = re.compile(rf"(?P<kind>\D+?)(?:\s+[Ss]ố)?\s*(?P<number>{_NUMBER})?\.?")
_FOREIGN = re.compile(
    r"\W*(?:(?:ban hành|kèm theo|của|tại|theo)\s+)*"
    r"(?:Nghị định|Thông tư|Quyết định|Nghị quyết|Luật|Công văn|Hướng dẫn|Chỉ thị)\b"
)
_ENCLOSED = re.compile(
    r"\W*(?:được\s+)?(?:đính kèm|kèm theo|gửi kèm|ban hành kèm|của Kế hoạch này)"
)


class Reference(NamedTuple):
    """Where a text refers to appendices of its own document, from `start` to `end`.

    `named` are their positions; `unknown` the numbers that none of them has; `vague` means that
    neither a number nor a word such as `kèm theo` says which are meant.
    """

    start: int
    end: int
    named: frozenset[int]
    unknown: tuple[str, ...] = ()
    vague: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """The offset and length of it in its text."""
        return self.start, self.end - self.start


def labels(appendices: Sequence[Appendix], first: str = "") -> tuple[str, ...]:
    """The label of each: its own, or Phụ lục with a number where there are several.

    The number is Roman (Phụ lục I, Phần I, III.1.a of Nghị định 30/2020/NĐ-CP), or as in the
    label that the office gives its `first` one: `Phụ lục số 01`.
    """
    several = len(appendices) > 1
    return tuple(
        each.label.value if each.label else _numbered_label(first, number) if several else "Phụ lục"
        for number, each in enumerate(appendices, 1)
    )


def labels_of(plan: Plan) -> tuple[str, ...]:
    """The labels of a plan's appendices, numbered as its office does."""
    form = plan.office.form if plan.office else None
    return labels(
        plan.appendices, form.appendix_label.value if form and form.appendix_label else ""
    )


_FIRST = re.compile(r"(?P<zeros>0*)1|\b[IA]\b")


def _numbered_label(first: str, number: int) -> str:
    """The label of one appendix, after the one that the office shows for the first."""
    match = _FIRST.search(first)
    if match is None:
        return f"Phụ lục {roman(number)}"
    counted = {"I": roman(number), "A": chr(ord("A") + (number - 1) % 26)}
    shown = counted.get(match[0]) or str(number).zfill(len(match[0]))
    return f"{first[: match.start()]}{shown}{first[match.end() :]}"


def references(text: str, called: Sequence[str]) -> Iterator[Reference]:
    """Where a text refers to one of the appendices that are `called` so, or to one that is not."""
    known, kinds = _known(tuple(called))
    small = text.casefold()
    if not any(kind.split()[0] in small for kind in kinds if kind):
        return
    for match in _pattern(*kinds).finditer(text):
        if _FOREIGN.match(text, match.end()):
            continue
        kind = " ".join(match["kind"].casefold().split())
        if match["numbers"]:
            yield _numbered(match, kind, known, kinds)
        elif match["all"] or _ENCLOSED.match(text, match.end()):
            yield Reference(match.start(), match.end(), frozenset(range(len(called))))
        elif kind == KIND:
            yield Reference(match.start(), match.end(), frozenset(range(len(called))), vague=True)


@lru_cache(maxsize=16)
def _known(called: tuple[str, ...]) -> tuple[Sequence[tuple[str, str]], Sequence[str]]:
    """Kind and number of each label, and the kinds, the longest first."""
    known = [_split(label) for label in called]
    return known, sorted({KIND, *(kind for kind, _ in known)}, key=len, reverse=True)


@lru_cache(maxsize=16)
def _pattern(*kinds: str) -> re.Pattern[str]:
    names = "|".join(r"\s+".join(map(re.escape, kind.split())) for kind in kinds)
    return re.compile(
        rf"\b(?P<all>[Cc]ác\s+)?(?P<kind>(?i:{names}))\b"
        rf"(?:(?:\s+[Ss]ố)?\s+(?P<numbers>{_NUMBER}(?:(?:\s*[,;-]\s*|\s+(?:và|đến)\s+)"
        rf"(?:(?i:(?P=kind))\s+)?(?:[Ss]ố\s+)?{_NUMBER})*))?"
    )


def _numbered(
    match: re.Match[str], kind: str, known: Sequence[tuple[str, str]], kinds: Sequence[str]
) -> Reference:
    numbers = list(_numbers(match["numbers"], kinds))
    own = [(at, number) for at, (each, number) in enumerate(known) if each == kind]
    places = {at for at, number in own if number in numbers}
    strange = (number for number in numbers if number not in {each for _, each in own})
    return Reference(match.start(), match.end(), frozenset(places), tuple(strange))


def _split(label: str) -> tuple[str, str]:
    """Kind and number of a label: `Phụ lục số 01` is a phụ lục, number 1."""
    match = _LABEL.fullmatch(" ".join(label.split()))
    if match is None:
        return label.casefold(), ""
    return match["kind"].casefold().strip(), _plain(match["number"] or "")


def _plain(number: str) -> str:
    """A number as it is compared: `II`, `02`, `2` and `02/HNMT` are the same."""
    number = number.partition("/")[0]
    return _ROMAN.get(number) or (str(int(number)) if number.isdecimal() else number.casefold())


def _numbers(written: str, kinds: Sequence[str]) -> Iterator[str]:
    """The numbers that `I, II và IV` or `01 đến 03` means."""
    bare = re.sub(rf"(?i:{'|'.join(map(re.escape, kinds))}|số)\s+", "", written)
    for part in re.split(r"\s*[,;]\s*|\s+và\s+", bare):
        ends = [_plain(each) for each in re.split(r"\s*-\s*|\s+đến\s+", part)]
        if len(ends) == 2 and all(each.isdecimal() for each in ends):
            yield from (str(number) for number in range(int(ends[0]), int(ends[1]) + 1))
        else:
            yield from ends


def is_form(appendix: Appendix) -> bool:
    """Whether an appendix is an outline or a form that others are to fill in, by its names."""
    names = (appendix.label, *appendix.title)
    return any(name and name.value.upper().startswith(("ĐỀ CƯƠNG", "MẪU")) for name in names)


def named(found: Sequence[Reference]) -> frozenset[int]:
    """The positions of the appendices that references name; vague ones count where all are so."""
    precise = [each for each in found if not each.vague] or found
    return frozenset(at for each in precise for at in each.named)
