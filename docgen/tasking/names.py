"""The agencies that a few words name, short ways of listing them included.

`UBND cấp huyện, cấp xã` names two, and so does `các Sở: Nội vụ, Tài chính`: who lists agencies
says the word that they share once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.plan.agencies import ACTS
from docgen.plan.model import Agency
from docgen.plan.reading_order import Printed
from docgen.plan.source import Text
from docgen.rules.prose.held import Held
from docgen.rules.prose.mentions import Names

_AND = re.compile(r"\s*(?:,|;|/|\bvà\b|\bhoặc\b)(?:\s*\bvà\b)?\s+|\s+(?:và|hoặc)\s+")
_SHARED = re.compile(r"\b[Cc]ác (?P<word>[^\W\d_]+(?: cục)?)\s*:?\s+(?=\w)")
_LINKS = re.compile(
    r"(?:\b(?:và|các|cơ quan|đơn vị|địa phương|có|liên quan|khác|cùng|chủ trì|phối hợp)\b|[\W_])*",
    re.IGNORECASE,
)
_CAPITAL = "[A-ZÀÁẢÃẠĂÂĐÈÉẺẼẸÊÌÍỈĨỊÒÓỎÕỌÔƠÙÚỦŨỤƯỲÝỶỸỴ]"
_KIND = (
    "(?:Sở|Ban|Bộ|Bộ đội|Cục|Chi cục|Tổng cục|Công an|Văn phòng|UBND|HĐND|Ủy ban|Trung tâm|"
    "Thanh tra|Viện|Viện kiểm sát|Trường|Bệnh viện|Hội|Hiệp hội|Đoàn|Liên đoàn|Liên minh|Báo|"
    "Đài|Ngân hàng|Kho bạc|Bảo hiểm|Tòa án|Phòng|Đảng ủy|Quỹ|Công ty|Xã|Phường|Huyện|Thị xã|"
    "Thành phố|Thị trấn|Cảng vụ|Tổ|Đội)"
)
_PIECE = re.compile(
    rf"(?:(?!\s+(?:và|cùng|với)\s+(?:{_KIND}|các)\b|\s+(?:{ACTS})\b)[^,;.:()\n\ue000])+"
)
# The name of an office: its kind, then a word with a capital or a level.
_OFFICE = re.compile(
    rf"(?:\W|và |cùng |với )*(?P<name>{_KIND} (?:{_CAPITAL}|(?:tỉnh|huyện|xã|phường|cấp)\b).*)"
)
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Named:
    """An agency named at `start` to `end` of some words; `key` is its key in agencies.yaml."""

    start: int
    end: int
    key: str


class Reader:
    """Finds the agencies of one plan in words."""

    def __init__(self, agencies: Mapping[str, Agency]) -> None:
        self.names = Names(agencies)

    def named(self, words: str, text: Text) -> list[Named]:
        """Every agency that the words name, in order; `text` is where they come from."""
        found = [*self._whole(words, text)]
        for shared in _SHARED.finditer(words):
            rest = words[shared.end() :]
            found += self._listed(shared["word"].capitalize(), rest, shared.end(), text)
        for each in [*found]:
            found += self._continued(words, each, text)
        kept: dict[tuple[int, str], Named] = {(each.start, each.key): each for each in found}
        return sorted(kept.values(), key=lambda each: each.start)

    def only_names(self, words: str, text: Text) -> bool:
        """Whether the words say nothing but who it is."""
        found = self.named(words, text)
        return bool(found) and _LINKS.fullmatch(_without(words, found)) is not None

    def unknown(self, words: str, text: Text) -> Iterator[Named]:
        """What is called as an agency is, but agencies.yaml does not have; the key is its name."""
        left = _without(words, self.named(words, text))
        for piece in _PIECE.finditer(left):
            office = _OFFICE.match(piece[0])
            name = " ".join(office["name"].split()) if office else ""
            if office and len(name) <= LONGEST_NAME and "liên quan" not in name:
                start = piece.start() + office.start("name")
                yield Named(start, piece.start() + len(piece[0].rstrip()), name)

    def _whole(self, words: str, text: Text) -> Iterator[Named]:
        for mention in self.names.mentions(Held([Printed(replace(text, value=words), "cell")])):
            end = mention.offset + len(mention.spelling)
            yield Named(mention.offset, end, mention.key)

    def _continued(self, words: str, before: Named, text: Text) -> Iterator[Named]:
        """`cấp xã` behind `UBND cấp huyện, `: the word that both names begin with is said once."""
        shared = words[before.start : before.end].split()
        link = _AND.match(words, before.end)
        if link is None or next(self._whole(words[link.end() :], text), _NONE).start == 0:
            return
        for count in range(1, len(shared)):
            found = [*self._listed(" ".join(shared[:count]), words[link.end() :], link.end(), text)]
            if found:
                yield from found
                return

    def _listed(self, shared: str, rest: str, at: int, text: Text) -> Iterator[Named]:
        """The name that `shared` and the beginning of `rest` make, and those that go on from it."""
        first = next(self._whole(f"{shared} {rest}", text), _NONE)
        length = first.end - len(shared) - 1
        if first.start or length <= 0:
            return
        yield Named(at, at + length, first.key)
        if link := _AND.match(rest, length):
            yield from self._listed(shared, rest[link.end() :], at + link.end(), text)


_NONE = Named(-1, -1, "")


def _without(words: str, named: list[Named]) -> str:
    for each in named:
        words = words[: each.start] + "\n" * (each.end - each.start) + words[each.end :]
    return words
