"""The server of the page: on this machine only, until Ctrl+C."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from secrets import token_urlsafe
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from briefing.findings import Finding, OutputError
from briefing.live.app import application
from briefing.live.session import Session
from briefing.live.shown import Options
from briefing.reading import check_there

_ADDRESS = "127.0.0.1"
_TOKEN_BYTES = 32
_GRACE = 2
"""Seconds that open answers have to end in."""


class _Server(uvicorn.Server):
    """A server that says when it listens, and closes what it shows when it is told to stop."""

    def __init__(
        self, config: uvicorn.Config, close: Callable[[], None], begun: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._close = close
        self._begun = begun

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._begun()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        self._close()


def serve_until_stopped(options: Options, port: int, begun: Callable[[str], None]) -> None:
    """Serve the page of an input; ``begun`` is told its address once it can be opened.

    The address holds a token that is new each time; without it nothing is answered.

    Raises OutputError when the port is taken, InputError when there is no input.
    """
    check_there(options.source)
    with listening(port) as listener:
        token = new_token()
        asyncio.run(_serve(options, listener, token, lambda: begun(address(listener, token))))


def new_token() -> str:
    """Return what lets a browser in; nobody guesses it."""
    return token_urlsafe(_TOKEN_BYTES)


def address(listener: socket.socket, token: str) -> str:
    """Return the address of a page on this machine."""
    return f"http://{_ADDRESS}:{listener.getsockname()[1]}/{token}/"


def listening(port: int) -> socket.socket:
    """Return a socket that only this machine reaches; raises OutputError when the port is taken."""
    try:
        return socket.create_server((_ADDRESS, port))
    except OSError as error:
        values = {"port": port, "errno": error.errno, "reason": error.strerror or str(error)}
        raise OutputError([Finding("live/port", values=values)]) from None


def server_of(
    application: ASGIApp, close: Callable[[], None], begun: Callable[[], None]
) -> uvicorn.Server:
    """Return a server of an application; ``close`` is called when it is told to stop."""
    config = uvicorn.Config(
        application,
        lifespan="off",
        ws="none",
        log_config=None,
        log_level="critical",
        access_log=False,
        timeout_graceful_shutdown=_GRACE,
    )
    return _Server(config, close, begun)


async def _serve(
    options: Options, listener: socket.socket, token: str, begun: Callable[[], None]
) -> None:
    session = Session(options)
    await session.refresh()
    served = server_of(application(session, token), session.close, begun)
    following = asyncio.create_task(session.follow())
    # A watch that fails ends the page: one that no longer follows would deceive.
    following.add_done_callback(lambda _: setattr(served, "should_exit", True))
    try:
        await served.serve(sockets=[listener])
    finally:
        session.close()
    await following
