"""Numbers as official Vietnamese prints them: ``3.313``, ``26,82%``."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache, lru_cache

_SIGNS = str.maketrans(".,", ",.")
_WHOLE = Decimal(1)


def places(value: Decimal) -> int:
    """Return how many decimal places a number was written with (``92.20`` has 2)."""
    # Most numbers are whole, and that is seen without taking them apart.
    if value.same_quantum(_WHOLE):
        return 0
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Return ``value`` rounded half up to ``decimals`` places, as reports round."""
    room = _room(max(value.adjusted(), 0) + decimals + 2)
    return value.quantize(_unit(decimals), ROUND_HALF_UP, room)


@lru_cache(maxsize=64)
def _room(digits: int) -> Context:
    """Return a context that holds a number whole; the usual 28 digits can be too few.

    A large part of a very small whole makes a percentage of forty digits.
    """
    return Context(prec=digits)


@cache
def _unit(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def format_number(value: Decimal | int) -> str:
    """Return a number with dots for thousands and a comma for decimals.

    Every place that was written is kept, trailing zeros too (Luật Kế toán 2015, Điều 10).
    """
    said = f"{Decimal(value):,f}"
    return said.translate(_SIGNS) if "." in said else said.replace(",", ".")


def format_percent(value: Decimal) -> str:
    """Return a percentage with the sign attached: ``92,2%``."""
    return f"{format_number(value)}%"


def two_digits(number: int) -> str:
    """Return a document number with a leading zero below ten (NĐ 30, Phụ lục I, II.3)."""
    return f"{number:02d}"


_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def roman(number: int) -> str:
    """Return a positive number in Roman numerals."""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text
