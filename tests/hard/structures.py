# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Hard structures, made before the comparison was looked at: another plan, other edits.

Each says what was done, what must be found (and nothing else), and which words and figures must
stand in every form. Nothing in the plan is true: Bịa ra để thử phần mềm.
"""

from copy import deepcopy

from tests.hard.edits import Hard, carry, column, drop, each, hard, moved, put, rekey, renamed, set_
from tests.known_edits import Found, added, changed, removed

SHARED = "Định kỳ trước ngày 20 tháng cuối quý, báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ) kết quả thực hiện"
PUBLISH = (
    "Niêm yết công khai danh mục thủ tục tại nơi tiếp nhận hồ sơ và trên trang thông tin điện tử"
)
TASKS = {
    "so-mot": ["Theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch ở các đơn vị trực thuộc", SHARED, "Trình khen thưởng tập thể có sáng kiến được áp dụng rộng"],
    "so-hai": ["Đo đạc lại hồ sơ địa chính ở mười hai phường còn thiếu bản đồ số", SHARED, PUBLISH],
    "so-ba": ["Thẩm định dự toán mua sắm thiết bị cho bộ phận tiếp nhận và trả kết quả", SHARED, "Quyết toán kinh phí đúng hạn, không để dồn sang năm sau"],
    "so-bon": ["Nâng cấp đường truyền của trung tâm phục vụ hành chính công lên 300 Mbps", PUBLISH, SHARED],
    "so-nam": ["Triển khai bệnh án điện tử tại sáu trung tâm y tế huyện", SHARED],
    "so-sau": ["Số hóa học bạ của học sinh trung học phổ thông từ năm học 2027", PUBLISH, SHARED],
    "so-bay": ["Cập nhật cơ sở dữ liệu hồ chứa nước trước mùa mưa lũ", SHARED, "Bố trí cán bộ trực ngoài giờ tại các cửa xả lũ lớn"],
}  # fmt: skip
OFFICES = {
    "so-mot": "Sở Một", "so-hai": "Sở Hai", "so-ba": "Sở Ba", "so-bon": "Sở Bốn",
    "so-nam": "Sở Năm", "so-sau": "Sở Sáu", "so-bay": "Sở Bảy", "so-tam": "Sở Tám",
}  # fmt: skip


def marked(code, name, most, got, why=""):
    return {"code": code, "name": name, "max": most, "got": got, **({"why": why} if why else {})}


def base():
    """The plan as data: what `yaml` would read."""
    return {
        "year": "2041",
        "issuer": {"name": ["ỦY BAN NHÂN DÂN", "TỈNH NÚI ĐỎ"], "short": "UBND tỉnh Núi Đỏ"},
        "symbol": "KH-UBND", "place": "Núi Đỏ", "subject": "Thử cấu trúc",
        "sections": [
            {"title": "QUAN ĐIỂM CHỈ ĐẠO", "items": [
                {"title": "Quan điểm", "items": ["Lấy mức độ hài lòng của người dân làm thước đo", "Người đứng đầu chịu trách nhiệm trực tiếp về kết quả"]},
                {"title": "Phạm vi", "items": ["Áp dụng cho mọi cơ quan hành chính từ tỉnh đến xã"]},
            ]},
            {"title": "NHIỆM VỤ TRỌNG TÂM", "items": [
                {"title": "Cải cách thể chế", "items": ["Rà soát nghị quyết quy phạm ban hành trước năm 2035", "Lấy ý kiến phản biện của Mặt trận Tổ quốc với dự thảo lớn"]},
                {"title": "Cải cách thủ tục", "items": [
                    {"text": "Cắt giảm thành phần hồ sơ ở các lĩnh vực sau:", "marker": "letter", "items": ["Đất đai và môi trường", "Xây dựng và quy hoạch", "Lao động và người có công"]},
                    "Trả kết quả qua bưu chính công ích tới tận nhà",
                ]},
                {"title": "Cải cách tổ chức", "items": ["Sắp xếp lại các ban quản lý dự án cấp huyện", "Giảm một phần ba số phòng chuyên môn có dưới năm biên chế"]},
            ]},
            {"title": "TỔ CHỨC THỰC HIỆN", "assignments": [{"agency": key, "tasks": [*texts]} for key, texts in TASKS.items()]},
        ],
        "recipients": ["Lưu: VT"],
        "signature": {"lines": ["CHỦ TỊCH"], "name": "Trần Thị Mẫu"},
        "appendices": [
            {"title": ["PHỤ LỤC CHẤM ĐIỂM CHI TIẾT"], "table": {
                "columns": [column("code", "TT"), column("name", "Tiêu chí thành phần"), column("max", "Điểm tối đa", "decimal"), column("got", "Tự chấm", "decimal"),
                            column("lost", "Chênh lệch", "decimal", compute="got - max"), column("why", "Nguyên nhân"), column("when", "Hạn khắc phục"), column("who", "Đầu mối")],
                "rows": [
                    {"code": "1", "name": "Điều hành", "max": "8", "rows": [
                        marked("1.1", "Mức độ hoàn thành kế hoạch năm", "3", "2,8125", "Hai việc quá hạn"), marked("1.2", "Sáng kiến cải cách", "2", "1", "Chỉ có một sáng kiến"), marked("1.3", "Kiểm tra đột xuất", "3", "3")]},
                    {"code": "2", "name": "Thủ tục", "max": "7", "rows": [
                        marked("2.1", "Hồ sơ trễ hạn phải xin lỗi", "4", "3,25", "Xin lỗi bằng lời, không bằng văn bản"), marked("2.2", "Kiểm soát quy định mới", "3", "2,5", "Chậm công bố")]},
                    {"code": "3", "name": "Số hóa", "max": "5", "rows": [marked("3.1", "Tái sử dụng dữ liệu", "5", "4,0625", "Chưa kết nối kho dữ liệu")]},
                ]}},
            {"title": ["PHỤ LỤC DANH MỤC VIỆC"], "table": {
                "columns": [column("task", "Tên việc"), column("product", "Sản phẩm"), column("lead", "Chủ trì"), column("due", "Hạn")],
                "rows": [
                    {"task": "Xây dựng bộ chỉ số đánh giá cấp xã", "product": "Quyết định của Chủ tịch", "lead": "Sở Một", "due": "30/4"},
                    {"task": "Khảo sát ý kiến doanh nghiệp", "product": "Báo cáo phân tích", "lead": "Sở Ba", "due": "15/8"},
                    {"task": "Liên thông đăng ký khai sinh", "product": "Quy trình điện tử", "lead": "Sở Bốn", "due": "01/7"},
                    {"task": "Bồi dưỡng công chức tiếp dân", "product": "Hai lớp tập huấn", "lead": "Sở Một", "due": "20/10"},
                ]}},
            {"title": ["PHỤ LỤC NGUỒN LỰC"], "items": [
                {"title": "Kinh phí", "table": {"columns": [column("item", "Khoản mục"), column("money", "Triệu đồng", "decimal")], "rows": [
                    {"item": "Máy quét tài liệu", "money": "412,5"}, {"item": "Phần mềm xếp hàng", "money": "96,75"}, {"item": "In ấn biểu mẫu", "money": "18,2"}]}},
                {"title": "Nhân lực", "table": {"columns": [column("post", "Vị trí"), column("people", "Số người", "integer")], "rows": [
                    {"post": "Trực quầy một cửa", "people": "14"}, {"post": "Quản trị mạng", "people": "3"}]}},
            ]},
        ],
    }  # fmt: skip


SCORES, JOBS = (("appendices", at, "table") for at in range(2))
MONEY, PEOPLE = (("appendices", 2, "items", at, "table") for at in range(2))
AGENCIES = ("sections", 2, "assignments")
R11, R12, R21 = (
    (*SCORES, "rows", 0, "rows", 0),
    (*SCORES, "rows", 0, "rows", 1),
    (*SCORES, "rows", 1, "rows", 0),
)


def task(at, *rest):
    return (*AGENCIES, at, "tasks", *rest)


def scored(words, *differences):
    return Found("rescored", "tiêu chí", words, words, "", differences)


FALL = scored("1.1", "-0,4375", "-0,4375")
fall = set_(*R11, "got", "2,375")
FELL = ("2,8125", "2,375", "0,4375")
ASSETS = {
    "columns": [column("asset", "Tài sản"), column("count", "Số lượng", "integer")],
    "rows": [{"asset": "Ki-ốt tra cứu", "count": "27"}, {"asset": "Máy lấy số", "count": "9"}],
}  # fmt: skip
MONTHLY = SHARED.replace("20 tháng cuối quý", "25 hằng tháng")


def _split_table(plan):
    rows = plan["appendices"][1]["table"]["rows"]
    plan["appendices"].insert(
        2,
        {
            "title": ["PHỤ LỤC VIỆC NỬA CUỐI NĂM"],
            "table": {**plan["appendices"][1]["table"], "rows": rows[2:]},
        },
    )
    plan["appendices"][1]["table"]["rows"] = rows[:2]


def _merge_tables(plan):
    money, people = plan["appendices"][2]["items"]
    plan["appendices"][2]["items"] = [money]
    money["title"] = "Kinh phí"
    money["table"]["columns"].append(column("people", "Số người", "integer"))
    money["table"]["rows"] += [
        {"item": each["post"], "people": each["people"]} for each in people["table"]["rows"]
    ]


def _wrap_headings(plan):
    second = plan["sections"][1]
    second["items"] = [{"title": "Ba cải cách then chốt", "items": second["items"]}]


def _unwrap(plan):
    plan["sections"][1:2] = [
        {"title": each["title"].upper(), "items": each["items"]}
        for each in plan["sections"][1]["items"]
    ]


def _points_to_sentence(plan):
    lead = plan["sections"][1]["items"][1]["items"]
    lead[0] = (
        "Cắt giảm thành phần hồ sơ ở các lĩnh vực sau: đất đai và môi trường; xây dựng và quy hoạch; lao động và người có công"
    )


def _marker(value):
    return set_("sections", 1, "items", 1, "items", 0, "marker", value)


def _run_in(plan):
    """The first agency's tasks become one text that runs on behind its name."""
    first = plan["sections"][2]["assignments"][4]
    texts = first.pop("tasks")
    first["task"] = "; ".join([texts[0], *(each[0].lower() + each[1:] for each in texts[1:])])


def _one_run_in(plan):
    _keep_first(plan)
    first = plan["sections"][2]["assignments"][4]
    first["task"] = first.pop("tasks")[0]


def _keep_first(plan):
    del plan["sections"][2]["assignments"][4]["tasks"][1:]


def _group(plan):
    """Two agencies get one block with all their tasks."""
    blocks = plan["sections"][2]["assignments"]
    block = blocks.pop(1)
    for text in block["tasks"]:
        if text not in blocks[0]["tasks"]:
            blocks[0]["tasks"].append(text)
    blocks[0] = {"agencies": ["so-mot", "so-hai"], "tasks": blocks[0]["tasks"]}


def _reverse_columns(plan):
    plan["appendices"][1]["table"]["columns"].reverse()


def _agencies_to_headings(plan):
    """Assignments become headings with the same names and texts."""
    section = plan["sections"][2]
    blocks = section.pop("assignments")
    section["items"] = [
        {"title": OFFICES[each["agency"]], "items": each["tasks"]} for each in blocks
    ]


def _rows_to_items(plan):
    """A table of the text becomes points that say the same."""
    money = plan["appendices"][2]["items"][0]
    money["items"] = [
        f"{row['item']}: {row['money']} triệu đồng" for row in money.pop("table")["rows"]
    ]


def _split_row(plan):
    rows = plan["appendices"][1]["table"]["rows"]
    rows[0]["task"] = "Xây dựng bộ chỉ số đánh giá cấp xã khu vực miền núi"
    rows.insert(
        1,
        {
            "task": "Xây dựng bộ chỉ số đánh giá cấp xã khu vực đồng bằng",
            "product": "Quyết định của Chủ tịch",
            "lead": "Sở Hai",
            "due": "30/6",
        },
    )


def _renumber(plan):
    """A field put in first: every code moves on by one."""
    rows = plan["appendices"][0]["table"]["rows"]
    for row in rows:
        number = str(int(row["code"]) + 1)
        row["code"] = number
        for below in row["rows"]:
            below["code"] = f"{number}.{below['code'].split('.')[1]}"
    rows.insert(
        0,
        {
            "code": "1",
            "name": "Truyền thông",
            "max": "1",
            "rows": [marked("1.1", "Bản tin hằng tháng", "1", "0,9")],
        },
    )


TABLES = (
    hard("phụ lục đổi tên, đổi chỗ, đổi mã cột, một điểm giảm", each(set_("appendices", 0, "title", ["BẢNG SỐ 01"]), rekey(SCORES, "got", "diem_dat", "Điểm đạt"), set_(*R11, "diem_dat", "2,375"), carry(("appendices", 0), ("appendices", 2))),
         renamed("phụ lục", "CHẤM ĐIỂM", "BẢNG SỐ 01"), moved("phụ lục", "", ""), renamed("cột", "Tự chấm", "Điểm đạt", None), FALL, shown=FELL),
    hard("hai phụ lục đổi tên cho nhau, một điểm giảm", each(set_("appendices", 0, "title", ["PHỤ LỤC DANH MỤC VIỆC"]), set_("appendices", 1, "title", ["PHỤ LỤC CHẤM ĐIỂM CHI TIẾT"]), fall),
         renamed("phụ lục", "CHẤM ĐIỂM", "DANH MỤC"), renamed("phụ lục", "DANH MỤC", "CHẤM ĐIỂM"), FALL, shown=FELL),
    hard("phụ lục đổi chỗ, tên cũ thành tên khác, hai số đổi", each(carry(("appendices", 2), ("appendices", 0)), set_("appendices", 0, "title", ["BIỂU MẪU KÈM THEO"]), set_("appendices", 0, "items", 0, "table", "rows", 0, "money", "500,25"), set_("appendices", 0, "items", 1, "table", "rows", 1, "people", "5")),
         renamed("phụ lục", "NGUỒN LỰC", "BIỂU MẪU"), moved("phụ lục", "", ""), scored("Máy quét", "87,75"), scored("Quản trị mạng", "2"), shown=("412,5", "500,25", "3", "5")),
    hard("bảng mới chen trước trong phụ lục, một số đổi", each(put("appendices", 2, "items", 0, {"title": "Tài sản", "table": ASSETS}), set_("appendices", 2, "items", 2, "table", "rows", 0, "people", "16")),
         added("đề mục", "Tài sản"), scored("Trực quầy", "2"), shown=("27", "Máy lấy số", "14", "16")),
    hard("bảng không tên chen trước bảng khác, tiền đổi", each(set_("appendices", 2, "items", 0, {"title": "Kinh phí", "items": [{"table": ASSETS}, {"table": base()["appendices"][2]["items"][0]["table"]}]}), set_("appendices", 2, "items", 0, "items", 1, "table", "rows", 1, "money", "100")),
         added("đề mục", "Kinh phí", "table"), scored("Phần mềm xếp hàng", "3,25"), shown=("Ki-ốt tra cứu", "27", "96,75", "100")),
    hard("hai bảng đổi chỗ và đổi tên đề mục", each(carry(("appendices", 2, "items", 1), ("appendices", 2, "items", 0)), set_("appendices", 2, "items", 0, "title", "Con người"), set_("appendices", 2, "items", 1, "title", "Tài chính"), set_("appendices", 2, "items", 1, "table", "rows", 2, "money", "20,2")),
         renamed("đề mục", "Nhân lực", "Con người"), renamed("đề mục", "Kinh phí", "Tài chính"), moved("đề mục", "", ""), scored("In ấn", "2,0"), shown=("18,2", "20,2")),
    hard("một phụ lục tách hai", _split_table,
         added("phụ lục", "NỬA CUỐI NĂM"), moved("tiêu chí", "Liên thông", "Liên thông"), moved("tiêu chí", "Bồi dưỡng", "Bồi dưỡng")),
    hard("phụ lục mới giống mẫu phụ lục cũ, khác nội dung", put("appendices", 1, {"title": ["PHỤ LỤC VIỆC PHÁT SINH"], "table": {"columns": base()["appendices"][1]["table"]["columns"], "rows": [{"task": "Thay biển hiệu trụ sở", "product": "Biển mới", "lead": "Sở Ba", "due": "31/3"}]}}),
         added("phụ lục", "PHÁT SINH"), shown=("Thay biển hiệu trụ sở", "Biển mới", "31/3")),
    hard("phụ lục bỏ, phụ lục khác đổi sang tên của nó", each(drop("appendices", 1), set_("appendices", 1, "title", ["PHỤ LỤC DANH MỤC VIỆC"])),
         removed("phụ lục", "DANH MỤC"), renamed("phụ lục", "NGUỒN LỰC", "DANH MỤC"), shown=("Khảo sát ý kiến doanh nghiệp", "15/8", "Hai lớp tập huấn")),
    hard("bảng của phụ lục thành các gạch đầu dòng", _rows_to_items,
         removed("đề mục", "Kinh phí", "table"), added("đoạn văn", "Máy quét tài liệu: 412,5"), added("đoạn văn", "Phần mềm xếp hàng: 96,75"), added("đoạn văn", "In ấn biểu mẫu: 18,2"), shown=("412,5", "96,75", "18,2")),
)  # fmt: skip

COLUMNS = (
    hard("mọi cột đổi mã, một điểm giảm", each(*(rekey(SCORES, old, f"c_{old}") for old in ("max", "got", "why", "when", "who")), set_(*R11, "c_got", "2,375")), FALL, shown=FELL),
    hard("mọi cột đổi mã và đổi chỗ ngược", each(*(rekey(JOBS, old, f"c_{old}") for old in ("task", "product", "lead", "due")), _reverse_columns, set_(*JOBS, "rows", 1, "c_due", "30/9")),
         moved("cột", "", ""), moved("cột", "", ""), moved("cột", "", ""), changed("tiêu chí", "15/8", "30/9", None), shown=("15", "30/9")),
    hard("cột đổi mã sang mã cũ của cột bị bỏ", each(drop(*JOBS, "columns", 1), *(drop(*JOBS, "rows", at, "product") for at in range(4)), rekey(JOBS, "lead", "product")),
         removed("cột", "Sản phẩm", None), shown=("Quyết định của Chủ tịch", "Hai lớp tập huấn")),
    hard("thêm cột đầu bảng và đổi mã cột sau", each(put(*MONEY, "columns", 0, column("source", "Nguồn")), set_(*MONEY, "rows", 0, "source", "Ngân sách tỉnh"), rekey(MONEY, "money", "tien"), set_(*MONEY, "rows", 2, "tien", "20,2")),
         added("cột", "Nguồn", None), scored("In ấn", "2,0"), shown=("Ngân sách tỉnh", "18,2", "20,2")),
    hard("cột bỏ, cột khác hẳn vào đúng chỗ", each(set_(*JOBS, "columns", 1, column("cost", "Dự toán", "decimal")), *(drop(*JOBS, "rows", at, "product") for at in range(4)), *(set_(*JOBS, "rows", at, "cost", str(at + 11)) for at in range(4))),
         removed("cột", "Sản phẩm", None), added("cột", "Dự toán", None), shown=("Báo cáo phân tích", "14")),
    hard("cột đổi tên, ô đổi chữ, dòng đổi chỗ", each(rekey(JOBS, "due", "han_chot", "Thời gian hoàn thành"), carry((*JOBS, "rows", 3), (*JOBS, "rows", 0)), set_(*JOBS, "rows", 0, "han_chot", "20/11")),
         renamed("cột", "Hạn", "Thời gian", None), moved("tiêu chí", "", ""), changed("tiêu chí", "20/10", "20/11", None), shown=("20/1",)),
)  # fmt: skip

ROWS = (
    hard("hai trường của một dòng cùng đổi", each(set_(*JOBS, "rows", 2, "lead", "Sở Sáu"), set_(*JOBS, "rows", 2, "due", "15/9")),
         changed("tiêu chí", "Sở Bốn", "Sở Sáu", "lead"), changed("tiêu chí", "01/7", "15/9", "due")),
    hard("ba trường và tên dòng cùng đổi", each(set_(*JOBS, "rows", 2, "task", "Liên thông đăng ký khai tử"), set_(*JOBS, "rows", 2, "lead", "Sở Sáu"), set_(*JOBS, "rows", 2, "due", "15/9")),
         renamed("tiêu chí", "khai sinh", "khai tử"), changed("tiêu chí", "Sở Bốn", "Sở Sáu", "lead"), changed("tiêu chí", "01/7", "15/9", "due")),
    hard("một dòng tách hai", _split_row,
         renamed("tiêu chí", "cấp xã", "khu vực miền núi"), added("tiêu chí", "khu vực đồng bằng"), shown=("30/6", "Sở Hai")),
    hard("lĩnh vực mới chen đầu, mọi mã tăng một, một điểm giảm", each(_renumber, set_(*SCORES, "rows", 1, "rows", 0, "got", "2,375")),
         added("tiêu chí", "1 Truyền thông"), added("tiêu chí", "Bản tin"), Found("rescored", "tiêu chí", "1.1", "2.1", "", ("-0,4375", "-0,4375")),
         *(Found("renumbered", "tiêu chí", old, new, None) for old, new in (("1 Điều hành", "2 Điều hành"), ("1.1", "2.1"), ("1.2", "2.2"), ("1.3", "2.3"), ("2 Thủ tục", "3 Thủ tục"), ("2.1", "3.1"), ("2.2", "3.2"), ("3 Số hóa", "4 Số hóa"), ("3.1", "4.1"))), shown=FELL),
    hard("hai dòng đổi tên cho nhau", each(set_(*R11, "name", "Sáng kiến cải cách"), set_(*R12, "name", "Mức độ hoàn thành kế hoạch năm"), set_(*R11, "code", "1.2"), set_(*R12, "code", "1.1"), fall),
         Found("rescored", "tiêu chí", "Sáng kiến", "Sáng kiến", "", None), Found("rescored", "tiêu chí", "Mức độ", "Mức độ", "", None), moved("tiêu chí", "Sáng kiến", "Sáng kiến"),
         changed("tiêu chí", "Chỉ có một", "Hai việc", "why"), changed("tiêu chí", "Hai việc", "Chỉ có một", "why"), shown=("2,375",)),
    hard("dòng bỏ và dòng mới cùng mã", each(set_(*R12, marked("1.2", "Phong trào thi đua trong cơ quan", "2", "1,625", "Thiếu tổng kết"))),
         removed("tiêu chí", "Sáng kiến"), added("tiêu chí", "Phong trào"), shown=("Chỉ có một sáng kiến", "1,625", "Thiếu tổng kết")),
    hard("điểm tối đa và điểm đạt cùng đổi", each(set_(*R21, "max", "5"), set_(*R21, "got", "4,25")),
         scored("2.1", "1", "1,00"), shown=("3,25", "4,25")),
    hard("dòng sang bảng khác cùng phụ lục", carry((*MONEY, "rows", 2), (*MONEY, "rows", 0)), moved("tiêu chí", "", "")),
)  # fmt: skip

HEADINGS = (
    hard("đề mục mới bao ngoài ba đề mục", _wrap_headings,
         added("đề mục", "Ba cải cách")),
    hard("phần bỏ đầu đề, đề mục con lên thành phần", _unwrap,
         removed("đề mục", "NHIỆM VỤ TRỌNG TÂM"), *(renamed("đề mục", old, old.upper()) for old in ("thể chế", "thủ tục", "tổ chức"))),
    hard("đề mục đổi tên và sang phần khác, một câu sửa", each(carry(("sections", 0, "items", 1), ("sections", 1, "items", 0)), set_("sections", 1, "items", 0, "title", "Đối tượng áp dụng"), set_("sections", 1, "items", 0, "items", 0, "Áp dụng cho mọi cơ quan hành chính từ tỉnh đến xã, phường")),
         renamed("đề mục", "Phạm vi", "Đối tượng"), moved("đề mục", "QUAN ĐIỂM", "NHIỆM VỤ"), changed("đoạn văn", "đến xã", "xã, phường")),
    hard("hai phần đổi chỗ và đổi tên", each(carry(("sections", 1), ("sections", 0)), set_("sections", 0, "title", "VIỆC PHẢI LÀM"), set_("sections", 1, "title", "ĐỊNH HƯỚNG CHUNG")),
         renamed("đề mục", "TRỌNG TÂM", "VIỆC PHẢI LÀM"), renamed("đề mục", "QUAN ĐIỂM", "ĐỊNH HƯỚNG"), moved("đề mục", "", "")),
    hard("phân công thành đề mục", _agencies_to_headings),
    hard("hai đề mục gộp một", each(drop("sections", 1, "items", 2), set_("sections", 1, "items", 0, "items", [*base()["sections"][1]["items"][0]["items"], *base()["sections"][1]["items"][2]["items"]])),
         removed("đề mục", "Cải cách tổ chức"), moved("đoạn văn", "Sắp xếp", "Sắp xếp"), moved("đoạn văn", "Giảm một phần ba", "Giảm một phần ba")),
)  # fmt: skip

TEXTS = (
    hard("câu chung sửa ở ba cơ quan, bỏ ở một, thêm cơ quan mới có câu cũ", each(*(set_(*task(at, 1), MONTHLY) for at in (0, 1, 2)), drop(*task(4, 1)), put(*AGENCIES, 7, {"agency": "so-tam", "tasks": [SHARED]})),
         *(changed("nhiệm vụ", name, "25 hằng tháng") for name in ("Sở Một", "Sở Hai", "Sở Ba")), removed("nhiệm vụ", "Sở Năm"), added("cơ quan", "Sở Tám"), added("nhiệm vụ", "20 tháng cuối quý")),
    hard("câu chung đổi chỗ và sửa ở một cơ quan, bỏ ở cơ quan kia", each(carry(task(0, 1), task(0, 0)), set_(*task(0, 0), MONTHLY), drop(*task(5, 2))),
         moved("nhiệm vụ", "20 tháng", "25 hằng tháng"), removed("nhiệm vụ", "Sở Sáu")),
    hard("hai câu chung cùng bỏ ở một cơ quan", each(drop(*task(3, 2)), drop(*task(3, 1))), removed("nhiệm vụ", "Niêm yết"), removed("nhiệm vụ", "Định kỳ")),
    hard("câu chung sửa ở hai cơ quan theo hai cách", each(set_(*task(1, 2), PUBLISH + ", màn hình"), set_(*task(5, 1), PUBLISH.replace("danh mục thủ tục", "đầy đủ bộ thủ tục"))),
         changed("nhiệm vụ", "Sở Hai", "màn hình"), changed("nhiệm vụ", "Sở Sáu", "đầy đủ bộ")),
    hard("câu chung bỏ ở cơ quan bị xóa, thêm ở cơ quan khác", each(drop(*AGENCIES, 5), put(*task(2, 3), PUBLISH)),
         removed("cơ quan", "Sở Sáu"), removed("nhiệm vụ", "Số hóa học bạ"), removed("nhiệm vụ", "Định kỳ"), removed("nhiệm vụ", "Niêm yết"), added("nhiệm vụ", "Niêm yết")),
    hard("một việc tách ba", each(drop(*task(0, 0)), put(*task(0, 0), "Kiểm tra việc thực hiện Kế hoạch ở các đơn vị trực thuộc"), put(*task(0, 0), "Đôn đốc việc thực hiện Kế hoạch ở các đơn vị trực thuộc"), put(*task(0, 0), "Theo dõi việc thực hiện Kế hoạch ở các đơn vị trực thuộc")),
         Found("divided", "nhiệm vụ", "Theo dõi, đôn đốc", "Đôn đốc việc")),
    hard("một việc tách hai và một cơ quan đổi chỗ", each(set_(*task(6, 2), "Bố trí cán bộ trực ngoài giờ"), put(*task(6, 3), "Trực tại các cửa xả lũ lớn"), carry((*AGENCIES, 6), (*AGENCIES, 0))),
         Found("divided", "nhiệm vụ", "Bố trí cán bộ trực", "Trực tại các cửa"), moved("cơ quan", "", "")),
    hard("ba điểm gộp thành một câu", _points_to_sentence,
         Found("joined", "đoạn văn", "Đất đai và môi trường", "đất đai và môi trường")),
    hard("hai việc gộp một và chuyển cơ quan", each(drop(*task(6, 2)), drop(*task(6, 0)), put(*task(3, 0), "Cập nhật cơ sở dữ liệu hồ chứa nước trước mùa mưa lũ và bố trí cán bộ trực ngoài giờ tại các cửa xả lũ lớn")),
         Found("joined", "nhiệm vụ", "Cập nhật cơ sở", "bố trí cán bộ")),
    hard("a) b) c) thành gạch đầu dòng", _marker("dash"), changed("đoạn văn", "a), b), c)", "-", "marker")),
    hard("a) b) c) thành 1. 2. 3.", _marker("number"), changed("đoạn văn", "a), b), c)", "1., 2., 3.", "marker")),
    hard("các việc của một cơ quan in liền sau tên", _run_in, Found("joined", "nhiệm vụ", "bệnh án điện tử", "bệnh án điện tử")),
    hard("hai cơ quan chung một mục", _group, changed("cơ quan", "Sở Một", "Sở Hai", "agencies"), removed("cơ quan", "Sở Hai"), moved("nhiệm vụ", "Đo đạc", "Đo đạc"), removed("nhiệm vụ", "Niêm yết"), added("nhiệm vụ", "Niêm yết"), removed("nhiệm vụ", "Định kỳ")),
    hard("việc chuyển cơ quan rồi tách", each(drop(*task(3, 0)), put(*task(0, 3), "Nâng cấp đường truyền của trung tâm phục vụ hành chính công"), put(*task(0, 4), "Bảo đảm đường truyền của trung tâm đạt 300 Mbps")),
         moved("nhiệm vụ", "Sở Bốn", "Sở Một"), added("nhiệm vụ", "đạt 300 Mbps")),
    hard("mọi thứ một lúc", each(set_("sections", 2, "title", "TRÁCH NHIỆM CÁC ĐƠN VỊ"), carry(("sections", 2), ("sections", 1)), set_("appendices", 0, "title", ["BẢNG SỐ 01"]), fall, set_("sections", 1, "assignments", 0, "tasks", 1, MONTHLY), drop("sections", 1, "assignments", 4, "tasks", 1)),
         renamed("đề mục", "TỔ CHỨC THỰC HIỆN", "TRÁCH NHIỆM"), moved("đề mục", "", ""), renamed("phụ lục", "CHẤM ĐIỂM", "BẢNG SỐ 01"), FALL, changed("nhiệm vụ", "Sở Một", "25 hằng tháng"), removed("nhiệm vụ", "Sở Năm"), shown=FELL),
)  # fmt: skip

CASES: tuple[Hard, ...] = (*TABLES, *COLUMNS, *ROWS, *HEADINGS, *TEXTS)


def edited(*edits):
    """The plan after some edits."""
    plan = deepcopy(base())
    for edit in edits:
        edit(plan)
    return plan
