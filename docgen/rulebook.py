"""Every rule of docgen, by code: what `docgen rules` lists and explains."""

from __future__ import annotations

from docgen import expressions, output, paper, silence, template_lint, verify
from docgen.issue import Rule
from docgen.load import read, yaml_text
from docgen.next_year import start as new_year
from docgen.render import template
from docgen.rules import CHECKS
from docgen.view import body

MODULES = (
    yaml_text, read, expressions, body, template, output, verify, new_year, silence, paper,
    template_lint,
)  # fmt: skip


def every_rule() -> list[Rule]:
    """All rules, each once, in the order of their codes."""
    rules = [rule for module in MODULES for rule in module.RULES]
    rules += [check.rule for check in CHECKS]
    return sorted(rules, key=lambda rule: rule.code)
