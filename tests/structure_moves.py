"""Random moves of a plan's structure, each with words put in that stand nowhere else.

What the plan is made of moves, goes, is doubled or spanned; somewhere a word becomes one of
its kind. Whatever a comparison makes of the moves, it has to show these words.
"""

import copy
import random
from functools import reduce
from operator import getitem

KEPT = {"key", "kind", "agency", "agencies", "columns", "index", "date", "number", "symbol"}
HOLDERS = ("rows", "items", "sections", "tasks", "assignments", "appendices", "recipients")


def moved_about(plan, seed):
    """A copy of a plan given as data, moved about, and the words put into it."""
    plan, chance = copy.deepcopy(plan), random.Random(seed)
    put = []
    for move in chance.choices(MOVES, k=chance.randint(1, 3)):
        move(plan, chance, put)
    for _ in range(chance.randint(1, 3)):
        _word(plan, chance, put)
    return plan, put


def _word(plan, chance, put):
    said = [
        path
        for path, held in _walk(plan)
        if isinstance(held, str) and " " in held and not KEPT & {*map(str, path)}
    ]
    path = chance.choice(said)
    words = reduce(getitem, path, plan).split(" ")
    words[chance.randrange(len(words))] = _of_its_kind(chance, put)
    reduce(getitem, path[:-1], plan)[path[-1]] = " ".join(words)


def _elsewhere(plan, chance, _put):
    lists = _lists(plan, chance.choice(HOLDERS))
    if len(lists) > 1:
        source, target = chance.sample(lists, 2)
        if len(source) > 1 and all(target is not held for _, held in _walk(source)):
            target.insert(chance.randint(0, len(target)), source.pop())


def _another_order(plan, chance, _put):
    if lists := _lists(plan, chance.choice(HOLDERS)):
        held = chance.choice(lists)
        held.insert(chance.randrange(len(held)), held.pop(chance.randrange(len(held))))


def _doubled(plan, chance, _put):
    if lists := _lists(plan, chance.choice(HOLDERS)):
        held = chance.choice(lists)
        held.append(copy.deepcopy(chance.choice(held)))


def _dropped(plan, chance, _put):
    if lists := _lists(plan, chance.choice(HOLDERS)):
        held = chance.choice(lists)
        if len(held) > 1:
            held.pop(chance.randrange(len(held)))


def _spanned(plan, chance, put):
    """Words over two columns of a row, in place of what stood there."""
    tables = [held for _, held in _walk(plan) if isinstance(held, dict) and "columns" in held]
    if not tables:
        return
    table = chance.choice(tables)
    keys = [column["key"] for column in table["columns"]]
    at = chance.randrange(len(keys) - 1)
    rows = [row for row in table["rows"] if not {"rows", "blank", "across"} & {*row}]
    if rows and not any(" - " in key for row in rows for key in row):
        row = chance.choice(rows)
        for key in keys[at : at + 2]:
            row.pop(key, None)
        row[f"{keys[at]} - {keys[at + 1]}"] = f"chữ trải {_of_its_kind(chance, put)}"


def _headed(plan, chance, put):
    if lists := _lists(plan, "items"):
        held = chance.choice(lists)
        held[:1] = [{"title": f"Đề mục {_of_its_kind(chance, put)}", "items": held[:1]}]


MOVES = (_elsewhere, _another_order, _doubled, _dropped, _spanned, _headed)


def _of_its_kind(chance, put):
    put.append(f"từ{chance.randrange(10**6)}")
    return put[-1]


def _lists(plan, name):
    return [held for path, held in _walk(plan) if path and path[-1] == name and held]


def _walk(held, path=()):
    yield path, held
    if isinstance(held, dict | list):
        for key, each in held.items() if isinstance(held, dict) else enumerate(held):
            yield from _walk(each, (*path, key))
