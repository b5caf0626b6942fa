"""What the text of the old document points to, brought into the new one: pictures, links, notes.

A picture or note that both documents have is one; another is put in beside the new ones, so
that what was taken out can be shown, and comes back when it is rejected.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from docgen.docx.model import W
from docgen.docx.package import RELATIONSHIP, parse, relationships
from docgen.docx.values import whole
from docgen.redline.tracked_text import RELATED, canonical

FOLDER = "word"
RELATIONS, TYPES = f"{FOLDER}/_rels/document.xml.rels", "[Content_Types].xml"
NOTES = {kind: f"{FOLDER}/{kind}s.xml" for kind in ("footnote", "endnote")}
NUMBERING = f"{FOLDER}/numbering.xml"
PAGE_TEXTS = (W + "headerReference", W + "footerReference")
NOWHERE = ""  # what a reference says whose target cannot be brought
_DEFAULT = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"
_IDS = {W + name for name in ("numId", "abstractNumId", "id")}
_OF_NO_WEIGHT = (W + "nsid", W + "tmpl")

Parts = Mapping[str, bytes]


def carried(body: Any, old: Parts, new: Parts) -> dict[str, bytes]:
    """Lets the old body point into the new document; the parts of it that are others now."""
    parts = _with_targets(body, old, new)
    for kind, part in NOTES.items():
        parts |= _with_notes(body, kind, old.get(part), new.get(part))
    return parts | _with_numbers(body, old.get(NUMBERING), new.get(NUMBERING))


def serialized(root: Any) -> bytes:
    """A part as it stands in the package."""
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return data


# ------------------------------------------------------------------------ pictures and links


def _with_targets(body: Any, old: Parts, new: Parts) -> dict[str, bytes]:
    references = [
        (each, name)
        for each in body.iter()
        if each.tag not in PAGE_TEXTS
        for name in getattr(each, "attrib", {})
        if name.startswith(RELATED)
    ]
    if not references:
        return {}
    if not {RELATIONS, TYPES} <= new.keys() or RELATIONS not in old:
        for element, name in references:
            element.set(name, NOWHERE)
        return {}
    ours = {each.get("Id"): each for each in relationships(old[RELATIONS])}
    relations, types = parse(new[RELATIONS]), parse(new[TYPES])
    theirs = {each.get("Id"): _target(each, new) for each in relationships(new[RELATIONS])}
    there = {target: number for number, target in theirs.items()}
    parts: dict[str, bytes] = {}
    for element, name in references:
        relation = ours.get(element.get(name))
        if relation is None:
            element.set(name, NOWHERE)
            continue
        target = _target(relation, old)
        if theirs.get(element.get(name)) == target:
            continue
        if target not in there and _is_plain(relation, target[1]):
            added = {**relation, "Id": f"docgen{len(there) + 1}"}
            if relation.get("TargetMode") != "External":
                parts |= _with_part(added, target[1], types, len(there) + 1)
            relations.append(relations.makeelement(RELATIONSHIP, added))
            there[target] = added["Id"]
        element.set(name, there.get(target, NOWHERE))
    return parts | {RELATIONS: serialized(relations), TYPES: serialized(types)}


def _target(relation: Any, parts: Parts) -> tuple[str, Any]:
    """What a relationship leads to: its kind, and the part's bytes or the address."""
    address = relation.get("Target")
    part = posixpath.normpath(posixpath.join(FOLDER, address))
    outside = relation.get("TargetMode") == "External"
    return relation.get("Type"), address if outside else parts.get(part.lstrip("/"), address)


def _is_plain(relation: Any, target: Any) -> bool:
    """Whether the target is there and needs no other part: a picture or an address."""
    picture = str(relation.get("Type")).endswith("/image") and isinstance(target, bytes)
    return relation.get("TargetMode") == "External" or picture


def _with_part(relation: dict[str, str], data: Any, types: Any, number: int) -> dict[str, bytes]:
    ending = posixpath.splitext(relation["Target"])[1]
    relation["Target"] = f"media/docgen{number}{ending}"
    extension = ending.lstrip(".").lower()
    if extension not in {each.get("Extension", "").lower() for each in types.iter(_DEFAULT)}:
        kind = "jpeg" if extension == "jpg" else extension
        types.insert(
            0, types.makeelement(_DEFAULT, {"Extension": extension, "ContentType": f"image/{kind}"})
        )
    return {f"{FOLDER}/media/docgen{number}{ending}": data}


# ------------------------------------------------------------------------- notes, numbering


def _with_notes(body: Any, kind: str, old: bytes | None, new: bytes | None) -> dict[str, bytes]:
    references = [*body.iter(f"{W}{kind}Reference")]
    if not references or old is None or new is None:
        for reference in references:
            reference.set(W + "id", NOWHERE)
        return {}
    ours = {each.get(W + "id"): each for each in parse(old).iterchildren(W + kind)}
    root = parse(new)
    if old == new:
        return {}
    known = {_content(each): each.get(W + "id") for each in root.iterchildren(W + kind)}
    for reference in references:
        note = ours.get(reference.get(W + "id"))
        if note is not None:
            reference.set(W + "id", _id_in(root, note, known, W + "id"))
    return {NOTES[kind]: serialized(root)}


def _with_numbers(body: Any, old: bytes | None, new: bytes | None) -> dict[str, bytes]:
    """The lists of the old document under the numbers that the new one has for them."""
    used = [*body.iter(W + "numId")]
    if not used or old is None or new is None or old == new:
        return {}
    ours, root = parse(old), parse(new)
    shapes, lists = (_by_id(ours, tag) for tag in ("abstractNum", "num"))
    there = {_content(each): each.get(W + "abstractNumId") for each in root.iter(W + "abstractNum")}
    known = {_content(each): each.get(W + "numId") for each in root.iter(W + "num")}
    now: dict[str, str] = {}
    for number in sorted({each.get(W + "val") for each in used} & lists.keys()):
        shape = lists[number].find(W + "abstractNumId")
        if shape is not None and shape.get(W + "val") in shapes:
            base = shapes[shape.get(W + "val")]
            shape.set(W + "val", _id_in(root, base, there, W + "abstractNumId"))
        now[number] = _id_in(root, lists[number], known, W + "numId")
    for each in used:
        each.set(W + "val", now.get(each.get(W + "val"), each.get(W + "val")))
    return {NUMBERING: serialized(root)}


def _by_id(root: Any, tag: str) -> dict[str, Any]:
    return {each.get(f"{W}{tag}Id"): each for each in root.iterchildren(W + tag)}


def _content(element: Any) -> bytes:
    """What a note or list says, its number apart."""
    copy = deepcopy(element)
    for name in _IDS:
        copy.attrib.pop(name, None)
    for each in [*copy.iterchildren(*_OF_NO_WEIGHT)]:
        copy.remove(each)
    return canonical(copy)


def _id_in(root: Any, element: Any, known: dict[bytes, str], name: str) -> str:
    """The number that the new document has for this element; put in where it has none."""
    content = _content(element)
    alike = [*root.iterchildren(element.tag)]
    own = str(element.get(name))
    if any(each.get(name) == own and _content(each) == content for each in alike):
        return own
    if content not in known:
        known[content] = str(max([whole(each.get(name)) for each in alike], default=0) + 1)
        added = deepcopy(element)
        added.set(name, known[content])
        place = root.index(alike[-1]) + 1 if alike else 0
        root.insert(place, added)
    return known[content]
