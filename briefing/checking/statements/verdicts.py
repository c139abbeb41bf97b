"""What can be said of a statement, and what it rests on."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from briefing.values import record

Size = TypeVar("Size", Decimal, float)
"""What numbers are compared in: slips are looked for among hundreds of them, in floats."""


class Verdict(Enum):
    """What can be said of a statement."""

    CONFIRMED = "confirmed"
    NOT_EVALUATED = "not-evaluated"
    ROUNDED_OTHERWISE = "rounded-otherwise"
    LAST_DIGIT = "last-digit"
    CONTRADICTED = "contradicted"


DOUBTFUL = frozenset({Verdict.ROUNDED_OTHERWISE, Verdict.LAST_DIGIT, Verdict.CONTRADICTED})
"""The verdicts that make a finding."""


@record
class Judgement:
    """A verdict with the rule that it breaks and its values, or why there is none.

    ``why`` names the reason for which something is not evaluated. ``far`` says that the numbers
    are so far apart that they were hardly meant for each other, ``slip`` that one wrong digit
    explains it all the same, ``digit`` that one digit put for another does, ``plain`` that this
    digit was swapped or shifted, ``rough`` that the numbers are told so roughly that it may do so
    by chance. ``mild`` makes a warning of it.
    """

    verdict: Verdict
    rule: str = ""
    values: dict[str, object] = field(default_factory=dict)
    why: str = ""
    far: bool = False
    slip: bool = False
    digit: bool = False
    plain: bool = False
    rough: bool = False
    mild: bool = False


def undecided(why: str) -> Judgement:
    """Return that a statement is not evaluated, with the reason."""
    return Judgement(Verdict.NOT_EVALUATED, why=why)


def apart(stated: Size, given: Size) -> bool:
    """Say whether a stated number is less than half, or more than twice, what it should be."""
    if not stated or not given:
        return True
    # Slips are looked for among hundreds of numbers, and a quotient takes far longer.
    return not abs(given) <= 2 * abs(stated) <= 4 * abs(given)


CONFIRMED = Judgement(Verdict.CONFIRMED)
"""That a statement agrees with the numbers beside it."""
