# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Blind edits again, after the causes of `real_2024_fourth` and `made_up_third` were mended: of all plans, many at once.

Written whole before the comparison saw any of them: docs/comparison.md has the first run.
"""

from copy import deepcopy

from tests.hard import richer_2024
from tests.hard.edits import carry, column, drop, each, hard, moved, put, renamed, set_
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
from tests.hard.real_2024 import (
    BLOCKS,
    MANY,
    OFFICES,
    cell_words,
    cells,
    gain,
    lose,
    row,
    score,
    task,
    text_of,
    words,
)
from tests.hard.richer_2024 import ONE, QUARTERS, THREE, TWO, in_two, office, reports, score_two
from tests.hard.sums import rescored
from tests.known_edits import Found, added, changed, removed

base, edited = richer_2024.base, richer_2024.edited
__all__ = ["CASES", "LISTS", "OFFICES", "base", "edited"]


def upper(text):
    return text[0].upper() + text[1:]


def _cut_and_join(plan):
    """Two duties of the tax office are one, both shorter."""
    set_(
        *task(11, 0),
        "Thực hiện đúng các quy trình về TTHC đã được niêm yết công khai; thực hiện nghiêm việc bỏ sổ hộ khẩu, sổ tạm trú giấy khi giải quyết TTHC về thuế.",
    )(plan)
    drop(*task(11, 2))(plan)


def _cut_and_divide(plan):
    """A duty of health is two, both shorter."""
    set_(*task(8, 2), "Tăng cường tuyên truyền chính sách bảo hiểm y tế.")(plan)
    put(*task(8, 3), "Nâng cấp cơ sở vật chất, thiết bị, nguồn nhân lực ngành y tế.")(plan)


def _half_year(plan):
    """The quarters stand under two groups of half a year; a figure is another."""
    rows = plan["sections"][1]["items"][1]["table"]["rows"]
    rows[1]["docs"] = "20"
    rows[:] = [
        {"when": "Sáu tháng đầu", "rows": rows[:2]},
        {"when": "Sáu tháng cuối", "rows": rows[2:]},
    ]


def _districts_by_kind(plan):
    """The towns first under a group, the districts under another; their order stays; a rate is another."""
    rows = plan["appendices"][2]["table"]["rows"]
    rows[3]["rate"] = "98,6"
    rows[:] = [{"name": "Thành phố, thị xã", "rows": rows[:2]}, {"name": "Huyện", "rows": rows[2:]}]


def _second_from_first(plan):
    """Field 4 goes to the front of the second appendix, its title names it; a row of it goes to field 5."""
    plan["appendices"][1]["title"] = ["BẢNG THEO DÕI CÁC LĨNH VỰC TỪ 4 ĐẾN 8"]
    plan["appendices"][1]["table"]["rows"].insert(0, plan["appendices"][0]["table"]["rows"].pop(3))


def _two_thirds(plan):
    """Of three points one goes to the duties of the home office, the other two change places."""
    point = plan["sections"][0]["items"][1]["items"][4]
    one, two, three = point["items"]
    point["items"] = [three, one]
    put(*task(1, 0), two)(plan)


def _inspect_first(plan):
    """The inspectors' row goes from field 6 to field 1 of the first appendix, with a new score and deadline."""
    it = plan["appendices"][1]["table"]["rows"][1]["rows"].pop(1)
    it.update(code="1.8", score="0,99", time="Quý II")
    plan["appendices"][0]["table"]["rows"][0]["rows"].append(it)


CASES = (
    hard("hai việc của thuế gộp và rút", _cut_and_join, Found("joined", "nhiệm vụ", "sổ hộ khẩu", "sổ hộ khẩu")),
    hard("một việc của y tế tách và rút", _cut_and_divide, Found("divided", "nhiệm vụ", "bảo hiểm y tế", "Nâng cấp cơ sở vật chất")),
    hard("bốn quý vào hai nhóm, một số đổi", _half_year, added("tiêu chí", "Sáu tháng đầu"), added("tiêu chí", "Sáu tháng cuối"), rescored("Quý II", "2")),
    hard("huyện, thị vào hai nhóm, một tỷ lệ đổi", _districts_by_kind, added("tiêu chí", "Thành phố, thị xã"), added("tiêu chí", "Huyện"), rescored("Cam Lộ", "-0,5")),
    hard("lĩnh vực 4 sang phụ lục II, tên theo", _second_from_first, renamed("phụ lục", "TỪ 5 ĐẾN 8", "TỪ 4 ĐẾN 8"), moved("tiêu chí", "4 Cải cách", "4 Cải cách")),
    hard("ba điểm: một sang nội vụ, hai đảo", _two_thirds, moved("nhiệm vụ", "Nhập số liệu", "Nhập số liệu"), moved("đoạn văn", "", "")),
    hard("dòng thanh tra sang lĩnh vực 1 của phụ lục kia, điểm và hạn đổi", _inspect_first, moved("tiêu chí", "6.1.3", "1.8"), shown=("0,9807", "0,99", "II")),
    hard("câu chung: mười hai nơi đổi ngày, một nơi bỏ, hai nơi giữ", each(reports(richer_2024.REPORTING[:12], richer_2024.CALM), reports(richer_2024.REPORTING[12:13], None)), *(changed("nhiệm vụ", "ngày 05", "ngày 07") for _ in range(12)), removed("nhiệm vụ", "ngày 05")),
    hard("câu hằng ngày: hải quan đổi giờ, y tế bỏ, tài chính thêm", each(set_(*task(12, 1), richer_2024.DAILY.replace("16 giờ", "15 giờ")), drop(*task(8, 1)), put(*task(4, 0), richer_2024.DAILY)), changed("nhiệm vụ", "16 giờ", "15 giờ"), removed("nhiệm vụ", "Y tế"), added("nhiệm vụ", "Tài chính")),
    hard("bảng quý xuống dưới câu thêm, một số đổi", lambda plan: (set_(*QUARTERS, "rows", 3, "docs", "22")(plan), plan["sections"][1]["items"][1].update(items=["Tiến độ ban hành văn bản theo bảng sau.", {"table": plan["sections"][1]["items"][1].pop("table")}])), added("đoạn văn", "Tiến độ ban hành"), rescored("Quý IV", "1")),
    hard("chú thích đài sửa, chú thích lệ phí bỏ", each(words(task(5, 1), "125 đài.", "126 đài, trạm."), words(task(3, 1), "^[Không tính lệ phí chứng thực.]", "")), changed("nhiệm vụ", "125 đài", "126 đài"), changed("nhiệm vụ", "chứng thực", "thanh toán trực tuyến")),
    hard("số và đơn vị bảng huyện đổi, cột người theo dõi lên trước cột số", each(set_(*THREE, "unit", "Đơn vị tính: nghìn hồ sơ"), *(set_(*THREE, "rows", number, "count", value) for number, value in enumerate(("5,12", "1,34", "2,875", "1,99", "0,815"))), set_(*THREE, "columns", 2, "kind", "decimal"), carry((*THREE, "columns", 4), (*THREE, "columns", 2)), set_(*THREE, "total", "column", "order - who")), changed("cột", "hồ sơ", "nghìn hồ sơ", "unit"), moved("cột", "", ""), changed("cột", "Địa phương", "Người theo dõi", "total cell"), *(rescored(name) for name in ("Đông Hà", "Quảng Trị", "Hải Lăng", "Cam Lộ", "Đakrông")), shown=("5.120", "5,12")),
    hard("mười hai thay đổi một lúc", each(set_(*THREE, "rows", 0, "count", "5200"), put(*THREE, "rows", 5, office("Huyện Vĩnh Linh", "2110", "97", "Chánh Văn phòng")), score("2.4.3", "0,8189"), cell_words("1.3.2", "reason", "15 đơn vị", "16 đơn vị"), score_two("5.3.2", "0,9294"), in_two("8.4", lambda it: it.update(time="Quý II-III")), set_("appendices", 2, "title", ["HỒ SƠ TIẾP NHẬN TẠI CẤP HUYỆN NĂM {{ year - 1 }}"]), words((*MANY, 2), "100%", "98%"), drop(*task(9, 3)), carry(task(6, 1), task(4, 0)), set_(*BLOCKS, 15, "title", "UBND các huyện, thị xã, thành phố và đặc khu"), drop("recipients", 7)),
         rescored("Đông Hà", "80"), added("tiêu chí", "Vĩnh Linh"), rescored("2.4.3", "0,01", "0,01"), changed("tiêu chí", "15 đơn vị", "16 đơn vị", "reason"), rescored("5.3.2", "0,1", "0,1"), changed("tiêu chí", "Quý III-IV", "Quý II-III", "time"), renamed("phụ lục", "CẤP HUYỆN", "NĂM 2023"), changed("đoạn văn", "100%", "98%"), removed("nhiệm vụ", "cải thiện hơn nữa"), moved("nhiệm vụ", "Kế hoạch", "Tài chính"), renamed("cơ quan", "thành phố thị xã", "đặc khu"), removed("nơi nhận", "Báo Quảng Trị")),
    hard("khối cuối cùng và khối đầu trao chỗ, một việc sửa", each(words(task(15, 1), "hộ nghèo", "hộ nghèo, cận nghèo"), exchange(BLOCKS, 0, 15)), moved("cơ quan", "", ""), moved("cơ quan", "", ""), changed("nhiệm vụ", "hộ nghèo", "cận nghèo")),
    hard("khối mới cắt từ nội vụ, việc tách một nửa", lambda plan: (put(*BLOCKS, 2, {"agency": "ban-dan-toc", "tasks": [upper(text_of(*task(1, 3)).split("; ")[1])]})(plan), set_(*task(1, 3), text_of(*task(1, 3)).split("; ")[0] + ".")(plan)), added("cơ quan", "Ban Dân tộc"), Found("divided", "nhiệm vụ", "báo cáo kết quả", "Báo cáo kết quả")),
    hard("mục tiêu của mục đích thành điểm của câu dẫn sẵn có", carry(("sections", 0, "items", 0, "items", 2), ("sections", 0, "items", 1, "items", 4, "items", 0)), moved("đoạn văn", "Nâng cao chất lượng hiệu quả", "Nâng cao chất lượng hiệu quả")),
    hard("phụ lục I: tên ba lĩnh vực, mã hai lĩnh vực trao, một điểm", each(cells("1", name="Lãnh đạo, chỉ đạo"), cells("2", name="Xây dựng thể chế"), cells("3", name="Cải cách TTHC"), score("1.7", "1,4")), renamed("tiêu chí", "chỉ đạo, điều hành", "Lãnh đạo"), renamed("tiêu chí", "Cải cách thể chế", "Xây dựng thể chế"), renamed("tiêu chí", "thủ tục hành chính", "TTHC"), rescored("1.7", "-0,0626", "-0,0626")),
    hard("hai phụ lục I và II trao tên, một điểm đổi", each(score("1.1", "1,4"), lambda plan: plan["appendices"][0].update(title=plan["appendices"][1]["title"]) or plan["appendices"][1].update(title=base()["appendices"][0]["title"])), renamed("phụ lục", "NHIỆM VỤ", "BẢNG THEO DÕI"), renamed("phụ lục", "BẢNG THEO DÕI", "NHIỆM VỤ"), rescored("1.1", "-0,0741", "-0,0741")),
    hard("cột lý do nhập vào cột biện pháp ở một dòng, cột đổi tên", each(set_(*TWO, "columns", 6, "title", "Nguyên nhân và biện pháp"), in_two("8.5", lambda it: it.update(remedy=f"{it['reason']} {it['remedy']}", reason="Như biện pháp"))), renamed("cột", "Biện pháp khắc phục", "Nguyên nhân và biện pháp", None), changed("tiêu chí", "14/18", "Như biện pháp", "reason"), changed("tiêu chí", "8.5", "14/18", "remedy")),
    hard("năm việc đổi hạn hoặc số", each(words(task(7, 0), "tháng 12/", "tháng 11/"), words(task(1, 5), "hàng quý", "hàng tháng"), words(task(4, 0), "100%", "96%"), words(task(12, 2), "24/7", "24/24"), words(task(2, 0), "từ đầu năm", "từ quý II")), changed("nhiệm vụ", "tháng 12", "tháng 11"), changed("nhiệm vụ", "hàng quý", "hàng tháng"), changed("nhiệm vụ", "100%", "96%"), changed("nhiệm vụ", "24/7", "24/24"), changed("nhiệm vụ", "đầu năm", "quý II")),
    hard("lĩnh vực 2 bỏ hẳn, lĩnh vực 3 thành 2", each(lose("2"), cells("3", code="2")), *(removed("tiêu chí", code) for code in ("2 Cải cách thể chế", "2.4.1", "2.4.2", "2.4.3", "2.4.4")), renumbered("3 Cải cách thủ tục", "2 Cải cách thủ tục"), shown=("0,8064", "0,8832")),
    hard("3.2.2 thành hai dòng, điểm chia", each(cells("3.2.2", name="Công khai TTHC", max="1", score="0,7"), gain("3", 1, code="3.2.3", name="Công khai các quy định có liên quan", max="0,5", score="0,3", reason="Dẫn quy định hết hiệu lực", remedy="Rà soát", agencies="Sở Tư pháp", time="Quý II", product="Danh mục")), renamed("tiêu chí", "có liên quan", "Công khai TTHC"), rescored("3.2.2", "-0,5", "-0,3", "0,2"), added("tiêu chí", "3.2.3")),
    hard("ô chung lĩnh vực 4: hạn và cơ quan đổi, một điểm", each(row("4", lambda it: it["rows"][0]["shared"].update(time="Quý II", agencies="Sở Nội vụ")), score("4.1.6", "0,9")), changed("tiêu chí", "Thường xuyên", "Quý II", "time"), changed("tiêu chí", "UBND cấp huyện", "Sở Nội vụ", "agencies"), rescored("4.1.6", "0,0739", "0,0739")),
    hard("trích yếu, nơi nhận đảo, người ký, đoạn kết", each(words(("subject",), "Khắc phục tồn tại", "Khắc phục các tồn tại"), exchange(("recipients",), 0, 1), set_("signature", "name", "Hà Sỹ Thử"), words(("closing", 0), "nghiêm túc tổ chức", "tổ chức")), changed("phần đầu", "Khắc phục tồn", "các tồn", "subject"), moved("nơi nhận", "", ""), changed("chữ ký", "Lê Đức", "Hà Sỹ", "signature.name"), changed("đoạn văn", "nghiêm túc", "tổ chức")),
    hard("cột thời gian thành hạn, lên trước cơ quan, ba hạn đổi", each(set_(*ONE, "columns", 8, "title", "Thời hạn"), carry((*ONE, "columns", 8), (*ONE, "columns", 7)), *(cells(code, time="Quý I") for code in ("1.1", "1.7", "3.4.1"))), renamed("cột", "Thời gian", "Thời hạn", None), moved("cột", "", ""), *(changed("tiêu chí", "Thường xuyên", "Quý I", "time") for _ in range(3))),
    hard("sở nội vụ thành sở nội vụ và dân tộc trong văn bản", lambda plan: plan.update(agencies={**deepcopy(OFFICES), "so-noi-vu": {**OFFICES["so-noi-vu"], "name": "Sở Nội vụ và Dân tộc"}}), renamed("cơ quan", "Sở Nội vụ", "Sở Nội vụ và Dân tộc")),
    hard("hai dòng 7.3.6 và 7.3.7 trao lý do, một hạn", each(richer_2024.swap((*TWO, "rows", 2, "rows"), 4, 5, "reason"), in_two("7.3.2", lambda it: it.update(time="Tháng 10"))), changed("tiêu chí", "41.940", "83,84", "reason"), changed("tiêu chí", "83,84", "41.940", "reason"), changed("tiêu chí", "Quý IV", "Tháng 10", "time")),
    hard("việc của khối huyện thành câu dẫn và bốn điểm", set_(*task(15, 1), {"text": "Công khai trên Cổng thông tin điện tử:", "items": ["Quy hoạch, kế hoạch sử dụng đất;", "Giá bồi thường thu hồi đất;", "Danh sách hộ nghèo;", "Thu, chi ngân sách xã, phường, thị trấn."]}), removed("nhiệm vụ", "giá bồi thường"), *(added("nhiệm vụ", said) for said in ("Công khai trên Cổng", "Quy hoạch", "Giá bồi thường", "Danh sách", "Thu, chi")), shown=("cải thiện",)),
    hard("hai nhóm 8.1 và 8.4 đảo, một điểm trong 8.1 đổi", each(in_two("8.1.2", lambda it: it.update(score="1,2972")), exchange((*TWO, "rows", 3, "rows"), 0, 1)), moved("tiêu chí", "", ""), rescored("8.1.2", "0,1", "0,1")),
)  # fmt: skip


def named(year):
    return lambda *cases: Cases(year, *cases, name="all_plans")


def _stages(plan):
    """Four steps stand under a new heading, the last one with a figure changed; two texts are above it."""
    words((*LOOK, "items", 0), "10 cơ quan", "20 cơ quan")(plan)
    part = plan["sections"][1]["items"]
    part[1:] = [{"title": "Lưu trữ và kiểm tra", "items": part[1:]}]


def _one_table_more(plan):
    """The rows of seminars get a table of their own under the first one, the same columns without money."""
    one = plan["appendices"][0]
    table = {"columns": [column("name", "Lớp"), column("when", "Tháng")], "rows": [{"name": "Lớp nhật ký", "when": "Tháng 5"}, {"name": "Lớp bán hàng", "when": "Tháng 8"}]}  # fmt: skip
    one["items"] = [{"table": table}]


def _tables_exchanged(plan):
    one, two = plan["appendices"]
    one["table"], two["table"] = two["table"], one["table"]


def _money_by_source(plan):
    """The heads over the money columns: one more column under them, the sum takes it in."""
    table = plan["appendices"][0]["table"]
    table["columns"].insert(
        5, column("bank", "Vay ngân hàng", "decimal", above="Kinh phí", total="sum('bank')")
    )
    table["columns"][6]["compute"] = "province + farmers + bank"
    for it, value in zip(table["rows"], ("0", "75,5", "20"), strict=True):
        it["bank"] = value


def _heading_for_table(plan):
    """The table gets a heading of its own, and a sentence before it."""
    items = plan["sections"][0]["items"]
    it = items.pop()
    table = it["items"].pop(0)
    table["table"]["rows"][0]["count"] = "17"
    items += [it, {"title": "Bảng điểm", "items": ["Điểm do các cơ quan tự chấm.", table]}]


def _volume_words(plan):
    """The wide cell of a department is cut: how and note apart, its figure changed."""
    it = plan["appendices"][0]["items"][0]["items"][0]["table"]["rows"][0]["rows"][1]
    it["done"] = "60.000"
    it["how - note"] = "Còn 1.000 trang làm nốt trong năm {{ year }}"


def _fields_in_order(plan):
    """The fields of a file: the last first, one renamed, one of two more."""
    rows = plan["appendices"][2]["items"][2]["items"][1]["table"]["rows"]
    rows.insert(0, rows.pop())
    rows[1]["field"] = "Tiêu đề, mã hồ sơ"
    rows.append({"field": "Số trang", "must": "Có"})


LISTS = (
    named("2030")(
        hard("hai đề mục dưới đề mục mới, một số đổi", _stages, added("đề mục", "Lưu trữ và kiểm tra"), changed("đoạn văn", "10 cơ quan", "20 cơ quan")),
        hard("câu phân công xuống dưới hai đề mục", carry((*DRAFT, 4), (*LOOK, "items", 1)), moved("đoạn văn", "Bồi dưỡng", "Bồi dưỡng")),
        hard("đoạn mục đích thành điểm của yêu cầu, đề mục mục đích bỏ", lambda plan: plan["sections"][0]["items"][1]["items"].insert(0, plan["sections"][0]["items"].pop(0)["text"]), removed("đề mục", "Mục đích"), moved("đoạn văn", "Bảo đảm văn bản", "Bảo đảm văn bản")),
        hard("câu soạn thảo: hai điểm con gộp, một điểm ngoài tách", each(set_(*DRAFT, 0, "items", 1, "items", ["Tên cơ quan, số và ký hiệu, trích yếu nội dung; số liệu trong lời văn và trong bảng phải khớp nhau."]), set_(*DRAFT, 2, "Không phát hành văn bản giấy kèm theo khi đã phát hành văn bản điện tử."), put(*DRAFT, 3, "Trừ trường hợp pháp luật quy định khác.")), Found("joined", "đoạn văn", "Số liệu", "số liệu"), Found("divided", "đoạn văn", "trừ trường hợp", "Trừ trường hợp")),
        hard("in đậm hai chỗ, sửa một số", each(words((*DRAFT, 1), "95%", "**97%**"), words((*KEEP, 1, "items", 0), "Hồ sơ kết thúc", "**Hồ sơ kết thúc**")), changed("đoạn văn", "95%", "97%"), changed("đoạn văn", "30/6", "30/6")),
        hard("căn cứ: giữa bỏ, hai thêm cuối, đầu sửa", set_("bases", ["Căn cứ Luật Lưu trữ số 33/2024/QH15 ngày 21/6/2024", "Theo đề nghị của Giám đốc Sở Nội vụ", "Căn cứ Kế hoạch số 12/KH-UBND", "Căn cứ Chỉ thị số 03/CT-UBND"]), changed("căn cứ", "Luật Lưu trữ", "33/2024"), removed("căn cứ", "30/2020"), added("căn cứ", "12/KH"), added("căn cứ", "03/CT")),
        hard("nội vụ: hai việc đảo, một việc từ khối chung", each(exchange((*DUTIES, 0, "tasks"), 0, 1), carry((*DUTIES, 2, "tasks", 0), (*DUTIES, 0, "tasks", 2)), put(*DUTIES, 2, "tasks", 0, "Bố trí kho lưu trữ đủ điều kiện.")), moved("nhiệm vụ", "", ""), moved("nhiệm vụ", "31/01", "31/01"), added("nhiệm vụ", "kho lưu trữ")),
        hard("mọi năm dịch một năm, hai ngày đổi", each(set_("year", "2031"), words((*KEEP, 1, "items", 0), "30/6/", "30/9/"), words((*DUTIES, 0, "tasks", 1), "15/12/", "20/12/")), changed("phần đầu", "2030", "2031", "year"), changed("đoạn văn", "30/6", "30/9"), changed("nhiệm vụ", "15/12", "20/12")),
    ),
    named("2031")(
        hard("bảng lớp học dưới bảng kinh phí", _one_table_more, added("phụ lục", "Lớp", "table"), shown=("Lớp nhật ký", "Tháng 8")),
        hard("cột vay ngân hàng dưới tên chung", _money_by_source, added("cột", "Vay ngân hàng", None), changed("cột", "Ngân sách tỉnh", "Vay ngân hàng", None), shown=("75,5",)),
        hard("dòng 2 sang nhóm B, dòng 4 sang nhóm A, một hạn đổi", each(at((*WORK, "rows"), lambda rows: (rows[1]["rows"].append(rows[0]["rows"].pop()), rows[0]["rows"].append({**rows[1]["rows"][0]["shared"], **rows[1]["rows"][0]["rows"].pop()}))), set_(*WORK, "rows", 0, "rows", 0, "time", "Tháng 5")), moved("tiêu chí", "2 Lựa chọn", "2 Lựa chọn"), moved("tiêu chí", "4 Tổ chức", "4 Tổ chức"), changed("tiêu chí", "Tháng 6", "Tháng 5", "time")),
        hard("ba sản phẩm đổi, một chủ trì bỏ trống", each(set_(*WORK, "rows", 0, "rows", 0, "product", "Báo cáo, bản đồ"), set_(*WORK, "rows", 0, "rows", 1, "product", ["Danh mục phần mềm", "Danh mục thiết bị", "Biên bản thử nghiệm"]), at((*WORK, "rows", 1, "rows", 1), lambda it: it.pop("lead")), set_(*WORK, "rows", 1, "rows", 1, "product", "Báo cáo năm")), changed("tiêu chí", "Báo cáo khảo sát", "bản đồ", "product"), changed("tiêu chí", "Danh mục thiết bị", "Biên bản", "product"), Found("unfilled", "tiêu chí", "Sở Nông nghiệp", "5", "lead"), changed("tiêu chí", "Báo cáo tổng kết", "Báo cáo năm", "product")),
        hard("hai phụ lục trao bảng, tên ở lại", _tables_exchanged, moved("phụ lục", "", ""), moved("phụ lục", "", "")),
        hard("dòng tổng đổi nhãn, một cột bỏ cộng, dòng 1 có số mới", each(set_(*MONEY, "total", "label", "Tổng:"), at((*MONEY, "columns", 2), lambda it: it.pop("total")), set_(*MONEY, "rows", 0, "people", "610")), changed("cột", "Tổng cộng", "Tổng", None), changed("cột", "Số nông dân", "Số nông dân", None), rescored("1 Phần mềm", "10")),
        hard("mục tiêu thứ hai: hai số đổi, câu thành điểm", set_("sections", 0, "items", 1, {"text": "Về tập huấn:", "items": ["Tập huấn cho 1.300 nông dân;", "Ít nhất 82% người học sử dụng được phần mềm."]}), Found("divided", "đoạn văn", "79,46%", "82%"), shown=("1.250", "1.300")),
    ),
    named("2032")(
        hard("bảng có đề mục riêng và câu dẫn, một số đổi", _heading_for_table, added("đề mục", "Bảng điểm"), added("đoạn văn", "tự chấm"), moved("đoạn văn", "căn cứ để chọn", "căn cứ để chọn"), rescored("Sở, ban", "-1")),
        hard("câu sau bảng lên trước bảng, có sửa", each(set_(*SELF, "items", 1, "plain", "Điểm của các nhóm là một căn cứ để chọn cơ quan được kiểm tra trước."), exchange((*SELF, "items"), 0, 1)), moved("đoạn văn", "là căn cứ", "là một căn cứ")),
        hard("hai cột điểm đổi tên, một cột thêm cuối, một số", each(set_(*MARKS, "columns", 2, "title", "Điểm chuẩn"), set_(*MARKS, "columns", 3, "title", "Điểm trung bình"), put(*MARKS, "columns", 5, column("rank", "Xếp loại")), set_(*MARKS, "rows", 0, "rank", "Khá"), set_(*MARKS, "rows", 1, "rank", "Trung bình"), set_(*MARKS, "rows", 1, "score", "70,05")), renamed("cột", "Điểm tối đa", "Điểm chuẩn", None), renamed("cột", "Điểm bình quân", "Điểm trung bình", None), added("cột", "Xếp loại", None), rescored("Xã, phường", "-1", "-1")),
        hard("đoàn kiểm tra: một câu thành hai phần ở hai mục", each(set_("sections", 1, "items", 0, "Đoàn kiểm tra do Giám đốc Sở quyết định thành lập, gồm đại diện Công an tỉnh."), carry(("sections", 1, "items", 1), ("sections", 0, "items", 0))), changed("đoạn văn", "Đoàn kiểm tra", "Công an tỉnh"), moved("đoạn văn", "Kinh phí", "Kinh phí")),
    ),
    named("2033")(
        hard("điện lên trước tên nhóm: điểm sang mục mục tiêu chung", carry((*AIMS, 0, "items", 0), ("sections", 0, "items", 1)), moved("đề mục", "Điện", "Điện")),
        hard("hai đợt tuyên truyền thành bảng", at(JOBS, lambda its: its.__setitem__(3, {"text": "Tổ chức tuyên truyền theo ba đợt.", "table": {"columns": [column("round", "Đợt"), column("when", "Thời gian")], "rows": [{"round": "Đợt một", "when": "Tháng 3"}, {"round": "Đợt hai và ba", "when": "Quý IV"}]}})), removed("đoạn văn", "Đợt một vào"), removed("đoạn văn", "Đợt hai và đợt ba"), added("đề mục", "Đợt", "table")),
        hard("tái chế thành đề mục con", at((*AIMS, 1, "items", 0, "items"), lambda its: its.__setitem__(0, {"title": "Tái chế", "text": "Thu gom giấy đã dùng để tái chế."})), added("đề mục", "Tái chế"), changed("đoạn văn", "thu gom giấy", "Thu gom giấy")),
        hard("phần tổ chức: nông nghiệp xuống cuối, hai việc đảo, một sửa", each(exchange((*WHO, 1, "tasks"), 0, 1), words((*WHO, 1, "tasks", 0), "Hướng dẫn", "Hướng dẫn, kiểm tra"), carry((*WHO, 1), (*WHO, 4))), moved("cơ quan", "Nông nghiệp", "Nông nghiệp"), moved("nhiệm vụ", "", "")),
        hard("trách nhiệm chung lên phần mục tiêu, đổi tên, thêm câu", each(set_(*WHO, 0, "title", "Trách nhiệm người đứng đầu"), at((*WHO, 0), lambda it: it.update(items=["Báo cáo Chủ tịch UBND tỉnh mỗi quý."])), carry((*WHO, 0), ("sections", 0, "items", 2))), moved("đề mục", "", ""), renamed("đề mục", "Trách nhiệm chung", "người đứng đầu"), added("đoạn văn", "mỗi quý")),
        hard("khẩu hiệu bỏ, tuyên truyền lên đầu", each(drop(*JOBS, 4), carry((*JOBS, 3), (*JOBS, 0))), removed("đoạn văn", "Trụ sở xanh"), moved("đoạn văn", "ba đợt", "ba đợt")),
    ),
    named("2034")(
        hard("sở khoa học: ô rộng đổi lời, số đổi", _volume_words, rescored("3 Sở Khoa học", "-1000", "1000"), changed("tiêu chí", "Đã số hóa xong", "làm nốt", None)),
        hard("trường thông tin: đảo, đổi tên, thêm", _fields_in_order, moved("tiêu chí", "Ghi chú", "Ghi chú"), renamed("tiêu chí", "Tiêu đề hồ sơ", "Tiêu đề, mã hồ sơ"), added("tiêu chí", "Số trang")),
        hard("quy trình: câu mở đầu xuống cuối, một điểm thêm", each(carry((*STEPS, 0), (*STEPS, 2)), put(*STEPS, 0, "items", 0, "Bố trí phòng quét riêng.")), moved("đoạn văn", "Quy trình này", "Quy trình này"), added("đoạn văn", "phòng quét riêng")),
        hard("nhân công: một dòng tách hai, giá chia", each(at((*BUDGET, "rows", 1, "rows"), lambda rows: (rows[1].update(name="Quét", price="2,5"), rows.append({"name": "Nhập thông tin mô tả", "count": "150", "price": "2,28"})))), renamed("tiêu chí", "Quét và nhập", "Nhập thông tin"), rescored("Quét và nhập", "-2,5", "-375", now="Nhập thông tin"), added("tiêu chí", "Quét")),
        hard("biểu 01: bảng sở và bảng xã cùng đổi số, đề mục xã lên trước", each(set_(*VOLUME, "rows", 0, "rows", 0, "rows", 1, "done", "121.000"), set_(*SHARES, "rows", 1, "new", "55"), exchange(("appendices", 0, "items"), 0, 1)), moved("đề mục", "", ""), rescored("2 Sở Tài chính", "500", "-500"), rescored("Xã ở miền núi", "5", "5")),
        hard("bảng nguồn vốn: thêm cột, thêm dòng, câu trước bảng sửa", each(words(("sections", 0, "items", 1), "như sau:", "theo bảng sau:"), put(*FUNDS, "columns", 3, column("when", "Thời điểm cấp")), put(*FUNDS, "rows", 2, {"name": "Nguồn khác", "money": "20", "when": "Quý III"}), set_(*FUNDS, "rows", 0, "when", "Quý I")), changed("đoạn văn", "như sau", "bảng sau"), added("cột", "Thời điểm cấp", None), added("tiêu chí", "Nguồn khác"), shown=("Quý III",)),
        hard("bốn phụ lục: ký hiệu, tên, thứ tự, một bỏ", each(set_("appendices", 2, "label", "Phụ lục số 04"), set_("appendices", 0, "title", "KHỐI LƯỢNG SỐ HÓA NĂM {{ year }}"), exchange(("appendices",), 0, 1), drop("appendices", 3)), changed("phụ lục", "số 03", "số 04", "label"), renamed("phụ lục", "KHỐI LƯỢNG TÀI LIỆU", "KHỐI LƯỢNG SỐ HÓA"), moved("phụ lục", "", ""), removed("phụ lục", "BÁO CÁO KẾT QUẢ"), *(removed("đề mục", title) for title in ("KẾT QUẢ SỐ HÓA", "KHÓ KHĂN")), *(removed("đoạn văn", "Mẫu số 04") for _ in range(4))),
    ),
)  # fmt: skip
