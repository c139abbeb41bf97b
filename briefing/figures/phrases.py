"""The phrases that state a figure in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from briefing.figures.rates import percentage
from briefing.report import Figure, StatedChange
from briefing.vietnamese import format_number, format_percent

Phrase = str | None
"""A phrase, or ``None`` when the figure lacks the numbers for it."""


def quantity(figure: Figure) -> Phrase:
    """Return ``gần 50 vụ`` or ``771/778 vụ``: qualifier, value, whole and unit."""
    if figure.value is None:
        return None
    whole = f"/{format_number(figure.out_of)}" if figure.out_of is not None else ""
    return f"{value(figure)}{whole} {figure.unit}"


def value(figure: Figure) -> Phrase:
    """Return the value with its qualifier: ``hơn 160``."""
    if figure.value is None:
        return None
    qualifier = f"{figure.qualifier} " if figure.qualifier else ""
    return qualifier + format_number(figure.value)


def out_of(figure: Figure) -> Phrase:
    """Return the whole that the value is a part of."""
    return None if figure.out_of is None else format_number(figure.out_of)


def rate(figure: Figure) -> Phrase:
    """Return the stated rate as stated, otherwise the one that the numbers give."""
    known = figure.rate
    if known is None and figure.value is not None and figure.out_of is not None:
        known = percentage(figure.value, figure.out_of)
    return None if known is None else format_percent(known)


def change(figure: Figure) -> Phrase:
    """Return the change against the period before: ``giảm 34 vụ (7,67%)``.

    Nothing to compare gives ``None``; no difference gives ``không thay đổi``; a rise from zero
    has no percentage.
    """
    if figure.change is not None:
        return _stated(figure.change, figure.unit)
    if figure.value is None or figure.previous is None:
        return None
    difference = figure.value - figure.previous
    if difference == 0:
        return "không thay đổi"
    return _computed(difference, figure.previous, figure.unit)


def _stated(stated: StatedChange, unit: str) -> str:
    amount = None if stated.amount is None else f"{format_number(stated.amount)} {unit}"
    percent = None if stated.percent is None else format_percent(stated.percent)
    if amount and percent:
        return f"{stated.direction} {amount} ({percent})"
    return f"{stated.direction} {amount or percent or ''}".rstrip()


def _computed(difference: Decimal, previous: Decimal, unit: str) -> str:
    # The word carries the sign, so the numbers after it have none.
    direction = "tăng" if difference > 0 else "giảm"
    words = f"{direction} {format_number(abs(difference))} {unit}"
    share = percentage(abs(difference), previous)
    return words if share is None else f"{words} ({format_percent(share)})"


def base(figure: Figure) -> Phrase:
    """Return what a stated change is measured against: ``cùng kỳ năm 2022``."""
    return figure.change.base if figure.change else None


def whole_phrase(figure: Figure) -> Phrase:
    """Return everything a sentence needs: ``771/778 vụ (đạt 92,2%)``.

    A rate alone names its base when it has one, because dropping it would change the fact; a
    change alone names what it is measured against.
    """
    counted, share = quantity(figure), rate(figure)
    if counted and share:
        return f"{counted} (đạt {share})"
    if counted:
        return counted
    if share:
        return f"{share} {figure.out_of_label}" if figure.out_of_label else share
    changed, against = change(figure), base(figure)
    return f"{changed} so với {against}" if changed and against else changed


PARTS: dict[str, Callable[[Figure], Phrase]] = {
    "": whole_phrase,
    "value": value,
    "out_of": out_of,
    "unit": lambda figure: figure.unit,
    "label": lambda figure: figure.label,
    "quantity": quantity,
    "rate": rate,
    "change": change,
    "base": base,
}
"""The parts that a sentence can ask of a figure: ``{name}``, ``{name.rate}`` and so on."""
