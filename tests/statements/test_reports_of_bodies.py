"""Patterns of reports of police, Party bodies and communes: right, and with one number wrong."""

from __future__ import annotations

import pytest
from in_rows import in_rows

from briefing.checking.statements import Verdict
from briefing.findings import Severity
from tests.statements.shown import readings

_CASES = {
    "what is pending ends a list": (
        "Phát hiện 153 vụ vi phạm; đã khởi tố 97 vụ, xử lý hành chính 41 vụ, đang điều tra 15 vụ.",
        ("97 vụ", "79 vụ"),
    ),
    "the list begins in the next sentence": (
        "Bắt giữ 214 vụ, 305 đối tượng. Đã khởi tố 162 vụ, 240 bị can, xử phạt 31 vụ, 39 đối "
        "tượng, đang xác minh 21 vụ, 26 đối tượng.",
        ("240 bị can", "420 bị can"),
    ),
    "what is not yet done": (
        "Tiếp nhận 12.480 hồ sơ, đã giải quyết 11.935 hồ sơ, chưa giải quyết 545 hồ sơ.",
        ("11.935", "11.395"),
    ),
    "a part that is more than all": (
        "Tiếp nhận 31 tin báo, trong đó làm rõ 26 tin, đang giải quyết 5 tin.",
        ("26 tin", "62 tin"),
    ),
    "shares of a number of the sentence before": (
        "Trong năm thi hành kỷ luật 85 đảng viên. Hình thức kỷ luật: khiển trách 52 (chiếm 61%), "
        "cảnh cáo 23 (27%), cách chức 4 (5%), khai trừ 6 (7%).",
        ("52 (", "25 ("),
    ),
    "finer shares of it": (
        "Toàn xã có 412 hộ được bình xét. Kết quả: 287 hộ đạt loại tốt (69,66%), 96 hộ đạt loại "
        "khá (23,30%), 29 hộ đạt loại trung bình (7,04%).",
        ("96 hộ", "69 hộ"),
    ),
    "more solved than happened": (
        "Phát hiện 462 vụ vi phạm, điều tra làm rõ 391 vụ, đạt tỷ lệ 84,6%.",
        ("391 vụ", "891 vụ"),
    ),
    "more money got back than was lost": (
        "Tổng thiệt hại 465 triệu đồng, đã thu hồi 319 triệu đồng, đạt tỷ lệ 68,6%.",
        ("319 triệu", "519 triệu"),
    ),
    "a share between a number and its change": (
        "Cây chất bột đạt 412 ha, chiếm 2,4%, tăng 5,6% (+22 ha) so với vụ trước.",
        ("412 ha", "142 ha"),
    ),
}


@in_rows("name", _CASES)
def test_is_confirmed_and_its_wrong_number_told(name: str) -> None:
    text, (right, wrong) = _CASES[name]
    assert any(reading.verdict is Verdict.CONFIRMED for reading in readings(text))
    assert not [reading for reading in readings(text) if reading.finding]
    assert text.count(right) == 1
    assert [reading for reading in readings(text.replace(right, wrong)) if reading.finding]


@pytest.mark.parametrize(
    "text",
    [
        # a list that ends with what is pending need not name all
        "Phát hiện 153 vụ vi phạm; đã khởi tố 90 vụ, đang điều tra 15 vụ.",
        # of many years, not of one whole
        "Năm 2020 có 400 hộ. Năm 2021 có 21 hộ nghèo, chiếm 8,1%; năm 2022 có 25 hộ nghèo, chiếm "
        "8,7%; năm 2023 có 31 hộ nghèo, chiếm 9,2%.",
        # shares that fit no number before them
        "Toàn xã có 900 hộ. Kết quả: 287 hộ đạt loại tốt (69,66%), 96 hộ đạt loại khá (23,30%), "
        "29 hộ đạt loại trung bình (7,04%).",
        # few digits fit by chance
        "Có 21 mặt hàng, chiếm 81% kim ngạch; nay có 25 mặt hàng, chiếm khoảng 88,7%.",
    ],
)
def test_is_not_accused(text: str) -> None:
    assert not [reading for reading in readings(text) if reading.finding]


def test_what_only_a_slip_explains_is_no_error() -> None:
    text = "Phát hiện 462 vụ vi phạm, điều tra làm rõ 891 vụ, đạt tỷ lệ 84,6%."
    found = [reading.finding for reading in readings(text) if reading.finding]
    assert {finding.severity for finding in found} == {Severity.WARNING}
