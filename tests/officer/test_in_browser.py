"""The officer's page as a person types into it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from exploring import places
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from briefing.reading import read

from .light import light_report
from .serving import PATIENCE, served

NAME = HOA_BINH.name


@contextmanager
def office(folder: Path) -> Iterator[str]:
    """Serve the page of a folder and give its address."""
    with served(folder) as page:
        yield page.address


class Page:
    def __init__(self, driver: Chrome, file: Path) -> None:
        self.driver = driver
        self.file = file

    def box(self, name: str) -> object:
        found = self.driver.find_element(By.ID, name)
        opening = (
            "for (let a = arguments[0]; a; a = a.parentElement) if (a.open === false) a.open = true"
        )
        self.driver.execute_script(opening, found)
        return found

    def type(self, name: str, text: str, pauses: tuple[float, ...] = (0.0,)) -> None:
        self.box(name).click()
        for at, key in enumerate(text):
            self.driver.switch_to.active_element.send_keys(key)
            time.sleep(pauses[at % len(pauses)])

    def until_saved(self) -> None:
        end = time.monotonic() + PATIENCE
        while self.driver.find_element(By.ID, "saved").text != "Đã lưu.":
            assert time.monotonic() < end, self.driver.find_element(By.ID, "saved").text
            time.sleep(0.05)
        time.sleep(0.5)

    def data(self) -> dict[str, object]:
        return read(self.file).data


@pytest.fixture
def page(chromium: Chrome, tmp_path: Path) -> Iterator[Page]:
    file = light_report(tmp_path)
    with office(tmp_path) as address:
        chromium.get_log("browser")
        chromium.get(f"{address}report/{NAME}/")
        yield Page(chromium, file)
        complaints = [entry["message"] for entry in chromium.get_log("browser")]
        chromium.get("about:blank")
    # Chromium logs every answer of 409, which the page tells as a clash.
    assert [said for said in complaints if "409" not in said] == []


@pytest.mark.slow(reason="it types as slowly as a person does")
@pytest.mark.parametrize("text", places(["Một số cán bộ", "Một số cán bộ chưa chủ động"]))
def test_nothing_is_lost_however_slowly_somebody_types(text: str, page: Page) -> None:
    # Each pause is near that after which the page saves, so that keys meet saves in flight.
    page.type("causes.subjective[0]", text, (0.3, 0.36, 0.42, 0.38))
    page.until_saved()

    assert page.data()["causes"] == {"subjective": [text]}
    assert page.box("causes.subjective[0]").get_attribute("value") == text
    assert page.driver.find_elements(By.CSS_SELECTOR, ".choice") == []


def test_enter_in_a_field_saves_and_takes_nothing_away(page: Page) -> None:
    before = page.data()["figures"]

    page.type("place", "Cao Sơn" + Keys.ENTER)
    page.type("figures.kham_pha.source", "Biểu 3" + Keys.ENTER)
    page.until_saved()

    assert page.data()["place"] == "Cao Sơn"
    assert page.data()["figures"].keys() == before.keys()
    assert page.data()["figures"]["kham_pha"]["source"] == "Biểu 3"


def test_what_somebody_else_wrote_is_kept_until_the_person_chooses(page: Page) -> None:
    page.type("place", "Cao")
    page.until_saved()
    text = page.file.read_text(encoding="utf-8")
    page.file.write_text(text.replace("place: Cao\n", "place: Lâm Thao\n"), encoding="utf-8")
    page.type("place", " Sơn")
    time.sleep(2)

    written = page.data()["place"]
    choices = page.driver.find_elements(By.CSS_SELECTOR, ".choice button")

    # The field showed the other text in time, or the person is asked; nothing is overwritten.
    assert written in ("Lâm Thao", "Lâm Thao Sơn")
    if choices:
        choices[0].click()
        page.until_saved()
        assert page.data()["place"] == "Cao Sơn"
