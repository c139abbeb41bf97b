"""Awards in the form that their giver may give."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.findings import Finding, Severity, rule
from briefing.report import Award, Report

FORM = rule("awards/form", Severity.WARNING, source="Luật Thi đua, khen thưởng 06/2022/QH15")

# Luật Thi đua, khen thưởng 2022: province and above give Bằng khen; the director of police,
# districts and communes give Giấy khen.
_CERTIFICATE_ONLY = ("giám đốc công an", "huyện", " xã", " phường", "đặc khu", "thị trấn")
_COMMENDATION_ONLY = (
    "thủ tướng",
    "bộ trưởng",
    "chủ tịch nước",
    "ủy ban nhân dân tỉnh",
    "ubnd tỉnh",
)


@over_reports
def forms_by_giver(report: Report) -> Iterator[Finding]:
    """Yield the awards whose form does not go with the level of the giver."""
    for index, award in enumerate(report.awards):
        expected, form = _expected(award), (award.form or "").lower()
        if expected and form in ("bằng khen", "giấy khen") and form != expected.lower():
            origin = report.origin("awards", index, "form")
            values = {"giver": award.giver, "form": award.form, "expected": expected}
            path = f"awards[{index}].form"
            yield FORM.found(origin, path, values)


def _expected(award: Award) -> str | None:
    giver = (award.giver or "").lower()
    if any(words in giver for words in _CERTIFICATE_ONLY):
        return "Giấy khen"
    return "Bằng khen" if any(words in giver for words in _COMMENDATION_ONLY) else None
