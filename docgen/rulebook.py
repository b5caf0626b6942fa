"""Every rule of docgen, by code: what `docgen rules` lists and explains."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from docgen.finding import Rule

# The modules that declare rules beside `docgen.rules`.
MODULES = (
    *("load.yaml_text", "load.folder", "load.read", "load.scalars", "load.read_table"),
    *("plan.expressions", "view.body", "rules.silence", "render.template", "verify", "paper"),
    *("output", "edit.write", "edit.rewrite", "edit.next_year", "accept.answers"),
    *("accept.against", "importing.take_over", "template_lint"),
)


def every_rule() -> list[Rule]:
    """All rules, each once, in the order of their codes."""
    return sorted(_rules(), key=lambda rule: rule.code)


def _rules() -> Iterator[Rule]:
    from docgen.rules.checks import CHECKS

    yield from (check.rule for check in CHECKS)
    for name in MODULES:
        yield from import_module(f"docgen.{name}").RULES
