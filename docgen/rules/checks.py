"""All checks of the content, as one plain list: `docgen rules` shows it.

A check is a function that a module of this folder decorates with `rule`; nothing else lists it.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from docgen import rules
from docgen.plan.model import Plan
from docgen.plan.whose_rules import binds
from docgen.rules.facts import Check

_NAMES = [f"{rules.__name__}.{found.name}" for found in iter_modules(rules.__path__)]
_MODULES = [import_module(name) for name in _NAMES if name != __name__]

CHECKS: tuple[Check, ...] = tuple(
    dict.fromkeys(
        each for module in _MODULES for each in vars(module).values() if isinstance(each, Check)
    )
)


def checks_of(plan: Plan) -> tuple[Check, ...]:
    """The checks that bind a plan, by the names in its letterhead."""
    issuer = plan.issuer
    names = " ".join(line.value for line in (*issuer.superior, *issuer.name)) if issuer else ""
    return tuple(each for each in CHECKS if binds(each.rule.clause, names))
