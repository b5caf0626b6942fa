"""Names of agencies in the texts, against `content/agencies.yaml`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.agencies import find, references
from docgen.plan.model import Agency, Assignment, Plan
from docgen.plan.reading_order import Printed, assignments
from docgen.plan.source import Text
from docgen.rules.cells import shortened
from docgen.rules.facts import Check, Facts, rule
from docgen.rules.prose.mentions import Mention, letters
from docgen.rules.prose.shapes import one_slip_apart

_CODE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_SPACES = re.compile(r"\s+")
_BETWEEN_KINDS = re.compile(r"[\s,–-]+")  # UBND quận-huyện, UBND quận, huyện
_OF_COMMUNES = re.compile(r"(?:UBND|[ỦU]y ban nhân dân) (?:các |cấp )?(?:xã|phường|quận|huyện)")
_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)?")
_CLAUSE = re.compile(r"[\w &]{1,200}")
_LONGEST_NAME = 150  # letters
_KINDS_OF_AGENCY = ("Sở", "Cục", "Chi cục")


@rule(
    "KH301", Severity.ERROR, "cơ quan không có trong danh sách",
    "Đề mục in tên chính thức lấy từ agencies.yaml; mã sai thì in ra cái mã.",
)  # fmt: skip
def unknown_reference(facts: Facts) -> Iterator[Finding]:
    """An assignment to a key that agencies.yaml does not have; a task among its agencies."""
    for assignment, reference in _not_listed(facts.plan):
        if _CODE.fullmatch(reference.value):
            yield _unknown(unknown_reference, reference, facts.plan.agencies)
        elif _is_lost(assignment, reference):
            message = f"“{shortened(reference.value)}” không phải tên cơ quan, sẽ không in ra"
            yield unknown_reference.at(reference, message, "Là nhiệm vụ thì viết dưới khóa tasks.")


@rule(
    "KH308", Severity.INFO, "cơ quan nhận việc ghi bằng tên chưa có trong danh sách",
    "Tên in đúng như ghi; có trong agencies.yaml thì máy còn so được tên và việc của cơ quan.",
)  # fmt: skip
def unlisted_name(facts: Facts) -> Iterator[Finding]:
    """An assignment to an agency by a name that agencies.yaml does not have."""
    for assignment, reference in _not_listed(facts.plan):
        if not _CODE.fullmatch(reference.value) and not _is_lost(assignment, reference):
            yield _unknown(unlisted_name, reference, facts.plan.agencies)


def _not_listed(plan: Plan) -> Iterator[tuple[Assignment, Text]]:
    for assignment in assignments(plan) if plan.agencies else ():
        for reference in references(assignment):
            if find(reference.value, plan.agencies) is None:
                yield assignment, reference


def _is_lost(assignment: Assignment, reference: Text) -> bool:
    """Whether it is a sentence that no paper shows, since a title stands for the agencies."""
    said = reference.value
    return assignment.title is not None and (said.endswith((".", ";")) or len(said) > _LONGEST_NAME)


def _unknown(check: Check, reference: Text, agencies: Mapping[str, Agency]) -> Finding:
    keys = vietnamese.closest(reference.value, agencies)
    names = {agency.name.value: key for key, agency in agencies.items() if agency.name}
    meant = keys or [names[name] for name in vietnamese.closest(reference.value, names)]
    hint = "Thêm cơ quan này vào agencies.yaml."
    if meant:
        name = agencies[meant[0]].name
        hint = f"Có phải ý là “{meant[0]}” ({name})? Nếu không, thêm cơ quan vào agencies.yaml."
    return check.at(reference, f"agencies.yaml không có “{reference}”", hint)


@rule(
    "KH302", Severity.WARNING, "tên cơ quan viết sai",
    "Tên cơ quan phải viết đúng, viết hoa các từ chỉ loại hình, chức năng, lĩnh vực.",
    "Phụ lục II, IV.1.a",
)  # fmt: skip
def misspelt(facts: Facts) -> Iterator[Finding]:
    """The name of an agency with other capitals, marks, spaces, or a letter off."""
    counts = Counter(mention.spelling for mention in facts.mentions)
    for mention in facts.mentions:
        if meant := facts.once(_meanings)[mention.key, mention.spelling]:
            message = f"“{mention.spelling}” viết khác tên “{meant}”"
            hint = f"Viết “{meant}”."
            if counts[mention.spelling] > max(2, counts[meant]):
                times = f"Văn bản viết như vậy {counts[mention.spelling]} lần"
                hint = f"{times}: nếu agencies.yaml ghi sai thì sửa ở đó, không thì viết “{meant}”."
            yield misspelt.at(mention.text, message, hint, *mention.place)
    for printed, offset, words in facts.once(_strays):
        if name := _near(facts, words):
            written = " ".join(words[: len(_WORD.findall(name))])
            message = f"“{written}” gần giống “{name}”"
            yield misspelt.at(printed.text, message, f"Viết “{name}”.", offset, len(written))


def _meanings(facts: Facts) -> Mapping[tuple[str, str], str | None]:
    """What is meant by each spelling of each agency: see `_meant`."""
    used = {(mention.key, mention.spelling) for mention in facts.mentions}
    return {(key, spelling): _meant(facts, key, spelling) for key, spelling in used}


def _meant(facts: Facts, key: str, spelling: str) -> str | None:
    """The accepted spelling with the same letters, where an agency has another one."""
    if facts.plan.agencies[key].group == "yes" or spelling.isupper():
        return None
    accepted = facts.names.spellings(key)
    between = _BETWEEN_KINDS if _OF_COMMUNES.match(spelling) else _SPACES
    written = vietnamese.fold_tone(between.sub(" ", spelling))
    if any(written == vietnamese.fold_tone(between.sub(" ", each)) for each in accepted):
        return None
    return next(each for each in accepted if letters(each) == letters(spelling))


def _strays(facts: Facts) -> tuple[tuple[Printed, int, list[str]], ...]:
    """Where a text seems to begin a name that agencies.yaml does not have, and its words."""
    if not facts.plan.agencies:
        return ()
    heads = {_WORD.findall(name)[0] for name in _official_names(facts.plan)} | {*_KINDS_OF_AGENCY}
    known = {(id(mention.text), mention.offset) for mention in facts.mentions}
    return tuple(
        (printed, *name)
        for printed, names in facts.seeing(_begun, tuple(sorted(heads)))
        for name in names
        if (id(printed.text), name[0]) not in known
    )


def _begun(prose: str, heads: tuple[str, ...]) -> list[tuple[int, list[str]]]:
    """Where a text begins a name by one of these words, and the words of it."""
    return [
        (match.start(), clause[0].split() if clause else [])
        for match in _head(heads).finditer(prose)
        for clause in [_CLAUSE.match(prose, match.start())]
    ]


@lru_cache(maxsize=8)
def _head(heads: tuple[str, ...]) -> re.Pattern[str]:
    begins = (rf"{each}(?<!\w{each})" for each in map(re.escape, heads))
    return re.compile(rf"(?:{'|'.join(begins)}) (?=[^\W\d_])")


def _official_names(plan: Plan) -> Iterator[str]:
    for agency in plan.agencies.values():
        if agency.name and agency.group != "yes":
            yield agency.name.value


def _by_first_word(facts: Facts) -> Mapping[str, list[tuple[str, list[str]]]]:
    """The official names and their words, by the first of these."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for name in _official_names(facts.plan):
        parts = name.split()
        found.setdefault(parts[0], []).append((name, parts))
    return found


def _near(facts: Facts, words: Sequence[str]) -> str | None:
    """The official name from which these words differ in one word by a slip of the keyboard."""
    for name, parts in facts.once(_by_first_word).get(words[0], ()):
        if len(parts) < 3 or len(words) < len(parts):
            continue
        other = [(one, two) for one, two in zip(parts, words, strict=False) if one != two]
        if len(other) == 1 and one_slip_apart(*other[0]):
            return name
    return None


@rule(
    "KH303", Severity.INFO, "cơ quan không có trong agencies.yaml",
    "Tên không có trong danh sách thì docgen không kiểm tra được cách viết và thời hạn của nó.",
)  # fmt: skip
def unknown_name(facts: Facts) -> Iterator[Finding]:
    """A name such as `Sở …` that agencies.yaml does not have, where it stands first."""
    issuer = facts.plan.issuer.short if facts.plan.issuer else None
    seen = {" ".join(issuer.value.split()[:3])} if issuer else set()
    for printed, offset, words in facts.once(_strays):
        written = " ".join(words[:3])
        if written not in seen and _is_named(words) and not _near(facts, words):
            seen.add(written)
            hint = "Kiểm tra tên; nếu đúng thì thêm cơ quan này vào agencies.yaml."
            message = f"“{written}…” không có trong agencies.yaml"
            yield unknown_name.at(printed.text, message, hint, offset, len(written))


def _is_named(words: Sequence[str]) -> bool:
    """Whether a capital follows the kind of agency: `Sở Xây dựng`, not `Sở liên quan`."""
    kind = " ".join(words[:2]) if words[:2] == ["Chi", "cục"] else words[0]
    after = words[len(kind.split()) :]
    return kind in _KINDS_OF_AGENCY and bool(after) and after[0][0].isupper()


@rule(
    "KH304", Severity.WARNING, "một cơ quan có nhiều cách viết",
    "Tên đầy đủ và một cách viết tắt là đủ; thêm cách khác thì người đọc tưởng là cơ quan khác.",
)  # fmt: skip
def several_spellings(facts: Facts) -> Iterator[Finding]:
    """A second short form of an agency, or a second way to write its full name."""
    by_agency: dict[str, list[Mention]] = {}
    for mention in facts.mentions:
        meant = facts.once(_meanings)[mention.key, mention.spelling]
        group = facts.plan.agencies[mention.key].group == "yes"
        if not (group or meant or _OF_COMMUNES.match(mention.spelling)):
            by_agency.setdefault(mention.key, []).append(mention)
    for key, mentions in by_agency.items():
        yield from _variants(facts, key, mentions)


def _variants(facts: Facts, key: str, mentions: Sequence[Mention]) -> Iterator[Finding]:
    official = facts.names.spellings(key)[0]
    place = f" {facts.plan.place}" if facts.plan.place else ""

    folded: dict[str, str] = {}

    def bare(mention: Mention) -> str:
        if mention.spelling not in folded:
            spaced = _SPACES.sub(" ", mention.spelling)
            folded[mention.spelling] = vietnamese.fold_tone(spaced).removesuffix(place)
        return folded[mention.spelling]

    counts = Counter(map(bare, mentions))
    full = vietnamese.fold_tone(official)
    short = [each for each, _ in counts.most_common() if letters(each) != letters(official)]
    usual = short[0] if short else full
    seen = {full, usual}
    for mention in mentions:
        if mention.spelling.isupper() or bare(mention) in seen:
            continue
        seen.add(bare(mention))
        is_full = letters(bare(mention)) == letters(official)
        other = official if is_full else usual
        where = "tên chính thức là" if is_full else "chỗ khác viết"
        message = f"“{mention.spelling}” ở đây, {where} “{other}”"
        yield several_spellings.at(mention.text, message, f"Viết “{other}”.", *mention.place)


@rule(
    "KH305", Severity.WARNING, "cơ quan không hoạt động vào ngày của kế hoạch",
    "Giao việc cho cơ quan đã giải thể, sáp nhập hoặc chưa thành lập thì không ai thực hiện.",
)  # fmt: skip
def not_in_being(facts: Facts) -> Iterator[Finding]:
    """An agency outside its dates on the plan's day; without a day, on the year's last."""
    plan = facts.plan
    if not plan.year and not plan.date:
        return
    day = plan.date.value if plan.date else date(plan.year.value, 12, 31)
    for key, text, offset, length in named(facts):
        if message := _outside(plan.agencies[key], day):
            hint = successor(plan, plan.agencies[key]) or (
                "Ghi cơ quan đang làm việc này; nếu ngày trong agencies.yaml sai thì sửa ở đó."
            )
            if not (plan.date and plan.date.day):
                hint += f" Kế hoạch chưa ghi ngày nên lấy ngày {vietnamese.format_day(day)}."
            yield not_in_being.at(text, message, hint.strip(), offset, length)


def named(facts: Facts) -> Iterator[tuple[str, Text, int, int]]:
    """The key of each agency that is given a task or named, once a text, and where it stands."""
    agencies = facts.plan.agencies
    places = [
        *(
            (find(reference.value, agencies), reference, 0, len(reference.value))
            for assignment in assignments(facts.plan)
            for reference in references(assignment)
        ),
        *((each.key, each.text, *each.place) for each in facts.mentions),
    ]
    seen: set[tuple[int, str]] = set()
    for key, text, offset, length in places:
        if key and (id(text), key) not in seen:
            seen.add((id(text), key))
            yield key, text, offset, length


def _outside(agency: Agency, day: date) -> str | None:
    if agency.valid_until and agency.valid_until.value < day:
        last = vietnamese.format_day(agency.valid_until.value)
        return f"{agency.name} chỉ hoạt động đến hết ngày {last}"
    if agency.valid_from and agency.valid_from.value > day:
        return f"{agency.name} hoạt động từ ngày {vietnamese.format_day(agency.valid_from.value)}"
    return None


def successor(plan: Plan, agency: Agency) -> str:
    """Who took over an agency's tasks, as a sentence; nothing where no one is named."""
    key = find(agency.successor.value, plan.agencies) if agency.successor else None
    return f"Viết “{plan.agencies[key].name}” ({key}), cơ quan kế thừa." if key else ""


@rule(
    "KH306", Severity.WARNING, "một cơ quan có hai khối phân công",
    "Cơ quan đọc khối mang tên mình; nhiệm vụ ở khối thứ hai dễ bị bỏ sót.",
)  # fmt: skip
def assigned_twice(facts: Facts) -> Iterator[Finding]:
    """A second assignment to one agency alone; with others it may have several."""
    first: dict[str, Text] = {}
    for assignment in assignments(facts.plan):
        alone = references(assignment)
        key = find(alone[0].value, facts.plan.agencies) if len(alone) == 1 else None
        known = first.setdefault(key, alone[0]) if key else None
        if known and known is not alone[0]:
            for here, there in ((known, alone[0]), (alone[0], known)):
                message = f"“{here}” còn có khối phân công ở dòng {there.where.line}"
                hint = "Gộp vào một khối, hoặc sửa tên cơ quan ghi nhầm."
                yield assigned_twice.at(here, message, hint)
