"""The end of the plan: `./.`, signature, recipients, and the heads of its appendices.

Phụ lục I, Phần I, II.7, II.9 and III.1 of Nghị định 30/2020/NĐ-CP.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.docx.model import Paragraph, Row
from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, quoted, rule
from docgen.plan.appendix_names import named, references
from docgen.vietnamese import roman

AUTHORITY = re.compile(r"(TM|Q|KT|TL|TUQ)\b(?!\.)")
ACADEMIC = re.compile(
    r"(?:GS|PGS|TS|TSKH|ThS|Th\.S|BS|CKI|CKII|KS|CN|NGND|NGƯT|NSND|NSƯT|Tiến sĩ|Thạc sĩ|Giáo sư|"
    r"Phó Giáo sư|Bác sĩ|Kỹ sư|Cử nhân|Nhà giáo|Nghệ sĩ)\b"
)
ADDRESS = re.compile(
    r"\((?:ban hành )?kèm theo \S.* số(?P<number>.*)/(?P<symbol>\S+)"
    r" (?P<date>ngày.*năm.*?) của \S.*\)",
    re.IGNORECASE,
)
ARABIC_LABEL = re.compile(r"Phụ lục (?:số )?\d+")
NEAR_MARGIN = 57  # 1 mm


@rule(
    "KH761",
    Severity.WARNING,
    "nội dung không kết thúc bằng ./.",
    "Các mẫu của Nghị định kết thúc nội dung bằng “./.”.",
    "Phụ lục III, Mẫu 1.4",
)
def not_closed(paper: Paper) -> Iterator[Finding]:
    """The last paragraph of the text."""
    if paper.body and not paper.body[-1].text.rstrip().endswith("./."):
        said = f"đoạn cuối của nội dung không có “./.”: “…{paper.body[-1].text.rstrip()[-30:]}”"
        yield not_closed.at(paper, said)


@rule(
    "KH762",
    Severity.ERROR,
    "quyền hạn của người ký ghi sai",
    "Chữ viết tắt quyền hạn có dấu chấm: TM., Q., KT., TL., TUQ.",
    "II.7.b",
)
def misprinted_authority(paper: Paper) -> Iterator[Finding]:
    """`TM. ỦY BAN NHÂN DÂN`: a dot after the abbreviation."""
    for paragraph in paper.components["KHSignature"]:
        if match := AUTHORITY.match(paragraph.text.strip()):
            said = f"quyền hạn ghi “{quoted(paragraph.text)}”"
            yield misprinted_authority.at(paper, said, f"Ghi “{match[1]}. ” rồi đến chức vụ.")


@rule(
    "KH763",
    Severity.ERROR,
    "ghi học hàm, học vị trước họ tên người ký",
    "Trước họ tên của người ký không ghi học hàm, học vị và danh hiệu danh dự khác.",
    "II.7.c",
)
def academic_title(paper: Paper) -> Iterator[Finding]:
    """Only the name stands under the office."""
    for paragraph in paper.components["KHSigner"]:
        if match := ACADEMIC.match(paragraph.text.strip()):
            said = f"trước họ tên người ký ghi “{match[0]}”: “{quoted(paragraph.text)}”"
            yield academic_title.at(paper, said, "Chỉ ghi họ, tên đệm và tên.")


@rule(
    "KH764",
    Severity.ERROR,
    "nơi nhận, người ký đặt sai chỗ",
    "“Nơi nhận” ngang hàng với quyền hạn, chức vụ của người ký, sát lề trái; người ký ở bên phải.",
    "II.9.d, IV",
)
def misplaced_ending(paper: Paper) -> Iterator[Finding]:
    """One table row: recipients first in the left cell, the signer's office first in the right."""
    title, office = paper.components["KHRecipientsTitle"], paper.components["KHSignature"]
    if not title or not office:
        return
    left, right = (_cell_and_place(paper, each[0]) for each in (title, office))
    if left is None or right is None or left[0] is not right[0] or (left[1], right[1]) != (0, 1):
        hint = "Cuối văn bản là bảng một hàng, hai cột không viền: trái nơi nhận, phải người ký."
        yield misplaced_ending.at(paper, "“Nơi nhận” không ngang hàng với quyền hạn, chức vụ", hint)
    for paragraph in (title[0], *paper.components["KHRecipient"][:1]):
        layout = paper.layout(paragraph)
        if layout.left + layout.first_line > NEAR_MARGIN and layout.alignment == "left":
            said = f"“{quoted(paragraph.text)}” không sát lề trái"
            yield misplaced_ending.at(paper, said)


def _cell_and_place(paper: Paper, wanted: Paragraph) -> tuple[Row, int] | None:
    """The row whose cell begins with the paragraph, and that cell's place in it."""
    for table in paper.document.tables:
        for row in table.rows:
            for place, cell in enumerate(row.cells):
                if cell.paragraphs and cell.paragraphs[0].xml is wanted.xml:
                    return row, place
    return None


@rule(
    "KH765",
    Severity.ERROR,
    "danh sách nơi nhận ghi sai",
    "Mỗi nơi một dòng, đầu dòng có “- ”, cuối dòng “;”; dòng cuối “- Lưu: VT, …” có “.”.",
    "II.9.d",
)
def misprinted_recipients(paper: Paper) -> Iterator[Finding]:
    """Marks at both ends of each line, and the filing line last."""
    lines = paper.components["KHRecipient"]
    faults = []
    for number, paragraph in enumerate(lines, 1):
        text, mark = paragraph.text.strip(), "." if number == len(lines) else ";"
        if not text.startswith("- "):
            faults.append((paragraph, "nơi nhận không bắt đầu bằng “- ”"))
        if not text.endswith(mark):
            faults.append((paragraph, f"nơi nhận không kết thúc bằng “{mark}”"))
    if lines and not re.match(r"(- )?Lưu: VT\b", lines[-1].text.strip()):
        faults.append((lines[-1], "dòng cuối của nơi nhận không phải “- Lưu: VT, …”"))
    yield from misprinted_recipients.at_each(paper, faults)


# -------------------------------------------------------------------------------- appendices


@rule(
    "KH766",
    Severity.ERROR,
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
            message = f"phụ lục ghi “{quoted(label)}”, phải là “{wanted}”"
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
    Severity.ERROR,
    "dòng chỉ dẫn của phụ lục ghi sai",
    "Mỗi phụ lục ghi: kèm theo văn bản nào, số, ký hiệu, ngày ban hành, cơ quan ban hành.",
    "III.1.c",
)
def misprinted_reference(paper: Paper) -> Iterator[Finding]:
    """`(Kèm theo Kế hoạch số …/KH-UBND ngày … của …)`, agreeing with the head where filled in."""
    head = " ".join(paper.text("KHNumber").split()).removeprefix("Số:").strip()
    date = " ".join(paper.text("KHPlaceDate").split()).partition(", ")[2]
    for paragraph in paper.components["KHAppendixReference"]:
        text = " ".join(paragraph.text.split())
        match = ADDRESS.fullmatch(text)
        if match is None:
            hint = "Ví dụ: (Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của UBND tỉnh …)"
            yield misprinted_reference.at(paper, f"dòng chỉ dẫn ghi “{quoted(text)}”", hint)
            continue
        number, symbol = match["number"].strip(), match["symbol"]
        if head and f"{number}/{symbol}" != head and (number or not head.endswith(f"/{symbol}")):
            said = f"phụ lục dẫn số “{number}/{symbol}”, đầu văn bản ghi “{head}”"
            yield misprinted_reference.at(paper, said)
        if re.search(r"ngày \d", match["date"]) and match["date"] != date:
            said = f"phụ lục dẫn “{match['date']}”, đầu văn bản ghi “{date}”"
            yield misprinted_reference.at(paper, said)


CHECKS = (
    *(not_closed, misprinted_authority, academic_title, misplaced_ending),
    *(misprinted_recipients, misnumbered_appendix, appendix_not_referred_to),
    misprinted_reference,
)
