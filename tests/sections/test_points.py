"""The points of a section, and the marks before them."""

from __future__ import annotations

from typing import Any

import pytest

from briefing import Report, library
from sections.commune import data
from sections.outlined import text


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("-", ["- Ý một;", "- Ý hai."]),
        ("+", ["- + Ý một;", "- + Ý hai."]),
        ("a)", ["- a) Ý một;", "- b) Ý hai."]),
        ("(1)", ["- (1) Ý một.", "- (2) Ý hai."]),
        ("1.", ["- 1\\. Ý một.", "- 2\\. Ý hai."]),
        ("I.", ["- I. Ý một.", "- II. Ý hai."]),
        ("Một là,", ["- Một là, ý một.", "- Hai là, ý hai."]),
    ],
)
def test_points_bear_the_mark_that_is_written_for_the_first(mark: str, expected: list[str]) -> None:
    said = text({"title": "Việc", "points": ["ý một", "ý hai"], "mark": mark})
    lines = said.replace("\\)", ")").replace("\\+", "+").splitlines()

    assert [line for line in lines if line.startswith("- ") and "ý" in line.lower()] == expected


def test_points_have_points_below_them() -> None:
    said = text({"title": "Việc", "points": [{"text": "Đề nghị Bộ …:", "points": ["a", "b"]}, "c"]})

    assert "- Đề nghị Bộ …:\n  - A;\n  - B;\n- C.\n" in said


def test_each_row_of_points_begins_anew_in_word(to_pdf: Any) -> None:
    from sections.test_outlines import labels, lines_of

    points = {"points": ["Việc đầu", "Việc sau"], "mark": "(1)"}
    report = Report.model_validate(
        data({"title": "Một", **points}, {"title": "Hai", **points}, opening="cơ quan báo như sau:")
    )
    pdf = to_pdf({"rows": library.make(report).as_docx()})["rows"]

    assert labels(lines_of(pdf)) == ["I.", "(1)", "(2)", "II.", "(1)", "(2)"]
