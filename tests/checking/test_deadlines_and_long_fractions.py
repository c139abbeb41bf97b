"""Deadlines that have passed, and numbers that a formula left unrounded, are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import check, load

START = (
    "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2026}\nsubject: công tác công an\n"
    "date: 12/2026\n"
)


def told(text: str, rule: str, tmp_path: Path) -> list[str]:
    file = tmp_path / "năm.yaml"
    file.write_text(START + text, "utf-8")
    return [each.path for each in check(load(file)) if each.rule == rule]


@pytest.mark.parametrize(
    ("deadline", "gone"),
    [
        ("trước ngày 15/01/2026", True),
        ("31.3.2026", True),
        ("ngày 15 tháng 01 năm 2026", True),
        ("tháng 3/2026", True),
        ("tháng 3 năm 2026", True),
        ("trong quý I năm 2026", True),
        ("quý 2/2026", True),
        ("từ 01/11/2026 đến 30/11/2026", True),
        ("trước ngày 15/01/2027", False),
        ("từ 01/11/2026 đến 31/01/2027", False),
        ("trước ngày 20/12/2026", False),
        ("tháng 12/2026", False),
        ("quý IV/2026", False),
        ("quý I/{next_year}", False),
        ("trước ngày 15/01/{next_year}", False),
        ("thường xuyên", False),
        ("năm 2027", False),
        ("31/02/2026", False),
        ("theo Kế hoạch số 12/KH-UBND", False),
    ],
)
def test_a_deadline_before_the_day_of_issue_is_told(
    deadline: str, gone: bool, tmp_path: Path
) -> None:
    text = f'tasks: [Bám sát cơ sở, {{text: Mở cao điểm, deadline: "{deadline}"}}]\n'
    found = told(text, "tasks/deadline-gone-by", tmp_path)

    assert found == (["tasks[1].deadline"] if gone else [])


@pytest.mark.parametrize(
    ("number", "long"),
    [("345.6789123456", True), ("0.12345", True), ("0.1234", False), ("345.67", False)],
)
def test_a_number_that_nobody_has_rounded_is_told(number: str, long: bool, tmp_path: Path) -> None:
    text = f"figures: {{a: {{label: tiền phạt, unit: triệu đồng, value: {number}}}}}\n"
    found = told(text, "figures/long-fraction", tmp_path)

    assert found == (["figures.a.value"] if long else [])
