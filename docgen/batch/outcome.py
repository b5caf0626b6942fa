"""One plan of many: built as `docgen build` does it, and what came of it as plain values."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from docgen import output, pipeline
from docgen.builds import base_of
from docgen.finding import Finding, Severity
from docgen.kept import key_of
from docgen.limits import MEGABYTE
from docgen.load.folder import shown
from docgen.project import content_of, templates
from docgen.report.findings import in_a_line
from docgen.unforeseen import report
from docgen.visible import escaped

MOST_SAID = 20  # of what forbade a document; the rest is told by `docgen check`
_OF_OUTPUT = {rule.code for rule in output.RULES}


class State(StrEnum):
    """What came of a plan."""

    BUILT = "built"
    SAME = "same"
    KEPT = "kept"
    REFUSED = "refused"
    FAILED = "failed"

    @property
    def label(self) -> str:
        """The Vietnamese words an officer reads."""
        return {
            "built": "đã tạo",
            "same": "tạo lại, không đổi",
            "kept": "đã xong từ trước",
            "refused": "chưa tạo",
            "failed": "docgen dừng",
        }[self.value]


@dataclass(frozen=True, slots=True)
class How:
    """How all plans are to be built, as `docgen build` is asked."""

    draft: bool = False
    force: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the plan in the folder `plan`.

    `key` stands for all that the outcome follows from; "" where it is to be tried again. `said`:
    what forbade the document. `document`, with its `digest`, and `base` are names in the project.
    `megabytes` is the most that the process has ever had.
    """

    plan: str
    state: State
    key: str = ""
    document: str = ""
    digest: str = ""
    base: str = ""
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    said: tuple[str, ...] = ()
    milliseconds: int = 0
    megabytes: int = 0


def build_one(folder: Path, how: How) -> Outcome:
    """Builds the plan in `folder`; whatever goes wrong is an outcome."""
    began = time.monotonic_ns()
    try:
        outcome = _built(folder, how)
    except Exception as error:  # noqa: BLE001 - one broken plan stops no other
        written = report(error, ["batch", folder.name], folder.parents[1])
        where = f"; gửi tệp {written.as_posix()} cho người phụ trách phần mềm" if written else ""
        outcome = failed(folder, f"docgen gặp một lỗi chưa lường trước{where}")
    spent = (time.monotonic_ns() - began) // 1_000_000
    return replace(outcome, milliseconds=spent, megabytes=_peak_megabytes())


def failed(folder: Path, why: str) -> Outcome:
    """The outcome of a plan at which docgen itself stopped."""
    return Outcome(folder.as_posix(), State.FAILED, said=(why,))


def still_holds(outcome: Outcome, how: How) -> bool:
    """Whether nothing has changed since: content, template, docgen, the document, its base."""
    folder = Path(outcome.plan)
    root = folder.parents[1]
    if not outcome.key or outcome.key != key_of_plan(folder, how):
        return False
    if outcome.state is State.REFUSED:
        return True
    document = root / outcome.document
    return (root / outcome.base).is_file() and _digest(document) == outcome.digest


def as_line(outcome: Outcome) -> str:
    """The outcome as a line of JSON."""
    return escaped(json.dumps(asdict(outcome), ensure_ascii=False))


def of_line(line: str) -> Outcome | None:
    """The outcome that a line holds; none where the line is torn or of another version."""
    try:
        values: dict[str, Any] = json.loads(line)
        values |= {"state": State(values["state"]), "said": tuple(values["said"])}
        return Outcome(**values)
    except (ValueError, TypeError, KeyError):
        return None


def key_of_plan(folder: Path, how: How) -> str:
    """What stands for all that the document follows from; "" where a file cannot be read."""
    asked = f"{how.draft} {how.strict}"
    try:
        return key_of("batch", [*content_of(folder), *templates(folder.parents[1])], asked)
    except OSError:
        return ""


def _built(folder: Path, how: How) -> Outcome:
    root = folder.parents[1]
    key = key_of_plan(
        folder, how
    )  # before the content is read: what changes meanwhile is built again
    built = pipeline.build(folder, root, draft=how.draft, force=how.force, strict=how.strict)
    found = Counter(finding.severity for finding in built.findings)
    outcome = Outcome(
        folder.as_posix(),
        State.REFUSED,
        key,
        errors=found[Severity.ERROR],
        warnings=found[Severity.WARNING],
        hints=found[Severity.INFO],
    )
    if built.written is None:
        of_output = any(finding.code in _OF_OUTPUT for finding in built.findings)
        return replace(outcome, key="" if of_output else key, said=_forbade(built.findings, how))
    data = built.written.path.read_bytes()
    return replace(
        outcome,
        state=State.BUILT if built.written.changed else State.SAME,
        document=shown(built.written.path, root),
        digest=sha256(data).hexdigest(),
        base=base_of(data).as_posix(),
    )


def _forbade(findings: list[Finding], how: How) -> tuple[str, ...]:
    least = Severity.WARNING if how.strict else Severity.ERROR
    lines = [in_a_line(finding) for finding in findings if finding.severity >= least]
    more = len(lines) - MOST_SAID
    return (*lines[:MOST_SAID], *([f"… và {more} chỗ nữa"] if more > 0 else []))


def _digest(document: Path) -> str:
    try:
        return sha256(document.read_bytes()).hexdigest()
    except OSError:
        return ""


def _peak_megabytes() -> int:
    """The most memory that this process has had; 0 where the system does not tell (Windows)."""
    try:
        import resource
    except ImportError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // MEGABYTE
