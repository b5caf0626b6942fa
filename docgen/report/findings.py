"""Findings as people, programs and editors read them: text, JSON, SARIF."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from docgen import __version__
from docgen.finding import Finding, Rule, Severity
from docgen.visible import escaped, visible

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
WIDEST_LINE = 110


def as_text(findings: Sequence[Finding]) -> str:
    """The findings by file, each with its line, a caret and what to write instead."""
    blocks = []
    for _, group in groupby(findings, key=lambda finding: finding.where.file):
        blocks += [_block(finding) for finding in group]
    return "\n\n".join(blocks)


def in_a_line(finding: Finding) -> str:
    """The finding alone: place, weight, code, what is wrong."""
    return f"{finding.where}: {finding.severity.label} {finding.code}: {finding.message}"


def _block(finding: Finding) -> str:
    lines = [in_a_line(finding)]
    if finding.line_text.strip():
        lines += _pointed(finding)
    if finding.hint:
        lines.append(f"      → {finding.hint}")
    if finding.clause:
        lines.append(f"      [Nghị định 30/2020/NĐ-CP, {finding.clause}]")
    return "\n".join(lines)


def _pointed(finding: Finding) -> list[str]:
    """The line with a caret under the place; a long line is cut around it."""
    start, line = finding.where.column - 1, finding.line_text.replace("\t", " ")
    left = max(0, start - WIDEST_LINE // 2) if len(line) > WIDEST_LINE else 0
    shown = line[left : left + WIDEST_LINE]
    lead = visible(("…" if left else "") + shown[: start - left])
    length = max(1, min(finding.where.length, len(shown) - (start - left)))
    gutter = f"{finding.where.line:>5} | "
    tail = "…" if left + WIDEST_LINE < len(line) else ""
    return [
        f"{gutter}{'…' if left else ''}{visible(shown)}{tail}",
        f"{' ' * (len(gutter) - 2)}| {' ' * _columns(lead)}{'^' * length}",
    ]


def _columns(text: str) -> int:
    """How many terminal columns a text takes; combining marks take none."""
    return sum(not unicodedata.combining(character) for character in text)


def tally(findings: Iterable[Finding]) -> str:
    """`2 lỗi, 1 cảnh báo`, or nothing where there is nothing to say."""
    findings = list(findings)
    counts = [
        (sum(finding.severity is severity for finding in findings), severity.label)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    ]
    return ", ".join(f"{count} {label}" for count, label in counts if count)


def as_data(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The findings as plain values for `--json`."""
    return [
        {
            "file": finding.where.file,
            "line": finding.where.line,
            "column": finding.where.column,
            "length": finding.where.length,
            "code": finding.code,
            "severity": finding.severity.name.lower(),
            "message": finding.message,
            "hint": finding.hint,
            "clause": finding.clause,
        }
        for finding in findings
    ]


def as_json(value: Any) -> str:
    """JSON with its Vietnamese readable."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=2))


def as_sarif(findings: Sequence[Finding], rules: Sequence[Rule]) -> str:
    """The findings as SARIF 2.1.0, for editors and CI."""
    used = {finding.code for finding in findings}
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
        "results": [_sarif_result(finding) for finding in findings],
    }
    return as_json({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_result(finding: Finding) -> dict[str, Any]:
    where = finding.where
    location: dict[str, Any] = {"artifactLocation": {"uri": where.file}}
    if where.line:
        location["region"] = {
            "startLine": where.line,
            "startColumn": where.column,
            "endColumn": where.column + where.length,
        }
    return {
        "ruleId": finding.code,
        "level": SARIF_LEVELS[finding.severity],
        "message": {"text": visible(f"{finding.message}. {finding.hint}".strip(". "))},
        "locations": [{"physicalLocation": location}],
    }
