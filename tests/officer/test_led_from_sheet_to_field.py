"""A printed sentence leads to its field, and a field to its place on the sheets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from .clerk import Clerk, clerk_at

FIELD = "strengths[0]"


@pytest.fixture
def clerk(chromium: Chrome, tmp_path: Path) -> Iterator[Clerk]:
    with clerk_at(chromium, tmp_path) as found:
        yield found


def test_a_click_on_a_printed_sentence_leads_to_its_field(clerk: Clerk) -> None:
    printed = f"#sheets [data-path='{FIELD}']"
    clerk.until(lambda: clerk.driver.find_elements("css selector", printed))
    clerk.run("document.querySelector(arguments[0]).click()", printed)

    assert clerk.run("return document.activeElement.id") == FIELD


def test_a_field_that_is_entered_shows_its_place_on_the_sheets(clerk: Clerk) -> None:
    printed = f"#sheets [data-path='{FIELD}']"
    clerk.until(lambda: clerk.driver.find_elements("css selector", printed))
    plain = clerk.find(printed).get_attribute("class")
    clerk.click(clerk.box(FIELD))

    clerk.until(lambda: clerk.find(printed).get_attribute("class") != plain)
