"""`python -m tests.fuzz contents 5000 --seed 1`: many broken files, and what went wrong with each.

Each case has a seed of its own, printed where it fails, so that it can be run again alone:
`python -m tests.fuzz contents 1 --seed 1234`.
"""

import argparse
import os
import sys
from collections import Counter
from multiprocessing import get_context

from tests.fuzz.batch import CASES_A_PROCESS, KINDS, run


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("cases", type=int)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(3)))
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--keep", help="a folder for the files that made a fault")
    options = parser.parse_args()
    print(f"{options.kind}: {options.cases} cases from seed {options.seed}", flush=True)
    starts = range(options.seed, options.seed + options.cases, CASES_A_PROCESS)
    end = options.seed + options.cases
    batches = [range(at, min(at + CASES_A_PROCESS, end)) for at in starts]
    faults: Counter[str] = Counter()
    cases: set[int] = set()
    slowest = most = 0.0
    with get_context("spawn").Pool(options.processes, maxtasksperchild=1) as pool:
        jobs = [(options.kind, batch, options.keep) for batch in batches]
        for found in pool.imap(run, jobs):
            print(f"  to seed {found[-1][0]}", flush=True)
            for seed, how, fault, seconds, megabytes in found:
                cases.add(seed)
                slowest, most = max(slowest, seconds), max(most, megabytes)
                if fault:
                    faults[fault.split(":")[0]] += 1
                    print(f"  seed {seed}: {how}: {fault}", flush=True)
    print(f"{len(cases)} cases, slowest {slowest:.1f} s of CPU, most {most:.0f} MB")
    print(f"faults: {dict(faults) or 'none'}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
