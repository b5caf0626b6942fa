# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""Hard thirds: other mixes in the plan of `structures`, after the causes of `islands_again` were mended.

Written whole before the comparison saw any of them.
"""

from tests.hard.edits import carry, column, drop, each, hard, moved, put, rekey, renamed, set_
from tests.hard.islands import at, without
from tests.hard.structures import (
    AGENCIES,
    ASSETS,
    FALL,
    FELL,
    JOBS,
    MONEY,
    MONTHLY,
    OFFICES,
    PEOPLE,
    PUBLISH,
    R11,
    R12,
    R21,
    SCORES,
    SHARED,
    base,
    edited,
    fall,
    marked,
    scored,
    task,
)
from tests.known_edits import Found, added, changed, removed

__all__ = ["CASES", "OFFICES", "base", "edited"]


def swap(first, second, key):
    def run(plan):
        one = other = plan
        for step in first:
            one = one[step]
        for step in second:
            other = other[step]
        one[key], other[key] = other[key], one[key]

    return run


H = ("sections", 1, "items")

CASES = (
    hard("hai phần trao tên", swap(("sections", 0), ("sections", 1), "title"), renamed("đề mục", "QUAN ĐIỂM", "NHIỆM VỤ"), renamed("đề mục", "NHIỆM VỤ", "QUAN ĐIỂM")),
    hard("phụ lục điểm và phụ lục việc đổi chỗ, trao tên, điểm giảm", each(fall, swap(("appendices", 0), ("appendices", 1), "title"), carry(("appendices", 1), ("appendices", 0))),
         renamed("phụ lục", "CHẤM ĐIỂM", "DANH MỤC"), renamed("phụ lục", "DANH MỤC", "CHẤM ĐIỂM"), moved("phụ lục", "", ""), FALL, shown=FELL),
    hard("lĩnh vực đổi hẳn tên và xuống cuối, mã giữ, điểm giảm", each(fall, set_(*SCORES, "rows", 0, "name", "Người chịu trách nhiệm"), carry((*SCORES, "rows", 0), (*SCORES, "rows", 2))),
         renamed("tiêu chí", "Điều hành", "Người chịu"), moved("tiêu chí", "", ""), FALL, shown=FELL),
    hard("lĩnh vực bỏ, dòng của nó chia hai lĩnh vực kia", at((*SCORES, "rows"), lambda rows: (rows[1]["rows"].append(rows[0]["rows"][0]), rows[2]["rows"].extend(rows[0]["rows"][1:]), rows.pop(0))),
         removed("tiêu chí", "1 Điều hành"), moved("tiêu chí", "1.1", "1.1"), moved("tiêu chí", "1.2", "1.2"), moved("tiêu chí", "1.3", "1.3")),
    hard("cột tự chấm đổi mã, cột chênh lệch bỏ, điểm giảm", each(fall, without(SCORES, "lost"), rekey(SCORES, "got", "diem")),
         removed("cột", "Chênh lệch", None), scored("1.1", "-0,4375"), shown=("2,8125", "2,375", "-0,1875")),
    hard("cột nguyên nhân tách hai cột", each(put(*SCORES, "columns", 6, column("sub", "Nguyên nhân chủ quan")), set_(*R11, "sub", "Thiếu người theo dõi")), added("cột", "Nguyên nhân chủ quan", None), shown=("Thiếu người theo dõi",)),
    hard("tên việc viết lại, sản phẩm giữ, hạn đổi", each(set_(*JOBS, "rows", 0, "task", "Làm thước đo cho xã, phường"), set_(*JOBS, "rows", 0, "due", "30/5")),
         renamed("tiêu chí", "Xây dựng bộ chỉ số", "Làm thước đo"), changed("tiêu chí", "30/4", "30/5", "due"), shown=("Làm thước đo",)),
    hard("việc cuối bỏ, việc mới khác hẳn thế chỗ", set_(*JOBS, "rows", 3, {"task": "In lại biển hiệu", "product": "Biển hai thứ tiếng", "lead": "Sở Hai", "due": "01/3"}),
         removed("tiêu chí", "Bồi dưỡng công chức"), added("tiêu chí", "In lại biển hiệu"), shown=("Hai lớp tập huấn", "Biển hai thứ tiếng")),
    hard("bảng tiền và bảng người trao chỗ dưới hai đề mục giữ tên", each(swap((*MONEY[:-1],), (*PEOPLE[:-1],), "table"), set_("appendices", 2, "items", 1, "table", "rows", 0, "money", "400")),
         moved("đề mục", "Kinh phí", "Nhân lực"), moved("đề mục", "Nhân lực", "Kinh phí"), scored("Máy quét", "-12,5"), shown=("412,5", "400")),
    hard("đề mục mới có bảng giữa hai bảng, bảng sau đổi mã cột và số", each(put("appendices", 2, "items", 1, {"title": "Tài sản", "table": ASSETS}), rekey(("appendices", 2, "items", 2, "table"), "people", "nguoi"), set_("appendices", 2, "items", 2, "table", "rows", 1, "nguoi", "5")),
         added("đề mục", "Tài sản"), scored("Quản trị mạng", "2"), shown=("Ki-ốt tra cứu", "27")),
    hard("đề mục con đổi tên và sang phần khác, một câu bỏ", each(set_(*H, 0, "title", "Xây dựng thể chế mới"), drop(*H, 0, "items", 1), carry((*H, 0), ("sections", 0, "items", 0))),
         renamed("đề mục", "Cải cách thể chế", "Xây dựng thể chế"), moved("đề mục", "NHIỆM VỤ", "QUAN ĐIỂM"), removed("đoạn văn", "Mặt trận")),
    hard("điểm của câu dẫn đảo thứ tự, câu dẫn sửa", each(set_(*H, 1, "items", 0, "text", "Cắt giảm một nửa thành phần hồ sơ ở các lĩnh vực sau:"), at((*H, 1, "items", 0, "items"), lambda items: items.insert(0, items.pop()))),
         changed("đoạn văn", "Cắt giảm thành phần", "một nửa"), moved("đoạn văn", "Lao động", "Lao động")),
    hard("câu thêm vế đầu rồi chuyển đề mục", each(carry((*H, 1, "items", 1), (*H, 2, "items", 0)), set_(*H, 2, "items", 0, "Từ tháng 9, với người già và người khuyết tật, trả kết quả qua bưu chính công ích tới tận nhà")),
         moved("đoạn văn", "Cải cách thủ tục", "Cải cách tổ chức"), shown=("người khuyết tật",)),
    hard("việc tách hai cho hai cơ quan khác, cơ quan cũ hết việc ấy", each(drop(*task(0, 0)), put(*task(2, 0), "Theo dõi, đôn đốc việc thực hiện Kế hoạch"), put(*task(3, 0), "Kiểm tra việc thực hiện Kế hoạch ở các đơn vị trực thuộc")),
         Found("divided", "nhiệm vụ", "Sở Một", "Sở Ba")),
    hard("hai việc cùng cơ quan gộp, câu chung sửa ở cơ quan ấy", each(set_(*task(2, 0), "Thẩm định dự toán mua sắm thiết bị cho bộ phận tiếp nhận và trả kết quả; quyết toán kinh phí đúng hạn, không để dồn sang năm sau"), drop(*task(2, 2)), set_(*task(2, 1), MONTHLY)),
         Found("joined", "nhiệm vụ", "Thẩm định", "quyết toán"), changed("nhiệm vụ", "20 tháng", "25 hằng tháng")),
    hard("câu chung này thành câu chung kia ở một cơ quan", set_(*task(1, 1), PUBLISH.replace("danh mục", "bộ")), removed("nhiệm vụ", "Định kỳ"), added("nhiệm vụ", "bộ thủ tục")),
    hard("câu chung bỏ ở hai cơ quan, thêm ở hai cơ quan", each(drop(*task(1, 2)), drop(*task(3, 1)), put(*task(0, 3), PUBLISH), put(*task(4, 2), PUBLISH)),
         removed("nhiệm vụ", "Sở Hai"), removed("nhiệm vụ", "Sở Bốn"), added("nhiệm vụ", "Sở Một"), added("nhiệm vụ", "Sở Năm")),
    hard("cơ quan mới đứng đầu nhận nửa việc của cơ quan cũ", put(*AGENCIES, 0, {"agency": "so-tam", "tasks": ["Bố trí cán bộ trực ngoài giờ tại các cửa xả lũ lớn", SHARED]}) , added("cơ quan", "Sở Tám"), added("nhiệm vụ", "Bố trí cán bộ"), added("nhiệm vụ", "Định kỳ")),
    hard("phần tổ chức thực hiện lên đầu, một việc chuyển và sửa", each(carry(task(4, 0), task(0, 0)), set_(*task(0, 0), "Triển khai bệnh án điện tử tại mười trung tâm y tế huyện"), carry(("sections", 2), ("sections", 0))),
         moved("đề mục", "", ""), moved("nhiệm vụ", "sáu", "mười")),
    hard("hai dòng trao tên, mã và số giữ", each(set_(*R11, "name", "Sáng kiến cải cách"), set_(*R12, "name", "Mức độ hoàn thành kế hoạch năm")),
         renamed("tiêu chí", "1.1 Mức độ", "1.1 Sáng kiến"), renamed("tiêu chí", "1.2 Sáng kiến", "1.2 Mức độ")),
    hard("điểm tối đa của lĩnh vực đổi, một dòng thêm", each(set_(*SCORES, "rows", 1, "max", "9"), put(*SCORES, "rows", 1, "rows", 2, marked("2.3", "Dịch vụ trọn gói", "2", "1,875", "Mới làm ở hai xã")), set_(*R21, "got", "3,5")),
         scored("2 Thủ tục", "2"), added("tiêu chí", "2.3"), scored("2.1", "0,25", "0,25"), shown=("1,875", "Mới làm ở hai xã", "3,25")),
)  # fmt: skip
