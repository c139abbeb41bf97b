"""Statements read from a finished document, on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from briefing.cli.findings import show_line
from briefing.cli.words import language, tell
from briefing.findings import place_of, say

if TYPE_CHECKING:
    from briefing.checking.statements import Reading


def show_readings(readings: Sequence[Reading], form: str) -> None:
    """Print each claim with its place, verdict and kind; with JSON only findings are asked.

    Numbers that nothing stands beside are counted; there is nothing to say of each.
    """
    if form == "json":
        return
    claims = [reading for reading in readings if reading.statement.claims]
    unread = [reading for reading in readings if reading.statement.kind == "Unread"]
    plain = len(readings) - len(claims) - len(unread)
    click.echo(tell("statements", count=len(claims), plain=plain, unread=len(unread)))
    for reading in (*claims, *unread):
        place = f"{place_of(reading.origin, language())}: " if reading.origin else ""
        show_line(place + _said(reading))


def _said(reading: Reading) -> str:
    verdict = say(f"verdict.{reading.verdict.value}", language())
    kind = say(f"statement.{reading.statement.kind}", language())
    why = f" ({say(f'doubt.{reading.why}', language())})" if reading.why else ""
    return f"{verdict}: {kind}: {reading.statement.quote}{why}{_left_out(reading)}"


def _left_out(reading: Reading) -> str:
    """Return how many numbers of a passage that agrees were held against each other, if not all."""
    checked, numbers = reading.statement.checked, reading.statement.numbers
    if reading.verdict.value != "confirmed" or checked >= numbers:
        return ""
    return f" ({tell('checked', checked=checked, numbers=numbers)})"
