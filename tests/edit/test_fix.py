"""`check --fix` mends what is mechanical in the YAML itself and leaves every other character."""

import re
import shutil
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen import pipeline
from docgen.edit.fix import fix_files, mends
from docgen.edit.rewrite import rewritten
from docgen.finding import Fix
from docgen.plan.reading_order import printed_texts
from docgen.plan.source import Source

ROOT = Path(__file__).parents[2]
BASE = Path(__file__).parents[1] / "rules" / "base"

FAULTY = """\
# Bịa. Chú thích có  hai dấu cách , và 7/12/2030 thì giữ nguyên.
year: 2030
issuer:   {name: [ỦY BAN NHÂN DÂN, TỈNH BÌNH MINH], short: UBND tỉnh Bình Minh}
symbol: KH-UBND
place: 'Bình Minh'
subject: Trồng cây xanh năm {{ year }}  tỉnh Bình Minh   # ghi  chú
preamble:
  - UBND tỉnh ban hành  kế hoạch ngày 7/12/2029 , trồng 0.5 ha
    ở  mỗi xã, đạt 42,5 % diện tích.
  - "Giao Sở Tài chính (cấp 100triệu đồng ) : mua cây\\u00a0giống;\\ttưới cây."
  - 'Cây''  xanh ðược chăm sóc.'
sections:
  - {title: NỘI DUNG, items: [Chăm sóc  cây.]}
closing: [Các cơ quan nghiêm túc thực hiện.]
recipients: ["Lưu: VT, NN"]
signature: {lines: [TM. ỦY BAN NHÂN DÂN], name: Trần Thị Bình}
"""

MENDED = """\
# Bịa. Chú thích có  hai dấu cách , và 7/12/2030 thì giữ nguyên.
year: 2030
issuer:   {name: [ỦY BAN NHÂN DÂN, TỈNH BÌNH MINH], short: UBND tỉnh Bình Minh}
symbol: KH-UBND
place: 'Bình Minh'
subject: Trồng cây xanh năm {{ year }} tỉnh Bình Minh   # ghi  chú
preamble:
  - UBND tỉnh ban hành kế hoạch ngày 07/12/2029, trồng 0,5 ha
    ở mỗi xã, đạt 42,5% diện tích.
  - "Giao Sở Tài chính (cấp 100 triệu đồng): mua cây\\u00a0giống;\\ttưới cây."
  - 'Cây'' xanh được chăm sóc.'
sections:
  - {title: NỘI DUNG, items: [Chăm sóc cây.]}
closing: [Các cơ quan nghiêm túc thực hiện.]
recipients: ["Lưu: VT, NN"]
signature: {lines: [TM. ỦY BAN NHÂN DÂN], name: Trần Thị Bình}
"""


def plan_folder(root, text, *, bom=b"", newline="\n"):
    folder = root / "content" / "2030"
    folder.mkdir(parents=True)
    for name in ("agencies.yaml", "glossary.yaml"):
        shutil.copy(BASE / name, folder.parent)
    (folder / "plan.yaml").write_bytes(bom + text.replace("\n", newline).encode())
    return folder


def mended(source, fixes):
    return rewritten(source, mends(source, fixes))[0]


def fixed(folder, root):
    return fix_files(pipeline.check(folder, root), root)


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["no bom", "bom"])
def test_only_the_faults_change(tmp_path, bom, newline):
    folder = plan_folder(tmp_path, FAULTY, bom=bom, newline=newline)
    differences, left = fixed(folder, tmp_path)
    assert (folder / "plan.yaml").read_bytes() == bom + MENDED.replace("\n", newline).encode()
    (difference,) = differences
    assert difference.startswith("--- content/2030/plan.yaml\n+++ content/2030/plan.yaml")
    assert "-  - UBND tỉnh ban hành  kế hoạch" in difference
    assert "+  - UBND tỉnh ban hành kế hoạch ngày 07/12/2029" in difference
    assert not [finding for finding in left if finding.fix]


def test_what_an_escape_hides_is_reported_but_not_touched(tmp_path):
    folder = plan_folder(tmp_path, FAULTY)
    _, left = fixed(folder, tmp_path)
    assert [finding.code for finding in left].count("KH427") == 2


def test_fixing_again_finds_nothing_to_do(tmp_path):
    folder = plan_folder(tmp_path, FAULTY)
    fixed(folder, tmp_path)
    before = (folder / "plan.yaml").stat().st_mtime_ns
    assert fixed(folder, tmp_path)[0] == []
    assert (folder / "plan.yaml").stat().st_mtime_ns == before


def test_a_file_with_loose_marks_becomes_nfc_and_nothing_else(tmp_path):
    folder = plan_folder(tmp_path, unicodedata.normalize("NFD", MENDED))
    fixed(folder, tmp_path)
    assert (folder / "plan.yaml").read_text("utf-8") == MENDED


def test_a_silenced_finding_is_left_alone(tmp_path):
    line = "subject: Trồng cây xanh năm {{ year }}  tỉnh Bình Minh   # ghi  chú"
    silenced = line.replace("# ghi  chú", "# docgen: bỏ qua KH421 – cố ý")
    folder = plan_folder(tmp_path, MENDED.replace(line.replace("}}  ", "}} "), silenced))
    assert fixed(folder, tmp_path)[0] == []


def test_scores_with_a_decimal_dot_are_mended_where_yaml_still_reads_one_number(tmp_path):
    table = """\
sections:
  - title: NỘI DUNG
    items:
      - table:
          columns:
            - {key: name, title: Xã, width: 100}
            - {key: score, title: Điểm, width: 60, kind: decimal}
          rows:
            - name: Xã Một
              score: 0.8064  # điểm
            - {name: Xã Hai, score: 0.5}
            - name: Xã Ba
              score: 1234.567
"""
    text = re.sub(r"sections:\n.*\n", table, MENDED)
    folder = plan_folder(tmp_path, text)
    _, left = fixed(folder, tmp_path)
    written = (folder / "plan.yaml").read_text("utf-8")
    assert written == text.replace("0.8064", "0,8064")
    assert [finding.line_text.strip() for finding in left if finding.code == "KH013"] == [
        *("- {name: Xã Hai, score: 0.5}", "score: 1234.567"),
    ]


def test_nothing_is_written_when_there_is_nothing_to_mend(tmp_path):
    folder = plan_folder(tmp_path, MENDED)
    assert fixed(folder, tmp_path)[0] == []


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("a: đã ghi :xong\n", Fix(10, 11, ": ")),  # would become a key
        ("a: việc\u200b#1\n", Fix(7, 8, " ")),  # would become a comment
        ("a: [1,5]\n", Fix(5, 6, " ")),  # would join two entries
    ],
)
def test_a_mend_that_changes_what_yaml_reads_is_left_out(text, fix):
    safe = Fix(0, 1, "a")
    assert mended(Source("plan.yaml", text), [fix, safe]) == text


def test_of_two_mends_that_overlap_the_longer_is_taken():
    source = Source("plan.yaml", "a: một  , hai\n")
    fixes = [Fix(6, 8, " "), Fix(6, 9, ",")]
    assert mended(source, fixes) == "a: một, hai\n"


# ------------------------------------------------- slips put into the real plan come out again

SLIPS = [
    (re.compile(r"(?<=\w) (?=\w)"), "  "),
    (re.compile(r"(?<=\w) (?=\w)"), "\u00a0"),
    (re.compile(r"(?<=\w), (?=\w)"), " , "),
    (re.compile(r"(?<=\w), (?=[^\W\d_])"), ","),
    (re.compile(r"(?<=\d)%"), " %"),
    (re.compile(r"\b06/6/2023"), "6/6/2023"),
    (re.compile(r"\b31/12/2023"), "31/12/2023\u200b"),
    (re.compile(r"82,9%"), "82.9%"),
    (re.compile(r"đ(?=\w)"), "ð"),
    (re.compile(r"ế"), unicodedata.normalize("NFD", "ế")),
]


@cache
def places():
    """Where each slip can be put into the real plan: file, start, end, what to write there."""
    folder = ROOT / "content" / "2024"
    plan = pipeline.check(folder, ROOT).plan
    found = [[] for _ in SLIPS]
    for printed in printed_texts(plan):
        if not printed.text.source.name.startswith("content/2024/"):
            continue
        for kind, (pattern, slip) in enumerate(SLIPS):
            for match in pattern.finditer(printed.prose):
                place = printed.text.fix(match.start(), len(match[0]), slip)
                if place:
                    found[kind].append((printed.text.source.name, place))
    return found


@pytest.mark.slow
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_slips_put_into_the_real_plan_are_mended_to_the_last_byte(data, tmp_path_factory):
    root = tmp_path_factory.mktemp("fix")
    shutil.copytree(ROOT / "content", root / "content")
    chosen = [data.draw(st.sampled_from(kind)) for kind in places()]
    original = {path: path.read_bytes() for path in (root / "content").rglob("*.yaml")}
    for name in {name for name, _ in chosen}:
        text = (root / name).read_text("utf-8")
        last = len(text)
        fixes = sorted((fix for each, fix in chosen if each == name), key=lambda fix: -fix.start)
        for fix in fixes:
            if fix.end + 2 < last:
                text = text[: fix.start] + fix.replacement + text[fix.end :]
                last = fix.start
        (root / name).write_text(text, "utf-8")
    differences, left = fixed(root / "content" / "2024", root)
    assert differences
    assert not [finding for finding in left if finding.fix]
    assert {path: path.read_bytes() for path in original} == original
