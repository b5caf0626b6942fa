"""Ways in which the elements and texts of a part are broken."""

import unicodedata
from contextlib import suppress
from copy import deepcopy
from random import Random

from lxml import etree

from tests.fuzz.broken_attributes import MC, Change, W, any_of, inner_of
from tests.fuzz.strange_elements import BLOCKS, PROPERTIES, RUNS, made


def _remove(root: etree._Element, random: Random) -> None:
    if (element := inner_of(root, random)) is not None:
        element.getparent().remove(element)


def _unwrap(root: etree._Element, random: Random) -> None:
    if (element := inner_of(root, random)) is not None:
        for child in list(element):
            element.addprevious(child)
        element.getparent().remove(element)


def _duplicate(root: etree._Element, random: Random) -> None:
    if (element := inner_of(root, random)) is not None:
        for _ in range(random.choice((1, 1, 1, 5, 300))):
            element.addnext(deepcopy(element))


def _nest(root: etree._Element, random: Random) -> None:
    """An element inside a copy of itself, some levels deep."""
    if (element := inner_of(root, random)) is not None:
        copy = deepcopy(element)
        for _ in range(random.choice((1, 3, 40))):
            outer = etree.Element(element.tag, dict(element.attrib))
            outer.append(copy)
            copy = outer
        element.append(copy)


def _move(root: etree._Element, random: Random) -> None:
    element, target = inner_of(root, random), any_of(root, random)
    if element is not None and element not in (target, *target.iterancestors()):
        target.insert(random.randrange(len(target) + 1), element)


def _rename(root: etree._Element, random: Random) -> None:
    if (element := inner_of(root, random)) is not None:
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
    element = any_of(root, random)
    element.text = random.choice(
        ("", "x", "{{ year }}", "{% if x %}", "\u202eabc", "chữ lạ " * 2000)
    )


def _clear(root: etree._Element, random: Random) -> None:
    if (element := inner_of(root, random)) is not None:
        for child in list(element):
            element.remove(child)


def _aside(root: etree._Element, random: Random) -> None:
    """Processing instructions and comments between the elements."""
    element = any_of(root, random)
    for _ in range(random.choice((1, 5))):
        node = random.choice((etree.ProcessingInstruction("x", "y"), etree.Comment("x")))
        element.insert(random.randrange(len(element) + 1), node)


def _exchange(root: etree._Element, random: Random) -> None:
    """Two elements change places, wherever they are."""
    first, second = inner_of(root, random), inner_of(root, random)
    if first is None or second is None or first is second:
        return
    if first in second.iterancestors() or second in first.iterancestors():
        return
    here = etree.Element("x")
    first.addprevious(here)
    second.addprevious(first)
    here.addprevious(second)
    here.getparent().remove(here)


def _order(root: etree._Element, random: Random) -> None:
    element = any_of(root, random)
    children = list(element)
    random.choice((random.shuffle, list.reverse))(children)
    for child in children:
        element.append(child)


def _wrap(root: etree._Element, random: Random) -> None:
    """Some brothers within an element that they know nothing of."""
    if (element := inner_of(root, random)) is None:
        return
    tags = ("sdt", "sdtContent", "ins", "del", "moveFrom", "hyperlink", "customXml", "smartTag")
    tag = random.choice((*tags, "p", "r", "tbl", "tr", "tc", "body", "txbxContent", "fldSimple"))
    outer = etree.Element(random.choice((W + tag, W + tag, MC + "AlternateContent", MC + "Choice")))
    element.addprevious(outer)
    outer.append(element)
    for _ in range(random.choice((0, 0, 3, 50))):
        if (following := outer.getnext()) is not None:
            outer.append(following)


def _strange(root: etree._Element, random: Random) -> None:
    """Elements that Word writes seldom or never, where nobody puts them."""
    for _ in range(random.choice((1, 1, 4))):
        kind = random.choice((BLOCKS, RUNS, RUNS, PROPERTIES))
        element = any_of(root, random)
        element.insert(random.choice((0, len(element))), made(random.choice(kind)))


def _all_gone(root: etree._Element, random: Random) -> None:
    """Every element of one name is gone, with or without what is in it."""
    names = sorted({str(each.tag) for each in root.iter("{*}*")} - {str(root.tag)})
    if not names:
        return
    keep, tag = random.random() < 0.5, random.choice(names)
    for element in list(root.iter(tag)):
        if element.getparent() is not None:
            for child in list(element) if keep else ():
                element.addprevious(child)
            element.getparent().remove(element)


def _between(root: etree._Element, random: Random) -> None:
    """Text where only elements stand."""
    for _ in range(random.choice((1, 10))):
        any_of(root, random).tail = random.choice(
            ("chữ lạc", "\r", "\t\n", "\u200b", "{{ x }}", "\u00a0")
        )


def _letters(root: etree._Element, random: Random) -> None:
    """The text of an element with letters that look like others, or like none."""
    found = [each for each in root.iter("{*}t", "{*}v") if each.text]
    for element in random.sample(found, min(len(found), random.choice((1, 20)))):
        change = random.choice(
            (
                lambda text: unicodedata.normalize("NFD", text),
                lambda text: text.replace(
                    " ", random.choice(("\u00a0", "\u2003", "\u200b", "\t", "\n"))
                ),
                lambda text: text.replace("a", "а").replace("e", "е"),
                lambda text: text[::-1],
                str.upper,
                str.swapcase,
                "\u200d\ufeff".join,
                lambda text: (
                    text
                    + random.choice(
                        ("\U000e0041", "\uffff", "\ud7ff", "\ue000", "\U0010fffd", "\x85")
                    )
                ),
            )
        )
        with suppress(ValueError):
            element.text = change(element.text)


def _crowd(root: etree._Element, random: Random) -> None:
    """Many children, attributes or levels."""
    element = any_of(root, random)
    count = random.choice((100, 2000))
    kind = random.randrange(4)
    if kind == 0:
        for number in range(count):
            element.set(f"a{number}", "x")
    elif kind == 1:
        element.extend(made(random.choice((*BLOCKS, *RUNS))) for _ in range(count))
    elif kind == 2:
        for _ in range(min(count, 150)):
            inner = etree.SubElement(element, element.tag)
            element = inner
    else:
        element.set("x", "y" * count * 100)


ELEMENTS: tuple[Change, ...] = (
    *(_remove, _remove, _unwrap, _duplicate, _nest, _nest, _move, _move, _rename, _rename),
    *(_text, _text, _clear, _aside, _exchange, _exchange, _order, _wrap, _wrap),
    *(_strange, _strange, _strange, _all_gone, _between, _letters, _crowd),
)
