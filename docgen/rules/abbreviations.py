"""KH401-KH405: abbreviations and where they are explained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from docgen.finding import Finding, Severity
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Facts, rule
from docgen.rules.prose import words
from docgen.rules.prose.shapes import one_slip_apart
from docgen.rules.prose.syllables import is_syllable

# The letter that begins stands before what may not stand in front of it: found much sooner.
_TOKEN = re.compile(r"[A-ZĐ](?<![\w/_].)[A-ZĐ]+(?:&[A-ZĐ]+)*(?![\w/_])")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
# Symbols of documents, the kind in front too, and standards: NĐ 30/2020/NĐ-CP, TCVN 6909:2001.
# Compounds (KT-XH), licences and types (26-LR, VN-2000), and the names of companies likewise.
_SYMBOL = re.compile(
    r"(?:\b[A-ZĐ]{2}[A-ZĐr]? )?\b\d+[a-z]?(?:\.\d+)?(?:/\d+)?[/-] ?[A-ZĐ][\w&-]*(?:[/:-][\w&-]+)*"
    r"|\b[A-ZĐ]\w*[-/][A-ZĐ]\w*[-/]\w+"
    r"|\b[A-Z]{3,} ?\d[\d:.-]*|(?<!\()\b[A-ZĐ][\w&]*(?:[-–][A-ZĐ0-9][\w&]*)+"
)
_IN_SYMBOLS = re.compile(r"[/–-]|[A-Z] ?\d")
_COMPANY = re.compile(
    r"\b(?:[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp|[Nn]gân hàng|[Hh]ợp tác xã|[Xx]í nghiệp|HTX|DNTN)"
    r"(?: (?:cổ phần|một thành viên|&|[A-ZĐÀ-Ỹ][\w&.-]*)"
    r"(?: (?!và |của |cho )[^\W\d_]+(?= [A-ZĐÀ-Ỹ]))?)*"
)
_COMPANIES = (
    "công ty", "tập đoàn", "doanh nghiệp", "ngân hàng", "hợp tác xã", "xí nghiệp", "htx", "dntn",
)  # fmt: skip
_IN_BRACKETS = re.compile(
    r"\((?:sau đây )?(?:(?:được )?(?:viết tắt|gọi tắt|gọi chung)(?: là)?:? ?)?"
    r"[“\"*]*(?P<inside>[^()]{2,40}?)[”\"*]*\)"
)
_SPLIT = re.compile(r"([A-ZĐ](?<![\w/_-].)[A-ZĐ]{0,3}) ([A-ZĐ]{1,8})(?![\w/_-])")
_UNEXPLAINED_ROLES = ("issuer", "signature", "recipient")
_LONG = 5
_TITLES = ("subject", "heading", "appendix title", "column")


class _Use(NamedTuple):
    """An abbreviation in a text: where it stands, and whether it is explained there.

    Recipients are not looked at: they know what they are called.
    """

    printed: Printed
    token: str
    start: int
    explains: bool
    part: int

    @property
    def place(self) -> tuple[int, int]:
        """The offset and length of it in its text."""
        return self.start, len(self.token)


@dataclass(frozen=True)
class _Uses:
    """All abbreviations of a plan in reading order, and those the glossary explains."""

    facts: Facts

    @cached_property
    def all(self) -> tuple[_Use, ...]:
        return tuple(
            _Use(printed, *use, printed.appendix)
            for printed, uses in self.facts.seeing(_uses)
            if printed.role not in _UNEXPLAINED_ROLES
            for use in uses
        )

    @cached_property
    def glossary(self) -> frozenset[str]:
        keys = self.facts.abbreviations
        own = self.facts.plan.glossary.words if self.facts.plan.glossary else ()
        texts = [*keys, *(text.value for text in own)]
        found = (re.findall(r"[^\W\d_]+(?:&\w+)*", text.upper()) for text in texts)
        return words.acronyms().union(*found)

    @cached_property
    def known(self) -> frozenset[str]:
        return self.glossary | {use.token for use in self.all if use.explains}

    @cached_property
    def splits(self) -> tuple[tuple[Printed, re.Match[str]], ...]:
        """Known abbreviations with a space inside, unless a part is known as well."""
        return tuple(
            (printed, match)
            for printed, match in self.facts.matches(_SPLIT)
            if match[1] + match[2] in self.known and self.known.isdisjoint(match.groups())
        )

    @cached_property
    def unknown(self) -> tuple[_Use, ...]:
        """Uses that nothing explains; the parts of a split abbreviation are `splits`."""
        parts = {
            (id(printed), start)
            for printed, match in self.splits
            for start in (match.start(1), match.start(2))
        }
        return tuple(
            use
            for use in self.all
            if use.token not in self.known and (id(use.printed), use.start) not in parts
        )

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(use.token for use in self.all)

    def meant(self, token: str) -> str | None:
        """The known abbreviation that is one letter off, and no rarer here unless the office's own.

        Short ones are too near to one another for that: NHNN and NSNN are two things.
        """
        near = [
            each
            for each in self.known.union(_SURE)
            if (min(len(each), len(token)) >= _LONG or (each in _SURE and len(token) == len(each)))
            and one_slip_apart(token, each)
            and (each in self.glossary or self.counts[each] >= self.counts[token])
        ]
        return min(near, key=lambda each: (len(each) != len(token), each), default=None)


_SURE = ("UBND", "HĐND")  # no other four letters are so near to them


def _uses(whole_prose: str) -> tuple[tuple[str, int, bool], ...]:
    """Each abbreviation of a text, where it stands, and whether it is explained there."""
    if not _TOKEN.search(whole_prose):
        return ()
    prose, small = whole_prose, whole_prose.lower()
    symbol = _IN_SYMBOLS.search(prose) is not None
    company = any(kind in small for kind in _COMPANIES)
    for names in [_SYMBOL] * symbol + [_COMPANY] * company:
        prose = names.sub(lambda match: "\ue000" * len(match[0]), prose)
    capitals = prose.isupper()
    explained = {
        match.start("inside") + token.start()
        for match in _IN_BRACKETS.finditer(prose)
        for token in _TOKEN.finditer(match["inside"])
        if _explains(prose[: match.start()], match["inside"], token[0])
    }
    return tuple(
        (token, start, start in explained)
        for token, start in ((match[0], match.start()) for match in _TOKEN.finditer(prose))
        if not (is_syllable(token) or _ROMAN.fullmatch(token))
        and (not capitals or start in explained)
    )


def _explains(before: str, inside: str, token: str) -> bool:
    """Whether a bracket gives the short form of what stands before it.

    Either the first letters of those words spell it, or the bracket holds little else.
    """
    initials = "".join(re.findall(r"\b[^\W\d_]", before[-200:])).upper()
    return token.replace("&", "") in initials or (
        inside.startswith(token) and len(inside.split()) <= 2 and before.rstrip()[-1:].isalpha()
    )


def unexplained(facts: Facts) -> Iterator[tuple[Printed, str, int, bool]]:
    """Every use of an unexplained abbreviation: its text, letters, place; whether a slip."""
    uses = facts.once(_Uses)
    for use in uses.unknown:
        yield use.printed, use.token, use.start, bool(uses.meant(use.token))


@rule(
    "KH401", Severity.INFO, "chữ tắt chưa được giải thích",
    "Người nhận ở ngoài cơ quan không hiểu; lần đầu phải viết đủ, rồi mới để chữ tắt trong ngoặc.",
)  # fmt: skip
def abbreviation_unexplained(facts: Facts) -> Iterable[Finding]:
    """An abbreviation that neither the text nor the glossary explains, at its first use."""
    uses = facts.once(_Uses)
    first = {use.token: use for use in reversed(uses.unknown)}
    for token, use in first.items():
        if not uses.meant(token):
            yield abbreviation_unexplained.at(
                use.printed.text, f"chữ tắt “{token}” chưa được giải thích",
                f"Viết đủ rồi ghi ({token}) ở lần đầu; chữ của cơ quan thì “docgen check --learn”.",
                use.start, len(token),
            )  # fmt: skip


@rule(
    "KH402", Severity.INFO, "chữ tắt giải thích hai lần",
    "Giải thích một lần là đủ; lần sau dùng thẳng chữ tắt cho gọn.",
)  # fmt: skip
def abbreviation_explained_twice(facts: Facts) -> Iterable[Finding]:
    """A second `cụm từ (ABC)` in the body, or in one appendix; no title, no cell of a table."""
    first: dict[tuple[int, str], _Use] = {}
    told: set[tuple[int, str]] = set()
    for use in facts.once(_Uses).all:
        if not use.explains or use.printed.role in (*_TITLES, "cell"):
            continue
        if not use.printed.prose[: use.start].rstrip('“"*').endswith("("):
            continue
        key = (use.part, use.token)
        known = first.setdefault(key, use)
        if known is not use and key not in told:
            told.add(key)
            where = known.printed.text.locate(known.start)
            yield abbreviation_explained_twice.at(
                use.printed.text, f"“{use.token}” đã được giải thích ở {where.file}:{where.line}",
                "Từ lần thứ hai chỉ viết chữ tắt.", *use.place,
            )  # fmt: skip


@rule(
    "KH403", Severity.INFO, "chữ tắt dùng trước khi giải thích",
    "Người đọc gặp chữ tắt trước, lời giải thích đến sau.",
)  # fmt: skip
def abbreviation_used_before(facts: Facts) -> Iterable[Finding]:
    """`TTHC` above, `thủ tục hành chính (TTHC)` below; titles do not count."""
    first: dict[str, _Use] = {}
    for use in facts.once(_Uses).all:
        if use.printed.role in _TITLES:
            continue
        known = first.setdefault(use.token, use)
        if use.explains and not known.explains and known.part == use.part:
            first[use.token] = use
            where = use.printed.text.locate(use.start)
            yield abbreviation_used_before.at(
                known.printed.text,
                f"“{use.token}” đến {where.file}:{where.line} mới được giải thích",
                "Chuyển lời giải thích lên đây.", known.start, len(use.token),
            )  # fmt: skip


@rule(
    "KH404", Severity.WARNING, "chữ tắt sai một chữ",
    "CBCCVV chỉ khác CBCCVC một chữ: gần như chắc chắn là gõ nhầm.",
)  # fmt: skip
def abbreviation_one_letter_off(facts: Facts) -> Iterable[Finding]:
    """`CBCCVV` where the plan or the glossary knows `CBCCVC`: said at its first place."""
    uses = facts.once(_Uses)
    for printed, match in facts.matches(_TOKEN):
        unknown = printed.role == "recipient" and match[0] not in uses.known
        meant = uses.meant(match[0]) if unknown else None
        if meant in _SURE:
            yield abbreviation_one_letter_off.on(
                printed, match, f"không có chữ tắt “{match[0]}”", f"Viết “{meant}”."
            )
    for use in {use.token: use for use in reversed(uses.unknown)}.values():
        if meant := uses.meant(use.token):
            same = (each for each in uses.unknown if each.token == use.token)
            lines = sorted({each.printed.text.locate(each.start).line for each in same})
            also = f", ở các dòng {', '.join(map(str, lines))}" if lines[1:] else ""
            yield abbreviation_one_letter_off.at(
                use.printed.text, f"không có chữ tắt “{use.token}”{also}",
                f"Có phải ý là “{meant}”? Nếu không thì giải thích chữ tắt này.", *use.place,
            )  # fmt: skip


@rule(
    "KH405", Severity.WARNING, "chữ tắt bị tách rời",
    "V PUBND: dấu cách rơi vào giữa chữ tắt, thường do máy quét.",
)  # fmt: skip
def abbreviation_split(facts: Facts) -> Iterable[Finding]:
    """`V PUBND` for `VPUBND`; not `VP UBND`, whose parts are both known."""
    for printed, match in facts.once(_Uses).splits:
        yield abbreviation_split.mend_on(
            printed, match, f"chữ tắt “{match[0]}” bị tách rời", match[1] + match[2],
        )  # fmt: skip


@rule(
    "KH406", Severity.WARNING, "chữ tắt đảo chữ so với lời giải thích",
    "Cải cách hành chính viết tắt là CCHC; đảo chữ thì cả kế hoạch không hiểu chữ tắt ấy.",
)  # fmt: skip
def abbreviation_swapped(facts: Facts) -> Iterable[Finding]:
    """`cải cách hành chính (CHCC)`: the first letters in another order."""
    for use in (each for each in facts.once(_Uses).all if each.explains):
        said = re.findall(r"[^\W\d_]+", use.printed.prose[: use.start])[-len(use.token) :]
        initials = "".join(word[0] for word in said).upper()
        if initials != use.token and sorted(initials) == sorted(use.token):
            yield abbreviation_swapped.at(
                use.printed.text, f"“{' '.join(said)}” viết tắt là “{use.token}”",
                f"Viết “{initials}”.", *use.place,
            )  # fmt: skip
