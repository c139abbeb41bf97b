"""The name of an entry that was typed, while its box is not left: it is told, and not lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from exploring import variant_of
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from briefing.findings import LANGUAGES, say
from briefing.reading import read

from .clerk import Clerk
from .light import light_report
from .test_in_browser import office

NAME = HOA_BINH.name
OLD = "kham_pha"


@pytest.fixture
def clerk(chromium: Chrome, tmp_path: Path) -> Iterator[Clerk]:
    light_report(tmp_path)
    with office(tmp_path) as address:
        clerk = Clerk(chromium, address)
        chromium.get(f"{address}report/{NAME}/")
        clerk.until(clerk.is_saved)
        yield clerk
        clerk.run("window.onbeforeunload = null")
        chromium.get("about:blank")


def name_box(clerk: Clerk, path: str) -> None:
    """Go into the box with the name of an entry."""
    clerk.run(
        "const box = [...document.querySelectorAll('[data-name]')]"
        ".find((one) => one.dataset.name === arguments[0]);"
        "for (let at = box; at; at = at.parentElement) if (at.open === false) at.open = true;"
        "box.focus(); box.select();",
        path,
    )


def names(folder: Path) -> set[str]:
    return set(read(folder / NAME).data["figures"])


@variant_of("test_a_name_not_left_stays_while_other_fields_are_saved")
def test_a_name_that_is_being_typed_is_not_called_saved(clerk: Clerk, tmp_path: Path) -> None:
    name_box(clerk, f'["figures", "{OLD}"]')
    clerk.press("da_kham_pha")
    clerk.until(lambda: clerk.says("saved") == say("page.name_waits", "vi"))
    assert OLD in names(tmp_path)

    clerk.press(Keys.TAB)
    clerk.until(clerk.is_saved)
    assert "da_kham_pha" in names(tmp_path)
    assert "{da_kham_pha}" in (tmp_path / NAME).read_text(encoding="utf-8")


def test_a_name_not_left_stays_while_other_fields_are_saved(clerk: Clerk, tmp_path: Path) -> None:
    name_box(clerk, f'["figures", "{OLD}"]')
    clerk.press("da_kham")
    clerk.run(
        "const box = document.getElementById('place'); box.value = 'Cao Sơn';"
        "box.dispatchEvent(new Event('input', { bubbles: true }))"
    )
    clerk.until(lambda: read(tmp_path / NAME).data.get("place") == "Cao Sơn")
    clerk.until(lambda: clerk.says("saved") == say("page.name_waits", "vi"))
    clerk.press("_pha", Keys.CONTROL, "s")
    clerk.until(lambda: "da_kham_pha" in names(tmp_path))
    clerk.until(clerk.is_saved)
    assert "{da_kham_pha}" in (tmp_path / NAME).read_text(encoding="utf-8")


def test_a_name_not_left_is_saved_when_the_page_is(clerk: Clerk, tmp_path: Path) -> None:
    name_box(clerk, f'["figures", "{OLD}"]')
    clerk.press("da_kham_pha")
    clerk.run("dispatchEvent(new PageTransitionEvent('pagehide'))")
    clerk.until(lambda: "da_kham_pha" in names(tmp_path))


def test_the_name_of_a_new_entry_waits_for_what_it_holds(clerk: Clerk, tmp_path: Path) -> None:
    name_box(clerk, '["figures", ""]')
    clerk.press("so_moi")
    clerk.until(lambda: clerk.says("saved") == say("page.new_name_waits", "vi"))
    clerk.run(
        "const entry = [...document.querySelectorAll('[data-name]')]"
        ".find((one) => one.value === 'so_moi').closest('.entry');"
        "const boxes = [...entry.querySelectorAll('[data-path]')];"
        "const box = boxes.find((one) => one.dataset.path.includes('label'));"
        "box.value = 'số mới';"
        "box.dispatchEvent(new Event('input', { bubbles: true }))"
    )
    clerk.until(lambda: "so_moi" in names(tmp_path))
    clerk.until(clerk.is_saved)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_waits_is_told_in_both_languages(language: str) -> None:
    told = {say(f"page.{key}", language) for key in ("name_waits", "new_name_waits", "saved")}
    assert len(told) == 3
