"""Changes between two periods: their way, their amount, their percentage, so many times."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from briefing.checking.statements.numbers import agree, change_rate, number, of_count, out_of_reach
from briefing.checking.statements.verdicts import (
    CONFIRMED,
    Judgement,
    Verdict,
    apart,
    undecided,
)
from briefing.checking.statements.wholes import off, off_difference, rates, trimmed
from briefing.figures.doubts import Doubt
from briefing.figures.intervals import Interval, exact
from briefing.figures.printed import Formula, Printed, changed_by, difference, times
from briefing.figures.slips import Find, other_digits_of, plain_slips_of, put, slips_of
from briefing.figures.statements import (
    AllCriteria,
    Average,
    Change,
    Count,
    Pair,
    Range,
    Rate,
    Times,
    Unchanged,
)
from briefing.figures.text.units import scale_of
from briefing.vietnamese import (
    format_number,
    format_percent,
    places,
    round_half_up,
)

_WRONG_SIGN = {"tăng": "-", "giảm": "+"}


def judge_change(change: Change) -> Judgement:
    """Judge a rise or a fall against both periods."""
    if change.sign == _WRONG_SIGN[change.direction]:
        return Judgement(Verdict.CONTRADICTED, "text/sign", mild=True)
    if _beyond_all(change):
        return Judgement(Verdict.CONTRADICTED, "text/fall-over-hundred", _stated(change))
    pair = change.pair
    if pair is None:
        return undecided(Doubt.NO_BASE)
    now, before = of_pair(pair)
    values = _both(pair)
    if (way := _way(now, before)) and way != change.direction:
        # A word alone may turn what the numbers count: "từ 47 xuống 500 bảng đổi một USD".
        bare = change.amount is None and change.percent is None
        far = _of_others(change, now, before)
        return Judgement(Verdict.CONTRADICTED, "text/direction", values, far=far, mild=bare)
    if change.amount is None and change.percent is None:
        return CONFIRMED if way else undecided(Doubt.VAGUE)
    found = [
        one
        for one in (_amount(change.amount, pair, now, before), _percent(change, now, before))
        if one is not None
    ]
    return min(found, key=_gravity)


def _of_others(change: Change, now: Printed, before: Printed) -> bool:
    """Whether all that a change states is far from what two numbers make, whichever way they went.

    One of them is then of something else: ``tăng 0,3 USD lên 1.332 USD, so với mức đỉnh 1.376``.
    """
    gap = abs(now.number - before.number)
    far = []
    if change.amount is not None:
        far.append(apart(of_count(change.amount).number, gap))
    if change.percent is not None and before.number:
        far.append(apart(change.percent, gap / before.number * 100))
    return bool(far) and all(far)


def _beyond_all(change: Change) -> bool:
    """Whether more is said to be lost than there was; with both periods the two of them decide."""
    if change.direction != "giảm" or change.percent is None or change.pair is not None:
        return False
    return change.percent > _ALL <= change_rate(change.percent, change.qualifier).possibly.low


_ALL = 100


def _stated(change: Change) -> dict[str, object]:
    percent = format_percent(change.percent or Decimal(0))
    return {"stated": f"{change.qualifier} {percent}" if change.qualifier else percent}


_ORDER = (
    Verdict.CONTRADICTED,
    Verdict.LAST_DIGIT,
    Verdict.ROUNDED_OTHERWISE,
    Verdict.NOT_EVALUATED,
    Verdict.CONFIRMED,
)


def _gravity(judgement: Judgement) -> int:
    return _ORDER.index(judgement.verdict)


def of_pair(pair: Pair) -> tuple[Printed, Printed]:
    """Return both numbers of a pair as printed numbers."""
    now = number(pair.now, pair.unit, pair.qualifier)
    return now, number(pair.before, pair.unit, pair.before_qualifier)


def _both(pair: Pair) -> dict[str, object]:
    gap = abs(pair.now - pair.before)
    return {
        "now": format_number(pair.now),
        "before": format_number(pair.before),
        "difference": format_number(gap),
    }


def _way(now: Printed, before: Printed) -> str:
    """Return which way two numbers went, ``""`` if their words leave it open, or they are equal.

    What is counted exactly and stayed the same went neither way.
    """
    if now.number == before.number and now.possibly.point == before.possibly.point is not None:
        return "không đổi"
    if now.possibly.low >= before.possibly.high and now.number > before.number:
        return "tăng"
    if now.possibly.high <= before.possibly.low and now.number < before.number:
        return "giảm"
    return ""


def _amount(amount: Count | None, pair: Pair, now: Printed, before: Printed) -> Judgement | None:
    if amount is None:
        return None
    stated = of_count(amount)
    verdict = agree(stated, difference, now, before)
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED
    if verdict is Verdict.NOT_EVALUATED:
        return undecided(Doubt.VAGUE)
    judged = off_difference(verdict, {**_both(pair), "stated": format_number(amount.value)})
    far = apart(stated.number, now.number - before.number)
    plain = pair.now >= _TELLING and _amount_slip(amount, pair, plain_slips_of)
    return replace(judged, far=far, slip=far and _amount_slip(amount, pair), plain=plain)


_TELLING = 100
"""From here on one swapped or shifted digit hardly makes a difference right by chance."""


def _amount_slip(amount: Count, pair: Pair, find: Find = slips_of) -> bool:
    stated = [pair.now, pair.before, amount.value]

    def fits(place: int, value: Decimal) -> bool:
        one, other, by = put(stated, place, value)
        both = of_pair(replace(pair, now=one, before=other))
        return agree(of_count(replace(amount, value=by)), difference, *both) is Verdict.CONFIRMED

    return bool(find(stated, fits))


def _percent(change: Change, now: Printed, before: Printed) -> Judgement | None:
    if change.percent is None or change.pair is None:
        return None
    if not before.number:
        return undecided(Doubt.NOTHING)
    stated = change_rate(change.percent, change.qualifier)
    points = change.pair.unit == "%"
    # "tăng 2% (từ 10% lên 12%)" is said of points, "tăng 20%" of the rate itself.
    ways = (difference, changed_by) if points else (changed_by,)
    found = [agree(stated, way, now, before) for way in ways]
    verdict = min(found, key=_LENIENT.index)
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED
    if verdict is Verdict.NOT_EVALUATED:
        return undecided(Doubt.VAGUE)
    if points:
        stated_points = {"stated": format_number(change.percent)}
        return off_difference(verdict, {**_both(change.pair), **stated_points})
    given = abs(now.number - before.number) / before.number * 100
    pair = change.pair
    earlier = format_number(pair.before)
    how = f"({format_number(pair.now)} - {earlier})/{earlier}"
    judged = off(verdict, rates(Rate(change.percent, change.qualifier), given, how), _RATE)
    if verdict is not Verdict.CONTRADICTED:
        return judged
    slips = _slips(change, pair)
    values = {**judged.values, "near": slips[0] if len(slips) == 1 else None}
    plain = bool(slips) and bool(_slips(change, pair, plain_slips_of))
    far = apart(change.percent, given)
    return replace(judged, values=values, far=far, slip=bool(slips), plain=plain)


_RATE = "text/stated-rate"
_LENIENT = (
    Verdict.CONFIRMED,
    Verdict.NOT_EVALUATED,
    Verdict.ROUNDED_OTHERWISE,
    Verdict.LAST_DIGIT,
    Verdict.CONTRADICTED,
)


def _slips(change: Change, pair: Pair, find: Find = slips_of) -> list[str]:
    """Return the numbers that fit if one digit was typed wrong."""
    if change.percent is None:
        return []
    stated = [pair.now, pair.before, change.percent]
    plainly = _plainly(change, pair)

    def fits(place: int, value: Decimal) -> bool:
        one, other, percent = put(stated, place, value)
        if not other or (one > other) != (change.direction == "tăng"):
            return False
        given = (one / other - 1) * 100
        if apart(percent, given) or (plainly and out_of_reach(percent, abs(given), one, other)):
            return False
        both = of_pair(replace(pair, now=one, before=other))
        said = change_rate(percent, change.qualifier)
        return agree(said, changed_by, *both) is Verdict.CONFIRMED

    found = find(stated, fits) or _slips_of_amount(change, pair, find)
    return [format_percent(value) if place == 2 else format_number(value) for place, value in found]


def _plainly(change: Change, pair: Pair) -> bool:
    """Whether no word makes a number of a change vague."""
    return not (change.qualifier or pair.qualifier or pair.before_qualifier)


def _slips_of_amount(
    change: Change, pair: Pair, find: Find = slips_of
) -> list[tuple[int, Decimal]]:
    """Return the slips in ``giảm 34 vụ (7,67%) còn 409 vụ``, which names no earlier number."""
    if change.amount is None or change.percent is None:
        return []
    way = 1 if change.direction == "tăng" else -1
    scale = scale_of(change.amount.unit) - scale_of(pair.unit)
    amount = change.amount.value.scaleb(scale)
    if pair.now - way * amount != pair.before:
        return []
    stated = [pair.now, amount, change.percent]
    plainly = _plainly(change, pair)

    def fits(place: int, value: Decimal) -> bool:
        now, by, percent = put(stated, place, value)
        before = now - way * by
        if before <= 0 or apart(percent, given := by / before * 100):
            return False
        if plainly and out_of_reach(percent, given, now, before):
            return False
        both = of_pair(replace(pair, now=now, before=now - way * by))
        said = change_rate(percent, change.qualifier)
        return agree(said, changed_by, *both) is Verdict.CONFIRMED

    found = find(stated, fits)
    digits = find is slips_of and places(change.percent) > 1
    return found or (other_digits_of(stated, fits) if digits else [])


def judge_unchanged(unchanged: Unchanged) -> Judgement:
    """Judge that a number stayed what it was."""
    pair = unchanged.pair
    if pair is None:
        return undecided(Doubt.NO_BASE)
    now, before = of_pair(pair)
    if now.possibly.meets(before.possibly):
        return CONFIRMED
    return Judgement(Verdict.CONTRADICTED, "text/unchanged", _both(pair))


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
        return CONFIRMED if stand else undecided(Doubt.VAGUE)
    # Only cutting off the factor and both numbers at once would make it right.
    mild = not any(one in (Verdict.CONTRADICTED, Verdict.NOT_EVALUATED) for one in found)
    if any(one is not Verdict.CONTRADICTED for one in found) and (stand or not mild):
        return undecided(Doubt.VAGUE)
    values = {
        **_both(change.pair),
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


def judge_criteria(criteria: AllCriteria) -> Judgement:
    """Judge that all criteria went one way against what each of them did."""
    if not criteria.changes:
        return undecided(Doubt.NO_CRITERIA)
    against = [item for item in criteria.changes if item.direction != criteria.direction]
    if against:
        values: dict[str, object] = {"direction": against[0].direction}
        return Judgement(Verdict.CONTRADICTED, "text/criteria", values)
    full = len(criteria.changes) == criteria.count
    return CONFIRMED if full else undecided(Doubt.NO_CRITERIA)


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
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED
    if verdict is Verdict.NOT_EVALUATED:
        return undecided(Doubt.VAGUE)
    values: dict[str, object] = {
        "stated": format_number(average.mean.value),
        "how": f"{format_number(average.total.value)}/{format_number(average.number.value)}",
        "computed": format_number(round_half_up(whole.number / many.number / scale, 2)),
    }
    if verdict is Verdict.CONTRADICTED:
        return Judgement(verdict, "text/average", values)
    if any(count.qualifier for count in (average.mean, average.total, average.number)):
        return undecided(Doubt.VAGUE)
    return off(verdict, values, "text/average")
