"""What else rows say: plans of the whole year, formulas, running totals, what was accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import check, load, preview
from briefing.figures import Phrasebook

from .laid import written

HALF = "period: {year: 2026, type: first_half}"


def said(file: Path, text: str) -> str:
    return Phrasebook(load(file)).fill(text, lambda reference: f"?{reference}?")


def half_year(folder: Path, table: str) -> Path:
    """Lay down a report on half a year with a table."""
    (folder / "chi-tieu.csv").write_text(table, encoding="utf-8")
    file = written(folder, "indicators: chi-tieu.csv\n")
    text = file.read_text(encoding="utf-8").replace("period: {year: 2025}", HALF)
    file.write_text(text.replace("tong-ket", "so-ket").replace("2025-12", "2026-06"), "utf-8")
    return file


def told(file: Path, *rules: str) -> list[tuple[str, str]]:
    return [(one.rule, one.path) for one in check(load(file)) if one.rule in rules]


def test_the_plan_of_the_year_is_compared_in_a_report_on_half_of_it(tmp_path: Path) -> None:
    table = "Chỉ tiêu;ĐVT;Kế hoạch năm 2026;Thực hiện 6 tháng đầu năm 2026\nThu;tỷ đồng;100;52\n"
    file = half_year(tmp_path, table + "Chi;tỷ đồng;80;90\n")

    assert said(file, "{thu.result}") == "đạt 52 tỷ đồng, bằng 52% kế hoạch năm"
    assert said(file, "{thu.standing}") == "?{thu.standing}?"
    assert said(file, "{chi.standing}") == "vượt"
    assert "| Kế hoạch năm 2026 | Thực hiện 6 tháng đầu năm 2026 |" not in preview(load(file))
    assert "| Kế hoạch năm 2026 | **6 tháng đầu năm 2026** Thực hiện |" in preview(load(file))


def test_a_running_total_is_told_with_its_day(tmp_path: Path) -> None:
    row = "{label: Thu, unit: tỷ đồng, actual: 8, plan: 10, cumulative: true, as_of: 2025-11-30}"
    file = written(tmp_path, f"indicators:\n  - {row}\n")

    assert said(file, "{thu.sentence}") == (
        "thu lũy kế đạt 8 tỷ đồng (tính đến ngày 30/11/2025), bằng 80% kế hoạch"
    )
    assert "| Thu (tính đến ngày 30/11/2025) | tỷ đồng | 10 | 8 |" in preview(load(file))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("ha, 1250, tạ/ha, 62.5, tấn, 7812.5", []),
        ("ha, 1250, tạ/ha, 62.5, tấn, 7813", []),
        ("ha, 1250, tạ/ha, 62.5, tấn, 8000", [("figures/relation", "figures.san_luong.equals")]),
        ("ha, 1250, người, 62, tấn, 8000", [("figures/units-of-formula",)]),
    ],
)
def test_a_product_is_held_against_its_factors_across_units(
    tmp_path: Path, rows: str, found: list[tuple[str, ...]]
) -> None:
    one, area, two, yields, three, harvest = rows.split(", ")
    file = written(
        tmp_path,
        "indicators:\n"
        f"  - {{label: Diện tích, unit: {one}, actual: {area}}}\n"
        f"  - {{label: Năng suất, unit: {two}, actual: {yields}}}\n"
        f"  - {{label: Sản lượng, unit: {three}, actual: {harvest},"
        " equals: dien_tich * nang_suat}\n",
    )
    rules = ("figures/relation", "figures/units-of-formula")

    assert [each[: len(one)] for each, one in zip(told(file, *rules), found, strict=True)] == found


@pytest.mark.parametrize(
    ("formula", "rule"),
    [
        ("thu + khac", "figures/unknown-in-formula"),
        ("thu +", "figures/no-formula"),
        ("(thu", "figures/no-formula"),
        ("thu thu", "figures/no-formula"),
        ("chi + thu", "figures/formula-of-itself"),
    ],
)
def test_a_formula_that_nothing_can_be_held_against_is_told(
    tmp_path: Path, formula: str, rule: str
) -> None:
    rows = f"  - {{label: Thu, actual: 8}}\n  - {{label: Chi, actual: 7, equals: {formula}}}\n"
    file = written(tmp_path, f"indicators:\n{rows}")

    assert told(file, rule) == [(rule, "figures.chi.equals")]


def test_a_sum_across_scales_is_questioned_and_can_be_accepted(tmp_path: Path) -> None:
    rows = (
        "indicators:\n"
        "  - {label: Tổng, unit: triệu lượt, actual: 1.6, equals: a + b%s}\n"
        "  - {label: A, unit: nghìn lượt, actual: 830}\n"
        "  - {label: B, unit: nghìn lượt, actual: 330}\n"
    )
    rules = ("figures/relation", "figures/accepted", "figures/nothing-to-accept")
    open_one = told(written(tmp_path, rows % ""), *rules)
    accepted = ", accepted: {stated: 1.6, computed: 1.16, reason: theo nguồn}"

    assert open_one == [("figures/relation", "figures.tong.equals")]
    assert told(written(tmp_path, rows % accepted), *rules) == [
        ("figures/accepted", "figures.tong.equals")
    ]


def test_both_values_and_an_amount_are_told_in_words(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        "indicators:\n"
        '  - {label: Nghèo, unit: "%", previous: 21.8, actual: 20.4}\n'
        "  - {label: Thu, unit: tỷ đồng, actual: 16.434, previous: 15}\n",
    )

    assert said(file, "{ngheo.from_to}") == "giảm từ 21,8% xuống còn 20,4%"
    assert said(file, "{thu.in_scales}") == "16 tỷ 434 triệu đồng"


def test_a_row_can_have_places_of_its_own(tmp_path: Path) -> None:
    rows = "  - {label: Thu, unit: tỷ đồng, plan: 7, actual: 8, places: 1}\n"

    assert said(written(tmp_path, f"indicators:\n{rows}"), "{thu.reached}") == "114,3%"
