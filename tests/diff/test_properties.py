"""What holds of every comparison: nothing changes by itself, and both ways say the same."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.diff.changes import mirrored
from docgen.diff.compare import diff
from docgen.load.folder import load
from tests.made_up_2025 import EDITS, REPOSITORY, make

pytestmark = pytest.mark.slow

# A whole plan is more than hypothesis wants to draw: it draws what the plan is made from.
SEEDS = st.integers(0, 10**6)
PLAN, _ = load(REPOSITORY / "content" / "2024", REPOSITORY)


def some_of(values, random):
    """Values in another order, some gone, some twice."""
    chosen = [each for each in values for _ in range(random.choice((0, 1, 1, 1, 1, 2)))]
    if random.random() < 0.5:
        random.shuffle(chosen)
    return tuple(chosen or values[:1])


def rows_like(rows, random):
    chosen = []
    for row in some_of(rows, random):
        cells = dict(row.cells)
        for key in cells:
            other = random.choice(rows).cells
            if key in other and random.random() < 0.2:
                cells[key] = other[key]
        below = rows_like(row.rows, random) if row.rows else ()
        chosen.append(replace(row, cells=cells, rows=below))
    return tuple(chosen)


def plan_like(random):
    """The real plan, shuffled: texts repeated, agencies exchanged, rows and cells mixed up."""
    sections = []
    for section in some_of(PLAN.sections, random):
        assignments = tuple(
            replace(
                each,
                tasks=some_of(each.tasks, random),
                agency=random.choice([each.agency, random.choice(section.assignments).agency]),
            )
            for each in some_of(section.assignments, random)
        )
        items = some_of(section.items, random)
        sections.append(replace(section, items=items, assignments=assignments))
    appendix = PLAN.appendices[0]
    columns = random.sample(appendix.table.columns, len(appendix.table.columns))
    table = replace(
        appendix.table, rows=rows_like(appendix.table.rows, random), columns=tuple(columns)
    )
    return replace(
        PLAN,
        sections=tuple(sections),
        recipients=some_of(PLAN.recipients, random),
        preamble=some_of(PLAN.preamble, random),
        appendices=(replace(appendix, table=table),),
    )


@settings(max_examples=20)
@given(seed=SEEDS)
def test_a_plan_has_no_change_against_itself(seed):
    plan = plan_like(Random(seed))
    assert diff(plan, plan).changes == ()


@settings(max_examples=20)
@given(seeds=st.tuples(SEEDS, SEEDS))
def test_the_comparison_the_other_way_round_is_its_mirror(seeds):
    old, new = (plan_like(Random(seed)) for seed in seeds)
    there, back = diff(old, new), diff(new, old)
    assert Counter(map(mirrored, there.changes)) == Counter(back.changes)


def test_the_made_up_2025_mirrors_too(tmp_path):
    old, new = (load(path, tmp_path)[0] for path in make(tmp_path))
    there, back = diff(old, new), diff(new, old)
    assert len(there.changes) >= len(EDITS)
    assert Counter(map(mirrored, there.changes)) == Counter(back.changes)


@pytest.fixture(scope="module")
def rewritten(tmp_path_factory):
    """Writes all content files with these keys shuffled and comments in between; loads them."""
    folder = tmp_path_factory.mktemp("rewritten")
    (folder / "content" / "2024").mkdir(parents=True)

    def write(random):
        for path in (REPOSITORY / "content").rglob("*.yaml"):
            value = shuffled(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), random)
            dumped = yaml.dump(value, allow_unicode=True, sort_keys=False, width=10**6)
            lines = [
                f"{'# chú thích: [x' if random.random() < 0.1 else ''}\n{line}"
                for line in dumped.splitlines()
            ]
            target = folder / path.relative_to(REPOSITORY)
            target.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return load(folder / "content" / "2024", folder)

    return write


def shuffled(value, random):
    if isinstance(value, list):
        return [shuffled(each, random) for each in value]
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {key: shuffled(value[key], random) for key in keys}
    return value


@settings(max_examples=15)
@given(seed=SEEDS)
def test_the_order_of_keys_and_the_comments_change_nothing(rewritten, seed):
    plan, findings = rewritten(Random(seed))
    assert not findings
    assert plan.sources[0].text != PLAN.sources[0].text
    assert diff(PLAN, plan).changes == diff(plan, PLAN).changes == ()
