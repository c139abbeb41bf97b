"""What is printed of a figure is read back from the text: the same numbers, no finding."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from exploring import drawn
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.checking.statements import Verdict
from briefing.figures.statements import (
    AgainstTarget,
    AllCriteria,
    Change,
    Count,
    Fraction,
    Pair,
    Rate,
    Share,
    SideBySide,
    Unchanged,
)
from briefing.vietnamese import format_number, format_percent, round_half_up
from tests.figures.made import Facts, said
from tests.statements.shown import readings

FIXED = settings(derandomize=True, deadline=None, max_examples=drawn(120))

NUMBERS = st.integers(1, 10**9) | st.integers(1, 30)
COUNTED = st.sampled_from(
    ["vụ", "đối tượng", "người bị thương", "lượt người", "tập thể", "mô hình", "khẩu súng", "xã"]
)
MEASURED = st.sampled_from(["kg", "triệu đồng", "tỷ đồng", "tấn", "lít", "ha", "m³", "đồng"])
QUALIFIERS = st.sampled_from(["", "gần", "hơn", "trên", "dưới", "khoảng"])
PERCENTS = st.decimals(0, 250, places=2) | st.decimals(0, 100, places=1)
STYLES = st.fixed_dictionaries(
    {
        "pad": st.booleans(),
        "change": st.sampled_from(["both", "amount", "percent"]),
        "form": st.sampled_from(["bracketed", "running"]),
        "sign": st.sampled_from(["unsigned", "signed", "worded"]),
        "pair": st.booleans(),
        "places": st.integers(0, 2),
    }
)
SENTENCES = st.sampled_from(
    [
        "Trong năm, lực lượng Công an {}.",
        "Kết quả: {}; tình hình được giữ vững.",
        "Năm 2023, trên địa bàn tỉnh {} (số liệu tính đến ngày 14/12/2023).",
        "Thực hiện Đề án 06, {} và duy trì trực 24/24 giờ.",
    ]
)


def read_back(sentence: str, phrase: str | None) -> list[Any]:
    """Return the contents of what is read, none of which may be doubted."""
    assert phrase is not None
    found = readings(sentence.format(phrase))
    assert not [reading.finding for reading in found if reading.finding], phrase
    return [reading.statement.content for reading in found]


@FIXED
@given(NUMBERS, COUNTED, QUALIFIERS, STYLES, SENTENCES)
def test_a_count(value: int, unit: str, qualifier: str, style: Facts, sentence: str) -> None:
    figure = {"value": value, "unit": unit, "qualifier": qualifier or None}

    assert read_back(sentence, said("", figure, style=style)) == [
        Count(Decimal(value), unit, qualifier)
    ]


@FIXED
@given(st.decimals(1, 10**6, places=3) | NUMBERS.map(Decimal), MEASURED, QUALIFIERS, SENTENCES)
def test_a_measure_keeps_its_decimals(
    value: Decimal, unit: str, qualifier: str, sentence: str
) -> None:
    figure = {"value": value, "unit": unit, "qualifier": qualifier or None}

    assert read_back(sentence, said("", figure)) == [Count(value, unit, qualifier)]


@FIXED
@given(NUMBERS, st.integers(0, 10**9), COUNTED, QUALIFIERS, STYLES, SENTENCES)
def test_a_part_of_a_whole_with_the_rate_that_we_work_out(
    part: int, rest: int, unit: str, qualifier: str, style: Facts, sentence: str
) -> None:
    figure = {"value": part, "out_of": part + rest, "unit": unit, "qualifier": qualifier or None}
    [content] = read_back(sentence, said("", figure, style=style))

    assert isinstance(content, Fraction)
    assert (content.part, content.whole, content.unit) == (part, part + rest, unit)
    assert content.qualifier == qualifier
    assert (content.rate is None) == bool(qualifier)


@FIXED
@given(PERCENTS, QUALIFIERS, SENTENCES)
def test_a_rate(percent: Decimal, qualifier: str, sentence: str) -> None:
    figure = {"rate": percent, "rate_qualifier": qualifier or None}
    phrase = said("", figure)

    assert read_back(sentence.format("khám phá đạt {}"), phrase) == [Rate(percent, qualifier)]
    assert format_percent(percent) in (phrase or "")


@FIXED
@given(NUMBERS, NUMBERS, QUALIFIERS, QUALIFIERS, STYLES, SENTENCES)
def test_two_units(
    first: int, second: int, one: str, other: str, style: Facts, sentence: str
) -> None:
    cases = {"value": first, "qualifier": one or None, "beside": "others"}
    people = {"value": second, "unit": "đối tượng", "qualifier": other or None}

    assert read_back(sentence, said("", cases, style=style, others=people)) == [
        SideBySide(Count(Decimal(first), "vụ", one), Count(Decimal(second), "đối tượng", other))
    ]


@FIXED
@given(NUMBERS, NUMBERS, COUNTED, st.sampled_from(["occurs", "detected"]), STYLES, SENTENCES)
def test_a_change_in_every_style(
    now: int, before: int, unit: str, nature: str, style: Facts, sentence: str
) -> None:
    figure = {"value": now, "previous": before, "unit": unit, "nature": nature}
    found = read_back(sentence, said("change", figure, style=style))

    if now == before:
        assert all(isinstance(one, Unchanged) for one in found)
        return
    # What is half less is half of it as well: “ít hơn 50% (5/10 vụ)” may bound a share.
    content, *beside = found
    half = beside and 2 * now == before
    assert beside == ([Pair(Decimal(now), Decimal(before), unit)] if half else [])
    assert isinstance(content, Change)
    assert content.direction == ("tăng" if now > before else "giảm")
    assert content.detected == (nature == "detected")
    if style["change"] != "percent":
        assert content.amount == Count(Decimal(abs(now - before)), unit)
    if style["change"] != "amount":
        assert content.percent is not None
    if content.pair:
        assert content.pair == Pair(Decimal(now), Decimal(before), unit)


@FIXED
@given(NUMBERS, COUNTED, SENTENCES)
def test_no_change_with_both_periods(value: int, unit: str, sentence: str) -> None:
    figure = {"value": value, "previous": value, "unit": unit}

    assert read_back(sentence, said("change", figure, style={"pair": True})) == [
        Unchanged(Pair(Decimal(value), Decimal(value), unit))
    ]


@FIXED
@given(NUMBERS, st.integers(0, 10**6), SENTENCES)
def test_a_share(part: int, rest: int, sentence: str) -> None:
    figure = {"value": part, "share_of": "whole"}
    [content] = read_back(sentence, said("share", figure, whole={"value": part + rest}))

    assert isinstance(content, Share)


@FIXED
@given(st.integers(1, 100), st.integers(1, 100), SENTENCES)
def test_points_from_a_target(rate: int, aimed: int, sentence: str) -> None:
    figure = {"rate": rate, "target": {"value": aimed, "of": "rate"}}
    found = read_back(sentence, said("target", figure))
    percents = [one.percent for one in found if isinstance(one, Rate | AgainstTarget)]

    assert Decimal(aimed) in percents
    assert rate == aimed or Decimal(abs(rate - aimed)) in [
        one.value for one in found if isinstance(one, Count)
    ]


@FIXED
@given(st.integers(1, 10**6), st.integers(1, 10**6), STYLES, SENTENCES)
def test_percent_of_a_target(value: int, aimed: int, style: Facts, sentence: str) -> None:
    figure = {"value": value, "target": {"value": aimed}}
    [content] = read_back(sentence, said("target", figure, style=style))

    assert isinstance(content, Fraction)
    assert (content.part, content.whole) == (value, aimed)


@FIXED
@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=3, max_size=3), STYLES, SENTENCES)
def test_three_criteria(pairs: list[tuple[int, int]], style: Facts, sentence: str) -> None:
    units = ["vụ", "người chết", "người bị thương"]
    figures = {
        name: {"value": now, "previous": before, "unit": unit}
        for name, unit, (now, before) in zip("abc", units, pairs, strict=True)
    }
    found = read_back(sentence, said("", {"criteria": list("abc")}, style=style, **figures))
    moves = {(now > before) - (now < before) for now, before in pairs}

    assert any(isinstance(one, AllCriteria) for one in found) == (moves in ({1}, {-1}))
    assert len([one for one in found if isinstance(one, Change)]) == sum(
        now != before for now, before in pairs
    )


WHOLES = st.integers(1, 10**9)


@FIXED
@given(st.data(), WHOLES, st.integers(0, 2), SENTENCES)
def test_a_stated_rate_rounded_half_up_is_confirmed(
    data: st.DataObject, whole: int, places: int, sentence: str
) -> None:
    part = data.draw(st.integers(0, whole))
    rate = round_half_up(Decimal(part) / whole * 100, places)
    numbers = f"{format_number(part)}/{format_number(whole)} vụ (đạt {format_percent(rate)})"
    [reading] = readings(sentence.format(f"khám phá {numbers}"))

    # Not quite everything is not 100%, and not quite nothing is not 0%.
    nearly = rate in (0, 100) and rate * whole != part * 100
    assert reading.verdict is (Verdict.LAST_DIGIT if nearly else Verdict.CONFIRMED)


@FIXED
@given(st.data(), WHOLES, st.integers(0, 2), st.integers(2, 50), SENTENCES)
def test_a_stated_rate_off_by_two_units_of_its_last_place_is_contradicted(
    data: st.DataObject, whole: int, places: int, units: int, sentence: str
) -> None:
    part = data.draw(st.integers(0, whole))
    rate = round_half_up(Decimal(part) / whole * 100, places)
    wrong = rate + units * Decimal(1).scaleb(-places)
    numbers = f"{format_number(part)}/{format_number(whole)} vụ (đạt {format_percent(wrong)})"
    [reading] = readings(sentence.format(f"khám phá {numbers}"))

    assert reading.verdict is Verdict.CONTRADICTED
    assert reading.finding is not None
    assert reading.finding.rule == "text/stated-rate"


@pytest.mark.parametrize(
    ("part", "figure"),
    [
        ("", {"value": 0}),
        ("event", {"value": 0}),
        ("", {"approximate": "hàng chục"}),
        ("words", {"value": 771}),
    ],
)
def test_what_is_said_in_words_is_no_number(part: str, figure: Facts) -> None:
    assert read_back("Trong năm, {}.", said(part, figure)) == []
