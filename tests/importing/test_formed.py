"""What the form of the decree has docgen print otherwise than an old document is told."""

import pytest

from docgen.importing.source_note import FORMED
from docgen.importing.take_over import NOTE, taken
from docgen.plan.dates import Period
from tests.plan_files import with_template
from tests.small_docx import docx, paragraph, run

LATER = "“Xã Bịa, ngày 8 tháng 02 năm 2022” in thành “Xã Bịa, ngày 08 tháng 02 năm 2022”"
ENDED = "thêm “./.” ở cuối phần lời văn"


@pytest.mark.parametrize(
    ("day", "end", "formed"),
    [("8", ".", (LATER, ENDED)), ("08", "./.", ()), ("18", ".", (ENDED,))],
)
def test_a_day_with_a_zero_and_the_end_of_the_text_are_told(tmp_path, day, end, formed):
    lines = (
        f"Xã Bịa, ngày {day} tháng 02 năm 2022", "KẾ HOẠCH", "1. Trực 24 giờ.",
        f"Các thôn nghiêm túc thực hiện Kế hoạch{end}", "Nơi nhận:", "- Lưu: VT.",
    )  # fmt: skip
    data = docx("".join(paragraph(run(each)) for each in lines))
    result = taken(data, "cũ.docx", Period(2022), with_template(tmp_path))
    assert (result.arrived.formed, result.arrived.sentences.missing) == (formed, ())
    assert (FORMED in result.files[NOTE]) is bool(formed)
