"""Parts and wholes: rates of parts, results against their plans."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from briefing.checking.statements.numbers import (
    agree,
    counted_by_ones,
    number,
    of_count,
    of_rate,
    out_of_reach,
    told_in_steps,
    told_roundly,
)
from briefing.checking.statements.verdicts import (
    CONFIRMED,
    Judgement,
    Verdict,
    apart,
    undecided,
)
from briefing.figures.doubts import Doubt
from briefing.figures.intervals import Interval, exact
from briefing.figures.printed import Formula, Printed, counted, difference, part_of
from briefing.figures.slips import (
    Find,
    longer_slips_of,
    other_digits_of,
    plain_slips_of,
    put,
    slips_of,
)
from briefing.figures.statements import Count, Fraction, Fulfilment, Rate
from briefing.vietnamese import format_number, format_percent, places, round_half_up

_FINEST = 8

_MANY = 100
"""From here on a part has digits enough that one put for another is looked for."""


def judge_fraction(fraction: Fraction) -> Judgement:
    """Judge the rate of a part of a whole."""
    if fraction.rate is None:
        return undecided(Doubt.NO_RATE)
    if not fraction.whole:
        return undecided(Doubt.NOTHING)
    if fraction.part == fraction.whole and not fraction.rate.percent:
        return undecided(Doubt.BASE)  # "kinh tế 8/8 vụ (0%)": as many as in the last period
    part = number(fraction.part, fraction.unit, fraction.qualifier)
    whole = number(fraction.whole, fraction.unit, fraction.whole_qualifier)
    stated = of_rate(fraction.rate)
    verdict = agree(stated, part_of, part, whole)
    computed = part.number / whole.number * 100
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED if _as_finely(fraction.rate, computed) else undecided(Doubt.VAGUE)
    if verdict is Verdict.NOT_EVALUATED:
        return undecided(Doubt.VAGUE)
    computed = fraction.part / fraction.whole * 100
    how = f"{format_number(fraction.part)}/{format_number(fraction.whole)}"
    judged = off(verdict, rates(fraction.rate, computed, how), "text/stated-rate")
    if verdict is not Verdict.CONTRADICTED:
        return judged
    plainly = _slips(fraction, plain_slips_of)
    slips = plainly or _slips(fraction, longer_slips_of)
    plain = bool(plainly) or _rate_slip(fraction)
    values = {**judged.values, "near": slips[0] if len(slips) == 1 else None}
    far = apart(fraction.rate.percent, computed)
    rough = not _sharp(part, whole)
    # No part is more than its whole, so the numbers are off even where they are not far apart.
    looked_for = far or fraction.part > fraction.whole or fraction.part >= _MANY
    digit = looked_for and not slips and bool(_slips(fraction, other_digits_of))
    mild = told_roundly(fraction.rate.percent, float(computed), fraction.part, fraction.whole)
    mild = mild or told_in_steps(fraction.rate.percent, float(computed))
    return replace(
        judged,
        values=values,
        far=far,
        slip=bool(slips),
        digit=digit,
        plain=plain,
        rough=rough,
        mild=mild,
    )


def _as_finely(rate: Rate, computed: Decimal) -> bool:
    """Whether a vague rate is as near as its decimals say: ``khoảng 30,02%`` is none of 33,02%."""
    fine = bool(rate.qualifier) and places(rate.percent) > 0
    return not fine or abs(rate.percent - computed) <= 1


def _slips(fraction: Fraction, find: Find) -> list[str]:
    """Return the numbers that fit if one digit was typed wrong, as they would be written."""
    rate, unit = fraction.rate, fraction.unit
    if rate is None:
        return []
    stated = [fraction.part, fraction.whole, rate.percent]
    plainly = not (rate.qualifier or fraction.qualifier or fraction.whole_qualifier)
    entire = counted_by_ones(unit)

    def fits(place: int, value: Decimal) -> bool:
        part, whole, percent = put(stated, place, value)
        if not whole or ((part > whole or percent > 100) and fraction.part <= fraction.whole):
            return False
        given = float(part) / float(whole) * 100
        if apart(float(percent), given) or (plainly and out_of_reach(percent, given, part, whole)):
            return False
        if entire and place < 2 and value != value.to_integral_value():
            return False
        said = of_rate(replace(rate, percent=percent))
        both = (
            number(part, unit, fraction.qualifier),
            number(whole, unit, fraction.whole_qualifier),
        )
        return agree(said, part_of, *both) is Verdict.CONFIRMED

    found = find(stated, fits)
    # The part is what slips most; a whole or a rate is offered where no part fits.
    least = min((place for place, _ in found), default=0)
    return [_written(stated, place, value) for place, value in found if place == least]


def _sharp(part: Printed, whole: Printed) -> bool:
    """Whether two numbers allow hardly more than one rate."""
    if not part.number or not whole.number:
        return False
    given = part_of(part.possibly, whole.possibly)
    low, high = float(given.low), float(given.high)
    return high - low <= _CLOSELY * high


_CLOSELY = 0.03
"""How far apart, of themselves, the rates may be that two numbers allow."""

_FINE = 2
"""Places of a rate from which on one digit put for another hardly makes it fit by chance."""


_SHARP = 0.2
"""How far apart the rates that two numbers allow may be where a digit of the rate is to tell."""


def _rate_slip(fraction: Fraction) -> bool:
    """Whether one digit of a finely stated rate, put for another, makes it fit."""
    rate, unit = fraction.rate, fraction.unit
    if rate is None or places(rate.percent) < _FINE or fraction.part > fraction.whole:
        return False
    if abs(rate.percent - fraction.part / fraction.whole * 100) < 1:
        return False  # so near by, it is as likely the rate of a slightly other whole
    part = number(fraction.part, unit, fraction.qualifier)
    whole = number(fraction.whole, unit, fraction.whole_qualifier)

    given = part_of(part.possibly, whole.possibly)
    if float(given.high) - float(given.low) > _SHARP:
        return False  # rounded numbers fit one rate or another

    def fits(_: int, value: Decimal) -> bool:
        said = of_rate(replace(rate, percent=value))
        return agree(said, part_of, part, whole) is Verdict.CONFIRMED

    return bool(other_digits_of([rate.percent], fits))


def _written(stated: list[Decimal], place: int, value: Decimal) -> str:
    if place == 2:
        return format_percent(value)
    part, whole, _ = put(stated, place, value)
    return f"{format_number(part)}/{format_number(whole)}"


def rates(rate: Rate, given: Decimal, how: str) -> dict[str, object]:
    """Return what a finding says of a rate: as stated, as computed, and from which numbers."""
    said = f"{rate.qualifier} " if rate.qualifier else ""
    decimals = max(places(rate.percent), 1 if rate.qualifier else 0)
    computed = round_half_up(given, decimals)
    while computed in (0, 100) and computed != given and decimals < _FINEST:
        decimals += 1
        computed = round_half_up(given, decimals)
    return {
        "stated": said + format_percent(rate.percent),
        "computed": format_percent(computed),
        "how": how,
    }


def off(verdict: Verdict, values: dict[str, object], rule: str) -> Judgement:
    """Return what is told of a number that is off: cut, by a unit of its last place, or wrong."""
    if verdict is Verdict.ROUNDED_OTHERWISE:
        return Judgement(verdict, "text/rounding", values)
    if verdict is Verdict.LAST_DIGIT:
        return Judgement(verdict, "text/last-digit", values)
    return Judgement(verdict, rule, values)


def judge_fulfilment(plan: Fulfilment) -> Judgement:
    """Judge how far a result is said to reach its plan."""
    reached, aimed = of_count(plan.reached), _target(plan.aimed)
    if not aimed.number:
        return undecided(Doubt.NOTHING)
    if plan.rate is None:
        return _beyond_by(plan, reached, aimed)
    verdict = agree(of_rate(plan.rate), _formula(plan), reached, aimed)
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED
    if verdict is Verdict.NOT_EVALUATED:
        return undecided(Doubt.VAGUE)
    computed = reached.number / aimed.number * 100 - (100 if plan.above else 0)
    how = f"{format_number(plan.reached.value)}/{format_number(plan.aimed.value)}"
    judged = off(verdict, rates(plan.rate, computed, how), "text/stated-rate")
    far = apart(plan.rate.percent, computed)
    plain = _plan_slip(plan, plain_slips_of)
    slip = far and _plan_slip(plan)
    digit = far and not slip and _plan_slip(plan, other_digits_of)
    operands = plan.reached.value, plan.aimed.value
    mild = told_roundly(plan.rate.percent, float(computed), *operands, grown=plan.above)
    return replace(judged, far=far, slip=slip, digit=digit, plain=plain, mild=mild)


def _target(aimed: Count) -> Printed:
    """Return a target; one in percent is set, not measured, so it is exactly what it says."""
    return counted(aimed.value) if aimed.unit == "%" and not aimed.qualifier else of_count(aimed)


def _formula(plan: Fulfilment) -> Formula:
    return _beyond if plan.above else part_of


def _beyond(reached: Interval, aimed: Interval) -> Interval:
    return part_of(reached, aimed) - exact(100)


def _plan_slip(plan: Fulfilment, find: Find = slips_of) -> bool:
    """Whether one wrong digit explains a rate that is far from what a plan gives."""
    if plan.rate is None:
        return False
    stated = [plan.reached.value, plan.aimed.value, plan.rate.percent]

    def fits(place: int, value: Decimal) -> bool:
        one, other, percent = put(stated, place, value)
        if not other or (not plan.above and apart(percent, one / other * 100)):
            return False
        both = (
            of_count(replace(plan.reached, value=one)),
            of_count(replace(plan.aimed, value=other)),
        )
        return agree(of_rate(Rate(percent)), _formula(plan), *both) is Verdict.CONFIRMED

    return bool(find(stated, fits))


def _beyond_by(plan: Fulfilment, reached: Printed, aimed: Printed) -> Judgement:
    """Judge by how much a plan was passed or missed."""
    if plan.amount is None:
        return undecided(Doubt.NO_RATE)
    verdict = agree(of_count(plan.amount), difference, reached, aimed)
    if _other_way(plan, reached, aimed):
        return Judgement(Verdict.CONTRADICTED, "text/direction", _sides(plan))
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED
    if verdict is Verdict.NOT_EVALUATED:
        return undecided(Doubt.VAGUE)
    gap = abs(reached.number - aimed.number)
    values: dict[str, object] = {
        "now": format_number(plan.reached.value),
        "before": format_number(plan.aimed.value),
        "difference": format_number(abs(plan.reached.value - plan.aimed.value)),
        "stated": format_number(plan.amount.value),
    }
    far = apart(of_count(plan.amount).number, gap)
    slip = _beyond_slip(plan, plan.amount, plain_slips_of)
    digit = far and not slip and _beyond_slip(plan, plan.amount, other_digits_of)
    return replace(off_difference(verdict, values), far=far, slip=slip, digit=digit)


def _beyond_slip(plan: Fulfilment, amount: Count, find: Find) -> bool:
    """Whether one wrong digit explains by how much a plan was missed."""

    def fits(place: int, value: Decimal) -> bool:
        one, other, by = put(stated, place, value)
        both = (
            of_count(replace(plan.reached, value=one)),
            of_count(replace(plan.aimed, value=other)),
        )
        return agree(of_count(replace(amount, value=by)), difference, *both) is Verdict.CONFIRMED

    stated = [plan.reached.value, plan.aimed.value, amount.value]
    return bool(find(stated, fits))


def _sides(plan: Fulfilment) -> dict[str, object]:
    reached, aimed = plan.reached.value, plan.aimed.value
    return {"now": format_number(reached), "before": format_number(aimed)}


def _other_way(plan: Fulfilment, reached: Printed, aimed: Printed) -> bool:
    """Whether a result that is said to be above its plan is surely below, or the other way."""
    below, above = (reached, aimed) if plan.above else (aimed, reached)
    return below.number < above.number and below.possibly.high <= above.possibly.low


def off_difference(verdict: Verdict, values: dict[str, object]) -> Judgement:
    """Return what is told of a difference that is not what two numbers give."""
    if verdict is Verdict.CONTRADICTED:
        return Judgement(verdict, "text/difference", values)
    cut = verdict is Verdict.ROUNDED_OTHERWISE
    rule = "text/difference-cut" if cut else "text/difference-digit"
    return Judgement(verdict, rule, values)
