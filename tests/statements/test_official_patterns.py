"""Patterns of official reports: right they are confirmed, with two digits swapped they are told."""

from __future__ import annotations

import pytest
from in_rows import in_rows

from briefing.checking.statements import Verdict, read_text

_PATTERNS = {
    "cases and persons with commas": (
        "Phát hiện 20 vụ, 39 đối tượng, trong đó trộm cắp 05 vụ, 07 đối tượng; gây thương tích 03 "
        "vụ, 11 đối tượng; đánh bạc 12 vụ, 21 đối tượng.",
        "21 đối → 12 đối",
    ),
    "cases and the accused with commas": (
        "Xét xử 85 vụ, 134 bị cáo, gồm: ma túy 52 vụ, 71 bị cáo; trộm cắp 21 vụ, 38 bị cáo; đánh "
        "bạc 12 vụ, 25 bị cáo.",
        "38 bị → 83 bị",
    ),
    "groups and persons with commas": (
        "Tiếp 37 đoàn, 268 người, trong đó tiếp định kỳ 21 đoàn, 145 người; tiếp đột xuất 16 đoàn, "
        "123 người.",
        "145 người → 154 người",
    ),
    "cases and the accused with a dash": (
        "Đã thụ lý 1.302 vụ - 2.286 bị cáo, giải quyết 1.153 vụ - 2.046 bị cáo, đạt 88,56%.",
        "1.153 → 1.135",
    ),
    "cases and suspects with a dash": (
        "Phát hiện 246 vụ - 318 đối tượng, khởi tố 197 vụ - 241 đối tượng, đạt 80,08%.",
        "246 → 264",
    ),
    "inspections and bodies with a dash": (
        "Thụ lý 412 vụ - 530 bị can, giải quyết 395 vụ - 501 bị can, đạt tỷ lệ 95,87%.",
        "395 → 359",
    ),
    "rate in brackets behind a long name": (
        "Có 154/159 xã, phường, thị trấn đạt chuẩn phổ cập giáo dục mức độ 2 (tỷ lệ 96,9%).",
        "154/159 → 145/159",
    ),
    "rate in brackets behind commas": (
        "Đã kiểm tra 87/96 cơ sở sản xuất, kinh doanh, chế biến thực phẩm (đạt tỷ lệ 90,6%).",
        "90,6% → 96,0%",
    ),
    "share in brackets behind commas": (
        "Có 362/418 cán bộ, công chức, viên chức được bồi dưỡng (chiếm 86,6%).",
        "362/418 → 326/418",
    ),
    "cases, then persons, then the rate": (
        "Điều tra khám phá 35/37 vụ, làm rõ 67 đối tượng, đạt tỷ lệ 94,6%.",
        "94,6% → 96,4%",
    ),
    "files, then money, then the rate": (
        "Giải quyết 412/438 đơn, thu hồi 15 tỷ đồng, đạt tỷ lệ 94,1%.",
        "412/438 → 421/438",
    ),
    "works, then people, then the rate": (
        "Nghiệm thu 128/143 công trình, huy động 950 lao động, đạt tỷ lệ 89,5%.",
        "89,5% → 85,9%",
    ),
    "expected result of a plan": (
        "Thu ngân sách ước đạt 4.100 tỷ đồng, bằng 97,6% kế hoạch (4.200 tỷ đồng).",
        "(4.200 → (2.400",
    ),
    "expected result of a plan, by the plan": (
        "Thu ngân sách ước đạt 4.100 tỷ đồng, bằng 97,6% kế hoạch (4.200 tỷ đồng).",
        "(4.200 → (4.020",
    ),
    "expected result against last year": (
        "Sản lượng ước đạt 5.600 tấn, tăng 16,7% so với cùng kỳ (4.800 tấn).",
        "16,7% → 61,7%",
    ),
    "expected part of a whole": (
        "Giải ngân ước đạt 730 tỷ đồng/850 tỷ đồng, đạt 85,9%.",
        "85,9% → 89,5%",
    ),
}


@in_rows("pattern", _PATTERNS.values(), ids=_PATTERNS)
def test_a_pattern_is_confirmed_where_it_holds(pattern: tuple[str, str]) -> None:
    found = list(read_text([(pattern[0], None)]))

    assert not [one.finding.message() for one in found if one.finding]
    assert any(one.verdict is Verdict.CONFIRMED for one in found)


@in_rows(("text", "swap"), _PATTERNS.values(), ids=_PATTERNS)
def test_a_pattern_is_told_where_two_digits_changed_place(text: str, swap: str) -> None:
    old, new = swap.split(" → ")
    assert old in text

    assert [one for one in read_text([(text.replace(old, new), None)]) if one.finding]


_NOTHING = {
    "rate of something else": "Có 12/18 xã, phường đạt chuẩn, trong đó hộ giàu tăng (tỷ lệ 31,4%).",
    "rate of the persons": "Phá 12/18 vụ, bắt 67 đối tượng, đạt tỷ lệ 91,3% số đối tượng truy nã.",
    "rounded estimate": "Thu ước đạt 4.000 tỷ đồng, bằng 96,2% kế hoạch (4.200 tỷ đồng).",
    "rounded estimate of two digits": "Thu ước đạt 4.100 tỷ đồng, bằng 98,5% dự toán (4.200 "
    "tỷ đồng).",
}


@pytest.mark.parametrize("text", _NOTHING.values(), ids=_NOTHING)
def test_nothing_is_told_of_what_may_be_meant_otherwise(text: str) -> None:
    assert not [one.finding for one in read_text([(text, None)]) if one.finding]
