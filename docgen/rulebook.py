"""Every rule of docgen, by code: what `docgen rules` lists and explains."""

from __future__ import annotations

from docgen import output, paper, template_lint, verify
from docgen.accept import against, answers
from docgen.edit import next_year, rewrite, write
from docgen.finding import Rule
from docgen.importing import take_over
from docgen.load import folder, read, read_table, scalars, yaml_text
from docgen.plan import expressions
from docgen.render import template
from docgen.rules import CHECKS, silence
from docgen.view import body

MODULES = (
    yaml_text, folder, read, scalars, read_table, expressions, body, template, output, verify,
    rewrite, write, answers, next_year, take_over, silence, paper, template_lint, against,
)  # fmt: skip


def every_rule() -> list[Rule]:
    """All rules, each once, in the order of their codes."""
    rules = [rule for module in MODULES for rule in module.RULES]
    rules += [check.rule for check in CHECKS]
    return sorted(rules, key=lambda rule: rule.code)
