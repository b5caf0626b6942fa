"""Forms of real plans where no other test has them: nested, in an appendix, in cells, mixed.

Made up: each case is the tiny plan with other parts. It builds with nothing above a hint, every
printed string knows its origin, `import` of its paper prints the same paper, and the comparison
with a copy in which one word was changed everywhere leaves none of the old words untold.
"""

import json
import re

import pytest
import yaml

from docgen.diff.compare import diff
from docgen.docx.plain_text import plain_text
from docgen.docx.read import read
from docgen.finding import Severity
from docgen.importing.take_over import taken
from docgen.load.folder import load
from docgen.plan.dates import Period
from docgen.view.plan import build_view
from tests.plan_files import TINY, build, tiny_project

BELOW = ["Trồng cây theo các Phụ lục kèm theo."]
COLUMNS = [
    {"key": "stt", "title": "STT", "kind": "order"},
    {"key": "a", "title": "Loài cây"},
    {"key": "b", "title": "Số cây", "kind": "decimal", "total": "sum('b')"},
    {"key": "c", "title": "Ghi chú"},
]
WIDE = [
    {"key": "stt", "title": "STT", "mark": "A"},
    {"key": "a", "title": "Loài cây", "mark": "B"},
    {"key": "x", "title": "Xã", "above": ["Số cây", "Năm 2030"], "kind": "decimal", "mark": "1"},
    {"key": "y", "title": "Tỉnh", "above": ["Số cây", "Năm 2030"], "kind": "decimal", "mark": "2"},
    {"key": "z", "title": "Năm 2031", "above": "Số cây", "kind": "decimal", "total": "sum('z')"},
    {"key": "n", "title": "Ghi chú"},
]
FORM = [
    {"title": "NGƯỜI TRỒNG CÂY", "items": [
        "Họ tên: […]",
        {"text": "Nơi trồng cây, gồm:", "marker": "letter",
         "items": ["Thôn: […]; xã: […].", "**Số cây:** [___]"]},
    ]},
    {"table": {"columns": COLUMNS[:2] + COLUMNS[3:],
               "rows": [{"a": ["Cây khác:", "[…]"], "c": "Đạt […] cây"}, {"blank": 2}]}},
    {"plain": "Lời khai về cây là đúng: […]"},
    {"centered": "*(Ký, ghi rõ họ tên người trồng cây)*"},
]  # fmt: skip
CARRIED = (
    "(Ban hành kèm theo Quyết định số 15/QĐ-UBND ngày 10 tháng 3 năm 2030 của UBND tỉnh Sông Xanh)"
)


def plan(items=BELOW, **more):
    return {"sections": [{"title": "NỘI DUNG", "items": items}], **more}


CASES = {
    "tasks of agencies below a heading among its points": plan([
        {"title": "Trồng cây", "items": [
            "Trồng cây ven đường.",
            {"title": "Giao việc", "items": [
                {"agency": "so-noi-vu", "task": "theo dõi cây."},
                {"agency": "so-tai-chinh", "task": "Giao {{ agency }} bố trí tiền mua cây."},
            ]},
            "Đào hố trồng cây.",
        ]},
        {"agencies": ["so-noi-vu", "so-tai-chinh"], "task": "đếm cây."},
    ]),
    "tasks of agencies in an appendix": plan(appendices=[{"title": "PHÂN CÔNG", "items": [
        {"title": "CÁC SỞ", "items": [
            {"agency": "so-noi-vu", "task": "theo dõi cây."},
            {"agency": "so-tai-chinh", "marker": "letter", "tasks": [
                "Mua cây.", {"text": "Chăm cây, gồm:", "marker": "(1)", "items": ["Tưới cây."]},
            ]},
        ]},
    ]}]),
    "headings that run in at each level": plan([
        {"title": "Cây xanh:", "text": "trồng cây dọc đường.", "items": [
            {"title": "*Cây to:*", "text": "chăm cây to.", "items": [
                {"title": "Gốc cây:^[Cây gỗ.]", "text": "vun gốc cây^[Cây *lim*.]."},
                "Tỉa cây.",
            ]},
            {"title": "Cây nhỏ", "marker": "letter", "items": [
                {"title": "Cây non:", "text": ["che cây non.", "Canh cây ban đêm."]},
                {"title": "***Cây già:***", "text": "chống cây già."},
            ]},
        ]},
    ]),
    "a table of three header lines below a point": plan([
        {"title": "Cây", "marker": "letter", "items": [
            {"text": "Trồng cây như sau:", "items": [{"table": {
                "columns": WIDE, "size": 13, "align": "center",
                "rows": [
                    {"stt": "I", "a": "Cây to^[Cây gỗ.]", "rows": [
                        {"stt": "1", "a": "**Cây lim** xanh", "x": 10, "y": 5, "z": 7},
                        {"stt": "2", "a": "Cây sến", "x - z": "Chưa có cây", "n": "Cây quý"},
                    ]},
                    {"across": "CÂY NHỎ", "rows": [
                        {"shared": {"n": "Cây chung"}, "rows": [
                            {"stt": "1", "a": "Cây cam", "x": 1, "y": 1, "z": 1},
                            {"stt": "2", "a": "Cây quýt", "x": 2, "y": 2, "z": 2},
                        ]},
                    ]},
                ],
                "total": {"label": "Tổng số cây", "column": "stt - y"},
            }}]},
            "Tưới cây.",
        ]},
    ]),
    "several tables, a form and prose, each appendix with its own label and paper": plan(
        ["Trồng cây theo Biểu 01, Mẫu số 02 và Mẫu số 03."],
        appendices=[
            {"label": "Biểu 01", "title": ["CÂY XANH", "CÁC XÃ"], "items": [
                {"title": "CÂY TO", "table": {
                    "columns": COLUMNS, "rows": [{"a": "Cây lim", "b": "1.250,5"}],
                    "unit": "Đơn vị tính: cây", "total": {"label": "Cộng", "column": "stt - a"}}},
                {"title": "CÂY NHỎ", "items": ["Cây nhỏ như sau.", {"table": {
                    "columns": COLUMNS, "rows": [{"a": "Cây chè", "b": 20}], "numbered": "a"}}]},
            ]},
            {"label": "Mẫu số 02", "title": "PHIẾU TRỒNG CÂY", "reference": "none",
             "orientation": "portrait", "items": FORM},
            {"label": "Mẫu số 03", "title": "QUY TRÌNH TRỒNG CÂY", "headings": "number",
             "items": [
                 {"title": "Chọn cây:", "text": "chọn cây khỏe.", "items": ["Cây cao."]},
                 {"title": "Cây bụi", "items": [
                     {"title": "Cây bụi thấp", "marker": "1.1", "items": ["Cây sim.", "Cây mua."]},
                 ]},
             ]},
        ]),
    "marks of every kind within each other": {"sections": [
        {"title": "NỘI DUNG", "marker": "number", "items": [
            "Trồng cây.",
            {"title": "Chăm cây", "items": ["Tưới cây.", {"text": "Bón cây, gồm:", "items": [
                "Phân cây.", {"text": "Nước, gồm:", "items": ["Nước sạch cho cây."]}]}]},
            {"text": "Giữ cây.", "marker": "1.1.", "items": [
                "Giữ cây to.", {"title": "Giữ cây nhỏ:", "text": "rào cây nhỏ."}]},
            {"plain": "Cây nào cũng giữ."},
            {"centered": "**Trồng cây nào sống cây ấy**"},
            {"text": "Đo cây, gồm:", "marker": "(1)", "items": [
                {"text": "Cây to, gồm:", "marker": "a.1)", "items": ["Cây lim.", "Cây sến."]}]},
        ]},
    ]},
    "a plan of several years carried by a decision, unsigned, with appendices": {
        **plan(["Trồng cây theo Phụ lục I và II.", "Rừng có 12 km^2^ cây, giữ CO~2~."]),
        "year": "2030 - 2035", "symbol": "none", "number": None, "date": None,
        "recipients": None, "signature": None, "closing": None,
        "subject": "Trồng cây giai đoạn 2030 - 2035",
        "below_subject": [CARRIED],
        "appendices": [
            {"title": "CÂY TO", "table": {"columns": COLUMNS, "rows": [{"a": "Cây lim", "b": 3}]}},
            {"title": "CÂY NHỎ", "items": ["Cây chè."]},
        ],
    },
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_a_form_stands_wherever_it_is_put(case, tmp_path):
    root, text = project(tmp_path / "own", {"date": "10/3/2030", "number": "12", **case})
    year = next(each.name for each in (root / "content").iterdir() if each.is_dir())
    built = build(root, year)
    assert [each for each in built.findings if each.severity is not Severity.INFO] == []
    old, _ = load(root / "content" / year, root)
    view, _ = build_view(old)
    strings = [each for piece in view.pieces for each in piece.strings if str(each).strip()]
    assert [str(each) for each in strings if not each.origin.where and each.strip()] == []
    paper = plain_text(read(built.written.path))
    assert paper == plain_text(read(brought_back(built.written.path, year, root, tmp_path)))
    changed = text.replace("cây", "hoa").replace("Cây", "Hoa")
    other, _ = project(tmp_path / "other", changed)
    new, _ = load(other / "content" / year, other)
    told = "\n".join(each.new.text for each in diff(old, new).changes if each.new)
    left = [line for line in changed.splitlines() if re.search("[Hh]oa", line)]
    words = {word for line in left for word in re.findall(r"[Hh]oa(?: \w+)?", line)}
    assert {each for each in words if each not in told} == set()


def project(folder, case):
    """A project of a plan, given as values or as text, in the folder of its years."""
    if isinstance(case, str):
        text = case
    else:
        whole = {**yaml.safe_load(TINY), **case}
        said = json.loads(json.dumps({k: v for k, v in whole.items() if v is not None}))
        text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=1000)
    root = tiny_project(folder, text)
    year = str(yaml.safe_load(text)["year"]).replace(" ", "")
    (root / "content" / "2030").rename(root / "content" / year)
    return root, text


def brought_back(path, year, root, folder):
    """The paper of the content that `import` makes of a paper."""
    result = taken(path.read_bytes(), "cu.docx", Period.parse(year), root)
    assert result.blocked == ()
    assert result.left == ()
    back = tiny_project(folder / "back")
    (back / "content" / "2030" / "plan.yaml").unlink()
    (back / "content" / "2030").rename(back / "content" / year)
    for name, text in result.files.items():
        (back / "content" / year / name).write_text(text, encoding="utf-8")
    return build(back, year).written.path
