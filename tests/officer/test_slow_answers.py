"""Whoever types while answers are on their way keeps every letter, however late these come."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from exploring import in_turn, some, variant_of
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from briefing.reading import read

from .clerk import Clerk
from .light import light_report
from .test_in_browser import office

NAME = HOA_BINH.name
TASKS = """tasks:
  - text: Nhiệm vụ một
  - text: Nhiệm vụ hai
  - text: Nhiệm vụ ba
"""
LATE = """
const usual = window.fetch;
window.fetch = async (address, told) => {
  const answer = await usual(address, told);
  const held = window.late?.[String(address).split("?")[0]] ?? 0;
  if (held) await new Promise((done) => setTimeout(done, held));
  return answer;
};
"""

EARLY = """
new MutationObserver((_, watch) => {
  const box = document.getElementById("place");
  if (!box) return;
  watch.disconnect();
  window.early = document.getElementById("saved").textContent;
  box.value = "Cao Sơn";
  box.dispatchEvent(new Event("input", { bubbles: true }));
}).observe(document, { childList: true, subtree: true });
"""
"""Types before the page's script, which comes when all of the page is there."""


@pytest.fixture
def clerk(chromium: Chrome, tmp_path: Path) -> Iterator[Clerk]:
    file = light_report(tmp_path)
    file.write_text(file.read_text(encoding="utf-8") + TASKS, encoding="utf-8")
    with office(tmp_path) as address:
        added = chromium.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": LATE})
        try:
            chromium.get(f"{address}report/{NAME}/")
            yield Clerk(chromium, address)
        finally:
            chromium.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)
            chromium.get("about:blank")


def late(clerk: Clerk, **seconds: float) -> None:
    clerk.run("window.late = arguments[0]", {name: 1000 * held for name, held in seconds.items()})


def typed_meanwhile(clerk: Clerk, file: Path, then: str = " Sơn") -> None:
    """Type two words with a pause between them, in which the first is saved."""
    clerk.give("place", "Cao")
    time.sleep(1.5)  # it is saved, and the late form comes
    late(clerk)
    clerk.press(then)
    clerk.save()

    assert clerk.box("place").get_attribute("value") == "Cao Sơn"
    assert read(file).data["place"] == "Cao Sơn"
    assert clerk.driver.find_elements("css selector", ".choice") == []


def test_what_is_typed_behind_a_paste_stays(clerk: Clerk, tmp_path: Path) -> None:
    late(clerk, form=1.2)
    clerk.click(clerk.box("strengths[1]"))
    clerk.paste("Ưu điểm thứ hai\nƯu điểm thứ ba")
    time.sleep(0.5)  # the rows are written, and the form that has them is on its way

    typed_meanwhile(clerk, tmp_path / NAME)
    assert read(tmp_path / NAME).data["strengths"][1:] == ["Ưu điểm thứ hai", "Ưu điểm thứ ba"]


@variant_of("test_what_is_typed_behind_a_paste_stays")
def test_what_is_typed_behind_a_move_stays(clerk: Clerk, tmp_path: Path) -> None:
    before = read(tmp_path / NAME).data["awards"]
    late(clerk, form=1.2)
    clerk.click(clerk.find("[id='entry-awards[1]'] button"))
    time.sleep(0.5)

    typed_meanwhile(clerk, tmp_path / NAME)
    assert read(tmp_path / NAME).data["awards"] == before[::-1]


@variant_of("test_what_is_typed_behind_a_paste_stays")
def test_what_is_typed_while_somebody_else_writes_stays(clerk: Clerk, tmp_path: Path) -> None:
    late(clerk, form=1.2)
    file = tmp_path / NAME
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("date: 2023-12\n", "date: 2023-12\nnumber: 7\n"), encoding="utf-8")
    time.sleep(1)  # the watch has told of it, and the form is on its way

    typed_meanwhile(clerk, file)
    assert read(file).data["number"] == 7
    assert clerk.box("number").get_attribute("value") == "7"


@variant_of("test_saved_is_not_said_before_an_order_is_answered")
def test_saved_is_not_said_while_somebody_has_yet_to_choose(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    late(clerk, state=3)
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\nplace: Lâm Thao\n", encoding="utf-8")
    clerk.give("place", "Cao Sơn")  # before the page knows of it
    late(clerk)
    clerk.until(lambda: clerk.driver.find_elements("css selector", ".choice"))
    assert read(file).data["place"] == "Lâm Thao"

    clerk.give("number", "7")
    clerk.until(lambda: read(file).data.get("number") == 7)
    clerk.press(Keys.CONTROL + "s" + Keys.NULL)
    time.sleep(1.5)
    assert clerk.says("saved").startswith("Ô này vừa được sửa ở nơi khác.")
    clerk.click(clerk.find(".choice button"))
    clerk.save()
    assert read(file).data["place"] == "Cao Sơn"


def test_what_is_typed_behind_an_undo_is_not_undone(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    late(clerk, change=2)
    clerk.give("place", "C")  # one letter is one step, however slow the machine
    clerk.click(clerk.find("#undo button"))
    clerk.give("number", "7")
    late(clerk)
    clerk.until(lambda: read(file).data.get("number") == 7)
    clerk.save()

    assert "place" not in read(file).data
    assert read(file).data["number"] == 7


@variant_of("test_what_is_typed_during_the_undo_of_an_order_stays_with_its_entry")
def test_who_types_on_during_an_undo_is_asked_nothing(clerk: Clerk, tmp_path: Path) -> None:
    clerk.give("place", "Cao")
    clerk.save()
    late(clerk, undo=2)
    clerk.click(clerk.find("#undo button"))
    clerk.click(clerk.box("place"))
    clerk.press(Keys.END, " Sơn")
    late(clerk)
    clerk.save()

    assert clerk.driver.find_elements("css selector", ".choice") == []
    assert clerk.box("place").get_attribute("value") == "Cao Sơn"
    assert read(tmp_path / NAME).data["place"] == "Cao Sơn"


def test_what_is_typed_before_the_script_is_there_is_saved(clerk: Clerk, tmp_path: Path) -> None:
    driver = clerk.driver
    added = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": EARLY})
    try:
        driver.get(driver.current_url)
    finally:
        driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)
    clerk.until(clerk.is_saved)
    assert clerk.run("return window.early") == ""  # nothing was called saved by then
    assert read(tmp_path / NAME).data["place"] == "Cao Sơn"


ANSWERED = """
window.answered = 0;
window.said = [];
const usual = window.fetch;
window.fetch = async (address, told) => {
  const answer = await usual(address, told);
  if (String(address).startsWith("change")) window.answered += 1;
  return answer;
};
const place = document.getElementById("saved");
new MutationObserver(() => window.said.push([window.answered, place.textContent]))
  .observe(place, { childList: true });
"""
"""Notes what the page says of saving, each time with how many changes were answered by then."""


def test_saved_is_not_said_before_an_order_is_answered(clerk: Clerk, tmp_path: Path) -> None:
    before = read(tmp_path / NAME).data["awards"]
    clerk.until(clerk.is_saved)
    clerk.run(ANSWERED)
    late(clerk, change=0.8)
    clerk.run(
        "const box = document.getElementById('place'); box.value = 'Cao Sơn';"
        "box.dispatchEvent(new Event('input', { bubbles: true }));"
        "document.querySelector(\"[id='entry-awards[1]'] button\").click()"
    )
    clerk.until(lambda: clerk.run("return window.answered") == 2)
    clerk.until(clerk.is_saved)

    assert read(tmp_path / NAME).data["awards"] == before[::-1]
    said = clerk.run("return window.said")
    assert [answered for answered, text in said if text == "Đã lưu."] == [2]


TYPED = """
const box = document.getElementById(arguments[0]);
box.focus();
box.value = arguments[1];
box.dispatchEvent(new Event("input", { bubbles: true }));
"""


LEFT = {"×": [2, 3], "↓": [2, 1, 3]}
"""Which of the tasks are there, in their order, after an order about the first."""


@pytest.mark.parametrize(("order", "answer"), in_turn(some(LEFT), ("change", "form")))
def test_what_is_typed_behind_an_order_stays_with_its_entry(
    order: str, answer: str, clerk: Clerk, tmp_path: Path
) -> None:
    file, left = tmp_path / NAME, LEFT[order]
    clerk.until(clerk.is_saved)
    clerk.box("tasks[1].lead")
    late(clerk, **{answer: 1.2})
    clerk.run(
        "[...document.querySelectorAll(\"[id='entry-tasks[0]'] button\")]"
        ".find((one) => one.textContent === arguments[0]).click()",
        order,
    )
    if answer == "form":
        time.sleep(0.7)
    clerk.run(TYPED, "tasks[1].lead", "Công an tỉnh")  # an empty box of the second task
    late(clerk)
    clerk.until(clerk.is_saved)

    words = {1: "một", 2: "hai", 3: "ba"}
    tasks = read(file).data["tasks"]
    assert [one["text"] for one in tasks] == [f"Nhiệm vụ {words[at]}" for at in left]
    leads = {one["text"]: one["lead"] for one in tasks if "lead" in one}
    assert leads == {"Nhiệm vụ hai": "Công an tỉnh"}
    shown = f"tasks[{left.index(2)}].lead"
    assert clerk.box(shown).get_attribute("value") == "Công an tỉnh"
    assert clerk.run("return document.activeElement.id") == shown


@variant_of("test_what_is_typed_behind_an_order_stays_with_its_entry")
def test_what_is_typed_behind_the_emptying_of_an_entry_overwrites_no_other(
    clerk: Clerk, tmp_path: Path
) -> None:
    file = tmp_path / NAME
    clerk.until(clerk.is_saved)
    clerk.box("tasks[1].lead")
    late(clerk, change=1.5)
    clerk.run(TYPED, "tasks[0].text", "")
    clerk.until(lambda: len(read(file).data["tasks"]) == 2)
    clerk.run(TYPED, "tasks[1].lead", "Công an tỉnh")
    clerk.run(TYPED, "tasks[0].text", "Nhiệm vụ mới")
    late(clerk)
    clerk.until(clerk.is_saved)

    assert read(file).data["tasks"] == [
        {"text": "Nhiệm vụ hai", "lead": "Công an tỉnh"},
        {"text": "Nhiệm vụ ba"},
        {"text": "Nhiệm vụ mới"},
    ]
    assert clerk.box("tasks[2].text").get_attribute("value") == "Nhiệm vụ mới"


@pytest.mark.parametrize("order", some("×↓"))
def test_what_is_typed_during_the_undo_of_an_order_stays_with_its_entry(
    order: str, clerk: Clerk, tmp_path: Path
) -> None:
    file = tmp_path / NAME
    clerk.until(clerk.is_saved)
    before = read(file).data["tasks"]
    clerk.run(
        "[...document.querySelectorAll(\"[id='entry-tasks[0]'] button\")]"
        ".find((one) => one.textContent === arguments[0]).click()",
        order,
    )
    clerk.until(lambda: read(file).data["tasks"] != before)
    clerk.until(clerk.is_saved)
    at = clerk.box("tasks[0].lead")  # the second task stands first now
    assert at
    late(clerk, undo=1.2)
    clerk.run("document.getElementById('undo').requestSubmit()")
    clerk.until(lambda: read(file).data["tasks"] == before)
    clerk.run(TYPED, "tasks[0].lead", "Công an tỉnh")
    late(clerk)
    clerk.until(clerk.is_saved)

    first, second, third = before
    assert read(file).data["tasks"] == [first, {**second, "lead": "Công an tỉnh"}, third]
    shown = [clerk.box(f"tasks[{n}].{key}") for n in range(3) for key in ("text", "lead")]
    assert [box.get_attribute("value") for box in shown] == [
        *("Nhiệm vụ một", "", "Nhiệm vụ hai", "Công an tỉnh", "Nhiệm vụ ba", "")
    ]
    assert clerk.run("return document.activeElement.id") == "tasks[1].lead"


def test_an_entry_that_is_about_to_go_takes_no_more_text(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    clerk.until(clerk.is_saved)
    clerk.box("tasks[0].lead")
    late(clerk, change=1.2)
    clerk.run(
        "[...document.querySelectorAll(\"[id='entry-tasks[0]'] button\")]"
        ".find((one) => one.textContent === '×').click()"
    )
    clerk.run("document.getElementById('tasks[0].lead').focus()")
    clerk.press("Công an tỉnh")
    assert clerk.run("return document.getElementById('tasks[0].lead').value") == ""
    late(clerk)
    clerk.until(clerk.is_saved)

    assert [one["text"] for one in read(file).data["tasks"]] == ["Nhiệm vụ hai", "Nhiệm vụ ba"]
    clerk.give("tasks[0].lead", "Công an xã")
    clerk.save()
    assert read(file).data["tasks"][0]["lead"] == "Công an xã"


@variant_of("test_what_is_typed_during_the_undo_of_an_order_stays_with_its_entry")
def test_who_types_between_two_undos_is_asked_nothing(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    clerk.give("place", "C")
    clerk.save()
    late(clerk, undo=1)
    undo = "document.querySelector('#undo button').focus(); document.activeElement.click();"
    clerk.run(undo)
    clerk.run(TYPED, "place", "Cao")
    clerk.run(undo)  # takes back what was typed since
    clerk.run(TYPED, "number", "7")
    late(clerk)
    clerk.until(lambda: read(file).data.get("number") == 7)
    clerk.until(clerk.is_saved)

    assert clerk.driver.find_elements("css selector", ".choice") == []
    assert "place" not in read(file).data
    assert clerk.box("place").get_attribute("value") == ""
