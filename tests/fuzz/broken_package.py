"""Ways in which a .docx or .xlsx is broken: its XML, its parts, its zip."""

import io
import struct
import zipfile
from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

Parts = dict[str, bytes]
Breaking = Callable[[Parts, Random], object]

VALUES = (
    *("", " ", "abc", "1.5", "-1", "0", "²", "١٢", "2cm", "50%", "1e9", "9" * 30, "-9999999999"),
    *("true", "on", "nil", "auto", "0x10", "FFFFFF", "GGGGGG", "continue", "restart", "1\u00a0000"),
    *("\u202e", "KHParagraph", "rId1", "rId99", "../../../x", "http://x", "word", "{{ year }}"),
)
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{TRANSITIONAL}}}"


def unpacked(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Parts) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target.getvalue()


def _xml(change: Callable[[etree._Element, Random], object]) -> Breaking:
    """A change of the tree of one part, the text most often."""

    def breaking(parts: Parts, random: Random) -> None:
        names = [name for name in parts if name.endswith((".xml", ".rels")) and parts[name]]
        main = [name for name in names if name.endswith(("document.xml", "sheet1.xml"))]
        if not names:
            return
        name = random.choice(main if main and random.random() < 0.6 else names)
        try:
            root = etree.fromstring(parts[name])
        except etree.XMLSyntaxError:
            return
        change(root, random)
        parts[name] = etree.tostring(root, encoding="UTF-8", standalone=True)

    breaking.__name__ = change.__name__
    return breaking


def _any(root: etree._Element, random: Random) -> etree._Element:
    return random.choice(list(root.iter("{*}*")))


def _inner(root: etree._Element, random: Random) -> etree._Element | None:
    found = [each for each in root.iter("{*}*") if each.getparent() is not None]
    return random.choice(found) if found else None


def _attribute(root: etree._Element, random: Random) -> None:
    found = [(each, name) for each in root.iter("{*}*") for name in each.attrib]
    if found:
        element, name = random.choice(found)
        element.set(name, random.choice(VALUES))


def _same_attributes(root: etree._Element, random: Random) -> None:
    """Every attribute of one name gets one value."""
    names = sorted(
        {(str(each.tag), str(name)) for each in root.iter("{*}*") for name in each.attrib}
    )
    if names:
        tag, name = random.choice(names)
        value = random.choice(VALUES)
        for each in root.iter(tag):
            if name in each.attrib:
                each.set(name, value)


def _no_attribute(root: etree._Element, random: Random) -> None:
    found = [(each, name) for each in root.iter("{*}*") for name in each.attrib]
    if found:
        element, name = random.choice(found)
        del element.attrib[name]


def _new_attribute(root: etree._Element, random: Random) -> None:
    name = random.choice((f"{W}val", f"{W}w", f"{W}id", "x", f"{W}type"))
    _any(root, random).set(name, random.choice(VALUES).replace("\u202e", "x"))


def _remove(root: etree._Element, random: Random) -> None:
    if (element := _inner(root, random)) is not None:
        element.getparent().remove(element)


def _unwrap(root: etree._Element, random: Random) -> None:
    if (element := _inner(root, random)) is not None:
        for child in list(element):
            element.addprevious(child)
        element.getparent().remove(element)


def _duplicate(root: etree._Element, random: Random) -> None:
    if (element := _inner(root, random)) is not None:
        for _ in range(random.choice((1, 1, 1, 5, 300))):
            element.addnext(deepcopy(element))


def _nest(root: etree._Element, random: Random) -> None:
    """An element inside a copy of itself, some levels deep."""
    if (element := _inner(root, random)) is not None:
        copy = deepcopy(element)
        for _ in range(random.choice((1, 3, 40))):
            outer = etree.Element(element.tag, dict(element.attrib))
            outer.append(copy)
            copy = outer
        element.append(copy)


def _move(root: etree._Element, random: Random) -> None:
    element, target = _inner(root, random), _any(root, random)
    if element is not None and element not in (target, *target.iterancestors()):
        target.insert(random.randrange(len(target) + 1), element)


def _rename(root: etree._Element, random: Random) -> None:
    if (element := _inner(root, random)) is not None:
        tags = (
            "p",
            "r",
            "t",
            "tbl",
            "tr",
            "tc",
            "sdt",
            "ins",
            "del",
            "sectPr",
            "txbxContent",
            "sym",
        )
        element.tag = W + random.choice(
            (*tags, "fldSimple", "footnoteReference", "instrText", "lạ")
        )


def _text(root: etree._Element, random: Random) -> None:
    element = _any(root, random)
    element.text = random.choice(
        ("", "x", "{{ year }}", "{% if x %}", "\u202eabc", "chữ lạ " * 2000)
    )


def _clear(root: etree._Element, random: Random) -> None:
    if (element := _inner(root, random)) is not None:
        for child in list(element):
            element.remove(child)


def _aside(root: etree._Element, random: Random) -> None:
    """Processing instructions and comments between the elements."""
    element = _any(root, random)
    for _ in range(random.choice((1, 5))):
        node = random.choice((etree.ProcessingInstruction("x", "y"), etree.Comment("x")))
        element.insert(random.randrange(len(element) + 1), node)


def _namespace(parts: Parts, random: Random) -> None:
    name = random.choice(list(parts))
    old, new = random.choice(
        (
            (TRANSITIONAL, STRICT),
            (TRANSITIONAL, "urn:x"),
            ("officeDocument/2006", "officeDocument/1999"),
            ("http://schemas.openxmlformats.org/package", "http://x"),
            ("w:p>", "p>"),
        )
    )
    for each in parts if random.random() < 0.5 else (name,):
        parts[each] = parts[each].replace(old.encode(), new.encode())


def _doctype(parts: Parts, random: Random) -> None:
    name = random.choice([each for each in parts if each.endswith(".xml")] or list(parts))
    declared = random.choice(
        (
            b'<!DOCTYPE x [<!ENTITY a "b">]>',
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
            b'<!DOCTYPE x [<!ENTITY a "bbbbbbbbbb"><!ENTITY c "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        )
    )
    head, separator, rest = parts[name].partition(b"?>")
    parts[name] = head + separator + declared + rest.replace(b"</", b"&a;</", 1)


def _drop_part(parts: Parts, random: Random) -> None:
    del parts[random.choice(list(parts))]


def _junk_part(parts: Parts, random: Random) -> None:
    junk = (b"", b"junk", b"<a/>", b"\xff\xfe<", b"<w:p/>", b"<a><b></a>", random.randbytes(500))
    parts[random.choice(list(parts))] = random.choice(junk)


def _swap_parts(parts: Parts, random: Random) -> None:
    first, second = random.choice(list(parts)), random.choice(list(parts))
    parts[first], parts[second] = parts[second], parts[first]


def _bytes_of_part(parts: Parts, random: Random) -> None:
    name = random.choice(list(parts))
    data = bytearray(parts[name])
    for _ in range(random.choice((1, 1, 3))):
        if data:
            data[random.randrange(len(data))] = random.randrange(256)
    parts[name] = bytes(data)


def _cut_part(parts: Parts, random: Random) -> None:
    name = random.choice(list(parts))
    parts[name] = parts[name][: random.randrange(len(parts[name]) + 1)]


def _rename_part(parts: Parts, random: Random) -> None:
    name = random.choice(list(parts))
    new = random.choice((name.upper(), f"x/{name}", "../" + name, name.replace("/", "\\"), "x"))
    parts[new] = parts.pop(name)


def _many_parts(parts: Parts, random: Random) -> None:
    parts |= {f"word/x{number}.xml": b"<a/>" for number in range(random.choice((10, 3000)))}


def _recode_part(parts: Parts, random: Random) -> None:
    name = random.choice(list(parts))
    encoding = random.choice(("utf-16", "latin-1", "cp1258"))
    parts[name] = parts[name].decode("utf-8", "replace").encode(encoding, "replace")


BREAKINGS: tuple[Breaking, ...] = (
    *map(_xml, (_attribute, _attribute, _attribute, _same_attributes, _same_attributes)),
    *map(_xml, (_same_attributes, _no_attribute, _no_attribute, _new_attribute, _remove, _remove)),
    *map(_xml, (_unwrap, _duplicate, _nest, _nest, _move, _move, _rename, _rename, _text)),
    *map(_xml, (_text, _clear, _aside)),
    *(_namespace, _doctype, _drop_part, _drop_part, _junk_part, _junk_part, _swap_parts),
    *(_bytes_of_part, _cut_part, _rename_part, _many_parts, _recode_part),
)  # fmt: skip

_CENTRAL, _LOCAL = b"PK\x01\x02", b"PK\x03\x04"


def _zip_field(data: bytes, random: Random) -> bytes:
    """One field of a header of the zip: flags, method, sizes, the name's length, the offset."""
    central = random.random() < 0.7
    mark, fields = (_CENTRAL, (8, 10, 16, 20, 24, 28, 30, 32, 42)) if central else (
        _LOCAL, (6, 8, 14, 18, 22, 26, 28)
    )  # fmt: skip
    found = [at for at in range(len(data)) if data.startswith(mark, at)]
    if not found:
        return data
    at = random.choice(found) + random.choice(fields)
    value = random.choice((0, 1, 9, 12, 14, 93, 99, 0x41, 0x800, 0xFFFF, random.randrange(65536)))
    changed = bytearray(data)
    changed[at : at + 2] = struct.pack("<H", value)
    return bytes(changed)


def _zip_bytes(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 3, 30))):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _zip_cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def _zip_more(data: bytes, random: Random) -> bytes:
    return random.choice((b"x" * 50 + data, data + b"x" * 50, data + data, b"PK\x05\x06" + data))


ZIP_BREAKINGS = (_zip_field, _zip_field, _zip_field, _zip_bytes, _zip_cut, _zip_more)


def broken(data: bytes, random: Random) -> tuple[bytes, str]:
    """The file broken in one way to three, and the names of these ways."""
    if random.random() < 0.15:
        breaking = random.choice(ZIP_BREAKINGS)
        return breaking(data, random), breaking.__name__.lstrip("_")
    parts, names = unpacked(data), []
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        change = random.choice(BREAKINGS)
        if parts:
            change(parts, random)
            names.append(change.__name__.lstrip("_"))
    return packed(parts), " + ".join(names)
