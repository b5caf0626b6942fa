"""Who must act, said in three places: the appendix, the assignments, the recipients.

The appendix is read in its column `agencies`. A group stands for its members.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from docgen.finding import Finding, Severity
from docgen.plan.agencies import ACTS, find, references, within
from docgen.plan.reading_order import assignments
from docgen.plan.source import Text
from docgen.rules.facts import Facts, rule
from docgen.rules.prose.mentions import Mention
from docgen.rules.recipients import FILED

COLUMN = "agencies"


def _assigned(facts: Facts) -> Iterator[list[tuple[Text, str]]]:
    """The agencies of each assignment that agencies.yaml has, as the content names them."""
    for assignment in assignments(facts.plan):
        named = ((each, find(each.value, facts.plan.agencies)) for each in references(assignment))
        yield [(each, key) for each, key in named if key]


_GIVES = re.compile(r"^\W*$|\b(?:giao|đề nghị|yêu cầu|phân công)\s+(?:cho\s+)?$", re.IGNORECASE)


def _spoken_to(facts: Facts) -> Iterator[str]:
    """The agencies to which a sentence of the body gives a task: `UBND tỉnh giao Sở Nội vụ …`."""
    for mention in facts.mentions:
        words = mention.printed.prose
        acts = re.match(rf"\s+(?:{ACTS})\b", words[mention.offset + len(mention.spelling) :])
        in_body = mention.printed.role in ("point", "task", "paragraph")
        if (
            in_body
            and not mention.printed.appendix
            and acts
            and _GIVES.search(words[: mention.offset])
        ):
            yield mention.key


def _spread(facts: Facts, keys: Iterable[str]) -> frozenset[str]:
    """The agencies themselves and all who belong to them."""
    return frozenset().union(*(within(key, facts.plan.agencies) for key in keys))


def _is_covered(facts: Facts, key: str, named: frozenset[str]) -> bool:
    """Whether an agency, or every member of a group, is among those named."""
    members = facts.plan.agencies[key].members
    return key in named or (bool(members) and all(member.value in named for member in members))


def _in_appendix(facts: Facts) -> list[Mention]:
    return [mention for mention in facts.mentions if mention.printed.column == COLUMN]


@rule(
    "KH330", Severity.INFO, "cơ quan có tên trong phụ lục mà không được phân công",
    "Cơ quan thực hiện ở phụ lục mà phần phân công không nhắc tới thì không biết phải làm gì.",
)  # fmt: skip
def not_assigned(facts: Facts) -> Iterator[Finding]:
    """An agency of the appendix to which neither a block nor a sentence gives a task.

    Not a group that no one belongs to: `các đơn vị liên quan` cannot be told from others.
    """
    blocks = (key for _, key in chain.from_iterable(_assigned(facts)))
    everyone = _spread(facts, (*blocks, *_spoken_to(facts)))
    seen = {facts.issuer_key}
    for mention in _in_appendix(facts) if everyone else ():
        agency = facts.plan.agencies[mention.key]
        anyone = agency.group == "yes" and not agency.members
        if mention.key in seen or anyone or _is_covered(facts, mention.key, everyone):
            continue
        seen.add(mention.key)
        message = f"“{mention.spelling}” không có trong phần phân công"
        hint = "Thêm khối phân công, hoặc thêm cơ quan này vào một nhóm đã được phân công."
        yield not_assigned.at(mention.text, message, hint, *mention.place)


@rule(
    "KH331", Severity.INFO, "cơ quan được phân công mà không có tên trong phụ lục",
    "Có thể phụ lục thiếu một dòng; cũng có thể nhiệm vụ không gắn với tiêu chí nào.",
)  # fmt: skip
def not_in_appendix(facts: Facts) -> Iterator[Finding]:
    """An assignment to one agency that the appendix does not name.

    Agencies that share an assignment help with all criteria and own none.
    """
    named = _spread(facts, (mention.key for mention in _in_appendix(facts)))
    for agencies in _assigned(facts) if named else ():
        if len(agencies) == 1 and not named & within(agencies[0][1], facts.plan.agencies):
            text, key = agencies[0]
            message = f"phụ lục không nhắc tới {facts.plan.agencies[key].name}"
            yield not_in_appendix.at(text, message, "Xem phụ lục có thiếu dòng nào không.")


@rule(
    "KH332", Severity.INFO, "cơ quan được phân công mà không có trong nơi nhận",
    "Nơi nhận gồm cả nơi nhận để thực hiện; không nhận được kế hoạch thì không biết nhiệm vụ.",
    "Phụ lục I, Phần I, II.9.a",
)  # fmt: skip
def not_a_recipient(facts: Facts) -> Iterator[Finding]:
    """An agency with tasks to which the plan is not sent.

    Where no list of agencies says who they are: a heading `UBND các xã` and no such recipient.
    """
    yield from _kinds_left_out(facts)
    mentions = (each for each in facts.mentions if each.printed.role == "recipient")
    received = _spread(facts, (mention.key for mention in mentions)) | _all_of_them(facts)
    for agencies in _assigned(facts) if received else ():
        left_out = [
            (text, key)
            for text, key in agencies
            if key != facts.issuer_key
            and not _is_covered(facts, key, received)
            and not _sent_to_its_kind(facts, key)
        ]
        if left_out:
            names = "; ".join(facts.plan.agencies[key].name.value for _, key in left_out)
            message = f"nơi nhận không có: {names}"
            yield not_a_recipient.at(left_out[0][0], message, "Thêm vào nơi nhận (recipients).")


def _sent_to_its_kind(facts: Facts, key: str) -> bool:
    """Whether recipients name it otherwise: `UBND xã, phường`, `UBMTTQ tỉnh`, `Như mục IV`."""
    name, sent = facts.plan.agencies[key].name.value, _sent(facts)
    named = (receives for heads, receives in (_KINDS[0], _KINDS[-1]) if heads.match(name))
    return bool(_BY_REFERENCE.search(sent)) or any(each.search(sent) for each in named)


def _sent(facts: Facts) -> str:
    """The recipients, the addressees with them, a line each."""
    return "\n".join(each.value for each in (*facts.plan.recipients, *facts.plan.addressees))


_BY_REFERENCE = re.compile(r"Như (?!trên)")
# A recipient that is all agencies of a kind, and how their names begin.
_ALL_OF_A_KIND = (
    (
        re.compile(r"[Cc]ác (?:[Ss]ở|cơ quan)|[Ss]ở, (?:ban|ngành)"),
        re.compile(r"Sở |Ban |Công an |Thanh tra |Văn phòng "),
    ),
    (
        re.compile(r"[Cc]ác (?:phòng|đơn vị|cơ quan)[^;]* thuộc"),
        re.compile(r"Phòng |Trung tâm |Chi cục |Ban |Trường |Thanh tra |Văn phòng "),
    ),
)


def _all_of_them(facts: Facts) -> frozenset[str]:
    """The agencies that `Các sở, ban, ngành` means where no list says who belongs to it."""
    agencies = facts.plan.agencies
    if any(agency.members for agency in agencies.values()):
        return frozenset()
    kinds = [
        names
        for everyone, names in _ALL_OF_A_KIND
        if any(everyone.match(each.value) for each in facts.plan.recipients)
    ]
    return frozenset(
        key
        for key, agency in agencies.items()
        if any(names.match(agency.name.value) for names in kinds)
    )


_COMMUNES = r"(?:UBND|[ỦU]y ban nhân dân) (?:các |cấp )?(?:xã|phường|huyện|đặc khu)"
# A heading that gives tasks to such agencies, and what a recipient that is one of them says.
_KINDS = (
    (re.compile(_COMMUNES), re.compile(r"\b(?:xã|phường|huyện|địa phương)\b")),
    (re.compile(r"(?:Các )?[Ss]ở\b"), re.compile(r"\b[Ss]ở\b|cơ quan")),
    (re.compile(r"[ỦU]y ban Mặt trận|[ỦU]BMTTQ"), re.compile(r"Mặt trận|MTTQ|đoàn thể|chính trị")),
)


def _kinds_left_out(facts: Facts) -> Iterator[Finding]:
    plan, sent = facts.plan, _sent(facts)
    if any(_assigned(facts)) or _BY_REFERENCE.search(sent):
        return
    last = next((each for each in reversed(plan.recipients) if not FILED.match(each.value)), None)
    headings = [each for each in facts.texts if each.role == "heading" and not each.appendix]
    for heads, receives in _KINDS:
        first = next((each for each in headings if heads.match(each.prose)), None)
        if first and last and not receives.search(sent):
            line = first.text.where.line
            message = f"nơi nhận không có: {first.prose}, có nhiệm vụ ở dòng {line}"
            yield not_a_recipient.at(last, message, "Thêm vào nơi nhận (recipients).")
