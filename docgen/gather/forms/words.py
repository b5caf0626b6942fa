"""How opinions are said in Vietnamese, the same in every form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from docgen.gather.opinion import COMMENT, Gathered, Opinion, Piece
from docgen.gather.voices import Voice
from docgen.vietnamese import format_day

NAMELESS = "không ghi tên"
UNTRACKED = "sửa không đánh dấu"
RESOLVED = "đã giải quyết trong Word"
PROPOSALS = {
    "in": "Đề nghị thêm đoạn: “{new}” ({note}).",
    "row in": "Đề nghị thêm dòng: “{new}” ({note}).",
    "out": "Đề nghị bỏ đoạn này.",
    "row out": "Đề nghị bỏ dòng này.",
    "move": "Đề nghị chuyển đoạn này, {note}.",
    "look": "Đề nghị đổi kiểu chữ: {note}.",
    "merge": "Đề nghị gộp, tách ô của dòng thành: “{new}”.",
}
LONGEST_REST, LONGEST_SIGNED = 70, 200


def who(voice: Voice) -> str:
    """`Nguyễn Thị An (Sở Tài chính)`; without a name, or where it is an office's, that alone."""
    if not voice.name or voice.name.casefold() == voice.office.casefold():
        return voice.office or NAMELESS
    return f"{voice.name} ({voice.office})"


def people(opinion: Opinion) -> str:
    """All who have an opinion."""
    return "; ".join(map(who, opinion.voices))


def offices(opinion: Opinion) -> str:
    """The offices that have an opinion, each once."""
    return "; ".join(dict.fromkeys(voice.office or who(voice) for voice in opinion.voices))


def moment(date: str) -> str:
    """`08:00 05/6/2024` of a date as Word writes it: in local time, whatever its `Z` says."""
    try:
        read = datetime.fromisoformat(date)
    except ValueError:
        return ""
    return f"{read:%H:%M} {format_day(read.date())}"


def dates(opinion: Opinion) -> str:
    """When they said so."""
    said = dict.fromkeys(moment(each.date) for each in opinion.voices)
    return "; ".join(filter(None, said))


def cut(words: str) -> str:
    """Words in one line, the middle left out where they are many."""
    line = " ".join(words.split())
    half = LONGEST_REST // 2
    if len(line) <= LONGEST_REST:
        return line
    return f"{line[:half].rpartition(' ')[0]} … {line[-half:].partition(' ')[2]}"


def numbers(found: Iterable[int]) -> str:
    """`3, 5 và 7`."""
    *first, last = map(str, found)
    return f"{', '.join(first)} và {last}" if first else last


def remark(opinion: Opinion) -> str:
    """What whoever decides has to know of an opinion, in one line; "" where there is nothing."""
    silent = [who(each) for each in opinion.voices if not each.tracked]
    some = f": {'; '.join(silent)}" if len(silent) < len(opinion.voices) else ""
    untracked = f"{UNTRACKED}{some}" if silent and opinion.kind != COMMENT else ""
    told = [
        f"mâu thuẫn với ý kiến {numbers(opinion.against)}" if opinion.against else "",
        f"cùng câu với ý kiến {numbers(opinion.beside)}, ghép được" if opinion.beside else "",
        opinion.note,
        untracked,
        RESOLVED if opinion.resolved else "",
    ]
    return "; ".join(filter(None, told))


def title(gathered: Gathered) -> str:
    """What the list is called."""
    return f"Ý kiến góp ý dự thảo Kế hoạch {gathered.subject}".strip()


def summary(gathered: Gathered) -> str:
    """`3 bản; 12 ý kiến: 4 góp ý, 8 chỗ sửa; 1 chỗ mâu thuẫn`."""
    read = sum(not each.refused for each in gathered.copies)
    remarks = sum(each.kind == COMMENT for each in gathered.opinions)
    edits = len(gathered.opinions) - remarks
    told = f"{read} bản; {len(gathered.opinions)} ý kiến: {remarks} góp ý, {edits} chỗ sửa"
    clashes = len(gathered.contradictions)
    return f"{told}; {clashes} chỗ mâu thuẫn" if clashes else told


def proposals(opinion: Opinion) -> list[str]:
    """What an opinion asks for, in sentences as an official document says it."""
    if opinion.kind == COMMENT:
        told = [f"“{cut(opinion.quote)}”: {opinion.said}" if opinion.quote else opinion.said]
        return told + [f"{who(each.voice)} trả lời: {each.said}" for each in opinion.answers]
    whole = PROPOSALS.get(opinion.kind)
    if whole:
        return [whole.format(new=opinion.new, note=opinion.note)]
    return [_proposal(*each) for each in _edits(opinion.pieces)]


def _proposal(before: str, gone: str, came: str) -> str:
    if gone and came:
        return f"Đề nghị sửa “{gone}” thành “{came}”."
    if gone:
        return f"Đề nghị bỏ “{gone}”."
    return f"Đề nghị thêm “{came}”" + (f" sau “…{before}”." if before else " ở đầu.")


def _edits(pieces: Iterable[Piece]) -> list[tuple[str, str, str]]:
    """Of each edit the last words before it, what goes and what comes."""
    found: list[tuple[str, str, str]] = []
    before, gone, came = "", "", ""
    for each in (*pieces, Piece("")):
        if each.sign == "out":
            gone += each.words
        elif each.sign == "in":
            came += each.words
        else:
            found += [(before, gone.strip(), came.strip())] if gone.strip() or came.strip() else []
            before, gone, came = " ".join(each.words.split()[-4:]), "", ""
    return found


def shortened(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with what stays cut to what stands beside a change."""
    every = list(pieces)
    half = LONGEST_REST // 2
    short: list[Piece] = []
    for at, each in enumerate(every):
        words = cut(each.words) if each.sign and len(each.words) > LONGEST_SIGNED else each.words
        if len(every) == 1 and not each.sign:
            words = cut(words)
        elif not each.sign and len(words) > LONGEST_REST:
            head = words[:half].rpartition(" ")[0] if at else ""
            tail = words[-half:].partition(" ")[2] if at < len(every) - 1 else ""
            words = f"{head} … {tail}" if head and tail else f"{head} …" if head else f"… {tail}"
        short.append(Piece(words, each.sign))
    return short
