"""Processes that die, hang or grow: what was theirs has failed, all else is done once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.batch import pool
from docgen.batch.outcome import State
from tests.batch.work import by_name
from tests.tools import REPOSITORY


def folders(*names: str) -> list[Path]:
    return [Path(name) for name in names]


def test_a_process_that_dies_costs_its_own_plan_alone():
    given = folders("a", "dies", "b", "dies too", "c")
    came = {each.plan: each for each in pool.outcomes(by_name, given, workers=2)}
    assert sorted(came) == sorted(each.name for each in given)
    assert {name for name, each in came.items() if each.state is State.FAILED} == {
        "dies",
        "dies too",
    }
    assert "tiến trình dừng đột ngột (mã 9)" in came["dies"].said[0]


def test_a_plan_that_takes_too_long_has_failed():
    (came,) = pool.outcomes(by_name, folders("sleeps"), workers=1, seconds=0)
    assert came.state is State.FAILED
    assert "nên đã dừng" in came.said[0]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "most"), [("MOST_PLANS", 2), ("MOST_MEGABYTES", 0)])
def test_a_process_ends_after_so_many_plans_or_megabytes(name, most, monkeypatch):
    monkeypatch.setattr(pool, name, most)
    given = folders("a", "b", "c") if most else folders("a", "b")
    came = list(pool.outcomes(by_name, given, workers=1))
    processes = [each.said for each in came]
    assert [each.plan for each in came] == [each.name for each in given]
    assert len(set(processes)) == 2
    assert str(os.getpid()) not in {said for (said,) in processes}


LEFT_ALONE = """\
import os
from pathlib import Path
from docgen.batch import pool
from tests.batch.work import by_name
if __name__ == "__main__":
    for outcome in pool.outcomes(by_name, [Path("a"), Path("b")], 1):
        print(outcome.said[0], flush=True)
        os._exit(1)
"""


@pytest.mark.slow
def test_no_process_outlives_the_one_that_asks(tmp_path):
    script = tmp_path / "ask.py"
    script.write_text(LEFT_ALONE, encoding="utf-8")
    inherited = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    # What it prints into ends when the last process that could print is gone.
    asked = subprocess.run(
        [sys.executable, script], env=inherited, stdout=subprocess.PIPE, timeout=60, check=False
    )
    assert int(asked.stdout) != os.getpid()
