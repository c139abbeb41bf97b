"""How examples are drawn: none is held to a time."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st


def test_an_example_may_take_its_time() -> None:
    # What hypothesis itself would refuse: it gives an example a fifth of a second.
    @settings(max_examples=1, database=None)
    @given(st.just(0.25))
    def slow(seconds: float) -> None:
        time.sleep(seconds)

    slow()
