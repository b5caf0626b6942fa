"""The scan's own slips, put back into the mended plan, are all found where they stand."""

import shutil
from pathlib import Path

import pytest
import yaml

from docgen import pipeline
from docgen.finding import Severity

HERE = Path(__file__).parent
SLIPS = yaml.safe_load((HERE / "slips" / "2024.yaml").read_text("utf-8"))
CONTENT = HERE.parents[1] / "content"


@pytest.fixture(scope="module")
def slipped(tmp_path_factory):
    """A copy of the content with every slip put back, and what is found in it."""
    root = tmp_path_factory.mktemp("slips")
    shutil.copytree(CONTENT, root / "content")
    folder = root / "content" / "2024"
    for slip in SLIPS:
        path = folder / slip["file"]
        text = path.read_text("utf-8")
        assert slip["now"] in text, f"{slip['now']!r} is no longer in {slip['file']}"
        path.write_text(text.replace(slip["now"], slip["slip"]), "utf-8")
    return folder, pipeline.check(folder, root).findings


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["slip"].strip()[:30])
def test_each_slip_is_found_at_its_line(slip, slipped):
    folder, findings = slipped
    text = (folder / slip["file"]).read_text("utf-8")
    lines = [
        text.count("\n", 0, index) + 1
        for index in range(len(text))
        if text.startswith(slip["slip"], index)
    ]
    wanted = {(line, code) for line in lines for code in slip["codes"].split()}
    found = {
        (finding.where.line, finding.code)
        for finding in findings
        if finding.where.file.endswith(slip["file"])
    }
    assert wanted
    assert wanted <= found


def test_the_mended_plan_has_no_error_and_every_warning_is_argued():
    findings = pipeline.check(CONTENT / "2024", CONTENT.parent).findings
    assert not [finding for finding in findings if finding.severity is Severity.ERROR]
    source = (CONTENT / "2024" / "SOURCE.md").read_text("utf-8")
    _, _, section = source.partition("Cảnh báo còn lại")
    argued = [
        line.split("|")[1].strip() for line in section.splitlines() if line.startswith("| KH")
    ]
    assert {finding.code for finding in findings} == set(argued)


def test_the_prose_rules_blame_no_line_without_a_slip(slipped):
    """What they find beyond the mended plan's own findings stands on a line with a slip."""
    folder, findings = slipped
    mended = pipeline.check(CONTENT / "2024", CONTENT.parent).findings
    known = {(finding.code, finding.line_text) for finding in mended}
    marks = {
        (slip["file"], line)
        for slip in SLIPS
        for line, text in enumerate((folder / slip["file"]).read_text("utf-8").splitlines(), 1)
        if slip["slip"].splitlines()[0] in text
    }
    strange = [
        finding
        for finding in findings
        if finding.code.startswith(("KH2", "KH4"))
        and (finding.code, finding.line_text) not in known
        and (Path(finding.where.file).name, finding.where.line) not in marks
    ]
    assert strange == []
