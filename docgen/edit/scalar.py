"""New words for a scalar of YAML: spliced into what the file writes, or written anew.

Lines stay as they are but for the words that change; from the first line that grows too long
on they are folded again. Double quotes come only where YAML would read something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from yaml.nodes import MappingNode, ScalarNode

from docgen.finding import Severity
from docgen.load.nodes import is_null
from docgen.load.yaml_text import compose
from docgen.plan.source import Source, Text

WIDTH = 100

_WORD = re.compile(r"\s+|\S+")
_ROOM = re.compile(r"\{\{.*?\}\}|(?<=[^\s\\]) (?=[^\s#])")
_LINE_END = re.compile(r"[ \t]*\r?\n[ \t]*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a scalar is written: the column of its first letter, of its further lines (from 0).

    `in_flow`: between `{ … }` or `[ … ]`, where a comma parts.
    """

    column: int
    indent: int
    in_flow: bool = False
    newline: str = "\n"


def spliced(text: Text, new: str, place: Place) -> str | None:
    """How the file writes `new` in the place of a text; `None` where YAML cannot say it."""
    raw = text.source.text[text.start : text.end]
    if not text.value or raw[:1] in ("|", ">"):
        return written(new, place)
    quote = raw[0] if raw[0] in ("'", '"') else ""
    starts = [index - text.start for index in text.indices()]
    starts.append(len(raw) - len(quote))
    pieces, done = [], 0
    for start, end, words in _changes(text.value, new):
        pieces += [raw[done : starts[start]], _escaped(words, quote)]
        done = starts[end]
    lines = _LINE_END.split(raw)
    longest = max(place.column + len(lines[0]), *(place.indent + len(each) for each in lines))
    folded = _folded("".join([*pieces, raw[done:]]), place, max(WIDTH, longest))
    return folded if _reads(folded, place) == new else written(new, place)


def written(value: str, place: Place) -> str | None:
    """How YAML writes a value: plain where it can, folded; `None` where it cannot at all."""
    quoted = f'"{_escaped(value, chr(34))}"'
    for raw, forbidden in ((value, Severity.INFO), (quoted, Severity.ERROR)):
        folded = _folded(raw, place, WIDTH)
        if raw and _reads(folded, place, forbidden) == value:
            return folded
    return None


def _changes(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Where the words differ: from, to, and what stands there now."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    offsets = [0]
    for word in before:
        offsets.append(offsets[-1] + len(word))
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield offsets[a], offsets[b], "".join(after[c:d])


def _escaped(words: str, quote: str) -> str:
    if quote == "'":
        return words.replace("'", "''")
    return "".join(_ESCAPES.get(each, each) for each in words) if quote else words


def _folded(raw: str, place: Place, width: int) -> str:
    """The lines up to the first that is too long as they are, the rest of them folded anew."""
    lines = raw.split("\n")
    for number, line in enumerate(lines):
        lead = 0 if number else place.column
        if lead + len(line.rstrip("\r")) <= width:
            continue
        rest = "\n".join(lines[number:])
        if re.search(r"\\\r?\n|\n[ \t]*\r?\n", rest):
            return raw
        indent = line[: len(line) - len(line.lstrip())] if number else ""
        further = lines[number + 1] if number + 1 < len(lines) else ""
        below = len(further) - len(further.lstrip()) if further.strip() else 0
        hang = below or (len(indent) if number else place.indent)
        words = _LINE_END.sub(" ", rest.strip())
        begun = list(_wrapped(words, width, lead + len(indent), hang))
        newline = f"{place.newline}{' ' * hang}"
        head = "".join(f"{each}\n" for each in lines[:number])
        return f"{head}{indent}{newline.join(begun)}"
    return raw


def _wrapped(words: str, width: int, first: int, hang: int) -> Iterator[str]:
    """The words in lines; the first has less room by `first`, the others by `hang`."""
    lead, start, last = first, 0, -1
    for match in _ROOM.finditer(words):
        if match[0] != " ":
            continue
        if match.start() - start + lead > width and last > start:
            yield words[start:last]
            start, lead = last + 1, hang
        last = match.start()
    if len(words) - start + lead > width and last > start:
        yield words[start:last]
        start = last + 1
    yield words[start:]


def _reads(raw: str, place: Place, forbidden: Severity = Severity.INFO) -> str | None:
    """What YAML reads where `raw` stands; `None` where that is no text, or is faulty.

    `forbidden`: the least finding that counts as a fault.
    """
    indented = raw if place.indent else raw.replace("\n", "\n ")
    mapping = f"{{k: {indented}}}\n" if place.in_flow else f"k: {indented}\n"
    root, findings = compose(Source("", mapping))
    faulty = any(each.severity >= forbidden for each in findings)
    if faulty or not isinstance(root, MappingNode) or len(root.value) != 1:
        return None
    value = root.value[0][1]
    return value.value if isinstance(value, ScalarNode) and not is_null(value) else None
