# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Hard edits of the five made-up plans of `tests/plans`, which differ in every form a plan may have.

Written whole before the comparison saw any of them: docs/comparison.md has the first run.
"""

from copy import deepcopy
from pathlib import Path

import yaml

from tests.hard.edits import carry, column, drop, each, hard, moved, put, rekey, renamed, set_
from tests.hard.islands import at
from tests.hard.real_2024 import _blank, everywhere, words
from tests.hard.sums import rescored
from tests.known_edits import Found, added, changed, removed

CONTENT = Path(__file__).parents[1] / "plans" / "content"


def _read(path):
    return _blank(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))


class Cases:
    """A list of hard edits of one plan, as `tests.measure_comparison` reads it."""

    OFFICES = _read(CONTENT / "agencies.yaml")

    def __init__(self, year, *cases, name="made_up"):
        self.__name__ = f"{name}: {year}"
        self.CASES = cases
        self._plan = _read(CONTENT / year / "plan.yaml")
        for part in ("sections", "appendices"):
            self._plan[part] = [
                each_ if isinstance(each_, dict) else _read(CONTENT / year / each_)
                for each_ in self._plan.get(part, [])
            ]

    def base(self):
        """The plan as data, its parts in one."""
        return deepcopy(self._plan)

    def edited(self, *edits):
        """The plan after some edits."""
        plan = self.base()
        for edit in edits:
            edit(plan)
        return plan


def renumbered(old, new):
    return Found("renumbered", "tiêu chí", old, new)


def exchange(path, one, other):
    """Two of a list change places."""

    def run(things):
        things[one], things[other] = things[other], things[one]

    return at(path, run)


# -------------------------------------------------------------- 2030: texts, points, no appendix

DRAFT = ("sections", 1, "items", 0, "items")
KEEP = ("sections", 1, "items", 1, "items")
LOOK = ("sections", 1, "items", 2)
DUTIES = ("sections", 2, "assignments")


def _points_to_sentence(plan):
    plan["sections"][1]["items"][0]["items"][0]["items"][1] = (
        "Kiểm tra trước khi trình ký: tên cơ quan, số và ký hiệu, trích yếu nội dung; số liệu trong lời văn và trong bảng phải khớp nhau."
    )


def _two_groups(plan):
    """A block of two groups of agencies becomes a block each, the task in both."""
    block = plan["sections"][2]["assignments"].pop()
    for key in ("cac-so", "ubnd-cap-xa"):
        plan["sections"][2]["assignments"].append({"agency": key, "tasks": [*block["tasks"]]})


def _no_heading(plan):
    items = plan["sections"][1]["items"][1]["items"]
    items += items.pop()["items"]


def _finance_to_home(plan):
    blocks = plan["sections"][2]["assignments"]
    blocks[0]["tasks"].append(blocks.pop(1)["text"])


TEXTS = Cases(
    "2030",
    hard("điểm con lên ngang điểm mẹ", carry((*DRAFT, 0, "items", 1), (*DRAFT, 1)), moved("đoạn văn", "Kiểm tra trước khi", "Kiểm tra trước khi")),
    hard("câu dẫn và hai ý thành một câu", _points_to_sentence, Found("joined", "đoạn văn", "Số liệu trong lời văn", "số liệu trong lời văn")),
    hard("hai ý của hai điểm trao nhau", each(carry((*DRAFT, 3, "items", 0), (*KEEP, 1, "items", 1, "items", 2)), carry((*KEEP, 1, "items", 1, "items", 0), (*DRAFT, 3, "items", 0))), moved("đoạn văn", "", ""), moved("đoạn văn", "", "")),
    hard("đề mục nộp lưu tan vào đề mục trên", _no_heading, removed("đề mục", "Nộp lưu")),
    hard("nghị định thay, một căn cứ thêm", each(set_("bases", 1, "Căn cứ Nghị định số 78/2029/NĐ-CP ngày 01/02/2029 của Chính phủ về công tác văn thư"), put("bases", 1, "Căn cứ Luật Giao dịch điện tử ngày 22/6/2023")), changed("căn cứ", "30/2020", "78/2029"), added("căn cứ", "Giao dịch điện tử")),
    hard("một tỷ lệ đổi, điểm ấy lên đầu", each(words((*DRAFT, 1), "95%", "98%"), carry((*DRAFT, 1), (*DRAFT, 0))), moved("đoạn văn", "95%", "98%"), shown=("98",)),
    hard("khối hai nhóm cơ quan tách hai, câu ở cả hai", _two_groups, changed("cơ quan", "UBND các xã", "Các sở", "agencies"), added("cơ quan", "UBND các xã"), added("nhiệm vụ", "Ban hành kế hoạch")),
    hard("việc của tài chính về nội vụ", _finance_to_home, removed("cơ quan", "Sở Tài chính"), moved("nhiệm vụ", "bố trí kinh phí", "bố trí kinh phí")),
    hard("đề mục kiểm tra thành phần riêng, đổi tên, một số đổi", each(words((*LOOK, "items", 0), "10 cơ quan", "12 cơ quan"), set_(*LOOK, "title", "KIỂM TRA, ĐÁNH GIÁ"), carry(LOOK, ("sections", 2))), moved("đề mục", "", ""), renamed("đề mục", "Kiểm tra", "KIỂM TRA, ĐÁNH GIÁ"), changed("đoạn văn", "10 cơ quan", "12 cơ quan")),
    hard("tỉnh đổi tên ở mọi nơi", each(everywhere("Sông Xanh", "Sông Biếc"), set_("issuer", "name", 1, "TỈNH SÔNG BIẾC")), changed("phần đầu", "SÔNG XANH", "SÔNG BIẾC", "issuer.name"), changed("phần đầu", "Sông Xanh", "Sông Biếc", "issuer.short"), changed("phần đầu", "Sông Xanh", "Sông Biếc", "place"), changed("phần đầu", "Sông Xanh", "Sông Biếc", "subject"), changed("đoạn văn", "Sông Xanh", "Sông Biếc")),
    hard("dấu câu, chữ hoa, dấu thanh của ba câu", each(words((*DRAFT, 0, "items", 0), "Times New Roman,", "Times New Roman;"), words((*DRAFT, 4), "công tác văn thư", "công tác Văn thư"), words((*KEEP, 0, "text"), "ngay từ khi", "ngày từ khi")), changed("đoạn văn", "Roman,", "Roman;"), changed("đoạn văn", "tác văn thư", "tác Văn thư"), changed("đoạn văn", "ngay từ", "ngày từ")),
    hard("chỉ hình thức: dòng thường thành gạch đầu dòng, điểm chữ thành điểm số", each(at((*LOOK, "items"), lambda items: items.__setitem__(1, items[1]["plain"])), set_("sections", 1, "items", 0, "marker", "number")), changed("đoạn văn", "a), b), c), d), đ), e)", "1., 2., 3., 4., 5., 6.", "marker"), changed("đoạn văn", "không có số hay dấu", "-", "marker")),
    hard("mục đích và yêu cầu đổi chỗ, một yêu cầu bỏ, một sửa", each(drop("sections", 0, "items", 1, "items", 2), words(("sections", 0, "items", 1, "items", 1), "chuyển đổi số", "Đề án 06"), exchange(("sections", 0, "items"), 0, 1)), moved("đề mục", "", ""), removed("đoạn văn", "tiết kiệm"), changed("đoạn văn", "chuyển đổi số", "Đề án 06")),
    hard("tám thay đổi một lúc", each(drop("bases", 2), words((*DRAFT, 1), "95%", "90%"), drop(*DRAFT, 5), set_("sections", 1, "items", 1, "title", "Lưu trữ điện tử"), put(*KEEP, 1, "items", 0, "Mỗi phòng lập danh mục hồ sơ trước ngày 15/02/{{ year }}."), words((*DUTIES, 0, "tasks", 1), "15/12", "10/12"), drop("recipients", 2), set_("signature", "name", "Trần Văn Ví Dụ")), removed("căn cứ", "Theo đề nghị"), changed("đoạn văn", "95%", "90%"), removed("đoạn văn", "Công khai kết quả"), renamed("đề mục", "Lưu trữ hồ sơ", "Lưu trữ điện tử"), added("đoạn văn", "danh mục hồ sơ"), changed("nhiệm vụ", "15/12", "10/12"), removed("nơi nhận", "Các sở"), changed("chữ ký", "Nguyễn Văn Mẫu", "Trần Văn Ví Dụ", "signature.name")),
)  # fmt: skip

# ----------------------------------------- 2031: two appendices, two rows of heads, across, a total

MONEY = ("appendices", 0, "table")
WORK = ("appendices", 1, "table")


def _one_appendix(plan):
    """The second appendix's table stands in the first."""
    gone = plan["appendices"].pop()
    one = plan["appendices"][0]
    one["items"] = [{"plain": text} for text in one.pop("text")] + [
        {"table": one.pop("table")},
        {"table": gone["table"]},
    ]


def _thousands(plan):
    """Another unit, every figure a thousand times."""
    plan["appendices"][0]["text"] = ["Đơn vị tính kinh phí: nghìn đồng."]
    figures = (("1250500", "312250"), ("2040750", "510000"), ("180000", "0"))
    for it, (province, farmers) in zip(
        plan["appendices"][0]["table"]["rows"], figures, strict=True
    ):
        it.update(province=province, farmers=farmers)


def _check_first(plan):
    """The last row goes to the first group; all codes move on; the group has another name."""
    one, two = plan["appendices"][1]["table"]["rows"]
    two["across"] = "B. Nhóm nhiệm vụ triển khai"
    it = two["rows"].pop()
    it["code"] = "3"
    one["rows"].append(it)
    two["rows"][0]["rows"][0]["code"] = "4"
    two["rows"][0]["rows"][1]["code"] = "5"


def _by_people(plan):
    """Sorted by the number of people, the codes by the place; a sum changed."""
    rows = plan["appendices"][0]["table"]["rows"]
    rows[2]["province"] = "195,5"
    rows.sort(key=lambda it: int(it["people"]))
    for code, it in enumerate(rows, 1):
        it["code"] = str(code)


def _task_in_two(plan):
    """The second row becomes two; the codes after it move on."""
    one, two = plan["appendices"][1]["table"]["rows"]
    it = one["rows"][1]
    it.update(
        name="Lựa chọn phần mềm, thiết bị", product=["Danh mục phần mềm", "Danh mục thiết bị"]
    )
    one["rows"].append(
        {
            "code": "3",
            "name": "Thử nghiệm tại 03 xã",
            "lead": "Sở Khoa học và Công nghệ",
            "time": "Tháng 8",
            "product": "Báo cáo thử nghiệm",
        }
    )
    for code, row in zip("456", [*two["rows"][0]["rows"], two["rows"][1]], strict=True):
        row["code"] = code


def _own_cells(plan):
    """The shared cells stand in each row; one of them differs."""
    rows = plan["appendices"][1]["table"]["rows"][1]["rows"]
    block = rows.pop(0)
    rows[:0] = [{**row, **block["shared"]} for row in block["rows"]]
    rows[1]["time"] = "Quý IV"


def _two_tables(plan):
    """The first table is cut in two by a heading; a figure of the second changed."""
    one = plan["appendices"][0]
    table = one.pop("table")
    rest = deepcopy(table)
    table["rows"], rest["rows"] = table["rows"][:2], table["rows"][2:]
    rest["rows"][0]["province"] = "200"
    one["items"] = [
        {"plain": one.pop("text")[0]},
        {"title": "Thiết bị, phần mềm", "table": table},
        {"title": "Đào tạo", "table": rest},
    ]


TABLES = Cases(
    "2031",
    hard("hai phụ lục đổi chỗ, một số đổi", each(set_(*MONEY, "rows", 0, "farmers", "300"), exchange(("appendices",), 0, 1)), moved("phụ lục", "", ""), rescored("1 Phần mềm", "-12,25", "-12,25"), shown=("312,25",)),
    hard("hai phụ lục gộp một", _one_appendix, removed("phụ lục", "PHÂN CÔNG"), moved("phụ lục", "", "")),
    hard("bảng một tách hai dưới hai đề mục, một số đổi", _two_tables, added("đề mục", "Thiết bị, phần mềm"), added("đề mục", "Đào tạo"), moved("tiêu chí", "Tập huấn", "Tập huấn"), shown=("200",)),
    hard("dòng cuối sang nhóm A, nhóm B đổi tên, mã theo", _check_first, moved("tiêu chí", "Kiểm tra, đánh giá", "Kiểm tra, đánh giá"), renamed("tiêu chí", "thực hiện", "triển khai"), renumbered("3 Lập danh sách", "4 Lập danh sách"), renumbered("4 Tổ chức", "5 Tổ chức")),
    hard("hai dòng viết suốt trao tên", at((*WORK, "rows"), lambda rows: (rows[0].update(across="A. Nhóm nhiệm vụ thực hiện"), rows[1].update(across="B. Nhóm nhiệm vụ chuẩn bị"))), renamed("tiêu chí", "A. Nhóm nhiệm vụ chuẩn bị", "A. Nhóm nhiệm vụ thực hiện"), renamed("tiêu chí", "B. Nhóm nhiệm vụ thực hiện", "B. Nhóm nhiệm vụ chuẩn bị")),
    hard("cột phối hợp thêm, một ô chủ trì đổi", each(put(*WORK, "columns", 3, column("help", "Cơ quan phối hợp")), at((*WORK, "rows", 0, "rows", 0), lambda it: it.update(lead="Sở Khoa học và Công nghệ", help="Sở Nông nghiệp và Môi trường"))), added("cột", "Cơ quan phối hợp", None), changed("tiêu chí", "Sở Nông nghiệp", "Sở Khoa học", "lead")),
    hard("hai cột tiền đổi tên chung ở trên", each(*(set_(*MONEY, "columns", number, "above", "Nguồn vốn") for number in (3, 4))), changed("cột", "Kinh phí", "Nguồn vốn", None), changed("cột", "Kinh phí", "Nguồn vốn", None)),
    hard("hai cột tiền trao tên, số ở lại", each(set_(*MONEY, "columns", 3, "title", "Nông dân đóng góp"), set_(*MONEY, "columns", 4, "title", "Ngân sách tỉnh")), renamed("cột", "Ngân sách tỉnh", "Nông dân đóng góp", None), renamed("cột", "Nông dân đóng góp", "Ngân sách tỉnh", None)),
    hard("hai cột tiền đổi chỗ", exchange((*MONEY, "columns"), 3, 4), moved("cột", "", "")),
    hard("cột tiền đổi mã, tên và một số", each(set_(*MONEY, "rows", 1, "province", "2100"), rekey(MONEY, "province", "tinh", "Ngân sách cấp tỉnh"), set_(*MONEY, "columns", 3, "total", "sum('tinh')")), renamed("cột", "Ngân sách tỉnh", "Ngân sách cấp tỉnh", None), rescored("2 Cảm biến", "59,25", "59,25")),
    hard("đơn vị thành nghìn đồng", _thousands, changed("đoạn văn", "triệu đồng", "nghìn đồng"), rescored("1 Phần mềm"), rescored("2 Cảm biến"), rescored("3 Tập huấn"), shown=("1.250.500", "510.000")),
    hard("công thức tổng kinh phí đổi", set_(*MONEY, "columns", 5, "compute", "province"), changed("cột", "+ “Nông dân đóng góp”", "“Ngân sách tỉnh”", None)),
    hard("một số đổi, cột số người bỏ cộng", each(set_(*MONEY, "rows", 2, "people", "275"), at((*MONEY, "columns", 2), lambda it: it.pop("total"))), rescored("3 Tập huấn", "25"), changed("cột", "Số nông dân", "Số nông dân", None)),
    hard("dòng mới ở giữa, mã sau tăng một", each(set_(*MONEY, "rows", 2, "code", "4"), set_(*MONEY, "rows", 1, "code", "3"), put(*MONEY, "rows", 1, {"code": "2", "name": "Máy bay phun thuốc", "people": "35", "province": "910,5", "farmers": "120"})), added("tiêu chí", "2 Máy bay"), renumbered("2 Cảm biến", "3 Cảm biến"), renumbered("3 Tập huấn", "4 Tập huấn"), shown=("910,5",)),
    hard("xếp lại theo số người, mã theo chỗ, một số đổi", _by_people, renumbered("3 Tập huấn", "1 Tập huấn"), renumbered("1 Phần mềm", "3 Phần mềm"), rescored("3 Tập huấn", "15,5", "15,5", now="1 Tập huấn")),
    hard("một dòng tách hai, mã sau tăng một", _task_in_two, renamed("tiêu chí", "thử nghiệm", "Lựa chọn phần mềm"), added("tiêu chí", "3 Thử nghiệm"), renumbered("3 Lập", "4 Lập"), renumbered("4 Tổ chức", "5 Tổ chức"), renumbered("5 Kiểm tra", "6 Kiểm tra"), shown=("Báo cáo thử nghiệm",)),
    hard("ô chung thành ô riêng, một hạn khác", _own_cells, Found("regrouped", "tiêu chí", "3", "3"), changed("tiêu chí", "Quý III", "Quý IV", "time")),
    hard("chỉ số: điểm và hạng năm trước đổi", each(set_("indices", "digital", "score", "63"), set_("indices", "digital", "previous_rank", "22")), Found("rescored", "chỉ số", "61,5", "63", "digital", ("1,5", "2"))),
    hard("ghi chú dưới bảng sửa, thêm một", each(set_("appendices", 0, "notes", ["*Ghi chú: mỗi nông dân được hỗ trợ hai lần trong năm.*", "Hộ nghèo không phải đóng góp."])), changed("đoạn văn", "một lần", "hai lần"), added("đoạn văn", "Hộ nghèo")),
    hard("sáu thay đổi một lúc, phụ lục II đổi tên lên trước", each(set_(*MONEY, "rows", 0, "people", "650"), drop(*MONEY, "rows", 2), set_("appendices", 1, "title", ["KẾ HOẠCH CÔNG VIỆC"]), set_(*WORK, "rows", 0, "rows", 1, "time", "Tháng 8"), set_(*WORK, "columns", 4, "title", "Kết quả"), exchange(("appendices",), 0, 1), words(("sections", 0, "items", 1), "79,46%", "80%")), rescored("1 Phần mềm", "50"), removed("tiêu chí", "3 Tập huấn"), renamed("phụ lục", "PHÂN CÔNG", "KẾ HOẠCH CÔNG VIỆC"), moved("phụ lục", "", ""), changed("tiêu chí", "Tháng 7", "Tháng 8", "time"), renamed("cột", "Sản phẩm", "Kết quả", None), changed("đoạn văn", "79,46%", "80%")),
)  # fmt: skip

# ---------------------------------------------------- 2032: a department's, a table in the body

SELF = ("sections", 0, "items", 2)
MARKS = (*SELF, "items", 0, "table")


def _table_to_appendix(plan):
    """The table becomes an appendix; a score changed."""
    table = plan["sections"][0]["items"][2]["items"].pop(0)["table"]
    table["rows"][1]["score"] = "73,5"
    plan["appendices"] = [{"title": ["KẾT QUẢ TỰ ĐÁNH GIÁ"], "table": table}]


def _tenths(plan):
    """Of ten points, no longer of a hundred."""
    rows = plan["sections"][0]["items"][2]["items"][0]["table"]["rows"]
    rows[0].update(max="10", score="8,825")
    rows[1].update(max="10", score="7,105")


def _no_self(plan):
    """The heading goes, all that is below it stands in the part itself."""
    items = plan["sections"][0]["items"]
    gone = items.pop()
    items += [{"plain": gone["text"]}, *gone["items"]]


STAFF = {"columns": [column("role", "Vai trò"), column("who", "Họ và tên"), column("days", "Số ngày", "integer")], "rows": [{"role": "Trưởng đoàn", "who": "Lê Thị Một", "days": "12"}, {"role": "Thư ký", "who": "Bùi Văn Hai", "days": "15"}]}  # fmt: skip

BODY = Cases(
    "2032",
    hard("bảng thành phụ lục, một điểm đổi", _table_to_appendix, added("phụ lục", "TỰ ĐÁNH GIÁ"), moved("phụ lục", "", ""), rescored("Xã, phường", "2,45", "2,45"), shown=("71,05", "73,5")),
    hard("xã và phường tách hai dòng", each(set_(*MARKS, "rows", 1, {"name": "Xã", "count": "50", "max": "100", "score": "70,5"}), put(*MARKS, "rows", 2, {"name": "Phường", "count": "14", "max": "100", "score": "73"})), renamed("tiêu chí", "Xã, phường", "Xã"), rescored("Xã", "-14", "-0,55", "-0,55"), added("tiêu chí", "Phường"), shown=("64", "70,5")),
    hard("thang điểm mười", _tenths, rescored("Sở, ban", "-90", "-79,425", "10,575"), rescored("Xã, phường", "-90", "-63,945", "26,055")),
    hard("bảng mới chen trước bảng, một điểm đổi", each(set_(*MARKS, "rows", 0, "score", "90,5"), put(*SELF, "items", 0, {"table": STAFF})), added("đề mục", "Kết quả tự đánh giá", "table"), rescored("Sở, ban", "2,25", "2,25"), shown=("Lê Thị Một", "15")),
    hard("đề mục tự đánh giá tan, bảng ở lại", _no_self, removed("đề mục", "Kết quả tự đánh giá")),
    hard("cột điểm năm trước thêm, cột điểm đổi tên và mã", each(rekey(MARKS, "score", "tb", "Điểm bình quân năm nay"), put(*MARKS, "columns", 3, column("last", "Điểm năm trước", "decimal")), at((*MARKS, "rows"), lambda rows: [it.update(last=value) for it, value in zip(rows, ("85,5", "70"), strict=True)])), added("cột", "Điểm năm trước", None), renamed("cột", "Điểm bình quân", "Điểm bình quân năm nay", None), shown=("85,5",)),
    hard("văn bản giấy, số, ngày, cơ quan chủ quản, kính gửi", each(set_("issue", "paper"), set_("number", "15"), set_("date", "20/01/2032"), set_("issuer", "superior", ["ỦY BAN NHÂN DÂN", "TỈNH SÔNG BIẾC"]), set_("addressees", 1, "UBND các xã, phường, đặc khu")), changed("phần đầu", "điện tử", "giấy", "issue"), changed("phần đầu", "9", "15", "number"), changed("phần đầu", "06", "20", "date"), changed("phần đầu", "SÔNG XANH", "SÔNG BIẾC", "issuer.superior"), changed("kính gửi", "xã, phường", "đặc khu")),
    hard("giám đốc ký, một nơi nhận lên đầu, một đổi", each(set_("signature", {"lines": ["GIÁM ĐỐC"], "name": "Phan Mẫu"}), carry(("recipients", 2), ("recipients", 0)), set_("recipients", 2, "UBND tỉnh, Công an tỉnh (để báo cáo)")), changed("chữ ký", "KT. GIÁM ĐỐC", "GIÁM ĐỐC", "signature.lines"), changed("chữ ký", "Lê Thử", "Phan Mẫu", "signature.name"), moved("nơi nhận", "Giám đốc", "Giám đốc"), changed("nơi nhận", "UBND tỉnh", "Công an tỉnh")),
    hard("hai nhóm đảo thứ tự, một số đổi", each(set_(*MARKS, "rows", 0, "count", "19"), exchange((*MARKS, "rows"), 0, 1)), moved("tiêu chí", "", ""), rescored("Sở, ban", "1")),
    hard("hai câu nội dung gộp một, một câu tổ chức tách hai", each(set_("sections", 0, "items", 0, "Việc ban hành và thực hiện quy chế bảo đảm an toàn thông tin; việc sao lưu dữ liệu, cập nhật bản vá của máy chủ, máy trạm."), drop("sections", 0, "items", 1), set_("sections", 1, "items", 0, "Đoàn kiểm tra gồm năm người, do Giám đốc Sở quyết định thành lập.")), Found("joined", "đoạn văn", "sao lưu dữ liệu", "sao lưu dữ liệu"), changed("đoạn văn", "Đoàn kiểm tra", "gồm năm người")),
)  # fmt: skip

# ------------------------------------------------------- 2033: every way of headings and points

AIMS = ("sections", 0, "items", 1, "items")
JOBS = ("sections", 1, "items")
WHO = ("sections", 2, "items")


def _campaign(plan):
    plan["sections"][1]["items"][3] = (
        "Tổ chức tuyên truyền theo ba đợt, đợt một vào tháng 3, đợt hai và đợt ba vào quý IV."
    )


def _heading_to_text(plan):
    plan["sections"][1]["items"][1] = (
        "Các cơ quan rà soát mái, cửa và hệ thống chiếu sáng trước tháng 6."
    )


MARKED = Cases(
    "2033",
    hard("chất khí thêm vào câu", words(("sections", 0, "items", 0, "text"), "CO~2~", "CO~2~ và CH~4~"), changed("đoạn văn", "phát thải", "CH")),
    hard("năng lượng đổi tên, xuống cuối, một tỷ lệ đổi", each(words((*AIMS, 0, "items", 0, "text"), "10%", "12%"), set_(*AIMS, 0, "title", "*Điện, xăng và nước*"), carry((*AIMS, 0), (*AIMS, 2))), renamed("đề mục", "Năng lượng", "Điện, xăng và nước"), moved("đề mục", "", ""), changed("đoạn văn", "10%", "12%")),
    hard("nước sạch sang mục quản lý", carry((*AIMS, 0, "items", 2), (*AIMS, 2, "items", 0)), moved("đề mục", "Nước sạch", "Nước sạch")),
    hard("câu dẫn và hai đợt thành một câu", _campaign, Found("joined", "đoạn văn", "Đợt một", "đợt một")),
    hard("đề mục sửa chữa thành một câu, thêm hạn", _heading_to_text, removed("đề mục", "Sửa chữa"), changed("đoạn văn", "rà soát mái", "trước tháng 6"), shown=("tháng 6",)),
    hard("khẩu hiệu sửa", set_(*JOBS, 4, "centered", "***Trụ sở xanh, công sở không rác***"), changed("đoạn văn", "công sở sạch", "không rác")),
    hard("hai cơ quan đổi chỗ, việc của một cơ quan sửa", each(words((*WHO, 2, "task"), "bố trí kinh phí", "bố trí 1,5 tỷ đồng"), exchange(WHO, 2, 3)), moved("cơ quan", "", ""), changed("nhiệm vụ", "bố trí kinh phí", "1,5 tỷ đồng")),
    hard("nội vụ lên ngang hàng, ra khỏi mục khác", carry((*WHO, 4, "items", 0), (*WHO, 2)), moved("cơ quan", "Nội vụ", "Nội vụ")),
    hard("phân loại và bước thực hiện: một bước thêm, một bước sửa", each(words((*AIMS, 1, "items", 0, "items", 1, "items", 1), "hằng tuần", "hằng ngày"), put(*AIMS, 1, "items", 0, "items", 1, "items", 1, "Dán nhãn bốn ngôn ngữ lên thùng.")), changed("đoạn văn", "hằng tuần", "hằng ngày"), added("đoạn văn", "Dán nhãn")),
    hard("phần nhiệm vụ và mục tiêu đổi chỗ, hai tên sửa", each(set_("sections", 0, "title", "CÁC MỤC TIÊU CỦA NĂM"), set_("sections", 1, "title", "VIỆC PHẢI LÀM"), exchange(("sections",), 0, 1)), renamed("đề mục", "MỤC TIÊU", "CÁC MỤC TIÊU"), renamed("đề mục", "NHIỆM VỤ", "VIỆC PHẢI LÀM"), moved("đề mục", "", "")),
    hard("hai việc của nông nghiệp gộp một", lambda plan: plan["sections"][2]["items"][1].update(tasks=["Chủ trì, theo dõi, đôn đốc việc thực hiện Kế hoạch; hướng dẫn cách tính lượng CO~2~ của từng cơ quan."]), Found("joined", "nhiệm vụ", "Hướng dẫn cách tính", "hướng dẫn cách tính")),
)  # fmt: skip

# ------------------------------------------------------------- 2034: forms of appendices and tables

VOLUME = ("appendices", 0, "items", 0, "items", 0, "table")
SHARES = ("appendices", 0, "items", 1, "items", 1, "table")
BUDGET = ("appendices", 1, "table")
STEPS = ("appendices", 2, "items")
FUNDS = ("sections", 0, "items", 2, "table")


def _doing_apart(plan):
    """A heading of the procedure becomes an appendix, its headings with it."""
    part = plan["appendices"][2]["items"].pop()
    plan["appendices"].insert(
        3,
        {"label": "Phụ lục số 05", "title": ["CÁC BƯỚC QUÉT VÀ NHẬP LIỆU"], "items": part["items"]},
    )


def _scanning_first(plan):
    """The groups of costs change places, a row goes to the other group with a price changed."""
    groups = plan["appendices"][1]["table"]["rows"]
    it = groups[1]["rows"].pop()
    it["price"] = "5,25"
    groups[0]["rows"].append(it)


FORMS = Cases(
    "2034",
    hard("dòng nhân công sang thiết bị, đơn giá đổi", _scanning_first, moved("tiêu chí", "Quét và nhập", "Quét và nhập"), rescored("Quét và nhập", "0,47", "71"), shown=("4,78", "5,25")),
    hard("ký hiệu, dòng kèm theo, đơn vị của biểu 02", each(set_("appendices", 1, "label", "Biểu 03"), at(("appendices", 1), lambda it: it.pop("reference")), set_(*BUDGET, "unit", "Đơn vị tính: nghìn đồng")), changed("phụ lục", "Biểu 02", "Biểu 03", "label"), removed("phụ lục", "Kèm theo", "reference"), changed("cột", "triệu đồng", "nghìn đồng", "unit")),
    hard("công thức thành tiền và ký hiệu cột đổi", each(set_(*BUDGET, "columns", 4, "compute", "count * price * 2"), set_(*BUDGET, "columns", 4, "mark", "3 = 1 x 2 x 2")), changed("cột", "“Số lượng” * “Đơn giá”", "“Đơn giá” * 2", None), changed("cột", "3 = 1 x 2", "3 = 1 x 2 x 2", None)),
    hard("ô trải cách làm và ghi chú tách đôi", at((*VOLUME, "rows", 0, "rows", 1), lambda it: (it.pop("how - note"), it.update(how="Đã số hóa xong", note="Trong năm {{ year - 1 }}"))), Found("regrouped", "tiêu chí", "3", "3", None), changed("tiêu chí", "xong trong năm", "Đã số hóa xong", None), changed("tiêu chí", "3", "Trong năm", None)),
    hard("hai nhóm sở trao dòng, một số đổi", at((*VOLUME, "rows"), lambda rows: (rows[0]["rows"].insert(1, {**rows[0]["rows"].pop(1), "done": "60500"}), rows[1]["rows"].append(rows[0]["rows"].pop(1)))), moved("tiêu chí", "3 Sở Khoa học", "3 Sở Khoa học"), rescored("3 Sở Khoa học", "-500", "500")),
    hard("tỷ lệ của xã miền núi đổi, dòng mới", each(set_(*SHARES, "rows", 1, "old", "25"), put(*SHARES, "rows", 2, {"group": "Phường", "old": "35", "new": "80"})), rescored("Xã ở miền núi", "5", "5"), added("tiêu chí", "Phường"), shown=("80",)),
    hard("hai đề mục của biểu 01 đổi chỗ, một tên đổi", each(set_("appendices", 0, "items", 0, "title", "KHỐI LƯỢNG CỦA CÁC SỞ"), exchange(("appendices", 0, "items"), 0, 1)), renamed("đề mục", "TÀI LIỆU CỦA CÁC SỞ", "KHỐI LƯỢNG CỦA CÁC SỞ"), moved("đề mục", "", "")),
    hard("bước quét và bước nhập đổi chỗ, một trường đổi", each(set_(*STEPS, 2, "items", 1, "table", "rows", 2, "must", "Có"), exchange((*STEPS, 2, "items"), 0, 1)), moved("đề mục", "", ""), changed("tiêu chí", "Không", "Có", "must")),
    hard("đề mục thực hiện thành phụ lục riêng", _doing_apart, added("phụ lục", "CÁC BƯỚC QUÉT"), removed("đề mục", "Thực hiện"), moved("đề mục", "Quét tài liệu", "Quét tài liệu"), moved("đề mục", "Nhập thông tin", "Nhập thông tin")),
    hard("biểu dự toán xuống cuối, đổi tên, một giá đổi", each(set_(*BUDGET, "rows", 0, "rows", 1, "price", "120,5"), set_("appendices", 1, "title", ["NHU CẦU KINH PHÍ SỐ HÓA"]), carry(("appendices", 1), ("appendices", 3))), renamed("phụ lục", "DỰ TOÁN", "NHU CẦU KINH PHÍ"), moved("phụ lục", "", ""), rescored("khổ A3", "2,5", "5")),
    hard("nguồn kinh phí: một số đổi, một dòng mới, đơn vị đổi", each(set_(*FUNDS, "rows", 1, "money", "500"), put(*FUNDS, "rows", 1, {"name": "Nguồn xã hội hóa", "money": "75"}), set_(*FUNDS, "unit", "Đơn vị tính: tỷ đồng")), rescored("Ngân sách xã", "20"), added("tiêu chí", "xã hội hóa"), changed("cột", "triệu đồng", "tỷ đồng", "unit"), shown=("480", "75")),
    hard("bảng nguồn kinh phí vào biểu 02, trước bảng dự toán", at((), lambda plan: plan["appendices"][1].update(items=[{"table": plan["sections"][0]["items"].pop()["table"]}, {"table": plan["appendices"][1].pop("table")}])), moved("phụ lục", "", "")),
    hard("nhóm thiết bị tách hai nhóm", at((*BUDGET, "rows"), lambda rows: rows.insert(1, {"name": "Thiết bị khổ lớn", "rows": [rows[0]["rows"].pop()]})), added("tiêu chí", "Thiết bị khổ lớn"), moved("tiêu chí", "khổ A3", "khổ A3")),
    hard("hai nhóm gộp một, đổi tên", at((*BUDGET, "rows"), lambda rows: (rows[1].update(name="Nhân công và thiết bị"), rows[1]["rows"].extend(rows.pop(0)["rows"]))), removed("tiêu chí", "Nhân công"), renamed("tiêu chí", "Thiết bị", "Nhân công và thiết bị"), moved("tiêu chí", "Chỉnh lý", "Chỉnh lý"), moved("tiêu chí", "Quét và nhập", "Quét và nhập")),
    hard("bảy thay đổi một lúc", each(set_(*BUDGET, "rows", 1, "rows", 0, "count", "130"), set_(*VOLUME, "columns", 5, "title", "Hình thức thực hiện"), drop(*SHARES, "rows", 0), words((*STEPS, 2, "items", 0, "text"), "300 dpi", "400 dpi"), set_("appendices", 3, "title", "BÁO CÁO KẾT QUẢ QUÉT TÀI LIỆU"), drop("sections", 1, "assignments", 1), exchange(("appendices",), 1, 2)), rescored("Chỉnh lý", "10", "42"), renamed("cột", "Cách làm", "Hình thức thực hiện", None), removed("tiêu chí", "đồng bằng"), changed("đoạn văn", "300", "400"), renamed("phụ lục", "SỐ HÓA TÀI LIỆU", "QUÉT TÀI LIỆU"), removed("cơ quan", "Sở Tài chính"), removed("nhiệm vụ", "bố trí kinh phí"), moved("phụ lục", "", "")),
)  # fmt: skip

LISTS = (TEXTS, TABLES, BODY, MARKED, FORMS)
