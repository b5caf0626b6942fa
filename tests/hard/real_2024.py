# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Edits of the real 2024 plan, ordinary and hard mixed, as a stranger would try them.

Written whole before the comparison saw any of them: docs/comparison.md has the first run.
The plan is the office's own; what the edits say is made up.
"""

from copy import deepcopy
from functools import cache
from pathlib import Path

import yaml

from tests.hard.edits import carry, drop, each, hard, moved, put, renamed, set_
from tests.hard.islands import at, without
from tests.known_edits import Found, added, changed, removed

CONTENT = Path(__file__).parents[2] / "content"
OFFICES = yaml.load((CONTENT / "agencies.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def _blank(data):
    """What the file leaves blank is `None`, as in YAML."""
    if isinstance(data, dict):
        return {key: _blank(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_blank(value) for value in data]
    return data or None


def _read(name):
    text = (CONTENT / "2024" / name).read_text(encoding="utf-8")
    return _blank(yaml.load(text, yaml.BaseLoader))


@cache
def _base():
    plan = _read("plan.yaml")
    for part in ("sections", "appendices"):
        plan[part] = [_read(name) for name in plan[part]]
    return plan


def base():
    """The plan as data, its parts in one."""
    return deepcopy(_base())


def edited(*edits):
    """The plan after some edits."""
    plan = base()
    for edit in edits:
        edit(plan)
    return plan


TABLE = ("appendices", 0, "table")
BLOCKS = ("sections", 2, "assignments")
MANY = ("sections", 1, "items", 0, "items")


def task(block, *rest):
    return (*BLOCKS, block, "tasks", *rest)


def _place(rows, code):
    """The list that a criterion stands in, and its number there."""
    for number, row in enumerate(rows):
        if row.get("code") == code:
            return rows, number
        found = _place(row.get("rows", []), code)
        if found:
            return found
    return None


def row(code, change):
    """Edits a criterion by a function of it."""

    def run(plan):
        rows, number = _place(plan["appendices"][0]["table"]["rows"], code)
        change(rows[number])

    return run


def cells(code, /, **values):
    return row(code, lambda it: it.update(values))


def score(code, value):
    return cells(code, score=value)


def take(which, group, position, /, **values):
    """A criterion goes to a place in another group (None: the table)."""

    def run(plan):
        table = plan["appendices"][0]["table"]
        rows, number = _place(table["rows"], which)
        it = rows.pop(number)
        it.update(values)
        if group is None:
            table["rows"].insert(position, it)
        else:
            home, place = _place(table["rows"], group)
            home[place]["rows"].insert(position, it)

    return run


def lose(code):
    def run(plan):
        rows, number = _place(plan["appendices"][0]["table"]["rows"], code)
        rows.pop(number)

    return run


def gain(group, position, /, **values):
    return row(group, lambda it: it["rows"].insert(position, values))


def words(path, old, new):
    """Other words in a text, which must stand there once."""
    *steps, last = path

    def run(plan):
        for step in steps:
            plan = plan[step]
        assert plan[last].count(old) == 1, (old, plan[last])
        plan[last] = plan[last].replace(old, new)

    return run


def cell_words(code, key, old, new):
    def change(it):
        assert it[key].count(old) == 1, (old, it[key])
        it[key] = it[key].replace(old, new)

    return row(code, change)


def lower(text):
    return text[0].lower() + text[1:]


def text_of(*path):
    plan = _base()
    for step in path:
        plan = plan[step]
    return plan


def rescored(words_, *differences, now=""):
    return Found("rescored", "tiêu chí", words_, now or words_, "", differences)


def swap(code, other, *keys):
    def run(plan):
        table = plan["appendices"][0]["table"]["rows"]
        one, two = (
            rows[number] for rows, number in (_place(table, each) for each in (code, other))
        )
        for key in keys:
            one[key], two[key] = two[key], one[key]

    return run


def _everywhere(old, new, data):
    if isinstance(data, dict):
        for key, value in data.items():
            data[key] = _everywhere(old, new, value)
    elif isinstance(data, list):
        data[:] = [_everywhere(old, new, value) for value in data]
    elif isinstance(data, str):
        return data.replace(old, new)
    return data


def everywhere(old, new):
    return lambda plan: _everywhere(old, new, plan)


def _rekey_score(plan):
    """The scores get another key, in the formulas too."""
    table = plan["appendices"][0]["table"]

    def run(rows):
        for it in rows:
            if "score" in it:
                it["diem"] = it.pop("score")
            run(it.get("rows", []))

    run(table["rows"])
    for column in table["columns"]:
        if column["key"] == "score":
            column["key"] = "diem"
        for key in ("total", "compute", "group"):
            if key in column:
                column[key] = column[key].replace("'score'", "'diem'").replace("score -", "diem -")


def _dissolve_shared(plan):
    """The cells that group 4 shares stand in each of its rows."""
    rows, number = _place(plan["appendices"][0]["table"]["rows"], "4")
    block = rows[number]["rows"][0]
    rows[number]["rows"] = [{**it, **deepcopy(block["shared"])} for it in block["rows"]]


def _into_shared(plan):
    """6.3.5, whose cells say the same, comes under the cells that 6.1.4 and its like share."""
    rows, number = _place(plan["appendices"][0]["table"]["rows"], "6")
    group = rows[number]["rows"]
    it = group.pop()
    block = next(each for each in group if "shared" in each)
    block["rows"].append({key: it[key] for key in ("code", "name", "max", "score", "reason")})


def _halve_table(plan):
    table = plan["appendices"][0]["table"]
    rows = table["rows"]
    plan["appendices"].append(
        {
            "title": ["PHẦN TIẾP THEO CỦA PHỤ LỤC"],
            "table": {"columns": deepcopy(table["columns"]), "rows": rows[4:]},
        }
    )
    table["rows"] = rows[:4]


def _no_surveys(plan):
    """The survey's reasons of field 5 are not known yet."""
    rows, number = _place(plan["appendices"][0]["table"]["rows"], "5")
    for it in rows[number]["rows"][0]["rows"]:
        it["reason"] = None


def _join_agencies(plan):
    """Planning goes into finance: its duties with it."""
    blocks = plan["sections"][2]["assignments"]
    gone = blocks.pop(6)
    blocks[4]["tasks"] += gone["tasks"]


def _name_of_tax(plan):
    plan["agencies"] = {
        **deepcopy(OFFICES),
        "cuc-thue-tinh": {**OFFICES["cuc-thue-tinh"], "name": "Thuế tỉnh Quảng Trị"},
    }


def _dissolve(plan):
    """The heading of requirements goes, its texts come under the purposes."""
    items = plan["sections"][0]["items"]
    items[0]["items"] += items.pop()["items"]


def _divide_heading(plan):
    items = plan["sections"][1]["items"]
    items.insert(1, {"title": "Chỉ tiêu phải đạt", "items": items[0]["items"][2:]})
    items[0]["items"] = items[0]["items"][:2]


def _join_headings(plan):
    first, second = plan["sections"][0]["items"]
    first["title"] = "Mục đích và yêu cầu"
    first["items"] += second["items"]
    plan["sections"][0]["items"] = [first]


def _school_points(plan):
    tasks = plan["sections"][2]["assignments"][9]["tasks"]
    lead, points = tasks[1].split("sau: ")
    tasks[1] = {"text": lead + "sau:", "items": [point.strip(" .") for point in points.split(";")]}


def _months(plan):
    for code, time in (("1.3.2", "Tháng 8"), ("3.2.2", "Tháng 9"), ("8.4", "Tháng 10")):
        cells(code, time=time)(plan)


def _next_year(plan):
    plan["year"] = "2025"
    for code in ("1.1", "1.3.2", "1.5"):
        score(code, None)(plan)


CAMERA = {
    "code": "6.3.6",
    "name": "Công khai tài chính của đơn vị sự nghiệp",
    "max": "1",
    "score": "0,64",
    "reason": "Mười hai đơn vị chưa đăng quyết toán",
    "remedy": "Đăng quyết toán trước ngày 15/7",
    "agencies": "Sở Tài chính",
    "time": "Quý III",
    "product": "Danh sách đơn vị đã đăng",
}
CAMERA_WORDS = ("Công khai tài chính", "0,64", "Mười hai đơn vị chưa đăng", "Danh sách đơn vị")
UP = rescored("1.1", "0,0259", "0,0259")
SO_NOI_VU, VAN_PHONG = "Sở Nội vụ", "Văn phòng UBND tỉnh"

FIGURES = (
    hard("điểm lên tối đa", score("1.1", "1,5"), UP, shown=("1,4741", "1,5")),
    hard("hai dòng trao điểm", swap("5.2.3", "5.2.4", "score"), rescored("5.2.3", "0,002", "0,002"), rescored("5.2.4", "-0,002", "-0,002"), shown=("0,8531", "0,8551")),
    hard("chín điểm xã hội học đổi", each(*(score(code, value) for code, value in (("4.1.4", "0,8200"), ("4.1.5", "0,8300"), ("4.1.6", "0,8000")))),
         rescored("4.1.4", "0,0059", "0,0059"), rescored("4.1.5", "0,0079", "0,0079"), rescored("4.1.6", "-0,0261", "-0,0261")),
    hard("điểm chuẩn và điểm cùng đổi", cells("6.3.3", max="2", score="1,25"), rescored("6.3.3", "1", "1,25", "0,25"), shown=("1,25",)),
    hard("điểm chuẩn của lĩnh vực đổi", cells("7", max="14"), rescored("7 Xây dựng", "0,5", "0,5"), shown=("13,5",)),
    hard("tỷ lệ trong lời đổi cùng điểm", each(cell_words("6.1.1", "reason", "82,9%", "86,2%"), score("6.1.1", "0,8623")), changed("tiêu chí", "82,9%", "86,2%", "reason"), rescored("6.1.1", "0,03", "0,03"), shown=("82,9", "86,2")),
    hard("thứ hạng PAR Index đổi", set_("indices", "par_index", "rank", "38"), Found("rescored", "chỉ số", "thứ 41", "thứ 38", "par_index", ("-3",)), shown=("41", "38")),
    hard("điểm SIPAS và điểm 8.1.5 đổi", each(set_("indices", "sipas", "score", "80,11"), score("8.1.5", "1,6182")), Found("rescored", "chỉ số", "79,46", "80,11", "sipas", ("0,65",)), rescored("8.1.5", "0,045", "0,045"), shown=("80,11", "1,6182")),
    hard("nửa năm chưa có điểm", _next_year, changed("phần đầu", "2024", "2025", "year"), *(Found("unfilled", "tiêu chí", code, code) for code in ("1.1", "1.3.2", "1.5"))),
    hard("lý do xã hội học của một lĩnh vực chưa có", _no_surveys, *(Found("unfilled", "tiêu chí", code, code, "reason") for code in ("5.2.3", "5.2.4", "5.3.2", "5.3.3", "5.5.2", "5.7.1", "5.7.2", "5.7.3", "5.7.4"))),
    hard("thời gian trống được điền", cells("6.3.3", time="Quý III"), Found("filled", "tiêu chí", "6.3.3", "Quý III", "time")),
    hard("năm sang 2025", set_("year", "2025"), changed("phần đầu", "2024", "2025", "year")),
)  # fmt: skip

ROWS = (
    hard("hạn và sản phẩm của một dòng đổi", cells("1.3.2", time="Quý II", product="Biên bản phúc tra."), changed("tiêu chí", "Quý III-IV", "Quý II", "time"), changed("tiêu chí", "Đơn vị gửi báo cáo", "Biên bản phúc tra", "product")),
    hard("ba hạn lùi theo tháng", _months, *(changed("tiêu chí", "Quý III-IV", month, "time") for month in ("Tháng 8", "Tháng 9", "Tháng 10"))),
    hard("biện pháp viết lại hoàn toàn", cells("8.4", remedy="Đôn đốc nợ đọng thuế theo từng sắc thuế, từng địa bàn; chống thất thu đất đai."), changed("tiêu chí", "các giải pháp tăng thu", "chống thất thu", "remedy")),
    hard("hai đoạn của sản phẩm gộp một", cells("6.1.3", product="- Công văn tham mưu của Sở Tài chính; - Báo cáo thực hiện các kiến nghị của Kiểm toán."), changed("tiêu chí", "Công văn tham mưu", "Công văn tham mưu", "product")),
    hard("cơ quan của một dòng thành hai đoạn", cells("6.1.1", agencies=["- Chủ trì: Sở Kế hoạch và Đầu tư;", "- Các đơn vị có kết quả giải ngân thấp."]), changed("tiêu chí", "Sở Kế hoạch", "Chủ trì", "agencies")),
    hard("ô chung của lĩnh vực 4 sửa", row("4", lambda it: it["rows"][0]["shared"].update(time="Quý II và quý IV")), changed("tiêu chí", "Thường xuyên", "Quý II và quý IV", "time")),
    hard("ô chung của lĩnh vực 4 thành ô riêng", _dissolve_shared, Found("regrouped", "tiêu chí", "4.1.4", "4.1.4")),
    hard("6.3.5 vào ô chung", _into_shared, Found("regrouped", "tiêu chí", "6.3.5", "6.3.5"), moved("tiêu chí", "", "")),
    hard("dòng sang lĩnh vực khác, điểm giảm", take("7.3.7", "8", 1, score="0,6908"), moved("tiêu chí", "7.3.7", "7.3.7"), rescored("7.3.7", "-0,1", "-0,1"), shown=("0,7908", "0,6908")),
    hard("dòng sang lĩnh vực khác, mã mới, điểm giảm", take("7.3.7", "8", 1, code="8.2", score="0,6908"), moved("tiêu chí", "7.3.7", "8.2"), rescored("7.3.7", "-0,1", "-0,1", now="8.2"), shown=("0,7908", "0,6908")),
    hard("dòng đổi mã", cells("1.3.2", code="1.4"), Found("renumbered", "tiêu chí", "1.3.2 Xử lý", "1.4 Xử lý")),
    hard("dòng bỏ, dòng mới cuối lĩnh vực", each(lose("1.7"), gain("6", 5, **CAMERA)), removed("tiêu chí", "1.7"), added("tiêu chí", "6.3.6"), shown=("1,4626", *CAMERA_WORDS)),
    hard("lĩnh vực đổi tên", cells("2", name="Xây dựng và hoàn thiện thể chế"), renamed("tiêu chí", "2 Cải cách thể chế", "2 Xây dựng và hoàn thiện")),
    hard("lĩnh vực đổi tên và xuống cuối", take("2", None, 7, name="Xây dựng và hoàn thiện thể chế"), renamed("tiêu chí", "2 Cải cách thể chế", "2 Xây dựng"), moved("tiêu chí", "", "")),
    hard("hai dòng trao tên", swap("2.4.1", "2.4.2", "name"), renamed("tiêu chí", "2.4.1 Tính đồng bộ", "2.4.1 Tính hợp lý"), renamed("tiêu chí", "2.4.2 Tính hợp lý", "2.4.2 Tính đồng bộ")),
    hard("hai dòng trao tên và điểm", swap("3.4.1", "3.4.2", "name", "score"), renamed("tiêu chí", "cấp tỉnh", "cấp huyện"), renamed("tiêu chí", "cấp huyện", "cấp tỉnh"), rescored("3.4.1", "-0,0294", "-0,0294"), rescored("3.4.2", "0,0294", "0,0294")),
    hard("hai dòng trao cơ quan", swap("3.4.1", "3.4.3", "agencies"), changed("tiêu chí", "UBND tỉnh", "UBND các huyện", "agencies"), changed("tiêu chí", "UBND các huyện", "UBND tỉnh", "agencies")),
    hard("dòng viết lại tên, điểm đổi", cells("7.3.2", name="Điểm đánh giá nội dung đăng tải", score="0,9"), renamed("tiêu chí", "7.3.2 Chất lượng", "7.3.2 Điểm đánh giá"), rescored("7.3.2", "0,0766", "0,0766")),
    hard("8.1 thành lĩnh vực 9", take("8.1", None, 8, code="9"), moved("tiêu chí", "8.1", "9 Kết quả")),
    hard("nửa bảng sang phụ lục thứ hai", _halve_table, added("phụ lục", "PHẦN TIẾP THEO"), *(moved("tiêu chí", words_, words_) for words_ in ("5 Cải cách", "6 Cải cách", "7 Xây dựng", "8 Tác động"))),
    hard("dòng đầu tiên bỏ, dòng sau nhận mã của nó", each(lose("1.1"), cells("1.3.2", code="1.1")), removed("tiêu chí", "1.1 Thực hiện"), Found("renumbered", "tiêu chí", "1.3.2 Xử lý", "1.1 Xử lý"), shown=("1,4741",)),
    hard("một tiêu chí tách hai", each(cells("8.5", name="Mức độ thực hiện các chỉ tiêu kinh tế do HĐND tỉnh giao", max="1", score="0,6111"), gain("8", 3, code="8.6", name="Mức độ thực hiện các chỉ tiêu xã hội do HĐND tỉnh giao", max="1", score="0,75", reason="3/4 chỉ tiêu đạt", remedy="Hoàn thành các chỉ tiêu còn lại", agencies="Sở Tài chính", time="Quý IV", product="Báo cáo")),
         renamed("tiêu chí", "phát triển KT-XH", "kinh tế"), rescored("8.5", "-1", "-0,75", "0,25"), added("tiêu chí", "8.6"), shown=("3/4 chỉ tiêu đạt", "0,6111", "1,3611")),
)  # fmt: skip

COLUMNS = (
    hard("cột điểm đổi tên", set_(*TABLE, "columns", 3, "title", "Điểm Trung ương chấm"), renamed("cột", "Điểm thẩm định", "Điểm Trung ương chấm", None)),
    hard("cột điểm đổi mã, một điểm đổi", each(score("1.1", "1,5"), _rekey_score), UP),
    hard("cột điểm đổi mã và tên, một điểm đổi", each(score("1.1", "1,5"), _rekey_score, set_(*TABLE, "columns", 3, "title", "Kết quả chấm")), UP, renamed("cột", "Điểm thẩm định", "Kết quả chấm", None)),
    hard("cột ghi chú thêm", each(put(*TABLE, "columns", 10, {"key": "note", "title": "Ghi chú", "width": "20"}), cells("8.4", note="Chờ Kho bạc đối chiếu")), added("cột", "Ghi chú", None), shown=("Chờ Kho bạc đối chiếu",)),
    hard("cột thời gian bỏ, một sản phẩm sửa", each(without(TABLE, "time"), cells("8.4", product="Báo cáo chuyên đề của Sở Tài chính")), removed("cột", "Thời gian", None), changed("tiêu chí", "Báo cáo của Sở", "chuyên đề", "product"), shown=("Bắt đầu từ quý IV",)),
    hard("thời gian và sản phẩm đổi chỗ cột", carry((*TABLE, "columns", 8), (*TABLE, "columns", 9)), moved("cột", "", "")),
)  # fmt: skip

HEAD = (
    hard("người ký và quyền hạn đổi", set_("signature", {"lines": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "name": "Võ Văn Mẫu"}), changed("chữ ký", "KT. CHỦ TỊCH", "CHỦ TỊCH", "signature.lines"), changed("chữ ký", "Lê Đức Tiên", "Võ Văn Mẫu", "signature.name")),
    hard("báo lên đầu nơi nhận", carry(("recipients", 7), ("recipients", 0)), moved("nơi nhận", "Báo Quảng Trị", "Báo Quảng Trị")),
    hard("một nơi nhận bỏ, một thêm", each(drop("recipients", 7), put("recipients", 7, "Văn phòng Đoàn đại biểu Quốc hội tỉnh")), removed("nơi nhận", "Báo Quảng Trị"), added("nơi nhận", "Đoàn đại biểu")),
    hard("một nơi nhận dài ra", set_("recipients", 7, "Báo và Phát thanh, Truyền hình Quảng Trị"), changed("nơi nhận", "Báo Quảng Trị", "Phát thanh")),
    hard("ba nơi nhận đảo và một sửa", each(carry(("recipients", 0), ("recipients", 2)), set_("recipients", 5, "UBND các xã, phường, đặc khu"), drop("recipients", 6)), moved("nơi nhận", "Tỉnh ủy", "Tỉnh ủy"), changed("nơi nhận", "UBND các", "đặc khu"), removed("nơi nhận", "UBND các")),
    hard("trích yếu sửa, số và ngày điền", each(words(("subject",), "duy trì và nâng cao", "giữ vững và nâng cao"), set_("number", "145"), set_("date", "05/6/2024")), changed("phần đầu", "duy trì", "giữ vững", "subject"), Found("filled", "phần đầu", "Số văn bản", "145", "number"), changed("phần đầu", "năm 2024", "05", "date")),
    hard("căn cứ thêm hai", set_("bases", ["Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015", "Căn cứ Kế hoạch cải cách hành chính nhà nước năm 2024"]), added("căn cứ", "Luật Tổ chức"), added("căn cứ", "Kế hoạch cải cách")),
    hard("phụ lục đổi tên, một điểm đổi", each(set_("appendices", 0, "title", ["BẢNG THEO DÕI KHẮC PHỤC"]), score("1.1", "1,5")), renamed("phụ lục", "TIÊU CHÍ THÀNH PHẦN BỊ TRỪ", "BẢNG THEO DÕI"), UP),
    hard("đoạn kết sửa, thêm một đoạn", each(words(("closing", 0), "hàng quý", "hàng tháng"), put("closing", 1, "Trong quá trình thực hiện, có vướng mắc thì phản ánh về Sở Nội vụ")), changed("đoạn văn", "hàng quý", "hàng tháng"), added("đoạn văn", "có vướng mắc")),
    hard("đoạn mở đầu thứ hai bỏ", drop("preamble", 1), removed("đoạn văn", "Nhằm tiếp tục phát huy")),
    hard("câu dài của mở đầu bỏ câu cuối", words(("preamble", 0), "tôn trọng người dân, tạo điều kiện cho Nhân dân tham gia xây dựng chính quyền; ", ""), changed("đoạn văn", "tôn trọng người dân", "nâng cao mức hài lòng")),
)  # fmt: skip

TEXTS = (
    hard("một năm trong câu sửa", words((*MANY, 2), "xã hội năm 2024", "xã hội năm 2025"), changed("đoạn văn", "xã hội năm 2024", "xã hội năm 2025")),
    hard("số nghị quyết và ngày trong câu sửa", words((*MANY, 3), "303/CK-BCĐCCHC ngày 13/3/2024", "118/CK-BCĐCCHC ngày 20/02/2025"), changed("đoạn văn", "303", "118")),
    hard("dấu chấm phẩy thành phẩy, chữ nghiêng thẳng lại", each(words(task(2, 0), "địa bàn tỉnh; kịp thời", "địa bàn tỉnh, kịp thời"), words(("sections", 1, "items", 1, "text"), "*tại Phụ lục của Kế hoạch này*", "tại Phụ lục của Kế hoạch này")), changed("nhiệm vụ", "địa bàn tỉnh; kịp thời", "địa bàn tỉnh, kịp thời"), changed("đoạn văn", "tại Phụ lục", "tại Phụ lục")),
    hard("chú thích thêm vào câu", words(task(4, 0), "100% theo kế hoạch", "100%^[Không tính vốn kéo dài.] theo kế hoạch"), changed("nhiệm vụ", "100%", "Không tính vốn kéo dài")),
    hard("thông tin nhập khoa học", set_(*BLOCKS, 5, "agency", "so-khoa-hoc-va-cong-nghe"), Found("merged", "cơ quan", "Sở Thông tin", "Sở Khoa học")),
    hard("kế hoạch nhập tài chính, một việc sửa", each(words(task(6, 1), "Theo dõi tiến độ", "Theo dõi sát tiến độ"), _join_agencies), Found("merged", "cơ quan", "Sở Kế hoạch", "Sở Tài chính"), changed("nhiệm vụ", "Theo dõi tiến độ", "Theo dõi sát tiến độ")),
    hard("một việc tách hai", each(set_(*task(1, 2), "Tăng cường công tác kiểm tra định kỳ, kiểm tra đột xuất về CCHC gắn với thanh tra, kiểm tra công vụ."), put(*task(1, 3), "Triển khai thẩm định chỉ số CCHC hàng năm tại các cơ quan, đơn vị, địa phương đảm bảo chất lượng, tiến độ.")), Found("divided", "nhiệm vụ", "kiểm tra đột xuất", "thẩm định chỉ số")),
    hard("một việc tách ba", each(set_(*task(7, 2), "Hướng dẫn các đơn vị thực hiện công khai thông tin đất đai ở các cấp."), put(*task(7, 3), "Hướng dẫn các đơn vị thực hiện công khai quy hoạch ở các cấp để người dân, doanh nghiệp biết và thực hiện theo đúng quy định.")), Found("divided", "nhiệm vụ", "công khai thông tin đất đai, quy hoạch", "công khai quy hoạch")),
    hard("hai việc kề nhau gộp một", each(set_(*task(12, 1), text_of(*task(12, 1)) + " " + text_of(*task(12, 2))), drop(*task(12, 2))), Found("joined", "nhiệm vụ", "Đẩy mạnh thực hiện", "Quán triệt đội ngũ")),
    hard("hai việc cách nhau gộp một", each(set_(*task(9, 0), text_of(*task(9, 0)).rstrip(".") + "; " + lower(text_of(*task(9, 2)))), drop(*task(9, 2))), Found("joined", "nhiệm vụ", "Chủ trì thực hiện", "tăng cường các giải pháp tham mưu")),
    hard("việc thành câu dẫn với tám điểm", _school_points, Found("divided", "nhiệm vụ", "không phải học ca ba", "học sinh không phải học ca ba")),
    hard("vế mới đứng đầu câu", set_(*task(2, 1), "Chủ trì, phối hợp với Văn phòng UBND tỉnh trước ngày 30 tháng 6 hằng năm " + lower(text_of(*task(2, 1)))), changed("nhiệm vụ", "Nâng cao chất lượng thẩm định", "trước ngày 30 tháng 6")),
    hard("vế đầu bỏ", set_(*task(9, 1), "Rà soát" + text_of(*task(9, 1)).split("rà soát", 1)[1]), changed("nhiệm vụ", "Phối hợp với UBND huyện", "Rà soát lại toàn bộ")),
    hard("việc sang cơ quan khác và sửa một chữ", each(carry(task(1, 5), task(3, 3)), words(task(3, 3), "hàng quý báo cáo", "hàng tháng báo cáo")), moved("nhiệm vụ", "hàng quý", "hàng tháng")),
    hard("hai việc hai cơ quan trao nhau", each(carry(task(8, 3), task(9, 0)), carry(task(9, 3), task(8, 3))), moved("nhiệm vụ", "Sở Y tế", "Sở Giáo dục"), moved("nhiệm vụ", "Sở Giáo dục", "Sở Y tế")),
    hard("việc cuối lên đầu và sửa", each(carry(task(1, 4), task(1, 0)), words(task(1, 0), "xã hội học năm", "xã hội học trong năm")), moved("nhiệm vụ", "xã hội học", "trong năm")),
    hard("một việc viết lại, một việc bỏ", each(set_(*task(10, 1), "Công bố đường dây nóng tiếp nhận tố giác cán bộ nhũng nhiễu; xử lý trong 48 giờ."), drop(*task(11, 1))), removed("nhiệm vụ", "Tăng cường thanh tra"), added("nhiệm vụ", "đường dây nóng"), removed("nhiệm vụ", "bỏ sổ hộ khẩu")),
    hard("công an lên đầu", carry((*BLOCKS, 10), (*BLOCKS, 0)), moved("cơ quan", "Công an", "Công an")),
    hard("khối cấp huyện đổi tên", set_(*BLOCKS, 15, "title", "Ủy ban nhân dân các xã, phường, đặc khu"), renamed("cơ quan", "UBND các huyện", "đặc khu")),
    hard("cơ quan mới với hai việc", put(*BLOCKS, 8, {"agency": "so-nong-nghiep-va-moi-truong", "tasks": ["Cấp mã số vùng trồng qua mạng cho mọi hợp tác xã", "Công khai giá dịch vụ thủy lợi"]}), added("cơ quan", "Sở Nông nghiệp"), added("nhiệm vụ", "mã số vùng trồng"), added("nhiệm vụ", "thủy lợi")),
    hard("thuế đổi tên ở mọi nơi", each(_name_of_tax, words(task(11, 2), "nhiệm vụ của Cục Thuế.", "nhiệm vụ của Thuế tỉnh."), row("8.4", lambda it: it.update(agencies=[it["agencies"][0].replace("Cục Thuế tỉnh", "Thuế tỉnh Quảng Trị"), it["agencies"][1]]))),
         renamed("cơ quan", "Cục Thuế", "Thuế tỉnh Quảng Trị"), changed("nhiệm vụ", "của Cục Thuế", "của Thuế tỉnh"), changed("tiêu chí", "Cục Thuế tỉnh", "Thuế tỉnh Quảng Trị", "agencies")),
)  # fmt: skip

HEADINGS = (
    hard("đề mục yêu cầu tan vào mục đích", _dissolve, removed("đề mục", "Yêu cầu")),
    hard("đề mục chung tách hai", _divide_heading, added("đề mục", "Chỉ tiêu phải đạt")),
    hard("hai đề mục gộp một có tên mới", _join_headings, removed("đề mục", "Mục đích"), renamed("đề mục", "Yêu cầu", "Mục đích và yêu cầu"), *(moved("đoạn văn", words_, words_) for words_ in ("Duy trì kết quả", "Tiếp tục thực hiện", "Nâng cao chất lượng"))),
    hard("phần I và phần II đổi chỗ", carry(("sections", 0), ("sections", 1)), moved("đề mục", "", "")),
    hard("phần III đổi tên, lên đầu, một việc bỏ", each(drop(*task(4, 1)), set_("sections", 2, "title", "TRÁCH NHIỆM CỦA CÁC CƠ QUAN"), carry(("sections", 2), ("sections", 0))), renamed("đề mục", "PHÂN CÔNG", "TRÁCH NHIỆM"), moved("đề mục", "", ""), removed("nhiệm vụ", "kiểm toán nhà nước")),
    hard("đề mục cụ thể bỏ cả lời", drop("sections", 1, "items", 1), removed("đề mục", "cụ thể"), removed("đoạn văn", "Căn cứ chức năng")),
    hard("đề mục mới bọc cả phần", at(("sections", 0), lambda it: it.update(items=[{"title": "Quan điểm chung", "items": it["items"]}])), added("đề mục", "Quan điểm chung")),
    hard("bảng phụ lục lên phần II, phụ lục bỏ", lambda plan: plan["sections"][1]["items"][1].update(table=plan["appendices"].pop()["table"]), removed("phụ lục", "TIÊU CHÍ THÀNH PHẦN"), moved("phụ lục", "", "")),
)  # fmt: skip

CASES = (*FIGURES, *ROWS, *COLUMNS, *HEAD, *TEXTS, *HEADINGS)
