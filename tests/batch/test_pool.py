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


def test_a_process_that_dies_or_hangs_costs_its_own_plan_alone():
    given = folders("a", "dies", "b", "sleeps", "c")
    came = list(pool.outcomes(by_name, given, workers=2, seconds=3))
    assert sorted(each.plan for each in came) == sorted(each.name for each in given)
    assert {each.plan for each in came if each.state is State.FAILED} == {"dies", "sleeps"}
    said = {each.plan: each.said[0] for each in came}
    assert "tiến trình dừng đột ngột (mã 9)" in said["dies"]
    assert "nên đã dừng" in said["sleeps"]


@pytest.mark.parametrize(("name", "most"), [("MOST_PLANS", 2), ("MOST_MEGABYTES", 0)])
def test_a_process_ends_after_so_many_plans_or_megabytes(name, most, monkeypatch):
    monkeypatch.setattr(pool, name, most)
    came = list(pool.outcomes(by_name, folders("a", "b", "c"), workers=1))
    processes = [each.said for each in came]
    assert [each.plan for each in came] == ["a", "b", "c"]
    assert len(set(processes)) == (2 if most else 3)
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


@pytest.mark.skipif(os.name == "nt", reason="asks the system about a process as Unix does")
def test_no_process_outlives_the_one_that_asks(tmp_path):
    script = tmp_path / "ask.py"
    script.write_text(LEFT_ALONE, encoding="utf-8")
    inherited = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    # Its pipe is open until the last process that has it is gone.
    asked = subprocess.run(
        [sys.executable, script], env=inherited, stdout=subprocess.PIPE, timeout=60, check=False
    )
    with pytest.raises(ProcessLookupError):
        os.kill(int(asked.stdout), 0)
