"""Sentences that speak of other targets and results than those of the report's own period."""

from __future__ import annotations

import re

from briefing.patterns import Pattern
from briefing.report import Report

_YEAR = Pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OF_OTHERS = Pattern(
    r"nhiệm kỳ|giai đoạn|đại hội|(?:tỉnh|huyện|thành phố|trung ương|cấp trên|ngành) giao|"
    r"phấn đấu|chỉ tiêu (?:đảng|thi đua)|nông thôn mới|tiêu chí|năm (?:trước|ngoái|sau|tới)|"
    r"(?<!nông )(?<!cơ )(?<!văn )\b(?:thôn|bản|ấp|tổ dân phố|khu phố|chi bộ)\b",
    re.IGNORECASE,
)
"""What has targets of its own, or looks at those of another time."""

_PART_OF_YEAR = Pattern(r"tháng|quý|tuần|đợt", re.IGNORECASE)


def speaks_of_others(report: Report, text: str) -> bool:
    """Say whether a text names another year, a part of the year, a plan or a place of its own."""
    if _OF_OTHERS.search(text):
        return True
    if report.period.type == "year" and _PART_OF_YEAR.search(text):
        return True
    return bool(set(_YEAR.findall(text)) - {str(report.period.year)})
