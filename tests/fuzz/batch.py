"""Some broken files in a process of their own, with a limit on what it may take."""

import gc
import resource
import tempfile
from pathlib import Path
from random import Random

from tests.fuzz.contents import Contents, Values
from tests.fuzz.documents import Documents

KINDS = {"contents": Contents, "values": Values, "documents": Documents}
CASES_A_PROCESS = 100
_GIGABYTE = 1 << 30


def run(job: tuple[str, range, str | None]) -> list[tuple[int, str, str, float, float]]:
    """Runs some cases in this process, which may have 3 GB; each outcome on a line."""
    kind, seeds, keep = job
    resource.setrlimit(resource.RLIMIT_AS, (3 * _GIGABYTE, 3 * _GIGABYTE))
    found = []
    if keep:
        Path(keep).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        trial = KINDS[kind](Path(folder))
        gc.freeze()  # what stays is not looked at again before each command
        for seed in seeds:
            how, outcomes, data = trial.run(Random(seed))
            for each in outcomes:
                found.append(
                    (seed, f"{how} | {each.what}", each.fault, each.seconds, each.megabytes)
                )
                if each.fault and keep:
                    (Path(keep) / f"{kind}-{seed}").write_bytes(data)
    return found
