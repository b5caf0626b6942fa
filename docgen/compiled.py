"""What Python makes of patterns and templates, kept beside docgen's own compiled modules.

A command that starts compiles some 600 regular expressions, 400 methods of dataclasses, and the
parts of the template, the same each time. What comes of them is code, so it stands where only who
may change docgen may write: never beside the output. All of it may be deleted; what is damaged, or
another version's, is none.
"""

from __future__ import annotations

import atexit
import dataclasses
import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

from docgen.kept import program

MOST_KEPT = 3_000
LOOKED_AT = ((3, 11), (3, 12), (3, 13))  # Pythons whose `re` compiles as `_steps` does


class Compiled:
    """What is compiled, by what it was made of; `path` is its file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._used: dict[Any, Any] = {}

    @cached_property
    def _there(self) -> dict[Any, Any]:
        """What was there when it was first asked for."""
        try:
            digest, _, data = self.path.read_bytes().partition(b"\n")
        except OSError:
            return {}
        return marshal.loads(data) if digest == _digest(data) else {}  # noqa: S302 - docgen's own

    def _get(self, key: Any, make: Callable[[], Any]) -> Any:
        known = self._used.get(key) or self._there.get(key) or make()
        if len(self._used) < MOST_KEPT:
            self._used[key] = known
        return known

    def value(self, kind: str, make: Callable[[], Any]) -> Any:
        """What `make` gives, made of texts, numbers and tuples: always the same of one kind."""
        return self._get(kind, make)

    def code(self, kind: str, source: str, make: Callable[[], CodeType]) -> CodeType:
        """The code that `make` makes of a source; `kind` says how."""
        data = self._get((kind, source), lambda: marshal.dumps(make()))
        code: CodeType = marshal.loads(data)  # noqa: S302 - docgen's own
        return code

    def pattern(self, pattern: str | bytes, flags: int = 0) -> re.Pattern[Any]:
        """A pattern as `re` compiles it."""
        import _sre  # type: ignore[import-not-found]

        every_flag, steps, *groups = self._get((pattern, flags), lambda: _steps(pattern, flags))
        made: re.Pattern[Any] = _sre.compile(
            pattern, every_flag, array("I", steps).tolist(), *groups
        )
        return made

    def run(self, source: str, *names: Any) -> None:
        """What `exec` does."""
        exec(self.code("exec", source, lambda: compile(source, "<string>", "exec")), *names)  # noqa: S102

    def keep(self) -> None:
        """Writes what is new; a folder that may not be written to is no reason to stop."""
        if sys.dont_write_bytecode or self._used.keys() <= self._there.keys():
            return
        every = {**self._there, **self._used}
        data = marshal.dumps(every if len(every) <= MOST_KEPT else self._used)
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            new = self.path.with_suffix(f".{os.getpid()}.tmp")
            new.write_bytes(_digest(data) + b"\n" + data)
            new.replace(self.path)


def _digest(data: bytes) -> bytes:
    return sha256(program() + data).hexdigest().encode()


def _steps(pattern: str | bytes, flags: int) -> tuple[Any, ...]:
    """What `re` tells its engine of a pattern: flags, steps, and the groups by number and name."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    numbers = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in numbers.items():
        names[number] = name
    steps = array("I", _compiler._code(parsed, flags)).tobytes()  # noqa: SLF001
    return flags | parsed.state.flags, steps, parsed.state.groups - 1, numbers, tuple(names)


KEPT = Compiled(Path(cache_from_source(__file__)).with_suffix(".kept"))


def begin() -> None:
    """From now on `re` and `dataclasses` take what was compiled before; the end keeps the rest."""
    if sys.implementation.name != "cpython" or sys.version_info[:2] not in LOOKED_AT:
        return
    from re import _compiler  # type: ignore[attr-defined]

    as_ever = _compiler.compile

    def compiled(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        if isinstance(pattern, str | bytes) and not flags & re.DEBUG:
            return KEPT.pattern(pattern, flags)
        made: re.Pattern[Any] = as_ever(pattern, flags)
        return made

    program()  # it asks for patterns too
    _compiler.compile = compiled
    vars(dataclasses)["exec"] = KEPT.run  # of the text of each method that it makes
    atexit.register(KEPT.keep)
