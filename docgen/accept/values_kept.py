"""Values that went with their words from one text to another: they stay `{{ … }}` there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from docgen.accept.change import Change, value_at
from docgen.accept.letters import PLACEHOLDER
from docgen.accept.printed import Printed, String
from docgen.accept.together import TOKEN
from docgen.edit.edits import AddKey, Delete, Edit, Insert, Put, Reword, Steps, place_of
from docgen.edit.yaml_writer import Tree
from docgen.plan.expressions import fill
from docgen.plan.source import Source

LEAST_BESIDE = 2  # words that a value has beside it wherever it goes

Place = tuple[Source, Steps]


@dataclass(frozen=True, slots=True)
class _Gone:
    """Words that left a text, as printed; `values`: from, to, and the `{{ … }}` that prints it."""

    words: tuple[str, ...]
    values: tuple[tuple[int, int, str], ...]


def with_values(base: Printed, changes: Sequence[Change]) -> list[Change]:
    """The changes; new words that say what went elsewhere, with a value, have the value too."""
    edits = [edit for each in changes if each.verdict == "applied" for edit in each.edits]
    stretches = [*_stretches(edits)]
    if not stretches:
        return [*changes]
    strings = dict(_strings(base))
    gone = [_printed(base, strings[place], raw) for place, raw in stretches if place in strings]
    return [
        replace(each, edits=tuple(_kept(edit, gone) for edit in each.edits))
        if each.verdict == "applied"
        else each
        for each in changes
    ]


def _stretches(edits: Sequence[Edit]) -> Iterator[tuple[Place, list[str]]]:
    """The words with values that leave a text, by its place."""
    for edit in edits:
        if isinstance(edit, Reword):
            old, new = TOKEN.findall(edit.old), TOKEN.findall(edit.new)
        elif isinstance(edit, Delete) and not edit.moved:
            value = value_at(edit.source, edit.place)
            old, new = TOKEN.findall(value) if isinstance(value, str) else [], []
        else:
            continue
        if any(map(PLACEHOLDER.fullmatch, old)):
            for tag, a, b, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
                if tag in ("delete", "replace") and any(map(PLACEHOLDER.fullmatch, old[a:b])):
                    yield (edit.source, edit.place), old[a:b]


def _strings(base: Printed) -> Iterator[tuple[Place, String]]:
    """The strings that print a text with values, by its place."""
    for string in base.strings:
        text = string.origin.text
        if text is not None and string.origin.kind == "text" and "{{" in text.value:
            yield (text.source, place_of(text)), string


def _printed(base: Printed, string: String, raw: Sequence[str]) -> _Gone:
    words: list[str] = []
    values: list[tuple[int, int, str]] = []
    text = string.origin.text
    assert text is not None
    for token in raw:
        if PLACEHOLDER.fullmatch(token):
            said, _ = fill(replace(text, value=token), base.names_in(string))
            values.append((len(words), len(words) + len(TOKEN.findall(said)), token))
            words += TOKEN.findall(said)
        else:
            words.append(token)
    return _Gone(tuple(words), tuple(values))


def _kept(edit: Edit, gone: Sequence[_Gone]) -> Edit:
    match edit:
        case Reword():
            return replace(edit, new=_spliced(edit.new, gone, edit.old))
        case Insert() | Put() | AddKey() if not edit.raw:
            return replace(edit, value=_in_tree(edit.value, gone))
        case _:
            return edit


def _in_tree(value: Tree, gone: Sequence[_Gone]) -> Tree:
    if isinstance(value, str):
        return _spliced(value, gone)
    if isinstance(value, dict):
        return {key: _in_tree(each, gone) for key, each in value.items()}
    return [_in_tree(each, gone) for each in value] if isinstance(value, list) else value


def _spliced(said: str, gone: Sequence[_Gone], before: str = "") -> str:
    """What a text says, with the values among the words that are new to it."""
    new = TOKEN.findall(said)
    for each in gone:
        old = TOKEN.findall(before)
        new_ones = {
            at
            for tag, _, _, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
            if tag != "equal"
            for at in range(c, d)
        }
        matcher = SequenceMatcher(None, each.words, new, autojunk=False)
        put: list[tuple[int, int, str]] = []
        for a, b, size in matcher.get_matching_blocks():
            beside = sum(word.isalnum() for word in each.words[a : a + size])
            for first, last, value in each.values:
                own = sum(word.isalnum() for word in each.words[first:last])
                here = range(b + first - a, b + last - a)
                inside = a <= first and last <= a + size and new_ones.issuperset(here)
                if inside and beside - own >= LEAST_BESIDE:
                    put.append((here.start, here.stop, value))
        for first, last, value in reversed(put):
            new[first:last] = [value]
    return "".join(new)
