"""What forms are made of follows the declarations of the plan and the files as they stand."""

from dataclasses import fields

from docgen.load.yaml_text import read_source
from docgen.plan.model import Plan
from docgen.studio.shapes import shape_of, shapes
from tests.plan_files import TINY
from tests.tools import REPOSITORY


def source(name):
    return read_source(REPOSITORY / "content" / name, f"content/{name}")[0]


def test_every_key_of_the_plan_has_a_title_and_a_kind():
    told = {each["key"]: each for each in shapes()["Plan"]}
    assert set(told) == {each.name for each in fields(Plan) if not each.metadata.get("private")}
    assert told["subject"]["title"] == "Trích yếu"
    assert (told["issue"]["kind"], told["issue"]["choices"]) == ("choice", ["paper", "electronic"])
    assert (told["indices"]["kind"], told["indices"]["of"]) == ("map", "Index")
    assert (told["recipients"]["kind"], told["signature"]["kind"]) == ("lines", "group")
    assert (told["sections"]["kind"], told["sections"]["of"]) == ("list", "Item")


def test_every_class_that_a_key_names_is_told_too():
    told = shapes()
    named = {key["of"] for keys in told.values() for key in keys if "of" in key}
    assert named - {"Row"} <= set(told)


def test_a_file_says_what_it_is_by_its_place_in_the_plan():
    plan = source("2024/plan.yaml")
    kinds = {name: shape_of(source(name), plan)["of"]
             for name in ("2024/plan.yaml", "2024/appendix.yaml", "2024/assignments.yaml",
                          "agencies.yaml", "glossary.yaml", "office.yaml")}  # fmt: skip
    assert list(kinds.values()) == ["Plan", "Appendix", "Item", "Agency", "Glossary", "Office"]


def test_each_place_of_a_file_has_its_line():
    told = shape_of(source("2024/appendix.yaml"), source("2024/plan.yaml"))
    lines = source("2024/appendix.yaml").lines
    place = "table/rows/0/rows/0/score"
    assert lines[told["lines"][place] - 1].strip() == "score: 1,4741"
    assert told["tree"]["table"]["rows"][0]["rows"][0]["score"] == "1,4741"


def test_an_agency_deleted_in_its_form_is_gone_and_the_findings_say_who_still_names_it(ask):
    others = "so-y-te:\n  name: Sở Y tế\n"
    text = f"# Các cơ quan.\n\n# đầu tiên\nso-noi-vu:\n  name: Sở Nội vụ\n\n{others}"
    asked = {"name": "content/agencies.yaml", "text": text}
    told = ask("edit", **asked, edits=[{"do": "delete", "place": ["so-noi-vu"]}])
    assert told["text"] == f"# Các cơ quan.\n\n{others}"
    assert told["shape"]["tree"] == {"so-y-te": {"name": "Sở Y tế"}}
    tasks = "    assignments: [{agency: so-noi-vu, tasks: [Việc thứ nhất.]}]"
    plan = TINY.replace("    items:\n      - Việc thứ nhất.", tasks)
    for turn, agencies in enumerate((text, told["text"]), 1):
        buffers = {asked["name"]: agencies, "content/2030/plan.yaml": plan}
        seen = ask("see", year="2030", buffers=buffers, tab="x", turn=turn)
        codes = {each["code"] for each in seen["findings"]}
        assert ("KH301" in codes) == (agencies != text)
    assert ask("edit", **asked, edits=[{"do": "delete", "place": ["so-x"]}])["status"] == 422
