"""Changing the lines of a document changes nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cli.running import HOA_BINH

import briefing
from briefing.document import Run, change_lines, lines_of, plain


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
