"""The year that a command was asked for."""

from __future__ import annotations

from pathlib import Path

from docgen.commands.say import Say
from docgen.project import CONTENT, years


def folder_of(root: Path, year: str | None, say: Say) -> Path | None:
    """The folder of the year asked for, or of the newest; says so where there is none."""
    content = root / CONTENT
    known = years(root)
    if not known:
        say.problem(f"không thấy kế hoạch nào trong {content}; chỉ thư mục khác bằng -C")
        return None
    year = year or known[-1]
    if (elsewhere := Path(year) / "plan.yaml").is_file() and year not in known:
        other = elsewhere.resolve().parents[2]
        say.problem(f"{year} là kế hoạch của thư mục khác: chạy docgen -C “{other}” …")
        return None
    if year not in known:
        say.problem(f"không có kế hoạch năm {year}; các năm đang có: {', '.join(known)}")
        return None
    return content / year
