"""A figure that has a number of the period before and none of its own is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import check, load

START = "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2026}\nsubject: a\nfigures:\n"


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ("previous: 4", True),
        ("previous: 4, target: {value: 5}", True),
        ("previous: 4, row: true, next_plan: 6", True),
        ("previous: 4, value: 0", False),
        ("previous: 4, approximate: hàng chục", False),
        ("previous: 4, rate: 92.2", False),
        ("previous: 4, change: {direction: tăng, amount: 1}", False),
        ("previous: 4, target: {stated: 105}", False),
        ("unit: vụ", False),
    ],
)
def test_only_what_says_nothing_of_the_period_is_told(
    facts: str, told: bool, tmp_path: Path
) -> None:
    file = tmp_path / "năm.yaml"
    file.write_text(f"{START}  a: {{label: vụ cháy, {facts}}}\n", "utf-8")
    found = [each.path for each in check(load(file)) if each.rule == "figures/not-filled"]

    assert found == (["figures.a.value"] if told else [])


@pytest.mark.parametrize("facts", ["equals: a.previous + 1", "items: [a, c]", "parts: [a, c]"])
def test_what_another_figure_calls_is_not_told(facts: str, tmp_path: Path) -> None:
    file = tmp_path / "năm.yaml"
    others = f"  b: {{label: b, value: 5, {facts}}}\n  c: {{label: c, value: 1}}\n"
    file.write_text(f"{START}  a: {{label: vụ cháy, previous: 4}}\n{others}", "utf-8")

    assert not [each for each in check(load(file)) if each.rule == "figures/not-filled"]
