"""Patterns of reports in which the sentence is confirmed and one wrong digit of it is told."""

from __future__ import annotations

import pytest
from in_rows import in_rows

from briefing.checking.statements import Verdict
from tests.statements.shown import readings

_CASES = {
    "bodies and their like": (
        "Giám sát 102.293 tổ chức đảng, gồm: cấp tỉnh và tương đương 3.492; cấp huyện và tương "
        "đương 31.030; cấp cơ sở 67.771.",
        ("31.030", "30.130"),
    ),
    "the same in brackets": (
        "Cấp ủy viên được giám sát là 3.158 (tỉnh ủy viên và tương đương 6; huyện ủy viên và tương "
        "đương 156; đảng ủy viên 2.022; chi ủy viên 974).",
        ("2.022", "2.202"),
    ),
    "totals of each part": (
        "Kim ngạch xuất nhập khẩu đạt 336,92 tỷ đồng, giảm 0,1% so với cùng kỳ; trong đó tổng trị "
        "giá xuất khẩu đạt 175,2 tỷ đồng, tăng 2,2% và tổng trị giá nhập khẩu đạt 161,72 tỷ đồng.",
        ("161,72", "181,72"),
    ),
    "opposites that became less": (
        "Đã kiểm tra 847 cuộc, trong đó có 271 cuộc trong tỉnh, 576 cuộc ngoài tỉnh.",
        ("576", "476"),
    ),
    "planned and not": (
        "Tiến hành 500 cuộc thanh tra, trong đó 281 cuộc theo kế hoạch, 219 cuộc đột xuất.",
        ("281", "231"),
    ),
    "the other places": (
        "Sử dụng 114 điểm, gồm 96 điểm tại trung tâm và 18 điểm tại các xã, phường khác.",
        ("18 điểm", "81 điểm"),
    ),
    "a share of the sentence before": (
        "Phải giải quyết 5.185 vụ. Cơ quan điều tra đã giải quyết 4.975 vụ, đạt tỷ lệ 95,9%.",
        ("4.975", "4.475"),
    ),
    "more than the sentence before counts": (
        "Số vụ đủ điều kiện thi hành là 1.432 vụ. Đến nay đã hoàn thành 1.190 vụ, đạt 83,10%.",
        ("1.190", "1.910"),
    ),
    "a part that passes its total": (
        "Đã xử lý 76 vụ, trong đó xử lý hành chính 62 vụ, hình sự 14 vụ.",
        ("62 vụ", "82 vụ"),
    ),
    "an amount beside its percentage": (
        "Đã thi hành xong 5.024 việc (tăng 46 việc, 0,9% so với cùng kỳ năm trước).",
        ("0,9%", "0,4%"),
    ),
    "points from a target": (
        "Bảo hiểm y tế đạt 86,5% dân số, thấp hơn 4,5% so với chỉ tiêu giao (91%).",
        ("86,5%", "66,5%"),
    ),
    "shares of three sectors": (
        "Khu vực công nghiệp chiếm 56,34%, dịch vụ chiếm 31,31% và nông nghiệp chiếm 12,35%.",
        ("56,34%", "51,34%"),
    ),
    "one of the shares of a whole": (
        "Xảy ra 180 vụ phạm tội. Trong các loại tội phạm, trộm cắp 53 vụ (29,44%), gây thương "
        "tích 45 vụ (25%), đánh bạc 33 vụ (18,33%).",
        ("25%", "95%"),
    ),
    "a total far off": (
        "Xảy ra 278 vụ tai nạn, gồm 224 vụ va chạm và 54 vụ nghiêm trọng.",
        ("278", "978"),
    ),
    "a long name of the plan": (
        "Giải ngân là 321.529 triệu đồng, đạt 68,3% kế hoạch Thủ tướng Chính phủ giao đầu năm "
        "(470.600 triệu đồng).",
        ("68,3", "63,8"),
    ),
    "who gave the plan": (
        "Thu 3.954,9 triệu đồng, đạt 219,7% chỉ tiêu (1.800 triệu đồng do tỉnh giao).",
        ("219,7", "291,7"),
    ),
    "a change in between": (
        "Thu 840,83 tỷ đồng, tăng 18,56% (tương đương tăng 132 tỷ đồng) so với cùng kỳ, đạt 71,26% "
        "chỉ tiêu tỉnh giao (1.180 tỷ đồng).",
        ("71,26", "72,16"),
    ),
    "two plans": (
        "Thu 133,27 tỷ đồng, đạt 47,09% dự toán và 45,48% so với chỉ tiêu phấn đấu (293 tỷ đồng).",
        ("45,48", "54,48"),
    ),
    "plans before the change": (
        "Thu 119.750 tỷ đồng, bằng 42,31% dự toán, bằng 40,87% chỉ tiêu phấn đấu, tăng 1,25% so "
        "với cùng kỳ năm 2017 (118.276 tỷ đồng).",
        ("1,25", "1,52"),
    ),
    "what the last period reached": (
        "Thu 545,81 tỷ đồng, giảm 33,9% so với cùng kỳ 2019 đạt 826,08 tỷ đồng.",
        ("33,9", "38,9"),
    ),
    "shares of a whole that is named once": (
        "Khảo sát 655 thanh niên cho thấy: 45 người đồng ý, chiếm 6,9%; 265 người không đồng ý, "
        "chiếm 40,5%.",
        ("265", "256"),
    ),
    "what a rate is called": (
        "Năm 2020 có 94.344 hồ sơ, giải quyết 34.085 hồ sơ, tỷ lệ giải quyết trung bình đạt 36,1%.",
        ("34.085", "30.485"),
    ),
    "the other way": (
        "Có 211 cơ sở tham gia, tăng 22 cơ sở so với cùng kỳ năm 2017 (189 cơ sở).",
        ("211", "121"),
    ),
    "an amount far off": (
        "Có 211 cơ sở tham gia, tăng 22 cơ sở so với cùng kỳ năm 2017 (189 cơ sở).",
        ("22 cơ", "82 cơ"),
    ),
    "measures": (
        "Thu đạt 41,268 tỷ đồng, tăng 5,864 tỷ đồng so với năm 2017 (năm 2017 đạt 35,404 tỷ đồng).",
        ("35,404", "53,404"),
    ),
}


@in_rows(("text", "change"), _CASES.values(), ids=_CASES)
def test_a_wrong_digit_is_told(text: str, change: tuple[str, str]) -> None:
    old, new = change
    told = readings(text)
    wrong = readings(text.replace(old, new, 1))

    assert text.count(old) >= 1
    assert not [one.finding.message() for one in told if one.finding]
    assert any(one.verdict is Verdict.CONFIRMED for one in told)
    assert any(one.finding for one in wrong)


_OPEN = {
    "parts of what is open": "Kim ngạch xuất nhập khẩu đạt 336,9 tỷ đồng, trong đó xuất khẩu gạo "
    "75,2 tỷ đồng và nhập khẩu phân bón 61,4 tỷ đồng.",
    "shares of a part": "Khảo sát 655 người: 45 người đồng ý, chiếm 6,9%; trong 600 phiếu còn lại "
    "có 150 phiếu trắng, chiếm 25%.",
    "calibres": "Pháo 130 mm có sức xuyên cao hơn 50% so với pháo 120 mm cũ.",
}


@pytest.mark.parametrize("text", _OPEN.values(), ids=_OPEN)
def test_what_is_left_open_is_not_told(text: str) -> None:
    assert not [one.finding.message() for one in readings(text) if one.finding]
