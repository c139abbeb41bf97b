"""What can be said of a statement, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Verdict(Enum):
    """What can be said of a statement."""

    CONFIRMED = "confirmed"
    NOT_EVALUATED = "not-evaluated"
    ROUNDED_OTHERWISE = "rounded-otherwise"
    LAST_DIGIT = "last-digit"
    CONTRADICTED = "contradicted"


DOUBTFUL = frozenset({Verdict.ROUNDED_OTHERWISE, Verdict.LAST_DIGIT, Verdict.CONTRADICTED})
"""The verdicts that make a finding."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the rule that it breaks and its values, or why there is none.

    ``why`` names the reason for which something is not evaluated.
    """

    verdict: Verdict
    rule: str = ""
    values: dict[str, object] = field(default_factory=dict)
    why: str = ""


def undecided(why: str) -> Judgement:
    """Return that a statement is not evaluated, with the reason."""
    return Judgement(Verdict.NOT_EVALUATED, why=why)


CONFIRMED = Judgement(Verdict.CONFIRMED)
"""That a statement agrees with the numbers beside it."""
