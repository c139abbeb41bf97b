"""A block that says how it is set becomes one of its own; unknown writers print it as it was."""

from __future__ import annotations

from word.package import document

from briefing.document import Paragraph, Table, plain, read_content
from briefing.document.blocks.of_table import OfTable
from briefing.document.blocks.register import Usual, set_as
from briefing.html import write_html
from briefing.markdown import write_markdown
from briefing.standards import load_standard
from briefing.values import record
from briefing.word import write_docx

TOP = "# Báo cáo\n\nVề công tác\n\n"
CELLS = ("[biểu đồ](set:) Năm", "Số vụ", "2024", "12")


@record
class Drawn(Table):
    """A table that is to be drawn; no writer here knows how."""


@set_as("biểu đồ")
def drawn(block: Usual) -> Usual:
    return Drawn(block.header, block.rows, block.alignments) if isinstance(block, Table) else block


def table(first: str, *cells: str) -> str:
    head, number, year, value = (first, *cells)
    return f"{TOP}| {head} | {number} |\n| :--- | ---: |\n| {year} | {value} |\n"


def test_a_paragraph_and_a_table_say_how_they_are_set() -> None:
    content = read_content(f"{table(*CELLS)}\n[caption](set:) **Bảng 1**\n\nCâu.\n")

    assert [type(block) for block in content.blocks] == [Drawn, OfTable, Paragraph]
    assert [plain(line) for line in content.blocks[0].lines] == ["Năm", "Số vụ", "2024", "12"]
    assert [plain(line) for line in content.blocks[1].lines] == ["Bảng 1"]


def test_what_the_parser_reads_says_so_too() -> None:
    content = read_content(table(*CELLS).replace("Số vụ", "Số *vụ*, \\# &amp; việc"))

    assert [type(block) for block in content.blocks] == [Drawn]
    assert plain(content.blocks[0].lines[1]) == "Số vụ, # & việc"


def test_it_is_the_usual_block_where_nothing_knows_better() -> None:
    standard = load_standard("nd30-2020")
    own, usual = document(table(*CELLS)), document(table("Năm", *CELLS[1:]))

    assert isinstance(own.content.blocks[0], Drawn)
    for write in (write_docx, write_html, write_markdown):
        assert write(own, standard) == write(usual, standard)


def test_a_word_that_no_module_has_stays_in_the_text() -> None:
    [block] = read_content(f"{TOP}[kiểu lạ](set:) Câu.\n").blocks

    assert type(block) is Paragraph
    assert plain(block.line) == "kiểu lạ Câu."
