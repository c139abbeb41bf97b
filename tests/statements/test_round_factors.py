"""A whole factor is confirmed by numbers that are nearly so many times each other, no others."""

from __future__ import annotations

from in_rows import in_rows

from briefing.checking.statements import Verdict
from briefing.figures.statements import Times
from tests.statements.shown import verdicts

_NEAR = [
    "Thành lập mới 24 doanh nghiệp, gấp đôi so với năm 2024 (12 doanh nghiệp).",
    "Xử lý 44 vụ, gấp 2 lần năm trước (20 vụ).",
    "Thu 62 triệu đồng, gấp 3 lần so với năm 2010 (20 triệu đồng).",
]

_FAR = [
    "Thành lập mới 24 doanh nghiệp, gấp đôi so với năm 2024 (15 doanh nghiệp).",
    "Thành lập mới 24 doanh nghiệp, gấp đôi so với năm 2024 (14 doanh nghiệp).",
    "Thành lập mới 27 doanh nghiệp, gấp đôi so với năm 2024 (12 doanh nghiệp).",
    "Xử lý 68 vụ, gấp 3 lần năm trước (20 vụ).",
]


@in_rows("text", _NEAR)
def test_numbers_near_a_factor_confirm_it(text: str) -> None:
    assert verdicts(text, Times) == [Verdict.CONFIRMED]


@in_rows("text", _FAR)
def test_numbers_that_only_round_to_a_factor_leave_it_open(text: str) -> None:
    assert verdicts(text, Times) == [Verdict.NOT_EVALUATED]
