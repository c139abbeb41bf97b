"""Two windows, or a window and an editor: nothing is lost without being told."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from briefing.reading import read

from .clerk import Clerk, clerk_at
from .light import light_report
from .test_in_browser import office

NAME = HOA_BINH.name


@pytest.fixture
def clerk(chromium: Chrome, tmp_path: Path) -> Iterator[Clerk]:
    with clerk_at(chromium, tmp_path) as found:
        found.until(found.is_saved)
        yield found


@pytest.fixture
def windows(chromium: Chrome, tmp_path: Path) -> Iterator[tuple[Clerk, str, str]]:
    """Return a clerk, and the two windows in which the same report is open."""
    light_report(tmp_path)
    with office(tmp_path) as address:
        clerk = Clerk(chromium, address)
        chromium.get(f"{address}report/{NAME}/")
        first = chromium.current_window_handle
        chromium.switch_to.new_window("window")
        chromium.get(f"{address}report/{NAME}/")
        second = chromium.current_window_handle
        yield clerk, first, second
        chromium.switch_to.window(second)
        chromium.get("about:blank")
        chromium.close()
        chromium.switch_to.window(first)
        chromium.get("about:blank")


def choices(clerk: Clerk) -> list[str]:
    found = clerk.driver.find_elements(By.CSS_SELECTOR, ".choice button")
    return [one.text for one in found]


def test_what_two_windows_type_into_different_fields_is_kept(
    windows: tuple[Clerk, str, str], tmp_path: Path
) -> None:
    clerk, first, second = windows
    for turn in range(3):
        for window, field in ((first, "place"), (second, "number")):
            clerk.driver.switch_to.window(window)
            clerk.click(clerk.box(field))
            clerk.press("a" if field == "place" else str(turn + 1))
    for window in (first, second):
        clerk.driver.switch_to.window(window)
        clerk.until(lambda: "Đang" not in clerk.says("saved"))
        assert choices(clerk) == []

    file = tmp_path / NAME
    clerk.until(lambda: read(file).data.get("number") == 123)
    assert read(file).data["place"] == "aaa"
    # Each window shows what the other wrote.
    for window, field, text in ((first, "number", "123"), (second, "place", "aaa")):
        clerk.driver.switch_to.window(window)
        shown = lambda field=field: clerk.box(field).get_attribute("value")  # noqa: E731
        clerk.until(lambda shown=shown, text=text: shown() == text)


def test_one_field_in_two_windows_is_asked_about_and_nothing_is_lost(
    windows: tuple[Clerk, str, str], tmp_path: Path
) -> None:
    clerk, first, second = windows
    file = tmp_path / NAME
    clerk.driver.switch_to.window(first)
    # This window hears of nothing: its line is cut while the other one writes.
    clerk.driver.execute_cdp_cmd("Network.enable", {})
    cut = {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    clerk.driver.execute_cdp_cmd("Network.emulateNetworkConditions", cut)
    clerk.give("place", "Cao Sơn")
    clerk.until(lambda: "Mất liên lạc" in clerk.says("saved"))
    clerk.driver.switch_to.window(second)
    clerk.give("place", "Lâm Thao")
    clerk.save()
    clerk.driver.switch_to.window(first)
    clerk.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {**cut, "offline": False})

    clerk.until(lambda: len(choices(clerk)) == 2)
    assert read(file).data["place"] == "Lâm Thao"
    assert clerk.box("place").get_attribute("value") == "Cao Sơn"
    assert "“Lâm Thao”" in choices(clerk)[1]
    clerk.click(clerk.find(".choice button"))
    clerk.until(lambda: read(file).data["place"] == "Cao Sơn")


def test_an_editor_that_writes_again_and_again_loses_nothing_and_takes_nothing(
    clerk: Clerk, tmp_path: Path
) -> None:
    file = tmp_path / NAME
    clerk.click(clerk.box("place"))
    for turn in range(1, 5):
        # As an editor does: it reads, somebody changes a line, it writes the whole file.
        text = file.read_text(encoding="utf-8")
        mark = f"# lần {turn}\n"
        file.write_text(mark + text, encoding="utf-8")
        clerk.press("x")
        time.sleep(0.3)
    clerk.press(Keys.CONTROL + "s" + Keys.NULL)
    clerk.until(lambda: read(file).data.get("place") == "xxxx" or choices(clerk))

    text = file.read_text(encoding="utf-8")
    assert [turn for turn in range(1, 5) if f"# lần {turn}\n" not in text] == []
    assert clerk.box("place").get_attribute("value") == "xxxx"


@pytest.mark.parametrize(("there", "told"), [("", "Để trống như ở nơi kia"), ("$& $'", "“$& $'”")])
def test_what_stands_there_is_told_as_it_is(
    there: str, told: str, clerk: Clerk, tmp_path: Path
) -> None:
    file = tmp_path / NAME
    text = file.read_text(encoding="utf-8")
    clerk.give("place", "Cao Sơn")
    clerk.save()
    clerk.run(
        "const usual = window.fetch; window.fetch = (...told) =>"
        " new Promise((go) => setTimeout(go, 1500)).then(() => usual(...told))"
    )
    clerk.press(" cũ")
    clerk.press(Keys.CONTROL + "s" + Keys.NULL)  # it is on its way
    also = f'place: "{there}"\n' if there else ""
    file.write_text(f"{text}{also}", encoding="utf-8")
    clerk.until(lambda: len(choices(clerk)) == 2)

    assert told in choices(clerk)[1]
    assert clerk.box("place").get_attribute("value") == "Cao Sơn cũ"
