"""The corpus reports say every fact of their sources, and nothing that the sources do not."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from in_rows import in_rows
from templating.printed import docx_text, preview_text

from briefing import Severity, build, check, load, preview
from briefing.reading import read

INPUTS = Path(__file__).resolve().parents[2] / "inputs"
FACTS: dict[str, dict[str, Any]] = read(Path(__file__).with_name("facts.yaml")).data

STATED = [
    (name, fact)
    for name, facts in FACTS.items()
    for fact in (*facts["must_contain"], *facts["facts"])
]


@cache
def printed(name: str, output: str) -> str:
    report = load(INPUTS / f"{name}.yaml")
    return docx_text(build(report)) if output == "docx" else preview_text(preview(report))


@in_rows("output", ["docx", "preview"])
@in_rows(("name", "fact"), STATED)
def test_a_fact_of_the_source_is_stated(name: str, fact: str, output: str) -> None:
    assert fact in printed(name, output)


@pytest.mark.parametrize("name", FACTS)
def test_the_input_names_the_source_it_was_taken_from(name: str) -> None:
    source = load(INPUTS / f"{name}.yaml").source

    assert source is not None
    assert (source.file or "").startswith(FACTS[name]["corpus"])


@pytest.mark.parametrize("name", FACTS)
def test_the_input_has_no_error_and_warns_only_of_what_the_source_lacks(name: str) -> None:
    findings = check(load(INPUTS / f"{name}.yaml"))

    assert not [found for found in findings if found.severity is Severity.ERROR]
    assert {found.rule for found in findings if found.severity is Severity.WARNING} == {
        "kind/expected-fact"
    }


@pytest.mark.parametrize(
    ("name", "rule"),
    [("hoa-binh-2023", "figures/accepted"), ("ky-anh-2023", "people/name-clash-accepted")],
)
def test_what_the_source_contradicts_stays_in_sight(name: str, rule: str) -> None:
    assert rule in {found.rule for found in check(load(INPUTS / f"{name}.yaml"))}


@in_rows("name", FACTS)
@in_rows("words", ["Tồn tại, hạn chế", "Nguyên nhân", "Bài học kinh nghiệm", "Đề xuất, kiến nghị"])
def test_no_section_is_made_up_for_what_the_source_does_not_name(name: str, words: str) -> None:
    assert words.casefold() not in printed(name, "docx").casefold()


def test_both_contradicted_numbers_are_printed_as_the_source_has_them() -> None:
    assert "99,1" not in printed("hoa-binh-2023", "docx")
    assert "717" not in printed("hoa-binh-2023", "docx")


def test_an_abbreviation_is_introduced_once_and_only_to_be_used_again() -> None:
    text = printed("ky-anh-2023", "docx")

    assert text.count("quốc phòng - an ninh (QP-AN)") == 1
    assert text.count("QP-AN") > 2
    # What the report says only once it says in full.
    for short in ("QPAN", "KT-XH", "CCCD", "ATGT", "ANTT"):
        assert short not in text


def test_the_issuer_is_marked_as_inferred_where_the_source_names_only_the_district() -> None:
    marks = {mark.fact for mark in load(INPUTS / "ky-anh-2023.yaml").inferred}

    assert "issuer" in marks or "issuer.name" in marks or "locality" in marks


@pytest.mark.parametrize("name", FACTS)
def test_nobody_is_counted_as_zero(name: str) -> None:
    text = printed(name, "docx")

    assert " 0 tập thể" not in text
    assert " 0 cá nhân" not in text
