"""What a name stands for is filled in once: words that call words, notes that call notes."""

from __future__ import annotations

from typing import Any

import pytest
from in_rows import in_rows

from tests.checking.found import told

REFUSED: list[tuple[str, dict[str, Any], list[tuple[str, str]]]] = [
    (
        "a footnote in itself",
        {"footnotes": {"a": "x {a}"}, "opening": "Câu {a}"},
        [("figures/footnote-in-footnote", "footnotes.a")],
    ),
    (
        "footnotes in a ring",
        {"footnotes": {"a": "x {b}", "b": "y {a}"}, "opening": "Câu {a}"},
        [
            ("figures/footnote-in-footnote", "footnotes.a"),
            ("figures/footnote-in-footnote", "footnotes.b"),
        ],
    ),
    (
        "a subject in itself",
        {"subject": "an ninh {subject}"},
        [("figures/name-in-words", "subject")],
    ),
    (
        "words that call words that call words",
        {
            "subject": "an ninh {year}",
            "issuer": {"name": "Ủy ban {subject}"},
            "opening": "Câu {issuer}",
        },
        [("figures/name-in-words", "issuer.name")],
    ),
    (
        "a figure in words that are called",
        {"subject": "an ninh {one}", "opening": "Câu {subject}"},
        [("figures/name-in-words", "subject")],
    ),
    (
        "a period called by itself",
        {"period": {"year": 2023, "called": "{this} vừa qua"}},
        [("figures/name-in-words", "period.called")],
    ),
]
TAKEN: list[dict[str, Any]] = [
    {"footnotes": {"a": "x {one}, năm {year}"}, "opening": "Câu {a}"},
    {"subject": "an ninh năm {year}", "opening": "Câu về {subject}"},
    {"subject": "an ninh {one}"},
    {
        "subject": "an ninh",
        "period": {"year": 2023, "called": "đợt {subject}"},
        "opening": "Câu {this}",
    },
]
ONE = {"one": {"label": "số vụ", "unit": "vụ", "value": 5}}


@pytest.mark.parametrize(("facts", "expected"), [one[1:] for one in REFUSED])
def test_what_would_print_its_braces_is_refused(
    facts: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    found = [(rule, path) for rule, kind, path in told(ONE, **facts) if kind == "error"]

    assert found == expected


@pytest.mark.parametrize("facts", TAKEN)
def test_what_is_filled_is_not_accused(facts: dict[str, Any]) -> None:
    assert [one for one in told(ONE, **facts) if one[1] == "error"] == []


DAYS: list[tuple[dict[str, Any], list[str]]] = [
    ({"year": 2023, "type": "week", "week": 53}, ["period/no-such-week period.week"]),
    ({"year": 2020, "type": "week", "week": 53}, []),
    ({"year": 2023, "starts": "2022-12-15", "ends": "2023-12-14"}, []),
    ({"year": 2023, "ends": "2024-01-10"}, []),
    (
        {"year": 2023, "starts": "2010-01-01", "ends": "2010-02-01"},
        ["period/other-days period.starts"],
    ),
    ({"year": 2023, "ends": "2022-12-14"}, ["period/other-days period.ends"]),
    ({"year": 2023, "type": "quarter", "quarter": 1, "starts": "2022-12-15"}, []),
    (
        {"year": 2023, "type": "month", "month": 2, "starts": "2023-05-01"},
        ["period/other-days period.starts"],
    ),
    ({"year": 2023, "type": "month", "month": 12, "ends": "2023-12-14"}, []),
    (
        {"year": 2023, "type": "first_half", "starts": "2023-11-01"},
        ["period/other-days period.starts"],
    ),
    ({"year": 2023, "type": "years", "first_year": 2018, "starts": "2018-01-01"}, []),
    ({"year": 2023, "type": "campaign", "starts": "2022-12-15", "ends": "2023-02-14"}, []),
    ({"year": 2022, "type": "campaign", "starts": "2022-12-15", "ends": "2023-02-14"}, []),
    (
        {"year": 2023, "type": "campaign", "starts": "2022-03-01", "ends": "2022-04-01"},
        ["period/other-days period.starts"],
    ),
]


@in_rows(("period", "expected"), DAYS)
def test_the_days_of_a_period_lie_in_what_it_is_called(
    period: dict[str, Any], expected: list[str]
) -> None:
    found = told(ONE, period=period, kind="bao-cao-so-ket")
    ours = ("period/other-days", "period/no-such-week")

    assert [f"{rule} {path}" for rule, _, path in found if rule in ours] == expected
