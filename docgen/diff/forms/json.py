"""A comparison as JSON, for programs: the same changes, every figure exact.

Figures are strings with a decimal point (`"0.8430"`), because JSON's numbers are floats to
most readers and would lose the last zero.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from docgen.diff.changes import Change, Figure, Place
from docgen.diff.compare import Comparison
from docgen.diff.summary import FieldScore, Summary
from docgen.report.findings import as_json

VERSION = 2


def json(comparison: Comparison) -> str:
    """The comparison as one JSON object; `version` rises when the meaning of a key changes."""
    return as_json(
        {
            "version": VERSION,
            "old": comparison.old,
            "new": comparison.new,
            "notes": list(comparison.notes),
            "summary": _summary(comparison.summary),
            "agencies": dict(comparison.agencies),
            "fields": dict(comparison.fields),
            "changes": [_change(change) for change in comparison.changes],
        }
    )


def _summary(summary: Summary) -> dict[str, Any]:
    counts: dict[str, dict[str, int]] = {}
    for (subject, kind), count in summary.counts.items():
        counts.setdefault(subject.name.lower(), {})[kind] = count
    return {
        "counts": counts,
        "deadlines": [
            {"label": each.change.place.label, "old": each.old, "new": each.new}
            for each in summary.deadlines
        ],
        "fields": [_field(each) for each in summary.fields],
        "gains": _moves(summary.gains),
        "falls": _moves(summary.falls),
        "ranks": [{"index": name, **_figure(figure)} for name, figure in summary.ranks],
        "sums": [{"label": name, **_figure(figure)} for name, figure in summary.sums],
    }


def _field(field: FieldScore) -> dict[str, Any]:
    return {
        "code": field.code,
        "name": field.name,
        "score": _figure(field.score),
        "max": _figure(field.maximum),
        "rescored": _number(field.rescored),
        "moved": _number(field.moved),
    }


def _moves(moves: Iterable[tuple[Change, Figure]]) -> list[dict[str, Any]]:
    return [{"label": change.place.label, **_figure(figure)} for change, figure in moves]


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "subject": change.subject.name.lower(),
        "aspect": change.aspect,
        "old": _place(change.old),
        "new": _place(change.new),
        "agencies": list(change.agencies),
        "fields": list(change.fields),
        "spans": [
            {"old": s.old, "new": s.new, "same": s.same, "look": s.look} for s in change.spans
        ],
        "figures": [_figure(figure) for figure in change.figures],
        "cells": [{"title": each.title, "text": each.text} for each in change.cells],
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    where = place.where
    return {
        "text": place.text,
        "label": place.label,
        "part": place.part,
        "file": where.file,
        "line": where.line,
        "column": where.column,
    }


def _figure(figure: Figure) -> dict[str, str | None]:
    return {
        "key": figure.key,
        "title": figure.title,
        "old": _number(figure.old),
        "new": _number(figure.new),
        "difference": _number(figure.difference),
    }


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
