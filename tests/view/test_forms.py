"""Every form of the body that real plans use, as it is written and as it prints."""

import re
from pathlib import Path

import pytest

from docgen.diff.compare import diff
from docgen.finding import Severity
from docgen.load.folder import load
from docgen.plan.reading_order import assignments, printed_texts
from docgen.view.inline import Styled
from docgen.view.plan import build_view
from tests.plan_files import MADE_UP, SECOND_OFFICE, TINY, build, copy_project, tiny_project
from tests.tools import REPOSITORY

GUIDE = (REPOSITORY / "docs" / "huong-dan.md").read_text(encoding="utf-8")
SAMPLES = re.findall(r"^```yaml\n(title: (?:NỘI DUNG|TỔ CHỨC)(?s:.*?))^```$", GUIDE, re.MULTILINE)
SECTIONS = TINY[TINY.index("sections:") : TINY.index("closing:")]


def view_of(folder: Path, section: str):
    """The view of the tiny plan whose second section this is, and the plan."""
    indented = "".join(f"    {line}\n" for line in section.strip().splitlines())
    sections = "sections:\n  - {title: MỞ ĐẦU, text: Lời văn.}\n  -" + indented[3:]
    root = tiny_project(folder, TINY.replace(SECTIONS, sections))
    agencies = (REPOSITORY / "content" / "agencies.yaml").read_bytes()
    (root / "content" / "agencies.yaml").write_bytes(agencies)
    plan, findings = load(root / "content" / "2030", root)
    assert findings == []
    view, findings = build_view(plan)
    assert findings == []
    return plan, view


def lines(view) -> list[str]:
    """The lines of the second section and of all that follows but the closing."""
    return [f"{each.mark} {each.text}".strip() for each in view.body[2:-1]]


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_of_the_guide_prints_the_lines_that_its_comments_say(sample, tmp_path):
    _, view = view_of(tmp_path, sample)
    assert lines(view) == re.findall(r"# in: (.*)", sample)


def test_the_guide_has_a_sample_of_the_body_and_one_of_the_tasks():
    assert len(SAMPLES) == 2


def test_whatever_the_form_docgen_knows_whose_task_it_is(tmp_path):
    plan, _ = view_of(tmp_path, SAMPLES[1])
    assert [each.agency.value for each in assignments(plan)] == [
        "so-noi-vu",
        "so-tai-chinh",
        "van-phong-ubnd-tinh",
        "so-tu-phap",
        "so-giao-duc-va-dao-tao",
    ]


LOOKS = """
title: NHÃN
items:
  - title: "Đậm:"
    text: chữ thường
  - title: "*Nghiêng:*"
    text: chữ thường
  - title: "*Nghiêng*"
    text: chữ thường
  - title: "***Đậm nghiêng***"
    text: chữ thường
"""


def test_number_and_label_of_a_run_in_heading_have_one_look(tmp_path):
    _, view = view_of(tmp_path, LOOKS)
    looks = [
        (str(block.mark), run.bold, run.italic, run.light)
        for block in view.body[3:-1]
        if block.mark
        for run in (block.mark.runs[0], block.text.runs[0])
    ]
    assert looks == [
        *[("1.", True, False, False)] * 2,
        *[("2.", False, True, False)] * 2,
        *[("3.", False, True, True)] * 2,
        *[("4.", True, True, False)] * 2,
    ]


def test_the_number_of_a_run_in_heading_is_plain_where_the_office_chose_so():
    plan, _ = load(SECOND_OFFICE / "content" / "2037", SECOND_OFFICE)
    view, _ = build_view(plan)
    run_in = [each for each in view.body if each.label]
    assert [str(each.mark) for each in run_in] == ["1.", "2.", "a)", "b)", "3."]
    assert not any(isinstance(each.mark, Styled) for each in run_in)
    assert all(each.label.runs[0].bold for each in run_in)


def test_label_and_text_of_one_paragraph_have_each_its_origin(tmp_path):
    _, view = view_of(tmp_path, SAMPLES[1])
    (block,) = (each for each in view.body if "theo dõi" in str(each.text))
    mark, label, text = block.strings
    assert [(str(each), each.origin.kind) for each in (mark, label, text)] == [
        ("4.", "mark"),
        ("Văn phòng UBND tỉnh:", "agency"),
        ("theo dõi, đôn đốc.", "text"),
    ]


@pytest.fixture(scope="module")
def forms(tmp_path_factory) -> Path:
    """The made-up plan of 2033, which uses every form, in a folder of its own."""
    return copy_project(tmp_path_factory.mktemp("forms"), MADE_UP)


def test_the_plan_of_all_forms_builds_with_no_finding_above_a_hint(forms):
    built = build(forms, "2033")
    assert built.written
    assert [each for each in built.findings if each.severity > Severity.INFO] == []


@pytest.mark.slow
def test_each_text_of_the_plan_of_all_forms_is_named_when_it_changes(forms):
    folder = forms / "content" / "2033"
    path = folder / "plan.yaml"
    whole = path.read_text(encoding="utf-8")
    old, _ = load(folder, forms)
    roles = ("heading", "paragraph", "point", "task")
    texts = [each.text for each in printed_texts(old) if each.role in roles]
    assert len(texts) > 40
    silent = []
    for text in texts:
        written = whole[text.start : text.end]
        word = re.findall(r"[^\W\d_]{3,}(?![^{]*\}\})", written)[-1]
        at = text.start + written.rindex(word)
        changed = f"{whole[:at]}{word.swapcase()}mới{whole[at + len(word) :]}"
        path.write_text(changed, encoding="utf-8")
        new, findings = load(folder, forms)
        assert findings == []
        named = {each.new.where.line for each in diff(old, new).changes if each.new}
        if not named & set(range(text.where.line - 1, text.where.line + 3)):
            silent.append((text.path, named))
    path.write_text(whole, encoding="utf-8")
    assert silent == []
