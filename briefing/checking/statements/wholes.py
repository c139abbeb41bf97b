"""Parts and wholes: rates, totals, percentages to a hundred, plans."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction as Exact

from briefing.checking.statements.numbers import agree, number, of_count, of_rate, out_of_reach
from briefing.checking.statements.verdicts import (
    CONFIRMED,
    Judgement,
    Verdict,
    apart,
    undecided,
)
from briefing.figures.doubts import Doubt
from briefing.figures.intervals import Interval, exact
from briefing.figures.printed import Formula, Printed, counted, difference, part_of, total
from briefing.figures.slips import Find, other_digits_of, plain_slips_of, put, slips_of
from briefing.figures.statements import Count, Fraction, Fulfilment, Parts, Percents, Rate
from briefing.figures.text.units import same_base, scale_of
from briefing.vietnamese import format_number, format_percent, places, round_half_up

_FINEST = 8


def judge_fraction(fraction: Fraction) -> Judgement:
    """Judge the rate of a part of a whole."""
    if fraction.rate is None:
        return undecided(Doubt.NO_RATE)
    if not fraction.whole:
        return undecided(Doubt.NOTHING)
    part = number(fraction.part, fraction.unit, fraction.qualifier)
    whole = number(fraction.whole, fraction.unit, fraction.whole_qualifier)
    stated = of_rate(fraction.rate)
    verdict = agree(stated, part_of, part, whole)
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED
    if verdict is Verdict.NOT_EVALUATED:
        return undecided(Doubt.VAGUE)
    computed = fraction.part / fraction.whole * 100
    how = f"{format_number(fraction.part)}/{format_number(fraction.whole)}"
    judged = off(verdict, rates(fraction.rate, computed, how), "text/stated-rate")
    if verdict is not Verdict.CONTRADICTED:
        return judged
    slips = _slips(fraction)
    plain = (bool(slips) and bool(_slips(fraction, plain_slips_of))) or _rate_slip(fraction)
    values = {**judged.values, "near": slips[0] if len(slips) == 1 else None}
    far = apart(fraction.rate.percent, computed)
    return replace(judged, values=values, far=far, slip=bool(slips), plain=plain)


def _slips(fraction: Fraction, find: Find = slips_of) -> list[str]:
    """Return the numbers that fit if one digit was typed wrong, as they would be written."""
    rate, unit = fraction.rate, fraction.unit
    if rate is None:
        return []
    stated = [fraction.part, fraction.whole, rate.percent]
    plainly = not (rate.qualifier or fraction.qualifier or fraction.whole_qualifier)

    def fits(place: int, value: Decimal) -> bool:
        part, whole, percent = put(stated, place, value)
        if not whole or ((part > whole or percent > 100) and fraction.part <= fraction.whole):
            return False
        given = part / whole * 100
        if apart(percent, given) or (plainly and out_of_reach(percent, given, part, whole)):
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


def judge_parts(parts: Parts) -> Judgement:
    """Judge a total against its parts; some of its parts may be less, never more."""
    stated = of_count(parts.total)
    given = [of_count(part) for part in parts.parts]
    verdict = agree(stated, total, *given)
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED
    if verdict is Verdict.NOT_EVALUATED:
        return undecided(Doubt.VAGUE)
    added = sum((part.number for part in given), Decimal(0))
    # "trong đó" need not name all parts; but if two digits swapped make the sum, they were.
    vague = any(count.qualifier for count in (parts.total, *parts.parts))
    if vague and added == stated.number:
        return undecided(Doubt.VAGUE)  # "hơn 3.400 người, gồm 1.200 và 2.200"
    telling = stated.number >= (_SOME if parts.complete else _TELLING)
    telling = telling and (parts.complete or not _all_round(parts))
    typed = (not vague and _total_slip(parts)) or (telling and _sum_slip(parts, plain_slips_of))
    if not parts.complete and added < stated.number and not typed:
        return undecided(Doubt.SOME_PARTS)
    scale = stated.number / parts.total.value if parts.total.value else Decimal(1)
    values: dict[str, object] = {
        "parts": " + ".join(_shown(part, parts.total) for part in parts.parts),
        "sum": format_number(trimmed(added / scale)),
        "total": format_number(parts.total.value),
    }
    judged = off_sum(verdict, values)
    far = apart(stated.number, added)
    # "trong đó" may name things that overlap, and what is called otherwise may be something else.
    alike = all(same_base(part.unit, parts.total.unit) for part in parts.parts)
    slip = _sum_slip(parts, plain_slips_of if vague else slips_of)
    # A list may leave parts out, and its parts may overlap, unless one wrong digit explains it.
    mild = not (parts.complete and alike and slip)
    plain = telling and _sum_slip(parts, plain_slips_of)
    return replace(
        judged,
        far=far,
        slip=far and slip,
        plain=plain,
        mild=mild,
    )


def _all_round(parts: Parts) -> bool:
    """Whether all numbers are round, so that a nought more or less makes them fit by chance."""
    counts = (parts.total, *parts.parts)
    return all(len(count.value.normalize().as_tuple().digits) == 1 for count in counts)


_SOME = 20
"""The same where a list is said to be all of its total."""

_TELLING = 100
"""From here on one swapped or shifted digit hardly makes a sum right by chance."""


def _shown(part: Count, whole: Count) -> str:
    scaled = part.unit != whole.unit and part.unit.split(" ")[0] in ("tỷ", "triệu", "nghìn", "ngàn")
    return f"{format_number(part.value)} {part.unit}" if scaled else format_number(part.value)


def _total_slip(parts: Parts) -> bool:
    """Whether two digits swapped or a point shifted in the total make it the sum."""
    given = [of_count(part) for part in parts.parts]

    def fits(_: int, value: Decimal) -> bool:
        whole = of_count(replace(parts.total, value=value))
        return agree(whole, total, *given) is Verdict.CONFIRMED

    return bool(plain_slips_of([parts.total.value], fits))


def _sum_slip(parts: Parts, find: Find = slips_of) -> bool:
    """Whether one wrong digit explains a sum that is far from its total."""
    stated = [parts.total, *parts.parts]
    counts = [of_count(count) for count in stated]
    signs = (-1, *(1 for _ in parts.parts))
    off_by = sum((sign * one.number for sign, one in zip(signs, counts, strict=True)), Decimal(0))
    vague = any(count.qualifier for count in stated)
    # A digit more makes a rounded number ten times as wide.
    slack = 10 * sum(map(_width, counts), Exact(0))
    scales = [scale_of(count.unit) for count in stated]

    def fits(place: int, value: Decimal) -> bool:
        by = (value - stated[place].value).scaleb(scales[place])
        if not vague and abs(off_by + signs[place] * by) > slack:
            return False
        if vague:
            # Around a vague number much would fit; only the very number shows what was meant.
            return off_by + signs[place] * by == 0
        one = of_count(replace(stated[place], value=value))
        changed = [*counts[:place], one, *counts[place + 1 :]]
        return agree(changed[0], total, *changed[1:]) is Verdict.CONFIRMED

    return bool(find([count.value for count in stated], fits))


def _width(one: Printed) -> Exact:
    """Return how far apart the ends of what a number may be are; a vague one has no say in it."""
    low, high = one.possibly.low, one.possibly.high
    return Exact(0) if isinstance(low, float) or isinstance(high, float) else high - low


def off_sum(verdict: Verdict, values: dict[str, object]) -> Judgement:
    """Return what is told of a sum that is not its total."""
    if verdict is Verdict.CONTRADICTED:
        return Judgement(verdict, "text/sum", values)
    return Judgement(Verdict.LAST_DIGIT, "text/sum-rounding", values)


def trimmed(value: Decimal) -> Decimal:
    """Return a number without zeros at its end."""
    plain = value.normalize()
    return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain


def judge_percents(percents: Percents) -> Judgement:
    """Judge percentages that should make a hundred together."""
    given = [of_rate(rate) for rate in percents.parts]
    hundred = number(Decimal(100), "%")
    verdict = agree(hundred, total, *given)
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED
    if verdict is Verdict.NOT_EVALUATED:
        return undecided(Doubt.VAGUE)
    added = sum((rate.percent for rate in percents.parts), Decimal(0))
    values: dict[str, object] = {
        "parts": " + ".join(format_percent(rate.percent) for rate in percents.parts),
        "sum": format_percent(added),
        "total": "100%",
    }
    far = abs(added - 100) > _FAR
    # Two percentages that are far from a hundred fit by a nought more: 10% and 9%.
    slip = (not far or len(given) > _TWO) and _percent_slip(percents)
    # A third group may go unnamed ("64% và 34% còn lại"), so only a slip makes an error of it.
    return replace(off_sum(verdict, values), far=far, slip=slip, plain=slip, mild=not slip)


_TWO = 2

_FAR = 10
"""By how much a sum misses a hundred that was hardly meant to make one."""


def _percent_slip(percents: Percents) -> bool:
    stated = [rate.percent for rate in percents.parts]

    def fits(place: int, value: Decimal) -> bool:
        return sum(put(stated, place, value)) == 100

    return bool(plain_slips_of(stated, fits))


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
    return replace(judged, far=far, slip=far and _plan_slip(plan))


def _target(aimed: Count) -> Printed:
    """Return a target; one in percent is set, not measured, so it is exactly what it says."""
    return counted(aimed.value) if aimed.unit == "%" and not aimed.qualifier else of_count(aimed)


def _formula(plan: Fulfilment) -> Formula:
    return _beyond if plan.above else part_of


def _beyond(reached: Interval, aimed: Interval) -> Interval:
    return part_of(reached, aimed) - exact(100)


def _plan_slip(plan: Fulfilment) -> bool:
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

    return bool(slips_of(stated, fits))


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
    return replace(off_difference(verdict, values), far=far, slip=_beyond_slip(plan, plan.amount))


def _beyond_slip(plan: Fulfilment, amount: Count) -> bool:
    """Whether two digits swapped or a point shifted explain by how much a plan was missed."""

    def fits(place: int, value: Decimal) -> bool:
        one, other, by = put(stated, place, value)
        both = (
            of_count(replace(plan.reached, value=one)),
            of_count(replace(plan.aimed, value=other)),
        )
        return agree(of_count(replace(amount, value=by)), difference, *both) is Verdict.CONFIRMED

    stated = [plan.reached.value, plan.aimed.value, amount.value]
    return bool(plain_slips_of(stated, fits))


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
