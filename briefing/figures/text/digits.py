"""A run of digits and separators as a number, whole or not at all."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from briefing.patterns import Pattern

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_COMMAS = re.compile(
    r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|[1-9][0-9]{0,2},[0-9]{3}\.[0-9]+"
)
_COMMA = re.compile(r"[0-9]+,[0-9]+")
_POINT = Pattern(r"[0-9]+\.[0-9]+")
_THREE = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")

_RATE = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")

# Digits and separators of the longest number that counts anything; the rest is a code.
_LONGEST = 24


class Digits(NamedTuple):
    """What a run of digits says; ``other`` is its second reading where there are two.

    ``3,313`` is three and a fraction, or, where nothing can be divided, three thousand.
    """

    value: Decimal
    other: Decimal | None = None
    whole: bool = False


def read_digits(run: str) -> Digits | None:
    """Return the number that digits with points and commas make; ``None`` if they make none.

    A point between groups of three is for thousands, else, before one or two digits, for
    decimals; ``5.378.7000`` is nothing.
    """
    if len(run) > _LONGEST:
        return None
    if run.isdigit():
        return Digits(Decimal(run), whole=True)
    if _GROUPED.fullmatch(run):
        return Digits(Decimal(run.replace(".", "").replace(",", ".")), whole="," not in run)
    if _COMMAS.fullmatch(run):
        return Digits(Decimal(run.replace(",", "")), whole="." not in run)
    if _COMMA.fullmatch(run):
        other = Decimal(run.replace(",", "")) if _THREE.fullmatch(run) else None
        return Digits(Decimal(run.replace(",", ".")), other)
    if _POINT.fullmatch(run):
        return Digits(Decimal(run))
    return None


def read_rate(run: str) -> Digits | None:
    """Return the number that digits before a percent sign make; ``None`` if they make none.

    ``98.125%`` is hardly 98 thousand of a hundred, so its point is for decimals; yet a rise from
    1 to 101 is ``10.000%``, so the thousands are kept as its second reading.
    """
    found = read_digits(run)
    if found is None or not _RATE.fullmatch(run):
        return None if found is None else found._replace(other=None)
    return Digits(Decimal(run), other=found.value)
