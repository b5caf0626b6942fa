"""`make mutants`: a sample of mutants of docgen, and which of them no test kills.

It wants the data of `make coverage` with contexts; docs/mutants.md judges those that survived.
"""

import argparse
import queue
import secrets
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutation.covering import Covering, files_of
from tests.mutation.sample import Mutant, drawn
from tests.mutation.trial import among, copied, killer, slow

FIRST_FILES = 4  # most mutants die in the tests next to them


def tried(mutant: Mutant, tree: Path, covering: Covering) -> str:
    """The test that kills a mutant: of those that run its line the nearest, all, then slow ones."""
    tests = covering.tests(mutant.file, mutant.line)
    files = files_of(tests, mutant.file)
    for some, wanted in (
        (files[:FIRST_FILES], among(tests)),
        (files[FIRST_FILES:], among(tests)),
        (files, slow),
    ):
        if some and (by := killer(tree, mutant.file, mutant.text, some, wanted)):
            return by if wanted is not slow else f"slow: {by}"
    return ""


def main() -> int:
    """Tries a sample and tells what became of each; 1 if some test fails without a mutant."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    parser.add_argument("--data", type=Path, default=Path(".coverage"))
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    covering = Covering(asked.data)
    mutants, every = drawn(asked.count, asked.seed)
    print(f"{asked.count} of {every} mutants, seed {asked.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        trees: queue.Queue[Path] = queue.Queue()
        for number in range(asked.workers):
            trees.put(copied(Path(folder) / str(number)))

        def one(mutant: Mutant) -> str:
            tree = trees.get()
            try:
                by = tried(mutant, tree, covering)
            finally:
                trees.put(tree)
            print(f"{'killed' if by else 'SURVIVED'} {mutant.file}:{mutant.line} {by}", flush=True)
            return by

        with ThreadPoolExecutor(asked.workers) as pool:
            killers = list(pool.map(one, mutants))
        named = {each.removeprefix("slow: ") for each in killers if "::" in each}
        files = sorted({each.partition("::")[0] for each in named})
        fails = killer(trees.get(), mutants[0].file, None, files, among(named)) if files else ""
    survivors = [mutant for mutant, by in zip(mutants, killers, strict=True) if not by]
    for mutant in survivors:
        print(f"\n{mutant.file}:{mutant.line}\n{mutant.diff}")
    killed = len(mutants) - len(survivors)
    quick = killed - sum(by.startswith("slow: ") for by in killers)
    print(f"\nseed {asked.seed}: {killed} of {len(mutants)} killed, {quick} by quick tests")
    if fails:
        print(f"not to be trusted: without a mutant fails {fails}")
    return bool(fails)


if __name__ == "__main__":
    sys.exit(main())
