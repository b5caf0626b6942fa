"""What the read-back tells: rules, and words cut to be shown."""

from __future__ import annotations

from docgen.finding import Rule, Severity

LOST = Rule(
    "KH045",
    Severity.ERROR,
    "văn bản in ra thiếu nội dung",
    "Nội dung có trong YAML mà không lên giấy.",
)
UNEXPECTED = Rule(
    "KH046",
    Severity.ERROR,
    "văn bản in ra thừa chữ",
    "Chữ không có trong nội dung, cũng không có trong mẫu.",
)  # fmt: skip
BROKEN = Rule("KH047", Severity.ERROR, "tệp Word hỏng cấu trúc", "Word sẽ báo không đọc được tệp.")

RULES = (LOST, UNEXPECTED, BROKEN)

MOST_FINDINGS = 20


def spaced(words: str) -> str:
    """A no-break space is a space: it only says where no line may begin."""
    return words.replace("\u00a0", " ")
