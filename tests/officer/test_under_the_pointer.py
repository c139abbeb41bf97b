"""The form that comes anew moves nothing from under the hand, and text beside it is kept."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli.running import HOA_BINH
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from briefing.reading import read

from .clerk import Clerk, usual_screen
from .light import light_report
from .test_in_browser import office
from .test_slow_answers import LATE, late

NAME = HOA_BINH.name
LONG = "Chủ động nắm tình hình, giải quyết tốt các vấn đề liên quan an ninh trên các lĩnh vực. " * 4
LINES = ["Câu thứ nhất", "Câu thứ hai"]
MORE = """
tasks:
  - text: Nhiệm vụ một
  - text: Nhiệm vụ hai
  - text: Nhiệm vụ ba
indicators:
  - label: thu ngân sách
    unit: tỷ đồng
    actual: 10
"""
EMPTY = "  - area: an_ninh_chinh_tri\n\nmodels:\n"

HELD = """
const asked = window.fetch;
const waiting = [];
window.fetch = async (address, told) => {
  const answer = await asked(address, told);
  const said = await answer.json();
  if (window.heldFor && String(address).startsWith("form"))
    await new Promise((come) => waiting.push(come));
  return { ok: answer.ok, status: answer.status, json: async () => said };
};
window.isHeld = () => waiting.length > 0;
addEventListener("mousemove", ({ target }) => {
  if (target.id !== window.heldFor) return;
  window.heldFor = "";
  for (const come of waiting) come();
});
"""
"""Keeps a form that comes anew until the pointer is on a field, and brings it before the click."""


@pytest.fixture
def clerk(chromium: Chrome, tmp_path: Path) -> Iterator[Clerk]:
    file = light_report(tmp_path)
    text = file.read_text(encoding="utf-8").replace("\nmodels:\n", EMPTY, 1)
    file.write_text(text + MORE, encoding="utf-8")
    scripts = [
        chromium.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
        for source in (LATE, HELD)
    ]
    with office(tmp_path) as address, usual_screen(chromium):
        try:
            chromium.get(f"{address}report/{NAME}/")
            found = Clerk(chromium, address)
            found.until(found.is_saved)
            yield found
        finally:
            for script in scripts:
                chromium.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)
            chromium.get("about:blank")


def top(clerk: Clerk, field: str) -> float:
    """Return how far a field stands below the top of the window."""
    script = "return document.getElementById(arguments[0]).getBoundingClientRect().top"
    return float(clerk.run(script, field))


def said(folder: Path) -> Any:
    return read(folder / NAME).data


@pytest.mark.parametrize("answer", ["change", "form"])
@pytest.mark.parametrize(("typed", "then"), [("tasks[1].lead", 3), ("tasks[3].lead", 5)])
def test_what_is_typed_behind_a_paste_stays_with_its_entry(
    typed: str, then: int, answer: str, clerk: Clerk, tmp_path: Path
) -> None:
    clerk.box(typed)
    late(clerk, **{answer: 1.2})
    clerk.click(clerk.box("tasks[0].text"))
    clerk.press(Keys.CONTROL + Keys.END + Keys.NULL)
    clerk.paste(": đầu\nNhiệm vụ giữa\nNhiệm vụ sau")
    if answer == "form":
        time.sleep(0.7)
    clerk.click(clerk.box(typed))
    clerk.press("Công an")
    late(clerk)
    clerk.until(lambda: "Đã" in clerk.says("saved"))
    clerk.press(" tỉnh")
    clerk.save()

    texts = ["một: đầu", "giữa", "sau", "hai", "ba"]
    tasks = said(tmp_path)["tasks"]
    assert [one["text"] for one in tasks if "text" in one] == [f"Nhiệm vụ {one}" for one in texts]
    assert {at: one["lead"] for at, one in enumerate(tasks) if "lead" in one} == {
        then: "Công an tỉnh"
    }
    assert clerk.run("return document.activeElement.id") == f"tasks[{then}].lead"
    for at, one in enumerate(texts):
        assert clerk.box(f"tasks[{at}].text").get_attribute("value") == f"Nhiệm vụ {one}"
