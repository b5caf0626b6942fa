"""Whose tasks a line heads: agencies that are known, and those that are only named here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from docgen.from_word.lines import Line
from docgen.from_word.marks import SIGNS, colon
from docgen.from_word.outline import Node, is_part
from docgen.plan.agencies import ACTS, find
from docgen.plan.model import Agency, Assignment, Item, Marker
from docgen.plan.source import Text

_KINDS = (
    "Sở|Ban|Văn phòng|UBND|Ủy ban|Uỷ ban|Công an|Bộ Chỉ huy|Bộ chỉ huy|BCH|Cục|Chi cục|Thanh tra|"
    "Báo|Đài|Kho bạc|Ngân hàng|Bảo hiểm|BHXH|Hội|Liên đoàn|Tỉnh đoàn|Thành đoàn|Trường|Trung tâm|"
    "Thủ trưởng|Chủ tịch|Giám đốc|Người đứng đầu|Bưu điện|Điện lực|Viện|Mặt trận|MTTQ|Tòa án|"
    "Toà án|Phòng|Bộ đội|Liên minh|Hiệp hội|Quỹ|Cổng|Công ty|Tổng cục|Vụ|Trạm|Bệnh viện|Tập đoàn|"
    "Tổng công ty|Đoàn Thanh niên"
)
_MANY = "sở|cơ quan|đơn vị|ban|phòng|doanh nghiệp|tổ chức|địa phương"
_NAME = re.compile(rf"(?:(?:[Cc]ác )?(?:{_KINDS})|[Cc]ác (?:{_MANY}))\b(?:\([^)]*\)|[^.;:])*")
_NO_NAME = re.compile(
    r"^(?:Ban hành|Báo cáo|Hội nghị|Hội thảo|Hội thi|Trường hợp|Đài thọ|Phòng(?:,| )chống|"
    r"Phòng ngừa|Phòng bệnh|Phòng trừ|Văn phòng phẩm|Viện trợ|Viện dẫn|Viện phí|Quỹ đất|Báo chí|"
    r"Hội nhập|Hội chợ|Hội trường|Ban đầu|Vụ (?:[Đđ]ông|[Xx]uân|[Hh]è|mùa|việc)|"
    r"Thanh tra(?:,| việc| công tác| tình hình))\b| khác$| chung$|"
    r"^(?:Kinh phí|Chế độ|Tổ chức|Triển khai|Thời gian|Trách nhiệm chung|Công tác)\b"
)
_GIVES_TASKS = re.compile(r"tổ chức thực hiện|phân công|trách nhiệm|nhiệm vụ của", re.IGNORECASE)
_PREFIX = re.compile(r"(?:Đối với|Giao|Đề nghị|Yêu cầu)\s+")
_ACTS = re.compile(
    rf"\s(?:{ACTS}|đẩy nhanh|đẩy mạnh|tăng cường|chuẩn bị|vận động|thông báo|cung cấp|lồng ghép|"
    r"bảo đảm|đảm bảo|tiếp nhận|thẩm định|hỗ trợ|chủ động|tiếp tục|lập|ban hành|huy động|giám sát|"
    r"phân công|quán triệt|cân đối|là (?:cơ quan|đơn vị|đầu mối))\b"
)
_UNFINISHED = re.compile(r"(?:[,(]| (?:được|đã|đang|sẽ|để|phải|cần|không|do|bị|có|và|trong|của))$")
_GIVES_ON = re.compile(rf" (?:giao|đề nghị|yêu cầu) (?:cho )?(?:[Cc]ác )?(?:{_KINDS}|{_MANY})\b")
_NEXT = re.compile(r",\s+|\s+và\s+|;\s+")
MOST_LETTERS = 130


@dataclass(frozen=True, slots=True)
class Role:
    """The agencies a line names: their keys, none where nobody knows them.

    `prefix` stands before the name; `said` is the name there; `runs_in`: a task follows it;
    `within`: the name is a part of the task's own sentence.
    """

    keys: tuple[str, ...]
    prefix: str
    said: str
    runs_in: bool
    within: bool = False


@dataclass
class Roles:
    """Finds the agencies that the lines of a tree name."""

    agencies: Mapping[str, Agency]
    _found: dict[int, Role] = field(default_factory=dict)

    def of(self, node: Node) -> Role | None:
        """The agency whose task a marked line is."""
        return self._found.get(id(node))

    def look(self, nodes: Sequence[Node], *, giving: bool = False) -> None:
        """Finds the agencies of a tree; names nobody knows only where a heading gives tasks.

        Where most headings of a list name agencies, all of them do.
        """
        roles: dict[int, Role] = {}
        above = giving
        for node in nodes:
            if node.line and (node.kind == "center" or is_part(node.line)):
                giving = above or bool(_GIVES_TASKS.search(node.line.words))
            if role := self._role(node, giving):
                roles[id(node)] = role
        heads = [node for node in nodes if node.kind == "marked" and node.is_title]
        most = giving and 2 * sum(id(node) in roles for node in heads) > len(heads)
        for node in nodes:
            title = node.is_title and node.mark.kind != "roman" if node.kind == "marked" else False
            named = node.line and not _NO_NAME.search(node.line.bare)
            if most and title and named and id(node) not in roles and node.line:
                roles[id(node)] = Role((), "", node.line.bare.rstrip(":"), False)
            gives = title or (node.kind == "marked" and node.mark.kind == "roman")
            tasks = gives and node.line and _GIVES_TASKS.search(node.line.words)
            self.look(node.below, giving=giving or bool(tasks))
        self._found |= roles

    def _role(self, node: Node, giving: bool) -> Role | None:
        line = node.line
        if node.kind != "marked" or line is None or node.mark.kind in ("roman", *SIGNS):
            return None
        words = line.bare
        end = colon(words)
        called, told, task = words[:end], words[end:], words[end + 1 :]
        prefix = match[0] if (match := _PREFIX.match(called)) else ""
        said = called.removeprefix(prefix).strip()
        if not node.is_title and (role := self._spoken_of(said, prefix, giving=giving)):
            return role
        if (told and task and not task.startswith(" ")) or len(said) > MOST_LETTERS:
            return None
        if not told and not (node.is_title or (giving and _looks_like_name(said))):
            return None
        runs_in = bool(task.strip())
        if keys := self._known(said):
            return Role(keys, prefix, said, runs_in)
        heads = told and not runs_in and any(self._role(each, giving) for each in node.below)
        if giving and _looks_like_name(said) and not said.endswith((".", ";", ",")) and not heads:
            return Role((), prefix, said, runs_in)
        return None

    def _spoken_of(self, said: str, prefix: str, *, giving: bool) -> Role | None:
        """The agency by whose name a sentence begins that goes on with what it does.

        A name that nobody knows counts only where a heading gives tasks.
        """
        longest = sorted(self.agencies, key=lambda each: -len(self.agencies[each].name.value))
        for key in longest:
            name = self.agencies[key].name.value
            if said.startswith(f"{name} ") and _ACTS.match(said, len(name)):
                return Role((key,), prefix, name, True, within=True)
        acts = _ACTS.search(said) if giving else None
        name = said[: acts.start()] if acts else ""
        if not _looks_like_name(name) or len(name) > MOST_LETTERS:
            return None
        if _UNFINISHED.search(name) or _GIVES_ON.search(name):
            return None
        return None if self._known(name) else Role((name,), prefix, name, True, within=True)

    def _known(self, said: str) -> tuple[str, ...]:
        """The keys of the agencies that words name one after the other; none if any is unknown."""
        if key := find(said, self.agencies):
            return (key,)
        for part in _NEXT.finditer(said):
            first = find(said[: part.start()], self.agencies)
            if first and (rest := self._known(said[part.end() :])):
                return (first, *rest)
        return ()

    def assignment(
        self,
        role: Role,
        line: Line,
        more: tuple[Text, ...],
        marker: Marker | None,
        tasks: tuple[Item, ...],
    ) -> Assignment:
        """The assignment of a line; a name that is not the official one is printed as it stands."""
        if role.within:
            spoken = line.value(line.mark.length if line.mark else 0)
            called = spoken.value.replace(role.said, "{{ agency }}", 1)
            return Assignment(
                agency=replace(line.text, value=role.keys[0]), task=replace(spoken, value=called),
                text=more, marker=marker, tasks=tasks, where=replace(line.text, value=""),
            )  # fmt: skip
        names = [self.agencies[key].name.value for key in role.keys]
        own = replace(line.text, value="")
        one, many = ((), role.keys) if len(role.keys) > 1 else (role.keys, ())
        official = bool(names) and role.said == ", ".join(names)
        ends = line.bare.endswith(":") and not role.runs_in
        title = None
        if not official or ends or role.prefix:
            called = "{{ agency }}" if official else role.said
            title = replace(own, value=role.prefix + called + ":" * ends)
        task = None
        if role.runs_in:
            start = (line.mark.length if line.mark else 0) + colon(line.bare) + 1
            while line.words[start : start + 1] == " ":
                start += 1
            task = line.value(start)
        return Assignment(
            agency=replace(own, value=one[0]) if one else None,
            agencies=tuple(replace(own, value=key) for key in many),
            title=title,
            task=task,
            text=more,
            marker=marker,
            tasks=tasks,
            where=own,
        )


def _looks_like_name(said: str) -> bool:
    return bool(_NAME.fullmatch(said)) and not _NO_NAME.search(said)
