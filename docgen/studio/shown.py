"""Whole pages made by docgen that the browser opens beside the desk: a comparison, a list.

Each is kept for a while under an address that nobody can guess, with the policy that it was made
with: the sums of its own style and script, and nothing from elsewhere.
"""

from __future__ import annotations

import re
import secrets
from html import unescape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

MOST = 12
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
NOTHING = "default-src 'none'"


class Shown:
    """The pages that can be opened."""

    def __init__(self) -> None:
        self._pages: dict[str, str] = {}

    def page(self, html: str) -> str:
        """Keeps a page; gives its address."""
        key = secrets.token_urlsafe(24)
        self._pages[key] = html
        for old in list(self._pages)[:-MOST]:
            self._pages.pop(old, None)
        return f"/shown/{key}"

    async def answer(self, request: Request) -> Response:
        """The page of an address."""
        html = self._pages.get(request.path_params["key"])
        if html is None:
            return Response("Trang này không còn; mở lại từ docgen studio.", status_code=404)
        match = _POLICY.search(html)
        policy = f"{unescape(match[1]) if match else NOTHING}; frame-ancestors 'none'"
        return HTMLResponse(html, headers={"content-security-policy": policy})
