"""Changes against the period before: the word carries the sign, and never a change of nothing."""

from __future__ import annotations

import re

import pytest
from in_rows import in_rows

from briefing.figures import FigureBook, improved
from tests.figures.made import Facts, report, said

FALL: Facts = {"value": 409, "previous": 443}
RISE: Facts = {"value": 5204, "previous": 4740}
FALL_OF_SIXTEEN: Facts = {"value": 47, "previous": 63}

STYLES: list[tuple[Facts, Facts, str]] = [
    (FALL, {}, "giảm 34 vụ (7,67%)"),
    (FALL, {"change": "amount"}, "giảm 34 vụ"),
    (FALL, {"change": "percent"}, "giảm 7,67%"),
    (FALL, {"form": "running"}, "giảm 34 vụ, bằng 7,67%"),
    (FALL, {"sign": "signed"}, "giảm 34 vụ (-7,67%)"),
    (FALL, {"sign": "signed", "pair": True}, "giảm 34 vụ (-7,67%, 409/443 vụ)"),
    (FALL, {"pair": True}, "giảm 34 vụ (7,67%, 409/443 vụ)"),
    (FALL, {"places": 1}, "giảm 34 vụ (7,7%)"),
    (FALL, {"places": 0}, "giảm 34 vụ (8%)"),
    (FALL, {"change": "percent", "sign": "signed"}, "giảm 7,67%"),
    (FALL, {"form": "running", "sign": "signed"}, "giảm 34 vụ, bằng 7,67%"),
    (RISE, {"sign": "signed"}, "tăng 464 vụ (+9,79%)"),
    (RISE, {}, "tăng 464 vụ (9,79%)"),
    (RISE, {"sign": "worded"}, "tăng 464 vụ (tăng 9,79%)"),
    (FALL_OF_SIXTEEN, {"sign": "signed"}, "giảm 16 vụ (-25,40%)"),
    ({"value": 7, "previous": 3}, {"sign": "signed"}, "tăng 4 vụ (+133,33%)"),
    ({"value": 3313, "previous": 4527}, {"change": "percent"}, "giảm 26,82%"),
    ({"value": 26, "previous": 26}, {"pair": True}, "không thay đổi (26/26 vụ)"),
]


@in_rows(("figure", "style", "phrase"), STYLES)
def test_a_change_is_printed_in_the_style_of_the_locality(
    figure: Facts, style: Facts, phrase: str
) -> None:
    assert said("change", figure, style=style) == phrase


STATED: list[tuple[Facts, str]] = [
    ({"direction": "giảm", "amount": 9}, "giảm 9 vụ"),
    ({"direction": "giảm", "percent": "7,5"}, "giảm 7,5%"),
    ({"direction": "giảm", "amount": 504, "percent": "22,45"}, "giảm 504 vụ (22,45%)"),
    ({"direction": "tăng", "amount": 27, "percent": "22,69"}, "tăng 27 vụ (22,69%)"),
    ({"direction": "giảm", "amount": 16, "percent": "25,40"}, "giảm 16 vụ (25,40%)"),
]


@pytest.mark.parametrize(("change", "phrase"), STATED)
def test_a_stated_change_is_given_as_stated(change: Facts, phrase: str) -> None:
    assert said("change", {"change": change}) == phrase
    assert said("change", {"value": 409, "previous": 443, "change": change}) == phrase


TRENDS: list[tuple[Facts, str, str | None]] = [
    ({"value": 9, "change": {"direction": "tăng"}}, "có chiều hướng tăng", None),
    ({"value": 9, "change": {"direction": "giảm"}}, "có chiều hướng giảm", None),
    ({"change": {"direction": "giảm"}}, "có chiều hướng giảm", None),
    ({"rate": 5, "change": {"direction": "tăng"}}, "có chiều hướng tăng", None),
    (
        {"value": 9, "qualifier": "gần", "previous": 5, "change": {"direction": "tăng"}},
        "có chiều hướng tăng",
        None,
    ),
    (
        {"value": 9, "previous": 9, "change": {"direction": "tăng"}},
        "có chiều hướng tăng",
        None,
    ),
    ({"value": 9, "nature": "detected", "change": {"direction": "tăng"}}, "nhiều hơn", None),
    (
        {"value": 5, "previous": 9, "change": {"direction": "giảm"}},
        "giảm 4 vụ (44,44%)",
        "giảm 4 vụ",
    ),
]


@in_rows(("figure", "phrase", "amount"), TRENDS)
@in_rows("style", [{}, {"form": "running"}, {"sign": "worded"}])
def test_a_direction_alone_is_a_trend_and_never_no_change(
    figure: Facts, phrase: str, amount: str | None, style: Facts
) -> None:
    if amount is None:
        assert said("change", figure, style=style) == phrase
        assert said("compared", figure, style=style) == f"{phrase} so với cùng kỳ năm 2022"
    assert said("change", figure) == phrase
    assert said("amount", figure) == amount


def test_criteria_of_which_only_the_direction_is_known_are_led_by_it() -> None:
    falls: Facts = {"change": {"direction": "giảm"}}
    counted: Facts = {"change": {"direction": "giảm", "amount": 3}}
    whole: Facts = {"criteria": ["a", "b"]}

    assert said("", whole, a=falls, b=falls) == "giảm cả 2 tiêu chí"
    assert said("", whole, a=counted, b=falls) == "giảm cả 2 tiêu chí: giảm 3 vụ"


def test_a_change_is_never_of_nothing() -> None:
    zero = {"change": {"direction": "tăng", "amount": 0, "percent": 0}}

    assert "tăng 0 vụ" not in (said("change", zero) or "")


def test_a_change_too_small_for_its_places_is_not_called_zero_percent() -> None:
    tiny = {"value": 100_001, "previous": 100_000}

    assert "0%" not in re.findall(r"[\d,]+%", said("change", tiny) or "")
    assert "0%" not in re.findall(r"[\d,]+%", said("change", tiny, style={"change": "percent"}))


@pytest.mark.parametrize("style", [{}, {"sign": "signed"}, {"change": "percent"}, {"pair": True}])
def test_a_rise_from_zero_has_no_percentage(style: Facts) -> None:
    phrase = said("change", {"value": 3, "previous": 0}, style=style) or ""

    assert phrase.startswith("tăng 3 vụ")
    assert "%" not in phrase


def test_a_locality_that_prints_both_periods_prints_them_beside_any_change() -> None:
    style = {"change": "amount", "pair": True}

    assert said("change", FALL, style=style) == "giảm 34 vụ (409/443 vụ)"


def test_a_fall_to_zero_is_all_of_it() -> None:
    assert said("change", {"value": 0, "previous": 5}) == "giảm 5 vụ (100%)"


def test_an_equal_number_did_not_change() -> None:
    assert said("change", {"value": 26, "previous": 26}) == "không thay đổi"
    assert said("change", {"value": 0, "previous": 0}) == "không thay đổi"
    assert said("amount", {"value": 26, "previous": 26}) is None
    assert said("percent", {"value": 26, "previous": 26}) is None


def test_an_approximate_number_gives_no_exact_change() -> None:
    about = {"value": 160, "qualifier": "hơn", "previous": 150}

    assert said("change", about) is None
    assert said("compared", about) is None


@pytest.mark.parametrize("nature", ["occurs", "detected"])
def test_the_word_carries_the_sign_so_that_no_number_does(nature: str) -> None:
    phrases = [
        said("change", {"value": value, "previous": previous, "nature": nature}) or ""
        for value in range(9)
        for previous in range(9)
    ]

    assert not [phrase for phrase in phrases if "-" in phrase or "+" in phrase]
    assert not [phrase for phrase in phrases if re.search(r"\b0 vụ|\b0%", phrase)]


DETECTED: list[tuple[Facts, Facts, str]] = [
    ({"value": 200, "previous": 261}, {"change": "amount"}, "ít hơn 61 vụ"),
    ({"value": 88, "previous": 73}, {"change": "percent"}, "nhiều hơn 20,55%"),
    ({"value": 122, "previous": 125}, {"change": "percent"}, "ít hơn 2,40%"),
    ({"value": 122, "previous": 125}, {"sign": "worded"}, "ít hơn 3 vụ (ít hơn 2,40%)"),
    ({"change": {"direction": "giảm", "percent": "2,4"}}, {}, "ít hơn 2,4%"),
]


@pytest.mark.parametrize(("figure", "style", "phrase"), DETECTED)
def test_what_is_only_detected_becomes_more_or_less_and_does_not_rise(
    figure: Facts, style: Facts, phrase: str
) -> None:
    assert said("change", {**figure, "nature": "detected"}, style=style) == phrase


@pytest.mark.parametrize(
    ("figure", "better"),
    [
        (FALL, True),
        (RISE, False),
        ({**FALL, "nature": "detected"}, False),
        ({**RISE, "nature": "detected"}, True),
        ({"value": 26, "previous": 26}, None),
        ({"value": 26}, None),
    ],
)
def test_less_of_what_happens_and_more_of_what_is_found_is_better(
    figure: Facts, better: bool | None
) -> None:
    assert improved(FigureBook(report({"one": figure})), "one") is better


PIECES: list[tuple[str, Facts, str | None]] = [
    ("amount", FALL, "giảm 34 vụ"),
    ("percent", FALL, "giảm 7,67%"),
    ("pair", FALL, "409/443 vụ"),
    ("previous", FALL, "443"),
    ("base", FALL, "cùng kỳ năm 2022"),
    ("compared", FALL, "giảm 34 vụ (7,67%) so với cùng kỳ năm 2022"),
    ("pair", {"value": 26, "previous": 26}, "26/26 vụ"),
    ("pair", {"change": {"direction": "giảm", "amount": 9}}, None),
    ("amount", {"change": {"direction": "giảm", "percent": 9}}, None),
    ("percent", {"change": {"direction": "giảm", "amount": 9}}, None),
    ("compared", {"value": 5}, None),
    ("base", {"value": 5}, None),
    ("change", {"previous": 5}, None),
]


@in_rows(("part", "figure", "phrase"), PIECES)
def test_a_piece_of_a_change_is_stated_or_is_not_known(
    part: str, figure: Facts, phrase: str | None
) -> None:
    assert said(part, figure) == phrase


CRITERIA: Facts = {"label": "tai nạn giao thông", "criteria": ["cases", "deaths", "hurt"]}


def accidents(cases: int, deaths: int, hurt: int) -> str | None:
    figures: dict[str, Facts] = {
        "cases": {"value": cases, "previous": 100},
        "deaths": {"value": deaths, "previous": 50, "unit": "người chết"},
        "hurt": {"value": hurt, "previous": 80, "unit": "người bị thương"},
    }
    return said("", CRITERIA, style={"change": "amount"}, **figures)


@pytest.mark.parametrize(
    ("numbers", "phrase"),
    [
        (
            (91, 46, 73),
            "giảm cả 3 tiêu chí: giảm 9 vụ, giảm 4 người chết, giảm 7 người bị thương",
        ),
        (
            (109, 54, 87),
            "tăng cả 3 tiêu chí: tăng 9 vụ, tăng 4 người chết, tăng 7 người bị thương",
        ),
        ((109, 46, 87), "tăng 9 vụ, giảm 4 người chết, tăng 7 người bị thương"),
    ],
)
def test_all_criteria_are_said_together_only_when_all_move_together(
    numbers: tuple[int, int, int], phrase: str
) -> None:
    assert accidents(*numbers) == phrase


def test_a_criterion_that_did_not_move_breaks_the_three() -> None:
    phrase = accidents(91, 50, 73) or ""

    assert "tiêu chí" not in phrase
    assert "giảm 9 vụ" in phrase
    assert "giảm 7 người bị thương" in phrase


def test_no_criterion_vanishes() -> None:
    moved: Facts = {"value": 9, "previous": 10}
    two: Facts = {"label": "tai nạn giao thông", "criteria": ["cases", "deaths"]}

    assert said("", two, cases=moved, deaths={"value": 3}) is None
    still: Facts = {"value": 3, "previous": 3, "label": "số người chết"}
    unchanged = said("", two, cases=moved, deaths=still)
    assert unchanged == "giảm 1 vụ (10%), số người chết không thay đổi"
