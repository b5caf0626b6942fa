# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Hard edits of a made-up plan: the structure moves, and figures change with it.

Each says what was done, what the comparison must find (and nothing else), and which words and
figures must stand in every form. Nothing in the plan is true: Bịa ra để thử phần mềm.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from tests.known_edits import Found, added, changed, moved, removed

REPORT = (
    "Thực hiện chế độ báo cáo định kỳ hằng quý về kết quả thực hiện Kế hoạch gửi Sở Nội vụ tổng hợp"
)
OFFICES = {
    "so-mot": "Sở Một", "so-hai": "Sở Hai", "so-ba": "Sở Ba",
    "so-bon": "Sở Bốn", "so-nam": "Sở Năm", "so-sau": "Sở Sáu", "so-bay": "Sở Bảy",
}  # fmt: skip
OWN = {
    "so-mot": ["Chủ trì xây dựng đề án vị trí việc làm của các cơ quan hành chính trong toàn tỉnh", "Tham mưu tổ chức hội nghị tổng kết công tác cải cách hành chính vào tháng mười hai"],
    "so-hai": ["Rà soát, đơn giản hóa thủ tục đất đai; cắt giảm thời gian giải quyết; công khai kết quả trên cổng dịch vụ công", "Hướng dẫn các huyện lập bản đồ hiện trạng sử dụng đất theo mẫu mới ban hành"],
    "so-ba": ["Bảo đảm kinh phí cho các nhiệm vụ của Kế hoạch này theo phân cấp ngân sách", "Kiểm tra việc quản lý, sử dụng tài sản công tại mười đơn vị sự nghiệp"],
    "so-bon": ["Vận hành ổn định trung tâm dữ liệu, khắc phục sự cố trong vòng hai giờ", "Đào tạo kỹ năng số cho cán bộ, công chức cấp xã trong quý ba"],
    "so-nam": ["Nâng cao chất lượng khám bệnh, chữa bệnh bằng bảo hiểm y tế ở tuyến cơ sở", "Khảo sát sự hài lòng của người bệnh nội trú tại bốn bệnh viện"],
    "so-sau": ["Công khai các khoản thu đầu năm học tại tất cả trường học trên địa bàn", "Tổ chức đối thoại giữa nhà trường với cha mẹ học sinh mỗi học kỳ một lần"],
}  # fmt: skip


def column(key, title, kind=None, **more):
    return {"key": key, "title": title, "width": 20, **({"kind": kind} if kind else {}), **more}


def score_columns():
    return [
        column("code", "STT"), column("name", "Tiêu chí"), column("max", "Điểm chuẩn", "decimal"),
        column("score", "Điểm đạt được", "decimal"), column("loss", "Điểm bị trừ", "decimal", compute="score - max"),
        column("reason", "Lý do"), column("time", "Thời gian"),
    ]  # fmt: skip


def scored(code, name, most, score, reason="", time="Quý I"):
    row = {"code": code, "name": name, "max": most, "score": score, "time": time}
    return {**row, "reason": reason} if reason else row


def base():
    """The plan as data: what `yaml` would read."""
    return {
        "year": "2030",
        "issuer": {"name": ["ỦY BAN NHÂN DÂN", "TỈNH SÔNG XANH"], "short": "UBND tỉnh Sông Xanh"},
        "symbol": "KH-UBND", "place": "Sông Xanh", "subject": "Thử phần mềm",
        "sections": [
            {"title": "MỤC ĐÍCH, YÊU CẦU", "items": [
                {"title": "Mục đích", "items": ["Giữ vững thứ hạng của tỉnh trong nhóm dẫn đầu cả nước", "Khắc phục những tiêu chí bị trừ điểm nhiều năm liền"]},
                {"title": "Yêu cầu", "items": ["Xác định rõ người, rõ việc, rõ thời hạn hoàn thành", "Không tăng biên chế và kinh phí khi thực hiện các nhiệm vụ"]},
            ]},
            {"title": "CHỈ TIÊU CHỦ YẾU", "items": [
                {"title": "Chỉ tiêu về thủ tục", "table": {
                    "columns": [column("name", "Chỉ tiêu"), column("unit", "Đơn vị tính"), column("goal", "Mục tiêu", "decimal")],
                    "rows": [
                        {"name": "Hồ sơ giải quyết đúng hạn", "unit": "%", "goal": "98,5"},
                        {"name": "Hồ sơ nộp trực tuyến", "unit": "%", "goal": "80,0"},
                        {"name": "Thanh toán không dùng tiền mặt", "unit": "%", "goal": "65,0"},
                    ]}},
                {"title": "Chỉ tiêu về đào tạo", "table": {
                    "columns": [column("name", "Lớp học"), column("people", "Số người", "integer"), column("month", "Tháng mở lớp")],
                    "rows": [
                        {"name": "Lớp kỹ năng giao tiếp", "people": "120", "month": "Tháng 4"},
                        {"name": "Lớp chuyển đổi số", "people": "85", "month": "Tháng 6"},
                        {"name": "Lớp ngạch chuyên viên", "people": "60", "month": "Tháng 9"},
                    ]}},
            ]},
            {"title": "PHÂN CÔNG THỰC HIỆN", "assignments": [
                {"agency": key, "tasks": [*OWN[key], REPORT]} for key in OWN
            ]},
        ],
        "recipients": ["Lưu: VT"],
        "signature": {"lines": ["CHỦ TỊCH"], "name": "Nguyễn Văn Mẫu"},
        "appendices": [
            {"title": ["PHỤ LỤC ĐIỂM CẢI CÁCH HÀNH CHÍNH"], "table": {"columns": score_columns(), "rows": [
                {"code": "1", "name": "Chỉ đạo, điều hành", "max": "6", "rows": [
                    scored("1.1", "Ban hành kế hoạch cải cách", "2", "1,7259", "Ban hành chậm hai tuần"),
                    scored("1.2", "Kiểm tra công tác cải cách", "2", "2"),
                    scored("1.3", "Tuyên truyền cải cách hành chính", "2", "1,5", "Chưa đủ tin bài", "Quý II"),
                ]},
                {"code": "2", "name": "Thể chế", "max": "5", "rows": [
                    scored("2.1", "Rà soát văn bản quy phạm", "2,5", "2,5", "", "Quý III"),
                    scored("2.2", "Theo dõi thi hành pháp luật", "2,5", "2,25", "Thiếu báo cáo năm", "Quý III"),
                ]},
            ]}},
            {"title": ["PHỤ LỤC NHIỆM VỤ NÂNG CHỈ SỐ QUẢN TRỊ"], "table": {
                "columns": [column("name", "Nội dung"), column("office", "Cơ quan chủ trì"), column("time", "Hoàn thành")],
                "rows": [
                    {"name": "Lấy ý kiến người dân về bảng giá đất", "office": "Sở Hai", "time": "Tháng 5"},
                    {"name": "Công khai ngân sách cấp xã", "office": "Sở Ba", "time": "Tháng 7"},
                    {"name": "Giảm thời gian chờ khám bệnh", "office": "Sở Năm", "time": "Tháng 8"},
                ]}},
            {"title": ["PHỤ LỤC KẾT QUẢ ĐO LƯỜNG HÀI LÒNG"], "table": {
                "columns": [column("name", "Dịch vụ"), column("rate", "Tỷ lệ hài lòng", "decimal"), column("sample", "Số phiếu", "integer")],
                "rows": [
                    {"name": "Cấp giấy chứng nhận đất", "rate": "82,15", "sample": "300"},
                    {"name": "Đăng ký kinh doanh", "rate": "91,40", "sample": "150"},
                    {"name": "Cấp đổi hộ chiếu", "rate": "88,07", "sample": "210"},
                ]}},
        ],
    }  # fmt: skip


@dataclass(frozen=True)
class Hard:
    """`edit` changes the plan in place; `found` is all that is to be found; `shown` stands in every form."""

    what: str
    edit: Callable[[dict], None]
    found: tuple[Found, ...]
    shown: tuple[str, ...] = ()


def hard(what, edit, *found, shown=()):
    return Hard(what, edit, found, shown)


def edited(*edits):
    """The plan after some edits."""
    plan = deepcopy(base())
    for edit in edits:
        edit(plan)
    return plan


def each(*edits):
    def run(plan):
        for edit in edits:
            edit(plan)

    return run


# ------------------------------------------------------------------------------ ways to edit


def set_(*path):
    """`set_("appendices", 0, "title", ["…"])`: the last of the path is the value."""
    *steps, last, value = path

    def run(plan):
        for step in steps:
            plan = plan[step]
        plan[last] = deepcopy(value)

    return run


def put(*path):
    """`put("appendices", 1, value)`: the value put in before what stands there."""
    *steps, at, value = path

    def run(plan):
        for step in steps:
            plan = plan[step]
        plan.insert(at, deepcopy(value))

    return run


def drop(*path):
    *steps, last = path

    def run(plan):
        for step in steps:
            plan = plan[step]
        del plan[last]

    return run


def carry(source, target):
    """What stands at the path `source` is taken out and put in at the path `target`."""

    def run(plan):
        *steps, last = source
        holder = plan
        for step in steps:
            holder = holder[step]
        thing = holder.pop(last)
        *steps, last = target
        for step in steps:
            plan = plan[step]
        plan.insert(last, thing)

    return run


def rekey(table, old, new, title=None):
    """Another key, and with it maybe another title, for a column of the table at a path."""

    def run(plan):
        for step in table:
            plan = plan[step]
        for each_column in plan["columns"]:
            if each_column["key"] == old:
                each_column["key"] = new
                each_column["title"] = title or each_column["title"]
            if "compute" in each_column:
                each_column["compute"] = each_column["compute"].replace(old, new)
        _rekeyed(plan["rows"])

    def _rekeyed(rows):
        for row in rows:
            if old in row:
                row[new] = row.pop(old)
            _rekeyed(row.get("rows", []))

    return run


SCORES, QUALITY, RATES = (("appendices", at, "table") for at in range(3))
ROW11 = (*SCORES, "rows", 0, "rows", 0)
RATE1 = (*RATES, "rows", 0)
GOALS, CLASSES = (("sections", 1, "items", at, "table") for at in range(2))
TASKS = ("sections", 2, "assignments")


def office(at, *rest):
    return (*TASKS, at, "tasks", *rest)


def lose(by="1,4518"):
    """The loss that a renaming must not hide: -0,2741."""
    return set_(*ROW11, "score", by)


LOSS = Found("rescored", "tiêu chí", "1.1", "1.1", "", ("-0,2741", "-0,2741"))
LOST = ("1,7259", "1,4518", "0,2741")
RATE = Found("rescored", "tiêu chí", "Cấp giấy chứng nhận", "Cấp giấy chứng nhận", "", ("-2,05",))
NEW_TABLE = {
    "columns": [column("name", "Phần mềm"), column("cost", "Kinh phí", "decimal")],
    "rows": [{"name": "Phần mềm một cửa", "cost": "1250,5"}, {"name": "Phần mềm lưu trữ", "cost": "740,25"}],
}  # fmt: skip


def renamed(subject, old, new, aspect=""):
    return Found("renamed", subject, old, new, aspect)


def appendix(title, table):
    return {"title": [title], "table": table}


def _swap_tables(plan):
    first, second = plan["sections"][1]["items"]
    first["table"], second["table"] = second["table"], first["table"]
    second["table"]["rows"][0]["goal"] = "97,0"


def _table_to_appendix(plan):
    table = plan["sections"][1]["items"][1].pop("table")
    plan["sections"][1]["items"][1]["text"] = "Chi tiết tại phụ lục kèm theo."
    table["rows"][0]["people"] = "90"
    plan["appendices"].append(appendix("PHỤ LỤC LỚP HỌC", table))


TABLES_AND_APPENDICES = (
    hard("phụ lục đổi hẳn tên, một điểm giảm", each(set_("appendices", 0, "title", ["BẢNG THEO DÕI SỐ LIỆU NỘI BỘ"]), lose()),
         renamed("phụ lục", "CẢI CÁCH HÀNH CHÍNH", "NỘI BỘ"), LOSS, shown=LOST),
    hard("phụ lục đổi tên và chuyển xuống cuối, một điểm giảm",
         each(set_("appendices", 0, "title", ["BẢNG THEO DÕI SỐ LIỆU NỘI BỘ"]), lose(), carry(("appendices", 0), ("appendices", 2))),
         renamed("phụ lục", "CẢI CÁCH HÀNH CHÍNH", "NỘI BỘ"), moved("phụ lục", "CẢI CÁCH", "NỘI BỘ"), LOSS, shown=LOST),
    hard("hai phụ lục cùng đổi tên",
         each(set_("appendices", 1, "title", ["VIỆC PHẢI LÀM NGAY"]), set_("appendices", 2, "title", ["SỐ LIỆU KHẢO SÁT"]), set_(*RATE1, "rate", "80,10")),
         renamed("phụ lục", "NÂNG CHỈ SỐ", "VIỆC PHẢI LÀM"), renamed("phụ lục", "HÀI LÒNG", "KHẢO SÁT"), RATE, shown=("82,15", "80,10")),
    hard("phụ lục mới chen trước", each(lose(), put("appendices", 0, appendix("PHỤ LỤC KINH PHÍ", NEW_TABLE))),
         added("phụ lục", "KINH PHÍ"), LOSS, shown=(*LOST, "Phần mềm một cửa", "1.250,5", "740,25")),
    hard("bỏ một phụ lục", drop("appendices", 2), removed("phụ lục", "HÀI LÒNG"), shown=("82,15", "91,40", "Cấp đổi hộ chiếu", "210")),
    hard("phụ lục này thay phụ lục kia", set_("appendices", 2, appendix("PHỤ LỤC KINH PHÍ", NEW_TABLE)),
         removed("phụ lục", "HÀI LÒNG"), added("phụ lục", "KINH PHÍ"), shown=("82,15", "1.250,5")),
    hard("hai phụ lục đổi chỗ, một số liệu đổi", each(carry(("appendices", 2), ("appendices", 1)), set_(*QUALITY, "rows", 0, "rate", "80,10")),
         moved("phụ lục", "", ""), RATE, shown=("82,15", "80,10")),
    hard("bảng chen trước bảng ở đề mục trước", each(put("sections", 1, "items", 0, {"title": "Chỉ tiêu về phần mềm", "table": NEW_TABLE}), set_("sections", 1, "items", 1, "table", "rows", 0, "goal", "97,0")),
         added("đề mục", "Chỉ tiêu về phần mềm"), Found("rescored", "tiêu chí", "đúng hạn", "đúng hạn", "", ("-1,5",)), shown=("98,5", "97,0", "1.250,5")),
    hard("bảng trước bảng trong cùng đề mục", each(set_("sections", 1, "items", 0, {"title": "Chỉ tiêu về thủ tục", "items": [{"table": NEW_TABLE}, {"table": base()["sections"][1]["items"][0]["table"]}]}), set_("sections", 1, "items", 0, "items", 1, "table", "rows", 1, "goal", "85,0")),
         added("đề mục", "Chỉ tiêu về thủ tục", "table"), Found("rescored", "tiêu chí", "trực tuyến", "trực tuyến", "", ("5,0",)), shown=("80,0", "85,0", "1.250,5")),
    hard("bỏ bảng của đề mục", each(drop(*CLASSES), set_("sections", 1, "items", 1, "text", "Các lớp học do từng cơ quan tự tổ chức.")),
         removed("đề mục", "Chỉ tiêu về đào tạo", "table"), added("đoạn văn", "do từng cơ quan"), shown=("120", "Lớp chuyển đổi số", "Tháng 9")),
    hard("bảng thay bằng bảng khác", set_(*CLASSES, NEW_TABLE),
         removed("đề mục", "đào tạo", "table"), added("đề mục", "đào tạo", "table"), shown=("120", "1.250,5")),
    hard("đề mục đổi tên, bảng bên trong đổi số", each(set_("sections", 1, "items", 1, "title", "Bồi dưỡng cán bộ"), set_(*CLASSES, "rows", 0, "people", "90")),
         renamed("đề mục", "đào tạo", "Bồi dưỡng"), Found("rescored", "tiêu chí", "giao tiếp", "giao tiếp", "", ("-30",)), shown=("120", "90")),
    hard("đề mục có bảng chuyển lên và đổi tên", each(set_("sections", 1, "items", 1, "title", "Bồi dưỡng cán bộ"), carry(("sections", 1, "items", 1), ("sections", 1, "items", 0)), set_("sections", 1, "items", 0, "table", "rows", 0, "people", "90")),
         renamed("đề mục", "đào tạo", "Bồi dưỡng"), moved("đề mục", "", ""), Found("rescored", "tiêu chí", "giao tiếp", "giao tiếp", "", ("-30",)), shown=("120", "90")),
    hard("đề mục có bảng sang phần khác", each(carry(("sections", 1, "items", 1), ("sections", 0, "items", 2)), set_("sections", 0, "items", 2, "table", "rows", 0, "people", "90")),
         moved("đề mục", "CHỈ TIÊU", "MỤC ĐÍCH"), Found("rescored", "tiêu chí", "giao tiếp", "giao tiếp", "", ("-30",)), shown=("120", "90")),
    hard("hai bảng đổi đề mục cho nhau", _swap_tables,
         moved("đề mục", "thủ tục", "đào tạo"), moved("đề mục", "đào tạo", "thủ tục"),
         Found("rescored", "tiêu chí", "đúng hạn", "đúng hạn", "", ("-1,5",)), shown=("98,5", "97,0")),
    hard("bảng của đề mục đưa thành phụ lục", _table_to_appendix,
         added("phụ lục", "PHỤ LỤC LỚP HỌC"), moved("phụ lục", "đào tạo", "LỚP HỌC"), added("đoạn văn", "Chi tiết tại phụ lục"),
         Found("rescored", "tiêu chí", "giao tiếp", "giao tiếp", "", ("-30",)), shown=("120", "90")),
)  # fmt: skip

COLUMNS = (
    hard("cột đổi mã", each(rekey(RATES, "rate", "ty_le"), set_(*RATE1, "ty_le", "80,10")), RATE, shown=("82,15", "80,10")),
    hard("cột chỉ đổi mã", rekey(RATES, "rate", "ty_le")),
    hard("cột điểm đổi mã, công thức theo mã mới", each(rekey(SCORES, "score", "diem"), set_(*ROW11, "diem", "1,4518")), LOSS, shown=LOST),
    hard("cột đổi mã và đổi tên", each(rekey(RATES, "rate", "ty_le", "Tỷ lệ người dân hài lòng"), set_(*RATE1, "ty_le", "80,10")),
         renamed("cột", "Tỷ lệ hài lòng", "người dân", None), RATE, shown=("82,15", "80,10")),
    hard("cột đổi mã và đổi hẳn tên", each(rekey(QUALITY, "office", "don_vi", "Đầu mối"), set_(*QUALITY, "rows", 0, "don_vi", "Sở Bốn")),
         renamed("cột", "Cơ quan chủ trì", "Đầu mối", None), changed("tiêu chí", "Sở Hai", "Sở Bốn", None), shown=("Hai", "Bốn")),
    hard("cột đổi tên theo năm, mã mới", each(rekey(RATES, "rate", "rate_2030", "Tỷ lệ hài lòng năm 2030"), set_(*RATE1, "rate_2030", "80,10")),
         renamed("cột", "Tỷ lệ hài lòng", "năm 2030", None), RATE, shown=("82,15", "80,10")),
    hard("thêm cột", each(put(*QUALITY, "columns", 3, column("money", "Kinh phí", "decimal")), set_(*QUALITY, "rows", 1, "money", "45,5")),
         added("cột", "Kinh phí", "money"), shown=("45,5", "Công khai ngân sách cấp xã")),
    hard("bỏ cột", each(drop(*QUALITY, "columns", 1), *(drop(*QUALITY, "rows", at, "office") for at in range(3))),
         removed("cột", "Cơ quan chủ trì", "office"), shown=("Sở Hai", "Sở Ba", "Sở Năm")),
    hard("hai cột đổi mã cho nhau", each(rekey(RATES, "rate", "x"), rekey(RATES, "sample", "y"), rekey(RATES, "x", "sample"), rekey(RATES, "y", "rate"), set_(*RATE1, "sample", "80,10")),
         RATE, shown=("82,15", "80,10")),
    hard("cột đổi mã và đổi chỗ", each(rekey(RATES, "rate", "ty_le"), carry((*RATES, "columns", 1), (*RATES, "columns", 2)), set_(*RATE1, "ty_le", "80,10")),
         moved("cột", "", ""), RATE, shown=("82,15", "80,10")),
    hard("cột tên đổi mã", each(rekey(QUALITY, "name", "viec"), set_(*QUALITY, "rows", 0, "time", "Tháng 10")),
         changed("tiêu chí", "Tháng 5", "Tháng 10", "time"), shown=("Tháng", "10")),
    hard("phụ lục đổi tên, cột đổi mã, điểm giảm", each(set_("appendices", 2, "title", ["SỐ LIỆU KHẢO SÁT"]), rekey(RATES, "rate", "ty_le"), set_(*RATE1, "ty_le", "80,10")),
         renamed("phụ lục", "HÀI LÒNG", "KHẢO SÁT"), RATE, shown=("82,15", "80,10")),
)  # fmt: skip

ROWS = (
    hard("bỏ dòng có điểm", drop(*ROW11), removed("tiêu chí", "1.1"), shown=("1,7259", "Ban hành chậm hai tuần")),
    hard("thêm dòng có điểm", put(*SCORES, "rows", 1, "rows", 2, scored("2.3", "Công bố danh mục văn bản", "1,25", "0,75", "Công bố muộn", "Quý IV")),
         added("tiêu chí", "2.3"), shown=("0,75", "Công bố muộn", "Quý IV")),
    hard("dòng sang lĩnh vực khác và đổi điểm", each(carry((*SCORES, "rows", 0, "rows", 2), (*SCORES, "rows", 1, "rows", 2)), set_(*SCORES, "rows", 1, "rows", 2, "code", "2.3"), set_(*SCORES, "rows", 1, "rows", 2, "score", "1,3")),
         moved("tiêu chí", "1.3", "2.3"), Found("rescored", "tiêu chí", "Tuyên truyền", "Tuyên truyền", "", ("-0,2", "-0,2")), shown=("1,5", "1,3")),
    hard("lĩnh vực mới với các dòng", put(*SCORES, "rows", 2, {"code": "3", "name": "Tài chính công", "max": "4", "rows": [scored("3.1", "Giải ngân vốn đầu tư", "4", "3,125")]}),
         added("tiêu chí", "3 Tài chính công"), added("tiêu chí", "3.1"), shown=("3,125",)),
    hard("lĩnh vực đổi tên, dòng đổi điểm", each(set_(*SCORES, "rows", 0, "name", "Công tác chỉ đạo và điều hành cải cách"), lose()),
         renamed("tiêu chí", "Chỉ đạo", "Công tác chỉ đạo"), LOSS, shown=LOST),
    hard("lý do và điểm cùng đổi", each(lose(), set_(*ROW11, "reason", "Ban hành chậm hai tháng")), LOSS,
         changed("tiêu chí", "hai tuần", "hai tháng", "reason"), shown=(*LOST, "tháng")),
    hard("ô viết lại hoàn toàn", set_(*ROW11, "reason", "Không có nghị quyết chuyên đề nào của Hội đồng nhân dân"),
         changed("tiêu chí", "Ban hành chậm hai tuần", "Không có nghị quyết", "reason"), shown=("Ban hành chậm hai tuần", "Không có nghị quyết chuyên đề nào của Hội đồng nhân dân")),
    hard("hai đoạn của ô gộp một", set_(*SCORES, "rows", 0, "rows", 2, "reason", ["Chưa đủ", "tin bài"]),
         changed("tiêu chí", "Chưa đủ tin bài", "Chưa đủ", "reason")),
    hard("hai lĩnh vực đổi chỗ kèm mã", each(carry((*SCORES, "rows", 1), (*SCORES, "rows", 0)), set_(*SCORES, "rows", 1, "rows", 0, "score", "1,4518")),
         moved("tiêu chí", "", ""), LOSS, shown=LOST),
    hard("điểm chưa điền", drop(*ROW11, "score"), Found("unfilled", "tiêu chí", "1.1", "1.1", None), shown=("1,7259",)),
)  # fmt: skip

HEADINGS = (
    hard("phần phân công đổi tên", set_("sections", 2, "title", "TỔ CHỨC TRIỂN KHAI"), renamed("đề mục", "PHÂN CÔNG", "TRIỂN KHAI")),
    hard("phần phân công đổi tên và lên trước", each(set_("sections", 2, "title", "TỔ CHỨC TRIỂN KHAI"), carry(("sections", 2), ("sections", 1))),
         renamed("đề mục", "PHÂN CÔNG", "TRIỂN KHAI"), moved("đề mục", "", "")),
    hard("phần phân công đổi tên, một việc đổi", each(set_("sections", 2, "title", "TỔ CHỨC TRIỂN KHAI"), set_(*office(2, 1), "Kiểm tra việc quản lý, sử dụng tài sản công tại hai mươi đơn vị sự nghiệp")),
         renamed("đề mục", "PHÂN CÔNG", "TRIỂN KHAI"), changed("nhiệm vụ", "mười đơn vị", "hai mươi đơn vị"), shown=("mười", "hai mươi")),
    hard("đề mục đổi tên, mọi đoạn viết lại", set_("sections", 0, "items", 1, {"title": "Nguyên tắc", "items": ["Bảo đảm tiết kiệm, hiệu quả, tránh hình thức", "Lấy người dân làm trung tâm phục vụ"]}),
         renamed("đề mục", "Yêu cầu", "Nguyên tắc"), removed("đoạn văn", "rõ người"), removed("đoạn văn", "biên chế"), added("đoạn văn", "tiết kiệm"), added("đoạn văn", "trung tâm")),
    hard("hai đề mục cùng đổi tên", each(set_("sections", 0, "items", 0, "title", "Mục tiêu chung"), set_("sections", 0, "items", 1, "title", "Nguyên tắc thực hiện")),
         renamed("đề mục", "Mục đích", "Mục tiêu chung"), renamed("đề mục", "Yêu cầu", "Nguyên tắc")),
    hard("phần mới chen vào đầu", put("sections", 0, {"title": "CĂN CỨ THỰC TRẠNG", "items": ["Năm qua tỉnh tụt ba bậc so với năm liền trước"]}),
         added("đề mục", "CĂN CỨ THỰC TRẠNG"), added("đoạn văn", "tụt ba bậc")),
    hard("đề mục con lên thành phần", carry(("sections", 0, "items", 1), ("sections", 1)), moved("đề mục", "MỤC ĐÍCH", "Yêu cầu")),
    hard("bỏ cả phần có bảng", drop("sections", 1),
         removed("đề mục", "CHỈ TIÊU CHỦ YẾU"), removed("đề mục", "thủ tục"), removed("đề mục", "đào tạo"), shown=("98,5", "120", "Tháng 9")),
)  # fmt: skip


def _copy_near(at, value):
    return set_(*office(at, 2), value)


NEAR_REPORT = REPORT.replace("hằng quý", "hằng tháng")
LEADING = "Trên cơ sở hướng dẫn của Bộ Nội vụ và ý kiến thẩm định của các cơ quan trung ương có liên quan trong từng lĩnh vực, "

TEXTS = (
    hard("câu chung đổi ở một cơ quan, bỏ ở cơ quan khác", each(_copy_near(0, NEAR_REPORT), drop(*office(3, 2))),
         changed("nhiệm vụ", "hằng quý", "hằng tháng"), removed("nhiệm vụ", "Sở Bốn")),
    hard("câu chung đổi ở một cơ quan, thêm ở cơ quan mới", each(_copy_near(0, NEAR_REPORT), put(*TASKS, 6, {"agency": "so-bay", "tasks": [REPORT, "Lập sổ theo dõi công trình thủy lợi nhỏ"]})),
         changed("nhiệm vụ", "hằng quý", "hằng tháng"), added("cơ quan", "Sở Bảy"), added("nhiệm vụ", "hằng quý"), added("nhiệm vụ", "thủy lợi")),
    hard("câu chung đổi ở hai cơ quan", each(_copy_near(0, NEAR_REPORT), _copy_near(5, NEAR_REPORT)),
         changed("nhiệm vụ", "1. Sở Một", "hằng tháng"), changed("nhiệm vụ", "6. Sở Sáu", "hằng tháng")),
    hard("câu chung bỏ ở một cơ quan", drop(*office(3, 2)), removed("nhiệm vụ", "Sở Bốn")),
    hard("câu chung đổi ở tất cả cơ quan", each(*(_copy_near(at, NEAR_REPORT) for at in range(6))),
         *(changed("nhiệm vụ", f"{at + 1}. Sở", "hằng tháng") for at in range(6))),
    hard("câu chung đổi lên đầu ở một cơ quan và đổi chữ", each(carry(office(1, 2), office(1, 0)), set_(*office(1, 0), NEAR_REPORT)),
         moved("nhiệm vụ", "hằng quý", "hằng tháng")),
    hard("một cơ quan bỏ câu chung và nhận việc của cơ quan khác", each(drop(*office(3, 2)), carry(office(0, 1), office(3, 2))),
         removed("nhiệm vụ", "hằng quý"), moved("nhiệm vụ", "Sở Một", "Sở Bốn")),
    hard("một việc tách hai", each(set_(*office(2, 0), "Bảo đảm kinh phí cho các nhiệm vụ của Kế hoạch này"), put(*office(2, 1), "Phân bổ theo phân cấp ngân sách")),
         Found("divided", "nhiệm vụ", "Bảo đảm kinh phí", "Phân bổ theo phân cấp")),
    hard("hai việc gộp một", each(set_(*office(4, 0), f"{OWN['so-nam'][0]}; khảo sát sự hài lòng của người bệnh nội trú tại bốn bệnh viện"), drop(*office(4, 1))),
         Found("joined", "nhiệm vụ", "Khảo sát sự hài lòng", "khảo sát sự hài lòng")),
    hard("một việc thành câu dẫn và các ý", set_(*office(1, 0), {"text": "Rà soát, đơn giản hóa thủ tục đất đai:", "items": ["Cắt giảm thời gian giải quyết", "Công khai kết quả trên cổng dịch vụ công"]}),
         Found("divided", "nhiệm vụ", "cắt giảm thời gian", "Cắt giảm thời gian")),
    hard("thêm vế đứng trước câu", set_(*office(3, 1), LEADING + OWN["so-bon"][1].lower()),
         changed("nhiệm vụ", "Đào tạo kỹ năng số", "Trên cơ sở hướng dẫn")),
    hard("bỏ vế đứng trước câu", each(set_(*office(3, 1), OWN["so-bon"][1].removesuffix(" trong quý ba"))),
         changed("nhiệm vụ", "trong quý ba", "cấp xã")),
    hard("hai cơ quan đổi chỗ", carry((*TASKS, 1), (*TASKS, 0)), moved("cơ quan", "", "")),
    hard("việc chuyển cơ quan và sửa lời", each(carry(office(5, 1), office(0, 0)), set_(*office(0, 0), OWN["so-sau"][1].replace("một lần", "hai lần"))),
         moved("nhiệm vụ", "Sở Sáu", "Sở Một"), shown=("một", "hai")),
    hard("cơ quan bỏ, việc riêng mất", drop(*TASKS, 4),
         removed("cơ quan", "Sở Năm"), removed("nhiệm vụ", "khám bệnh"), removed("nhiệm vụ", "bốn bệnh viện"), removed("nhiệm vụ", "hằng quý")),
    hard("phần đổi tên, phụ lục đổi tên, điểm giảm, câu chung đổi",
         each(set_("sections", 2, "title", "TỔ CHỨC TRIỂN KHAI"), set_("appendices", 0, "title", ["BẢNG THEO DÕI SỐ LIỆU NỘI BỘ"]), lose(), _copy_near(0, NEAR_REPORT)),
         renamed("đề mục", "PHÂN CÔNG", "TRIỂN KHAI"), renamed("phụ lục", "CẢI CÁCH", "NỘI BỘ"), LOSS, changed("nhiệm vụ", "hằng quý", "hằng tháng"), shown=LOST),
)  # fmt: skip

CASES = (*TABLES_AND_APPENDICES, *COLUMNS, *ROWS, *HEADINGS, *TEXTS)
