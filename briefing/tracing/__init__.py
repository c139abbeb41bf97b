"""Values that know which facts of an input they came from, wherever they are handed on."""

from briefing.tracing.handing import (
    carried,
    paths_of,
    settled,
    settled_in_turn,
    spans_of,
    split_at,
    stating,
    substituted,
    through,
)
from briefing.tracing.numbers import TracedDecimal, TracedInteger
from briefing.tracing.text import Span, Traced, TracedMarkup, joined

__all__ = [
    "Span",
    "Traced",
    "TracedDecimal",
    "TracedInteger",
    "TracedMarkup",
    "carried",
    "joined",
    "paths_of",
    "settled",
    "settled_in_turn",
    "spans_of",
    "split_at",
    "stating",
    "substituted",
    "through",
]
