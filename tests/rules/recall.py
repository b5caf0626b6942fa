"""How many slips the checks see: `python -m tests.rules.recall` prints it by class.

A slip of a list in `slips/` is put into a plan alone: `now`, which stands once in `file`, becomes
`slip`. A file without a folder is one of the plan of 2024, else of the plan below `tests/` that
the folders name. It is seen when a finding that the plan does not
have otherwise stands on a line that it changed. `codes` are those that do; blank: none does. Those
of `unseen.yaml` were written with `kinds.yaml` and not looked at while the rules were made, those
of `second.yaml` afterwards; both were run once before anything was mended for them.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path

import yaml

from docgen import pipeline

HERE = Path(__file__).parent
TESTS = HERE.parent
CONTENT = TESTS.parent / "content"
SETS = ("kinds", "unseen", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
        "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
        "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
        "twentyfirst", "twentysecond", "twentythird", "twentyfourth", "twentyfifth",
        "twentysixth", "twentyseventh", "twentyeighth")  # fmt: skip


def slips(name: str) -> list[dict[str, str]]:
    """The slips of one of the lists."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((HERE / "slips" / f"{name}.yaml").read_text("utf-8"), loader)


def place(file: str) -> tuple[Path, str, str]:
    """The content, the plan's folder in it and the file's name, of a slip's `file`."""
    *office, year, name = ("2024", file) if "/" not in file else file.split("/")
    return (TESTS.joinpath(*office, "content") if office else CONTENT), year, name


def copied(folder: Path, content: Path = CONTENT) -> Path:
    """A copy of the content, in which slips can be made."""
    shutil.copytree(content, folder / "content")
    return folder


def found(root: Path, year: str = "2024") -> Counter[tuple[str, str, str]]:
    """File, code and message of every finding of a year's plan below `root`."""
    return Counter(
        (Path(finding.where.file).name, finding.code, finding.message)
        for finding in pipeline.check(root / "content" / year, root).findings
    )


def codes(slip: dict[str, str], root: Path, known: Counter[tuple[str, str, str]]) -> str:
    """The codes of the new findings on the lines that a slip changes."""
    _, year, name = place(slip["file"])
    path = root / "content" / year / name
    whole = path.read_text("utf-8")
    assert whole.count(slip["now"]) == 1, f"{slip['now']!r} stands not once in {slip['file']}"
    first, last = changed_lines(whole, slip["now"], slip["slip"])
    try:
        path.write_text(whole.replace(slip["now"], slip["slip"]), "utf-8")
        findings = pipeline.check(root / "content" / year, root).findings
    finally:
        path.write_text(whole, "utf-8")
    left, seen = Counter(known), set()
    for finding in findings:
        key = Path(finding.where.file).name, finding.code, finding.message
        if left[key]:
            left[key] -= 1
        elif key[0] == name and first <= finding.where.line <= last:
            seen.add(finding.code)
    return " ".join(sorted(seen))


def changed_lines(whole: str, now: str, slip: str) -> tuple[int, int]:
    """The first and the last line that differ; where lines go, those beside the gap too."""
    shorter = min(len(now), len(slip))
    same = next((n for n in range(shorter) if now[n] != slip[n]), shorter)
    tail = next((n for n in range(shorter - same) if now[-1 - n] != slip[-1 - n]), shorter - same)
    start = whole.index(now)
    new = whole.replace(now, slip)
    first = new.count("\n", 0, start + same) + 1
    last = new.count("\n", 0, max(start + len(slip) - tail - 1, start + same)) + 1
    gone = len(slip) - tail <= same and "\n" in now[same : len(now) - tail]
    return (first - 1, last + 1) if gone else (first, last)


def measured(name: str) -> list[tuple[dict[str, str], str]]:
    """Every slip of a list with the codes that see it."""
    with tempfile.TemporaryDirectory() as folder:
        plans: dict[tuple[Path, str], tuple[Path, Counter[tuple[str, str, str]]]] = {}
        rows = []
        for slip in slips(name):
            content, year, _ = place(slip["file"])
            if (content, year) not in plans:
                root = copied(Path(folder, str(len(plans))), content)
                plans[content, year] = root, found(root, year)
            rows.append((slip, codes(slip, *plans[content, year])))
        return rows


def main() -> None:
    """Prints recall by class for both lists, and the slips whose codes are not as recorded."""
    write = partial(print, file=sys.stdout)
    for name in SETS:
        rows: dict[str, Counter[str]] = {}
        for slip, seen in measured(name):
            row = rows.setdefault(slip["kind"], Counter())
            for column in ("all", *(["harmful"] if slip["harmful"] else [])):
                row[column] += 1
                row[f"{column} seen"] += bool(seen)
            if seen != slip["codes"]:
                write(f"  {slip['slip'].strip()[:60]!r}: {slip['codes']!r} -> {seen!r}")
        total = sum(rows.values(), Counter[str]())
        for kind, row in (*rows.items(), (name, total)):
            write(
                f"{kind:14} {row['all seen']:3}/{row['all']:3}"
                f"   harmful {row['harmful seen']:3}/{row['harmful']:3}"
            )


if __name__ == "__main__":
    main()
