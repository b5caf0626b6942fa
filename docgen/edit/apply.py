"""Edits carried out: in all files or in none.

    edits = [
        reword(text, "lời mới"),
        Insert(source, ("recipients", 3), "Sở Nội vụ"),
    ]
    applied = apply(edits, root)      # .differences to show; .findings say why nothing was written

Comments, quotes and layout stay. What is written is read again first: YAML must hold exactly
what the edits say and else what it held. A file that is not the one that was read is refused.

An entry of the glossary (`docgen check --learn`) is an edit of `content/glossary.yaml`:

    Insert(source, ("words", len(words)), "khuyến ngư")                 # one more accepted word
    AddKey(source, ("abbreviations",), "CCHC", "cải cách hành chính")   # one more abbreviation

`Insert` also makes a list of a key that is blank or has one text; `tree_of(source)` says what
is there, and `AddKey(source, (), "words", ["khuyến ngư"])` adds a key that is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from docgen.edit.edits import Delete, Edit, Insert, Steps
from docgen.edit.rewrite import item_as_written, rewritten
from docgen.edit.write import Replacement, changed, write_all
from docgen.finding import Finding, has_errors
from docgen.load.yaml_text import read_source
from docgen.plan.source import Source

_BOM = b"\xef\xbb\xbf"


class Applied(NamedTuple):
    """What applying gave: a unified diff of each file that changed, and what forbade it."""

    differences: list[str]
    findings: list[Finding]


def move(source: Source, place: Steps, to: Steps, into: Source | None = None) -> list[Edit]:
    """A list's item moves before another place, of its file or `into` another, as it is written."""
    raw, value = item_as_written(source, place)
    return [Delete(source, place, moved=True), Insert(into or source, to, value, raw)]


def apply(edits: Iterable[Edit], root: Path) -> Applied:
    """Carries out the edits in the files below `root`, in all of them or in none.

    Nothing is written where `findings` holds an error.
    """
    replacements, differences = [], []
    for source, own in by_file(edits).items():
        path = root / source.name
        now, findings = read_source(path, source.name)
        if now is None:
            return Applied([], findings)
        if (now.text, now.written) != (source.text, source.written):
            return Applied([], [changed(source.name)])
        after, findings = rewritten(source, own)
        if after is None:
            return Applied([], findings)
        old = path.read_bytes()
        new = (_BOM if old.startswith(_BOM) else b"") + after.encode("utf-8")
        if new != old:
            replacements.append(Replacement(path, old, new))
            differences.append(difference(source.name, old, new))
    findings = write_all(replacements, root) if replacements else []
    return Applied([] if has_errors(findings) else differences, findings)


def by_file(edits: Iterable[Edit]) -> dict[Source, Sequence[Edit]]:
    """The edits of each file, in their order."""
    found: dict[Source, list[Edit]] = {}
    for edit in edits:
        found.setdefault(edit.source, []).append(edit)
    return dict(found)


def difference(name: str, before: bytes, after: bytes) -> str:
    """A unified diff, as `git diff` shows it."""
    old, new = (data.decode("utf-8-sig").splitlines(keepends=True) for data in (before, after))
    lines = unified_diff(old, new, fromfile=name, tofile=name)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
