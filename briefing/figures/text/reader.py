"""A text into statements: patterns over its symbols, one after the other."""

from __future__ import annotations

from briefing.figures.statements import Count, Statement
from briefing.figures.text.bounds import (
    find_averages,
    find_criteria,
    find_ranges,
    find_years,
)
from briefing.figures.text.claim import Claim, Scene, count_of
from briefing.figures.text.lexer import read_line
from briefing.figures.text.moves import find_moves
from briefing.figures.text.parts import find_parts
from briefing.figures.text.plans import find_plans
from briefing.figures.text.rates import find_bare_rates, find_rates

_PATTERNS = (
    find_moves,
    find_plans,
    find_rates,
    find_parts,
    find_averages,
    find_ranges,
    find_bare_rates,
    find_criteria,
    find_years,
)


def read_statements(text: str) -> list[Statement]:
    """Return the statements about numbers that a text makes, in reading order."""
    scene = Scene(read_line(text))
    if not scene.line.numbers:
        return []
    for pattern in _PATTERNS:
        pattern(scene)
    _rest(scene)
    found = sorted(scene.claims, key=lambda claim: (claim.start, claim.end))
    return [_statement(text, claim) for claim in found]


def _rest(scene: Scene) -> None:
    """State the numbers that claim nothing of each other."""
    used = {position for claim in scene.claims for position in claim.numbers}
    for position, numbers in scene.line.numbers.items():
        if position in used:
            continue
        for number in numbers:
            if number.unit:
                end = number.end
                scene.claims.append(
                    Claim(count_of(number), number.start, end, (position,))
                )


def _statement(text: str, claim: Claim) -> Statement:
    quote = text[claim.start : claim.end]
    return Statement(claim.content, claim.start, claim.end, quote, claim.sure, claim.why)


__all__ = ["Count", "read_statements"]
