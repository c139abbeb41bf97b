"""The words around numbers in reports: what names a thing, what measures, what compares."""

from __future__ import annotations

import re

QUALIFIERS = ("gần", "hơn", "trên", "dưới", "khoảng", "ước tính", "ước", "ít nhất", "tối thiểu")

# Numbers after these words name something (Đề án 06, phường 4, năm 2023); they count nothing.
_NAMED = (
    *("năm", "tháng", "ngày", "quý", "điều", "khoản", "điểm", "mục", "chương", "phần", "thứ"),
    *("lần thứ", "đề án", "ban chỉ đạo", "bcđ", "nghị quyết", "kế hoạch", "nghị định", "thông tư"),
    *("quyết định", "chỉ thị", "quốc lộ", "tỉnh lộ", "mức", "phường", "quận", "khu phố", "tổ"),
    *("ấp", "khóa", "giai đoạn", "covid", "phụ lục", "trang", "bảng", "biểu", "khối", "lớp"),
    *("hạng", "nhóm", "loại", "cấp", "đường", "đội", "phòng", "mẫu", "phần", "bài", "kỳ"),
)
NAMED = re.compile(rf"(?:(?<!trong )(?<!tổng )\bsố|\b(?:{'|'.join(_NAMED)}))[\s-]+$", re.IGNORECASE)

# Not figures at all, wherever they stand: dates, hours, document symbols, periods, fixed phrases.
NOT_FIGURES = re.compile(
    r"""
      \d{1,2}[/.-]\d{1,2}[/.-]\d{4}                     # 29/12/2023
    | \b(?:ngày|sáng|chiều|tối|đêm|hôm|rạng\ sáng|trưa|quốc\ khánh|lễ|dịp|kỷ\ niệm)\s+(?:ngày\s+)?
      \d{1,2}[/.-]\d{1,2}(?![\d/]|\.\d)                 # sáng 15/12
    | \b(?:đến|tới|từ)\s+(?:ngày\s+)?\d{1,2}/\d{1,2}(?=[\s,;.)]*(?:$|đến|tới|năm|hằng|hàng|,|\.|;))
    | \b(?:quý\s+)?[IVX]{1,4}/\d{4}                     # quý III/2023
    | \b\d{1,2}/\d{4}(?!\d)                             # 7/2024
    | \b\d{4}\s?[-–]\s?\d{4}\b                          # 2019-2024
    | \b\d+(?:/\d{4})?[-/][A-ZĐ][\w/-]*                 # 792-CV/TU, 03/2019/NĐ-CP
    | \b\d{1,2}(?:[:h]\d{2}|h\b)                        # 16:30
    | \b24/24(?:/7)?(?:\s*(?:giờ|h)\b|(?!\s*[^\W\d_]))|\b24/7\b   # a fixed phrase
    | \b\d{1,2}\s*giờ(?:\s*\d{1,2}\s*phút)?              # 08 giờ 30 phút
    | \b\d{1,2}\s+tháng\s+(?:đầu|cuối)\s+năm            # 6 tháng đầu năm
    | \btừ\s+\d[\d.,]*\s+đến\s+\d[\d.,]*               # a range settles nothing
    | (?:GMT|UTC)\s?[+-]\d+
    | \b0\d{8,10}\b                                     # a telephone number
    | \b(?!\d{1,3}(?:\.\d{3}){1,9}\b)\d+(?:\.\d+){2,}\b  # 1.1.2, but not 1.234.567
    """,
    re.VERBOSE | re.IGNORECASE,
)

# A number that opens a line and a stop or bracket after it number the line.
# What stands before the number is taken whole or not at all: a line of blanks is looked at once.
LINE_NUMBER = re.compile(
    r"^[ \t#*|-]*+(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,3}[^\S\n]*\|)(?=\s|$)", re.MULTILINE
)

_STOP_WORDS = """
    và với trong đạt là làm được đã có của cho tại trên ở từ đến so qua do thuộc bằng hoặc như
    chiếm tăng giảm gồm còn bị để theo khi mà nhưng vượt nên phải về đăng tham tụ sống mở nhằm
    giao nộp xây tương đương tỷ tỉ lên xuống
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words at which the name of a unit ends."""

UNIT_PHRASES = tuple(
    sorted(
        """người chết|người bị thương|người tử vong|người|lượt người|lượt phương tiện|lượt cán bộ
        |lượt tổ|lượt|vụ việc|vụ cháy|vụ|đối tượng|bị can|cuộc|đợt cao điểm|đợt|buổi|lần|chuyên án
        |mô hình|điểm mô hình|hộ gia đình|hộ|xã|phường|thôn|trường hợp|tin báo|tin|nguồn tin
        |tập thể|cá nhân|khẩu súng|viên đạn|viên|bánh heroin|bánh|tỷ đồng|triệu đồng|nghìn đồng
        |đồng|kg|gam|gram|tấn|lít|ha|km|m3|m³|m2|m²|công dân|thanh niên|đồng chí|đ/c|lực lượng
        |loại mô hình|tổ bảo vệ|nhóm giải pháp|nhóm nhiệm vụ
        |cơ quan|doanh nghiệp|điểm phần trăm|tiêu chí|tổ chức|phương tiện|suất quà|nhà""".replace(
            "\n", ""
        ).split("|"),
        key=len,
        reverse=True,
    )
)
"""Names of units that count as one word each, the longest first."""

_MEASURES = "kg gam gram g tấn tạ lít ml km m m2 m² m3 m³ ha đồng triệu tỷ nghìn ngàn %"
MEASURES = frozenset(_MEASURES.split())
"""Units that are measured and may carry decimals."""

NAMED_UNIT = re.compile(
    r"\s?(Bằng khen|Giấy khen|Huân chương|Huy chương|Kỷ niệm chương|Cờ thi đua|[A-ZĐ]{2,6}\b)"
)
"""Units that begin with a capital."""

COUNTED_CRITERIA = {"hai": 2, "ba": 3}

MOVES = re.compile(r"\s*[(,]\s*(?:tăng|giảm|nhiều hơn|ít hơn)\b", re.IGNORECASE)

RISE = re.compile(r"(?:\btăng|\bnhiều hơn)(?:\s+thêm)?\s*$", re.IGNORECASE)
FALL = re.compile(r"(?:\bgiảm|\bít hơn)(?:\s+(?:được|sâu|mạnh|còn))?\s*$", re.IGNORECASE)
DETECTED = re.compile(r"(?:\bnhiều hơn|\bít hơn)\s*$", re.IGNORECASE)
COMPARES = re.compile(
    r"\b(?:tăng|giảm|nhiều hơn|ít hơn|so với|không thay đổi|bằng cùng kỳ)\b", re.I
)
UNCHANGED = re.compile(r"\b(?:không thay đổi|không tăng, không giảm|bằng cùng kỳ)[\s(]*$", re.I)
ABOVE = re.compile(r"\b(?:vượt|cao hơn)\s*$", re.IGNORECASE)
BELOW = re.compile(r"\b(?:thấp hơn|hụt|chưa đạt)\s*$", re.IGNORECASE)
SHARE = re.compile(r"\bchiếm(?:\s+(?:tỷ|tỉ) lệ)?\s*$", re.IGNORECASE)
CRITERIA = re.compile(r"\b(tăng|giảm)\s+cả\s+(?:0?(\d)|(ba|hai))\s+tiêu chí", re.IGNORECASE)

# What may stand between a fraction and the rate that belongs to it.
RATE_LINK = re.compile(
    r"^[\s,(=]*(?:(?:đạt|chiếm|bằng|tương đương|hay|là|với|kết quả|tỷ lệ|tỉ lệ|khám phá|giải quyết|"
    r"làm rõ|điều tra|xử lý)[\s,]*){0,5}$"
    # A few words may go on naming the unit: 771/778 vụ phạm pháp hình sự (đạt …).
    r"|^(?!.*\b(?:trong đó|riêng|còn|án)\b)(?:\s[^\W\d_]+){1,8}\s*[,(]?\s*"
    r"(?:(?:đạt|chiếm|bằng|tương đương|tỷ lệ|tỉ lệ)\s*)+$",
    re.IGNORECASE,
)
CHANGE_LINK = re.compile(
    r"^[\s,(=]*(?:(?:bằng|tương đương|hay|tăng|giảm|nhiều hơn|ít hơn)\s*)?$", re.IGNORECASE
)
HAPPENED = re.compile(
    r"\b(?:xảy ra|phát hiện|tiếp nhận|thụ lý|ghi nhận)\b[^\d]{0,25}$", re.IGNORECASE
)
SOLVED = re.compile(
    r"\b(?:làm rõ|khám phá|giải quyết|xử lý|điều tra|bắt giữ)\b[^\d]{0,20}$", re.IGNORECASE
)
FROM_TO = re.compile(r"\btừ\s*$", re.IGNORECASE)
UP_DOWN = re.compile(r"^[^\d;.]{0,15}\b(?:lên|xuống|còn|xuống còn|lên thành)\s*$", re.IGNORECASE)
