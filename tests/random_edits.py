"""Random edits of the real 2024 plan, several at once, each with what it is to be found as.

Each edit has a block of tasks or a field of the appendix for itself. Nothing they say is true.
"""

import random
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy

from tests.hard import real_2024
from tests.known_edits import Found, added, changed, moved, removed

KINDS: list[Callable[["RandomEdits"], None]] = []
TASKS = [
    "Mở lớp tập huấn kỹ năng viết cho biên tập viên cấp xã vào mùa hè",
    "Thay toàn bộ máy in kim ở bộ phận một cửa bằng máy in mã vạch",
    "Ký thỏa thuận với bưu điện về trả hồ sơ ngoài giờ hành chính",
    "Công bố bản đồ điểm tiếp nhận lưu động ở các thôn bản vùng cao",
]
REPORT = "Báo cáo đột xuất khi có yêu cầu của Ban Chỉ đạo"
ROW = {
    "name": "Phòng họp không giấy tờ", "max": "1", "score": "0,4", "reason": "Mới chấm lần đầu",
    "remedy": "Theo dõi thêm", "agencies": "Sở Nội vụ", "time": "Quý I", "product": "Báo cáo",
}  # fmt: skip


def kind(edit):
    KINDS.append(edit)
    return edit


def anything(_):
    return True


class RandomEdits:
    """`plan` after `count` edits, `found` all that is to be found, `done` their names."""

    def __init__(self, seed, count):
        self.choose = random.Random(seed)
        self.plan = real_2024.base()
        self.found = []
        self.done = []
        self.blocks = self.plan["sections"][2]["assignments"]
        self.table = self.plan["appendices"][0]["table"]
        self.taken = set()
        for edit in self.choose.sample(KINDS, count):
            with suppress(IndexError):  # no place is left for it
                edit(self)
                self.done.append(edit.__name__)

    def part(self, title):
        return next(each for each in self.plan["sections"] if each["title"].startswith(title))

    def task(self, fits=anything):
        """The tasks of a block that no edit has touched, and the number of one."""
        places = [
            (block["tasks"], number)
            for block in self.blocks
            if id(block) not in self.taken and len(block.get("tasks", [])) > 1
            for number, text in enumerate(block["tasks"])
            if isinstance(text, str) and text != REPORT and not {"{", "*"} & {*text} and fits(text)
        ]
        tasks, number = self.choose.choice(places)
        self.taken |= {id(block) for block in self.blocks if block.get("tasks") is tasks}
        return tasks, number

    def row(self, fits=anything):
        """The rows of a field that no edit has touched, and the number of a criterion there."""
        places = []
        for field in self.table["rows"]:
            if field["code"] not in self.taken:
                lists = [field["rows"], *(each["rows"] for each in field["rows"] if "rows" in each)]
                places += [
                    (field, rows, number)
                    for rows in lists
                    if len(rows) > 1
                    for number, row in enumerate(rows)
                    if "score" in row and fits(row)
                ]
        field, rows, number = self.choose.choice(places)
        self.taken.add(field["code"])
        return rows, number

    def criterion(self, name, old, new, aspect=""):
        self.found.append(Found(name, "tiêu chí", f"{old} ", f"{new}", aspect))


def first_words(text):
    return " ".join(text.split()[:4])


def lower(text):
    return text[0].lower() + text[1:]


def upper(text):
    return text[0].upper() + text[1:]


def has_own_cells(row):
    return bool(row.get("remedy"))


# ------------------------------------------------------------------------------------- tasks


@kind
def a_word_of_a_task(it):
    tasks, at = it.task(lambda text: len(text.split()) > 14)
    words = tasks[at].split()
    words[it.choose.randrange(5, len(words) - 3)] = "nhanh"
    it.found.append(changed("nhiệm vụ", first_words(tasks[at]), "nhanh"))
    tasks[at] = " ".join(words)


@kind
def a_task_goes(it):
    tasks, at = it.task()
    it.found.append(removed("nhiệm vụ", first_words(tasks.pop(at))))


@kind
def a_task_comes(it):
    tasks, at = it.task()
    text = it.choose.choice(TASKS)
    tasks.insert(at, text)
    it.found.append(added("nhiệm vụ", first_words(text)))


@kind
def a_task_goes_to_another_agency(it):
    tasks, at = it.task()
    others, _ = it.task()
    text = tasks.pop(at)
    others.append(text)
    it.found.append(moved("nhiệm vụ", first_words(text), first_words(text)))


@kind
def two_tasks_are_joined(it):
    tasks, _ = it.task()
    one, other = tasks[:2]
    tasks[:2] = [f"{one.rstrip('.')}; {lower(other)}"]
    it.found.append(Found("joined", "nhiệm vụ", first_words(one), first_words(one)))


@kind
def a_task_is_divided(it):
    tasks, at = it.task(
        lambda text: "; " in text and all(len(each.split()) > 6 for each in text.split("; ", 1))
    )
    one, other = tasks[at].split("; ", 1)
    tasks[at : at + 1] = [f"{one}.", upper(other)]
    it.found.append(Found("divided", "nhiệm vụ", first_words(one), first_words(one)))


@kind
def a_task_becomes_points(it):
    tasks, at = it.task(
        lambda text: (
            text.count("; ") > 1 and all(len(each.split()) > 4 for each in text.split("; "))
        )
    )
    text = tasks[at]
    points = text.rstrip(".").split("; ")
    tasks[at] = {"text": "Thực hiện các việc sau:", "items": [*map(upper, points)]}
    it.found.append(Found("divided", "nhiệm vụ", first_words(text), first_words(text)))


@kind
def a_clause_comes_in_front(it):
    tasks, at = it.task()
    it.found.append(changed("nhiệm vụ", first_words(tasks[at]), "từ quý II hằng năm"))
    tasks[at] = f"Phối hợp với các đoàn thể, từ quý II hằng năm, {lower(tasks[at])}"


@kind
def a_sentence_comes_in_four_agencies(it):
    for block in [each for each in it.blocks if "tasks" in each][:4]:
        block["tasks"].append(REPORT)
        it.found.append(added("nhiệm vụ", REPORT))


@kind
def an_agency_goes_elsewhere(it):
    block = it.choose.choice(it.blocks)
    place = (it.blocks.index(block) + 5) % len(it.blocks)
    it.blocks.remove(block)
    it.blocks.insert(place, block)
    it.found.append(moved("cơ quan", "", ""))


@kind
def an_agency_has_another_name(it):
    tax = {**real_2024.OFFICES["cuc-thue-tinh"], "name": "Thuế tỉnh Quảng Trị"}
    it.plan["agencies"] = {**deepcopy(real_2024.OFFICES), "cuc-thue-tinh": tax}
    it.found.append(Found("renamed", "cơ quan", "Cục Thuế", "Thuế tỉnh Quảng Trị"))


# -------------------------------------------------------------------------------------- rows


@kind
def a_score(it):
    rows, at = it.row()
    rows[at]["score"] = "0,1234"
    it.criterion("rescored", rows[at]["code"], rows[at]["code"])


@kind
def a_score_is_not_known_yet(it):
    rows, at = it.row()
    rows[at]["score"] = None
    it.criterion("unfilled", rows[at]["code"], rows[at]["code"])


@kind
def a_deadline(it):
    rows, at = it.row(lambda row: row.get("time"))
    rows[at]["time"] = "Tháng 7"
    it.criterion("changed", rows[at]["code"], "Tháng 7", "time")


@kind
def a_cell_is_written_anew(it):
    rows, at = it.row(has_own_cells)
    rows[at]["remedy"] = "Nêu tên đơn vị chậm ở giao ban hằng tuần; công khai trên bảng tin"
    it.criterion("changed", rows[at]["code"], "Nêu tên đơn vị chậm", "remedy")


@kind
def a_row_goes(it):
    rows, at = it.row()
    it.criterion("removed", rows.pop(at)["code"], "")


@kind
def a_row_comes(it):
    rows, at = it.row(has_own_cells)
    rows.insert(at, {"code": "0.9", **ROW})
    it.found.append(added("tiêu chí", "0.9 Phòng họp"))


@kind
def a_row_goes_to_another_field(it):
    rows, at = it.row(has_own_cells)
    others, _ = it.row(has_own_cells)
    row = rows.pop(at)
    others.append(row)
    it.criterion("moved", row["code"], row["code"])


@kind
def a_row_has_another_code(it):
    rows, at = it.row()
    code = rows[at]["code"]
    rows[at]["code"] = f"{code}.7"
    it.criterion("renumbered", code, f"{code}.7")


@kind
def a_row_has_quite_another_name(it):
    rows, at = it.row(has_own_cells)
    rows[at]["name"] = "Kết quả rà soát độc lập"
    it.criterion("renamed", rows[at]["code"], "Kết quả rà soát")


def _two_rows(it):
    rows, _ = it.row()
    return [row for row in rows if "score" in row][:2]


@kind
def two_rows_exchange_their_names(it):
    one, other = _two_rows(it)
    one["name"], other["name"] = other["name"], one["name"]
    for row in (one, other):
        it.criterion("renamed", row["code"], row["code"])


@kind
def two_rows_exchange_their_scores(it):
    one, other = _two_rows(it)
    one["score"], other["score"] = other["score"], one["score"]
    for row in (one, other):
        it.criterion("rescored", row["code"], row["code"])


@kind
def a_field_has_another_name(it):
    rows, _ = it.row()
    lists = {id(each): field for field in it.table["rows"] for each in
             (field["rows"], *(its["rows"] for its in field["rows"] if "rows" in its))}  # fmt: skip
    field = lists[id(rows)]
    field["name"] = "Lĩnh vực được gọi lại"
    it.criterion("renamed", field["code"], "Lĩnh vực được gọi lại")


@kind
def a_column_has_another_title(it):
    it.table["columns"][5]["title"] = "Vì sao mất điểm"
    it.found.append(Found("renamed", "cột", "Lý do bị trừ", "Vì sao mất điểm", None))


# ------------------------------------------------------------------------------ all the rest


@kind
def a_heading_has_another_title(it):
    it.part("MỤC ĐÍCH")["items"][1]["title"] = "Định hướng chung"
    it.found.append(Found("renamed", "đề mục", "Yêu cầu", "Định hướng chung"))


@kind
def two_parts_change_places(it):
    it.plan["sections"][:2] = it.plan["sections"][1::-1]
    it.found.append(moved("đề mục", "", ""))


@kind
def a_paragraph_goes_elsewhere(it):
    text = it.part("MỤC ĐÍCH")["items"][0]["items"].pop()
    it.part("NHIỆM VỤ")["items"][0]["items"].append(text)
    it.found.append(moved("đoạn văn", first_words(text), first_words(text)))


@kind
def a_recipient_goes(it):
    at = it.choose.randrange(len(it.plan["recipients"]))
    it.found.append(removed("nơi nhận", it.plan["recipients"].pop(at)))


@kind
def the_appendix_has_another_title(it):
    it.plan["appendices"][0]["title"] = ["BẢNG CHI TIẾT CẢI CÁCH"]
    it.found.append(Found("renamed", "phụ lục", "TIÊU CHÍ THÀNH PHẦN", "BẢNG CHI TIẾT"))


@kind
def a_rank(it):
    it.plan["indices"]["papi"]["rank"] = "30"
    it.found.append(Found("rescored", "chỉ số", "26", "30", "papi", ("4",)))


@kind
def the_year(it):
    it.plan["year"] = "2025"
    it.found.append(changed("phần đầu", "2024", "2025", "year"))


@kind
def the_signer(it):
    it.plan["signature"]["name"] = "Trần Văn Mẫu"
    it.found.append(changed("chữ ký", "Lê Đức Tiên", "Trần Văn Mẫu", "signature.name"))
