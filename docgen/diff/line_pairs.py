"""Which rows and which merged cells of two tables belong together.

Criteria are the same by their code while half of their name stands, and by their name
when the code moved, unless the cells stay with the code. Rows without a code are paired by
the nearest name, groups of another name by the rows below them, and what is left in one
place by its cells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator

from docgen.diff.contents import Contents, share
from docgen.diff.exchanged_names import LinePair, names_exchanged, same_group
from docgen.diff.line import Block, Line
from docgen.diff.match import matched
from docgen.diff.pairing import HALF, HOME
from docgen.diff.rows import Rows
from docgen.diff.text_pairs import NEAR
from docgen.diff.words import alike, keys, same, similarity

ENOUGH = 4  # words of its own cells, or digits if no number is another, say what a row is …
MOST = 2 / 3  # … when its name is quite another, and are this much of all there
SURE = 12  # of them say it under another code or in another group too, if one cell is …
LONG = 6  # … so many words that no other row has

BlockPair = tuple[Block, Block]


def paired_lines(old: Rows, new: Rows) -> list[LinePair]:
    """The rows of two tables, groups before what stands under them."""
    pairs: list[LinePair] = []
    below = _below(old) | _below(new)
    deepest = max((line.depth for line in (*old.lines, *new.lines)), default=0)
    for depth in (*range(deepest + 1), None):
        taken = {line for pair in pairs for line in pair}
        olds, news = (
            [x for x in rows.lines if x not in taken and depth in (None, x.depth)]
            for rows in (old, new)
        )
        known = set(pairs)

        def nearness(one: Line, other: Line, known: set[LinePair] = known) -> float:
            near = _nearness(one, other) or _same_rows(below.get(one), below.get(other))
            return near and near + HOME * same_group(one, other, known)

        found = matched(olds, news, lambda line: (line.code, keys(line.name)), nearness)
        pairs += names_exchanged([(olds[i], news[j]) for i, j in found], known, (old, new), below)
    pairs += _in_place(old, new, pairs)
    pairs += _by_cells(old, new, pairs)
    return sorted(pairs, key=lambda pair: pair[1].order)


def _nearness(one: Line, other: Line) -> float:
    """3 for the same code and name, 2 for the same name, below 2 for the same code."""
    if same(one.name, other.name):
        return 3.0 if one.code == other.code else 2.0 * bool(one.name)
    if bool(one.code) != bool(other.code) or (one.row.kind != other.row.kind and not one.code):
        return 0
    if one.code != other.code:
        # Names of different criteria are much alike (0.94 in the 2024 plan): under another
        # code only the same syllables will do.
        return alike(one.name, other.name)
    near = similarity(one.name, other.name)
    if not one.code:
        return near if near >= NEAR else 0
    return 1 + near if near >= HALF else 0


def _same_rows(one: Contents | None, other: Contents | None) -> float:
    """How much of what two groups are over is the same; groups over quite other rows are others."""
    same_below = share(one, other) if one and other else 0
    return same_below if same_below >= HALF else 0


def _below(rows: Rows) -> dict[Line, Contents]:
    """By group the names of the rows below it, however deep."""
    names: dict[Line, set[Hashable]] = {}
    for line in rows.lines:
        above = line.parent
        while above is not None:
            names.setdefault(above, set()).add(keys(line.name))
            above = above.parent
    return {line: frozenset(its) for line, its in names.items()}


def _in_place(old: Rows, new: Rows, pairs: list[LinePair]) -> Iterator[LinePair]:
    """A row left over on each side, alone behind the same row, whose own cells are the same."""
    sides = [[*_gaps(rows, [pair[side] for pair in pairs])] for side, rows in enumerate((old, new))]
    there: dict[Line | None, Line | None] = {None: None, **dict(pairs)}
    places = {(above, before): line for above, before, line in sides[1]}
    for above, before, line in sides[0]:
        other = places.get((there[above], there[before])) if above in there else None
        if other and line.code == other.code and _cells_alike(old, line, new, other, ENOUGH):
            yield line, other


def _by_cells(old: Rows, new: Rows, pairs: list[LinePair]) -> list[LinePair]:
    """Rows left over, wherever they stand, whose own cells are much the same: no other row's."""
    olds, news = _long_cells(old), _long_cells(new)
    known = {line for pair in pairs for line in pair}
    found = dict.fromkeys(
        (olds[cell][0], news[cell][0])
        for cell in olds.keys() & news.keys()
        if len(olds[cell]) == len(news[cell]) == 1
    )
    alike = [
        (one, other)
        for one, other in found
        if not known & {one, other} and _cells_alike(old, one, new, other, SURE)
    ]
    times = Counter(line for pair in alike for line in pair)
    return [pair for pair in alike if all(times[line] == 1 for line in pair)]


def _long_cells(rows: Rows) -> dict[tuple[str, str], list[Line]]:
    """By column and words of a cell that says much the rows that have it for their own."""
    found: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in rows.lines:
        for key in line.cells:
            said = rows.content(line, key)
            if key not in rows.titles and len(said.split()) >= LONG:
                found[key, said].append(line)
    return found


def _gaps(rows: Rows, known: Iterable[Line]) -> Iterator[tuple[Line | None, Line | None, Line]]:
    """The rows left over that stand alone: the group, the row before that is known, the row."""
    taken = set(known)
    gaps: dict[tuple[Line | None, Line | None], list[Line]] = defaultdict(list)
    last: dict[Line | None, Line] = {}
    for line in rows.lines:
        if line in taken:
            last[line.parent] = line
        else:
            gaps[line.parent, last.get(line.parent)].append(line)
    yield from ((*place, lines[0]) for place, lines in gaps.items() if len(lines) == 1)


def _cells_alike(old: Rows, one: Line, new: Rows, other: Line, least: int) -> bool:
    """Whether the own cells of two rows are the same but for a third, `least` words and more."""
    cells = [
        {(key, rows.content(line, key)) for key in line.cells if key not in rows.titles}
        for rows, line in ((old, one), (new, other))
    ]
    numbers = {key for key, _ in cells[0] ^ cells[1] if old.is_numeric(key)}
    digits = set() if numbers else {key for key in one.cells if old.is_numeric(key)}
    same_cells = _weight(cells[0] & cells[1], digits)
    return same_cells >= least and 2 * same_cells >= MOST * sum(
        _weight(its, digits) for its in cells
    )


def _weight(cells: Iterable[tuple[str, str]], digits: Collection[str]) -> int:
    """How much some cells say: the words of each, but the digits of the numbers."""
    return sum(
        sum(map(str.isdigit, text)) if key in digits else len(text.split()) for key, text in cells
    )


def paired_blocks(old: Rows, new: Rows, lines: list[LinePair]) -> list[BlockPair]:
    """The merged cells of two tables: those that have most rows in common."""
    common = Counter(
        (before, after) for one, other in lines for before in one.blocks for after in other.blocks
    )
    pairs = matched(
        old.blocks, new.blocks, lambda _: None, lambda one, other: float(common[one, other])
    )
    return [(old.blocks[i], new.blocks[j]) for i, j in pairs]


def regrouped(
    lines: list[LinePair], blocks: list[BlockPair]
) -> Iterator[tuple[tuple[Block, ...], tuple[Block, ...], list[LinePair]]]:
    """The rows that left merged cells or came under others, together where they went together."""
    there = dict(blocks)
    back = {after: before for before, after in blocks}
    groups: dict[tuple[tuple[Block, ...], tuple[Block, ...]], list[LinePair]] = {}
    for one, other in lines:
        left = tuple(block for block in one.blocks if there.get(block) not in other.blocks)
        joined = tuple(block for block in other.blocks if back.get(block) not in one.blocks)
        if left or joined:
            groups.setdefault((left, joined), []).append((one, other))
    yield from ((left, joined, pairs) for (left, joined), pairs in groups.items())
