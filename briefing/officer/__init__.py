"""The officer's page: a folder of reports in the browser, on this machine only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

__all__ = ["serve_folder"]


def serve_folder(folder: Path, language: str, port: int, begun: Callable[[str], None]) -> None:
    """Serve the page of a folder until it is ended; ``begun`` is told its address.

    Port 0 takes a free one. Raises OutputError when the port is taken, InputError when there is no
    such folder.
    """
    # Only a served page needs a server.
    from briefing.officer.server import serve_until_ended

    serve_until_ended(folder, language, port, begun)
