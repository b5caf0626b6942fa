"""From a year's content folder to a `Plan`, with every finding of every file.

`content/agencies.yaml`, `glossary.yaml` and `office.yaml` belong to all years and stand beside
the year folders; `plan.yaml` names the files of its sections and appendices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from docgen import vietnamese
from docgen.finding import Finding, Rule, Severity, Where, has_errors
from docgen.load.read import MISSING, Include, Reader
from docgen.load.read_table import read_table
from docgen.load.yaml_text import UNREADABLE, compose, read_source, source_of
from docgen.plan.model import Agency, Glossary, Plan, Signature
from docgen.plan.office import Office
from docgen.plan.source import Source, Text

NOT_CALLED = Rule(
    "KH027", Severity.WARNING, "tệp nội dung không được gọi tới",
    "Tệp nằm trong thư mục của năm nhưng không lên văn bản.",
)  # fmt: skip
RULES = (NOT_CALLED,)

OFFICE_GIVES = tuple(each.name for each in fields(Plan) if each.metadata.get("shared"))
Shared = TypeVar("Shared", Glossary, Office)
NOTHING_UNSAVED: Mapping[Path, str] = MappingProxyType({})


class OfAllYears(NamedTuple):
    """What all years of a project share."""

    agencies: Mapping[str, Agency]
    office: Office


def load(
    folder: Path, root: Path, unsaved: Mapping[Path, str] = NOTHING_UNSAVED
) -> tuple[Plan | None, list[Finding]]:
    """The plan in `folder` (such as `content/2024`) and all findings of its files.

    File names in findings are relative to `root`. The plan is `None` only when
    `plan.yaml` itself cannot be read. An agency without a name is a finding and left out.
    `unsaved` are texts that an editor holds, read in place of the files at their paths.
    """
    loader = _Loader(root, unsaved)
    office = loader.shared(folder.parent / "office.yaml", Office)
    loader.given = frozenset(name for name in OFFICE_GIVES if getattr(office, name))
    of_office, loader.sources = loader.sources, []
    plan: Plan | None = loader.file(folder / "plan.yaml", Plan, "")
    loader.given = frozenset()
    agencies = loader.file(folder.parent / "agencies.yaml", Mapping[str, Agency], "agencies")
    glossary = loader.shared(folder.parent / "glossary.yaml", Glossary)
    if plan is not None:
        plan = replace(
            _with_office(plan, office),
            agencies=_named(agencies or {}, loader.findings),
            glossary=glossary,
            office=office,
            sources=(*loader.sources, *of_office),
        )
        loader.findings += _not_called(folder, loader)
    return plan, loader.findings


def load_shared(content: Path, root: Path) -> OfAllYears:
    """The agencies and the office of all years, without any plan; empty where there are none."""
    loader = _Loader(root)
    office = loader.shared(content / "office.yaml", Office)
    path = content / "agencies.yaml"
    agencies = loader.file(path, Mapping[str, Agency], "agencies") if path.exists() else {}
    return OfAllYears(_named(agencies or {}, loader.findings), office)


def _named(agencies: Mapping[str, Agency], findings: list[Finding]) -> dict[str, Agency]:
    """The agencies that have a name of words; names without a word are findings and left out."""
    named = {}
    for key, agency in agencies.items():
        for name in filter(None, (agency.name, *agency.short)):
            if not _is_worded(name):
                message = f"tên cơ quan “{name.value}” không có chữ nào"
                findings.append(name.finding(MISSING, message, "Ghi tên, hoặc xóa dòng này."))
        if agency.name and _is_worded(agency.name):
            named[key] = replace(agency, short=tuple(filter(_is_worded, agency.short)))
    return named


def _is_worded(name: Text) -> bool:
    return any(character.isalpha() for character in name.value)


def _with_office(plan: Plan, office: Office) -> Plan:
    """The plan with what its office says for all plans, where it does not say otherwise."""
    said = {name: getattr(plan, name) or getattr(office, name) for name in OFFICE_GIVES}
    signature = plan.signature or Signature()
    if not signature.lines and office.authority:
        said["signature"] = replace(signature, lines=office.authority)
    return replace(plan, **said)


class _Found(NamedTuple):
    """What one file says, and what is wrong with it."""

    source: Source
    value: Any
    findings: tuple[Finding, ...]


def _read(
    source: Source, wanted: Any, address: str, given: frozenset[str], include: Include
) -> _Found:
    """The value that one file holds, `None` where it cannot be read."""
    node, findings = compose(source)
    if node is None:
        if not findings:
            message = f"tệp {source.name} không có nội dung"
            findings = [UNREADABLE.at(source.where(0), message)]
        return _Found(source, None, tuple(findings))
    broken = frozenset(each.where.line for each in findings if each.severity is Severity.ERROR)
    reader = Reader(source, include, read_table, given, broken)
    value = reader.read(node, wanted, address)
    own = (finding for finding in reader.findings if finding.where.line not in broken)
    return _Found(source, value, (*findings, *own))


# The last reading of each file that includes no other: a save changes one of them.
_LAST: dict[tuple[str, Any, str], _Found] = {}
_MOST_REMEMBERED = 64


def _read_alone(source: Source, wanted: Any, address: str) -> _Found:
    """The same of a file that includes no other, read once while its text stays."""
    key = source.name, wanted, address
    last = _LAST.get(key)
    if last and (last.source.text, last.source.written) == (source.text, source.written):
        return last
    if len(_LAST) >= _MOST_REMEMBERED:
        _LAST.clear()
    _LAST[key] = _read(source, wanted, address, frozenset(), _include_nothing)
    return _LAST[key]


def _include_nothing(*_: Any) -> None:
    """Only `plan.yaml` names other files."""


def _not_called(folder: Path, loader: _Loader) -> Iterator[Finding]:
    """The files of the year that its plan does not name; while it has errors, nobody knows."""
    if has_errors(loader.findings):
        return
    read = {source.name for source in loader.sources}
    for path in sorted(folder.glob("*.yaml")):
        if (name := shown(path, loader.root)) not in read:
            hint = (
                f"Thêm “- {path.name}” vào chỗ cần in trong plan.yaml, hoặc chuyển tệp đi nơi khác."
            )
            message = f"plan.yaml không gọi tới tệp {path.name} nên nội dung của tệp không được in"
            yield NOT_CALLED.at(Where(name), message, hint)


class _Loader:
    def __init__(self, root: Path, unsaved: Mapping[Path, str] = NOTHING_UNSAVED) -> None:
        self.root = root
        self.unsaved = {path.resolve(): text for path, text in unsaved.items()}
        self.sources: list[Source] = []
        self.findings: list[Finding] = []
        self.given: frozenset[str] = frozenset()

    def shared(self, path: Path, wanted: type[Shared]) -> Shared:
        """What a file says that need not be there."""
        there = path.exists() or path.resolve() in self.unsaved
        value = self.file(path, wanted, path.stem) if there else None
        return value or wanted()

    def source(self, path: Path) -> tuple[Source | None, list[Finding]]:
        """The text of a file, or what an editor holds in its place."""
        name = shown(path, self.root)
        text = self.unsaved.get(path.resolve()) if self.unsaved else None
        return read_source(path, name) if text is None else (source_of(text, name), [])

    def file(self, path: Path, wanted: Any, address: str) -> Any:
        """The value that one file holds, or `None` where it cannot be read."""
        source, findings = self.source(path)
        self.findings += findings
        if source is None:
            return None
        if wanted is Plan:
            found = _read(
                source, wanted, address, self.given,
                lambda name, kind, where: self._include(path, name, kind, where),
            )  # fmt: skip
        else:
            found = _read_alone(source, wanted, address)
        self.sources.append(found.source)
        self.findings += found.findings
        return found.value

    def _include(self, including: Path, name: Text, wanted: Any, address: str) -> Any:
        folder = including.parent
        beside = {path.name: path for path in folder.glob("*.yaml")}
        beside |= {path.name: folder / path.name for path in self.unsaved
                   if path.parent == folder.resolve()}  # fmt: skip
        if path := beside.get(name.value):
            return self.file(path, wanted, address.removesuffix("s") + f"[{path.stem}]")
        near = vietnamese.closest(name.value, beside)
        hint = f"Có phải ý là “{near[0]}”?" if near else "Ghi tên một tệp .yaml trong cùng thư mục."
        self.findings.append(name.finding(UNREADABLE, f"không có tệp “{name.value}”", hint))
        return None


def shown(path: Path, root: Path) -> str:
    """The path as the officer reads it: relative to the project where it lies inside, with `/`."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
