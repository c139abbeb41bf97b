"""The texts that may name figures are gathered by a walk of their own, the same as among all."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing
from briefing.report import leaves, report_texts
from briefing.report.roles import innermost

HERE = Path(__file__).parent
INPUTS = [*sorted(HERE.glob("*.yaml")), *sorted((HERE.parents[1] / "inputs").glob("*.yaml"))]


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_the_sentences_of_a_report_are_those_among_all_its_values(path: Path) -> None:
    report = briefing.load(path)
    told = [(leaf.path, leaf.value) for leaf in leaves(report) if leaf.role.sentence]
    texts = [(at, value) for at, value in told if isinstance(value, str)]

    assert len(texts) > 1
    assert list(report_texts(report)) == texts


def test_what_values_are_is_said_inside_lists_names_and_what_may_be_absent() -> None:
    assert innermost(dict[str, list[int] | None]) is int
