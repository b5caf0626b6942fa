"""Arguments that commands share, and those of commands that have parts of their own."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from docgen.project import year_named

NAME_A_YEAR = {"year", "source", "targets", "old", "new", "others"}
YEAR = "năm kế hoạch (mặc định: năm mới nhất)"


def of_taking(parser: argparse.ArgumentParser) -> None:
    """How edits that came back are taken into the content."""
    taking = "ghi các chỗ lấy được vào nội dung (mặc định: chỉ cho xem)"
    parser.add_argument("--write", action="store_true", help=taking)
    answers = "tệp câu hỏi đã ghi cách chọn (mặc định: TỆP_hoi.yaml cạnh tệp gửi về)"
    parser.add_argument("--answers", type=Path, metavar="TỆP", help=answers)
    parser.add_argument("--take", metavar="1=a,…", help="trả lời câu hỏi ngay trên dòng lệnh")


def of_batch(command: Callable[..., argparse.ArgumentParser]) -> None:
    """What can be asked of `batch`."""
    batch = command(
        "batch", "tạo văn bản của mọi kế hoạch trong các thư mục", "--draft", "--force", "--strict"
    )
    below = "thư mục; mỗi kế hoạch bên dưới là một content/NĂM có plan.yaml"
    batch.add_argument("folders", nargs="+", type=Path, metavar="THƯ_MỤC", help=below)
    many = "số tiến trình (mặc định: số lõi của máy)"
    batch.add_argument("--workers", type=int, metavar="SỐ", help=many)
    cluster = "dùng cụm máy Dask ở địa chỉ này, ví dụ tcp://may-chu:8786"
    batch.add_argument("--scheduler", metavar="ĐỊA_CHỈ", help=cluster)
    into = "thư mục ghi nhật ký và bảng tổng hợp (mặc định: output/hang-loat)"
    batch.add_argument("-o", "--output", type=Path, metavar="THƯ_MỤC", help=into)


def of_excel(command: Callable[..., argparse.ArgumentParser]) -> None:
    """What can be asked of `excel`."""
    excel = command("excel", "đưa bảng và nhiệm vụ ra Excel, lấy chỗ sửa về nội dung")
    parts = excel.add_subparsers(title="các việc", metavar="VIỆC", dest="what", required=True)
    out = parts.add_parser("out", help="ghi các bảng và nhiệm vụ của một năm ra tệp Excel")
    out.add_argument("year", nargs="?", metavar="NĂM", help=YEAR)
    whose = "chỉ dòng nêu tên cơ quan này (mã hoặc tên trong agencies.yaml)"
    out.add_argument("--agency", metavar="MÃ", help=whose)
    out.add_argument("--part", metavar="BẢNG", help="chỉ bảng này: Phụ lục I, Bảng 1, Nhiệm vụ")
    out.add_argument("-o", "--output", type=Path, metavar="TỆP.xlsx", help="ghi vào tệp này")
    back = parts.add_parser("in", help="lấy phần đã sửa trong tệp Excel về nội dung")
    of_taking(back)
    back.add_argument("file", type=Path, metavar="TỆP.xlsx", help="tệp excel out ghi ra, đã sửa")
    back.add_argument("year", nargs="?", metavar="NĂM", help="năm kế hoạch (mặc định: tệp ghi)")
    scores = parts.add_parser("scores", help="lấy điểm đã công bố (.xlsx, .csv) vào bảng")
    of_taking(scores)
    scores.add_argument("file", type=Path, metavar="TỆP", help="bảng có cột mã và cột điểm")
    scores.add_argument("year", nargs="?", metavar="NĂM", help=YEAR)
    scores.add_argument("--code", metavar="CỘT", help="tên hoặc chữ của cột mã (mặc định: tự tìm)")
    scores.add_argument("--score", metavar="CỘT", help="tên hoặc chữ của cột điểm")
    point = "số trong tệp viết dấu chấm thập phân: 0.8064"
    scores.add_argument("--point", action="store_true", help=point)
    into = "mã cột của bảng nhận điểm (mặc định: score)"
    scores.add_argument("--into", metavar="MÃ_CỘT", default="score", help=into)


def name_years(options: argparse.Namespace) -> None:
    """Wherever a year is asked for, the folder of its plan will do."""
    for name in sorted(NAME_A_YEAR & vars(options).keys()):
        said = getattr(options, name)
        if isinstance(said, str):
            setattr(options, name, year_named(said, options.root))
        elif isinstance(said, list):
            setattr(options, name, [year_named(each, options.root) for each in said])
