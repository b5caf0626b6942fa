"""Who is given what: lists of names, prose that gives, rows without agencies, names unknown."""

import pytest

from docgen.load.folder import load
from docgen.tasking.hand_out import stems, unclear
from docgen.tasking.ownership import duties
from docgen.view.plan import build_view
from tests.plan_files import TINY, tiny_project


def given(tmp_path, *sections, **files):
    """The words of each duty with those who have it."""
    text = "".join(sections)
    start, end = TINY.index("sections:"), TINY.index("closing:")
    root = tiny_project(tmp_path / "project", f"{TINY[:start]}{text}{TINY[end:]}", **files)
    plan, _ = load(root / "content" / "2030", root)
    view, _ = build_view(plan)
    return duties(plan, view)


def whose(found):
    return {duty.texts[0].value: set(duty.given) for duty in found}


TABLE = """
sections:
  - title: NHIỆM VỤ
    items:
      - table:
          columns:
            - {{key: code, title: STT}}
            - {{key: name, title: Nhiệm vụ}}
            - {{key: lead, title: Chủ trì, above: Phân công}}
            - {{key: support, title: Phối hợp, above: Phân công}}
          rows:
            - {{code: 1, name: Việc, lead: "{lead}", support: "{support}"}}
"""


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("Sở Nội vụ", {"so-noi-vu"}),
        ("Sở Nội vụ, Tài chính", {"so-noi-vu", "so-tai-chinh"}),
        ("Sở Nội vụ; Tài chính và Khoa học và Công nghệ",
         {"so-noi-vu", "so-tai-chinh", "so-khoa-hoc-va-cong-nghe"}),
        ("các Sở: Nội vụ, Tài chính", {"so-noi-vu", "so-tai-chinh"}),
        ("Sở Nội vụ; UBND các xã, phường", {"so-noi-vu", "ubnd-cap-xa"}),
        ("SỞ NỘI VỤ", {"so-noi-vu"}),
        ("Các sở, ban, ngành", {"so-noi-vu", "so-tai-chinh", "so-khoa-hoc-va-cong-nghe",
                                "so-nong-nghiep-va-moi-truong"}),
    ],
)  # fmt: skip
def test_a_row_goes_to_all_whom_a_list_names_in_its_short_ways(cell, keys, tmp_path):
    (row,) = given(tmp_path, TABLE.format(lead=cell, support=""))
    assert set(row.given) == keys
    assert set(given(tmp_path / "b", TABLE.format(lead="", support=cell))[0].given) == keys


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Sở Nội vụ, Sở Mây Trời", ["so-noi-vu", "Sở Mây Trời"]),
        ("Sở Mây Trời và Sở Gió", ["Sở Mây Trời", "Sở Gió"]),
        ("Sở Mây và Gió chủ trì; Ban Mưa phối hợp", ["Sở Mây và Gió", "Ban Mưa"]),
        ("- Công an tỉnh; UBND xã Một", ["Công an tỉnh", "UBND xã Một"]),
        ("Cơ quan chủ trì: Phòng Tổ chức", ["Phòng Tổ chức"]),
    ],
)
def test_a_name_that_agencies_yaml_lacks_has_its_sheet_and_is_told(cell, names, tmp_path):
    (row,) = given(tmp_path, TABLE.format(lead=cell, support=""))
    assert [*row.given] == names
    assert row.unknown == tuple(name for name in names if name != "so-noi-vu")
    assert unclear([row]) == (row,)


@pytest.mark.parametrize("cell", ["", "Các đơn vị liên quan", "Trường", "Triệu đồng", "Cả năm"])
def test_a_row_that_names_nobody_is_told(cell, tmp_path):
    (row,) = given(tmp_path, TABLE.format(lead=cell, support=""))
    assert not row.given
    assert unclear([row]) == (row,)


def test_an_assignment_to_a_name_that_agencies_yaml_lacks_has_a_sheet_of_that_name(tmp_path):
    section = """
sections:
  - title: PHÂN CÔNG
    assignments:
      - {agency: Sở Mây Trời, tasks: [Việc một., {text: "Việc hai:", items: [Phần a.]}]}
"""
    assert whose(given(tmp_path, section)) == {
        "Việc một.": {"Sở Mây Trời"}, "Việc hai:": {"Sở Mây Trời"},
    }  # fmt: skip


def test_a_point_gives_by_its_own_words_and_a_heading_gives_what_stands_below(tmp_path):
    section = """
sections:
  - title: TỔ CHỨC THỰC HIỆN
    items:
      - Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính hướng dẫn các sở, ban, ngành.
      - Trên cơ sở báo cáo của Sở Nội vụ, tổng kết vào cuối năm.
      - Văn phòng Mây chuẩn bị, Báo cáo gửi về Sở Gió.
      - Sở Gió chủ trì đo gió.
      - UBND tỉnh yêu cầu UBND các xã, phường báo cáo đúng hạn.
      - title: Sở Tài chính
        items: [Bố trí kinh phí.]
"""
    found = given(tmp_path, section)
    assert whose(found) == {
        "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính hướng dẫn các sở, ban, ngành.":
            {"so-noi-vu", "so-tai-chinh"},
        "Sở Gió chủ trì đo gió.": {"Sở Gió"},
        "UBND tỉnh yêu cầu UBND các xã, phường báo cáo đúng hạn.": {"ubnd-cap-xa"},
        "Bố trí kinh phí.": {"so-tai-chinh"},
    }  # fmt: skip
    assert found[0].named == {"cac-so"}


FIELD = """
sections:
  - title: NHIỆM VỤ
    items:
      - table:
          columns:
            - {key: code, title: STT}
            - {key: name, title: Nội dung}
            - {key: agencies, title: Cơ quan thực hiện}
            - {key: product, title: Sản phẩm}
          rows:
            - code: 1
              name: Lĩnh vực
              product: Sở Nội vụ
              rows:
                - {code: 1.1, name: Không ghi cơ quan, product: Báo cáo}
                - {code: 1.2, name: Có ghi, agencies: Sở Tài chính, product: Báo cáo}
"""


def test_a_row_that_names_nobody_is_that_of_its_field(tmp_path):
    found = given(tmp_path, FIELD)
    assert [set(duty.given) for duty in found] == [
        {"so-noi-vu"}, {"so-noi-vu"}, {"so-tai-chinh"},
    ]  # fmt: skip


def test_file_names_hold_on_windows_and_no_two_are_alike():
    keys = ["so-noi-vu", "Sở Nội vụ", "SO-NOI-VU", "con", "Ủy ban: A/B?", "…", "Đ" * 300]
    made = [*stems(keys)]
    assert made[:3] == ["phieu-so-noi-vu", "phieu-so-noi-vu-2", "phieu-so-noi-vu-3"]
    assert made[3:6] == ["phieu-con", "phieu-uy-ban-a-b", "phieu-co-quan"]
    assert len(made[6]) < 70
    assert all(set(each) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for each in made)
