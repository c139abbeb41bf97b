"""How a locality likes its numbers: leading zeros, places of percentages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from in_rows import in_rows

from tests.figures.made import Facts, said

PADDED: list[tuple[str, Facts, str]] = [
    ("", {"value": 4, "unit": "tập thể"}, "04 tập thể"),
    ("", {"value": 7, "unit": "đ/c"}, "07 đ/c"),
    ("", {"value": 8, "out_of": 8, "unit": "thanh niên"}, "08/08 thanh niên (đạt 100%)"),
    ("", {"value": 10}, "10 vụ"),
    ("", {"value": 5, "qualifier": "hơn"}, "hơn 05 vụ"),
    ("", {"value": Decimal("2.5"), "unit": "tấn"}, "2,5 tấn"),
    ("", {"value": 5, "unit": "kg ma túy"}, "5 kg ma túy"),
    ("", {"value": 2, "unit": "tỷ đồng"}, "2 tỷ đồng"),
    ("", {"value": 0}, "không có vụ nào"),
    ("rate", {"rate": 5}, "5%"),
    ("value", {"value": 5}, "05"),
    ("value", {"value": 5, "unit": "kg ma túy"}, "5"),
    ("change", {"value": 5, "previous": 8}, "giảm 03 vụ (37,50%)"),
]


@in_rows(("part", "figure", "phrase"), PADDED)
def test_padding_writes_counts_below_ten_as_two_digits_and_nothing_else(  # z
    part: str, figure: Facts, phrase: str
) -> None:
    assert said(part, figure, style={"pad": True}) == phrase


@pytest.mark.parametrize("places", [0, 1, 2])
def test_percentages_that_we_work_out_have_the_places_of_the_locality(places: int) -> None:
    expected = {0: "92%", 1: "92,3%", 2: "92,33%"}[places]

    assert said("rate", {"value": 409, "out_of": 443}, style={"places": places}) == expected
