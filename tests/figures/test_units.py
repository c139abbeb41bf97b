"""Units are open: what measures is known, everything else counts, and no word is refused."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from in_rows import in_rows

from briefing.figures.units import Nature, factor, is_percent, nature, same_kind
from tests.figures.made import said

MEASURED = """đồng|triệu đồng|tỉ đồng|tỷ đồng|nghìn tỷ đồng|kg|kg ma túy|tấn|tấn lúa|tạ/ha|ha
|ha rừng|km²|m2|m² nhà xưởng|lít dầu DO|%|điểm phần trăm|điểm|triệu đồng/người/năm|người/km²
|bác sĩ/vạn dân|triệu lượt khách|ngày công|giờ|kWh|Tấn|km
|năm tù|độ C|công lao động|cây số|đô la Mỹ|nhân dân tệ|mẫu ruộng"""
COUNTED = """vụ|đối tượng|đồng chí|đ/c|đồng bào|phần quà|suất quà|điểm mô hình|điểm cầu|mô hình|xã
|lượt cán bộ, chiến sĩ|công trình|sòng bài nhỏ|hộ gia đình|viên đạn|mẫu xét nghiệm|Người"""
UNKNOWN = "sải|tỷ lệ|bó đuốc|bao xi măng|vụ/đối tượng|cơ quan/đơn vị"


def listed(units: str) -> list[str]:
    return [unit.strip() for unit in units.split("|")]


@in_rows("unit", listed(MEASURED))
def test_a_measure_may_carry_decimals(unit: str) -> None:
    assert nature(unit) is Nature.MEASURED


@in_rows("unit", listed(COUNTED))
def test_nobody_has_half_of_what_is_counted(unit: str) -> None:
    assert nature(unit) is Nature.COUNTED


@pytest.mark.parametrize("unit", listed(UNKNOWN))
def test_a_word_that_no_list_knows_is_a_unit_all_the_same(unit: str) -> None:
    assert nature(unit) is Nature.UNKNOWN


@pytest.mark.parametrize(
    ("unit", "phrase"),
    [
        ("đồng chí", "05 đồng chí"),
        ("phần quà", "05 phần quà"),
        ("sải", "05 sải"),
        ("vụ", "05 vụ"),
        ("đồng", "5 đồng"),
        ("tạ/ha", "5 tạ/ha"),
        ("tỉ đồng", "5 tỉ đồng"),
    ],
)
def test_what_is_counted_is_padded(unit: str, phrase: str) -> None:
    assert said("", {"value": 5, "unit": unit}, style={"pad": True}) == phrase


@in_rows(
    ("unit", "into", "times"),
    [
        ("tỷ đồng", "triệu đồng", 1000),
        ("triệu đồng", "tỉ đồng", Fraction(1, 1000)),
        ("kg ma túy", "g ma túy", 1000),
        ("ha", "km²", Fraction(1, 100)),
        ("triệu lượt khách", "lượt khách", 1_000_000),
        ("vụ", "vụ", 1),
        ("vụ", "đối tượng", 1),
        ("tấn gạo", "kg than", 1),
    ],
)
def test_measures_of_one_kind_convert(unit: str, into: str, times: Fraction) -> None:
    assert factor(unit, into) == times


def test_only_like_is_added_to_like() -> None:
    assert same_kind("tỷ đồng", "triệu đồng")
    assert same_kind("vụ", "vụ")
    assert not same_kind("lượt người", "người")
    assert not same_kind("tấn gạo", "tấn than")
    assert not same_kind("đồng chí", "đồng")
    assert is_percent("%")
    assert not is_percent("điểm phần trăm")


@settings(derandomize=True, deadline=None)
@given(st.text(max_size=30) | st.none())
def test_any_text_is_some_unit(unit: str | None) -> None:
    assert nature(unit) in Nature
    assert same_kind(unit, unit)
    assert factor(unit, unit) == 1
