"""The end of the plan: `./.`, signature and recipients.

Phụ lục I, Phần I, II.7 and II.9 of Nghị định 30/2020/NĐ-CP.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.docx.model import Paragraph, Row
from docgen.finding import Finding, Severity
from docgen.paper.facts import Paper, rule
from docgen.plan.whose_rules import may_show_degrees
from docgen.visible import shortened

AUTHORITY = re.compile(r"(TM|Q|KT|TL|TUQ)\b(?!\.)")
ACADEMIC = re.compile(
    r"(?:GS|PGS|TS|TSKH|ThS|Th\.S|BS|CKI|CKII|KS|CN|NGND|NGƯT|NSND|NSƯT|Tiến sĩ|Thạc sĩ|Giáo sư|"
    r"Phó Giáo sư|Bác sĩ|Kỹ sư|Cử nhân|Nhà giáo|Nghệ sĩ)\b"
)
DEPUTY = re.compile(r"(?:PHÓ|THỨ TRƯỞNG)\b")
ON_BEHALF = re.compile(r"(?:KT|TL|TUQ|Q)\.")
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
    Severity.WARNING,
    "quyền hạn của người ký ghi sai",
    "Chữ viết tắt quyền hạn có dấu chấm: TM., Q., KT., TL., TUQ.",
    "II.7.b",
)
def misprinted_authority(paper: Paper) -> Iterator[Finding]:
    """`TM. ỦY BAN NHÂN DÂN`: a dot after the abbreviation."""
    for paragraph in paper.components["KHSignature"]:
        if match := AUTHORITY.match(paragraph.text.strip()):
            said = f"quyền hạn ghi “{shortened(paragraph.text)}”"
            yield misprinted_authority.at(paper, said, f"Ghi “{match[1]}. ” rồi đến chức vụ.")


@rule(
    "KH763",
    Severity.WARNING,
    "ghi học hàm, học vị trước họ tên người ký",
    "Trước họ tên của người ký không ghi học hàm, học vị và danh hiệu danh dự khác.",
    "II.7.c",
)
def academic_title(paper: Paper) -> Iterator[Finding]:
    """Only the name stands under the office."""
    shown = may_show_degrees(paper.text("KHIssuer"))
    for paragraph in paper.components["KHSigner"] if not shown else ():
        if match := ACADEMIC.match(paragraph.text.strip()):
            said = f"trước họ tên người ký ghi “{match[0]}”: “{shortened(paragraph.text)}”"
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
    for signer in paper.components["KHSigner"]:
        cell = paper.cell(signer)
        if cell is not None and cell is not paper.cell(office[0]):
            said = f"họ tên người ký “{shortened(signer.text)}” không ở dưới quyền hạn, chức vụ"
            yield misplaced_ending.at(paper, said, "Đưa họ tên về ô bên phải, dưới chức vụ.")
    for paragraph in (title[0], *paper.components["KHRecipient"][:1]):
        layout = paper.layout(paragraph)
        if layout.left + layout.first_line > NEAR_MARGIN and layout.alignment == "left":
            said = f"“{shortened(paragraph.text)}” không sát lề trái"
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
    "KH785",
    Severity.WARNING,
    "ký thay mà chức vụ không phải cấp phó, hoặc cấp phó ký mà không ghi KT.",
    "Ký thay: ghi “KT.” trước chức vụ của người đứng đầu, dòng dưới là chức vụ của cấp phó.",
    "II.7.b",
)
def misplaced_deputy(paper: Paper) -> Iterator[Finding]:
    """`KT. CHỦ TỊCH`, then `PHÓ CHỦ TỊCH`: the one does not stand without the other."""
    texts = (each.text for each in paper.components["KHSignature"])
    lines = [" ".join(line.split()) for text in texts for line in text.splitlines()]
    for above, line, below in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        if DEPUTY.match(line) and not (ON_BEHALF.match(above) or DEPUTY.match(above)):
            said = f"“{shortened(line)}” ký mà dòng trên không ghi “KT.”"
            yield misplaced_deputy.at(paper, said, "Dòng trên ghi “KT. ” và chức vụ cấp trưởng.")
        if line.startswith("KT.") and not DEPUTY.match(below):
            said = f"dưới “{shortened(line)}” không phải chức vụ cấp phó: “{shortened(below)}”"
            yield misplaced_deputy.at(paper, said, "Dòng dưới ghi chức vụ cấp phó, PHÓ CHỦ TỊCH.")


@rule(
    "KH765",
    Severity.WARNING,
    "danh sách nơi nhận ghi sai",
    "Mỗi nơi một dòng, đầu dòng có “- ”, cuối dòng “;”; dòng cuối “- Lưu: VT, …” có “.”.",
    "II.9.d",
)
def misprinted_recipients(paper: Paper) -> Iterator[Finding]:
    """Marks at both ends of each line, and the filing line last."""
    lines = paper.components["KHRecipient"]
    faults = []
    for number, paragraph in enumerate(lines, 1):
        text, mark = " ".join(paragraph.text.split()), "." if number == len(lines) else ";"
        if not text.startswith("- "):
            faults.append((paragraph, "nơi nhận không bắt đầu bằng “- ”"))
        if not text.endswith(mark):
            faults.append((paragraph, f"nơi nhận không kết thúc bằng “{mark}”"))
    if lines and not re.match(r"(- )?Lưu: VT\b", lines[-1].text.strip()):
        faults.append((lines[-1], "dòng cuối của nơi nhận không phải “- Lưu: VT, …”"))
    yield from misprinted_recipients.at_each(paper, faults)


CHECKS = (
    *(not_closed, misprinted_authority, academic_title, misplaced_ending),
    *(misplaced_deputy, misprinted_recipients),
)
