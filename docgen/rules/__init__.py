"""All checks of the content, as one plain list: `docgen rules` shows it.

A check is a function that a module of this folder decorates with `rule`; nothing else lists it.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from docgen.rules.facts import Check

_MODULES = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]

CHECKS: tuple[Check, ...] = tuple(
    dict.fromkeys(
        each for module in _MODULES for each in vars(module).values() if isinstance(each, Check)
    )
)
