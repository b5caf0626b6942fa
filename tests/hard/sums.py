# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Hard edits of other kinds: sums, counted rows, notes, copies, two offices, a year gone by.

Written whole before the comparison saw any of them: docs/comparison.md has the first run.
Nothing in the plan is true: Bịa ra để thử phần mềm.
"""

from copy import deepcopy

from tests.hard.edits import carry, column, drop, each, hard, moved, put, rekey, renamed, set_
from tests.hard.islands import at, without
from tests.known_edits import Found, added, changed, removed

SEND = "Gửi báo cáo kết quả về Sở Nông nghiệp và Môi trường trước ngày 10 tháng 12 để tổng hợp"
SPREAD = "Tuyên truyền tới từng hộ dân về lịch cấm đốt nương trong ba tháng cao điểm"
TEAM = "Lập tổ xung kích, trực 24/24 giờ khi dự báo cháy rừng từ cấp IV trở lên"
TASKS = {
    "so-nong": ["Chủ trì, theo dõi, đôn đốc việc thực hiện Kế hoạch này; định kỳ sáu tháng sơ kết", "Vận hành mười hai trạm cảnh báo sớm tại các khu rừng đặc dụng", TEAM],
    "so-tien": ["Bố trí kinh phí mua sắm phương tiện chữa cháy; hướng dẫn thanh toán, quyết toán theo quy định", SEND],
    "so-tin": ["Nhắn tin cảnh báo đến thuê bao trong bán kính năm ki-lô-mét quanh điểm cháy", SPREAD, SEND],
    "so-hoc": ["Đưa kỹ năng thoát hiểm vào hai tiết ngoại khóa của học sinh vùng đệm", SPREAD, SEND],
    "cong-an": ["Điều tra nguyên nhân mọi vụ cháy trên một héc-ta trong vòng mười ngày", TEAM, SEND],
    "quan-su": ["Điều động lực lượng, phương tiện khi vụ cháy vượt khả năng của huyện", TEAM],
    "kiem-lam": ["Cắm mốc ranh giới hai trăm ki-lô-mét đường băng cản lửa", "Thống kê vật liệu cháy dưới tán rừng theo từng tiểu khu", TEAM, SEND],
    "doan": ["Huy động thanh niên dọn thực bì trước mùa khô", SPREAD, SEND],
}  # fmt: skip
OFFICES = {
    "so-nong": "Sở Nông nghiệp và Môi trường", "so-tien": "Sở Tài chính", "so-tin": "Sở Khoa học và Công nghệ",
    "so-hoc": "Sở Giáo dục và Đào tạo", "cong-an": "Công an tỉnh", "quan-su": "Bộ Chỉ huy Quân sự tỉnh",
    "kiem-lam": "Chi cục Kiểm lâm", "doan": "Tỉnh đoàn", "so-xa": "Sở Xây dựng",
}  # fmt: skip


def area(name, planted, burnt):
    return {"name": name, "planted": planted, "burnt": burnt}


def project(code, name, place, cost, when):
    return {"code": code, "name": name, "place": place, "cost": cost, "when": when}


def base():
    """The plan as data: what `yaml` would read."""
    return {
        "year": "2038",
        "issuer": {"name": ["ỦY BAN NHÂN DÂN", "TỈNH ĐỒI XANH"], "short": "UBND tỉnh Đồi Xanh"},
        "symbol": "KH-UBND", "place": "Đồi Xanh", "subject": "Phòng cháy, chữa cháy rừng năm {{ year }}",
        "bases": ["Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017", "Căn cứ Nghị định số 156/2018/NĐ-CP ngày 16 tháng 11 năm 2018 của Chính phủ", "Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường"],
        "sections": [
            {"title": "TÌNH HÌNH", "items": [
                {"title": "Kết quả năm {{ year - 1 }}", "items": ["Cả tỉnh xảy ra 14 vụ cháy, thiệt hại 37,5 ha^[Không tính cháy trảng cỏ.], giảm 6 vụ so với năm {{ year - 2 }}", "Đã tổ chức 21 lớp tập huấn cho 1.260 lượt người"]},
                {"title": "Hạn chế", "items": ["Ba huyện chưa có xe chở nước chuyên dùng", "Dự báo cấp cháy còn chậm, có ngày đến 9 giờ mới phát tin", "Nhiều hộ đốt nương không báo trước với thôn"]},
            ]},
            {"title": "MỤC TIÊU", "items": [
                {"text": "Đến hết năm {{ year }} phấn đấu:", "marker": "letter", "items": ["Giảm số vụ cháy xuống dưới 10 vụ", "Phát hiện 95% điểm cháy trong vòng ba mươi phút", "Mọi thôn vùng đệm có hương ước giữ rừng"]},
            ]},
            {"title": "GIẢI PHÁP", "items": [
                {"title": "Về tổ chức", "items": ["Kiện toàn ban chỉ huy các cấp trong tháng 01/{{ year }}", "Ký quy chế phối hợp với các tỉnh giáp ranh"]},
                {"title": "Về kỹ thuật", "items": ["Lắp camera nhiệt tại năm điểm cao", {"text": "Xử lý thực bì theo ba mức:", "items": ["Mức một: phát dọn thủ công", "Mức hai: đốt trước có kiểm soát", "Mức ba: làm đường băng trắng"]}, "Dùng ảnh vệ tinh kiểm tra lại điểm nóng mỗi ngày hai lần"]},
                {"title": "Về kinh phí", "items": ["Ngân sách tỉnh bảo đảm 70% nhu cầu", "Phần còn lại do huyện và chủ rừng đóng góp"]},
            ]},
            {"title": "TỔ CHỨC THỰC HIỆN", "assignments": [{"agency": key, "tasks": [*texts]} for key, texts in TASKS.items()]},
        ],
        "closing": ["Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Nông nghiệp và Môi trường"],
        "recipients": ["Như trên", "Thường trực Tỉnh ủy", "Các sở, ban, ngành", "UBND các xã, phường", "Lưu: VT, NN"],
        "signature": {"lines": ["CHỦ TỊCH"], "name": "Phạm Thị Mẫu"},
        "appendices": [
            {"title": ["DIỆN TÍCH RỪNG THEO XÃ"], "table": {
                "unit": "Đơn vị tính: ha",
                "columns": [column("order", "STT", "order"), column("name", "Xã"), column("planted", "Rừng trồng", "decimal", total="sum('planted')"), column("burnt", "Đã cháy", "decimal", total="sum('burnt')"), column("left", "Còn lại", "decimal", compute="planted - burnt")],
                "rows": [area("Xã Bình Sơn", "410,5", "3,2"), area("Xã An Lâm", "388", "0"), area("Xã Đông Lĩnh", "275,25", "12,8"), area("Xã Tây Lĩnh", "301", "7,5"), area("Xã Suối Cạn", "96,4", "1,1"), area("Xã Đèo Gió", "512", "12,9")],
                "total": {"label": "Tổng cộng", "column": "order - name"}}},
            {"title": ["DANH MỤC DỰ ÁN"], "table": {
                "columns": [column("code", "TT"), column("name", "Dự án"), column("place", "Địa điểm"), column("cost", "Kinh phí", "decimal", group="sum('cost')", total="sum('cost')"), column("when", "Thời gian")],
                "rows": [
                    {"code": "A", "name": "Dự án chuyển tiếp", "rows": [project("1", "Đường tuần tra Bình Sơn", "Xã Bình Sơn", "8400", "2036 - 2038"), project("2", "Hồ chứa nước Đèo Gió", "Xã Đèo Gió", "15250,5", "2037 - 2039")]},
                    {"code": "B", "name": "Dự án khởi công mới", "rows": [project("1", "Trạm camera nhiệt", "Năm điểm cao", "3600", "2038"), project("2", "Nhà kho phương tiện", "Trung tâm huyện", "2150", "2038 - 2039"), project("3", "Cải tạo chòi canh", "Bảy chòi", "980,75", "2038")]},
                ],
                "total": {"label": "Tổng cộng", "column": "name"}}},
            {"title": ["KHUNG THEO DÕI"], "table": {
                "columns": [column("goal", "Chỉ số"), column("unit", "Đơn vị"), column("start", "Hiện trạng", "decimal"), column("aim", "Mục tiêu", "decimal"), column("who", "Ai báo cáo"), column("due", "Kỳ báo cáo")],
                "rows": [
                    {"shared": {"who": "Chi cục Kiểm lâm", "due": "Hằng tháng"}, "rows": [{"goal": "Số vụ cháy", "unit": "vụ", "start": "14", "aim": "9"}, {"goal": "Diện tích cháy", "unit": "ha", "start": "37,5", "aim": "20"}, {"goal": "Điểm cháy phát hiện sớm", "unit": "%", "start": "71,4", "aim": "95"}]},
                    {"shared": {"who": "Các huyện", "due": "Hằng quý"}, "rows": [{"goal": "Thôn có hương ước", "unit": "thôn", "start": "118", "aim": "164"}, {"goal": "Hộ ký cam kết", "unit": "hộ", "start": "6120", "aim": "8000"}]},
                    {"goal": "Lượt người tập huấn", "unit": "lượt", "start": "1260", "aim": "1500", "who": "Tỉnh đoàn", "due": "Sáu tháng"},
                ]}},
        ],
    }  # fmt: skip


def edited(*edits):
    """The plan after some edits."""
    plan = deepcopy(base())
    for edit in edits:
        edit(plan)
    return plan


AREAS, PROJECTS, FRAME = (("appendices", number, "table") for number in range(3))
BLOCKS = ("sections", 3, "assignments")
GOALS = ("sections", 1, "items", 0, "items")
TECH = ("sections", 2, "items", 1, "items")


def task(block, *rest):
    return (*BLOCKS, block, "tasks", *rest)


def rescored(words, *differences, now=""):
    return Found("rescored", "tiêu chí", words, now or words, "", differences)


def unshared(path, block):
    """The cells that rows share stand in each of them."""

    def run(table):
        rows = table["rows"]
        one = rows.pop(block)
        rows[block:block] = [{**deepcopy(one["shared"]), **row} for row in one["rows"]]

    return at(path, run)


def swap(path, one, other, *keys):
    def run(rows):
        for key in keys:
            rows[one][key], rows[other][key] = rows[other][key], rows[one][key]

    return at(path, run)


def sort_rows(path, key, *, back=False):
    return at(path, lambda rows: rows.sort(key=lambda row: row[key], reverse=back))


def each_task(old, new):
    """A sentence in every agency that has it."""

    def run(plan):
        for block in plan["sections"][3]["assignments"]:
            block["tasks"] = [new if text == old else text for text in block["tasks"]]

    return run


def _next_year(plan):
    """A year on: what is not known yet is blank, months and years are moved on."""
    plan["year"] = "2039"
    for block in plan["appendices"][2]["table"]["rows"]:
        for row in block.get("rows", [block]):
            row["start"], row["aim"] = row["aim"], None


def _two_sections(plan):
    """The section of solutions becomes two."""
    items = plan["sections"][2]["items"]
    plan["sections"].insert(3, {"title": "BẢO ĐẢM NGUỒN LỰC", "items": [items.pop()]})


def _flat_projects(plan):
    """The two groups of projects go, their rows stay in one list."""
    table = plan["appendices"][1]["table"]
    table["rows"] = [row for group in table["rows"] for row in group["rows"]]
    for number, row in enumerate(table["rows"], start=1):
        row["code"] = str(number)


def _one_block(plan):
    """Three agencies get one block with what all of them have."""
    blocks = plan["sections"][3]["assignments"]
    third = blocks.pop(7)
    second = blocks.pop(3)
    blocks[2] = {
        "agencies": ["so-tin", "so-hoc", "doan"],
        "title": "Sở Khoa học và Công nghệ, Sở Giáo dục và Đào tạo, Tỉnh đoàn",
        "tasks": [*blocks[2]["tasks"], second["tasks"][0], third["tasks"][0]],
    }


ROADS = {
    "columns": [column("road", "Tuyến"), column("km", "Chiều dài", "decimal"), column("state", "Tình trạng")],
    "rows": [{"road": "Tuyến tuần tra số 4", "km": "18,6", "state": "Sạt lở hai điểm"}, {"road": "Tuyến tuần tra số 7", "km": "9,25", "state": "Xe máy đi được"}],
}  # fmt: skip
BURNT = rescored("Xã Tây Lĩnh", "1,75", "-1,75")
burnt = set_(*AREAS, "rows", 3, "burnt", "9,25")
H = "Sở Nông nghiệp"

TABLES = (
    hard("một số trong cột cộng đổi", burnt, BURNT, shown=("7,5", "9,25")),
    hard("xã mới chen đầu bảng đếm số, một số đổi", each(put(*AREAS, "rows", 0, area("Xã Bãi Ngang", "55", "0,35")), set_(*AREAS, "rows", 4, "burnt", "9,25")), added("tiêu chí", "Xã Bãi Ngang"), BURNT, shown=("0,35", "9,25")),
    hard("bảng xếp lại theo tên", sort_rows((*AREAS, "rows"), "name"), *(moved("tiêu chí", "", "") for _ in range(3))),
    hard("hai xã trao tên trong bảng không có mã", swap((*AREAS, "rows"), 1, 3, "name"), renamed("tiêu chí", "Xã An Lâm", "Xã Tây Lĩnh"), renamed("tiêu chí", "Xã Tây Lĩnh", "Xã An Lâm")),
    hard("xã đổi tên sau sáp nhập, số giữ", set_(*AREAS, "rows", 4, "name", "Phường Trung Tâm"), renamed("tiêu chí", "Xã Suối Cạn", "Phường Trung Tâm")),
    hard("hai xã nhập một, số cộng lại", each(set_(*AREAS, "rows", 2, area("Xã Lĩnh", "576,25", "20,3")), drop(*AREAS, "rows", 3)), renamed("tiêu chí", "Đông Lĩnh", "Xã Lĩnh"), rescored("Đông Lĩnh", "301", "7,5", "293,5", now="Xã Lĩnh"), removed("tiêu chí", "Tây Lĩnh"), shown=("275,25", "301", "576,25", "20,3")),
    hard("đơn vị tính và chữ dòng tổng đổi", each(set_(*AREAS, "unit", "Đơn vị tính: hecta"), set_(*AREAS, "total", "label", "Toàn tỉnh")), changed("cột", "ha", "hecta", "unit"), changed("cột", "Tổng cộng", "Toàn tỉnh", "total")),
    hard("cột đã cháy bỏ, công thức theo", each(without(AREAS, "burnt"), set_(*AREAS, "columns", 3, "compute", "planted")), removed("cột", "Đã cháy", None), changed("cột", "- “Đã cháy”", "“Rừng trồng”", None), shown=("12,8", "12,9")),
    hard("cột số thứ tự bỏ", each(drop(*AREAS, "columns", 0), set_(*AREAS, "total", "column", "name")), removed("cột", "STT", None), changed("cột", "ô trải", "ô riêng", "total cell")),
    hard("dự án sang nhóm khác, kinh phí đổi", each(carry((*PROJECTS, "rows", 1, "rows", 1), (*PROJECTS, "rows", 0, "rows", 2)), set_(*PROJECTS, "rows", 0, "rows", 2, "cost", "2400"), set_(*PROJECTS, "rows", 0, "rows", 2, "code", "3"), set_(*PROJECTS, "rows", 1, "rows", 1, "code", "2")),
         moved("tiêu chí", "2 Nhà kho", "3 Nhà kho"), rescored("2 Nhà kho", "250", now="3 Nhà kho"), Found("renumbered", "tiêu chí", "3 Cải tạo", "2 Cải tạo"), shown=("2.150", "2.400")),
    hard("hai nhóm dự án bỏ, dòng ở lại", _flat_projects, removed("tiêu chí", "A Dự án"), removed("tiêu chí", "B Dự án"), *(Found("renumbered", "tiêu chí", name, name) for name in ("Trạm camera", "Nhà kho", "Cải tạo"))),
    hard("thời gian mọi dự án lùi một năm", each(*(set_(*PROJECTS, "rows", group, "rows", row, "when", when) for group, row, when in ((0, 0, "2037 - 2039"), (0, 1, "2038 - 2040"), (1, 0, "2039"), (1, 1, "2039 - 2040"), (1, 2, "2039")))),
         *(changed("tiêu chí", old, new, "when") for old, new in (("2036 - 2038", "2037 - 2039"), ("2037 - 2039", "2038 - 2040"), ("2038", "2039"), ("2038 - 2039", "2039 - 2040"), ("2038", "2039")))),
    hard("dự án đầu bỏ, các dự án sau dồn số", each(drop(*PROJECTS, "rows", 1, "rows", 0), set_(*PROJECTS, "rows", 1, "rows", 0, "code", "1"), set_(*PROJECTS, "rows", 1, "rows", 1, "code", "2")),
         removed("tiêu chí", "1 Trạm camera"), Found("renumbered", "tiêu chí", "2 Nhà kho", "1 Nhà kho"), Found("renumbered", "tiêu chí", "3 Cải tạo", "2 Cải tạo"), shown=("3.600", "Năm điểm cao")),
    hard("hai dự án trao số và kinh phí trao theo", swap((*PROJECTS, "rows", 1, "rows"), 0, 1, "name", "place", "cost", "when"), Found("renumbered", "tiêu chí", "1 Trạm", "2 Trạm"), Found("renumbered", "tiêu chí", "2 Nhà kho", "1 Nhà kho")),
    hard("nửa năm sau: mục tiêu thành hiện trạng", _next_year, changed("phần đầu", "2038", "2039", "year"),
         *(Found(kind, "tiêu chí", name, name, "", by) for name, by in (("Số vụ cháy", "-5"), ("Diện tích cháy", "-17,5"), ("phát hiện sớm", "23,6"), ("Thôn có", "46"), ("Hộ ký", "1880"), ("Lượt người", "240")) for kind, by in (("rescored", (by,)), ("unfilled", ())))),
    hard("ô chung tách ra, một dòng báo cáo khác kỳ", each(unshared(FRAME, 1), set_(*FRAME, "rows", 2, "due", "Hằng tháng")), Found("regrouped", "tiêu chí", "Thôn có", "Thôn có"), changed("tiêu chí", "Hằng quý", "Hằng tháng", "due")),
    hard("dòng sang ô chung khác, mục tiêu đổi", each(carry((*FRAME, "rows", 0, "rows", 2), (*FRAME, "rows", 1, "rows", 2)), set_(*FRAME, "rows", 1, "rows", 2, "aim", "90")),
         Found("regrouped", "tiêu chí", "phát hiện sớm", "phát hiện sớm"), rescored("phát hiện sớm", "-5"), moved("tiêu chí", "", ""), changed("tiêu chí", "Chi cục", "Các huyện", "who"), changed("tiêu chí", "tháng", "quý", "due"), shown=("95", "90")),
    hard("bảng mới trước bảng cũ ở phụ lục đầu, một số đổi", each(at(("appendices", 0), lambda it: it.update(items=[{"table": ROADS}, {"table": it.pop("table")}])), set_("appendices", 0, "items", 1, "table", "rows", 3, "burnt", "9,25")), added("phụ lục", "Tuyến", "table"), BURNT, shown=("18,6", "Sạt lở hai điểm", "9,25")),
    hard("phụ lục mới đứng giữa, phụ lục sau đổi tên và mã cột", each(put("appendices", 1, {"title": ["HIỆN TRẠNG ĐƯỜNG"], "table": ROADS}), set_("appendices", 3, "title", ["BỘ CHỈ SỐ GIÁM SÁT"]), rekey(("appendices", 3, "table"), "aim", "target"), set_("appendices", 3, "table", "rows", 2, "target", "1650")),
         added("phụ lục", "HIỆN TRẠNG"), renamed("phụ lục", "KHUNG", "BỘ CHỈ SỐ"), rescored("Lượt người", "150"), shown=("9,25", "1.500", "1.650")),
    hard("phụ lục dự án và khung theo dõi trao chỗ, mỗi bên một số", each(carry(("appendices", 2), ("appendices", 1)), set_("appendices", 1, "table", "rows", 0, "rows", 0, "aim", "8"), set_("appendices", 2, "table", "rows", 0, "rows", 0, "cost", "8500")),
         moved("phụ lục", "", ""), rescored("Số vụ cháy", "-1"), rescored("1 Đường", "100"), shown=("8.400", "8.500")),
    hard("cột địa điểm và thời gian trao tên", each(set_(*PROJECTS, "columns", 2, "title", "Thời gian"), set_(*PROJECTS, "columns", 4, "title", "Địa điểm")), *(renamed("cột", *titles, None) for titles in (("Địa điểm", "Thời gian"), ("Thời gian", "Địa điểm")))),
    hard("cột kinh phí chia hai năm", each(set_(*PROJECTS, "columns", 3, "title", "Kinh phí năm 2038"), put(*PROJECTS, "columns", 4, column("next", "Kinh phí năm 2039", "decimal")), set_(*PROJECTS, "rows", 0, "rows", 1, "cost", "9000"), set_(*PROJECTS, "rows", 0, "rows", 1, "next", "6250,5")),
         renamed("cột", "Kinh phí", "năm 2038", None), added("cột", "năm 2039", None), rescored("2 Hồ chứa", "-6250,5"), shown=("15.250,5", "9.000", "6.250,5")),
)  # fmt: skip

TEXTS = (
    hard("câu báo cáo đổi ngày ở mọi cơ quan", each_task(SEND, SEND.replace("10 tháng 12", "05 tháng 12")), *(changed("nhiệm vụ", "10 tháng 12", "05 tháng 12") for _ in range(6))),
    hard("câu tổ xung kích sửa ở một nơi, bỏ ở một nơi, sang một nơi", each(set_(*task(5, 1), TEAM.replace("cấp IV", "cấp III")), drop(*task(6, 2)), put(*task(7, 3), TEAM)), changed("nhiệm vụ", "cấp IV", "cấp III"), removed("nhiệm vụ", "Kiểm lâm"), added("nhiệm vụ", "Tỉnh đoàn")),
    hard("câu tuyên truyền bỏ ở hai nơi, viết lại ở nơi thứ ba", each(drop(*task(3, 1)), drop(*task(7, 1)), set_(*task(2, 1), "Mở chuyên mục giữ rừng trên cổng thông tin, cập nhật hằng ngày trong mùa khô")), removed("nhiệm vụ", "Giáo dục"), removed("nhiệm vụ", "Tỉnh đoàn"), removed("nhiệm vụ", "Tuyên truyền"), added("nhiệm vụ", "chuyên mục giữ rừng")),
    hard("hai câu chung đổi thứ tự ở một cơ quan", carry(task(4, 1), task(4, 2)), moved("nhiệm vụ", "", "")),
    hard("cơ quan bỏ, việc riêng của nó về hai cơ quan", each(drop(*BLOCKS, 6), put(*task(0, 3), TASKS["kiem-lam"][0]), put(*task(5, 2), TASKS["kiem-lam"][1])), removed("cơ quan", "Kiểm lâm"), moved("nhiệm vụ", "Cắm mốc", "Cắm mốc"), moved("nhiệm vụ", "Thống kê", "Thống kê"), removed("nhiệm vụ", "tổ xung kích"), removed("nhiệm vụ", "Gửi báo cáo")),
    hard("ba cơ quan chung một khối", _one_block, renamed("cơ quan", "Khoa học", "Tỉnh đoàn"), removed("cơ quan", "Giáo dục"), removed("cơ quan", "Tỉnh đoàn"), moved("nhiệm vụ", "thoát hiểm", "thoát hiểm"), moved("nhiệm vụ", "thực bì", "thực bì"), *(removed("nhiệm vụ", words) for words in ("Tuyên truyền", "Gửi báo cáo", "Tuyên truyền", "Gửi báo cáo"))),
    hard("việc ba vế tách ba, một vế sửa", each(set_(*task(0, 0), "Chủ trì, theo dõi việc thực hiện Kế hoạch này"), put(*task(0, 1), "Đôn đốc việc thực hiện Kế hoạch này ở các xã, phường"), put(*task(0, 2), "Định kỳ sáu tháng sơ kết")), Found("divided", "nhiệm vụ", "theo dõi, đôn đốc", "Định kỳ sáu tháng")),
    hard("vế sau của việc sang cơ quan khác", each(set_(*task(1, 0), "Bố trí kinh phí mua sắm phương tiện chữa cháy"), put(*task(0, 3), "Hướng dẫn thanh toán, quyết toán theo quy định")), Found("divided", "nhiệm vụ", "Bố trí kinh phí", "Hướng dẫn thanh toán")),
    hard("hai việc của kiểm lâm gộp, đổi cơ quan đứng đầu", each(set_(*task(6, 0), "Cắm mốc ranh giới hai trăm ki-lô-mét đường băng cản lửa và thống kê vật liệu cháy dưới tán rừng theo từng tiểu khu"), drop(*task(6, 1)), carry((*BLOCKS, 6), (*BLOCKS, 0))), Found("joined", "nhiệm vụ", "Cắm mốc", "thống kê vật liệu"), moved("cơ quan", "", "")),
    hard("chú thích sửa, số trong câu sửa", set_("sections", 0, "items", 0, "items", 0, "Cả tỉnh xảy ra 14 vụ cháy, thiệt hại 38,5 ha^[Không tính cháy trảng cỏ và cháy vườn.], giảm 6 vụ so với năm {{ year - 2 }}"), changed("đoạn văn", "37,5", "cháy vườn"), shown=("37,5", "38,5")),
    hard("chú thích bỏ", set_("sections", 0, "items", 0, "items", 0, "Cả tỉnh xảy ra 14 vụ cháy, thiệt hại 37,5 ha, giảm 6 vụ so với năm {{ year - 2 }}"), changed("đoạn văn", "trảng cỏ", "37,5 ha")),
    hard("năm trong đề mục ghi bằng số", set_("sections", 0, "items", 0, "title", "Kết quả năm 2037")),
    hard("năm trong đề mục lùi", set_("sections", 0, "items", 0, "title", "Kết quả năm {{ year - 2 }}"), renamed("đề mục", "2037", "2036")),
    hard("điểm của câu dẫn: một sửa, một thêm, một lên đầu", each(carry((*GOALS, 2), (*GOALS, 0)), set_(*GOALS, 1, "Giảm số vụ cháy xuống dưới 8 vụ"), put(*GOALS, 3, "Không để xảy ra cháy có người chết")), moved("đoạn văn", "hương ước", "hương ước"), changed("đoạn văn", "dưới 10", "dưới 8"), added("đoạn văn", "người chết")),
    hard("câu dẫn mất, điểm thành đoạn của phần", at(("sections", 1), lambda it: it.update(items=it["items"][0]["items"])), removed("đoạn văn", "phấn đấu")),
    hard("ba mức thành một câu", set_(*TECH, 1, "Xử lý thực bì theo ba mức: mức một: phát dọn thủ công; mức hai: đốt trước có kiểm soát; mức ba: làm đường băng trắng"), Found("joined", "đoạn văn", "phát dọn thủ công", "đốt trước")),
    hard("một câu đổi hẳn chỗ và thêm vế đầu", each(drop(*TECH, 2), put("sections", 0, "items", 1, "items", 3, "Từ mùa khô này, với mọi điểm nóng, dùng ảnh vệ tinh kiểm tra lại điểm nóng mỗi ngày hai lần")), moved("đoạn văn", "Về kỹ thuật", "Hạn chế"), shown=("Từ mùa khô này",)),
    hard("phần giải pháp tách hai phần", _two_sections, added("đề mục", "BẢO ĐẢM NGUỒN LỰC")),
    hard("đề mục hạn chế sang phần sau, đổi tên, một câu bỏ", each(drop("sections", 0, "items", 1, "items", 1), set_("sections", 0, "items", 1, "title", "Tồn tại phải khắc phục"), carry(("sections", 0, "items", 1), ("sections", 2, "items", 0))), renamed("đề mục", "Hạn chế", "Tồn tại"), moved("đề mục", "TÌNH HÌNH", "GIẢI PHÁP"), removed("đoạn văn", "Dự báo cấp cháy")),
    hard("hai căn cứ đổi chỗ, một sửa ngày", each(carry(("bases", 1), ("bases", 0)), set_("bases", 1, "Căn cứ Luật Lâm nghiệp ngày 25 tháng 11 năm 2037")), moved("căn cứ", "2017", "2037")),
    hard("nơi nhận đổi thứ tự và một dài ra", each(carry(("recipients", 3), ("recipients", 1)), set_("recipients", 3, "Các sở, ban, ngành, đoàn thể cấp tỉnh")), moved("nơi nhận", "UBND các xã", "UBND các xã"), changed("nơi nhận", "ban, ngành", "đoàn thể")),
    hard("câu kết viết lại gần hết", set_("closing", 0, "Khó khăn phát sinh đề nghị các đơn vị phản ánh về Sở Nông nghiệp và Môi trường để kịp thời xem xét, xử lý"), changed("đoạn văn", "nếu có vướng mắc", "kịp thời xem xét")),
)  # fmt: skip

CASES = (*TABLES, *TEXTS)
