"""What an input does not have is never printed as nothing, nor as a word of Python's."""

from __future__ import annotations

from pathlib import Path

import pytest
from kinds.made import report

import briefing
from briefing import Finding, TemplateError
from briefing.document import lines_of, plain
from templating.test_marks import written


def faults(tmp_path: Path, words: str) -> list[Finding]:
    """Return the faults of a final document whose template prints some words on line 5."""
    with pytest.raises(TemplateError) as caught:
        briefing.render(report(conference=None, title=None), templates=written(tmp_path, words))
    return list(caught.value.findings)


PRINTED = [
    ("{{ report.title }}", "template/none", "report.title"),
    ("{{ report.title|upper_first }}", "template/none", "report.title"),
    ("{{ report.title|sentence }}.", "template/none", "report.title"),
    ("{{ 'x' ~ report.title }}", "template/none", "report.title"),
    ("{{ [report.title]|join }}", "template/none", "report.title"),
    ("{{ [report.title]|joined }}", "template/none", "report.title"),
    ("{{ report.title|replace('a', 'b') }}", "template/none", "report.title"),
    ("{% filter upper %}{{ report.title }}{% endfilter %}", "template/none", "report.title"),
    ("{% set t = report.title %}{{ t }}", "template/none", "t"),
    ("{{ report.conference }}", "template/none", "report.conference"),
    ("{{ report.conference.date }}", "template/absent", "report.conference"),
    ("{{ report.conference.chair.name }}", "template/absent", "report.conference"),
    ("{{ report.conference['date'] }}", "template/none-here", "report.conference"),
    ("{% set c = report.conference %}{{ c.date }}", "template/absent", "c"),
    (
        "{% for d in report.conference.directives %}x{% endfor %}",
        "template/absent",
        "report.conference",
    ),
    ("{% if report.conference.date %}x{% endif %}", "template/absent", "report.conference"),
    ("{{ report.next_period.year }}", "template/absent", "report.next_period"),
    (
        "{% for t in report.tasks %}{{ loop.previtem.text }}{% endfor %}",
        "template/absent",
        "loop.previtem",
    ),
]


@pytest.mark.parametrize(("words", "rule", "name"), PRINTED)
def test_the_value_that_is_not_there_is_told_at_its_line(
    tmp_path: Path, words: str, rule: str, name: str
) -> None:
    [found] = faults(tmp_path, words)

    assert found.rule in (rule, "template/absent")
    assert found.values["name"] == name
    assert found.origin
    assert found.origin.line == 5
    for language in ("vi", "en"):
        assert f"“{name}”" in found.message(language)
        assert "None" not in found.message(language) + found.remedy(language)


def test_a_value_is_called_what_an_officer_calls_it(tmp_path: Path) -> None:
    [found] = faults(tmp_path, "{{ report.conference.date }}")

    assert (
        found.message()
        == "“report.conference” chưa có (hội nghị tổng kết), mà mẫu đọc “date” của mục này"
    )


def test_of_several_values_on_a_line_all_are_named(tmp_path: Path) -> None:
    [found] = faults(tmp_path, "{{ report.title|upper }} {{ report.subject }}")

    assert found.rule == "template/none-here"
    assert found.values["name"] == "report.title, report.subject"


@pytest.mark.parametrize("words", [words for words, *_ in PRINTED])
def test_a_draft_marks_the_place(tmp_path: Path, words: str) -> None:
    document = briefing.render(
        report(conference=None, title=None), draft=True, templates=written(tmp_path, words)
    )
    said = [plain(line) for line in lines_of(document)]

    assert not any("None" in line for line in said)
    if "{% for" not in words and "{% if" not in words:
        assert any(run.gap for block in document.content.blocks for run in block.line)


def test_before_the_first_item_there_is_nothing_and_that_is_no_fault(tmp_path: Path) -> None:
    words = "{% for t in ['a', 'b'] %}{% if loop.previtem %}; {% endif %}{{ t }}{% endfor %}"
    document = briefing.render(report(), templates=written(tmp_path, words))

    assert [plain(block.line) for block in document.content.blocks] == ["a; b"]


@pytest.mark.parametrize(
    "words",
    [
        "{{ report.title|default('x', true) }}",
        "{{ report.title or 'x' }}",
        "{{ 'x' if not report.title }}",
    ],
)
def test_a_template_that_has_a_way_out_is_not_accused(tmp_path: Path, words: str) -> None:
    document = briefing.render(report(title=None), templates=written(tmp_path, words))

    assert [plain(block.line) for block in document.content.blocks] == ["x"]
