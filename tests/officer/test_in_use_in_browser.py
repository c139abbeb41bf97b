"""The field that somebody is in stays that field, or is told to be gone: no key goes elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli.running import HOA_BINH
from exploring import some, variant_of
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from briefing.reading import read

from .clerk import Clerk
from .serving import served

NAME = HOA_BINH.name
HEAD = "schema: 1\nkind: bao-cao-tong-ket\nperiod:\n  year: 2026\n"
TASKS = {name: f"  - text: Nhiệm vụ {name}\n" for name in ("một", "hai", "ba", "mới")}
FIGURES = (
    "figures:\n  so_vu:\n    label: số vụ\n    value: 7\n  to_an_ninh:\n    label: tổ an ninh\n"
)


def text_of(*tasks: str, also: str = "") -> str:
    entries = "".join(TASKS[name] for name in tasks)
    return f"{HEAD}{FIGURES}{also}tasks:\n{entries}"


@pytest.fixture
def clerk(chromium: Chrome, tmp_path: Path) -> Iterator[Clerk]:
    (tmp_path / NAME).write_text(text_of("một", "hai", "ba"), encoding="utf-8")
    with served(tmp_path) as page:
        chromium.get(f"{page.address}report/{NAME}/")
        clerk = Clerk(chromium, page.address)
        clerk.until(clerk.is_saved)
        yield clerk
        chromium.get("about:blank")


def tasks(folder: Path) -> list[dict[str, Any]]:
    return list(read(folder / NAME).data.get("tasks", []))


def enter(clerk: Clerk, field: str) -> None:
    """Stand in a field, and type nothing yet."""
    clerk.box(field)
    clerk.run("document.getElementById(arguments[0]).focus()", field)


def focused(clerk: Clerk) -> str:
    return str(clerk.run("return document.activeElement.id"))


def kept(clerk: Clerk) -> list[str]:
    """Return the texts that the page keeps because their fields are gone."""
    texts = "return [...document.querySelectorAll('#lost-texts textarea')].map((one) => one.value)"
    return list(clerk.run(texts))


OTHERS = {"before": (("mới", "một", "hai", "ba"), 2), "away": (("hai", "ba"), 0)}


@pytest.mark.parametrize("others", some(OTHERS))
def test_a_field_in_use_goes_along_with_its_entry(
    others: str, clerk: Clerk, tmp_path: Path
) -> None:
    names, at = OTHERS[others]
    enter(clerk, "tasks[1].lead")
    clerk.run("document.activeElement.mark = 'this'")
    (tmp_path / NAME).write_text(text_of(*names), encoding="utf-8")
    clerk.until(lambda: focused(clerk) == f"tasks[{at}].lead")
    clerk.press("Công an xã")
    clerk.until(clerk.is_saved)

    assert clerk.run("return document.activeElement.mark") == "this"
    leads = [one.get("lead") for one in tasks(tmp_path)]
    assert leads == ["Công an xã" if n == at else None for n in range(len(names))]
    assert kept(clerk) == []


@variant_of("test_a_field_in_use_goes_along_with_its_entry")
def test_what_is_typed_before_the_page_knows_of_it_goes_into_its_entry(
    clerk: Clerk, tmp_path: Path
) -> None:
    enter(clerk, "tasks[1].lead")
    (tmp_path / NAME).write_text(text_of("mới", "một", "hai", "ba"), encoding="utf-8")
    clerk.press("Công an xã")  # the watch has told nothing yet
    clerk.until(lambda: "lead" in tasks(tmp_path)[2])
    clerk.until(lambda: focused(clerk) == "tasks[2].lead")
    clerk.press(" Cao Sơn")
    clerk.save()

    leads = [one.get("lead") for one in tasks(tmp_path)]
    assert leads == [None, None, "Công an xã Cao Sơn", None]


def test_who_is_in_an_entry_that_somebody_else_takes_away_loses_no_key(
    clerk: Clerk, tmp_path: Path
) -> None:
    enter(clerk, "tasks[1].text")
    clerk.press(Keys.END)
    (tmp_path / NAME).write_text(text_of("một", "ba"), encoding="utf-8")
    clerk.until(lambda: clerk.says("saved").startswith("Có phần gõ chưa vào tệp"))
    clerk.press(" và ba")

    assert kept(clerk) == ["Nhiệm vụ hai và ba"]
    clerk.press(Keys.CONTROL + "s" + Keys.NULL)
    time.sleep(0.5)
    assert clerk.says("saved").startswith("Có phần gõ chưa vào tệp")
    assert [one["text"] for one in tasks(tmp_path)] == ["Nhiệm vụ một", "Nhiệm vụ ba"]
    clerk.click(clerk.find("#lost-texts button"))
    assert clerk.is_saved()
    assert kept(clerk) == []


SLOW = """
const usual = window.fetch;
window.fetch = async (...told) => {
  await new Promise((go) => setTimeout(go, 1500));
  return usual(...told);
};
"""
"""Lets every question to the program take its time."""


def test_what_is_kept_is_kept_once_and_whole(clerk: Clerk, tmp_path: Path) -> None:
    enter(clerk, "tasks[1].lead")
    clerk.run(SLOW)
    clerk.press("Công an")
    clerk.press(Keys.CONTROL + "s" + Keys.NULL)  # it is on its way
    (tmp_path / NAME).write_text(text_of("một", "ba"), encoding="utf-8")
    clerk.press(" xã")
    clerk.until(lambda: kept(clerk))
    clerk.press(" Cao Sơn")
    clerk.until(lambda: clerk.says("saved").startswith("Có phần gõ chưa vào tệp"))

    assert kept(clerk) == ["Công an xã Cao Sơn"]
    assert [one.get("lead") for one in tasks(tmp_path)] == [None, None]


LOST = """
const usual = window.fetch;
let lost = 0;
window.fetch = async (address, told) => {
  const answer = await usual(address, told);
  if (String(address).startsWith("change") && lost++ === 0) throw new TypeError("no line");
  return answer;
};
"""
"""Loses the answer to the first change, which is written by then."""


@pytest.mark.parametrize("field", ["tasks[3].text", "figures..label"])
def test_what_was_written_before_its_answer_got_lost_is_written_once(
    field: str, clerk: Clerk, tmp_path: Path
) -> None:
    enter(clerk, field)
    clerk.run(LOST)
    clerk.press("Bốn")
    clerk.save()
    clerk.press(" tổ")
    clerk.save()

    data = read(tmp_path / NAME).data
    found = data["tasks"] if field.startswith("tasks") else list(data["figures"].values())
    assert [one.get("text") or one.get("label") for one in found[2:]] == [
        *(["Nhiệm vụ ba"] if field.startswith("tasks") else []),
        "Bốn tổ",
    ]


def test_each_text_of_a_batch_is_written_or_kept(clerk: Clerk, tmp_path: Path) -> None:
    for field in ("tasks[1].lead", "place", "number"):
        clerk.box(field)
    (tmp_path / NAME).write_text(text_of("một", "ba"), encoding="utf-8")
    clerk.run(
        "for (const [id, text] of arguments[0]) {"
        "  const box = document.getElementById(id); box.value = text;"
        "  box.dispatchEvent(new Event('input', { bubbles: true })); }",
        [["place", "Cao Sơn"], ["tasks[1].lead", "Công an xã"], ["number", "7"]],
    )
    clerk.until(lambda: kept(clerk))

    data = read(tmp_path / NAME).data
    assert (data["place"], data["number"]) == ("Cao Sơn", 7)
    assert kept(clerk) == ["Công an xã"]
    assert [one.get("lead") for one in data["tasks"]] == [None, None]
    clerk.until(lambda: clerk.says("saved").startswith("Có phần gõ chưa vào tệp"))


@pytest.mark.parametrize("table", some(["tasks", "figures"]))
def test_who_empties_an_entry_and_types_on_stays_in_it(
    table: str, clerk: Clerk, tmp_path: Path
) -> None:
    field = {"tasks": "tasks[0].text", "figures": "figures.to_an_ninh.label"}[table]
    enter(clerk, field)
    clerk.press(Keys.CONTROL + "a" + Keys.NULL, Keys.BACKSPACE)
    clerk.until(lambda: len(read(tmp_path / NAME).data[table]) < (3 if table == "tasks" else 2))
    clerk.until(lambda: clerk.says("saved") != "Đang lưu…")
    clerk.press("tổ mới")
    clerk.until(lambda: "tổ mới" in (tmp_path / NAME).read_text(encoding="utf-8"))
    clerk.save()

    data = read(tmp_path / NAME).data
    if table == "tasks":
        assert [one["text"] for one in data["tasks"]] == ["Nhiệm vụ hai", "Nhiệm vụ ba", "tổ mới"]
    else:
        # Sentences may call it by its name.
        assert data["figures"] == {
            "so_vu": {"label": "số vụ", "value": 7},
            "to_an_ninh": {"label": "tổ mới"},
        }
    assert kept(clerk) == []


@variant_of("test_a_field_in_use_goes_along_with_its_entry")
def test_what_is_typed_while_an_editor_writes_slowly_is_in_the_whole_file(
    clerk: Clerk, tmp_path: Path
) -> None:
    file = tmp_path / NAME
    text = text_of("một", "hai", "ba", "mới")
    enter(clerk, "tasks[1].lead")
    with file.open("w", encoding="utf-8") as writer:
        time.sleep(0.3)
        clerk.press("Công an")
        writer.write(text[: text.index(TASKS["hai"])])
        writer.flush()
        clerk.press(" xã")
        time.sleep(0.3)
        writer.write(text[text.index(TASKS["hai"]) :])
    clerk.until(lambda: "lead" in tasks(tmp_path)[1])
    clerk.save()

    assert focused(clerk) == "tasks[1].lead"
    assert [one.get("lead") for one in tasks(tmp_path)] == [None, "Công an xã", None, None]
    assert kept(clerk) == []


@variant_of("test_each_text_of_a_batch_is_written_or_kept")
def test_rows_that_could_not_be_pasted_are_kept(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace("kind: ", "kind: [", 1), encoding="utf-8")
    enter(clerk, "tasks[1].lead")
    clerk.paste("Công an xã\nCông an tỉnh")
    clerk.until(lambda: kept(clerk))
    file.write_text(before, encoding="utf-8")
    clerk.until(lambda: clerk.says("saved").startswith("Có phần gõ chưa vào tệp"))

    assert kept(clerk) == ["Công an xã\nCông an tỉnh"]


@variant_of("test_a_field_in_use_goes_along_with_its_entry")
def test_the_last_entry_moved_down_is_no_fault(clerk: Clerk, tmp_path: Path) -> None:
    clerk.box("tasks[1].lead")
    (tmp_path / NAME).write_text(text_of("một", "hai"), encoding="utf-8")
    clerk.run(
        "[...document.querySelectorAll(\"[id='entry-tasks[1]'] button\")]"
        ".find((one) => one.textContent === '↓').click()"
    )
    clerk.until(clerk.is_saved)
    assert [one["text"] for one in tasks(tmp_path)] == ["Nhiệm vụ một", "Nhiệm vụ hai"]


def test_a_file_that_cannot_be_read_is_not_said_to_be_shown(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / NAME
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("kind: ", "kind: [", 1), encoding="utf-8")

    clerk.until(lambda: "hiện chưa đọc được" in clerk.says("saved"))
    file.write_text(text.replace("hai", "bốn"), encoding="utf-8")
    clerk.until(lambda: "đã lấy nội dung mới" in clerk.says("saved"))
    assert clerk.box("tasks[1].text").get_attribute("value") == "Nhiệm vụ bốn"
