"""What `docgen diff` is given: a year, a folder, a git revision or a built .docx.

2024   content/2024   main~3:2024   output/KH_2024.docx
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from docgen.docx.read import NotADocx
from docgen.finding import Finding
from docgen.load.folder import load, shown
from docgen.plan.model import Agency, Plan
from docgen.revisions import NoRevision, files_at

CONTENT = "content"
REVISION = re.compile(r"(?P<revision>[^:]+):(?P<folder>[^:]+)")


class NoSuchPlan(ValueError):
    """There is no plan where one was asked for; the message is a Vietnamese sentence."""


@dataclass(frozen=True)
class Opened:
    """A plan to be compared.

    `name` is how the comparison calls it; `plan` is `None` where `plan.yaml` cannot be
    read, then `findings` says why; `document` are the bytes of the .docx that was given;
    `note` says what the reader must know about it.
    """

    name: str
    plan: Plan | None
    findings: list[Finding]
    document: bytes | None = None
    note: str = ""


def open_plan(spec: str, root: Path) -> Opened:
    """The plan that `spec` names, seen from the project in `root`.

    Raises `NoSuchPlan` where there is none.
    """
    path = Path(spec)
    if is_document(spec):
        return _document(path, root)
    for folder in (path, root / path, root / CONTENT / spec):
        if (folder / "plan.yaml").is_file():
            plan, findings = load(folder, root)
            return Opened(_name(folder, root, spec), plan, findings)
    if (match := REVISION.fullmatch(spec)) and not path.is_absolute():
        return _revision(spec, match["revision"], match["folder"], root)
    years = sorted(each.parent.name for each in (root / CONTENT).glob("*/plan.yaml"))
    raise NoSuchPlan(
        f"không có kế hoạch “{spec}”. Các năm đang có: {', '.join(years) or 'chưa có năm nào'}."
        " Cũng có thể ghi một thư mục, BẢN_GIT:NĂM (như main~3:2024) hoặc một tệp .docx."
    )


def _name(folder: Path, root: Path, spec: str) -> str:
    """`2024` for a year of the project, the folder as it was given for any other."""
    inside = folder.resolve().parent == (root / CONTENT).resolve()
    return folder.name if inside else spec


def is_document(spec: str) -> bool:
    """Whether a Word file is named."""
    return Path(spec).suffix.lower() == ".docx"


def open_document(spec: str, root: Path) -> Opened:
    """Any Word file, by whom it may be: its bytes, no plan. Raises `NoSuchPlan` where it is not."""
    path = Path(spec)
    try:
        return Opened(_stem(path), None, [], path.read_bytes())
    except OSError as error:
        raise NoSuchPlan(f"không đọc được tệp {shown(path, root)}") from error


def _document(path: Path, root: Path) -> Opened:
    from docgen.from_word.plan import plan_of

    name = shown(path, root)
    try:
        data = path.read_bytes()
        plan = plan_of(path, name, _agencies(root))
    except NotADocx as error:
        raise NoSuchPlan(f"{name}: {error}") from error
    except OSError as error:
        raise NoSuchPlan(f"không đọc được tệp {name}") from error
    note = (
        f"{name} được so sánh theo chữ in trên văn bản: không có các chỉ số khai trong nội dung;"
        " năm, thứ hạng viết trong câu cũng tính là chữ thay đổi; vị trí là số thứ tự của đoạn."
    )
    return Opened(_stem(path), plan, [], data, note)


def _stem(path: Path) -> str:
    return path.with_suffix("").as_posix()


def _agencies(root: Path) -> Mapping[str, Agency]:
    """The agencies that all years of the project share: a document has only their names."""
    for path in sorted((root / CONTENT).glob("*/plan.yaml"), reverse=True):
        plan, _ = load(path.parent, root)
        if plan is not None:
            return plan.agencies
    return {}


def _revision(spec: str, revision: str, folder: str, root: Path) -> Opened:
    with _checkout(revision, root) as content:
        inner = folder.replace("\\", "/").removeprefix(f"{CONTENT}/").strip("/")
        if not (content / inner / "plan.yaml").is_file():
            raise NoSuchPlan(f"bản git “{revision}” không có kế hoạch {inner}")
        plan, findings = load(content / inner, content.parent)
        return Opened(spec, plan, findings)


@contextmanager
def _checkout(revision: str, root: Path) -> Iterator[Path]:
    """The content folder as it was at a revision, while it is looked at."""
    try:
        files = files_at(revision, root, CONTENT)
    except NoRevision as error:
        raise NoSuchPlan(str(error)) from error
    with tempfile.TemporaryDirectory(prefix="docgen-") as folder:
        for name, data in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        yield Path(folder) / CONTENT
