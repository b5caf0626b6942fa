# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""More hard edits of the five plans of `tests/plans`, after the causes of `made_up` were mended.

Written whole before the comparison saw any of them: docs/comparison.md has the first run.
"""

from copy import deepcopy

from tests.hard.edits import carry, column, drop, each, hard, moved, put, rekey, renamed, set_
from tests.hard.islands import at, without
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
from tests.hard.real_2024 import everywhere, words
from tests.hard.sums import rescored, swap
from tests.known_edits import Found, added, changed, removed


def cases(year, *its):
    return Cases(year, *its, name="made_up_again")


def _flat_draft(plan):
    """The points of the first heading come under the part itself, the heading goes."""
    part = plan["sections"][1]["items"]
    gone = part.pop(0)
    part[:0] = gone["items"]


def _draft_in_two(plan):
    """The last three points get a heading of their own."""
    part = plan["sections"][1]["items"]
    part.insert(
        1, {"title": "Phát hành và công khai", "marker": "letter", "items": part[0]["items"][3:]}
    )
    part[0]["items"] = part[0]["items"][:3]


TEXTS = cases(
    "2030",
    hard("đề mục soạn thảo tan vào phần", _flat_draft, removed("đề mục", "Soạn thảo")),
    hard("đề mục soạn thảo tách hai", _draft_in_two, added("đề mục", "Phát hành và công khai")),
    hard("hai đoạn của một điểm gộp một", set_(*DRAFT, 3, "text", "Phân công người chịu trách nhiệm rà soát thể thức ở từng phòng, đơn vị; người rà soát ghi rõ ý kiến trên hệ thống, không trao đổi miệng."), Found("joined", "đoạn văn", "không trao đổi miệng", "không trao đổi miệng")),
    hard("một yêu cầu thành ba yêu cầu", set_("sections", 0, "items", 1, "items", ["Xác định rõ nhiệm vụ của từng cơ quan, đơn vị.", "Xác định rõ thời gian hoàn thành của từng cơ quan, đơn vị.", "Xác định rõ trách nhiệm của từng cơ quan, đơn vị.", "Gắn công tác văn thư, lưu trữ với cải cách hành chính và chuyển đổi số.", "Sử dụng tiết kiệm, hiệu quả nguồn lực hiện có."]), Found("divided", "đoạn văn", "thời gian hoàn thành", "thời gian hoàn thành")),
    hard("nội vụ và tài chính trao việc", at(DUTIES, lambda its: (its[0]["tasks"].append(its[1]["text"]), its[1].update(text=its[0]["tasks"].pop(1)))), moved("nhiệm vụ", "Tổng hợp kết quả", "Tổng hợp kết quả"), moved("nhiệm vụ", "bố trí kinh phí", "bố trí kinh phí")),
    hard("khối chung thêm hai cơ quan", set_(*DUTIES, 2, "agencies", ["cac-so", "ubnd-cap-xa", "van-phong-ubnd-tinh"]), changed("cơ quan", "UBND các xã", "Văn phòng", "agencies")),
    hard("câu phân công chép cho nội vụ, sửa ngày ở khối chung", each(put(*DUTIES, 0, "tasks", 0, "Ban hành kế hoạch của cơ quan, đơn vị, địa phương trước ngày 31/01/{{ year }}."), words((*DUTIES, 2, "tasks", 0), "31/01", "28/02")), added("nhiệm vụ", "31/01"), changed("nhiệm vụ", "31/01", "28/02")),
    hard("chỉ chữ nghiêng, chữ đậm đổi chỗ", set_(*DRAFT, 5, "*Công khai kết quả kiểm tra* (mỗi quý một lần) và nêu tên đơn vị làm tốt."), changed("đoạn văn", "Công khai", "Công khai")),
    hard("căn cứ xếp ngược, nghị định bỏ", each(drop("bases", 1), exchange(("bases",), 0, 1)), removed("căn cứ", "Nghị định"), moved("căn cứ", "", "")),
    hard("phần mục đích bỏ, yêu cầu lên thành phần", lambda plan: plan["sections"].__setitem__(0, {"title": "YÊU CẦU", "marker": "letter", "items": plan["sections"][0]["items"][1]["items"]}), removed("đề mục", "I. MỤC ĐÍCH, YÊU CẦU MỤC ĐÍCH"), removed("đề mục", "1. Mục đích"), removed("đoạn văn", "Bảo đảm văn bản"), renamed("đề mục", "Yêu cầu", "YÊU CẦU")),
    hard("mười thay đổi một lúc", each(set_("number", "21"), set_("date", "10/01/2030"), words(("preamble", 0), "nâng cao chất lượng", "nâng cao một bước chất lượng"), words(("sections", 0, "items", 1, "items", 2), "Sử dụng tiết kiệm", "Sử dụng đúng mục đích, tiết kiệm"), drop(*DRAFT, 2), words((*KEEP, 1, "items", 0), "30/6", "31/5"), words((*LOOK, "items", 0), "10 cơ quan", "15 cơ quan"), put(*DUTIES, 2, {"agency": "so-khoa-hoc-va-cong-nghe", "tasks": ["Bảo đảm an toàn cho hệ thống quản lý văn bản."]}), drop("recipients", 0), words(("closing", 0), "xem xét, quyết định", "chỉ đạo")), Found("filled", "phần đầu", "Số văn bản", "21", "number"), Found("filled", "phần đầu", "Ngày ban hành", "10", "date"), changed("đoạn văn", "nâng cao chất lượng", "một bước"), changed("đoạn văn", "Sử dụng tiết kiệm", "đúng mục đích"), removed("đoạn văn", "Không phát hành"), changed("đoạn văn", "30/6", "31/5"), changed("đoạn văn", "10 cơ quan", "15 cơ quan"), added("cơ quan", "Khoa học"), added("nhiệm vụ", "an toàn cho hệ thống"), removed("nơi nhận", "Tỉnh ủy"), changed("đoạn văn", "xem xét", "chỉ đạo")),
)  # fmt: skip


def _one_table(plan):
    """The rows of the tasks stand in one list, the rows across are gone; one deadline changed."""
    rows = plan["appendices"][1]["table"]["rows"]
    plan["appendices"][1]["table"]["rows"] = [it for group in rows for it in group["rows"]]
    plan["appendices"][1]["table"]["rows"][1]["time"] = "Tháng 9"


def _three_groups(plan):
    """A third row across takes the last task; its time changed."""
    rows = plan["appendices"][1]["table"]["rows"]
    it = rows[1]["rows"].pop()
    it["time"] = "Tháng 11"
    rows.append({"across": "C. Nhóm nhiệm vụ kết thúc", "rows": [it]})


def _split_appendix(plan):
    """The second appendix is two: a group of tasks each."""
    one = plan["appendices"][1]
    groups = one["table"]["rows"]
    one["table"]["rows"] = groups[:1]
    one["title"] = ["NHIỆM VỤ CHUẨN BỊ"]
    plan["appendices"].append(
        {
            "title": ["NHIỆM VỤ THỰC HIỆN"],
            "orientation": "portrait",
            "table": {"columns": deepcopy(one["table"]["columns"]), "rows": groups[1:]},
        }
    )


def _swap_all(plan):
    """Titles and tables of the two appendices change places; a figure each changed."""
    plan["appendices"].reverse()
    plan["appendices"][1]["table"]["rows"][2]["people"] = "260"
    plan["appendices"][0]["table"]["rows"][0]["rows"][0]["time"] = "Tháng 5"


TABLES = cases(
    "2031",
    hard("hai dòng viết suốt bỏ, một hạn đổi", _one_table, removed("tiêu chí", "A. Nhóm"), removed("tiêu chí", "B. Nhóm"), changed("tiêu chí", "Tháng 7", "Tháng 9", "time")),
    hard("nhóm C nhận dòng cuối, hạn đổi", _three_groups, added("tiêu chí", "C. Nhóm"), moved("tiêu chí", "Kiểm tra, đánh giá", "Kiểm tra, đánh giá"), changed("tiêu chí", "Tháng 12", "Tháng 11", "time")),
    hard("phụ lục II tách hai, tên đều mới", _split_appendix, renamed("phụ lục", "PHÂN CÔNG", "NHIỆM VỤ CHUẨN BỊ"), added("phụ lục", "NHIỆM VỤ THỰC HIỆN"), moved("tiêu chí", "B. Nhóm", "B. Nhóm")),
    hard("hai phụ lục đổi chỗ, mỗi bảng một ô đổi", _swap_all, moved("phụ lục", "", ""), rescored("3 Tập huấn", "10"), changed("tiêu chí", "Tháng 6", "Tháng 5", "time")),
    hard("bảng kinh phí: cột nông dân bỏ, công thức theo", each(without(MONEY, "farmers"), at((*MONEY, "columns"), lambda its: its[-1].update(compute="province"))), removed("cột", "Nông dân đóng góp", None), changed("cột", "+ “Nông dân đóng góp”", "“Ngân sách tỉnh”", None), shown=("312,25", "510")),
    hard("cột ngân sách tách trung ương và tỉnh", each(set_(*MONEY, "columns", 3, "title", "Ngân sách tỉnh cấp"), put(*MONEY, "columns", 4, column("state", "Ngân sách trung ương", "decimal", above="Kinh phí")), at((*MONEY, "rows"), lambda its: [it.update(state="50") for it in its]), set_(*MONEY, "columns", 6, "compute", "province + state + farmers")), renamed("cột", "Ngân sách tỉnh", "Ngân sách tỉnh cấp", None), added("cột", "Ngân sách trung ương", None), changed("cột", "+ “Nông dân đóng góp”", "+ “Ngân sách trung ương” +", None)),
    hard("một dòng kinh phí tách hai, số chia", each(set_(*MONEY, "rows", 1, {"code": "2", "name": "Cảm biến độ ẩm đất", "people": "250", "province": "1.240,75", "farmers": "300"}), set_(*MONEY, "rows", 2, "code", "4"), put(*MONEY, "rows", 2, {"code": "3", "name": "Trạm đo mưa", "people": "150", "province": "800", "farmers": "210"})), renamed("tiêu chí", "trạm đo mưa", "Cảm biến độ ẩm đất"), rescored("2 Cảm biến", "-150", "-800", "-210", "-1010"), added("tiêu chí", "3 Trạm đo mưa"), renumbered("3 Tập huấn", "4 Tập huấn"), shown=("2.040,75", "1.240,75")),
    hard("hai dòng kinh phí gộp một", each(set_(*MONEY, "rows", 0, {"code": "1", "name": "Phần mềm nhật ký đồng ruộng; tập huấn bán hàng trực tuyến", "people": "850", "province": "1430,5", "farmers": "312,25"}), drop(*MONEY, "rows", 2)), renamed("tiêu chí", "Phần mềm", "tập huấn bán hàng"), rescored("1 Phần mềm", "250", "180", "180"), removed("tiêu chí", "3 Tập huấn")),
    hard("số người và kinh phí hai dòng trao nhau", swap((*MONEY, "rows"), 0, 1, "people", "province", "farmers"), rescored("1 Phần mềm", "-200", "790,25", "197,75", "988"), rescored("2 Cảm biến", "200", "-790,25", "-197,75", "-988")),
    hard("ô chung thêm sản phẩm, hai ô riêng bỏ", at((*WORK, "rows", 1, "rows", 0), lambda it: (it["shared"].update(product="Báo cáo của xã"), [row.pop("product") for row in it["rows"]])), Found("regrouped", "tiêu chí", "3", "3", "product"), changed("tiêu chí", "Danh sách", "Báo cáo của xã", "product"), changed("tiêu chí", "Báo cáo kết quả", "Báo cáo của xã", "product")),
    hard("ô chung bỏ cơ quan, từng dòng ghi khác nhau", at((*WORK, "rows", 1, "rows", 0), lambda it: (it["shared"].pop("lead"), it["rows"][0].update(lead="UBND các xã, phường"), it["rows"][1].update(lead="Sở Nông nghiệp và Môi trường"))), Found("regrouped", "tiêu chí", "3", "3", "lead"), changed("tiêu chí", "UBND các xã", "Sở Nông nghiệp", "lead")),
    hard("dòng 3 và 4 đổi chỗ, mã theo chỗ, một sản phẩm đổi", at((*WORK, "rows", 1, "rows", 0, "rows"), lambda its: (its.reverse(), its[0].update(code="3", product="Sổ điểm danh"), its[1].update(code="4"))), renumbered("4 Tổ chức", "3 Tổ chức"), renumbered("3 Lập danh sách", "4 Lập danh sách"), changed("tiêu chí", "Báo cáo kết quả", "Sổ điểm danh", "product")),
    hard("cơ quan khoa học nhận việc của nông nghiệp, khối kia bỏ", lambda plan: plan["sections"][1]["assignments"][1]["tasks"].append(plan["sections"][1]["assignments"].pop(0)["tasks"][0]), removed("cơ quan", "Nông nghiệp"), moved("nhiệm vụ", "Chủ trì, theo dõi", "Chủ trì, theo dõi")),
    hard("câu mở đầu tách hai đoạn", lambda plan: plan.update(preamble=plan["preamble"][0].replace(" UBND tỉnh Sông Xanh ban hành", "\nUBND tỉnh Sông Xanh ban hành").split("\n")), Found("divided", "đoạn văn", "ban hành Kế hoạch", "ban hành Kế hoạch")),
    hard("tỷ lệ và số người trong câu cùng đổi, chỉ số đổi tên", each(words(("sections", 0, "items", 1), "1.250 nông dân; ít nhất 79,46%", "1.400 nông dân; ít nhất 85%"), set_("indices", "digital", "name", "Chỉ số Chuyển đổi số nông nghiệp")), changed("đoạn văn", "79,46%", "85%"), renamed("chỉ số", "61,5", "61,5", "digital"), shown=("1.250", "1.400")),
    hard("dòng số cột bỏ, tên phụ lục sửa một chữ", each(at(MONEY, lambda it: it.pop("numbered")), set_("appendices", 0, "title", "CHỈ TIÊU HỖ TRỢ VÀ NGUỒN KINH PHÍ NĂM {{ year }}")), removed("cột", "(1)", "numbered"), renamed("phụ lục", "VÀ KINH PHÍ", "NGUỒN KINH PHÍ")),
    hard("năm thay đổi ở hai bảng và thân", each(set_(*MONEY, "rows", 0, "name", "Phần mềm nhật ký điện tử"), set_(*MONEY, "rows", 1, "farmers", "505,5"), drop(*WORK, "rows", 0, "rows", 1), set_(*WORK, "columns", 2, "title", "Đơn vị chủ trì"), words(("closing", 0), "nghiêm túc tổ chức", "tổ chức")), renamed("tiêu chí", "đồng ruộng", "điện tử"), rescored("2 Cảm biến", "-4,5", "-4,5"), removed("tiêu chí", "2 Lựa chọn"), renamed("cột", "Cơ quan chủ trì", "Đơn vị chủ trì", None), changed("đoạn văn", "nghiêm túc", "tổ chức")),
)  # fmt: skip

SECOND = {"columns": [column("name", "Nhóm cơ quan"), column("leaks", "Số vụ lộ dữ liệu", "integer"), column("hours", "Giờ khắc phục", "decimal")], "rows": [{"name": "Sở, ban, ngành", "leaks": "3", "hours": "4,5"}, {"name": "Xã, phường", "leaks": "11", "hours": "20,25"}]}  # fmt: skip

BODY = cases(
    "2032",
    hard("bảng thứ hai cùng tên dòng chen trước, một điểm đổi", each(set_(*MARKS, "rows", 0, "score", "89"), put(*SELF, "items", 0, {"table": SECOND})), added("đề mục", "tự đánh giá", "table"), rescored("Sở, ban", "0,75", "0,75"), shown=("20,25", "11")),
    hard("bảng thay bằng bảng khác cùng tên dòng", set_(*SELF, "items", 0, "table", deepcopy(SECOND)), *(removed("cột", words_, None) for words_ in ("Số cơ quan", "Điểm tối đa", "Điểm bình quân", "Còn thiếu", "dòng tổng")), added("cột", "Số vụ lộ", None), added("cột", "Giờ khắc phục", None), shown=("71,05", "20,25")),
    hard("tên dòng viết khác, điểm tối đa đổi", at((*MARKS, "rows"), lambda its: (its[0].update(name="Các sở, ban, ngành", max="120"), its[1].update(name="Các xã, phường"))), renamed("tiêu chí", "Sở, ban", "Các sở"), rescored("Sở, ban", "20", "-20", now="Các sở"), renamed("tiêu chí", "Xã, phường", "Các xã")),
    hard("cột số cơ quan xuống cuối, đổi tên, bỏ cộng", each(carry((*MARKS, "columns", 1), (*MARKS, "columns", 4)), at((*MARKS, "columns", 4), lambda it: (it.pop("total"), it.update(title="Số cơ quan được chấm")))), moved("cột", "", ""), renamed("cột", "Số cơ quan", "Số cơ quan được chấm", None), changed("cột", "Số cơ quan", "Số cơ quan được chấm", None)),
    hard("hai câu nội dung đổi chỗ, câu hai thêm vế", each(words(("sections", 0, "items", 1), "máy trạm", "máy trạm, camera giám sát"), exchange(("sections", 0, "items"), 0, 1)), moved("đoạn văn", "", ""), shown=("camera",)),
    hard("câu đoàn kiểm tra sang phần nội dung, đề mục tự đánh giá sang phần tổ chức", each(carry(("sections", 1, "items", 0), ("sections", 0, "items", 0)), carry(("sections", 0, "items", 3), ("sections", 1, "items", 1))), moved("đoạn văn", "Đoàn kiểm tra", "Đoàn kiểm tra"), moved("đề mục", "Kết quả tự đánh giá", "Kết quả tự đánh giá")),
    hard("cơ quan ban hành, tên trong câu, người ký, ký hiệu", each(set_("issuer", "name", ["SỞ CHUYỂN ĐỔI SỐ"]), everywhere("Sở Khoa học và Công nghệ", "Sở Chuyển đổi số"), set_("symbol", "KH-SCĐS"), set_("signature", "name", "Ngô Thử")), changed("phần đầu", "SỞ KHOA HỌC", "SỞ CHUYỂN ĐỔI SỐ", "issuer.name"), changed("phần đầu", "Sở Khoa học", "Sở Chuyển đổi số", "issuer.short"), changed("phần đầu", "SKHCN", "SCĐS", "symbol"), changed("chữ ký", "Lê Thử Nghiệm", "Ngô Thử", "signature.name"), changed("đoạn văn", "Sở Khoa học", "Sở Chuyển đổi số")),
    hard("kính gửi thành nơi nhận, một nơi nhận mới", each(lambda plan: plan["recipients"].insert(0, plan["addressees"].pop(1)), put("recipients", 3, "Công an tỉnh")), removed("kính gửi", "UBND các xã"), added("nơi nhận", "UBND các xã"), added("nơi nhận", "Công an")),
    hard("một dòng mới lên đầu bảng, điểm hai dòng trao nhau", each(swap((*MARKS, "rows"), 0, 1, "score"), put(*MARKS, "rows", 0, {"name": "Đơn vị sự nghiệp", "count": "7", "max": "100", "score": "66"})), added("tiêu chí", "Đơn vị sự nghiệp"), rescored("Sở, ban", "-17,2", "-17,2"), rescored("Xã, phường", "17,2", "17,2"), shown=("66",)),
)  # fmt: skip


def _groups_up(plan):
    """The agencies below another heading stand in the part itself, the heading goes."""
    items = plan["sections"][2]["items"]
    items += items.pop()["items"]


def _aims_in_one(plan):
    """The general and the detailed aims stand under one heading."""
    one, two = plan["sections"][0]["items"]
    two["title"] = "Mục tiêu của năm"
    two["items"].insert(0, {"plain": one["text"]})
    plan["sections"][0]["items"] = [two]


MARKED = cases(
    "2033",
    hard("mục cơ quan khác tan, hai cơ quan lên ngang hàng", _groups_up, removed("đề mục", "Các cơ quan khác"), changed("nhiệm vụ", "b)", "6.", "marker")),
    hard("mục tiêu chung nhập mục tiêu cụ thể, tên mới", _aims_in_one, removed("đề mục", "Mục tiêu chung"), renamed("đề mục", "Mục tiêu cụ thể", "Mục tiêu của năm"), moved("đoạn văn", "phát thải", "phát thải")),
    hard("xăng dầu và điện đổi chỗ, xăng đổi số", each(words((*AIMS, 0, "items", 1, "items", 0), "15%", "20%"), exchange((*AIMS, 0, "items"), 0, 1)), moved("đề mục", "", ""), changed("đoạn văn", "15%", "20%")),
    hard("rác thải tách: phân loại lên ngang rác thải", carry((*AIMS, 1, "items", 0), (*AIMS, 2)), moved("đề mục", "Phân loại", "Phân loại")),
    hard("đợt hai và đợt ba thành hai điểm", set_(*JOBS, 3, "items", ["Đợt một vào tháng 3.", "Đợt hai vào tháng 10.", "Đợt ba vào tháng 12."]), removed("đoạn văn", "Đợt hai và đợt ba"), added("đoạn văn", "Đợt hai vào tháng 10"), added("đoạn văn", "Đợt ba vào tháng 12")),
    hard("bước cân lên trước, sửa", each(exchange((*AIMS, 1, "items", 0, "items", 1, "items"), 0, 1), words((*AIMS, 1, "items", 0, "items", 1, "items", 0), "hằng tuần", "mỗi thứ Sáu")), moved("đoạn văn", "hằng tuần", "thứ Sáu")),
    hard("sổ điện tử sang việc của khoa học", each(drop(*AIMS, 2), put(*JOBS, 4, "Số liệu ghi vào sổ điện tử hằng tháng.")), removed("đề mục", "Quản lý"), removed("đề mục", "Ghi sổ"), moved("đoạn văn", "sổ điện tử", "sổ điện tử")),
    hard("tài chính thay bằng mọi sở, cùng việc", at(WHO, lambda its: its[2].update(agency="cac-so")), removed("cơ quan", "Tài chính"), added("cơ quan", "Các sở"), moved("nhiệm vụ", "bố trí kinh phí", "bố trí kinh phí")),
    hard("mua sắm và sửa chữa gộp một đề mục", at(JOBS, lambda its: (its[1].update(title="Sửa chữa, mua sắm", items=[its[2]["text"]]), its.pop(2))), renamed("đề mục", "Mua sắm", "Sửa chữa, mua sắm"), removed("đề mục", "Sửa chữa trụ sở"), moved("đoạn văn", "rà soát mái", "rà soát mái")),
    hard("xã phường đổi tên in, lời sửa", at(("sections", 2, "assignments", 0), lambda it: it.update(title="Trách nhiệm của {{ agency }}:", text="Vận động mọi người dân phân loại rác tại hộ gia đình.")), renamed("cơ quan", "Đối với", "Trách nhiệm của"), changed("nhiệm vụ", "Vận động người dân", "mọi người dân")),
    hard("bảy thay đổi một lúc", each(words((*AIMS, 0, "items", 0, "text"), "10%", "11%"), set_(*AIMS, 1, "title", "Chất thải"), drop(*JOBS, 4), words((*JOBS, 0), "31/3", "30/4"), put(*WHO, 1, {"agency": "van-phong-ubnd-tinh", "task": "bố trí bãi để xe điện."}), words((*WHO, 2, "tasks", 1), "cách tính", "cách đo, cách tính"), drop("recipients", 0)), changed("đoạn văn", "10%", "11%"), renamed("đề mục", "Rác thải", "Chất thải"), removed("đoạn văn", "Trụ sở xanh"), changed("đoạn văn", "31/3", "30/4"), added("cơ quan", "Văn phòng"), added("nhiệm vụ", "bãi để xe"), changed("nhiệm vụ", "cách tính", "cách đo"), removed("nơi nhận", "Tỉnh ủy")),
)  # fmt: skip


def _forms_in_one(plan):
    """The form comes behind the procedure, as headings of its appendix."""
    gone = plan["appendices"].pop()
    plan["appendices"][2]["items"] += gone["items"][2:]


def _communes_apart(plan):
    """What the communes have becomes an appendix; a share changed."""
    part = plan["appendices"][0]["items"].pop()
    part["items"][1]["table"]["rows"][0]["old"] = "35"
    plan["appendices"].insert(
        1, {"label": "Biểu 1A", "title": ["TÀI LIỆU CỦA XÃ, PHƯỜNG"], "items": part["items"]}
    )


def _budget_in_two(plan):
    """The groups of costs are a table each, under headings; a price changed."""
    one = plan["appendices"][1]
    table = one.pop("table")
    groups = table["rows"]
    rest = {**deepcopy(table), "rows": deepcopy(groups[1]["rows"])}
    table["rows"] = groups[0]["rows"]
    rest["rows"][0]["price"] = "4,5"
    one["items"] = [
        {"plain": one.pop("text")},
        {"title": "Chi thiết bị", "table": table},
        {"title": "Chi nhân công", "table": rest},
    ]


FORMS = cases(
    "2034",
    hard("tài liệu của xã thành biểu riêng, một mức đổi", _communes_apart, added("phụ lục", "XÃ, PHƯỜNG"), removed("đề mục", "TÀI LIỆU CỦA CẤP XÃ"), moved("đoạn văn", "theo mức", "theo mức"), moved("phụ lục", "", ""), rescored("Xã ở đồng bằng", "5", "5"), shown=("35",)),
    hard("mẫu báo cáo nhập vào quy trình", _forms_in_one, removed("phụ lục", "BÁO CÁO KẾT QUẢ"), removed("đoạn văn", "Tên cơ quan"), removed("đoạn văn", "Người lập"), moved("đề mục", "KẾT QUẢ SỐ HÓA", "KẾT QUẢ SỐ HÓA"), moved("đề mục", "KHÓ KHĂN", "KHÓ KHĂN")),
    hard("bảng dự toán tách hai dưới hai đề mục, một giá đổi", _budget_in_two, added("đề mục", "Chi thiết bị"), added("đề mục", "Chi nhân công"), removed("tiêu chí", "Thiết bị"), removed("tiêu chí", "Nhân công"), *(moved("tiêu chí", "", "") for _ in range(2)), shown=("4,5",)),
    hard("số lượng và đơn giá đổi chỗ cột, tên giữ", exchange((*BUDGET, "columns"), 2, 3), moved("cột", "", "")),
    hard("cột đơn giá đổi mã và tên, một giá đổi", each(set_(*BUDGET, "rows", 0, "rows", 0, "price", "47"), rekey(BUDGET, "price", "gia", "Giá một máy"), set_(*BUDGET, "total", "column", "order - gia")), renamed("cột", "Đơn giá", "Giá một máy", None), rescored("khổ A4", "1,5", "9"), shown=("45,5",)),
    hard("nhóm nhân công lên trước, một dòng bỏ, một số lượng đổi", each(set_(*BUDGET, "rows", 1, "rows", 1, "count", "140"), drop(*BUDGET, "rows", 0, "rows", 1), exchange((*BUDGET, "rows"), 0, 1)), removed("tiêu chí", "khổ A3"), moved("tiêu chí", "", ""), rescored("Quét và nhập", "-10", "-48")),
    hard("ô chung cách làm sửa, sở nội vụ đổi số", each(at((*VOLUME, "rows", 0, "rows", 0, "shared"), lambda it: it.update({"how - note": "Tự làm tại chỗ; nghiệm thu một lần."})), set_(*VOLUME, "rows", 0, "rows", 0, "rows", 0, "done", "110.000")), changed("tiêu chí", "Thuê đơn vị", "Tự làm", None), rescored("1 Sở Nội vụ", "15000", "-15000"), shown=("95.000", "110.000")),
    hard("hai dòng của ô chung ra riêng, một cách làm khác", at((*VOLUME, "rows", 0, "rows"), lambda its: its.__setitem__(slice(0, 1), [{**its[0]["rows"][0], **its[0]["shared"]}, {**its[0]["rows"][1], "how - note": "Tự làm"}])), Found("regrouped", "tiêu chí", "1", "1"), changed("tiêu chí", "Thuê đơn vị", "Tự làm", None)),
    hard("nhóm II đổi tên, văn phòng có số liệu", at((*VOLUME, "rows", 1), lambda it: (it.update({"name - note": "Cơ quan mới có kho lưu trữ"}))), renamed("tiêu chí", "chưa có kho", "mới có kho")),
    hard("cột đang lưu và đã số hóa đổi tên chung, số cột bỏ", each(*(set_(*VOLUME, "columns", number, "above", "Số trang") for number in (2, 3, 4)), at(VOLUME, lambda it: it.pop("numbered"))), *(changed("cột", "Khối lượng", "Số trang", None) for _ in range(3)), removed("cột", "(1)", "numbered")),
    hard("bảng trường thông tin: bỏ dòng, thêm cột, một ô đổi", each(drop(*STEPS, 2, "items", 1, "table", "rows", 1), put(*STEPS, 2, "items", 1, "table", "columns", 3, column("long", "Độ dài")), at((*STEPS, 2, "items", 1, "table", "rows"), lambda its: (its[0].update(long="200 ký tự"), its[1].update(must="Có")))), removed("tiêu chí", "Thời gian tài liệu"), added("cột", "Độ dài", None), changed("tiêu chí", "Không", "Có", "must"), shown=("200 ký tự",)),
    hard("chuẩn bị: điểm kiểm tra thành một câu", set_(*STEPS, 1, "items", 1, "Kiểm tra tình trạng tài liệu: tài liệu rách, mờ phải tu bổ trước khi quét; tài liệu mật thực hiện theo quy định riêng."), Found("joined", "đoạn văn", "Tài liệu mật", "tài liệu mật")),
    hard("bảng kinh phí trong thân: cột và dòng, ngân sách xã bỏ", each(drop(*FUNDS, "rows", 1), put(*FUNDS, "columns", 3, column("when", "Thời điểm")), set_(*FUNDS, "rows", 0, "when", "Quý I"), set_(*FUNDS, "rows", 0, "money", "1.400")), removed("tiêu chí", "Ngân sách xã"), added("cột", "Thời điểm", None), rescored("Ngân sách tỉnh", "150"), shown=("480", "1.250", "1.400")),
    hard("hai bảng của biểu 01 trao đề mục", swap(("appendices", 0, "items"), 0, 1, "items"), renamed("đề mục", "CỦA CÁC SỞ", "CỦA CẤP XÃ"), renamed("đề mục", "CỦA CẤP XÃ", "CỦA CÁC SỞ"), moved("đề mục", "", "")),
    hard("bốn phụ lục xếp ngược, một mức và một tên đổi", each(set_(*SHARES, "rows", 0, "new", "75"), set_("appendices", 2, "title", "QUY TRÌNH QUÉT TÀI LIỆU"), at(("appendices",), lambda its: its.reverse())), *(moved("phụ lục", "", "") for _ in range(3)), renamed("phụ lục", "QUY TRÌNH SỐ HÓA", "QUY TRÌNH QUÉT"), rescored("Xã ở đồng bằng", "5", "5")),
)  # fmt: skip

LISTS = (TEXTS, TABLES, BODY, MARKED, FORMS)
