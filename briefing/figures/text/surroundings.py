"""The words before a number that decide what it is: a name, a day, a place, an approximation."""

from __future__ import annotations

from decimal import Decimal

from briefing.figures.text.wordlists import phrases_of, words_of

NAMES = phrases_of(
    """năm|tháng|ngày|quý|điều|khoản|điểm|mục|chương|phần|thứ|lần thứ|đề án|chỉ đạo|bcđ|
    nghị quyết|kế hoạch|nghị định|thông tư|quyết định|chỉ thị|quốc lộ|tỉnh lộ|mức|phường|quận|
    khu phố|mức độ|tổ|ấp|khóa|khoá|giai đoạn|covid|phụ lục|trang|bảng|biểu|khối|lớp|hạng|nhóm|loại|
    cấp|đường|đội|phòng|lần|hình|ghế|q|p|bệnh nhân|mẫu|bài|kỳ|đợt|tầng|ngõ|hẻm|kênh|tuyến|
    vành đai|iphone|galaxy|boeing|airbus|euro|top|bậc|ca|thế kỷ|tuần|bước|vòng|ga|cầu|lô|khu|
    thôn|xóm|tập|phiên bản|chỉ số|gói|luật số|công văn|căn hộ|bệnh viện|trung đoàn|sư đoàn|
    hải đoàn|quân khu|tiểu đoàn|đại đội|đồn|đảo|trạm|cửa|c|f|h"""
)
"""A small number after these words names something (Đề án 06, phường 4); it counts nothing."""

COMPOUNDS = phrases_of(
    """ra lớp|một phần|góp phần|xếp loại|phân loại|lừa đảo|quần đảo|đóng cửa|mở cửa|đơn ca|tốp ca|
    mật độ|cá độ|tốc độ|nhiệt độ|nồng độ|
    tiến độ|trình độ|cường độ|chế độ|hương ước|quy ước|công ước"""
)
"""Words whose last syllable alone leads a name or an approximation: ``lừa đảo``, ``mật độ``."""

DATE_WORDS = words_of(
    "ngày sáng trưa chiều tối đêm khuya hôm mùng mồng dịp lễ tháng khánh niệm rạng"
)
"""Before these a day and a month stand."""

LOOSE_DATE_WORDS = words_of(
    "đến tới từ hết trước sau qua nay vào phiên và kỳ ( tính cuối đầu lúc hôm mai , - là"
)
"""Before these a day and a month stand if no unit follows."""

RANKS = words_of("vị trí xếp hạng đứng thứ")
"""Before these a number with a slash is a place in a ranking."""

QUALIFIERS = {
    **{word: word for word in ("gần", "hơn", "trên", "dưới", "khoảng", "ước", "ước tính")},
    **{word: word for word in ("ít nhất", "tối thiểu", "tối đa", "không quá", "xấp xỉ", "chừng")},
    **{"không dưới": "ít nhất", "chẳng dưới": "ít nhất", "không hơn": "không quá"},
    **{"ngót": "gần", "gần như": "gần", "suýt soát": "gần", "chưa đầy": "dưới", "chưa tới": "dưới"},
    **{"chưa đến": "dưới", "quá": "trên", "ước khoảng": "khoảng", "ước chừng": "khoảng"},
    **{"trên dưới": "khoảng", "độ": "khoảng", "ước đạt": "ước", "hơn cả": "hơn", "cỡ": "khoảng"},
}
"""Words that make an approximation of a number, each as the judge of numbers knows it."""

PASSED_OVER = words_of("gấp tới đến là mức ngưỡng mốc chạm con số đạt")
"""Words that may stand between a qualifier and its number: ``gần chạm ngưỡng 10.000``."""

TIMES_WORDS = {
    **{"đôi": Decimal(2), "rưỡi": Decimal("1.5"), "hai": Decimal(2), "ba": Decimal(3)},
    **{"bốn": Decimal(4), "năm": Decimal(5), "sáu": Decimal(6), "mười": Decimal(10)},
}
"""Factors in words, after ``gấp``."""


def is_year(run: str) -> bool:
    """Say whether digits can be a year."""
    return len(run) == 4 and run.isdigit() and "1900" <= run <= "2199"


def is_day_and_month(run: str, other: str) -> bool:
    """Say whether two runs of digits can be a day and a month."""
    if not (run.isdigit() and other.isdigit() and len(run) <= 2 and len(other) <= 2):
        return False
    return 1 <= int(run) <= 31 and 1 <= int(other) <= 12


SPELLED = {
    word: Decimal(value)
    for value, words in enumerate(
        ["-", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
    )
    for word in words.split()
    if value
}
"""Small numbers in words."""

BEFORE_SPELLED = words_of(", và có gồm đó là làm khiến ( : còn với trong hơn : ; thêm")
"""After these a word can be a number: ``hai nam, một nữ``."""

AFTER_SPELLED = words_of(
    """người nam nữ vụ trường đối cá tập em cháu nạn học xã hộ nhà xe tàu chiếc ngôi công cán bị
    nghi phụ chiến dân huyện tỉnh phường đơn nhân hành"""
)
"""Before these a word can be a number; they are what is counted."""
