# ruff: noqa: E501  (a line of the output stands on a line)
"""What an officer reads of the hardest edits: the words of the output, case by case."""

import pytest

from docgen.diff.compare import diff
from docgen.diff.forms.terminal import terminal
from tests.hard import edits, islands, real_2024, real_2024_again
from tests.measured import loaded

TOLD = {
    "phụ lục đổi hẳn tên, một điểm giảm": [
        "  Giảm nhiều nhất: 1.1 Ban hành kế hoạch cải cách: -0,2741 → -0,5482 (mất thêm 0,2741)",
        "      [-PHỤ LỤC ĐIỂM CẢI CÁCH HÀNH CHÍNH-] {+BẢNG THEO DÕI SỐ LIỆU NỘI BỘ+}",
        "      Điểm đạt được: 1,7259 → 1,4518 (-0,2741)",
    ],
    "bỏ cột": ["  Cột: bỏ 1", "      Công khai ngân sách cấp xã: Sở Ba"],
    "phần phân công đổi tên": ["  1 thay đổi.", "  Đề mục: đổi tên 1"],
    "câu chung đổi ở một cơ quan, bỏ ở cơ quan khác": [
        "  2 thay đổi.",
        "  Nhiệm vụ: bỏ 1, sửa 1",
        "      … chế độ báo cáo định kỳ hằng [-quý-] {+tháng+} về kết quả thực hiện Kế hoạch gửi …",
    ],
    "một việc thành câu dẫn và các ý": [
        "  Nhiệm vụ: tách 1",
        "      từ  III. PHÂN CÔNG THỰC HIỆN › 2. Sở Hai › nhiệm vụ 1",
        "      đến III. PHÂN CÔNG THỰC HIỆN › 2. Sở Hai › nhiệm vụ 1, nhiệm vụ 2 và nhiệm vụ 3",
    ],
    "ô viết lại hoàn toàn": [
        "      [-Ban hành chậm hai tuần-] {+Không có nghị quyết chuyên đề nào của Hội đồng nhân dân+}",
    ],
    "hai đoạn của ô gộp một": ["      Chưa đủ{+¶+}tin bài"],
    "bảng chen trước bảng ở đề mục trước": [
        "  2 thay đổi.",
        "      Phần mềm một cửa: Kinh phí: 1.250,5",
        "      Mục tiêu: 98,5 → 97,0 (-1,5)",
    ],
    "cột đổi mã": ["  1 thay đổi.", "      Tỷ lệ hài lòng: 82,15 → 80,10 (-2,05)"],
    "bỏ một phụ lục": [
        "  1 thay đổi.",
        "      Cấp giấy chứng nhận đất: Tỷ lệ hài lòng: 82,15; Số phiếu: 300",
    ],
    "lý do và điểm cùng đổi": [
        "      Điểm bị trừ: -0,2741 → -0,5482 (mất thêm 0,2741)",
        "      Ban hành chậm hai [-tuần-] {+tháng+}",
    ],
    "thêm vế đứng trước câu": ["  Nhiệm vụ: sửa 1"],
    "hai dòng trao tên": [
        "  2 thay đổi.",
        "      Tính [-đồng bộ, thống nhất-] {+hợp lý+} của các VBQPPL do địa phương ban hành",
        "      Tính [-hợp lý-] {+đồng bộ, thống nhất+} của các VBQPPL do địa phương ban hành",
    ],
    "chỉ số hài lòng ra phụ lục riêng phía trước, một điểm đổi": [
        "  Tiêu chí: đổi số liệu 1, chuyển 1",
        "      Điểm thẩm định: 1,2002 → 1,3002 (+0,1000)",
    ],
    "điểm chưa điền": ["Chưa điền", "      Điểm đạt được: 1,7259 → —"],
    "việc tách cho hai cơ quan": [
        "      đến IV. PHÂN CÔNG TRÁCH NHIỆM › 3. Sở Đường › nhiệm vụ 1 và nhiệm vụ 1 của 8. Sở Tàu",
    ],
    "hai việc của hai cơ quan gộp về cơ quan thứ ba": [
        "      từ  IV. PHÂN CÔNG TRÁCH NHIỆM › 5. Sở Muối › nhiệm vụ 2 và nhiệm vụ 3 của 6. Sở Rừng",
    ],
}  # fmt: skip


@pytest.mark.parametrize("what", TOLD)
def test_a_hard_edit_is_told_in_these_words(what, tmp_path):
    made, case = next(
        (made, case)
        for made in (edits, islands, real_2024, real_2024_again)
        for case in made.CASES
        if case.what == what
    )
    old = loaded(tmp_path / "old", made.edited(), made.OFFICES)
    new = loaded(tmp_path / "new", made.edited(case.edit), made.OFFICES)
    lines = terminal(diff(old, new)).splitlines()
    for line in TOLD[what]:
        assert line in lines, "\n".join(lines)
    assert not any(line.startswith("  Thời hạn") for line in lines)
