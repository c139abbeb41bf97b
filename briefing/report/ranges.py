"""Ranges as people write them in one place: ``8 - 8,5`` is a low end and a high one."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from briefing.patterns import Pattern
from briefing.report.base import Quantity

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_RANGE = Pattern(rf"\s*({_NUMBER})\s*[-–—]\s*({_NUMBER})\s*", re.ASCII)

HIGH_ENDS = {"value": "up_to", "next_plan": "next_plan_up_to"}
"""The keys that may hold a range, and the key of its high end."""


def ends_of(written: Any) -> tuple[str, str] | None:
    """Return the two ends of a range in one text, ``None`` for what is none."""
    found = _RANGE.fullmatch(written) if isinstance(written, str) else None
    return (found[1], found[2]) if found else None


def range_of(low: Decimal | int, high: Decimal | int) -> str:
    """Return a range as one text, from its ends: ``8 - 8,5``."""
    return " - ".join(f"{end:f}".replace(".", ",") for end in map(Decimal, (low, high)))


def with_ends(facts: Any) -> Any:
    """Return a group of facts in which each range stands under the keys of its two ends.

    A high end that is given twice is left to be told.
    """
    if not isinstance(facts, dict):
        return facts
    parted: dict[str, Any] = {}
    for low, high in HIGH_ENDS.items():
        ends = ends_of(facts.get(low))
        if ends and facts.get(high) is None:
            parted |= {low: ends[0], high: ends[1]}
    return {**facts, **parted} if parted else facts


def _low_end(written: Any) -> Any:
    ends = ends_of(written)
    return ends[0] if ends else written


_END = r"[0-9][0-9.,]*"

OneOrRange = Annotated[
    Quantity,
    BeforeValidator(_low_end),
    WithJsonSchema(
        {"type": ["number", "string"], "pattern": rf"^{_END}( ?[-–—] ?{_END})?$", "minimum": 0}
    ),
]
"""A number that cannot be negative, or a range of two: ``8 - 8,5``."""
