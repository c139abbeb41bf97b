"""Totals and their parts, and percentages to a hundred."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction as Exact

from briefing.checking.statements.numbers import agree, number, of_count, of_rate
from briefing.checking.statements.verdicts import (
    CONFIRMED,
    Judgement,
    Verdict,
    apart,
    undecided,
)
from briefing.figures.doubts import Doubt
from briefing.figures.printed import Printed, total
from briefing.figures.slips import Find, Fits, other_digits_of, plain_slips_of, put, slips_of
from briefing.figures.statements import Count, Parts, Percents
from briefing.figures.text.units import PERSONS, base_of, counted, same_base, scale_of
from briefing.vietnamese import format_number, format_percent, places


def judge_parts(parts: Parts) -> Judgement:
    """Judge a total against its parts; some of its parts may be less, never more."""
    stated = of_count(parts.total)
    given = [of_count(part) for part in parts.parts]
    verdict = agree(stated, total, *given)
    added = sum((part.number for part in given), Decimal(0))
    if verdict is Verdict.CONFIRMED:
        # "khoảng 173 doanh nghiệp, trong đó 56 …, 117 …" is meant to the last digit that is told.
        return CONFIRMED if _as_told(parts, stated, added) else undecided(Doubt.VAGUE)
    if verdict is Verdict.NOT_EVALUATED:
        return undecided(Doubt.VAGUE)
    # "trong đó" need not name all parts; but if two digits swapped make the sum, they were.
    vague = any(one.vague for one in (stated, *given))
    if vague and added == stated.number:
        return undecided(Doubt.VAGUE)  # "hơn 3.400 người, gồm 1.200 và 2.200"
    # No part is more than its total: "22 tin báo, trong đó làm rõ 81 tin, đang giải quyết 4 tin".
    over = not vague and any(part.number > stated.number for part in given)
    telling = stated.number >= (_SOME if parts.complete or over else _TELLING)
    telling = telling and (parts.complete or not _all_round(parts))
    total_typed = not vague and telling and _total_slip(parts)
    typed = total_typed or (telling and _sum_slip(parts, plain_slips_of))
    if not vague and added > stated.number >= _SOME and not _all_round(parts):
        typed = typed or _sum_slip(parts, plain_slips_of)
        typed = typed or (over and _sum_slip(parts, _long_digits_of))
    many = stated.number >= _FINELY * sum(map(_width, (stated, *given)), Exact(0))
    many = many and stated.number >= _MANY and not vague
    many = many or (parts.opposite and stated.number >= _TELLING and not vague)
    typed = typed or (many and not _all_round(parts) and _sum_slip(parts, other_digits_of))
    # Two parts that leave no third may be less than all, never more.
    passed = parts.opposite and not vague and stated.number < added <= 2 * stated.number
    typed = typed or passed
    if not parts.complete and not typed and (parts.opposite or added < stated.number):
        return undecided(Doubt.SOME_PARTS)
    scale = stated.number / parts.total.value if parts.total.value else Decimal(1)
    two = len(parts.parts) == len(("one", "other"))
    measured = not counted(parts.total.unit)
    # "44 ngân hàng, trong đó 38 nộp thuế …, 7 nhờ thu", "tổng tài sản 52 tỷ đồng, trong đó tiền
    # gửi 32 tỷ đồng; cho vay 25 tỷ đồng": the same money is owed and lent.
    money = base_of(parts.total.unit) in _MONEY
    if two and not parts.complete and not typed and (money or stated.number < _TELLING):
        return undecided(Doubt.OVERLAP)
    if measured and added < stated.number and not typed:
        return undecided(Doubt.SOME_PARTS)  # "tài sản 387 tỷ, bao gồm hàng tồn kho 200 tỷ, …"
    values: dict[str, object] = {
        "parts": " + ".join(_shown(part, parts.total) for part in parts.parts),
        "sum": format_number(trimmed(added / scale)),
        "total": format_number(parts.total.value),
    }
    judged = off_sum(verdict, values)
    # "trong đó" may name things that overlap, and what is called otherwise may be something else.
    slip = _sum_slip(parts, plain_slips_of if vague else slips_of)
    plain = telling and (vague or _exact(stated)) and _sum_slip(parts, plain_slips_of)
    if vague and not plain:
        return undecided(Doubt.VAGUE)  # "ít nhất 400 người, gồm 303 …, 75 …"
    gap = abs(added - stated.number)
    whole = [_same(part.unit, parts.total.unit) for part in parts.parts]
    if why := _left_open(parts, gap, whole, plain=plain):
        return undecided(why)
    explained = (parts.complete or parts.opposite) and stated.number >= _TELLING
    explained = explained and telling and not vague and _sum_slip(parts, _long_digits_of)
    far = apart(stated.number, added) or (gap > _MOST * stated.number and not _within(parts))
    far = far and not explained and not passed
    # A list may leave parts out, and its parts may overlap, unless one wrong digit explains it.
    certain = plain or (slip and stated.number >= _MANY)
    return replace(
        judged,
        far=far,
        slip=far and slip and (certain or total_typed),
        plain=plain,
        mild=not (parts.complete and all(whole) and certain),
    )


def _same(one: str, other: str) -> bool:
    """Whether two units are of one kind; persons are called otherwise at each stage of a case."""
    return same_base(one, other) or {one, other} <= PERSONS


def _left_open(parts: Parts, gap: Decimal, whole: list[bool], *, plain: bool) -> str:
    """Return why a sum that is off tells nothing; ``whole`` says which parts count what all do."""
    # "120 đảng viên, trong đó có 60 cấp ủy viên; 40 tổ chức và 110 …": few are of what all are.
    few = 2 * sum(whole) <= len(whole)
    if any(whole) and not all(whole) and (few or not plain):
        return Doubt.OVERLAP
    return Doubt.VAGUE if not plain and _rounded(parts, gap) else ""


def _as_told(parts: Parts, stated: Printed, added: Decimal) -> bool:
    """Whether a sum is a vague total to the last digit of it that is no nought."""
    if not stated.vague or any(part.qualifier for part in parts.parts):
        return True
    last = parts.total.value.normalize().as_tuple().exponent
    unit = Decimal(1).scaleb((last if isinstance(last, int) else 0) + scale_of(parts.total.unit))
    return abs(added - stated.number) <= unit


_MONEY = ("đồng", "usd", "đô la", "euro")

_MOST = Decimal("0.2")
"""How much of its total a sum misses that leaves parts out, or names some of them twice."""

_FINELY = 1000
"""How many times their width numbers are that another digit hardly makes right by chance."""

_MANY = 10_000
"""From here on a digit more or less hardly makes a sum right by chance."""


def _within(parts: Parts) -> bool:
    """Whether one other digit makes parts their total, or one of them is more than all."""
    most = max(of_count(part).number for part in parts.parts)
    if most > of_count(parts.total).number:
        return True
    small = not parts.complete and parts.total.value < _SOME
    return not small and _sum_slip(parts, _long_digits_of)


def _long_digits_of(numbers: Sequence[Decimal], fits: Fits) -> list[tuple[int, Decimal]]:
    """Return the slips of one digit for another, of numbers that have more than that one."""
    return other_digits_of(
        numbers, lambda place, value: numbers[place] >= _TEN and fits(place, value)
    )


_TEN = 10


def _exact(total: Printed) -> bool:
    """Whether a total is no rough one: ``1,1 triệu`` is made by many parts."""
    return float(_width(total)) * _NARROW <= float(total.number)


_NARROW = 25
"""How many times its width a total is that says of its parts what they are."""

_ROUND = Decimal(1000)


def _rounded(parts: Parts, gap: Decimal) -> bool:
    """Whether a gap is no more than what rounding to thousands makes: ``188.000 ha``."""
    values = [count.value for count in (parts.total, *parts.parts)]
    whole = [value >= 10 * _ROUND and not value % _ROUND for value in values]
    return any(whole) and not all(whole) and gap <= _ROUND / 2


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
    vague = any(one.vague for one in counts)
    # A digit more makes a rounded number ten times as wide.
    slack = Decimal(math.ceil(10 * sum(map(_width, counts), Exact(0)) * _FINE)) / _FINE
    scales = [Decimal(1).scaleb(scale_of(count.unit)) for count in stated]
    values = [count.value for count in stated]

    def fits(place: int, value: Decimal) -> bool:
        gap = off_by + signs[place] * (value - values[place]) * scales[place]
        if vague:
            # Around a vague number much would fit; only the very number shows what was meant.
            return not gap
        if abs(gap) > slack:
            return False
        one = of_count(replace(stated[place], value=value))
        changed = [*counts[:place], one, *counts[place + 1 :]]
        return agree(changed[0], total, *changed[1:]) is Verdict.CONFIRMED

    return bool(find(values, fits))


_FINE = 10**6


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
    fine = len(given) > _TWO and all(places(rate.percent) >= _TWO for rate in percents.parts)
    slip = slip or (fine and _percent_slip(percents, other_digits_of))
    if not slip and verdict is not Verdict.CONTRADICTED:
        return undecided(Doubt.VAGUE)  # polls round each answer, and those who gave none go unsaid
    # A third group may go unnamed ("64% và 34% còn lại"), so only a slip makes an error of it.
    return replace(off_sum(verdict, values), far=far, slip=slip, plain=slip, mild=not slip)


_TWO = 2

_FAR = 10
"""By how much a sum misses a hundred that was hardly meant to make one."""


def _percent_slip(percents: Percents, find: Find = plain_slips_of) -> bool:
    stated = [rate.percent for rate in percents.parts]

    def fits(place: int, value: Decimal) -> bool:
        return sum(put(stated, place, value)) == 100

    return bool(find(stated, fits))
