"""Processes that build plans, each told one plan at a time, so that it is known who had which.

A process that dies, or takes too long, costs its one plan: the pools of Python lose with it
all that was under way. Memory is bounded: a process ends after so many plans, or above so many
megabytes, and a new one takes its place.
"""

from __future__ import annotations

import multiprocessing
import pickle
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import wait
from pathlib import Path

from docgen.batch.outcome import Outcome, failed
from docgen.batch.serving import serve
from docgen.limits import SECONDS

MOST_PLANS, MOST_MEGABYTES = 500, 500
PATIENCE_SECONDS, PARTING_SECONDS = 1, 5
_PROCESSES = multiprocessing.get_context("spawn")

Work = Callable[[Path], Outcome]


def outcomes(
    work: Work, folders: Iterable[Path], workers: int, seconds: int = SECONDS.most
) -> Iterator[Outcome]:
    """What `work` says of each folder, as it comes, from so many processes.

    A folder whose process dies, or takes more than so many `seconds`, has failed.
    """
    waiting = deque(folders)
    team: list[_Worker] = []
    try:
        while waiting or team:
            while waiting and len(team) < workers:
                team.append(_Worker(work))
                team[-1].give(waiting.popleft(), seconds)
            spoke = wait([each.line for each in team], PATIENCE_SECONDS)
            for worker in [each for each in team if each.line in spoke or each.is_late()]:
                outcome = worker.take()
                yield outcome
                if waiting and worker.may_go_on(outcome):
                    worker.give(waiting.popleft(), seconds)
                else:
                    team.remove(worker)
                    worker.dismiss()
    finally:
        for worker in team:
            worker.dismiss()


class _Worker:
    """A process and the plan that it has."""

    def __init__(self, work: Work) -> None:
        self.line, its_end = _PROCESSES.Pipe()
        self.process = _PROCESSES.Process(
            target=serve, args=(its_end, pickle.dumps(work)), daemon=True
        )
        self.process.start()
        its_end.close()
        self.plans = 0

    def give(self, folder: Path, seconds: int) -> None:
        """Tells the process its next plan."""
        self.folder, self.until = folder, time.monotonic() + seconds
        self.plans += 1
        with suppress(OSError):  # it died meanwhile: `take` will see
            self.line.send(folder)

    def is_late(self) -> bool:
        """Whether the plan takes too long."""
        return time.monotonic() > self.until

    def take(self) -> Outcome:
        """The outcome of the plan."""
        try:
            if self.line.poll():
                return _checked(self.line.recv())
            self.process.kill()
            why = f"{SECONDS.sentence} nên đã dừng"
        except (EOFError, OSError):
            self.process.join(PARTING_SECONDS)
            why = f"tiến trình dừng đột ngột (mã {self.process.exitcode}), có thể vì hết bộ nhớ"
        self.process.join()
        return failed(self.folder, why)

    def may_go_on(self, outcome: Outcome) -> bool:
        """Whether the process takes one more."""
        small = outcome.megabytes < MOST_MEGABYTES
        return small and self.plans < MOST_PLANS and self.process.is_alive()

    def dismiss(self) -> None:
        """Ends the process; one that has a plan may finish it for a moment."""
        self.line.close()
        self.process.join(PARTING_SECONDS)
        self.process.kill()
        self.process.join()


def _checked(outcome: object) -> Outcome:
    assert isinstance(outcome, Outcome)
    return outcome
