"""The head of a plan: letterhead, number, place and date, title, subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from docgen.docx.model import Block, Paragraph
from docgen.from_word.lines import Line, Lines
from docgen.from_word.marks import SIGNS
from docgen.from_word.outline import is_part
from docgen.plan.dates import IssueDay
from docgen.plan.source import Text
from docgen.vietnamese import parse_partial_day

KIND = "KẾ HOẠCH"
_NATIONAL = re.compile(r"C[ộỘ]NG H(?:ÒA|OÀ) XÃ H[ộỘ]I CH[ủỦ] NGH[ĩĨ]A VI[ệỆ]T NAM", re.IGNORECASE)
_MOTTO = re.compile(r"Độc lập\W+Tự do\W+Hạnh phúc", re.IGNORECASE)
_NUMBER = re.compile(
    r"Số\s*:?[\s.…⋯_]*(?P<number>\d+\w?)?[\s.…⋯_]*/\s*(?P<symbol>[^\s,;]+(?:(?:(?<=-)|\s*-)\s*\S+)*)"
)
_DATE = re.compile(
    r"(?P<place>[^,]{2,60}?)\s*,?\s*(?P<date>(?:ngày[\s.…⋯_]*(?P<day>\d{0,2})[\s.…⋯_]*)?(?:tháng|[/.-])"
    r"[\s.…⋯_]*(?P<month>\d{0,2})[\s.…⋯_]*(?:năm|[/.-])[\s.…⋯_]*(?P<year>\d{4})?)[\s.…⋯_]*",
    re.IGNORECASE,
)
_DRAWN = re.compile(r"[\W_]+")
_AGENCY = re.compile(
    r"(?:SỞ|BAN|CHI CỤC|CỤC|PHÒNG|TRUNG TÂM|VĂN PHÒNG|THANH TRA|CÔNG AN|TRƯỜNG|BỆNH VIỆN|HỘI|"
    r"BỘ CHỈ HUY|ĐÀI|LIÊN MINH|TỔ CÔNG TÁC)\b"
)
_PLACE = re.compile(r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN)\b")
_STAMPED = re.compile(r"\W*(?:DỰ THẢO|BẢN DỰ THẢO|HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN|MẬT|SAO Y)\b|\(")
_BASIS = re.compile(r"(?:Căn cứ|Thực hiện|Xét|Theo đề nghị|Theo|Trên cơ sở|Thi hành|Tiếp theo)\b")
_ISSUES = re.compile(r"ban hành (?:K|k)ế hoạch|xây dựng (?:K|k)ế hoạch|như sau")
_ADDRESSED = re.compile(r"Kính gửi\s*:?\s*", re.IGNORECASE)
MOST_BEFORE_TITLE = 40
MOST_ROWS = 5
MOST_NAME = 80


@dataclass
class Head:
    """What stands above the text; `left` are lines that no place of the content takes."""

    superior: tuple[Text, ...] = ()
    issuer: tuple[Text, ...] = ()
    number: Text | None = None
    symbol: Text | None = None
    place: Text | None = None
    date: IssueDay | None = None
    subject: Text | None = None
    below_subject: tuple[Text, ...] = ()
    addressees: tuple[Text, ...] = ()
    bases: tuple[Text, ...] = ()
    left: list[Line] = field(default_factory=list)


def head_of(blocks: Sequence[Block], lines: Lines) -> tuple[Head, list[Block | Line]]:
    """The head, and what comes behind it."""
    head = Head()
    above, rest = _parted(blocks, lines)
    left: list[Line] = []
    for block in above:
        for number, line in _columns(block, lines):
            _place(line, head)
            left += [line] if number == 0 and head.left and head.left[-1] is line else []
    _name(left or head.left, head)
    return head, rest


def _columns(block: Block, lines: Lines) -> Iterator[tuple[int, Line]]:
    """The lines of a letterhead, each with the column it stands in: 0 at the left."""
    if isinstance(block, Paragraph):
        columns = lines.columns(block)
        for number, column in enumerate(columns):
            alone = len(columns) == 1 and lines.styles.layout(block).alignment == "right"
            yield from ((number + alone, line) for line in column)
        return
    for row in block.rows:
        for number, cell in enumerate(row.cells):
            for each in cell.paragraphs if cell.merge != "continue" else ():
                for column in lines.columns(each):
                    yield from ((number, line) for line in column)


def _is_kind(line: Line) -> bool:
    words = line.shown.rstrip(" .:")
    if line.align == "center" and words.upper() == KIND:
        return True
    spread = words.replace(" ", "") == KIND.replace(" ", "") and len(words) > len(KIND)
    return words == KIND or spread or (words.startswith(f"{KIND} ") and not line.mark)


def _parted(blocks: Sequence[Block], lines: Lines) -> tuple[list[Block], list[Block | Line]]:
    """What stands above the name of the kind; from it on, the rest."""
    for at, block in enumerate(blocks[:MOST_BEFORE_TITLE]):
        said = [line for each in block.paragraphs for line in lines.of(each)]
        kind = next((number for number, line in enumerate(said) if _is_kind(line)), None)
        if kind is None:
            continue
        if isinstance(block, Paragraph):
            return list(blocks[:at]), [*said, *blocks[at + 1 :]]
        behind = [*said[kind:], *blocks[at + 1 :]]
        return [*blocks[:at], *_rows_above(block, said[kind])], behind
    end = 0
    for at, block in enumerate(blocks[:MOST_BEFORE_TITLE]):
        said = [line for each in block.paragraphs for line in lines.of(each)]
        found = any(_is_national(each) or _DATE.fullmatch(each.words) for each in said)
        if not found and _begins_text(block, said):
            break
        end = at + 1 if found else end
    return list(blocks[:end]), list(blocks[end:])


def _is_national(line: Line) -> bool:
    """Whether a line is the name of the state, not a sentence that has it."""
    return bool(_NATIONAL.search(line.words)) and (line.is_capital or len(line.words) < MOST_NAME)


def _begins_text(block: Block, said: Sequence[Line]) -> bool:
    """Whether a block is of the text: a numbered line, or a table of more than a letterhead."""
    if isinstance(block, Paragraph):
        return any(each.mark and each.mark.kind not in SIGNS for each in said)
    return len(block.rows) > MOST_ROWS


def _rows_above(table: Block, line: Line) -> Iterator[Block]:
    """A letterhead table that also holds the title, up to the row of that."""
    assert not isinstance(table, Paragraph)
    rows = []
    for row in table.rows:
        if any(each is line.paragraph for cell in row.cells for each in cell.paragraphs):
            break
        rows.append(row)
    yield replace(table, rows=tuple(rows))


# ------------------------------------------------------------------------------ letterhead


def _place(line: Line, head: Head) -> None:
    """Puts one line of the letterhead where it belongs, or among those that are left."""
    words = line.words
    motto = _MOTTO.search(words) and len(words) < MOST_NAME
    if _is_national(line) or motto or _DRAWN.fullmatch(words):
        return
    if not head.symbol and (match := _NUMBER.search(words)):
        head.symbol = replace(line.text, value=re.sub(r"\s+", "", match["symbol"]))
        head.number = replace(line.text, value=match["number"]) if match["number"] else None
        before, behind = words[: match.start()].strip(), words[match.end() :].strip(" ,;")
        for rest in filter(None, (before, behind)):
            start = words.index(rest)
            _place(line.cut(start, start + len(rest)), head)
    elif not head.place and (match := _DATE.fullmatch(words)):
        head.place = replace(line.text, value=match["place"].strip())
        known = parse_partial_day(_day(match))
        head.date = IssueDay(*known, replace(line.text, value=_day(match))) if known else None
        if not known and match["year"]:
            head.left.append(line)
    else:
        head.left.append(line)


def _day(match: re.Match[str]) -> str:
    """The date as the content writes it, as far as it is known."""
    day, month, year = (match[part] for part in ("day", "month", "year"))
    if not year:
        return ""
    if day and month:
        return f"{int(day):02}/{int(month):02}/{year}" if int(month) < 3 else (
            f"{int(day):02}/{int(month)}/{year}"
        )  # fmt: skip
    return f"tháng {int(month)} năm {year}" if month else f"năm {year}"


def _name(lines: Sequence[Line], head: Head) -> None:
    """The superior body and the issuer: the lines in capitals at the left of the letterhead."""
    names = [line for line in lines if line.is_capital and not _STAMPED.match(line.shown)]
    if not names:
        return
    for line in names:
        head.left.remove(line)
    bold = [at for at, line in enumerate(names) if line.look.bold]
    split = bold[0] if bold and bold[0] and not any(e.look.bold for e in names[: bold[0]]) else 0
    if split and _PLACE.match(names[split].shown):
        split = 0
    if not split:
        split = next((at for at, each in enumerate(names) if at and _AGENCY.match(each.words)), 0)
    head.superior = tuple(each.raw() for each in names[:split])
    head.issuer = tuple(each.raw() for each in names[split:])


# ----------------------------------------------------------------------------------- title


def below_title(head: Head, lines: list[Line]) -> list[Line]:
    """Takes title, subject, addressees and bases off the lines below the letterhead."""
    waiting = list(lines)
    subject: list[Line] = []
    if waiting and _is_kind(waiting[0]):
        first = waiting.pop(0)
        if first.shown.startswith(f"{KIND} ") and first.shown.replace(" ", "") != "KẾHOẠCH":
            subject.append(first.cut(len(KIND), len(first.words)))
    below: list[Line] = []
    while waiting and _of_title(waiting[0], subject):
        line = waiting.pop(0)
        if _DRAWN.fullmatch(line.words):
            continue
        if below or (subject and line.words.startswith("(")):
            below.append(line)
        else:
            subject.append(line)
    if subject:
        words = " ".join(line.plain().value for line in subject)
        head.subject = replace(subject[0].text, value=words)
    head.below_subject = tuple(line.plain() for line in below)
    waiting = _addressees(head, waiting)
    return _bases(head, waiting)


def _of_title(line: Line, subject: Sequence[Line]) -> bool:
    if line.mark or is_part(line) or _ADDRESSED.match(line.words):
        return False
    if _DRAWN.fullmatch(line.words):
        return True
    if line.align == "center":
        return True
    return line.look.bold and not _BASIS.match(line.words) and len(subject) < 4


def _addressees(head: Head, lines: list[Line]) -> list[Line]:
    if not lines or not (match := _ADDRESSED.match(lines[0].words)):
        return lines
    first = lines[0]
    found = [first.cut(match.end(), len(first.words))] if match.end() < len(first.words) else []
    rest = lines[1:]
    while rest and rest[0].mark and rest[0].mark.kind == "dash":
        found.append(rest.pop(0))
    if not found:
        return lines
    head.addressees = tuple(
        replace(
            each.text, value=each.raw(each.mark.length if each.mark else 0).value.rstrip(";., ")
        )
        for each in found
    )
    return rest


def _bases(head: Head, lines: list[Line]) -> list[Line]:
    """The bases: in italics, or a list of lines that begin as bases do and end with semicolons."""
    slanted = bool(lines) and lines[0].look.italic
    count = 0
    while count < len(lines) and (lines[count].look.italic if slanted else _is_basis(lines[count])):
        if lines[count].mark or lines[count].words.endswith(":"):
            break
        count += 1
    if not slanted and not any(line.words.endswith(";") for line in lines[:count]):
        count = 0
    head.bases = tuple(
        each.cut(0, len(each.words.rstrip(" ;.,"))).value(base=each.look) for each in lines[:count]
    )
    return lines[count:]


def _is_basis(line: Line) -> bool:
    if not _BASIS.match(line.words):
        return False
    return line.words.endswith(";") or (
        line.words.endswith((".", ",")) and not _ISSUES.search(line.words)
    )
