"""Somebody at the officer's page who has only a mouse, the keys and a clipboard."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    StaleElementReferenceException,
)
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

from .light import light_report
from .serving import served

PATIENCE = 60.0
COVERED = 10.0
"""Seconds for which something may lie over what is to be clicked."""
LONGEST_TYPED = 60
"""Signs of a text up to which it is typed; a longer one is pasted from the office's own draft."""

_CLOSED = """
const closed = [];
for (let at = arguments[0]; at; at = at.parentElement)
  if (at.tagName === "DETAILS" && !at.open) closed.unshift(at.querySelector("summary"));
return closed;
"""

_LED_TO = """
// The closed groups that are laid out when they are opened, and have the field of a name.
const [name] = arguments;
const unmade = document.querySelectorAll("#parts details[data-empty]:not([data-made])");
return [...unmade].filter((one) => {
  const holder = one.closest(".entry, fieldset")?.id.replace(/^(entry|field)-/, "");
  if (holder !== undefined && !name.startsWith(`${holder}.`)) return false;
  const [step] = name.slice(holder === undefined ? 0 : holder.length + 1).split(/[.[]/);
  const names = [step, `\ue000.${step}`].map((id) => `[id="field-${id}"]`).join();
  return document.getElementById(`empty-${one.dataset.empty}`).content.querySelector(names);
}).map((one) => one.querySelector("summary"));
"""

_OFFERED = """
return [...document.querySelectorAll("#offers:not([hidden]) li")].map((one) => one.dataset.name);
"""


@dataclass
class Effort:
    """What it costs a person."""

    clicks: int = 0
    keys: int = 0
    pastes: int = 0


@contextmanager
def usual_screen(driver: Chrome) -> Iterator[None]:
    """Give a browser the screen that most offices have."""
    size = {"width": 1366, "height": 768, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        yield
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


class Clerk:
    """A browser that is used as a person uses it: what is shown is clicked, typed into, read."""

    def __init__(self, driver: Chrome, address: str) -> None:
        self.driver = driver
        self.address = address
        self.effort = Effort()
        granted = {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
        driver.execute_cdp_cmd(
            "Browser.grantPermissions", {**granted, "origin": "/".join(address.split("/")[:3])}
        )

    def open(self) -> None:
        self.driver.get(self.address)

    # --- hands ---------------------------------------------------------------------------------

    def click(self, found: WebElement) -> None:
        """Click on an element once nothing is over it: what is shown moves while it is laid."""
        self.effort.clicks += 1
        end = time.monotonic() + COVERED
        while True:
            try:
                found.click()
            except ElementClickInterceptedException:
                if time.monotonic() > end:
                    raise
                time.sleep(0.02)
            else:
                return

    def into(self, name: str) -> WebElement:
        """Click into a field until the cursor is there, as whoever looks does."""

        def is_there() -> WebElement | None:
            box = self.box(name)
            try:
                self.click(box)
            except ElementNotInteractableException:
                return None
            return box if self.driver.switch_to.active_element == box else None

        found: WebElement = self.until(is_there)
        return found

    def press(self, *keys: str) -> None:
        self.effort.keys += sum(len(text) for text in keys)
        self.driver.switch_to.active_element.send_keys(*keys)

    def choose(self, box: WebElement, value: str) -> None:
        """Open a list with one click and take a value of it with another."""
        self.effort.clicks += 2
        Select(box).select_by_value(value)

    def paste(self, text: str) -> None:
        """Press Ctrl+V after something was copied elsewhere."""
        self.effort.pastes += 1
        self.driver.execute_async_script(
            "navigator.clipboard.writeText(arguments[0]).then(arguments[1])", text
        )
        key = {"modifiers": 2, "key": "v", "code": "KeyV", "windowsVirtualKeyCode": 86}
        self.driver.execute_cdp_cmd(
            "Input.dispatchKeyEvent", {"type": "keyDown", "commands": ["paste"], **key}
        )
        self.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyUp", **key})

    def copied(self, text: str) -> None:
        """Type a short text; paste a long one."""
        if len(text) > LONGEST_TYPED:
            self.paste(text)
        else:
            self.press(text)

    # --- eyes ----------------------------------------------------------------------------------

    def until(self, true: Callable[[], Any]) -> Any:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                if found := true():
                    return found
            except StaleElementReferenceException:
                pass  # the form was made anew meanwhile
            assert time.monotonic() < end, self.run(
                "return document.activeElement?.id + '\\n' + document.body.innerText.slice(0, 3000)"
            )
            time.sleep(0.05)

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def find(self, selector: str) -> WebElement:
        """Return the first element of a selector, once it is there."""
        return self.until(lambda: self.driver.find_elements(By.CSS_SELECTOR, selector))[0]

    def box(self, name: str) -> WebElement:
        """Return the box of a field, once it is there, in whatever has to be opened first."""
        found = self.until(lambda: self.driver.find_elements(By.ID, name) or self.look_for(name))[0]
        for summary in self.run(_CLOSED, found):
            self.click(summary)
        return found

    def look_for(self, name: str) -> list[WebElement]:
        """Open the closed group in which a field is that is not laid out yet."""
        for summary in self.run(_LED_TO, name):
            self.click(summary)
        return self.driver.find_elements(By.ID, name)

    def names(self, table: str) -> list[str]:
        """Return the names that the entries of a table show."""
        return self.run(
            "return [...document.getElementById(arguments[0])?.children ?? []]"
            ".filter((one) => one.matches('.entry:not(.new)'))"
            ".map((one) => one.querySelector('[data-name]')?.value ?? '')",
            f"field-{table}",
        )

    def says(self, name: str) -> str:
        """Return what a part of the page says."""
        told = self.run("return document.getElementById(arguments[0])?.textContent ?? ''", name)
        return str(told).replace("\u00a0", " ")

    # --- work ----------------------------------------------------------------------------------

    def give(self, name: str, text: str) -> WebElement:
        """Fill in one field, whatever it is made of."""

        def given() -> WebElement:
            box = self.box(name)
            if box.tag_name == "select":
                self.choose(box, text)
                return box
            box = self.into(name)
            if box.get_attribute("value"):
                self.press(Keys.CONTROL + "a" + Keys.NULL)
            return box

        box = self.until(given)
        if box.tag_name != "select":
            self.write(text)
        return box

    def write(self, text: str) -> None:
        """Write where the cursor is, and take the names of figures from what is offered."""
        before, brace, rest = text.partition("{")
        self.copied(before)
        if not brace:
            return
        name, _, after = rest.partition("}")
        whole, _, part = name.partition(".")
        self.press("{")
        if whole in self.names("figures"):
            self.take_offered(whole)
            if part:
                self.press(Keys.ARROW_LEFT, f".{part}", Keys.ARROW_RIGHT)
        else:
            self.press(name, "}")
        if after:
            self.write(after)

    def take_offered(self, name: str) -> None:
        """Type the beginning of a name until it is among those offered, and take it."""
        for letter in name:
            self.press(letter)
            offered = self.run(_OFFERED)
            if name in offered:
                self.press(*[Keys.ARROW_DOWN] * offered.index(name), Keys.ENTER)
                return
        raise AssertionError(f"{name} is not offered")

    def save(self) -> None:
        """Press Ctrl+S and wait until the page says that all is kept."""
        self.press(Keys.CONTROL + "s" + Keys.NULL)
        self.until(self.is_saved)

    def is_saved(self) -> bool:
        return self.says("saved") == "Đã lưu."

    def download(self, selector: str, folder: Path) -> bytes:
        """Click what gives a file, and return what came."""
        self.driver.execute_cdp_cmd(
            "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)}
        )
        self.click(self.find(selector))

        def come() -> list[Path]:
            found = list(folder.iterdir())
            return [] if any(one.suffix == ".crdownload" for one in found) else found

        [file] = self.until(come)
        return file.read_bytes()


@contextmanager
def clerk_at(chromium: Chrome, folder: Path) -> Iterator[Clerk]:
    """Open the report of Hòa Bình with few figures, alone in a folder, in the browser."""
    file = light_report(folder)
    with served(folder) as page:
        chromium.get(f"{page.address}report/{file.name}/")
        yield Clerk(chromium, page.address)
        chromium.get("about:blank")


@contextmanager
def clerk_watched_at(driver: Chrome, folder: Path) -> Iterator[Clerk]:
    """Yield somebody whose file is watched by now, so that the page hears of what others write."""
    with clerk_at(driver, folder) as found:
        found.until(found.is_saved)
        found.find("#sheets .sheet")
        yield found
