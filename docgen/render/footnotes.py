"""The footnotes of a plan as a part of its document (ECMA-376 Part 1, 17.11).

A document without footnotes keeps the parts of the template as they are.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from lxml import etree

from docgen.docx.package import parse
from docgen.render.prepare import DOCUMENT, W
from docgen.view.inline import Footnote

PART = "word/footnotes.xml"
TYPES, SETTINGS = "[Content_Types].xml", "word/settings.xml"
RELATIONS = "word/_rels/document.xml.rels"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
# What stands behind the settings of footnotes (the sequence of CT_Settings, 17.15.1.78).
BEHIND_SETTINGS = {
    W + name
    for name in (
        *("endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang"),
        *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "shapeDefaults", "decimalSymbol"),
        *("listSeparator",),
    )
}


def with_footnotes(parts: dict[str, bytes], footnotes: Sequence[Footnote]) -> dict[str, bytes]:
    """The parts of the template with these footnotes behind those that it has itself."""
    if not footnotes:
        return parts
    name = _related(parts)
    if name in parts:
        root = parse(parts[name])
    else:
        parts = _with_part(parts, name)
        root = etree.Element(W + "footnotes", nsmap={"w": W.strip("{}")})
        root.extend(map(_separator, *zip(*SEPARATORS, strict=True)))
    root.extend(etree.fromstring(_xml(each)) for each in footnotes)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w"])
    return {**parts, name: _serialized(root)}


def _related(parts: dict[str, bytes]) -> str:
    """The name of the part with the template's own footnotes, or the usual name."""
    relations = parse(parts[RELATIONS])
    targets = (each.get("Target", "") for each in relations if each.get("Type") == KIND)
    folder = posixpath.dirname(DOCUMENT)
    return next((posixpath.normpath(posixpath.join(folder, each)) for each in targets), PART)


def _with_part(parts: dict[str, bytes], name: str) -> dict[str, bytes]:
    """The parts that must name a new part: content types, relationships, settings."""
    types, relations, settings = (parse(parts[each]) for each in (TYPES, RELATIONS, SETTINGS))
    override = etree.SubElement(types, f"{{{PACKAGE}/content-types}}Override")
    override.set("PartName", f"/{name}")
    override.set("ContentType", CONTENT)
    relation = etree.SubElement(relations, f"{{{PACKAGE}/relationships}}Relationship")
    relation.set("Id", "rIdFootnotes")
    relation.set("Type", KIND)
    relation.set("Target", posixpath.basename(name))
    for each in settings.findall(W + "footnotePr"):
        settings.remove(each)
    properties = etree.Element(W + "footnotePr")
    for _, number in SEPARATORS:
        etree.SubElement(properties, W + "footnote").set(W + "id", str(number))
    behind = next((each for each in settings if each.tag in BEHIND_SETTINGS), None)
    if behind is None:
        settings.append(properties)
    else:
        behind.addprevious(properties)
    changed = {TYPES: types, RELATIONS: relations, SETTINGS: settings}
    return {**parts, **{part: _serialized(root) for part, root in changed.items()}}


def _separator(kind: str, number: int) -> etree._Element:
    """The line above the notes of a page (17.11.23)."""
    note = etree.Element(W + "footnote")
    note.set(W + "type", kind)
    note.set(W + "id", str(number))
    paragraph = etree.SubElement(note, W + "p")
    spacing = etree.SubElement(etree.SubElement(paragraph, W + "pPr"), W + "spacing")
    for name, value in (("after", "0"), ("line", "240"), ("lineRule", "auto")):
        spacing.set(W + name, value)
    etree.SubElement(etree.SubElement(paragraph, W + "r"), W + kind)
    return note


def _xml(footnote: Footnote) -> str:
    return (
        f'<w:footnote xmlns:w="{W.strip("{}")}" w:id="{footnote.number}"><w:p>'
        '<w:pPr><w:pStyle w:val="KHFootnote"/></w:pPr>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        f"{footnote.words.__html__()}</w:p></w:footnote>"
    )


def _serialized(root: etree._Element) -> bytes:
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return data
