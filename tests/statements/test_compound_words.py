"""Words that only end as a name or an approximation does leave the number behind them one."""

from __future__ import annotations

from in_rows import in_rows

from briefing.checking.statements import Verdict
from tests.statements.shown import readings

_HOLD = [
    "Số vụ lừa đảo 11/58 vụ, chiếm 18,97%.",
    "Xảy ra 58 vụ, gồm: trộm cắp 24 vụ, lừa đảo 11 vụ, hủy hoại tài sản 23 vụ.",
    "Đóng cửa 70/190 cơ sở, chiếm 36,84%.",
    "Phát hiện 20 vụ đánh bạc, gồm: mở cửa 7 vụ, số đề 13 vụ.",
]

_WRONG = [
    "Số vụ lừa đảo 11/58 vụ, chiếm 19,87%.",
    "Mật độ 412 người, giảm 5 người so với 471 người.",
    "Cá độ 50 vụ, giảm 30% so với 60 vụ.",
]


@in_rows("text", _HOLD)
def test_what_holds_is_confirmed(text: str) -> None:
    assert Verdict.CONFIRMED in [one.verdict for one in readings(text)]


@in_rows("text", _WRONG)
def test_what_is_wrong_is_not_confirmed_as_nearly_so(text: str) -> None:
    found = [one.verdict for one in readings(text)]
    assert Verdict.CONTRADICTED in found
    assert Verdict.CONFIRMED not in found
