"""In which look the letters of a text print: bold, italic, as subscript or superscript."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.view.inline import Leader, Run, pieces

NAMES = {
    "bold": "in đậm", "italic": "in nghiêng",
    "below": "chỉ số dưới", "above": "chỉ số trên",
}  # fmt: skip
_SIGNS = re.compile(r"[*~^\\]")

Look = frozenset[str]
PLAIN: Look = frozenset()


def read(text: str) -> tuple[str, list[Look] | None]:
    """The letters of a text without the marks of looks; the look of each where one has any."""
    if not _SIGNS.search(text):
        return text, None
    letters: list[str] = []
    looks: list[Look] = []
    for _, run in pieces(text):
        said = run.written if isinstance(run, Leader) else run.text
        letters.append(said)
        looks += [_look(run)] * len(said)
    return "".join(letters), looks if any(looks) else None


def _look(run: Run) -> Look:
    return frozenset(name for name in NAMES if getattr(run, name))


def changed(old: Look, new: Look) -> str:
    """What was done to the look of a text: `bỏ in nghiêng`, `nay in đậm`."""
    gone, come = _names(old - new), _names(new - old)
    return ", ".join([f"bỏ {gone}"] * bool(gone) + [f"nay {come}"] * bool(come))


def _names(looks: Iterable[str]) -> str:
    return " và ".join(NAMES[name] for name in NAMES if name in looks)
