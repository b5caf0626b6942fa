"""Which tests may notice a change of a line: those that ran it when coverage was measured."""

from collections import defaultdict
from pathlib import Path, PurePosixPath

from coverage import CoverageData

BY_SHAPE = "tests/test_architecture.py"  # kills by counting lines and imports, not by what is done


class Covering:
    """What `make coverage` noted, with a context for each test."""

    def __init__(self, data: Path) -> None:
        self._data = CoverageData(basename=str(data))
        self._data.read()
        init = "docgen/__init__.py"
        (self._root,) = (
            each.removesuffix(init) for each in self._data.measured_files() if each.endswith(init)
        )
        self._of_folder: dict[str, set[str]] = defaultdict(set)
        for each in filter(None, self._data.measured_contexts()):
            test = each.rpartition("|")[0]
            self._of_folder[_folder(test)].add(test)

    def tests(self, file: str, line: int) -> set[str]:
        """The ids of the tests that ran a line.

        What ran while something was set up may be shared by all tests of the folder. Where no test
        ran the line in its own process, the tests in the folder of the package have to do.
        """
        found: set[str] = set()
        for each in filter(None, self._data.contexts_by_lineno(self._root + file).get(line, ())):
            test, _, phase = each.rpartition("|")
            found |= self._of_folder[_folder(test)] if phase == "setup" else {test}
        package = f"tests/{PurePosixPath(file).parts[1]}"
        found = found or self._of_folder[package] or self._of_folder["tests"]
        return {each for each in found if not each.startswith(BY_SHAPE)}


def files_of(tests: set[str], file: str) -> list[str]:
    """The files of some tests: those in the folder of the package of `file` first."""
    package = PurePosixPath(file).parts[1].removesuffix(".py")
    return sorted(
        {each.partition("::")[0] for each in tests},
        key=lambda each: (f"/{package}" not in each and f"_{package}" not in each, each),
    )


def _folder(test: str) -> str:
    return PurePosixPath(test.partition("::")[0]).parent.as_posix()
