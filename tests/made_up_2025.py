# ruff: noqa: E501  (an edit and what it is to be found as stand on a line each)
"""A made-up "2025": the real 2024 plan with known edits. Nothing in it is true.

Names, scores and dates of 2025 are invented here for the tests and stand nowhere else.
"""

import shutil
from pathlib import Path

from tests.content_edits import drop, each, insert, move, reword, share, within
from tests.known_edits import Found, added, changed, known, moved, removed

REPOSITORY = Path(__file__).resolve().parents[1]
PLAN, PURPOSES, SOLUTIONS, TASKS, TABLE = (
    f"{name}.yaml" for name in ("plan", "purposes", "solutions", "assignments", "appendix")
)


def row(code):
    """How the entry of a criterion begins."""
    return f"code: {code} name:"


def scored(code, old, new, *figures, key="score"):
    """Another score (or maximum), and with it another loss: `figures` are the differences."""
    edit = within(TABLE, row(code), f"{key}: {old}", f"{key}: {new}")
    return known(
        f"{key} của {code}: {old} → {new}",
        edit,
        Found("rescored", "tiêu chí", code, code, "", figures),
    )


def cell(code, aspect, old, new):
    """Other words in a cell of a criterion."""
    edit = within(TABLE, row(code), old, new)
    return known(f"ô {aspect} của {code}", edit, changed("tiêu chí", old, new, aspect))


def reworded(file, subject, old, new):
    return known(f"“{old}” → “{new}”", reword(file, old, new), changed(subject, old, new))


HEAD = (
    known("năm kế hoạch", reword(PLAN, "year: 2024", "year: 2025"),
          changed("phần đầu", "2024", "2025", "year")),
    known("số văn bản", reword(PLAN, "number: date:", "number: 87\ndate:"),
          Found("filled", "phần đầu", "Số văn bản", "87", "number")),
    known("ngày ban hành", reword(PLAN, "date: năm 2024", "date: 15/5/2025"),
          changed("phần đầu", "năm 2024", "15/5/2025", "date")),
    known("trích yếu", reword(PLAN, "duy trì và nâng cao các Chỉ số", "giữ vững, nâng cao các Chỉ số"),
          changed("phần đầu", "duy trì và", "giữ vững,", "subject")),
    known("người ký", reword(PLAN, "name: Lê Đức Tiên", "name: Người Ký Giả Định"),
          changed("chữ ký", "Lê Đức Tiên", "Người Ký Giả Định", "signature.name")),
    known("chức vụ", drop(PLAN, "- KT. CHỦ TỊCH"),
          changed("chữ ký", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "signature.lines")),
    known("chỉ số PAR Index",
          within(PLAN, "par_index: name", "score: 86,25 rank: 41 of: 63 previous_rank: 52",
                 "score: 87,10\n    rank: 38\n    of: 63\n    previous_rank: 41"),
          Found("rescored", "chỉ số", "86,25", "87,10", "par_index", ("0,85", "-3", "-11"))),
    known("chỉ số PAPI", within(PLAN, "papi: name", "of: 63", "of: 61"),
          Found("rescored", "chỉ số", "PAPI", "PAPI", "papi", ("-2",))),
    known("chỉ số mới", insert(PLAN, "papi: name", "pci:\n  name: PCI\n  score: 60,5\n  rank: 30"),
          added("chỉ số", "PCI", "pci")),
    known("căn cứ", reword(PLAN, "preamble:", "bases:\n  - Căn cứ giả định của năm 2025\n\npreamble:"),
          added("căn cứ", "Căn cứ giả định")),
)  # fmt: skip

LISTS = (
    reworded(PLAN, "đoạn văn", "nỗ lực quyết tâm của cán bộ", "nỗ lực, quyết tâm rất cao của cán bộ"),
    known("thêm đoạn mở đầu",
          insert(PLAN, "Nhằm tiếp tục phát huy", "- Đoạn mở đầu thêm vào, chỉ để thử."),
          added("đoạn văn", "Đoạn mở đầu thêm vào")),
    reworded(PLAN, "đoạn văn", "kỳ hàng quý báo cáo", "kỳ hàng tháng báo cáo"),
    known("nơi nhận đổi thứ tự", move(PLAN, "- Báo Quảng Trị", "- Thường trực Tỉnh ủy"),
          moved("nơi nhận", "Báo Quảng Trị", "Báo Quảng Trị")),
    known("nơi nhận bỏ", drop(PLAN, "- UBND các huyện, thị xã, thành phố"),
          removed("nơi nhận", "UBND các huyện, thị xã, thành phố")),
    reworded(PLAN, "nơi nhận", "sở, ban, ngành đoàn thể cấp tỉnh", "sở, ban, ngành, đoàn thể cấp tỉnh"),
    known("nơi nhận thêm", insert(PLAN, "- Ủy ban MTTQVN tỉnh", "- Nơi nhận giả định"),
          added("nơi nhận", "Nơi nhận giả định")),
    known("đổi tên đề mục",
          reword(PURPOSES, "- title: Mục đích", "- title: Mục đích của kế hoạch"),
          Found("renamed", "đề mục", "Mục đích", "Mục đích của kế hoạch")),
    reworded(PURPOSES, "đoạn văn", "cải thiện mạnh mẽ môi trường đầu tư", "cải thiện rõ rệt môi trường đầu tư"),
    known("bỏ một yêu cầu", drop(PURPOSES, "- Việc cải thiện, nâng cao các chỉ số"),
          removed("đoạn văn", "Việc cải thiện, nâng cao các chỉ số")),
    known("thêm một yêu cầu", insert(PURPOSES, "- Xác định cụ thể nội dung", "- Yêu cầu thêm vào, chỉ để thử."),
          added("đoạn văn", "Yêu cầu thêm vào")),
    known("yêu cầu đổi thứ tự", move(PURPOSES, "- Xác định cụ thể nội dung", "- Thực hiện đầy đủ và có chất lượng"),
          moved("đoạn văn", "Xác định cụ thể nội dung", "Xác định cụ thể nội dung")),
    known("giải pháp sang phần mục đích",
          move(SOLUTIONS, "- Chủ động nghiên cứu, tìm kiếm", "- Duy trì kết quả các tiêu chí", PURPOSES),
          moved("đoạn văn", "Nhiệm vụ, giải pháp chung", "Mục đích của kế hoạch")),
    reworded(SOLUTIONS, "đoạn văn", "số 99/2023/NQ-HĐND ngày 07/12/2023", "số 00/2024/NQ-HĐND ngày 06/12/2024"),
    known("đề mục đổi hẳn lời", reword(SOLUTIONS, "- title: Nhiệm vụ, giải pháp cụ thể", "- title: Tổ chức triển khai"),
          Found("renamed", "đề mục", "giải pháp cụ thể", "Tổ chức triển khai")),
    known("bỏ chữ nghiêng", reword(SOLUTIONS, "(*tại Phụ lục của Kế hoạch này*)", "(tại Phụ lục của Kế hoạch này)"),
          changed("đoạn văn", "(tại Phụ lục", "(tại Phụ lục")),
)  # fmt: skip

AGENCIES = (
    known("hợp nhất Sở Thông tin và Truyền thông",
          reword(TASKS, "agency: so-thong-tin-va-truyen-thong", "agency: so-khoa-hoc-va-cong-nghe"),
          Found("merged", "cơ quan", "Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ")),
    known("hợp nhất Sở Tài nguyên và Môi trường",
          reword(TASKS, "agency: so-tai-nguyen-va-moi-truong", "agency: so-nong-nghiep-va-moi-truong"),
          Found("merged", "cơ quan", "Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường")),
    known("hợp nhất Sở Kế hoạch và Đầu tư vào Sở Tài chính",
          each(move(TASKS, "- Thực hiện theo dõi, tổng hợp, đôn đốc", "- Theo dõi, tổng hợp và đôn đốc"),
               move(TASKS, "- Theo dõi tiến độ, tham mưu", "- Theo dõi, tổng hợp và đôn đốc"),
               move(TASKS, "- Chủ trì thực hiện các giải pháp cải thiện", "- Theo dõi, tổng hợp và đôn đốc"),
               drop(TASKS, "- agency: so-ke-hoach-va-dau-tu")),
          Found("merged", "cơ quan", "Sở Kế hoạch và Đầu tư", "Sở Tài chính")),
    known("nhiệm vụ chuyển cơ quan",
          move(TASKS, "- Triển khai thực hiện đo lường", "- Phối hợp với Sở Nội vụ đôn đốc"),
          moved("nhiệm vụ", "2. Sở Nội vụ", "Văn phòng UBND tỉnh")),
    known("nhiệm vụ chuyển cơ quan và sửa lời",
          each(move(TASKS, "- Nâng cao chất lượng thẩm định", "- Tăng cường công tác kiểm tra định kỳ"),
               reword(TASKS, "chính sách đặc thù phát triển kinh tế", "cơ chế, chính sách phát triển kinh tế")),
          moved("nhiệm vụ", "3. Sở Tư pháp", "2. Sở Nội vụ")),
    known("bỏ nhiệm vụ", drop(TASKS, "- Tổ chức đào tạo, tập huấn kỹ năng giao tiếp"),
          removed("nhiệm vụ", "Tổ chức đào tạo, tập huấn")),
    known("thêm nhiệm vụ", insert(TASKS, "- Tiếp tục tham mưu Ủy ban nhân dân tỉnh", "- Nhiệm vụ thêm vào, chỉ để thử."),
          added("nhiệm vụ", "Nhiệm vụ thêm vào")),
    reworded(TASKS, "nhiệm vụ", "nghiêm việc bỏ sổ hộ khẩu", "nghiêm túc, triệt để việc bỏ sổ hộ khẩu"),
    reworded(TASKS, "nhiệm vụ", "trong tháng 12/{{ year }}", "trong tháng 10/{{ year }}"),
    known("nhiệm vụ đổi thứ tự", move(TASKS, "- Tiếp tục triển khai đồng bộ các giải pháp về cải cách", "- Quán triệt đội ngũ cán bộ Hải quan"),
          moved("nhiệm vụ", "triển khai đồng bộ các giải pháp về cải cách", "triển khai đồng bộ các giải pháp")),
    known("nhiệm vụ cấp huyện về cấp xã",
          reword(TASKS, "- title: UBND các huyện, thành phố thị xã agencies: [ubnd-cap-huyen]",
                 "- title: UBND các xã, phường (giả định)\n    agencies: [ubnd-cap-xa]"),
          removed("cơ quan", "UBND các huyện, thành phố thị xã"),
          added("cơ quan", "UBND các xã, phường (giả định)"),
          moved("nhiệm vụ", "tổ chức tập huấn cho đội ngũ", "UBND các xã, phường (giả định)"),
          moved("nhiệm vụ", "quy định về công khai quy hoạch", "UBND các xã, phường (giả định)")),
    known("bỏ cấp huyện trong tên chung",
          each(reword(TASKS, "UBND tỉnh; Chủ tịch UBND cấp huyện; Chủ tịch UBND cấp xã", "UBND tỉnh; Chủ tịch UBND cấp xã"),
               reword(TASKS, "- ubnd-cap-huyen - ubnd-cap-xa", "- ubnd-cap-xa")),
          Found("renamed", "cơ quan", "Chủ tịch UBND cấp huyện", "Chủ tịch UBND cấp xã")),
    known("bớt một cơ quan báo chí", drop(TASKS, "- bao-quang-tri"),
          changed("cơ quan", "Báo Quảng Trị", "Báo Quảng Trị", "agencies")),
    known("cơ quan mới có nhiệm vụ",
          insert(TASKS, "- agency: so-y-te",
                 "- agency: trung-tam-phuc-vu-hanh-chinh-cong-tinh\n  tasks:\n"
                 "    - Nhiệm vụ giả định thứ nhất của Trung tâm.\n    - Việc khác hẳn, cũng là giả định."),
          added("cơ quan", "Trung tâm Phục vụ hành chính công tỉnh"),
          added("nhiệm vụ", "Nhiệm vụ giả định thứ nhất"), added("nhiệm vụ", "Việc khác hẳn")),
    known("cơ quan không còn nhiệm vụ", drop(TASKS, "- agency: so-giao-duc-va-dao-tao"),
          removed("cơ quan", "Sở Giáo dục và Đào tạo"),
          removed("nhiệm vụ", "nâng cao chất lượng giáo dục và đào tạo"),
          removed("nhiệm vụ", "rà soát lại toàn bộ trường Tiểu học"),
          removed("nhiệm vụ", "cải thiện hơn nữa chất lượng dịch vụ")),
    known("cơ quan đổi thứ tự", move(TASKS, "- agency: cong-an-tinh", "- agency: so-noi-vu"),
          moved("cơ quan", "Công an tỉnh", "Công an tỉnh")),
    known("cơ quan đổi tên", reword("../agencies.yaml", "name: Cục Thuế tỉnh", "name: Thuế tỉnh (giả định)"),
          Found("renamed", "cơ quan", "Cục Thuế tỉnh", "Thuế tỉnh (giả định)")),
)  # fmt: skip

SCORES = (
    scored("1.1", "1,4741", "1,4800", "0,0059", "0,0059"),
    scored("2.4.1", "0,8064", "0,7900", "-0,0164", "-0,0164"),
    scored("3.4.1", "1,4925", "1,5", "0,0075", "0,0075"),
    scored("5.5.2", "0,7424", "0,8424", "0,1000", "0,1000"),
    scored("6.3.3", "0", "0,75", "0,75", "0,75"),
    scored("7.1.3", "0,3", "0,1", "-0,2", "-0,2"),
    scored("8.1.1", "1,2002", "1,2001", "-0,0001", "-0,0001"),
    scored("7.3.6", "1,5", "2", "0,5", "-0,5000", key="max"),
    known("điểm chuẩn của lĩnh vực 8", within(TABLE, row("8"), "max: 16,50", "max: 17"),
          Found("rescored", "tiêu chí", "8 ", "8 ", "", ("0,50",))),
    known("số viết cách khác", within(TABLE, row("3"), "max: 13,0", "max: 13"),
          changed("tiêu chí", "13,0", "13", "max")),
)  # fmt: skip

ROWS = (
    known("đổi số 1.5", reword(TABLE, row("1.5"), "code: 1.6\n          name:"),
          Found("renumbered", "tiêu chí", "1.5", "1.6")),
    known("đổi chỗ số 5.7.3 và 5.7.4",
          each(reword(TABLE, row("5.7.3"), "code: 5.7.x\n              name:"),
               reword(TABLE, row("5.7.4"), "code: 5.7.3\n              name:"),
               reword(TABLE, row("5.7.x"), "code: 5.7.4\n              name:")),
          Found("renumbered", "tiêu chí", "5.7.3 Tình trạng", "5.7.4 Tình trạng"),
          Found("renumbered", "tiêu chí", "5.7.4 Tính hiệu quả", "5.7.3 Tính hiệu quả")),
    known("đổi tên 4.1.6", within(TABLE, row("4.1.6"), "Tình hình thực hiện quy chế", "Mức độ thực hiện quy chế"),
          Found("renamed", "tiêu chí", "Tình hình thực hiện", "Mức độ thực hiện")),
    known("6.3.5 sang lĩnh vực 8",
          each(move(TABLE, row("6.3.5"), row("8.5")), reword(TABLE, row("6.3.5"), "code: 8.6\n          name:")),
          moved("tiêu chí", "6.3.5", "8.6")),
    known("bỏ 2.4.3 trong ô gộp", drop(TABLE, row("2.4.3")), removed("tiêu chí", "2.4.3")),
    known("bỏ dòng đầu 4.1.4 của ô gộp", drop(TABLE, row("4.1.4")), removed("tiêu chí", "4.1.4")),
    known("thêm 2.4.5 trong ô gộp",
          insert(TABLE, row("2.4.4"), "- code: 2.4.5\n  name: Tiêu chí giả định\n  max: 1\n  score: 0,5\n  reason: Để thử"),
          added("tiêu chí", "2.4.5")),
    known("bỏ 3.4.2", drop(TABLE, row("3.4.2")), removed("tiêu chí", "3.4.2")),
    known("lĩnh vực mới",
          insert(TABLE, row("8"), "- code: 9\n  name: Lĩnh vực giả định\n  max: 2\n  rows:\n"
                 "    - {code: 9.1, name: Tiêu chí giả định của lĩnh vực mới, max: 2, score: 1}"),
          added("tiêu chí", "9 Lĩnh vực"), added("tiêu chí", "9.1 Tiêu chí")),
    known("dòng đổi thứ tự", move(TABLE, row("7.1.2"), row("7.1.4")), moved("tiêu chí", "7.1.2", "7.1.2")),
    known("4.3.4 tách khỏi ô gộp",
          each(drop(TABLE, row("4.3.4")),
               reword(TABLE, "- code: 5 name: Cải cách chế độ công vụ",
                      "    - code: 4.3.4\n          name: Tính hợp lý trong việc phân cấp, phân quyền thực hiện nhiệm vụ"
                      " quản lý nhà nước giữa tỉnh và huyện\n          max: 1,0\n          score: 0,8181\n"
                      "          reason: Điều tra xã hội học\n          remedy: Sở Nội vụ tăng cường tuyên truyền về nội"
                      " dung các chỉ số Điều tra XHH để CBCCVC hiểu và thực hiện đúng yêu cầu (thông qua các cuộc họp"
                      " giao ban của Ngành và các phiên làm việc với UBMTTQ Việt Nam tỉnh).\n"
                      "          agencies: Sở Nội vụ và các sở, ban, ngành cấp tỉnh, UBND cấp huyện\n"
                      "          time: Thường xuyên trong năm\n"
                      "          product: Các cuộc họp giao ban; các phiên làm việc\n\n"
                      "    - code: 5\n      name: Cải cách chế độ công vụ")),
          Found("regrouped", "tiêu chí", "ô chung của 4.1.4, 4.1.5, 4.1.6, 4.3.4", "ô riêng")),
)  # fmt: skip

CELLS = (
    cell("3.2.2", "remedy", "thường xuyên rà soát, cập nhật công khai", "hàng tuần rà soát, cập nhật công khai"),
    cell("1.3.2", "time", "Quý III-IV", "Quý II"),
    known("thời gian điền vào ô trống", within(TABLE, row("6.3.3"), "time:", "time: Quý III"),
          Found("filled", "tiêu chí", "6.3.3", "Quý III", "time")),
    cell("1.7", "product", "giao nhiệm vụ của UBND tỉnh", "giao việc của UBND tỉnh"),
    cell("7.1.4", "agencies", "và các đơn vị có liên quan", "và các đơn vị khác có liên quan"),
    cell("1.1", "reason", "chưa thực hiện tốt", "thực hiện chưa tốt"),
    cell("8.4", "remedy", "các giải pháp tăng thu", "nhiều giải pháp tăng thu"),
    known("biện pháp chung của lĩnh vực 5",
          within(TABLE, row("5"), "hiểu và thực hiện đúng yêu cầu", "hiểu rõ và làm đúng yêu cầu"),
          changed("tiêu chí", "hiểu và thực hiện", "hiểu rõ và làm", "remedy")),
    known("thêm gạch đầu dòng trong ô",
          within(TABLE, row("6.1.1"), '- "- Công văn chỉ đạo của UBND tỉnh;"',
                 '- "- Công văn chỉ đạo của UBND tỉnh;"\n            - "- Sản phẩm giả định;"'),
          changed("tiêu chí", "Công văn chỉ đạo", "Sản phẩm giả định", "product")),
    known("bớt gạch đầu dòng trong ô", within(TABLE, row("6.3.3"), '- "- Kết luận Thanh tra;"', ""),
          changed("tiêu chí", "- Kết luận Thanh tra;", "Báo cáo thực hiện", "product")),
    known("tên phụ lục", reword(TABLE, "- NHIỆM VỤ VÀ GIẢI PHÁP KHẮC PHỤC", "- NHIỆM VỤ, BIỆN PHÁP KHẮC PHỤC"),
          Found("renamed", "phụ lục", "VÀ GIẢI PHÁP", "BIỆN PHÁP")),
    known("đổi tên cột", reword(TABLE, "title: Sản phẩm,", 'title: "Sản phẩm, kết quả",'),
          Found("renamed", "cột", "Sản phẩm", "Sản phẩm, kết quả", "product")),
    known("thêm cột", insert(TABLE, "- {key: product", "- {key: note, title: Ghi chú, width: 10}"),
          added("cột", "Ghi chú", "note")),
    known("dòng tổng", reword(TABLE, 'label: "Tổng cộng:"', 'label: "Tổng điểm:"'),
          changed("cột", "Tổng cộng", "Tổng điểm", "total")),
    known("ghi chú sau bảng", reword(TABLE, "title: - NHIỆM", "notes: Ghi chú giả định dưới bảng.\ntitle:\n  - NHIỆM"),
          added("đoạn văn", "Ghi chú giả định")),
)  # fmt: skip

HARDER = (
    known("mã bỏ đi dùng cho tiêu chí khác",
          each(drop(TABLE, row("7.3.2")),
               insert(TABLE, row("7.1.3"), "- {code: 7.3.2, name: Một việc không liên quan gì, max: 1, score: 1}")),
          removed("tiêu chí", "7.3.2 Chất lượng"), added("tiêu chí", "7.3.2 Một việc")),
    known("bỏ 5.2.3, 5.2.4 lên thay",
          each(drop(TABLE, row("5.2.3")), reword(TABLE, row("5.2.4"), "code: 5.2.3\n              name:")),
          removed("tiêu chí", "5.2.3 Tính công khai"),
          Found("renumbered", "tiêu chí", "5.2.4 Tình trạng", "5.2.3 Tình trạng")),
    known("gộp ô thời gian của 7.3.6, 7.3.7",
          share(TABLE, row("7.3.6"), row("7.3.7"), "time: Thường xuyên trong năm"),
          Found("regrouped", "tiêu chí", "7.3.6, 7.3.7 ô riêng", "ô chung của 7.3.6, 7.3.7")),
    known("8.5 vào lĩnh vực 6, giữ số", move(TABLE, row("8.5"), row("6.1.3")), moved("tiêu chí", "8.5", "8.5")),
    known("đổi tên lĩnh vực",
          reword(TABLE, "name: Xây dựng và phát triển Chính phủ điện tử, Chính phủ số", "name: Xây dựng chính quyền điện tử, chính quyền số"),
          Found("renamed", "tiêu chí", "7 Xây dựng và phát triển", "7 Xây dựng chính quyền")),
    known("điểm để trống", within(TABLE, row("8.1.5"), "score: 1,5732", "score:"),
          Found("unfilled", "tiêu chí", "8.1.5", "8.1.5")),
    known("bỏ hẳn một chỉ số",
          each(reword(PLAN, "Chỉ số SIPAS đạt {{ sipas.score }}%, xếp thứ {{ sipas.rank }}/{{ sipas.of }},"
                      " {{ sipas.move }} so với năm {{ year - 2 }};", ""),
               drop(PLAN, "sipas: name")),
          removed("chỉ số", "SIPAS", "sipas")),
    known("kính gửi", reword(PLAN, "bases:", "addressees: [Nơi được gửi giả định]\nbases:"),
          added("kính gửi", "Nơi được gửi giả định")),
    known("cơ quan chủ quản", reword(PLAN, "name: [ỦY BAN NHÂN DÂN,", "superior: CƠ QUAN GIẢ ĐỊNH\n  name: [ỦY BAN NHÂN DÂN,"),
          added("phần đầu", "CƠ QUAN GIẢ ĐỊNH", "issuer.superior")),
    known("ý mới có ý nhỏ",
          insert(SOLUTIONS, "- Tập trung chỉ đạo quyết liệt", "- text: Ý giả định\n  items:\n    - Việc nhỏ giả định"),
          added("đoạn văn", "Ý giả định"), added("đoạn văn", "Việc nhỏ giả định")),
    known("ý lớn thành ý nhỏ", move(SOLUTIONS, "- Hoàn thành 100% các nội dung", "- Việc nhỏ giả định"),
          moved("đoạn văn", "Hoàn thành 100%", "Hoàn thành 100%")),
    known("nhiệm vụ viết lại nhiều",
          reword(TASKS, "Hướng dẫn các cơ quan, đơn vị, địa phương thực hiện đánh giá thông qua lấy phiếu điều tra xã"
                 " hội học năm {{ year }} khi có yêu cầu của Bộ Nội vụ.",
                 "Phối hợp hướng dẫn cơ quan, đơn vị thực hiện đánh giá qua phiếu điều tra xã hội học năm {{ year }}"
                 " theo yêu cầu của Bộ Nội vụ và UBND tỉnh."),
          changed("nhiệm vụ", "Hướng dẫn các cơ quan, đơn vị, địa phương thực hiện", "Phối hợp hướng dẫn")),
    known("một nhiệm vụ tách làm hai",
          reword(TASKS, "Kế hoạch này, hàng quý báo cáo kết quả về UBND tỉnh theo báo cáo CCHC định kỳ.",
                 "Kế hoạch này.\n      - Hàng quý báo cáo kết quả về UBND tỉnh theo báo cáo CCHC định kỳ."),
          Found("divided", "nhiệm vụ", "Đôn đốc, theo dõi", "Hàng quý báo cáo")),
)  # fmt: skip

EDITS = (*HEAD, *LISTS, *AGENCIES, *SCORES, *ROWS, *CELLS, *HARDER)


def make(folder: Path) -> tuple[Path, Path]:
    """Writes the real 2024 and the made-up 2025, each with its own agencies.yaml."""
    for name in ("old", "new"):
        shutil.copytree(REPOSITORY / "content", folder / name / "content")
    old, new = folder / "old" / "content" / "2024", folder / "new" / "content" / "2025"
    (folder / "new" / "content" / "2024").rename(new)
    for edit in EDITS:
        edit.edit(new)
    return old, new
