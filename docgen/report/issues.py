"""Issues as people, programs and editors read them: text, JSON, SARIF."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from docgen import __version__
from docgen.issue import Issue, Rule, Severity

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
WIDEST_LINE = 110


def as_text(issues: Sequence[Issue]) -> str:
    """The issues by file, each with its line, a caret and what to write instead."""
    blocks = []
    for _, group in groupby(issues, key=lambda issue: issue.where.file):
        blocks += [_block(issue) for issue in group]
    return "\n\n".join(blocks)


def in_a_line(issue: Issue) -> str:
    """The issue alone: place, weight, code, what is wrong."""
    return f"{issue.where}: {issue.severity.label} {issue.code}: {issue.message}"


def _block(issue: Issue) -> str:
    lines = [in_a_line(issue)]
    if issue.line_text.strip():
        lines += _pointed(issue)
    if issue.hint:
        lines.append(f"      → {issue.hint}")
    return "\n".join(lines)


def _pointed(issue: Issue) -> list[str]:
    """The line with a caret under the place; a long line is cut around it."""
    start, line = issue.where.column - 1, issue.line_text.replace("\t", " ")
    left = max(0, start - WIDEST_LINE // 2) if len(line) > WIDEST_LINE else 0
    shown = line[left : left + WIDEST_LINE]
    lead = ("…" if left else "") + shown[: start - left]
    length = max(1, min(issue.where.length, len(shown) - (start - left)))
    gutter = f"{issue.where.line:>5} | "
    tail = "…" if left + WIDEST_LINE < len(line) else ""
    return [
        f"{gutter}{'…' if left else ''}{shown}{tail}",
        f"{' ' * (len(gutter) - 2)}| {' ' * _columns(lead)}{'^' * length}",
    ]


def _columns(text: str) -> int:
    """How many terminal columns a text takes; combining marks take none."""
    return sum(not unicodedata.combining(character) for character in text)


def tally(issues: Iterable[Issue]) -> str:
    """`2 lỗi, 1 cảnh báo`, or nothing where there is nothing to say."""
    issues = list(issues)
    counts = [
        (sum(issue.severity is severity for issue in issues), severity.label)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    ]
    return ", ".join(f"{count} {label}" for count, label in counts if count)


def as_data(issues: Iterable[Issue]) -> list[dict[str, Any]]:
    """The issues as plain values for `--json`."""
    return [
        {
            "file": issue.where.file,
            "line": issue.where.line,
            "column": issue.where.column,
            "length": issue.where.length,
            "code": issue.code,
            "severity": issue.severity.name.lower(),
            "message": issue.message,
            "hint": issue.hint,
        }
        for issue in issues
    ]


def as_json(value: Any) -> str:
    """JSON with its Vietnamese readable."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def as_sarif(issues: Sequence[Issue], rules: Sequence[Rule]) -> str:
    """The issues as SARIF 2.1.0, for editors and CI."""
    used = {issue.code for issue in issues}
    driver = {
        "name": "docgen",
        "version": __version__,
        "rules": [
            {
                "id": rule.code,
                "shortDescription": {"text": rule.title},
                "fullDescription": {"text": f"{rule.reason} {rule.clause}".strip()},
                "defaultConfiguration": {"level": SARIF_LEVELS[rule.severity]},
            }
            for rule in rules
            if rule.code in used
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(issue) for issue in issues],
    }
    return as_json({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_result(issue: Issue) -> dict[str, Any]:
    where = issue.where
    location: dict[str, Any] = {"artifactLocation": {"uri": where.file}}
    if where.line:
        location["region"] = {
            "startLine": where.line,
            "startColumn": where.column,
            "endColumn": where.column + where.length,
        }
    return {
        "ruleId": issue.code,
        "level": SARIF_LEVELS[issue.severity],
        "message": {"text": f"{issue.message}. {issue.hint}".strip(". ")},
        "locations": [{"physicalLocation": location}],
    }
