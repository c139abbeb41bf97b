"""Names in labels, units and other words of figures are filled, or the report is refused."""

from __future__ import annotations

from typing import Any

import pytest
from in_rows import in_rows

import briefing
from tests.checking.found import findings
from tests.figures.made import report, written

WORDS: list[dict[str, Any]] = [
    {"label": "số vụ năm TEXT", "value": 5},
    {"unit": "vụ (TEXT)", "value": 5},
    {"zero": "không có vụ TEXT", "value": 0},
    {"rate": 90, "out_of_label": "công dân TEXT"},
    {"change": {"direction": "tăng", "amount": 5, "base": "năm TEXT"}},
]


def with_text(figure: dict[str, Any], text: str) -> dict[str, Any]:
    def put(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: put(item) for key, item in value.items()}
        return value.replace("TEXT", text) if isinstance(value, str) else value

    return dict(put(figure))


@in_rows("figure", WORDS)
@in_rows("name", ["{next_yaer}", "{one}", "{one.label}", "{year.rate}"])
def test_a_name_that_nothing_fills_is_refused(figure: dict[str, Any], name: str) -> None:
    found = findings({"one": with_text(figure, name)})

    assert [(one.rule, one.severity.name) for one in found] == [("figures/name-in-words", "ERROR")]
    for language in ("vi", "en"):
        assert name in found[0].message(language)
        assert "{next_year}" in found[0].remedy(language)


@pytest.mark.parametrize("figure", WORDS)
def test_the_words_of_every_report_are_filled(figure: dict[str, Any]) -> None:
    figures = {"one": with_text(figure, "{last_year} {{x}}")}
    said = written("{one.label} / {one.unit} / {one}", figures)

    assert "2022 {x}" in said
    assert [one.rule for one in findings(figures)] == []


def test_the_annex_prints_no_braces() -> None:
    figures = {"one": {"label": "chỉ tiêu năm {next_year}", "value": 5}}
    printed = briefing.preview(report(figures, figures_annex=True), draft=True)

    assert "hỉ tiêu năm 2024" in printed
    assert "{" not in printed


def test_a_document_cited_calls_the_words_of_every_report_only() -> None:
    cited = {"ke_hoach": {"text": "Kế hoạch năm {next_year} {{a}}"}}
    said = written("Theo {ke_hoach}.", {}, legal_references=cited)

    assert said == "Theo Kế hoạch năm 2024 {a}."
    wrong = {"ke_hoach": {"text": "Kế hoạch {one}"}}
    found = findings({"one": {"value": 5}}, legal_references=wrong)
    assert "figures/name-in-words" in [one.rule for one in found]


TOGETHER: list[dict[str, Any]] = [
    {"items": ["two", "three"]},
    {"criteria": ["two", "three"]},
    {"value": 5, "beside": "two"},
]
MOVED = {"value": 3, "previous": 4, "unit": "người"}


@pytest.mark.parametrize("figure", TOGETHER)
def test_a_figure_is_used_where_one_that_says_it_is_named(figure: dict[str, Any]) -> None:
    members = [
        *figure.get("items", []),
        *figure.get("criteria", []),
        *["two"] * ("beside" in figure),
    ]
    others = {name: {**MOVED, "label": name} for name in members}
    figures = {"one": figure, **others, "apart": {"label": "khác", "value": 7}}
    named = report(figures, results=[{"area": "giao_thong", "statements": ["Có {one}"]}])
    unused = [one.path for one in briefing.check(named) if one.rule == "figures/unused"]

    assert unused == ["figures.apart"]


def test_parts_and_totals_are_not_printed_with_what_names_them() -> None:
    figures = {
        "one": {"value": 5, "parts": ["two"], "share_of": "three"},
        "two": {"label": "phần", "value": 3},
        "three": {"label": "tổng", "value": 9},
    }
    named = report(figures, results=[{"area": "giao_thong", "statements": ["Có {one}"]}])
    unused = [one.path for one in briefing.check(named) if one.rule == "figures/unused"]

    assert unused == ["figures.two", "figures.three"]
