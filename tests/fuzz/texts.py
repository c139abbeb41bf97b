"""The statements of finished texts, .txt and .md."""

from __future__ import annotations

import briefing
from fuzz.expected import REPOSITORY, put, told, users_faults

_WORDS = """
tăng giảm nhiều hơn ít hơn so với cùng kỳ chiếm đạt vượt thấp hơn không thay đổi giảm cả 3 tiêu chí
gần hơn trên dưới khoảng ít nhất từ lên xuống xảy ra làm rõ khám phá vụ đối tượng người kg tỷ đồng
năm tháng ngày quý huyện sáng giờ điểm phần trăm Bằng khen trong đó
"""
TOKENS = (
    *_WORDS.split(),
    *(
        "771/778 vụ (đạt 92,2%)",
        "giảm 34 vụ (7,67%)",
        "(409/443 vụ)",
        "từ 120 lên 135",
        "+5%",
        "-30%",
    ),
    *(
        "1.234.567",
        "3,313",
        "61,475kg",
        "29/12/2023",
        "16:30",
        "24/24",
        "1.1.2",
        "2019-2024",
        "F88",
    ),
    *(
        "/",
        "%",
        "(",
        ")",
        "+",
        "−",
        "\u00a0",
        "\u0660",
        "9" * 40,
        "0" * 40,
        "0,",
        "\n",
        "\t",
        ";",
        ". A",
    ),
)


def one(data: bytes) -> None:
    """Read the statements of one text."""
    with users_faults():
        readings = briefing.read_statements(put("text.txt", data))
        told(reading.finding for reading in readings if reading.finding)


def seeds() -> list[bytes]:
    """Return the statements of the tests, and the previews of the repository."""
    folder = REPOSITORY / "tests" / "statements"
    texts = [(folder / name).read_bytes() for name in ("cases.txt", "right.txt", "wrong.txt")]
    lines = [line for text in texts for line in text.splitlines() if line]
    return [*lines, *(file.read_bytes() for file in sorted((REPOSITORY / "examples").glob("*.md")))]
