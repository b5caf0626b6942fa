# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Edits of the real 2024 plan as an office makes them in a year: ordinary, small, and several at once.

Written whole before the comparison saw any of them: docs/comparison.md has the first run.
"""

from copy import deepcopy

from tests.hard.edits import carry, column, drop, each, hard, moved, put, renamed, set_
from tests.hard.islands import at
from tests.hard.made_up import exchange, renumbered
from tests.hard.real_2024 import (
    BLOCKS,
    MANY,
    OFFICES,
    TABLE,
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
from tests.hard.real_2024_again import in_rows, in_table, rows_of
from tests.hard.real_2024_third import rekeyed
from tests.known_edits import Found, added, changed, removed

__all__ = ["CASES", "OFFICES", "base", "edited"]

PURPOSES = ("sections", 0, "items")
PLAIN = {"remedy": "Giao ban hằng tháng", "agencies": "Thanh tra tỉnh", "time": "Tháng 9", "product": "Biên bản"}  # fmt: skip


def upper(text):
    return text[0].upper() + text[1:]


def _front_in_points(plan):
    """The front's paragraph becomes two tasks."""
    block = plan["sections"][2]["assignments"][14]
    one, two, three = block.pop("text").split("; ")
    block["tasks"] = [f"{one}.", f"{upper(two)}; {three}"]


def _schools_in_points(plan):
    lead, rest = text_of(*task(9, 1)).split(": ", 1)
    set_(*task(9, 1), {"text": f"{lead}:", "items": [upper(it) for it in rest.split("; ")]})(plan)


def _own_remedy(plan):
    """2.4.4 leaves the shared cells; its remedy is its own."""
    rows = rows_of("2")(plan)
    block = rows[0]
    it = block["rows"].pop()
    rows.append({**it, **deepcopy(block["shared"]), "remedy": "Lập đường dây nóng tiếp nhận vướng mắc"})  # fmt: skip


def _fields_in_one(plan):
    """Field 4 goes into field 5, which has another name and the points of both."""
    rows = plan["appendices"][0]["table"]["rows"]
    gone = rows.pop(3)
    rows[3].update(name="Cải cách tổ chức bộ máy và chế độ công vụ", max="25,5")
    rows[3]["rows"] = [*gone["rows"], *rows[3]["rows"]]


def _survey_in_two(plan):
    """The last two criteria of 8.1 have a group of their own."""
    rows = rows_of("8")(plan)
    group = {"code": "8.2", "name": "Kết quả và phản ánh", "rows": rows[0]["rows"][3:]}
    rows[0]["rows"] = rows[0]["rows"][:3]
    rows.insert(1, group)


def _in_three(plan):
    """The appendix becomes three; the first keeps its title."""
    table = plan["appendices"][0]["table"]
    rows = table["rows"]
    for title, part in (("LĨNH VỰC TỔ CHỨC, CÔNG VỤ, TÀI CHÍNH", rows[3:6]), ("LĨNH VỰC SỐ VÀ TÁC ĐỘNG", rows[6:])):  # fmt: skip
        plan["appendices"].append({"title": [title], "table": {"columns": deepcopy(table["columns"]), "rows": part}})  # fmt: skip
    table["rows"] = rows[:3]


def _common_gone(plan):
    """The heading of the common solutions goes, its points stand in the part."""
    items = plan["sections"][1]["items"]
    items[0:1] = items[0]["items"]


def _renamed_office(plan):
    old, new = "Sở Thông tin và Truyền thông", "Sở Thông tin và Chuyển đổi số"
    everywhere(old, new)(plan)
    plan["agencies"] = deepcopy(OFFICES)
    plan["agencies"]["so-thong-tin-va-truyen-thong"]["name"] = new


def _planning_in_three(plan):
    """Three clauses of a duty: one stays, one goes to finance, one to the tax office."""
    one, two, three = text_of(*task(6, 0)).rstrip(".").split("; ")
    set_(*task(6, 0), f"{one}.")(plan)
    put(*task(4, 2), f"{upper(two)}.")(plan)
    put(*task(11, 3), f"{upper(three)}.")(plan)


def _part_in_two(plan):
    """The last three blocks stand in a part of their own."""
    blocks = plan["sections"][2]["assignments"]
    rest = blocks[13:]
    del blocks[13:]
    plan["sections"].append({"title": "PHỐI HỢP VÀ TUYÊN TRUYỀN", "assignments": rest})


def _everything_long(plan):
    everywhere("CCHC", "cải cách hành chính")({"it": plan["sections"][1]})


def _last_first(plan):
    """The last sentence of the opening comes first."""
    text = plan["preamble"][0]
    head, tail = text.split(" Đây là kết quả")
    plan["preamble"][0] = f"Đây là kết quả{tail} {head}"


def _aims_in_points(plan):
    """The last aim becomes a lead-in and a point for each of its clauses."""
    clauses = text_of(*PURPOSES, 0, "items", 2).rstrip(".").split("; ")
    set_(*PURPOSES, 0, "items", 2, {"text": "Tập trung ba việc:", "items": [f"{upper(it)}." for it in clauses]})(plan)  # fmt: skip


def _first_third(plan):
    """The duty that all share is taken over by an office of its own, new in the plan."""
    text = plan["sections"][2]["assignments"][0]["tasks"].pop()
    put(*BLOCKS, 13, {"agency": "ban-dan-toc", "tasks": [text.replace("100%", "95%"), "Hỗ trợ xã đặc biệt khó khăn lập hồ sơ trực tuyến."]})(plan)  # fmt: skip


def _survey_fields(plan):
    """Fields 4 and 5 change places; each takes the other's code, the rows keep theirs."""
    rows = plan["appendices"][0]["table"]["rows"]
    rows[3]["code"], rows[4]["code"] = rows[4]["code"], rows[3]["code"]
    rows[3], rows[4] = rows[4], rows[3]


CASES = (
    hard("hạn của ba tiêu chí", each(cells("1.3.2", time="Quý III"), cells("1.5", time="Trước ngày 15/11/2024"), cells("6.1.3", time="Quý III năm {{ year }}")), changed("tiêu chí", "Quý III-IV", "Quý III", "time"), changed("tiêu chí", "Quý IV", "15/11/2024", "time"), changed("tiêu chí", "Quý IV năm", "Quý III năm", "time")),
    hard("tỷ lệ trong lý do và điểm của 6.1.3", each(score("6.1.3", "0,9907"), cell_words("6.1.3", "reason", "99,72% (229.686", "99,85% (229.986")), rescored("6.1.3", "0,01", "0,01"), changed("tiêu chí", "99,72", "99,85", "reason"), shown=("229.686", "229.986")),
    hard("ngoặc kép cong thành ngoặc thẳng", words(task(10, 1), "“ngoài kế hoạch”", '"ngoài kế hoạch"'), changed("nhiệm vụ", "“ngoài", '"ngoài')),
    hard("gạch nối của giai đoạn thành gạch dài", words(task(10, 0), "2022-2025", "2022–2025"), changed("nhiệm vụ", "2022-2025", "2022–2025")),
    hard("tên người được nhắc thêm chức danh", words((*MANY, 3), "Chủ tịch UBND tỉnh Quảng Trị, Trưởng", "đồng chí Chủ tịch UBND tỉnh Quảng Trị, Trưởng"), changed("đoạn văn", "giữa Chủ tịch", "đồng chí Chủ tịch")),
    hard("ba dòng chức danh ký thành hai", set_("signature", "lines", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]), changed("chữ ký", "KT. CHỦ TỊCH", "CHỦ TỊCH", "signature.lines")),
    hard("việc của thuế về công an", carry(task(11, 1), task(10, 2)), moved("nhiệm vụ", "sổ hộ khẩu", "sổ hộ khẩu")),
    hard("đoạn của mặt trận thành hai gạch", _front_in_points, Found("divided", "nhiệm vụ", "giám sát", "Tham gia phối hợp")),
    hard("việc của giáo dục thành câu dẫn và tám điểm", _schools_in_points, Found("divided", "nhiệm vụ", "nhà vệ sinh", "Nhà vệ sinh")),
    hard("2.4.4 ra khỏi ô chung, biện pháp riêng", _own_remedy, Found("regrouped", "tiêu chí", "2.4.4", "2.4.4"), changed("tiêu chí", "quán triệt", "đường dây nóng", "remedy")),
    hard("lĩnh vực 4 nhập lĩnh vực 5", _fields_in_one, removed("tiêu chí", "4 Cải cách tổ chức"), renamed("tiêu chí", "Cải cách chế độ công vụ", "bộ máy và chế độ"), rescored("5 Cải cách"), *(moved("tiêu chí", code, code) for code in ("4.1.4", "4.1.5", "4.1.6", "4.3.4")), shown=("25,5",)),
    hard("hai dòng cuối của 8.1 thành nhóm 8.2", _survey_in_two, added("tiêu chí", "8.2 Kết quả"), moved("tiêu chí", "8.1.4", "8.1.4"), moved("tiêu chí", "8.1.5", "8.1.5")),
    hard("cột cơ quan thành chủ trì, thêm cột phối hợp", each(in_table(lambda table: (table["columns"][7].update(title="Cơ quan chủ trì"), table["columns"].insert(8, column("help", "Cơ quan phối hợp")))), cells("1.7", help="Các sở, ban, ngành"), cells("8.5", help="Sở Tài chính")), renamed("cột", "chỉ đạo, theo dõi", "Cơ quan chủ trì", None), added("cột", "Cơ quan phối hợp", None)),
    hard("sản phẩm đổi tên, lên trước lý do, một điểm đổi", each(score("3.2.2", "1,2"), in_table(lambda table: (table["columns"][9].update(title="Kết quả phải đạt"), table["columns"].insert(5, table["columns"].pop(9))))), renamed("cột", "Sản phẩm", "Kết quả phải đạt", None), moved("cột", "", ""), rescored("3.2.2", "0,2", "0,2")),
    hard("cột điểm tự chấm ở ba dòng", each(in_table(lambda table: table["columns"].insert(3, column("self", "Điểm tự chấm", "decimal"))), cells("1.1", self="1,5"), cells("1.5", self="1,75"), cells("6.3.3", self="0,65")), added("cột", "Điểm tự chấm", None), shown=("1,75", "0,65")),
    hard("cột điểm có mã, tên mới, một điểm đổi", each(score("5.5.2", "0,8424"), rekeyed("score", "cham"), in_table(lambda table: (table["columns"][3].update(title="Điểm Bộ Nội vụ chấm", total="sum('cham')"), table["columns"][4].update(compute="cham - max")))), renamed("cột", "Điểm thẩm định", "Bộ Nội vụ chấm", None), rescored("5.5.2", "0,1", "0,1"), shown=("0,7424", "0,8424")),
    hard("phụ lục thành ba", _in_three, added("phụ lục", "TỔ CHỨC, CÔNG VỤ"), added("phụ lục", "SỐ VÀ TÁC ĐỘNG"), *(moved("tiêu chí", name, name) for name in ("4 Cải cách", "5 Cải cách", "6 Cải cách", "7 Xây dựng", "8 Tác động"))),
    hard("ghi chú dưới phụ lục", set_("appendices", 0, "notes", ["*Ghi chú: SIPAS là chỉ số hài lòng.*"]), added("đoạn văn", "SIPAS là chỉ số")),
    hard("đề mục giải pháp chung tan", _common_gone, removed("đề mục", "giải pháp chung")),
    hard("thông tin truyền thông đổi tên ở mọi nơi", _renamed_office, renamed("cơ quan", "Truyền thông", "Chuyển đổi số"), changed("tiêu chí", "Truyền thông", "Chuyển đổi số", "product"), changed("tiêu chí", "7.1.4", "Chuyển đổi số", "agencies"), changed("tiêu chí", "7.3.2", "Chuyển đổi số", "agencies")),
    hard("hai yêu cầu đổi chỗ, quyết định khác", each(words((*PURPOSES, 1, "items", 3), "250/QĐ-UBND ngày 22/12/2023", "255/QĐ-UBND ngày 25/12/2023"), exchange((*PURPOSES, 1, "items"), 1, 2)), moved("đoạn văn", "", ""), changed("đoạn văn", "250/QĐ", "255/QĐ"), shown=("22", "25")),
    hard("chỉ số công bố lại", each(set_("indices", "par_index", "score", "87,1"), set_("indices", "par_index", "rank", "38")), Found("rescored", "chỉ số", "86,25", "87,1", "par_index"), shown=("41", "38")),
    hard("đoạn kết và nơi nhận", each(words(("closing", 0), "định kỳ hàng quý", "trước ngày 10 hằng tháng"), put("recipients", 4, "Văn phòng Đoàn đại biểu Quốc hội tỉnh"), put("recipients", 9, "Trung tâm Phục vụ hành chính công tỉnh")), changed("đoạn văn", "hàng quý", "hằng tháng"), added("nơi nhận", "Đoàn đại biểu"), added("nơi nhận", "Trung tâm Phục vụ")),
    hard("một việc ba vế của kế hoạch chia ba cơ quan", _planning_in_three, Found("divided", "nhiệm vụ", "tái gia nhập", "Nâng cao số vốn")),
    hard("ba việc thêm, hai bỏ, một hạn", each(put(*task(2, 2), "Kiểm tra văn bản của ba huyện trong quý II."), put(*task(8, 4), "Công khai giá dịch vụ khám bệnh tại quầy."), put(*task(12, 0), "Mở thêm một tổ giải quyết vướng mắc ở cửa khẩu Lao Bảo."), drop(*task(9, 2)), drop(*task(6, 1)), words(task(7, 0), "tháng 12/", "tháng 9/")), added("nhiệm vụ", "ba huyện"), added("nhiệm vụ", "giá dịch vụ"), added("nhiệm vụ", "Lao Bảo"), removed("nhiệm vụ", "cải thiện hơn nữa"), removed("nhiệm vụ", "Theo dõi tiến độ"), changed("nhiệm vụ", "tháng 12", "tháng 9")),
    hard("sáu điểm đổi, một dòng bỏ, một dòng thêm", each(*(score(code, value) for code, value in (("1.1", "1,5"), ("1.5", "1,5"), ("2.4.1", "0,85"), ("5.7.1", "0,7"), ("7.3.7", "0,9"), ("8.1.5", "1,6"))), lose("4.3.4"), gain("3", 4, code="3.5", name="Trả lời phản ánh trên Cổng dịch vụ công", max="1", score="0,4", reason="Chậm 12 phản ánh", **PLAIN)), rescored("1.1", "0,0259", "0,0259"), rescored("1.5", "0,5", "0,5"), rescored("2.4.1", "0,0436", "0,0436"), rescored("5.7.1", "-0,0639", "-0,0639"), rescored("7.3.7", "0,1092", "0,1092"), rescored("8.1.5", "0,0268", "0,0268"), removed("tiêu chí", "4.3.4"), added("tiêu chí", "3.5"), shown=("0,8181", "Chậm 12 phản ánh")),
    hard("hai mã trao nhau", swap("3.4.1", "3.4.2", "code"), renumbered("3.4.1 Tỷ lệ", "3.4.2 Tỷ lệ"), renumbered("3.4.2 Tỷ lệ", "3.4.1 Tỷ lệ")),
    hard("7.1.4 tách một nửa điểm sang 7.1.5", each(cells("7.1.4", max="0,5", score="0,2"), gain("7", 3, code="7.1.5", name="Số dịch vụ dữ liệu của cấp xã", max="0,5", score="0,1", reason="Mới có hai xã", **PLAIN)), rescored("7.1.4", "-0,5", "-0,2118", "0,2882"), added("tiêu chí", "7.1.5")),
    hard("bỏ in nghiêng của một câu", words(("sections", 1, "items", 1, "text"), "*tại Phụ lục của Kế hoạch này*", "tại Phụ lục của Kế hoạch này"), changed("đoạn văn", "tại Phụ lục", "tại Phụ lục")),
    hard("in đậm một tỷ lệ", words((*MANY, 2), "100%", "**100%**"), changed("đoạn văn", "100%", "100%")),
    hard("tên khối huyện sửa thứ tự", set_(*BLOCKS, 15, "title", "UBND các huyện, thị xã, thành phố"), renamed("cơ quan", "thành phố thị xã", "thị xã, thành phố")),
    hard("đoạn của mặt trận có gạch đầu dòng", at((*BLOCKS, 14), lambda it: it.update(tasks=[it.pop("text")])), changed("nhiệm vụ", "không có số hay dấu", "-", "marker")),
    hard("ba khối cuối sang phần riêng", _part_in_two, added("đề mục", "PHỐI HỢP VÀ TUYÊN TRUYỀN")),
    hard("thêm ba căn cứ", set_("bases", ["Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Nghị quyết số 76/NQ-CP", "Theo đề nghị của Giám đốc Sở Nội vụ"]), added("căn cứ", "Luật Tổ chức"), added("căn cứ", "76/NQ-CP"), added("căn cứ", "Theo đề nghị")),
    hard("hàng quý thành hằng quý ở mọi nơi", everywhere("hàng quý", "hằng quý"), changed("nhiệm vụ", "hàng quý", "hằng quý"), changed("đoạn văn", "hàng quý", "hằng quý")),
    hard("CCHC viết đủ trong phần II", _everything_long, *(changed("đoạn văn", "CCHC", "cải cách hành chính") for _ in range(5))),
    hard("5.2.3 và 5.2.4 đổi chỗ, mã theo chỗ", in_rows("5", lambda rows: exchange((), 0, 1)(rows[0]["rows"]) or rows[0]["rows"][0].update(code="5.2.3") or rows[0]["rows"][1].update(code="5.2.4")), renumbered("5.2.3 Tính công khai", "5.2.4 Tính công khai"), renumbered("5.2.4 Tình trạng", "5.2.3 Tình trạng")),
    hard("điểm chuẩn và điểm của 1.1", cells("1.1", max="2", score="1,9"), rescored("1.1", "0,5", "0,4259", "-0,0741")),
    hard("cơ quan của nhóm 2", cells("2", product="Sở Tư pháp, Văn phòng UBND tỉnh"), changed("tiêu chí", "2 Cải cách thể chế", "Văn phòng UBND", "product")),
    hard("gạch trong ô sản phẩm: một bỏ, một thêm", row("6.1.1", lambda it: (it["product"].pop(1), it["product"].append("- Biên bản giao ban tháng."))), changed("tiêu chí", "Công văn chỉ đạo", "Biên bản giao ban", "product")),
    hard("6.3.3 điền hạn, 7.1.2 điền ba ô", each(cells("6.3.3", time="Quý II"), cells("7.1.2", agencies="Bộ Thông tin và Truyền thông", time="Khi có hướng dẫn", product="Văn bản kiến nghị")), Found("filled", "tiêu chí", "6.3.3", "Quý II", "time"), Found("filled", "tiêu chí", "7.1.2", "Bộ Thông tin", "agencies"), Found("filled", "tiêu chí", "7.1.2", "Khi có", "time"), Found("filled", "tiêu chí", "7.1.2", "kiến nghị", "product")),
    hard("lĩnh vực 4 chỉ còn 4.3.4", each(lose("4.1.4"), lose("4.1.5"), lose("4.1.6")), *(removed("tiêu chí", code) for code in ("4.1.4", "4.1.5", "4.1.6")), shown=("0,8141", "0,8221", "0,8261")),
    hard("bốn dòng của lĩnh vực 2 xếp theo điểm", in_rows("2", lambda rows: rows[0]["rows"].sort(key=lambda it: it["score"])), moved("tiêu chí", "", "")),
    hard("khối huyện giao cả cấp xã", set_(*BLOCKS, 15, "agencies", ["ubnd-cap-huyen", "ubnd-cap-xa"]), changed("cơ quan", "huyện", "xã", "agencies")),
    hard("tên phần I viết thường", set_("sections", 0, "title", "Mục đích, yêu cầu"), renamed("đề mục", "MỤC ĐÍCH", "Mục đích")),
    hard("trích yếu thêm chữ", words(("subject",), "năm {{ year }} tỉnh Quảng Trị", "năm {{ year }} trên địa bàn tỉnh Quảng Trị"), changed("phần đầu", "năm 2024 tỉnh", "trên địa bàn", "subject")),
    hard("ba việc của tài nguyên xếp ngược", at((*BLOCKS, 7, "tasks"), lambda its: its.reverse()), moved("nhiệm vụ", "", ""), moved("nhiệm vụ", "", "")),
    hard("câu cuối của mở đầu lên trước", _last_first, changed("đoạn văn", "Trên cơ sở", "Đây là kết quả")),
    hard("mục đích cuối thành câu dẫn và ba điểm", _aims_in_points, Found("divided", "đoạn văn", "cải thiện mạnh mẽ", "Cải thiện mạnh mẽ")),
    hard("câu kiến nghị của mọi cơ quan về Ban Dân tộc, số khác", _first_third, added("cơ quan", "Ban Dân tộc"), moved("nhiệm vụ", "100%", "95%"), added("nhiệm vụ", "đặc biệt khó khăn")),
    hard("lĩnh vực 4 và 5 đổi chỗ, trao mã", _survey_fields, renumbered("4 Cải cách tổ chức", "5 Cải cách tổ chức"), renumbered("5 Cải cách chế độ", "4 Cải cách chế độ")),
    hard("một câu bỏ vế giữa, một câu thêm vế cuối", each(words(task(3, 0), ", thực hiện tốt cơ chế một cửa, một cửa liên thông", ""), words(task(4, 1), "về tài chính, ngân sách", "về tài chính, ngân sách, đất đai và đầu tư công")), changed("nhiệm vụ", "một cửa liên thông", "cải cách TTHC"), changed("nhiệm vụ", "ngân sách", "đầu tư công")),
    hard("hai việc của y tế và giáo dục trao nhau, cả hai sửa", each(words(task(8, 3), "y đức", "y đức, pháp luật"), words(task(9, 2), "trong thời gian đến", "trong năm học {{ year }}"), carry(task(8, 3), task(9, 3)), carry(task(9, 2), task(8, 3))), moved("nhiệm vụ", "y đức", "pháp luật"), moved("nhiệm vụ", "thời gian đến", "năm học")),
    hard("ba dòng sang lĩnh vực 3, một đổi điểm", each(take("7.3.6", "3", 4), take("7.3.7", "3", 5, score="0,8"), take("1.7", "3", 0)), moved("tiêu chí", "7.3.6", "7.3.6"), moved("tiêu chí", "7.3.7", "7.3.7"), moved("tiêu chí", "1.7", "1.7"), rescored("7.3.7", "0,0092", "0,0092")),
    hard("tên ba tiêu chí rút gọn", each(cells("3.4.1", name="Hồ sơ cấp tỉnh giải quyết đúng hạn"), cells("3.4.2", name="Hồ sơ cấp huyện giải quyết đúng hạn"), cells("3.4.3", name="Hồ sơ cấp xã giải quyết đúng hạn")), renamed("tiêu chí", "3.4.1", "Hồ sơ cấp tỉnh"), renamed("tiêu chí", "3.4.2", "Hồ sơ cấp huyện"), renamed("tiêu chí", "3.4.3", "Hồ sơ cấp xã")),
    hard("cột bỏ, cột thêm, tiêu đề đổi", each(in_table(lambda table: table["columns"].pop(8)), row("1.1", lambda it: it.pop("time")), *(row(code, lambda it: it.pop("time")) for code in ("1.3.2", "1.5", "1.7", "3.2.2", "3.4.1", "3.4.2", "3.4.3", "6.1.1", "6.1.3", "6.3.3", "6.3.5", "7.1.2", "7.1.3", "7.1.4", "7.3.2", "7.3.6", "7.3.7", "8.4", "8.5")), *(row(code, lambda it: [each_["shared"].pop("time") for each_ in it["rows"] if "shared" in each_]) for code in ("2", "4", "5", "6")), set_(*TABLE, "columns", 6, "title", "Giải pháp khắc phục")), removed("cột", "Thời gian", None), renamed("cột", "Biện pháp khắc phục", "Giải pháp khắc phục", None), shown=("Bắt đầu từ quý IV 2024",)),
    hard("hai câu một đoạn tách hai đoạn, đoạn sau sang yêu cầu", each(set_(*PURPOSES, 0, "items", 0, text_of(*PURPOSES, 0, "items", 0).split(" Phấn đấu")[0]), put(*PURPOSES, 1, "items", 0, "Phấn đấu" + text_of(*PURPOSES, 0, "items", 0).split("Phấn đấu")[1])), Found("divided", "đoạn văn", "Phấn đấu năm", "Phấn đấu năm")),
    hard("khối tài chính và kế hoạch trao việc đầu tư công, chung một câu", each(drop(*task(6, 1)), set_(*task(4, 0), text_of(*task(4, 0)).rstrip(".") + "; " + lower(text_of(*task(6, 1))))), Found("joined", "nhiệm vụ", "Theo dõi tiến độ", "theo dõi tiến độ")),
    hard("giải pháp chung thành ba đề mục con", at(("sections", 1, "items", 0), lambda it: it.update(items=[{"title": "Về chỉ đạo", "items": it["items"][:2]}, {"title": "Về chỉ tiêu", "items": it["items"][2:4]}, {"title": "Về sáng kiến", "items": it["items"][4:]}])), *(added("đề mục", title) for title in ("Về chỉ đạo", "Về chỉ tiêu", "Về sáng kiến"))),
    hard("năm 2025, ba điểm mới, một khối bỏ, phụ lục đổi tên", each(set_("year", "2025"), *(score(code, value) for code, value in (("1.1", "1,48"), ("1.5", "1,2"), ("8.4", "0,75"))), drop(*BLOCKS, 12), set_("appendices", 0, "title", ["BẢNG KHẮC PHỤC TIÊU CHÍ BỊ TRỪ ĐIỂM NĂM {{ year - 1 }}"])), changed("phần đầu", "2024", "2025", "year"), rescored("1.1", "0,0059", "0,0059"), rescored("1.5", "0,2", "0,2"), rescored("8.4", "0,25", "0,25"), removed("cơ quan", "Hải quan"), *(removed("nhiệm vụ", text) for text in ("đường dây nóng", "VNACCS", "thông quan")), renamed("phụ lục", "NHIỆM VỤ VÀ GIẢI PHÁP", "BẢNG KHẮC PHỤC")),
    hard("mười thay đổi nhỏ", each(set_("place", "Đông Hà"), words(("preamble", 1), "những năm tiếp theo", "các năm tiếp theo"), words((*PURPOSES, 0, "items", 2), "ngày càng tốt hơn", "tốt hơn"), words((*MANY, 4), "bước đột phá", "đột phá"), words(task(1, 2), "hàng năm", "hằng năm"), words(task(13, 0), "chuyên mục, chuyên trang", "chuyên trang, chuyên mục"), cells("1.7", time="Hằng tháng"), score("7.1.3", "0,35"), cells("8.5", product="Báo cáo quý."), set_("recipients", 8, "Lưu: VT, NC")), changed("phần đầu", "Quảng Trị", "Đông Hà", "place"), changed("đoạn văn", "những năm", "các năm"), changed("đoạn văn", "ngày càng", "tốt hơn"), changed("đoạn văn", "bước đột phá", "đột phá"), changed("nhiệm vụ", "hàng năm", "hằng năm"), changed("nhiệm vụ", "chuyên mục, chuyên trang", "chuyên trang, chuyên mục"), changed("tiêu chí", "Thường xuyên", "Hằng tháng", "time"), rescored("7.1.3", "0,05", "0,05"), changed("tiêu chí", "8.5", "Báo cáo quý", "product"), changed("nơi nhận", "NC_Y", "NC")),
)  # fmt: skip
