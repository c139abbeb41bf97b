"""An entry that is gone, a table that the file only names: the page answers all the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cli.running import HOA_BINH

from briefing.reading import read

from .desk import BASE, Browser

NAME = HOA_BINH.name
EMPTY = "schema: 1\nkind: bao-cao-tong-ket\nperiod:\n  year: 2026\n"


def test_an_entry_that_was_renamed_elsewhere_is_a_clash(tmp_path: Path) -> None:
    shutil.copy(HOA_BINH, tmp_path)
    browser = Browser(tmp_path)
    first = browser.type(NAME, {"path": ["figures", "kham_pha"], "to": "da_kham_pha"})
    second = browser.type(NAME, {"path": ["figures", "kham_pha"], "to": "vu_kham_pha"})

    assert (first.status_code, second.status_code) == (200, 409)
    assert {"da_kham_pha"} == {"da_kham_pha", "vu_kham_pha"} & set(
        read(tmp_path / NAME).data["figures"]
    )


@pytest.mark.parametrize("to", [None, "da_kham_pha"], ids=["taken-away", "renamed"])
def test_an_empty_box_of_an_entry_that_is_gone_makes_it_not_anew(
    to: str | None, tmp_path: Path
) -> None:
    shutil.copy(HOA_BINH, tmp_path)
    browser = Browser(tmp_path)
    assert browser.type(NAME, {"path": ["figures", "kham_pha"], "to": to}).status_code == 200
    before = browser.text(NAME)
    change = {"path": ["figures", "kham_pha", "zero"], "text": "không có", "was": "", "old": True}

    answer = browser.type(NAME, change)

    assert answer.status_code == 409
    assert [one["path"] for one in answer.json()["clashes"]] == [change["path"]]
    assert browser.text(NAME) == before


def test_an_empty_box_of_the_last_of_a_list_that_is_gone_makes_no_new_one(tmp_path: Path) -> None:
    shutil.copy(HOA_BINH, tmp_path)
    browser = Browser(tmp_path)
    last = len(read(tmp_path / NAME).data["awards"]) - 1
    browser.type(NAME, {"path": ["awards", last]})
    change = {"path": ["awards", last, "presented_by"], "text": "bui_van_khanh", "was": ""}

    assert browser.type(NAME, {**change, "old": True}).status_code == 409
    assert len(read(tmp_path / NAME).data["awards"]) == last
    # What stood as a new entry becomes one.
    assert browser.type(NAME, {**change, "old": False}).status_code == 200
    assert len(read(tmp_path / NAME).data["awards"]) == last + 1


def test_a_page_without_script_makes_no_entry_anew_either(tmp_path: Path) -> None:
    shutil.copy(HOA_BINH, tmp_path)
    browser = Browser(tmp_path)
    browser.type(NAME, {"path": ["figures", "kham_pha"]})
    key = '["figures", "kham_pha", "zero"]'
    sent = {"token": browser.office.token, key: "không có", f"was:{key}": ""}

    answer = browser.client.post(f"{BASE}report/{NAME}/change", data=sent, follow_redirects=False)

    assert answer.status_code == 409
    assert "kham_pha" not in read(tmp_path / NAME).data["figures"]


@pytest.mark.parametrize("held", ["", " {}", " null"])
@pytest.mark.parametrize(
    ("table", "key", "step"),
    [("figures", "label", ""), ("figures", "label", "+1"), ("people", "name", "")],
)
def test_what_is_typed_into_a_table_without_entries_is_kept(
    held: str, table: str, key: str, step: str, tmp_path: Path
) -> None:
    source = tmp_path / "bao-cao.yaml"
    source.write_text(f"{EMPTY}{table}:{held}\n", encoding="utf-8")
    browser = Browser(tmp_path)

    answer = browser.type(source.name, {"path": [table, step, key], "text": "Tổ liên gia"})

    assert answer.status_code == 200
    assert read(source).data[table] == {"to_lien_gia": {key: "Tổ liên gia"}}


def test_what_keeps_a_file_back_is_told_also_where_it_was_just_typed(tmp_path: Path) -> None:
    shutil.copy(HOA_BINH, tmp_path)
    browser = Browser(tmp_path)
    have = browser.page(NAME, "state?have=0").json()["sheets"]["number"]
    change = {"path": ["figures", "kham_pha", "out_of"], "text": "900", "was": "778"}
    address = f"{BASE}report/{NAME}/change?have={have}"
    state = browser.client.post(address, json=[change], headers=browser.headers).json()["state"]
    assert not state["checked"]

    refused = browser.page(NAME, "file.docx")
    assert refused.status_code == 422
    told = browser.state(NAME)["findings"]
    [error] = [one["message"] for one in told if one["severity"] == "error"]
    assert error in refused.text.replace("&#34;", '"')


FIRST, SECOND, THIRD = (
    {"to": f"Công an xã {name}"} for name in ("Bình Thanh", "Thung Nai", "Tây Phong")
)
GIVEN = {"form": "Giấy khen"}


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        # One box of an entry is emptied and another filled, or of several entries, at once.
        ([(0, "to", ""), (0, "form", "Giấy khen")], [GIVEN, SECOND, THIRD]),
        ([(0, "to", ""), (2, "form", "Giấy khen")], [SECOND, THIRD | GIVEN]),
        ([(0, "to", ""), (1, "to", "")], [THIRD]),
        ([(2, "to", ""), (0, "to", ""), (1, "form", "Giấy khen")], [SECOND | GIVEN]),
        ([(1, "to", " "), (3, "form", "Giấy khen")], [FIRST, THIRD, GIVEN]),
        ([(n, "to", "") for n in range(3)], None),
    ],
)
@pytest.mark.parametrize("also", [0, 50], ids=["one-by-one", "all-at-once"])
def test_what_is_typed_at_once_goes_into_the_entry_it_was_typed_into(
    typed: list[tuple[int, str, str]], left: list[dict[str, str]] | None, also: int, tmp_path: Path
) -> None:
    source = tmp_path / "bao-cao.yaml"
    held = "".join(f"- to: {one['to']}\n" for one in (FIRST, SECOND, THIRD))
    source.write_text(f"{EMPTY}awards:\n{held}", encoding="utf-8")
    changes = [{"path": ["awards", n, key], "text": text, "old": n < 3} for n, key, text in typed]
    others = [{"path": ["abbreviations", f"T{n}"], "text": f"Tổ {n}"} for n in range(also)]

    answer = Browser(tmp_path).type(source.name, *changes, *others)

    assert answer.status_code == 200
    assert read(source).data.get("awards") == left
