"""Each task and each row goes to every agency that it names, groups resolved.

Who has what is read here from the YAML itself, by code that shares nothing with docgen: plain
YAML, names looked for letter by letter. What should be in a sheet is looked for in the files.
"""

import io
import re
from collections import defaultdict

import openpyxl
import pytest
import yaml

from docgen.tasking.hand_out import stems
from docgen.tasking.ownership import holders
from tests.plan_files import ROOTS, lines
from tests.tools import sampled

OWNER_COLUMNS = {"2024": "agencies", "2031": "lead", "2034": "name"}
PAIRS = {"2024": 591, "2030": 8, "2031": 7, "2033": 7, "2034": 6, "2035-2039": 2}


def plain(text):
    return re.sub(r"[\W_]+", " ", text.replace("&", "và").casefold()).strip()


def raw(path):
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader) or {}


def agencies_of(root):
    return raw(root / "content" / "agencies.yaml")


def resolved(key, agencies):
    members = agencies[key].get("members") or []
    return {each for member in members for each in resolved(member, agencies)} or {key}


def spellings(agencies):
    for key, agency in agencies.items():
        for name in (agency["name"], *agency.get("short", [])):
            yield plain(name), key


def named_in(cell, agencies):
    """The longest names first; what they cover is taken out. `cấp xã` after `UBND cấp huyện`."""
    said = plain(cell).replace("ubnd cấp huyện cấp xã", "ubnd cấp huyện ubnd cấp xã")
    found = set()
    for name, key in sorted(spellings(agencies), key=lambda each: -len(each[0])):
        if re.search(rf"\b{name}\b", said):
            found |= resolved(key, agencies)
            said = re.sub(rf"\b{name}\b", "", said)
    return found


def texts_of(value):
    """All that is printed below a task."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)
    elif isinstance(value, dict):
        for key in ("title", "text", "plain", "centered", "items", "tasks"):
            yield from texts_of(value.get(key, []))


def mappings(value):
    """Every mapping of a file of content, whatever it stands in."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from mappings(each)


def by_blocks(value, agencies):
    """Pairs of an agency and the words of a task: the blocks of assignments."""
    keys = dict(spellings(agencies))
    for block in mappings(value):
        called = block.get("agencies", [])
        called = [block["agency"]] if "agency" in block else called
        if isinstance(called, str) or not {"task", "text", "tasks"} & set(block):
            continue
        texts = [each for part in ("task", "text", "tasks") for each in texts_of(block.get(part))]
        for name in called:
            key = name if name in agencies else keys[plain(name)]
            yield from ((each, text) for each in resolved(key, agencies) for text in texts)


def by_rows(value, agencies, column):
    """Pairs of an agency and the name of a row."""
    for table in (each["table"] for each in mappings(value) if "table" in each):
        for row, owners in rows_of(table["rows"], column):
            for key in {each for cell in owners for each in named_in(cell, agencies)}:
                yield key, row["name"]


def rows_of(rows, column, above=None):
    """The rows of a table with what stands in the column of those who act, also shared by many."""
    for row in rows:
        shared = row.get("shared", {})
        own = (shared.get(column) if shared else row.get(column)) or above
        if not shared and row.get(column):
            yield row, [*texts_of(own)]
        elif not shared and above:
            yield row, [*texts_of(above)]
        yield from rows_of(row.get("rows", []), column, own if shared else above)


def expected(year):
    root = ROOTS[year]
    agencies = agencies_of(root)
    column = OWNER_COLUMNS.get(year)
    return {
        pair
        for path in sorted((root / "content" / year).glob("*.yaml"))
        for pair in (*by_blocks(raw(path), agencies), *by_rows(raw(path), agencies, column))
    }


def words_in(data):
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    return plain("\n".join(str(cell.value) for row in workbook["Báo cáo"] for cell in row))


def pieces(text):
    """The stretches of a text that print as they are written."""
    bare = re.sub(r"\{\{.*?\}\}", "\0", re.sub(r"[*~^]", "", text), flags=re.DOTALL)
    return [plain(each) for each in bare.split("\0") if plain(each)]


@pytest.mark.parametrize("year", sampled(reversed(PAIRS), every=3))
def test_each_task_and_row_stands_in_the_files_of_all_whom_it_names(year, sheets):
    made = sheets[year]
    assert made.findings == ()
    keys = holders(made.duties)
    stem = dict(zip(keys, stems(keys), strict=True))
    wanted = expected(year)
    assert len(wanted) == PAIRS[year]
    lost = defaultdict(list)
    for key in {key for key, _ in wanted}:
        assert key in stem, key
        excel = words_in(made.files[f"{stem[key]}.xlsx"])
        word = plain("\n".join(lines(made.files[f"{stem[key]}.docx"])))
        for text in (text for owner, text in wanted if owner == key):
            lost[key] += [each for each in pieces(text) if each not in excel or each not in word]
    assert {key: texts for key, texts in lost.items() if texts} == {}


def test_a_plan_that_gives_nothing_makes_no_sheets(sheets):
    assert expected("2032") == set()
    assert sheets["2032"].agencies == 0
