"""Numbers that state nothing of their neighbours: note marks, factors, another currency, a rest.

Three of each kind, so that the kind is held and not one sentence.
"""

from __future__ import annotations

import pytest
from in_rows import in_rows

from briefing.checking.statements import Verdict, read_text

_NOTHING = {
    "note mark behind a rate": "Huyện có 25 xã, dân cư nông thôn chiếm 80,5%.[27]",
    "note mark behind a list": "Tỉnh có 796 lễ hội, trong đó có 700 lễ hội dân gian, 40 lễ hội lịch"
    " sử, 45 lễ hội tôn giáo, còn lại là lễ hội khác.[1] Các huyện đều có lễ hội.",
    "note mark behind a year": "Chi hơn 2 tỷ đồng, gấp 2 lần so với năm 2014.[189][190] Năm 2018, "
    "chi tiếp 100 triệu đồng.",
    "note mark before a word": "Theo số liệu[4]Sở cung cấp có 277 hộ, giảm 3% so với năm 2019.[12]",
    "tax": "Thuế suất bậc hai: (17,35 triệu đồng - 10 triệu đồng) × 10% = 0,735 triệu đồng.",
    "fee": "Mức thu của cả 40 hộ là 12 triệu đồng x 5% = 0,6 triệu đồng.",
    "contribution": "Quỹ lương 250 triệu đồng, phải nộp 250 triệu đồng * 8% = 20 triệu đồng.",
    "dollars in brackets": "Tổng tài sản đạt 390 nghìn tỷ đồng (tương đương 17,2 tỷ đô la Mỹ), tăng"
    " 150% so với mức 155.000 tỷ đồng của cùng kỳ.",
    "dollars behind": "Kim ngạch đạt 2,3 nghìn tỷ đồng (khoảng 98 triệu USD), tăng 15% so với con "
    "số 2.000 tỷ đồng của năm trước.",
    "less than": "Chỉ có ít hơn 11% (197/1.826 người) là nữ.",
    "more than": "Đã có nhiều hơn 60% (311/509 hộ) đăng ký.",
    "less than, in words": "Còn ít hơn 20% (24 trên 130 thôn) chưa có nhà văn hóa.",
    "less on the way": "Đàn bò lúc đi 9.078 con, đến nơi còn 4.690 con, sau đó ốm thêm, còn lại "
    "3.174 con.",
    "twice less": "Đầu năm có 412 hộ nghèo, giữa năm còn 260 hộ nghèo, cuối năm còn lại 143 hộ "
    "nghèo.",
    "thrice less": "Kho có 905 tấn, tháng 5 còn 720 tấn, tháng 8 còn 410 tấn, nay còn lại 96 tấn.",
}


@in_rows("text", _NOTHING.values(), ids=_NOTHING)
def test_nothing_is_told_of_a_number_that_states_nothing(text: str) -> None:
    found = [reading.finding for reading in read_text([(text, None)])]

    assert not [one.message() for one in found if one is not None]


_STILL = {
    "note mark between": "Kiểm tra 80 cơ sở[3], vi phạm 20 cơ sở (chiếm 25%).[4]",
    "rest": "Tiếp nhận 100 hồ sơ, đã giải quyết 80 hồ sơ, còn lại 20 hồ sơ.",
    "fraction of both periods": "Số vụ ít hơn 20% (80/100 vụ).",
    "equals": "Đã cấp cho 100 hộ, đạt 40% = 40 hộ trong tổng số 100 hộ.",
}


@pytest.mark.parametrize("text", _STILL.values(), ids=_STILL)
def test_what_stands_beside_them_is_still_confirmed(text: str) -> None:
    assert any(reading.verdict is Verdict.CONFIRMED for reading in read_text([(text, None)]))
