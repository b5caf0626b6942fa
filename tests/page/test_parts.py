"""The pages as plain values: every printed word of the view, in its order, and where it stands."""

import json
from dataclasses import replace

import pytest

from docgen.load.folder import load
from docgen.page.parts import page
from docgen.page.sheet import sheet, turned
from docgen.pipeline import TEMPLATE
from docgen.view.plan import build_view
from tests.plan_files import ROOTS
from tests.tools import REPOSITORY


def seen(year):
    root = ROOTS[year]
    plan, _ = load(root / "content" / year, root)
    return plan, build_view(plan)[0]


def pieces(parts):
    for part in parts:
        yield from part.get("pieces", ())
        for side in part.get("sides", ()):
            yield from pieces(side)
        for row in part.get("rows", ()):
            for _, merge, paragraphs in row["cells"]:
                yield from (() if merge == "continue" else (each for one in paragraphs
                                                            for each in one))  # fmt: skip


def words(runs):
    return "".join(run[0] for run in runs if run[1] != "n").replace("\u2011", "-")


@pytest.mark.parametrize("year", ROOTS)
def test_the_pages_say_every_word_of_the_view_in_its_order(year):
    _, view = seen(year)
    made = page(view, sheet(REPOSITORY / TEMPLATE, None))
    said = [words(piece[2]).replace("\u00a0", " ") for piece in pieces(made["parts"])]
    notes = [words(piece[2]) for piece in made["notes"]]
    at = 0
    for piece in view.pieces:
        if piece.part.startswith(("head", "end")):
            continue
        for string in (str(each).replace("\u00a0", " ") for each in piece.strings):
            rest = string.replace("Kính gửi:", "").strip()
            if notes and rest == notes[0]:
                notes.pop(0)
                continue
            at = next((n for n in range(at, len(said)) if rest in said[n]), len(said))
            assert at < len(said), string
    assert notes == []


def test_each_piece_names_the_line_that_holds_it():
    plan, view = seen("2024")
    made = page(view, sheet(REPOSITORY / TEMPLATE, None))
    lines = {source.name: source.lines for source in plan.sources}
    texts = [piece for piece in pieces(made["parts"]) if piece[1] == "text" and words(piece[2])]
    assert len(texts) > 300
    for place, _, runs in texts:
        file, first, column, last = place
        assert first <= last
        beginning = words(runs).split()[0].strip("-(;.")
        written = "\n".join(lines[made["files"][file]][first - 1 : last])[column - 1 :]
        assert beginning in written.split(maxsplit=2)[0] or "{{" in written


def test_sizes_and_spaces_are_those_of_the_template_in_the_form_of_the_office():
    plan, _ = seen("2024")
    as_chosen = sheet(REPOSITORY / TEMPLATE, plan.office.form)
    bare = sheet(REPOSITORY / TEMPLATE, replace(plan.office.form, body_size=None))
    assert as_chosen["styles"]["KHParagraph"] | {"size": 0} == bare["styles"]["KHParagraph"] | {
        "size": 0
    }
    look = as_chosen["styles"]["KHParagraph"]
    assert (look["size"], look["first"], look["after"], look["line"]) == (28, 720, 120, 264)
    assert as_chosen["letterhead"] == [3515, 5556]
    assert turned(as_chosen["body"], "landscape")["width"] == as_chosen["body"]["height"]


def test_what_is_given_is_plain_and_can_be_sent():
    _, view = seen("2033")
    made = page(view, sheet(REPOSITORY / TEMPLATE, None))
    assert json.loads(json.dumps(made)) == made
