"""What the browser may ask of the officer's page, and who may ask it.

All of it lies below a token that only the first link carries. What changes something bears another
token as well, which only a page of ours knows, and a cookie that no other page may send.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from hmac import compare_digest
from secrets import token_urlsafe

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from briefing.live.app import CLOSING, SHEETS, Guarded
from briefing.officer.home import Home
from briefing.officer.office import Office
from briefing.officer.packs import Packs
from briefing.officer.reports import Reports

COOKIE = "briefing"
MOST = 12 * 1024 * 1024
"""The largest request in bytes: a workbook that is brought in."""

_FIELDS = 50_000
"""Fields of a form that is sent whole; a year of one body has some thousands."""

Handler = Callable[[Request], Awaitable[Response]]


def application(office: Office, token: str) -> Starlette:
    """Return the application that shows an office to whoever knows the token."""
    home, reports = Home(office), Reports(office)
    keys = Keys(office)
    one = "/report/{name}"
    routes = [
        Route("/", keys.handing(home.page)),
        Route("/new", keys.asking(home.new), methods=["POST"]),
        Route("/bring", keys.asking(home.bring), methods=["POST"]),
        Route("/end", keys.asking(home.end), methods=["POST"]),
        Route(f"{one}/", keys.handing(reports.page)),
        Route(f"{one}/form", reports.form),
        Route(f"{one}/state", reports.state),
        Route(f"{one}/changes", reports.changes),
        Route(f"{one}/change", keys.asking(reports.change), methods=["POST"]),
        Route(f"{one}/undo", keys.asking(reports.undo), methods=["POST"]),
        Route(f"{one}/versions", keys.handing(reports.versions)),
        Route(f"{one}/restore", keys.asking(reports.restore), methods=["POST"]),
        Route(f"{one}/file{{suffix}}", reports.file),
        *_pack_routes(Packs(office), keys),
        Mount("/static/live", SHEETS),
        Mount("/static", StaticFiles(packages=[("briefing.officer", "static")])),
    ]
    guarded = Middleware(Guarded, token=token, forms="'self'")
    return Starlette(routes=[Mount(f"/{token}", routes=routes)], middleware=[guarded])


def _pack_routes(packs: Packs, keys: Keys) -> list[Route]:
    one = "/locality/{pack}"
    changes = {
        "change": packs.change,
        "try": packs.try_change,
        "try-block": packs.try_block,
        "keep-block": packs.keep_block,
        "leave-block": packs.leave_block,
        "style": packs.bring_style,
        "restore": packs.restore,
    }
    return [
        Route("/locality/new", keys.asking(packs.new), methods=["POST"]),
        Route(f"{one}/", keys.handing(packs.page)),
        Route(f"{one}/block", keys.handing(packs.block)),
        Route(f"{one}/style.docx", packs.take_style),
        Route(f"{one}/versions", keys.handing(packs.versions)),
        *(
            Route(f"{one}/{name}", keys.asking(answer), methods=["POST"])
            for name, answer in changes.items()
        ),
    ]


class Keys:
    """Hands out with a page what changes must bring back."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._cookie = token_urlsafe(32)

    def handing(self, answer: Handler) -> Handler:
        """Return an answer that gives the browser its cookie."""

        async def given(request: Request) -> Response:
            response = await answer(request)
            path = "/" + request.url.path.split("/")[1] + "/"
            response.set_cookie(COOKIE, self._cookie, path=path, httponly=True, samesite="strict")
            return response

        return given

    def asking(self, answer: Handler) -> Handler:
        """Return an answer to those alone who bring the cookie and the page's own token."""

        async def asked(request: Request) -> Response:
            # Browsers say how long it is; of what comes in pieces nobody knows before the end.
            length = int(request.headers.get("content-length") or MOST + 1)
            if length > MOST or "transfer-encoding" in request.headers:
                return _refused(413)
            cookie = request.cookies.get(COOKIE, "")
            if not compare_digest(cookie.encode(), self._cookie.encode()):
                return _refused(403)
            try:
                brought: object = request.headers.get("x-token")
                if not brought:
                    brought = (await request.form(max_fields=_FIELDS)).get("token", "")
                if compare_digest(str(brought).encode(), self._office.token.encode()):
                    return await answer(request)
                return _refused(403)
            finally:
                await request.close()

        return asked


def _refused(status: int) -> Response:
    """Answer with nothing, and take no more of what is still being sent."""
    return Response(status_code=status, headers=CLOSING)
