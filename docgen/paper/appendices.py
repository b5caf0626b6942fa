"""The heads of the appendices: their numbers, their place in the text, what they belong to.

Phụ lục I, Phần I, III.1 of Nghị định 30/2020/NĐ-CP.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, rule
from docgen.plan.appendix_names import named, references
from docgen.vietnamese import roman
from docgen.visible import shortened

ADDRESS = re.compile(
    r"\((?:ban hành )?kèm theo (?P<kind>\S.*?) số(?P<number>.*)/(?P<symbol>\S+)"
    r" (?P<date>ngày.*(?:năm|/).*?) của \S.*\)",
    re.IGNORECASE,
)
OWN_KIND = "kế hoạch"
ARABIC_LABEL = re.compile(r"Phụ lục (?:số )?\d+")
EXAMPLE = "Ví dụ: (Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của UBND tỉnh …)"


@rule(
    "KH766",
    Severity.WARNING,
    "phụ lục đánh số sai",
    "Văn bản có từ hai phụ lục trở lên thì đánh số thứ tự bằng chữ số La Mã.",
    "III.1.a",
)
def misnumbered_appendix(paper: Paper) -> Iterator[Finding]:
    """Phụ lục I, Phụ lục II … in order; a single one needs no number.

    An office may call its appendices otherwise (`Phụ lục số 01`, `Biểu 02`), but in one way and
    each by another name.
    """
    said = [" ".join(each.text.split()) for each in paper.components["KHAppendixLabel"]]
    ours = [label for label in said if label.startswith("Phụ lục")]
    own_way = all(ARABIC_LABEL.fullmatch(label) for label in ours)
    for number, label in enumerate(said, 1):
        wanted = f"Phụ lục {roman(number)}" if len(said) > 1 else "Phụ lục"
        allowed = label == wanted or own_way or label not in ours
        if said.count(label) > 1 or not (allowed or said == ["Phụ lục I"]):
            message = f"phụ lục ghi “{shortened(label)}”, phải là “{wanted}”"
            yield misnumbered_appendix.at(paper, message)


@rule(
    "KH767",
    Severity.WARNING,
    "văn bản không nhắc đến phụ lục",
    "Văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó.",
    "III.1.a",
)
def appendix_not_referred_to(paper: Paper) -> Iterator[Finding]:
    """The main text refers to each appendix, by its number where some have one."""
    called = [" ".join(each.text.split()) for each in paper.components["KHAppendixLabel"]]
    texts = [each.text for section in paper.main for each in section.paragraphs]
    met = named([found for text in texts for found in references(text, called)])
    for number, label in enumerate(called):
        if number not in met:
            said = f"trong văn bản không có chỉ dẫn về “{label}”"
            hint = "Ví dụ: (chi tiết tại Phụ lục kèm theo)."
            yield appendix_not_referred_to.at(paper, said, hint)


@rule(
    "KH768",
    Severity.WARNING,
    "dòng chỉ dẫn của phụ lục khác đầu văn bản",
    "Mỗi phụ lục ghi: kèm theo văn bản nào, số, ký hiệu, ngày ban hành, cơ quan ban hành.",
    "III.1.c",
)
def reference_to_another(paper: Paper) -> Iterator[Finding]:
    """`(Kèm theo Kế hoạch số …/KH-UBND ngày … của …)` agrees with the head where filled in."""
    head = " ".join(paper.text("KHNumber").split()).removeprefix("Số:").strip()
    date = " ".join(paper.text("KHPlaceDate").split()).partition(", ")[2]
    for paragraph in paper.components["KHAppendixReference"]:
        match = ADDRESS.fullmatch(" ".join(paragraph.text.split()))
        if match is None or match["kind"].casefold() != OWN_KIND:
            continue
        number, symbol = match["number"].strip(" .…:"), match["symbol"]
        if head and f"{number}/{symbol}" != head and (number or not head.endswith(f"/{symbol}")):
            said = f"phụ lục dẫn số “{number}/{symbol}”, đầu văn bản ghi “{head}”"
            yield reference_to_another.at(paper, said)
        if re.search(r"ngày \d", match["date"]) and _figures(match["date"]) != _figures(date):
            said = f"phụ lục dẫn “{match['date']}”, đầu văn bản ghi “{date}”"
            yield reference_to_another.at(paper, said)


def _figures(date: str) -> list[int]:
    """Day, month and year, as far as they are said: 05/01/2026 is ngày 05 tháng 01 năm 2026."""
    return [*map(int, re.findall(r"\d+", date))]


@rule(
    "KH769",
    Severity.WARNING,
    "phụ lục không ghi rõ kèm theo văn bản nào",
    "Mỗi phụ lục ghi: kèm theo văn bản nào, số, ký hiệu, ngày ban hành, cơ quan ban hành.",
    "III.1.c",
)
def unclear_reference(paper: Paper) -> Iterator[Finding]:
    """A line with another document than this plan or without its number; or a Phụ lục without one.

    A plan that itself belongs to a resolution says so below its subject.
    """
    above = paper.text("KHSubjectNote").casefold()
    for section in paper.appendices:
        labels = [" ".join(each.text.split()) for each in paper.labels(section)]
        lines = [
            " ".join(each.text.split())
            for each in section.paragraphs
            if paper.style(each) == "KHAppendixReference" and each.text.strip()
        ]
        if not lines and labels and labels[0].startswith("Phụ lục"):
            yield unclear_reference.at(paper, f"“{labels[0]}” không có dòng kèm theo", EXAMPLE)
        for line in lines:
            match = ADDRESS.fullmatch(line)
            if match is None or match["kind"].casefold() not in (above + OWN_KIND):
                said = f"dòng chỉ dẫn ghi “{shortened(line)}”"
                yield unclear_reference.at(paper, said, EXAMPLE)


@rule(
    "KH787",
    Severity.WARNING,
    "chữ “Phụ lục” không ở trên tên phụ lục",
    "Từ “Phụ lục” và số thứ tự ở một dòng riêng, tên phụ lục ở ngay dưới.",
    "III.1.b",
)
def label_under_title(paper: Paper) -> Iterator[Finding]:
    """The label first, then the title."""
    for section in paper.appendices:
        lines = [each for each in section.paragraphs if each.text.strip()]
        order = [paper.style(each) for each in lines]
        at = order.index("KHAppendixLabel") if "KHAppendixLabel" in order else 0
        if "KHAppendixTitle" in order[:at]:
            said = f"“{shortened(lines[at].text)}” ở dưới tên phụ lục"
            yield label_under_title.at(paper, said, "Đưa lên dòng riêng, trên tên phụ lục.")


CHECKS = (
    label_under_title,
    misnumbered_appendix,
    appendix_not_referred_to,
    reference_to_another,
    unclear_reference,
)
