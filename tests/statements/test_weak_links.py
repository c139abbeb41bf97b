"""What words tie only loosely is never called an error; what they tie closely still is."""

from __future__ import annotations

import pytest

from briefing.checking.statements import read_text
from briefing.findings import Severity

_LOOSE = {
    "equity in brackets": "Dự án vay 6.000 tỷ đồng (vốn chủ sở hữu 800 tỷ đồng, chiếm 11,8%).",
    "peak": "Giá vàng tăng 0,3 USD lên 1.332 USD, so với mức đỉnh 1.376 USD.",
    "round the clock": "Dịch vụ trực 24/7 theo thống kê chiếm 60% số cuộc gọi.",
    "overlapping parts": "Khởi tố 84 bị can, gồm 41 bị can về tội A, 38 bị can về tội B, "
    "46 bị can về tội C.",
    "list left open": "Tỉnh có 700 xe, gồm 140 xe tải và 402 xe khách.",
    "falling range": "Giá bán từ 136 đến 62 USD.",
    "subject behind a comma": "Giảm giá 30%, phương tiện nhóm 1 từ 35.000 đồng xuống 15.000 đồng.",
    "scar": "Tổn thương cơ thể là 6% (sẹo ngang 1/3 giữa mặt ngoài).",
    "share held": "Giảm từ 4,76 triệu cổ phiếu xuống 4,46 triệu cổ phiếu (tỷ lệ 1,62%).",
    "months": "Đã đón khách trong 11 tháng, vượt 1 triệu khách so với con số 2,7 triệu năm 2017.",
    "another number fits": "Có 265 nhà máy, chiếm 31,6% trong 838 nhà máy và tăng gần 1,47 lần "
    "so với 180 nhà máy năm 2017.",
    "below nothing": "Lợi nhuận điều chỉnh từ 114,01 tỷ đồng xuống âm 834,56 tỷ đồng.",
    "compound": "Lợi nhuận tăng trưởng kép 178%, từ 96 tỷ đồng lên 2.062 tỷ đồng.",
    "name with a number": "Đơn vị giảm sản lượng máy bay 737 từ 52 chiếc xuống còn 42 chiếc.",
    "exchange": "Đồng bảng giảm từ 47 bảng ăn một USD năm 2010 xuống 500 bảng.",
    "litres": "Xe từ 1.5 L đến 2.0 L được giảm xuống còn 40%.",
    "vague amount": "Kim ngạch đạt 46,55 tỷ USD, tăng 4,1% (gần 2 tỷ USD) so với cùng kỳ.",
    "noun of a rate": "Đơn vị giữ ít hơn 50% vốn điều lệ bị cắt từ 12 xuống còn 8 đơn vị.",
}

_CLOSE = {
    "share": "Kiểm tra 3.455 hồ sơ, trong đó có 1.436 hồ sơ sai sót (chiếm 34,6%).",
    "fraction": "Còn 241/362 trường chưa đạt chuẩn, chiếm tỷ lệ 59,2%.",
    "against last": "Lợi nhuận đạt 5,36 tỷ đồng, giảm 58,13% so với cùng kỳ (10,8 tỷ đồng).",
    "periods": "Dư nợ tăng 36% trong ba năm qua, từ 18 tỷ đồng lên 28 tỷ đồng.",
    "amount": "Lưu lượng từ 6.880 m3 lên 9.680 m3 (tăng 2.860 m3).",
}


def _errors(text: str) -> list[str]:
    found = (reading.finding for reading in read_text([(text, None)]))
    return [one.rule for one in found if one is not None and one.severity is Severity.ERROR]


@pytest.mark.parametrize("text", _LOOSE.values(), ids=_LOOSE)
def test_what_words_tie_loosely_is_no_error(text: str) -> None:
    assert not _errors(text)


@pytest.mark.parametrize("text", _CLOSE.values(), ids=_CLOSE)
def test_what_words_tie_closely_is_an_error(text: str) -> None:
    assert _errors(text)
