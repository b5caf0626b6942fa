"""Broken content files, and what docgen makes of them."""

import re
import shutil
from collections import Counter
from pathlib import Path
from random import Random

from lxml import etree

from tests import plan_files
from tests.fuzz import broken_package, broken_text, broken_values
from tests.fuzz.trial import WORD, Outcome, command, words_of
from tests.plan_files import MADE_UP

_KEY = re.compile(r"(?<![^\W_])[a-z_]+:(?=\s)")
_CODE = re.compile(r"\{\{[^{}]*\}\}|[\w-]+\.yaml\b|(?<=: )[a-z]+(?=$|[],}])", re.MULTILINE)
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*$", re.MULTILINE)


class Contents:
    """Broken content files of every plan of the tree, each built."""

    breaking = staticmethod(broken_text.broken)

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        made = plan_files.copy_project(folder / "made", MADE_UP)
        self.roots = {
            "2024": plan_files.copy_project(folder / "real"),
            **dict.fromkeys(("2030", "2031", "2033"), made),
        }
        self.good = {
            year: plan_files.build(root, year).written.path for year, root in self.roots.items()
        }
        self.names = {year: _names(root) for year, root in self.roots.items()}
        self.missing = {
            year: _missing(self.roots[year], year, path) for year, path in self.good.items()
        }

    def run(self, random: Random) -> tuple[str, list[Outcome], bytes]:
        """One file of one plan broken: how, what docgen did, the broken file."""
        year = random.choices(sorted(self.roots), (1, 4, 4, 4))[0]
        root, target = self.roots[year], self.good[year]
        kept = {each: each.read_bytes() for each in _files(root, year)}
        path = random.choice(list(kept))
        data, how = self.breaking(kept[path], random)
        shutil.rmtree(target.parent, ignore_errors=True)
        path.write_bytes(data)
        try:
            outcomes = [command("-C", str(root), "build", year)]
            if not outcomes[0].fault and outcomes[0].code == 0 and "KH027" not in outcomes[0].said:
                lost = _missing(root, year, target) - self.missing[year]
                lost = {word: lost[word] for word in lost.keys() - self.names[year]}
                fault = f"lost: {lost}" if lost else ""
                outcomes.append(Outcome("lost", fault, 0, 0, 0))
            elif not outcomes[0].fault and outcomes[0].code and target.exists():
                outcomes.append(Outcome("build", "refused, and written all the same", 1, 0, 0))
            if random.random() < 0.4 and not outcomes[0].fault:
                outcomes.append(command("-C", str(root), *random.choice(self._others(year))))
        finally:
            for each, good in kept.items():
                each.write_bytes(good)
            shutil.rmtree(root / "content" / "2041", ignore_errors=True)
        return f"{year}/{path.name}: {how}", outcomes, data

    def _others(self, year: str) -> list[list[str]]:
        """What else is asked of the broken content."""
        book = str(self.folder / "x.xlsx")
        return [
            *(["check", year, form] for form in ("--sarif", "--json", "--fix")),
            *(["build", year, "--draft"], ["todo", year], ["sheets", year], ["schema"]),
            *(["diff", year, str(self.good[year])], ["accept", str(self.good[year])]),
            *(["excel", "out", year, "-o", book], ["new", "2041", "--from", year]),
        ]


class Values(Contents):
    """Content files whose YAML is sound and whose values are not."""

    breaking = staticmethod(broken_values.broken)


def _files(root: Path, year: str) -> list[Path]:
    content = root / "content"
    return sorted((*content.glob("*.yaml"), *(content / year).glob("*.yaml")))


def _names(root: Path) -> set[str]:
    """Words that codes print, or that programs write for nothing: no loss where they are fewer."""
    agencies = (root / "content" / "agencies.yaml").read_bytes().decode("utf-8", "replace")
    return {"null", *WORD.findall(agencies.casefold())}


def _missing(root: Path, year: str, built: Path) -> Counter[str]:
    """How much more often each word stands in the content than on paper: codes, notes."""
    written: Counter[str] = Counter()
    for path in (root / "content" / year).glob("*.yaml"):
        text = _COMMENT.sub("", path.read_bytes().decode("utf-8", "replace"))
        text = _KEY.sub(" ", _CODE.sub(" ", text))
        written += words_of(text)
    return written - _printed(built)


def _printed(document: Path) -> Counter[str]:
    part = broken_package.unpacked(document.read_bytes())["word/document.xml"]
    root = etree.fromstring(part)
    return words_of(" ".join(root.itertext()))
