"""Heads of the annex of figures that some cells below them belie: by every command."""

from __future__ import annotations

import pytest
from cli.running import Briefing
from exploring import in_languages, one_of_each, some

from localities.planted import left_alone, write
from localities.test_senses_and_pairs import columns
from localities.test_ways_to_a_wrong_document import refused

REFUSED = {
    "a fall under a rise": 'change = "Tăng"',
    "a rise under a fall": 'change = "Giảm"',
    "a fall under a rise against last year": 'change = "Số tăng so với năm trước"',
    "a rise under a fall with more words": 'change = "Giảm đi"',
    "all that is counted as cases": 'value = "Số vụ"',
    "all that was counted as sessions": 'previous = "Số buổi"',
    "all that is wanted as households": 'plan = "Số hộ"',
    "rates as numbers": 'rate = "Số lượng"',
    "units as remarks": 'unit = "Ghi chú"',
    "labels as remarks": 'label = "Ghi chú"',
}
HONEST = {
    "both ways": 'change = "Tăng, giảm"',
    "both ways by a stroke": 'change = "Tăng/giảm"',
    "both ways by signs": 'change = "Tăng (+), giảm (-)"',
    "both ways against last year": 'change = "Tăng, giảm so với năm trước"',
    "the speed of a rise": 'change = "Tốc độ tăng"',
    "how much more": 'change = "Mức tăng so với năm trước"',
    "a comparison": 'change = "So với năm trước"',
    "a difference": 'change = "Chênh lệch"',
    "all that is counted": 'value = "Số vụ, buổi, hộ"',
    "a number": 'value = "Số lượng"',
    "a result in numbers": 'value = "Số liệu thực hiện"',
    "numbers of last year": 'previous = "Số năm trước"',
    "a number that is wanted": 'plan = "Số được giao"',
    "a rate of what was reached": 'rate = "Tỷ lệ đạt (%)"',
    "what is reached": 'rate = "Đạt"',
    "the unit in short": 'unit = "ĐVT"',
    "the unit in full": 'unit = "Đơn vị"',
    "what it is about": 'label = "Chỉ tiêu"',
}


@pytest.mark.parametrize(
    ("way", "language"), in_languages(one_of_each(REFUSED, lambda way: REFUSED[way].split()[0]))
)
def test_a_head_that_a_cell_belies_is_refused(briefing: Briefing, way: str, language: str) -> None:
    refused(briefing, write(said=columns(REFUSED[way])), "template/other-column", language)


@pytest.mark.parametrize("way", some(HONEST))
def test_a_head_that_no_cell_belies_is_left_alone(briefing: Briefing, way: str) -> None:
    left_alone(briefing, write(said=columns(HONEST[way])))


def test_cases_in_other_words_are_cases(briefing: Briefing) -> None:
    source = write(said=columns('value = "Số vụ"'))
    text = source.read_text(encoding="utf-8")
    for unit in ("buổi", "hộ"):
        text = text.replace(f"unit: {unit}", "unit: vụ việc")
    source.write_text(text, encoding="utf-8")

    left_alone(briefing, source)
