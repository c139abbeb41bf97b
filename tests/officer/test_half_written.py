"""A file that another program is writing is not believed yet, and nothing of it is lost."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from briefing.reading import read

from .desk import BASE, Browser, values
from .light import light_report

HELD = 0.25
"""Seconds for which a slow writer leaves a file half written."""


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    browser = Browser(tmp_path)
    browser.form(light_report(tmp_path).name)
    return browser


def source(browser: Browser) -> Path:
    [file] = browser.folder.glob("*.yaml")
    return file


@contextmanager
def half_written(file: Path, text: str, first: int) -> Iterator[None]:
    """Write a file in place, as Notepad and nano do; the block runs when it is half there."""
    with file.open("w", encoding="utf-8") as writer:
        writer.write(text[:first])
        writer.flush()

        def ends() -> None:
            time.sleep(HELD)
            writer.write(text[first:])
            writer.flush()

        ending = Thread(target=ends)
        ending.start()
        yield
        ending.join()


def at(text: str, part: str) -> int:
    return text.index(f"\n{part}:") + 1


@pytest.mark.parametrize("part", ["", "awards", "people"])
def test_what_is_typed_goes_into_the_whole_file(part: str, browser: Browser) -> None:
    file = source(browser)
    before = file.read_text(encoding="utf-8")
    text = before.replace("date: 2023-12\n", "date: 2023-12\nnumber: 7\n")

    with half_written(file, text, at(text, part) if part else 0):
        answer = browser.type(file.name, {"path": ["place"], "text": "Cao Sơn", "was": ""})

    assert answer.status_code == 200
    assert read(file).data["place"] == "Cao Sơn"
    assert file.read_text(encoding="utf-8").replace("place: Cao Sơn\n", "") == text


@pytest.mark.parametrize("below", ["form", ""])
def test_half_a_file_is_not_shown(below: str, browser: Browser) -> None:
    file = source(browser)
    text = file.read_text(encoding="utf-8")
    changed = text.replace("date: 2023-12\n", "date: 2023-11\n")

    with half_written(file, changed, at(text, "awards")):
        shown = browser.page(file.name, below)

    form = repr(shown.json()["sections"]) if below else shown.text
    assert "entry-awards[1]" in form
    assert "11/2023" in form


@pytest.mark.parametrize("left", ["", "\n", "schema: 1\nkind: bao-cao-tong-ket\n"])
def test_what_an_editor_that_died_took_with_it_can_be_restored(left: str, browser: Browser) -> None:
    file = source(browser)
    browser.type(file.name, {"path": ["place"], "text": "Cao", "was": ""})
    browser.type(file.name, {"path": ["place"], "text": "Cao Sơn", "was": "Cao"})
    whole = file.read_text(encoding="utf-8")
    begun = whole[: whole.index("locality:")] if left.startswith("schema") else left
    file.write_text(begun, encoding="utf-8")

    answer = browser.type(file.name, {"path": ["number"], "text": "7", "was": "8"})

    assert answer.status_code in (409, 422)
    assert file.read_text(encoding="utf-8") == begun
    kept = browser.page(file.name, "versions").text
    stamps = [name.name for name in (browser.folder / ".briefing" / file.name).iterdir()]
    texts = {
        name: (browser.folder / ".briefing" / file.name / name).read_text("utf-8")
        for name in stamps
    }
    [stamp] = [name for name, text in texts.items() if text == whole]
    assert stamp in kept
    told = {"token": browser.office.token, "since": stamp}
    browser.client.post(f"{BASE}report/{file.name}/restore", data=told)
    assert file.read_text(encoding="utf-8") == whole
    assert values(browser.form(file.name))["place"] == "Cao Sơn"
