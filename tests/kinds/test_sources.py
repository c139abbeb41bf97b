"""The reports of the three other sources say every fact of theirs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from in_rows import in_rows
from templating.printed import docx_text, preview_text

from briefing import RefusedError, build, preview
from briefing.reading import read
from kinds.made import errors, shipped

FACTS: dict[str, dict[str, Any]] = read(Path(__file__).with_name("facts.yaml")).data
# The source does not name the province: no final document can be made of it.
DRAFT_ONLY = "cong-van-792-2022"
STATED = [(name, fact) for name, facts in FACTS.items() for fact in facts["must_contain"]]


@cache
def printed(name: str, output: str) -> str:
    report, draft = shipped(name), name == DRAFT_ONLY
    if output == "docx":
        return docx_text(build(report, draft=draft))
    return preview_text(preview(report, draft=draft))


@in_rows("output", ["docx", "preview"])
@in_rows(("name", "fact"), STATED)
def test_a_fact_of_the_source_is_stated(name: str, fact: str, output: str) -> None:
    assert fact in printed(name, output)


@pytest.mark.parametrize("name", FACTS)
def test_the_input_names_the_source_it_was_taken_from(name: str) -> None:
    source = shipped(name).source

    assert source is not None
    assert (source.file or "").startswith(FACTS[name]["corpus"])


def test_the_letter_of_an_unnamed_province_lacks_only_what_the_source_lacks() -> None:
    lacking = {found.path for found in errors(shipped(DRAFT_ONLY))}

    assert lacking == {"place", "issuer.lines", "signature.post"}
    with pytest.raises(RefusedError):
        build(shipped(DRAFT_ONLY))


@pytest.mark.parametrize("name", sorted(set(FACTS) - {DRAFT_ONLY}))
@pytest.mark.parametrize("words", ["Tồn tại, hạn chế", "Nguyên nhân", "Bài học kinh nghiệm"])
def test_no_section_is_made_up_for_what_the_source_does_not_name(name: str, words: str) -> None:
    assert words.casefold() not in printed(name, "docx").casefold()
