"""KH238, KH239: a figure or a deadline that the plan gives again with another value."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from docgen.finding import Finding, Severity
from docgen.plan.reading_order import Printed
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.shapes import NUMBER, one_slip_apart
from docgen.rules.wrong_words import PARTICLES

_COUNTED = re.compile(
    rf"(?:(?<![\w.,/-])|(?P<of>(?<=\d/)(?!20\d\d)))(?P<number>{NUMBER}) "
    r"(?P<noun>[^\W\d_]+(?:(?: |, (?=phường|ban|ngành|đơn vị))[^\W\d_]+){0,5})"
)
_WORD = re.compile(r"[^\W\d_]+")
# What is measured, or counted anew in every sentence, is not one thing said again.
_UNITS_AND_TIMES = (
    "ngày tháng năm giờ phút tuần quý lần lượt triệu tỷ tỉ nghìn ngàn đồng km ha m kg tấn mét "
    "người đợt bước cấp kỳ bản hộ loại nhóm cuộc buổi đại phần bậc tuổi"
)
_UNITS = frozenset(_UNITS_AND_TIMES.split())
_STOPS = PARTICLES - {"thôn", "bản", "xã", "phường", "huyện", "tỉnh"}
_NAMED = re.compile(
    r"\b(?:số|khoản|điều|mục|điểm|chương|phần|thứ|khóa|hạng|bậc|mức|cấp|quý|tháng|năm|lớp|khối) $",
    re.IGNORECASE,
)
_LONG = 3  # words that make it one thing, also where only two places speak of it


class _Count(NamedTuple):
    """A figure and the words behind it that say what it counts."""

    printed: Printed
    match: re.Match[str]
    words: tuple[str, ...]

    @property
    def digits(self) -> str:
        """The figure without its dots and its leading zero."""
        return self.match["number"].replace(".", "").lstrip("0")

    def shares(self, other: _Count) -> int:
        """How many of the words behind the two figures are the same; a cell that ends ends both."""
        pairs = zip(self.words, other.words, strict=False)
        same = next((at for at, (one, two) in enumerate(pairs) if one != two), None)
        shorter = min(len(self.words), len(other.words))
        return shorter if same is None else same


def _counts(facts: Facts) -> tuple[_Count, ...]:
    """The figures of the plan that count things named by words."""
    found = []
    for printed, match in facts.matches(_COUNTED, "0 "):
        words = _WORD.findall(match["noun"].lower())
        end = next((at for at, word in enumerate(words) if word in _STOPS), len(words))
        scored = words[:end] == ["điểm"] or words[:2] == ["điểm", "phần"]
        if (
            end
            and not scored
            and words[0] not in _UNITS
            and not _NAMED.search(printed.prose[: match.start()])
        ):
            found.append(_Count(printed, match, tuple(words[:end])))
    return tuple(found)


def _is_slip(one: str, other: str) -> bool:
    """Whether a zero or the order of the digits makes one figure the other."""
    return one != other and (one.rstrip("0") == other.rstrip("0") or sorted(one) == sorted(other))


@rule(
    "KH238", Severity.INFO, "một số lượng ghi mỗi chỗ một khác",
    "Cùng một thứ mà chỗ này 27, chỗ kia 72: đổi chỗ chữ số, thừa thiếu số 0 khi gõ lại.",
)  # fmt: skip
def counted_unlike_elsewhere(facts: Facts) -> Iterator[Finding]:
    """`72 điểm trường vùng cao` where the plan has 27 elsewhere; `12 thôn` against three `11`."""
    families: dict[str, list[_Count]] = defaultdict(list)
    for each in facts.once(_counts):
        families[each.words[0]].append(each)
    told: set[int] = set()
    for family in families.values():
        for odd, other in _odd(family):
            if id(odd) not in told:
                told.add(id(odd))
                line = other.printed.text.locate(other.match.start()).line
                yield counted_unlike_elsewhere.on(
                    odd.printed, odd.match,
                    f"{odd.match['number']} {' '.join(odd.words)} ở đây, dòng {line} ghi "
                    f"{other.match['number']} {' '.join(other.words)}",
                    "Xem hai chỗ có nói một thứ không; phải thì thống nhất.", "number",
                )  # fmt: skip
    yield from _rates(facts)


_RATE = re.compile(
    rf"(?P<words>(?:[^\W\d_]+ ){{3,8}})(?:từ|là|còn|(?:mới |chỉ |đã )?đạt) (?P<number>{NUMBER})%"
)


def _rates(facts: Facts) -> Iterator[Finding]:
    """`tỷ lệ hồ sơ nộp trực tuyến từ 72,1% lên 80%`, where it `là 71,2%` elsewhere."""
    same: dict[tuple[str, str], list[tuple[Printed, re.Match[str]]]] = defaultdict(list)
    for printed, match in facts.matches(_RATE, "0%"):
        words = " ".join(match["words"].lower().split()[-_LONG:])
        same[words, "".join(sorted(match["number"]))].append((printed, match))
    for found in same.values():
        said_in: dict[str, set[int]] = defaultdict(set)
        for printed, match in found:
            said_in[match["number"]].add(id(printed))
        for printed, match in found if len(said_in) > 1 else ():
            for number, texts in said_in.items():
                if number != match["number"] and texts != {id(printed)}:
                    yield counted_unlike_elsewhere.on(
                        printed, match, f"{match['number']}% ở đây, chỗ khác {number}%",
                        "Xem hai chỗ có nói một tỷ lệ không; phải thì thống nhất.", "number",
                    )  # fmt: skip


def _odd(family: Sequence[_Count]) -> Iterator[tuple[_Count, _Count]]:
    """Each place with another figure for the same, and where the other stands; both, if two."""
    values = [each.digits for each in family]
    times = Counter(values)
    beside: dict[str, list[int]] = defaultdict(list)
    for at, value in enumerate(values):
        for form in _a_slip_away(value):
            beside[form].append(at)
    for at, value in enumerate(values):
        if times[value] == 1:
            others = {other for form in _a_slip_away(value) for other in beside[form]} - {at}
            for other in sorted(others):
                one, two = (family[each] for each in sorted((at, other)))
                if _differ(one, two, agreed=times[values[other]] > 1):
                    yield family[at], family[other]
                    break


def _a_slip_away(digits: str) -> frozenset[str]:
    """Forms of a figure, of which it shares one with each figure that a slip makes of it."""
    shorter = (digits[:at] + digits[at + 1 :] for at in range(len(digits)))
    return frozenset((digits, digits.rstrip("0"), "".join(sorted(digits)), *shorter))


def _differ(one: _Count, two: _Count, *, agreed: bool) -> bool:
    """Whether a slip made one of the other; `agreed`: one of the two stands elsewhere too."""
    of_all = one.match["of"] is not None or two.match["of"] is not None
    if one.digits == two.digits or (one.printed is two.printed and not of_all):
        return False
    shared = one.shares(two)
    alike = _is_slip(one.digits, two.digits) and len(one.digits + two.digits) > 2
    rounded = one.digits.endswith("0") and two.digits.endswith("0")
    near = len(one.digits) > 1 and one_slip_apart(one.digits, two.digits) and not rounded
    bare = agreed and len(one.words) == len(two.words) == 1
    long = alike and min(len(one.digits), len(two.digits)) >= _LONG
    several = near and (shared >= _LONG or bare or (agreed and shared > 1))
    return bool((alike and shared > 1) or (long and shared) or several)


_DEADLINE = re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>20\d\d)(?![\d/])")
_FEWEST = 5  # words of a row's name that a sentence must have to speak of it


@rule(
    "KH239", Severity.INFO, "một thời hạn ghi mỗi chỗ một khác",
    "Ngày và tháng đổi chỗ, hoặc bảng và lời văn ghi hai ngày cho một việc.",
)  # fmt: skip
def deadlines_differ(facts: Facts) -> Iterator[Finding]:
    """`10/12/2026` here, `12/10/2026` there; another day in the row than in the sentence."""
    cited = {(id(each.printed), each.day_offset) for each in facts.citations}
    found = [
        (printed, match)
        for printed, match in facts.matches(_DEADLINE, "0/0")
        if (id(printed), match.start()) not in cited
    ]
    written: dict[tuple[int, ...], dict[str, None]] = defaultdict(dict)
    for _, match in found:
        written[(*map(int, match.group("day", "month", "year")),)][match[0]] = None
    for printed, match in found:
        turned = (*map(int, match.group("month", "day", "year")),)
        for other in written.get(turned, ()) if turned[0] != turned[1] else ():
            yield deadlines_differ.on(
                printed, match, f"{match[0]} ở đây, {other} ở chỗ khác",
                "Xem ngày và tháng có đổi chỗ không.",
            )  # fmt: skip
    yield from _rows_against_prose(facts, found)


def _rows_against_prose(
    facts: Facts, found: Sequence[tuple[Printed, re.Match[str]]]
) -> Iterator[Finding]:
    """A row whose name a sentence repeats with its own deadline, or with its own two days."""
    days: dict[int, tuple[Printed, list[re.Match[str]]]] = {}
    for printed, match in found:
        days.setdefault(id(printed.text), (printed, []))[1].append(match)
    spoken = [each for each in days.values() if each[0].role != "cell"]
    phrases = cache(partial(_phrases, [_words(printed.prose) for printed, _ in spoken]))
    for row in facts.rows if spoken else ():
        texts = [
            text for cell in row.row.cells.values() if isinstance(cell, tuple) for text in cell
        ]
        dated = [days[id(text)] for text in texts if id(text) in days]
        if len(dated) != 1:
            continue
        cell, cell_matches = dated[0]
        named = [words for text in texts if len(words := _words(text.value)) >= _FEWEST]
        speaking = {at for words in named for at in phrases(len(words)).get(words, ())}
        for printed, matches in (spoken[at] for at in sorted(speaking)):
            if len(matches) != len(cell_matches):
                continue
            for match, there in zip(matches, cell_matches, strict=True):
                both = ((printed, match, there), (cell, there, match))
                for at, own, other in both if match[0] != there[0] else ():
                    yield deadlines_differ.on(
                        at, own, f"{own[0]} ở đây, chỗ khác ghi {other[0]} cho việc này",
                        "Thống nhất thời hạn.",
                    )  # fmt: skip


def _words(text: str) -> tuple[str, ...]:
    return (*_WORD.findall(text.lower()),)


def _phrases(spoken: Sequence[Sequence[str]], size: int) -> dict[Sequence[str], set[int]]:
    """Each phrase of so many words, and the numbers of the texts that say it."""
    found: dict[Sequence[str], set[int]] = defaultdict(set)
    for number, words in enumerate(spoken):
        for at in range(len(words) - size + 1):
            found[words[at : at + size]].add(number)
    return found
