"""Whose tasks a plan of another office gives, and what stands under its parts A., Phần thứ nhất."""

import pytest

from docgen.docx.read import read
from docgen.from_word.plan import reading_of
from docgen.importing.new_agencies import with_agencies
from docgen.importing.take_over import taken
from docgen.plan.dates import Period
from tests.plan_files import with_template
from tests.small_docx import docx, paragraph, run


def bold(words):
    return paragraph(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r>")


def centered(words):
    return bold(words).replace("<w:p>", '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>')


def plan_of(*paragraphs):
    data = docx("".join((centered("KẾ HOẠCH"), *paragraphs, paragraph(run("Nơi nhận:")))))
    return reading_of(read(data), "cũ.docx", {}).plan


def proposed(*sentences, under="II. TỔ CHỨC THỰC HIỆN"):
    return with_agencies(plan_of(bold(under), *(paragraph(run(each)) for each in sentences)))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("1. Văn phòng HĐND và UBND xã chủ trì, lo phòng họp.", "Văn phòng HĐND và UBND xã"),
        ("1. Công an huyện đẩy nhanh cấp căn cước.", "Công an huyện"),
        ("1. Trạm Y tế xã (cả điểm trạm) chuẩn bị cơ số thuốc.", "Trạm Y tế xã (cả điểm trạm)"),
        ("1. Ban An toàn giao thông huyện chủ trì.", "Ban An toàn giao thông huyện"),
        ("1. Đề nghị Hội Phụ nữ xã vận động hội viên.", "Hội Phụ nữ xã"),
        ("1. Phòng Nước (tổng đài: 1900): theo dõi.", "Phòng Nước (tổng đài: 1900)"),
    ],
)  # fmt: skip
def test_an_agency_at_the_head_of_its_task_is_proposed(sentence, name):
    assert list(proposed(sentence)[1].values()) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Thanh tra, kiểm tra việc thực hiện Kế hoạch.",
        "1. Phòng bệnh phải bảo đảm thường xuyên.",
        "1. Quỹ đất công được rà soát hằng năm.",
        "1. Báo cáo kết quả thực hiện trước ngày 20/12.",
        "1. Hội nghị tổng kết tổ chức trong quý IV.",
        "1. Trung tâm được xây dựng trong năm.",
        "1. Kinh phí thực hiện từ ngân sách.",
        "1. UBND huyện giao Phòng Nước chủ trì.",
        "1. UBND huyện giao cho các đơn vị chủ trì.",
    ],
)
def test_an_ordinary_sentence_names_no_agency(sentence):
    assert proposed(sentence)[1] == {}


def test_only_a_heading_that_gives_tasks_makes_names_agencies():
    assert proposed("1. Công an huyện đẩy nhanh cấp căn cước.", under="I. KẾT QUẢ")[1] == {}


def test_a_name_with_a_colon_heads_its_bullets_but_not_other_agencies():
    _, own = proposed("1. UBND các xã, thị trấn:", "a) Thành lập tổ công nghệ số.")
    assert list(own.values()) == ["UBND các xã, thị trấn"]
    _, several = proposed("1. Các phòng:", "a) Phòng Thuế: thu.", "b) Phòng Đất: đo.")
    assert list(several.values()) == ["Phòng Thuế", "Phòng Đất"]


def test_headings_that_begin_anew_below_each_part_are_headings():
    plan = plan_of(
        centered("Phần thứ nhất"), centered("MỤC TIÊU"),
        bold("I. CHUNG"), paragraph(run("Một câu.")), bold("II. RIÊNG"), paragraph(run("Hai câu.")),
        centered("Phần thứ hai"), centered("TỔ CHỨC THỰC HIỆN"),
        bold("I. CHỈ ĐẠO"), paragraph(run("1. Công an xã đẩy nhanh cấp căn cước.")),
    )  # fmt: skip
    assert plan.below_subject == ()
    first, title, one, two, part, named, below = plan.sections
    assert [each.centered.value for each in (first, title, part, named)] == [
        "**Phần thứ nhất**", "**MỤC TIÊU**", "**Phần thứ hai**", "**TỔ CHỨC THỰC HIỆN**",
    ]  # fmt: skip
    assert [each.title.value for each in (one, two, *below.items)] == ["CHUNG", "RIÊNG", "CHỈ ĐẠO"]
    assert list(with_agencies(plan)[1].values()) == ["Công an xã"]


def test_lettered_parts_are_built_without_a_word_on_numbers_that_begin_anew(tmp_path):
    lines = ("A. TÌNH HÌNH", "I. Chung", "B. NỘI DUNG", "I. Riêng")
    text = "".join(bold(each) + paragraph(run("Câu.")) for each in lines)
    end = paragraph(run("Nơi nhận:")) + paragraph(run("- Lưu: VT."))
    data = docx(centered("KẾ HOẠCH") + text + end)
    result = taken(data, "cũ.docx", Period(2025), with_template(tmp_path))
    assert (result.blocked, result.arrived.sentences.missing) == ((), ())
    assert not [each for each in result.findings if each.code == "KH759"]
    assert "  - marker: roman\n    items:\n      - title: Riêng" in result.files["plan.yaml"]
