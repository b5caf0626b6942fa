"""The page's server: its files, and what it may ask for, behind the guard."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from docgen.studio.asking import Ask
from docgen.studio.desk import Desk
from docgen.studio.safety import Guard, Refused, body_of

STATIC = Path(__file__).parent / "static"


def app(desk: Desk, hosts: Sequence[str], token: str) -> ASGIApp:
    """The server of one desk, for whoever calls it by one of `hosts` and knows the `token`."""
    routes = [
        Route("/", _index),
        *(Route(f"/api/{name}", _answering(ask), methods=["POST"])
          for name, ask in desk.asks().items()),
        Route("/shown/{key}", desk.shown.answer),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]  # fmt: skip
    return Guard(Starlette(routes=routes), hosts, token)


async def _index(_: Request) -> Response:
    return FileResponse(STATIC / "index.html")


def _answering(ask: Ask) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            body = await body_of(request.receive)
            found = await run_in_threadpool(ask, body)
            text = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        except Refused as refused:
            return refused.response()
        except UnicodeError:
            return Refused(400, "Có ký tự không ghi được ra tệp.").response()
        return Response(text, media_type="application/json")

    return answer
