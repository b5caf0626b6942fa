"""The page's server: its files, and what it may ask for, behind the guard."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from docgen.studio.asking import Answer, Ask, Stream
from docgen.studio.desk import Desk
from docgen.studio.safety import Guard, Refused, body_of

STATIC = Path(__file__).parent / "static"
JSON = "application/json"
UNWRITABLE = "Có ký tự không ghi được ra tệp."


def app(desk: Desk, hosts: Sequence[str], token: str) -> ASGIApp:
    """The server of one desk, for whoever calls it by one of `hosts` and knows the `token`."""
    routes = [
        Route("/", _index),
        *(Route(f"/api/{name}", _answering(ask), methods=["POST"])
          for name, ask in desk.asks().items()),
        *(Route(f"/api/{name}", _streaming(stream), methods=["POST"])
          for name, stream in desk.streams().items()),
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
            return Response(_written(await run_in_threadpool(ask, body)), media_type=JSON)
        except Refused as refused:
            return refused.response()
        except UnicodeError:
            return Refused(400, UNWRITABLE).response()

    return answer


def _streaming(stream: Stream) -> Callable[[Request], Awaitable[Response]]:
    """Answers with lines of JSON, each sent when it is there; only the first can be refused."""

    async def answer(request: Request) -> Response:
        try:
            pieces = map(_written, stream(await body_of(request.receive)))
            first = await run_in_threadpool(next, pieces, b"")
        except Refused as refused:
            return refused.response()
        except UnicodeError:
            return Refused(400, UNWRITABLE).response()

        async def lines() -> AsyncIterator[bytes]:
            piece = first
            while piece:
                yield piece + b"\n"
                piece = await run_in_threadpool(next, pieces, b"")

        return StreamingResponse(lines(), media_type="application/x-ndjson")

    return answer


def _written(piece: Answer) -> bytes:
    return json.dumps(piece, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
