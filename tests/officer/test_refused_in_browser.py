"""What cannot be written now is not forgotten, and the page says why in words of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from exploring import variant_of
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from briefing.reading import read

from .clerk import Clerk, clerk_at
from .light import light_report
from .serving import served

NAME = HOA_BINH.name
FIRST, SECOND = "place", "strengths[0]"


@pytest.fixture
def clerk(chromium: Chrome, tmp_path: Path) -> Iterator[Clerk]:
    with clerk_at(chromium, tmp_path) as found:
        yield found


def broken(file: Path) -> str:
    """Make a file one that cannot be read, as an editor outside does; return what it said."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("kind: ", "kind: [", 1), encoding="utf-8")
    return text


def end_typed(clerk: Clerk, field: str, text: str) -> None:
    clerk.into(field)
    clerk.press(Keys.CONTROL + Keys.END + Keys.NULL, text)


def test_what_was_refused_is_written_when_it_can_be(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    before = broken(file)

    end_typed(clerk, FIRST, "Cao Sơn")
    clerk.until(lambda: "dòng" in clerk.says("reasons"))
    end_typed(clerk, SECOND, " và ổn định")
    clerk.until(lambda: clerk.says("saved") == "Chưa lưu được.")
    assert "[yaml/" not in clerk.says("reasons")
    file.write_text(before, encoding="utf-8")
    clerk.until(clerk.is_saved)

    data = read(file).data
    assert data["place"] == "Cao Sơn"
    assert data["strengths"][0].endswith(" và ổn định")
    assert clerk.says("reasons") == ""
    assert clerk.box(FIRST).get_attribute("value") == "Cao Sơn"


@variant_of("test_what_was_refused_is_written_when_it_can_be")
def test_the_form_stays_while_the_file_cannot_be_read(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    clerk.click(clerk.box(FIRST))
    before = broken(file)
    clerk.until(lambda: clerk.run("return document.body.classList.contains('out-of-date')"))

    clerk.press("Cao Sơn")
    clerk.until(lambda: clerk.says("saved") == "Chưa lưu được.")
    file.write_text(before, encoding="utf-8")
    clerk.until(clerk.is_saved)

    assert read(file).data["place"] == "Cao Sơn"


@variant_of("test_what_was_refused_is_written_when_it_can_be")
def test_a_file_that_went_away_is_told_as_that(clerk: Clerk, tmp_path: Path) -> None:
    file, elsewhere = tmp_path / NAME, tmp_path.parent / f"{tmp_path.name}-{NAME}"
    file.rename(elsewhere)
    end_typed(clerk, FIRST, "Cao Sơn")
    clerk.until(lambda: "không còn trong thư mục" in clerk.says("saved"))

    elsewhere.rename(file)
    clerk.until(clerk.is_saved)

    assert read(file).data["place"] == "Cao Sơn"


def test_a_page_of_an_earlier_run_says_so(chromium: Chrome, tmp_path: Path) -> None:
    light_report(tmp_path)
    with served(tmp_path) as first:
        chromium.get(f"{first.address}report/{NAME}/")
        clerk = Clerk(chromium, first.address)
        clerk.click(clerk.box(FIRST))
        port = int(first.host.partition(":")[2])
    with served(tmp_path, port=port):
        clerk.press("Cao Sơn")
        clerk.until(lambda: "đã được mở lại" in clerk.says("saved"))
        assert clerk.box(FIRST).get_attribute("value") == "Cao Sơn"


def test_a_name_that_is_taken_is_told(clerk: Clerk) -> None:
    name = "name-figures.kham_pha"
    clerk.click(clerk.box(name))
    clerk.press(Keys.CONTROL + "a" + Keys.NULL, "to_lien_gia", Keys.TAB)

    clerk.until(lambda: "đã dùng cho mục khác" in clerk.says("saved"))
    assert clerk.box(name).get_attribute("value") == "kham_pha"


def test_whoever_comes_back_sees_the_file(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    end_typed(clerk, SECOND, " và ổn định")
    clerk.save()
    clerk.click(clerk.find("a[href='versions']"))
    clerk.find("button")
    text = file.read_text(encoding="utf-8").replace(" và ổn định", " và bền vững")
    file.write_text(text, encoding="utf-8")

    clerk.driver.back()
    value = clerk.until(lambda: clerk.box(SECOND).get_attribute("value"))
    end_typed(clerk, SECOND, ", toàn diện")
    clerk.save()

    assert value.endswith(" và bền vững")
    assert read(file).data["strengths"][0].endswith(" và bền vững, toàn diện")
