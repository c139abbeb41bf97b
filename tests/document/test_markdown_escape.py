"""Any text, escaped, comes back from the Markdown reader as exactly that text."""

from __future__ import annotations

import pytest
from exploring import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from in_rows import in_rows

from briefing.document import (
    Heading,
    ListItem,
    Paragraph,
    Run,
    Table,
    escape,
    escape_with_gaps,
    mark_gap,
    read_content,
    split_gaps,
)
from briefing.vietnamese import clean

FIXED = settings(derandomize=True, deadline=None, max_examples=drawn(250))

ADVERSARIAL = [
    *("*a*", "**a**", "_a_", "__a__", "***", "a * b", "~~~", "~~a~~", "`a`", "```", "``a`b``"),
    *("1. x", "1) x", "1.", "1)", "123456789. x", "1234567890. x", "- x", "-", "+ x", "+", "* x"),
    *(
        "# x",
        "#",
        "## x ##",
        "x #",
        "#x",
        "> x",
        ">x",
        ">",
        "---",
        "- - -",
        "***",
        "___",
        "===",
        "=",
    ),
    *("|", "a|b", "||", "| a | b |", "\\|", "a\\|b", ":---", ":---:", "---|---", "| --- |", ":"),
    *("&amp;", "&lt;", "&#35;", "&", "<b>", "<b>x</b>", "<!-- x -->", "<", "<https://a.vn>"),
    *("a\\", "\\", "\\\\", "\\*", "a\\ ", "[x](y)", "[x]", "[x]: y", "![x](y)", "[ ] x", "^x^"),
    *("[x](<gap:y>)", "{{ x }}", "{% x %}", "{x}", "$x$", "!", "…", "a  b", "7\u00a0vụ", "771/778"),
    *("“điểm nóng”", '"a"', "'a'", "https://a.vn/b_c_d", "a_b_c", "100%", "a@b.vn", "(a)", "a) b"),
]

_MARKS = st.text(st.sampled_from("*_`#-+=>|\\[]()<>&;:!~^$.{}1) \u00a0ađ"), min_size=1)
TEXTS = (_MARKS | st.text(min_size=1)).map(clean).filter(bool)


def paragraph(text: str) -> str:
    content = read_content(f"# Báo cáo\n\nTrích yếu\n\n{escape(text)}\n\nSau.\n")
    match content.blocks:
        case (Paragraph(line=(Run(text=found, bold=False, italic=False, gap=""),)), Paragraph()):
            return found
    raise AssertionError(content)


def item(text: str) -> str:
    content = read_content(f"# Báo cáo\n\nTrích yếu\n\n- {escape(text)}\n- Sau.\n")
    match content.blocks:
        case (ListItem(line=(Run(text=found),), ordered=False, depth=0), ListItem(number=2)):
            return found
    raise AssertionError(content)


def heading(text: str) -> str:
    content = read_content(f"# Báo cáo\n\nTrích yếu\n\n### {escape(text)}\n\nSau.\n")
    match content.blocks:
        case (Heading(level=2, line=(Run(text=found),)), Paragraph()):
            return found
    raise AssertionError(content)


def cell(text: str) -> str:
    row = f"| {escape(text)} | {escape(text)} |"
    content = read_content(f"# Báo cáo\n\nTrích yếu\n\n{row}\n| --- | --- |\n{row}\n")
    match content.blocks:
        case (Table(header=((Run(text=first),), (_,)), rows=((_, (Run(text=last),)),)),):
            assert first == last
            return last
    raise AssertionError(content)


def title(text: str) -> str:
    content = read_content(f"# {escape(text)}\n\n{escape(text)}\n")
    match content.kind, content.subject, content.blocks:
        case (Run(text=kind),), (Run(text=subject),), ():
            assert kind == subject
            return subject
    raise AssertionError(content)


PLACES = [paragraph, item, heading, cell, title]


@in_rows("place", PLACES)
@in_rows("text", ADVERSARIAL)
def test_text_that_looks_like_markup_prints_as_itself(place, text: str) -> None:
    assert place(clean(text)) == clean(text)


@pytest.mark.parametrize("place", PLACES)
@FIXED
@given(text=TEXTS)
def test_any_text_prints_as_itself(place, text: str) -> None:
    assert place(text) == text


@FIXED
@given(before=TEXTS, after=TEXTS)
def test_text_inside_a_line_prints_as_itself(before: str, after: str) -> None:
    content = read_content(f"# A\n\nB\n\nTrước {escape(before)} giữa {escape(after)} sau\n")

    assert content.blocks == (Paragraph((Run(f"Trước {before} giữa {after} sau"),)),)


@FIXED
@given(before=TEXTS, words=TEXTS, after=TEXTS)
def test_a_marked_gap_comes_back_with_its_path_and_words(
    before: str, words: str, after: str
) -> None:
    marked = f"{before} {mark_gap('issuer.name', words)} {after}"
    content = read_content(f"# A\n\nB\n\n{escape_with_gaps(marked)}\n")

    assert content.blocks == (
        Paragraph((Run(f"{before} "), Run(f"[{words}]", gap="issuer.name"), Run(f" {after}"))),
    )


def test_gaps_split_a_text_into_its_pieces() -> None:
    text = f"{mark_gap('a.b', 'cần')}, {mark_gap('c', 'thiếu')}"

    assert split_gaps(text) == [("[cần]", "a.b"), (", ", ""), ("[thiếu]", "c")]
    assert split_gaps("không có gì") == [("không có gì", "")]
    assert split_gaps("") == []


def test_text_without_gaps_is_escaped_as_ever() -> None:
    assert escape_with_gaps("*a*") == escape("*a*")
