"""Changes between two periods: their way, their amount, their percentage."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from briefing.checking.statements.numbers import (
    agree,
    change_rate,
    number,
    of_count,
    out_of_reach,
    told_in_steps,
    told_in_zeros,
    told_roundly,
)
from briefing.checking.statements.verdicts import (
    CONFIRMED,
    Judgement,
    Verdict,
    apart,
    undecided,
)
from briefing.checking.statements.wholes import off, off_difference, rates
from briefing.figures.doubts import Doubt
from briefing.figures.printed import (
    Printed,
    changed_by,
    difference,
    part_of,
)
from briefing.figures.slips import Find, other_digits_of, plain_slips_of, put, slips_of
from briefing.figures.statements import (
    AllCriteria,
    Change,
    Count,
    Pair,
    Rate,
    Unchanged,
)
from briefing.figures.text.units import scale_of
from briefing.vietnamese import (
    format_number,
    format_percent,
    places,
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
    values = both_of(pair)
    if (way := _way(now, before)) and way != change.direction:
        # A word alone may turn what the numbers count: "từ 47 xuống 500 bảng đổi một USD".
        bare = change.amount is None and change.percent is None
        far = _of_others(change, now, before)
        # "tăng 15%, đạt 552 tỷ đồng so với 840 tỷ đồng": two digits of 480 changed place.
        plain = bool(_slips(change, pair, plain_slips_of)) or _turned(change, pair, plain_slips_of)
        digit = far and not plain and _turned(change, pair, other_digits_of)
        return Judgement(
            Verdict.CONTRADICTED,
            "text/direction",
            values,
            far=far,
            digit=digit,
            plain=plain,
            mild=bare,
        )
    if change.amount is None and change.percent is None:
        return CONFIRMED if way else undecided(Doubt.VAGUE)
    found = [
        one
        for one in (_amount(change.amount, pair, now, before), _percent(change, now, before))
        if one is not None
    ]
    return min(found, key=_gravity)


def _turned(change: Change, pair: Pair, find: Find) -> bool:
    """Whether one wrong digit of two numbers that went the other way makes their difference."""
    amount, way = change.amount, change.direction
    return (
        amount is not None and _many_digits(amount, pair) and _amount_slip(amount, pair, find, way)
    )


def _many_digits(amount: Count, pair: Pair) -> bool:
    """Whether both periods have so many digits that a slip hardly makes their difference right."""
    if places(pair.now):
        told = (pair.now, pair.before, amount.value)
        return sum(len(value.as_tuple().digits) for value in told) >= _TOGETHER
    return len(pair.now.as_tuple().digits) >= _DIGITS


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


def both_of(pair: Pair) -> dict[str, object]:
    """Return what a finding says of two periods: both numbers and their difference."""
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
    judged = off_difference(verdict, {**both_of(pair), "stated": format_number(amount.value)})
    far = apart(stated.number, now.number - before.number)
    plain = _many_digits(amount, pair) and _amount_slip(amount, pair, plain_slips_of)
    slip = far and _amount_slip(amount, pair)
    digit = far and not slip and _amount_slip(amount, pair, other_digits_of)
    roundly = told_in_zeros(amount.value, pair.now - pair.before, pair.now, pair.before)
    return replace(judged, far=far, slip=slip, digit=digit, plain=plain, mild=roundly)


_DIGITS = 3
"""Digits from which on one swapped or shifted one hardly makes a difference right by chance."""


_TOGETHER = 8
"""The same of measures, whose digits in all three numbers count."""


def _amount_slip(amount: Count, pair: Pair, find: Find = slips_of, way: str = "") -> bool:
    """Whether one wrong digit makes a difference right; ``way`` is the one that it must go."""
    stated = [pair.now, pair.before, amount.value]

    def fits(place: int, value: Decimal) -> bool:
        one, other, by = put(stated, place, value)
        if way and (one > other) != (way == "tăng"):
            return False
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
    if change.amount is not None and not points:
        found.append(_of_amount(stated, change.amount, now, before))
    verdict = min(found, key=_LENIENT.index)
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED
    if verdict is Verdict.NOT_EVALUATED:
        return undecided(Doubt.VAGUE)
    if points:
        stated_points = {"stated": format_number(change.percent)}
        return off_difference(verdict, {**both_of(change.pair), **stated_points})
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
    digit = far and not slips and bool(_slips(change, pair, other_digits_of))
    if change.amount is None:
        mild = told_roundly(change.percent, float(given), pair.now, pair.before, grown=True)
    else:
        mild = told_roundly(change.percent, float(given), change.amount.value, digits=2)
    mild = mild or told_in_steps(change.percent, float(given)) or not _plainly(change, pair)
    return replace(
        judged, values=values, far=far, slip=bool(slips), digit=digit, plain=plain, mild=mild
    )


def _of_amount(stated: Printed, amount: Count, now: Printed, before: Printed) -> Verdict:
    """Return whether an amount is so much of the earlier number, by the places of the amount.

    ``giảm 1,8 USD, tương đương 0,2%, còn 1.217,30 USD``: the amount may be 1,84 USD.
    """
    by = of_count(amount)
    if by.vague or by.number != abs(now.number - before.number):
        return Verdict.CONTRADICTED
    return agree(stated, part_of, by, before)


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
        given = abs(float(one) / float(other) - 1) * 100
        if apart(float(percent), given):
            return False
        if plainly and out_of_reach(percent, given, one, other, grown=True):
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
        if before <= 0:
            return False
        given = float(by) / float(before) * 100
        if apart(float(percent), given):
            return False
        if plainly and out_of_reach(percent, given, now, before, grown=True):
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
    return Judgement(Verdict.CONTRADICTED, "text/unchanged", both_of(pair))


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
