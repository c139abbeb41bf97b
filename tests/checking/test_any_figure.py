"""Any figures at all are checked and printed, or refused in words; nothing falls over."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

from exploring import drawn
from hypothesis import given, settings
from hypothesis import strategies as st

import briefing
from briefing.figures import PARTS, FigureBook
from briefing.report.figure import Qualifier
from tests.figures.made import report

FIXED = settings(derandomize=True, deadline=None, max_examples=drawn(250))

EDGES = st.sampled_from([0, 1, 100, 10**14, Decimal("0.00000000000001"), Decimal("99.996"), "0,0"])
QUANTITY = EDGES | st.integers(0, 2000) | st.decimals(0, 1000, places=2)
WORD = st.sampled_from(get_args(Qualifier))
NAME = st.sampled_from(["one", "two", "three"])
UNIT = st.sampled_from(
    ["vụ", "%", "tỷ đồng", "triệu đồng", "đồng chí", "kg ma túy", "sải", "tạ/ha"]
)
CHANGE = st.fixed_dictionaries(
    {"direction": st.sampled_from(["tăng", "giảm"])},
    optional={"percent": QUANTITY, "amount": QUANTITY, "base": st.just("năm {last_year}")},
)
TARGET = st.fixed_dictionaries(
    {"value": QUANTITY},
    optional={
        "of": st.sampled_from(["rate", "value"]),
        "up_to": QUANTITY,
        "stated": QUANTITY,
        "stated_over": QUANTITY | st.just(Decimal("-12.5")),
    },
)
ACCEPTED = st.fixed_dictionaries({"stated": QUANTITY, "computed": QUANTITY, "reason": st.just("x")})
FIGURE = st.fixed_dictionaries(
    {"label": st.sampled_from(["số vụ", "Thu (triệu đồng)", "năm {year}"]), "unit": UNIT},
    optional={
        "value": QUANTITY,
        "qualifier": WORD,
        "approximate": st.sampled_from(["hàng chục", "hàng trăm", "hàng nghìn"]),
        "exact": QUANTITY,
        "out_of": QUANTITY,
        "out_of_label": st.just("dân số"),
        "rate": QUANTITY,
        "rate_qualifier": WORD,
        "previous": QUANTITY,
        "change": CHANGE,
        "nature": st.sampled_from(["occurs", "detected"]),
        "zero": st.just("không có"),
        "target": TARGET,
        "share_of": NAME,
        "share": QUANTITY,
        "beside": NAME,
        "parts": st.lists(NAME, max_size=2),
        "parts_complete": st.booleans(),
        "criteria": st.lists(NAME, max_size=2),
        "items": st.lists(NAME, max_size=2),
        "more_items": st.booleans(),
        "accepted": ACCEPTED | st.lists(ACCEPTED, max_size=2),
    },
)
STATEMENT = "Có {one}, {two.compared}, {three.target} ({one.rate}, {two.share}, {three.pair})."


@FIXED
@given(FIGURE, FIGURE, FIGURE)
def test_any_figures_are_checked_and_said(
    one: dict[str, Any], two: dict[str, Any], three: dict[str, Any]
) -> None:
    figures = {"one": one, "two": two, "three": three}
    results = [{"area": "giao_thong", "statements": [STATEMENT]}]
    given_report = report(figures, results=results)

    for found in briefing.check(given_report):
        for language in ("vi", "en"):
            assert found.message(language)
            assert found.remedy(language)
    book = FigureBook(given_report)
    for part, state in PARTS.items():
        for name in figures:
            said = state(book, name)
            assert said is None or said.strip() == said != "", (part, said)
