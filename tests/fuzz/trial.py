"""One broken file, and what docgen makes of it: in this process, time and memory measured."""

import gc
import io
import os
import re
import shutil
import signal
import time
import traceback
import unicodedata
from collections import Counter
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from random import Random

from lxml import etree
from openpyxl import Workbook

from docgen import cli, pipeline
from tests import plan_files
from tests.fuzz import broken_package, broken_text, broken_values
from tests.plan_files import MADE_UP
from tests.tools import REPOSITORY

MOST_SECONDS, MOST_MEGABYTES = 5, 500
_DEAD_AFTER = 20
_WORD = re.compile(r"[^\W\d_]{2,}")
_KEY = re.compile(r"(?<![^\W_])[a-z_]+:(?=\s)")
_CODE = re.compile(r"\{\{[^{}]*\}\}|[\w-]+\.yaml\b|(?<=: )[a-z]+(?=$|[],}])", re.MULTILINE)
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*$", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """What a command did: `fault` says what it must not do, "" where all is well."""

    what: str
    fault: str
    code: int | None
    seconds: float
    megabytes: float
    said: str = ""

    @property
    def clean(self) -> bool:
        """Whether it found nothing at all."""
        return self.said.rstrip().endswith("không có lỗi.")


class TooLong(BaseException):
    """Nobody waits so many seconds of CPU time."""


@contextmanager
def _alarm(seconds: int):
    def ring(*_):
        raise TooLong

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _megabytes() -> float:
    """The most memory since `_forget_memory`."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


def _forget_memory() -> None:
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def command(*arguments: str) -> Outcome:
    """Runs docgen in this process; time is CPU time, memory what the process rose to."""
    os.environ["DOCGEN_TRACEBACK"] = "1"
    out, err = io.StringIO(), io.StringIO()
    fault, code = "", None
    _forget_memory()
    start = time.process_time()
    try:
        with _alarm(_DEAD_AFTER), redirect_stdout(out), redirect_stderr(err):
            code = cli.main(arguments)
    except TooLong:
        fault = "hangs: " + _where()
    except SystemExit as error:
        fault = f"SystemExit {error.code}"
    except BaseException:  # noqa: BLE001  (that is what is looked for)
        fault = _where()
    seconds, megabytes = time.process_time() - start, _megabytes()
    if not fault and seconds > MOST_SECONDS:
        fault = f"slow: {seconds:.1f} s"
    if not fault and megabytes > MOST_MEGABYTES:
        fault = f"big: {megabytes:.0f} MB"
    if not fault and (unprintable := _unprintable(out.getvalue() + err.getvalue())):
        fault = f"sends U+{ord(unprintable):04X} to the terminal"
    return Outcome(arguments[2], fault, code, seconds, megabytes, out.getvalue())


def _where() -> str:
    lines = [line.strip() for line in traceback.format_exc().strip().splitlines()]
    places = [line for line in lines if line.startswith("File") and "/docgen/" in line]
    place = re.sub(r'File ".*/docgen/', "", places[-1]) if places else ""
    return f"{lines[-1][:150]} @ {place}"


def _unprintable(text: str) -> str:
    match = re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", text)
    return match[0] if match else ""


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
    return {"null", *_WORD.findall(agencies.casefold())}


def _missing(root: Path, year: str, built: Path) -> Counter[str]:
    """How much more often each word stands in the content than on paper: codes, notes."""
    written: Counter[str] = Counter()
    for path in (root / "content" / year).glob("*.yaml"):
        text = _COMMENT.sub("", path.read_bytes().decode("utf-8", "replace"))
        text = _CODE.sub(" ", _KEY.sub(" ", text))
        written += _words(text)
    return written - _printed(built)


def _printed(document: Path) -> Counter[str]:
    part = broken_package.unpacked(document.read_bytes())["word/document.xml"]
    root = etree.fromstring(part)
    return _words(" ".join(root.itertext()))


def _words(text: str) -> Counter[str]:
    """How often each word stands in a text, its letters composed."""
    return Counter(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))


class Documents:
    """Broken .docx, templates and workbooks."""

    def __init__(self, folder: Path) -> None:
        self.root = plan_files.copy_project(folder / "real")
        made = plan_files.copy_project(folder / "made", MADE_UP)
        self.made = made
        shutil.copy(REPOSITORY / "templates" / "phieu_giao_viec.docx", made / "templates")
        self.documents = [
            plan_files.build(self.root, "2024").written.path.read_bytes(),
            *(plan_files.build(made, year).written.path.read_bytes() for year in ("2030", "2031")),
        ]
        self.good = folder / "good.docx"
        self.good.write_bytes(self.documents[0])
        self.template = (self.root / pipeline.TEMPLATE).read_bytes()
        self.workbooks = self._workbooks(folder)
        self.folder = folder

    def _workbooks(self, folder: Path) -> list[tuple[list[str], bytes]]:
        """Workbooks that docgen made, each with what takes it back."""
        copy, target, made = folder / "gop_y.docx", folder / "x.xlsx", str(self.made)
        copy.write_bytes(self.good.read_bytes())
        root = str(self.root)
        command("-C", root, "gather", str(copy), "2024", "--as", "xlsx", "-o", str(target))
        gathered = target.read_bytes()
        command("-C", made, "excel", "out", "2031", "-o", str(target))
        tables = target.read_bytes()
        command("-C", made, "sheets", "2031")
        sheets = sorted((self.made / "output").rglob("phieu*.xlsx"))
        scores = Workbook()
        scores.active.append(["Mã", "Điểm"])
        for number in range(1, 30):
            scores.active.append([f"1.{number}", "0,5"])
        scores.save(target)
        return [
            (["-C", root, "gather", "--decided"], gathered),
            (["-C", made, "excel", "in"], tables),
            (["-C", made, "progress"], sheets[0].read_bytes()),
            (["-C", root, "excel", "scores"], target.read_bytes()),
        ]

    def run(self, random: Random) -> tuple[str, list[Outcome], bytes]:
        """One file broken: how, what the commands did, the broken file."""
        kind = random.choices(("document", "template", "workbook"), (6, 2, 2))[0]
        return {
            "document": self._document,
            "template": self._template_,
            "workbook": self._workbook_,
        }[kind](random)

    def _document(self, random: Random) -> tuple[str, list[Outcome], bytes]:
        number = random.choices(range(len(self.documents)), (1, 4, 4))[0]
        good = self.documents[number]
        data, how = broken_package.broken(good, random)
        path = self.folder / "broken.docx"
        path.write_bytes(data)
        root = self.made if number else self.root
        out = self.folder / "x.docx"
        other = [
            ("read", str(path)),
            ("diff", str(path), str(self.good)),
            ("diff", str(self.good), str(path), "--as", "docx", "-o", str(out)),
            ("diff", str(path), str(self.good), "--as", random.choice(("html", "json"))),
            ("check", str(path), random.choice(("--sarif", "--json"))),
            ("accept", str(path)),
            ("import", str(path), "--year", "2040"),
            ("gather", str(path), "2030" if number else "2024"),
        ]
        asked = [("check", str(path)), random.choice(other)]
        outcomes = [command("-C", str(root), *each) for each in asked]
        out.unlink(missing_ok=True)
        shutil.rmtree(root / "content" / "2040", ignore_errors=True)
        if not outcomes[0].fault and outcomes[0].clean and (lost := _lost(good, data)):
            outcomes.append(Outcome("lost", f"check is content though lost: {lost}", 0, 0, 0))
        return f"document: {how}", outcomes, data

    def _template_(self, random: Random) -> tuple[str, list[Outcome], bytes]:
        data, how = broken_package.broken(self.template, random)
        path = self.made / pipeline.TEMPLATE
        path.write_bytes(data)
        built = self.made / "output" / "KH_2030.docx"
        built.unlink(missing_ok=True)
        outcomes = [
            command("-C", str(self.made), "build", "2030"),
            command("-C", str(self.made), "check", "--template"),
        ]
        if (
            outcomes[0].code == 0
            and built.exists()
            and (lost := _lost(self.documents[1], built.read_bytes()))
        ):
            outcomes.append(Outcome("lost", f"built though lost: {lost}", 0, 0, 0))
        path.write_bytes(self.template)
        return f"template: {how}", outcomes, data

    def _workbook_(self, random: Random) -> tuple[str, list[Outcome], bytes]:
        asked, good = random.choice(self.workbooks)
        data, how = broken_package.broken(good, random, sheet=True)
        path = self.folder / "broken.xlsx"
        path.write_bytes(data)
        outcome = command(*asked, str(path))
        return f"{' '.join(asked[2:])}: {how}", [outcome], data


def _lost(good: bytes, data: bytes) -> dict[str, int]:
    """Words that were in the main part of a document and are not there now."""
    try:
        now = broken_package.unpacked(data)["word/document.xml"]
    except Exception:  # noqa: BLE001
        return {"(unreadable)": 1}
    return dict(_legible(broken_package.unpacked(good)["word/document.xml"]) - _legible(now))


def _legible(part: bytes) -> Counter[str]:
    root = etree.fromstring(part, etree.XMLParser(remove_pis=True, remove_comments=True))
    return Counter(_WORD.findall(" ".join(root.itertext("{*}t"))))
