"""The measured traps of docxtpl, python-docx and YAML (`traps.md`): each has a test that holds it.

`TRAPS` names the test of each; those that no other file has stand below.
"""

import ast
import gc
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lxml import etree

from docgen.docx.read import read
from docgen.load.folder import load
from docgen.load.yaml_text import compose
from docgen.page.page_ends import on_pages
from docgen.plan.source import Source
from docgen.render.document import render
from docgen.render.template import open_template
from docgen.view.plan import build_view
from tests.plan_files import ROOTS, TINY, W, build, lines, printed, tiny_project, xml
from tests.tools import REPOSITORY

TEMPLATE = REPOSITORY / "templates" / "KH_template.docx"
TESTS = Path(__file__).parent

TRAPS = {
    "docxtpl: autoescape is off, & and < eat what follows":
        "hostile_values.test_a_value_stands_unharmed_in_every_kind_of_place",
    "docxtpl: an undefined name prints nothing":
        "render.hostile_template.test_a_tag_or_a_form_that_cannot_be_used_is_named",
    "docxtpl: a tracked insertion inside a tag loses all text after it":
        "template_lint.rules.test_a_damage_is_named_at_its_paragraph_and_nothing_else",
    "docxtpl: AutoCorrect's dashes and quotes inside a tag":
        "render.hostile_template.test_a_tag_or_a_form_that_cannot_be_used_is_named",
    "docxtpl: {%p takes its whole paragraph with it":
        "render.hostile_template.test_words_before_a_block_tag_that_docxtpl_swallows_are_noticed",
    "docxtpl: a plain {% for %} on its own line leaves blank paragraphs":
        "template_lint.rules.test_a_damage_is_named_at_its_paragraph_and_nothing_else",
    "docxtpl: a cell without a paragraph, a table without rows":
        "verify.verify.test_damage_is_noticed",
    "docxtpl: vm merges too much":
        "oracle.test_cells_are_merged_where_the_content_says_that_rows_share_them_and_nowhere_else",
    "docxtpl: gridSpan and widths disagree":
        "traps.test_each_cell_is_as_wide_as_the_columns_that_it_spans",
    "docxtpl: one template used from four threads":
        "traps.test_one_template_serves_four_threads_at_once",
    "docxtpl: core properties are escaped twice, over 255 letters raise":
        "paper.soundness.test_core_properties_hold_what_xml_would_not",
    "docxtpl: the zip carries the current time":
        "render.reference.test_the_same_input_gives_the_same_bytes",
    "docxtpl: a line end becomes a break that stretches the line":
        "load.hostile_content.test_a_text_that_cannot_be_printed_is_a_finding_at_its_place",
    "docxtpl: it parses its own output again":
        "traps.test_what_is_rendered_is_never_parsed_again",
    "docxtpl: bookmarks and ids inside loops are repeated":
        "template_lint.rules.test_a_damage_is_named_at_its_paragraph_and_nothing_else",
    "docxtpl: what it makes is the reference":
        "render.reference.test_the_document_is_the_tree_that_stock_docxtpl_renders",
    "docxtpl and others are slow to import":
        "traps.test_asking_for_help_imports_nothing_slow",
    "python-docx: a table cell by cell is quadratic":
        "traps.test_a_long_table_is_read_in_one_walk",
    "python-docx: merged cells come again in each row":
        "docx.read.test_cells_know_their_span_their_merge_and_their_width",
    "python-docx: no page numbers, header rows, lines":
        "golden.test_the_paper_says_and_looks_as_the_golden_text",
    "YAML: 1.10, 010, 12:30, No, ~ become other values":
        "traps.test_a_scalar_reaches_the_paper_as_it_was_typed",
    "YAML: [1, 1,4741] are three items":
        "traps.test_what_yaml_takes_in_silence_or_refuses_in_english_is_said_in_vietnamese",
    "YAML: - Lưu: VT is a mapping":
        "traps.test_what_yaml_takes_in_silence_or_refuses_in_english_is_said_in_vietnamese",
    "YAML: text is cut at ' #'":
        "traps.test_what_yaml_takes_in_silence_or_refuses_in_english_is_said_in_vietnamese",
    "YAML: of a key written twice the last one wins":
        "traps.test_what_yaml_takes_in_silence_or_refuses_in_english_is_said_in_vietnamese",
    "YAML: colon, tab, *, %, @, & give an English error":
        "traps.test_what_yaml_takes_in_silence_or_refuses_in_english_is_said_in_vietnamese",
    "YAML: decomposed letters are other strings":
        "load.hostile_content.test_how_a_file_is_written_does_not_show_on_paper",
    "YAML: tone placement is never rewritten":
        "traps.test_a_scalar_reaches_the_paper_as_it_was_typed",
    "YAML: the collector rests while it composes, and works again after":
        "traps.test_the_garbage_collector_works_again_after_a_file_was_read",
    "LibreOffice: a landscape section that holds only a table comes out upright":
        "docx.pdf.test_only_the_appendices_that_ask_for_it_lie_across",
}  # fmt: skip


def test_every_trap_has_a_test():
    missing = []
    for name in TRAPS.values():
        *folders, file, test = name.split(".")
        path = TESTS.joinpath(*folders, f"test_{file}.py")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if test not in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}:
            missing.append(name)
    assert missing == []


@pytest.mark.parametrize("year", ROOTS)
def test_each_cell_is_as_wide_as_the_columns_that_it_spans(year, documents):
    for table in xml(documents[year]).iter(W + "tbl"):
        grid = [int(each.get(W + "w")) for each in table.iter(W + "gridCol")]
        for row in table.iter(W + "tr"):
            column = 0
            for cell in row.iter(W + "tc"):
                spanned = cell.find(f"{W}tcPr/{W}gridSpan")
                span = 1 if spanned is None else int(spanned.get(W + "val"))
                width = int(cell.find(f"{W}tcPr/{W}tcW").get(W + "w"))
                assert width == sum(grid[column : column + span])
                column += span
            assert column == len(grid)


def view_of(year: str):
    plan, _ = load(ROOTS[year] / "content" / year, ROOTS[year])
    return build_view(plan)[0]


@pytest.mark.slow
def test_one_template_serves_four_threads_at_once(documents):
    template, _ = open_template(TEMPLATE, "KH_template.docx")
    view = on_pages(view_of("2024"), template)
    with ThreadPoolExecutor(4) as threads:
        rendered = {threads.submit(render, template, view).result()[0] for _ in range(8)}
        at_once = set(threads.map(lambda _: render(template, view)[0], range(32)))
    assert rendered | at_once == {documents["2024"].read_bytes()}


def test_what_is_rendered_is_never_parsed_again(monkeypatch):
    template, _ = open_template(TEMPLATE, "KH_template.docx")
    view = view_of("2031")

    def parsed(*_: object, **__: object) -> None:
        raise AssertionError("render must not parse")

    for name in ("fromstring", "parse", "XML"):
        monkeypatch.setattr(etree, name, parsed)
    data, findings = render(template, view)
    assert (len(data) > 5000, findings) == (True, [])


SLOW = {"typing", "docxtpl", "docx", "babel", "openpyxl", "watchfiles", "rapidfuzz", "lxml"}


def test_asking_for_help_imports_nothing_slow():
    code = (
        "import sys; before = set(sys.modules)  # what coverage itself brings\n"
        "from docgen import cli\n"
        "try: cli.main(['--help'])\n"
        "finally: print(sorted({name.split('.')[0] for name in sys.modules if name not in before}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    imported = set(ast.literal_eval(done.stdout.decode("utf-8").splitlines()[-1]))
    assert imported & SLOW == set()


@pytest.mark.slow
def test_a_long_table_is_read_in_one_walk(tmp_path):
    rows = "\n".join(f"            - {{a: dòng {n}, b: x}}" for n in range(1000))
    plan = TINY.replace(
        "      - Việc thứ nhất.\n",
        "      - table:\n          columns:\n            - {key: a, title: A, width: 80}\n"
        f"            - {{key: b, title: B, width: 80}}\n          rows:\n{rows}\n",
    )
    document = read(printed(tiny_project(tmp_path / "project", plan)))
    table = next(table for table in document.tables if len(table.rows) > 100)
    assert [row.cells[0].text for row in table.rows[1:]] == [f"dòng {n}" for n in range(1000)]


@pytest.mark.parametrize(
    "typed",
    ["1.10", "13.50", "010", "0x1F", "1e3", "12:30", "No", "yes", "true", "~", "null", "2030-01-05",
     "0,8430", ".5", "=", "<<", "hoà, hòa, thuỷ, thủy, qúy", "1_000", "Nhiệm vụ#1", "a:b"],
)  # fmt: skip
def test_a_scalar_reaches_the_paper_as_it_was_typed(typed, tmp_path):
    plan = TINY.replace("Việc thứ nhất.", typed)
    assert f"- {typed}" in lines(printed(tiny_project(tmp_path / "project", plan)))


ENGLISH = ("while", "expected", "found", "mapping", "token", "character", "scanning")


@pytest.mark.parametrize(
    ("line", "column", "code", "hint"),
    [
        ("- [1, 1,4741]", 13, "KH008", '"1,4741"'),
        ("- Lưu: VT, NC_Y.", 9, "KH010", '"Lưu: VT, NC_Y."'),
        ("- Nhiệm vụ #1 của tỉnh", 18, "KH007", '"Nhiệm vụ #1 của tỉnh"'),
        ("- {text: a, text: b}", 19, "KH005", ""),
        ("- chỉ đạo: các sở: rà soát", 24, "KH004", '"chỉ đạo: các sở: rà soát"'),
        ("\t- Việc", 7, "KH004", "dấu cách"),
        ("- *tại Phụ lục*", 9, "KH004", '"*tại Phụ lục*"'),
        ("- %x", 9, "KH004", '"%x"'),
        ("- @x", 9, "KH004", '"@x"'),
        ("- & x", 9, "KH004", '"& x"'),
        ("- 'Sở' Nội vụ", 14, "KH004", ""),
        ("- {{ year }} là năm", 20, "KH004", "{{ … }} trong ngoặc kép"),
        ("- [năm {{ year }}]", 14, "KH004", "{{ … }} trong ngoặc kép"),
    ],
)
def test_what_yaml_takes_in_silence_or_refuses_in_english_is_said_in_vietnamese(
    line, column, code, hint, tmp_path
):
    point = "      - Việc thứ nhất.\n"
    plan = TINY.replace(point, f"      {line}\n")
    number = TINY[: TINY.index(point)].count("\n") + 1
    built = build(tiny_project(tmp_path / "project", plan))
    assert built.written is None
    found = [each for each in built.findings if each.code == code]
    assert [(each.where.line, each.where.column) for each in found] == [(number, column)]
    said = f"{found[0].message} {found[0].hint}"
    assert hint in said
    assert not any(word in said for word in ENGLISH)


def test_the_garbage_collector_works_again_after_a_file_was_read():
    assert gc.isenabled()
    compose(Source("good.yaml", "a: b\n"))
    compose(Source("bad.yaml", "a: [\n"))
    assert gc.isenabled()
    gc.disable()
    try:
        compose(Source("good.yaml", "a: b\n"))
        assert not gc.isenabled()
    finally:
        gc.enable()
