"""What is written of many lines at once, or counted of many paragraphs, is as one by one."""

from __future__ import annotations

from dataclasses import replace

from exploring import drawn
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document import Alignment, Heading, Line, Paragraph, Run, Table
from briefing.layout.look import PLAIN
from briefing.layout.tabular import lay
from briefing.standards import load_standard
from briefing.vietnamese import GLUE
from briefing.word.shares import (
    KEPT,
    TEXT,
    Chunk,
    Piece,
    dealt,
    low_paragraphs,
    share_sizes,
)
from briefing.word.xml import bound_runs, runs, runs_of_each

Row = tuple[Line, ...]

SIGNS = "ab đ 12%-–&<>\"'\u00a0\u2011\t\n\r\x00\x0b\x1f\x7f\x85\ud800\ufdd0\ufffd\uffff\U0001f600"
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=8).map("".join)
USUAL = st.lists(st.sampled_from("ab đ 12%-–&<>\u00a0\u2011"), max_size=8).map("".join)


def lines(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[Line]]:
    plain = texts.map(lambda text: (Run(text),))
    runs = st.builds(Run, texts, bold=st.booleans(), footnote=st.sampled_from([0, 0, 1]))
    return st.lists(plain | st.lists(runs, max_size=3).map(tuple), max_size=6)


@settings(max_examples=drawn(800))
@given(lines(USUAL) | lines(TEXTS))
def test_lines_are_written_at_once_as_one_by_one(said: list[Line]) -> None:
    assert runs_of_each(said) == [runs(line).encode() for line in said]
    assert runs_of_each(said, bind=True) == [bound_runs(line).encode() for line in said]


CELLS = st.lists(
    st.sampled_from(["tăng", "5", "12,5", "%", "điểm", "vụ", "QP-AN", "-", " ", " ", GLUE, "\n"]),
    max_size=6,
).map("".join)
GAPS = st.builds(Run, CELLS, gap=st.sampled_from(["", "", "a.b"]), bold=st.booleans())


@settings(max_examples=drawn(800))
@given(st.lists(st.tuples(*(st.lists(GAPS, max_size=2).map(tuple) for _ in range(3))), max_size=4))
def test_the_cells_of_a_table_are_bound_at_once_as_one_by_one(rows: list[Row]) -> None:
    head = ((Run("Tên"),), (Run("Số vụ"),), (Run("Tăng, giảm"),))
    sides: tuple[Alignment, ...] = ("left", "right", "center")
    laid = lay(Table(head, tuple(rows), sides), load_standard(), PLAIN.table)
    alone = [
        [lay(Table((cell,), ((cell,),), ("left",)), load_standard(), PLAIN.table) for cell in row]
        for row in rows
    ]
    assert laid.table.rows == tuple(tuple(one.table.rows[0][0] for one in row) for row in alone)


PARAGRAPH, HEADING = Paragraph((Run("a"),)), Heading(1, (Run("b"),))
LONG, SHORT = (Table(((),) * 4, (((),) * 4,) * rows, ("left",) * 4) for rows in (40, 3))
GROUPS = st.tuples(st.sampled_from([PARAGRAPH, HEADING, LONG, SHORT]), st.integers(1, 60))


def one_by_one(chunks: list[Chunk]) -> list[Chunk]:
    """Return chunks in which each paragraph of text is one of its own, as it lies in the file."""
    single: list[Chunk] = []
    for chunk in chunks:
        [*_, last] = chunk.pieces
        apart = [replace(chunk, pieces=(TEXT,))] * last.times
        single += apart if last.times > 1 else [chunk]
    return single


@settings(max_examples=drawn(800))
@given(st.lists(GROUPS, min_size=1, max_size=8), st.booleans(), st.booleans())
def test_paragraphs_are_dealt_together_as_one_by_one(
    groups: list[tuple[Paragraph, int]], kept: bool, first: bool
) -> None:
    blocks = [block for block, times in groups for _ in range(times)]
    head = Chunk(b"", (KEPT,))
    together = [head, *dealt([(block, b"") for block in blocks], kept=kept)]
    apart = one_by_one(together)
    sizes = share_sizes([together])
    assert sizes == share_sizes([apart])
    low = low_paragraphs(together, sizes, first=first)
    expected = iter(low_paragraphs(apart, sizes, first=first))
    for chunk, count in zip(together, low, strict=True):
        times = max(piece.times for piece in chunk.pieces)
        assert [next(expected) for _ in range(times)] == [count] + [0] * (times - 1)


def test_a_piece_of_text_counts_as_often_as_it_stands_there() -> None:
    assert Piece(times=5).nodes == 5 * TEXT.nodes
