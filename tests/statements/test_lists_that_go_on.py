"""Parts that make their total while the list goes on confirm nothing: one of them is wrong."""

from __future__ import annotations

from in_rows import in_rows

from briefing.checking.statements import Verdict
from briefing.figures.statements import Parts
from tests.statements.shown import verdicts

_GOES_ON = [
    "Tổng số 45 vụ, gồm: trộm cắp 30 vụ, cướp giật 15 vụ, lừa đảo 4 vụ.",
    "Xảy ra 45 vụ (trộm cắp 30, cướp giật 15, lừa đảo 4).",
    "Tổng đàn 12.000 con, trong đó trâu 4.000 con, bò 8.000 con, dê 300 con.",
    "Khen thưởng 37 tập thể, gồm cấp tỉnh 12 tập thể, cấp huyện 25 tập thể và cấp xã 6 tập thể.",
    "Huy động 12,5 tỷ đồng, gồm: ngân sách tỉnh 8 tỷ đồng, ngân sách xã 4,5 tỷ đồng, nhân dân "
    "đóng góp 1,2 tỷ đồng.",
    "Xử lý kỷ luật 11 trường hợp, gồm: khiển trách 06 trường hợp, cảnh cáo 04 trường hợp, cách "
    "chức 01 trường hợp, buộc thôi việc 01 trường hợp.",
    "Thi hành kỷ luật 07 đảng viên (khiển trách 04, cảnh cáo 03, khai trừ 01).",
    "Thi hành kỷ luật 09 đảng viên: khiển trách 06, cảnh cáo 03, cách chức 02, khai trừ 01.",
]

_ENDS = [
    "Có 21 đồng chí, trong đó nam 15 đồng chí, nữ 06 đồng chí, đảng viên 18 đồng chí.",
    "Thụ lý 412 việc, gồm: cũ 96 việc, mới 316 việc, đã thi hành xong 287 việc.",
    "Có 45 đảng viên, gồm 40 đảng viên chính thức, 5 đảng viên dự bị, 12 đảng viên nữ.",
    "Xảy ra 45 vụ (trộm cắp 30 vụ, cướp giật 15 vụ), bắt 61 đối tượng.",
]


@in_rows("text", _GOES_ON)
def test_parts_before_others_of_their_list_are_not_confirmed(text: str) -> None:
    assert Verdict.CONFIRMED not in verdicts(text, Parts)


@in_rows("text", _ENDS)
def test_parts_that_leave_no_third_are_all_there_are(text: str) -> None:
    assert Verdict.CONFIRMED in verdicts(text, Parts)
