"""A number in quotes, or in a text cell, goes through YAML and a form and stays what it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing

from briefing import check, load

INPUT = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2026}
figures:
  thu: {label: thu ngân sách, unit: tỷ đồng, value: "61,475", previous: "3.313"}
"""


@pytest.mark.parametrize("through", [["phiếu.xlsx", "ra.yaml"], ["ra.yaml"], ["a.yaml", "b.yaml"]])
def test_a_quoted_number_comes_back(through: list[str], tmp_path: Path, briefing: Briefing) -> None:
    source = tmp_path / "năm.yaml"
    source.write_text(INPUT, "utf-8")
    first = load(source)
    for name in through:
        excel = ["--excel"] if name.endswith(".xlsx") else []
        made = ("new", first.kind, *excel, "--from", source, "-o", tmp_path / name)
        done = briefing(*made)
        assert done.code == 0, done.err
        source = tmp_path / name

    assert load(source).figures == first.figures
    if not any(name.endswith(".xlsx") for name in through):
        # A cell holds the number only; whether its point parts thousands is asked again there.
        asked = [[one.rule for one in check(report)] for report in (first, load(source))]
        assert asked[0] == asked[1]
