"""Edits of content files as an officer makes them: a phrase here, a row there.

Each works on the text of a file and fails loudly where it does not find its place, so that
a change of the content cannot turn a known edit into none.
"""

import re
from collections.abc import Callable
from pathlib import Path

Folder = Path
Edit = Callable[[Folder], None]


def _rewrite(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before, f"nothing to edit in {path.name}"
    path.write_text(after, encoding="utf-8")


def _phrase(words: str) -> re.Pattern[str]:
    """The words as they stand in the file, however its lines are folded."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def reword(file: str, old: str, new: str) -> Edit:
    """Replaces a phrase that stands exactly once in the file."""

    def apply(folder: Folder) -> None:
        def change(text: str) -> str:
            found = _phrase(old).findall(text)
            assert len(found) == 1, f"{file}: “{old}” stands {len(found)} times"
            return _phrase(old).sub(lambda _: new, text)

        _rewrite(folder / file, change)

    return apply


def _block(lines: list[str], begins: str) -> tuple[int, int]:
    """The lines of the entry that begins with these words: its own and all indented below."""
    phrase = _phrase(begins)
    heads = (" ".join(lines[number : number + 4]).lstrip(" ") for number in range(len(lines)))
    starts = [
        number for number, head in enumerate(heads)
        if lines[number].strip()
        and any(phrase.match(head.removeprefix(mark)) for mark in ("", "- ", '- "'))
    ]  # fmt: skip
    assert len(starts) == 1, f"“{begins}” begins {len(starts)} entries"
    start = starts[0]
    end = start + 1
    while end < len(lines) and (
        not lines[end].strip() or _indent(lines[end]) > _indent(lines[start])
    ):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return start, end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _reindented(lines: list[str], indent: int) -> list[str]:
    shift = indent - _indent(lines[0])
    return [" " * (_indent(line) + shift) + line.lstrip() if line.strip() else "" for line in lines]


def drop(file: str, begins: str) -> Edit:
    """Removes the entry that begins with these words."""

    def apply(folder: Folder) -> None:
        def change(text: str) -> str:
            lines = text.split("\n")
            start, end = _block(lines, begins)
            return "\n".join(lines[:start] + lines[end:])

        _rewrite(folder / file, change)

    return apply


def insert(file: str, after: str, entry: str) -> Edit:
    """Adds an entry after the one that begins with `after`, indented as that one is."""

    def apply(folder: Folder) -> None:
        def change(text: str) -> str:
            lines = text.split("\n")
            start, end = _block(lines, after)
            new = _reindented(entry.strip("\n").split("\n"), _indent(lines[start]))
            return "\n".join(lines[:end] + new + lines[end:])

        _rewrite(folder / file, change)

    return apply


def move(file: str, begins: str, after: str, to: str = "") -> Edit:
    """Takes an entry out and puts it after another, in the same file or in `to`."""

    def apply(folder: Folder) -> None:
        lines = (folder / file).read_text(encoding="utf-8").split("\n")
        start, end = _block(lines, begins)
        entry = "\n".join(_reindented(lines[start:end], 0))
        drop(file, begins)(folder)
        insert(to or file, after, entry)(folder)

    return apply


def each(*edits: Edit) -> Edit:
    """Several edits that are one in an officer's mind."""

    def apply(folder: Folder) -> None:
        for edit in edits:
            edit(folder)

    return apply


def within(file: str, begins: str, old: str, new: str) -> Edit:
    """Replaces a phrase that stands exactly once in the entry that begins with `begins`."""

    def apply(folder: Folder) -> None:
        def change(text: str) -> str:
            lines = text.split("\n")
            start, end = _block(lines, begins)
            block, count = _phrase(old).subn(lambda _: new, "\n".join(lines[start:end]))
            assert count == 1, f"{file}, {begins}: “{old}” stands {count} times"
            return "\n".join([*lines[:start], block, *lines[end:]])

        _rewrite(folder / file, change)

    return apply


def share(file: str, first: str, last: str, cell: str) -> Edit:
    """Says a cell once for several rows that stand one after another, and no longer in each."""

    def apply(folder: Folder) -> None:
        def change(text: str) -> str:
            lines = text.split("\n")
            start, end = _block(lines, first)[0], _block(lines, last)[1]
            indent = _indent(lines[start])
            rows = [line for line in lines[start:end] if line.strip() != cell]
            head = [
                " " * indent + "- shared:",
                " " * (indent + 4) + cell,
                " " * (indent + 2) + "rows:",
            ]
            return "\n".join([*lines[:start], *head, *_reindented(rows, indent + 4), *lines[end:]])

        _rewrite(folder / file, change)

    return apply
