"""Questions by names that hold from one process to the next, and what they found, as data.

A function of a module is named by its place, a method by what it belongs to: a pattern by its
words, an object of docgen by its `asked_as`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

Known = tuple[int, Mapping[int, Any]]


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


def as_data(proses: Sequence[str], known: Mapping[str, Known]) -> bytes:
    """Proses, and of each question which it was asked about, as bits, and what it found.

    What is not made of texts and numbers alone is left out: it must be asked again.
    """
    told: dict[str, tuple[str, dict[int, Any]]] = {}
    for name, (asked, found) in known.items():
        plain: dict[int, Any] = {}
        untold = 0
        for at, answer in found.items():
            try:
                plain[at] = None if answer is proses[at] else _plain(answer)
            except TypeError:
                untold |= 1 << at
        told[name] = f"{asked & ~untold:x}", plain
    return json.dumps([[*proses], told], ensure_ascii=False, separators=(",", ":")).encode()


def of_data(data: bytes) -> tuple[list[str], dict[str, Known]]:
    """The same, from what `as_data` made."""
    proses, told = json.loads(data, object_pairs_hook=_made)
    known: dict[str, Known] = {}
    for name, (asked, found) in told.items():
        answers = {int(at): proses[int(at)] if each is None else each for at, each in found.items()}
        known[name] = int(asked, 16), answers
    return proses, known


def _plain(answer: object) -> object:
    """Lists as they are, a tuple as an object without a name."""
    kind = type(answer)
    if kind in (str, int, bool):
        return answer
    if kind is list:
        return [*map(_plain, answer)]  # type: ignore[call-overload]
    if kind is tuple:
        return {"": [*map(_plain, answer)]}  # type: ignore[call-overload]
    raise TypeError(answer)


def _made(pairs: list[tuple[str, Any]]) -> Any:
    return tuple(pairs[0][1]) if pairs and not pairs[0][0] else dict(pairs)
