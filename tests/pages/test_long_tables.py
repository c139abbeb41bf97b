"""Annexes longer than a page: head repeated, rows whole, pages numbered apart."""

from __future__ import annotations

import re
from itertools import product

import pytest
from exploring import places

import briefing

from .measure import TOLERANCE, Page, mm, read_pages
from .reports import PROFILES, Printed, ToPdf, load, with_facts, with_figures

HEAD = ["STT", "Nội dung", "Đơn vị tính", "Kết quả", "Tỷ lệ"]
ADDED = 80
MAIN_PAGES = 3
ROW, SECOND_LINE, ROOM = 19, 15, 358
"""About how high a row of one line, a second line, and what is left on the page are, in points."""

RULE = 6
"""How high the paragraph after a table would be in points, had it the height of its style."""

FILLER = " kèm theo nội dung nhiều dòng để thử ngắt trang"


def label(number: int) -> str:
    """Return the label of a row: one to six lines long, its first and last words its own."""
    return f"đầu-{number}{FILLER * (number % 5)} cuối-{number}"


@pytest.fixture(scope="module")
def long_annexes(to_pdf: ToPdf) -> dict[str, Printed]:
    labels = [label(number) for number in range(1, ADDED + 1)]
    files = {
        profile: briefing.build(with_figures(load("hoa-binh-2023", profile), labels))
        for profile in PROFILES
    }
    return {name: Printed(name, read_pages(pdf)) for name, pdf in to_pdf(files).items()}


@pytest.fixture(scope="module", params=PROFILES)
def long_annex(request: pytest.FixtureRequest, long_annexes: dict[str, Printed]) -> list[Page]:
    return long_annexes[request.param].annexes[0]


@pytest.fixture(scope="module")
def tables_that_fill_a_page(to_pdf: ToPdf) -> dict[str, tuple[Page, ...]]:
    """Last annexes of many heights around one page: some tables end just at its foot."""
    report = with_facts(load("ky-anh-2023", "P14"), conference=None)
    heights = [
        (short, long)
        for short, long in product(range(24), range(12))
        if abs((short + long) * ROW + long * SECOND_LINE - ROOM) < SECOND_LINE
    ]
    # Turned so that one whose table ends at the very foot of its page is always tried.
    files = {}
    for short, long in places([*heights[3:], *heights[:3]]):
        labels = ["nội dung"] * short + [f"nội dung{FILLER}"] * long
        files[f"{short} short, {long} long"] = briefing.build(with_figures(report, labels))
    return {name: read_pages(pdf, skip=MAIN_PAGES) for name, pdf in to_pdf(files).items()}


def rows_of(page: Page) -> list[list[str]]:
    (table,) = page.tables
    return [[re.sub(r"\s+", " ", cell or "") for cell in row] for row in table]


def figure_rows(page: Page) -> list[list[str]]:
    """Return the rows of figures, without the head and the headings of their areas."""
    return [row for row in rows_of(page)[1:] if row[1]]


def test_table_runs_over_several_pages(long_annex: list[Page]) -> None:
    assert len(long_annex) >= 4


def test_head_row_is_repeated_on_every_page(long_annex: list[Page]) -> None:
    for page in long_annex:
        assert rows_of(page)[0] == HEAD


def test_every_row_is_printed_once_and_in_order(long_annex: list[Page]) -> None:
    numbers = [row[0] for page in long_annex for row in figure_rows(page)]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) > ADDED


def test_no_row_is_split_across_pages(long_annex: list[Page]) -> None:
    rows = [row for page in long_annex for row in figure_rows(page)]
    added = [row for row in rows if row[1].startswith("Đầu-")]
    assert len(added) == ADDED
    for number, row in enumerate(added, start=1):
        # The number, the first word and the last word of a row stand in one cell row of one page.
        words = row[1].lower().split()
        assert (words[0], words[-1]) == (f"đầu-{number}", f"cuối-{number}")
        assert row[0]


def test_table_stays_within_the_margins(long_annex: list[Page]) -> None:
    for page in long_annex:
        for rule in page.rules:
            assert rule.x0 >= mm(30) - TOLERANCE
            assert rule.x1 <= page.width - mm(15) + TOLERANCE
            assert rule.y <= page.height - mm(20) + TOLERANCE


def test_pages_of_an_annex_are_numbered_from_one_without_showing_one(
    long_annex: list[Page],
) -> None:
    # Phụ lục I, phần I, mục I.7 and III.1.đ: each annex is numbered apart.
    numbers = [page.number.text if page.number else "" for page in long_annex]
    assert numbers == ["", *(str(number) for number in range(2, len(long_annex) + 1))]


def test_next_annex_is_numbered_from_one_again(long_annexes: dict[str, Printed]) -> None:
    for printed in long_annexes.values():
        assert printed.annexes[1][0].number is None


@pytest.mark.slow(
    reason="LibreOffice prints annexes of many heights, all letters of which are measured"
)
def test_table_that_fills_its_page_leaves_no_blank_page(
    tables_that_fill_a_page: dict[str, tuple[Page, ...]],
) -> None:
    for name, pages in tables_that_fill_a_page.items():
        assert pages[0].lines[0].text == "Phụ lục"
        assert [page for page in pages if not page.text_lines] == [], name


@pytest.mark.slow(reason="asks for the same annexes")
def test_some_table_ends_at_the_very_foot_of_its_page(
    tables_that_fill_a_page: dict[str, tuple[Page, ...]],
) -> None:
    # Guards the rule above: here the paragraph that must follow a table keeps a blank page away
    # only by being lower than its style. With the height of the style one page is blank, under a
    # table that leaves 3.5 points.
    free = [
        pages[0].height - mm(20) - pages[0].rules[-1].y
        for pages in tables_that_fill_a_page.values()
        if not any(page.rules for page in pages[1:])
    ]
    assert 0 <= min(free) < RULE
