"""A new user with an empty folder: typing and pasting alone give the whole report."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from exploring import places
from selenium.webdriver import Chrome

import briefing
from briefing.reading import read

from .clerk import Clerk, usual_screen
from .filling import Filling
from .light import light_report
from .test_in_browser import office


def short_report(folder: Path) -> Path:
    """Lay a report with two figures into a folder, without its conference."""
    file = light_report(folder)
    parts = re.split(r"(?m)^(?=(?:conference|awards|inferred):$)", file.read_text(encoding="utf-8"))
    before, _, awards_and_people, _ = parts
    file.write_text(before + awards_and_people, encoding="utf-8")
    return file


def whole_report(_: Path) -> Path:
    return HOA_BINH


@pytest.mark.parametrize("made", places([short_report, whole_report]))
def test_the_word_file_of_a_report_that_was_typed_is_that_of_the_input(
    made: Callable[[Path], Path], chromium: Chrome, tmp_path: Path
) -> None:
    source = made(tmp_path)
    folder, taken, data = tmp_path / "bao-cao", tmp_path / "tai-ve", read(source).data
    folder.mkdir()
    taken.mkdir()
    chromium.get_log("browser")

    with office(folder) as address, usual_screen(chromium):
        clerk = Clerk(chromium, address)
        clerk.open()
        filling = Filling(clerk)
        filling.begin(data)
        filling.fill(data)
        word = clerk.download("a[href='file.docx']", taken)
        chromium.get("about:blank")

    assert word == briefing.build(briefing.load(source))
    assert chromium.get_log("browser") == []
