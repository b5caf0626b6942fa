# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Hard mixes: several things at once in the plan of `islands`, written after its first run was mended.

Written whole before the comparison saw any of them, to see whether causes or cases were mended.
"""

from tests.hard.edits import carry, column, drop, each, hard, moved, put, rekey, renamed, set_
from tests.hard.islands import (
    BOATS,
    CHECKS,
    COSTS,
    DIP,
    DIPPED,
    FUNDS,
    ISLANDS,
    OFFICES,
    P1,
    P2,
    P3,
    P4,
    P5,
    P6,
    POINTS,
    RATE,
    RATED,
    REVIEW,
    WEEKLY,
    WORKS,
    at,
    base,
    dip,
    edited,
    graded,
    heading,
    rate,
    rescored,
    task,
    without,
)
from tests.known_edits import Found, added, changed, removed

__all__ = ["CASES", "OFFICES", "base", "edited"]


def _three_titles(plan):
    """Three headings take each other's titles in a ring."""
    items = plan["sections"][1]["items"]
    titles = [item["title"] for item in items]
    for item, title in zip(items, [*titles[1:], titles[0]], strict=True):
        item["title"] = title


def _two_groups(plan):
    """Two fields of quite other names, their rows as they were."""
    rows = plan["appendices"][0]["table"]["rows"]
    rows[0]["name"], rows[2]["name"] = "Người đứng đầu", "Đồng tiền công"


def _group_inside(plan):
    """A group put between a field and its rows."""
    field = plan["appendices"][0]["table"]["rows"][0]
    field["rows"] = [{"code": "I.a", "name": "Nhóm nội bộ", "rows": field["rows"]}]


def _two_lists(plan):
    """A duty of three clauses becomes points below a lead-in."""
    plan["sections"][3]["assignments"][2]["tasks"][0] = {
        "text": "Quản lý cầu, đường:",
        "items": ["Kiểm định cầu treo dân sinh", "Cắm biển hạn chế tải trọng", "Công bố danh sách cầu phải sửa"],
    }  # fmt: skip


CASES = (
    hard("ba đề mục trao tên vòng tròn", _three_titles,
         renamed("đề mục", "cải cách", "hài lòng"), renamed("đề mục", "hài lòng", "chuyển đổi số"), renamed("đề mục", "chuyển đổi số", "cải cách")),
    hard("hai lĩnh vực đổi hẳn tên, điểm giảm", each(_two_groups, dip),
         renamed("tiêu chí", "Điều hành", "Người đứng đầu"), renamed("tiêu chí", "Tài chính", "Đồng tiền"), DIP, shown=DIPPED),
    hard("lĩnh vực đổi hẳn tên và mã, một dòng bỏ", each(set_(*POINTS, "rows", 0, "name", "Người đứng đầu"), set_(*POINTS, "rows", 0, "code", "A"), drop(*P3)),
         renamed("tiêu chí", "Điều hành", "Người đứng đầu"), Found("renumbered", "tiêu chí", "I Điều hành", "A Người", None), removed("tiêu chí", "3 Xử lý"), shown=("1,75", "1,25")),
    hard("nhóm mới chen giữa lĩnh vực và dòng", each(_group_inside, set_("appendices", 0, "table", "rows", 0, "rows", 0, "rows", 1, "got", "1,75")),
         added("tiêu chí", "I.a Nhóm nội bộ"), DIP, shown=DIPPED),
    hard("tên dòng viết lại, một ô đổi", each(set_(*CHECKS, "rows", 1, "team", "Tổ liên ngành"), set_(*CHECKS, "rows", 1, "month", "Tháng 6")),
         renamed("tiêu chí", "Đoàn số hai", "Tổ liên ngành"), changed("tiêu chí", "Tháng 5", "Tháng 6", "month"), shown=("Tổ liên ngành",)),
    hard("hai dòng cùng viết lại tên", each(set_(*WORKS, "rows", 2, "job", "Tập huấn phòng nạn trên biển"), set_(*WORKS, "rows", 0, "rows", 0, "job", "Lập bảng xã nghèo nhất")),
         renamed("tiêu chí", "Diễn tập", "Tập huấn phòng"), renamed("tiêu chí", "Chốt danh mục", "Lập bảng xã"), shown=("Lập bảng", "nghèo nhất")),
    hard("dòng viết lại cả tên và các ô", set_(*WORKS, "rows", 2, {"job": "Sơn lại phao luồng", "lead": "Sở Tàu", "help": "Sở Đường", "due": "31/5", "out": "Biên bản"}),
         removed("tiêu chí", "Diễn tập"), added("tiêu chí", "Sơn lại phao"), shown=("Diễn tập cứu nạn đêm", "30/11", "Sơn lại phao luồng", "31/5")),
    hard("việc tách ba cho ba cơ quan", each(drop(*task(2, 0)), put(*task(2, 0), "Kiểm định cầu treo dân sinh"), put(*task(7, 3), "Cắm biển hạn chế tải trọng"), put(*task(1, 3), "Công bố danh sách cầu phải sửa")),
         Found("divided", "nhiệm vụ", "Sở Đường", "Sở Tàu")),
    hard("ba việc của ba cơ quan gộp một", each(drop(*task(4, 1)), drop(*task(5, 2)), drop(*task(7, 0)), put(*task(6, 0), "Lập bản đồ độ mặn theo tuần trong mùa khô, giao khoán bảo vệ rừng cho hộ dân sống cạnh rừng và điều chỉnh lịch tàu khách ra đảo theo mùa gió chướng")),
         Found("joined", "nhiệm vụ", "Sở Rừng", "Sở Khách")),
    hard("việc thành câu dẫn và các điểm", _two_lists, Found("divided", "nhiệm vụ", "Sở Đường", "Quản lý cầu")),
    hard("việc tách hai, một nửa thêm chữ", each(set_(*task(3, 0), "Xóa phòng học tạm"), put(*task(3, 1), "Sửa mái các điểm trường trên đảo trước mùa mưa")),
         changed("nhiệm vụ", "trên đảo", "Xóa phòng học tạm"), added("nhiệm vụ", "Sửa mái")),
    hard("câu chung sửa ở mọi nơi trừ một", each(*(set_(*task(*place), WEEKLY.replace("15 tháng 01", "31 tháng 01")) for place in ((0, 1), (1, 1), (2, 1), (3, 2), (5, 1)))),
         *(changed("nhiệm vụ", name, "31 tháng 01") for name in ("Sở Cá", "Sở Điện", "Sở Đường", "Sở Học", "Sở Rừng"))),
    hard("câu chung bỏ, câu riêng gần giống thêm ở cơ quan khác", each(drop(*task(6, 1)), put(*task(2, 2), REVIEW.replace("các tiêu chí", "mười tiêu chí"))),
         removed("nhiệm vụ", "Sở Khách"), added("nhiệm vụ", "mười tiêu chí")),
    hard("cơ quan đổi chỗ, việc chung sửa, việc riêng chuyển", each(set_(*task(7, 1), WEEKLY.replace("15 tháng 01", "31 tháng 01")), carry(task(7, 0), task(0, 0)), carry(("sections", 3, "assignments", 7), ("sections", 3, "assignments", 0))),
         moved("cơ quan", "", ""), changed("nhiệm vụ", "Sở Tàu", "31 tháng 01"), moved("nhiệm vụ", "Sở Tàu", "Sở Cá")),
    hard("cột số đổi mã, dòng sang lĩnh vực khác, điểm đổi", each(dip, rekey(POINTS, "got", "diem"), carry(P2, (*POINTS, "rows", 1, "rows", 0))),
         moved("tiêu chí", "2 Kiểm tra", "2 Kiểm tra"), DIP, shown=DIPPED),
    hard("hai cột số đổi chỗ và đổi tên, một ô đổi", each(rekey(ISLANDS, "homes", "homes", "Số hộ dân"), rekey(ISLANDS, "net", "net", "Số hộ có mạng"), carry((*ISLANDS, "columns", 1), (*ISLANDS, "columns", 2)), set_(*ISLANDS, "rows", 0, "homes", "1850")),
         moved("cột", "", ""), renamed("cột", "Số hộ", "Số hộ dân", None), renamed("cột", "Hộ có mạng", "Số hộ có mạng", None), rescored("Đảo Én", "10"), shown=("1.840", "1.850")),
    hard("cột bỏ ở bảng trước, cột thêm ở bảng sau", each(without(COSTS, "note"), put(*FUNDS, "columns", 2, column("note", "Ghi chú")), set_(*FUNDS, "rows", 0, "note", "Đã có trong dự toán")),
         removed("cột", "Ghi chú", None), added("cột", "Ghi chú", None), shown=("Đấu thầu quý I", "Đã có trong dự toán")),
    hard("phụ lục chia hai, nửa sau đổi cột", at((), lambda plan: plan["appendices"].insert(3, {"title": ["SỐ LIỆU ĐẢO XA"], "table": {"columns": [column("place", "Huyện"), column("net", "Hộ có mạng", "integer")], "rows": [{"place": "Đảo Cát", "net": plan["appendices"][2]["table"]["rows"].pop(2)["net"]}]}})),
         added("phụ lục", "ĐẢO XA"), removed("tiêu chí", "Đảo Cát"), shown=("960", "63,85")),
    hard("phụ lục bỏ, bảng sau thêm dòng", each(at((), lambda plan: plan["appendices"][3]["table"]["rows"].append({"team": "Đoàn số bốn", "target": "Ba huyện đảo", "month": "Tháng 11"})), drop("appendices", 2)),
         removed("phụ lục", "SỐ LIỆU"), added("tiêu chí", "Đoàn số bốn"), shown=("75,02", "Ba huyện đảo")),
    hard("bảng thân lên trước, thêm dòng đầu, đổi điểm dòng cuối", each(carry(heading(2, 1), heading(2, 0)), put(*heading(2, 0), "table", "rows", 0, {"fund": "Vốn trung ương", "share": "5,0"}), set_(*heading(2, 0), "table", "rows", 3, "share", "6,5")),
         moved("đề mục", "", ""), added("tiêu chí", "Vốn trung ương"), rescored("Đóng góp", "-5,0"), shown=("11,5", "6,5")),
    hard("mọi điểm của một lĩnh vực giảm, lĩnh vực khác nhận dòng mới", each(*(set_(*row, "got", "1") for row in (P1, P2, P3)), put(*POINTS, "rows", 1, "rows", 0, graded("3b", "Rà soát thủ tục nội bộ", "1", "0", "0,5", "Mới làm"))),
         rescored("1 Kế hoạch", "-2,6875", "-2,6875"), rescored("2 Kiểm tra", "-1,4", "-1,4"), rescored("3 Xử lý", "-0,75", "-0,75"), added("tiêu chí", "3b"), shown=("0,5", "Mới làm")),
    hard("hai dòng đổi mã cho nhau, tên giữ, điểm giữ", each(set_(*P4, "code", "5"), set_(*P5, "code", "4")),
         Found("renumbered", "tiêu chí", "4 Công bố", "5 Công bố", None), Found("renumbered", "tiêu chí", "5 Trả lời", "4 Trả lời", None)),
    hard("mục tiêu thành bảng, câu cũ bỏ", set_("sections", 0, "items", 1, {"title": "Mục tiêu cụ thể", "table": BOATS}),
         added("đề mục", "Mục tiêu cụ thể", "table"), removed("đoạn văn", "Tỷ lệ hồ sơ"), removed("đoạn văn", "Không xã nào"), removed("đoạn văn", "Thời gian chờ"), shown=("Tàu Hải Âu", "148")),
    hard("phần đổi tên, mọi đề mục con đổi tên, thứ tự giữ", each(set_("sections", 1, "title", "LÀM GÌ"), set_(*heading(1, 0), "title", "Cho điểm số"), set_(*heading(1, 1), "title", "Cho người dân"), set_(*heading(1, 2), "title", "Cho công nghệ")),
         renamed("đề mục", "NHIỆM VỤ", "LÀM GÌ"), renamed("đề mục", "cải cách", "điểm số"), renamed("đề mục", "hài lòng", "người dân"), renamed("đề mục", "chuyển đổi số", "công nghệ")),
    hard("câu sang đề mục khác và tách hai", each(drop(*heading(1, 0, "items", 1)), put(*heading(1, 1, "items", 0), "Gắn kết quả chấm điểm với xét thi đua"), put(*heading(1, 1, "items", 1), "Xét thi đua vào cuối năm")),
         Found("divided", "đoạn văn", "Gắn kết quả", "Xét thi đua")),
    hard("điểm giảm và tỷ lệ giảm dưới ba lần đổi tên", each(dip, rate, set_("appendices", 0, "title", ["SỐ MỘT"]), set_("appendices", 2, "title", ["SỐ HAI"]), set_(*POINTS, "rows", 0, "name", "Người đứng đầu"), set_(*P6, "why", "Mặt bằng")),
         renamed("phụ lục", "BẢNG ĐIỂM", "SỐ MỘT"), renamed("phụ lục", "SỐ LIỆU", "SỐ HAI"), renamed("tiêu chí", "Điều hành", "Người đứng đầu"), DIP, RATE, changed("tiêu chí", "Hai dự án kè", "Mặt bằng", "why"), shown=(*DIPPED, *RATED)),
)  # fmt: skip
