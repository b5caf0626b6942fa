"""The plans handed out to the machines of a cluster, which all see the folders by the same names.

`dask scheduler` runs on one of them, `dask worker tcp://MÁY:8786 --nthreads 1 --nworkers SỐ` on
each, with the same docgen installed (`pip install docgen[cluster]`).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from docgen.batch.outcome import How, Outcome, build_one, failed, key_of_plan

CHUNK = 20  # plans: Dask takes some milliseconds for a task, a plan some hundred
CONNECTING_SECONDS = 10
NOT_INSTALLED = "--scheduler cần thêm Dask: pip install docgen[cluster]"
NOT_THERE = "không nối được tới {}: kiểm tra dask scheduler đã chạy ở địa chỉ đó chưa"
NOT_DONE = "máy của cụm không làm được ({}); docgen đã cài ở các máy đó chưa, bộ nhớ có đủ không"
_ONE_AT_A_TIME = threading.Lock()  # a worker may have been started with several threads


class NoCluster(Exception):
    """There is no cluster to work on; the message is a Vietnamese sentence."""


def outcomes(
    folders: Sequence[Path], how: How, address: str, chunk: int = CHUNK
) -> Iterator[Outcome]:
    """What comes of the plans in the folders, built by the workers of the scheduler at `address`.

    A chunk that cost its worker is tried again plan by plan; the one that costs it again failed.
    Raises `NoCluster`.
    """
    try:
        from distributed import Client, as_completed
    except ImportError:
        raise NoCluster(NOT_INSTALLED) from None
    try:
        client = Client(address, timeout=CONNECTING_SECONDS)
    except (OSError, ValueError):
        raise NoCluster(NOT_THERE.format(address)) from None
    keys = {folder.as_posix(): key_of_plan(folder, how) for folder in folders}
    chunks = [folders[at : at + chunk] for at in range(0, len(folders), chunk)]
    again: list[Path] = []
    with client:
        tasks = client.map(_built, chunks, how=how, pure=False)
        chunk_of = {task.key: each for task, each in zip(tasks, chunks, strict=True)}
        for task in as_completed(tasks):
            if task.status == "finished":
                yield from _of_here(task.result(), keys)
            else:
                again += chunk_of[task.key]
            task.release()
        for folder in again:
            task = client.submit(_built, [folder], how=how, pure=False)
            if error := task.exception():
                yield failed(folder, NOT_DONE.format(type(error).__name__))
            else:
                yield from _of_here(task.result(), keys)


def _built(folders: Sequence[Path], how: How) -> list[Outcome]:
    """A task: the outcomes of some plans."""
    with _ONE_AT_A_TIME:
        return [build_one(folder, how) for folder in folders]


def _of_here(came: Sequence[Outcome], keys: dict[str, str]) -> Iterator[Outcome]:
    """The outcomes under the keys of this machine, which will ask whether they still hold."""
    for outcome in came:
        yield replace(outcome, key=outcome.key and keys[outcome.plan])
