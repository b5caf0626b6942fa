"""The end of a plan: recipients and signature, in a table, by tabs, or one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from docgen.docx.model import Paragraph, Table
from docgen.from_word.inline_marks import Look
from docgen.from_word.lines import Line, Lines
from docgen.plan.source import Text

Piece = Line | Table
_RECIPIENTS = re.compile(r"Nơi nhận\s*:?\s*", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:TM|KT|TL|TUQ|Q|T/M|K/T)\s*[./]|(?:PHÓ |Q\. ?|QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|CHỦ NHIỆM|"
    r"TRƯỞNG BAN|HIỆU TRƯỞNG|CỤC TRƯỞNG|CHÁNH VĂN PHÒNG|THỦ TRƯỞNG)\b"
)
_DRAWN = re.compile(r"[\W_]+")
_REFERENCE = re.compile(r"\((?:Ban hành kèm theo|Kèm theo|Đính kèm)", re.IGNORECASE)
MOST_IN_ENDING = 160
MOST_SIGNED = 12  # lines in a table of signers


@dataclass
class Ending:
    """Recipients, the lines above the signer's name, the name; how many sign beside each other."""

    recipients: tuple[Text, ...] = ()
    lines: tuple[Text, ...] = ()
    name: Text | None = None
    left: list[Line] = field(default_factory=list)
    signers: int = 1


def ending_of(pieces: Sequence[Piece], lines: Lines) -> tuple[list[Piece], Ending, list[Piece]]:
    """The text above the end, the end, and what comes behind it; appendices also without one."""
    ending = Ending()
    for at, piece in enumerate(pieces):
        said = _lines(piece, lines)
        if not any(_RECIPIENTS.match(line.words) for line in said):
            continue
        if isinstance(piece, Table):
            _table(piece, lines, ending)
            return list(pieces[:at]), ending, list(pieces[at + 1 :])
        start = _signature_above(pieces, at)
        start -= bool(start) and _is_signed(pieces[start - 1], lines)
        end = _end_of_list(pieces, at + 1)
        _columns(pieces[start:end], lines, ending)
        return list(pieces[:start]), ending, list(pieces[end:])
    for at in range(len(pieces) - 1, -1, -1):
        if _signs(_lines(pieces[at], lines)):
            start = _signature_above(pieces, at + 1)
            end = _end_of_list(pieces, at + 1)
            if isinstance(pieces[at], Table):
                _table(pieces[at], lines, ending)  # type: ignore[arg-type]
                return list(pieces[:at]), ending, list(pieces[at + 1 :])
            _columns(pieces[start:end], lines, ending)
            return list(pieces[:start]), ending, list(pieces[end:])
    behind = next(
        (at for at, each in enumerate(pieces) if isinstance(each, Line) and opens_appendix(each)),
        len(pieces),
    )
    return list(pieces[:behind]), ending, list(pieces[behind:])


def _lines(piece: Piece, lines: Lines) -> list[Line]:
    if isinstance(piece, Table):
        return [line for each in piece.paragraphs for line in lines.of(each)]
    return [line for column in lines.columns(piece.paragraph) for line in column] or [piece]


def _signs(said: Sequence[Line]) -> bool:
    return any(_AUTHORITY.match(line.words) and line.is_capital for line in said)


def _is_signed(piece: Piece, lines: Lines) -> bool:
    """Whether a table only holds who signs, one signer beside the other."""
    said = _lines(piece, lines)
    return isinstance(piece, Table) and _signs(said) and len(said) <= MOST_SIGNED


def _signature_above(pieces: Sequence[Piece], at: int) -> int:
    """Where a signature begins that stands above the recipients."""
    start = at
    for back in range(at - 1, max(at - 9, -1), -1):
        piece = pieces[back]
        if isinstance(piece, Table) or piece.mark or len(piece.words) > 80:
            break
        if _AUTHORITY.match(piece.words) and piece.is_capital:
            start = back
    return start


def _end_of_list(pieces: Sequence[Piece], at: int) -> int:
    """Where the recipients, and a signature beside or below them, end."""
    end = at
    while end < len(pieces):
        piece = pieces[end]
        if isinstance(piece, Table) or len(piece.words) > MOST_IN_ENDING or _is_behind(piece):
            break
        end += 1
    return end


def _is_behind(line: Line) -> bool:
    """Whether a line belongs to what comes behind the end: an appendix."""
    return opens_appendix(line) or bool(_REFERENCE.match(line.words))


def _table(table: Table, lines: Lines, ending: Ending) -> None:
    recipients: list[Line] = []
    signature: list[Line] = []
    for row in table.rows:
        for cell in row.cells:
            said = [] if cell.merge == "continue" else [
                line for each in cell.paragraphs for line in lines.of(each)
            ]  # fmt: skip
            listed = any(_RECIPIENTS.match(each.words) for each in said)
            if not said:
                continue
            if listed or (said[0].mark and said[0].mark.kind == "dash" and recipients):
                recipients += said
            else:
                signature += said
    _recipients(recipients, ending)
    _signature(signature, ending)


def _columns(pieces: Sequence[Piece], lines: Lines, ending: Ending) -> None:
    recipients: list[Line] = []
    signature: list[Line] = []
    seen: set[int] = set()
    for piece in pieces:
        if isinstance(piece, Table):
            signers = [*_by_column(piece, lines)]
            ending.signers = len(signers)
            signature += (line for each in signers for line in each)
            continue
        if id(piece.paragraph) in seen:
            continue
        seen.add(id(piece.paragraph))
        for column in _beside(piece.paragraph, lines):
            for line in column:
                if _is_recipient(line, recipients):
                    recipients.append(line)
                else:
                    signature.append(line)
    _recipients(recipients, ending)
    _signature(signature, ending)


def _by_column(table: Table, lines: Lines) -> Iterator[list[Line]]:
    """The lines of each column that has any, from top to bottom."""
    for number in range(max(len(row.cells) for row in table.rows)):
        cells = (row.cells[number] for row in table.rows if number < len(row.cells))
        if said := [line for cell in cells for each in cell.paragraphs for line in lines.of(each)]:
            yield said


def _beside(paragraph: Paragraph, lines: Lines) -> tuple[tuple[Line, ...], ...]:
    columns = lines.columns(paragraph)
    return columns if len(columns) > 1 else (lines.of(paragraph),)


def _is_recipient(line: Line, so_far: Sequence[Line]) -> bool:
    if _RECIPIENTS.match(line.words) or (line.mark and line.mark.kind == "dash"):
        return True
    return bool(so_far) and line.words.endswith(";")


def _recipients(lines: Sequence[Line], ending: Ending) -> None:
    entries: list[str] = []
    texts: list[Text] = []
    for line in lines:
        start = match.end() if (match := _RECIPIENTS.match(line.words)) else 0
        part = line.cut(start, len(line.words)) if start else line
        if not part.words or _DRAWN.fullmatch(part.words):
            continue
        begin = part.mark.length if part.mark and part.mark.kind == "dash" else 0
        said = part.value(begin, base=Look(bold=True, italic=True)).value.strip()
        goes_on = entries and not begin and not entries[-1].endswith((";", ".")) and not match
        if goes_on:
            entries[-1] = f"{entries[-1]} {said}"
        else:
            entries.append(said)
            texts.append(line.text)
    ending.recipients = tuple(
        replace(text, value=said.rstrip(";., ")) for text, said in zip(texts, entries, strict=True)
        if said.rstrip(";., ")
    )  # fmt: skip


def _signature(lines: Sequence[Line], ending: Ending) -> None:
    said = [line for line in lines if not _DRAWN.fullmatch(line.words)]
    names = [
        at for at, line in enumerate(said)
        if not line.is_capital and not line.words.startswith(("(", "["))
    ]  # fmt: skip
    at = names[-1] if names else len(said) - 1 if len(said) > 1 and not _AUTHORITY.match(
        said[-1].words
    ) else len(said)  # fmt: skip
    ending.lines = tuple(line.raw() for number, line in enumerate(said) if number != at)
    ending.name = said[at].raw() if at < len(said) else None


_LABEL = re.compile(
    r"(?:phụ lục|phụ biểu|biểu mẫu|mẫu biểu|biểu|mẫu|bảng|danh mục|đề cương)"
    r"(?:\s+(?:số\s*)?[:.]?\s*(?:[IVXLC]+|\d+)(?:[./-]?[A-ZĐa-z\d]{1,3})?)?\s*[:.]?",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?:PHỤ LỤC|PHỤ BIỂU|BIỂU|MẪU)(?: SỐ)?:? (?:[IVXLC]+|\d+)\s*[:.–-]\s*\S.*")
MOST_LABEL = 40


def opens_appendix(line: Line) -> bool:
    """Whether a line is the label of an appendix: `PHỤ LỤC I`, `Biểu số 01`, `PHỤ LỤC 2: …`."""
    if line.mark:
        return False
    if _TITLED.fullmatch(line.shown) and line.align == "center":
        return True
    return bool(_LABEL.fullmatch(line.words)) and len(line.words) < MOST_LABEL
