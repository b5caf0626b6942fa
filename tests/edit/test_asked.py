"""What a form asks for becomes the edit that an officer would have made by hand."""

import pytest

from docgen.edit.asked import NotAsked, edits_of
from docgen.edit.rewrite import rewritten
from docgen.plan.source import Source

PLAN = """\
place: Quảng Trị  # địa danh
number:
indices:
  papi: {name: PAPI, rank: 5}
preamble: Một đoạn.
tasks:
  # của sở
  - agency: so-noi-vu
    tasks:
      - việc một
      - việc hai  # gấp
  - agency: so-y-te
    tasks: [việc ba]
  - agency: so-tu-phap
    tasks:
      - việc bốn
"""


def after(*asked):
    source = Source("bịa.yaml", PLAN)
    text, findings = rewritten(source, edits_of(source, asked))
    assert text is not None, findings
    return text


def put(place, value):
    return {"do": "set", "place": place, "value": value}


@pytest.mark.parametrize(
    ("place", "value", "old", "new"),
    [
        (["place"], "Huế", "Quảng Trị  #", "Huế  #"),
        (["number"], "12", "number:", "number: 12"),
        (["place"], "", "place: Quảng Trị", "place:"),
        (["indices", "papi", "rank"], "6", "rank: 5", "rank: 6"),
        (["indices", "papi", "of"], "63", "rank: 5}", "rank: 5, of: 63}"),
        (["tasks", 0, "tasks", 1], "việc: hai", "việc hai", '"việc: hai"'),
        (["tasks", 1, "agency"], "so-noi-vu", "so-y-te", "so-noi-vu"),
    ],
)
def test_a_value_is_put_where_it_stands_and_all_else_stays(place, value, old, new):
    text = after(put(place, value))
    assert text.startswith(PLAN.replace(old, new, 1).split("#")[0][:10])
    assert [line for line in text.splitlines() if line not in PLAN.splitlines()] == [
        line for line in PLAN.replace(old, new, 1).splitlines() if line not in PLAN.splitlines()
    ]


def test_a_key_that_is_missing_is_added():
    assert "symbol: KH-UBND" in after(put(["symbol"], "KH-UBND"))


def test_an_item_comes_in_goes_out_and_moves_to_another_agency_with_its_comment():
    assert "- việc mới\n" in after({"do": "insert", "place": ["tasks", 0, "tasks", 2],
                                    "value": "việc mới"})  # fmt: skip
    assert "việc một" not in after({"do": "delete", "place": ["tasks", 0, "tasks", 0]})
    moved = after({"do": "move", "place": ["tasks", 0, "tasks", 1], "to": ["tasks", 2, "tasks", 1]})
    assert moved.endswith("      - việc bốn\n      - việc hai  # gấp\n")
    assert "# của sở" in moved


def test_one_text_becomes_a_list_when_another_joins_it():
    text = after({"do": "insert", "place": ["preamble", 1], "value": "Hai đoạn."})
    assert "preamble:\n  - Một đoạn.\n  - Hai đoạn.\n" in text


def test_a_list_that_is_missing_is_made():
    text = after({"do": "insert", "place": ["recipients", 0], "value": "Sở Nội vụ"})
    assert text.endswith("recipients:\n  - Sở Nội vụ\n")


@pytest.mark.parametrize(
    "asked",
    [
        put(["nowhere", 3, "x"], "y"),
        put(["tasks"], "x") | {"place": "tasks"},
        put([True], "x"),
        {"do": "delete", "place": ["tasks", 0, "tasks", True]},
        {"do": "delete", "place": ["tasks", 1.0]},
        put([], "x"),
        put(["tasks", 9], "x"),
        {"do": "delete everything", "place": ["tasks"]},
        {"do": "insert", "place": ["tasks", "x"], "value": "y"},
        {"place": ["tasks"]},
        {"do": "move", "place": ["tasks", 7], "to": ["tasks", 0]},
    ],
)
def test_what_the_file_has_no_place_for_is_refused(asked):
    source = Source("bịa.yaml", PLAN)
    with pytest.raises((NotAsked, LookupError)):
        rewritten(source, edits_of(source, [asked]))
