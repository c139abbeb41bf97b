"""Reading costs time in proportion to the text, however its numbers stand."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from briefing.figures.text import read_statements

SHAPES: dict[str, Callable[[int], str]] = {
    "counts": lambda i: f"{i % 97 + 3} vụ",
    "rates in brackets": lambda i: f"{i % 97 + 3} vụ ({i % 90 + 5}%)",
    "shares": lambda i: f"{i % 97 + 3} vụ, chiếm {i % 90 + 5},5%",
    "the rest": lambda i: f"{i % 97 + 3} vụ, còn lại {i % 90 + 3} vụ",
    "the rest in percent": lambda i: f"{i % 97 + 3}%, còn lại {i % 90 + 3}%",
    "parts": lambda i: f"{i % 97 + 3} vụ, gồm {i % 90 + 3} vụ",
    "called rates": lambda i: (
        f"xảy ra {i % 97 + 3} vụ, khám phá {i % 90 + 3} vụ, tỷ lệ khám phá đạt {i % 90},5%"
    ),
    "plans": lambda i: f"thu {i % 97 + 3} tỷ đồng, đạt {i % 90}% dự toán (100 tỷ đồng)",
    "criteria": lambda i: f"giảm cả 3 tiêu chí, giảm {i % 97 + 3} vụ",
    "periods": lambda i: f"từ {i % 97 + 3} vụ lên {i % 97 + 30} vụ",
    "averages": lambda i: f"bình quân mỗi ngày {i % 97 + 3} vụ",
    "against last year": lambda i: f"{i % 97 + 3} vụ, giảm 20% so với năm trước ({i % 90 + 3} vụ)",
}
SHORT, LONG = 500, 2000


def seconds(shape: str, count: int) -> float:
    text = ", ".join(SHAPES[shape](i) for i in range(count))
    start = process_time()
    read_statements(text)
    return process_time() - start


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_takes_no_more_than_eight_times_as_long(shape: str) -> None:
    short = min(seconds(shape, SHORT) for _ in range(2))

    # What is quadratic takes sixteen times as long.
    assert seconds(shape, LONG) < 8 * short + 0.05


def test_thirty_three_thousand_numbers_in_one_text() -> None:
    text = ", ".join(SHAPES["counts"](i) for i in range(33_000))
    start = process_time()
    read_statements(text)

    # Under a second on one core of its own; the machine of a test has others to serve.
    assert process_time() - start < 3
