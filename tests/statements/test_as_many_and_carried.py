"""A list against the last period may say 0% of as many; what was carried over is done as well."""

from __future__ import annotations

from in_rows import in_rows

from briefing.checking.statements import Verdict
from tests.statements.shown import readings

_OPEN = [
    "Phạm pháp hình sự: 58/67 vụ (-13,43%); kinh tế: 8/8 vụ (0%).",
    "Xảy ra 8/8 vụ (0%).",
    "Năm trước chuyển sang 9 đơn, trong năm tiếp nhận 77 đơn. Đã giải quyết 65 đơn, còn 21 đơn.",
    "Tồn đầu kỳ 9 đơn, tiếp nhận 77 đơn; đã giải quyết 65 đơn, còn 21 đơn.",
]

_NOT_SHOWN = [
    "Năm trước chuyển sang 9 đơn, trong năm tiếp nhận 77 đơn. Đã giải quyết 56 đơn, còn 21 đơn.",
    "Chi hỗ trợ 55 hộ (mỗi hộ 5 triệu đồng), tổng 260 triệu đồng.",
]

_STILL_SHOWN = [
    "Tiếp nhận 77 đơn. Đã giải quyết 66 đơn (85,71%), còn 11 đơn.",
    "Chi hỗ trợ 52 hộ (mỗi hộ 5 triệu đồng), tổng 260 triệu đồng.",
    "Làm rõ 8/8 vụ (100%).",
]


@in_rows("text", _OPEN)
def test_none_is_accused(text: str) -> None:
    assert not [one for one in readings(text) if one.finding]


@in_rows("text", _NOT_SHOWN)
def test_what_is_wrong_is_not_confirmed(text: str) -> None:
    assert Verdict.CONFIRMED not in [one.verdict for one in readings(text)]


@in_rows("text", _STILL_SHOWN)
def test_what_holds_is_confirmed(text: str) -> None:
    assert Verdict.CONFIRMED in [one.verdict for one in readings(text)]
