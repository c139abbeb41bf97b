"""The report as a page in the browser that follows every change; needs the extra ``preview``."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from briefing.findings import Finding, OutputError
from briefing.live.door import doorway
from briefing.live.shown import Options

__all__ = ["Options", "check_installed", "doorway", "serve"]

_EXTRA = ("multipart", "starlette", "uvicorn")


def serve(options: Options, port: int, begun: Callable[[str], None]) -> None:
    """Serve the page on this machine only until Ctrl+C; ``begun`` is told its address.

    Port 0 takes a free one. Raises OutputError when the extra is not installed or the port is
    taken, InputError when there is no input.
    """
    check_installed()
    # Only a served page needs a server; everything else works without the extra.
    from briefing.live.server import serve_until_stopped

    serve_until_stopped(options, port, begun)


def check_installed() -> None:
    """Raise OutputError when the extra is not installed."""
    if any(find_spec(name) is None for name in _EXTRA):
        raise OutputError([Finding("live/not-installed")])
