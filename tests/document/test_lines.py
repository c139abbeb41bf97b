"""Changing the lines of a document changes nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cli.running import HOA_BINH

import briefing
from briefing.document import Line, Run, change_lines, introduce_abbreviations, lines_of, plain
from briefing.vietnamese import Abbreviation, Introducer


@pytest.mark.parametrize("sideways", [True, False, None])
def test_an_annex_lies_as_before(sideways: bool | None) -> None:
    made = briefing.render(briefing.load(HOA_BINH))
    annexes = tuple(replace(annex, sideways=sideways) for annex in made.content.annexes)
    document = replace(made, content=replace(made.content, annexes=annexes))

    changed = change_lines(document, lambda line: (*line, Run("x")))

    assert [annex.sideways for annex in changed.content.annexes] == [sideways] * len(annexes)
    assert annexes
    assert all(plain(line).endswith("x") for line in lines_of(changed))
    assert change_lines(document, lambda line: line) == document


@pytest.mark.parametrize("name", ["cong-van-792-2022", "hoa-binh-2023", "kinh-te-xa-hoi-xa-2026"])
def test_every_line_that_is_changed_is_gone_through_in_that_order(name: str) -> None:
    document = briefing.render(briefing.load(HOA_BINH.with_stem(name)), draft=True)
    frame, marks = document.frame, {"draft": (Run("d"),), "contact": ((Run("c"),),)}
    frame = replace(frame, marks=replace(frame.marks, **marks), partners=(frame.signing,) * 2)
    document = replace(document, frame=frame)
    changed: list[Line] = []

    change_lines(document, lambda line: changed.append(line) or line)

    assert list(lines_of(document)) == changed
    assert len(changed) > 30


@pytest.mark.parametrize("sideways", [True, False, None])
def test_an_annex_in_which_short_forms_are_introduced_lies_as_before(sideways: bool | None) -> None:
    made = briefing.render(briefing.load(HOA_BINH))
    annexes = tuple(replace(annex, sideways=sideways) for annex in made.content.annexes)
    document = replace(made, content=replace(made.content, annexes=annexes))

    changed = introduce_abbreviations(document, Introducer([Abbreviation("HĐ", "Hội đồng")]))

    assert [annex.sideways for annex in changed.content.annexes] == [sideways] * len(annexes)
    assert annexes
