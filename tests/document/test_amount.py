"""A text that would be too much to read is refused, whichever way that is seen."""

from __future__ import annotations

import pytest
from exploring import drawn
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.document import amount
from briefing.findings import TemplateError

LINES = st.sampled_from(["a", "", " ", "| a |", "| a | b | c |", "| --- | --- | --- |", "> | - |"])
TEXTS = st.lists(LINES, max_size=30).map("\n".join)


def refused(text: str) -> bool:
    try:
        amount.check_amount(text)
    except TemplateError:
        return True
    return False


@settings(
    max_examples=drawn(800),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(TEXTS, st.integers(0, 40))
@example("| a | b | c |\n| --- | --- | --- |\n|\n|\n|", 14)
def test_what_is_seen_at_once_is_what_is_foreseen_line_by_line(
    monkeypatch: pytest.MonkeyPatch, text: str, limit: int
) -> None:
    monkeypatch.setattr(amount, "PIECES", limit)
    assert refused(text) is (amount.foreseen(text.split("\n")) > limit)


def test_marks_of_every_sort_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(amount, "MARKS", 6)
    assert not refused("a * _ [ & ` <")
    assert refused("a * _ [ & ` < *")
