"""`docgen lsp`: what a text editor asks, over standard input and output."""

from __future__ import annotations

from argparse import Namespace

from docgen.commands.say import CLEAN, Say


def run(options: Namespace, _: Say) -> int:
    """`docgen lsp`: until the editor ends it. Nothing but the protocol goes to standard output."""
    from docgen.language.server import server

    server(options.root).start_io()
    return CLEAN
