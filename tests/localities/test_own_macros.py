"""Single macros of a pack's own ``macros.md.j2``; all others come from beneath."""

from __future__ import annotations

import pytest
from cli.running import Briefing

from localities.made import CAO_SON, write_input, write_pack

MORE = "figures_annex: true\nmodels: [{name: mô hình A, where: xã B}]\n"
EXTENDS = '{% extends "macros.md.j2" %}\n'


def macros(name: str, text: str, pack: str = CAO_SON) -> None:
    folder = write_pack(name, pack)
    (folder / "macros.md.j2").write_text(EXTENDS + text, encoding="utf-8")


RESULT = "{% macro figure_result(figure) %}{{ figure.value }} (chốt){% endmacro %}\n"


def test_one_macro_is_overridden_and_what_calls_it_takes_it(briefing: Briefing) -> None:
    write_pack("cao-son")
    source = write_input("cao-son", more=MORE)
    before = briefing("preview", "--draft", source).out
    # A macro of the table of figures, which calls it.
    macros("cao-son", RESULT)
    after = briefing("preview", "--draft", source).out

    assert "| 9 (chốt) |" in after
    assert after.replace("9 (chốt)", "9") == before
    assert briefing("template", "lint", "--locality", "cao-son").code == 0


def test_a_macro_of_ones_own_calls_those_beneath(briefing: Briefing) -> None:
    own = "{% macro model(model) %}\n{{ model.name }}: {{ ended(model.where, '!')|trim }}\n"
    macros("cao-son", own + "{% endmacro %}\n")
    out = briefing("preview", "--draft", write_input("cao-son", more=MORE)).out

    assert "mô hình A: Xã B!" in out
    assert briefing("template", "lint", "--locality", "cao-son").code == 0


def test_a_macro_of_ones_own_knows_what_the_file_beneath_sets(briefing: Briefing) -> None:
    own = "{% macro meet_anew() %}{% set met.names = [] %}{% endmacro %}\n"
    macros("cao-son", own)
    more = MORE + "conference: {date: 2024-12-19, discussion: [Thống nhất]}\n"
    assert briefing("preview", write_input("cao-son", more=more)).code == 0


def test_the_commune_goes_before_the_province(briefing: Briefing) -> None:
    macros("hoa-binh", RESULT + "{% macro them() %}Thêm.{% endmacro %}\n", "")
    macros("cao-son", RESULT.replace("chốt", "xã"))
    block = "{% block closing %}\n{{ m.them() }}\n\n{{ super() }}\n{% endblock %}\n"
    write_pack("cao-son", bao_cao_tong_ket='{% extends "bao-cao-tong-ket.md.j2" %}\n' + block)
    out = briefing("preview", "--draft", write_input("cao-son", more=MORE)).out

    assert "| 9 (xã) |" in out
    assert "Thêm." in out
    shown = briefing("template", "show", "bao-cao-tong-ket", "--locality", "cao-son").out
    assert shown.count("m.figure_result(figure)") == 3
    assert briefing("template", "lint", "--locality", "cao-son").code == 0


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{% macro model(model) %}{{ model.nam }}{% endmacro %}", "template/unknown-path"),
        ("{% macro model() %}A{% endmacro %}", "template/macro-of-pack"),
        ("{% macro model(model) %}{{ lst([]) }}{% endmacro %}", "template/undefined"),
    ],
)
def test_lint_follows_overridden_macros(briefing: Briefing, text: str, rule: str) -> None:
    macros("cao-son", text)

    assert rule in briefing("template", "lint", "--locality", "cao-son").out


def test_a_gap_in_an_overridden_macro_is_told_at_its_line(briefing: Briefing) -> None:
    macros("cao-son", "{% macro model(model) %}\n{{ model.nam }}\n{% endmacro %}")
    outcome = briefing("build", write_input("cao-son", more=MORE))

    assert outcome.code != 0
    assert "cao-son/macros.md.j2:3" in outcome.err + outcome.out
