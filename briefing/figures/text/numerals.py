"""Two numbers that belong together: compounds, ranges, fractions."""

from __future__ import annotations

from decimal import Decimal

from briefing.figures.text.digits import read_digits
from briefing.figures.text.line import Number
from briefing.figures.text.surroundings import is_day_and_month
from briefing.figures.text.tokens import Tokens
from briefing.figures.text.units import PHRASES, counted, same_base, scale_of, unit_after
from briefing.patterns import Pattern

_MASS = Pattern(r"(?:tổng |diện tích|dân số|thị trường|số |lượng|thời gian|giá trị|tỷ|vốn|sản)")


def compound(tokens: Tokens, number: Number, after: int) -> tuple[Number, int]:
    """Read ``16 tỷ 434 triệu đồng``, ``2 tỷ 050 triệu 300 nghìn đồng`` as one number."""
    scale = scale_of(number.unit)
    if not scale or number.unit.split()[-1] not in ("tỷ", "tỉ", "triệu"):
        return number, after
    least = scale
    while (lower := _lower(tokens, number, after, least)) is not None:
        digits, unit, end = lower
        least = scale_of(unit)
        base = unit.split(None, 1)[1] if " " in unit else ""
        number = number._replace(
            value=number.value + digits.scaleb(least - scale),
            unit=f"{number.unit} {base}".strip(),
            last=tokens.ends[after],
            end=end,
            other=None,
        )
        after += 1
        while after < len(tokens) and tokens.starts[after] < end:
            after += 1
        if base:
            break
    return number, after


def _lower(
    tokens: Tokens, number: Number, after: int, least: int
) -> tuple[Decimal, str, int] | None:
    """Return the number that follows in a lower scale, its unit, and where that ends."""
    if not tokens.digit(after) or number.end == number.last:
        return None
    digits = read_digits(tokens.words[after])
    if digits is None or not digits.whole:
        return None
    unit, end = unit_after(tokens.text, tokens.ends[after])
    return (digits.value, unit, end) if 0 < scale_of(unit) < least else None


def dashed(first: Number, last: Number) -> str:
    """Return the symbol of two numbers with a dash: a range, or ``1.302 vụ - 2.286 bị cáo``."""
    if first.percent or last.percent:
        return "Q"
    counts = first.unit in PHRASES and last.unit in PHRASES
    return "S" if counts and not same_base(first.unit, last.unit) else "R"


def range_of(low: Number, high: Number) -> tuple[Number, Number] | None:
    """Return the bounds of a range in the unit of its second one."""
    if not high.unit or (low.unit and not low.percent and low.unit == high.unit == ""):
        return None
    if low.percent != high.percent and low.unit:
        return None
    if not low.unit:
        low = low._replace(unit=high.unit)
        if high.other is None and low.other is not None and counted(high.unit):
            low = low._replace(value=low.other, other=None)
    return low, high


def read_alike(left: Number, right: Number) -> tuple[Number, Number]:
    """Return two numbers of a fraction, both read the same way."""
    if left.other is not None and counted(right.unit or left.unit):
        left = left._replace(value=left.other, other=None)
    return left, right


def is_spoken(left: Number, right: Number) -> bool:
    """Whether a fraction is a way of speaking: ``gần 1/3 dân số``, never ``8,5/10 tỷ đồng``."""
    whole = left.value == int(left.value) and right.value == int(right.value)
    small = whole and left.value < right.value <= 10
    named = not (right.unit or left.unit)
    if named and is_day_and_month(str(left.value), str(right.value)):
        return True
    return bool(small and (left.qualifier or named or _MASS.match(right.unit)))
