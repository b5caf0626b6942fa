"""An old document taken over: content made, built as `docgen build` builds it, counted, written."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from docgen.docx.read import NotADocx, read
from docgen.edit.apply import apply
from docgen.edit.edits import AddKey
from docgen.edit.write import write_folder
from docgen.edit.yaml_writer import Unwritable
from docgen.finding import Finding, Rule, Severity, Where, has_errors
from docgen.from_word.leftovers import Leftover
from docgen.from_word.plan import reading_of
from docgen.importing.content import files_of
from docgen.importing.gaps import filled
from docgen.importing.new_agencies import with_agencies
from docgen.importing.prove import Arrived, arrived
from docgen.importing.source_note import source_note
from docgen.importing.year_field import with_years
from docgen.load.folder import load_shared, shown
from docgen.load.yaml_text import read_source
from docgen.output import replace_file
from docgen.pipeline import CONTENT, TEMPLATE, build
from docgen.plan.dates import Period
from docgen.plan.model import Plan
from docgen.project import templates
from docgen.refused import why

YEAR_EXISTS = Rule(
    "KH058", Severity.ERROR, "năm lấy về đã có nội dung", "Ghi đè thì phần đã soạn sẽ mất."
)
NOT_WRITTEN = Rule(
    "KH059", Severity.ERROR, "không ghi được nội dung lấy về",
    "Thư mục không cho ghi thì không có nội dung mới.",
)  # fmt: skip
RULES = (YEAR_EXISTS, NOT_WRITTEN)
NOTE = "SOURCE.md"
AGENCIES = "agencies.yaml"
_MOST_SHOWN = 60


def folder_of(years: Period) -> str:
    """The folder of a plan's years: `2023`, `2021-2025`."""
    return str(years).replace(" ", "")


@dataclass(frozen=True)
class Taken:
    """What taking over gave: the files by name, what arrived, what is left, what forbids it.

    `blocked` are findings that would keep the content from being built.
    """

    files: Mapping[str, str]
    proposed: Mapping[str, str]
    arrived: Arrived | None
    left: tuple[Leftover, ...]
    to_fill: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    blocked: tuple[Finding, ...] = ()


def taken(data: bytes, name: str, years: Period, root: Path, *, year_field: bool = False) -> Taken:
    """The content that a document becomes, proved; raises `NotADocx`. Nothing is written."""
    shared = load_shared(root / CONTENT, root)
    reading = reading_of(read(data), name, shared.agencies)
    plan, to_fill = filled(reading.plan, years, name, shared.office)
    plan, proposed = with_agencies(plan)
    files = _content_of(with_years(plan, years) if year_field else plan)
    with TemporaryDirectory() as scratch:
        project = Path(scratch)
        _copy(root, project)
        _write(files, proposed, project, folder_of(years))
        built = build(project / CONTENT / folder_of(years), project)
        blocked = tuple(each for each in built.findings if each.severity is Severity.ERROR)
        counted = arrived(reading.document, read(built.written.path)) if built.written else None
    left = reading.left
    files = {**files, NOTE: source_note(name, counted, left, proposed, to_fill, files)}
    return Taken(files, proposed, counted, left, to_fill, tuple(built.findings), blocked)


def _content_of(plan: Plan) -> dict[str, str]:
    try:
        return files_of(plan)
    except Unwritable as error:
        said = str(error)[:_MOST_SHOWN]
        raise NotADocx(
            f"Nội dung không ghi được chữ “{said}…” của văn bản: sửa chỗ đó trong Word rồi lấy lại."
        ) from error


def write(result: Taken, years: Period, root: Path, *, replace_year: bool = False) -> list[Finding]:
    """Puts the content into `content/<years>`, whole or not at all."""
    target = root / CONTENT / folder_of(years)
    name = shown(target, root)
    if target.exists() and not replace_year:
        hint = "Chọn năm khác, hoặc thêm --replace để thay nội dung đang có."
        return [YEAR_EXISTS.at(Where(name), f"đã có {name}; không ghi đè", hint)]
    try:
        findings = _propose(result.proposed, root)
        if has_errors(findings):
            return findings
        write_folder(target, {each: text.encode() for each, text in result.files.items()})
    except OSError as error:
        message = f"không ghi được {name}: {why(error)}"
        return [NOT_WRITTEN.at(Where(name), message, "Kiểm tra ổ đĩa và quyền ghi.")]
    return []


def _propose(proposed: Mapping[str, str], root: Path) -> list[Finding]:
    """Adds agencies that are not known yet to the list of all years."""
    path = root / CONTENT / AGENCIES
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        named = "".join(f"{key}:\n  name: {name}\n\n" for key, name in proposed.items())
        replace_file(path, (named or "{}\n").encode())
        return []
    if not proposed:
        return []
    source, findings = read_source(path, shown(path, root))
    if source is None:
        return findings
    return apply(
        [AddKey(source, (), key, {"name": name}) for key, name in proposed.items()], root
    ).findings


def _write(files: Mapping[str, str], proposed: Mapping[str, str], project: Path, year: str) -> None:
    folder = project / CONTENT / year
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    _propose(proposed, project)


def _copy(root: Path, project: Path) -> None:
    (project / CONTENT).mkdir()
    for path in (root / CONTENT).glob("*.yaml"):
        shutil.copy(path, project / CONTENT)
    (project / TEMPLATE).parent.mkdir()
    for path in templates(root):
        shutil.copy(path, project / TEMPLATE.parent)
