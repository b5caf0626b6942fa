"""The note beside content taken over: where it comes from, what arrived, what is still to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.from_word.leftovers import Leftover
from docgen.importing.prove import Arrived, Counted

MOST_WORDS = 8


def source_note(
    name: str,
    arrived: Arrived | None,
    left: Sequence[Leftover],
    proposed: Mapping[str, str],
    to_fill: Iterable[str],
) -> str:
    """SOURCE.md of the new folder; it is not printed."""
    return "\n".join(_lines(name, arrived, left, proposed, list(to_fill))) + "\n"


def _lines(
    name: str,
    arrived: Arrived | None,
    left: Sequence[Leftover],
    proposed: Mapping[str, str],
    to_fill: Sequence[str],
) -> Iterator[str]:
    yield "# Nguồn của nội dung"
    yield ""
    yield f"Lấy từ tệp {name} bằng `docgen import`, nguyên văn. Tệp này không in ra."
    if arrived:
        yield ""
        yield from (f"- {each}" for each in told(arrived))
        yield from _part("Chưa đưa vào được", missing(arrived))
    yield from _part("Không có chỗ trong nội dung", left_over(left))
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


def missing(arrived: Arrived) -> list[str]:
    """The words that did not arrive."""
    kinds: tuple[tuple[str, Counted], ...] = (
        ("câu", arrived.sentences), ("ô của bảng", arrived.cells),
    )  # fmt: skip
    return [
        f"{what}: {each.words}{behind(each.behind)}"
        for what, counted in kinds
        for each in counted.missing
    ]


def left_over(left: Iterable[Leftover]) -> list[str]:
    """What the content has no place for."""
    return [f"{each.kind}: {each.words}{behind(each.behind)}" for each in left]


def behind(words: str) -> str:
    """Where in the old document something stands: what is written before it."""
    said = " ".join(words.split()[-MOST_WORDS:])
    return f" (đứng sau “{said}”)" if said else " (ở đầu văn bản)"
