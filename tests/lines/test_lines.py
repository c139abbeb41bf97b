"""Lines that texts share are found in their order, and three texts are cut where all agree."""

from __future__ import annotations

from itertools import pairwise

import pytest
from effort import effort
from hypothesis import given
from hypothesis import strategies as st

from briefing.lines import changes, common, stretches

LINES = st.lists(st.sampled_from("abcdefgh"), max_size=14)


@given(LINES, LINES)
def test_lines_in_common_are_the_same_and_keep_their_order(old: list[str], new: list[str]) -> None:
    found = common(old, new)

    assert all(old[place] == new[its] for place, its in found)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))
    assert found or not set(old) & set(new)
    assert common(old, old) == [(place, place) for place in range(len(old))]


@given(LINES, LINES)
def test_what_changed_makes_one_text_of_the_other(old: list[str], new: list[str]) -> None:
    made, at = list[str](), 0
    for start, end, its_start, its_end in changes(old, new):
        assert old[start:end] != new[its_start:its_end]
        made += [*old[at:start], *new[its_start:its_end]]
        at = end

    assert [*made, *old[at:]] == new


@given(LINES, LINES, LINES)
def test_the_stretches_of_three_texts_are_the_texts(
    old: list[str], mine: list[str], other: list[str]
) -> None:
    found = list(stretches(old, mine, other))

    for which, text in enumerate((old, mine, other)):
        assert [line for stretch in found for line in stretch[which]] == text


@given(LINES, LINES)
def test_what_one_side_left_alone_is_never_contested(old: list[str], new: list[str]) -> None:
    for ours in (old, new):
        assert all(
            mine in (before, other) or other == before
            for before, mine, other in stretches(old, ours, new)
        )


def test_what_is_seldom_holds_its_place_and_empty_lines_go_along() -> None:
    old = ["{% block a %}", "", "một", "", "{% endblock %}"]
    other = ["{% block b %}", "", "hai", "", "{% endblock %}"]

    found = common(old, [*other, "", *old, "", *other])

    assert found[:3] == [(at, at + 6) for at in range(3)]
    assert len(found) == len(old)


@pytest.mark.parametrize("count", [1, 3, 97, 20_000])
def test_texts_of_many_like_lines_are_compared_in_time(count: int) -> None:
    old = [str(n % count) for n in range(20_000)]

    with effort() as spent:
        found = common(old, old[::-1])

    assert found
    assert spent.yardsticks < 30
