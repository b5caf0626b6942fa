"""A cluster of this machine alone, started as the guide of `docgen batch --scheduler` says."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from docgen.cli import main
from tests.batch.test_batch import communes, lines_of
from tests.plan_files import tiny_project
from tests.tools import REPOSITORY

SECONDS = 60
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(REPOSITORY),
    "PYTHONWARNINGS": "ignore",
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",  # of a task that costs its worker
}


def python(*words: object) -> list[str]:
    return [sys.executable, "-m", *map(str, words)]


@contextmanager
def running(*words: object):
    process = subprocess.Popen(python(*words), env=ENVIRONMENT, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(SECONDS)


def batch(root: Path, *words: object) -> tuple[int, str]:
    command = python("docgen", "-C", root, "batch", root, *words)
    ran = subprocess.run(
        command, env=ENVIRONMENT, capture_output=True, timeout=SECONDS, check=False
    )
    return ran.returncode, ran.stdout.decode("utf-8")


@pytest.mark.slow
def test_a_cluster_of_two_workers_makes_the_same_bytes_and_loses_only_what_kills_a_worker(tmp_path):
    on_cluster, alone = communes(tmp_path / "cluster"), communes(tmp_path / "alone")
    tiny_project(on_cluster / "dies")
    place = tmp_path / "scheduler.json"
    scheduler = ("--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0")
    worker = ("--nworkers", "2", "--nthreads", "1", "--local-directory", tmp_path, "--no-dashboard",
              "--preload", Path(__file__).with_name("dying_worker.py"))  # fmt: skip
    with (
        running("dask", "scheduler", *scheduler, "--scheduler-file", place),
        running("dask", "worker", *worker, "--scheduler-file", place),
    ):
        address = address_in(place)
        first, again = (batch(on_cluster, "--scheduler", address) for _ in range(2))
    assert (batch(alone)[0], first[0], again[0]) == (1, 3, 3)
    assert "1 chưa tạo, 1 docgen dừng" in first[1]
    assert "3 đã xong từ trước, 1 chưa tạo, 1 docgen dừng" in again[1]
    log = on_cluster / "output" / "hang-loat" / "nhat-ky.jsonl"
    assert sorted(lines_of(log)) == ["a", "b", "broken", "c", "dies", "dies"]
    for name in ("a", "b", "c"):
        document = Path(name, "output", "KH_2030.docx")
        assert (on_cluster / document).read_bytes() == (alone / document).read_bytes()


def address_in(place: Path) -> str:
    """The address that the scheduler has, once it has one."""
    for _ in range(SECONDS * 5):
        if place.exists() and (text := place.read_text(encoding="utf-8")):
            return json.loads(text)["address"]
        time.sleep(0.2)
    raise AssertionError("no scheduler")


@pytest.mark.slow
def test_without_a_cluster_there_it_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("docgen.batch.cluster.CONNECTING_SECONDS", 1)
    root = communes(tmp_path)
    assert main(["-C", str(root), "batch", str(root), "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert "không nối được tới tcp://127.0.0.1:9" in capsys.readouterr().err
