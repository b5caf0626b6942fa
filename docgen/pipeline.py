"""The table of contents: what happens to a plan, in order.

    load ─▶ check ─▶ view ─▶ render ─▶ verify ─▶ paper ─▶ write

Each stage gives its result and its findings; an error stops the document, never the
search for more errors.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen import project
from docgen.at_one_go import at_one_go
from docgen.finding import Finding, Severity, Where, has_errors, in_order
from docgen.kept import Kept
from docgen.load.folder import NOTHING_UNSAVED, load, shown
from docgen.load.read import MISSING
from docgen.load.yaml_text import WRITING
from docgen.plan.expressions import BLANK_VALUE
from docgen.plan.model import Plan
from docgen.view.plan import View, build_view

if TYPE_CHECKING:
    from docgen.output import Written
    from docgen.rules.silence import Silenced

CONTENT, TEMPLATE = project.CONTENT, project.TEMPLATE
YEAR_FOLDER, years = project.YEAR_FOLDER, project.years
GAPS = (MISSING.code, BLANK_VALUE.code, "KH690", "KH691")

Stage = Callable[[str], None]


def _quietly(_: str) -> None:
    """Tells nobody."""


def _always() -> bool:
    """Whoever asked still waits."""
    return True


class Seen(NamedTuple):
    """A plan as it prints; no `plan` where it could not be read, then the findings say why."""

    plan: Plan | None
    view: View | None
    findings: list[Finding]


@dataclass(frozen=True)
class Checked:
    """A plan and everything that was found in it; no `plan` where it could not be read."""

    plan: Plan | None
    view: View | None
    findings: list[Finding]
    silenced: list[Silenced] = field(default_factory=list)


@dataclass(frozen=True)
class Built:
    """A checked plan and its document; nothing `written` where an error forbade it."""

    checked: Checked
    findings: list[Finding]
    written: Written | None = None


@at_one_go()
def check(
    folder: Path,
    root: Path,
    *,
    draft: bool = False,
    unsaved: Mapping[Path, str] = NOTHING_UNSAVED,
    on_stage: Stage = _quietly,
) -> Checked:
    """Everything that is wrong with the plan in `folder`; file names relative to `root`.

    `unsaved` are texts that an editor holds, read in place of the files at their paths.
    While a file is not written as YAML wants, only that is told: what else the plan seems to
    lack may stand in the lines that could not be read.
    """
    on_stage("đọc nội dung")
    seen = see(folder, root, draft=draft, unsaved=unsaved)
    on_stage("kiểm tra")
    return weigh(seen, kept=None if unsaved else Kept(root))


@at_one_go()
def see(
    folder: Path,
    root: Path,
    *,
    draft: bool = False,
    unsaved: Mapping[Path, str] = NOTHING_UNSAVED,
) -> Seen:
    """What the plan in `folder` prints: the first half of `check`, before any rule is asked."""
    plan, findings = load(folder, root, unsaved)
    if plan is None:
        return Seen(None, None, in_order(findings))
    view, view_findings = build_view(plan, draft=draft)
    if has_errors(findings):
        view_findings = [finding for finding in view_findings if finding.code != BLANK_VALUE.code]
    return Seen(plan, view, [*findings, *view_findings])


@at_one_go()
def weigh(seen: Seen, wanted: Callable[[], bool] = _always, kept: Kept | None = None) -> Checked:
    """What the rules say of a plan: the second half of `check`.

    No further rule is asked once the answer is not `wanted`; what was found by then is not all.
    Where all is wanted, what was found may be `kept`.
    """
    from docgen.rules.found_again import found_again
    from docgen.rules.silence import apply

    plan, view, findings = seen
    if plan is None:
        return Checked(None, None, findings)
    if any(finding.code in WRITING for finding in findings if has_errors([finding])):
        said: Iterable[Finding] = ()
    elif kept:
        said = found_again(plan.sources, kept, partial(_asked, plan, view, wanted))
    else:
        said = _asked(plan, view, wanted)
    found = [*findings, *weighed(plan, said)]
    left, silenced, about_silences = apply(in_order(found), plan.sources)
    return Checked(plan, view, in_order([*left, *about_silences]), silenced)


def _asked(plan: Plan, view: View | None, wanted: Callable[[], bool]) -> Iterator[Finding]:
    from docgen.rules.checks import checks_of
    from docgen.rules.facts import Facts, run

    facts = Facts(plan, view.computed if view else ())
    return run(takewhile(lambda _: wanted(), checks_of(plan)), facts)


@at_one_go()
def build(
    folder: Path,
    root: Path,
    *,
    draft: bool = False,
    force: bool = False,
    strict: bool = False,
    on_stage: Stage = _quietly,
) -> Built:
    """Checks the plan in `folder` and writes its document unless an error forbids it.

    `draft` lets gaps through and shows them on paper; `strict` makes warnings weigh as
    errors; `force` replaces a document that was edited in Word, which is kept beside it.
    """
    from docgen.builds import keep
    from docgen.output import write_document
    from docgen.page.page_ends import on_pages
    from docgen.render.document import render
    from docgen.render.template import NOT_A_TEMPLATE, open_template

    checked = check(folder, root, draft=draft, on_stage=on_stage)
    waived = GAPS if draft else ()
    on_stage("mở tệp mẫu")
    plan = checked.plan
    form = plan.office.form if plan else None
    path = plan.template_path if plan else TEMPLATE
    template, findings = open_template(root / path, path.as_posix(), form, Kept(root))
    if template is None and plan and plan.template and not (root / path).is_file():
        there = ", ".join(each.name for each in project.templates(root))
        hint = f"Trong thư mục templates có: {there}."
        findings = [plan.template.finding(NOT_A_TEMPLATE, f"không có tệp mẫu {path.name}", hint)]
    findings = [*checked.findings, *findings]
    if checked.view is None or template is None or blocked(findings, strict=strict, waived=waived):
        return Built(checked, in_order(findings))
    on_stage("tạo văn bản")
    data, found = render(template, on_pages(checked.view, template))
    target = root / project.OUTPUT / f"KH_{folder.name}.docx"
    name = shown(target, root)
    if not found:
        on_stage("đọc lại văn bản")
        found = _read_back(data, checked, root / path, name)
    findings += found
    if blocked(findings, strict=strict, waived=waived):
        return Built(checked, in_order(findings))
    written, found = write_document(target, data, name, force=force)
    if written:
        keep(data, folder, root / path, root, draft=draft)
    return Built(checked, in_order([*findings, *found]), written)


def weighed(plan: Plan | None, findings: Iterable[Finding]) -> list[Finding]:
    """The findings of rules; on the words of a document that was issued they only remind."""
    if plan is None or plan.taken_from is None:
        return list(findings)
    return [replace(each, severity=min(each.severity, Severity.WARNING)) for each in findings]


def _read_back(data: bytes, checked: Checked, template: Path, name: str) -> list[Finding]:
    """What the finished document lost, and what is wrong with its form.

    What is a hint on paper is a hint at the content's own line already; so is what was said there.
    """
    from docgen.docx.read import NotADocx, read, read_template
    from docgen.paper import check_paper
    from docgen.verify import BROKEN, verify

    try:
        document = read(data, alike=True)
    except NotADocx as error:
        return [BROKEN.at(Where(name), str(error))]
    assert checked.view is not None
    said = {finding.code for finding in checked.findings}
    form = (
        each
        for each in check_paper(document, name, read_template(template), said)
        if each.severity > Severity.INFO
    )
    return [
        *verify(document, checked.view.pieces, template, name),
        *weighed(checked.plan, form),
    ]


def blocked(
    findings: Iterable[Finding], *, strict: bool = False, waived: Collection[str] = ()
) -> bool:
    """Whether the findings, those with a waived code left out, keep a document from being built."""
    least = Severity.WARNING if strict else Severity.ERROR
    return any(finding.severity >= least for finding in findings if finding.code not in waived)
