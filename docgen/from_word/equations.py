"""Equations of Word (ECMA-376 Part 1, 22.1) as words: `B/C`, `x^2`, `√(a + b)`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from docgen.docx.model import Paragraph, W

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BETWEEN = {"f": "/", "sSup": "^", "sSub": "_", "rad": "√"}


def equations(paragraph: Paragraph) -> Mapping[Any, str]:
    """The words of the equations behind each run of a paragraph; before all runs: behind None."""
    found: dict[Any, str] = {}
    if next(paragraph.xml.iter(M + "oMath"), None) is None:
        return found
    runs, behind = {run.xml for run in paragraph.runs}, None
    for element in paragraph.xml.iter(W + "r", M + "oMath"):
        if element.tag == M + "oMath":
            found[behind] = found.get(behind, "") + _words(element)
        elif element in runs:
            behind = element
    return found


def _words(element: Any) -> str:
    """An element of an equation on one line."""
    if element.tag == M + "t":
        return element.text or ""
    parts = [said for child in element if (said := _words(child))]
    name = etree.QName(element).localname
    if name == "d":
        return f"({''.join(parts)})"
    if name in _BETWEEN:
        whole = [each if each.isalnum() else f"({each})" for each in parts]
        return _BETWEEN[name].join(["", *whole] if name == "rad" else whole)
    return "".join(parts)
