"""All checks of the content, as one plain list: `docgen rules` shows it."""

from __future__ import annotations

from docgen.check import Check
from docgen.rules import arithmetic, blanks, codes

CHECKS: tuple[Check, ...] = (
    *arithmetic.CHECKS,
    *codes.CHECKS,
    *blanks.CHECKS,
)
