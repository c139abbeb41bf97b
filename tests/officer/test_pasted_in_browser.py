"""What comes from Excel or Word lands where it was pasted, and nothing that was there is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli.running import HOA_BINH
from exploring import variant_of
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from briefing.reading import read

from .clerk import Clerk, clerk_at

NAME = HOA_BINH.name


@pytest.fixture
def clerk(chromium: Chrome, tmp_path: Path) -> Iterator[Clerk]:
    with clerk_at(chromium, tmp_path) as found:
        yield found


def pasted(clerk: Clerk, field: str, text: str, *keys: str) -> None:
    """Paste where the cursor comes with some keys after a field was clicked."""
    clerk.click(clerk.box(field))
    clerk.press(*keys)
    clerk.paste(text)
    clerk.until(lambda: clerk.says("saved").startswith("Đã dán"))
    assert clerk.driver.find_elements("css selector", ".choice") == []


def said(folder: Path) -> dict[str, Any]:
    return read(folder / NAME).data


@variant_of("test_lines_come_where_the_cursor_is")
def test_blank_lines_between_lines_are_no_entries(clerk: Clerk, tmp_path: Path) -> None:
    before = said(tmp_path)["strengths"]

    pasted(clerk, f"strengths[{len(before)}]", "Một\n\nHai\n\n\nBa\n")
    assert said(tmp_path)["strengths"] == [*before, "Một", "Hai", "Ba"]
    assert clerk.says("saved") == "Đã dán 3 dòng."


def test_more_is_saved_than_a_closed_page_may_send(clerk: Clerk, tmp_path: Path) -> None:
    text = "chữ " * 17_000  # browsers send 64 KiB of what outlives its page
    clerk.click(clerk.box("place"))
    clerk.paste(text)
    clerk.until(clerk.is_saved)

    assert said(tmp_path)["place"] == text.strip()


@variant_of("test_lines_come_where_the_cursor_is")
def test_blank_rows_between_rows_are_no_entries(clerk: Clerk, tmp_path: Path) -> None:
    rows = "Giấy khen\t2\n\t\nBằng khen\t3\n"
    pasted(clerk, f"awards[{len(said(tmp_path)['awards'])}].form", rows)
    added = said(tmp_path)["awards"][-2:]
    assert [(one["form"], one["collectives"]) for one in added] == [
        ("Giấy khen", 2),
        ("Bằng khen", 3),
    ]


def test_lines_come_where_the_cursor_is(clerk: Clerk, tmp_path: Path) -> None:
    before = said(tmp_path)["conference"]["directives"][0]["points"]
    field = "conference.directives[0].points[1]"
    start = before[1][:9]

    pasted(
        clerk, field, "thêm một\n\nthêm hai", Keys.CONTROL + Keys.HOME + Keys.NULL, Keys.RIGHT * 9
    )

    points = said(tmp_path)["conference"]["directives"][0]["points"]
    assert points == [
        before[0], f"{start}thêm một", f"thêm hai{before[1][9:]}", *before[2:]
    ]  # fmt: skip
    assert clerk.says("saved") == "Đã dán 2 dòng."


@variant_of("test_lines_come_where_the_cursor_is")
def test_what_is_marked_is_what_lines_replace(clerk: Clerk, tmp_path: Path) -> None:
    before = said(tmp_path)["strengths"]
    pasted(clerk, "strengths[0]", "Một\nHai", Keys.CONTROL + "a" + Keys.NULL)
    assert said(tmp_path)["strengths"] == ["Một", "Hai", *before[1:]]


def test_a_cell_of_several_lines_is_one_entry(clerk: Clerk, tmp_path: Path) -> None:
    count = len(said(tmp_path)["awards"])

    pasted(clerk, f"awards[{count}].form", '"Bằng khen\nhạng ""Nhất"""\t2\n"Giấy" khen\t3')

    forms = [one["form"] for one in said(tmp_path)["awards"][count:]]
    assert forms == ['Bằng khen hạng "Nhất"', '"Giấy" khen']


def test_a_space_at_the_end_stays_for_what_is_written_behind_it(
    clerk: Clerk, tmp_path: Path
) -> None:
    before = said(tmp_path)["strengths"]
    new = f"strengths[{len(before)}]"

    clerk.click(clerk.box(new))
    clerk.paste("Đã khám phá ")
    # The form is shown anew when its entry has become one of the file.
    clerk.until(lambda: clerk.box(f"strengths[{len(before) + 1}]"))
    clerk.until(clerk.is_saved)
    clerk.press("771 vụ")
    clerk.save()

    assert said(tmp_path)["strengths"] == [*before, "Đã khám phá 771 vụ"]
