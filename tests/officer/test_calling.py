"""Fields that call somebody by name: the full name of one person, or of one figure, is taken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cli.running import HOA_BINH

from briefing.findings.catalogues import catalogue
from briefing.reading import read

from .desk import Browser

NAME = HOA_BINH.name


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    shutil.copy(HOA_BINH, tmp_path)
    return Browser(tmp_path)


def test_a_full_name_is_taken_for_the_name_of_the_person(browser: Browser) -> None:
    told = browser.type(
        NAME,
        {"path": ["conference", "chair"], "text": " Đỗ Thanh Bình ", "was": "bui_van_khanh"},
        {"path": ["models", 1, "figure"], "text": "xã đăng ký xây dựng điển hình"},
    ).json()

    data = read(browser.folder / NAME).data
    assert data["conference"]["chair"] == "do_thanh_binh"
    assert data["models"][1]["figure"] == "xa_dang_ky"
    assert {"path": ["conference", "chair"], "now": "do_thanh_binh"} in told["shown"]


def test_words_stay_words_and_two_of_one_name_are_asked_about(browser: Browser) -> None:
    browser.type(NAME, {"path": ["people", "", "name"], "text": "Đỗ Thanh Bình", "name": "hai"})
    browser.type(
        NAME,
        {"path": ["conference", "attendees", 0], "text": "Nguyễn Thị Cẩm Phương"},
        {"path": ["conference", "chair"], "text": "Đỗ Thanh Bình"},
    )

    data = read(browser.folder / NAME).data["conference"]
    assert (data["attendees"][0], data["chair"]) == ("Nguyễn Thị Cẩm Phương", "Đỗ Thanh Bình")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_the_form_says_otherwise_is_said_of_rules(language: str) -> None:
    for part in ("remedies", "messages"):
        own = catalogue(language)["page"][part]

        rules = {name.removesuffix("/of-pack").removesuffix("/near") for name in own}
        assert rules <= catalogue(language)["finding"].keys()
        assert own.keys() == catalogue("vi")["page"][part].keys()
        for text in own.values():
            assert text.format(field="x", area="y", heading="z", key="k", near="n")
