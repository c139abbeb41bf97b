"""One wrong digit in a printed rate, target or change is found where it makes the sentence false.

Whether it does is reckoned here from the numbers alone. Not found, and why:

- another year of the base (``cùng kỳ năm 2012``): a sentence does not say of which year it is;
- a rise by more than there is (``xảy ra 118 vụ, tăng 147 vụ``): the sentence may speak of two
  things, for nothing but the amount ties them together;
- without both periods, a rate in few digits that is less than half or more than twice what it
  should be (``xảy ra 4 vụ, tăng 1 vụ (100%)``): it may be said of something else;
- where only the percentage is printed beside both periods, a number in front of it that makes the
  same percentage (``xảy ra 1.000 vụ, tăng 100% (1.001/500 vụ)``);
- ``tăng 1 vụ, bằng 200%`` where it is 200% of the number before, which is another way to say it.
"""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from exploring import drawn
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.figures.made import Facts, said
from tests.statements.shown import readings

FIXED = settings(derandomize=True, deadline=None, max_examples=drawn(150))
COUNTS = st.integers(2, 99) | st.integers(100, 999) | st.integers(1000, 99999)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?")

CHANGES: list[Facts] = [
    {},
    {"form": "running"},
    {"pair": True},
    {"pair": True, "form": "running"},
    {"pair": True, "sign": "signed"},
    {"pair": True, "sign": "worded"},
    {"pair": True, "change": "amount"},
    {"pair": True, "change": "percent"},
]


def numbers(text: str) -> list[Decimal]:
    return [Decimal(run.replace(".", "").replace(",", ".")) for run in _NUMBER.findall(text)]


def mutated(text: str, data: st.DataObject) -> str:
    """Return a text with one digit put for another; no number gains a zero in front."""
    places = [match.start() for match in re.finditer(r"\d", text)]
    at = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != text[at]]))
    assume(digit != "0" or text[at - 1] in "0123456789.,")
    return text[:at] + digit + text[at + 1 :]


def off(stated: Decimal, computed: Decimal) -> bool:
    """Whether a percentage is more than a unit of its last place from what it should be."""
    return abs(stated - computed) > Decimal(1).scaleb(int(stated.as_tuple().exponent))


def found(sentence: str) -> bool:
    return any(reading.finding for reading in readings(sentence))


@FIXED
@given(COUNTS, st.integers(0, 99999), st.data())
def test_one_wrong_digit_in_a_rate(part: int, rest: int, data: st.DataObject) -> None:
    phrase = said("", {"value": part, "out_of": part + rest}) or ""
    wrong = mutated(phrase, data)
    stated = numbers(wrong)
    assume(len(stated) == len(numbers(phrase)) == 3)
    one, whole, rate = stated
    assume(whole and off(rate, one / whole * 100))

    assert found(f"Trong năm, khám phá {wrong}."), wrong


@FIXED
@given(COUNTS, st.integers(0, 99999), st.data())
def test_one_wrong_digit_in_a_result_against_its_target(
    part: int, rest: int, data: st.DataObject
) -> None:
    phrase = said("target", {"value": part, "unit": "nhà", "target": {"value": part + rest}}) or ""
    wrong = mutated(phrase, data)
    stated = numbers(wrong)
    assume(len(stated) == len(numbers(phrase)) == 3)
    one, whole, rate = stated
    assume(whole and off(rate, one / whole * 100))

    assert found(f"Trong năm, thực hiện {wrong}."), wrong


@pytest.mark.parametrize("style", CHANGES, ids=str)
@FIXED
@given(COUNTS, st.integers(50, 180), st.data())
def test_one_wrong_digit_in_a_change(
    style: Facts, now: int, percent: int, data: st.DataObject
) -> None:
    before = max(1, now * percent // 100)
    assume(before != now)
    figure = {"value": now, "previous": before}
    base = " so với cùng kỳ năm 2022"
    phrase = f"{said('event', figure)}, {said('compared', figure, style=style)}".removesuffix(base)
    wrong = mutated(phrase, data)
    assume(len(numbers(wrong)) == len(numbers(phrase)))
    assume(makes_false(numbers(wrong), style, "tăng" in phrase))

    assert found(f"Trong năm, {wrong}{base}."), wrong


def makes_false(stated: list[Decimal], style: Facts, rises: bool) -> bool:
    """Whether the numbers of a change contradict each other, as far as is told above."""
    now, *more = stated
    before = more.pop() if style.get("pair") else None
    again = more.pop() if style.get("pair") else now
    amount = more.pop(0) if style.get("change") != "percent" else None
    rate = more.pop(0) if style.get("change") != "amount" else None
    if before is None:
        assert amount is not None
        assert rate is not None
        return alone_false(now, amount if rises else -amount, rate)
    if amount is not None and (now != again or abs(again - before) != amount):
        return True
    running = style.get("form") == "running" and rate is not None and before
    if running and rate is not None and not off(rate, again / before * 100):
        return False  # "bằng 200%", told above
    rates = [abs(one - before) / before * 100 for one in {now, again}] if before else []
    return rate is not None and any(off(rate, given) for given in rates)


def alone_false(now: Decimal, change: Decimal, rate: Decimal) -> bool:
    """Whether a change contradicts the number that it led to."""
    if now - change <= 0 or not change:
        return False
    given = abs(change) / (now - change) * 100
    if not off(rate, now / (now - change) * 100):
        return False
    vague = int(rate.as_tuple().exponent) > -2 and not given / 2 <= rate <= given * 2
    return off(rate, given) and not vague


@FIXED
@given(
    st.decimals(1, 60, places=1),
    st.decimals("0.5", 30, places=1),
    st.booleans(),
    st.data(),
)
def test_one_wrong_digit_in_points(
    low: Decimal, more: Decimal, rises: bool, data: st.DataObject
) -> None:
    now, before = (low + more, low) if rises else (low, low + more)
    figure = {"value": now, "previous": before, "unit": "%"}
    phrase = said("change", figure, style={"pair": True}) or ""
    assert not found(f"Trong năm, tỷ lệ {phrase}.")
    wrong = mutated(phrase, data)
    by, one, other = numbers(wrong)
    gap = one - other if rises else other - one
    assume(abs(gap - by) > Decimal("0.2"))

    assert found(f"Trong năm, tỷ lệ {wrong}."), wrong


@FIXED
@given(COUNTS, st.integers(0, 99999), st.data())
def test_one_wrong_digit_against_the_target_of_a_year(
    part: int, rest: int, data: st.DataObject
) -> None:
    target = {"value": part + rest, "whole_year": True}
    phrase = said("target", {"value": part, "unit": "nhà", "target": target}) or ""
    wrong = mutated(phrase, data)
    assume(len(numbers(wrong)) == len(numbers(phrase)))
    one, whole, rate = numbers(wrong)
    assume(whole and off(rate, one / whole * 100))

    assert found(f"Trong năm, thực hiện {wrong}."), wrong
