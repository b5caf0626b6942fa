"""`docgen read TỆP.docx`: the text of a document."""

from __future__ import annotations

from argparse import Namespace

from docgen.commands.say import CLEAN, FINDINGS, Say


def run(options: Namespace, say: Say) -> int:
    """`docgen read TỆP.docx`."""
    from docgen.docx.plain_text import plain_text
    from docgen.docx.read import NotADocx
    from docgen.docx.read import read as read_docx

    try:
        text = plain_text(read_docx(options.file)).rstrip("\n")
    except NotADocx as error:
        say.problem(f"{options.file}: {error}")
        return FINDINGS
    except OSError:
        say.problem(f"không đọc được tệp {options.file}")
        return FINDINGS
    say.out(text)
    return CLEAN
