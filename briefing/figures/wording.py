"""Statements in words, in the style of a locality.

Phrases are put together by f-strings, which keep what their parts state; ``str.join`` does not.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.figures.numerals import format_number, format_percent, two_digits
from briefing.figures.statements import (
    AllCriteria,
    Change,
    Count,
    Fraction,
    Pair,
    Rate,
    SideBySide,
    Unchanged,
)
from briefing.figures.units import is_measured
from briefing.report import FigureStyle
from briefing.tracing import carried
from briefing.vietnamese import places


def number(value: Decimal, unit: str | None, style: FigureStyle) -> str:
    """Return a number, padded below ten where the locality pads counts."""
    padded = style.pad and not is_measured(unit) and not places(value) and 0 < value < 10
    return two_digits(value) if padded else format_number(value)


def in_unit(said: str, unit: str) -> str:
    """Return a number with its unit; the signs of percent and per mille are attached."""
    return f"{said}{unit}" if unit in ("%", "‰") else f"{said} {unit}".rstrip()


def count(content: Count, style: FigureStyle) -> str:
    """Return ``gần 50 hung khí``."""
    qualifier = f"{content.qualifier} " if content.qualifier else ""
    said = spanned(content.value, content.up_to, content.unit, style)
    return f"{qualifier}{in_unit(said, content.unit)}"


def spanned(value: Decimal, up_to: Decimal | None, unit: str | None, style: FigureStyle) -> str:
    """Return a number, or both ends of a range: ``8 - 8,5``."""
    low = number(value, unit, style)
    return low if up_to is None else f"{low} - {number(up_to, unit, style)}"


def rate(content: Rate) -> str:
    """Return ``gần 64%``, with its base in words when it has one."""
    qualifier = f"{content.qualifier} " if content.qualifier else ""
    base = f" {content.of}" if content.of else ""
    percent = format_percent(content.percent)
    return f"{qualifier}{percent}{base}" if qualifier or base else percent


def fraction(content: Fraction, style: FigureStyle) -> str:
    """Return ``771/778 vụ (đạt 92,2%)``."""
    part = number(content.part, content.unit, style)
    whole = number(content.whole, content.unit, style)
    qualifier = f"{content.qualifier} " if content.qualifier else ""
    said = f"{qualifier}{part}/{whole} {content.unit}".rstrip()
    return f"{said} (đạt {rate(content.rate)})" if content.rate else said


def side_by_side(content: SideBySide, style: FigureStyle) -> str:
    """Return ``35 vụ/47 đối tượng``."""
    return f"{count(content.first, style)}/{count(content.second, style)}"


def pair(content: Pair) -> str:
    """Return ``409/443 vụ``: this period against the one before."""
    now, before = format_number(content.now), format_number(content.before)
    if content.unit == "%":
        return f"{now}%/{before}%"
    return f"{now}/{before} {content.unit}".rstrip()


def direction(content: Change) -> str:
    """Return the word of a change; what is only detected becomes more or less, it does not rise."""
    if content.detected:
        return carried("nhiều hơn" if content.direction == "tăng" else "ít hơn", content.direction)
    return content.direction


def trend(content: Change) -> str:
    """Return a change of which only the direction is known: ``có chiều hướng tăng``."""
    return direction(content) if content.detected else f"có chiều hướng {content.direction}"


def change(content: Change | Unchanged, style: FigureStyle) -> str:
    """Return a change in the locality's style: ``giảm 34 vụ (7,67%)``."""
    if isinstance(content, Unchanged):
        both = f" ({pair(content.pair)})" if content.pair and style.pair else ""
        known = (content.pair.now, content.pair.before) if content.pair else ()
        return f"{carried(f'không thay đổi{both}', *known)}"
    amount = count(content.amount, style) if content.amount else ""
    percent = _percent(content)
    if amount and percent and style.change == "both":
        if style.form == "running":
            return f"{direction(content)} {amount}, bằng {percent}{_both(content, style)}"
        inside = [_signed(content, percent, style)]
        inside += [pair(content.pair)] if content.pair and style.pair else []
        return f"{direction(content)} {amount} ({', '.join(inside)})"
    chosen = percent if percent and (style.change == "percent" or not amount) else amount
    if not chosen:
        return trend(content)
    return f"{direction(content)} {chosen}{_both(content, style)}"


def _percent(content: Change) -> str:
    if content.percent is None:
        return ""
    qualifier = f"{content.qualifier} " if content.qualifier else ""
    return f"{qualifier}{format_percent(content.percent)}"


def _both(content: Change, style: FigureStyle) -> str:
    """Return both periods in brackets, where the locality wants them and the change has them."""
    return f" ({pair(content.pair)})" if content.pair and style.pair else ""


def _signed(content: Change, percent: str, style: FigureStyle) -> str:
    # The word carries the sign; inside brackets stands a signed number or a bare one, or the word.
    match style.sign:
        case "signed":
            return f"{'+' if content.direction == 'tăng' else '-'}{percent}"
        case "worded":
            return f"{direction(content)} {percent}"
    return percent


def criteria(content: AllCriteria, style: FigureStyle) -> str:
    """Return the changes of several criteria, led by ``giảm cả 3 tiêu chí`` only when true."""
    counted = [item for item in content.changes if item.amount or item.percent is not None]
    changes = ", ".join(change(item, style) for item in counted or content.changes[:1])
    together = len(content.changes) == content.count
    same = all(item.direction == content.direction for item in content.changes)
    if together and same and content.count > 1:
        said = f"{content.direction} cả {content.count} tiêu chí"
        return f"{said}: {changes}" if counted else said
    return changes
