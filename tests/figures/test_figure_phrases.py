"""The phrases that state a figure in a sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from briefing.figures import PARTS
from briefing.report import Figure


def figure(**facts: Any) -> Figure:
    return Figure.model_validate({"label": "số vụ khám phá", "unit": "vụ", **facts})


def stated(direction: str, **facts: Any) -> dict[str, Any]:
    return {"direction": direction, **facts}


D = Decimal

CASES = [
    # the whole phrase: everything that a sentence needs
    ({"value": 771, "out_of": 778}, "", "771/778 vụ (đạt 99,10%)"),
    ({"value": 771, "out_of": 778, "rate": D("92.2")}, "", "771/778 vụ (đạt 92,2%)"),
    ({"value": 1315}, "", "1.315 vụ"),
    ({"value": 0}, "", "0 vụ"),
    ({"value": D("61.475"), "unit": "kg ma túy"}, "", "61,475 kg ma túy"),
    ({"value": 50, "qualifier": "gần"}, "", "gần 50 vụ"),
    ({"rate": D("98.3")}, "", "98,3%"),
    ({"rate": 100, "out_of_label": "công dân có mặt"}, "", "100% công dân có mặt"),
    (
        {"change": stated("giảm", percent=D("26.82"), base="cùng kỳ năm 2022")},
        "",
        "giảm 26,82% so với cùng kỳ năm 2022",
    ),
    ({"change": stated("tăng", amount=9)}, "", "tăng 9 vụ"),
    ({}, "", None),
    # quantity and its pieces
    ({"value": 771, "out_of": 778, "rate": D("92.2")}, "quantity", "771/778 vụ"),
    ({"value": 160, "qualifier": "hơn"}, "quantity", "hơn 160 vụ"),
    ({"rate": 100}, "quantity", None),
    ({"value": 160, "qualifier": "hơn"}, "value", "hơn 160"),
    ({"rate": 100}, "value", None),
    ({"value": 771, "out_of": 1778}, "out_of", "1.778"),
    ({"value": 771}, "out_of", None),
    ({}, "unit", "vụ"),
    ({}, "label", "số vụ khám phá"),
    # a rate is stated as it stands, or worked out
    ({"value": 771, "out_of": 778, "rate": D("92.2")}, "rate", "92,2%"),
    ({"rate": D("25.40")}, "rate", "25,40%"),
    ({"rate": D("10.0")}, "rate", "10,0%"),
    ({"value": 1, "out_of": 3}, "rate", "33,33%"),
    ({"value": 2, "out_of": 3}, "rate", "66,67%"),
    ({"value": 15, "out_of": 15}, "rate", "100%"),
    ({"value": 1, "out_of": 8}, "rate", "12,50%"),
    ({"value": 0, "out_of": 8}, "rate", "0%"),
    ({"value": 0, "out_of": 0}, "rate", None),
    ({"value": 0, "out_of": 0}, "", "0/0 vụ"),
    ({"value": 5}, "rate", None),
    ({"out_of": 5}, "rate", None),
    # a change is stated, or worked out from the period before
    ({"value": 409, "previous": 443}, "change", "giảm 34 vụ (7,67%)"),
    ({"value": 5204, "previous": 4740}, "change", "tăng 464 vụ (9,79%)"),
    ({"value": 26, "previous": 26}, "change", "không thay đổi"),
    ({"value": 5, "previous": 0}, "change", "tăng 5 vụ"),
    ({"value": 0, "previous": 0}, "change", "không thay đổi"),
    ({"value": 0, "previous": 5}, "change", "giảm 5 vụ (100%)"),
    ({"value": 5}, "change", None),
    ({"previous": 5}, "change", None),
    ({"change": stated("giảm", percent=D("7.5"))}, "change", "giảm 7,5%"),
    ({"change": stated("giảm", amount=504, percent=D("22.45"))}, "change", "giảm 504 vụ (22,45%)"),
    ({"change": stated("tăng")}, "change", "tăng"),
    (
        {"value": 409, "previous": 443, "change": stated("giảm", percent=D("7.6"))},
        "change",
        "giảm 7,6%",
    ),
    ({"change": stated("giảm", base="năm 2022")}, "base", "năm 2022"),
    ({"change": stated("giảm")}, "base", None),
    ({"value": 5, "previous": 4}, "base", None),
]


@pytest.mark.parametrize(("facts", "part", "phrase"), CASES)
def test_a_part_of_a_figure_is_stated_so(
    facts: dict[str, Any], part: str, phrase: str | None
) -> None:
    assert PARTS[part](figure(**facts)) == phrase


def test_every_part_has_a_case_here() -> None:
    assert {part for _, part, _ in CASES} == set(PARTS)


@pytest.mark.parametrize("qualifier", ["gần", "hơn", "trên", "dưới", "khoảng"])
def test_an_approximation_word_stays_with_its_value(qualifier: str) -> None:
    assert PARTS[""](figure(value=152, qualifier=qualifier)) == f"{qualifier} 152 vụ"


def test_an_approximation_word_stays_with_a_rate_that_stands_alone() -> None:
    assert PARTS[""](figure(rate=70, qualifier="trên", out_of_label="cán bộ")) == "trên 70% cán bộ"


def test_no_exact_rate_is_worked_out_from_an_approximate_value() -> None:
    assert PARTS[""](figure(value=50, out_of=90, qualifier="gần")) == "gần 50/90 vụ"


def test_a_rate_that_is_not_whole_is_never_rounded_up_to_all() -> None:
    assert PARTS["rate"](figure(value=99_999, out_of=100_000)) != "100%"


def test_the_word_carries_the_sign_so_that_no_number_does() -> None:
    phrases = [
        PARTS["change"](figure(value=value, previous=previous)) or ""
        for value in range(0, 9)
        for previous in range(0, 9)
    ]

    assert not [phrase for phrase in phrases if "-" in phrase or "+" in phrase]
