# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Hard edits once more, after the causes of `richer_2024` and `made_up_again` were mended.

Written whole before the comparison saw any of them: docs/comparison.md has the first run.
"""

from tests.hard import richer_2024 as office
from tests.hard.edits import carry, column, drop, each, hard, moved, put, rekey, renamed, set_
from tests.hard.islands import at
from tests.hard.made_up import (
    BUDGET,
    DRAFT,
    MONEY,
    STEPS,
    VOLUME,
    WORK,
    Cases,
    exchange,
    renumbered,
)
from tests.hard.real_2024 import BLOCKS, cells, rescored, score, task, words
from tests.hard.richer_2024 import OFFICES, ONE, THREE, TWO, base, edited, reports
from tests.hard.sums import swap
from tests.known_edits import Found, added, changed, removed

__all__ = ["CASES", "OFFICES", "base", "edited"]


def _unify_points(plan):
    """Two of three points are one; the lead-in has other words."""
    point = plan["sections"][0]["items"][1]["items"][4]
    one, two, three = point["items"]
    point.update(text="Từng cơ quan phải:", items=[one, f"{two}; {three[0].lower()}{three[1:]}"])


def _quarters_turned(plan):
    """Half-years for quarters: the first row of two, the figures added."""
    plan["sections"][1]["items"][1]["table"]["rows"][1:2] = []
    plan["sections"][1]["items"][1]["table"]["rows"][0].update(
        when="Quý I và quý II", docs="30", online="58"
    )


def _scores_of_field(plan):
    """Field 5 has a new name and code, its shared cells a new time, three scores are others."""
    group = plan["appendices"][1]["table"]["rows"][0]
    group.update(code="9", name="Nâng cao chất lượng đội ngũ")
    rows = group["rows"][0]["rows"]
    group["rows"][0]["shared"]["time"] = "Trước ngày 30/11"
    for it, value in zip(rows[:3], ("0,9", "0,91", "0,92"), strict=True):
        it["score"] = value


def _three_duties(plan):
    """The tax office's duties: the first is cut in two, the third joined to the second half."""
    tasks = plan["sections"][2]["assignments"][4]["tasks"]
    first, second = tasks[0].split(", trong đó ")
    tasks[0:1] = [first + ".", second[0].upper() + second[1:]]


def _two_blocks(plan):
    """Customs and tax have a block together; the tax office's stood first."""
    blocks = plan["sections"][2]["assignments"]
    gone = blocks.pop(12)
    gone["tasks"].remove(office.REPORT)
    gone["tasks"].remove(office.DAILY)
    blocks[11] = {
        "title": "Cục Thuế tỉnh, Cục Hải quan tỉnh",
        "agencies": ["cuc-thue-tinh", "cuc-hai-quan-tinh"],
        "tasks": [*blocks[11]["tasks"], *gone["tasks"]],
    }


def _district_table_first(plan):
    """The districts come first, and stand in lying form with a column of agencies."""
    plan["appendices"].insert(0, plan["appendices"].pop())
    table = plan["appendices"][0]["table"]
    table["columns"].insert(2, column("level", "Cấp"))
    for it in table["rows"]:
        it["level"] = "Cấp huyện"
    table["rows"][1]["count"] = "1400"


def _lose(rows, key):
    for it in rows:
        it.pop(key, None)
        it.get("shared", {}).pop(key, None)
        _lose(it.get("rows", []), key)


def _fields_joined(plan):
    """The first field's rows come behind those of the third, which has another name."""
    rows = plan["appendices"][0]["table"]["rows"]
    rows[2]["name"] = "Chỉ đạo điều hành và thủ tục hành chính"
    rows[2]["rows"] += rows.pop(0)["rows"]


CASES = (
    hard("hai trong ba điểm gộp một, câu dẫn sửa", _unify_points, changed("đoạn văn", "Mỗi cơ quan", "Từng cơ quan"), Found("joined", "đoạn văn", "Mời Ủy ban", "mời Ủy ban")),
    hard("hai quý đầu thành một dòng", _quarters_turned, removed("tiêu chí", "Quý I"), removed("tiêu chí", "Quý II"), added("tiêu chí", "Quý I và quý II"), shown=("60,25", "30")),
    hard("lĩnh vực 5 thành 9, tên mới, hạn mới, ba điểm đổi", _scores_of_field, renumbered("5 Cải cách", "9 Nâng cao"), renamed("tiêu chí", "Cải cách chế độ công vụ", "chất lượng đội ngũ"), changed("tiêu chí", "Thường xuyên", "30/11", "time"), rescored("5.2.3", "0,0469", "0,0469"), rescored("5.2.4", "0,0549", "0,0549"), rescored("5.3.2", "0,0906", "0,0906")),
    hard("việc của tài chính tách hai", _three_duties, Found("divided", "nhiệm vụ", "trong đó tập trung", "Tập trung hướng dẫn")),
    hard("thuế và hải quan chung một khối", _two_blocks, renamed("cơ quan", "Cục Thuế tỉnh", "Cục Hải quan"), removed("cơ quan", "Hải quan"), *(moved("nhiệm vụ", "", "") for _ in range(3)), removed("nhiệm vụ", "ngày 05"), removed("nhiệm vụ", "16 giờ")),
    hard("phụ lục III lên đầu, thêm cột, một số đổi", _district_table_first, moved("phụ lục", "", ""), added("cột", "Cấp", None), rescored("Thị xã", "60"), shown=("1.340", "1.400", "Cấp huyện")),
    hard("hai điểm chuẩn trao nhau, lý do theo", each(swap((*TWO, "rows", 3, "rows"), 1, 2, "max", "reason")), rescored("8.4", "0,5", "-0,5"), rescored("8.5", "-0,5", "0,5"), changed("tiêu chí", "55/63", "14/18", "reason"), changed("tiêu chí", "14/18", "55/63", "reason")),
    hard("câu chung sang ngày 07 ở mọi nơi, riêng công an bỏ", each(reports([10], None), reports([block for block in office.REPORTING if block != 10], office.CALM)), removed("nhiệm vụ", "ngày 05"), *(changed("nhiệm vụ", "ngày 05", "ngày 07") for _ in range(14))),
    hard("câu hằng ngày lên thành giải pháp chung, bỏ ở bốn nơi", each(*(drop(*task(block, 1)) for block in (8, 9, 11, 12)), put("sections", 1, "items", 0, "items", 2, office.DAILY)), *(removed("nhiệm vụ", "16 giờ") for _ in range(3)), moved("nhiệm vụ", "16 giờ", "16 giờ")),
    hard("chú thích sang cuối câu và sửa số", each(words(task(5, 1), "^[125 đài.]", ""), words(task(5, 1), "bưu chính công ích", "bưu chính công ích^[127 đài.]")), changed("nhiệm vụ", "125 đài", "127 đài")),
    hard("một tên, một hạn, một sản phẩm của ba dòng chỉ đổi dấu câu", each(cells("1.5", name="Sáng kiến, giải pháp mới trong cải cách hành chính"), cells("1.3.2", time="Quý III, IV"), cells("1.7", product="Công văn chỉ đạo; giao nhiệm vụ của UBND tỉnh")), renamed("tiêu chí", "Sáng kiến hoặc", "Sáng kiến, giải pháp"), changed("tiêu chí", "Quý III-IV", "Quý III, IV", "time"), changed("tiêu chí", "chỉ đạo, giao", "chỉ đạo; giao", "product")),
    hard("bảng I bỏ cột thời gian và sản phẩm, một điểm đổi", each(score("1.7", "1,5"), at(ONE, lambda it: it.update(columns=it["columns"][:8])), at((*ONE, "rows"), lambda rows: [_lose(rows, key) for key in ("time", "product")])), removed("cột", "Thời gian", None), removed("cột", "Sản phẩm", None), rescored("1.7", "0,0374", "0,0374"), shown=("Văn bản tham mưu ban hành", "Thường xuyên trong năm")),
    hard("cơ quan của ba dòng đổi, tên cột đổi", each(set_(*ONE, "columns", 7, "title", "Cơ quan chịu trách nhiệm"), *(cells(code, agencies="Văn phòng UBND tỉnh") for code in ("3.4.1", "3.4.2", "3.4.3"))), renamed("cột", "Cơ quan, đơn vị", "Cơ quan chịu trách nhiệm", None), changed("tiêu chí", "UBND tỉnh", "Văn phòng", "agencies"), changed("tiêu chí", "UBND tỉnh", "Văn phòng", "agencies"), changed("tiêu chí", "UBND các huyện", "Văn phòng", "agencies")),
    hard("lĩnh vực 1 và 3 gộp, tên mới, mã lĩnh vực 3", _fields_joined, removed("tiêu chí", "1 Công tác"), renamed("tiêu chí", "3 Cải cách", "3 Chỉ đạo"), *(moved("tiêu chí", code, code) for code in ("1.1", "1.3.2", "1.5", "1.7"))),
    hard("việc sửa hai vế, sang khối khác, khối ấy đổi tên", each(words(task(7, 0), "100% kế hoạch", "90% kế hoạch"), words(task(7, 0), "tháng 12/", "tháng 10/"), carry(task(7, 0), task(15, 1)), set_(*BLOCKS, 15, "title", "UBND các huyện, thị xã, thành phố và các xã")), moved("nhiệm vụ", "100%", "90%"), renamed("cơ quan", "UBND các huyện", "và các xã"), shown=("90", "10")),
    hard("năm thay đổi nhỏ ở bảng huyện", each(set_(*THREE, "rows", 0, "name", "Phường Đông Hà"), set_(*THREE, "rows", 1, "who", "Văn thư"), set_(*THREE, "rows", 2, "rate", "96,5"), drop(*THREE, "rows", 3), put(*THREE, "rows", 4, office.office("Huyện Gio Linh", "1620", "97,25", "Trưởng phòng Tài chính"))), renamed("tiêu chí", "Thành phố Đông Hà", "Phường Đông Hà"), changed("tiêu chí", "Phó Chánh", "Văn thư", "who"), rescored("Hải Lăng", "0,3"), removed("tiêu chí", "Cam Lộ"), added("tiêu chí", "Gio Linh"), shown=("1.990", "1.620")),
)  # fmt: skip


def _work_by_month(plan):
    """The tasks stand by half of the year, no longer by kind."""
    one, two = plan["appendices"][1]["table"]["rows"]
    one["across"], two["across"] = "Sáu tháng đầu năm", "Sáu tháng cuối năm"
    two["rows"].insert(0, one["rows"].pop())


def _prices(plan):
    """The price of each thing is a tenth more, a group is gone."""
    rows = plan["appendices"][1]["table"]["rows"]
    rows.pop(0)
    for it, price in zip(rows[0]["rows"], ("4,62", "5,258"), strict=True):
        it["price"] = price


LISTS = (
    Cases("2030",
        hard("hai đề mục của phần II đổi chỗ, một điểm sang đề mục kia, một sửa", each(words((*DRAFT, 4), "100%", "90%"), carry((*DRAFT, 5), ("sections", 1, "items", 2, "items", 0)), exchange(("sections", 1, "items"), 0, 1)), changed("đoạn văn", "100%", "90%"), moved("đoạn văn", "Công khai", "Công khai"), moved("đề mục", "", "")),
        hard("câu dẫn hồ sơ nộp lưu bỏ, hai ý thành hai điểm", at(("sections", 1, "items", 1, "items", 1, "items"), lambda its: its.extend(its.pop()["items"])), removed("đoạn văn", "nộp lưu gồm")),
        hard("khối chung bớt một nhóm", set_("sections", 2, "assignments", 2, "agencies", ["cac-so"]), changed("cơ quan", "UBND các xã", "Các sở", "agencies")),
        name="richer_2024_again"),
    Cases("2031",
        hard("hai dòng viết suốt theo thời gian, một dòng sang", _work_by_month, renamed("tiêu chí", "A. Nhóm", "Sáu tháng đầu"), renamed("tiêu chí", "B. Nhóm", "Sáu tháng cuối"), moved("tiêu chí", "2 Lựa chọn", "2 Lựa chọn")),
        hard("cột số nông dân và ngân sách đổi chỗ, cả hai đổi tên, một số đổi", each(set_(*MONEY, "rows", 2, "province", "185"), set_(*MONEY, "columns", 2, "title", "Số hộ"), set_(*MONEY, "columns", 3, "title", "Tỉnh cấp"), exchange((*MONEY, "columns"), 2, 3)), moved("cột", "", ""), renamed("cột", "Số nông dân", "Số hộ", None), renamed("cột", "Ngân sách tỉnh", "Tỉnh cấp", None), rescored("3 Tập huấn", "5", "5")),
        hard("bảng phân công: mã bỏ, tên cột đổi, một ô đổi", each(set_(*WORK, "columns", 1, "title", "Công việc"), set_(*WORK, "columns", 3, "title", "Hạn"), set_(*WORK, "rows", 1, "rows", 1, "time", "Trước 15/12")), renamed("cột", "Nhiệm vụ", "Công việc", None), renamed("cột", "Thời gian", "Hạn", None), changed("tiêu chí", "Tháng 12", "Trước 15/12", "time")),
        hard("sản phẩm hai đoạn thành một, chủ trì đổi", at((*WORK, "rows", 0, "rows", 1), lambda it: it.update(product="Danh mục phần mềm, thiết bị", lead="Sở Tài chính")), changed("tiêu chí", "Danh mục thiết bị", "phần mềm, thiết bị", "product"), changed("tiêu chí", "Sở Khoa học", "Sở Tài chính", "lead")),
        name="richer_2024_again"),
    Cases("2034",
        hard("nhóm thiết bị bỏ, giá nhân công tăng", _prices, removed("tiêu chí", "Thiết bị"), removed("tiêu chí", "khổ A4"), removed("tiêu chí", "khổ A3"), rescored("Chỉnh lý", "0,42", "50"), rescored("Quét và nhập", "0,478", "72"), shown=("45,5", "5,258")),
        hard("cột đơn giá thành giá trước thuế, thêm cột thuế", each(rekey(BUDGET, "price", "net", "Giá trước thuế"), set_(*BUDGET, "total", "column", "order - net"), put(*BUDGET, "columns", 4, column("tax", "Thuế", "decimal", compute="net * 0,1", decimals="2"))), renamed("cột", "Đơn giá", "Giá trước thuế", None), added("cột", "Thuế", None)),
        hard("bước thực hiện thành ba đề mục, một lời sửa", each(words((*STEPS, 2, "items", 0, "text"), "ảnh màu", "ảnh xám"), put(*STEPS, 2, "items", 1, {"title": "Kiểm tra ảnh", "text": "Kiểm tra từng ảnh trước khi nhập."})), added("đề mục", "Kiểm tra ảnh"), added("đoạn văn", "từng ảnh"), changed("đoạn văn", "ảnh màu", "ảnh xám")),
        hard("nhóm I và II đổi chỗ, mã theo chỗ, một số đổi", each(set_(*VOLUME, "rows", 0, "rows", 1, "have", "62.000"), at((*VOLUME, "rows"), lambda its: (its.reverse(), its[0].update(code="I"), its[1].update(code="II")))), renumbered("II Cơ quan", "I Cơ quan"), renumbered("I Các sở", "II Các sở"), rescored("3 Sở Khoa học", "1000", "1000")),
        name="richer_2024_again"),
)  # fmt: skip
