"""Two who sign beside each other, above the recipients: a signature, not paragraphs of the text."""

import re

import pytest

from docgen.importing.take_over import taken
from docgen.plan.dates import Period
from tests.plan_files import with_template
from tests.small_docx import docx, paragraph, run


def table(*rows):
    def cell(words):
        return f"<w:tc><w:tcPr/>{''.join(paragraph(run(each)) for each in words)}</w:tc>"

    inside = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    grid = '<w:gridCol w:w="4500"/>' * len(rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>"


def plan(*tables):
    text = paragraph(run("KẾ HOẠCH")) + paragraph(run("1. Hai ngành cùng trực."))
    text += paragraph(run("Kế hoạch có hiệu lực từ ngày ký."))
    end = paragraph(run("Nơi nhận:")) + paragraph(run("- Lưu: VT."))
    return docx(text + "".join(tables) + end)


ABOVE = (["GIÁM ĐỐC", "CÔNG AN TỈNH"], ["CHỈ HUY TRƯỞNG"])
NAMES = (["Trần Văn Bịa"], ["Lê Văn Thử"])
BESIDE = [ABOVE, NAMES]
IN_ONE_ROW = [[a + b for a, b in zip(ABOVE, NAMES, strict=True)]]


@pytest.mark.parametrize("rows", [BESIDE, IN_ONE_ROW])
def test_two_signers_are_one_signature_column_by_column_and_told(tmp_path, rows):
    result = taken(plan(table(*rows)), "cũ.docx", Period(2025), with_template(tmp_path))
    assert (result.blocked, result.arrived.sentences.missing) == ((), ())
    signed = " ".join(result.files["plan.yaml"].partition("signature:")[2].split())
    assert re.findall(r"[^\W\d_]+(?: [^\W\d_]+)*", signed) == [
        *("lines", "GIÁM ĐỐC", "CÔNG AN TỈNH", "Trần Văn Bịa", "CHỈ HUY TRƯỞNG"),
        *("name", "Lê Văn Thử"),
    ]
    told = [each.words for each in result.left]
    assert told == ["2 người ký cạnh nhau được in nối nhau: sửa lại trong Word"]
    assert "closing:\n  - Kế hoạch có hiệu lực từ ngày ký\n" in result.files["plan.yaml"]


def test_a_table_of_the_text_above_the_recipients_stays_in_the_text(tmp_path):
    rows = [(["Xe"], ["Số"]), (["Xe tải"], ["8"]), (["Xuồng"], ["2"])]
    result = taken(plan(table(*rows)), "cũ.docx", Period(2025), with_template(tmp_path))
    assert (result.arrived.cells.whole, result.arrived.cells.missing, result.left) == (6, (), ())
