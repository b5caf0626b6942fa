"""The note beside content taken over: where it comes from, what arrived, what is still to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.from_word.leftovers import Leftover
from docgen.importing.prove import Arrived, Counted

MOST_WORDS = 8
WORDS_TO_FIND = 6
FORMED = "In theo thể thức, khác văn bản cũ"


def source_note(
    name: str,
    arrived: Arrived | None,
    left: Sequence[Leftover],
    proposed: Mapping[str, str],
    to_fill: Iterable[str],
    files: Mapping[str, str],
) -> str:
    """SOURCE.md of the new folder; it is not printed. `files` are the content beside it."""
    return "\n".join(_lines(name, arrived, left, proposed, list(to_fill), files)) + "\n"


def _lines(
    name: str,
    arrived: Arrived | None,
    left: Sequence[Leftover],
    proposed: Mapping[str, str],
    to_fill: Sequence[str],
    files: Mapping[str, str],
) -> Iterator[str]:
    yield "# Nguồn của nội dung"
    yield ""
    yield f"Lấy từ tệp {name} bằng `docgen import`, nguyên văn. Tệp này không in ra."
    if arrived:
        yield ""
        yield from (f"- {each}" for each in told(arrived))
        yield from _part("Chưa đưa vào được", missing(arrived, files))
        yield from _part(FORMED, arrived.formed)
    yield from _part("Không có chỗ trong nội dung", left_over(left, files))
    yield from _part("Cần điền", list(to_fill))
    yield from _part(
        "Cơ quan mới thêm vào agencies.yaml: xem lại tên chính thức",
        [f"{value} (mã {key})" for key, value in proposed.items()],
    )


def _part(title: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield from ("", f"## {title}", "")
        yield from (f"- {entry}" for entry in entries)


def told(arrived: Arrived) -> Iterator[str]:
    """The two counts as sentences."""
    for what, counted in (("câu", arrived.sentences), ("ô của bảng", arrived.cells)):
        yield f"{counted.arrived}/{counted.whole} {what} đã vào nội dung, đúng thứ tự"


def missing(arrived: Arrived, files: Mapping[str, str]) -> list[str]:
    """The words that did not arrive."""
    kinds: tuple[tuple[str, Counted], ...] = (
        ("câu", arrived.sentences), ("ô của bảng", arrived.cells),
    )  # fmt: skip
    return [
        f"{what}: {each.words}{behind(each.behind, files)}"
        for what, counted in kinds
        for each in counted.missing
    ]


def left_over(left: Iterable[Leftover], files: Mapping[str, str]) -> list[str]:
    """What the content has no place for."""
    return [f"{each.kind}: {each.words}{behind(each.behind, files)}" for each in left]


def behind(words: str, files: Mapping[str, str]) -> str:
    """Where in the old document something stands, and at which line of the content that is."""
    said = " ".join(words.split()[-MOST_WORDS:])
    if not said:
        return " (ở đầu văn bản)"
    place = _line_of(words, files)
    return f" (đứng sau “{said}”{f', {place}' if place else ''})"


def _line_of(words: str, files: Mapping[str, str]) -> str:
    """The line of the content on which the last of some words stand; "" where they do not."""
    last = re.findall(r"\w+", words)[-WORDS_TO_FIND:]
    for name, text in files.items() if len(last) > 1 else ():
        if found := re.search(r"[\W_]+".join(last), text):
            return f"{name}:{text.count(chr(10), 0, found.end()) + 1}"
    return ""
