"""The project as editors hold it: open texts over the files of the disk, checked once a state."""

from __future__ import annotations

import re
import threading
from pathlib import Path

from pygls.uris import from_fs_path, to_fs_path

from docgen.live import Live
from docgen.load.yaml_text import read_source, source_of
from docgen.pipeline import CONTENT, Checked
from docgen.plan.model import Plan
from docgen.plan.source import Source
from docgen.project import YEAR_FOLDER, content_of, years

_NAME = re.compile(rf"{CONTENT.as_posix()}/(?:(?P<year>{YEAR_FOLDER})/)?[^/]+\.yaml")
AGENCIES = (CONTENT / "agencies.yaml").as_posix()


class Project:
    """One project; a file is known by its name as findings show it (`content/2024/plan.yaml`)."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.live = Live(self.root)
        self.unsaved: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        self._checked: dict[str, tuple[object, Checked]] = {}
        self._sources: dict[str, Source] = {}
        self._last: dict[str, Plan] = {}
        self._one = threading.Lock()

    def hold(self, name: str, address: str, text: str) -> None:
        """The editor has a file open at this address, and this is its text by now."""
        self.unsaved[name], self._addresses[name] = text, address

    def let_go(self, name: str) -> None:
        """The editor has closed a file: the disk counts."""
        self.unsaved.pop(name, None)

    def name_of(self, address: str) -> str | None:
        """The content file of an editor's address; `None` for any other file."""
        path = to_fs_path(address)
        if path is None:
            return None
        try:
            name = Path(path).resolve().relative_to(self.root).as_posix()
        except (ValueError, OSError):
            return None
        return name if _NAME.fullmatch(name) else None

    def address_of(self, name: str) -> str:
        """The address of a file, as the editor wrote it where it has it open."""
        return self._addresses.get(name) or from_fs_path(str(self.root / name)) or ""

    def year_of(self, name: str) -> str | None:
        """The year of a file, for one of all years the newest; `None` where no plan is there."""
        match = _NAME.fullmatch(name)
        there = years(self.root)
        if match and match["year"]:
            return match["year"] if match["year"] in there else None
        return there[-1] if there else None

    def names(self) -> list[str]:
        """The content files of all years."""
        paths = [path for year in years(self.root) for path in content_of(self._folder(year))]
        return list(dict.fromkeys(path.relative_to(self.root).as_posix() for path in paths))

    def source(self, name: str) -> Source | None:
        """A file's text, the same object while it says the same; `None` where it is unreadable."""
        known = self._sources.get(name)
        typed = self.unsaved.get(name)
        if known and typed == (known.text if known.written is None else known.written):
            return known
        read = read_source(self.root / name, name)[0] if typed is None else source_of(typed, name)
        if known and read and (known.text, known.written) == (read.text, read.written):
            return known
        if read:
            self._sources[name] = read
        return read

    def check(self, year: str) -> Checked:
        """The plan of a year as it is being typed, and all that is wrong with it."""
        with self._one:
            unsaved = dict(self.unsaved)
            state = unsaved, self._on_disk(year)
            known = self._checked.get(year)
            if known is None or known[0] != state:
                known = state, self.live.check(year, unsaved)
                self._checked[year] = known
            return known[1]

    def plan(self, year: str) -> Plan | None:
        """The plan of a year; while it cannot be read, the last one that could."""
        plan = self.check(year).plan or self._last.get(year)
        if plan:
            self._last[year] = plan
        return plan

    def _folder(self, year: str) -> Path:
        return self.root / CONTENT / year

    def _on_disk(self, year: str) -> list[tuple[str, int, int]]:
        states = ((path.name, path.stat()) for path in content_of(self._folder(year)))
        return [(name, state.st_mtime_ns, state.st_size) for name, state in states]
