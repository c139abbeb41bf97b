"""The live page as a person sees it: a browser on the address that the program told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from .serving import PATIENCE, served


class Shown:
    """The page in the browser."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def all(self, path: str) -> list[str]:
        """Return the texts of the elements at a path, as they are in the page."""
        script = "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)"
        return self.driver.execute_script(script, path)

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def visible(self, path: str) -> bool:
        return self.driver.find_element(By.CSS_SELECTOR, path).is_displayed()

    def until(self, shown: Callable[[], object]) -> float:
        """Wait until something is shown and return when it was."""
        end = time.monotonic() + PATIENCE
        while not shown():
            assert time.monotonic() < end, self.all("#sheets, aside")
            time.sleep(0.03)
        return time.monotonic()

    def says(self, text: str) -> bool:
        """Say whether the sheets have a text, wherever a sheet or a line ends."""
        return text in "".join(self.all("#sheets .text")).replace("\xa0", " ")

    def findings(self) -> list[str]:
        return self.all("#findings li > :is(a, span:not(.called))")

    def complaints(self) -> list[str]:
        """Return what the browser complained of, such as scripts or styles that were refused."""
        return [entry["message"] for entry in self.driver.get_log("browser")]


@contextmanager
def opened(chromium: Chrome, *arguments: object, folder: Path) -> Iterator[Shown]:
    with served(*arguments, "--no-open", folder=folder) as address:
        chromium.get_log("browser")
        chromium.get(address)
        page = Shown(chromium)
        page.until(lambda: page.all("#findings li"))
        yield page
        assert page.complaints() == []
        chromium.get("about:blank")
