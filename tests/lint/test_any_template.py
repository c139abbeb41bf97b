"""Whatever a template says, lint ends with findings: no crash, no endless walk."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from exploring import seldom
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import Finding
from briefing.linting import lint
from briefing.templating import template_folder

NAME = "bao-cao-tong-ket.md.j2"
OF_ONE_KIND = "bao-cao-phoi-hop.md.j2"
"""What no other kind prints as well, so that it is followed once."""
WHOLE = (template_folder() / NAME).read_text(encoding="utf-8")
PIECES = re.findall(r"{[{%].*?[}%]}|[^{]+", WHOLE, re.DOTALL)
ODD = [
    *(
        "{{ x.y.z }}",
        "{{ super() }}",
        "{{ self.title() }}",
        "{{ m }}",
        "{{ m.part }}",
        "{{ a[b:c] }}",
    ),
    *("{{ loop.cycle() }}", "{{ report.people.a.b.c() }}", "{{ {1: 2}|dictsort|first }}"),
    *("{{ [1]|map('upper')|groupby('a.0.b')|list }}", "{{ (1, 2)[5] }}", "{{ none.x[0]() }}"),
    *(
        "{% set a.b = 1 %}",
        "{% set a, b = report.tasks %}",
        "{% include x %}",
        "{% include NAME %}",
    ),
    *("{% extends 'macros.md.j2' %}", "{% from 'macros.md.j2' import part, no %}"),
    *("{% call m.part(1) %}{% endcall %}", "{% macro t(a, b=c) %}{{ t(b, a) }}{% endmacro %}"),
    *(
        "{% for a in b recursive %}{{ loop(a) }}{% endfor %}",
        "{% with a = b %}{{ a.c }}{% endwith %}",
    ),
    *("{% block x scoped %}{{ super() }}{% endblock %}", "{% import x as y %}{{ y.z }}"),
]


def linted(text: str, name: str = NAME) -> list[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_text(text, encoding="utf-8")
        return lint([(Path(folder), template_folder())]).findings


@pytest.mark.slow(reason="a whole template is followed many times")
@settings(max_examples=seldom(60), deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(PIECES) - 1), st.sampled_from([*ODD, *PIECES, ""])),
        min_size=1,
        max_size=4,
    )
)
def test_a_template_with_odd_pieces_gives_findings_in_both_languages(
    changes: list[tuple[int, str]],
) -> None:
    pieces = list(PIECES)
    for place, piece in changes:
        pieces[place] = piece
    for finding in linted("".join(pieces), OF_ONE_KIND):
        assert finding.as_text("vi") != finding.as_text("en")


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 400 + "1" + ")" * 400 + " }}",
        "{{ " + "+".join(["1"] * 3000) + " }}",
        "{{ this" + "|trim" * 2000 + " }}",
        "{% if 1 %}" * 300 + "{% endif %}" * 300,
    ],
    ids=["brackets", "sum", "filters", "ifs"],
)
def test_a_template_of_too_many_levels_is_told(text: str) -> None:
    assert "template/too-deep" in {finding.rule for finding in linted(text)}


@pytest.mark.parametrize(
    "text",
    [
        "{% macro a(x) %}{{ b([x]) }}{% endmacro %}"
        "{% macro b(x) %}{{ a([x]) }}{% endmacro %}{{ a(1) }}",
        "{% macro a(x) %}{{ a({'k': x}) }}{% endmacro %}{{ a(1) }}",
        "{% for x in [[1]] recursive %}{{ loop([x]) }}{% endfor %}",
        "{% block a %}{{ self.a() }}{% endblock %}",
        "{% include 'tin-hoi-nghi.md.j2' %}",
    ],
)
def test_what_calls_itself_comes_to_an_end(text: str) -> None:
    told = {finding.rule for finding in linted(text, "tin-hoi-nghi.md.j2")}

    # It says nothing of a news item, and that is told; so is what a press release, which is one
    # with other blocks, has no place for.
    whole = {"template/replaces-whole", "template/no-title", "template/required-lost"}
    beneath = {"template/no-such-block", "template/may-lack"}
    assert told <= {*whole, *beneath, "template/lost-fact"}


def test_a_file_that_no_template_can_be_called_is_told() -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "Bao-cao-tong-ket.md.j2").write_text("x", encoding="utf-8")
        (finding,) = lint([(Path(folder), template_folder())]).findings

    assert finding.rule == "template/unused-file"
    assert finding.values["near"] == NAME
