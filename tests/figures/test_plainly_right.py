"""What is seen at a glance of a figure is what exact arithmetic finds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from exploring import drawn
from hypothesis import event, given, settings
from hypothesis import strategies as st

from briefing.figures import FigureBook
from briefing.figures.claims import claims_of, plainly_right
from briefing.figures.printed import Agreement
from tests.figures.made import report

DOUBTFUL = (Agreement.CUT, Agreement.CONTRADICTED)

# Small numbers, so that right and wrong percentages, halves and ends are all drawn often.
COUNT = st.integers(0, 12) | st.sampled_from([99, 100, 200, 778, 1000])
PERCENT = (
    st.decimals(0, 130, places=0) | st.decimals(0, 101, places=1) | st.decimals(0, 101, places=2)
)
UNIT = st.sampled_from(["vụ", "người", "ha", "%", "sải"])


def near(part: int, whole: int, places: int, off: int) -> Decimal:
    """Return a percentage rounded down to its places, or the next one on either side."""
    scale = 10**places
    stated = max(0, 100 * scale * part // max(whole, 1) + off)
    return Decimal(stated).scaleb(-places)


@st.composite
def figures(draw: st.DrawFn) -> dict[str, Any]:
    value = draw(COUNT)
    made: dict[str, Any] = {"unit": draw(UNIT), "value": value}
    places, off = draw(st.integers(0, 2)), draw(st.integers(-1, 2))
    if draw(st.booleans()):
        made["out_of"] = whole = draw(COUNT)
        if draw(st.booleans()):
            made["rate"] = draw(PERCENT | st.just(near(value, whole, places, off)))
    if draw(st.booleans()):
        made["previous"] = before = draw(COUNT)
        by = abs(value - before)
        change: dict[str, Any] = {"direction": "tăng" if value > before else "giảm"}
        if draw(st.integers(0, 4)) == 0:
            change["direction"] = draw(st.sampled_from(["tăng", "giảm"]))
        if draw(st.booleans()):
            change["amount"] = draw(st.sampled_from([by, by, by + 1]))
        if draw(st.booleans()):
            change["percent"] = draw(PERCENT | st.just(near(by, before, places, off)))
        made["change"] = change
    return made


@settings(derandomize=True, deadline=None, max_examples=drawn(3000))
@given(figures())
def test_nothing_doubtful_is_claimed_by_what_is_plainly_right(figure: dict[str, Any]) -> None:
    book = FigureBook(report({"one": figure}))
    doubtful = [claim for claim in claims_of(book, "one") if claim.agreement in DOUBTFUL]
    plain = plainly_right(book, "one")
    event(f"plain: {plain}, doubtful: {bool(doubtful)}")

    assert not (plain and doubtful)


@st.composite
def related(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Return figures that are rows, parts, shares and plans of those before them."""
    made: dict[str, dict[str, Any]] = {}
    for name in ("one", "two", "three", "four"):
        figure = made[name] = {**draw(figures())}
        if draw(st.booleans()):
            figure |= {"row": True, "label": draw(st.sampled_from(["số vụ", "Tổng số", "khác"]))}
        others = [other for other in made if other != name]
        if not others:
            continue
        other, several = draw(st.sampled_from(others)), [*others[:2]]
        link = draw(st.sampled_from(["", "parent", "parts", "share_of", "criteria", "equals"]))
        if link:
            figure[link] = several if link in ("parts", "criteria") else other
        if draw(st.integers(0, 3)) == 0:
            # A key that is there and says nothing is as good as none.
            figure[draw(st.sampled_from(["exact", "share", "target", "up_to", "out_of"]))] = None
    return made


@settings(derandomize=True, deadline=None, max_examples=drawn(2000))
@given(related())
def test_nothing_is_overlooked_among_figures_that_name_each_other(
    related: dict[str, dict[str, Any]],
) -> None:
    book = FigureBook(report(related))
    for name in book.figures:
        doubtful = [claim for claim in claims_of(book, name) if claim.agreement in DOUBTFUL]
        plain = plainly_right(book, name)
        event(f"plain: {plain}, doubtful: {bool(doubtful)}")

        assert not (plain and doubtful), name


def test_most_that_is_right_is_seen_at_a_glance() -> None:
    right: list[dict[str, Any]] = [
        {"value": 12},
        {"value": 3, "out_of": 4},
        {"value": Decimal("2.5"), "out_of": 4, "unit": "ha"},
        {"value": 771, "out_of": 778, "rate": Decimal("99.1")},
        {"value": 1, "out_of": 8, "rate": Decimal("12.5")},
        {"value": 12, "previous": 10, "change": {"direction": "tăng", "amount": 2, "percent": 20}},
        {"rate": Decimal("98.3"), "unit": "%"},
    ]
    book = FigureBook(report({f"one_{at}": figure for at, figure in enumerate(right)}))

    assert [name for name in book.figures if not plainly_right(book, name)] == []


def test_what_names_others_or_is_no_count_is_judged_in_full() -> None:
    doubtful: dict[str, dict[str, Any]] = {
        "part_over_whole": {"value": 5, "out_of": 4},
        "cut": {"value": 2, "out_of": 3, "rate": Decimal("66.6")},
        "half_cut": {"value": 1, "out_of": 8, "rate": 12},
        "more_than_said": {"value": 999, "out_of": 1000, "rate": 100},
        "of_nothing": {"value": 0, "out_of": 0, "rate": 50},
        "falls": {"value": 5, "previous": 4, "change": {"direction": "giảm", "amount": 1}},
    }
    book = FigureBook(report(doubtful))

    for name in doubtful:
        assert not plainly_right(book, name)
        assert any(claim.agreement in DOUBTFUL for claim in claims_of(book, name)), name
