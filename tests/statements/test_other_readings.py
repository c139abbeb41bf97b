"""Where another reading makes a sentence right, nothing is told; each sentence is of one kind.

What stands beside a number may be of another base, another thing, another whole or a name. The
same words with numbers that no reading makes right are still told.
"""

from __future__ import annotations

import pytest
from in_rows import in_rows

from briefing.findings import Severity
from tests.statements.shown import readings

_RIGHT = {
    "one unit of both": "Thu tăng 1.000 tỷ đồng (100.000%, 1.001/1 tỷ đồng) so với cùng kỳ.",
    "one written out": "Mức chi giảm 2,5 triệu đồng (500.000/3 triệu đồng) so với cùng kỳ.",
    "how it was reckoned": "Tổng chi phí tăng 20% (500/30).",
    "base of another comparison": "Mức dư năm nay cao hơn mức dư năm 2018 (6,83 tỷ đồng), gấp hơn "
    "9 lần so với mức dư năm 2017 (2,11 tỷ đồng).",
    "yield of what was harvested": "Tổng diện tích điều là 300 ha; sản lượng đạt 360 tấn; năng "
    "suất bình quân đạt 1,4 tấn/ha.",
    "mean rounded to tens": "Trong 15 năm đưa vào vận hành 96.500 kW (bình quân 6.430 kW/năm).",
    "names of zones": "Hai huyện được điều chỉnh từ vùng 3 lên vùng 2.",
    "two things": "Cây cao từ 30 m, đường kính thân lên đến 8 m.",
    "on another road": "Mở rộng từ 4 làn trên quốc lộ lên 1 làn riêng cho xe buýt.",
    "points of each year": "Tỷ trọng công nghiệp giảm từ 38,7% xuống còn 21,8%, tức giảm 1,1% / "
    "năm.",
    "a whole of its own": "Đơn vị được giữ 7% số thu, số còn lại (xem như 100%) nộp ngân sách.",
    "answers unsaid": "Có 54% người dân hài lòng, 45% còn lại chưa hài lòng.",
    "a subject of its own": "Tại 15 xã, số bài bị loại chiếm khoảng 1% trong tổng số 80.000 bài.",
    "some of them": "Có 31 thị trường đạt trên 1 tỷ đồng, trong đó 5 thị trường ở Á, 8 thị trường "
    "ở Âu.",
    "parts of one whole": "Phát hiện 91/132 xe vi phạm, trong đó 35/91 xe quá tải, 56/91 xe quá "
    "khổ.",
    "at least": "Có ít nhất 400 người, gồm 303 nam và 75 nữ.",
    "mainly": "Tài sản là 3.910 tỷ đồng, chủ yếu gồm các khoản phải thu (1.600 tỷ đồng), hàng tồn "
    "kho (987 tỷ đồng).",
    "sizes downwards": "Cá có chiều dài từ 28 đến 17 cm.",
    "supplied": "Rà soát 5 thủ tục và cung cấp 8 thủ tục (cấp xã: 6 thủ tục, cấp tỉnh: 2 thủ tục).",
    "parts of the new value in brackets": "Kim ngạch đạt 131,78 tỷ đồng, tăng gần 8% so với năm "
    "2019 (trong đó xuất khẩu đạt 73,84 tỷ đồng, nhập khẩu đạt 57,94 tỷ đồng).",
    "the next bank of a list": "A tăng 226,7% từ 15 tỷ đồng lên 49 tỷ đồng, B tăng 134%, C tăng "
    "131,6%.",
    "a spoken third": "Năm 1820, nước này chiếm 1/3 thế giới (32,4%).",
    "below nothing": "Tăng trưởng được điều chỉnh giảm từ -3,8% trong tháng 9 xuống còn -4,4%.",
    "profits of another sentence": "Du lịch (giảm 363%) bị tác động nặng nhất. Lợi nhuận sau "
    "thuế của ngành giảm mạnh.",
    "in two ways at once": "Có 44 ngân hàng tham gia, trong đó có 38 ngân hàng nộp thuế điện tử và "
    "7 ngân hàng nhờ thu.",
    "another mean": "Trong 5 năm, đơn vị tạo ra hơn 1,2 triệu tỷ đồng; nộp ngân sách trung bình "
    "khoảng 40.000 tỷ đồng mỗi năm.",
}

_FALSE = {
    "how much it rose": "Số vụ tăng 20% (150 vụ/100 vụ).",
    "yield below what is possible": "Tổng diện tích lúa là 300 ha; sản lượng đạt 360 tấn; năng "
    "suất bình quân đạt 1,02 tấn/ha.",
    "way of one thing": "Số hộ nghèo tăng từ 401 hộ năm 2022 lên 351 hộ năm 2023.",
    "remainder": "Có 61% hộ khá, 25% hộ trung bình, còn lại 41% hộ nghèo.",
    "fine told downwards": "Phạt tiền từ 5.000.000 đến 1.000.000 đồng.",
    "parts of columns": "Phát hiện 91 vụ/132 đối tượng, trong đó 35 vụ/60 đối tượng trộm cắp, 65 "
    "vụ/72 đối tượng đánh bạc.",
}


@in_rows("text", _RIGHT.values(), ids=_RIGHT)
def test_another_reading_keeps_a_sentence_from_being_accused(text: str) -> None:
    assert [one.finding.message() for one in readings(text) if one.finding] == []


@pytest.mark.parametrize("text", _FALSE.values(), ids=_FALSE)
def test_what_no_reading_makes_right_is_told(text: str) -> None:
    assert any(one.finding for one in readings(text))


def test_a_vague_total_is_confirmed_only_to_its_last_digit() -> None:
    told = readings("Có khoảng 173 cơ sở, trong đó có 65 cơ sở may, 117 cơ sở mộc.")

    assert not any(one.verdict.value == "confirmed" for one in told)


def test_one_digit_put_for_another_in_numbers_far_apart_is_a_warning() -> None:
    told = [one.finding for one in readings("Thu 221,4 tỷ đồng, đạt 124,4% dự toán (778 tỷ đồng).")]

    assert [one.severity for one in told if one] == [Severity.WARNING]


_ROUNDED = (
    "Thu 352.000 tỷ đồng, đạt 86,7% dự toán (405.000 tỷ đồng).",
    "Thu đạt 126.434 tỷ đồng, giảm 2,69%, tương đương 3.400 tỷ đồng.",
)


@pytest.mark.parametrize("text", _ROUNDED)
def test_what_rounding_to_hundreds_explains_is_a_warning(text: str) -> None:
    assert [one.finding.severity for one in readings(text) if one.finding] == [Severity.WARNING]
