"""Markdown that is taken as it stands reads exactly as the parser would read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from exploring import drawn
from hypothesis import example, given, settings
from hypothesis import strategies as st
from in_rows import in_rows

from briefing.document import Block, ListItem
from briefing.document.reader import parsed_blocks, parsed_line, read_blocks, read_line
from briefing.document.stretches import chunks, cut, heading, items, paragraph, table
from briefing.findings import TemplateError

WORDS = [
    "a",
    "Đã xảy ra",
    "7",
    "05 vụ",
    "**b**",
    "*i*",
    "[x](<gap:a.b>)",
    "&amp;",
    "<b>",
    "é",
    "😀",
]
STARTS = ["- ", "+ ", "* ", "1. ", "7.", "7)", "# ", "## ", "### ", "#", ">", "_x", "~", "=", "---"]
TABLES = [
    "| a | b |",
    "| :---: | ---: |",
    "|---|---|",
    "| --- |",
    "| a |",
    "|",
    "\\|",
    "\\\\",
    "\\",
]
BLANKS = ["\n", "\n", "\n", "\n\n", "\n\n", "\n \n", " ", "  ", "\t", "\xa0", "\u3000", "\u2028"]
PIECES = [*WORDS, *STARTS, *TABLES, *BLANKS, "`", "_", "===", "\r", "\r\n", "\0"]
MARKS = [
    "*",
    "**",
    "***",
    "_",
    "\\*",
    "\\_",
    "\\[",
    "\\.",
    "\\a",
    "[",
    "]",
    "(",
    ")",
    "&",
    ".",
    "a b",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


def alike(blocks: Iterable[Block]) -> list[Block] | str:
    """Return blocks without the numbers of dash items, which nothing prints; or the fault."""
    try:
        return [
            replace(block, number=1) if isinstance(block, ListItem) and not block.ordered else block
            for block in blocks
        ]
    except TemplateError as error:
        return error.findings[0].rule


@settings(max_examples=drawn(1500), deadline=None)
@given(TEXTS)
@example("7.\na")
@example("- # a\n\nb")
@example("- 1. a")
@example("- a\n\n  - b\n\nc")
@example("a\n\n    b")
@example("| a | b |\n| :---: | ---: |\n| c |\n| d | e | f |")
@example("| a \\| b | c |\n| --- | --- |\n| \\\\| d | e |")
@example("| a |\n| --- |\n|\n| b |")
@example("| |\n| --- |\n| a |")
@example("| a |\n| --- |\n| b |\n|")
@example("## a #\n\n## b\n\n##\n\n####### c")
@example("1. a\n\n1. b\n\nc\n\n1. d")
@example("*(a)*\n\n**a\n\n* a\n\n** a\n\n*\xa0a\n\n***\n\n***a***\n\n*-")
def test_both_roads_give_the_same_blocks(markdown: str) -> None:
    assert alike(read_blocks(markdown)) == alike(parsed_blocks(markdown))


@settings(max_examples=drawn(1500), deadline=None)
@given(TEXTS)
@example("a\n\n\n\nb\n\n\nc\n")
@example("a\n \nb\n\n c")
@example(" a\n\nb")
@example("a\n\t")
def test_both_ways_of_cutting_a_text_give_the_same_stretches(markdown: str) -> None:
    assert chunks(markdown) == list(cut(markdown.strip("\n")))


@settings(max_examples=drawn(1500), deadline=None)
@given(st.lists(st.sampled_from([*WORDS, *MARKS, "\n", " ", "  ", "\\"]), max_size=12).map("".join))
@example("**a**")
@example("**a****b**")
@example("** a**")
@example("*(a)*")
@example("*a* b*")
@example("*a**")
@example("**a*")
@example("*\xa0a*")
@example("a\\*b\\*")
@example("a\\b \\\\ c\\")
def test_both_roads_give_the_same_line(text: str) -> None:
    assert read_line(text) == parsed_line(text)


@in_rows(
    ("chunk", "plain"),
    [
        ("Đã khám phá 771/778 vụ", True),
        ("- Một\n- Hai", True),
        ("### Thuận lợi", True),
        ("| a | b |\n| --- | ---: |\n| c | d |", True),
        ("*(Số liệu tại Phụ lục)*", True),
        ("* Một", False),
        ("một\nhai", False),
        ("- Một\n  hai", False),
        ("1. Một", False),
        ("7. Một", False),
    ],
)
def test_what_is_plain_is_not_parsed(chunk: str, plain: bool) -> None:
    assert list(chunks(chunk)) == [[chunk]]
    found = [read(chunk) for read in (paragraph, items, heading, table)]
    assert any(block is not None for block in found) is plain
