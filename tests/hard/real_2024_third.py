# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Edits of the real 2024 plan again: fields, columns, agencies and texts moved, cut and joined at once.

Written whole before the comparison saw any of them: docs/comparison.md has the first run.
"""

from copy import deepcopy

from tests.hard.edits import carry, drop, each, hard, moved, put, renamed, set_
from tests.hard.islands import at, without
from tests.hard.real_2024 import (
    BLOCKS,
    MANY,
    OFFICES,
    TABLE,
    base,
    cells,
    edited,
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
from tests.known_edits import Found, added, changed, removed

__all__ = ["CASES", "OFFICES", "base", "edited"]

PURPOSES = ("sections", 0, "items")
WIDE = {"max": "1", "score": "0,5", "reason": "Mới áp dụng", "remedy": "Lập tổ kiểm tra liên ngành", "agencies": "Thanh tra tỉnh", "time": "Tháng 5", "product": "Kết luận kiểm tra"}  # fmt: skip


def renumbered(old, new):
    return Found("renumbered", "tiêu chí", old, new)


def _recoded(rows, old, new):
    """Codes that begin with `old` begin with `new`."""
    for it in rows:
        if it.get("code", "").split(".")[0] == old:
            it["code"] = new + it["code"][len(old) :]
        _recoded(it.get("rows", []), old, new)


def recoded(*pairs):
    def run(plan):
        rows = plan["appendices"][0]["table"]["rows"]
        for old, new in pairs:
            _recoded(rows, old, new)

    return run


def _new_field(plan):
    """A field comes in front of the last two; their codes move on; a score changed."""
    score("7.1.2", "0,75")(plan)
    recoded(("8", "9"), ("7", "8"))(plan)
    field = {"code": "7", "name": "Kiểm soát quyền lực trong hoạt động công vụ", "max": "1", "rows": [{"code": "7.1", "name": "Thanh tra đột xuất việc tiếp dân", **WIDE}]}  # fmt: skip
    plan["appendices"][0]["table"]["rows"].insert(6, field)


def _fields_change_places(plan):
    """Fields 2 and 3 exchange their places and take the codes of the place."""
    recoded(("2", "x"), ("3", "2"), ("x", "3"))(plan)
    rows = plan["appendices"][0]["table"]["rows"]
    rows[1], rows[2] = rows[2], rows[1]


def _by_place(plan):
    """The last row of field 1 comes first; the codes stay where they stood."""
    rows = rows_of("1")(plan)
    codes = [it["code"] for it in rows]
    rows.insert(0, rows.pop())
    for it, code in zip(rows, codes, strict=True):
        it["code"] = code


def _sorted(plan):
    block = rows_of("5")(plan)[0]
    block["rows"].sort(key=lambda it: it["score"], reverse=True)


def _rekeyed(data, old, new):
    if isinstance(data, dict):
        if old in data:
            data[new] = data.pop(old)
        if data.get("key") == old:
            data["key"] = new
    for each_ in (
        data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    ):
        _rekeyed(each_, old, new)


def rekeyed(old, new):
    return at(TABLE, lambda table: _rekeyed(table, old, new))


def _second_half(plan, title):
    table = plan["appendices"][0]["table"]
    rest = {"columns": deepcopy(table["columns"]), "rows": table["rows"][4:]}
    table["rows"] = table["rows"][:4]
    plan["appendices"].append({"title": [title], "table": rest})


def _three_into_one(plan):
    """A duty of each of three agencies goes into one of a fourth."""
    texts = [text_of(*task(*place)).rstrip(".") for place in ((10, 1), (9, 2), (6, 1))]
    for block, number in ((10, 1), (9, 2), (6, 1)):
        drop(*task(block, number))(plan)
    put(*task(3, 3), f"{texts[0]}; {lower(texts[1])}; {lower(texts[2])}.")(plan)


def _health_in_two(plan):
    """A duty's second sentence goes to the finance office."""
    first, second = text_of(*task(8, 1)).split(". ", 1)
    set_(*task(8, 1), first + ".")(plan)
    put(*task(4, 2), second)(plan)


def _health_and_schools(plan):
    blocks = plan["sections"][2]["assignments"]
    gone = blocks.pop(9)
    blocks[8] = {"title": "Sở Y tế, Sở Giáo dục và Đào tạo", "agencies": ["so-y-te", "so-giao-duc-va-dao-tao"], "tasks": [*blocks[8]["tasks"], *gone["tasks"]]}  # fmt: skip


def _no_papi(plan):
    """One index goes, with its sentence; another comes."""
    del plan["indices"]["papi"]
    plan["indices"]["pci"] = {
        "name": "PCI",
        "score": "63,26",
        "rank": "45",
        "of": "63",
        "previous_rank": "59",
    }
    text = plan["preamble"][0]
    start = text.index("; Chỉ số PAPI đạt")
    plan["preamble"][0] = text[:start] + text[text.index(". Đây là kết quả") :]


def _resolutions(plan):
    """The long sentence of resolutions: a lead-in with a point for each."""
    lead, rest = text_of(*MANY, 0).split(": Nghị quyết số 01-NQ/BCSD", 1)
    one, two, three, four = ("Nghị quyết số 01-NQ/BCSD" + rest).split("; ")
    plan["sections"][1]["items"][0]["items"][0] = {
        "text": lead + ":",
        "items": [one, two, three, four],
    }


def _impact_goes(plan):
    """Field 8 is no more: the survey becomes an appendix, the rest goes to field 6."""
    group = plan["appendices"][0]["table"]["rows"].pop()
    survey, budget, growth = group["rows"]
    plan["appendices"][0]["table"]["rows"][5]["rows"] += [budget, growth]
    columns = deepcopy(plan["appendices"][0]["table"]["columns"])
    plan["appendices"].append({"title": ["KẾT QUẢ ĐO LƯỜNG SỰ HÀI LÒNG"], "table": {"columns": columns, "rows": [survey]}})  # fmt: skip


def _leads(plan):
    """Who leads and who helps stand in two columns."""
    columns = plan["appendices"][0]["table"]["columns"]
    columns[7]["title"] = "Cơ quan chủ trì"
    columns.insert(8, {"key": "help", "title": "Cơ quan phối hợp", "width": "20"})
    cells("8.4", agencies="Sở Tài chính, Cục Thuế tỉnh", help="Sở Kế hoạch và Đầu tư")(plan)


def _everything(plan):
    """Ten edits at once, each of another kind."""
    score("3.4.2", "1,4031")(plan)
    cells("1.5", time="Tháng 11")(plan)
    lose("7.1.3")(plan)
    gain("2", 1, code="2.5", name="Tổ chức thi hành pháp luật", **WIDE)(plan)
    set_(*TABLE, "columns", 9, "title", "Kết quả phải có")(plan)
    set_("sections", 1, "title", "CÁC NHÓM GIẢI PHÁP")(plan)
    carry((*BLOCKS, 12), (*BLOCKS, 1))(plan)
    words((*MANY, 3), "ngày 13/3/2024", "ngày 15/3/2024")(plan)
    set_("recipients", 7, "Báo và Đài Quảng Trị")(plan)
    set_("signature", "name", "Trần Văn Mẫu")(plan)


def _merger(plan):
    """Planning goes into finance, a duty lost; its rows name the new office; two scores changed."""
    blocks = plan["sections"][2]["assignments"]
    gone = blocks.pop(6)
    blocks[4]["tasks"] += gone["tasks"][:2]
    cells("8.5", product="Báo cáo của Sở Tài chính.", score="1,5")(plan)
    score("6.1.1", "0,9")(plan)


CASES = (
    hard("lĩnh vực mới chen trước hai lĩnh vực cuối, mã sau tăng một, một điểm đổi", _new_field, added("tiêu chí", "7 Kiểm soát"), added("tiêu chí", "7.1 Thanh tra"), *(renumbered(old, new) for old, new in (("7 Xây dựng", "8 Xây dựng"), ("8 Tác động", "9 Tác động"), ("7.1.2", "8.1.2"), ("7.1.3", "8.1.3"), ("7.1.4", "8.1.4"), ("7.3.2", "8.3.2"), ("7.3.6", "8.3.6"), ("7.3.7", "8.3.7"), ("8.1 Kết quả", "9.1 Kết quả"), ("8.1.1", "9.1.1"), ("8.1.2", "9.1.2"), ("8.1.3", "9.1.3"), ("8.1.4", "9.1.4"), ("8.1.5", "9.1.5"), ("8.4", "9.4"), ("8.5", "9.5"))), rescored("7.1.2", "0,25", "0,25", now="8.1.2"), shown=("Kết luận kiểm tra", "0,75")),
    hard("lĩnh vực 2 và 3 đổi chỗ, mã theo chỗ", _fields_change_places, *(renumbered(old, new) for old, new in (("2 Cải cách thể chế", "3 Cải cách thể chế"), ("3 Cải cách thủ tục", "2 Cải cách thủ tục"), ("3.2.2", "2.2.2"), ("3.4.1", "2.4.1"), ("3.4.2", "2.4.2"), ("3.4.3", "2.4.3"), ("2.4.1", "3.4.1"), ("2.4.2", "3.4.2"), ("2.4.3", "3.4.3"), ("2.4.4", "3.4.4")))),
    hard("dòng cuối lên đầu, mã theo chỗ, một điểm đổi", each(score("1.5", "1,5"), _by_place), *(renumbered(old, new) for old, new in (("1.7", "1.1"), ("1.1", "1.3.2"), ("1.3.2", "1.5"), ("1.5", "1.7"))), rescored("1.5 Sáng kiến", "0,5", "0,5", now="1.7 Sáng kiến")),
    hard("lĩnh vực 5 xếp theo điểm, một điểm đổi", each(score("5.7.4", "0,7181"), _sorted), *(moved("tiêu chí", "", "") for _ in range(5)), rescored("5.7.4", "0,01", "0,01"), shown=("0,7081", "0,7181")),
    hard("nửa sau thành phụ lục hai, phụ lục một đổi tên, một điểm của nửa sau đổi", lambda plan: (score("5.2.3", "0,7531")(plan), set_("appendices", 0, "title", ["BIỂU THEO DÕI NĂM LĨNH VỰC ĐẦU"])(plan), _second_half(plan, "BIỂU THEO DÕI CÁC LĨNH VỰC CÒN LẠI")), renamed("phụ lục", "TIÊU CHÍ THÀNH PHẦN", "NĂM LĨNH VỰC ĐẦU"), added("phụ lục", "CÒN LẠI"), *(moved("tiêu chí", name, name) for name in ("5 Cải cách", "6 Cải cách", "7 Xây dựng", "8 Tác động")), Found("rescored", "tiêu chí", "5.2.3", "5.2.3"), shown=("0,8531", "0,7531")),
    hard("lĩnh vực 8 giải thể: hài lòng ra phụ lục, hai dòng sang lĩnh vực 6", _impact_goes, removed("tiêu chí", "8 Tác động"), moved("tiêu chí", "8.4", "8.4"), moved("tiêu chí", "8.5", "8.5"), added("phụ lục", "ĐO LƯỜNG SỰ HÀI LÒNG"), moved("tiêu chí", "8.1 Kết quả", "8.1 Kết quả")),
    hard("hai tiêu chí gộp một", each(lose("6.2.5"), cells("6.2.4", name="Thực hiện tiết kiệm, chống lãng phí trong quản lý, sử dụng kinh phí và tài sản công của cơ quan, đơn vị", max="2", score="1,5823")), removed("tiêu chí", "6.2.5"), renamed("tiêu chí", "6.2.4", "tài sản công"), rescored("6.2.4", "1", "0,7859", "-0,2141"), shown=("1,5823", "0,7964", "0,7859")),
    hard("một tiêu chí tách hai, điểm chia", each(cells("6.3.3", name="Thực hiện quy định về sử dụng các nguồn tài chính tại các đơn vị SNCL", max="0,5"), gain("6", 4, code="6.3.4", name="Phân phối kết quả tài chính tại các đơn vị SNCL", **{**WIDE, "max": "0,5", "score": "0,25"})), renamed("tiêu chí", "phân phối kết quả", "6.3.3"), rescored("6.3.3", "-0,5", "0,5"), added("tiêu chí", "6.3.4"), shown=("Lập tổ kiểm tra liên ngành",)),
    hard("dòng sang lĩnh vực khác, tên viết lại, ô giữ", take("8.4", "6", 4, code="6.4", name="So sánh số thu trên địa bàn với dự toán Trung ương giao"), moved("tiêu chí", "8.4", "6.4"), renamed("tiêu chí", "Thực hiện thu ngân sách", "So sánh số thu"), shown=("So sánh số thu",)),
    hard("dòng đổi mã và viết lại tên, ô giữ", cells("1.5", code="1.6", name="Số mô hình hay được công nhận"), renumbered("1.5 Sáng kiến", "1.6 Số mô hình"), renamed("tiêu chí", "1.5 Sáng kiến", "1.6 Số mô hình")),
    hard("một dòng chép sang lĩnh vực khác, điểm khác", lambda plan: rows_of("1")(plan).append({**deepcopy(rows_of("7")(plan)[3]), "code": "1.9", "score": "0,6234"}), added("tiêu chí", "1.9"), shown=("0,6234",)),
    hard("hai dòng trao lý do, một điểm đổi", each(swap("3.4.1", "3.4.3", "reason"), score("3.4.2", "1,4")), changed("tiêu chí", "101.835", "195.371", "reason"), changed("tiêu chí", "195.371", "101.835", "reason"), rescored("3.4.2", "-0,0631", "-0,0631")),
    hard("lý do và biện pháp của một dòng trao nhau", row("7.1.2", lambda it: it.update(reason=it["remedy"], remedy=it["reason"])), changed("tiêu chí", "Do Bộ TT&TT", "địa phương chưa có căn cứ", "reason"), changed("tiêu chí", "địa phương chưa có căn cứ", "Do Bộ TT&TT", "remedy")),
    hard("một ô điền, một ô bỏ trống", each(cells("6.3.3", time="Tháng 6"), cells("7.1.3", product=None)), Found("filled", "tiêu chí", "6.3.3", "Tháng 6", "time"), Found("unfilled", "tiêu chí", "Số lượng các ứng dụng", "7.1.3", "product")),
    hard("điểm bỏ trống, lý do sửa", cells("7.1.4", score=None, reason="Chờ Bộ công bố số liệu dịch vụ dữ liệu"), Found("unfilled", "tiêu chí", "7.1.4", "7.1.4"), changed("tiêu chí", "chỉ đạt 40%", "Chờ Bộ công bố", "reason")),
    hard("ba đoạn của sản phẩm đảo thứ tự", row("6.1.1", lambda it: it["product"].reverse()), changed("tiêu chí", "Văn bản tham mưu", "Văn bản tham mưu", "product")),
    hard("một tên chỉ đổi chữ hoa", cells("3.2.2", name="Công khai tthc và các quy định có liên quan"), renamed("tiêu chí", "TTHC", "tthc")),
    hard("ô chung của hai lĩnh vực đổi hạn khác nhau", each(in_rows("4", lambda rows: rows[0]["shared"].update(time="Quý I")), in_rows("5", lambda rows: rows[0]["shared"].update(time="Quý III"))), changed("tiêu chí", "Thường xuyên", "Quý I", "time"), changed("tiêu chí", "Thường xuyên", "Quý III", "time")),
    hard("ô chung của lĩnh vực 6 nhận thêm một dòng mới", in_rows("6", lambda rows: rows[2]["rows"].append({"code": "6.2.6", "name": "Hiệu quả xử lý nhà đất dôi dư", "max": "1", "score": "0,6", "reason": "Điều tra xã hội học"})), added("tiêu chí", "6.2.6"), shown=("0,6", "dôi dư")),
    hard("cột chủ trì và phối hợp tách từ cột cơ quan", _leads, renamed("cột", "Cơ quan, đơn vị", "Cơ quan chủ trì", None), added("cột", "Cơ quan phối hợp", None), changed("tiêu chí", "Cơ quan theo dõi", "Sở Tài chính, Cục Thuế", "agencies"), shown=("Sở Kế hoạch và Đầu tư",)),
    hard("cột thời gian lên trước lý do, đổi tên, hai hạn đổi", each(cells("8.4", time="Tháng 8"), cells("8.5", time="Tháng 9"), carry((*TABLE, "columns", 8), (*TABLE, "columns", 5)), set_(*TABLE, "columns", 5, "title", "Hạn hoàn thành")), moved("cột", "", ""), renamed("cột", "Thời gian", "Hạn hoàn thành", None), changed("tiêu chí", "Quý III-IV", "Tháng 8", "time"), changed("tiêu chí", "Quý III-IV", "Tháng 9", "time")),
    hard("cột sản phẩm đổi mã và tên, một ô đổi", each(cells("8.4", product="Tờ trình của Sở Tài chính"), rekeyed("product", "ket_qua"), set_(*TABLE, "columns", 9, "title", "Kết quả phải đạt")), renamed("cột", "Sản phẩm", "Kết quả phải đạt", None), changed("tiêu chí", "Báo cáo của Sở Tài chính", "Tờ trình", None)),
    hard("ba cột đổi mã, một cột đổi tên, một điểm và một ô đổi", each(score("1.7", "1,4"), cells("1.7", time="Hằng tháng"), rekeyed("reason", "ly_do"), rekeyed("remedy", "bien_phap"), rekeyed("time", "han"), set_(*TABLE, "columns", 6, "title", "Việc phải làm")), renamed("cột", "Biện pháp", "Việc phải làm", None), rescored("1.7", "-0,0626", "-0,0626"), changed("tiêu chí", "Thường xuyên", "Hằng tháng", None)),
    hard("biện pháp, cơ quan, thời gian xếp ngược", in_table(lambda table: table["columns"].__setitem__(slice(6, 9), table["columns"][6:9][::-1])), moved("cột", "", ""), moved("cột", "", "")),
    hard("cột lý do bỏ, cột kết quả năm trước thêm, một dòng bỏ", each(without(TABLE, "reason"), put(*TABLE, "columns", 4, {"key": "last", "title": "Điểm năm trước", "kind": "decimal", "width": "15"}), cells("1.1", last="1,4"), lose("7.1.2")), removed("cột", "Lý do", None), added("cột", "Điểm năm trước", None), removed("tiêu chí", "7.1.2")),
    hard("công thức điểm bị trừ đổi dấu", set_(*TABLE, "columns", 4, "compute", "max - score"), changed("cột", "“Điểm thẩm định” - “Điểm chuẩn”", "“Điểm chuẩn” - “Điểm thẩm định”", None)),
    hard("số lẻ của dòng tổng và nhãn dòng tổng", each(set_(*TABLE, "columns", 2, "decimals", "2"), set_(*TABLE, "total", "label", "Cộng toàn bảng:")), changed("cột", "0", "2", None), changed("cột", "Tổng cộng", "Cộng toàn bảng", None)),
    hard("bảng có thêm đơn vị tính", set_(*TABLE, "unit", "Đơn vị tính: điểm"), added("cột", "Đơn vị tính", "unit")),
    hard("phụ lục thêm ký hiệu riêng, dòng đầu của tên sửa", each(set_("appendices", 0, "label", "Biểu số 01"), set_("appendices", 0, "title", 0, "NHIỆM VỤ KHẮC PHỤC CÁC TIÊU CHÍ BỊ TRỪ ĐIỂM")), added("phụ lục", "Biểu số 01", "label"), renamed("phụ lục", "NHIỆM VỤ VÀ GIẢI PHÁP", "KHẮC PHỤC CÁC TIÊU CHÍ")),
    hard("tài nguyên nhập nông nghiệp, một việc bỏ, một việc sửa", each(words(task(7, 0), "tháng 12/", "tháng 11/"), drop(*task(7, 2)), set_(*BLOCKS, 7, "agency", "so-nong-nghiep-va-moi-truong")), Found("merged", "cơ quan", "Sở Tài nguyên", "Sở Nông nghiệp"), changed("nhiệm vụ", "tháng 12", "tháng 11"), removed("nhiệm vụ", "công khai thông tin đất đai")),
    hard("kế hoạch nhập tài chính, mất một việc, hai điểm và một sản phẩm đổi", _merger, Found("merged", "cơ quan", "Sở Kế hoạch", "Sở Tài chính"), removed("nhiệm vụ", "Thực hiện theo dõi"), changed("tiêu chí", "Sở Kế hoạch", "Sở Tài chính", "product"), rescored("8.5", "0,1389", "0,1389"), rescored("6.1.1", "0,0677", "0,0677")),
    hard("y tế và giáo dục chung một khối", _health_and_schools, renamed("cơ quan", "Sở Y tế", "Sở Y tế, Sở Giáo dục"), removed("cơ quan", "Sở Giáo dục"), *(moved("nhiệm vụ", "", "") for _ in range(3))),
    hard("nội vụ tách: ba việc sang cơ quan mới, một việc sửa", each(words(task(1, 3), "đo lường sự hài lòng", "đo lường độc lập sự hài lòng"), put(*BLOCKS, 2, {"agency": "trung-tam-phuc-vu-hanh-chinh-cong-tinh", "tasks": []}), *(carry(task(1, 2), task(2, number)) for number in range(3))), added("cơ quan", "Trung tâm Phục vụ"), *(moved("nhiệm vụ", "", "") for _ in range(3)), shown=("độc lập",)),
    hard("một việc hai câu: câu sau về tài chính", _health_in_two, Found("divided", "nhiệm vụ", "bảo hiểm y tế", "Nâng cấp cơ sở vật chất")),
    hard("ba việc của ba cơ quan thành một của văn phòng", _three_into_one, Found("joined", "nhiệm vụ", "cháy nổ", "cháy nổ")),
    hard("hai việc gộp một, một số đổi", each(set_(*task(6, 1), text_of(*task(6, 1)).rstrip(".").replace("100%", "95%") + "; " + lower(text_of(*task(6, 2)))), drop(*task(6, 2))), Found("joined", "nhiệm vụ", "giải ngân", "95%"), shown=("95",)),
    hard("chỉ một số trong câu đổi", words(task(12, 1), "24/7", "24/24"), changed("nhiệm vụ", "24/7", "24/24")),
    hard("chỉ một dấu thanh đổi", words(task(7, 1), "dứt điểm tình trạng", "dứt điểm tính trạng"), changed("nhiệm vụ", "tình trạng", "tính trạng")),
    hard("chỉ một chữ hoa đổi", words(task(9, 2), "trường Tiểu học", "trường tiểu học"), changed("nhiệm vụ", "trường Tiểu học", "trường tiểu học")),
    hard("chỉ một dấu phẩy đổi", words(task(8, 0), "quy trình khám, chữa bệnh;", "quy trình khám chữa bệnh;"), changed("nhiệm vụ", "khám, chữa bệnh;", "khám chữa bệnh;")),
    hard("hai chỗ của một câu đổi", each(words(task(0, 1), "niêm yết, công khai", "công khai, niêm yết"), words(task(0, 1), "trễ hạn đạt 100%", "trễ hạn đạt 95%")), changed("nhiệm vụ", "đạt 100%", "đạt 95%"), shown=("95",)),
    hard("câu sửa số rồi lên đầu khối", each(words(task(4, 1), "thanh tra, kiểm toán nhà nước", "thanh tra và Kiểm toán nhà nước khu vực II"), carry(task(4, 1), task(4, 0))), moved("nhiệm vụ", "kiểm toán", "khu vực II"), shown=("khu vực II",)),
    hard("câu chung sửa, hai bản chép sang hai cơ quan", each(words(task(0, 3), "100% các nội dung", "mọi nội dung"), put(*task(4, 2), text_of(*task(0, 3))), put(*task(6, 0), text_of(*task(0, 3)))), changed("nhiệm vụ", "100% các nội dung", "mọi nội dung"), added("nhiệm vụ", "Thực hiện nghiêm các kiến nghị"), added("nhiệm vụ", "Thực hiện nghiêm các kiến nghị")),
    hard("chú thích thêm vào hai câu", each(words(task(3, 1), "thanh toán trực tuyến", "thanh toán trực tuyến^[Qua Cổng dịch vụ công quốc gia.]"), words(task(5, 1), "đài truyền thanh cơ sở", "đài truyền thanh cơ sở^[125 đài.]")), changed("nhiệm vụ", "thanh toán trực tuyến", "Qua Cổng dịch vụ công"), changed("nhiệm vụ", "truyền thanh cơ sở", "125 đài")),
    hard("nơi nhận: một dấu phẩy, một bỏ, một lên đầu", each(set_("recipients", 4, "Các sở, ban, ngành, đoàn thể cấp tỉnh"), drop("recipients", 6), carry(("recipients", 3), ("recipients", 0))), changed("nơi nhận", "ngành đoàn thể", "ngành, đoàn thể"), removed("nơi nhận", "UBND các xã"), moved("nơi nhận", "Chủ tịch", "Chủ tịch")),
    hard("số, ngày, ký hiệu, người ký", each(set_("number", "57"), set_("date", "31/01/2024"), set_("symbol", "KH-UBND-NC"), set_("signature", "name", "Hoàng Thị Mẫu")), Found("filled", "phần đầu", "Số văn bản", "57", "number"), changed("phần đầu", "2024", "31", "date"), changed("phần đầu", "KH-UBND", "KH-UBND-NC", "symbol"), changed("chữ ký", "Lê Đức Tiên", "Hoàng Thị Mẫu", "signature.name")),
    hard("một chỉ số bỏ, một chỉ số mới, câu mở đầu theo", _no_papi, removed("chỉ số", "42,7705", "papi"), added("chỉ số", "63,26", "pci"), changed("đoạn văn", "Chỉ số PAPI", "Đây là kết quả")),
    hard("yêu cầu đổi tên, sang phần II, bỏ một câu", each(set_(*PURPOSES, 1, "title", "Quan điểm chỉ đạo"), drop(*PURPOSES, 1, "items", 2), carry((*PURPOSES, 1), ("sections", 1, "items", 0))), renamed("đề mục", "Yêu cầu", "Quan điểm"), moved("đề mục", "", ""), removed("đoạn văn", "Đổi mới tư duy")),
    hard("ba giải pháp thành việc của mọi cơ quan", each(*(carry((*MANY, 2), task(0, 4 + number)) for number in range(3))), *(moved("nhiệm vụ", "", "") for _ in range(3))),
    hard("câu nghị quyết thành câu dẫn với bốn điểm", _resolutions, Found("divided", "đoạn văn", "Tiếp tục đổi mới", "Nghị quyết số 02-NQ/BCSD")),
    hard("đoạn mục đích tách hai, câu sau sửa", each(set_(*PURPOSES, 0, "items", 0, text_of(*PURPOSES, 0, "items", 0).split(" Phấn đấu")[0]), put(*PURPOSES, 0, "items", 1, "Phấn đấu" + text_of(*PURPOSES, 0, "items", 0).split("Phấn đấu")[1].replace("tiếp tục được cải thiện", "cải thiện rõ rệt"))), Found("divided", "đoạn văn", "Phấn đấu năm", "cải thiện rõ rệt"), shown=("rõ rệt",)),
    hard("hai đoạn mở đầu gộp một", lambda plan: plan.update(preamble=[" ".join(plan["preamble"])]), Found("joined", "đoạn văn", "Nhằm tiếp tục", "Nhằm tiếp tục")),
    hard("câu kết lên phần giải pháp chung", lambda plan: plan["sections"][1]["items"][0]["items"].append(plan["closing"].pop()), moved("đoạn văn", "nghiêm túc tổ chức", "nghiêm túc tổ chức")),
    hard("chỉ hình thức đổi: gạch đầu dòng, bề rộng cột", each(at(("sections", 1, "items", 1), lambda it: it.update(items=[it.pop("text")])), set_(*TABLE, "columns", 1, "width", "36")), changed("đoạn văn", "không có số hay dấu", "-", "marker")),
    hard("lĩnh vực 7 lên đầu, đổi tên, một dòng sang lĩnh vực 3, một điểm đổi", each(score("7.3.2", "0,9"), take("7.3.7", "3", 4), cells("7", name="Chuyển đổi số trong cơ quan nhà nước"), take("7", None, 0)), moved("tiêu chí", "7 Xây dựng", "7 Chuyển đổi"), renamed("tiêu chí", "Chính phủ điện tử", "Chuyển đổi số"), moved("tiêu chí", "7.3.7", "7.3.7"), rescored("7.3.2", "0,0766", "0,0766")),
    hard("khối công an đổi tên in, lên đầu, một việc sửa, một việc bỏ", each(words(task(10, 0), "triển khai thực hiện nghiêm túc", "triển khai nghiêm túc"), drop(*task(10, 1)), set_(*BLOCKS, 10, "title", "Giám đốc Công an tỉnh"), carry((*BLOCKS, 10), (*BLOCKS, 0))), renamed("cơ quan", "Công an tỉnh", "Giám đốc Công an"), moved("cơ quan", "", ""), changed("nhiệm vụ", "triển khai thực hiện", "triển khai nghiêm túc"), removed("nhiệm vụ", "Tăng cường thanh tra")),
    hard("mười thay đổi khác loại một lúc", _everything, rescored("3.4.2", "-0,06", "-0,06"), changed("tiêu chí", "Quý IV", "Tháng 11", "time"), removed("tiêu chí", "7.1.3"), added("tiêu chí", "2.5"), renamed("cột", "Sản phẩm", "Kết quả phải có", None), renamed("đề mục", "NHIỆM VỤ, GIẢI PHÁP", "CÁC NHÓM GIẢI PHÁP"), moved("cơ quan", "Cục Hải quan", "Cục Hải quan"), changed("đoạn văn", "13/3", "15/3"), changed("nơi nhận", "Báo Quảng Trị", "Báo và Đài"), changed("chữ ký", "Lê Đức Tiên", "Trần Văn Mẫu", "signature.name"), shown=("1,4031", "Tháng 11", "Thanh tra tỉnh")),
    hard("cột đổi mã, phụ lục đổi tên, dòng bỏ, dòng sang lĩnh vực, điểm đổi", each(rekeyed("agencies", "don_vi"), set_("appendices", 0, "title", ["BẢNG PHÂN CÔNG KHẮC PHỤC"]), lose("3.4.3"), take("1.7", "4", 1), score("8.5", "1,2")), renamed("phụ lục", "TIÊU CHÍ THÀNH PHẦN", "BẢNG PHÂN CÔNG"), removed("tiêu chí", "3.4.3"), moved("tiêu chí", "1.7", "1.7"), rescored("8.5", "-0,1611", "-0,1611")),
    hard("bốn việc bốn khối sửa số, hai khối đổi chỗ, một khối bỏ", each(words(task(4, 0), "100%", "97%"), words(task(6, 1), "100%", "98%"), words(task(7, 0), "100%", "99%"), words(task(10, 0), "2022-2025", "2022-2026"), drop(*BLOCKS, 13), carry((*BLOCKS, 2), (*BLOCKS, 3))), changed("nhiệm vụ", "100%", "97%"), changed("nhiệm vụ", "100%", "98%"), changed("nhiệm vụ", "100%", "99%"), changed("nhiệm vụ", "2022-2025", "2022-2026"), removed("cơ quan", "Đài Phát thanh"), removed("nhiệm vụ", "chuyên mục"), removed("nhiệm vụ", "Đổi mới phương thức"), moved("cơ quan", "", "")),
    hard("phần I tan: mục đích sang phần II, yêu cầu thành căn cứ mở đầu", lambda plan: (plan["sections"][1]["items"].insert(0, plan["sections"][0]["items"].pop(0)), plan["preamble"].extend(plan["sections"].pop(0)["items"][0]["items"])), removed("đề mục", "MỤC ĐÍCH, YÊU CẦU"), removed("đề mục", "Yêu cầu"), moved("đề mục", "Mục đích", "Mục đích"), *(moved("đoạn văn", "", "") for _ in range(4))),
)  # fmt: skip
