"""KH415, KH416: a word or a phrase said twice in a row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from docgen.finding import Finding, Severity
from docgen.rules.facts import Facts, rule
from docgen.rules.prose import words
from docgen.rules.prose.tokens import Run, fold, runs

_TWICE = (
    "ai ba cao chung chuồn dần đâu đều đời đôi hai hằng khăng lâu lớp luôn mãi mười năm ngành ngày "
    "người nhà nơi quá rất sớm song tầng thôn thường từ từng xa xanh"
)
_WORD = re.compile(r"\w+")
_LONGEST = 40
_MOST = 20
_SAID_TWICE = frozenset(_TWICE.split())
_COUNTED = frozenset(("số", "năm", "tháng", "quý", "ngày", "đợt", "lần"))


@rule(
    "KH415", Severity.WARNING, "từ lặp liền nhau",
    "Hài lòng lòng: thường do gõ hai lần hoặc do nối hai trang quét.",
)  # fmt: skip
def word_repeated(facts: Facts) -> Iterable[Finding]:
    """`hài lòng lòng`; not `luôn luôn`, `thực hiện hiện đại hóa`, `công nghệ số số 71/…`."""
    for printed, run, twice in facts.saying(_said_twice):
        for first, second in ((run[at], run[at + 1]) for at in twice):
            yield word_repeated.at(
                printed.text, f"“{first.text} {second.text}”: từ lặp lại", "Bỏ một từ.",
                *second.place,
            )  # fmt: skip


def _said_twice(run: Run) -> list[int]:
    """The words that follow themselves without reason, the first of each two."""
    found = []
    for index, both in enumerate(pairwise(run.folded)):
        ends = index > 0 and (run[index - 1].folded, both[0]) in words.frequent()
        if both[0] != both[1] or (both[0] in _SAID_TWICE and not ends):
            continue
        first, second = run[index], run[index + 1]
        if not first.text.isalpha() or (second.text[0].isupper() and index == 0):
            continue
        if not (_two_words(run, index) or _counts(run, index) or _begins_name(run, index)):
            found.append(index)
    return found


def _two_words(run: Run, index: int) -> bool:
    """Whether one word ends and another begins with the syllable: `phát triển triển khai`."""
    ends = index > 0 and words.is_word(run[index - 1].folded, run[index].folded)
    begins = index + 2 < len(run) and words.is_word(run[index].folded, run[index + 2].folded)
    return ends and begins


def _counts(run: Run, index: int) -> bool:
    """Whether the second word introduces a number: `kinh tế số số 71/2025/QH15`."""
    counts = run[index].folded in _COUNTED and index + 2 < len(run)
    return counts and run[index + 2].text[0].isdigit()


def _begins_name(run: Run, index: int) -> bool:
    """Whether the second word begins a name: `Bệnh viện Nhi đồng Đồng Nai`."""
    name = [word.text[0].isupper() for word in run[index : index + 3]]
    return name == [False, True, True]


@rule(
    "KH416", Severity.WARNING, "cụm từ lặp liền nhau",
    "Một đoạn của câu in hai lần liền, thường do nối hai trang quét hoặc do dán hai lần.",
)  # fmt: skip
def phrase_repeated(facts: Facts) -> Iterable[Finding]:
    """`đúng yêu cầu đúng yêu cầu`; from eight words on also with punctuation in between."""
    for printed, repeated in facts.seeing(_repeated_in):
        numbered = [(at, word) for at, run in enumerate(runs(printed.prose)) for word in run]
        for start, size in repeated:
            second = numbered[start + size : start + 2 * size]
            first_word, last_word = second[0][1], second[-1][1]
            phrase = printed.text.value[first_word.start : last_word.end]
            if size == 2 and not all(word.text.isalpha() for _, word in second):
                continue
            if all(word.text.isdigit() or len(word.text) <= 2 for _, word in second):
                continue  # a size: 1 m x 1 m x 1,2 m
            begins = numbered[start][1].text[0].isupper(), first_word.text[0].isupper()
            if start and begins == (True, False):
                continue  # a name and a verb: “Phòng Tổng hợp tổng hợp”
            before = printed.text.value[: first_word.start] if size >= 8 else ""
            if numbered[start][0] == second[-1][0] or phrase.lower() in before.lower():
                yield phrase_repeated.at(
                    printed.text, f"“{phrase}”: cụm từ lặp lại", "Bỏ một lần.",
                    first_word.start, len(phrase),
                )  # fmt: skip


def _repeated_in(prose: str) -> list[tuple[int, int]]:
    """The first phrases of a text that follow themselves: the first word of each, and how many."""
    written = [*map(fold, _WORD.findall(prose))]
    if len(written) - len(set(written)) < 2:
        return []
    return [*islice(_repeated([word for run in runs(prose) for word in run.folded]), _MOST)]


def _repeated(spoken: list[str]) -> Iterator[tuple[int, int]]:
    """Where a phrase of two words or more follows itself, and how many words it has."""
    couples = [*pairwise(spoken)]
    if len(set(couples)) == len(couples):
        return
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    done = 0
    for second, couple in enumerate(couples):
        for first in places[couple]:
            size = second - first
            if first < done or size == 1 or size > _LONGEST:
                continue
            if spoken[first:second] == spoken[second : second + size]:
                yield first, size
                done = second + size
                break
        places[couple].append(second)


_LONG_ITEM = 40
_ITEM = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,3}(?=$|[.;])")


@rule(
    "KH459", Severity.INFO, "một việc kể hai lần trong câu",
    "“Kiểm tra, hướng dẫn, kiểm tra”: từ thứ hai thường gõ thay cho một từ khác.",
)  # fmt: skip
def item_listed_twice(facts: Facts) -> Iterable[Finding]:
    """`hướng dẫn, kiểm tra, hướng dẫn`; not where the second goes on: `kiểm tra, kiểm tra lại`."""
    for printed, twice in facts.seeing(_listed_twice):
        for said, start in twice:
            yield item_listed_twice.at(
                printed.text, f"“{said}” đã kể trong câu này", "Bỏ, hoặc sửa một từ.",
                start, len(said),
            )  # fmt: skip


def _listed_twice(prose: str) -> list[tuple[str, int]]:
    """The items of lists in a text that stand among the two before them too."""
    found = []
    items, start = prose.split(", "), 0
    for at, item in enumerate(items):
        said = _ITEM.match(item) if at else None
        before = items[max(at - 2, 0) : at]
        if before and len(before[-1]) > _LONG_ITEM:
            before = before[-1:]  # what stands before it is of another list
        if said and any(f" {each}".endswith(f" {said[0]}") for each in before):
            found.append((said[0], start))
        start += len(item) + len(", ")
    return found
