"""A column is of the report's period, or it is refused at its head."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import InputError, library
from briefing.findings import Finding
from briefing.report import Report

from .laid import at, laid

HALF = "{year: 2026, type: first_half}"


def of_period(folder: Path, period: str, head: str, row: str = "1") -> Report:
    file = laid(folder, f"Chỉ tiêu;{head}\nThu;{row}\n")
    text = file.read_text(encoding="utf-8").replace("{year: 2025}", period)
    file.write_text(text, encoding="utf-8")
    return library.load(file)


def refused_of(folder: Path, period: str, head: str, row: str = "1") -> Finding:
    with pytest.raises(InputError) as caught:
        of_period(folder, period, head, row)
    [found] = caught.value.findings
    return found


@pytest.mark.parametrize(
    ("period", "head", "due", "plain"),
    [
        (HALF, "Thực hiện năm 2025", "6 tháng đầu năm 2025", "Cùng kỳ"),
        (HALF, "2025", "6 tháng đầu năm 2025", "Cùng kỳ"),
        (HALF, "Năm trước", "6 tháng đầu năm 2025", "Cùng kỳ"),
        (HALF, "Ước cả năm", "6 tháng đầu năm 2026", "Ước thực hiện"),
        (HALF, "Thực hiện 2026", "6 tháng đầu năm 2026", "Thực hiện"),
        (HALF, "KH 2027", "6 tháng cuối năm 2026", "Kế hoạch kỳ sau"),
        (HALF, "Kế hoạch năm sau", "6 tháng cuối năm 2026", "Kế hoạch kỳ sau"),
        (HALF, "Ước thực hiện 6 tháng cuối năm 2026", "6 tháng đầu năm 2026", "Ước thực hiện"),
        ("{year: 2026}", "Ước thực hiện 6 tháng", "năm 2026", "Ước thực hiện"),
        ("{year: 2026}", "Thực hiện 11 tháng", "năm 2026", "Thực hiện"),
        (
            "{year: 2026, starts: 2025-12-15, ends: 2026-12-14}",
            "Ước 6 tháng",
            "năm 2026",
            "Ước thực hiện",
        ),
        ("{year: 2026}", "TH 6 tháng đầu năm 2025", "năm 2025", "Cùng kỳ"),
        ("{year: 2026, type: quarter, quarter: 2}", "TH quý I/2026", "quý II/2026", "Thực hiện"),
    ],
)
def test_a_column_of_another_period_is_refused_at_its_head(
    tmp_path: Path, period: str, head: str, due: str, plain: str
) -> None:
    found = refused_of(tmp_path, period, head)

    assert (found.rule, at(found)) == ("indicators/other-period", "chi-tieu.csv:1:2")
    assert (found.values["due"], found.values["plain"]) == (due, plain)
    assert of_period(tmp_path, period, plain).figures["thu"]


@pytest.mark.parametrize(
    ("period", "head", "key"),
    [
        (HALF, "Cùng kỳ 2025", "previous"),
        (HALF, "TH 6 tháng đầu năm 2025", "previous"),
        (HALF, "TH 6 tháng năm 2026", "value"),
        (HALF, "Ước thực hiện 6 tháng đầu năm", "value"),
        (HALF, "KH 6 tháng cuối năm 2026", "next_plan"),
        (HALF, "KH 6 tháng cuối năm", "next_plan"),
        ("{year: 2026, type: nine_months}", "Kế hoạch quý IV/2026", "next_plan"),
        ("{year: 2026, type: nine_months}", "Kế hoạch 3 tháng cuối năm 2026", "next_plan"),
        ("{year: 2026, type: quarter, quarter: 4}", "KH quý I/2027", "next_plan"),
        ("{year: 2026}", "Ước thực hiện 12 tháng", "value"),
        ("{year: 2026}", "KH năm 2027", "next_plan"),
    ],
)
def test_a_column_that_names_the_period_of_the_report_is_read(
    tmp_path: Path, period: str, head: str, key: str
) -> None:
    assert getattr(of_period(tmp_path, period, head).figures["thu"], key) == 1


def test_a_plan_of_a_past_quarter_is_none_of_the_next(tmp_path: Path) -> None:
    found = refused_of(tmp_path, "{year: 2026, type: quarter, quarter: 4}", "KH quý I/2026")

    assert (found.rule, found.values["plain"]) == ("indicators/other-period", "Kế hoạch")


def test_a_result_so_far_without_its_estimate_is_refused(tmp_path: Path) -> None:
    head = "Thực hiện 11 tháng;Ước cả năm"
    found = refused_of(tmp_path, "{year: 2026}", head, "7;")

    assert (found.rule, at(found)) == ("indicators/part-of-period", "chi-tieu.csv:2:2")
    assert of_period(tmp_path, "{year: 2026}", head, "7;8").figures["thu"].so_far == 7
