"""The command line: what an officer can ask for, in Vietnamese.

Exit code 0: clean; 1: findings (errors, or warnings under `--strict`); 2: wrong usage; 3: stopped,
for a reason that nobody foresaw or because it took too long. `DOCGEN_TRACEBACK=1` shows where.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from docgen import __version__
from docgen.commands.arguments import YEAR, name_years, of_batch, of_excel, of_taking
from docgen.commands.parser import Parser
from docgen.commands.say import CLEAN, UNFORESEEN, Say

LASTING = ("watch", "studio", "batch", "lsp")


def main(arguments: Sequence[str] | None = None, begin: Callable[[], None] = lambda: None) -> int:
    """Runs one command after `begin`; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    begin()
    name_years(options)
    from docgen import limits
    from docgen.commands.deadline import Deadline
    from docgen.commands.terminal import Terminal
    from docgen.edit.journal import is_unfinished

    say = Terminal()
    deadline = Deadline(limits.SECONDS.most)
    try:
        if options.command in LASTING:
            gc.enable()
        else:
            deadline.start()
        if is_unfinished(options.root):
            _finish(options.root, say)
        command = import_module(f"docgen.commands.{options.command}")
        return int(command.run(options, say))
    except KeyboardInterrupt:
        return _too_long(say) if deadline.over else CLEAN
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except Exception as error:
        if deadline.over:
            return _too_long(say)
        if os.environ.get("DOCGEN_TRACEBACK"):
            raise
        from docgen.unforeseen import report

        typed = sys.argv[1:] if arguments is None else arguments
        say.unforeseen(report(error, typed, options.root))
        return UNFORESEEN
    finally:
        deadline.stop()
        say.stop()


def _too_long(say: Say) -> int:
    from docgen import limits

    say.problem(f"{limits.SECONDS.sentence} nên đã dừng; không có tệp nào ghi dở")
    return UNFORESEEN


def _finish(root: Path, say: Say) -> None:
    """Does what an interrupted writing had left."""
    from docgen.edit.write import finish

    for finding in finish(root):
        say.problem(f"{finding.message}. {finding.hint}")


OPTIONS = {
    "--draft": "bản nháp: chỗ còn thiếu in [[thiếu: …]]",
    "--force": "tạo lại dù tệp đã sửa trong Word (bản sửa được giữ bên cạnh)",
    "--pdf": "tạo thêm tệp PDF (cần Word hoặc LibreOffice)",
    "--strict": "coi cảnh báo như lỗi",
    "--json": "in kết quả dạng JSON",
    "--template": "kiểm tra tệp mẫu Word",
    "--fix": "tự sửa lỗi cơ học trong tệp nội dung và cho xem chỗ đã sửa",
    "--learn": "liệt kê chữ tắt, từ riêng chưa có trong content/glossary.yaml",
    "--write": "cùng --learn: thêm mọi chữ tắt đã liệt kê",
    "--sarif": "in dạng SARIF cho trình soạn thảo và CI",
    "--year-field": "năm của kế hoạch viết trong câu thành {{ year }}",
    "--replace": "thay nội dung đang có của năm đó",
    "--summary": "cùng --as docx: thêm trang tóm tắt ở đầu tệp",
    "--print": "in ra màn hình, không ghi tệp",
}
FORMS = ("text", "markdown", "html", "xlsx", "docx", "json")
LISTS = ("text", "html", "xlsx", "docx")


def _parser() -> Parser:
    parser = Parser(
        prog="docgen",
        description="Từ nội dung kế hoạch (YAML) và tệp mẫu Word, tạo văn bản để trình ký.",
        epilog="Cách dùng từng lệnh: docgen LỆNH -h",
    )
    where = "thư mục có content/ và templates/ (mặc định: thư mục hiện tại)"
    parser.add_argument("-C", dest="root", type=Path, default=Path(), metavar="THƯ_MỤC", help=where)
    parser.add_argument("--version", action="version", version=__version__, help="xem phiên bản")
    added = parser.add_subparsers(
        title="các lệnh", metavar="LỆNH", required=True, parser_class=Parser
    )

    def command(name: str, summary: str, *flags: str) -> argparse.ArgumentParser:
        one = added.add_parser(name, help=summary, description=summary[0].upper() + summary[1:])
        one.set_defaults(command=name)
        for flag in flags:
            one.add_argument(flag, action="store_true", help=OPTIONS[flag])
        return one

    _of_content(command)
    _of_word(command)
    of_excel(command)
    return parser


def _of_content(command: Callable[..., argparse.ArgumentParser]) -> None:
    """The commands that begin with the content."""
    build = command(
        "build", "tạo văn bản Word từ nội dung của một năm",
        "--draft", "--force", "--pdf", "--strict", "--json",
    )  # fmt: skip
    build.add_argument("year", nargs="?", metavar="NĂM", help=YEAR)
    check = command(
        "check", "kiểm tra nội dung, văn bản hoặc tệp mẫu",
        "--template", "--fix", "--learn", "--write", "--strict", "--json", "--sarif",
    )  # fmt: skip
    targets = "năm, tệp .yaml hoặc tệp .docx (mặc định: năm mới nhất)"
    check.add_argument("targets", nargs="*", metavar="NĂM|TỆP", help=targets)
    named = "cùng --learn: chỉ thêm các chữ này, ví dụ “KBNN=Kho bạc Nhà nước, khuyến ngư”"
    check.add_argument("--accept", metavar="CHỮ", help=named)
    sheet = "ghi phiếu kiểm tra kèm tờ trình vào tệp .docx này"
    check.add_argument("--report", type=Path, metavar="TỆP", help=sheet)
    copy = "cùng --template: ghi nhận xét vào một bản sao của tệp mẫu"
    check.add_argument("--comments", type=Path, metavar="TỆP", help=copy)
    of_batch(command)
    rules = command("rules", "liệt kê hoặc giải thích các quy tắc kiểm tra")
    rules.add_argument("code", nargs="?", metavar="MÃ", help="mã quy tắc, ví dụ KH101")
    todo = command("todo", "liệt kê việc còn phải làm của một năm, theo loại")
    todo.add_argument("year", nargs="?", metavar="NĂM", help=YEAR)
    whose = "chỉ việc liên quan tới cơ quan này (mã hoặc tên trong agencies.yaml)"
    todo.add_argument("--agency", metavar="MÃ", help=whose)
    listed = "ghi vào tệp này: .xlsx là bảng Excel, còn lại là văn bản thường"
    todo.add_argument("-o", "--output", type=Path, metavar="TỆP", help=listed)
    sheets = command("sheets", "lập phiếu giao việc cho từng cơ quan: Word và Excel", "--draft")
    sheets.add_argument("year", nargs="?", metavar="NĂM", help=YEAR)
    progress = command("progress", "tổng hợp báo cáo của các cơ quan: Excel và bảng Word")
    returned = "các tệp Excel gửi về, hoặc thư mục; cuối cùng có thể ghi năm kế hoạch"
    progress.add_argument("files", nargs="+", metavar="TỆP.xlsx", help=returned)
    progress.add_argument("--on", metavar="NGÀY", help="tính đến ngày này (mặc định: hôm nay)")
    progress.add_argument("-o", "--output", type=Path, metavar="TỆP.xlsx", help="ghi vào tệp này")
    new = command("new", "bắt đầu kế hoạch năm mới từ một năm đã có")
    new.add_argument("year", metavar="NĂM", help="năm mới")
    new.add_argument("--from", dest="source", required=True, metavar="NĂM", help="năm lấy làm gốc")
    command("schema", "ghi JSON Schema của nội dung vào schemas/", "--print")
    watch = command("watch", "tạo lại văn bản mỗi khi lưu tệp nội dung")
    watch.add_argument("year", nargs="?", metavar="NĂM", help=YEAR)
    opened = command("open", "mở trang soạn thảo, hoặc hỏi làm gì với các tệp")
    opened.set_defaults(command="open_files", again=main)
    given = "tệp Word, tệp Excel, hoặc thư mục có content và templates"
    opened.add_argument("files", nargs="*", metavar="TỆP", help=given)
    studio = command("studio", "mở trang soạn thảo trong trình duyệt, chỉ trên máy này")
    studio.add_argument(
        "--port", type=int, default=0, metavar="SỐ", help="cổng (mặc định: mỗi dự án một cổng)"
    )
    studio.add_argument("--no-open", action="store_true", help="không tự mở trình duyệt")
    command("lsp", "trả lời trình soạn thảo (VS Code…) ngay khi đang gõ")


def _of_word(command: Callable[..., argparse.ArgumentParser]) -> None:
    """The commands that compare, and those that begin with a Word file."""
    diff = command(
        "diff", "so sánh hai bản hoặc nhiều hơn: năm, thư mục, bản git, tệp Word", "--summary"
    )
    diff.add_argument("old", metavar="CŨ", help="năm, thư mục, BẢN_GIT:NĂM hoặc tệp .docx")
    diff.add_argument("new", metavar="MỚI", help="như trên")
    more = "thêm năm: điểm và nhiệm vụ qua các năm; ba bản của một năm: gốc và hai bản sửa"
    diff.add_argument("others", nargs="*", default=[], metavar="NỮA", help=more)
    form = "text (mặc định), markdown, html, xlsx, docx (theo dõi thay đổi), json"
    diff.add_argument("--as", dest="form", choices=FORMS, default="text", help=form)
    diff.add_argument("-o", "--output", type=Path, metavar="TỆP", help="ghi vào tệp này")
    accept = command("accept", "lấy phần đã sửa trong Word về nội dung")
    of_taking(accept)
    accept.add_argument("file", type=Path, metavar="TỆP.docx", help="tệp docgen tạo, đã sửa")
    accept.add_argument("year", nargs="?", metavar="NĂM", help=YEAR)
    importing = command(
        "import", "lấy kế hoạch cũ từ tệp Word về thành nội dung", "--year-field", "--replace"
    )
    importing.set_defaults(command="import_word")
    of_anybody = "văn bản của bất kỳ cơ quan nào"
    importing.add_argument("file", type=Path, metavar="TỆP.docx", help=of_anybody)
    importing.add_argument("--year", required=True, metavar="NĂM", help="năm kế hoạch, ví dụ 2023")
    gather = command("gather", "gom góp ý, chỗ sửa của nhiều bản Word vào một danh sách")
    _of_gather(gather)
    read = command("read", "in phần chữ của một tệp Word")
    read.add_argument("file", type=Path, metavar="TỆP.docx", help="tệp Word cần đọc")


def _of_gather(gather: argparse.ArgumentParser) -> None:
    """What can be asked of `gather`."""
    what = "các bản gửi về; cuối cùng có thể ghi năm kế hoạch"
    gather.add_argument("files", nargs="*", metavar="TỆP.docx", help=what)
    listed = "text (mặc định), html, xlsx (để ghi quyết định), docx (bản tổng hợp, giải trình)"
    gather.add_argument("--as", dest="form", choices=LISTS, default="text", help=listed)
    gather.add_argument("-o", "--output", type=Path, metavar="TỆP", help="ghi vào tệp này")
    verdicts = "tệp --as xlsx đã ghi quyết định: cho xem kết quả, hoặc đưa vào --as"
    gather.add_argument("--decided", type=Path, metavar="TỆP.xlsx", help=verdicts)
    making = "cùng --decided: ghi các chỗ tiếp thu vào nội dung (mặc định: chỉ cho xem)"
    gather.add_argument("--write", action="store_true", help=making)
    taking = "cùng --decided: trả lời câu hỏi theo số và chữ của cách chọn, như 1=a,3=b"
    gather.add_argument("--take", metavar="1=a,…", help=taking)
