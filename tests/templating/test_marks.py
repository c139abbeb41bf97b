"""Marks of a template are markup wherever they pass through, marks of an input are data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from exploring import in_turn
from in_rows import in_rows
from kinds.made import INPUTS, SHIPPED, report, shipped

import briefing
from briefing.document import Document, Run, lines_of, plain
from briefing.library import in_kind
from briefing.templating import kinds, template_folder

EVERY_FIELD = sorted((INPUTS.parent / "tests" / "report").glob("every-field*.yaml"))
_MARK = re.compile(r"[#*|\\`]|^\s*[-+>] |^\s*\d+[.)] |\]\(")
_PART = "- Nhãn của dòng"
_ORDER = re.compile(r"^\d\. (?=.*:$)")

CAUSES = [
    {"general": ["Một"]},
    {"objective": ["Một"]},
    {"subjective": ["Một"]},
    {"objective": ["Một"], "subjective": ["Hai"]},
    {"general": ["Ba"], "objective": ["Một"], "subjective": ["Hai"]},
]


def left_over(document: Document) -> list[str]:
    """Return the lines of a document in which a mark of Markdown is printed.

    The orders of a letter bear numbers that their template means to print, and what is a part of
    the row above a hyphen.
    """
    texts = [_ORDER.sub("", plain(line)).removeprefix(_PART) for line in lines_of(document)]
    return [text for text in texts if _MARK.search(text)]


@in_rows(("kind", "source"), in_turn(kinds(), EVERY_FIELD))
def test_no_kind_prints_a_mark_of_its_template(kind: str, source: Path) -> None:
    made = in_kind(briefing.load(source), kind)

    assert left_over(briefing.render(made, draft=True)) == []


@in_rows(("kind", "name"), in_turn(kinds(), SHIPPED))
def test_no_kind_prints_a_mark_of_a_shipped_input(kind: str, name: str) -> None:
    made = in_kind(shipped(name), kind)
    # A row that is a part of the one above bears a sign that its template means to print.
    parts = {row.label.casefold() for row in made.figures.values() if row.parent and row.label}
    left = left_over(briefing.render(made, draft=True))

    assert [text for text in left if part_of(text) not in parts] == []


def part_of(text: str) -> str:
    return re.sub(r"^[-+] | \(ước\)$", "", text).casefold()


@in_rows("more", [{}, {"limitations": []}, {"lessons": ["Bài học"]}], ids=str)
@in_rows("causes", CAUSES, ids=str)
def test_causes_of_every_sort_print_no_mark(causes: dict[str, Any], more: dict[str, Any]) -> None:
    document = briefing.render(report(causes=causes, **more))

    assert left_over(document) == []
    said = [plain(line) for line in lines_of(document)]
    whole = {line.rpartition(": ")[2] for line in said}
    assert whole >= {f"{text}." for texts in causes.values() for text in texts}


def made(tmp_path: Path, words: str, **facts: Any) -> Document:
    """Return the document of a template that prints some words between blank lines."""
    return briefing.render(report(**facts), templates=written(tmp_path, words))


def written(tmp_path: Path, words: str) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    for file in template_folder().glob("*.j2"):
        (folder / file.name).write_bytes(file.read_bytes())
    text = f"# {{{{ kind }}}}\n\nTrích yếu\n\n{words}\n"
    (folder / "bao-cao-tong-ket.md.j2").write_text(text, encoding="utf-8")
    return folder


BOLD = Run("đậm", bold=True)


@pytest.mark.parametrize(
    "words",
    [
        "{{ '**đậm**' }}",
        "{{ '**' ~ 'đậm' ~ '**' }}",
        "{{ '**' + 'đậm' + '**' }}",
        "{{ ['**', 'đậm', '**']|join }}",
        "{{ ['đậm']|join('x') if false else '**đậm**' }}",
        "{% set m = '**đậm**' %}{{ m }}",
        "{% set m %}**đậm**{% endset %}{{ m }}",
        "{% set m = namespace(m='**đậm**') %}{{ m.m }}",
        "{% macro m() %}**đậm**{% endmacro %}{{ m() }}",
        "{% macro m(x='**đậm**') %}{{ x }}{% endmacro %}{{ m() }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m('**đậm**') }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}**đậm**{% endcall %}",
        "{% filter trim %} **đậm** {% endfilter %}",
        "{% filter lower %}**ĐẬM**{% endfilter %}",
        "{% for m in ['**đậm**'] %}{{ m }}{% endfor %}",
        "{{ '**ĐẬM**'|lower }}",
        "{{ '**Đậm**'|lower_first }}",
        "{{ '**đậm**.'|trim('.') }}",
        "{{ '**đậm x**'|replace(' x', '') }}",
        "{{ report.subject|truncate(0, true, '') ~ '**đậm**' }}",
        "{{ none|default('**đậm**', true) }}",
        "{{ {'a': '**đậm**'}.a }}",
        "{{ [['**đậm**']]|sum(start=[])|first }}",
        "{{ ['**đậm**']|joined }}",
        "{% block b %}{% if self.b %}**đậm**{% endif %}{% endblock %}",
    ],
)
def test_a_mark_stays_a_mark(tmp_path: Path, words: str) -> None:
    [block] = made(tmp_path, words).content.blocks

    assert block.line == (BOLD,)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("{{ '**đậm**'|sentence }}", "Đậm."),
        ("{{ '**đậm**'|upper_first }}", "Đậm"),
        ("{{ '**đậm**'|stopped }}", "đậm."),
        ("{{ '**đậm,**'|stopped }}", "đậm."),
        ("{{ '**đậm**'|upper }}", "ĐẬM"),
        ("{{ ['**đậm**', 'b']|clauses|first }}", "Đậm;"),
    ],
)
def test_what_a_filter_adds_goes_inside_the_marks(tmp_path: Path, words: str, printed: str) -> None:
    [block] = made(tmp_path, words).content.blocks

    assert block.line == (Run(printed, bold=True),)


TITLE = "*a* #b _c_"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("{{ report.title }}", TITLE),
        ("{{ report.title|sentence }}", f"{TITLE}."),
        ("{{ '**x** ' ~ report.title }}", f"x {TITLE}"),
        ("{{ [report.title, '**x**']|join(' ') }}", f"{TITLE} x"),
        ("{{ [report.title, '**x**']|joined }}", f"{TITLE} và x"),
        ("{{ [report.title, '**x**']|joined('*&*') }}", f"{TITLE} & x"),
        ("{{ [report.title, '**x**']|clauses|join(' ') }}", f"{TITLE}; X."),
        ("{{ report.title|replace('a', '**x**') }}", "*x* #b _c_"),
        ("{{ report.title|replace('_', '') }}", "*a* #b c"),
        ("{{ report.title|replace('*', '**x** ', 1) }}", "x a* #b _c_"),
        ("{{ report.title|trim('_*') }}", "a* #b _c"),
        ("{% macro m() %}{{ report.title }}{% endmacro %}{{ m() }}", TITLE),
        ("{% macro m() %}{{ report.title }}{% endmacro %}{{ m()|stopped }}", f"{TITLE}."),
        ("{% macro m() %}{{ report.title }}{% endmacro %}{{ [m(), 'x']|joined }}", f"{TITLE} và x"),
        ("{% macro m() %}{{ report.title }}{% endmacro %}{{ m()|replace('_', '') }}", "*a* #b c"),
        ("{% macro m() %}{{ report.title }}{% endmacro %}{{ m()|trim('_') }}", "*a* #b _c"),
        ("{% macro m() %}{{ report.title }}{% endmacro %}{{ m()|length }}", str(len(TITLE))),
        ("{% macro m() %}{{ report.title }}{% endmacro %}{{ m()[0] }}b", "*b"),
        ("{% macro m() %}{{ report.title }}{% endmacro %}{{ m()[:3] }}b", "*a*b"),
        ("{% macro m() %}{{ report.title }}{% endmacro %}{{ m()|first }}b", "*b"),
        ("{% macro m() %}{{ report.title }}{% endmacro %}{{ m()|last }}b", "_b"),
        ("{% macro m() %}{{ report.title }}{% endmacro %}{{ m()|reverse }}", TITLE[::-1]),
        ("{% macro m() %}{{ report.title }}{% endmacro %}{{ m()|list|join }}", TITLE),
        ("{% macro m() %}{{ report.title }}{% endmacro %}{{ m()|truncate(3, true, '') }}b", "*a*b"),
        ("{% set m %}{{ report.title }}{% endset %}{{ m|upper }}", TITLE.upper()),
        ("{% filter truncate(3, true, '', 0) %}{{ report.title }}{% endfilter %}b", "*a*b"),
        ("{% filter replace('a', report.title) %}a{% endfilter %}", TITLE),
    ],
)
def test_a_mark_of_an_input_is_a_letter(tmp_path: Path, words: str, printed: str) -> None:
    document = made(tmp_path, words, title=TITLE)

    assert "".join(plain(block.line) for block in document.content.blocks) == printed


def test_a_text_of_an_input_begins_no_item_after_a_line_that_a_template_broke(
    tmp_path: Path,
) -> None:
    document = made(tmp_path, "{{ ['Đầu:', report.title]|join('\n\n') }}", title="- gạch")

    assert [type(block).__name__ for block in document.content.blocks] == ["Paragraph"] * 2


@pytest.mark.parametrize(
    "use", ["m()", "m()|upper", "m()|stopped", "[m(), 'x']|joined", "m()|truncate(500)"]
)
def test_a_gap_stays_a_gap_through_macros_and_filters(tmp_path: Path, use: str) -> None:
    words = f"{{% macro m() %}}{{{{ gap('subject') }}}}{{% endmacro %}}{{{{ {use} }}}}"
    document = briefing.render(report(), draft=True, templates=written(tmp_path, words))

    assert [run.gap for block in document.content.blocks for run in block.line if run.gap] == [
        "subject"
    ]


def test_a_list_that_goes_on_keeps_its_letters(tmp_path: Path) -> None:
    words = "1. Một\n2. Hai\n\nĐoạn giữa.\n\n3. Ba\n4. Bốn\n\nLại.\n\n7. Bảy\n"
    text = briefing.preview(report(), templates=written(tmp_path, words)).replace("\\", "")

    for item in ("a) Một", "b) Hai", "c) Ba", "d) Bốn", "g) Bảy"):
        assert f"- {item}\n" in text
