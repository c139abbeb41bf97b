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


def test_a_field_and_its_sentence_on_the_sheets_lead_to_each_other(clerk: Clerk) -> None:
    printed = f"#sheets [data-path='{FIELD}']"
    clerk.until(lambda: clerk.driver.find_elements("css selector", printed))
    plain = clerk.find(printed).get_attribute("class")
    clerk.click(clerk.box(FIELD))
    clerk.until(lambda: clerk.find(printed).get_attribute("class") != plain)

    clerk.click(clerk.box("place"))
    assert clerk.run("return document.activeElement.id") == "place"
    clerk.run("document.querySelector(arguments[0]).click()", printed)
    assert clerk.run("return document.activeElement.id") == FIELD
