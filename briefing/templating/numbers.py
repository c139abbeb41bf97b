"""Numbers in templates: exact, read whole or not at all, printed as official Vietnamese does."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from jinja2 import Undefined
from jinja2.runtime import Context

from briefing.patterns import Pattern
from briefing.templating.limits import check_whole
from briefing.templating.refusals import RefusalError, shown
from briefing.templating.undefined import AbsentValue
from briefing.vietnamese import format_number, round_half_up

WRITTEN = 15
"""The most digits that an input can write; a number with more was worked out."""

PLACES = 2
_LONGEST = 100
# As documents print it: dots for thousands, a comma for decimals, perhaps a percent sign.
_PRINTED = Pattern(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\s*%?", re.A)
_PLAIN = Pattern(r"-?\d+\.\d+", re.A)


def number_of(value: Any) -> Any:
    """Return a number, or the number that a text prints: 98.72 for ``98,72%``.

    A value that there is not is told and handed on; a text that is no number is refused.
    """
    if isinstance(value, Undefined):
        bool(value)
        return value
    if value is None:
        return AbsentValue()
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | Decimal):
        check_whole(value)
        return value
    if isinstance(value, float):
        return Decimal(repr(value))
    found = read(value) if isinstance(value, str) else None
    if found is None:
        raise RefusalError("template/not-a-number", written=shown(value))
    return found


def read(text: str) -> Decimal | None:
    """Return the number that a text prints, or ``None`` when it prints none or more than one."""
    text = text.strip()
    if len(text) > _LONGEST:
        raise RefusalError("template/number-too-long", limit=_LONGEST)
    if _PRINTED.fullmatch(text):
        return Decimal(text.rstrip("% ").replace(".", "").replace(",", "."))
    return Decimal(text) if _PLAIN.fullmatch(text) else None


def rounded(number: Decimal | int, places: int) -> Decimal:
    """Return a number half up to some places, without zeros at its end.

    One that is not zero is never rounded to zero: its first digit stays.
    """
    exact = Decimal(number)
    made = round_half_up(exact, places)
    if not made and exact:
        made = round_half_up(exact, -exact.adjusted())
    whole, _, decimals = f"{made:f}".partition(".")
    return Decimal(f"{whole}.{decimals.rstrip('0')}".rstrip("."))


def as_written(number: Decimal | int, places: int = PLACES) -> Decimal:
    """Return a number with every place that was written; one that was worked out is rounded."""
    exact = Decimal(number)
    return exact if len(exact.as_tuple().digits) <= WRITTEN else rounded(exact, places)


def text_of_number(number: Decimal) -> str:
    """Return a decimal number as a document prints it."""
    return format_number(as_written(number))


def places_in(context: Context) -> int:
    """Return the places of percentages that the report's style wants."""
    report = context.get("report")
    style = report.get("figure_style") if isinstance(report, dict) else None
    return int(style["places"]) if style else PLACES


def divide(left: Any, right: Any) -> Any:
    """Return an exact quotient."""
    if isinstance(left, int | Decimal) and isinstance(right, int | Decimal):
        if not right:
            raise RefusalError("template/by-zero")
        return Decimal(left) / Decimal(right)
    return left / right
