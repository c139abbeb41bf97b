"""The made-up figures of the worked report are what their script writes, and add up."""

from __future__ import annotations

import briefing
from examples.made_up import SPECIFICATION, TABLE, table


def test_the_table_is_what_the_script_writes() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(SPECIFICATION.read_text(encoding="utf-8"))


def test_nothing_is_questioned_in_it_and_one_wrong_total_is() -> None:
    source = TABLE.with_suffix(".yaml")
    report = briefing.load(source)
    assert briefing.check(report) == []

    total = report.figures["tong_thu"]
    wrong = total.model_copy(update={"value": (total.value or 0) + 1000})
    figures = {**report.figures, "tong_thu": wrong}
    found = briefing.check(report.model_copy(update={"figures": figures}))
    assert "figures/relation" in {one.rule for one in found}


def test_it_is_as_large_as_a_real_one() -> None:
    report = briefing.load(TABLE.with_suffix(".yaml"))

    assert sum(figure.row for figure in report.figures.values()) >= 150
