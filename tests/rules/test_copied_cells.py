"""Rows of nearly one name: found by halves, the same as by comparing each with each."""

import random
from collections import defaultdict

import pytest

from docgen.rules.copied_cells import _sisters


def by_every_place(named, length):
    """The names alike but for the word at each place, the first word left out."""
    for at in range(1, length):
        around = defaultdict(list)
        for words, row in named:
            around[words[:at], words[at + 1 :]].append((words, row))
        yield from ((at, each) for each in around.values() if len({name for name, _ in each}) > 1)


@pytest.mark.parametrize("seed", range(200))
def test_names_that_differ_in_one_word_are_found_by_halves(seed):
    rng = random.Random(seed)
    length = rng.randint(2, 7)
    named = [
        (("tỷ", *(rng.choice("abc"[: rng.randint(2, 3)]) for _ in range(length - 1))), row)
        for row in range(rng.randint(2, 12))
    ]
    found = [*_sisters(named, 1, length)]
    assert sorted(found) == sorted(by_every_place(named, length))
