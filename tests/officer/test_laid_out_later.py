"""Groups of fields that are sent once, and laid out where somebody looks at them or is led to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cli.running import HOA_BINH
from exploring import places, variant_of
from lxml import html
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from briefing.reading import read

from .clerk import Clerk, clerk_watched_at
from .desk import BASE, Browser, shown_of, values
from .light import light_report
from .test_in_browser import office

NAME = HOA_BINH.name
FIGURE, FURTHER = "figures.to_lien_gia", "figures.to_lien_gia.source"
NESTED = """sections:
- title: Kết quả
  sections:
  - title: Kinh tế
    sections:
    - title: Nông nghiệp
"""
PAGE = """
const found = [];
const walk = (part, depth) => {
  for (const one of part.childNodes) {
    if (one.nodeType === Node.TEXT_NODE && one.data.trim()) found.push([depth, one.data.trim()]);
    if (one.nodeType !== Node.ELEMENT_NODE || one.tagName === "OUTPUT") continue;
    const own = ["open", "data-empty", "data-at", "data-made", "data-sent", "aria-invalid"];
    const told = [...one.attributes].filter(({ name }) => !own.includes(name));
    found.push([depth, one.tagName, told.map(({ name, value }) => `${name}=${value}`).sort(),
                one.tagName === "SELECT" ? one.value : ""]);
    if (!one.classList.contains("told")) walk(one, depth + 1);
  }
};
walk(document.getElementById("parts"), 0);
return found;
"""
"""Tells all of a form but what scripts and findings put there later."""


def whole_report(folder: Path) -> Path:
    (folder / NAME).write_bytes(HOA_BINH.read_bytes())
    return folder / NAME


@pytest.fixture
def clerk(chromium: Chrome, tmp_path: Path) -> Iterator[Clerk]:
    with clerk_watched_at(chromium, tmp_path) as found:
        yield found


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    light_report(tmp_path)
    return Browser(tmp_path)


def open_all(clerk: Clerk) -> None:
    """Open every closed group, also those inside others."""
    while clerk.run(
        "const shut = [...document.querySelectorAll('#parts details:not([open]) > summary')];"
        "shut.forEach((one) => one.click()); return shut.length"
    ):
        pass


@pytest.mark.parametrize("made", places([light_report, whole_report]))
def test_an_opened_form_is_that_of_a_page_without_scripts(
    made: Callable[[Path], Path], chromium: Chrome, tmp_path: Path
) -> None:
    file = made(tmp_path)
    file.write_text(file.read_text(encoding="utf-8") + NESTED, encoding="utf-8")
    with office(tmp_path) as address:
        clerk, told = Clerk(chromium, address), []
        for query in ("", "?scriptless"):
            chromium.get(f"{address}report/{NAME}/{query}")
            clerk.until(clerk.is_saved)
            open_all(clerk)
            told.append(clerk.run(PAGE))
        chromium.get("about:blank")

    laid_out, sent = told
    assert laid_out == sent
    assert len(sent) > 1000


def test_a_page_without_scripts_is_led_to_all_fields_and_saves_them(
    chromium: Chrome, tmp_path: Path
) -> None:
    file = light_report(tmp_path)
    with office(tmp_path) as address:
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        try:
            chromium.get(f"{address}report/{NAME}/")
            clerk = Clerk(chromium, address)
            clerk.until(lambda: chromium.current_url.endswith("?scriptless"))
            box = clerk.find("#number")
            box.send_keys("7", Keys.ENTER)
            clerk.until(lambda: read(file).data.get("number") == 7)
        finally:
            chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
            chromium.get("about:blank")


def test_what_is_sent_without_a_script_saves_a_field_of_a_closed_group(browser: Browser) -> None:
    page = browser.page(NAME, "?scriptless").content
    [form] = html.fromstring(page).xpath(f"//form[.//*[@id='{FURTHER}']]")
    key = json.dumps(FURTHER.split("."))
    sent = {**dict(form.form_values()), key: "Biểu 3"}

    saved = browser.client.post(f"{BASE}report/{NAME}/change", data=sent, follow_redirects=False)

    assert saved.status_code == 303
    figures = read(browser.folder / NAME).data["figures"]
    assert figures["to_lien_gia"]["source"] == "Biểu 3"
    assert "source" not in figures["kham_pha"]


def test_a_group_that_nobody_filled_in_is_sent_once(browser: Browser) -> None:
    page = browser.page(NAME).text

    assert FURTHER not in values(shown_of(page))
    assert page.count(f'="field-{FURTHER}"') == 0
    assert page.count('.source"') < page.count('.value"')
    browser.type(NAME, {"path": FURTHER.split("."), "text": "Biểu 3"})
    assert values(browser.form(NAME))[FURTHER] == "Biểu 3"


def test_who_has_the_empty_groups_is_not_sent_them_again(browser: Browser) -> None:
    def told(has: str) -> dict[str, Any]:
        return dict(browser.page(NAME, f"form?has={has}").json())

    first = told("")
    again = told(first["empty"]["digest"])
    browser.type(NAME, {"path": ["locality"], "text": "nghe-an"})
    browser.type(NAME, {"path": ["results", 0, "area"], "text": "khong_co_trong_danh_sach"})
    after = told(first["empty"]["digest"])

    assert "empty" not in again
    assert again["sections"] == first["sections"]
    assert "khong_co_trong_danh_sach" in after["empty"]["html"]


def test_the_keys_open_a_group_and_go_on_into_it(clerk: Clerk, tmp_path: Path) -> None:
    clerk.run("document.querySelector(`[id='entry-${arguments[0]}'] summary`).focus()", FIGURE)
    clerk.press(Keys.ENTER)
    clerk.press(Keys.TAB)
    first = clerk.run("return document.activeElement.id")
    clerk.press("5")
    clerk.save()

    assert first.startswith(f"{FIGURE}.")
    assert read(tmp_path / NAME).data["figures"]["to_lien_gia"][first.split(".")[-1]] == 5


def test_what_is_found_about_an_empty_field_leads_to_it(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    text = file.read_text(encoding="utf-8")
    fact = f"{FIGURE}.accepted"
    mark = f"inferred:\n  - fact: {fact}\n    basis: Nguồn không nêu\n"
    assert "inferred:\n" in text
    file.write_text(text.replace("inferred:\n", mark), encoding="utf-8")

    def led() -> bool:
        link = clerk.run(
            "return [...document.querySelectorAll('#findings a')]"
            ".find((one) => one.textContent.includes('Nguồn không nêu'))"
        )
        if link is None:
            return False
        for summary in link.find_elements(By.XPATH, "./ancestor::details[not(@open)]/summary"):
            clerk.click(summary)
        clerk.click(link)
        return True

    clerk.until(led)
    assert clerk.run("return document.activeElement.id").startswith(fact)
    assert "Nguồn không nêu" in clerk.says(f"told-{fact}")
    assert clerk.driver.switch_to.active_element.is_displayed()


def test_an_opened_group_stays_when_the_form_is_shown_anew(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    clerk.click(clerk.box(FURTHER))
    clerk.press("Biểu")
    file.write_text(f"{file.read_text(encoding='utf-8')}\nplace: Lâm Thao\n", encoding="utf-8")
    clerk.until(lambda: clerk.box("place").get_attribute("value") == "Lâm Thao")
    clerk.press(" 3")
    clerk.save()
    assert read(file).data["figures"]["to_lien_gia"]["source"] == "Biểu 3"

    box = clerk.box(FURTHER)
    clerk.press(Keys.CONTROL + "a" + Keys.NULL, Keys.BACKSPACE)
    clerk.save()
    text = file.read_text(encoding="utf-8").replace("Lâm Thao", "Cao Sơn")
    file.write_text(text, encoding="utf-8")
    clerk.until(lambda: clerk.box("place").get_attribute("value") == "Cao Sơn")
    # The file says nothing of the group any longer; whoever looks at it goes on.
    assert box.is_displayed()
    clerk.press("Biểu 4")
    clerk.save()
    assert read(file).data["figures"]["to_lien_gia"]["source"] == "Biểu 4"


@variant_of("test_an_opened_group_stays_when_the_form_is_shown_anew")
def test_an_opened_group_goes_along_with_its_entry(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    tasks = "tasks:\n  - text: Một\n  - text: Hai\n  - text: Ba\n"
    file.write_text(file.read_text(encoding="utf-8") + tasks, encoding="utf-8")
    clerk.driver.refresh()
    clerk.until(clerk.is_saved)
    clerk.box("tasks[1].group")
    before = clerk.run("return document.querySelectorAll('#parts details[open]').length")
    clerk.click(clerk.find("[id='entry-tasks[1]'] button"))
    clerk.until(lambda: [one["text"] for one in read(file).data["tasks"]] == ["Hai", "Một", "Ba"])
    clerk.until(clerk.is_saved)

    assert clerk.find("[id='tasks[0].group']").is_displayed()
    assert clerk.run("return document.querySelectorAll('#parts details[open]').length") == before
    clerk.give("tasks[1].group", "Xây dựng lực lượng")
    clerk.save()
    assert read(file).data["tasks"][1]["group"] == "Xây dựng lực lượng"


@variant_of("test_an_opened_group_stays_when_the_form_is_shown_anew")
def test_a_group_opened_while_its_entry_gets_a_name_is_that_of_the_entry(
    clerk: Clerk, tmp_path: Path
) -> None:
    file = tmp_path / NAME
    clerk.run(
        "const usual = window.fetch;"
        "window.fetch = async (address, told) => {"
        "  if (String(address).startsWith('form')) await new Promise((go) => (window.go = go));"
        "  return usual(address, told);"
        "};"
    )
    clerk.give("figures..label", "số mới")
    clerk.until(lambda: len(read(file).data["figures"]) == 3)
    clerk.until(lambda: clerk.run("return window.go !== undefined"))
    # Its form is on its way; the entry that was the new one is opened meanwhile.
    details = clerk.find("[id='entry-figures.'] details")
    clerk.click(details.find_element(By.TAG_NAME, "summary"))
    box = details.find_element(By.CSS_SELECTOR, "input[id$='.source']")
    clerk.click(box)
    clerk.press("Biểu 3")
    clerk.run("const go = window.go; window.go = undefined; go()")
    clerk.until(lambda: read(file).data["figures"].get("so_moi", {}).get("source") == "Biểu 3")

    assert len(read(file).data["figures"]) == 3
