"""The server is killed while somebody types in the browser: at most the last second is lost."""

from __future__ import annotations

import random
import sys
import threading
import time
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from exploring import drawn
from selenium.webdriver import Chrome

from briefing.reading import read

from .clerk import Clerk
from .light import light_report
from .serving import Served, served

NAME = HOA_BINH.name
FIELD = "forecast"
MOMENTS = 20
"""How often the server is killed where all is tried; else a sixteenth, under either way to type."""

_WATCH = """
window.typed = [];
document.getElementById(arguments[0]).addEventListener("input", (event) =>
  window.typed.push([Date.now() / 1000, event.target.value]));
"""
_LONGEST = """
const asked = performance.getEntriesByType("resource");
const saved = asked.filter((one) => new URL(one.name).pathname.endsWith("/change"));
return Math.max(0, ...saved.map((one) => one.duration));
"""
WAITS = 0.4
"""Seconds that the page lets typing go on before it saves; then it waits for the last answer, which
comes late only where the machine has more to do than this."""

_WORDS = "Dự báo tình hình tiếp tục biến động phức tạp, tác động đến an ninh, trật tự. "

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="a server is killed there otherwise"
)


def killed_while_typing(
    clerk: Clerk, page: Served, seed: int
) -> tuple[float, list[tuple[float, str]]]:
    """Type until the server is killed; return when that was, and what was typed when."""
    chance = random.Random(seed)
    clerk.driver.get(f"{page.address}report/{NAME}/")
    clerk.click(clerk.box(FIELD))
    clerk.run(_WATCH, FIELD)
    moment: list[float] = []

    def kill() -> None:
        time.sleep(chance.uniform(0.2, 3))
        page.process.kill()
        moment.append(time.time())

    killing = threading.Thread(target=kill)
    killing.start()
    letters = iter(_WORDS * 20)
    while killing.is_alive():
        clerk.press(next(letters))
        # Somebody who types fast makes no pause; others do.
        time.sleep(chance.choice((0.01, 0.05, 0.09, 0.3)) if seed % 2 else 0.02)
    return moment[0], clerk.run("return window.typed")


@pytest.mark.slow(reason="each moment is a server of its own")
@pytest.mark.parametrize("seed", range(drawn(drawn(MOMENTS))))
def test_no_more_than_a_second_of_typing_is_lost(
    chromium: Chrome, tmp_path: Path, seed: int
) -> None:
    file = light_report(tmp_path)
    before = read(file).data
    with served(tmp_path) as page:
        killed, typed = killed_while_typing(Clerk(chromium, page.address), page, seed)
        longest = chromium.execute_script(_LONGEST) / 1000

    kept = read(file).data
    assert {**kept, FIELD: ""} == {**before, FIELD: ""}
    assert kept[FIELD] in [before[FIELD], *(text.strip() for _, text in typed)]
    due = [at for at, text in typed if len(text.strip()) > len(kept[FIELD])]
    lost = killed - min(due, default=killed)
    print(f"lost {lost:.2f} s, longest answer {longest:.2f} s")
    assert lost <= max(1, WAITS + 1.5 * longest)
    # What is still in the browser is not called saved.
    told = Clerk(chromium, page.address)
    told.until(lambda: "Mất liên lạc" in told.says("saved"))
    chromium.get("about:blank")
