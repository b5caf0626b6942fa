"""Broken .docx, templates and workbooks, and what docgen makes of them."""

import shutil
from collections import Counter
from pathlib import Path
from random import Random

from lxml import etree
from openpyxl import Workbook

from docgen import pipeline
from tests import plan_files
from tests.fuzz import broken_package
from tests.fuzz.trial import Outcome, command, words_of
from tests.plan_files import MADE_UP
from tests.tools import REPOSITORY


class Documents:
    """Broken .docx, templates and workbooks."""

    def __init__(self, folder: Path) -> None:
        self.root = plan_files.copy_project(folder / "real")
        made = plan_files.copy_project(folder / "made", MADE_UP)
        self.made = made
        for template in (REPOSITORY / "templates").glob("*.docx"):
            shutil.copy(template, made / "templates")
        self.documents = [
            plan_files.build(self.root, "2024").written.path.read_bytes(),
            *(plan_files.build(made, year).written.path.read_bytes() for year in ("2030", "2031")),
        ]
        self.good = folder / "good.docx"
        self.good.write_bytes(self.documents[0])
        self.template = (self.root / pipeline.TEMPLATE).read_bytes()
        self.others: list[tuple[str, ...]] = []
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
        sheet = folder / "phieu.xlsx"
        sheet.write_bytes(min((self.made / "output").rglob("phieu*.xlsx")).read_bytes())
        draft = folder / "gop_y_2031.docx"
        draft.write_bytes(self.documents[2])
        self.others = [
            ("phieu_giao_viec.docx", "sheets", "2031"),
            ("bang_tien_do.docx", "progress", str(sheet), "-o", str(target)),
            (
                "tong_hop_y_kien.docx",
                "gather",
                str(draft),
                "2031",
                "--as",
                "docx",
                "-o",
                f"{folder}/y.docx",
            ),
        ]
        scores = Workbook()
        scores.active.append(["Mã", "Điểm"])
        for number in range(1, 30):
            scores.active.append([f"1.{number}", "0,5"])
        scores.save(target)
        return [
            (["-C", root, "gather", "--decided"], gathered),
            (["-C", made, "excel", "in"], tables),
            (["-C", made, "progress"], sheet.read_bytes()),
            (["-C", root, "excel", "scores"], target.read_bytes()),
        ]

    def run(self, random: Random) -> tuple[str, list[Outcome], bytes]:
        """One file broken: how, what the commands did, the broken file."""
        kinds = (self._document, self._template_, self._other_template, self._workbook_)
        return random.choices(kinds, (6, 1.5, 0.5, 2))[0](random)

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

    def _other_template(self, random: Random) -> tuple[str, list[Outcome], bytes]:
        """The templates of sheets of tasks, of opinions, of what was done."""
        name, *asked = random.choice(self.others)
        path = self.made / "templates" / name
        good = path.read_bytes()
        data, how = broken_package.broken(good, random)
        path.write_bytes(data)
        outcome = command("-C", str(self.made), *asked)
        path.write_bytes(good)
        return f"{name}: {how}", [outcome], data

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
    return words_of(" ".join(root.itertext("{*}t")))
