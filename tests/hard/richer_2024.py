# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Edits of the 2024 plan made richer: copies of a sentence, notes, points, three appendices, a table in the body.

Written whole before the comparison saw any of them: docs/comparison.md has the first run.
What was put into the plan, and what the edits say, is made up.
"""

from copy import deepcopy

from tests.hard import real_2024
from tests.hard.edits import carry, column, drop, each, hard, moved, put, rekey, renamed, set_
from tests.hard.islands import at
from tests.hard.made_up import exchange, renumbered
from tests.hard.real_2024 import (
    BLOCKS,
    OFFICES,
    cell_words,
    cells,
    everywhere,
    row,
    score,
    task,
    words,
)
from tests.hard.real_2024_again import REPORT, _everyone_reports
from tests.hard.sums import swap
from tests.known_edits import Found, added, changed, removed

DAILY = "Cập nhật tình hình hồ sơ trễ hạn lên Cổng dịch vụ công của tỉnh trước 16 giờ hằng ngày"
ONE, TWO, THREE = (("appendices", number, "table") for number in range(3))
QUARTERS = ("sections", 1, "items", 1, "table")
POINTS = ("sections", 0, "items", 1, "items", 4)


def office(name, count, rate, who):
    return {"name": name, "count": count, "rate": rate, "who": who}


def _richer(plan):
    _everyone_reports(plan)
    for block in (8, 9, 11, 12):
        put(*task(block, 1), DAILY)(plan)
    words(
        task(3, 1), "thanh toán trực tuyến", "thanh toán trực tuyến^[Không tính lệ phí chứng thực.]"
    )(plan)
    words(task(5, 1), "đài truyền thanh cơ sở", "đài truyền thanh cơ sở^[125 đài.]")(plan)
    plan["sections"][0]["items"][1]["items"].append(
        {
            "text": "Mỗi cơ quan phải:",
            "marker": "letter",
            "items": [
                "Cử một đầu mối theo dõi các chỉ số trước ngày 31 tháng 5",
                "Nhập số liệu vào phần mềm dùng chung ít nhất mỗi tháng một lần",
                "Mời Ủy ban Mặt trận Tổ quốc cùng cấp giám sát việc xin lỗi người dân",
            ],
        }
    )
    table = plan["appendices"][0]["table"]
    rest = {"columns": deepcopy(table["columns"]), "rows": table["rows"][4:]}
    table["rows"] = table["rows"][:4]
    plan["appendices"].append({"title": ["BẢNG THEO DÕI CÁC LĨNH VỰC TỪ 5 ĐẾN 8"], "table": rest})
    plan["appendices"].append(
        {
            "title": ["HỒ SƠ TIẾP NHẬN TẠI CẤP HUYỆN"],
            "table": {
                "unit": "Đơn vị tính: hồ sơ",
                "columns": [
                    column("order", "STT", "order"),
                    column("name", "Địa phương"),
                    column("count", "Số hồ sơ", "integer", total="sum('count')"),
                    column("rate", "Đúng hạn (%)", "decimal"),
                    column("who", "Người theo dõi"),
                ],
                "rows": [
                    office("Thành phố Đông Hà", "5120", "98,75", "Chánh Văn phòng"),
                    office("Thị xã Quảng Trị", "1340", "97,5", "Phó Chánh Văn phòng"),
                    office("Huyện Hải Lăng", "2875", "96,2", "Trưởng phòng Nội vụ"),
                    office("Huyện Cam Lộ", "1990", "99,1", "Trưởng phòng Tư pháp"),
                    office("Huyện Đakrông", "815", "93,4", "Trưởng phòng Dân tộc"),
                ],
                "total": {"label": "Tổng cộng", "column": "order - name"},
            },
        }
    )
    plan["sections"][1]["items"][1]["table"] = {
        "columns": [
            column("when", "Quý"),
            column("docs", "Văn bản phải ban hành", "integer"),
            column("online", "Hồ sơ trực tuyến (%)", "decimal"),
        ],
        "rows": [
            {"when": "Quý I", "docs": "12", "online": "55,5"},
            {"when": "Quý II", "docs": "18", "online": "60,25"},
            {"when": "Quý III", "docs": "9", "online": "66"},
            {"when": "Quý IV", "docs": "21", "online": "72,5"},
        ],
    }


def base():
    return real_2024.edited(_richer)


def edited(*edits):
    """The plan after some edits."""
    plan = base()
    for edit in edits:
        edit(plan)
    return plan


def rescored(words_, *differences, now=""):
    return Found("rescored", "tiêu chí", words_, now or words_, "", differences)


REPORTING = [block for block in range(16) if block != 14]


def reports(blocks, text):
    """The common sentence reads so in these blocks; None: it goes."""

    def run(plan):
        for block in blocks:
            tasks = plan["sections"][2]["assignments"][block]["tasks"]
            number = tasks.index(REPORT)
            if text is None:
                tasks.pop(number)
            else:
                tasks[number] = text

    return run


def _appendices_joined(plan):
    """The second appendix's fields come into the first; a score of the first changed."""
    gone = plan["appendices"].pop(1)
    plan["appendices"][0]["table"]["rows"] += gone["table"]["rows"]
    score("1.1", "1,5")(plan)


def in_two(code, change):
    """Edits a criterion of the second appendix."""
    return lambda plan: row(code, change)({"appendices": [plan["appendices"][1]]})


def score_two(code, value):
    return in_two(code, lambda it: it.update(score=value))


def _second_in_two(plan):
    """Fields 7 and 8 become an appendix of their own; both have new titles."""
    score_two("6.1.1", "0,9")(plan)
    one = plan["appendices"][1]
    rest = {"columns": deepcopy(one["table"]["columns"]), "rows": one["table"]["rows"][2:]}
    one["table"]["rows"] = one["table"]["rows"][:2]
    one["title"] = ["CÔNG VỤ VÀ TÀI CHÍNH CÔNG"]
    plan["appendices"].insert(2, {"title": ["CHÍNH QUYỀN SỐ VÀ TÁC ĐỘNG"], "table": rest})


def _points_to_sentence(plan):
    point = plan["sections"][0]["items"][1]["items"][4]
    one, two, three = (text[0].lower() + text[1:] for text in point["items"])
    plan["sections"][0]["items"][1]["items"][4] = f"Mỗi cơ quan phải {one}; {two}; {three}."


def _field_two_to_second(plan):
    score("2.4.1", "0,7064")(plan)
    plan["appendices"][1]["table"]["rows"].insert(0, plan["appendices"][0]["table"]["rows"].pop(1))


def _finance_row_to_first(plan):
    rows = plan["appendices"][1]["table"]["rows"][1]["rows"]
    plan["appendices"][0]["table"]["rows"][2]["rows"].append(rows.pop(3))


def _finance_anew(plan):
    """Field 6 has another name, its rows other codes; one is gone."""
    group = plan["appendices"][1]["table"]["rows"][1]
    group["name"] = "Quản lý tài chính và tài sản công"
    group["rows"].pop(0)
    number = 0
    for it in group["rows"]:
        for each_ in it.get("rows", [it]):
            number += 1
            each_["code"] = f"6.{number}"


def _two_tables(plan):
    """The table of quarters is cut in two, half a year each."""
    part = plan["sections"][1]["items"][1]
    table = part.pop("table")
    rest = {"columns": deepcopy(table["columns"]), "rows": table["rows"][2:]}
    table["rows"] = table["rows"][:2]
    part["items"] = [{"table": table}, {"table": rest}]


def _quarters_away(plan):
    """The table of quarters stands in the third appendix, behind its own; a figure changed."""
    table = plan["sections"][1]["items"][1].pop("table")
    table["rows"][2]["docs"] = "11"
    three = plan["appendices"][2]
    three["items"] = [{"table": three.pop("table")}, {"table": table}]


def _districts_joined(plan):
    """Two districts are one: their papers added up."""
    rows = plan["appendices"][2]["table"]["rows"]
    rows.pop(2)
    rows[1].update(name="Thị xã Quảng Trị và Hải Lăng", count="4215", rate="96,6")


def _leave_shared(plan):
    """The last two criteria of field 5 have cells of their own that say the same."""
    rows = plan["appendices"][1]["table"]["rows"][0]["rows"]
    block = rows[0]
    rows += [{**it, **deepcopy(block["shared"])} for it in block["rows"][7:]]
    block["rows"] = block["rows"][:7]


def _shared_twice(plan):
    rows = plan["appendices"][1]["table"]["rows"][0]["rows"]
    block = rows[0]
    rows.append({"shared": deepcopy(block["shared"]), "rows": block["rows"][5:]})
    block["rows"] = block["rows"][:5]


def _own_agencies(plan):
    """The agencies of field 4 stand in each row, all else is still shared."""
    block = plan["appendices"][0]["table"]["rows"][3]["rows"][0]
    who = block["shared"].pop("agencies")
    for it in block["rows"]:
        it["agencies"] = who


def _health_renamed(plan):
    plan["agencies"] = {
        **deepcopy(OFFICES),
        "so-y-te": {**OFFICES["so-y-te"], "name": "Sở Y tế và Dân số"},
    }


def _notes_move(plan):
    """A note goes from one sentence to another."""
    words(task(3, 1), "^[Không tính lệ phí chứng thực.]", "")(plan)
    words(task(3, 0), "một cửa liên thông", "một cửa liên thông^[Không tính lệ phí chứng thực.]")(
        plan
    )


def _health_divided(plan):
    """A duty's second sentence goes to the schools, a share of the people in it."""
    first, second = plan["sections"][2]["assignments"][8]["tasks"][2].split(". ", 1)
    set_(*task(8, 2), first + ".")(plan)
    put(*task(9, 3), second.replace("mọi người dân", "98% người dân"))(plan)


TENDER = {"columns": [column("item", "Gói thầu"), column("price", "Giá gói thầu", "decimal"), column("bid", "Hình thức")], "rows": [{"item": "Máy quét cho Bộ phận một cửa", "price": "412,5", "bid": "Chào hàng cạnh tranh"}, {"item": "Đường truyền dự phòng", "price": "96", "bid": "Chỉ định thầu"}]}  # fmt: skip
CALM = REPORT.replace("ngày 05", "ngày 07")

CASES = (
    hard("câu chung đổi ngày ở mười ba cơ quan, bỏ ở hai", each(reports(REPORTING[:13], CALM), reports(REPORTING[13:], None)), *(changed("nhiệm vụ", "ngày 05", "ngày 07") for _ in range(13)), *(removed("nhiệm vụ", "ngày 05") for _ in range(2))),
    hard("câu chung chỉ còn ở một cơ quan, có sửa", each(reports(REPORTING[1:], None), reports(REPORTING[:1], CALM)), *(removed("nhiệm vụ", "ngày 05") for _ in range(14)), changed("nhiệm vụ", "ngày 05", "ngày 07")),
    hard("câu hằng ngày bỏ ở y tế, có ở công an", each(drop(*task(8, 1)), put(*task(10, 0), DAILY)), removed("nhiệm vụ", "16 giờ"), added("nhiệm vụ", "16 giờ")),
    hard("câu hằng ngày thêm ở bảy cơ quan", each(*(put(*task(block, 0), DAILY) for block in range(1, 8))), *(added("nhiệm vụ", "16 giờ") for _ in range(7))),
    hard("câu hằng ngày đổi giờ ở ba, giữ ở một", each(*(set_(*task(block, 1), DAILY.replace("16 giờ", "11 giờ")) for block in (8, 9, 11))), *(changed("nhiệm vụ", "16 giờ", "11 giờ") for _ in range(3))),
    hard("câu chung gộp với câu trước ở tài chính", lambda plan: (reports([4], None)(plan), set_(*task(4, 1), plan["sections"][2]["assignments"][4]["tasks"][1].rstrip(".") + "; " + REPORT[0].lower() + REPORT[1:])(plan)), Found("joined", "nhiệm vụ", "ngày 05", "ngày 05")),
    hard("chú thích sửa số", words(task(5, 1), "125 đài", "131 đài"), changed("nhiệm vụ", "125 đài", "131 đài")),
    hard("chú thích chuyển sang câu khác", _notes_move, changed("nhiệm vụ", "chứng thực", "thanh toán trực tuyến"), changed("nhiệm vụ", "liên thông", "chứng thực")),
    hard("chú thích bỏ, câu ấy sửa một chữ", each(words(task(5, 1), "^[125 đài.]", ""), words(task(5, 1), "theo kế hoạch", "theo tuần")), changed("nhiệm vụ", "125 đài", "theo tuần")),
    hard("câu dẫn và ba điểm thành một câu", _points_to_sentence, Found("joined", "đoạn văn", "Nhập số liệu", "nhập số liệu")),
    hard("ba điểm: đảo hai, một sửa hạn, thêm một", each(exchange((*POINTS, "items"), 1, 2), set_(*POINTS, "items", 0, "Cử một đầu mối theo dõi các chỉ số trước ngày 15 tháng 4"), put(*POINTS, "items", 3, "Trả lời phản ánh của người dân trong năm ngày làm việc")), moved("đoạn văn", "", ""), changed("đoạn văn", "31 tháng 5", "15 tháng 4"), added("đoạn văn", "Trả lời phản ánh")),
    hard("câu dẫn sửa, điểm giữ", set_(*POINTS, "text", "Mỗi cơ quan, địa phương phải:"), changed("đoạn văn", "Mỗi cơ quan phải", "địa phương")),
    hard("một điểm thành việc của nội vụ", carry((*POINTS, "items", 1), task(1, 0)), moved("nhiệm vụ", "Nhập số liệu", "Nhập số liệu")),
    hard("phụ lục II nhập phụ lục I, một điểm đổi", _appendices_joined, removed("phụ lục", "BẢNG THEO DÕI"), *(moved("tiêu chí", name, name) for name in ("5 Cải cách", "6 Cải cách", "7 Xây dựng", "8 Tác động")), rescored("1.1", "0,0259", "0,0259")),
    hard("phụ lục II tách hai, tên đều mới, một điểm đổi", _second_in_two, renamed("phụ lục", "BẢNG THEO DÕI", "CÔNG VỤ"), added("phụ lục", "CHÍNH QUYỀN SỐ"), moved("tiêu chí", "7 Xây dựng", "7 Xây dựng"), moved("tiêu chí", "8 Tác động", "8 Tác động"), rescored("6.1.1", "0,0677", "0,0677")),
    hard("ba phụ lục xếp ngược, một số đổi", each(set_(*THREE, "rows", 4, "count", "900"), at(("appendices",), lambda its: its.reverse())), moved("phụ lục", "", ""), moved("phụ lục", "", ""), rescored("Đakrông", "85")),
    hard("lĩnh vực 2 sang phụ lục II, một điểm đổi", _field_two_to_second, moved("tiêu chí", "2 Cải cách", "2 Cải cách"), Found("rescored", "tiêu chí", "2.4.1", "2.4.1"), shown=("0,8064", "0,7064")),
    hard("6.3.3 của phụ lục II sang lĩnh vực 3 của phụ lục I", _finance_row_to_first, moved("tiêu chí", "6.3.3", "6.3.3")),
    hard("lĩnh vực 6 đổi tên, đánh mã lại, bỏ một dòng", _finance_anew, renamed("tiêu chí", "Cải cách tài chính công", "Quản lý tài chính"), removed("tiêu chí", "6.1.1"), *(renumbered(old, new) for old, new in (("6.1.3", "6.1"), ("6.1.4", "6.2"), ("6.2.4", "6.3"), ("6.2.5", "6.4"), ("6.3.3", "6.5"), ("6.3.5", "6.6"))), shown=("0,8323",)),
    hard("bảng huyện: mọi cột đổi mã, một tỷ lệ đổi", each(set_(*THREE, "rows", 0, "rate", "98,9"), rekey(THREE, "rate", "ty_le"), rekey(THREE, "who", "nguoi"), rekey(THREE, "name", "noi"), set_(*THREE, "total", "column", "order - noi")), rescored("Đông Hà", "0,15"), shown=("98,75", "98,9")),
    hard("bảng huyện xếp theo số hồ sơ, một số đổi", each(set_(*THREE, "rows", 1, "rate", "97"), at((*THREE, "rows"), lambda rows: rows.sort(key=lambda it: -int(it["count"])))), moved("tiêu chí", "Quảng Trị", "Quảng Trị"), rescored("Thị xã Quảng Trị", "-0,5")),
    hard("hai huyện gộp một", _districts_joined, removed("tiêu chí", "Hải Lăng"), renamed("tiêu chí", "Thị xã Quảng Trị", "và Hải Lăng"), rescored("Thị xã Quảng Trị", "2875", "-0,9"), shown=("2.875", "96,2")),
    hard("hai huyện trao số", swap((*THREE, "rows"), 2, 3, "count", "rate"), rescored("Hải Lăng", "-885", "2,9"), rescored("Cam Lộ", "885", "-2,9")),
    hard("hai người theo dõi trao nhau, một huyện đổi tên", each(set_(*THREE, "rows", 2, "who", "Trưởng phòng Tư pháp"), set_(*THREE, "rows", 3, "who", "Trưởng phòng Nội vụ"), set_(*THREE, "rows", 4, "name", "Huyện Đakrông và Hướng Hóa")), changed("tiêu chí", "Nội vụ", "Tư pháp", "who"), changed("tiêu chí", "Tư pháp", "Nội vụ", "who"), renamed("tiêu chí", "Đakrông", "Hướng Hóa")),
    hard("đơn vị tính và nhãn tổng của bảng huyện", each(set_(*THREE, "unit", "Đơn vị tính: bộ hồ sơ"), set_(*THREE, "total", "label", "Cộng")), changed("cột", "hồ sơ", "bộ hồ sơ", "unit"), changed("cột", "Tổng cộng", "Cộng", None)),
    hard("cột mới có công thức, cột người theo dõi bỏ", each(put(*THREE, "columns", 4, column("late", "Trễ hạn (%)", "decimal", compute="100 - rate")), at((*THREE,), lambda table: (table["columns"].pop(), [it.pop("who") for it in table["rows"]]))), added("cột", "Trễ hạn", None), removed("cột", "Người theo dõi", None), shown=("Chánh Văn phòng",)),
    hard("bảng quý sang phụ lục III, một số đổi", _quarters_away, moved("phụ lục", "", ""), rescored("Quý III", "2")),
    hard("bảng quý tách hai nửa năm", _two_tables, added("đề mục", "cụ thể", "table"), moved("tiêu chí", "Quý III", "Quý III"), moved("tiêu chí", "Quý IV", "Quý IV")),
    hard("bảng gói thầu trước bảng quý, một số của bảng quý đổi", lambda plan: (set_(*QUARTERS, "rows", 1, "online", "61")(plan), plan["sections"][1]["items"][1].update(items=[{"table": deepcopy(TENDER)}, {"table": plan["sections"][1]["items"][1].pop("table")}])), added("đề mục", "cụ thể", "table"), rescored("Quý II", "0,75"), shown=("412,5", "Chỉ định thầu")),
    hard("bảng quý bỏ, phụ lục III đổi tên", each(at(("sections", 1, "items", 1), lambda it: it.pop("table")), set_("appendices", 2, "title", ["TÌNH HÌNH TIẾP NHẬN HỒ SƠ"])), removed("đề mục", "cụ thể", "table"), renamed("phụ lục", "HỒ SƠ TIẾP NHẬN", "TÌNH HÌNH TIẾP NHẬN"), shown=("60,25", "72,5")),
    hard("đề mục có bảng đổi tên, bảng thêm cột", each(set_("sections", 1, "items", 1, "title", "Việc giao từng cơ quan"), put(*QUARTERS, "columns", 3, column("meet", "Số cuộc họp", "integer")), at((*QUARTERS, "rows"), lambda rows: [it.update(meet=str(number)) for number, it in enumerate(rows, 31)])), renamed("đề mục", "giải pháp cụ thể", "giao từng cơ quan"), added("cột", "Số cuộc họp", None), shown=("31", "34")),
    hard("bảng quý chuyển lên mục đích, đề mục cũ giữ lời", lambda plan: plan["sections"][0]["items"][0].update(table=plan["sections"][1]["items"][1].pop("table")), moved("đề mục", "", "")),
    hard("sáu hạn Quý III-IV thành Quý III", everywhere("Quý III-IV", "Quý III"), *(changed("tiêu chí", "Quý III-IV", "Quý III", "time") for _ in range(6))),
    hard("hai dòng cuối của lĩnh vực 5 ra ô riêng", _leave_shared, Found("regrouped", "tiêu chí", "5.7.3", "5.7.3")),
    hard("ô chung của lĩnh vực 5 tách hai ô như nhau", _shared_twice, Found("regrouped", "tiêu chí", "5.7.1", "5.7.1")),
    hard("cơ quan của lĩnh vực 4 ghi ở từng dòng", _own_agencies, Found("regrouped", "tiêu chí", "4.1.4", "4.1.4", "agencies")),
    hard("ô chung của lĩnh vực 2 và 5 cùng đổi sản phẩm", each(row("2", lambda it: it["rows"][0]["shared"].update(product="Báo cáo sơ kết")), in_two("5", lambda it: it["rows"][0]["shared"].update(product="Biên bản giao ban"))), changed("tiêu chí", "Các cuộc họp", "Báo cáo sơ kết", "product"), changed("tiêu chí", "Các cuộc họp", "Biên bản", "product")),
    hard("công thức nhóm của bảng I đổi", set_(*ONE, "columns", 3, "group", "sum('score')"), changed("cột", "tổng(“Điểm bị trừ”)", "tổng(“Điểm thẩm định”)", None)),
    hard("tên cột chỉ đổi chữ hoa", set_(*TWO, "columns", 2, "title", "Điểm Chuẩn"), renamed("cột", "Điểm chuẩn", "Điểm Chuẩn", None)),
    hard("một ô chỉ đổi dấu, một ô chỉ đổi chữ hoa, một ô chỉ đổi chấm phẩy", each(cell_words("1.7", "remedy", "tăng cường", "tằng cường"), cell_words("1.3.2", "reason", "Đoàn Kiểm tra", "đoàn kiểm tra"), cell_words("1.1", "reason", "thực hiện tốt; đã", "thực hiện tốt, đã")), changed("tiêu chí", "tăng cường", "tằng cường", "remedy"), changed("tiêu chí", "Đoàn Kiểm tra", "đoàn kiểm tra", "reason"), changed("tiêu chí", "tốt; đã", "tốt, đã", "reason")),
    hard("một ô hai chỗ đổi, một điểm bỏ trống", each(cell_words("1.3.2", "reason", "15 đơn vị", "16 đơn vị"), cell_words("1.3.2", "reason", "38/39 (97,44%)", "39/40 (97,5%)"), cells("1.5", score=None)), changed("tiêu chí", "38/39", "39/40", "reason"), Found("unfilled", "tiêu chí", "1.5", "1.5"), shown=("97,44", "97,5")),
    hard("y tế đổi tên chính thức", _health_renamed, renamed("cơ quan", "Sở Y tế", "Sở Y tế và Dân số")),
    hard("bốn khối cuối xếp ngược", at(BLOCKS, lambda its: its.__setitem__(slice(12, 16), its[12:16][::-1])), *(moved("cơ quan", "", "") for _ in range(3))),
    hard("hai việc hai chiều giữa hai cơ quan, một việc sửa số", each(words(task(4, 0), "100%", "92%"), carry(task(4, 0), task(6, 1)), carry(task(6, 0), task(4, 0))), moved("nhiệm vụ", "Sở Tài chính", "Sở Kế hoạch"), moved("nhiệm vụ", "Sở Kế hoạch", "Sở Tài chính"), shown=("92",)),
    hard("mục đích và yêu cầu đổi chỗ, một đổi tên", each(set_("sections", 0, "items", 0, "title", "Mục đích chung"), exchange(("sections", 0, "items"), 0, 1)), renamed("đề mục", "Mục đích", "Mục đích chung"), moved("đề mục", "", "")),
    hard("năm chỗ ở phần đầu và cuối", each(set_("number", "88"), set_("date", "02/7/2024"), set_("place", "Đông Hà"), set_("recipients", 8, "Lưu: VT, NC_H"), set_("signature", {"lines": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "name": "Lê Đức Tiên"})), Found("filled", "phần đầu", "Số văn bản", "88", "number"), changed("phần đầu", "2024", "7", "date"), changed("phần đầu", "Quảng Trị", "Đông Hà", "place"), changed("nơi nhận", "NC_Y", "NC_H"), changed("chữ ký", "KT. CHỦ TỊCH", "CHỦ TỊCH", "signature.lines")),
    hard("mở đầu bỏ câu cuối, đoạn kết thêm một đoạn", each(lambda plan: plan["preamble"].__setitem__(0, plan["preamble"][0].split(" Đây là kết quả")[0]), put("closing", 1, "Sở Nội vụ công bố kết quả trên Trang thông tin điện tử")), changed("đoạn văn", "Đây là kết quả", "PAPI"), added("đoạn văn", "Sở Nội vụ công bố")),
    hard("phần III lên trước phần II, cả hai đổi tên, câu chung đổi ngày ở một nơi", each(reports([3], CALM), set_("sections", 1, "title", "GIẢI PHÁP CHỦ YẾU"), set_("sections", 2, "title", "TRÁCH NHIỆM THỰC HIỆN"), exchange(("sections",), 1, 2)), renamed("đề mục", "NHIỆM VỤ, GIẢI PHÁP", "GIẢI PHÁP CHỦ YẾU"), renamed("đề mục", "PHÂN CÔNG", "TRÁCH NHIỆM"), moved("đề mục", "", ""), changed("nhiệm vụ", "ngày 05", "ngày 07")),
    hard("khối tư pháp bỏ, việc thứ nhất về văn phòng, câu chung mất theo", at(BLOCKS, lambda its: its[3]["tasks"].insert(0, its.pop(2)["tasks"][0])), removed("cơ quan", "Sở Tư pháp"), moved("nhiệm vụ", "cải cách thể chế", "cải cách thể chế"), removed("nhiệm vụ", "thẩm định"), removed("nhiệm vụ", "ngày 05")),
    hard("sáu thay đổi: bảng, điểm, câu chung, điểm a, chú thích, nơi nhận", each(set_(*THREE, "rows", 2, "count", "2900"), score_two("7.1.4", "0,5"), reports([1], CALM), drop(*POINTS, "items", 0), words(task(5, 1), "125", "126"), drop("recipients", 2)), rescored("Hải Lăng", "25"), rescored("7.1.4", "0,0882", "0,0882"), changed("nhiệm vụ", "ngày 05", "ngày 07"), removed("đoạn văn", "Cử một đầu mối"), changed("nhiệm vụ", "125", "126"), removed("nơi nhận", "MTTQVN")),
    hard("tám thay đổi: phụ lục đổi chỗ và tên, cột, dòng, nhóm, khối, đề mục, bảng quý", each(set_(*THREE, "columns", 3, "title", "Tỷ lệ đúng hạn (%)"), drop(*THREE, "rows", 1), set_("appendices", 2, "title", ["TIẾP NHẬN HỒ SƠ Ở HUYỆN"]), exchange(("appendices",), 1, 2), cells("3", name="Cải cách thủ tục và dịch vụ công"), set_(*QUARTERS, "rows", 0, "docs", "14"), carry((*BLOCKS, 9), (*BLOCKS, 1)), set_("sections", 1, "items", 0, "title", "Giải pháp chung cho mọi cơ quan")), renamed("cột", "Đúng hạn", "Tỷ lệ đúng hạn", None), removed("tiêu chí", "Thị xã"), renamed("phụ lục", "HỒ SƠ TIẾP NHẬN", "TIẾP NHẬN HỒ SƠ"), moved("phụ lục", "", ""), renamed("tiêu chí", "3 Cải cách thủ tục", "dịch vụ công"), rescored("Quý I", "2"), moved("cơ quan", "Giáo dục", "Giáo dục"), renamed("đề mục", "giải pháp chung", "cho mọi cơ quan"), shown=("1.340",)),
    hard("năm dòng của hai phụ lục: điểm, tên, hạn, bỏ, thêm", each(score("3.2.2", "1,25"), cells("3.4.1", name="Tỷ lệ hồ sơ cấp tỉnh giải quyết đúng hạn"), in_two("8.4", lambda it: it.update(time="Tháng 10")), at((*TWO, "rows", 2, "rows"), lambda rows: rows.pop(0)), at((*TWO, "rows", 3, "rows"), lambda rows: rows.append({"code": "8.6", "name": "Tăng số doanh nghiệp thành lập mới", "max": "1", "score": "0,45", "reason": "Giảm 12 doanh nghiệp", "remedy": "Đối thoại hằng quý", "agencies": "Sở Tài chính", "time": "Quý II", "product": "Biên bản đối thoại"}))), rescored("3.2.2", "0,25", "0,25"), renamed("tiêu chí", "CQCM cấp tỉnh", "hồ sơ cấp tỉnh"), changed("tiêu chí", "Quý III-IV", "Tháng 10", "time"), removed("tiêu chí", "7.1.2"), added("tiêu chí", "8.6"), shown=("0,45", "Biên bản đối thoại")),
    hard("chỉ hình thức: hướng giấy, căn lề, bề rộng, kiểu điểm", each(set_("appendices", 2, "orientation", "portrait"), set_(*THREE, "columns", 2, "align", "right"), set_(*THREE, "columns", 2, "width", "18"), set_(*POINTS, "marker", "number")), changed("đoạn văn", "a), b), c)", "1., 2., 3.", "marker")),
    hard("một huyện viết lại cả dòng", set_(*THREE, "rows", 4, office("Đặc khu Cồn Cỏ", "35", "100", "Bí thư Đặc khu")), removed("tiêu chí", "Đakrông"), added("tiêu chí", "Cồn Cỏ"), shown=("815", "Bí thư Đặc khu")),
    hard("dòng 8.5 đổi mã và tên, sang lĩnh vực 7, điểm đổi", each(in_two("8.5", lambda it: it.update(code="7.4", name="Hoàn thành các chỉ tiêu Hội đồng giao", score="1,5")), carry((*TWO, "rows", 3, "rows", 2), (*TWO, "rows", 2, "rows", 6))), moved("tiêu chí", "8.5", "7.4"), renamed("tiêu chí", "Mức độ thực hiện", "Hoàn thành các chỉ tiêu"), Found("rescored", "tiêu chí", "8.5", "7.4", "", ("0,1389", "0,1389"))),
    hard("việc hai câu của y tế: câu đầu giữ, câu sau thành việc của giáo dục, có sửa số", _health_divided, Found("divided", "nhiệm vụ", "Nâng cấp cơ sở vật chất", "98% người dân")),
    hard("năm 2025, hai điểm trống, câu có năm gõ tay đổi", each(set_("year", "2025"), cells("1.1", score=None), cells("1.7", score=None), words(("sections", 1, "items", 0, "items", 2), "xã hội năm 2024", "xã hội năm 2025")), changed("phần đầu", "2024", "2025", "year"), Found("unfilled", "tiêu chí", "1.1", "1.1"), Found("unfilled", "tiêu chí", "1.7", "1.7"), changed("đoạn văn", "năm 2024", "năm 2025")),
    hard("khối cấp xã mới nhận hai việc của khối huyện và câu chung", lambda plan: plan["sections"][2]["assignments"].append({"agency": "ubnd-cap-xa", "tasks": [plan["sections"][2]["assignments"][15]["tasks"].pop(0), "Niêm yết danh sách hộ nghèo tại nhà văn hóa thôn", REPORT]}), added("cơ quan", "UBND các xã"), moved("nhiệm vụ", "tập huấn", "tập huấn"), added("nhiệm vụ", "Niêm yết danh sách"), added("nhiệm vụ", "ngày 05")),
    hard("hai cột của bảng quý trao tên, một cột thêm trước", each(set_(*QUARTERS, "columns", 1, "title", "Hồ sơ trực tuyến (%)"), set_(*QUARTERS, "columns", 2, "title", "Văn bản phải ban hành"), put(*QUARTERS, "columns", 1, column("lead", "Chủ trì")), at((*QUARTERS, "rows"), lambda rows: [it.update(lead="Văn phòng") for it in rows])), renamed("cột", "Văn bản", "Hồ sơ trực tuyến", None), renamed("cột", "Hồ sơ trực tuyến", "Văn bản", None), added("cột", "Chủ trì", None)),
)  # fmt: skip
