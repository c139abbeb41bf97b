"""A text into statements: patterns over its symbols, one after the other."""

from __future__ import annotations

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Count, Statement, Unread
from briefing.figures.text.bounds import (
    find_averages,
    find_criteria,
    find_ranges,
    find_years,
)
from briefing.figures.text.claim import Scene, TextClaim, count_of
from briefing.figures.text.columns import find_columns
from briefing.figures.text.implied import find_implied
from briefing.figures.text.lexer import read_line
from briefing.figures.text.line import END, SPELLED
from briefing.figures.text.moves import find_moves
from briefing.figures.text.parts import find_parts
from briefing.figures.text.passed import find_passed
from briefing.figures.text.pending import find_pending
from briefing.figures.text.percents import find_percents
from briefing.figures.text.plans import find_plans
from briefing.figures.text.rates import find_bare_rates, find_rates
from briefing.figures.text.rests import find_rests
from briefing.figures.text.splits import find_splits

_AROUND = 80
"""The most symbols on either side of a claim among which its numbers may have been meant."""

_PATTERNS = (
    find_passed,
    find_moves,
    find_plans,
    find_columns,
    find_rates,
    find_parts,
    find_rests,
    find_pending,
    find_splits,
    find_implied,
    find_percents,
    find_averages,
    find_ranges,
    find_bare_rates,
    find_criteria,
    find_years,
)


def read_statements(text: str) -> list[Statement]:
    """Return the statements about numbers that a text makes, in reading order."""
    scene = Scene(read_line(text))
    if not scene.line.places:
        return []
    for pattern in _PATTERNS:
        pattern(scene)
    _rest(scene)
    for start, end in scene.line.unread:
        scene.claims.append(
            TextClaim(Unread(text[start:end]), start, end, (), why=Doubt.UNREADABLE)
        )
    found = sorted(scene.claims, key=lambda claim: (claim.start, claim.end))
    return [_statement(scene, claim) for claim in found]


def _rest(scene: Scene) -> None:
    """State the numbers that claim nothing of each other."""
    used = {position for claim in scene.claims for position in claim.numbers}
    for position, numbers in scene.line.numbers.items():
        if position in used or scene.symbols[position] == SPELLED:
            continue
        for number in numbers:
            if number.unit:
                end = number.end
                scene.claims.append(TextClaim(count_of(number), number.start, end, (position,)))


def _statement(scene: Scene, claim: TextClaim) -> Statement:
    quote = scene.line.text[claim.start : claim.end]
    near = _near(scene, claim) if len(claim.numbers) > 1 else ()
    return Statement(
        claim.content,
        claim.start,
        claim.end,
        quote,
        claim.sure,
        claim.why,
        near,
        claim.tight,
        claim.adjacent,
        *_counted(scene, claim),
    )


def _counted(scene: Scene, claim: TextClaim) -> tuple[int, int]:
    """Return how many numbers a claim speaks of, and how many stand between its ends."""
    if not claim.numbers:
        return 0, 0
    found = scene.line.numbers
    within = range(claim.numbers[0], claim.numbers[-1] + 1)
    checked = sum(len(found[i]) for i in claim.numbers)
    return checked, sum(len(found[i]) for i in within if i in found)


def _near(scene: Scene, claim: TextClaim) -> tuple[Count, ...]:
    """Return the other numbers of the sentence that a claim stands in."""
    symbols = scene.symbols
    first, last = claim.numbers[0], claim.numbers[-1]
    return tuple(
        count_of(number)
        for i in range(scene.since(first, _AROUND, END), scene.until(last, _AROUND))
        if symbols[i] in "NFP" and i not in claim.numbers and i not in claim.also
        for number in scene.line.numbers.get(i, ())
    )
