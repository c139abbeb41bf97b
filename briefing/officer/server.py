"""The server of the officer's page, until Ctrl+C or until the page ends it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from briefing.findings import Finding, InputError, Origin
from briefing.live.server import address, listening, new_token, server_of
from briefing.officer.app import application
from briefing.officer.office import Office
from briefing.officer.resting import Resting, collected_at_rest
from briefing.reading import is_folder


def serve_until_ended(folder: Path, language: str, port: int, begun: Callable[[str], None]) -> None:
    """Serve the page of a folder; raises as ``briefing.officer.serve_folder``."""
    if not is_folder(folder):
        raise InputError([Finding("page/no-folder", origin=Origin(str(folder)))])
    with listening(port) as listener:
        token = new_token()
        with collected_at_rest():
            asyncio.run(_serve(folder, language, listener, token, begun))


async def _serve(
    folder: Path, language: str, listener: socket.socket, token: str, begun: Callable[[str], None]
) -> None:
    office = Office(folder, language)
    answering = Resting(application(office, token))
    served = server_of(answering, office.close, lambda: begun(address(listener, token)))
    ending = asyncio.create_task(_end(office, served))
    try:
        await served.serve(sockets=[listener])
    finally:
        office.close()
        await office.end()
        await ending


async def _end(office: Office, served: uvicorn.Server) -> None:
    """Stop the server once the page asks for it."""
    await office.ended.wait()
    served.should_exit = True
