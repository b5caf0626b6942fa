"""What a plan is: the nouns of docgen, and what an officer reads about each key.

One declaration serves three readers: `load` builds these classes from YAML, `schema`
writes the JSON Schema that editors show on hover, and the officers' guide follows it.
Every class is a mapping in the content; every field is a key of it.

Nothing here follows from other content: losses, sums, totals and numbering are made
by `compute` and `view`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from docgen.plan.dates import IssueDay, Years
from docgen.plan.fields import Day, Integer, Number, entries, entry
from docgen.plan.office import Issuer, Office
from docgen.plan.source import Source, Text
from docgen.plan.table import Table
from docgen.project import template_called

NO_REFERENCE = "none"
NO_SYMBOL = "none"

# --------------------------------------------------------------------------- agencies


@dataclass(frozen=True, slots=True)
class Agency:
    """Cơ quan: one agency, or one standing group of agencies."""

    name: Text = entry("Tên chính thức", "Đúng như in trên văn bản.", required=True)
    short: tuple[Text, ...] = entries("Tên gọi khác", "Các cách viết tắt được chấp nhận.")
    group: Literal["yes", "no"] = entry(
        "Là nhóm cơ quan", "yes: tên chung của nhiều cơ quan (các sở, ban, ngành…)."
    )
    members: tuple[Text, ...] = entries("Thành viên", "Mã các cơ quan thuộc nhóm này.", agency=True)
    valid_from: Day | None = entry("Có từ ngày")
    valid_until: Day | None = entry("Đến hết ngày", "Ngày cuối cùng cơ quan còn hoạt động.")
    successor: Text | None = entry("Cơ quan kế thừa", "Mã của cơ quan nhận nhiệm vụ.", agency=True)
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
    row: Text | None = entry(
        "Là điểm của dòng", "Mã dòng của phụ lục, để đối chiếu điểm hoặc tỷ lệ của dòng ấy."
    )
    blanks: Mapping[str, Text] = entries("", private=True, empty=dict)


@dataclass(frozen=True, slots=True)
class Signature:
    """Chữ ký: quyền hạn, chức vụ and name of the signer."""

    lines: tuple[Text, ...] = entries(
        "Quyền hạn, chức vụ", "Mỗi dòng một mục, chữ in hoa: TM. …, KT. …, PHÓ CHỦ TỊCH."
    )
    name: Text | None = entry("Họ và tên người ký", "Không ghi học hàm, học vị.")


# ------------------------------------------------------------------------------- body


Marker = Literal[
    "dash", "letter", "number", "none", "(1)", "a.1)", "1.1.",
    "roman", "plus", "•", "1)", "a.", "1.1",
]  # fmt: skip
_MARKER = (
    "dash: gạch đầu dòng (mặc định); letter: a), b), c), d), đ); number: 1., 2.; roman: I., II.; "
    "plus: +; none: không; hoặc viết đúng như in: (1), a.1), 1.1., •, 1), a., 1.1"
)


@dataclass(frozen=True, slots=True)
class Item:
    """Một mục của phần nội dung: a paragraph, a heading with what stands under it, or a table.

    In the content a plain text is short for `{text: …}`.
    """

    title: Text | None = entry(
        "Đề mục",
        "In đậm trên dòng riêng; số thứ tự tự đánh. Hết bằng dấu hai chấm thì lời văn in liền sau.",
    )
    text: tuple[Text, ...] = entries("Lời văn", "Một đoạn, hoặc danh sách các đoạn.")
    plain: Text | None = entry("Đoạn không đánh dấu", "Một đoạn không có gạch đầu dòng hay số.")
    centered: Text | None = entry("Dòng canh giữa", "Một dòng không đánh dấu, canh giữa trang.")
    marker: Marker | None = entry("Dấu của danh sách", _MARKER)
    items: tuple[Item, ...] = entries(
        "Các mục con", "Đề mục, điểm và phân công, theo thứ tự in.", shorthand="text", mixed=True
    )
    assignments: tuple[Assignment, ...] = entries("Phân công", "Nhiệm vụ giao cho từng cơ quan.")
    table: Table | None = entry("Bảng trong nội dung")
    where: Text | None = entry("", private=True)


@dataclass(frozen=True, slots=True)
class Assignment:
    """Phân công: the tasks of one agency, or of several under one title."""

    agency: Text | None = entry(
        "Cơ quan", "Mã hoặc tên trong agencies.yaml; in ra tên chính thức.", agency=True
    )
    agencies: tuple[Text, ...] = entries(
        "Các cơ quan", "Nhiều cơ quan cùng nhận nhiệm vụ.", agency=True
    )
    title: Text | None = entry(
        "Tên in ra", "Chỉ ghi khi khác với tên trong agencies.yaml; {{ agency }} là tên đó."
    )
    task: Text | None = entry(
        "Nhiệm vụ in liền sau tên",
        "Sở Nội vụ: chủ trì … trên một dòng; có {{ agency }} trong câu thì tên in ở chỗ đó.",
    )
    text: tuple[Text, ...] = entries("Lời văn", "Đoạn không có gạch đầu dòng.")
    marker: Marker | None = entry("Dấu của các nhiệm vụ", _MARKER)
    tasks: tuple[Item, ...] = entries(
        "Nhiệm vụ", "Mỗi nhiệm vụ một mục.", shorthand="text", mixed=True
    )
    where: Text | None = entry("", private=True)


# ------------------------------------------------------------------------------- appendices


@dataclass(frozen=True, slots=True)
class Appendix:
    """Phụ lục."""

    label: Text | None = entry(
        "Ký hiệu phụ lục",
        "Ví dụ: Phụ lục số 01, Biểu 01. Bỏ trống: Phụ lục, Phụ lục I, II tự đánh.",
    )
    title: tuple[Text, ...] = entries("Tên phụ lục", "Chữ in hoa; mỗi dòng in là một mục.")
    reference: Text | None = entry(
        "Dòng kèm theo", "Thay cho (Ban hành kèm theo Kế hoạch số …); none: không in."
    )
    orientation: Literal["landscape", "portrait"] | None = entry(
        "Khổ giấy", "landscape: ngang (mặc định); portrait: dọc."
    )
    text: tuple[Text, ...] = entries("Lời dẫn", "Các đoạn trước bảng.")
    table: Table | None = entry("Bảng")
    headings: Literal["roman", "number"] | None = entry(
        "Số của đề mục", "roman: I., 1., 1.1. (mặc định); number: 1., 1.1."
    )
    items: tuple[Item, ...] = entries(
        "Các mục",
        "Đề mục, đoạn, điểm, bảng theo thứ tự nào cũng được, như ở các phần.",
        shorthand="text",
    )
    notes: tuple[Text, ...] = entries("Ghi chú", "Các đoạn ở cuối phụ lục.")
    where: Text | None = entry("", private=True)

    @property
    def content(self) -> tuple[Item, ...]:
        """All that stands below its head, in reading order."""
        table = (Item(table=self.table, where=self.where),) if self.table else ()
        text, notes = ([Item(plain=each) for each in texts] for texts in (self.text, self.notes))
        return (*text, *table, *self.items, *notes)


# ------------------------------------------------------------------------------ the plan


@dataclass(frozen=True, slots=True)
class Plan:
    """Kế hoạch: everything one folder of `content/` says."""

    year: Years = entry("Năm kế hoạch", "Một năm: 2024; nhiều năm: 2026 - 2030.", required=True)
    issuer: Issuer = entry("Cơ quan ban hành", required=True, shared=True)
    symbol: Text = entry(
        "Ký hiệu",
        "Ví dụ: KH-UBND; none: kế hoạch ban hành kèm theo văn bản khác, không có số riêng.",
        required=True, shared=True,
    )  # fmt: skip
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
    template: Text | None = entry(
        "Tệp mẫu",
        "Tên một tệp Word trong thư mục templates; bỏ trống: KH_template.docx.",
        shared=True,
    )
    subject: Text = entry("Trích yếu", required=True)
    below_subject: tuple[Text, ...] = entries(
        "Dòng dưới trích yếu", "Ví dụ: (Ban hành kèm theo Nghị quyết số … của HĐND tỉnh …)."
    )
    taken_from: Text | None = entry(
        "Lấy từ văn bản đã ban hành",
        "Tên tệp Word; nội dung giữ nguyên văn nên quy tắc chỉ nhắc, không chặn.",
    )
    indices: Mapping[str, Index] = entries("Các chỉ số", "Theo mã, để dùng trong câu.", empty=dict)
    bases: tuple[Text, ...] = entries("Căn cứ", "Mỗi căn cứ một mục; dấu ; và . tự đặt.")
    addressees: tuple[Text, ...] = entries("Kính gửi", "Bỏ trống nếu không có.")
    preamble: tuple[Text, ...] = entries("Phần mở đầu", "Mỗi đoạn một mục.")
    headings: Literal["roman", "number"] | None = entry(
        "Số của đề mục", "roman: I., 1., 1.1. (mặc định); number: 1., 1.1."
    )
    sections: tuple[Item, ...] = entries(
        "Các phần", "Tên tệp hoặc nội dung của từng phần I, II, III.", include=True
    )
    closing: tuple[Text, ...] = entries("Đoạn kết", "Dấu ./. tự đặt.")
    recipients: tuple[Text, ...] = entries("Nơi nhận", "Mỗi nơi một mục; dấu - ; . tự đặt.")
    signature: Signature | None = entry("Người ký")
    appendices: tuple[Appendix, ...] = entries(
        "Các phụ lục", "Tên tệp của từng phụ lục.", include=True
    )
    agencies: Mapping[str, Agency] = entries("", private=True, empty=dict)
    glossary: Glossary = entry("", private=True)
    office: Office = entry("", private=True)
    sources: tuple[Source, ...] = entries("", private=True)

    @property
    def template_path(self) -> Path:
        """Its template, relative to the project."""
        return template_called(self.template.value.strip() if self.template else "")

    @property
    def is_attached(self) -> bool:
        """Whether it is issued with another document, so that it has no number of its own."""
        return bool(self.symbol) and self.symbol.value == NO_SYMBOL


@dataclass(frozen=True, slots=True)
class Glossary:
    """Từ ngữ của cơ quan: `content/glossary.yaml`."""

    abbreviations: Mapping[str, Text] = entries(
        "Chữ viết tắt", "Chữ tắt: nghĩa đầy đủ.", empty=dict
    )
    words: tuple[Text, ...] = entries(
        "Từ được chấp nhận", "Từ riêng mà bộ kiểm chính tả không biết."
    )
