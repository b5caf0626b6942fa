"""What an office says once for all its plans: `content/office.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.plan.fields import Number, entries, entry
from docgen.plan.source import Text
from docgen.plan.table import Column


@dataclass(frozen=True, slots=True)
class Issuer:
    """Cơ quan ban hành."""

    name: tuple[Text, ...] = entries(
        "Tên cơ quan ban hành", "Chữ in hoa; mỗi dòng in là một mục.", required=True
    )
    short: Text | None = entry("Tên gọi trong câu", "Ví dụ: UBND tỉnh Quảng Trị.", required=True)
    superior: tuple[Text, ...] = entries(
        "Cơ quan chủ quản", "Chữ in hoa, in phía trên cơ quan ban hành; bỏ trống nếu không có."
    )


@dataclass(frozen=True, slots=True)
class Form:
    """Thể thức: what the decree leaves to the office; what is not said is as in the template.

    Sizes and spaces in pt, `first_line` in cm, `line_spacing` in lines.
    """

    head_size: Number | None = entry(
        "Cỡ chữ Quốc hiệu", "12 hoặc 13; Tiêu ngữ và địa danh, ngày tháng lớn hơn một cỡ."
    )
    body_size: Number | None = entry("Cỡ chữ lời văn", "13 hoặc 14.")
    first_line: Number | None = entry("Thụt đầu dòng (cm)", "1 hoặc 1,27.")
    line_spacing: Number | None = entry("Giãn dòng", "Từ 1 (dòng đơn) đến 1,5.")
    paragraph_spacing: Number | None = entry("Cách đoạn (pt)", "Từ 6 trở lên.")
    table_size: Number | None = entry("Cỡ chữ bảng", "Nghị định không quy định; thường 11 đến 14.")
    table_align: Literal["left", "center", "right", "justify"] | None = entry(
        "Căn lề ô của bảng", "Cột khai align riêng thì theo cột."
    )
    same_digits: Literal["yes", "no"] | None = entry(
        "Số của bảng in số chữ số như nhau",
        "yes: các số của một cột in cùng số chữ số thập phân. Cột khai same_digits riêng thì theo "
        "cột.",
    )
    footnote_size: Number | None = entry("Cỡ chữ chú thích cuối trang", "Thường 10 đến 12.")
    run_in_number: Literal["bold", "plain"] | None = entry(
        "Số của đề mục liền dòng",
        "bold: đậm theo nhãn, như 2. Mua sắm: (mặc định); plain: không đậm.",
    )
    appendix_label: Text | None = entry(
        "Cách ghi nhãn phụ lục",
        "Ghi nhãn của phụ lục thứ nhất: Phụ lục số 01, Phụ lục 1, Phụ lục I, Phụ lục A; các phụ "
        "lục sau tự đánh số theo.",
    )


@dataclass(frozen=True, slots=True)
class Office:
    """Cơ quan: what its plans need not say again, and the form that it chose."""

    issuer: Issuer | None = entry("Cơ quan ban hành", "Kế hoạch không ghi issuer thì lấy ở đây.")
    symbol: Text | None = entry("Ký hiệu", "Kế hoạch không ghi symbol thì lấy ở đây.")
    place: Text | None = entry("Địa danh", "Kế hoạch không ghi place thì lấy ở đây.")
    authority: tuple[Text, ...] = entries(
        "Quyền hạn, chức vụ người ký", "Kế hoạch không ghi signature.lines thì lấy ở đây."
    )
    template: Text | None = entry("Tệp mẫu", "Kế hoạch không ghi template thì lấy ở đây.")
    form: Form | None = entry("Thể thức", "Phần Nghị định để cơ quan chọn.")

    def pads(self, column: Column) -> bool:
        """Whether the numbers of a column of a table print as many decimals each."""
        chosen = column.same_digits or (self.form.same_digits if self.form else None)
        return chosen == "yes"
