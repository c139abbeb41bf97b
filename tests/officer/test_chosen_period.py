"""The period of a new report: chosen on the first page, checked by the server."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from selenium.webdriver import Chrome

from briefing.reading import read

from .clerk import Clerk
from .desk import BASE, Browser
from .test_in_browser import office


@pytest.mark.parametrize(
    ("kind", "fields", "period"),
    [
        ("bao-cao-so-ket", {"period": "quarter", "part": "3"}, {"type": "quarter", "quarter": 3}),
        ("bao-cao-so-ket", {"period": "month", "part": "12"}, {"type": "month", "month": 12}),
        ("bao-cao-so-ket", {"period": "week", "part": "53"}, {"type": "week", "week": 53}),
        ("bao-cao-so-ket", {"period": "first_half"}, {"type": "first_half"}),
        (
            "bao-cao-giai-doan",
            {"period": "years", "part": "2022"},
            {"type": "years", "first_year": 2022},
        ),
        (
            "bao-cao-tong-ket",
            {"period": "campaign", "starts": "15/12/2025", "ends": "5/2/2026"},
            {"type": "campaign", "starts": "2025-12-15", "ends": "2026-02-05"},
        ),
    ],
)
def test_a_new_report_is_of_the_chosen_period(
    kind: str, fields: dict[str, str], period: dict[str, object], tmp_path: Path
) -> None:
    name = Browser(tmp_path).new(kind=kind, year="2026", **fields)

    assert read(tmp_path / name).data["period"] == {"year": 2026, **period}


CAMPAIGN = {"kind": "bao-cao-tong-ket", "period": "campaign"}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"period": "quarter", "part": "5"}, ("từ 1 đến 4", "from 1 to 4")),
        ({"period": "month", "part": ""}, ("từ 1 đến 12", "from 1 to 12")),
        ({"period": "week", "part": "53", "year": "2025"}, ("có trong năm ấy", "the year has")),
        ({"period": "week", "part": "x"}, ("từ 1 đến 53", "from 1 to 53")),
        ({"period": "first_half", "part": "2"}, ("không có số thứ tự", "has no number")),
        ({"period": "year"}, ("Chọn một trong: 6 tháng đầu năm, ", "Choose one of: First half")),
        ({"period": "la"}, ("Chọn một trong", "Choose one of")),
        ({"period": "first_half", "year": "1800"}, ("từ 1945 đến 2200", "from 1945 to 2200")),
        (
            {"kind": "bao-cao-giai-doan", "period": "years", "part": "2027"},
            ("không sau năm cuối", "may not be after the last"),
        ),
        (
            CAMPAIGN | {"starts": "15/12/2025", "ends": ""},
            ("Ghi ngày đầu", "the first and the last"),
        ),
        (
            CAMPAIGN | {"starts": "15/12/2025", "ends": "1/12/2025"},
            ("sau ngày đầu", "after the fir"),
        ),
        (CAMPAIGN | {"starts": "31/2/2026", "ends": "1/4/2026"}, ("15/12/2025", "15/12/2025")),
        (CAMPAIGN | {"starts": "1/1/2025", "ends": "1/2/2025"}, ("có trong đợt", "campaign lies")),
        (CAMPAIGN | {"part": "2"}, ("không có số thứ tự", "has no number")),
    ],
)
def test_a_period_that_is_none_is_told(
    fields: dict[str, str], told: tuple[str, str], language: str, tmp_path: Path
) -> None:
    browser = Browser(tmp_path, language)
    asked = {"token": browser.office.token, "kind": "bao-cao-so-ket", "year": "2026", **fields}
    answer = browser.client.post(f"{BASE}new", data=asked)

    assert answer.status_code == 422
    assert told[language == "en"] in answer.text
    assert list(tmp_path.iterdir()) == []


def test_the_report_of_the_month_after_is_carried_over(tmp_path: Path) -> None:
    browser = Browser(tmp_path)
    name = browser.new(kind="bao-cao-so-ket", year="2025", period="month", part="12")
    after = browser.new(kind="bao-cao-so-ket", year="2026", period="month", part="1", like=name)

    data = read(tmp_path / after).data
    assert data["period"] == {"year": 2026, "type": "month", "month": 1}
    assert data["previous_report"] == name
    assert "Kỳ báo cáo: tháng 12/2025 → tháng 01/2026" in browser.page(after).text


@pytest.mark.parametrize(
    ("asked", "stays"),
    [
        ({"kind": "bao-cao-tong-ket", "year": "2023"}, {"number", "date", "title", "before"}),
        ({"kind": "bao-cao-so-ket", "year": "2023", "period": "nine_months"}, set()),
        ({"kind": "bao-cao-tong-ket", "year": "2021"}, set()),
        ({"kind": "ke-hoach", "year": "2023"}, {"before"}),
    ],
)
def test_a_copy_leaves_what_is_true_of_one_document_only(
    asked: dict[str, str], stays: set[str], tmp_path: Path
) -> None:
    source = HOA_BINH.read_text(encoding="utf-8")
    named = f"{source}\nnumber: 12\nprevious_report: before.yaml\n"
    (tmp_path / HOA_BINH.name).write_text(named, encoding="utf-8")
    before = source.replace("{year: 2023}", "{year: 2022}")
    (tmp_path / "before.yaml").write_text(before, encoding="utf-8")

    data = read(tmp_path / Browser(tmp_path).new(like=HOA_BINH.name, **asked)).data

    kept = {key for key in ("number", "date", "title") if key in data}
    assert kept | ({"before"} if "previous_report" in data else set()) == stays
    assert data["figures"].keys() == read(HOA_BINH).data["figures"].keys()


def test_what_was_carried_over_stands_on_the_page(tmp_path: Path) -> None:
    (tmp_path / HOA_BINH.name).write_bytes(HOA_BINH.read_bytes())
    browser = Browser(tmp_path)
    name = browser.new(like=HOA_BINH.name, year="2024")
    text = browser.text(name).splitlines()
    lines = [one.removeprefix("# ") for one in takewhile(lambda one: one.startswith("# "), text)]

    shown = [one.text for one in browser.form(name).findall(".//*[@id='carried']//li")]
    assert len(shown) > 3
    assert shown == lines
    assert browser.form(HOA_BINH.name).find(".//*[@id='carried']") is None


def test_a_person_is_offered_the_periods_of_the_kind(chromium: Chrome, tmp_path: Path) -> None:
    with office(tmp_path) as address:
        clerk = Clerk(chromium, address)
        clerk.open()
        assert not clerk.find("#part").is_displayed()
        clerk.choose(clerk.find("#kind"), "bao-cao-so-ket")
        offered = clerk.run(
            "return [...document.querySelectorAll('#period :enabled')].map((one) => one.value)"
        )
        clerk.choose(clerk.find("#period"), "week")
        clerk.give("part", "12")
        clerk.give("year", "2026")
        clerk.click(clerk.find("form[action='new'] button"))
        clerk.until(clerk.is_saved)
        chromium.get("about:blank")

    assert offered == ["first_half", "nine_months", "quarter", "month", "week"]
    data = read(tmp_path / "bao-cao-so-ket-2026.yaml").data
    assert data["period"] == {"year": 2026, "type": "week", "week": 12}


def test_a_person_writes_the_days_of_a_campaign(chromium: Chrome, tmp_path: Path) -> None:
    with office(tmp_path) as address:
        clerk = Clerk(chromium, address)
        clerk.open()
        clerk.choose(clerk.find("#kind"), "bao-cao-tong-ket")
        assert not clerk.find("#starts").is_displayed()
        clerk.choose(clerk.find("#period"), "campaign")
        assert not clerk.find("#part").is_displayed()
        clerk.give("starts", "15/12/2025")
        clerk.give("ends", "05/02/2026")
        clerk.give("year", "2026")
        clerk.click(clerk.find("form[action='new'] button"))
        clerk.until(clerk.is_saved)
        chromium.get("about:blank")

    data = read(tmp_path / "bao-cao-tong-ket-2026.yaml").data
    days = {"starts": "2025-12-15", "ends": "2026-02-05"}
    assert {key: str(said) for key, said in data["period"].items()} == {
        "year": "2026",
        "type": "campaign",
        **days,
    }
