"""A page that is served: its address, told and opened."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from briefing.cli.words import tell


def tell_address(address: str, *, browse: bool | None, lead: Callable[[str], str]) -> None:
    """Say where the page is, and open it where a person sits before the screen.

    ``lead`` gives what a browser is to open for an address.
    """
    click.echo(tell("serving", address=address), err=True)
    if sys.stderr.isatty() if browse is None else browse:
        import webbrowser
        from threading import Thread

        # Some browsers give the word back only when they are closed.
        Thread(target=webbrowser.open, args=[lead(address)], daemon=True).start()
