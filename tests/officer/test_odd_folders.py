"""The page with whatever lies in its folder: nothing there breaks it, or makes it slow or large."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from pathlib import Path

import pytest
from effort import effort
from exploring import ALL

from briefing.officer import opened, steps
from briefing.reading import MAX_BYTES
from officer.desk import BASE, Browser

HEAD = "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2023}\nsubject: an ninh\n"
NAME = "a.yaml"


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    folder = tmp_path / "bao-cao"
    folder.mkdir()
    (folder / NAME).write_text(HEAD, encoding="utf-8")
    return Browser(folder)


def home(browser: Browser) -> str:
    answer = browser.client.get(BASE)
    assert answer.status_code == 200
    return str(answer.text)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have only text for names")
def test_a_name_that_is_no_text_is_told_and_hides_no_other(browser: Browser) -> None:
    odd = browser.folder / os.fsdecode(b"\xff\xfe.yaml")
    odd.write_text(HEAD, encoding="utf-8")

    assert "không đúng mã UTF-8" in home(browser)
    assert NAME in home(browser)
    odd.unlink()
    assert "không đúng mã UTF-8" not in home(browser)


def test_a_folder_that_goes_and_comes_back(browser: Browser) -> None:
    away = browser.folder.with_name("cho-khac")
    browser.folder.rename(away)

    assert NAME not in home(browser)
    assert browser.page(NAME).status_code == 404
    fields = {"token": browser.office.token, "kind": "bao-cao-tong-ket", "year": "2026"}
    assert browser.client.post(f"{BASE}new", data=fields).status_code == 409
    away.rename(browser.folder)
    assert NAME in home(browser)
    assert browser.page(NAME).status_code == 200


def test_a_file_that_is_far_too_large_is_not_read_whole(browser: Browser) -> None:
    assert browser.page(NAME).status_code == 200
    with (browser.folder / NAME).open("ab") as file:
        file.truncate(8 * 2**30)

    for below in ("", "form", "state", "versions"):
        assert browser.page(NAME, below).status_code == 200
    for suffix in (".yaml", ".docx", ".xlsx"):
        assert browser.page(NAME, f"file{suffix}?draft").status_code == 422
    assert browser.type(NAME, {"path": ["subject"], "text": "x"}).status_code == 422


@pytest.mark.parametrize(
    "entries", [opened.MOST_FIELDS + 1, 61_000, *([50_000, 160_000] if ALL else [])]
)
def test_more_entries_than_a_form_can_show_are_told_at_once(browser: Browser, entries: int) -> None:
    text = f"{HEAD}tasks:\n" + "- a\n" * entries
    assert len(text) < MAX_BYTES
    (browser.folder / NAME).write_text(text, encoding="utf-8")

    with effort() as spent:
        page = browser.page(NAME)

    assert spent.yardsticks < 900
    assert page.status_code == 200
    assert len(page.text) < 1_000_000
    told = "hơn 60 000 giá trị" if entries > 60_000 else "không hiện thành biểu mẫu được"
    assert told in page.text


def test_what_can_be_taken_back_is_bounded_by_its_length_too(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "ONE_STEP", 0.0)
    (browser.folder / NAME).write_text(f"{HEAD}# {'dài ' * 200_000}\n", encoding="utf-8")
    for number in range(6):
        assert browser.type(NAME, {"path": ["subject"], "text": f"s{number}"}).status_code == 200

    [report] = browser.office._opened.values()
    assert sum(len(one.before) for one in report._undone[:-1]) <= steps.UNDONE_SIGNS
    undone = browser.client.post(f"{BASE}report/{NAME}/undo", headers=browser.headers)
    assert undone.json()["moved"] is True
    assert "subject: s4" in browser.text(NAME)


def test_files_that_are_brought_at_once_are_all_kept(browser: Browser) -> None:
    codes: list[int] = []

    def bring() -> None:
        files = {"file": ("cùng lúc.yaml", HEAD.encode())}
        data = {"token": browser.office.token}
        answer = browser.client.post(f"{BASE}bring", data=data, files=files, follow_redirects=False)
        codes.append(answer.status_code)

    together = [threading.Thread(target=bring) for _ in range(12)]
    for one in together:
        one.start()
    for one in together:
        one.join()

    assert codes == [303] * 12
    assert len(list(browser.folder.glob("cùng-lúc*.yaml"))) == 12


def test_a_report_that_goes_while_the_list_is_made_is_left_out(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = browser.office.desk
    sources = desk.sources()
    shutil.copy(browser.folder / NAME, browser.folder / "b.yaml")
    monkeypatch.setattr(desk, "sources", lambda: {**sources, "x.yaml": desk.folder / "x.yaml"})

    assert [one.name for one in desk.reports()] == [NAME]
