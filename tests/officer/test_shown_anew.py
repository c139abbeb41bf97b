"""The form when somebody else wrote the file: what is other comes, what is as it was stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from selenium.webdriver import Chrome

from .clerk import Clerk, clerk_watched_at
from .desk import Browser
from .light import light_report

NAME = HOA_BINH.name
NOTED = """
window.changed = {};
for (const section of document.querySelectorAll("#sections > .part"))
  new MutationObserver((records) => {
    const found = records.filter(({ target }) => !target.closest?.(".told, .said"));
    if (found.length) window.changed[section.id] = found.length;
  }).observe(section, { subtree: true, childList: true });
"""
"""Notes the sections in which elements come or go."""


@pytest.fixture
def clerk(chromium: Chrome, tmp_path: Path) -> Iterator[Clerk]:
    with clerk_watched_at(chromium, tmp_path) as found:
        yield found


def shows(clerk: Clerk, field: str, text: str) -> None:
    clerk.until(lambda: clerk.box(field).get_attribute("value") == text)


def test_a_field_shows_again_what_the_file_says_again(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    before = file.read_text(encoding="utf-8")
    shown = clerk.box("strengths[0]").get_attribute("value")
    for field, text in (("place", "Cao Sơn"), ("strengths[0]", "Mạnh")):
        clerk.give(field, text)
    clerk.save()

    # An editor that still has the old text writes it back: as sent, but not as it is shown.
    file.write_text(before, encoding="utf-8")
    shows(clerk, "place", "")
    shows(clerk, "strengths[0]", shown)


def test_only_the_section_that_is_other_is_made_anew(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    text = file.read_text(encoding="utf-8")
    clerk.run(NOTED)
    file.write_text(f"{text}limitations: [Một, Hai]\n", encoding="utf-8")
    shows(clerk, "limitations[1]", "Hai")

    assert clerk.run("return Object.keys(window.changed)") == ["part-assessment"]


def test_sections_are_told_apart_by_what_they_say(tmp_path: Path) -> None:
    light_report(tmp_path)
    browser = Browser(tmp_path)

    def digests() -> dict[str, str]:
        told = browser.page(NAME, "form").json()["sections"]
        return {one["name"]: one["digest"] for one in told}

    before = digests()
    browser.type(NAME, {"path": ["place"], "text": "Cao Sơn"})
    after = digests()
    assert [name for name in before if before[name] != after[name]] == ["document"]
    browser.client.post(f"{browser.home.url}report/{NAME}/undo", headers=browser.headers)
    assert digests() == before
