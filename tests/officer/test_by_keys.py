"""What a person without a mouse does: every step of it by keys alone."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from exploring import variant_of
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from briefing.reading import read, read_toml

from .test_in_browser import PATIENCE, office

MOST = 120
"""Presses of Tab after which a field counts as out of reach."""


class Keyboard:
    """A browser of which only the keys are used."""

    def __init__(self, driver: Chrome, folder: Path) -> None:
        self.driver = driver
        self.folder = folder

    def press(self, *keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(*keys)

    def at(self) -> str:
        return self.driver.execute_script(
            "const at = document.activeElement; return at.id || at.textContent.trim()"
        )

    def tab_to(self, name: str) -> None:
        for _ in range(MOST):
            if self.at() == name:
                return
            self.press(Keys.TAB)
        pytest.fail(f"no way by Tab to {name}")

    def choose(self, name: str, value: str) -> None:
        """Choose a value of a list by the arrows."""
        self.tab_to(name)
        for _ in range(MOST):
            if self.driver.execute_script("return document.activeElement.value") == value:
                return
            self.press(Keys.ARROW_DOWN)
        pytest.fail(f"no {value} in {name}")

    def write(self, name: str, text: str) -> None:
        self.tab_to(name)
        self.press(Keys.CONTROL, "a")
        self.press(text)

    def shows(self, text: str, name: str) -> bool:
        said = self.driver.execute_script(
            "return document.getElementById(arguments[0])?.textContent ?? ''", name
        )
        return text in said.replace("\u00a0", " ")

    def until(self, true: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, self.at()
            time.sleep(0.1)


@pytest.fixture
def keyboard(chromium: Chrome, tmp_path: Path) -> Iterator[Keyboard]:
    with office(tmp_path) as address:
        chromium.get(address)
        yield Keyboard(chromium, tmp_path)
        chromium.get("about:blank")


def test_a_report_is_begun_and_its_first_section_filled_in(keyboard: Keyboard) -> None:
    keyboard.choose("kind", "bao-cao-tong-ket")
    keyboard.write("year", "2023")
    keyboard.choose("locality", "hoa-binh")
    keyboard.tab_to("Lập báo cáo")
    keyboard.press(Keys.ENTER)
    keyboard.until(lambda: keyboard.shows("TỈNH HÒA BÌNH", "sheets"))

    keyboard.write("date", "29/12/2023")
    keyboard.write("number", "15")
    keyboard.write("place", "Cao Sơn")
    keyboard.press(Keys.CONTROL, "s")
    keyboard.until(lambda: keyboard.shows("Cao Sơn, ngày 29 tháng 12 năm 2023", "sheets"))

    assert read(keyboard.folder / "bao-cao-tong-ket-2023.yaml").data == {
        "schema": 1,
        "kind": "bao-cao-tong-ket",
        "locality": "hoa-binh",
        "period": {"year": 2023},
        "number": 15,
        "date": "2023-12-29",
        "place": "Cao Sơn",
    }


@variant_of("test_a_report_is_begun_and_its_first_section_filled_in")
def test_a_pack_is_made_and_its_first_section_filled_in(keyboard: Keyboard) -> None:
    shutil.copy(HOA_BINH, keyboard.folder)
    keyboard.driver.refresh()
    keyboard.write("called", "xã Cao Sơn")
    keyboard.choose("parent", "hoa-binh")
    keyboard.press(Keys.TAB)
    keyboard.press(Keys.ENTER)
    keyboard.until(lambda: keyboard.shows("XÃ CAO SƠN", "sheets"))

    keyboard.write("place", "Đà Bắc")
    keyboard.write("issuers.people_committee.symbol", "UBND")
    keyboard.until(lambda: keyboard.shows("Đà Bắc, ngày", "sheets"))
    keyboard.press(Keys.CONTROL, "s")
    keyboard.until(lambda: keyboard.shows("Đã lưu.", "saved"))

    said = read_toml(keyboard.folder / "localities/cao-son/locality.toml").data
    assert said["place"] == "Đà Bắc"
    assert said["issuers"] == {"people_committee": {"symbol": "UBND"}}
