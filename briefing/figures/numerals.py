"""Numbers in digits and in words, as texts that state what their numbers state."""

from __future__ import annotations

from decimal import Decimal

from briefing import vietnamese
from briefing.tracing import carried, plain_number


def format_number(value: Decimal | int) -> str:
    """Return a number with dots for thousands and a comma for decimals."""
    if type(value) is Decimal:
        return vietnamese.format_number(value)  # it states nothing that could be carried
    return carried(vietnamese.format_number(plain_number(value)), value)


def format_percent(value: Decimal) -> str:
    """Return a percentage with the sign attached: ``92,2%``."""
    if type(value) is Decimal:
        return vietnamese.format_percent(value)
    return carried(vietnamese.format_percent(plain_number(value)), value)


def two_digits(value: Decimal) -> str:
    """Return a count below ten with its zero: ``05``."""
    return carried(vietnamese.two_digits(int(value)), value)


def in_words(value: Decimal | int) -> str:
    """Return a number in small letters."""
    return carried(vietnamese.in_words(plain_number(value)), value)
