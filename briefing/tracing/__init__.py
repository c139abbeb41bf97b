"""Values that know which facts of an input they came from, wherever they are handed on."""

from briefing.tracing.handing import (
    Pieces,
    carried,
    paths_of,
    settled,
    settled_in_turn,
    spans_of,
    stating,
    substituted,
    through,
)
from briefing.tracing.numbers import TracedDecimal, TracedInteger, plain_number, worked_out
from briefing.tracing.text import Traced, TracedMarkup, TracedSpan, joined

__all__ = [
    "Pieces",
    "Traced",
    "TracedDecimal",
    "TracedInteger",
    "TracedMarkup",
    "TracedSpan",
    "carried",
    "joined",
    "paths_of",
    "plain_number",
    "settled",
    "settled_in_turn",
    "spans_of",
    "stating",
    "substituted",
    "through",
    "worked_out",
]
