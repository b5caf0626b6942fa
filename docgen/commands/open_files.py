"""`docgen open [TỆP…]`: what is dropped on docgen.bat, asked about and handed to its command.

Nothing dropped opens the page. The program stands apart from the content, so it is asked where
the content is: around the file, where it was the last time, or in the folder beside the program.
"""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from docgen import pipeline
from docgen.commands.say import CLEAN, USAGE, Say
from docgen.output import replace_file

FIRST_CONTENT = "ke-hoach"
REMEMBERED = "thu-muc.txt"
YES = ("c", "có", "co", "y")

Again = Callable[[Sequence[str]], int]


def run(options: Namespace, say: Say) -> int:
    """`docgen open`: `options.again` runs a command of docgen, given as on the command line."""
    dropped = [Path(each).absolute() for each in options.files]
    if missing := [each for each in dropped if not each.exists()]:
        say.problem(f"không thấy {missing[0]}")
        return USAGE
    root = _content(options.root, dropped, say)
    if root is None:
        return USAGE

    def again(*words: str | Path) -> int:
        return int(options.again(["-C", str(root), *map(str, words)]))

    kinds = {"" if each.is_dir() else each.suffix.lower() for each in dropped}
    if kinds <= {""}:
        return again("studio")
    if kinds == {".docx"}:
        return _word(dropped, root, again, say)
    if kinds == {".xlsx"}:
        return _excel(dropped, again, say)
    if kinds == {".yaml"}:
        return again("check", *dropped)
    say.problem("thả tệp Word (.docx) hoặc tệp Excel (.xlsx), mỗi lần một loại")
    return USAGE


# --------------------------------------------------------------------------- where content is


def _content(beside: Path, dropped: Sequence[Path], say: Say) -> Path | None:
    """The folder with the content; where it is known from nowhere, the officer is asked."""
    around = (folder for each in dropped for folder in (each, *each.parents))
    known = (*around, *_last_time(), beside, beside / FIRST_CONTENT)
    found = next((folder for folder in known if _has_content(folder)), None)
    while found is None:
        say.out("Nội dung kế hoạch ở đâu? Kéo thư mục có content và templates vào đây rồi Enter.")
        answer = _answer()
        if not answer:
            return None
        found = Path(answer.strip('"'))
        if not _has_content(found):
            say.problem(f"{found} không có content và templates")
            found = None
    _remember(found)
    return found


def _has_content(folder: Path) -> bool:
    return bool(pipeline.years(folder)) and (folder / pipeline.TEMPLATE.parent).is_dir()


def _memory() -> Path:
    """Where the folder is remembered: with the user, never beside the program."""
    home = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME")
    return (Path(home) if home else Path.home() / ".config") / "docgen" / REMEMBERED


def _last_time() -> Iterator[Path]:
    try:
        yield Path(_memory().read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError):
        return


def _remember(folder: Path) -> None:
    try:
        _memory().parent.mkdir(parents=True, exist_ok=True)
        replace_file(_memory(), f"{folder.absolute()}\n".encode())
    except OSError:
        return  # asked again the next time


# ------------------------------------------------------------------------------ what is dropped


def _word(dropped: Sequence[Path], root: Path, again: Callable[..., int], say: Say) -> int:
    """One document is checked, taken home or compared; two are compared."""
    if len(dropped) > 1:
        return _compared(dropped[0], dropped[1], root, again, say)
    choice = _choose(
        say, dropped[0].name,
        "kiểm tra văn bản",
        "lấy phần đã sửa trong Word về nội dung (xem trước, hỏi rồi mới ghi)",
        "so sánh với kế hoạch mới nhất, ra tệp Word có theo dõi thay đổi",
    )  # fmt: skip
    if choice == 1:
        return again("check", dropped[0])
    if choice == 2:
        return _shown_first(say, again, "accept", dropped[0])
    if choice == 3:
        return _compared(pipeline.years(root)[-1], dropped[0], root, again, say)
    return CLEAN


def _compared(old: str | Path, new: Path, root: Path, again: Callable[..., int], say: Say) -> int:
    target = root / "output" / f"so-sanh_{new.stem}.docx"
    say.out("Đang so sánh …")
    return again("diff", old, new, "--as", "docx", "-o", target)


def _excel(dropped: Sequence[Path], again: Callable[..., int], say: Say) -> int:
    """Workbooks of agencies are gathered; one of tables goes back into the content."""
    from docgen.sheets.hidden import BASE
    from docgen.tasking.workbook import HIDDEN

    reports = [each for each in dropped if _has_sheet(each, HIDDEN)]
    if reports and len(reports) == len(dropped):
        both = len(reports) == 1 and _has_sheet(reports[0], BASE)
        choices = "tổng hợp báo cáo", "xem chỗ đã sửa ở các trang nội dung, hỏi rồi mới ghi"
        choice = _choose(say, reports[0].name, *choices) if both else 1
        if choice == 1:
            return again("progress", *dropped)
        if not choice:
            return CLEAN
    elif reports or len(dropped) > 1:
        say.problem("thả riêng từng tệp bảng; các tệp báo cáo thì thả cùng nhau")
        return USAGE
    return _shown_first(say, again, "excel", "in", dropped[0])


def _has_sheet(path: Path, name: str) -> bool:
    from docgen.docx.package import NotAPackage, parts_of

    try:
        return f'name="{name}"'.encode() in parts_of(path).get("xl/workbook.xml", b"")
    except (OSError, NotAPackage):
        return False


def _shown_first(say: Say, again: Callable[..., int], *words: str | Path) -> int:
    """Shows what would be written, then writes it if the officer says so."""
    code = again(*words)
    if code == USAGE:
        return code
    say.out("Ghi vào nội dung? Gõ c rồi Enter để ghi; Enter để thôi.")
    return again(*words, "--write") if _answer().lower() in YES else code


def _choose(say: Say, name: str, *choices: str) -> int:
    """The number of a choice; 0 for none."""
    say.out(f"{name}: làm gì?")
    for number, choice in enumerate(choices, 1):
        say.out(f"  {number}. {choice}")
    say.out("Gõ số rồi Enter; Enter để thôi.")
    while answer := _answer():
        if answer.isdecimal() and 1 <= int(answer) <= len(choices):
            return int(answer)
        say.problem(f"gõ số từ 1 đến {len(choices)}")
    return 0


def _answer() -> str:
    try:
        return input("> ").strip()
    except EOFError:
        return ""
