"""Size, weight and letters of each component: the decree's table as data.

Each row of `FORMS` is a rule; a decree that follows this one gets a table of its own.
Phụ lục I, Phần I, II and V of Nghị định 30/2020/NĐ-CP.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from docgen.docx.model import Paragraph
from docgen.docx.named_styles import shown
from docgen.docx.style_sheet import Look
from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, PaperCheck, in_template, rule
from docgen.vietnamese import format_decimal

CAPITALS, LOWER = "in hoa", "in thường"
FEWEST_WORDS = 3
ALIGNED = {"center": "canh giữa", "left": "canh trái"}


class Form(NamedTuple):
    """How the decree wants a component. Sizes in pt, both ends allowed.

    `letters`: all capitals or not; `align`: "" where the decree says nothing; `marked`: the
    content may give words another weight (`*…*`, `**…**`), so only the style's own counts here.
    `severity`: a warning where the decree says it of something alike. What offices do every day
    is told as a hint at most: a paragraph that is mostly bold or italic, capitals that were typed.
    """

    code: str
    styles: tuple[str, ...]
    clause: str
    smallest: int
    largest: int
    bold: bool = False
    italic: bool = False
    letters: str = LOWER
    align: str = ""
    marked: bool = False
    severity: Severity = Severity.ERROR

    @property
    def wanted(self) -> str:
        """The decree's words for it: `in hoa, cỡ 12 đến 13, đứng, đậm`."""
        size = f"{self.smallest} đến {self.largest}"
        return ", ".join(
            [
                self.letters,
                f"cỡ chữ {self.smallest if self.smallest == self.largest else size}",
                _weight(self.bold, self.italic),
                *([ALIGNED[self.align]] if self.align else []),
            ]
        )

    def faults(self, paper: Paper) -> Iterator[tuple[Paragraph, str]]:
        """Each paragraph of the component that differs, with what differs."""
        return self._told(paper, self._faults)

    def habits(self, paper: Paper) -> Iterator[tuple[Paragraph, str]]:
        """Each paragraph that differs as offices often do."""
        return self._told(paper, self._habits)

    def _told(
        self, paper: Paper, find: Callable[[Paper, Paragraph], Iterator[str]]
    ) -> Iterator[tuple[Paragraph, str]]:
        for style in self.styles:
            for paragraph in paper.components[style]:
                for fault in find(paper, paragraph):
                    yield paragraph, f"{shown(style)} {fault}"

    def _habits(self, paper: Paper, paragraph: Paragraph) -> Iterator[str]:
        looks = [(run.text, look) for run, look in paper.looks(paragraph)]
        if self.letters == LOWER and _typed_in_capitals("".join(text for text, _ in looks)):
            yield CAPITALS
        own = paper.styles.look(paragraph, None)
        if not self.marked or (own.bold, own.italic) != (self.bold, self.italic):
            return
        letters = Counter[str]()
        for text, look in looks:
            letters[_weight(look.bold, look.italic)] += len(text)
        ((weight, most),) = letters.most_common(1)
        if weight != _weight(self.bold, self.italic) and 2 * most > letters.total():
            yield f"chữ {weight}"

    def _faults(self, paper: Paper, paragraph: Paragraph) -> Iterator[str]:
        looks = [(run.text, look) for run, look in paper.looks(paragraph)]
        wrong = {look.size for _, look in looks if not self.smallest <= look.size <= self.largest}
        yield from (f"cỡ chữ {format_decimal(size)}" for size in sorted(wrong))
        own = [paper.styles.look(paragraph, None)] if self.marked else [look for _, look in looks]
        weights = {_weight(each.bold, each.italic): each for each in own}
        yield from (
            f"chữ {weight}"
            for weight, each in weights.items()
            if (each.bold, each.italic) != (self.bold, self.italic)
        )
        if self.letters == CAPITALS and not _all_capitals(looks):
            yield f"không {CAPITALS}"
        if self.letters == LOWER and any(look.caps for _, look in looks):
            yield CAPITALS
        if self.align and paper.layout(paragraph).alignment != self.align:
            yield f"không {ALIGNED[self.align]}"


def _weight(bold: bool, italic: bool) -> str:
    return f"{'nghiêng' if italic else 'đứng'}, {'đậm' if bold else 'không đậm'}"


def _all_capitals(looks: list[tuple[str, Look]]) -> bool:
    """Whether every letter reaches the paper as a capital."""
    return all(look.caps or text == text.upper() for text, look in looks)


def _typed_in_capitals(text: str) -> bool:
    """Whether all letters were typed as capitals. VNPT or BHXH alone is an abbreviation."""
    return len(text.split()) >= FEWEST_WORDS and text == text.upper() != text.lower()


FORMS = (
    Form("KH720", ("KHNational",), "II.1.a", 12, 13, bold=True, letters=CAPITALS, align="center"),
    Form("KH721", ("KHMotto",), "II.1.b", 13, 14, bold=True, align="center"),
    Form("KH722", ("KHSuperior",), "II.2.b", 12, 13, letters=CAPITALS, align="center"),
    Form("KH723", ("KHIssuer",), "II.2.b", 12, 13, bold=True, letters=CAPITALS, align="center"),
    Form("KH724", ("KHNumber",), "II.3.c", 13, 13, align="center"),
    Form("KH725", ("KHPlaceDate",), "II.4.c", 13, 14, italic=True, align="center"),
    Form("KH726", ("KHKind",), "II.5.b", 13, 14, bold=True, letters=CAPITALS, align="center"),
    Form("KH727", ("KHSubject",), "II.5.b", 13, 14, bold=True, align="center", marked=True),
    Form("KH728", ("KHAddressee", "KHAddresseeItem"), "II.9.d", 13, 14),
    Form("KH729", ("KHBasis",), "II.6.a", 13, 14, italic=True, marked=True),
    Form(
        "KH730", ("KHParagraph", "KHCenter", "KHDash", "KHPlus", "KHClosing"), "II.6.e", 13, 14,
        marked=True,
    ),
    Form("KH731", ("KHHeading1",), "V.6.b", 13, 14, bold=True, letters=CAPITALS, marked=True),
    Form("KH732", ("KHHeading2", "KHHeading3"), "II.6.đ", 13, 14, bold=True, marked=True),
    Form("KH733", ("KHNumbered", "KHPoint"), "II.6.đ", 13, 14, marked=True),
    Form("KH734", ("KHSignature",), "II.7.đ", 13, 14, bold=True, letters=CAPITALS),
    Form("KH735", ("KHSigner",), "II.7.đ", 13, 14, bold=True, align="center"),
    Form("KH736", ("KHRecipientsTitle",), "II.9.d", 12, 12, bold=True, italic=True, align="left"),
    Form("KH737", ("KHRecipient",), "II.9.d", 11, 11, align="left"),
    Form("KH738", ("KHAppendixLabel",), "III.1.b", 14, 14, bold=True, align="center"),
    Form(
        "KH739", ("KHAppendixTitle",), "III.1.b", 13, 14, bold=True, letters=CAPITALS,
        align="center",
    ),
    Form("KH740", ("KHAppendixReference",), "III.1.c", 13, 14, italic=True, align="center"),
)  # fmt: skip

# Components that the decree does not name, held against the one that it says of something alike.
ALIKE = (
    Form(
        "KH743", ("KHSubjectNote",), "III.1.c", 13, 14, italic=True, align="center",
        severity=Severity.WARNING,
    ),
)  # fmt: skip


def _check(form: Form) -> PaperCheck:
    names = ", ".join(f"“{shown(style)}”" for style in form.styles)

    @rule(
        form.code,
        form.severity,
        f"{names} trình bày sai kiểu chữ",
        f"Nghị định quy định: {form.wanted}.",
        form.clause,
    )
    def misprinted(paper: Paper) -> Iterator[Finding]:
        hint = in_template(form.styles[0])
        for severity, faults in (
            (form.severity, form.faults(paper)),
            (Severity.INFO, form.habits(paper)),
        ):
            said = ((each, f"{fault}, phải {form.wanted}") for each, fault in faults)
            for finding in misprinted.at_each(paper, said, hint):
                yield replace(finding, severity=severity)

    return misprinted


@rule(
    "KH741",
    Severity.ERROR,
    "cỡ chữ phần đầu văn bản không thống nhất",
    "Quốc hiệu 13 thì Tiêu ngữ và địa danh, ngày tháng 14; Quốc hiệu 12 thì cả hai 13.",
    "V (chú thích)",
)
def mixed_sizes(paper: Paper) -> Iterator[Finding]:
    """The head's sizes go up and down together; a size the decree never allows is not ours."""
    heads = [
        (paper.look(each).size, form)
        for form in FORMS
        if form.styles[0] in ("KHNational", "KHMotto", "KHPlaceDate")
        for each in paper.components[form.styles[0]][:1]
    ]
    allowed = all(form.smallest <= size <= form.largest for size, form in heads)
    if allowed and len({size - form.smallest for size, form in heads}) > 1:
        said = ", ".join(f"{shown(form.styles[0])} {format_decimal(size)}" for size, form in heads)
        hint = "Chọn 13, 14, 14 hoặc 12, 13, 13."
        yield mixed_sizes.at(paper, f"cỡ chữ không cùng tăng, giảm: {said}", hint)


@rule(
    "KH742",
    Severity.ERROR,
    "mục, khoản, điểm khác cỡ chữ của lời văn",
    "Số thứ tự, tiêu đề của khoản và điểm phải cùng cỡ chữ với phần lời văn.",
    "II.6.đ",
)
def size_unlike_text(paper: Paper) -> Iterator[Finding]:
    """Headings 1., 1.1. and points have the size of the text (13 to 14 is another rule's)."""
    sizes = {paper.look(each).size for each in paper.components["KHParagraph"]}
    if len(sizes) != 1 or not 13 <= (size := sizes.pop()) <= 14:
        return
    styles = ("KHHeading2", "KHHeading3", "KHNumbered", "KHPoint")
    faults = (
        (each, f"{shown(style)} cỡ chữ {format_decimal(own)}, lời văn {format_decimal(size)}")
        for style in styles
        for each in paper.components[style]
        if (own := paper.look(each).size) != size and 13 <= own <= 14
    )
    yield from size_unlike_text.at_each(paper, faults, in_template("KHHeading2"))


CHECKS = (*(_check(form) for form in (*FORMS, *ALIKE)), mixed_sizes, size_unlike_text)
