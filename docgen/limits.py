"""How much docgen takes in: limits that no honest file meets, each with its sentence.

A table of 20,000 rows stays below them all. Above, a file is refused before it can eat the
machine; below, the time that docgen takes grows as the file does.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limit:
    """The most of something; `said` tells an officer what is above it, `{}` being the number."""

    most: int
    said: str
    unit: int = 1

    @property
    def sentence(self) -> str:
        """The Vietnamese sentence, without a full stop."""
        return self.said.format(f"{self.most // self.unit:,}".replace(",", "."))


class TooLarge(OSError):
    """A file above its limit; the message is a Vietnamese sentence."""


# The content, as YAML.
CONTENT_FILE = Limit(32 * MEGABYTE, "tệp nội dung lớn hơn {} MB", MEGABYTE)
TEXT = Limit(20_000, "một câu dài hơn {} chữ cái")
WORD = Limit(500, "một từ dài hơn {} chữ cái, giữa không có dấu cách")
KEYS = Limit(20_000, "một chỗ có hơn {} khóa")
LEVELS = Limit(40, "lồng quá {} tầng")
MARKS_ON_A_LETTER = Limit(20, "một chữ cái mang hơn {} dấu")

# Packages: .docx and .xlsx.
PACKAGE = Limit(200 * MEGABYTE, "tệp lớn hơn {} MB", MEGABYTE)
PARTS = Limit(10_000, "bên trong tệp có hơn {} phần")
PART = Limit(300 * MEGABYTE, "một phần bên trong tệp mở ra lớn hơn {} MB", MEGABYTE)
UNPACKED = Limit(600 * MEGABYTE, "tệp mở ra lớn hơn {} MB", MEGABYTE)
MARKS = Limit(20_000_000, "một phần bên trong tệp có hơn {} dấu <")
PARAGRAPH = Limit(100_000, "một đoạn văn dài hơn {} chữ cái")
NUMBER = Limit(1_000, "một số dài hơn {} chữ số")
BLOCKS = Limit(30_000, "văn bản có hơn {} đoạn và bảng")
COLUMNS = Limit(1_000, "một bảng có hơn {} cột")
CELLS = Limit(200_000, "tệp bảng tính có hơn {} ô, kể cả ô trống và ô gộp")

# A command.
REBUILDS = Limit(16, "hơn {} lần in thử")
SECONDS = Limit(1_800, "chạy quá {} phút", 60)


def read_bytes(path: Path, limit: Limit) -> bytes:
    """The bytes of a file; raises `TooLarge` above the limit, and `OSError` as files do."""
    with path.open("rb") as file:
        data = file.read(limit.most + 1)
    if len(data) > limit.most:
        raise TooLarge(limit.sentence)
    return data
