"""KH425-KH427: characters that look right and are not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from docgen.finding import Finding, Fix, Severity
from docgen.plan.source import Source
from docgen.rules.facts import Facts, rule


@rule(
    "KH425", Severity.WARNING, "chữ có dấu chưa ở dạng dựng sẵn (NFC)",
    "Chữ và dấu là hai ký tự rời (hay gặp khi dán từ máy Mac): tìm kiếm trong tệp không ra.",
)  # fmt: skip
def not_composed(facts: Facts) -> Iterable[Finding]:
    """Said once for each file, at its first such line; the printed document is in NFC anyway."""
    for source in facts.plan.sources:
        if source.written is None:
            continue
        lines = source.written.splitlines()
        faulty = [
            number
            for number, line in enumerate(lines, 1)
            if not unicodedata.is_normalized("NFC", line)
        ]
        yield _whole_file(source, faulty)


def _whole_file(source: Source, faulty: list[int]) -> Finding:
    line = source.line_text(faulty[0])
    start = sum(len(each) for each in source.text.splitlines(keepends=True)[: faulty[0] - 1])
    column = len(line) - len(line.lstrip())
    finding = not_composed.rule.at(
        source.where(start + column, len(line) - column),
        f"{len(faulty)} dòng có chữ và dấu rời nhau", "docgen check --fix sửa được cả tệp.", line,
    )  # fmt: skip
    return replace(finding, fix=Fix(start, start, ""))


# Letters of other alphabets, and signs, that look like those of Vietnamese.
_LOOK_ALIKES = {
    **dict(zip("ðÐƉɖ", "đĐĐđ", strict=True)),
    **dict(zip("аеорсхуіјѕԁ", "aeopcxyijsd", strict=True)),
    **dict(zip("АВЕКМНОРСТХУІЈЅ", "ABEKMHOPCTXYIJS", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True)),
    **dict(zip("−‐‑‚ˮ。、", '---,".,', strict=True)),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
}
LOOKS_ALIKE = re.compile(f"[{re.escape(''.join(_LOOK_ALIKES))}]+")


@rule(
    "KH426", Severity.WARNING, "ký tự trông giống chữ Việt",
    "Chữ ð, chữ Nga, dấu trừ −: mắt thấy giống nhưng máy tìm, máy so sánh coi là chữ khác.",
)  # fmt: skip
def look_alike(facts: Facts) -> Iterable[Finding]:
    """`ð` for `đ`, Cyrillic `а` for `a`, `−` for `-`."""
    for printed, _ in facts.seeing(LOOKS_ALIKE.search):
        for match in LOOKS_ALIKE.finditer(printed.prose):
            names = ", ".join(f"U+{ord(character):04X}" for character in dict.fromkeys(match[0]))
            meant = "".join(_LOOK_ALIKES[character] for character in match[0])
            yield look_alike.mend_on(
                printed, match, f"“{match[0]}” ({names}) trông giống “{meant}” nhưng là ký tự khác",
                meant,
            )  # fmt: skip


_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000\t"
_NOTHING = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_UNSEEN = re.compile(f"(?P<space>[{_SPACES}]+)|[{_NOTHING}]+")


@rule(
    "KH427", Severity.WARNING, "ký tự không nhìn thấy",
    "Dấu cách lạ và ký tự rỗng đi theo khi dán từ web, PDF: chữ giãn lạ, tìm kiếm không ra.",
)  # fmt: skip
def unseen_character(facts: Facts) -> Iterable[Finding]:
    """A no-break space, a zero-width space, a soft hyphen."""
    for printed, match in facts.matches(_UNSEEN):
        names = ", ".join(f"U+{ord(character):04X}" for character in dict.fromkeys(match[0]))
        finding = unseen_character.on(
            printed, match, f"ký tự không nhìn thấy {names}",
            "Thay bằng dấu cách thường." if match["space"] else "Xóa ký tự này.",
        )  # fmt: skip
        text = " " if match["space"] else ""
        yield replace(finding, fix=printed.text.fix(match.start(), len(match[0]), text))
