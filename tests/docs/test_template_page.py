"""docs/templates.md names exactly the filters, tests, functions and limits that there are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from briefing.document import amount
from briefing.document.blocks.of_table import TablePlace
from briefing.templating import filters, limits
from briefing.templating.environment import ReportEnvironment

DOCS = Path(__file__).parent.parent.parent / "docs"
PAGES = {
    "templates.md": ("Jinja's filters", "our filters", "tests", "functions"),
    "templates.vi.md": ("bộ lọc của Jinja", "bộ lọc của chương trình", "phép thử", "hàm"),
}


def names(page: str, row: str) -> list[str]:
    """Return the names in one row of the table."""
    [cell] = re.findall(rf"^\| {row} \| (.+) \|$", (DOCS / page).read_text(encoding="utf-8"), re.M)
    return re.findall(r"`(\w+)`", cell)


@pytest.mark.parametrize("page", PAGES)
def test_the_page_names_what_templates_have(page: str) -> None:
    environment = ReportEnvironment(())
    jinja, own, tests, functions = (names(page, row) for row in PAGES[page])

    assert own == sorted(filters.FILTERS)
    assert sorted(jinja + own) == sorted(environment.filters)
    assert tests == sorted(name for name in environment.tests if name.isidentifier())
    assert functions == sorted({*environment.globals, "gap"})


@pytest.mark.parametrize("page", PAGES)
def test_the_page_says_how_blocks_and_annexes_are_set(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    ways = {*get_args(TablePlace), "sideways"}

    assert {way for way in ways if f"[{way}](set:)" not in text} == set()


@pytest.mark.parametrize("page", PAGES)
def test_the_page_gives_the_limits_that_hold(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    values = re.findall(r"^\| .+ \| ([\d ]+)(?: KB)? \|$", text, re.M)

    assert [int(value.replace(" ", "")) for value in values] == [
        *(limits.FILE_KB, limits.TOKENS, limits.STEPS, limits.TEXT, limits.ITEMS, limits.RANGE),
        *(limits.DIGITS, limits.DOCUMENT, amount.PIECES, amount.ANNEXES, amount.MARKS),
        limits.SECONDS,
    ]
