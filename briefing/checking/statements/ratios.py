"""So many times another number, means, and ranges."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from briefing.checking.statements.changes import both_of, of_pair
from briefing.checking.statements.numbers import agree, number, of_count
from briefing.checking.statements.sums import trimmed
from briefing.checking.statements.verdicts import (
    CONFIRMED,
    Judgement,
    Verdict,
    apart,
    undecided,
)
from briefing.checking.statements.wholes import off
from briefing.figures.doubts import Doubt
from briefing.figures.intervals import Interval, exact
from briefing.figures.printed import Formula, Printed, times
from briefing.figures.slips import Find, plain_slips_of, put, slips_of
from briefing.figures.statements import Average, Count, Range, Times
from briefing.figures.text.units import counted, scale_of
from briefing.vietnamese import format_number, places, round_half_up


def judge_times(change: Times) -> Judgement:
    """Judge that a number became so many times another, or so many times more."""
    now, before = of_pair(change.pair)
    if not before.number:
        return undecided(Doubt.NOTHING)
    if now.number == before.number:
        return undecided(Doubt.OTHER)  # the new number, said twice
    factor = _factor(change.factor)
    ways = (times, _times_more) if change.loose else (times,)
    found = [agree(factor, way, now, before) for way in ways]
    stand = any(_as_they_stand(factor, way, now, before) for way in ways)
    if Verdict.CONFIRMED in found:
        return CONFIRMED if stand and _told(change, now, before) else undecided(Doubt.VAGUE)
    # Only cutting off the factor and both numbers at once would make it right.
    mild = not any(one in (Verdict.CONTRADICTED, Verdict.NOT_EVALUATED) for one in found)
    if any(one is not Verdict.CONTRADICTED for one in found) and (stand or not mild):
        return undecided(Doubt.VAGUE)
    values = {
        **both_of(change.pair),
        "stated": format_number(change.factor.value),
        "computed": format_number(trimmed(round_half_up(now.number / before.number, 1))),
    }
    ratio = now.number / before.number
    far = apart(factor.number, ratio)
    slip = far and _times_slip(change)
    return Judgement(Verdict.CONTRADICTED, "text/times", values, far=far, slip=slip, mild=mild)


def _as_they_stand(factor: Printed, way: Formula, now: Printed, before: Printed) -> bool:
    """Whether the digits of two numbers make a factor as they stand, rounded or cut off."""
    digits = way(exact(now.number), exact(before.number))
    return digits.meets(factor.possibly)


_TENTH, _TWENTIETH = Decimal("0.1"), Decimal("0.05")


def _told(change: Times, now: Printed, before: Printed) -> bool:
    """Whether two numbers show a factor to a tenth of it: ``gấp đôi`` is no more said of 24 and 15.

    Rounded to a whole number it would stand for all between one and a half and two and a half.
    """
    factor = change.factor.value
    ratios = (now.number / before.number, now.number / before.number - change.loose)
    return any(abs(ratio - factor) <= _TENTH * factor for ratio in ratios)


def _times_slip(change: Times) -> bool:
    stated = [change.pair.now, change.pair.before, change.factor.value]

    def fits(place: int, value: Decimal) -> bool:
        one, other, factor = put(stated, place, value)
        if not other or apart(factor, one / other):
            return False
        both = of_pair(replace(change.pair, now=one, before=other))
        return (
            agree(_factor(replace(change.factor, value=factor)), times, *both) is Verdict.CONFIRMED
        )

    return bool(slips_of(stated, fits))


def _factor(count: Count) -> Printed:
    return number(count.value, "điểm", count.qualifier)


def _times_more(now: Interval, before: Interval) -> Interval:
    return now / before - exact(1)


def judge_range(found: Range) -> Judgement:
    """Judge that the first of two bounds is the smaller one."""
    low, high = of_count(found.low), of_count(found.high)
    if low.number < high.number:
        return CONFIRMED
    values: dict[str, object] = {
        "low": format_number(found.low.value),
        "high": format_number(found.high.value),
    }
    # "giá từ 136 đến 62 USD" goes down a list, which is uncommon and no falsehood.
    return Judgement(Verdict.CONTRADICTED, "text/range", values, mild=True)


def _average_slip(average: Average, find: Find = slips_of) -> bool:
    """Whether one wrong digit makes a mean what its numbers give."""
    counts = (average.mean, average.total, average.number)
    scales = [Decimal(1).scaleb(scale_of(count.unit)) for count in counts]

    def fits(place: int, value: Decimal) -> bool:
        mean, whole, many = (
            one * scale
            for one, scale in zip(put([c.value for c in counts], place, value), scales, strict=True)
        )
        unit = scales[0].scaleb(-places(average.mean.value))
        return bool(many) and abs(whole / many - mean) <= unit / 2

    return bool(find([count.value for count in counts], fits))


def judge_average(average: Average) -> Judgement:
    """Judge a mean against the total and the number of what it is the mean of."""
    many = of_count(average.number)
    if not many.number:
        return undecided(Doubt.NOTHING)
    stated = number(average.mean.value, "điểm", average.mean.qualifier)
    scale = of_count(average.mean).number / average.mean.value if average.mean.value else 1
    whole = number(average.total.value, average.total.unit, average.total.qualifier)
    verdict = agree(
        stated, lambda one, other: (one / other).scaled(1 / Fraction(scale)), whole, many
    )
    given = whole.number / many.number / scale
    if verdict is Verdict.CONFIRMED:
        # "55 hộ, mỗi hộ 5 triệu đồng, tổng 260 triệu đồng" only rounds to it.
        near = abs(given - average.mean.value) <= _TWENTIETH * average.mean.value
        return CONFIRMED if near else undecided(Doubt.VAGUE)
    if verdict is Verdict.NOT_EVALUATED or _to_tens(average.mean, given):
        return undecided(Doubt.VAGUE)
    values: dict[str, object] = {
        "stated": format_number(average.mean.value),
        "how": f"{format_number(average.total.value)}/{format_number(average.number.value)}",
        "computed": format_number(round_half_up(given, 2)),
    }
    if verdict is Verdict.CONTRADICTED:
        return _off_mean(average, values, given)
    if any(count.qualifier for count in (average.mean, average.total, average.number)):
        return undecided(Doubt.VAGUE)
    return off(verdict, values, "text/average")


def _to_tens(mean: Count, given: Decimal) -> bool:
    """Whether a mean that ends in zeros is rounded to them."""
    zeros = mean.value.normalize().as_tuple().exponent
    if not isinstance(zeros, int) or zeros <= 0:
        return False
    unit, gap = Decimal(1).scaleb(zeros), abs(given - mean.value)
    return gap <= unit / 2 or (bool(mean.qualifier) and gap < unit)


_DIGITS = 3
"""Digits of a mean from which on a slip hardly makes it fit by chance."""


def _off_mean(average: Average, values: dict[str, object], given: Decimal) -> Judgement:
    """Return what is told of a mean that its total and number do not make.

    What is measured may be only in part what a mean is of: ``diện tích 297 nghìn ha, sản lượng 360
    nghìn tấn, năng suất 1,29 tấn/ha`` is a yield of what was harvested.
    """
    mean = average.mean
    plain = _average_slip(average, plain_slips_of)
    fine = plain and len(mean.value.as_tuple().digits) >= _DIGITS
    if mean.value > given and not counted(average.number.unit) and not fine:
        return undecided(Doubt.BASE)
    return Judgement(
        Verdict.CONTRADICTED,
        "text/average",
        values,
        far=apart(mean.value, given),
        slip=_average_slip(average),
        plain=plain,
        mild=True,
    )
