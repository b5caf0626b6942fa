"""All checks of the content, as one plain list: `docgen rules` shows it."""

from __future__ import annotations

from docgen.check import Check
from docgen.rules import (
    agency_list,
    agency_names,
    arithmetic,
    blanks,
    body,
    citations,
    codes,
    coverage,
    ending,
    head,
    indices,
    legal_terms,
    references,
)

CHECKS: tuple[Check, ...] = (
    *arithmetic.CHECKS,
    *codes.CHECKS,
    *indices.CHECKS,
    *references.CHECKS,
    *agency_names.CHECKS,
    *agency_list.CHECKS,
    *coverage.CHECKS,
    *citations.CHECKS,
    *legal_terms.CHECKS,
    *head.CHECKS,
    *body.CHECKS,
    *ending.CHECKS,
    *blanks.CHECKS,
)
