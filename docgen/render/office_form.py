"""The form that an office chose, put into the styles of its template.

The template says how each component looks; `content/office.yaml` may say it for all of them
at once. Clauses are those of Phụ lục I, Phần I of Nghị định 30/2020/NĐ-CP.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from lxml import etree

from docgen.docx.package import parse
from docgen.plan.office import Form

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS_PER_CM, TWIPS_PER_PT, LINE = Decimal(1440) / Decimal("2.54"), 20, 240
RUNNING = (
    *("KHBasis", "KHParagraph", "KHHeading1", "KHHeading2", "KHHeading3", "KHNumbered", "KHPoint"),
    *("KHDash", "KHPlus", "KHClosing"),
)
# Sizes that go with the body's (13 to 14) and with Quốc hiệu's (12 to 13; Tiêu ngữ one more).
WITH_BODY = (
    *RUNNING,
    "KHCenter",
    *("KHKind", "KHSubject", "KHSubjectNote", "KHAddressee", "KHAddresseeItem", "KHSignature"),
    *("KHSigner", "KHAppendixTitle", "KHAppendixReference", "KHPageNumber"),
)
WITH_NATIONAL = ("KHNational", "KHSuperior", "KHIssuer")
ONE_ABOVE_NATIONAL = ("KHMotto", "KHPlaceDate")
TABLE = (
    *("KHTableHeader", "KHTableNumber", "KHTableCell", "KHTableGroup", "KHTableAcross"),
    "KHTableTotal",
)
ALIGNMENTS = {"left": "left", "center": "center", "right": "right", "justify": "both"}

Setting = tuple[str, str, str, str, int | str]  # style, rPr or pPr, element, attribute, value


def in_form(styles: bytes, form: Form | None) -> bytes:
    """The styles part with what the form says; as it was where it says the same."""
    root = parse(styles)
    own = {each.get(W + "styleId"): each for each in root.iter(W + "style")}
    changed = [
        _put(own[style], properties, element, attribute, str(value))
        for style, properties, element, attribute, value in (_settings(form) if form else ())
        if style in own
    ]
    if not any(changed):
        return styles
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _settings(form: Form) -> Iterator[Setting]:
    if size := form.body_size:
        yield from _sizes(WITH_BODY, size.value)
    if size := form.head_size:
        yield from _sizes(WITH_NATIONAL, size.value)
        yield from _sizes(ONE_ABOVE_NATIONAL, size.value + 1)
    if size := form.table_size:
        yield from _sizes(TABLE, size.value)
    if size := form.footnote_size:
        yield from _sizes(("KHFootnote",), size.value)
    if form.table_align:
        for style in ("KHTableCell", "KHTableGroup", "KHTableTotal"):
            yield style, "pPr", "jc", "val", ALIGNMENTS[form.table_align]
    for number, element, attribute, unit in (
        (form.first_line, "ind", "firstLine", TWIPS_PER_CM),
        (form.line_spacing, "spacing", "line", LINE),
        (form.paragraph_spacing, "spacing", "after", TWIPS_PER_PT),
    ):
        if number:
            yield from (
                (style, "pPr", element, attribute, _whole(number.value * unit)) for style in RUNNING
            )


def _sizes(styles: tuple[str, ...], size: Decimal) -> Iterator[Setting]:
    """Sizes are in half points (17.3.2.38)."""
    for style in styles:
        yield from ((style, "rPr", element, "val", _whole(size * 2)) for element in ("sz", "szCs"))


def _whole(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_HALF_UP))


def _put(style: Any, properties: str, element: str, attribute: str, value: str) -> bool:
    """Sets an attribute where it has another value, and says so.

    What is missing is made in the sequence that the standard wants (17.7).
    """
    parent = _child(style, properties, ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
    target = _child(parent, element, FOLLOWERS[element])
    differs = target.get(W + attribute) != value
    target.set(W + attribute, value)
    return bool(differs)


FOLLOWERS = {
    "spacing": ("ind", "contextualSpacing", "mirrorIndents", "jc", "textAlignment", "outlineLvl"),
    "ind": ("contextualSpacing", "mirrorIndents", "jc", "textAlignment", "outlineLvl"),
    "jc": ("textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
    "sz": ("szCs", "highlight", "u", "effect", "vertAlign", "lang"),
    "szCs": ("highlight", "u", "effect", "vertAlign", "lang"),
}


def _child(parent: Any, tag: str, followers: tuple[str, ...]) -> Any:
    found = parent.find(W + tag)
    if found is None:
        found = etree.Element(W + tag)
        behind = next(
            (each for each in parent if each.tag in {W + name for name in followers}), None
        )
        if behind is None:
            parent.append(found)
        else:
            behind.addprevious(found)
    return found
