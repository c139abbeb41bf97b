"""Every part that a sentence can ask of a figure is read back without a finding, in every style.

The parts are those of the register, so that a new one is tried by itself. Of the words that lead
from one value to another each wrong digit that turns their way is found. Not found, and why:

- a digit that leaves the way as it was (``giảm từ 443 xuống còn 419`` for 409): nothing beside it
  says by how much;
- two numbers so near each other that rounding could bring them together (``tăng từ 201 tỷ đồng lên
  200 tỷ đồng``);
- numbers of a part that stands alone (``{x.plan}``, ``{x.so_far}``, ``{x.previous}``): the sentence
  holds nothing against them; they are held against the input;
- the ends of a range and of a target in a range (``8 - 8,5%``), and whether a bound is kept (``đạt
  chỉ tiêu (không quá 3,5%)``): a dash also parts two numbers; the input is checked;
- a number told in scales (``16 tỷ 434 triệu đồng``): it stands alone.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from exploring import seldom
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from in_rows import in_rows

from briefing.figures import PARTS
from tests.figures.made import Facts, said
from tests.statements.shown import readings
from tests.statements.test_printed_and_mutated import found, numbers
from tests.statements.test_printed_and_read_back import SENTENCES, STYLES

FIXED = settings(derandomize=True, deadline=None, max_examples=seldom(80))
VALUES = st.integers(1, 10**6)
UNITS = st.sampled_from(["vụ", "tỷ đồng", "ha", "hộ"])
QUALIFIERS = st.sampled_from(
    ["gần", "hơn", "trên", "dưới", "khoảng", "ngót", "xấp xỉ", "chừng", "ước", "ước tính"]
)
HUNDRED = 100
RATES = st.decimals(1, 50, places=1) | st.integers(1, 50).map(Decimal)

ROUNDED = Decimal("0.02")
"""By how much of itself a number may have been rounded."""

KINDS: dict[str, list[str]] = {
    "count": [],
    "part of a whole": ["out_of"],
    "two periods": ["previous"],
    "target": ["target"],
    "row": ["previous", "target", "so_far", "next_plan"],
    "share": ["share_of"],
    "range": ["up_to"],
    "target in a range": ["target", "target_up_to"],
    "target of a year": ["target", "whole_year"],
    "target at most": ["target", "at_most"],
    "vague": ["previous", "qualifier"],
    "vague part": ["out_of", "qualifier"],
    "running total": ["cumulative"],
}
"""What a figure holds beside its value."""


def figure_of(kind: str, values: dict[str, Any], unit: str, qualifier: str) -> Facts:
    """Return a figure of a kind, its parts no greater than their wholes."""
    figure: Facts = {"label": "chỉ tiêu", "unit": unit, "value": values["value"]}
    given_ = KINDS[kind]
    if "out_of" in given_:
        figure["out_of"] = values["value"] + values["more"]
    if "previous" in given_:
        figure["previous"] = values["previous"]
    if "target" in given_:
        figure["target"] = {"value": values["target"]}
    if "so_far" in given_:
        figure |= {"row": True, "estimated": True, "so_far": values["more"]}
        figure |= {"as_of": "2023-11-30", "next_plan": values["target"] + 1}
    if "share_of" in given_:
        figure["share_of"] = "whole"
    if "up_to" in given_:
        figure["up_to"] = values["value"] + values["more"]
    if "cumulative" in given_:
        figure |= {"cumulative": True, "as_of": "2023-11-30"}
    figure |= {"qualifier": qualifier} if "qualifier" in given_ else {}
    target = {name: True for name in ("whole_year", "at_most") if name in given_}
    target |= {"up_to": values["target"] + values["more"]} if "target_up_to" in given_ else {}
    return figure | ({"target": figure["target"] | target} if target else {})


def phrases(
    part: str, values: dict[str, Any], unit: str, style: Facts, qualifier: str = "gần"
) -> list[str]:
    """Return what a part prints of a figure of each kind, if it has a meaning there."""
    whole = {"value": values["value"] + values["more"], "unit": unit}
    found = []
    for kind in KINDS:
        others = {"whole": whole} if kind == "share" else {}
        figure = figure_of(kind, values, unit, qualifier)
        found.append(said(part, figure, style=style, **others))
    return [phrase for phrase in found if phrase]


@pytest.mark.parametrize("part", PARTS)
@FIXED
@given(
    st.fixed_dictionaries(dict.fromkeys(("value", "more", "previous", "target"), VALUES)),
    UNITS,
    STYLES,
    QUALIFIERS,
    SENTENCES,
)
def test_a_part_is_read_back_without_a_finding(
    part: str, values: dict[str, int], unit: str, style: Facts, qualifier: str, sentence: str
) -> None:
    for phrase in phrases(part, values, unit, style, qualifier):
        told = readings(sentence.format(phrase))

        assert not [one.finding for one in told if one.finding], phrase


@pytest.mark.parametrize("part", PARTS)
@FIXED
@given(
    st.fixed_dictionaries(dict.fromkeys(("value", "more", "previous", "target"), RATES)),
    st.sampled_from(["%", "‰"]),
    STYLES,
    QUALIFIERS,
    SENTENCES,
)
def test_a_part_of_a_rate_is_read_back_without_a_finding(
    part: str, values: dict[str, Decimal], unit: str, style: Facts, qualifier: str, sentence: str
) -> None:
    assume(values["value"] + values["more"] <= HUNDRED)
    for phrase in phrases(part, values, unit, style, qualifier):
        told = readings(sentence.format(phrase))

        assert not [one.finding for one in told if one.finding], phrase


@in_rows("part", PARTS)
def test_a_part_has_a_meaning_in_some_figure(part: str) -> None:
    values = {"value": 1205, "more": 300, "previous": 1100, "target": 1000}

    assert any(phrases(part, values, unit, {"pair": True}) for unit in ("vụ", "tỷ đồng"))


@FIXED
@given(st.integers(20, 10**6), st.integers(70, 140), UNITS, st.data())
def test_one_wrong_digit_that_turns_from_and_to(
    now: int, percent: int, unit: str, data: st.DataObject
) -> None:
    before = now * percent // 100
    assume(now != before)
    phrase = said("from_to", {"value": now, "previous": before, "unit": unit}) or ""
    assert not found(f"Trong năm, số vụ {phrase}.")
    turned = [wrong for wrong in _other_digits(phrase) if _turned(wrong)]
    assume(turned)
    wrong = data.draw(st.sampled_from(turned))

    assert found(f"Trong năm, số vụ {wrong}."), wrong


def _other_digits(text: str) -> list[str]:
    """Return a text with each digit put for each other, no number with a zero in front."""
    return [
        text[:at] + digit + text[at + 1 :]
        for at, old in enumerate(text)
        if old.isdigit()
        for digit in "0123456789"
        if digit != old and (digit != "0" or text[at - 1] in "0123456789.,")
    ]


def _turned(text: str) -> bool:
    stated = numbers(text)
    if len(stated) != len(("before", "now")):
        return False
    first, last = stated
    apart = abs(last - first) > max(first, last) * ROUNDED + 1
    return apart and (last < first if "tăng" in text else last > first)
