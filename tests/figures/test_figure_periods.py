"""What a figure is compared with: the period before, by its name, wherever its value is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_rows import in_rows
from pydantic import ValidationError

import briefing
from briefing.figures import PARTS, FigureBook
from tests.figures.made import Facts, report, written

FIGURE: dict[str, Facts] = {"one": {"value": 409, "previous": 443}}

PERIODS: list[tuple[Facts, str]] = [
    ({"year": 2023}, "cùng kỳ năm 2022"),
    ({"year": 2023, "type": "first_half"}, "6 tháng đầu năm 2022"),
    ({"year": 2023, "type": "nine_months"}, "9 tháng đầu năm 2022"),
    ({"year": 2023, "type": "quarter", "quarter": 3}, "quý III/2022"),
    ({"year": 2025, "type": "years", "first_year": 2021}, "giai đoạn 2016 - 2020"),
    ({"year": 2026, "type": "month", "month": 3}, "tháng 02/2026"),
    ({"year": 2026, "type": "month", "month": 1}, "tháng 12/2025"),
    ({"year": 2026, "type": "week", "week": 12}, "tuần trước"),
    ({"year": 2026, "called": "năm học 2025 - 2026"}, "cùng kỳ năm 2025"),
    ({"year": 2026, "called": "mùa mưa 2026", "last_called": "mùa mưa 2025"}, "mùa mưa 2025"),
    (
        {"year": 2026, "type": "campaign", "starts": "2025-12-15", "ends": "2026-02-14"},
        "cùng kỳ năm 2025",
    ),
]


@in_rows(("period", "base"), PERIODS)
def test_a_comparison_names_the_period_before(period: Facts, base: str) -> None:
    text = written("{one.compared}", FIGURE, period=period)

    assert text == f"giảm 34 vụ (7,67%) so với {base}"


def test_a_locality_may_name_only_the_year() -> None:
    style = {"against": "năm"}

    assert written("so với {one.base}", FIGURE, figure_style=style) == "so với năm 2022"


def test_a_stated_base_stays_and_may_name_the_last_year() -> None:
    change = {"direction": "giảm", "percent": "26,82", "base": "cùng kỳ năm {last_year}"}
    text = written("{one}", {"one": {"change": change}})

    assert text == "giảm 26,82% so với cùng kỳ năm 2022"


def test_a_quarter_says_which_one() -> None:
    with pytest.raises(ValidationError):
        report(FIGURE, period={"year": 2023, "type": "quarter"})


def test_several_years_say_where_they_begin() -> None:
    with pytest.raises(ValidationError):
        report(FIGURE, period={"year": 2025, "type": "years"})


INPUT = """\
schema: 1
kind: bao-cao-tong-ket
period: {{year: {year}}}
{last}figures:
  kham_pha: {{label: số vụ khám phá, unit: {unit}, {numbers}}}
"""


def loaded(
    folder: Path, numbers: str, *, unit: str = "vụ", before: str = "value: 443"
) -> briefing.Report:
    """Return a report of 2023 whose file names that of 2022 beside it."""
    last = INPUT.format(year=2022, last="", unit="vụ", numbers=before)
    (folder / "2022.yaml").write_text(last, encoding="utf-8")
    now = INPUT.format(year=2023, last="previous_report: 2022.yaml\n", unit=unit, numbers=numbers)
    (folder / "2023.yaml").write_text(now, encoding="utf-8")
    return briefing.load(folder / "2023.yaml")


def compared(given: briefing.Report) -> str | None:
    return PARTS["compared"](FigureBook(given), "kham_pha")


def test_the_value_before_comes_from_last_years_report_by_name(tmp_path: Path) -> None:
    given = loaded(tmp_path, "value: 409")

    assert compared(given) == "giảm 34 vụ (7,67%) so với cùng kỳ năm 2022"
    assert not [found for found in briefing.check(given) if found.rule.startswith("previous/")]


def test_the_figures_own_value_before_goes_first(tmp_path: Path) -> None:
    assert compared(loaded(tmp_path, "value: 409, previous: 410")) == (
        "giảm 1 vụ (0,24%) so với cùng kỳ năm 2022"
    )


def test_a_figure_of_another_unit_is_another_figure(tmp_path: Path) -> None:
    assert compared(loaded(tmp_path, "value: 409", unit="đối tượng")) is None


def test_last_years_approximate_value_gives_no_exact_change(tmp_path: Path) -> None:
    about = "value: 440, qualifier: hơn"

    assert compared(loaded(tmp_path, "value: 409", before=about)) is None


def test_a_copy_of_a_report_with_other_facts_says_other_words() -> None:
    first = report({"so_vu": {"value": 2, "unit": "vụ năm {year}"}})
    assert FigureBook(first).figures["so_vu"].unit == "vụ năm 2023"

    later = first.model_copy(update={"period": first.period.following()})
    other = first.model_copy(
        update={"figures": {"so_vu": first.figures["so_vu"].model_copy(update={"unit": "cuộc"})}}
    )

    assert FigureBook(later).figures["so_vu"].unit == "vụ năm 2024"
    assert FigureBook(other).figures["so_vu"].unit == "cuộc"
    assert FigureBook(first).figures["so_vu"].unit == "vụ năm 2023"


def test_styles_with_other_places_of_percentages_work_changes_out_anew() -> None:
    book = FigureBook(report({"so_vu": {"value": 4, "previous": 3}}))
    finer = book.in_style(book.style.model_copy(update={"places": 1}))

    assert PARTS["change"](book, "so_vu") != PARTS["change"](finer, "so_vu")
