"""Who may talk to the page's server: this page on this computer, and nobody else.

A local server can be reached by every web page that is open in the same browser. So the name it
is called by must be its own (against DNS rebinding), a request must come from its own page, carry
the token that only the opened address knows, and hold JSON, which no foreign form can send.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 32 * 1024 * 1024
KEY_HEADER = "x-docgen-token"
POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


class Refused(Exception):
    """A request that is not answered: a status and a Vietnamese sentence."""

    def __init__(self, status: int, message: str, **more: Any) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.more = more

    def response(self) -> JSONResponse:
        """The refusal as the page reads it."""
        return JSONResponse({"message": self.message, **self.more}, status_code=self.status)


class Guard:
    """Lets through what comes from the page itself; the rest gets 403, 413 or 415."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], token: str) -> None:
        self.app = app
        self.hosts = frozenset(hosts)
        self.token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            self._admit(scope)
        except Refused as refused:
            await refused.response()(scope, receive, guarded)
            return
        await self.app(scope, receive, guarded)

    def _admit(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        if headers.getlist("host") not in ([host] for host in self.hosts):
            raise Refused(403, "Trang này chỉ mở được trên chính máy này.")
        origin = headers.get("origin")
        if origin is not None and origin not in {f"http://{host}" for host in self.hosts}:
            raise Refused(403, "Yêu cầu đến từ một trang khác.")
        if not scope["path"].startswith("/api/"):
            if scope["method"] not in ("GET", "HEAD"):
                raise Refused(405, "Không có việc này.")
            return
        if scope["method"] != "POST" or origin is None:
            raise Refused(403, "Yêu cầu không đến từ trang docgen.")
        if not hmac.compare_digest(headers.get(KEY_HEADER, "").encode(), self.token.encode()):
            raise Refused(403, "Trang đã cũ: mở lại docgen studio.")
        if headers.get("content-type", "").split(";")[0].strip() != "application/json":
            raise Refused(415, "Chỉ nhận JSON.")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            raise Refused(413, "Yêu cầu quá lớn.")


async def body_of(receive: Receive) -> dict[str, Any]:
    """The JSON object that a request holds; raises `Refused` where it is none or too large."""
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(400, "Yêu cầu bị ngắt.")
        chunks.append(message.get("body", b""))
        size += len(chunks[-1])
        if size > MOST_BYTES:
            raise Refused(413, "Yêu cầu quá lớn.")
        if not message.get("more_body"):
            break
    try:
        body = json.loads(b"".join(chunks))
    except (ValueError, RecursionError) as error:
        raise Refused(400, "Yêu cầu không phải JSON.") from error
    if not isinstance(body, dict):
        raise Refused(400, "Yêu cầu không phải JSON.")
    return body
