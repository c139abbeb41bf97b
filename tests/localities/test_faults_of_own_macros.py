"""Faults of a pack's macros are told of the pack; marks of a conflict wherever they were left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import in_languages

from briefing.templating import template_folder
from localities.made import CAO_SON, write_input, write_pack

EXTENDS = '{% extends "macros.md.j2" %}\n'
BODY = "{% for x in texts %}\n{{ x|sentence }}\n\n{% endfor %}{% endmacro %}\n"
ERROR = re.compile(r"^(.+?):(\d+)(?::\d+)?: (?:lỗi|error): .*\[([\w/-]+)\]$", re.M)


def faults(text: str) -> list[tuple[str, str, str]]:
    return ERROR.findall(text)


@pytest.fixture
def macros() -> Path:
    return write_pack("cao-son") / "macros.md.j2"


@pytest.mark.parametrize(
    ("marked", "language"),
    in_languages(
        [
            (f"<<<<<<< HEAD\n{{% macro paragraphs(texts) %}}\n=======\n{BODY}>>>>>>> nhánh\n", "2"),
            (f"<<<<<<<\n{{% macro paragraphs(texts) %}}\n{BODY}>>>>>>>\n", "2"),
            (f"{{% macro paragraphs(texts) %}}\n=======\n{BODY}", "3"),
            (f"{{% macro paragraphs(texts) %}}\n{BODY}>>>>>>> nhánh\n", "7"),
        ]
    ),
)
def test_marks_of_a_conflict_are_told_at_their_line(
    briefing: Briefing, macros: Path, marked: tuple[str, str], language: str
) -> None:
    text, line = marked
    macros.write_text(EXTENDS + text, encoding="utf-8")
    expected = [(str(macros), line, "template/conflict")]

    linted = briefing("template", "lint", "--locality", "cao-son", "--lang", language)
    assert faults(linted.out) == expected
    # What a file that cannot be read leaves out only follows.
    assert "template/lost-fact" not in linted.out
    assert faults(briefing("check", write_input("cao-son"), "--lang", language).out) == expected


def test_marks_of_a_conflict_are_told_in_packs_and_inputs(briefing: Briefing) -> None:
    file = write_pack("cao-son", CAO_SON + "<<<<<<< HEAD\n") / "locality.toml"
    source = write_input("cao-son")
    assert faults(briefing("check", source).out) == [(str(file), "6", "input/conflict")]

    write_pack("cao-son")
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("subject:", "=======\nsubject:"), encoding="utf-8")
    assert faults(briefing("check", source).out) == [(str(source), "6", "input/conflict")]


@pytest.mark.parametrize("text", ["# <<<<<<<< tám dấu\n", "# a\n# =======\n"])
def test_other_signs_are_no_marks_of_a_conflict(briefing: Briefing, text: str) -> None:
    write_pack("cao-son", CAO_SON + text)

    assert "conflict" not in briefing("check", write_input("cao-son")).out


@pytest.mark.parametrize(
    ("fault", "language"),
    in_languages(
        [
            ("{% macro paragraphs() %}Một{% endmacro %}", "template/macro-of-pack", "texts"),
            ("{% macro figure_cell(figure) %}1{% endmacro %}", "template/macro-of-pack", "column"),
            (
                "{% macro paragraphs(texts) %}{{ textss }}{% endmacro %}",
                "template/undefined",
                "textss",
            ),
        ]
    ),
)
def test_a_faulty_macro_is_told_of_the_pack(
    briefing: Briefing, macros: Path, fault: tuple[str, str, str], language: str
) -> None:
    macro, rule, word = fault
    macros.write_text(f"{EXTENDS}{macro}\n", encoding="utf-8")
    source = write_input("cao-son", more="figures_annex: true\n")

    for command in (
        ("template", "lint", "--locality", "cao-son"),
        ("check", source),
        ("build", source, "-o", "x.docx"),
        ("preview", source),
    ):
        outcome = briefing(*command, "--lang", language)
        told = outcome.out + outcome.err
        assert (str(macros), "2", rule) in faults(told), told
        assert str(template_folder()) not in told
        assert word in told


def test_what_a_macro_no_longer_prints_is_told_of_the_macro(
    briefing: Briefing, macros: Path
) -> None:
    macros.write_text(EXTENDS + "{% macro paragraphs(texts) %}\n{% endmacro %}\n", encoding="utf-8")

    linted = briefing("template", "lint", "--locality", "cao-son").out
    lost = [line for line in linted.splitlines() if line.endswith("[template/lost-fact]")]
    assert lost
    assert {line.split(": ")[0] for line in lost} == {f"{macros}:2"}
    told = faults(briefing("check", write_input("cao-son")).out)
    assert (str(macros), "2", "template/dropped-fact") in told
