"""Names follow the date of the document: provinces that merged, names that changed.

Nghị quyết 202/2025/QH15: 34 provinces and cities since 01/7/2025, out of 63.
"""

from __future__ import annotations

from datetime import date

import pytest

from briefing import check, load
from briefing.localities import load_locality, provinces
from localities.made import CAO_SON, write_input, write_pack

MERGED_ON = "2025-07-01"

# Statistics office codes of the 34 (Quyết định 19/2025/QĐ-TTg).
CODES = [
    "01",
    "04",
    "08",
    "11",
    "12",
    "14",
    "15",
    "19",
    "20",
    "22",
    "24",
    "25",
    "31",
    "33",
    "37",
    "38",
    "40",
    "42",
    "44",
    "46",
    "48",
    "51",
    "52",
    "56",
    "66",
    "68",
    "75",
    "79",
    "80",
    "82",
    "86",
    "91",
    "92",
    "96",
]


def test_there_are_thirty_four_provinces_with_their_codes() -> None:
    standing = [entry for entry in provinces().values() if "until" not in entry]

    assert sorted(entry["code"] for entry in standing) == CODES
    assert sum(entry["name"].casefold().startswith("thành phố") for entry in standing) == 7


def test_sixty_three_became_thirty_four() -> None:
    ended = {name: entry["into"] for name, entry in provinces().items() if "until" in entry}
    absorbed = {
        other: name for name, entry in provinces().items() for other in entry.get("absorbed", ())
    }

    assert (len(ended), len(provinces())) == (29, 63)
    assert ended == absorbed
    assert {entry["until"].isoformat() for entry in provinces().values() if "until" in entry} == {
        MERGED_ON
    }


@pytest.mark.parametrize("name", sorted(provinces()))
@pytest.mark.parametrize("day", ["2025-01-20", "2025-12-20"])
def test_every_province_can_be_named_without_a_pack(name: str, day: str) -> None:
    report = load(write_input(name, date=day))

    entry = provinces()[name]
    now = provinces()[entry["into"]] if "into" in entry and day > MERGED_ON else entry
    before = (day < "2026-04-30" and name == "dong-nai") or now["name"].endswith("Đồng Nai")
    expected = "tỉnh Đồng Nai" if before else now["name"]
    assert report.issuer.name == f"Ủy ban nhân dân {expected}"
    assert report.place == now["place"]
    assert report.issuer.level == "province"


def test_a_merged_province_keeps_its_name_in_documents_of_before() -> None:
    before = load(write_input("hoa-binh", date="2025-06-30"))
    after = load(write_input("hoa-binh", date=MERGED_ON))

    assert (before.issuer.unit_name, before.place) == ("tỉnh Hòa Bình", "Hòa Bình")
    assert (after.issuer.unit_name, after.place) == ("tỉnh Phú Thọ", "Phú Thọ")


def test_the_old_name_in_a_later_document_is_told() -> None:
    found = {f.rule: f for f in check(load(write_input("hoa-binh", date=MERGED_ON)))}

    told = found["locality/ended"]
    assert (told.severity.name, str(told.origin)) == ("WARNING", "năm.yaml:3:1")
    assert "“phu-tho”" in told.message()
    assert "tỉnh Phú Thọ" in told.message()
    earlier = check(load(write_input("hoa-binh", date="2025-06-30")))
    assert "locality/ended" not in {f.rule for f in earlier}


def test_a_commune_passes_to_the_new_province_with_its_pack_unchanged() -> None:
    write_pack("cao-son")
    before, after = (load(write_input("cao-son", date=d)) for d in ("2025-06-30", MERGED_ON))

    assert (before.issuer.under, after.issuer.under) == ("tỉnh Hòa Bình", "tỉnh Phú Thọ")
    assert after.recipients == before.recipients
    assert "locality/ended" not in {f.rule for f in check(after)}


@pytest.mark.parametrize(
    ("day", "name"), [("2026-04-29", "tỉnh Đồng Nai"), ("2026-04-30", "thành phố Đồng Nai")]
)
def test_a_province_that_became_a_city_is_called_so_from_that_day(day: str, name: str) -> None:
    assert load_locality("dong-nai", day=date.fromisoformat(day)).view.data["name"] == name


def test_a_pack_tells_what_was_otherwise_before_a_day() -> None:
    own = (
        "[[before]]\ndate = 2025-07-01\nname = 'xã Toàn Sơn'\nplace = 'Toàn Sơn'\n"
        "[[before]]\ndate = 2020-01-01\nplace = 'Đà Bắc'\n"
    )
    write_pack("cao-son", CAO_SON + own)

    told = {
        day: (load(write_input("cao-son", date=day)).issuer.unit_name, load("năm.yaml").place)
        for day in ("2019-12-20", "2024-12-20", "2025-12-20")
    }
    assert told == {
        "2019-12-20": ("xã Toàn Sơn", "Đà Bắc"),
        "2024-12-20": ("xã Toàn Sơn", "Toàn Sơn"),
        "2025-12-20": ("xã Cao Sơn", "Cao Sơn"),
    }


def test_without_a_date_the_end_of_the_period_decides() -> None:
    file = write_input("hoa-binh")
    text = file.read_text(encoding="utf-8").replace("date: 2024-12-20\n", "")

    for year, name in (("2024", "tỉnh Hòa Bình"), ("2025", "tỉnh Phú Thọ")):
        file.write_text(text.replace("year: 2024", f"year: {year}"), encoding="utf-8")
        assert load(file).issuer.unit_name == name
