"""Rates and parts of another whole than the number beside them accuse nothing.

Three of each kind, so that the kind is held and not one sentence.
"""

from __future__ import annotations

import pytest
from in_rows import in_rows

from briefing.checking.statements import Verdict, read_text
from briefing.findings import Severity

_NOTHING = {
    "cases and the accused": "Thụ lý 1.367 vụ/2.420 bị cáo, giải quyết 1.206 vụ/2.085 bị cáo, đạt "
    "88,22%.",
    "cases and victims": "Đã hỗ trợ 41 vụ/63 bị hại, đạt 87,2% số vụ được yêu cầu.",
    "groups and those invited": "Đón 12 đoàn/75 được mời theo kế hoạch, đạt 92,3%.",
    "votes lost in districts": "Bên này mất 2 triệu lá phiếu, 7/13 khu vực.",
    "fewer files in communes": "Trong năm giảm 41 hồ sơ tồn, 9/12 xã không còn hồ sơ quá hạn.",
    "more classes in schools": "Năm học này tăng 15 lớp, 18/20 trường đã đủ phòng học.",
    "no fewer than": "Mỗi ngày có không dưới 20 chuyến, trong đó 16 chuyến từ Hà Nội và 5 chuyến "
    "từ Huế.",
    "no fewer than a plan": "Huy động không dưới 95% trẻ 5 tuổi, đạt 38/39 trẻ.",
    "no fewer than in a year": "Trồng không dưới 40 ha rừng, gồm 25 ha keo và 18 ha quế.",
    "people of villages": "Người Dao chiếm đa số dân số tại 25/162 xã, chiếm hơn 90% dân số "
    "của hai "
    "huyện.",
    "area of communes": "Dự án đi qua 12/40 xã, chiếm 65% diện tích của huyện.",
    "output of farms": "Có 36/120 trang trại quy mô lớn, chiếm 71% sản lượng thịt của tỉnh.",
    "driver and passengers": "Vụ tai nạn làm 5 người bị thương, gồm tài xế, 2 phụ xe và 1 "
    "hành khách.",
    "leader and members": "Đoàn có 9 người, gồm đồng chí trưởng đoàn, 3 ủy viên và 4 thư ký.",
    "teacher and pupils": "Có 31 người tham gia, gồm giáo viên chủ nhiệm, 12 học sinh nam "
    "và 17 học "
    "sinh nữ.",
    "projects of tourism": "Đã cấp phép cho 25 dự án, trong đó có 18 dự án về du lịch, 11 "
    "dự án có cơ "
    "sở lưu trú.",
    "railway": "Tổng chiều dài đường sắt là 19.394 km, trong đó 18.071 km theo khổ tiêu chuẩn và "
    "11.322 km được điện khí hóa.",
    "firms": "Có 640 doanh nghiệp, trong đó 512 doanh nghiệp thương mại, 201 doanh nghiệp đã nộp "
    "thuế.",
    "word of its own": "Có hơn 51 nơi thờ (trong đó có 19 nơi thờ riêng, 5 nơi thờ chung; 5 "
    "nơi phối "
    "thờ và 22 nơi thờ khác).",
    "house of their own": "Trong 64 hộ thì 21 hộ có nhà riêng, 30 hộ thuê nhà và 13 hộ ở nhờ.",
    "calibre": "18 máy bay bị đạn 120mm phá hủy (trong đó có 3 chiếc loại A, 1 chiếc loại "
    "B, 1 chiếc loại D, 7 chiếc "
    "loại C).",
    "votes beside votes": "Nội dung một: đồng ý 1.514 phiếu (95,7%), không đồng ý 2 phiếu (0,13%), "
    "không rõ 11 phiếu (0,7%); nội dung hai: đồng ý có 1.512 phiếu (95,58%), không đồng ý "
    "có 3 phiếu "
    "(0,19%), không rõ có 12 phiếu (0,76%).",
    "parts in brackets": "Cả nước có 1.909 cơ sở (399 trường cao đẳng, 458 trường trung cấp "
    "và 1.052 "
    "trung tâm dạy nghề), trong đó có 680 cơ sở tư thục (chiếm 35,6%).",
    "parts in brackets, rounded": "Tỉnh có 210 cơ sở (60 lò mổ, 50 chợ và 100 cửa hàng), "
    "trong đó có "
    "88 cơ sở vi phạm (chiếm 41,9%).",
}


@in_rows("text", _NOTHING.values(), ids=_NOTHING)
def test_nothing_is_told_of_what_is_of_another_whole(text: str) -> None:
    found = [reading.finding for reading in read_text([(text, None)])]

    assert not [one.message() for one in found if one is not None]


_PLANS = {
    "enrolled": "Đã có 2.945/3.500 thí sinh làm thủ tục nhập học, đạt 72% chỉ tiêu.",
    "cleared": "Đã bàn giao 18/25 km mặt bằng sạch cho nhà thầu, đạt 90% kế hoạch.",
    "recruited": "Có 130/200 thanh niên đã khám và trúng tuyển, đạt 104% chỉ tiêu được giao.",
}


@pytest.mark.parametrize("text", _PLANS.values(), ids=_PLANS)
def test_what_is_reached_of_a_plan_may_be_of_another_plan(text: str) -> None:
    found = (reading.finding for reading in read_text([(text, None)]))

    assert all(one.severity is Severity.WARNING for one in found if one is not None)


_STILL = {
    "cases among cases": "Thụ lý 1.302 vụ/2.286 bị cáo, giải quyết 1.153 vụ/2.046 bị cáo, "
    "đạt 88,56%.",
    "of the resolution": "Doanh thu bán lẻ 1.763 tỷ đồng/1.922 tỷ đồng, đạt 91,73%NQ.",
    "of the plan": "Giao quân 120/120 thanh niên, đạt 100% chỉ tiêu.",
    "of the things": "Khám phá 51/60 vụ, đạt 85% số vụ xảy ra.",
    "all parts": "Tỉnh có 25 dự án, trong đó có 18 dự án về du lịch, 7 dự án có cơ sở lưu trú.",
    "alone": "Riêng tháng 12 có 30 vụ, trong đó 12 vụ trộm cắp và 18 vụ cướp.",
}


@pytest.mark.parametrize("text", _STILL.values(), ids=_STILL)
def test_what_is_of_its_whole_is_still_confirmed(text: str) -> None:
    assert any(reading.verdict is Verdict.CONFIRMED for reading in read_text([(text, None)]))
