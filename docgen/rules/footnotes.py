"""Footnotes as they are written: closed, with words, and where the paper can show them."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.finding import Finding, Severity
from docgen.plan.footnotes import OPENS
from docgen.rules.facts import Facts, rule

# Parts that print as plain lines, without marks of any kind.
PLAIN = {
    "issuer": "tên cơ quan",
    "addressee": "kính gửi",
    "recipient": "nơi nhận",
    "signature": "chữ ký",
    "appendix title": "tên phụ lục",
}


@rule(
    "KH640", Severity.ERROR, "chú thích mở ^[ mà không đóng ]",
    "Chú thích không đóng thì in nguyên chữ ^[ giữa câu.",
)  # fmt: skip
def unclosed_footnote(facts: Facts) -> Iterator[Finding]:
    """`đạt 95%^[Theo báo cáo` without an end."""
    for printed, _ in facts.holding(OPENS[0]):
        start = printed.text.value.find(OPENS)
        if start >= 0:
            hint = "Thêm dấu ] ở cuối chú thích: ^[Theo báo cáo của Sở Nội vụ.]"
            yield unclosed_footnote.at(
                printed.text, "chú thích mở ^[ mà không có ] đóng lại", hint, start, len(OPENS)
            )


@rule(
    "KH641", Severity.ERROR, "chú thích không có chữ",
    "Số chú thích trong câu dẫn tới một dòng trống ở cuối trang.",
)  # fmt: skip
def empty_footnote(facts: Facts) -> Iterator[Finding]:
    """`^[]`."""
    for printed in facts.texts:
        if printed.role == "footnote" and not printed.text.value.strip():
            yield empty_footnote.at(
                printed.text, "chú thích không có chữ nào", "Ghi lời chú thích, hoặc bỏ ^[]."
            )


@rule(
    "KH642", Severity.ERROR, "chú thích ở chỗ không in được",
    "Tên cơ quan, nơi nhận, chữ ký và tên phụ lục in chữ thường, không có chú thích.",
)  # fmt: skip
def misplaced_footnote(facts: Facts) -> Iterator[Finding]:
    """A footnote in a recipient, a signature, a title."""
    before = None
    for printed in facts.texts:
        if printed.role != "footnote":
            before = printed
        elif before and before.role in PLAIN:
            message = f"{PLAIN[before.role]} không in được chú thích"
            yield misplaced_footnote.at(printed.text, message, "Chuyển chú thích vào lời văn.")
