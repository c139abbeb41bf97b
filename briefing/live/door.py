"""How the browser is told the address: not on a command line, which every user here can read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape

from briefing.output import Scratch, sweep
from briefing.pdf import end_left

_PAGE = """<!DOCTYPE html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url={address}">
"""

_OPENS_IN_SECRET = ("win32", "darwin")
"""Systems that hand an address to the browser without a command line that others can read."""


@contextmanager
def doorway() -> Iterator[Callable[[str], str]]:
    """Yield what gives, for the address of the page, the address that a browser is to open.

    Elsewhere than on Windows and macOS it is a file that only its owner can read and that leads to
    the page; it goes with the page, that of a page that was killed with the next one.
    """
    if sys.platform in _OPENS_IN_SECRET:
        yield str
        return
    sweep(end_left)
    with Scratch() as scratch:

        def lead(address: str) -> str:
            file = scratch.folder / "preview.html"
            file.write_text(_PAGE.format(address=escape(address)), encoding="utf-8")
            return file.as_uri()

        yield lead
