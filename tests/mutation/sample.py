"""Mutants of docgen, drawn by a seed: the operators are mutmut's, a mutant is one change of a file.

As mutmut does, only the bodies of functions are changed; docstrings and type hints are not.
"""

import difflib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import libcst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import MutationVisitor, deep_replace
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import get_ignored_lines

from tests.tools import REPOSITORY


@dataclass(frozen=True)
class Mutant:
    """One change: the file below the repository, the line it starts in, the text with it."""

    file: str
    line: int
    text: str

    @property
    def diff(self) -> str:
        """The lines that go and those that come, each behind its sign."""
        old = (REPOSITORY / self.file).read_text(encoding="utf-8").splitlines()
        lines = difflib.unified_diff(old, self.text.splitlines(), n=0, lineterm="")
        return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


class _Places(MutationVisitor):
    """Notes the line of each mutation beside it."""

    def __init__(self, path: Path, tree: MetadataWrapper) -> None:
        super().__init__(mutation_operators, get_ignored_lines(str(path), tree.module.code, tree))
        self.lines: list[int] = []

    def _create_mutations(self, node: libcst.CSTNode) -> None:
        super()._create_mutations(node)
        place = self.get_metadata(PositionProvider, node, None)
        new = len(self.mutations) - len(self.lines)
        self.lines += [place.start.line if place else 0] * new


def drawn(count: int, seed: int) -> tuple[list[Mutant], int]:
    """So many mutants of all of docgen, each as likely as another; and how many there are."""
    every = [
        (path, number)
        for path in sorted((REPOSITORY / "docgen").rglob("*.py"))
        for number in range(len(_mutations(path)[1]))
    ]
    chosen = random.Random(seed).sample(every, count)
    made = {
        (path, number): mutant
        for path, some in groupby(sorted(chosen), itemgetter(0))
        for number, mutant in _mutants(path, [number for _, number in some])
    }
    return [made[each] for each in chosen], len(every)


def _mutants(path: Path, numbers: list[int]) -> Iterator[tuple[int, Mutant]]:
    tree, mutations = _mutations(path)
    for number in numbers:
        mutation, line = mutations[number]
        changed = deep_replace(tree, mutation.original_node, mutation.mutated_node)
        yield number, Mutant(path.relative_to(REPOSITORY).as_posix(), line, changed.code)


def _mutations(path: Path):
    """The syntax tree of a file, and each mutation of a function's body with its line."""
    tree = MetadataWrapper(libcst.parse_module(path.read_text(encoding="utf-8")))
    visitor = _Places(path, tree)
    module = tree.visit(visitor)
    found = zip(visitor.mutations, visitor.lines, strict=True)
    return module, [each for each in found if each[0].contained_by_top_level_function]
