"""What is wrong, where, and what to write instead.

An officer's mistake is a value, never an exception: every stage returns its
`Finding`s beside its result, and only `commands.terminal` prints them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How much a finding weighs. Only `ERROR` keeps a document from being built."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The Vietnamese word an officer reads."""
        return {1: "gợi ý", 2: "cảnh báo", 3: "lỗi"}[self.value]


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file. `line` and `column` count from 1; 0 means the file as a whole.

    `length` is the number of characters that are meant, for the caret.
    `file` is shown as it stands: a path relative to the project, with `/`.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Fix:
    """A mechanical mend: what a file has from `start` to `end` becomes `replacement`.

    Indices of characters, from 0, in `Source.text`; `docgen.edit.fix` applies them.
    """

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of fault that docgen knows: one code for ever, one reason, its law.

    `title` names the fault so that "cho phép …" reads well before it; `reason` says
    to an officer why it matters; `clause` is the place in Decree 30/2020/NĐ-CP, given
    only where the decree says so. Only what the decree, arithmetic or the content
    format itself says may weigh `ERROR`.
    """

    code: str
    severity: Severity
    title: str
    reason: str
    clause: str = ""

    def at(self, where: Where, message: str, hint: str = "", line_text: str = "") -> Finding:
        """A finding of this rule at a place."""
        return Finding(
            where,
            self.code,
            self.severity,
            message,
            hint,
            line_text,
            clause=self.clause,
            title=self.title,
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: what an officer must look at. Texts are Vietnamese.

    `message` says what is wrong, `hint` what to write instead; `line_text` is the
    line of the file that `where` points at, for the caret. `fix` is given only where one
    answer is certain, `clause` where Decree 30/2020/NĐ-CP asks for it; `title` is the rule's.
    """

    where: Where
    code: str
    severity: Severity
    message: str
    hint: str = ""
    line_text: str = ""
    fix: Fix | None = None
    clause: str = ""
    title: str = ""


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by file, line and column, each once."""
    unique = dict.fromkeys(findings)
    return sorted(unique, key=lambda finding: (finding.where, finding.code, finding.message))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether one of the findings keeps the document from being built."""
    return any(finding.severity is Severity.ERROR for finding in findings)
