"""Projects to measure: the plan of 2024 with an appendix of as many rows as are asked for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from docgen import pipeline
from docgen.edit.yaml_writer import block, tree
from docgen.load.yaml_text import compose, read_source

ROOT = Path(__file__).resolve().parents[1]
YEAR = "2024"
FOLDERS = (pipeline.CONTENT, pipeline.TEMPLATE.parent)
# The columns whose texts are numbered, so that no two rows share one.
NUMBERED = ("name", "reason", "remedy", "product")


def project(target: Path, rows: int | None = None) -> Path:
    """The content and the template in a folder of their own, where a build may write.

    The appendix has `rows` rows where a number is given: its own groups again and again.
    """
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, target / folder, dirs_exist_ok=True)
    if rows is not None:
        path = target / pipeline.CONTENT / YEAR / "appendix.yaml"
        path.write_text(_appendix(path, rows), encoding="utf-8", newline="\n")
    return target


def _appendix(path: Path, wanted: int) -> str:
    source, _ = read_source(path, path.name)
    assert source
    content: Any = tree(compose(source)[0])
    rows = _Rows(wanted)
    content["table"]["rows"] = [*rows.again_and_again(content["table"]["rows"])]
    del content["table"]["total"]["index"]
    return block(content, 0, "\n") + "\n"


class _Rows:
    """Copies rows, each with codes and texts of its own, until so many are made."""

    def __init__(self, wanted: int) -> None:
        self.left = wanted
        self.serial = count(1)

    def again_and_again(self, groups: list[Any]) -> Iterator[Any]:
        """The groups of a table, their codes counted on."""
        for code in count(1):
            if not self.left:
                return
            yield self._copy(groups[(code - 1) % len(groups)], str(code))

    def _copy(self, row: Any, group: str) -> Any:
        if "code" in row:
            self.left -= 1
            row = {**row, "code": ".".join([group, *row["code"].split(".")[1:]])}
        row = {key: self._numbered(value) if key in NUMBERED else value
               for key, value in row.items()}  # fmt: skip
        if "shared" in row:
            row["shared"] = {key: self._numbered(value) for key, value in row["shared"].items()}
        below = [self._copy(child, group) for child in row.pop("rows", ()) if self.left]
        return {**row, "rows": below} if below else row

    def _numbered(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._numbered(each) for each in value]
        mark = next((each for each in (".", ";") if value.endswith(each)), "")
        return f"{value.removesuffix(mark)} (lần {next(self.serial)}){mark}"
