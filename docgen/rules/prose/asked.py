"""Questions by names that hold from one process to the next, and where nothing was found, as data.

A function of a module is named by its place, a method by what it belongs to: a pattern by its
words, an object of docgen by its `asked_as`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Mapping, Sequence


def name_of(question: Hashable) -> str:
    """What a question asks, in words; "" where that cannot be said."""
    try:
        return _name(question)
    except TypeError:
        return ""


def _name(asked: object) -> str:
    if asked is None or isinstance(asked, str | int):
        return repr(asked)
    if isinstance(asked, tuple):
        return f"({','.join(map(_name, asked))})"
    if isinstance(asked, frozenset):
        return f"{{{','.join(sorted(map(_name, asked)))}}}"
    if isinstance(asked, re.Pattern):
        return f"{asked.pattern!r}{asked.flags}"
    if said := getattr(asked, "asked_as", None):
        return _name(said)
    owner, name = getattr(asked, "__self__", None), getattr(asked, "__qualname__", "<")
    if owner is not None:
        return f"{_name(owner)}.{name}"
    if "<" in name:  # made anew by each that asks
        raise TypeError(asked)
    return f"{getattr(asked, '__module__', '')}.{name}"


def as_data(proses: Sequence[str], nothing_in: Mapping[str, int]) -> bytes:
    """Proses, and for each question in which of them nothing is found, as bits."""
    named = {name: f"{bits:x}" for name, bits in nothing_in.items()}
    return json.dumps([*proses], ensure_ascii=False).encode() + b"\n" + json.dumps(named).encode()


def of_data(data: bytes) -> tuple[list[str], dict[str, int]]:
    """The same, from what `as_data` made."""
    proses, named = map(json.loads, data.split(b"\n"))
    return proses, {name: int(bits, 16) for name, bits in named.items()}
