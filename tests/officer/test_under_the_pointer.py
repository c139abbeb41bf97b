"""The form that comes anew moves nothing from under the hand, and text beside it is kept."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli.running import HOA_BINH
from exploring import some
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from briefing.reading import read

from .clerk import Clerk, clerk_watched_at, usual_screen
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
    """Return how far a field stands below the top of the column that scrolls."""
    script = "return [arguments[0], 'form'].map((id) => document.getElementById(id))"
    script += ".map((one) => one.getBoundingClientRect().top)"
    at, column = clerk.run(script, field)
    return float(at - column)


def said(folder: Path) -> Any:
    return read(folder / NAME).data


AIMED = [
    ("results[0].statements[1]", "results[1].statements[0]", "results[1].statements[0]"),
    ("strengths[1]", "forecast", "forecast"),
    ("conference.discussion[1]", "conference.directives[0].verb", "conference.directives[0].verb"),
    ("tasks[0].text", "tasks[1].text", "tasks[2].text"),
    ("indicators[0].label", "indicators[1].label", "indicators[2].label"),
]
"""A field that lines are pasted in, one below that is clicked as the form comes, its name then."""


@pytest.mark.parametrize(("above", "aimed", "then"), some(AIMED))
def test_who_clicks_while_the_form_comes_is_in_the_field_that_was_aimed_at(
    above: str, aimed: str, then: str, clerk: Clerk
) -> None:
    clerk.until(lambda: clerk.box(aimed))
    clerk.run("window.heldFor = arguments[0]", aimed)
    clerk.click(clerk.box(above))
    clerk.press(Keys.CONTROL + "a" + Keys.NULL)
    clerk.paste(f"{LONG}\n{LONG}")
    clerk.until(lambda: clerk.run("return window.isHeld()"))
    box = clerk.box(aimed)
    clerk.run("arguments[0].scrollIntoView({ block: 'nearest' })", box)
    before = top(clerk, aimed)

    clerk.click(box)
    assert clerk.run("return window.heldFor") == "", "the form came by the way"
    assert clerk.run("return document.activeElement.id") == then
    time.sleep(0.3)
    assert top(clerk, then) == pytest.approx(before, abs=1)


def test_who_types_finds_the_field_in_its_place_while_somebody_else_writes_above(
    chromium: Chrome, tmp_path: Path
) -> None:
    file, field = tmp_path / NAME, "strengths[0]"
    with usual_screen(chromium), clerk_watched_at(chromium, tmp_path) as clerk:
        clerk.into(field)
        clerk.press(Keys.CONTROL + Keys.END + Keys.NULL, ", vững")
        clerk.save()
        time.sleep(0.5)
        before = top(clerk, field)
        text = file.read_text(encoding="utf-8")
        more = "".join(f"  - {LONG}{at}\n" for at in range(3))
        file.write_text(text.replace("strengths:\n", f"strengths:\n{more}"), encoding="utf-8")
        clerk.until(lambda: clerk.run("return document.activeElement.id") == "strengths[3]")

        clerk.press(" chắc")
        clerk.save()
        assert said(tmp_path)["strengths"][3].endswith(", vững chắc")
        assert top(clerk, "strengths[3]") == pytest.approx(before, abs=1)


def test_who_scrolled_away_from_the_cursor_stays_there(chromium: Chrome, tmp_path: Path) -> None:
    file, seen = tmp_path / NAME, "subject"
    with usual_screen(chromium), clerk_watched_at(chromium, tmp_path) as clerk:
        clerk.give("forecast", "Năm tới")
        clerk.save()
        clerk.run("document.getElementById(arguments[0]).scrollIntoView({ block: 'center' })", seen)
        time.sleep(0.5)
        before = top(clerk, seen)
        text = file.read_text(encoding="utf-8")
        more = "".join(f"  - {LONG}{at}\n" for at in range(3))
        file.write_text(text.replace("strengths:\n", f"strengths:\n{more}"), encoding="utf-8")
        clerk.until(lambda: clerk.driver.find_elements("id", "strengths[3]"))

        time.sleep(0.3)
        assert top(clerk, seen) == pytest.approx(before, abs=1)


def kept(clerk: Clerk) -> str:
    """Return what is kept beside the form, once the page says so."""
    clerk.until(lambda: clerk.says("saved").startswith("Có phần gõ chưa vào tệp"))
    script = "return [...document.querySelectorAll('#lost-texts textarea')].map((one) => one.value)"
    return "\n---\n".join(clerk.run(script))


@pytest.mark.parametrize("place", some(["title-results", "desk"]))
def test_what_is_pasted_beside_the_fields_is_kept_and_told(place: str, clerk: Clerk) -> None:
    clerk.click(clerk.box("results[1].statements[0]"))
    clerk.click(clerk.find(f"#{place}"))
    clerk.paste("\n".join(LINES))

    assert kept(clerk) == "\n".join(LINES)


def test_what_is_typed_beside_the_fields_is_kept_and_told(clerk: Clerk) -> None:
    clerk.click(clerk.find("#title-results"))
    clerk.press("Câu thứ nhất")

    assert kept(clerk) == "Câu thứ nhất"


@pytest.mark.parametrize("field", some(["tasks[1].text", "tasks[1].lead"]))
def test_what_is_pasted_into_an_entry_that_somebody_took_away_is_kept(
    field: str, clerk: Clerk, tmp_path: Path
) -> None:
    file = tmp_path / NAME
    clerk.box(field)
    late(clerk, change=1.5)
    text = file.read_text(encoding="utf-8").replace("  - text: Nhiệm vụ hai\n", "")
    file.write_text(text, encoding="utf-8")
    clerk.give("place", "Cao Sơn")
    clerk.click(clerk.box(field))
    clerk.paste("\n".join(LINES))
    late(clerk)

    assert LINES[0] in kept(clerk)
    tasks = [one["text"] for one in said(tmp_path)["tasks"] if "text" in one]
    assert not [one for one in tasks if LINES[0] in one]
    assert said(tmp_path)["place"] == "Cao Sơn"


@pytest.mark.parametrize("answer", ["change", "form"])
@pytest.mark.parametrize(("typed", "then"), some([("tasks[1].lead", 3), ("tasks[3].lead", 5)]))
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
