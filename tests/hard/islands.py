# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Hard moves: what is moved, renamed, divided and re-keyed at once, in a third made-up plan.

Written whole before the comparison saw any of them: docs/comparison.md has the first run.
Nothing in the plan is true: Bịa ra để thử phần mềm.
"""

from copy import deepcopy

from tests.hard.edits import carry, column, drop, each, hard, moved, put, rekey, renamed, set_
from tests.known_edits import Found, added, changed, removed

WEEKLY = "Cử một lãnh đạo và một chuyên viên làm đầu mối theo dõi, gửi danh sách về Sở Nội vụ trước ngày 15 tháng 01"
REVIEW = "Tự đánh giá, chấm điểm các tiêu chí được giao theo dõi và chịu trách nhiệm về tài liệu kiểm chứng"
TASKS = {
    "so-ca": ["Dán nhãn truy xuất nguồn gốc cho toàn bộ tàu cá trên mười lăm mét", WEEKLY, "Mở ba điểm nhận tờ khai xuất bến tại cảng Đông, cảng Tây và cảng Nam"],
    "so-dien": ["Thay công tơ cơ bằng công tơ điện tử ở các xã bãi ngang", WEEKLY, REVIEW],
    "so-duong": ["Kiểm định cầu treo dân sinh; cắm biển hạn chế tải trọng; công bố danh sách cầu phải sửa", WEEKLY],
    "so-hoc": ["Xóa phòng học tạm ở các điểm trường trên đảo", REVIEW, WEEKLY],
    "so-muoi": ["Thí điểm bảo hiểm ruộng muối tại hai hợp tác xã", "Lập bản đồ độ mặn theo tuần trong mùa khô", REVIEW],
    "so-rung": ["Trồng bổ sung bốn trăm héc-ta rừng ngập mặn ven đê", WEEKLY, "Giao khoán bảo vệ rừng cho hộ dân sống cạnh rừng"],
    "so-khach": ["Chấm sao lại các cơ sở lưu trú hết hạn công nhận", REVIEW],
    "so-tau": ["Điều chỉnh lịch tàu khách ra đảo theo mùa gió chướng", WEEKLY, REVIEW],
}  # fmt: skip
OFFICES = {
    "so-ca": "Sở Cá", "so-dien": "Sở Điện", "so-duong": "Sở Đường", "so-hoc": "Sở Học", "so-muoi": "Sở Muối",
    "so-rung": "Sở Rừng", "so-khach": "Sở Khách", "so-tau": "Sở Tàu", "so-gio": "Sở Gió",
}  # fmt: skip


def graded(code, name, most, before, got, why=""):
    row = {"code": code, "name": name, "most": most, "before": before, "got": got}
    return {**row, "why": why} if why else row


def base():
    """The plan as data: what `yaml` would read."""
    return {
        "year": "2036",
        "issuer": {"name": ["ỦY BAN NHÂN DÂN", "TỈNH BIỂN BẠC"], "short": "UBND tỉnh Biển Bạc"},
        "symbol": "KH-UBND", "place": "Biển Bạc", "subject": "Thử đổi chỗ",
        "sections": [
            {"title": "MỤC TIÊU", "items": [
                {"title": "Mục tiêu chung", "items": ["Đưa tỉnh trở lại nhóm hai mươi tỉnh đứng đầu", "Rút ngắn khoảng cách giữa đất liền và đảo về tiếp cận dịch vụ"]},
                {"title": "Mục tiêu cụ thể", "items": ["Tỷ lệ hồ sơ trả sớm hạn đạt từ 30% trở lên", "Không xã nào xếp loại yếu", "Thời gian chờ tàu khách giảm còn bốn mươi phút"]},
            ]},
            {"title": "NHIỆM VỤ, GIẢI PHÁP", "items": [
                {"title": "Về chỉ số cải cách", "items": ["Họp giao ban chuyên đề vào ngày 05 hằng tháng", "Gắn kết quả chấm điểm với xét thi đua cuối năm", "Mời chuyên gia độc lập rà soát tài liệu kiểm chứng"]},
                {"title": "Về chỉ số hài lòng", "items": ["Gọi điện ngẫu nhiên cho người dân sau khi trả kết quả", "Lắp nút bấm đánh giá tại quầy ở mọi xã đảo"]},
                {"title": "Về chỉ số chuyển đổi số", "items": [
                    {"text": "Ưu tiên số hóa các nhóm giấy tờ:", "marker": "letter", "items": ["Sổ đăng kiểm tàu cá từ năm 2012", "Hồ sơ giao đất nuôi trồng thủy sản", "Học bạ trung học cơ sở trên đảo"]},
                    "Phủ sóng 4G tới các luồng tàu chính",
                ]},
            ]},
            {"title": "KINH PHÍ", "items": [
                {"title": "Dự toán chi", "table": {"columns": [column("work", "Việc"), column("money", "Số tiền", "decimal"), column("note", "Ghi chú")], "rows": [
                    {"work": "Mua máy chủ dự phòng", "money": "640,5", "note": "Đấu thầu quý I"}, {"work": "Thuê chuyên gia rà soát", "money": "120,25", "note": "Hợp đồng theo ngày"}, {"work": "In sổ tay cho người đi biển", "money": "33,75", "note": "Hai vạn cuốn"}]}},
                {"title": "Nguồn vốn", "table": {"columns": [column("fund", "Nguồn"), column("share", "Tỷ trọng", "decimal")], "rows": [
                    {"fund": "Ngân sách tỉnh", "share": "70,5"}, {"fund": "Quỹ hỗ trợ ngư dân", "share": "18,0"}, {"fund": "Đóng góp tự nguyện", "share": "11,5"}]}},
            ]},
            {"title": "PHÂN CÔNG TRÁCH NHIỆM", "assignments": [{"agency": key, "tasks": [*texts]} for key, texts in TASKS.items()]},
        ],
        "recipients": ["Lưu: VT"],
        "signature": {"lines": ["CHỦ TỊCH"], "name": "Lê Văn Mẫu"},
        "appendices": [
            {"title": ["BẢNG ĐIỂM CHỈ SỐ CẢI CÁCH"], "table": {
                "columns": [column("code", "TT"), column("name", "Tiêu chí"), column("most", "Tối đa", "decimal"), column("before", "Năm trước", "decimal"), column("got", "Năm nay", "decimal"),
                            column("lost", "Bị trừ", "decimal", compute="got - most"), column("why", "Vì sao"), column("who", "Ai theo dõi")],
                "rows": [
                    {"code": "I", "name": "Điều hành", "rows": [
                        graded("1", "Kế hoạch được giao hoàn thành", "4", "3,5", "3,6875", "Ba việc để sang quý sau"), graded("2", "Kiểm tra ít nhất ba mươi phần trăm đơn vị", "3", "3", "2,4", "Không kiểm tra được hai xã đảo"), graded("3", "Xử lý kiến nghị sau kiểm tra", "2", "1,25", "1,75")]},
                    {"code": "II", "name": "Thủ tục", "rows": [
                        graded("4", "Công bố thủ tục đúng hạn", "5", "4,5", "4,8125", "Một quyết định ra muộn"), graded("5", "Trả lời phản ánh của người dân", "3", "2", "2,2", "Tám phản ánh quá hạn")]},
                    {"code": "III", "name": "Tài chính", "rows": [
                        graded("6", "Giải ngân vốn đầu tư công", "6", "5,1", "4,95", "Hai dự án kè chậm mặt bằng"), graded("7", "Nộp đủ kiến nghị kiểm toán", "2", "2", "2")]},
                ]}},
            {"title": ["BẢNG VIỆC THEO QUÝ"], "table": {
                "columns": [column("job", "Nội dung công việc"), column("lead", "Chủ trì"), column("help", "Phối hợp"), column("due", "Xong trước"), column("out", "Kết quả")],
                "rows": [
                    {"shared": {"due": "Quý I", "out": "Công văn"}, "rows": [
                        {"job": "Chốt danh mục xã đảo khó khăn", "lead": "Sở Muối", "help": "Sở Tàu"}, {"job": "Thống nhất lịch cấm biển", "lead": "Sở Cá", "help": "Sở Tàu"}]},
                    {"shared": {"due": "Quý III", "out": "Báo cáo"}, "rows": [
                        {"job": "Đo thời gian chờ tại ba cảng", "lead": "Sở Tàu", "help": "Sở Khách"}, {"job": "Đếm khách quay lại đảo", "lead": "Sở Khách", "help": "Sở Tàu"}]},
                    {"job": "Diễn tập cứu nạn đêm", "lead": "Sở Cá", "help": "Sở Đường", "due": "30/11", "out": "Biên bản"},
                ]}},
            {"title": ["SỐ LIỆU BA HUYỆN ĐẢO"], "table": {
                "columns": [column("place", "Huyện"), column("homes", "Số hộ", "integer"), column("net", "Hộ có mạng", "integer"), column("rate", "Tỷ lệ", "decimal")],
                "rows": [
                    {"place": "Đảo Én", "homes": "1840", "net": "1507", "rate": "81,9"}, {"place": "Đảo Sò", "homes": "2210", "net": "1658", "rate": "75,02"}, {"place": "Đảo Cát", "homes": "960", "net": "613", "rate": "63,85"}]}},
            {"title": ["LỊCH KIỂM TRA"], "table": {
                "columns": [column("team", "Đoàn"), column("target", "Nơi kiểm tra"), column("month", "Tháng")],
                "rows": [
                    {"team": "Đoàn số một", "target": "Cảng Đông và ba xã lân cận", "month": "Tháng 3"}, {"team": "Đoàn số hai", "target": "Trường học trên Đảo Én", "month": "Tháng 5"}, {"team": "Đoàn số ba", "target": "Bến tàu khách Đảo Sò", "month": "Tháng 10"}]}},
        ],
    }  # fmt: skip


POINTS, WORKS, ISLANDS, CHECKS = (("appendices", at, "table") for at in range(4))
COSTS, FUNDS = (("sections", 2, "items", at, "table") for at in range(2))
BLOCKS = ("sections", 3, "assignments")
P1, P2, P3 = ((*POINTS, "rows", 0, "rows", at) for at in range(3))
P4, P5 = ((*POINTS, "rows", 1, "rows", at) for at in range(2))
P6, P7 = ((*POINTS, "rows", 2, "rows", at) for at in range(2))


def task(at, *rest):
    return (*BLOCKS, at, "tasks", *rest)


def heading(section, at, *rest):
    return ("sections", section, "items", at, *rest)


def rescored(words, *differences, now=""):
    return Found("rescored", "tiêu chí", words, now or words, "", differences)


DIP = rescored("2 Kiểm tra", "-0,65", "-0,65")
dip = set_(*P2, "got", "1,75")
DIPPED = ("2,4", "1,75", "0,65")
RATE = rescored("Đảo Sò", "-1,52")
rate = set_(*ISLANDS, "rows", 1, "rate", "73,5")
RATED = ("75,02", "73,5")
COST = rescored("Thuê chuyên gia", "-20,25")
BOATS = {
    "columns": [column("boat", "Tàu"), column("load", "Sức chở", "integer"), column("port", "Cảng nhà")],
    "rows": [{"boat": "Tàu Hải Âu", "load": "148", "port": "Cảng Đông"}, {"boat": "Tàu Bình Minh", "load": "96", "port": "Cảng Tây"}],
}  # fmt: skip
BOAT_WORDS = ("Tàu Hải Âu", "148", "Cảng Đông", "Tàu Bình Minh", "96")


def at(path, change):
    """Edits what stands at a path by a function of it."""

    def run(plan):
        for step in path:
            plan = plan[step]
        change(plan)

    return run


def without(path, key):
    """Takes a column and its cells out of the table at a path."""

    def strip(rows):
        for row in rows:
            row.pop(key, None)
            row.get("shared", {}).pop(key, None)
            strip(row.get("rows", []))

    def run(table):
        table["columns"] = [each for each in table["columns"] if each["key"] != key]
        strip(table["rows"])

    return at(path, run)


def _halve_points(plan):
    """The third field becomes an appendix of its own."""
    field = plan["appendices"][0]["table"]["rows"].pop(2)
    table = {**plan["appendices"][0]["table"], "rows": [field]}
    plan["appendices"].insert(1, {"title": ["BẢNG ĐIỂM TÀI CHÍNH"], "table": table})


def _shared_into_rows(block):
    """The cells that two rows share are given to each of them."""

    def run(table):
        shared = table["rows"].pop(block)
        table["rows"][block:block] = [{**row, **shared["shared"]} for row in shared["rows"]]

    return at(WORKS, run)


def _recode(plan):
    """Fields I, II, III become A, B, C; the rows keep their numbers."""
    for row, code in zip(plan["appendices"][0]["table"]["rows"], "ABC", strict=True):
        row["code"] = code


def _recode_rows(plan):
    """Running numbers become numbers of the field: 4 becomes 2.1."""
    for number, field in enumerate(plan["appendices"][0]["table"]["rows"], 1):
        for place, row in enumerate(field["rows"], 1):
            row["code"] = f"{number}.{place}"


def _swap_titles(plan):
    first, second = plan["sections"][1]["items"][:2]
    first["title"], second["title"] = second["title"], first["title"]


def _swap_appendix_titles(plan):
    third, fourth = plan["appendices"][2:]
    third["title"], fourth["title"] = fourth["title"], third["title"]


def _swap_tasks(plan):
    blocks = plan["sections"][3]["assignments"]
    blocks[0]["tasks"], blocks[4]["tasks"] = blocks[4]["tasks"], blocks[0]["tasks"]


def _merge_headings_of_goals(plan):
    first, second = plan["sections"][0]["items"]
    plan["sections"][0]["items"] = [*first["items"], *second["items"]]


APPENDICES = (
    hard("hai phụ lục đổi chỗ và cùng đổi tên, một tỷ lệ đổi",
         each(carry(("appendices", 3), ("appendices", 2)), set_("appendices", 2, "title", ["CÁC CUỘC KIỂM TRA TRONG NĂM"]), set_("appendices", 3, "title", ["DÂN CƯ NGOÀI ĐẢO"]), set_("appendices", 3, "table", "rows", 1, "rate", "73,5")),
         renamed("phụ lục", "LỊCH KIỂM TRA", "CÁC CUỘC"), renamed("phụ lục", "SỐ LIỆU", "DÂN CƯ"), moved("phụ lục", "", ""), RATE, shown=RATED),
    hard("hai phụ lục trao tên cho nhau", _swap_appendix_titles,
         renamed("phụ lục", "SỐ LIỆU", "LỊCH KIỂM TRA"), renamed("phụ lục", "LỊCH KIỂM TRA", "SỐ LIỆU")),
    hard("phụ lục điểm xuống cuối, đổi tên, cột đổi mã, điểm giảm",
         each(dip, rekey(POINTS, "got", "diem"), set_("appendices", 0, "title", ["PHỤ LỤC CUỐI"]), carry(("appendices", 0), ("appendices", 3))),
         renamed("phụ lục", "BẢNG ĐIỂM", "PHỤ LỤC CUỐI"), moved("phụ lục", "", ""), DIP, shown=DIPPED),
    hard("phụ lục mới ở đầu, phụ lục cũ ở cuối bỏ, điểm giảm",
         each(dip, drop("appendices", 3), put("appendices", 0, {"title": ["ĐỘI TÀU"], "table": BOATS})),
         removed("phụ lục", "LỊCH KIỂM TRA"), added("phụ lục", "ĐỘI TÀU"), DIP, shown=(*DIPPED, *BOAT_WORDS, "Trường học trên Đảo Én", "Tháng 10")),
    hard("một lĩnh vực tách thành phụ lục riêng", _halve_points,
         added("phụ lục", "BẢNG ĐIỂM TÀI CHÍNH"), moved("tiêu chí", "Tài chính", "Tài chính")),
    hard("phụ lục thành bảng trong thân văn bản",
         each(at((), lambda plan: plan["sections"][2]["items"].append({"title": "Hạ tầng ngoài đảo", "table": plan["appendices"].pop(2)["table"]})), set_(*heading(2, 2), "table", "rows", 1, "rate", "73,5")),
         removed("phụ lục", "SỐ LIỆU"), added("đề mục", "Hạ tầng ngoài đảo"), moved("phụ lục", "", ""), RATE, shown=RATED),
    hard("hai bảng của thân đổi chỗ, đổi tên đề mục, một số đổi",
         each(carry(heading(2, 1), heading(2, 0)), set_(*heading(2, 0), "title", "Tiền từ đâu"), set_(*heading(2, 1), "title", "Tiền dùng vào đâu"), set_(*heading(2, 1), "table", "rows", 1, "money", "100")),
         renamed("đề mục", "Nguồn vốn", "từ đâu"), renamed("đề mục", "Dự toán", "dùng vào"), moved("đề mục", "", ""), COST, shown=("120,25", "100")),
    hard("bảng mới trước hai bảng, mỗi bảng một số đổi",
         each(put(*heading(2, 0), {"title": "Đội tàu", "table": BOATS}), set_(*heading(2, 1), "table", "rows", 1, "money", "100"), set_(*heading(2, 2), "table", "rows", 0, "share", "71,5")),
         added("đề mục", "Đội tàu"), COST, rescored("Ngân sách tỉnh", "1,0"), shown=("120,25", "100", "70,5", "71,5", *BOAT_WORDS)),
    hard("bảng mới không tên trước bảng cũ trong một đề mục, cột bảng cũ đổi mã",
         each(rekey(COSTS, "money", "tien"), set_(*COSTS, "rows", 1, "tien", "100"), at(heading(2, 0), lambda item: item.update(items=[{"table": deepcopy(BOATS)}, {"table": item.pop("table")}]))),
         added("đề mục", "Dự toán chi", "table"), COST, shown=("120,25", "100", *BOAT_WORDS)),
    hard("bảng cùng cột với bảng bên, nội dung khác, thay chỗ",
         set_(*FUNDS, {"columns": base()["sections"][2]["items"][0]["table"]["columns"], "rows": [{"work": "Sửa cầu cảng", "money": "815,5", "note": "Chờ thẩm định"}]}),
         removed("đề mục", "Nguồn vốn", "table"), added("đề mục", "Nguồn vốn", "table"), shown=("70,5", "Quỹ hỗ trợ ngư dân", "Sửa cầu cảng", "815,5", "Chờ thẩm định")),
    hard("phụ lục bỏ, một dòng của nó sang bảng khác",
         each(drop("appendices", 3), put(*WORKS, "rows", 3, {"job": "Kiểm tra bến tàu khách", "lead": "Sở Tàu", "help": "Sở Khách", "due": "Tháng 10", "out": "Biên bản"})),
         removed("phụ lục", "LỊCH KIỂM TRA"), added("tiêu chí", "Kiểm tra bến tàu khách"), shown=("Cảng Đông và ba xã lân cận", "Tháng 10", "Biên bản")),
    hard("phụ lục nhân đôi, bản sau sửa một số",
         each(put("appendices", 3, {"title": ["SỐ LIỆU DỰ BÁO"], "table": base()["appendices"][2]["table"]}), set_("appendices", 3, "table", "rows", 1, "rate", "73,5")),
         added("phụ lục", "SỐ LIỆU DỰ BÁO"), shown=("73,5", "Đảo Cát", "63,85")),
)  # fmt: skip

COLUMNS = (
    hard("hai cột số trao mã, một ô đổi",
         each(rekey(ISLANDS, "homes", "x"), rekey(ISLANDS, "net", "homes"), rekey(ISLANDS, "x", "net"), set_(*ISLANDS, "rows", 2, "homes", "640")),
         rescored("Đảo Cát", "27"), shown=("613", "640")),
    hard("hai cột của bảng việc đổi mã và đổi chỗ, một hạn đổi",
         each(*(rekey(WORKS, old, f"k_{old}") for old in ("lead", "help")), at((*WORKS, "columns"), lambda columns: columns.insert(1, columns.pop(2))), set_(*WORKS, "rows", 2, "due", "15/12")),
         moved("cột", "", ""), changed("tiêu chí", "30/11", "15/12", "due"), shown=("30/11", "15/12")),
    hard("cột năm trước bỏ, cột năm nay đổi tên, điểm giảm",
         each(dip, without(POINTS, "before"), rekey(POINTS, "got", "got", "Điểm đạt")),
         removed("cột", "Năm trước", None), renamed("cột", "Năm nay", "Điểm đạt", None), DIP, shown=(*DIPPED, "1,25", "5,1")),
    hard("cột năm nay thành cột năm trước, thêm cột năm nay",
         each(without(POINTS, "before"), rekey(POINTS, "got", "before", "Năm trước"), put(*POINTS, "columns", 4, column("got", "Năm nay", "decimal")), set_(*POINTS, "columns", 5, "compute", "got - most"),
              *(set_(*row, "got", "1") for row in (P1, P2, P3, P4, P5, P6, P7))),
         *(Found("rescored", "tiêu chí", words, words, "", None) for words in ("1 Kế hoạch", "2 Kiểm tra", "3 Xử lý", "4 Công bố", "5 Trả lời", "6 Giải ngân", "7 Nộp")), shown=("3,6875", "4,95")),
    hard("hai cột chữ gộp một",
         each(without(WORKS, "help"), rekey(WORKS, "lead", "lead", "Chủ trì, phối hợp"), at(WORKS, lambda table: [row.update(lead=row["lead"] + ", " + old["help"]) for row, old in zip([*table["rows"][0]["rows"], *table["rows"][1]["rows"], table["rows"][2]], [*base()["appendices"][1]["table"]["rows"][0]["rows"], *base()["appendices"][1]["table"]["rows"][1]["rows"], base()["appendices"][1]["table"]["rows"][2]], strict=True)])),
         Found("joined", "cột", "Phối hợp", "phối hợp", "lead")),
    hard("cột mới giữa bảng, cột sau đổi mã và tên, một số đổi",
         each(put(*ISLANDS, "columns", 2, column("boats", "Số tàu", "integer")), *(set_(*ISLANDS, "rows", place, "boats", count) for place, count in enumerate(("57", "88", "19"))), rekey(ISLANDS, "net", "mang", "Hộ có mạng cáp quang"), set_(*ISLANDS, "rows", 0, "mang", "1500")),
         added("cột", "Số tàu", None), renamed("cột", "Hộ có mạng", "cáp quang", None), rescored("Đảo Én", "-7"), shown=("57", "88", "1.507", "1.500")),
    hard("cột tên của bảng đổi mã và đổi tên, một ô đổi",
         each(rekey(CHECKS, "team", "nhom", "Nhóm công tác"), set_(*CHECKS, "rows", 1, "month", "Tháng 6")),
         renamed("cột", "Đoàn", "Nhóm công tác", None), changed("tiêu chí", "Tháng 5", "Tháng 6", "month"), shown=("5", "6")),
    hard("cột số thành cột chữ", each(without(ISLANDS, "rate"), put(*ISLANDS, "columns", 3, column("level", "Mức độ")), *(set_(*ISLANDS, "rows", place, "level", said) for place, said in enumerate(("Tốt", "Khá", "Trung bình")))),
         removed("cột", "Tỷ lệ", None), added("cột", "Mức độ", None), shown=("81,9", "63,85", "Trung bình")),
    hard("bỏ cột của bảng có ô gộp", without(WORKS, "out"), removed("cột", "Kết quả", None), shown=("Công văn", "Biên bản")),
)  # fmt: skip

ROWS = (
    hard("dòng sang lĩnh vực khác, đổi số, đổi điểm",
         each(dip, carry(P2, (*POINTS, "rows", 2, "rows", 0)), set_(*POINTS, "rows", 2, "rows", 0, "code", "5a")),
         moved("tiêu chí", "2 Kiểm tra", "5a Kiểm tra"), rescored("2 Kiểm tra", "-0,65", "-0,65", now="5a Kiểm tra"), shown=DIPPED),
    hard("hai dòng sang hai lĩnh vực khác, điểm cùng đổi",
         each(set_(*P3, "got", "1,5"), set_(*P4, "got", "4,5"), at((*POINTS, "rows"), lambda rows: (rows[1]["rows"].append(rows[0]["rows"].pop(2)), rows[0]["rows"].append(rows[1]["rows"].pop(0))))),
         moved("tiêu chí", "3 Xử lý", "3 Xử lý"), moved("tiêu chí", "4 Công bố", "4 Công bố"), rescored("3 Xử lý", "-0,25", "-0,25"), rescored("4 Công bố", "-0,3125", "-0,3125"), shown=("1,75", "1,5", "4,8125", "4,5")),
    hard("lĩnh vực đổi mã, dòng giữ số, điểm giảm", each(_recode, dip),
         *(Found("renumbered", "tiêu chí", old, new, None) for old, new in (("I Điều hành", "A Điều hành"), ("II Thủ tục", "B Thủ tục"), ("III Tài chính", "C Tài chính"))), DIP, shown=DIPPED),
    hard("mọi dòng đánh số lại theo lĩnh vực, điểm giảm", each(dip, _recode_rows),
         *(Found("renumbered", "tiêu chí", old, new, None) for old, new in (("1 Kế hoạch", "1.1"), ("2 Kiểm tra", "1.2"), ("3 Xử lý", "1.3"), ("4 Công bố", "2.1"), ("5 Trả lời", "2.2"), ("6 Giải ngân", "3.1"), ("7 Nộp", "3.2"))), rescored("2 Kiểm tra", "-0,65", "-0,65", now="1.2 Kiểm tra"), shown=DIPPED),
    hard("lĩnh vực đổi tên và đổi chỗ, một dòng giảm",
         each(dip, set_(*POINTS, "rows", 0, "name", "Chỉ đạo của người đứng đầu"), carry((*POINTS, "rows", 0), (*POINTS, "rows", 2))),
         renamed("tiêu chí", "Điều hành", "Chỉ đạo của người"), moved("tiêu chí", "", ""), DIP, shown=DIPPED),
    hard("hai lĩnh vực gộp một, điểm giảm",
         each(dip, at((*POINTS, "rows"), lambda rows: rows[0]["rows"].extend(rows.pop(1)["rows"]))),
         removed("tiêu chí", "II Thủ tục"), moved("tiêu chí", "4 Công bố", "4 Công bố"), moved("tiêu chí", "5 Trả lời", "5 Trả lời"), DIP, shown=DIPPED),
    hard("một lĩnh vực tách hai, dòng đổi điểm",
         each(set_(*P3, "got", "1,5"), at((*POINTS, "rows"), lambda rows: rows.insert(1, {"code": "Ib", "name": "Kiểm tra, giám sát", "rows": [rows[0]["rows"].pop(1), rows[0]["rows"].pop(1)]}))),
         added("tiêu chí", "Ib Kiểm tra, giám sát"), moved("tiêu chí", "2 Kiểm tra", "2 Kiểm tra"), moved("tiêu chí", "3 Xử lý", "3 Xử lý"), rescored("3 Xử lý", "-0,25", "-0,25"), shown=("1,75", "1,5")),
    hard("hai dòng trao điểm và lý do", each(set_(*P4, "got", "2,2"), set_(*P5, "got", "2,8125"), set_(*P4, "why", "Tám phản ánh quá hạn"), set_(*P5, "why", "Một quyết định ra muộn")),
         rescored("4 Công bố", "-2,6125", "-2,6125"), rescored("5 Trả lời", "0,6125", "0,6125"), changed("tiêu chí", "Một quyết định", "Tám phản ánh", "why"), changed("tiêu chí", "Tám phản ánh", "Một quyết định", "why"), shown=("4,8125", "2,8125")),
    hard("dòng ra khỏi ô gộp, hạn mới riêng",
         at((*WORKS, "rows"), lambda rows: rows.insert(1, {**rows[0]["rows"].pop(1), "due": "Quý II", "out": "Công văn"})),
         Found("regrouped", "tiêu chí", "Chốt danh mục", "ô riêng", None), changed("tiêu chí", "Quý I", "Quý II", "due"), shown=("Quý", "II")),
    hard("ô gộp tách hết, nội dung như cũ", _shared_into_rows(1), Found("regrouped", "tiêu chí", "Đo thời gian", "ô riêng", None)),
    hard("dòng sang ô gộp khác", at((*WORKS, "rows"), lambda rows: rows[1]["rows"].append(rows[0]["rows"].pop(1))),
         Found("regrouped", "tiêu chí", "Chốt danh mục", "Đo thời gian", None), moved("tiêu chí", "", ""), changed("tiêu chí", "Quý I", "Quý III", "due"), changed("tiêu chí", "Công văn", "Báo cáo", "out"), shown=("Quý", "III", "Công văn")),
    hard("tên dòng viết lại, các ô còn nguyên", set_(*WORKS, "rows", 2, "job", "Tổ chức tập huấn phòng chống tai nạn ban đêm trên biển"),
         renamed("tiêu chí", "Diễn tập", "tập huấn"), shown=("Diễn", "cứu", "Tổ chức")),
    hard("mọi dòng đảo ngược, một ô sửa", each(set_(*CHECKS, "rows", 0, "month", "Tháng 4"), at((*CHECKS, "rows"), list.reverse)),
         moved("tiêu chí", "", ""), moved("tiêu chí", "", ""), changed("tiêu chí", "Tháng 3", "Tháng 4", "month"), shown=("Tháng", "4")),
    hard("dòng bỏ, dòng mới gần giống tên ở lĩnh vực khác", each(drop(*P5), put(*POINTS, "rows", 2, "rows", 2, graded("8", "Trả lời kiến nghị của kiểm toán", "3", "2", "2,9"))),
         removed("tiêu chí", "5 Trả lời phản ánh"), added("tiêu chí", "8 Trả lời kiến nghị"), shown=("2,2", "Tám phản ánh quá hạn", "2,9")),
    hard("hai dòng gộp một", each(drop(*CHECKS, "rows", 1), set_(*CHECKS, "rows", 0, "target", "Cảng Đông, ba xã lân cận và trường học trên Đảo Én")),
         removed("tiêu chí", "Đoàn số hai"), changed("tiêu chí", "Cảng Đông và ba xã", "trường học trên Đảo Én", "target"), shown=("Tháng 5",)),
)  # fmt: skip

HEADINGS = (
    hard("hai đề mục trao tên cho nhau", _swap_titles,
         renamed("đề mục", "cải cách", "hài lòng"), renamed("đề mục", "hài lòng", "cải cách")),
    hard("hai đề mục đổi chỗ và trao tên", each(_swap_titles, carry(heading(1, 1), heading(1, 0))),
         renamed("đề mục", "cải cách", "hài lòng"), renamed("đề mục", "hài lòng", "cải cách"), moved("đề mục", "", "")),
    hard("đề mục đổi tên, câu trong thêm vế đầu",
         each(set_(*heading(1, 1), "title", "Lắng nghe người dân"), set_(*heading(1, 1), "items", 1, "Trong quý II, sau khi thống nhất với doanh nghiệp viễn thông, lắp nút bấm đánh giá tại quầy ở mọi xã đảo")),
         renamed("đề mục", "hài lòng", "Lắng nghe"), changed("đoạn văn", "Lắp nút bấm", "Trong quý II"), shown=("doanh nghiệp viễn thông",)),
    hard("đề mục đổi tên, sang phần khác, câu thêm vế đầu",
         each(set_(*heading(1, 1), "title", "Lắng nghe người dân"), set_(*heading(1, 1), "items", 1, "Trong quý II, sau khi thống nhất với doanh nghiệp viễn thông, lắp nút bấm đánh giá tại quầy ở mọi xã đảo"), carry(heading(1, 1), heading(0, 1))),
         renamed("đề mục", "hài lòng", "Lắng nghe"), moved("đề mục", "NHIỆM VỤ", "MỤC TIÊU"), changed("đoạn văn", "Lắp nút bấm", "Trong quý II")),
    hard("hai phần đổi chỗ, phần phân công đổi tên, một việc sửa",
         each(set_(*task(3, 0), "Xóa phòng học tạm ở mọi điểm trường trên đảo"), set_("sections", 3, "title", "TRÁCH NHIỆM CÁC SỞ"), carry(("sections", 3), ("sections", 1))),
         renamed("đề mục", "PHÂN CÔNG", "TRÁCH NHIỆM CÁC SỞ"), moved("đề mục", "", ""), changed("nhiệm vụ", "các điểm", "mọi điểm"), shown=("các", "mọi", "điểm trường")),
    hard("các đề mục bỏ tên, câu còn nguyên", _merge_headings_of_goals,
         removed("đề mục", "Mục tiêu chung"), removed("đề mục", "Mục tiêu cụ thể")),
    hard("ba đề mục xoay vòng, một đổi tên", each(set_(*heading(1, 0), "title", "Về điểm số"), carry(heading(1, 0), heading(1, 2))),
         renamed("đề mục", "cải cách", "Về điểm số"), moved("đề mục", "", "")),
    hard("đề mục bỏ, câu của nó sang hai đề mục khác",
         each(carry(heading(1, 1, "items", 0), heading(1, 0, "items", 1)), carry(heading(1, 1, "items", 0), heading(1, 2, "items", 1)), drop(*heading(1, 1))),
         removed("đề mục", "hài lòng"), moved("đoạn văn", "Gọi điện", "Gọi điện"), moved("đoạn văn", "Lắp nút", "Lắp nút")),
    hard("đề mục mới lấy nửa số câu của đề mục cũ",
         at((), lambda plan: plan["sections"][1]["items"].insert(1, {"title": "Về tài liệu kiểm chứng", "items": [plan["sections"][1]["items"][0]["items"].pop(), "Lưu bản gốc tài liệu ở hai nơi"]})),
         added("đề mục", "tài liệu kiểm chứng"), added("đoạn văn", "Lưu bản gốc")),
)  # fmt: skip

TEXTS = (
    hard("việc tách hai khi chuyển cơ quan",
         each(drop(*task(0, 2)), put(*task(7, 1), "Mở hai điểm nhận tờ khai xuất bến tại cảng Đông và cảng Tây"), put(*task(7, 2), "Mở một điểm nhận tờ khai xuất bến tại cảng Nam")),
         Found("divided", "nhiệm vụ", "Sở Cá", "Sở Tàu"), shown=("ba", "hai", "một điểm")),
    hard("việc ba vế tách ba khi chuyển cơ quan",
         each(drop(*task(2, 0)), put(*task(1, 1), "Kiểm định cầu treo dân sinh"), put(*task(1, 2), "Cắm biển hạn chế tải trọng"), put(*task(1, 3), "Công bố danh sách cầu phải sửa")),
         Found("divided", "nhiệm vụ", "Sở Đường", "Sở Điện")),
    hard("việc tách cho hai cơ quan",
         each(set_(*task(2, 0), "Kiểm định cầu treo dân sinh; cắm biển hạn chế tải trọng"), put(*task(7, 0), "Công bố danh sách cầu phải sửa")),
         Found("divided", "nhiệm vụ", "Sở Đường", "nhiệm vụ 1 và nhiệm vụ 1 của 8. Sở Tàu")),
    hard("hai việc của hai cơ quan gộp về cơ quan thứ ba",
         each(drop(*task(4, 1)), drop(*task(5, 2)), put(*task(6, 1), "Lập bản đồ độ mặn theo tuần trong mùa khô; giao khoán bảo vệ rừng cho hộ dân sống cạnh rừng")),
         Found("joined", "nhiệm vụ", "Lập bản đồ độ mặn", "giao khoán bảo vệ rừng")),
    hard("hai việc của một cơ quan gộp khi chuyển",
         each(drop(*task(4, 1)), drop(*task(4, 0)), put(*task(6, 1), "Thí điểm bảo hiểm ruộng muối tại hai hợp tác xã và lập bản đồ độ mặn theo tuần trong mùa khô")),
         Found("joined", "nhiệm vụ", "Sở Muối", "Sở Khách")),
    hard("câu chung sửa ở ba nơi, bỏ ở một, thêm ở một", each(*(set_(*task(*place), WEEKLY.replace("15 tháng 01", "31 tháng 01")) for place in ((0, 1), (1, 1), (3, 2))), drop(*task(5, 1)), put(*task(6, 2), WEEKLY)),
         *(changed("nhiệm vụ", name, "31 tháng 01") for name in ("Sở Cá", "Sở Điện", "Sở Học")), removed("nhiệm vụ", "Sở Rừng"), added("nhiệm vụ", "Sở Khách")),
    hard("hai câu chung bỏ và sửa chéo nhau", each(drop(*task(1, 2)), set_(*task(1, 1), WEEKLY.replace("một chuyên viên", "hai chuyên viên")), drop(*task(7, 1)), set_(*task(7, 1), REVIEW.replace("các tiêu chí", "toàn bộ tiêu chí"))),
         removed("nhiệm vụ", "Sở Điện › nhiệm vụ 3"), changed("nhiệm vụ", "Sở Điện", "hai chuyên viên"), removed("nhiệm vụ", "Sở Tàu › nhiệm vụ 2"), changed("nhiệm vụ", "Sở Tàu", "toàn bộ tiêu chí")),
    hard("câu chung lên mục chung, bỏ ở mọi cơ quan", each(*(drop(*task(*place)) for place in ((0, 1), (1, 1), (2, 1), (3, 2), (5, 1), (7, 1))), put(*heading(1, 0, "items", 3), WEEKLY)),
         Found("moved", "nhiệm vụ", "", ""), *(removed("nhiệm vụ", "Cử một lãnh đạo") for _ in range(5))),
    hard("cơ quan mới nhận việc riêng và câu chung", put(*BLOCKS, 8, {"agency": "so-gio", "tasks": ["Lắp trạm đo gió trên Đảo Cát", WEEKLY, REVIEW]}),
         added("cơ quan", "Sở Gió"), added("nhiệm vụ", "trạm đo gió"), added("nhiệm vụ", "Cử một lãnh đạo"), added("nhiệm vụ", "Tự đánh giá")),
    hard("cơ quan này thay cơ quan kia, việc còn nguyên", set_(*BLOCKS, 6, "agency", "so-gio"),
         removed("cơ quan", "Sở Khách"), added("cơ quan", "Sở Gió"), moved("nhiệm vụ", "Chấm sao", "Chấm sao"), removed("nhiệm vụ", "Sở Khách"), added("nhiệm vụ", "Sở Gió")),
    hard("hai cơ quan trao hết việc cho nhau", _swap_tasks,
         moved("nhiệm vụ", "Dán nhãn", "Dán nhãn"), moved("nhiệm vụ", "Mở ba điểm", "Mở ba điểm"), moved("nhiệm vụ", "Thí điểm", "Thí điểm"), moved("nhiệm vụ", "Lập bản đồ", "Lập bản đồ"),
         removed("nhiệm vụ", "Sở Cá"), added("nhiệm vụ", "Sở Muối"), removed("nhiệm vụ", "Sở Muối"), added("nhiệm vụ", "Sở Cá")),
    hard("câu thêm vế đầu và sang cơ quan khác", each(drop(*task(1, 0)), put(*task(7, 0), "Phối hợp với điện lực và ủy ban nhân dân các huyện, thay công tơ cơ bằng công tơ điện tử ở các xã bãi ngang")),
         moved("nhiệm vụ", "Sở Điện", "Sở Tàu"), shown=("Phối hợp với điện lực",)),
    hard("điểm chen giữa các điểm, một điểm sửa", each(put(*heading(1, 2, "items", 0, "items", 1), "Sổ theo dõi tiêm chủng của trạm y tế đảo"), set_(*heading(1, 2, "items", 0, "items", 3), "Học bạ trung học cơ sở và trung học phổ thông trên đảo")),
         added("đoạn văn", "Sổ theo dõi tiêm chủng"), changed("đoạn văn", "Học bạ", "trung học phổ thông")),
    hard("điểm của câu dẫn thành câu ngang hàng", at(heading(1, 2, "items"), lambda items: items.insert(1, items[0]["items"].pop())), moved("đoạn văn", "Học bạ", "Học bạ")),
    hard("mọi thứ của phần nhiệm vụ một lúc",
         each(set_("sections", 1, "title", "VIỆC CẦN LÀM"), set_(*heading(1, 0), "title", "Điểm số"), carry(heading(1, 2), heading(1, 0)), drop(*heading(1, 2, "items", 0)), set_(*heading(1, 1, "items", 0), "Họp giao ban chuyên đề vào ngày 10 hằng tháng"), dip, rate),
         renamed("đề mục", "NHIỆM VỤ", "VIỆC CẦN LÀM"), renamed("đề mục", "cải cách", "Điểm số"), moved("đề mục", "", ""), removed("đoạn văn", "Gọi điện"), changed("đoạn văn", "05", "10 hằng"), DIP, RATE, shown=(*DIPPED, *RATED)),
)  # fmt: skip

CASES = (*APPENDICES, *COLUMNS, *ROWS, *HEADINGS, *TEXTS)


def edited(*edits):
    """The plan after some edits."""
    plan = deepcopy(base())
    for edit in edits:
        edit(plan)
    return plan
