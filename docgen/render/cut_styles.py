"""The styles of rows that a page parts, put into a template that does not design them itself."""

from __future__ import annotations

from typing import Any

from lxml import etree

from docgen.docx.cut_words import CUT_STYLES, REST
from docgen.docx.package import parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def with_cut_styles(styles: bytes) -> bytes:
    """The styles part with those that are missing, each as the cells of a table look."""
    root = parse(styles)
    known = {each.get(W + "styleId") for each in root.iter(W + "style")}
    missing = [style for style in CUT_STYLES if style not in known]
    root.extend(_style(style, CUT_STYLES[style]) for style in missing)
    if not missing:
        return styles
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _style(style: str, name: str) -> Any:
    made = etree.Element(
        W + "style", {W + "type": "paragraph", W + "customStyle": "1", W + "styleId": style}
    )
    etree.SubElement(made, W + "name", {W + "val": name})
    etree.SubElement(made, W + "basedOn", {W + "val": "KHTableCell"})
    if style != REST:
        etree.SubElement(etree.SubElement(made, W + "rPr"), W + "i")
    return made
