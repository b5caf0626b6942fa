# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Edits of the five made-up plans, single and several at once: texts, points, tables, forms, appendices of words.

Written whole before the comparison saw any of them: docs/comparison.md has the first run.
"""

from copy import deepcopy

from tests.hard.edits import carry, column, drop, each, hard, moved, put, rekey, renamed, set_
from tests.hard.islands import at
from tests.hard.made_up import (
    AIMS,
    BUDGET,
    DRAFT,
    DUTIES,
    FUNDS,
    JOBS,
    KEEP,
    LOOK,
    MARKS,
    MONEY,
    SELF,
    SHARES,
    STEPS,
    VOLUME,
    WHO,
    WORK,
    Cases,
    exchange,
    renumbered,
)
from tests.hard.real_2024 import everywhere, words
from tests.hard.sums import rescored
from tests.known_edits import Found, added, changed, removed

REMIND = "Gửi báo cáo tình hình văn thư, lưu trữ về Sở Nội vụ trước ngày 10 tháng cuối quý."


def named(name):
    return lambda *cases: Cases(name, *cases, name="made_up_third")


# --------------------------------------------------------------------------------------- 2030


def _lookout_in_points(plan):
    """The two sentences of the check become points under a lead-in."""
    items = plan["sections"][1]["items"][2]["items"]
    items[:] = [{"text": "Công tác kiểm tra thực hiện như sau:", "items": [items[0], items[1]["plain"]]}]  # fmt: skip


def _purpose_in_two(plan):
    """The one sentence of the purpose stands as two points."""
    it = plan["sections"][0]["items"][0]
    it.pop("text")
    it["items"] = [
        "Bảo đảm văn bản hành chính của các cơ quan, đơn vị trong tỉnh được soạn thảo, ký ban hành đúng quy định của pháp luật.",
        "Văn bản được lưu giữ đúng quy định của pháp luật.",
    ]


def _everyone(plan):
    """A sentence for every block; the finance block's text becomes a task."""
    blocks = plan["sections"][2]["assignments"]
    blocks[1]["tasks"] = [blocks[1].pop("text")]
    for block in blocks:
        block["tasks"].append(REMIND)


def _keep_first(plan):
    """The headings of part II change places and get letters; a date moves on."""
    words((*KEEP, 1, "items", 0), "30/6/", "31/5/")(plan)
    exchange(("sections", 1, "items"), 0, 1)(plan)


TEXTS = named("2030")(
    hard("ba căn cứ xếp lại", at(("bases",), lambda its: its.insert(0, its.pop())), moved("căn cứ", "Theo đề nghị", "Theo đề nghị")),
    hard("một căn cứ tách hai", set_("bases", ["Căn cứ Luật Lưu trữ ngày 21/6/2024", "Căn cứ Luật Giao dịch điện tử ngày 22/6/2023", "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư"]), added("căn cứ", "Giao dịch điện tử"), removed("căn cứ", "Theo đề nghị")),
    hard("căn cứ đầu sửa ngày, hai căn cứ sau đổi chỗ", each(words(("bases", 0), "21/6/2024", "26/6/2024"), exchange(("bases",), 1, 2)), changed("căn cứ", "21/6", "26/6"), moved("căn cứ", "", "")),
    hard("hai câu kiểm tra thành hai điểm dưới câu dẫn", _lookout_in_points, added("đoạn văn", "như sau")),
    hard("câu mục đích tách hai", _purpose_in_two, Found("divided", "đoạn văn", "lưu giữ", "lưu giữ")),
    hard("mỗi khối thêm một câu chung", _everyone, *(added("nhiệm vụ", "tháng cuối quý") for _ in range(3))),
    hard("hai đề mục đổi chỗ, một hạn đổi", _keep_first, moved("đề mục", "", ""), changed("đoạn văn", "30/6", "31/5")),
    hard("câu hai đoạn thành một đoạn", at((*DRAFT, 3), lambda it: it.update(text=" ".join(it["text"]))), Found("joined", "đoạn văn", "Người rà soát", "Người rà soát")),
    hard("bỏ đậm, bỏ nghiêng một câu", words((*DRAFT, 5), "*(mỗi quý một lần)* và **nêu tên đơn vị làm tốt**", "(mỗi quý một lần) và nêu tên đơn vị làm tốt"), changed("đoạn văn", "mỗi quý", "mỗi quý")),
    hard("chữ đậm sang chỗ khác trong câu", words((*DRAFT, 5), "Công khai kết quả kiểm tra *(mỗi quý một lần)* và **nêu tên đơn vị làm tốt**", "**Công khai** kết quả kiểm tra *(mỗi quý một lần)* và nêu tên đơn vị làm tốt"), changed("đoạn văn", "Công khai", "Công khai")),
    hard("câu dẫn của điểm kiểm tra sửa, một điểm con thêm", each(set_(*DRAFT, 0, "items", 1, "text", "Kiểm tra hai lần trước khi trình ký:"), put(*DRAFT, 0, "items", 1, "items", 2, "Chữ ký số còn hiệu lực.")), changed("đoạn văn", "Kiểm tra trước", "hai lần"), added("đoạn văn", "Chữ ký số")),
    hard("việc nội vụ tách cho tài chính, hạn đổi", each(words((*DUTIES, 0, "tasks", 1), "15/12", "01/12"), carry((*DUTIES, 0, "tasks", 1), (*DUTIES, 2, "tasks", 1))), moved("nhiệm vụ", "15/12", "01/12")),
    hard("phần tổ chức lên trước phần nội dung", exchange(("sections",), 1, 2), moved("đề mục", "", "")),
    hard("một câu thành chú thích", words((*LOOK, "items", 0), "10 cơ quan, đơn vị", "10 cơ quan, đơn vị^[Có danh sách riêng.]"), changed("đoạn văn", "10 cơ quan", "danh sách riêng")),
    hard("chín thay đổi", each(words(("subject",), "trên địa bàn tỉnh Sông Xanh", "tỉnh Sông Xanh"), drop("bases", 0), words(("sections", 0, "items", 1, "items", 0), "thời gian hoàn thành", "thời hạn"), words((*DRAFT, 2), "pháp luật quy định khác", "mất điện"), drop(*DRAFT, 4), words((*KEEP, 0, "text"), "hồ sơ công việc", "hồ sơ"), words((*LOOK, "items", 0), "10", "15"), words((*DUTIES, 2, "tasks", 0), "31/01", "28/02"), set_("recipients", 3, "UBND các xã, phường, đặc khu")), changed("phần đầu", "trên địa bàn", "tỉnh", "subject"), removed("căn cứ", "Lưu trữ"), changed("đoạn văn", "thời gian", "thời hạn"), changed("đoạn văn", "quy định khác", "mất điện"), removed("đoạn văn", "Bồi dưỡng"), changed("đoạn văn", "hồ sơ công việc", "hồ sơ"), changed("đoạn văn", "10 cơ quan", "15 cơ quan"), changed("nhiệm vụ", "31/01", "28/02"), changed("nơi nhận", "phường", "đặc khu")),
)  # fmt: skip

# --------------------------------------------------------------------------------------- 2031


def _note_to_text(plan):
    """The note under the table stands over it."""
    one = plan["appendices"][0]
    one["text"].append(one.pop("notes")[0].strip("*"))


def _by_lead(plan):
    """The rows across are by office; one row goes over, codes by place."""
    one, two = plan["appendices"][1]["table"]["rows"]
    one["across"], two["across"] = "A. Việc của tỉnh", "B. Việc của xã"
    it = two["rows"].pop()
    one["rows"].append({**it, "code": "3"})
    for code, row in zip("45", two["rows"][0]["rows"], strict=True):
        row["code"] = code


def _budget_column(plan):
    """The farmers' money is no more: its column goes, the sum follows."""
    table = plan["appendices"][0]["table"]
    table["columns"].pop(4)
    table["columns"][4]["compute"] = "province"
    for it in table["rows"]:
        it.pop("farmers")


def _training_apart(plan):
    """The third row is an appendix of its own, with another table."""
    it = plan["appendices"][0]["table"]["rows"].pop()
    table = {"columns": [column("name", "Lớp"), column("people", "Số học viên", "integer"), column("where", "Địa điểm")], "rows": [{"name": "Lớp bán hàng cho người trẻ", "people": "150", "where": "Xã Một"}, {"name": "Lớp bán hàng cho phụ nữ", "people": "100", "where": "Xã Hai"}]}  # fmt: skip
    plan["appendices"].append({"title": ["CÁC LỚP TẬP HUẤN"], "table": table})
    assert it["code"] == "3"


TABLES = named("2031")(
    hard("ghi chú dưới bảng lên lời trên bảng", _note_to_text, moved("đoạn văn", "một lần", "một lần")),
    hard("dòng viết suốt theo nơi làm, một dòng sang", _by_lead, renamed("tiêu chí", "A. Nhóm", "A. Việc của tỉnh"), renamed("tiêu chí", "B. Nhóm", "B. Việc của xã"), moved("tiêu chí", "5 Kiểm tra", "3 Kiểm tra"), renumbered("3 Lập", "4 Lập"), renumbered("4 Tổ chức", "5 Tổ chức")),
    hard("cột nông dân đóng góp bỏ", _budget_column, removed("cột", "Nông dân đóng góp", None), changed("cột", "+ “Nông dân đóng góp”", "“Ngân sách tỉnh”", None), shown=("312,25", "510")),
    hard("tập huấn thành phụ lục riêng với bảng khác", _training_apart, removed("tiêu chí", "3 Tập huấn"), added("phụ lục", "CÁC LỚP TẬP HUẤN"), shown=("180", "Lớp bán hàng cho người trẻ", "Xã Hai")),
    hard("dòng đầu bảng bỏ, mã dồn lên, một số đổi", each(drop(*MONEY, "rows", 0), set_(*MONEY, "rows", 0, "code", "1"), set_(*MONEY, "rows", 1, "code", "2"), set_(*MONEY, "rows", 1, "people", "300")), removed("tiêu chí", "1 Phần mềm"), renumbered("2 Cảm biến", "1 Cảm biến"), renumbered("3 Tập huấn", "2 Tập huấn"), rescored("3 Tập huấn", "50", now="2 Tập huấn"), shown=("1.250,5",)),
    hard("hai dòng tiền trao số người", each(set_(*MONEY, "rows", 0, "people", "400"), set_(*MONEY, "rows", 1, "people", "600")), rescored("1 Phần mềm", "-200"), rescored("2 Cảm biến", "200")),
    hard("nhãn tổng, tên cột số người, tiêu đề phụ lục", each(set_(*MONEY, "total", "label", "Cộng:"), set_(*MONEY, "columns", 2, "title", "Số hộ nông dân"), set_("appendices", 0, "title", "CHỈ TIÊU VÀ KINH PHÍ HỖ TRỢ NĂM {{ year }}")), changed("cột", "Tổng cộng", "Cộng", None), renamed("cột", "Số nông dân", "Số hộ nông dân", None), renamed("phụ lục", "CHỈ TIÊU HỖ TRỢ", "KINH PHÍ HỖ TRỢ")),
    hard("cột cơ quan phối hợp và kinh phí cùng thêm, thời gian lên trước", each(put(*WORK, "columns", 3, column("help", "Phối hợp")), put(*WORK, "columns", 6, column("cost", "Kinh phí", "decimal")), carry((*WORK, "columns", 4), (*WORK, "columns", 2)), at((*WORK, "rows", 1, "rows", 1), lambda it: it.update(help="Sở Tài chính", cost="12,5"))), added("cột", "Phối hợp", None), added("cột", "Kinh phí", None), moved("cột", "", ""), shown=("12,5",)),
    hard("ô chung quý III thành quý IV, một sản phẩm đổi", each(set_(*WORK, "rows", 1, "rows", 0, "shared", "time", "Quý IV"), set_(*WORK, "rows", 1, "rows", 0, "rows", 0, "product", "Danh sách có xác nhận")), changed("tiêu chí", "Quý III", "Quý IV", "time"), changed("tiêu chí", "Danh sách", "có xác nhận", "product")),
    hard("nhóm A bỏ, hai dòng về đầu nhóm B", at((*WORK, "rows"), lambda rows: rows[1]["rows"].__setitem__(slice(0, 0), rows.pop(0)["rows"])), removed("tiêu chí", "A. Nhóm"), moved("tiêu chí", "1 Khảo sát", "1 Khảo sát"), moved("tiêu chí", "2 Lựa chọn", "2 Lựa chọn")),
    hard("một dòng chia hai theo xã", at((*WORK, "rows", 0, "rows"), lambda rows: (rows[0].update(name="Khảo sát nhu cầu của nông dân tại các xã"), rows.insert(1, {"code": "1a", "name": "Khảo sát nhu cầu của nông dân tại các phường", "lead": "Sở Nội vụ", "time": "Tháng 5", "product": "Báo cáo nhanh"}))), renamed("tiêu chí", "xã, phường", "tại các xã"), added("tiêu chí", "1a Khảo sát"), shown=("Báo cáo nhanh",)),
    hard("chỉ số thêm, câu dẫn thêm", each(at(("indices",), lambda it: it.update(export={"name": "Chỉ số Xuất khẩu", "score": "40,5", "rank": "12", "of": "34", "previous_rank": "15"})), put("preamble", 1, "Chỉ số Xuất khẩu của tỉnh đứng trong nhóm khá.")), added("chỉ số", "40,5", "export"), added("đoạn văn", "nhóm khá")),
    hard("mục tiêu thành ba câu", set_("sections", 0, "items", 1, {"text": "Tập huấn và sử dụng:", "items": ["Tập huấn cho 1.250 nông dân;", "Ít nhất 79,46% người học sử dụng được phần mềm."]}), Found("divided", "đoạn văn", "ít nhất 79,46%", "Ít nhất 79,46%")),
    hard("số và ngày, người ký, hai cơ quan đổi chỗ, một số bảng I, một ô bảng II", each(set_("number", "131"), set_("date", "12/6/2031"), set_("signature", "name", "Võ Thị Thử"), exchange(("sections", 1, "assignments"), 0, 1), set_(*MONEY, "rows", 2, "farmers", "15,5"), set_(*WORK, "rows", 0, "rows", 0, "product", "Báo cáo, bảng số liệu")), changed("phần đầu", "128", "131", "number"), changed("phần đầu", "05", "12", "date"), changed("chữ ký", "Trần Thị", "Võ Thị", "signature.name"), moved("cơ quan", "", ""), rescored("3 Tập huấn", "15,5", "15,5"), changed("tiêu chí", "Báo cáo khảo sát", "bảng số liệu", "product")),
)  # fmt: skip

# --------------------------------------------------------------------------------------- 2032


def _two_more_rows(plan):
    """Two rows more; the heading has another title."""
    table = plan["sections"][0]["items"][2]["items"][0]["table"]
    table["rows"][2:] = [{"name": name, "count": count, "max": "100", "score": mark} for name, count, mark in (("Đơn vị sự nghiệp", "30", "60,25"), ("Doanh nghiệp nhà nước", "14", "77"))]  # fmt: skip
    plan["sections"][0]["items"][2]["title"] = "Kết quả tự chấm điểm năm {{ year - 1 }}"


def _second_table(plan):
    """A table of departments stands before the table of groups, in the same columns."""
    items = plan["sections"][0]["items"][2]["items"]
    new = deepcopy(items[0]["table"])
    new["rows"] = [{"name": "Sở Nội vụ", "count": "1", "max": "100", "score": "91,5"}, {"name": "Sở Tài chính", "count": "1", "max": "100", "score": "87,25"}]  # fmt: skip
    items[0]["table"]["rows"][0]["score"] = "88,5"
    items.insert(0, {"table": new})


BODY = named("2032")(
    hard("hai dòng thêm, đề mục đổi tên", _two_more_rows, added("tiêu chí", "Đơn vị sự nghiệp"), added("tiêu chí", "Doanh nghiệp"), renamed("đề mục", "tự đánh giá", "tự chấm điểm"), shown=("60,25", "77")),
    hard("bảng các sở trước bảng nhóm, một điểm đổi", _second_table, added("đề mục", "tự đánh giá", "table"), rescored("Sở, ban", "0,25", "0,25"), shown=("91,5", "88,25")),
    hard("bảng bỏ, câu sau bảng sửa", each(drop(*SELF, "items", 0), set_(*SELF, "items", 0, {"plain": "Điểm của từng nhóm là căn cứ để chọn cơ quan được kiểm tra trước."})), removed("đề mục", "tự đánh giá", "table"), changed("đoạn văn", "các nhóm", "từng nhóm"), shown=("88,25",)),
    hard("cột điểm tối đa bỏ, công thức theo", at(MARKS, lambda table: (table["columns"].pop(2), table["columns"][3].update(compute="score - 100"), [it.pop("max") for it in table["rows"]])), removed("cột", "Điểm tối đa", None), changed("cột", "- “Điểm tối đa”", "- 100", None)),
    hard("kính gửi ba nơi", set_("addressees", ["UBND các xã, phường", "Các phòng, đơn vị thuộc Sở", "Công an tỉnh"]), moved("kính gửi", "", ""), added("kính gửi", "Công an tỉnh")),
    hard("đề mục tự đánh giá sang phần tổ chức, một số đổi", each(set_(*MARKS, "rows", 0, "count", "20"), carry(SELF, ("sections", 1, "items", 0))), moved("đề mục", "tự đánh giá", "tự đánh giá"), rescored("Sở, ban", "2")),
    hard("sở đổi tên ở mọi nơi", each(everywhere("Sở Khoa học và Công nghệ", "Sở Chuyển đổi số"), set_("issuer", "name", ["SỞ CHUYỂN ĐỔI SỐ"]), set_("symbol", "KH-SCĐS")), changed("phần đầu", "SỞ KHOA HỌC", "SỞ CHUYỂN ĐỔI SỐ", "issuer.name"), changed("phần đầu", "Khoa học", "Chuyển đổi số", "issuer.short"), changed("phần đầu", "KH-SKHCN", "KH-SCĐS", "symbol"), changed("đoạn văn", "Khoa học và Công nghệ", "Chuyển đổi số")),
    hard("việc sao lưu tách hai, kinh phí bỏ", each(set_("sections", 0, "items", 1, "Việc sao lưu dữ liệu."), put("sections", 0, "items", 2, "Việc cập nhật bản vá của máy chủ, máy trạm."), drop("sections", 1, "items", 1)), Found("divided", "đoạn văn", "bản vá", "bản vá"), removed("đoạn văn", "Kinh phí")),
    hard("hai phần gộp một, tên mới", lambda plan: (plan["sections"][0].update(title="NỘI DUNG VÀ TỔ CHỨC"), plan["sections"][0]["items"].extend(plan["sections"].pop()["items"])), renamed("đề mục", "NỘI DUNG KIỂM TRA", "NỘI DUNG VÀ TỔ CHỨC"), removed("đề mục", "TỔ CHỨC THỰC HIỆN")),
    hard("nhãn cộng, tên hai cột, một điểm", each(set_(*MARKS, "total", "label", "Cả tỉnh"), set_(*MARKS, "columns", 0, "title", "Nhóm"), set_(*MARKS, "columns", 4, "title", "Số điểm còn thiếu"), set_(*MARKS, "rows", 1, "score", "72")), changed("cột", "Cộng", "Cả tỉnh", None), renamed("cột", "Nhóm cơ quan", "Nhóm", None), renamed("cột", "Còn thiếu", "Số điểm còn thiếu", None), rescored("Xã, phường", "0,95", "0,95")),
)  # fmt: skip

# --------------------------------------------------------------------------------------- 2033


def _energy_apart(plan):
    """Energy is a heading of its own beside the others' heading; a share is another."""
    it = plan["sections"][0]["items"][1]["items"].pop(0)
    it["items"][1]["items"][0] = "Giảm 20% lượng xăng của xe dùng chung."
    it["title"] = "Mục tiêu năng lượng"
    plan["sections"][0]["items"].insert(1, it)


def _waste_flat(plan):
    """The heading of the sorting of waste is gone, all below stands a level higher."""
    waste = plan["sections"][0]["items"][1]["items"][1]
    it = waste["items"].pop(0)
    waste["items"] = [it["text"], *it["items"]]


MARKED = named("2033")(
    hard("năng lượng thành mục riêng, một tỷ lệ đổi", _energy_apart, moved("đề mục", "Năng lượng", "năng lượng"), renamed("đề mục", "Năng lượng", "Mục tiêu năng lượng"), changed("đoạn văn", "15%", "20%")),
    hard("đề mục phân loại tan", _waste_flat, removed("đề mục", "Phân loại")),
    hard("in nghiêng tái chế bỏ", words((*AIMS, 1, "items", 0, "items", 0), "*Tái chế:*", "Tái chế:"), changed("đoạn văn", "Tái chế", "Tái chế")),
    hard("chỉ số dưới của khí bỏ", words((*WHO, 1, "tasks", 1), "CO~2~", "CO2"), changed("nhiệm vụ", "của từng cơ quan", "CO2")),
    hard("đợt một lùi một tháng, thêm đợt bốn", each(words((*JOBS, 3, "items", 0), "tháng 3", "tháng 4"), put(*JOBS, 3, "items", 2, "Đợt bốn vào tháng 12.")), changed("đoạn văn", "tháng 3", "tháng 4"), added("đoạn văn", "Đợt bốn")),
    hard("tài chính và khoa học trao việc", each(set_(*WHO, 2, "task", "chủ trì xây dựng phần mềm ghi sổ phát thải."), set_(*WHO, 3, "task", "Giao {{ agency }} tham mưu UBND tỉnh bố trí kinh phí thực hiện Kế hoạch.")), moved("nhiệm vụ", "", ""), moved("nhiệm vụ", "", "")),
    hard("văn phòng bỏ, nội vụ nhận thêm", each(drop(*WHO, 4, "items", 1), words((*WHO, 4, "items", 0, "task"), "tiêu chí thi đua", "tiêu chí thi đua của năm")), removed("cơ quan", "Văn phòng"), removed("nhiệm vụ", "thí điểm"), changed("nhiệm vụ", "thi đua", "thi đua của năm")),
    hard("mục tiêu chung viết lại", set_("sections", 0, "items", 0, "text", "Đưa mọi trụ sở về mức phát thải thấp vào cuối kỳ."), removed("đoạn văn", "Giảm lượng"), added("đoạn văn", "Đưa mọi trụ sở")),
    hard("sửa chữa và mua sắm đổi chỗ, hạn kiểm kê đổi", each(words((*JOBS, 0), "31/3/", "30/4/"), exchange(JOBS, 1, 2)), changed("đoạn văn", "31/3", "30/4"), moved("đề mục", "", "")),
    hard("xăng, dầu sang rác thải, đổi tên, một câu bỏ", each(drop(*AIMS, 0, "items", 1, "items", 1), set_(*AIMS, 0, "items", 1, "title", "Xe dùng chung"), carry((*AIMS, 0, "items", 1), (*AIMS, 1, "items", 1))), moved("đề mục", "Xăng, dầu", "Xe dùng chung"), renamed("đề mục", "Xăng, dầu", "Xe dùng chung"), removed("đoạn văn", "Thay thế")),
    hard("phần nhiệm vụ chia hai", lambda plan: plan["sections"].insert(2, {"title": "TUYÊN TRUYỀN", "marker": "number", "items": [plan["sections"][1]["items"].pop(3) for _ in range(2)]}), added("đề mục", "TUYÊN TRUYỀN")),
    hard("khối cấp xã đổi tên in, thêm việc", each(set_("sections", 2, "assignments", 0, "title", "Riêng {{ agency }}:"), at(("sections", 2, "assignments", 0), lambda it: it.update(tasks=[it.pop("text"), "Cấp thùng rác ba ngăn cho mỗi thôn."]))), renamed("cơ quan", "Đối với", "Riêng"), added("nhiệm vụ", "ba ngăn")),
    hard("bảy thay đổi", each(words((*AIMS, 0, "items", 0, "text"), "10%", "8%"), drop(*AIMS, 0, "items", 2), set_(*AIMS, 2, "title", "Quản lý số liệu"), words((*JOBS, 1, "text"), "mái, cửa", "mái"), put(*JOBS, 3, "Mỗi cơ quan trồng mười cây xanh."), words((*WHO, 0, "text"), "Người đứng đầu", "Thủ trưởng"), exchange(WHO, 2, 3)), changed("đoạn văn", "10%", "8%"), removed("đề mục", "Nước sạch"), removed("đoạn văn", "thất thoát"), renamed("đề mục", "Quản lý", "Quản lý số liệu"), changed("đoạn văn", "mái, cửa", "mái"), added("đoạn văn", "mười cây"), changed("đoạn văn", "Người đứng đầu", "Thủ trưởng"), moved("cơ quan", "", "")),
)  # fmt: skip

# --------------------------------------------------------------------------------------- 2034


def _words_to_new(plan):
    """The procedure is cut in two appendices, its heading's texts with it; a share of pixels changed."""
    words((*STEPS, 2, "items", 0, "text"), "300 dpi", "350 dpi")(plan)
    part = plan["appendices"][2]["items"].pop(2)
    plan["appendices"].insert(3, {"label": "Phụ lục số 03a", "title": "THỰC HIỆN SỐ HÓA", "items": part["items"]})  # fmt: skip


def _volume_in_two(plan):
    """The communes' heading with its table is an appendix of its own; a share changed."""
    set_(*SHARES, "rows", 0, "new", "75")(plan)
    part = plan["appendices"][0]["items"].pop()
    plan["appendices"].insert(1, {"label": "Biểu 01b", "title": ["MỨC SỐ HÓA Ở CẤP XÃ"], "items": part["items"]})  # fmt: skip


def _finance_shared(plan):
    """The third department comes under the shared cells: its own words go."""
    rows = plan["appendices"][0]["items"][0]["items"][0]["table"]["rows"][0]["rows"]
    it = rows.pop()
    it.pop("how - note")
    rows[0]["rows"].append(it)


FORMS = named("2034")(
    hard("phụ lục lời văn tách hai, độ phân giải đổi", _words_to_new, added("phụ lục", "THỰC HIỆN SỐ HÓA"), removed("đề mục", "Thực hiện"), moved("đề mục", "Quét tài liệu", "Quét tài liệu"), moved("đề mục", "Nhập thông tin", "Nhập thông tin"), changed("đoạn văn", "300", "350")),
    hard("bảng cấp xã thành phụ lục riêng, một tỷ lệ đổi", _volume_in_two, added("phụ lục", "MỨC SỐ HÓA"), removed("đề mục", "CẤP XÃ"), moved("đoạn văn", "Mỗi xã", "Mỗi xã"), moved("phụ lục", "", ""), rescored("đồng bằng", "5", "5"), shown=("70", "75")),
    hard("sở khoa học vào ô chung", _finance_shared, Found("regrouped", "tiêu chí", "3 Sở Khoa học", "3 Sở Khoa học", None), changed("tiêu chí", "Đã số hóa xong", "Thuê đơn vị", None)),
    hard("mỗi đợt 50.000 thành 40.000, một hạn", each(words((*VOLUME, "rows", 0, "rows", 0, "shared", "how - note"), "50.000", "40.000"), words((*VOLUME, "rows", 1, "rows", 0, "note"), "31/3", "30/4")), changed("tiêu chí", "50.000", "40.000", None), changed("tiêu chí", "31/3", "30/4", "note")),
    hard("văn phòng đang thống kê", set_(*VOLUME, "rows", 1, "rows", 0, "have - rest", "Đang thống kê đợt hai"), changed("tiêu chí", "Chưa thống kê", "Đang thống kê", None)),
    hard("tiêu đề mẫu 04, hai dòng lời đổi, cột số trang đổi tên", each(set_("appendices", 3, "title", "BÁO CÁO TIẾN ĐỘ SỐ HÓA TÀI LIỆU"), set_("appendices", 3, "items", 0, "Tên cơ quan, địa phương: ........"), set_("appendices", 3, "items", 2, "items", 0, "table", "columns", 2, "title", "Số tờ")), renamed("phụ lục", "KẾT QUẢ", "TIẾN ĐỘ"), changed("đoạn văn", "Tên cơ quan", "địa phương"), renamed("cột", "Số trang", "Số tờ", None)),
    hard("mẫu 04 bỏ, quy trình bỏ một điểm", each(drop("appendices", 3), drop(*STEPS, 1, "items", 0)), removed("phụ lục", "BÁO CÁO KẾT QUẢ"), *(removed("đề mục", title) for title in ("KẾT QUẢ SỐ HÓA", "KHÓ KHĂN")), *(removed("đoạn văn", "Mẫu số 04") for _ in range(4)), removed("đoạn văn", "Lập danh mục"), shown=("Hồ sơ về tổ chức cán bộ",)),
    hard("số lượng máy quét và đơn giá nhân công", each(set_(*BUDGET, "rows", 0, "rows", 0, "count", "8"), set_(*BUDGET, "rows", 1, "rows", 1, "price", "5")), rescored("khổ A4", "2", "91"), rescored("Quét và nhập", "0,22", "33")),
    hard("nhóm thiết bị thêm máy, nhóm mới phần mềm", each(put(*BUDGET, "rows", 0, "rows", 2, {"name": "Máy quét phim", "count": "1", "price": "320"}), put(*BUDGET, "rows", 1, {"name": "Phần mềm", "rows": [{"name": "Phần mềm nhận dạng chữ", "count": "3", "price": "60"}]})), added("tiêu chí", "Máy quét phim"), added("tiêu chí", "Phần mềm"), added("tiêu chí", "nhận dạng chữ"), shown=("320", "60")),
    hard("bảng nguồn kinh phí: hai nguồn trao số, nhãn tổng", each(set_(*FUNDS, "rows", 0, "money", "480"), set_(*FUNDS, "rows", 1, "money", "1.250"), set_(*FUNDS, "total", "label", "Cộng")), rescored("Ngân sách tỉnh", "-770"), rescored("Ngân sách xã", "770"), changed("cột", "Tổng cộng", "Cộng", None)),
    hard("chuẩn bị: câu dẫn và hai điểm thành một câu", set_(*STEPS, 1, "items", 1, "Kiểm tra tình trạng tài liệu: tài liệu rách, mờ phải tu bổ trước khi quét; tài liệu mật thực hiện theo quy định riêng."), Found("joined", "đoạn văn", "Tài liệu mật", "tài liệu mật")),
    hard("bảng trường thông tin: dòng thêm trước, một ô đổi, đề mục đổi tên", each(put(*STEPS, 2, "items", 1, "table", "rows", 0, {"field": "Mã hồ sơ", "must": "Có"}), set_(*STEPS, 2, "items", 1, "table", "rows", 3, "must", "Có"), set_(*STEPS, 2, "items", 1, "title", "Nhập dữ liệu mô tả")), added("tiêu chí", "Mã hồ sơ"), changed("tiêu chí", "Không", "Có", "must"), renamed("đề mục", "Nhập thông tin", "Nhập dữ liệu")),
    hard("biểu 01 và biểu 02 trao ký hiệu", each(set_("appendices", 0, "label", "Biểu 02"), set_("appendices", 1, "label", "Biểu 01")), changed("phụ lục", "Biểu 01", "Biểu 02", "label"), changed("phụ lục", "Biểu 02", "Biểu 01", "label")),
    hard("cột đang lưu, đã số hóa đổi mã; một số đổi", each(set_(*VOLUME, "rows", 0, "rows", 1, "done", "61.500"), rekey(VOLUME, "done", "xong"), set_(*VOLUME, "columns", 3, "total", "sum('xong')")), rescored("3 Sở Khoa học", "500", "-500")),
    hard("chín thay đổi: lời, điểm, bảng, nơi nhận, nhãn", each(set_("signature", "lines", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]), drop("recipients", 1), words(("sections", 1, "assignments", 0, "tasks", 0), "tổng hợp báo cáo", "tổng hợp, báo cáo quý"), set_(*FUNDS, "rows", 1, "money", "510"), set_(*VOLUME, "rows", 0, "rows", 0, "rows", 0, "have", "182.500"), set_("appendices", 1, "text", "Dự toán gồm chi cho thiết bị, phần mềm và chi cho nhân công."), words((*STEPS, 0), "tài liệu giấy", "tài liệu giấy, phim"), set_("appendices", 1, "notes", ["*Ghi chú: đơn giá theo báo giá quý III năm {{ year - 1 }}.*"]), set_(*SHARES, "columns", 0, "title", "Vùng")), changed("chữ ký", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "signature.lines"), removed("nơi nhận", "Các sở"), changed("nhiệm vụ", "tổng hợp báo cáo", "báo cáo quý"), rescored("Ngân sách xã", "30"), rescored("1 Sở Nội vụ", "100", "100"), changed("đoạn văn", "thiết bị và", "phần mềm"), changed("đoạn văn", "tài liệu giấy", "phim"), changed("đoạn văn", "quý IV", "quý III"), renamed("cột", "Nhóm xã", "Vùng", None)),
)  # fmt: skip

LISTS = (TEXTS, TABLES, BODY, MARKED, FORMS)
