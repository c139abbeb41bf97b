"""A commune's pack made in the browser, and what the command says of it afterwards."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli.running import HOA_BINH, run_forked
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from .test_in_browser import PATIENCE, office

TEXT = (
    "{% if report.closing %}\n{{ super() }}{% else %}\nTrên đây là kết quả của xã{{ end_mark }}\n"
)


class Desk:
    """The browser, and the folder that it works in."""

    def __init__(self, driver: Chrome, folder: Path, address: str) -> None:
        self.driver = driver
        self.folder = folder
        self.address = address

    def find(self, name: str) -> object:
        return self.driver.find_element(By.ID, name)

    def press(self, selector: str) -> None:
        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def until(self, true: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, self.driver.find_element(By.TAG_NAME, "body").text[:2000]
            time.sleep(0.1)

    def has(self, text: str, name: str = "sheets") -> bool:
        said = self.driver.execute_script(
            "return document.getElementById(arguments[0])?.textContent ?? ''", name
        )
        return text in said.replace("\u00a0", " ")

    def diff(self) -> list[str]:
        told = run_forked("locality", "diff", "cao-son", folder=self.folder).out
        return [line for line in told.splitlines() if not line.startswith("  ")]


@pytest.fixture
def desk(chromium: Chrome, tmp_path: Path) -> Iterator[Desk]:
    shutil.copy(HOA_BINH, tmp_path)
    with office(tmp_path) as address:
        chromium.get_log("browser")
        chromium.get(address)
        yield Desk(chromium, tmp_path, address)
        complaints = [entry["message"] for entry in chromium.get_log("browser")]
        chromium.get("about:blank")
    # Chromium logs every answer of 422, which the page tells as what is wrong.
    assert [said for said in complaints if "422" not in said] == []


def make_pack(desk: Desk) -> None:
    desk.find("called").send_keys("xã Cao Sơn")
    Select(desk.find("parent")).select_by_value("hoa-binh")
    desk.press("form[action='locality/new'] button")
    desk.until(lambda: desk.has("XÃ CAO SƠN"))


def test_a_communes_pack_is_made_with_one_block_changed_and_one_recipient_left_out(
    desk: Desk,
) -> None:
    make_pack(desk)
    assert desk.diff() == []

    assert desk.has("UBND các huyện, thành phố;")
    Select(desk.find("state-recipients.copies.cap_huyen")).select_by_value("out")
    desk.until(lambda: not desk.has("UBND các huyện, thành phố;"))
    assert desk.find("saved").text == "Chưa lưu."
    assert desk.diff() == []
    desk.press("#facts .keep button")
    desk.until(lambda: desk.has("Đã lưu.", "saved"))
    desk.until(lambda: desk.has("UBND các huyện, thành phố", "told"))

    desk.driver.get(
        f"{desk.address}locality/cao-son/block?kind=bao-cao-tong-ket&name=closing_sentence"
    )
    desk.until(lambda: desk.has("Trên đây là báo cáo"))
    desk.find("text").clear()
    desk.find("text").send_keys(TEXT)
    desk.until(lambda: desk.has("Dòng 1 của khối", "findings") or desk.has("lỗi", "findings"))
    desk.find("text").send_keys("{% endif %}")
    desk.until(lambda: desk.has("Trên đây là kết quả của xã./."))
    desk.until(lambda: desk.has("Không có điều nào cần xem", "findings"))
    assert desk.has("+Trên đây là kết quả của xã", "lines")
    assert "kết quả của xã" in desk.driver.find_element(By.CSS_SELECTOR, ".spoken-of").text
    desk.press("#facts .keep button")
    desk.until(lambda: desk.has("Đã lưu.", "saved") and desk.has("sửa riêng", "facts"))

    assert desk.diff() == [
        'recipients.copies.cap_huyen: "UBND các huyện, thành phố" → false',
        "localities/cao-son/bao-cao-tong-ket.md.j2:4: closing_sentence",
    ]
