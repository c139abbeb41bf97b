"""Forms of public reports: confirmed as they stand, told with one wrong number, or left alone."""

from __future__ import annotations

from in_rows import in_rows

from briefing.checking.statements import Verdict
from tests.statements.shown import readings

_STATED = {
    "periods that each lead their change": (
        "Tai nạn giao thông: 125/140 vụ, giảm 15 vụ (10,71%); 85/92 người chết, giảm 7 người "
        "(7,61%); 66/69 người bị thương, giảm 3 người (4,35%).",
        ("85/92", "58/92"),
        ("7 người", "9 người"),
        ("7,61%", "6,71%"),
    ),
    "by how much a plan is passed": (
        "Thu nội địa đạt 9.348 tỷ đồng, vượt 648 tỷ đồng (tương ứng vượt 7,4%) so với dự toán giao "
        "(8.700 tỷ đồng).",
        ("648 tỷ", "678 tỷ"),
        ("8.700", "7.800"),
        ("7,4%", "4,7%"),
    ),
    "by how much it is missed, with a slash": (
        "Thu tiền sử dụng đất 1.134/1.420 tỷ đồng, đạt 79,9% dự toán, hụt 286 tỷ đồng.",
        ("286", "236"),
    ),
    "how many lack": (
        "Biên chế được giao 548 người, hiện có 513 người, còn thiếu 35 người.",
        ("513", "531"),
    ),
    "what trade leaves": (
        "Xuất khẩu đạt 4,27 tỷ USD, nhập khẩu đạt 2,95 tỷ USD, xuất siêu 1,32 tỷ USD.",
        ("2,95", "9,25"),
    ),
    "what is left of a whole": (
        "Đã trả lời 1.137/1.404 kiến nghị của cử tri, đạt 81%; còn 267 kiến nghị đang xem xét.",
        ("267", "276"),
    ),
    "a total behind the quarters": (
        "Quý I có 112 vụ, quý II 137 vụ, quý III 145 vụ, quý IV 126 vụ; cả năm 520 vụ.",
        ("112", "121"),
        ("520", "250"),
    ),
    "cases with persons, who are called otherwise at each stage": (
        "Xử lý 214 vụ với 327 đối tượng, gồm: khởi tố 81 vụ, 124 bị can; xử phạt hành chính 133 "
        "vụ, 203 đối tượng.",
        ("214", "241"),
        ("124", "142"),
        ("133", "138"),
    ),
    "projects with money in brackets": (
        "Thu hút 27 dự án với tổng vốn 3.430 tỷ đồng, gồm 21 dự án trong nước (2.140 tỷ đồng) và 6 "
        "dự án nước ngoài (1.290 tỷ đồng).",
        ("3.430", "4.330"),
        ("27 dự", "72 dự"),
    ),
    "a harvest and its yield": (
        "Diện tích gieo cấy 11.200 ha, năng suất bình quân 57,5 tạ/ha, sản lượng đạt 64.400 tấn.",
        ("57,5", "75,5"),
        ("64.400", "46.400"),
    ),
    "the last value in brackets": (
        "Trong năm xảy ra 413 vụ (cùng kỳ năm trước 441 vụ), giảm 28 vụ (6,35%).",
        ("28 vụ", "38 vụ"),
        ("441", "414"),
    ),
    "a percentage behind two periods in brackets": (
        "Số vụ giảm 28 vụ (từ 441 vụ xuống 413 vụ), tương đương 6,35%.",
        ("6,35", "3,65"),
    ),
    "an amount behind its base": (
        "Tổng đàn bò hiện có 4.324 con, tăng 1,2% so với cùng kỳ (tăng 51 con).",
        ("51 con", "15 con"),
        ("1,2%", "2,1%"),
    ),
    "a rate before a slash": (
        "Có 92,3% cán bộ, công chức, viên chức (1.843/1.997 người) đạt loại khá, giỏi.",
        ("92,3", "29,3"),
    ),
    "shares of a list without units": (
        "Đánh giá, xếp loại 60 tổ chức: hoàn thành xuất sắc nhiệm vụ 11 (18,33%), hoàn thành tốt "
        "nhiệm vụ 43 (71,67%), hoàn thành nhiệm vụ 6 (10%).",
        ("18,33", "13,83"),
        ("43 (", "34 ("),
    ),
    "shares that show that more were ranked": (
        "Xếp loại 60 tổ chức đảng: hoàn thành xuất sắc 11 (18,33%), hoàn thành tốt 43 (71,67%), "
        "hoàn thành 6 (10%).",
        ("60 tổ", "50 tổ"),
    ),
    "what was solved, persons between": (
        "Đã khám phá 1.037/1.215 vụ phạm tội về trật tự xã hội, bắt 1.764 đối tượng, đạt tỷ lệ "
        "85,3%.",
        ("85,3", "58,3"),
    ),
    "what something is made of": (
        "Cơ cấu vốn: ngân sách nhà nước 41,2%, vốn vay 23,6%, doanh nghiệp 28,7%, dân cư 6,5%.",
        ("23,6", "32,6"),
    ),
    "a percentage behind the base of an amount": (
        "Số ca mắc 846 ca, giảm 312 ca so với cùng kỳ (1.158 ca), tỷ lệ giảm 26,9%.",
        ("26,9", "29,6"),
    ),
    "a rate of a base in brackets": (
        "Có 1.046.215 người tham gia, tỷ lệ bao phủ 95,25% dân số (1.098.340 người).",
        ("95,25", "59,25"),
    ),
    "what is still to be got back": (
        "Kiến nghị thu hồi 14.216 triệu đồng; đã thu hồi 12.087 triệu đồng, còn phải thu hồi 2.129 "
        "triệu đồng.",
        ("2.129", "2.192"),
    ),
    "a measure with one digit turned": (
        "Thu nhập đạt 52,6 triệu đồng/năm, tăng 4,1 triệu đồng so với năm 2022 (48,5 triệu đồng).",
        ("52,6", "25,6"),
    ),
    "a rate of each of two bases": (
        "Tổng thu 11.482 triệu đồng, đạt 105,3% so với dự toán giao (10.900 triệu đồng), bằng "
        "102,5% so với cùng kỳ (11.198 triệu đồng).",
        ("102,5", "120,5"),
        ("10.900", "19.000"),
    ),
    "kinds with numbers": (
        "Bồi dưỡng cho 1.426 người, gồm: đối tượng 2: 14 người, đối tượng 3: 187 người, đối tượng "
        "4: 1.225 người.",
        ("187", "178"),
    ),
    "minorities": (
        "Đảng bộ có 5.214 đảng viên; đảng viên nữ 1.873 đồng chí, chiếm 35,92%; đảng viên người "
        "dân tộc thiểu số 2.046 đồng chí, chiếm 39,24%.",
        ("39,24", "93,24"),
    ),
    "shares of all that a slash tells": (
        "Giao quân 213/213 công dân; trong đó đảng viên 7 đồng chí (3,29%), trình độ đại học 41 "
        "đồng chí (19,25%).",
        ("19,25", "91,25"),
    ),
    "a total behind two": (
        "Thu nội địa ước 6.214 tỷ đồng, thu xuất nhập khẩu 1.923 tỷ đồng, tổng thu 8.137 tỷ đồng.",
        ("1.923", "1.932"),
    ),
    "what is still under way": (
        "Tiếp nhận 846 vụ, hòa giải thành 731 vụ, không thành 98 vụ, đang hòa giải 17 vụ.",
        ("731", "371"),
    ),
}

_LEFT_ALONE = {
    "how much was done, and by how much more": (
        "Khám phá 35/37 vụ, tăng 3 vụ (9,4%) so với cùng kỳ; hòa giải thành 145/160 vụ việc, giảm "
        "12 vụ việc (7,64%); thu 35/41 tỷ đồng, tăng 12%."
    ),
    "a plan and another base": (
        "Trồng 1.250 ha rừng, vượt 50 ha so với kế hoạch, tăng 100 ha so với năm 2022 (1.150 ha)."
    ),
    "what lacks of another base": (
        "Biên chế được giao 530 người, hiện có 512 người, còn thiếu 25 người so với định mức."
    ),
    "persons who do not add up as their cases do": (
        "Xử lý 214 vụ, 327 đối tượng, gồm: khởi tố 81 vụ, 124 bị can; xử phạt hành chính 133 vụ, "
        "195 đối tượng."
    ),
    "money of a list, rounded": (
        "Hỗ trợ 345 hộ (1.700 triệu đồng), trong đó hộ nghèo 208 hộ (1.040 triệu đồng), hộ cận "
        "nghèo 137 hộ (685 triệu đồng)."
    ),
    "yields of what was harvested": (
        "Diện tích gieo trồng 12.500 ha, năng suất 60 tạ/ha, sản lượng 66.000 tấn; vụ sau 11.800 "
        "ha, năng suất 58 tạ/ha."
    ),
    "shares of those who were ranked": (
        "Toàn trường có 480 học sinh: học lực giỏi 120 em (25,6%), khá 220 em (46,9%), học lực "
        "trung bình 129 em (27,5%)."
    ),
    "what is left and what was carried over": (
        "Quỹ có 850 triệu đồng, đã chi 620 triệu đồng, còn tồn 320 triệu đồng; số ca giảm 312 ca "
        "so với cùng kỳ (1.158 ca), tỷ lệ tử vong 0,2%."
    ),
    "turns and heads": (
        "Mở 41 lớp cho 3.164 lượt cán bộ; trong đó 12 lớp lý luận (800 học viên), 29 lớp nghiệp vụ "
        "(2.100 học viên)."
    ),
    "shares of a whole behind words": (
        "Giảm 20% hộ nghèo (45/225 hộ) trong năm; tăng 12% số hộ khá (145/512 hộ)."
    ),
    "running totals": "Sáu tháng đầu năm 260 vụ, 9 tháng 400 vụ, cả năm 523 vụ.",
    "of each level of a year": "Sinh viên năm 2 ngành Y; tuần 52 năm 2023 ghi nhận 45 ca.",
}


def _cases() -> dict[str, tuple[str, tuple[str, str]]]:
    return {
        f"{name}: {old} → {new}": (text, (old, new))
        for name, (text, *changes) in _STATED.items()
        for old, new in changes
    }


@in_rows("text", [text for text, *_ in _STATED.values()], ids=_STATED)
def test_what_holds_is_confirmed(text: str) -> None:
    found = readings(text)

    assert not [one.finding.message() for one in found if one.finding]
    assert any(one.verdict is Verdict.CONFIRMED for one in found)


@in_rows(("text", "change"), _cases().values(), ids=_cases())
def test_a_wrong_number_is_told(text: str, change: tuple[str, str]) -> None:
    old, new = change

    assert text.count(old) == 1
    assert [one for one in readings(text.replace(old, new)) if one.finding]


@in_rows("text", _LEFT_ALONE.values(), ids=_LEFT_ALONE)
def test_what_nothing_decides_is_left_alone(text: str) -> None:
    assert not [one.finding.message() for one in readings(text) if one.finding]
