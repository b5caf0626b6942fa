"""`docgen diff CŨ MỚI`: opens two plans, compares them, and shows or writes one form."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path, PurePath

from docgen.at_one_go import at_one_go
from docgen.commands.deliver import deliver
from docgen.commands.many_sides import many_sides
from docgen.commands.say import CLEAN, FINDINGS, USAGE, Say
from docgen.commands.screen import columns, takes_colour
from docgen.diff.compare import Comparison, diff
from docgen.diff.forms import phrases
from docgen.diff.forms.summary_lines import summary_lines
from docgen.docx.read import NotADocx
from docgen.finding import has_errors
from docgen.open_plan import CONTENT, NoSuchPlan, Opened, is_document, open_document, open_plan
from docgen.report import findings as report

ENDINGS = {"html": ".html", "xlsx": ".xlsx", "docx": ".docx"}


@at_one_go()
def run(options: Namespace, say: Say) -> int:
    """Compares `options.old` with `options.new`; `form` and `output` say how it is shown.

    Text, Markdown and JSON go to the screen unless `output` names a file; a page, a
    workbook and a document go to `output`, or else to a file in the folder `output/`.
    """
    specs = (options.old, options.new, *options.others)
    if options.form == "docx" and options.others:
        say.problem("Theo dõi thay đổi (--as docx) chỉ có giữa hai bản: so từng cặp.")
        return USAGE
    try:
        if options.form == "docx" and all(map(is_document, specs)):
            before, after = (open_document(spec, options.root) for spec in specs)
            return _tracked(before, after, options, say)
        opened = [open_plan(spec, options.root) for spec in specs]
    except NoSuchPlan as error:
        say.problem(str(error))
        return USAGE
    plans = [each.plan for each in opened if each.plan is not None]
    if len(plans) < len(opened):
        say.out(report.as_text([finding for each in opened for finding in each.findings]))
        return FINDINGS
    if options.form == "docx":
        return _tracked(opened[0], opened[1], options, say)
    say.stage("so sánh")
    names, notes = _called(opened), _notes(opened)
    to_screen = options.output is None
    if options.others:
        data = many_sides(plans, names, notes, options.form, to_screen=to_screen)
    else:
        comparison = diff(plans[0], plans[1], (names[0], names[1]), notes)
        data = _form(options.form, comparison, to_screen=to_screen)
    return _deliver(data, options, say)


def _tracked(old: Opened, new: Opened, options: Namespace, say: Say) -> int:
    """The document with tracked changes; of two Word files whatever they are."""
    data, problem = _redline(old, new, options, say)
    if problem:
        say.problem(problem)
        return FINDINGS
    return _deliver(data, options, say)


def told_apart(names: Sequence[str]) -> list[str]:
    """What the sides are called: the last part of their names, then the fewest others needed.

    `a/old/content/2024` and `a/new/content/2024` are `2024 (old)` and `2024 (new)`.
    """
    ways = [[part for part in PurePath(name).parts if part != CONTENT] or [name] for name in names]
    tails = [""] * len(ways)
    for depth in range(max(map(len, ways))):
        told = [
            f"{way[-1]} ({tail})" if tail else way[-1]
            for way, tail in zip(ways, tails, strict=True)
        ]
        if len({*told}) == len(told):
            return told
        parts = [way[-2 - depth] if len(way) > depth + 1 else "" for way in ways]
        if len({*parts}) > 1:
            tails = ["/".join(filter(None, pair)) for pair in zip(parts, tails, strict=True)]
    return told


def _called(opened: Sequence[Opened]) -> list[str]:
    return told_apart([each.name for each in opened])


def _notes(opened: Sequence[Opened]) -> list[str]:
    notes = [each.note for each in opened if each.note]
    for name, each in zip(_called(opened), opened, strict=True):
        if has_errors(each.findings):
            counts = report.tally(each.findings)
            notes.append(f"nội dung {name} đang có {counts}; kết quả so sánh có thể thiếu")
    return notes


def _form(form: str, comparison: Comparison, *, to_screen: bool) -> bytes:
    if form == "xlsx":
        from docgen.diff.forms.xlsx import xlsx

        return xlsx(comparison)
    if form == "html":
        from docgen.diff.forms.html import html

        text = html(comparison)
    elif form == "markdown":
        from docgen.diff.forms.markdown import markdown

        text = markdown(comparison)
    elif form == "json":
        from docgen.diff.forms.json import json

        text = json(comparison)
    else:
        from docgen.diff.forms.terminal import terminal

        colour = to_screen and takes_colour()
        text = terminal(comparison, colour=colour, width=columns(to_screen=to_screen))
    return f"{text.rstrip()}\n".encode()


def _redline(old: Opened, new: Opened, options: Namespace, say: Say) -> tuple[bytes, str]:
    """The tracked changes between two documents, built here where they were not given."""
    from docgen.redline.document import AlreadyTracked, redline

    documents = []
    for each in (old, new):
        data, problem = (each.document, "") if each.document else _document(each, options.root)
        if problem:
            return b"", problem
        documents.append(data or b"")
    say.stage("đánh dấu thay đổi")
    try:
        data, unshown = redline(*documents, summary=options.summary, told=_told(old, new, options))
    except (AlreadyTracked, NotADocx) as error:
        return b"", str(error)
    for sentence in unshown:
        say.problem(f"lưu ý: {sentence}")
    return data, ""


def _told(old: Opened, new: Opened, options: Namespace) -> list[str]:
    """What the comparison of two plans comes to, for the page in front; of other files nothing."""
    if not options.summary or old.plan is None or new.plan is None:
        return []
    names = _called([old, new])
    comparison = diff(old.plan, new.plan, (names[0], names[1]))
    return [phrases.title(comparison), *summary_lines(comparison)]


def _document(opened: Opened, root: Path) -> tuple[bytes, str]:
    """The document of a plan by the template of today, or why it cannot be made."""
    from docgen.render.document import render
    from docgen.render.template import open_template
    from docgen.view.plan import build_view

    assert opened.plan is not None
    path = opened.plan.template_path
    template, findings = open_template(root / path, path.as_posix())
    if template is not None:
        data, more = render(template, build_view(opened.plan)[0])
        if not more:
            return data, ""
        findings += more
    return b"", report.as_text(findings)


def _deliver(data: bytes, options: Namespace, say: Say) -> int:
    path: Path | None = options.output
    if path is None and options.form in ENDINGS:
        names = "_".join(map(_safe, (options.old, options.new, *options.others)))
        path = options.root / "output" / f"so-sanh_{names}{ENDINGS[options.form]}"
    if path is None:
        painted = options.form == "text" and takes_colour()
        say.out(data.decode("utf-8").rstrip("\n"), painted=painted)
        return CLEAN
    return deliver(data, path, options.root, say)


def _safe(spec: str) -> str:
    """A revision or a path as a part of a file name."""
    path = Path(spec)
    name = path.stem if path.suffix.lower() == ".docx" else spec
    return re.sub(r"[^\w.-]+", "-", name).strip("-.")
