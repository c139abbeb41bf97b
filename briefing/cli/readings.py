"""Statements read from a finished document, on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from briefing.cli.findings import show_line
from briefing.cli.language import tell

if TYPE_CHECKING:
    from briefing.checking.statements import Reading


def show_readings(readings: Sequence[Reading], form: str) -> None:
    """Print each statement with its place, kind and verdict; with JSON only findings are asked."""
    if form == "json":
        return
    click.echo(tell("statements", count=len(readings)))
    for reading in readings:
        verdict, statement = _said(reading.verdict.value), reading.statement
        show_line(f"{reading.origin}: {verdict}: {statement.kind}: {statement.quote}")


def _said(verdict: str) -> str:
    match verdict:
        case "confirmed":
            return tell("verdict_confirmed")
        case "rounded-otherwise":
            return tell("verdict_rounded-otherwise")
        case "contradicted":
            return tell("verdict_contradicted")
    return tell("verdict_not-evaluated")
