"""What a plan is: the nouns of docgen, and what an officer reads about each key.

One declaration serves three readers: `load` builds these classes from YAML, `schema`
writes the JSON Schema that editors show on hover, and the officers' guide follows it.
Every class is a mapping in the content; every field is a key of it.

Nothing here follows from other content: losses, sums, totals and numbering are made
by `compute` and `view`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from docgen.plan.dates import IssueDay, Years
from docgen.plan.fields import Day, Integer, Number, entries, entry
from docgen.plan.office import Issuer, Office
from docgen.plan.source import Source, Text

# --------------------------------------------------------------------------- agencies


@dataclass(frozen=True, slots=True)
class Agency:
    """Cơ quan: one agency, or one standing group of agencies."""

    name: Text = entry("Tên chính thức", "Đúng như in trên văn bản.", required=True)
    short: tuple[Text, ...] = entries("Tên gọi khác", "Các cách viết tắt được chấp nhận.")
    group: Literal["yes", "no"] = entry(
        "Là nhóm cơ quan", "yes: tên chung của nhiều cơ quan (các sở, ban, ngành…)."
    )
    members: tuple[Text, ...] = entries("Thành viên", "Mã các cơ quan thuộc nhóm này.")
    valid_from: Day | None = entry("Có từ ngày")
    valid_until: Day | None = entry("Đến hết ngày", "Ngày cuối cùng cơ quan còn hoạt động.")
    successor: Text | None = entry("Cơ quan kế thừa", "Mã của cơ quan nhận nhiệm vụ.")
    source: Text | None = entry("Căn cứ", "Văn bản hoặc sự kiện làm căn cứ cho thông tin này.")


# ------------------------------------------------------------------------ head of the plan


@dataclass(frozen=True, slots=True)
class Index:
    """Chỉ số: one published index of the province, quoted in the text by its key."""

    name: Text = entry("Tên chỉ số", required=True)
    score: Number | None = entry("Điểm", "Điểm hoặc tỷ lệ đã công bố.")
    rank: Integer | None = entry("Xếp hạng")
    of: Integer | None = entry("Số đơn vị được xếp hạng")
    previous_score: Number | None = entry("Điểm năm trước")
    previous_rank: Integer | None = entry("Xếp hạng năm trước")
    blanks: Mapping[str, Text] = entries("", private=True, empty=dict)


@dataclass(frozen=True, slots=True)
class Signature:
    """Chữ ký: quyền hạn, chức vụ and name of the signer."""

    lines: tuple[Text, ...] = entries(
        "Quyền hạn, chức vụ", "Mỗi dòng một mục, chữ in hoa: TM. …, KT. …, PHÓ CHỦ TỊCH."
    )
    name: Text | None = entry("Họ và tên người ký", "Không ghi học hàm, học vị.")


# ------------------------------------------------------------------------------- body


@dataclass(frozen=True, slots=True)
class Item:
    """Một mục của phần nội dung: a paragraph, a heading with what stands under it, or a table.

    In the content a plain text is short for `{text: …}`.
    """

    title: Text | None = entry("Đề mục", "In đậm trên dòng riêng; số thứ tự tự đánh.")
    text: tuple[Text, ...] = entries("Lời văn", "Một đoạn, hoặc danh sách các đoạn.")
    plain: Text | None = entry("Đoạn không đánh dấu", "Một đoạn không có gạch đầu dòng hay số.")
    marker: Literal["dash", "letter", "number", "none"] | None = entry(
        "Dấu của danh sách",
        "dash: gạch đầu dòng (mặc định); letter: a), b), c), d), đ); number: 1., 2.; none: không.",
    )
    items: tuple[Item, ...] = entries("Các mục con", shorthand="text")
    assignments: tuple[Assignment, ...] = entries("Phân công", "Nhiệm vụ giao cho từng cơ quan.")
    table: Table | None = entry("Bảng trong nội dung")
    where: Text | None = entry("", private=True)


@dataclass(frozen=True, slots=True)
class Assignment:
    """Phân công: the tasks of one agency, or of several under one title."""

    agency: Text | None = entry("Cơ quan", "Mã hoặc tên trong agencies.yaml; in ra tên chính thức.")
    agencies: tuple[Text, ...] = entries("Các cơ quan", "Nhiều cơ quan cùng nhận nhiệm vụ.")
    title: Text | None = entry("Tên in ra", "Chỉ ghi khi khác với tên trong agencies.yaml.")
    text: tuple[Text, ...] = entries("Lời văn", "Đoạn không có gạch đầu dòng.")
    tasks: tuple[Item, ...] = entries("Nhiệm vụ", "Mỗi nhiệm vụ một mục.", shorthand="text")
    where: Text | None = entry("", private=True)


# ----------------------------------------------------------------------- tables, appendices


@dataclass(frozen=True, slots=True)
class Column:
    """Cột của bảng."""

    key: Text = entry("Mã cột", "Chữ thường không dấu; các dòng dùng mã này.", required=True)
    title: Text = entry("Tên cột", "In ở đầu bảng.", required=True)
    above: Text | None = entry(
        "Tên chung ở trên", "Các cột kề nhau cùng tên chung: đầu bảng hai tầng."
    )
    width: Number = entry("Bề rộng (mm)", required=True)
    kind: Literal["text", "decimal", "integer"] | None = entry(
        "Loại", "text: chữ (mặc định); decimal: số thập phân; integer: số nguyên."
    )
    align: Literal["left", "center", "right", "justify"] | None = entry("Căn lề")
    compute: Text | None = entry(
        "Công thức", "Tính ở mọi dòng từ các cột khác, ví dụ: score - max."
    )
    group: Text | None = entry(
        "Công thức của dòng nhóm", "Tính ở dòng có dòng con, ví dụ: max + sum('loss')."
    )
    total: Text | None = entry("Công thức của dòng tổng", "Ví dụ: sum('max').")
    decimals: Integer | None = entry(
        "Làm tròn", "Số chữ số thập phân của số tính ra (làm tròn nửa lên)."
    )
    total_decimals: Integer | None = entry(
        "Số làm tròn ở dòng tổng", "In thêm trong ngoặc: 86,2482 (86,25)."
    )
    required: Literal["yes", "no"] | None = entry("Phải có", "yes: dòng thiếu ô này thì được báo.")
    yearly: Literal["yes", "no"] | None = entry(
        "Đổi từng năm", "yes: docgen new để trống các ô của cột này khi sang năm mới."
    )


Value = Number | Integer | tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Dòng của bảng, and the rows under it.

    `kind`: `row` prints its cells; `group` prints its cells, then its rows; `shared`
    prints only its rows, with `cells` merged over all of them; `across` prints one
    text over the whole width, then its rows. `cells` holds by column key what the
    content says; `stated` are the computed cells that it gives all the same. `blanks` is
    where the keys of cells stand that are written but have no value yet.
    """

    kind: Literal["row", "group", "shared", "across"]
    cells: Mapping[str, Value]
    rows: tuple[Row, ...]
    across: Text | None
    where: Text
    blanks: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Total:
    """Dòng tổng."""

    label: Text = entry("Chữ in ở dòng tổng", "Ví dụ: Tổng cộng:", required=True)
    column: Text = entry("Cột in chữ đó", "Mã cột.", required=True)
    index: Text | None = entry("Là điểm của chỉ số", "Mã chỉ số trong plan.yaml, để đối chiếu.")
    stated: Mapping[str, Number] = entries(
        "Số đã công bố", "Theo mã cột, để đối chiếu với số tính ra.", empty=dict
    )


@dataclass(frozen=True, slots=True)
class Table:
    """Bảng: the columns, and the rows that use their keys."""

    columns: tuple[Column, ...] = entries("Các cột", required=True)
    numbered: Literal["yes", "no"] | None = entry("Dòng (1)(2)(3)", "yes: in dưới đầu bảng.")
    rows: tuple[Row, ...] = entries("Các dòng")
    total: Total | None = entry("Dòng tổng")


@dataclass(frozen=True, slots=True)
class Appendix:
    """Phụ lục."""

    title: tuple[Text, ...] = entries("Tên phụ lục", "Chữ in hoa; mỗi dòng in là một mục.")
    orientation: Literal["landscape", "portrait"] | None = entry(
        "Khổ giấy", "landscape: ngang (mặc định); portrait: dọc."
    )
    text: tuple[Text, ...] = entries("Lời dẫn", "Các đoạn trước bảng.")
    table: Table | None = entry("Bảng")
    notes: tuple[Text, ...] = entries("Ghi chú", "Các đoạn sau bảng.")
    where: Text | None = entry("", private=True)


# ------------------------------------------------------------------------------ the plan


@dataclass(frozen=True, slots=True)
class Plan:
    """Kế hoạch: everything one folder of `content/` says."""

    year: Years = entry("Năm kế hoạch", "Một năm: 2024; nhiều năm: 2026 - 2030.", required=True)
    issuer: Issuer = entry("Cơ quan ban hành", required=True, shared=True)
    symbol: Text = entry("Ký hiệu", "Ví dụ: KH-UBND.", required=True, shared=True)
    number: Text | None = entry("Số văn bản", "Bỏ trống khi chưa ban hành.")
    date: IssueDay | None = entry(
        "Ngày ban hành",
        "Dạng 05/6/2024; biết đến đâu ghi đến đó: tháng 12 năm 2025, năm 2025; chưa biết thì "
        "bỏ trống, bản in chừa chỗ.",
    )
    place: Text = entry("Địa danh", required=True, shared=True)
    issue: Literal["paper", "electronic"] | None = entry(
        "Hình thức ban hành",
        "paper: văn bản giấy (mặc định); electronic: văn bản điện tử.",
    )
    subject: Text = entry("Trích yếu", required=True)
    below_subject: tuple[Text, ...] = entries(
        "Dòng dưới trích yếu", "Ví dụ: (Ban hành kèm theo Nghị quyết số … của HĐND tỉnh …)."
    )
    indices: Mapping[str, Index] = entries("Các chỉ số", "Theo mã, để dùng trong câu.", empty=dict)
    bases: tuple[Text, ...] = entries("Căn cứ", "Mỗi căn cứ một mục; dấu ; và . tự đặt.")
    addressees: tuple[Text, ...] = entries("Kính gửi", "Bỏ trống nếu không có.")
    preamble: tuple[Text, ...] = entries("Phần mở đầu", "Mỗi đoạn một mục.")
    sections: tuple[Item, ...] = entries(
        "Các phần", "Tên tệp hoặc nội dung của từng phần I, II, III.", include=True
    )
    closing: tuple[Text, ...] = entries("Đoạn kết", "Dấu ./. tự đặt.")
    recipients: tuple[Text, ...] = entries("Nơi nhận", "Mỗi nơi một mục; dấu - ; . tự đặt.")
    signature: Signature = entry("Người ký", required=True)
    appendices: tuple[Appendix, ...] = entries(
        "Các phụ lục", "Tên tệp của từng phụ lục.", include=True
    )
    agencies: Mapping[str, Agency] = entries("", private=True, empty=dict)
    glossary: Glossary = entry("", private=True)
    office: Office = entry("", private=True)
    sources: tuple[Source, ...] = entries("", private=True)


@dataclass(frozen=True, slots=True)
class Glossary:
    """Từ ngữ của cơ quan: `content/glossary.yaml`."""

    abbreviations: Mapping[str, Text] = entries(
        "Chữ viết tắt", "Chữ tắt: nghĩa đầy đủ.", empty=dict
    )
    words: tuple[Text, ...] = entries(
        "Từ được chấp nhận", "Từ riêng mà bộ kiểm chính tả không biết."
    )


def with_rows(table: Table, rows: tuple[Row, ...]) -> Table:
    """The table with its rows, which can be read only once its columns are known."""
    return replace(table, rows=rows)
