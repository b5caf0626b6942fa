"""`content/agencies.yaml` itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen import vietnamese
from docgen.finding import Finding, Severity
from docgen.plan.agencies import within
from docgen.plan.model import Agency
from docgen.plan.source import Text
from docgen.rules.facts import Facts, rule


@rule(
    "KH320", Severity.WARNING, "mã trong agencies.yaml chỉ tới cơ quan không có",
    "Cơ quan kế thừa hay thành viên ghi sai mã thì các phép kiểm tra theo nhóm bỏ sót nó.",
)  # fmt: skip
def unknown_key(facts: Facts) -> Iterator[Finding]:
    """A successor or member that is no key of agencies.yaml."""
    agencies = facts.plan.agencies
    for agency in agencies.values():
        for reference in (*agency.members, *([agency.successor] if agency.successor else [])):
            if reference.value not in agencies:
                near = vietnamese.closest(reference.value, agencies)
                hint = f"Có phải ý là “{near[0]}”?" if near else "Ghi mã của một cơ quan trong tệp."
                yield unknown_key.at(reference, f"không có mã “{reference}”", hint)


@rule(
    "KH321", Severity.WARNING, "hai cơ quan cùng một tên",
    "Một tên chỉ hai cơ quan thì không biết nhiệm vụ giao cho cơ quan nào.",
)  # fmt: skip
def same_name(facts: Facts) -> Iterator[Finding]:
    """A name or short form that another agency has already."""
    first: dict[str, tuple[str, Text]] = {}
    for key, agency in facts.plan.agencies.items():
        for name in (*([agency.name] if agency.name else []), *agency.short):
            owner, known = first.setdefault(name.value.casefold(), (key, name))
            if owner != key:
                message = f"“{name}” đã là tên của “{owner}” (dòng {known.where.line})"
                yield same_name.at(name, message, "Đổi một tên, hoặc gộp hai cơ quan.")


@rule(
    "KH322", Severity.WARNING, "ngày kết thúc trước ngày bắt đầu",
    "Cơ quan như vậy không hoạt động ngày nào; một trong hai ngày ghi sai.",
)  # fmt: skip
def ends_before_it_begins(facts: Facts) -> Iterator[Finding]:
    """An agency whose last day lies before its first."""
    for agency in facts.plan.agencies.values():
        first, last = agency.valid_from, agency.valid_until
        if first and last and last.value < first.value:
            message = f"{agency.name} kết thúc ngày {last.text}, trước khi bắt đầu ({first.text})"
            yield ends_before_it_begins.at(last.text, message, "Đối chiếu lại hai ngày.")


@rule(
    "KH323", Severity.WARNING, "nhóm cơ quan ghi sai",
    "Nhóm chứa chính nó thì không biết gồm những ai; thiếu group: yes thì thành tên riêng.",
)  # fmt: skip
def odd_group(facts: Facts) -> Iterator[Finding]:
    """Members of what is no group, or of themselves."""
    agencies: Mapping[str, Agency] = facts.plan.agencies
    for key, agency in agencies.items():
        for member in agency.members:
            if key in within(member.value, agencies):
                message = f"“{key}” là thành viên của chính nó"
                yield odd_group.at(member, message, "Xóa mã này khỏi members.")
        if agency.members and agency.group != "yes":
            message = f"{agency.name} có thành viên mà không phải nhóm"
            yield odd_group.at(agency.name, message, "Thêm dòng “group: yes”.")


@rule(
    "KH324", Severity.WARNING, "cơ quan kế thừa chính nó",
    "Cơ quan kế thừa là nơi nhận nhiệm vụ sau khi cơ quan này kết thúc.",
)  # fmt: skip
def succeeds_itself(facts: Facts) -> Iterator[Finding]:
    """An agency that is its own successor, directly or in a circle."""
    agencies = facts.plan.agencies
    for key, agency in agencies.items():
        passed = [key]
        while (heir := agencies[passed[-1]].successor) and heir.value in agencies:
            if heir.value in passed:
                break
            passed.append(heir.value)
        if agency.successor and heir and heir.value == key:
            message = f"đi theo cơ quan kế thừa thì quay lại “{key}”"
            yield succeeds_itself.at(agency.successor, message, "Sửa mã cơ quan kế thừa.")
