"""Parts and wholes: rates, totals, percentages to a hundred, plans."""

from __future__ import annotations

from decimal import Decimal

from briefing.checking.statements.numbers import agree, number, of_count, of_rate
from briefing.figures.slips import only_slip
from briefing.checking.statements.verdicts import CONFIRMED, Judgement, Verdict, undecided
from briefing.figures.intervals import Interval, exact
from briefing.figures.printed import Printed, difference, part_of, total
from briefing.figures.statements import Fraction, Fulfilment, Parts, Percents, Rate
from briefing.vietnamese import format_number, format_percent, places, round_half_up


def judge_fraction(fraction: Fraction) -> Judgement:
    """Judge the rate of a part of a whole."""
    if fraction.rate is None:
        return undecided("no-rate")
    if not fraction.whole:
        return undecided("nothing")
    part = number(fraction.part, fraction.unit, fraction.qualifier)
    whole = number(fraction.whole, fraction.unit, fraction.whole_qualifier)
    stated = of_rate(fraction.rate)
    verdict = agree(stated, part_of, part, whole)
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED
    if verdict is Verdict.NOT_EVALUATED:
        return undecided("vague")
    computed = fraction.part / fraction.whole * 100
    how = f"{format_number(fraction.part)}/{format_number(fraction.whole)}"
    values = rates(fraction.rate, computed, how)
    if verdict is Verdict.CONTRADICTED:
        values["near"] = _slip(fraction)
    return off(verdict, values, "text/stated-rate")


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


_FINEST = 8


def off(verdict: Verdict, values: dict[str, object], rule: str) -> Judgement:
    """Return what is told of a number that is off: cut, by a unit of its last place, or wrong."""
    if verdict is Verdict.ROUNDED_OTHERWISE:
        return Judgement(verdict, "text/rounding", values)
    if verdict is Verdict.LAST_DIGIT:
        return Judgement(verdict, "text/last-digit", values)
    return Judgement(verdict, rule, values)


def _slip(fraction: Fraction) -> str | None:
    """Return the numbers that fit if one digit was typed wrong."""
    rate, unit = fraction.rate, fraction.unit
    if rate is None or rate.qualifier or fraction.qualifier or fraction.whole_qualifier:
        return None
    stated = of_rate(rate)
    part, whole = number(fraction.part, unit), number(fraction.whole, unit)

    def confirms(one: Printed, other: Printed, said: Printed = stated) -> bool:
        return agree(said, part_of, one, other) is Verdict.CONFIRMED

    swapped = only_slip(
        fraction.part,
        lambda value: value <= fraction.whole and confirms(number(value, unit), whole),
    )
    if swapped is not None:
        return f"{format_number(swapped)}/{format_number(fraction.whole)}"
    swapped = only_slip(
        fraction.whole,
        lambda value: value >= fraction.part and confirms(part, number(value, unit)),
    )
    if swapped is not None:
        return f"{format_number(fraction.part)}/{format_number(swapped)}"
    swapped = only_slip(
        rate.percent, lambda value: value <= 100 and confirms(part, whole, of_rate(Rate(value)))
    )
    return None if swapped is None else format_percent(swapped)


def judge_parts(parts: Parts) -> Judgement:
    """Judge a total against its parts; some of its parts may be less, never more."""
    stated = of_count(parts.total)
    given = [of_count(part) for part in parts.parts]
    verdict = agree(stated, total, *given)
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED
    if verdict is Verdict.NOT_EVALUATED:
        return undecided("vague")
    added = sum((part.number for part in given), Decimal(0))
    if not parts.complete and added < stated.number:
        return undecided("some-parts")
    scale = stated.number / parts.total.value if parts.total.value else Decimal(1)
    values: dict[str, object] = {
        "parts": " + ".join(format_number(part.value) for part in parts.parts),
        "sum": format_number(_trimmed(added / scale)),
        "total": format_number(parts.total.value),
    }
    return off_sum(verdict, values)


def off_sum(verdict: Verdict, values: dict[str, object]) -> Judgement:
    """Return what is told of a sum that is not its total."""
    if verdict is Verdict.CONTRADICTED:
        return Judgement(verdict, "text/sum", values)
    return Judgement(Verdict.LAST_DIGIT, "text/sum-rounding", values)


def _trimmed(value: Decimal) -> Decimal:
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
        return undecided("vague")
    added = sum((rate.percent for rate in percents.parts), Decimal(0))
    values: dict[str, object] = {
        "parts": " + ".join(format_percent(rate.percent) for rate in percents.parts),
        "sum": format_percent(added),
        "total": "100%",
    }
    return off_sum(verdict, values)


def judge_fulfilment(plan: Fulfilment) -> Judgement:
    """Judge how far a result is said to reach its plan."""
    reached, aimed = of_count(plan.reached), of_count(plan.aimed)
    if not aimed.number:
        return undecided("nothing")
    if plan.rate is None:
        return _beyond_by(plan, reached, aimed)
    formula = _beyond if plan.above else part_of
    verdict = agree(of_rate(plan.rate), formula, reached, aimed)
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED
    if verdict is Verdict.NOT_EVALUATED:
        return undecided("vague")
    computed = reached.number / aimed.number * 100 - (100 if plan.above else 0)
    how = f"{format_number(plan.reached.value)}/{format_number(plan.aimed.value)}"
    return off(verdict, rates(plan.rate, computed, how), "text/stated-rate")


def _beyond(reached: Interval, aimed: Interval) -> Interval:
    return part_of(reached, aimed) - exact(100)


def _beyond_by(plan: Fulfilment, reached: Printed, aimed: Printed) -> Judgement:
    """Judge by how much a plan was passed or missed."""
    if plan.amount is None:
        return undecided("no-rate")
    verdict = agree(of_count(plan.amount), difference, reached, aimed)
    if verdict is Verdict.CONFIRMED:
        return CONFIRMED
    if verdict is Verdict.NOT_EVALUATED:
        return undecided("vague")
    values: dict[str, object] = {
        "now": format_number(plan.reached.value),
        "before": format_number(plan.aimed.value),
        "difference": format_number(abs(plan.reached.value - plan.aimed.value)),
        "stated": format_number(plan.amount.value),
    }
    return off_difference(verdict, values)


def off_difference(verdict: Verdict, values: dict[str, object]) -> Judgement:
    """Return what is told of a difference that is not what two numbers give."""
    if verdict is Verdict.CONTRADICTED:
        return Judgement(verdict, "text/difference", values)
    cut = verdict is Verdict.ROUNDED_OTHERWISE
    rule = "text/difference-cut" if cut else "text/difference-digit"
    return Judgement(verdict, rule, values)
