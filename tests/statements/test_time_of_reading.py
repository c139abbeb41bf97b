"""Reading costs time in proportion to the text, however its numbers stand."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from exploring import drawn

from briefing.figures.text import read_statements

Trace = Callable[..., Any]

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
    "several things": lambda i: (
        f"xảy ra {i % 97 + 30} vụ, chết {i % 90 + 9} người; so với cùng kỳ giảm {i % 9 + 1} vụ (9%)"
    ),
    "wholes of two parts": lambda i: (
        f"trong số {i % 97 + 300} tin, có {i % 90 + 9} tin mới và {i % 50 + 9} tin cũ"
    ),
    "periods": lambda i: f"từ {i % 97 + 3} vụ lên {i % 97 + 30} vụ",
    "averages": lambda i: f"bình quân mỗi ngày {i % 97 + 3} vụ",
    "against last year": lambda i: f"{i % 97 + 3} vụ, giảm 20% so với năm trước ({i % 90 + 3} vụ)",
    "last year in the sentence before": lambda i: (
        f"năm 2022 thu {i % 97 + 30} tỷ đồng. Năm 2023 thu {i % 90 + 30} tỷ đồng, tăng 9,5%."
    ),
    "a plan in the sentence before": lambda i: (
        f"Dự toán là {i % 97 + 30} tỷ đồng. Đã thu {i % 90 + 9} tỷ đồng, đạt 80% dự toán."
    ),
    "a whole in the sentence before": lambda i: (
        f"Phải giải quyết {i % 97 + 300} vụ. Đã giải quyết {i % 90 + 9} vụ, đạt 87,5%."
    ),
    "happened behind": lambda i: (
        f"giảm {i % 9 + 1} vụ (9%) so với cùng kỳ; xảy ra {i % 97 + 30} vụ"
    ),
    "forms of discipline": lambda i: (
        f"kỷ luật {i % 97 + 30} đảng viên (khiển trách {i % 90 + 9}, cảnh cáo 4, khai trừ 2)"
    ),
}
SHORT = max(25, drawn(100))
LONG = 4 * SHORT


def steps(text: str) -> int:
    """Return how many lines of the reader are run for a text; time would depend on the machine."""
    count = 0

    def line(_frame: FrameType, event: str, _argument: object) -> Trace:
        nonlocal count
        count += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(lambda *_: line)
    try:
        read_statements(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_takes_about_four_times_the_steps(shape: str) -> None:
    short, long = (
        steps(", ".join(SHAPES[shape](i) for i in range(count))) for count in (SHORT, LONG)
    )

    # What is quadratic takes sixteen times as many.
    assert long < 6 * short
