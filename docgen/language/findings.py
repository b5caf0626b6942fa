"""Findings as an editor shows them: at their place, with what to write instead, mended by a click.

A file's findings come with its text, so that a place can be counted as the editor does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from docgen.edit.fix import mends
from docgen.edit.let_stand import comment_above
from docgen.finding import Finding, Fix, Severity
from docgen.language.positions import position_at, range_between, range_of
from docgen.language.project import Project
from docgen.plan.source import Source
from docgen.rules.silence import can_be_silenced

_WEIGHT = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_MEND, _MEND_ALL = types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll


def of_file(project: Project, name: str) -> list[Finding]:
    """What is wrong in one file."""
    year = project.year_of(name)
    found = project.check(year).findings if year else []
    return [finding for finding in found if finding.where.file == name]


def diagnostic(source: Source, finding: Finding) -> types.Diagnostic:
    """A finding for the editor's list and its underlining."""
    clause = f"[Nghị định 30/2020/NĐ-CP, {finding.clause}]" if finding.clause else ""
    hint = f"→ {finding.hint}" if finding.hint else ""
    return types.Diagnostic(
        range=range_of(source, finding.where),
        message="\n".join(filter(None, (finding.message, hint, clause))),
        severity=_WEIGHT[finding.severity],
        code=finding.code,
        source="docgen",
    )


def actions(project: Project, name: str, asked: types.Range) -> Iterator[types.CodeAction]:
    """What can be done about the findings that a stretch of a file touches."""
    source = project.source(name)
    if source is None:
        return
    address, findings = project.address_of(name), of_file(project, name)
    here = [each for each in findings if _touch(range_of(source, each.where), asked)]
    for finding in here:
        if finding.fix and (edits := _edits(source, [finding.fix])):
            title = _title(source, finding.fix)
            yield _action(address, title, edits, diagnostic(source, finding), preferred=True)
    for finding in here:
        if not can_be_silenced(finding.code):
            continue
        if above := comment_above(source, finding.where, finding.code):
            start, comment = above
            edit = types.TextEdit(range_between(source, start, start), comment)
            title = f"Bỏ qua {finding.code} ở đây, ghi lý do"
            yield _action(address, title, [edit], diagnostic(source, finding))
    if source.written is not None:
        whole = types.Range(types.Position(0, 0), position_at(source, len(source.text)))
        edit = types.TextEdit(whole, source.text)
        yield _action(address, "Đưa cả tệp về chữ dựng sẵn (NFC)", [edit])
    elif edits := _edits(source, [each.fix for each in findings if each.fix]):
        title = f"Sửa {len(edits)} lỗi cơ học trong tệp này"
        yield _action(address, title, edits)


def _edits(source: Source, fixes: Iterable[Fix]) -> list[types.TextEdit]:
    """The mends after which the file still says the same."""
    return [
        types.TextEdit(
            range_between(source, mend.fix.start, mend.fix.end), mend.fix.replacement
        )
        for mend in mends(source, list(fixes))
    ]  # fmt: skip


def _title(source: Source, fix: Fix) -> str:
    old, new = source.text[fix.start : fix.end], fix.replacement
    if not new.strip():
        return f"Xóa “{old}”" if old.strip() and not new else "Sửa dấu cách"
    return f"Sửa thành “{new}”" if old else f"Thêm “{new}”"


def _action(
    address: str,
    title: str,
    edits: list[types.TextEdit],
    shown: types.Diagnostic | None = None,
    *,
    preferred: bool = False,
) -> types.CodeAction:
    """Edits of one file, for one finding of it or for all."""
    return types.CodeAction(
        title=title,
        kind=_MEND if shown else _MEND_ALL,
        diagnostics=[shown] if shown else None,
        is_preferred=preferred or None,
        edit=types.WorkspaceEdit(changes={address: edits}),
    )


def _touch(one: types.Range, other: types.Range) -> bool:
    return _order(one.start) <= _order(other.end) and _order(other.start) <= _order(one.end)


def _order(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
