"""What numbers give, stated beside them, is never accused; one unit off it always is."""

from __future__ import annotations

from decimal import Decimal

from exploring import seldom
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing.vietnamese import round_half_up
from tests.checking.found import told
from tests.figures.made import Facts

FIXED = settings(derandomize=True, deadline=None, max_examples=seldom(120))
COUNTS = st.integers(1, 10**6)
PLACES = st.integers(0, 3)
UNITS = st.sampled_from([Decimal(1), Decimal(-1), Decimal(3)])
MONEY = st.decimals(1, 10**4, places=2)


def rounded(number: Decimal, places: int) -> Decimal:
    return round_half_up(number, places)


def rules(**figures: Facts) -> set[str]:
    return {rule for rule, _, _ in told(figures)}


@FIXED
@given(COUNTS, COUNTS, PLACES, UNITS)
def test_a_rate(part: int, whole: int, places: int, units: Decimal) -> None:
    assume(part < whole)
    rate = rounded(Decimal(part) / whole * 100, places)
    assume(0 < rate < 100)
    wrong = rate + units.scaleb(-places)
    fraction: Facts = {"value": part, "out_of": whole}

    assert rules(one={**fraction, "rate": rate}) == set()
    if 0 <= wrong < 100:
        # One unit too little can be what cutting off gives.
        expected = {"figures/stated-rate"} | ({"figures/rate-rounding"} if units == -1 else set())
        assert rules(one={**fraction, "rate": wrong}) & expected


@FIXED
@given(COUNTS, COUNTS, PLACES, UNITS)
def test_a_change_of_counts(now: int, before: int, places: int, units: Decimal) -> None:
    assume(now != before)
    direction = "tăng" if now > before else "giảm"
    percent = rounded(abs(Decimal(now - before)) / before * 100, places)
    # A change of not quite nothing is not 0%, and of not quite everything not 100%.
    assume(percent not in (0, 100))
    known: Facts = {"value": now, "previous": before}

    def stated(amount: int, percent: Decimal, direction: str = direction) -> set[str]:
        change = {"direction": direction, "amount": amount, "percent": percent}
        return rules(one={**known, "change": change})

    amount = abs(now - before)
    assert stated(amount, percent) == set()
    assert stated(amount + 1, percent) == {"figures/difference"}
    other = "giảm" if direction == "tăng" else "tăng"
    assert "figures/direction" in stated(amount, percent, other)
    wrong = percent + units.scaleb(-places)
    if wrong > 0:
        assert stated(amount, wrong) <= {
            *("figures/stated-change", "figures/rate-rounding", "figures/fall-over-hundred")
        }
        assert stated(amount, wrong)


@FIXED
@given(MONEY, MONEY, st.integers(0, 2), st.integers(0, 2))
def test_a_change_of_measures_each_printed_with_its_own_places(
    now: Decimal, before: Decimal, places: int, of_amount: int
) -> None:
    assume(now != before)
    printed_now, printed_before = rounded(now, places), rounded(before, places)
    assume(printed_before > 0)
    change = {
        "direction": "tăng" if now > before else "giảm",
        "amount": rounded(abs(now - before), of_amount),
    }
    figure = {"value": printed_now, "previous": printed_before, "change": change}
    found = rules(one={**figure, "unit": "tỷ đồng"})

    # The printed digits may look cut off; they are never accused.
    assert found <= {"figures/rate-rounding", "figures/ambiguous-number"}


@FIXED
@given(st.lists(COUNTS, min_size=1, max_size=6), st.integers(1, 50))
def test_a_sum(numbers: list[int], off: int) -> None:
    parts: dict[str, Facts] = {
        f"p{n}": {"label": f"phần {n}", "value": number} for n, number in enumerate(numbers)
    }

    def whole(value: int, *, complete: bool) -> set[str]:
        one = {"value": value, "parts": list(parts), "parts_complete": complete}
        return rules(one=one, **parts)

    total = sum(numbers)
    assert whole(total, complete=True) == set()
    assert whole(total + off, complete=False) == set()
    assert whole(total + off, complete=True) == {"figures/sum"}
    if total - off >= 0:
        assert whole(total - off, complete=False) == {"figures/sum"}


@FIXED
@given(COUNTS, COUNTS, PLACES)
def test_a_share_and_a_target(part: int, whole: int, places: int) -> None:
    assume(part <= whole)
    share = rounded(Decimal(part) / whole * 100, places)
    assume(0 < share < 100)
    total: Facts = {"label": "tổng số", "value": whole}

    assert rules(one={"value": part, "share_of": "tong", "share": share}, tong=total) == set()
    aimed = {"value": whole, "stated": share}
    assert rules(one={"value": part, "target": aimed}) == set()


@FIXED
@given(COUNTS, st.sampled_from(["gần", "hơn", "trên", "dưới", "khoảng"]))
def test_an_approximation_rounded_as_people_do(exact: int, word: str) -> None:
    unit = 10 ** max(0, len(str(exact)) - 2)
    down = exact - exact % unit
    said = {"gần": down + unit, "dưới": down + unit, "hơn": down, "trên": down, "khoảng": down}
    assume(word not in ("hơn", "trên") or down < exact)
    assume(down > 0)

    assert rules(one={"value": said[word], "qualifier": word, "exact": exact}) == set()
