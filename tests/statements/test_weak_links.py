"""What words tie only loosely is never called an error; what they tie closely still is.

Closely: a slash, brackets, or numbers side by side with no words but those that bind them. Of the
others two digits that changed place, a shifted point, or a rate beside them of the same whole make
an error; else what does not fit is a warning.
"""

from __future__ import annotations

import pytest
from in_rows import in_rows

from briefing.checking.statements import Verdict, read_text
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

_NOTHING = {
    "age": "Toàn tỉnh có 400.000 người từ 25 đến 50 tuổi và 183.150 trên 50 tuổi (16%).",
    "base of its own": "Hạn mức là không quá 133% mức nghèo, ít hơn 133% mức nghèo chung.",
    "shot down": "Ngày 18/12, tỷ lệ máy bay bị bắn hạ là 17,3% (34/197 chiếc).",
    "several districts": "Có 7/12 huyện, thành phố đạt trên 90% kế hoạch lấy nước.",
    "spoken": "Có 1/4 bỏ phiếu cho ông này (25,5%).",
    "new value": "Sản lượng ước tăng lên 55.500 tấn từ 48.500 tấn của năm ngoái, với nhu cầu tiêu "
    "thụ ước tăng lên 51.500 tấn.",
    "both are shares": "Hàng xuất sang Pháp là 75,3 tỷ euro (chiếm tỷ lệ 10,3% trong tổng kim "
    "ngạch), sang Mỹ là 64,8 tỷ euro (8,8%) và sang Anh 61,1 tỷ euro (8,3%).",
    "behind a colon": "Có 24 đồng vị đã biết, trong đó có 3 đồng vị tự nhiên: K39 (93,3%).",
    "all that was due": "Trong số 153 nhiệm vụ, đã hoàn thành 129 nhiệm vụ (100%) đúng hạn.",
    "prices": "Hà Nội 200.000 đồng; Hải Phòng là 150.000 đồng và các tỉnh còn lại 100.000 đồng.",
    "marks": "Ngành Báo chí lấy 18 điểm, Quản lý 16,5 điểm, các ngành còn lại lấy 16 điểm.",
    "no parts": "Toàn ngành có 18 đơn vị, trong đó có 6 vụ, được giao thực hiện 15 nhiệm vụ.",
    "results": "Đội không thắng cả 5 trận gần nhất (hòa 3, thua 3).",
    "persons by name": "Cử 4 người gồm: đạo diễn quay phim, phóng viên ảnh, 1 sinh viên và "
    "1 lái xe.",
    "rounded total": "Diện tích thiệt hại là 188.000 ha, trong đó Cà Mau 155.890 ha, Kiên Giang "
    "13.800 ha và Bạc Liêu 18.448 ha.",
    "overlapping parts far off": "Thu hút 224 doanh nghiệp (trong số đó 187 doanh nghiệp đang hoạt "
    "động và 118 doanh nghiệp đã có công đoàn).",
    "bare total": "Có 8.225 bài thi Khoa học xã hội, ngoại ngữ là 10.349, trong đó tiếng Anh "
    "10.347 bài thi, 01 bài thi tiếng Đức và 01 bài thi tiếng Nhật.",
    "list of three": "Cơ cấu kinh tế chuyển dịch theo hướng công nghiệp-dịch vụ (74-17-9%).",
    "halves": "Hai bên góp vốn 50-50%.",
    "signed range": "Góc xoay ngang từ -45 đến 45 độ.",
    "until a month": "Từ 1995 đến 6/2001: chuyên viên.",
    "others are left": "Người Kinh chiếm 95,2% dân số, còn lại là người Sán Dìu với 3,9%, các dân "
    "tộc khác sống xen kẽ.",
    "two rests": "Trong 47% diện tích và 44% dân số còn lại, không bên nào kiểm soát.",
    "another mean": "Vận chuyển gần 376.000 lượt khách (bình quân 40 khách/lượt), ngày cao nhất "
    "16.685 khách (bình quân 46 khách/lượt).",
    "place in a list": "Trong một năm đã cải thiện vị trí từ 112 lên 37.",
    "name with a slash": "Công ty xây dựng 1/5 muốn mua dự án ven sông do bên kia đang chiếm "
    "50,5% vốn.",
    "scale left out": "Xe cũ có giá từ 400 - 1 triệu đồng.",
    "century left out": "Hai bên cùng chiếm đóng từ 1846–72.",
    "before Christ": "Thời kỳ này kéo dài từ 4000 đến 2000 TCN.",
    "mean of two kinds": "Trong 3 năm có 122 em bị truy tố, trung bình mỗi năm ở mỗi địa phương "
    "có 1 em.",
    "growth": "Kinh tế dự kiến tăng trưởng -9,6% trong năm nay.",
    "shares of two": "Chủ yếu là người theo đạo A (87%) còn lại là đạo B (5%).",
    "three groups": "Có 12 người chết do kiệt sức, 5 người do tai nạn, một người còn lại chưa rõ.",
    "a fruit and no part": "Nhập 4 loại quả, gồm nhãn (92 tấn), sầu riêng (86 tấn), măng cụt (56 "
    "tấn) và xoài (20 tấn).",
    "held against another": "Nợ phải trả là 4.072 tỷ đồng, trong đó nợ ngắn hạn 2.951 tỷ đồng, "
    "suýt soát tài sản ngắn hạn (3.079 tỷ đồng).",
    "some of the money": "Tài sản đạt 2.387 tỷ đồng, bao gồm hàng tồn kho 1.955 tỷ đồng; tiền mặt "
    "137,4 tỷ đồng; các khoản phải thu 97,3 tỷ đồng.",
    "owed and lent": "Tổng tài sản là 5.159 tỷ đồng, trong đó tiền gửi đạt 3.275 tỷ đồng; cho vay "
    "đạt 2.980 tỷ đồng.",
    "others among the parts": "Trường có 46 giáo viên, nhân viên, chỉ có 2 giáo viên, 2 bảo vệ là "
    "người địa phương, còn lại 42 giáo viên ở nơi khác.",
    "in turn": "Mức thưởng cho giải nhất, nhì, ba lần lượt từ 1-0,5 tháng lương.",
    "the same words lead both": "Nước A dẫn đầu với tổng vốn đầu tư 5,08 tỷ USD, nước B đứng thứ "
    "hai với tổng vốn đầu tư 2,62 tỷ USD, chiếm 15,7% tổng vốn đầu tư vào tỉnh.",
    "what a vague number was before": "Xảy ra hơn 160 vụ, làm chết 65 người. So với cùng kỳ giảm "
    "86 vụ (34,8%), giảm 5 người chết (7,14%).",
    "done of something else": "Xảy ra 180 vụ, trong đó trộm cắp 53 vụ (29,44%), đánh bạc 33 vụ "
    "(18,33%), đã khởi tố 20 vụ (91%).",
    "a comma for thousands": "Chỉ số đóng cửa ở 24.345,68 điểm (giảm 1,175 điểm, tức 4,6%).",
    "bounds of each": "Tài chính lợi nhuận 1.000 tỷ đồng trở lên, thương mại lợi nhuận 700 tỷ "
    " đồng trở lên, lĩnh vực còn lại lợi nhuận 500 tỷ đồng trở lên.",
    "rounded amount": "Giá vàng giảm 1,8 USD, tương đương 0,2%, còn 1.217,30 USD.",
}

_LIKELY = {
    "few digits": "Dư nợ tăng 36% trong ba năm qua, từ 18 tỷ đồng lên 28 tỷ đồng.",
    "share": "Kiểm tra 3.455 hồ sơ, trong đó có 1.436 hồ sơ sai sót (chiếm 34,6%).",
    "total": "Cả nước có 18 quỹ, trong đó có 5 quỹ trái phiếu, 4 quỹ cân bằng và 10 quỹ cổ phiếu.",
    "mean": "Trường có 12 lớp, tiếp nhận 913 học sinh, bình quân 70 học sinh/lớp.",
    "a change told in fives": "Có 386 đội, tăng 25% so với 312 đội năm trước.",
    "a rate told in tens": "Có 51 mẫu trên tổng số 58 mẫu, tương đương tỷ lệ 90%.",
    "a change told in tens": "Đạt 252,6 tỷ đồng, tăng 40% so với cùng kỳ 2017 (178 tỷ đồng).",
    "an amount told in hundreds": "Bán 19.900 đồng/lít, cao hơn 1.500 đồng so với giá niêm yết là "
    "18.470 đồng.",
    "a vague number": "Chi hơn 5 tỷ đồng, tăng 25% so với cùng kỳ năm trước (3,85 tỷ đồng).",
}

_CLOSE = {
    "swapped": "Kiểm tra 3.455 hồ sơ, trong đó có 1.436 hồ sơ sai sót (chiếm 45,6%), còn 2.019 hồ "
    "sơ (chiếm 58,44%).",
    "other share of the whole": "Thực hiện 742,9 tỷ đồng, trong đó vốn trung ương 88,6 tỷ đồng, "
    "chiếm 11,9% tổng số, vốn địa phương 731 tỷ đồng, chiếm 88,1%.",
    "part and whole": "Có 56.252 người trên tổng số 56.467 cử tri đi bầu, đạt 99,42%.",
    "plan": "Nộp ngân sách 481,961 tỷ đồng, đạt 60% kế hoạch năm 2017 (782,3 tỷ đồng).",
    "led to": "Cổ phiếu tăng 600 đồng (tương ứng 4,09%) lên 14.000 đồng.",
    "change behind": "Giảm từ 401 xuống còn 208 đơn vị, giảm 121 đơn vị (30,2%).",
    "fraction": "Còn 241/362 trường chưa đạt chuẩn, chiếm tỷ lệ 59,2%.",
    "against last": "Lợi nhuận đạt 5,36 tỷ đồng, giảm 58,13% so với cùng kỳ (10,8 tỷ đồng).",
    "amount": "Lưu lượng từ 6.880 m3 lên 9.680 m3 (tăng 2.860 m3).",
    "a round rate far off": "Đã làm rõ 80/100 vụ (đạt 60%).",
    "not all of them": "Đã làm rõ 98/100 vụ (đạt 100%).",
    "a counted amount": "Xảy ra 409 vụ, giảm 30 vụ so với năm 2022 (443 vụ).",
}


def _errors(text: str) -> list[str]:
    found = (reading.finding for reading in read_text([(text, None)]))
    return [one.rule for one in found if one is not None and one.severity is Severity.ERROR]


@in_rows("text", _LOOSE.values(), ids=_LOOSE)
def test_what_words_tie_loosely_is_no_error(text: str) -> None:
    assert not _errors(text)


@in_rows("text", _NOTHING.values(), ids=_NOTHING)
def test_nothing_is_told_of_what_was_not_meant(text: str) -> None:
    found = [reading.finding for reading in read_text([(text, None)])]

    assert not [one.message() for one in found if one is not None]


@pytest.mark.parametrize("text", _LIKELY.values(), ids=_LIKELY)
def test_what_is_likely_wrong_is_a_warning(text: str) -> None:
    found = [reading.finding for reading in read_text([(text, None)])]

    assert [one.severity for one in found if one is not None] == [Severity.WARNING]


@in_rows("text", _CLOSE.values(), ids=_CLOSE)
def test_what_words_tie_closely_is_an_error(text: str) -> None:
    assert _errors(text)


def test_a_vague_rate_with_decimals_confirms_nothing_far_off() -> None:
    found = [one.verdict for one in read_text([("Chép 52,5/159 trang (khoảng 30,02%).", None)])]

    assert Verdict.CONFIRMED not in found
