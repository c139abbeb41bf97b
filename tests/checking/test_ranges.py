"""A figure that is a range: printed with both ends, never worked with as if it were one number."""

from __future__ import annotations

from typing import Any

import pytest
from in_rows import in_rows
from kinds.made import report

from briefing import Report, check, preview


def with_figures(said: str, **figures: Any) -> Report:
    """Return a report with one sentence and its figures."""
    named = {name: {"label": f"số {name}", **told} for name, told in figures.items()}
    area = {"area": "phong_trao", "statements": [said]}
    return report(figures=named, results=[area], figures_annex=False)


def printed(said: str, **figures: Any) -> str:
    """Return how a sentence prints its figures."""
    text = preview(with_figures(f"Nêu {said} ở đây", **figures))
    [line] = [line for line in text.splitlines() if line.startswith("Nêu ")]
    return line.removeprefix("Nêu ").removesuffix(" ở đây.")


def rules(**figures: Any) -> list[str]:
    """Return the rules of the errors and warnings about figures that a sentence names."""
    named = ", ".join(f"{{{name}}}" for name in figures)
    found = check(with_figures(f"Nêu {named}", **figures))
    return [one.rule for one in found if one.path.startswith("figures.") and one.severity]


@in_rows(
    ("said", "figure", "expected"),
    [
        ("{x}", {"value": 8, "up_to": "8,5", "unit": "%"}, "8 - 8,5%"),
        ("{x}", {"value": 93, "up_to": 95, "unit": "%"}, "93 - 95%"),
        ("{x.value}", {"value": 8, "up_to": "8,5", "unit": "%"}, "8 - 8,5"),
        ("{x.quantity}", {"value": 1200, "up_to": 1500, "unit": "hộ"}, "1.200 - 1.500 hộ"),
        ("{x}", {"value": 0, "up_to": 2, "unit": "vụ"}, "0 - 2 vụ"),
        ("{x}", {"value": 5, "up_to": 6, "unit": "vụ", "qualifier": "khoảng"}, "khoảng 5 - 6 vụ"),
        ("{x.words}", {"value": 5, "up_to": 6, "unit": "vụ"}, "năm đến sáu vụ"),
        ("{x.result}", {"value": 8, "up_to": 9, "unit": "%", "estimated": True}, "ước 8 - 9%"),
    ],
)
def test_both_ends_are_printed(said: str, figure: dict[str, Any], expected: str) -> None:
    assert printed(said, x=figure) == expected


def test_a_range_is_held_together_where_lines_break() -> None:
    from templating.printed import docx_text

    from briefing import build

    made = with_figures("Nêu {x}", x={"value": 8, "up_to": "8,5", "unit": "%"})

    assert "Nêu 8 - 8,5%." in docx_text(build(made))


@pytest.mark.parametrize(
    "more",
    [{"previous": 7}, {"target": {"value": 8}}, {"share_of": "y"}],
)
def test_nothing_is_worked_out_of_a_range(more: dict[str, Any]) -> None:
    part = {"previous": "change", "target": "target", "share_of": "share"}[next(iter(more))]
    figures = {
        "x": {"value": 8, "up_to": 9, "unit": "tỷ đồng", **more},
        "y": {"value": 20, "unit": "tỷ đồng"},
    }
    found = check(with_figures(f"Nêu {{x}}, {{y}}, {{x.{part}}}", **figures))

    assert any(one.severity.name == "ERROR" and "x" in str(one.values) for one in found)


@pytest.mark.parametrize(("second", "told"), [(5, []), (6, []), (9, ["figures/relation"])])
def test_a_formula_must_fall_into_the_range(second: int, told: list[str]) -> None:
    figures = {
        "x": {"value": 10, "up_to": 12, "unit": "hộ", "equals": "a + b"},
        "a": {"value": 6, "unit": "hộ"},
        "b": {"value": second, "unit": "hộ"},
    }

    assert rules(**figures) == told


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ({"value": 95, "up_to": 93, "unit": "%"}, "figures/range-reversed"),
        ({"value": 5, "up_to": 5, "unit": "vụ"}, "figures/range-reversed"),
        ({"value": 5, "up_to": 6, "out_of": 9, "unit": "vụ"}, "figures/range-of-a-part"),
        ({"rate": 5, "up_to": 6}, "figures/lonely-key"),
        ({"value": 5, "up_to": "6,5", "unit": "vụ"}, "figures/fraction-of-things"),
    ],
)
def test_what_is_no_range_is_told(figure: dict[str, Any], told: str) -> None:
    assert told in rules(x=figure)


@in_rows(
    ("said", "figure", "expected"),
    [
        ("{x.result}", {"value": "8,2"}, "đạt 8,2%, đạt chỉ tiêu (8 - 8,5%)"),
        ("{x.result}", {"value": "8,5"}, "đạt 8,5%, đạt chỉ tiêu (8 - 8,5%)"),
        ("{x.result}", {"value": "8,6"}, "đạt 8,6%, vượt chỉ tiêu (8 - 8,5%)"),
        ("{x.result}", {"value": "7,9"}, "đạt 7,9%, chưa đạt chỉ tiêu (8 - 8,5%)"),
        ("{x.target}", {"value": "8,2"}, "8,2%, đạt chỉ tiêu (8 - 8,5%)"),
        ("{x.plan}", {"value": 8}, "8 - 8,5%"),
        ("{x.plan_value}", {"value": 8}, "8 - 8,5"),
        ("{x.standing}", {"value": 9}, "vượt"),
        ("{x.next_plan}", {"value": 8, "next_plan": "8,5 - 9"}, "8,5 - 9%"),
        ("{x.next_plan}", {"value": 8, "next_plan": "8,5", "next_plan_up_to": 9}, "8,5 - 9%"),
    ],
)
def test_a_target_may_be_a_range(said: str, figure: dict[str, Any], expected: str) -> None:
    aimed = {"unit": "%", "target": {"value": "8 - 8,5"}, **figure}

    assert printed(said, x=aimed) == expected


def test_the_target_of_a_rate_may_be_a_range() -> None:
    aimed = {"value": 47, "out_of": 50, "unit": "vụ", "target": {"value": "93-95", "of": "rate"}}

    assert printed("{x.target}", x=aimed) == "đạt chỉ tiêu (93 - 95%)"


@pytest.mark.parametrize("written", ["8 - 8,5", "8-8,5", "8 – 8,5", " 8 — 8,5 "])
def test_a_range_is_one_text_however_its_dash_is_written(written: str) -> None:
    assert printed("{x}", x={"value": written, "unit": "%"}) == "8 - 8,5%"


@pytest.mark.parametrize("written", ["8 - 8,5 - 9", "8 -", "- 8", "8 - chín", "8,5.5 - 9"])
def test_what_only_looks_like_a_range_is_no_number(written: str) -> None:
    with pytest.raises(ValueError, match="value"):
        with_figures("Nêu {x}", x={"value": written, "unit": "%"})


def test_what_is_stated_of_a_target_must_fall_into_its_range() -> None:
    aimed = {"value": 5, "unit": "nhà", "target": {"value": "10 - 20", "stated": 40}}
    beyond = {**aimed, "target": {"value": "10 - 20", "stated": 60}}

    assert "figures/stated-fulfilment" not in rules(x=aimed)
    assert "figures/stated-fulfilment" in rules(x=beyond)


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ({"value": 3, "target": {"value": "3 - 5", "at_most": True}}, "figures/range-of-a-most"),
        ({"value": 3, "target": {"value": "5 - 3"}}, "figures/range-reversed"),
        ({"value": 3, "next_plan": "5 - 5"}, "figures/range-reversed"),
        ({"value": 3, "next_plan_up_to": 5}, "figures/lonely-key"),
    ],
)
def test_what_is_no_range_of_a_target_is_told(figure: dict[str, Any], told: str) -> None:
    assert told in rules(x={"unit": "vụ", **figure})


@pytest.mark.parametrize("word", ["xấp xỉ", "ước tính", "gần như", "ngót", "chừng", "ước"])
def test_words_of_approximation_are_printed_as_they_are_said(word: str) -> None:
    assert printed("{x}", x={"value": 50, "unit": "hộ", "qualifier": word}) == f"{word} 50 hộ"
