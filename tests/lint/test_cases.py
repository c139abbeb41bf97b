"""Every case of a pack with faults: what lint prints, in both languages."""

from __future__ import annotations

import pytest
from cli.running import Briefing
from exploring import some

from lint.golden import case_names, expected, places_and_rules, put_pack, said


@pytest.mark.parametrize("case", case_names())
def test_lint_prints_exactly_this(briefing: Briefing, case: str) -> None:
    put_pack(case)
    outcome = briefing("template", "lint", "--locality", case)

    told = said(outcome.code, outcome.out, case)
    assert told == expected(case), "meant so? python -m lint.rewrite"


@pytest.mark.parametrize("case", some(case_names()))
def test_english_tells_the_same_at_the_same_places(briefing: Briefing, case: str) -> None:
    put_pack(case)
    outcome = briefing("template", "lint", "--locality", case, "--lang", "en")
    told = said(outcome.code, outcome.out, case)

    assert told.splitlines()[0] == expected(case).splitlines()[0]
    assert places_and_rules(told) == places_and_rules(expected(case))
