"""The text of the plan: bases, justification, indents, spacing, numbering of its parts.

Phụ lục I, Phần I, II.6 of Nghị định 30/2020/NĐ-CP. Lengths in twips.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, pairwise

from docgen.docx.form import Layout
from docgen.docx.model import Paragraph
from docgen.docx.named_styles import shown
from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, in_template, rule
from docgen.vietnamese import format_decimal, heads_part, letters, roman, round_half_up

FIRST_LINES = (567, 720)
TENTH_OF_MM = 6
SIX_PT = 120
SINGLE, ONE_AND_A_HALF = 240, 360
# A single line of Times New Roman: ascent, descent and gap of the font, of its size.
FONT_LINE = Decimal("1.15")
INDENTED = ("KHParagraph", "KHNumbered", "KHPoint", "KHClosing")
JUSTIFIED = (*INDENTED, "KHDash", "KHPlus")


@rule(
    "KH754",
    Severity.WARNING,
    "căn cứ kết thúc sai dấu",
    "Mỗi căn cứ một dòng, cuối dòng có dấu chấm phẩy, dòng cuối cùng kết thúc bằng dấu chấm.",
    "II.6.a",
)
def bases_ended_wrongly(paper: Paper) -> Iterator[Finding]:
    """`;` after each basis, `.` after the last."""
    bases = paper.components["KHBasis"]
    marks = [*[";"] * (len(bases) - 1), "."]
    faults = (
        (each, f"căn cứ không kết thúc bằng “{mark}”")
        for each, mark in zip(bases, marks, strict=False)
        if not each.text.rstrip().endswith(mark)
    )
    yield from bases_ended_wrongly.at_each(paper, faults)


@rule(
    "KH755",
    Severity.ERROR,
    "lời văn không canh đều hai lề",
    "Nội dung văn bản được canh đều cả hai lề.",
    "II.6.e",
)
def not_justified(paper: Paper) -> Iterator[Finding]:
    """The text is justified; headings are lines of their own."""
    faults = (
        (each, f"{shown(paper.style(each))} không canh đều hai lề")
        for each in paper.body
        if paper.style(each) in JUSTIFIED and paper.layout(each).alignment != "both"
    )
    yield from not_justified.at_each(paper, faults, in_template("KHParagraph"))


@rule(
    "KH756",
    Severity.ERROR,
    "chữ đầu dòng không lùi vào 1 hoặc 1,27 cm",
    "Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.",
    "II.6.e",
)
def wrong_first_line(paper: Paper) -> Iterator[Finding]:
    """From the left margin; bullets are not the decree's, so their indent is the office's."""
    faults = (
        (each, f"{shown(paper.style(each))} lùi đầu dòng {_cm(indent)} cm, phải 1 hoặc 1,27 cm")
        for each in paper.body
        if paper.style(each) in INDENTED
        and not _near(indent := _first_line(paper.layout(each)), FIRST_LINES)
    )
    hanging = (
        (each, f"{shown(paper.style(each))} lùi vào từ dòng thứ hai (hanging)")
        for each in paper.body
        if paper.style(each) in INDENTED and paper.layout(each).first_line < -TENTH_OF_MM
    )
    every = chain(faults, hanging)
    yield from wrong_first_line.at_each(paper, every, in_template("KHParagraph"))


def _first_line(layout: Layout) -> int:
    return layout.left + layout.first_line


def _near(indent: int, allowed: tuple[int, ...]) -> bool:
    return any(abs(indent - each) <= TENTH_OF_MM for each in allowed)


def _cm(twips: int) -> str:
    return format_decimal(round_half_up(Decimal(twips) * 254 / 144000, 2))


@rule(
    "KH757",
    Severity.ERROR,
    "khoảng cách giữa các đoạn nhỏ hơn 6 pt",
    "Khoảng cách giữa các đoạn văn tối thiểu là 6 pt.",
    "II.6.e",
)
def paragraphs_too_close(paper: Paper) -> Iterator[Finding]:
    """Between two paragraphs of the text Word leaves the greater of the two spaces."""
    faults = (
        (each, f"cách đoạn sau {format_decimal(Decimal(space) / 20)} pt, phải từ 6 pt")
        for each, following in pairwise(paper.body)
        if paper.after(each) is following and (space := _space(paper, each, following)) < SIX_PT
    )
    yield from paragraphs_too_close.at_each(paper, faults, in_template("KHParagraph"))


def _space(paper: Paper, above: Paragraph, below: Paragraph) -> int:
    upper, lower = paper.layout(above), paper.layout(below)
    alike = paper.style(above) == paper.style(below)
    after = 0 if upper.contextual and alike else upper.after
    return max(after, 0 if lower.contextual and alike else lower.before)


@rule(
    "KH758",
    Severity.ERROR,
    "khoảng cách dòng ngoài khoảng dòng đơn đến 1,5",
    "Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 lines.",
    "II.6.e",
)
def wrong_line_spacing(paper: Paper) -> Iterator[Finding]:
    """Single to one and a half; a distance in points is held against the size of the text."""
    faults = (
        (each, f"khoảng cách dòng {_lines(line)}, phải từ 1 đến 1,5")
        for each in paper.body
        if not SINGLE <= (line := _line(paper, each)) <= ONE_AND_A_HALF
    )
    yield from wrong_line_spacing.at_each(paper, faults, in_template("KHParagraph"))


def _line(paper: Paper, paragraph: Paragraph) -> int:
    """The distance of lines in 240ths of a single line, to the nearest tenth of a line."""
    layout = paper.layout(paragraph)
    if layout.line_rule == "auto":
        return layout.line
    points = Decimal(layout.line) / 20
    share = round_half_up(points / (paper.look(paragraph).size * FONT_LINE), 1)
    least = 1 if layout.line_rule == "atLeast" else 0
    return int(max(share, Decimal(least)) * SINGLE)


def _lines(line: int) -> str:
    return format_decimal(round_half_up(Decimal(line) / SINGLE, 2))


# --------------------------------------------------------------------------------- numbering


@rule(
    "KH759",
    Severity.WARNING,
    "mục, khoản đánh số sai",
    "Mục đánh số La Mã (I, II), khoản đánh chữ số Ả Rập, sau có dấu chấm, theo thứ tự từ đầu.",
    "II.6.đ, V.6.b",
)
def misnumbered_heading(paper: Paper) -> Iterator[Finding]:
    """I., II. … through the text and 1., 2. … from the start under each, and below each part.

    A heading may go on from points numbered beside it: 1. point, 2. heading, 3. point.
    """
    upper = lower = beside = 0
    faults = []
    for paragraph in paper.body:
        style = paper.style(paragraph)
        said = paragraph.text.split(maxsplit=1)[0]
        if not style.startswith(("KHHeading", "KHNumbered")) and heads_part(paragraph.text):
            upper = lower = beside = 0
        if style == "KHNumbered":
            upper += said == f"{roman(upper + 1)}."
            beside += said == f"{beside + 1}."
            continue
        if style == "KHHeading1":
            upper, lower, beside = upper + 1, 0, 0
            wanted = f"{roman(upper)}."
        elif style == "KHHeading2":
            lower = beside + 1 if said == f"{beside + 1}." else lower + 1
            beside = lower
            wanted = f"{lower}."
        else:
            continue
        if said != wanted:
            faults.append((paragraph, f"{shown(style)} đánh số “{said}”, phải là “{wanted}”"))
    yield from misnumbered_heading.at_each(paper, faults)


@rule(
    "KH760",
    Severity.WARNING,
    "điểm không theo thứ tự chữ cái tiếng Việt",
    "Thứ tự các điểm dùng chữ cái tiếng Việt: a b c d đ e g h i k l m n o p q r s t u v x y.",
    "II.6.đ",
)
def points_out_of_order(paper: Paper) -> Iterator[Finding]:
    """a), b), c), d), đ), e), g) …; a heading or an “a)” begins anew."""
    faults = []
    expected = 0
    for paragraph in paper.body:
        style = paper.style(paragraph)
        if style.startswith("KHHeading") or style == "KHNumbered":
            expected = 0
        match = re.match(r"([^\W\d_])\)", paragraph.text)
        if style != "KHPoint" or not match:
            continue
        letter = match[1]
        wanted = letters()[expected % len(letters())]
        if letter not in (wanted, "a"):
            faults.append((paragraph, f"điểm “{letter})” ở chỗ của “{wanted})”"))
        expected = 1 + (letters().index(letter) if letter in letters() else expected)
    yield from points_out_of_order.at_each(paper, faults)


CHECKS = (
    *(bases_ended_wrongly, not_justified, wrong_first_line, paragraphs_too_close),
    *(wrong_line_spacing, misnumbered_heading, points_out_of_order),
)
