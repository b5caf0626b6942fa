"""Ways in which the attributes of a part are broken, and the names of its elements."""

from collections.abc import Callable
from random import Random

from lxml import etree

Change = Callable[[etree._Element, Random], object]

VALUES = (
    *("", " ", "abc", "1.5", "-1", "0", "²", "١٢", "2cm", "50%", "1e9", "9" * 30, "-9999999999"),
    *("true", "on", "nil", "auto", "0x10", "FFFFFF", "GGGGGG", "continue", "restart", "1\u00a0000"),
    *("\u202e", "KHParagraph", "rId1", "rId99", "../../../x", "http://x", "word", "{{ year }}"),
)
NUMBERS = (
    *("2147483648", "-2147483649", "9223372036854775808", "4294967295", "65536", "1e400", "NaN"),
    *(
        "Infinity",
        "-0",
        "+5",
        " 12 ",
        "0012",
        "12.0",
        "1,5",
        "٣",
        "0x7f",
        "1_000",
        "-",
        ".",
        "1" * 400,
    ),
)
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{TRANSITIONAL}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def any_of(root: etree._Element, random: Random) -> etree._Element:
    return random.choice(list(root.iter("{*}*")))


def inner_of(root: etree._Element, random: Random) -> etree._Element | None:
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
    any_of(root, random).set(name, random.choice(VALUES).replace("\u202e", "x"))


def _far_values(root: etree._Element, random: Random) -> None:
    """Numbers out of range and not as Word writes them, at some attributes with numbers."""
    found = [
        (each, name)
        for each in root.iter("{*}*")
        for name, value in each.attrib.items()
        if value.lstrip("-").isdecimal()
    ]
    for element, name in random.sample(found, min(len(found), random.choice((1, 1, 5, 100)))):
        element.set(name, random.choice(NUMBERS))


def _bare(root: etree._Element, random: Random) -> None:
    """Every element of one name loses its attributes."""
    tag = any_of(root, random).tag
    for element in root.iter(tag):
        element.attrib.clear()


def _foreign(root: etree._Element, random: Random) -> None:
    """Elements or attributes in another namespace than theirs."""
    element = any_of(root, random)
    name = etree.QName(element).localname
    space = random.choice(("", "urn:x", MC[1:-1], W[1:-1], STRICT))
    for each in root.iter(element.tag) if random.random() < 0.5 else (element,):
        if random.random() < 0.5:
            each.tag = f"{{{space}}}{name}" if space else name
        else:
            said = {etree.QName(key).localname: value for key, value in each.attrib.items()}
            each.attrib.clear()
            for key, value in said.items():
                each.set(f"{{{space}}}{key}" if space else key, value)


def _cycle(root: etree._Element, random: Random) -> None:
    """What names others by id names itself, or one that is not there: styles, lists, relations."""
    found = [
        (each, name)
        for each in root.iter("{*}*")
        for name in each.attrib
        if etree.QName(name).localname
        in {"styleId", "Id", "id", "numId", "abstractNumId", "val", "Target"}
    ]
    if len(found) < 2:
        return
    for _ in range(random.choice((1, 3))):
        (first, name), (second, other) = random.sample(found, 2)
        first.set(name, second.get(other, ""))


ATTRIBUTES: tuple[Change, ...] = (
    *(_attribute, _attribute, _attribute, _same_attributes, _same_attributes, _same_attributes),
    *(_no_attribute, _no_attribute, _new_attribute, _far_values, _far_values, _bare),
    *(_foreign, _foreign, _cycle, _cycle),
)
