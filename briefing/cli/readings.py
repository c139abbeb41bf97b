"""Statements read from a finished document, on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from briefing.cli.findings import show_line
from briefing.cli.language import tell

if TYPE_CHECKING:
    from briefing.checking.statements import Reading

_VERDICTS = {
    "confirmed": "verdict_confirmed",
    "not-evaluated": "verdict_not-evaluated",
    "rounded-otherwise": "verdict_rounded-otherwise",
    "last-digit": "verdict_last-digit",
    "contradicted": "verdict_contradicted",
}
_KINDS = {
    "Count": "statement_count",
    "Rate": "statement_rate",
    "Fraction": "statement_fraction",
    "SideBySide": "statement_side_by_side",
    "Pair": "statement_pair",
    "Change": "statement_change",
    "Unchanged": "statement_unchanged",
    "AgainstTarget": "statement_against_target",
    "Share": "statement_share",
    "AllCriteria": "statement_criteria",
    "Parts": "statement_parts",
    "Percents": "statement_percents",
    "Fulfilment": "statement_fulfilment",
    "Times": "statement_times",
    "Average": "statement_average",
    "Range": "statement_range",
    "LunarYear": "statement_lunar_year",
    "Unread": "statement_unread",
}
"""The names of the kinds of statement in the catalogue."""


def show_readings(readings: Sequence[Reading], form: str) -> None:
    """Print each statement with its place, kind and verdict; with JSON only findings are asked."""
    if form == "json":
        return
    click.echo(tell("statements", count=len(readings)))
    for reading in readings:
        verdict, statement = tell(_VERDICTS[reading.verdict.value]), reading.statement
        kind = tell(_KINDS[statement.kind])
        show_line(f"{reading.origin}: {verdict}: {kind}: {statement.quote}")
