"""Numbers in templates are exact; what a filter does not understand it refuses, with the line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from kinds.made import report

import briefing
from briefing import Report, TemplateError
from briefing.document import plain
from templating.test_marks import written

FIGURES = {
    "vu": {"label": "vụ", "unit": "vụ", "value": 409, "previous": 443},
    "ty_le": {"label": "tỷ lệ", "unit": "%", "rate": Decimal("98.70")},
    "gan": {
        "label": "gần",
        "unit": "vụ",
        "value": 5,
        "out_of": 8,
        "rate": 64,
        "rate_qualifier": "gần",
    },
}


def made(**facts: Any) -> Report:
    results = [{"area": "ma_tuy", "statements": ["{vu} {ty_le} {gan}"]}]
    return report(figures=FIGURES, results=results, **facts)


def printed(tmp_path: Path, words: str, **facts: Any) -> str:
    document = briefing.render(made(**facts), templates=written(tmp_path, words))
    return " ".join(plain(block.line) for block in document.content.blocks)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("{{ report.figures[0].number / 1234 * 100 }}", "33,14"),
        ("{{ (report.figures[0].number / 1234 * 100)|percent }}", "33,14%"),
        ("{{ (report.figures[0].number / 1234)|number }}", "0,33"),
        ("{{ report.figures[0].number * 0.5 }}", "204,5"),
        ("{{ report.figures[0].number + 1000 }}", "1.409"),
        ("{{ 0.1 + 0.2 == 0.3 }}", "True"),
        ("{{ report.figures[1].rate|float }}", "98,70"),
        ("{{ report.figures[1].rate|percent }}", "98,70%"),
        ("{{ report.figures[1].rate|float + 1 }}", "99,70"),
        ("{{ '1.315 '|int }}", "1315"),
        ("{{ '98,72%'|int }}", "98"),
        ("{{ 'x'|int(7) }}{{ none|float('–') }}", "7–"),
        ("{{ (1 / 7)|round(3) }}", "0,143"),
        ("{{ 92.50|number }}", "92,5"),
        ("{{ '92,50'|number }}", "92,50"),
        ("{{ 2000|in_words }}", "hai nghìn"),
    ],
)
def test_this_prints_that(tmp_path: Path, words: str, text: str) -> None:
    assert printed(tmp_path, words) == text


def test_a_computed_rate_has_the_places_of_the_locality(tmp_path: Path) -> None:
    words = "{{ (report.figures[0].number / 1234 * 100)|percent }}"

    assert printed(tmp_path, words, figure_style={"places": 1}) == "33,1%"


@pytest.mark.parametrize(
    ("words", "written_so"),
    [
        ("{{ report.figures[2].rate|float }}", "gần 64%"),
        ("{{ 'khoảng 5'|int }}", "khoảng 5"),
        ("{{ '5 vụ'|number }}", "5 vụ"),
        ("{{ '1,315.5'|float }}", "1,315.5"),
        ("{{ '771/778'|percent }}", "771/778"),
        ("{{ ''|float }}", ""),
        ("{{ '١٢'|int }}", "١٢"),
        ("{{ 'x'|round }}{{ 'x'|abs }}", "x"),
    ],
)
def test_a_text_that_is_no_number_is_refused_with_its_line(
    tmp_path: Path, words: str, written_so: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        printed(tmp_path, words)

    [found] = caught.value.findings
    assert (found.rule, found.origin and found.origin.line) == ("template/not-a-number", 5)
    assert found.values["written"] == written_so


@pytest.mark.parametrize("use", ["float", "int", "number", "percent", "round(1)", "abs"])
def test_a_rate_that_there_is_not_is_told_and_never_zero(tmp_path: Path, use: str) -> None:
    with pytest.raises(TemplateError) as caught:
        printed(tmp_path, f"{{{{ report.figures[0].rate|{use} }}}}")

    [found] = caught.value.findings
    assert (found.rule, found.origin and found.origin.line) == ("template/none-here", 5)


def test_a_division_by_zero_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        printed(tmp_path, "{{ 1 / (report.figures[0].number - 409) }}")

    assert [found.rule for found in caught.value.findings] == ["template/by-zero"]
