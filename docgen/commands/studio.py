"""`docgen studio`: the officer's desk in the browser, served on this computer alone."""

from __future__ import annotations

import hashlib
import os
import secrets
import socket
import threading
import webbrowser
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from docgen import pipeline
from docgen.commands.say import CLEAN, USAGE, Say

HOST = "127.0.0.1"
_FIRST_PORT, _PORTS, _TRIES = 20000, 10000, 8


def run(options: Namespace, say: Say) -> int:
    """`docgen studio`: until it is interrupted."""
    import uvicorn

    from docgen.studio.app import app
    from docgen.studio.desk import Desk

    if not pipeline.years(options.root):
        say.problem(
            f"không thấy kế hoạch nào trong {options.root / pipeline.CONTENT}; "
            "chỉ thư mục khác bằng -C"
        )
        return USAGE
    try:
        listening = _listening(options.port) if options.port else _at_home(options.root)
    except OSError:
        say.problem(f"cổng {options.port} đang có chương trình khác dùng; bỏ --port để tự chọn")
        return USAGE
    port = listening.getsockname()[1]
    token = secrets.token_urlsafe(32)
    address = f"http://{HOST}:{port}/#{token}"
    served = app(Desk(options.root.resolve()), [f"{HOST}:{port}", f"localhost:{port}"], token)
    server = uvicorn.Server(
        uvicorn.Config(served, log_level="warning", lifespan="off", server_header=False)
    )
    say.out(f"Mở trang: {address}\nĐóng: nhấn Ctrl+C.")
    if not options.no_open:
        threading.Thread(target=webbrowser.open, args=[address], daemon=True).start()
    server.run(sockets=[listening])
    return CLEAN


def _at_home(root: Path) -> socket.socket:
    """A port of the project's own, the same each time: the browser keeps drafts by address."""
    digest = hashlib.sha256(str(root.resolve()).encode("utf-8", "surrogateescape")).digest()
    first = _FIRST_PORT + int.from_bytes(digest[:4], "big") % (_PORTS - _TRIES)
    for port in range(first, first + _TRIES):
        with suppress(OSError):
            return _listening(port)
    return _listening(0)


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name != "nt":  # there it would let two programs have one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        listening.listen()  # whoever is told the address may come at once
    except OSError:
        listening.close()
        raise
    return listening
