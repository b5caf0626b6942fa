"""`docgen check --learn`: what a made-up plan does not explain, and how the glossary gets it."""

import shutil
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.cli import main
from docgen.edit.learn import learn
from docgen.rules.facts import Facts
from docgen.rules.vocabulary import unknown

BASE = Path(__file__).parents[1] / "rules" / "base"
POINTS = """\
      - Ứng dụng công nghệ thông tin; CNTT phục vụ cây xanh.
      - Phòng KTXM và CNTT chăm sóc cây, mọi nguời dân tưới cây.
"""
GLOSSARY = """\
# Của tỉnh bịa.
abbreviations:
  UBND: Ủy ban nhân dân   # giữ nguyên
  VT: Văn thư

words:
  - Index  # tên riêng
"""


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "content" / "2030"
    folder.mkdir(parents=True)
    plan = (BASE / "plan.yaml").read_text("utf-8")
    plan = plan.replace("      - Mở rộng diện tích cây xanh.\n", POINTS)
    (folder / "plan.yaml").write_text(plan, "utf-8")
    shutil.copy(BASE / "agencies.yaml", folder.parent)
    (folder.parent / "glossary.yaml").write_text(GLOSSARY, "utf-8")
    return tmp_path


def learnable(project):
    plan = pipeline.check(project / "content/2030", project).plan
    return {each.word: each for each in unknown(Facts(plan))}


def glossary(project):
    return (project / "content/glossary.yaml").read_text("utf-8")


def test_an_abbreviation_is_proposed_with_its_places_and_the_words_of_the_plan(project):
    found = learnable(project)["CNTT"]
    assert found.meaning == "công nghệ thông tin"
    assert len(found.places) == 2
    assert not found.doubtful


def test_a_meaning_that_the_plan_does_not_say_is_not_invented(project):
    assert learnable(project)["KTXM"].meaning == ""


def test_what_may_be_a_slip_is_learnt_by_its_name_only(project):
    assert learnable(project)["nguời"].doubtful
    assert main(["-C", str(project), "check", "--learn", "--write"]) == 0
    assert "nguời" not in glossary(project)


def test_nothing_is_written_until_it_is_accepted(project, capsys):
    assert main(["-C", str(project), "check", "--learn"]) == 0
    said = capsys.readouterr().out
    assert glossary(project) == GLOSSARY
    assert "CNTT = công nghệ thông tin: 2 lần, content/2030/plan.yaml:17, 18" in said
    assert said.endswith('docgen check --learn --accept "CNTT=công nghệ thông tin"\n')


@pytest.mark.parametrize(
    ("words", "named"),
    [("KTXM", "KTXM=nghĩa đầy đủ"), ("mọi nguời dân", "nguời")],
)
def test_the_command_that_is_shown_names_a_word_as_it_is_to_be_added(project, capsys, words, named):
    plan = project / "content/2030/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace(POINTS, f"      - Có {words}.\n"), "utf-8")
    main(["-C", str(project), "check", "--learn"])
    assert capsys.readouterr().out.endswith(f'docgen check --learn --accept "{named}"\n')
    assert main(["-C", str(project), "check", "--learn", "--accept", named]) == 0
    assert learnable(project) == {}


def test_one_command_settles_every_abbreviation_and_keeps_comments_and_layout(project):
    main(["-C", str(project), "check", "--learn", "--write"])
    added = {line for line in glossary(project).splitlines() if line not in GLOSSARY.splitlines()}
    assert added == {"  CNTT: công nghệ thông tin", "  - KTXM"}
    assert set(GLOSSARY.splitlines()) <= set(glossary(project).splitlines())
    assert set(learnable(project)) == {"nguời"}


def test_only_those_named_are_added_with_the_meaning_that_is_given(project):
    named = "KTXM=kỹ thuật xanh mát, nguời"
    assert main(["-C", str(project), "check", "--learn", "--accept", named]) == 0
    assert "  KTXM: kỹ thuật xanh mát\n" in glossary(project)
    assert "  - nguời\n" in glossary(project)
    assert set(learnable(project)) == {"CNTT"}


@pytest.mark.parametrize(
    "before",
    [
        None,
        "",
        "# chỉ chú thích\n",
        "words: [a]\n",
        "abbreviations:\nwords:\n",
        "words:\n",
        "words:\n  # chưa có từ nào\n",
        "words:  # chưa có\nabbreviations:\n",
    ],
)
def test_a_glossary_that_is_missing_or_bare_is_begun(project, before):
    path = project / "content/glossary.yaml"
    path.unlink()
    if before is not None:
        path.write_text(before, "utf-8")
    assert learn({"CNTT": "công nghệ thông tin", "KTXM": ""}, project).findings == []
    assert {"CNTT", "KTXM"}.isdisjoint(learnable(project))


def test_what_is_known_already_is_not_added_again(project):
    assert learn({"VT": "Văn thư", "Index": ""}, project).differences == []
