"""All checks of the content, as one plain list: `docgen rules` shows it."""

from __future__ import annotations

from docgen.check import Check

CHECKS: tuple[Check, ...] = ()
