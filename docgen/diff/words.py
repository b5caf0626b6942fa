"""Texts as rows of Vietnamese syllables: what is the same in two of them, and how near they are.

A `{{ … }}` counts as one word that is known by what it names, not by its value: a year or
a rank that moves on is told once, at its own place, and not in every sentence that quotes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import groupby

from docgen.diff.looks import PLAIN, Look, changed, read
from docgen.plan.footnotes import OPENS
from docgen.vietnamese import fold_tone

# A placeholder, what a draft lacks, a syllable (numbers, dates and document codes are one), a mark.
_TOKEN = re.compile(r"(\{\{.*?\}\}|\[\[.*?\]\]|\^\[|\w+(?:[.,/:–-]\w+)*|[^\w\s])(\s*)", re.DOTALL)
_NEW_PARAGRAPH = "¶"
_NOTE = " [chú thích: "

PROLONGED = 0.9  # of a sentence stands in the longer one that it became …
LEAST_PROLONGED, MOST_PROLONGED = 6, 4  # … of so many syllables at least, and so many times as long
LEAST_STRETCH = 3  # syllables behind each other are a quotation
LEAST_CUT = 4  # syllables stand of a text that lost its end
READABLE = 0.4  # texts less alike are shown whole, old and new: marks by the word would be a salad
LONG = 5  # words; a shorter text is read at a glance


@dataclass(frozen=True, slots=True)
class Word:
    """One syllable, number or mark: `key` is compared, `shown` is printed, space included."""

    key: str
    shown: str
    look: Look = PLAIN


Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of two texts laid side by side; `same` where nothing was changed by hand.

    `looks`: the words are the same, but print in another look.
    """

    old: str
    new: str
    same: bool
    looks: tuple[Look, Look] = (PLAIN, PLAIN)

    @property
    def mirrored(self) -> Span:
        """The stretch with old and new exchanged."""
        return Span(self.new, self.old, self.same, self.looks[::-1])

    @property
    def look(self) -> str:
        """What was done to the look of the words, which stayed: `bỏ in nghiêng`; else ""."""
        return changed(*self.looks)


def words_of(paragraphs: Iterable[str], fill: Callable[[str], str]) -> Words:
    """The words of a text of one or more paragraphs; `fill` gives the value of a `{{ … }}`."""
    words: list[Word] = []
    for paragraph in paragraphs:
        if words:
            words.append(Word(_NEW_PARAGRAPH, "\n"))
        words += _filled(paragraph, fill) if "{{" in paragraph else _plain(paragraph)
    return tuple(words)


def _filled(paragraph: str, fill: Callable[[str], str]) -> Iterator[Word]:
    text, looks = read(paragraph.strip())
    for match in _TOKEN.finditer(text):
        token, space = match[1], " " if match[2] else ""
        if token.startswith("{{"):
            look = looks[match.start()] if looks else PLAIN
            yield Word("".join(token.split()), fill(token) + space, look)
        elif token == OPENS:
            yield Word(token, _NOTE)
        elif looks:
            yield from _of_looks(token, space, looks[match.start() :])
        else:
            yield Word(token, token + space)


def _of_looks(token: str, space: str, looks: Sequence[Look]) -> Iterator[Word]:
    """A word that may change its look on the way, as `CO~2~` does."""
    start = 0
    for look, letters in groupby(looks[: len(token)]):
        end = start + len([*letters])
        part = token[start:end]
        yield Word(part, part + space * (end == len(token)), look)
        start = end


@lru_cache(maxsize=1 << 16)
def _plain(paragraph: str) -> Words:
    """The words of a paragraph without placeholders: most stand in both of two plans."""
    return tuple(_filled(paragraph, str))


def keys(words: Words) -> tuple[str, ...]:
    """What is compared of some words."""
    return tuple(word.key for word in words)


def joined_lines(texts: Iterable[Words]) -> Words:
    """Several texts as one of several paragraphs."""
    joined: list[Word] = []
    for words in texts:
        joined += [Word(_NEW_PARAGRAPH, "\n")] * bool(joined)
        joined += words
    return tuple(joined)


def shown(words: Words) -> str:
    """The words as they print."""
    return "".join(word.shown for word in words)


def printed(text: str) -> str:
    """One text as it prints, without the marks of its looks."""
    return shown(words_of([text], str))


def same(old: Words, new: Words) -> bool:
    """Whether two texts say the same: word for word in the content, or at least on paper."""
    if keys(old) == keys(new):
        return _looks(old) == _looks(new)
    return _by_line(shown(old)) == _by_line(shown(new)) and _letters(old) == _letters(new)


def _looks(words: Words) -> list[Look]:
    return [word.look for word in words]


def _letters(words: Words) -> list[Look]:
    """The look of each letter, blanks apart."""
    if not any(_looks(words)):
        return []
    return [word.look for word in words for _ in "".join(word.shown.split())]


def similarity(old: Words, new: Words) -> float:
    """From 0 to 1: twice the syllables kept in their order, over the syllables of both texts.

    Marks, capitals and tone placement do not count. Symmetric. It only chooses which texts
    belong together; no figure of a plan is made of it.
    """
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(spoken(old), spoken(new))


def contained(old: Words, new: Words) -> float:
    """From 0 to 1: how much of the shorter text stands, in its order, in the longer one."""
    from rapidfuzz.distance import LCSseq

    shorter, longer = sorted((spoken(old), spoken(new)), key=len)
    return LCSseq.similarity(shorter, longer) / max(len(shorter), 1)


def covered(whole: Words, parts: Iterable[Words]) -> float:
    """From 0 to 1: how much of a text stands, in its order, in one or another of its parts."""
    from rapidfuzz.distance import LCSseq

    said = spoken(whole)
    found: set[int] = set()
    for part in parts:
        for code in LCSseq.opcodes(said, spoken(part)):
            if code.tag == "equal":
                found.update(range(code.src_start, code.src_end))
    return len(found) / max(len(said), 1)


def stretches(part: Words, whole: Words) -> set[int]:
    """Which syllables of a text stand in another one, three and more behind each other."""
    from rapidfuzz.distance import LCSseq

    found: set[int] = set()
    for code in LCSseq.opcodes(spoken(whole), spoken(part)):
        if code.tag == "equal" and code.src_end - code.src_start >= LEAST_STRETCH:
            found.update(range(code.src_start, code.src_end))
    return found


def prolonged(old: Words, new: Words, least: int = LEAST_PROLONGED) -> bool:
    """Whether one is the other with a clause put in, and `least` syllables long: no chance."""
    shorter, longer = sorted((len(spoken(old)), len(spoken(new))))
    return (
        MOST_PROLONGED * shorter >= longer and shorter >= least and contained(old, new) >= PROLONGED
    )


def enclosed(old: Words, new: Words) -> bool:
    """Whether one stands word for word, as it was, with others before it or behind it."""
    shorter, longer = sorted((spoken(old), spoken(new)), key=len)
    long_enough = len(shorter) >= LEAST_PROLONGED and len(longer) <= MOST_PROLONGED * len(shorter)
    return long_enough and f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def cut(old: Words, new: Words) -> bool:
    """Whether one is the beginning of the other, and so much of it that this is no chance."""
    shorter, longer = sorted((spoken(old), spoken(new)), key=len)
    begins = longer[: len(shorter)] == shorter
    return begins and len(shorter) >= LEAST_CUT and len(longer) <= MOST_PROLONGED * len(shorter)


def alike(old: Words, new: Words) -> bool:
    """Whether two texts have the same syllables; marks, capitals, tone placement do not count."""
    return spoken(old) == spoken(new)


def spans(old: Words, new: Words) -> tuple[Span, ...]:
    """The two texts side by side, stretch by stretch; none where they say the same.

    The spans of (new, old) are those of (old, new) mirrored.
    """
    if same(old, new):
        return ()
    if (
        min(len(old), len(new)) >= LONG
        and max(similarity(old, new), contained(old, new)) < READABLE
    ):
        return (Span(shown(old), shown(new), same=False),)
    if keys(old) > keys(new):
        return tuple(span.mirrored for span in spans(new, old))
    found: list[Span] = []
    for tag, i, j, k, m in _opcodes(keys(old), keys(new)):
        pieces = _by_look(old[i:j], new[k:m]) if tag == "equal" else [_piece(old[i:j], new[k:m])]
        for each in pieces:
            if found and found[-1].same and each.same:
                found[-1] = Span(found[-1].old + each.old, found[-1].new + each.new, same=True)
            else:
                found.append(each)
    return tuple(found)


def _by_look(old: Words, new: Words) -> Iterator[Span]:
    """A stretch of the same words, cut where their look changes in another way."""
    pairs = zip(old, new, strict=True)
    for (before, after), group in groupby(pairs, lambda pair: (pair[0].look, pair[1].look)):
        olds, news = zip(*group, strict=True)
        alike = before == after
        looks = (PLAIN, PLAIN) if alike else (before, after)
        yield Span(shown(olds), shown(news), alike, looks)


def _piece(old: Words, new: Words) -> Span:
    """A stretch of other words, if they do not print the same."""
    before, after = shown(old), shown(new)
    if _by_line(before) != _by_line(after) or _letters(old) == _letters(new):
        return Span(before, after, same=_by_line(before) == _by_line(after))
    looks = (frozenset().union(*_looks(each)) for each in (old, new))
    return Span(before, after, same=False, looks=(next(looks), next(looks)))


Opcode = tuple[str, int, int, int, int]


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
    """What makes `old` into `new`, each added or dropped stretch where it reads best."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for at in range(1, len(codes) - 1):
        tag, i, j, k, m = codes[at]
        if tag in ("insert", "delete") and codes[at - 1][0] == codes[at + 1][0] == "equal":
            text, start, end = (old, i, j) if tag == "delete" else (new, k, m)
            room = codes[at - 1][2] - codes[at - 1][1], codes[at + 1][2] - codes[at + 1][1]
            shift = _best_shift(text, start, end, room)
            _, i0, _, k0, _ = codes[at - 1]
            _, _, j1, _, m1 = codes[at + 1]
            codes[at - 1] = ("equal", i0, i + shift, k0, k + shift)
            codes[at] = (tag, i + shift, j + shift, k + shift, m + shift)
            codes[at + 1] = ("equal", j + shift, j1, m + shift, m1)
    return [code for code in codes if code[1] < code[2] or code[3] < code[4]]


def _best_shift(text: Sequence[str], start: int, end: int, room: tuple[int, int]) -> int:
    """How far a stretch may slide over equal words so that it begins where a sentence does.

    `- A ¶ - B ¶ - C`: what was added is `- B ¶`, not `B ¶ -`.
    """
    shifts = [0]
    while -shifts[-1] < room[0] and text[start + shifts[-1] - 1] == text[end + shifts[-1] - 1]:
        shifts.append(shifts[-1] - 1)
    right = 0
    while right < room[1] and text[start + right] == text[end + right]:
        right += 1
        shifts.append(right)
    return max(shifts, key=lambda shift: (_break(text, start + shift), -abs(shift), -shift))


def _break(text: Sequence[str], position: int) -> int:
    """How much of a break there is in a text before a position."""
    before = text[position - 1] if position else _NEW_PARAGRAPH
    return {_NEW_PARAGRAPH: 3, ".": 2, ";": 2, ":": 2, ",": 1}.get(before, 0)


def _by_line(text: str) -> list[list[str]]:
    """The words of each paragraph: a break that came or went is a change, a blank is none."""
    return [line.split() for line in text.split("\n")]


def spoken(words: Words) -> list[str]:
    """The syllables of a text, marks, capitals and the place of tones apart."""
    sounds = [_sound(word.key) for word in words if word.key[0].isalnum()]
    return sounds or [word.key for word in words]


@cache
def _sound(key: str) -> str:
    return fold_tone(key).casefold()
