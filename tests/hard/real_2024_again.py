# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""More edits of the real 2024 plan, after the causes of `real_2024` and `sums` were mended.

Written whole before the comparison saw any of them: docs/comparison.md has the first run.
"""

from copy import deepcopy

from tests.hard.edits import carry, drop, each, hard, moved, put, renamed, set_
from tests.hard.islands import at, without
from tests.hard.real_2024 import (
    BLOCKS,
    MANY,
    OFFICES,
    TABLE,
    _place,
    base,
    cell_words,
    cells,
    edited,
    everywhere,
    gain,
    lose,
    lower,
    rescored,
    row,
    score,
    swap,
    take,
    task,
    text_of,
    words,
)
from tests.known_edits import Found, added, changed, removed

__all__ = ["CASES", "OFFICES", "base", "edited"]

REPORT = "Trước ngày 05 của tháng đầu quý, gửi Sở Nội vụ kết quả thực hiện các tiêu chí được giao theo dõi."


def rows_of(code):
    """The rows below a criterion."""

    def find(plan):
        rows, number = _place(plan["appendices"][0]["table"]["rows"], code)
        return rows[number]["rows"]

    return find


def in_rows(code, change):
    return lambda plan: change(rows_of(code)(plan))


def in_table(change):
    return at(TABLE, change)


def _ring_names(plan):
    """Three criteria hand their names on in a ring; codes and cells stay."""
    rows = rows_of("2")(plan)[0]["rows"][:3]
    names = [row_["name"] for row_ in rows]
    for row_, name in zip(rows, [*names[1:], names[0]], strict=True):
        row_["name"] = name


def _ring_scores(plan):
    """Three criteria hand their scores on in a ring."""
    rows = rows_of("5")(plan)[0]["rows"][:3]
    scores = [row_["score"] for row_ in rows]
    for row_, value in zip(rows, [*scores[1:], scores[0]], strict=True):
        row_["score"] = value


def _two_fields_one(plan):
    """Field 4 goes into field 5 with all its rows."""
    rows = plan["appendices"][0]["table"]["rows"]
    gone = rows.pop(3)
    rows[3]["rows"] = [*gone["rows"], *rows[3]["rows"]]


def _field_in_two(plan):
    """The last three rows of field 7 become a field of their own at the end."""
    rows = plan["appendices"][0]["table"]["rows"]
    rest = rows[6]["rows"][3:]
    rows[6]["rows"] = rows[6]["rows"][:3]
    rows.append({"code": "9", "name": "Dịch vụ công trực tuyến", "max": "4", "rows": rest})


def _shared_in_two(plan):
    """The merged cells of field 5 become two, the second with another time."""
    group = rows_of("5")(plan)
    one = group[0]
    group.append({"shared": {**one["shared"], "time": "Quý IV"}, "rows": one["rows"][4:]})
    one["rows"] = one["rows"][:4]


def _shorter_codes(plan):
    """The codes below field 6 are counted on from 6.1."""
    number = 0
    for it in rows_of("6")(plan):
        for row_ in it.get("rows", [it]):
            number += 1
            row_["code"] = f"6.{number}"


def _all_scores_blank(plan):
    """Nothing of the coming year is known: each score of fields 1 and 3 is blank."""
    for code in ("1", "3"):
        for row_ in rows_of(code)(plan):
            row_["score"] = None


def _everyone_reports(plan):
    """Every agency gets one sentence more."""
    for block in plan["sections"][2]["assignments"]:
        if "tasks" in block:
            block["tasks"].append(REPORT)


def _reverse_blocks(plan):
    """The last three agencies stand in the opposite order."""
    blocks = plan["sections"][2]["assignments"]
    blocks[13:] = blocks[13:][::-1]


def _two_appendices(plan):
    """SIPAS gets an appendix of its own, in front, with a score changed."""
    group = _place(plan["appendices"][0]["table"]["rows"], "8")
    holder = group[0][group[1]]["rows"]
    it = holder.pop(0)
    it["rows"][0]["score"] = "1,3002"
    columns = deepcopy(plan["appendices"][0]["table"]["columns"])
    plan["appendices"].insert(
        0, {"title": ["CÁC CHỈ SỐ HÀI LÒNG"], "table": {"columns": columns, "rows": [it]}}
    )


CODES = ("1.1", "1.3.2", "1.5", "1.7", "3.2.2", "3.4.1", "3.4.2", "3.4.3")
NOISE = "Việc mới chưa từng có trong kế hoạch nào: số hóa sổ tay hướng dẫn của xã"

CASES = (
    hard("ba dòng trao tên vòng tròn", _ring_names, renamed("tiêu chí", "2.4.1 Tính đồng bộ", "2.4.1 Tính hợp lý"), renamed("tiêu chí", "2.4.2 Tính hợp lý", "2.4.2 Tính khả thi"), renamed("tiêu chí", "2.4.3 Tính khả thi", "2.4.3 Tính đồng bộ")),
    hard("ba dòng trao điểm vòng tròn", _ring_scores, rescored("5.2.3", "0,002", "0,002"), rescored("5.2.4", "-0,0257", "-0,0257"), rescored("5.3.2", "0,0237", "0,0237"), shown=("0,8531", "0,8551", "0,8294")),
    hard("lĩnh vực 4 nhập vào lĩnh vực 5", _two_fields_one, removed("tiêu chí", "4 Cải cách tổ chức"), *(moved("tiêu chí", code, code) for code in ("4.1.4", "4.1.5", "4.1.6", "4.3.4"))),
    hard("lĩnh vực 7 tách hai", _field_in_two, added("tiêu chí", "9 Dịch vụ công"), *(moved("tiêu chí", code, code) for code in ("7.3.2", "7.3.6", "7.3.7"))),
    hard("ô chung tách hai, nửa sau đổi hạn", _shared_in_two, Found("regrouped", "tiêu chí", "5.2.3", "5.2.3"), changed("tiêu chí", "Thường xuyên", "Quý IV", "time")),
    hard("mọi mã của lĩnh vực 6 đánh lại", _shorter_codes, *(Found("renumbered", "tiêu chí", old, new) for old, new in (("6.1.1", "6.1"), ("6.1.3", "6.2"), ("6.1.4", "6.3"), ("6.2.4", "6.4"), ("6.2.5", "6.5"), ("6.3.3", "6.6"), ("6.3.5", "6.7")))),
    hard("mã lĩnh vực 6 đánh lại và hai điểm đổi", each(score("6.1.1", "0,9"), score("6.3.3", "0,5"), _shorter_codes), *(Found("renumbered", "tiêu chí", old, new) for old, new in (("6.1.1", "6.1"), ("6.1.3", "6.2"), ("6.1.4", "6.3"), ("6.2.4", "6.4"), ("6.2.5", "6.5"), ("6.3.3", "6.6"), ("6.3.5", "6.7"))), rescored("6.1.1", "0,0677", "0,0677", now="6.1"), rescored("6.3.3", "0,5", "0,5", now="6.6")),
    hard("hai lĩnh vực chưa có điểm nào", _all_scores_blank, *(Found("unfilled", "tiêu chí", code, code) for code in CODES)),
    hard("chưa có điểm, một tên sửa, một dòng thêm", each(_all_scores_blank, cells("1.5", name="Sáng kiến hoặc giải pháp mới trong CCHC được công nhận"), gain("3", 4, code="3.5", name="Công khai tiến độ giải quyết hồ sơ", max="1", reason="", remedy="Niêm yết hằng ngày", agencies="UBND cấp xã", time="Quý I", product="Bảng niêm yết")), *(Found("unfilled", "tiêu chí", code, code) for code in CODES), renamed("tiêu chí", "1.5", "được công nhận"), added("tiêu chí", "3.5"), shown=("Bảng niêm yết",)),
    hard("chỉ số hài lòng ra phụ lục riêng phía trước, một điểm đổi", _two_appendices, added("phụ lục", "HÀI LÒNG"), moved("tiêu chí", "8.1 Kết quả", "8.1 Kết quả"), Found("rescored", "tiêu chí", "8.1.1", "8.1.1"), shown=("1,2002", "1,3002")),
    hard("điểm và điểm chuẩn hai dòng trao nhau", swap("1.1", "1.5", "max", "score"), rescored("1.1", "0,5", "-0,4741", "-0,9741"), rescored("1.5", "-0,5", "0,4741", "0,9741")),
    hard("hai dòng đổi chỗ, mã theo chỗ", in_rows("3", lambda rows: (rows.__setitem__(slice(1, 3), [{**rows[2], "code": "3.4.1"}, {**rows[1], "code": "3.4.2"}]))), Found("renumbered", "tiêu chí", "3.4.1 Tỷ lệ", "3.4.2 Tỷ lệ"), Found("renumbered", "tiêu chí", "3.4.2 Tỷ lệ", "3.4.1 Tỷ lệ")),
    hard("ba đoạn của lý do: bỏ một, sửa một", row("3.2.2", lambda it: it.update(reason=[it["reason"][0], it["reason"][2].replace("từ lâu", "từ năm 2020")])), changed("tiêu chí", "LV xây dựng", "từ năm 2020", "reason")),
    hard("sản phẩm thêm một đoạn ở giữa", row("6.1.1", lambda it: it["product"].insert(1, "- Thông báo kết luận họp giao ban;")), changed("tiêu chí", "Văn bản tham mưu", "kết luận họp", "product")),
    hard("biện pháp hai dòng trao nhau", swap("7.1.3", "7.3.7", "remedy"), changed("tiêu chí", "LGSP", "VP UBND tỉnh", "remedy"), changed("tiêu chí", "VP UBND tỉnh", "LGSP", "remedy")),
    hard("hạn chung và hạn riêng cùng đổi", each(row("2", lambda it: it["rows"][0]["shared"].update(time="Quý I và quý III")), cells("8.4", time="Tháng 11")), changed("tiêu chí", "Thường xuyên", "Quý I và quý III", "time"), changed("tiêu chí", "Quý III-IV", "Tháng 11", "time")),
    hard("cột lý do và cột biện pháp gộp một", each(lambda plan: [it.update(reason=[*([it["reason"]] if isinstance(it["reason"], str) else it["reason"]), it["remedy"]]) for it in rows_of("1")(plan)], without(TABLE, "remedy"), set_(*TABLE, "columns", 5, "title", "Lý do và biện pháp")), removed("cột", "Biện pháp khắc phục", None), renamed("cột", "Lý do bị trừ điểm", "Lý do và biện pháp", None), *(changed("tiêu chí", code, code, "reason") for code in ("1.1", "1.3.2", "1.5", "1.7"))),
    hard("cột cơ quan lên trước cột điểm chuẩn, đổi tên", each(carry((*TABLE, "columns", 7), (*TABLE, "columns", 2)), set_(*TABLE, "columns", 2, "title", "Đơn vị chịu trách nhiệm")), moved("cột", "", ""), renamed("cột", "Cơ quan, đơn vị", "Đơn vị chịu trách nhiệm", None)),
    hard("cột phân loại thêm vào đầu, hai ô", each(put(*TABLE, "columns", 1, {"key": "grade", "title": "Nhóm", "width": "10"}), cells("1.1", grade="Dễ đạt"), cells("8.4", grade="Khó đạt")), added("cột", "Nhóm", None), shown=("Dễ đạt", "Khó đạt")),
    hard("dòng tổng bỏ", in_table(lambda table: table.pop("total")), removed("cột", "Tổng cộng", "total")),
    hard("mọi cơ quan thêm một câu", _everyone_reports, *(added("nhiệm vụ", "Trước ngày 05") for _ in range(15))),
    hard("mọi cơ quan thêm một câu, một câu cũ bỏ, một việc mới", each(drop(*task(3, 2)), _everyone_reports, put(*task(3, 0), NOISE)), *(added("nhiệm vụ", "Trước ngày 05") for _ in range(15)), removed("nhiệm vụ", "Phối hợp với Sở Nội vụ"), added("nhiệm vụ", "sổ tay hướng dẫn")),
    hard("ba khối cuối đảo thứ tự", _reverse_blocks, moved("cơ quan", "", ""), moved("cơ quan", "", "")),
    hard("khối báo chí tách hai cơ quan", each(set_(*BLOCKS, 13, {"agency": "bao-quang-tri", "tasks": [text_of(*task(13, 0))]}), put(*BLOCKS, 14, {"agency": "dai-phat-thanh-va-truyen-hinh-tinh", "tasks": [text_of(*task(13, 1))]})), renamed("cơ quan", "Đài Phát thanh", "Báo Quảng Trị"), added("cơ quan", "Đài Phát thanh"), moved("nhiệm vụ", "Đổi mới phương thức", "Đổi mới phương thức")),
    hard("đoạn văn của mặt trận thành hai gạch đầu dòng", at((*BLOCKS, 14), lambda it: it.update(tasks=[part.strip() for part in it.pop("text").split("; tham gia phối hợp", 1)[:1]] + ["Tham gia phối hợp" + text_of(*BLOCKS, 14, "text").split("; tham gia phối hợp", 1)[1]])), Found("divided", "nhiệm vụ", "Tích cực phối hợp", "Tham gia phối hợp")),
    hard("việc dài bỏ nửa sau", set_(*task(7, 0), text_of(*task(7, 0)).split(", đảm bảo")[0] + "."), changed("nhiệm vụ", "thể hiện rõ", "phân cấp quản lý đất đai")),
    hard("việc dài bỏ nửa đầu", set_(*task(11, 2), "Tăng cường rà soát" + text_of(*task(11, 2)).split("tăng cường rà soát", 1)[1]), changed("nhiệm vụ", "hiện đại hóa", "Tăng cường rà soát")),
    hard("hai vế của việc trao chỗ", set_(*task(4, 1), "Thực hiện nghiêm kiến nghị, kết luận của thanh tra, kiểm toán nhà nước về tài chính, ngân sách; theo dõi, tổng hợp và đôn đốc các cơ quan, đơn vị, địa phương."), changed("nhiệm vụ", "Theo dõi, tổng hợp", "Thực hiện nghiêm")),
    hard("việc sang cơ quan khác, nửa đầu viết lại", each(drop(*task(5, 1)), put(*task(13, 2), "Định kỳ hằng tuần đăng tin, bài về chỉ số CCHC; hướng dẫn các cơ quan báo chí, hệ thống đài truyền thanh cơ sở tuyên truyền người dân và doanh nghiệp khai thác, sử dụng dịch vụ công trực tuyến và dịch vụ bưu chính công ích.")), moved("nhiệm vụ", "kế hoạch", "hằng tuần"), shown=("hằng tuần",)),
    hard("hai việc viết lại tại chỗ gần hết", each(set_(*task(8, 1), "Vận động 95% người dân tham gia bảo hiểm y tế; mua sắm thiết bị cho trạm y tế các xã miền núi."), set_(*task(12, 2), "Xử lý kỷ luật cán bộ Hải quan gây phiền hà trong thông quan.")), removed("nhiệm vụ", "Tăng cường tuyên truyền"), added("nhiệm vụ", "95% người dân"), removed("nhiệm vụ", "Quán triệt đội ngũ"), added("nhiệm vụ", "Xử lý kỷ luật")),
    hard("mục đích thêm đoạn đầu, đoạn hai sửa số", each(put("sections", 0, "items", 0, "items", 0, "Đưa tỉnh vào nhóm 30 tỉnh đứng đầu cả nước về PAR Index."), words(("sections", 0, "items", 0, "items", 1), "tiếp tục được cải thiện", "mỗi chỉ số tăng ít nhất 3 bậc")), added("đoạn văn", "nhóm 30 tỉnh"), changed("đoạn văn", "tiếp tục được", "ít nhất 3 bậc")),
    hard("đề mục cụ thể thành ba đề mục", lambda plan: plan["sections"][1]["items"].extend([{"title": "Đối với chỉ số SIPAS", "items": ["Khảo sát tại chỗ hằng quý"]}, {"title": "Đối với chỉ số PAPI", "items": ["Công khai thu chi ở từng thôn"]}]), added("đề mục", "SIPAS"), added("đoạn văn", "Khảo sát tại chỗ"), added("đề mục", "PAPI"), added("đoạn văn", "thu chi ở từng thôn")),
    hard("đề mục chung đổi tên và câu chuyển sang mục đích", each(set_("sections", 1, "items", 0, "title", "Những việc cả tỉnh cùng làm"), carry((*MANY, 4), ("sections", 0, "items", 0, "items", 1))), renamed("đề mục", "giải pháp chung", "cả tỉnh cùng làm"), moved("đoạn văn", "Chủ động nghiên cứu", "Chủ động nghiên cứu")),
    hard("mở đầu tách hai đoạn", set_("preamble", [*(text_of("preamble", 0).split(" Đây là kết quả")[:1]), "Đây là kết quả" + text_of("preamble", 0).split(" Đây là kết quả")[1], text_of("preamble", 1)]), Found("divided", "đoạn văn", "Trên cơ sở công bố", "Đây là kết quả")),
    hard("mở đầu thứ hai rút gọn", set_("preamble", 1, "Nhằm khắc phục những tồn tại, hạn chế các chỉ số trong năm {{ year - 1 }}, UBND tỉnh ban hành kế hoạch duy trì, nâng cao các chỉ số trong năm {{ year }} và những năm tiếp theo."), changed("đoạn văn", "phát huy những kết quả", "khắc phục những tồn tại")),
    hard("tên sở viết khác trong mọi lời", everywhere("Sở Nội vụ tổng hợp", "Sở Nội vụ để tổng hợp"), changed("nhiệm vụ", "Sở Nội vụ tổng hợp", "để tổng hợp"), changed("đoạn văn", "Sở Nội vụ tổng hợp", "để tổng hợp")),
    hard("kiểm điểm số trong câu: 5 thành 6, điểm đổi", each(cell_words("1.5", "reason", "trình bày 5 Sáng kiến", "trình bày 6 Sáng kiến"), score("1.5", "1,2")), changed("tiêu chí", "5 Sáng kiến", "6 Sáng kiến", "reason"), rescored("1.5", "0,2", "0,2")),
    hard("dòng bỏ rồi thêm ở lĩnh vực khác, tên và ô mới", each(lose("7.1.2"), gain("1", 4, code="1.8", name="Trung tâm dữ liệu dùng chung", max="1", score="0,25", reason="Chưa có phòng máy", remedy="Thuê hạ tầng", agencies="Sở Khoa học và Công nghệ", time="Quý II", product="Hợp đồng thuê")), removed("tiêu chí", "7.1.2"), added("tiêu chí", "1.8"), shown=("0,5", "0,25", "Chưa có phòng máy")),
    hard("8.4 và 8.5 trao mã", each(cells("8.4", code="x"), cells("8.5", code="8.4"), cells("x", code="8.5")), Found("renumbered", "tiêu chí", "8.4 Thực hiện", "8.5 Thực hiện"), Found("renumbered", "tiêu chí", "8.5 Mức độ", "8.4 Mức độ")),
    hard("7.3.6 lên lĩnh vực 3 và đổi mã, lĩnh vực 7 đổi tên", each(take("7.3.6", "3", 4, code="3.6"), cells("7", name="Chuyển đổi số")), moved("tiêu chí", "7.3.6", "3.6"), renamed("tiêu chí", "7 Xây dựng", "7 Chuyển đổi số")),
    hard("việc chung của mọi cơ quan sang sở nội vụ", carry(task(0, 3), task(1, 6)), moved("nhiệm vụ", "kiến nghị", "kiến nghị")),
    hard("việc thứ nhất thành câu dẫn, ba ý đầu của nó thành điểm", set_(*task(2, 0), {"text": "Tiếp tục tham mưu các giải pháp đẩy mạnh công tác cải cách thể chế theo kế hoạch từ đầu năm trong đó chú trọng:", "items": ["Tiếp tục nâng cao chất lượng văn bản quy phạm pháp luật trên địa bàn tỉnh", "Kịp thời tổng hợp, kiến nghị các khó khăn, vướng mắc trong quá trình thực hiện văn bản quy phạm pháp luật đến cơ quan có thẩm quyền", "Tham mưu, hướng dẫn xử lý các bất cập, khó khăn trong tổ chức thực hiện văn bản quy phạm pháp luật thuộc lĩnh vực của ngành"]}), Found("divided", "nhiệm vụ", "chú trọng tiếp tục nâng cao", "Kịp thời tổng hợp")),
    hard("chữ hoa chữ thường và dấu cách đổi", each(words(task(8, 0), "công nghệ thông tin", "Công nghệ thông tin"), words(task(9, 0), "Chủ trì thực hiện", "Chủ trì  thực hiện")), changed("nhiệm vụ", "công nghệ thông tin", "Công nghệ thông tin")),
    hard("câu nối hai gạch đầu dòng thành một việc mới ở cơ quan khác", each(drop(*task(10, 1)), drop(*task(10, 0)), drop(*BLOCKS, 10), put(*task(1, 6), text_of(*task(10, 0))), put(*task(1, 7), lower(text_of(*task(10, 1))))), removed("cơ quan", "Công an"), moved("nhiệm vụ", "06/QĐ-TTg", "06/QĐ-TTg"), moved("nhiệm vụ", "Tăng cường thanh tra", "tăng cường thanh tra")),
)  # fmt: skip
