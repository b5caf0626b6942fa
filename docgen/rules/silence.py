"""Findings that the officer has seen and lets stand, with the reason, where they stand.

    # docgen: bỏ qua KH205 – số liệu theo Bộ Nội vụ

as a comment on the line of the finding or on the line above it. A text that runs over
several lines counts as one: no comment can stand inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

import yaml

from docgen.finding import Finding, Rule, Severity, Where
from docgen.plan.source import Source

USELESS = Rule(
    "KH090", Severity.WARNING, "lời bỏ qua không bỏ qua gì",
    "Chỗ này không còn bị báo; lời bỏ qua để lại sẽ che mất lỗi mới sau này.",
)  # fmt: skip
WITHOUT_REASON = Rule(
    "KH091", Severity.WARNING, "lời bỏ qua thiếu lý do",
    "Người ký cần biết vì sao một cảnh báo được bỏ qua; chưa có lý do thì vẫn báo.",
)  # fmt: skip
WITHOUT_EFFECT = Rule(
    "KH092", Severity.WARNING, "lời bỏ qua không có hiệu lực",
    "Lời bỏ qua phải viết đúng mẫu; lỗi ở dạng tệp (KH0xx) và ở bản in thì phải sửa.",
)  # fmt: skip

RULES = (USELESS, WITHOUT_REASON, WITHOUT_EFFECT)

_COMMENT = re.compile(r"#[ \t]*docgen(?:[ \t]*:|[ \t]+b[ỏo] qua)[^\n]*", re.IGNORECASE)
_SILENCE = re.compile(
    r"#\s*docgen\s*:\s*bỏ qua\s+(?P<codes>KH\d{3}(?:(?:\s*,\s*|\s+và\s+|\s+)KH\d{3})*)"
    r"\s*(?:[-–—:,]+\s*(?P<reason>.*\S)?)?\s*",
    re.IGNORECASE,
)
_CODE = re.compile(r"KH\d{3}", re.IGNORECASE)
_OF_CONTENT = re.compile(r"KH(?:[1-6]\d\d|06\d)")
_TO_DO = re.compile(r"KH06\d")  # told by `docgen todo` alone
PATTERN = "# docgen: bỏ qua KH205 – lý do"


class Silenced(NamedTuple):
    """A finding that is let stand, the officer's reason, and where the reason is written."""

    finding: Finding
    reason: str
    where: Where


class _Silence(NamedTuple):
    """One comment: the codes it lets stand on the lines `first` to `last` of its file."""

    codes: tuple[str, ...]
    reason: str
    where: Where
    line_text: str
    first: int
    last: int

    def covers(self, finding: Finding) -> bool:
        return (
            finding.code in self.codes
            and finding.where.file == self.where.file
            and self.first <= finding.where.line <= self.last
        )


def lets_stand(comment: str) -> bool:
    """Whether a comment is one that lets a finding stand, or is meant to be."""
    return bool(_COMMENT.match(comment))


def can_be_silenced(code: str) -> bool:
    """Whether a comment may let findings of a rule stand."""
    return bool(_OF_CONTENT.fullmatch(code))


def apply(
    findings: Sequence[Finding], sources: Sequence[Source]
) -> tuple[list[Finding], list[Silenced], list[Finding]]:
    """The findings that stay, those let stand, and what is wrong with the silences themselves.

    Only rules on the content (KH1xx to KH6xx) and what is to be done (KH06x) can be silenced.
    """
    about_silences: list[Finding] = []
    silences = [each for source in sources for each in _silences(source, about_silences)]
    if not silences:
        return list(findings), [], about_silences
    kept: list[Finding] = []
    silenced: list[Silenced] = []
    used: set[tuple[Where, str]] = set()
    for finding in findings:
        by = next((each for each in silences if each.covers(finding)), None)
        if by is None:
            kept.append(finding)
            continue
        used.add((by.where, finding.code))
        silenced.append(Silenced(finding, by.reason, by.where))
    for silence in silences:
        for code in silence.codes:
            if (silence.where, code) not in used and not _TO_DO.fullmatch(code):
                message = f"không có {code} ở chỗ này để bỏ qua"
                about_silences.append(
                    USELESS.at(silence.where, message, "Xóa lời bỏ qua này.", silence.line_text)
                )
    return kept, silenced, about_silences


def _silences(source: Source, findings: list[Finding]) -> Iterator[_Silence]:
    """The silences of one file; `findings` gets a finding for each that cannot work."""
    comments = list(_COMMENT.finditer(source.text))
    if not comments:
        return
    spans = scalars(source.text)
    for comment in comments:
        if any(start <= comment.start() < end for start, end in spans):
            continue
        where = source.where(comment.start(), len(comment[0].rstrip()))
        line_text = source.line_text(where.line)
        match = _SILENCE.fullmatch(comment[0])
        if match is None:
            message = "lời bỏ qua viết không đúng mẫu"
            findings.append(WITHOUT_EFFECT.at(where, message, f"Viết: {PATTERN}", line_text))
            continue
        if not match["reason"]:
            message = "lời bỏ qua chưa ghi lý do"
            findings.append(WITHOUT_REASON.at(where, message, f"Viết: {PATTERN}", line_text))
            continue
        codes = tuple(dict.fromkeys(code.upper() for code in _CODE.findall(match["codes"])))
        for code in codes:
            if not can_be_silenced(code):
                message = f"{code} không bỏ qua được"
                findings.append(WITHOUT_EFFECT.at(where, message, "Sửa chỗ bị báo.", line_text))
        allowed = tuple(code for code in codes if can_be_silenced(code))
        first, last = _lines_meant(source, where, spans)
        yield _Silence(allowed, match["reason"], where, line_text, first, last)


def _lines_meant(
    source: Source, where: Where, scalars: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """The first and last line that a comment speaks of: its own, or the one it stands above."""
    line = where.line
    while source.line_text(line).lstrip().startswith("#"):
        line += 1
    touching = [
        (source.where(start).line, source.where(max(start, end - 1)).line) for start, end in scalars
    ]
    spans = [span for span in touching if span[0] == line or span[1] == line == where.line]
    return min([line, *(first for first, _ in spans)]), max([line, *(last for _, last in spans)])


def scalars(text: str) -> list[tuple[int, int]]:
    """Where the scalars of a file begin and end, as far as it can be read."""
    scalars: list[tuple[int, int]] = []
    with suppress(yaml.YAMLError):
        scalars.extend(
            (token.start_mark.index, token.end_mark.index)
            for token in yaml.scan(text, Loader=yaml.CSafeLoader)
            if isinstance(token, yaml.ScalarToken)
        )
    return scalars
