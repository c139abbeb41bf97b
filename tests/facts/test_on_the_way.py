"""What a template does to a fact neither loses the fact nor shows that there is one."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from exploring import in_turn
from in_rows import in_rows
from kinds.made import SHIPPED, report, shipped

from briefing import Report, load
from briefing.document import Document, Run, change_lines, facts_in, lines_of, plain
from briefing.library import in_kind, standard_for
from briefing.templating import find_kind, kinds, render, template_folder
from briefing.templating.environment import environment_for

INPUTS = sorted((Path(__file__).parent.parent / "report").glob("every-field*.yaml"))
TITLE = "tổng kết công tác"

MADE = {
    **{name: lambda name=name: shipped(name) for name in SHIPPED},
    **{source.stem: lambda source=source: load(source) for source in INPUTS},
}


@cache
def made(name: str) -> Report:
    return MADE[name]()


def rendered(
    asked: Report, *, traced: bool = True, folder: Path | None = None, draft: bool = True
) -> Document:
    roots = (folder, template_folder()) if folder else (template_folder(),)
    kind = find_kind(asked.kind, folders=asked.pack_folders)
    return render(asked, kind, standard_for(asked), draft=draft, traced=traced, roots=roots)


def without_facts(document: Document) -> Document:
    bare = change_lines(document, lambda line: tuple(replace(run, facts=()) for run in line))
    frame = bare.frame
    citation = tuple(replace(run, facts=()) for run in frame.citation)
    frame = replace(frame, citation=citation, properties=replace(frame.properties, facts=()))
    return replace(bare, frame=frame)


@in_rows(("name", "kind"), in_turn(sorted(MADE), sorted(kinds())))
def test_a_document_is_the_same_with_its_facts_and_without(name: str, kind: str) -> None:
    asked = in_kind(made(name), kind)
    document = rendered(asked)

    assert facts_in(document)
    assert without_facts(document) == rendered(asked, traced=False)
    assert facts_in(rendered(asked, traced=False)) == frozenset()


def texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if is_dataclass(value):
        return [text for part in fields(value) for text in texts(getattr(value, part.name))]
    return [text for item in value for text in texts(item)] if isinstance(value, tuple) else []


@in_rows("name", sorted(MADE))
def test_every_text_of_a_document_is_plain(name: str) -> None:
    found = texts(rendered(made(name)))

    assert len(found) > 50
    assert {type(text) for text in found} == {str}
    assert not any("\ufdd0" <= char <= "\ufdef" for text in found for char in text)


@in_rows("name", sorted(MADE))
def test_every_stretch_lies_in_its_run(name: str) -> None:
    runs = [run for line in lines_of(rendered(made(name))) for run in line]

    for run in runs:
        assert all(0 <= start < end <= len(run.text) for start, end, _ in run.facts), run
    assert sum(len(run.facts) for run in runs) > 14
    assert any(len(run.facts) > 1 for run in runs)


def printing(tmp_path: Path, body: str, **facts: Any) -> tuple[str, list[tuple[str, str]]]:
    """Return what a template prints, and what each fact of it says."""
    (tmp_path / "bao-cao-tong-ket.md.j2").write_text(f"# a\n\nb\n\n{body}\n", encoding="utf-8")
    document = rendered(report(title=TITLE, **facts), folder=tmp_path, draft=False)
    lines = [block.line for block in document.content.blocks]
    stretches = [
        (path, run.text[start:end])
        for line in lines
        for run in line
        for start, end, path in run.facts
    ]
    return "\n".join(map(plain, lines)), stretches


TEXT_FILTERS = {
    "at_level(1)": TITLE,
    "capitalize": "Tổng kết công tác",
    "carried_out": TITLE,
    "continued": TITLE,
    "contrasted": f"Tuy nhiên, {TITLE}",
    "default('x')": TITLE,
    "deserved": TITLE,
    "lower": TITLE,
    "lower_first": TITLE,
    "outcome": f"kết quả {TITLE}",
    "placed": f", {TITLE}",
    "praised": TITLE,
    "replace('kết', 'hợp')": "tổng hợp công tác",
    "reverse": TITLE[::-1],
    "sentence": "Tổng kết công tác.",
    "stopped": f"{TITLE}.",
    "string": TITLE,
    "told": f" {TITLE}",
    "trim('tc')": "ổng kết công tá",
    "truncate(8, leeway=0)": "tổng...",
    "upper": TITLE.upper(),
    "upper_first": "Tổng kết công tác",
    "first": "t",
    "last": "c",
    "max": "ổ",
    "min": " ",
}
LIST_FILTERS = {
    "batch(1)|first|first": TITLE,
    "by_given_name|first": TITLE,
    "clauses|first": "Tổng kết công tác.",
    "groupby('kind')|first|last|first": TITLE,
    "join(', ')": TITLE,
    "joined": TITLE,
    "list|first": TITLE,
    "map('upper')|first": TITLE.upper(),
    "reject('none')|first": TITLE,
    "select('string')|first": TITLE,
    "sort|first": TITLE,
    "sum(start='')": TITLE,
    "unique|first": TITLE,
}
NOT_OF_TEXT = {
    *("abs", "count", "d", "dictsort", "float", "in_words", "int", "items", "length", "number"),
    *("percent", "rejectattr", "round", "selectattr", "two_digits", "wordcount"),
}
"""Filters that give no text, or none of a text; numbers are tried below."""


def test_every_filter_is_tried() -> None:
    tried = {name.partition("(")[0].partition("|")[0] for name in [*TEXT_FILTERS, *LIST_FILTERS]}

    assert set(environment_for(()).filters) == tried | NOT_OF_TEXT


@pytest.mark.parametrize("name", TEXT_FILTERS)
def test_a_text_keeps_its_fact_through_a_filter(tmp_path: Path, name: str) -> None:
    text, facts = printing(tmp_path, f"x {{{{ report.title|{name} }}}}")

    assert text == f"x {TEXT_FILTERS[name]}".strip()
    assert {path for path, _ in facts} == ({"title"} if TEXT_FILTERS[name].strip() else set())


@pytest.mark.parametrize("name", LIST_FILTERS)
def test_a_list_keeps_the_facts_of_its_texts(tmp_path: Path, name: str) -> None:
    filters = name.replace("groupby('kind')|first|last|first", "list|first")
    text, facts = printing(tmp_path, f"{{{{ [report.title]|{filters} }}}}")

    assert text == LIST_FILTERS[name]
    assert facts == [("title", LIST_FILTERS[name])]


@pytest.mark.parametrize(
    ("body", "facts"),
    [
        ("{{ report.title ~ ', ' ~ report.place }}", [("title", TITLE), ("place", "Cao Sơn")]),
        ("{{ 'x ' + report.title }}", [("title", TITLE)]),
        ("{{ report.title[:4] }}", [("title", "tổng")]),
        ("{{ report.title[0] }}", [("title", "t")]),
        ("{% for c in report.title %}{{ c if loop.last else '' }}{% endfor %}", [("title", "c")]),
        ("{% set x = report.title %}{{ x }}", [("title", TITLE)]),
        ("{% set x %}<{{ report.title }}>{% endset %}{{ x }}", [("title", TITLE)]),
        ("{% set x | upper %}{{ report.title }}{% endset %}{{ x }}", [("title", TITLE.upper())]),
        ("{% filter upper %}a {{ report.title }}{% endfilter %}", [("title", TITLE.upper())]),
        ("{% macro m(t) %} {{ t }} {% endmacro %}{{ m(report.title)|trim }}", [("title", TITLE)]),
        (
            "{% macro m() %}({{ caller() }}){% endmacro %}"
            "{% call m() %}{{ report.title }}{% endcall %}",
            [("title", TITLE)],
        ),
        ("{% block a %}{{ report.title }}{% endblock %}\n\n{{ self.a() }}", [("title", TITLE)] * 2),
        ("{{ 'a # b'|replace('#', report.title) }}", [("title", TITLE)]),
        ("**{{ report.title }}** x *{{ report.place }}*", [("title", TITLE), ("place", "Cao Sơn")]),
        ("1. {{ report.title }}\n   x", [("title", TITLE)]),
        (
            "> {{ report.title }}\n\n    {{ report.place }}",
            [("title", TITLE), ("place", "Cao Sơn")],
        ),
    ],
)
def test_a_template_puts_texts_together_and_keeps_their_facts(
    tmp_path: Path, body: str, facts: list[tuple[str, str]]
) -> None:
    assert printing(tmp_path, body)[1] == facts


@pytest.mark.parametrize(
    ("body", "text", "paths"),
    [
        ("{{ report.awards[0].collectives|number }}", "4.321", ["awards[0].collectives"]),
        ("{{ report.awards[0].collectives }}", "4321", ["awards[0].collectives"]),
        (
            "{{ report.awards[0].collectives|in_words }}",
            "bốn nghìn ba trăm hai mươi mốt",
            ["awards[0].collectives"],
        ),
        ("{{ report.awards|sum(attribute='collectives') }}", "4321", ["awards[0].collectives"]),
        ("{{ report.awards[0].collectives + 1 }}", "4322", ["awards[0].collectives"]),
        ("{{ report.figures[0].number * 2 }}", "90", ["figures.vu.value"]),
        ("{{ report.figures[0].number }}", "45", ["figures.vu.value"]),
        ("{{ report.figures[0].quantity }}", "45 vụ", ["figures.vu.value", "figures.vu.unit"]),
        ("{{ report.people.an.full }}", "", ["people.an.name", "people.an.posts[0]"]),
        (
            "{{ report.people[report.conference.chair].name }}",
            "Nguyễn Văn An",
            ["conference.chair", "people.an.name"],
        ),
        ("{{ this }}", "năm 2026", ["period.year"]),
        ("{{ report.conference.date }}", "12/12/2026", ["conference.date"]),
    ],
)
def test_numbers_dates_and_people_know_their_facts(
    tmp_path: Path, body: str, text: str, paths: list[str]
) -> None:
    awards = [{"form": "Giấy khen", "collectives": 4321}]
    printed, facts = printing(tmp_path, body, awards=awards)

    assert text in printed
    assert [path for path, _ in facts] == paths


@pytest.mark.parametrize(
    "condition",
    [
        f"report.title == '{TITLE}'",
        f"'{TITLE}' == report.title",
        "report.title != 'x'",
        "'kết' in report.title",
        f"report.title in ['{TITLE}']",
        "report.title|length == 17",
        "report.title|last == 'c'",
        "report.title < 'u' and report.title > 't'",
        "report.title is string",
        f"{{'{TITLE}': 1}}[report.title] == 1",
        "report.awards[0].collectives == 4 and report.awards[0].collectives + 1 == 5",
        "report.awards[0].collectives is number",
        "[report.title, report.title]|unique|list|length == 1",
        f"m() == '{TITLE}' and m()|length == 17",
    ],
)
def test_a_template_sees_plain_values(tmp_path: Path, condition: str) -> None:
    macro = "{% macro m() %}{{ report.title }}{% endmacro %}"
    body = f"{macro}{{% if {condition} %}}yes{{% else %}}no{{% endif %}}"

    assert printing(tmp_path, body) == ("yes", [])


def test_words_put_in_a_thousand_times_are_stated_as_one(tmp_path: Path) -> None:
    text, facts = printing(tmp_path, "{{ ('x' * 2000)|replace('x', report.place) }}")

    assert text == "Cao Sơn" * 2000
    assert facts == [("place", text)]


def test_a_run_is_equal_to_one_of_the_same_text_and_facts() -> None:
    assert Run("a", facts=((0, 1, "x"),)) != Run("a")
    assert Run("a", facts=((0, 1, "x"),)).traced == "a"
