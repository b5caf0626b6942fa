"""Ways in which a .docx or .xlsx is broken: its XML, its parts, its zip."""

import re
from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

from tests.fuzz.broken_attributes import ATTRIBUTES, STRICT, TRANSITIONAL, Change
from tests.fuzz.broken_elements import ELEMENTS
from tests.fuzz.broken_sheet import SHEETS
from tests.fuzz.broken_zip import ZIP_BREAKINGS, packed, unpacked

Parts = dict[str, bytes]
Breaking = Callable[[Parts, Random], object]

TARGETS = (
    *(
        "",
        ".",
        "..",
        "/",
        "../../../../etc/passwd",
        "/etc/passwd",
        "C:\\x",
        "file:///etc/passwd",
        "#x",
    ),
    *("http://x/y", "mailto:x", "styles.xml", "/word/document.xml", "document.xml", "không có.xml"),
    *(
        "word/document.xml",
        "media/ảnh.png",
        "styles.xml#x",
        "styles%2Exml",
        "STYLES.XML",
        "a\\b",
        "\t",
    ),
)


def _xml(change: Change) -> Breaking:
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


def _relation(parts: Parts, random: Random) -> None:
    """Relationships that lead elsewhere, to themselves, out of the file, or are said twice."""
    names = [name for name in parts if name.endswith(".rels") and parts[name].startswith(b"<")]
    if not names:
        return
    name = random.choice(names)
    try:
        root = etree.fromstring(parts[name])
    except etree.XMLSyntaxError:
        return
    for relation in random.sample(list(root), min(len(root), random.choice((1, 1, 3)))):
        kind = random.randrange(6)
        if kind == 0:
            relation.set("Target", random.choice((*TARGETS, *parts)))
        elif kind == 1:
            relation.set("TargetMode", random.choice(("External", "Internal", "", "x")))
        elif kind == 2:
            relation.set("Type", random.choice([each.get("Type", "") for each in root] + ["", "x"]))
        elif kind == 3:
            relation.set("Id", random.choice([each.get("Id", "") for each in root] + ["", "1 x"]))
        elif kind == 4:
            root.remove(relation)
        else:
            root.append(deepcopy(relation))
    parts[name] = etree.tostring(root, encoding="UTF-8", standalone=True)


def _no_relations(parts: Parts, random: Random) -> None:
    names = [name for name in parts if name.endswith(".rels")]
    for name in names if random.random() < 0.2 else random.sample(names, min(len(names), 1)):
        del parts[name]


def _content_type(parts: Parts, random: Random) -> None:
    """What [Content_Types].xml says of the parts: dropped, exchanged, of another program."""
    name = "[Content_Types].xml"
    try:
        root = etree.fromstring(parts.get(name, b""))
    except etree.XMLSyntaxError:
        return
    for each in random.sample(list(root), min(len(root), random.choice((1, 1, 4)))):
        if random.random() < 0.4:
            root.remove(each)
        else:
            other = random.choice(list(root) or [each])
            types = (other.get("ContentType", ""), "", "text/plain", "application/xml", "x/y;z")
            each.set("ContentType", random.choice(types))
    parts[name] = etree.tostring(root, encoding="UTF-8", standalone=True)


def _declaration(parts: Parts, random: Random) -> None:
    """The first bytes of a part: its declaration, its byte order mark, its encoding."""
    name = random.choice(list(parts))
    body = re.sub(rb"^\s*<\?xml.*?\?>\s*", b"", parts[name], flags=re.DOTALL)
    text = body.decode("utf-8", "replace")
    said = random.choice(
        (
            "utf-8",
            "UTF-16",
            "utf-16le",
            "windows-1258",
            "x-không",
            "utf-7",
            "cp037",
            "ascii",
            "utf-32",
        )
    )
    real = random.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp037", "utf-7"))
    version = random.choice(("1.0", "1.0", "1.1", "2.0", ""))
    head = f'<?xml version="{version}" encoding="{said}"?>'
    lead = random.choice(("", "", "", "\n", " ", "x", "\ufeff", "<!-- x -->"))
    parts[name] = (lead + head + text).encode(real, "replace") + random.choice(
        (b"", b"", b"\0", b"x")
    )


def _cdata(parts: Parts, random: Random) -> None:
    """Texts as CDATA or by the numbers of their letters."""
    name = random.choice([each for each in parts if each.endswith(".xml")] or list(parts))
    new = random.choice(
        (rb">\1<![CDATA[]]><", rb"><![CDATA[\1]]><", rb">&#13;\1&#x9;<", rb">\1&#0;<")
    )
    parts[name] = re.sub(rb">([^<>&]+)<", new, parts[name], count=random.choice((0, 1)))


BREAKINGS: tuple[Breaking, ...] = (
    *map(_xml, (*ATTRIBUTES, *ELEMENTS)),
    *(_namespace, _doctype, _drop_part, _drop_part, _junk_part, _junk_part, _swap_parts),
    *(_bytes_of_part, _cut_part, _rename_part, _many_parts, _recode_part),
    *(_relation, _relation, _relation, _no_relations, _content_type, _declaration, _cdata),
)

SHEET_BREAKINGS = (*BREAKINGS, *map(_xml, SHEETS * 5))


def broken(data: bytes, random: Random, sheet: bool = False) -> tuple[bytes, str]:
    """The file broken in one way to three, and the names of these ways."""
    if random.random() < 0.15:
        breaking = random.choice(ZIP_BREAKINGS)
        return breaking(data, random), breaking.__name__.lstrip("_")
    parts, names = unpacked(data), []
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        change = random.choice(SHEET_BREAKINGS if sheet else BREAKINGS)
        if parts:
            change(parts, random)
            names.append(change.__name__.lstrip("_"))
    return packed(parts), " + ".join(names)
