"""The shape of the code, held by its own syntax trees: layers, who prints, sizes, exact numbers."""

import ast
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.tools import REPOSITORY

PACKAGE = REPOSITORY / "docgen"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 320

# The floors of the house: a package, or a module that stands at the top, imports from lines above
# its own, never from its own line or below. Inside a package there is no circle either.
FLOORS = (
    "finding limits at_one_go project refused revisions visible",
    "kept",
    "compiled",
    "vietnamese",
    "docx plan",
    "load rules view paper redline workbooks",
    "from_word",
    "render verify template_lint open_plan",
    "output page",
    "builds",
    "pipeline",
    "edit report live unforeseen",
    "diff accept importing",
    "rulebook gather",
    "tasking batch",
    "sheets",
    "language",
    "studio",
    "commands",
    "cli",
    "__main__",
)
FLOOR = {room: floor for floor, line in enumerate(FLOORS) for room in line.split()}
# Who writes must not be who reads: the read-back and the rules of the paper stand apart.
WRITES = {"render.document", "render.template", "render.prepare", "view.wordml"}
APART = {
    "verify": WRITES,
    "docx": WRITES,
    "from_word": WRITES,
    "paper": WRITES | {"view.plan", "view.table", "view.body", "plan.compute"},
}

# How alike two texts are is a ratio between 0 and 1 that no paper shows.
LIKENESS = ("redline/alignment", "redline/columns", "redline/likeness", "redline/moves",
            "diff/columns", "diff/divided", "diff/line_pairs", "diff/pairing",
            "diff/table_pairs", "diff/text_pairs", "diff/words")  # fmt: skip


def dotted(path: Path) -> str:
    """A module's name below docgen: `rules.arithmetic`, or nothing for docgen itself."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


NAMES = {dotted(path) for path in MODULES}


def room(name: str) -> str:
    """The room of a module: its package, or itself where it stands at the top."""
    return name.split(".", maxsplit=1)[0]


@cache
def nodes_of(path: Path) -> list[ast.AST]:
    return list(ast.walk(tree_of(path)))


@cache
def imported(path: Path) -> set[str]:
    """What a module imports of docgen, also inside its functions; hints for types left out."""
    hints = {
        each
        for node in nodes_of(path)
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
        for each in node.body
    }
    froms = [
        (node.module, alias.name)
        for node in nodes_of(path)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("docgen")
        for alias in node.names
        if node not in hints
    ]
    names = {
        f"{source}.{name}" if f"{source}.{name}".removeprefix("docgen.") in NAMES else source
        for source, name in froms
    }
    return {name.removeprefix("docgen.") for name in names if name != "docgen"}


def faults(find: Callable[[Path], Collection[object]], paths: Iterable[Path]) -> dict[str, object]:
    """What `find` says against each file, by its path; files without fault left out."""
    found = {path.relative_to(REPOSITORY).as_posix(): find(path) for path in paths}
    return {name: each for name, each in found.items() if each}


def test_imports_go_one_way():
    def wrong(path: Path) -> set[str]:
        own = room(dotted(path))
        rooms = {room(name) for name in imported(path)} - {own}
        return {name for name in rooms if own and FLOOR[name] >= FLOOR[own]}

    assert faults(wrong, MODULES) == {}


def test_every_room_has_its_floor_and_no_floor_names_a_room_that_is_gone():
    assert {room(name) for name in NAMES if name} == set(FLOOR)


def test_no_module_is_in_a_circle():
    order = TopologicalSorter({dotted(path): imported(path) for path in MODULES})
    order.prepare()  # raises CycleError, which names the circle


def test_who_reads_a_document_shares_nothing_with_who_writes_it():
    def shared(path: Path) -> set[str]:
        return imported(path) & APART.get(room(dotted(path)), set())

    assert faults(shared, MODULES) == {}


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a module by the name that is called: `print`, `write_text`."""
    for node in nodes_of(path):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            yield name, node


def test_the_libraries_that_docgen_was_asked_to_stand_on_are_used():
    used = {
        name.partition(".")[0]
        for path in MODULES
        for node in nodes_of(path)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else
                     [each.name for each in node.names])
    }  # fmt: skip
    assert {"docx", "docxtpl", "yaml", "babel"} <= used


# Where files are written: `output` and `edit.write` for good, `kept` beside the output, `compiled`
# beside docgen's compiled modules, the others only into a folder that is gone when they end.
WRITERS = {
    *("output", "edit.write", "kept", "compiled", "open_plan", "edit.fix", "accept.base"),
    *("importing.old_word", "importing.take_over"),
}


def test_files_are_written_in_one_place_only():
    def writes(path: Path) -> list[str]:
        named = [name for name, _ in calls(path) if name in ("write_text", "write_bytes")]
        return [] if dotted(path) in WRITERS else named

    assert faults(writes, MODULES) == {}


def test_no_binary_fraction_comes_near_a_number_of_a_plan():
    def fractions(path: Path) -> list[int]:
        nodes = nodes_of(path)
        constants = (node for node in nodes if isinstance(node, ast.Constant))
        literals = [node.lineno for node in constants if isinstance(node.value, float)]
        return literals + [node.lineno for name, node in calls(path) if name == "float"]

    likeness = {f"docgen/{name}.py" for name in LIKENESS}
    assert set(faults(fractions, MODULES)) <= likeness


def test_a_module_can_be_read_at_a_sitting():
    def over(path: Path) -> range:
        return range(MOST_LINES, len(path.read_text(encoding="utf-8").splitlines()))

    assert faults(over, MODULES) == {}


@pytest.mark.slow
def test_text_is_read_and_written_in_a_named_encoding():
    folders = ("docgen", "tests", "templates", "benchmarks", "windows")
    paths = [path for folder in folders for path in (REPOSITORY / folder).rglob("*.py")]

    def unsaid(path: Path) -> list[int]:
        positional = {"read_text": 1, "write_text": 2}
        return [
            node.lineno
            for name, node in calls(path)
            if (name in positional or (name == "open" and isinstance(node.func, ast.Name)))
            and not any(keyword.arg == "encoding" for keyword in node.keywords)
            and len(node.args) < positional.get(name, 4)
        ]

    assert faults(unsaid, paths) == {}


MACHINE = re.compile(r"/(?:root|home|work|tmp|Users)/\w|[A-Z]:\\Users|\bpypi\.org|deb\.debian\.org")


def test_no_file_names_a_place_of_somebodys_machine_or_a_package_host():
    names = (
        "*.py", "*.yaml", "*.md", "*.toml", "*.txt", "*.json", "*.bat", "Makefile", "run",
    )  # fmt: skip
    folders = ("docgen", "tests", "templates", "benchmarks", "content", "docs", ".ci", ".vscode",
               "windows")  # fmt: skip
    below = (
        each for folder in folders for name in names for each in (REPOSITORY / folder).rglob(name)
    )
    paths = [*below, *(each for name in names for each in REPOSITORY.glob(name))]

    def places(path: Path) -> list[str]:
        return MACHINE.findall(path.read_text(encoding="utf-8"))

    assert len(paths) > 100
    assert set(faults(places, paths)) <= {"tests/test_architecture.py"}
