"""What a law allows for one number: a range or a few choices, and where it says so."""

from __future__ import annotations

from briefing.values import record

_SAME = 0.015
"""Numbers nearer than this are one: Word rounds lengths to twips, of which 57 are a millimetre."""


@record
class Allowed:
    """The least and most that a law allows, or the only ``choices``; in the unit of the number.

    ``source`` is where the law says so, empty where no law speaks of this number.
    """

    least: float
    most: float
    source: str
    choices: tuple[float, ...] = ()

    def nearest(self, value: float) -> float:
        """Return the allowed number nearest to a value, the value itself where it is allowed."""
        if self.choices:
            return min(self.choices, key=lambda choice: abs(choice - value))
        return min(max(value, self.least), self.most)

    def allows(self, value: float) -> bool:
        """Say whether the law allows a number, rounding of lengths aside."""
        return same(self.nearest(value), value)

    @property
    def fixed(self) -> bool:
        """Whether the law leaves no choice at all."""
        return self.least == self.most


def same(one: float, other: float) -> bool:
    """Say whether two sizes or lengths differ by rounding only."""
    return abs(one - other) < _SAME
