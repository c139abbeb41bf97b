"""What the browser may ask: the page, its state, news of changes, and the files it is made of.

All of it lies below a token that only the first link carries. A cookie would not do: browsers send
those of one port of this machine to every other, where somebody else's program may listen.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from functools import cache
from hmac import compare_digest
from importlib.resources import files

from jinja2 import Environment, Template
from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from briefing.findings.catalogues import catalogue
from briefing.live.session import Session

_HERE = re.compile(r"(?:127\.0\.0\.1|localhost)(?::[0-9]{1,5})?")
"""The only names the page answers to, so that no name of the network can be bent onto it."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action "
)
"""What a page may load and run, but for where its forms may go."""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


CLOSING = {"Connection": "close"}
"""Ends a line of which nothing more is wanted, also while somebody sends without end."""


def application(session: Session, token: str) -> Starlette:
    """Return the application that shows a session to whoever knows the token."""
    asked = Answers(session)
    routes = [
        Route("/", asked.page),
        Route("/state", asked.state),
        Route("/changes", asked.changes),
        Route("/source", asked.source),
        Mount("/static", SHEETS),
    ]
    guarded = Middleware(Guarded, token=token, forms="'none'")
    return Starlette(routes=[Mount(f"/{token}", routes=routes)], middleware=[guarded])


SHEETS = StaticFiles(packages=[("briefing.live", "static")])
"""The scripts and styles that lay a document on sheets."""


class Answers:
    """What is answered about one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # What waits for nothing is answered by the one thread that listens: each of the others that
    # Starlette keeps for all else holds the memory of the largest answer that it ever made.
    async def page(self, _: Request) -> HTMLResponse:
        """Answer with the frame that the browser fills."""
        language = self._session.language
        words = catalogue(language)["live"]
        return HTMLResponse(_frame().render(words=words, language=language))

    async def state(self, _: Request) -> JSONResponse:
        """Answer with the document and the findings as they are now."""
        return JSONResponse(self._session.shown.as_data())

    async def changes(self, _: Request) -> StreamingResponse:
        """Answer with one event for each new state, the present one first."""
        return StreamingResponse(self._events(), media_type="text/event-stream; charset=utf-8")

    async def _events(self) -> AsyncIterator[str]:
        async for version in self._session.versions():
            yield f"data: {version}\n\n"

    def source(self, request: Request) -> JSONResponse:
        """Answer with the lines of a file; the name must be that of a file of the report."""
        name = request.query_params.get("file", "")
        lines = self._session.shown.lines(name)
        if lines is None:
            raise HTTPException(404)
        return JSONResponse({"file": name, "lines": lines})


@cache
def _frame() -> Template:
    text = files("briefing.live").joinpath("pages/index.html").read_text(encoding="utf-8")
    return Environment(autoescape=True).from_string(text)


class Guarded:
    """Answers nobody but the page itself, and adds what keeps foreign scripts out of it.

    ``forms`` says where forms of the page may go, in the words of a content security policy.
    """

    def __init__(self, app: ASGIApp, token: str, forms: str) -> None:
        self._app = app
        self._token = token.encode()
        self._headers = {**_HEADERS, "Content-Security-Policy": _POLICY + forms}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with nothing at all where the name, the asking page or the token is another."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        refused = Response(status_code=403, headers=CLOSING)
        answer = self._app if self._lets_in(scope) else refused
        await answer(scope, receive, guarded)

    def _lets_in(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        own = f"http://{host}"
        asked = scope["path"].removeprefix("/").partition("/")[0]
        # It takes the same time however much of the token is right.
        known = compare_digest(asked.encode(), self._token)
        return known and _HERE.fullmatch(host) is not None and headers.get("origin", own) == own
