"""What was typed goes into the entry it was typed for, wherever others have moved that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing.reading import read

from .desk import BASE, Browser

HEAD = "schema: 1\nkind: bao-cao-tong-ket\nperiod:\n  year: 2026\n"
NAME = "bao-cao.yaml"


def written(folder: Path, *names: str, also: str = "") -> None:
    texts = (name.removeprefix("!") if name[:1] == "!" else f"Nhiệm vụ {name}" for name in names)
    entries = "".join(f"  - text: {text}\n" for text in texts)
    tasks = f"tasks:\n{entries}" if names else ""
    (folder / NAME).write_text(f"{HEAD}{also}{tasks}", encoding="utf-8")


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    written(tmp_path, "một", "hai", "ba")
    return Browser(tmp_path)


def digest(browser: Browser) -> str:
    return str(browser.page(NAME, "form").json()["digest"])


def typed(browser: Browser, of: str, *changes: dict[str, Any]) -> Any:
    address = f"{BASE}report/{NAME}/change?of={of}"
    return browser.client.post(address, json=list(changes), headers=browser.headers)


def lead(entry: int) -> dict[str, Any]:
    path = ["tasks", entry, "lead"]
    return {"path": path, "text": "Công an tỉnh", "was": "", "old": True}


OTHERS = {
    "one-before": (["mới", "một", "hai", "ba"], 2),
    "two-before": (["mới", "một", "mới hơn", "hai", "ba"], 3),
    "one-away": (["hai", "ba"], 0),
    "turned": (["ba", "hai", "một"], 1),
    "moved": (["hai", "một", "ba"], 0),
    "moved-and-new": (["hai", "mới", "ba", "một"], 0),
    "turned-and-reworded": (["ba", "hai, sửa lại", "một"], 1),
    "only-one": (["hai"], 0),
    "reworded": (["một", "hai, sửa lại", "ba"], 1),
    "reworded-and-new": (["mới", "một", "hai, sửa lại", "ba"], 2),
}


@pytest.mark.parametrize("others", OTHERS)
def test_what_is_typed_follows_its_entry(others: str, browser: Browser, tmp_path: Path) -> None:
    of = digest(browser)
    names, place = OTHERS[others]
    written(tmp_path, *names)

    answer = typed(browser, of, lead(1))

    assert answer.status_code == 200, answer.json()
    tasks = read(tmp_path / NAME).data["tasks"]
    assert [one["text"] for one in tasks] == [f"Nhiệm vụ {name}" for name in names]
    assert [at for at, one in enumerate(tasks) if "lead" in one] == [place]


@pytest.mark.parametrize("names", [["một", "ba"], ["một", "!Xây dựng nếp sống văn hóa", "ba"], []])
def test_what_is_typed_for_an_entry_that_is_gone_goes_into_no_other(
    names: list[str], browser: Browser, tmp_path: Path
) -> None:
    of = digest(browser)
    written(tmp_path, *names)
    before = browser.text(NAME)

    answer = typed(browser, of, lead(1))

    assert answer.status_code == 409
    [clash] = answer.json()["clashes"]
    assert (clash["at"], clash["gone"]) == (0, True)
    assert browser.text(NAME) == before


SCHOOL = "Tuyên truyền pháp luật về {} cho học sinh, sinh viên"
WHICH_NOBODY_KNOWS = {
    "alone-and-another": (["Kế hoạch đêm giao thừa"], ["Mua sắm phương tiện"]),
    "half-the-words": (["text: Khám phá 12 vụ ma túy"], ["text: Khám phá 5 vụ trộm cắp"]),
    "one-of-two": (
        [SCHOOL.format("giao thông"), SCHOOL.format("ma túy")],
        [SCHOOL.format("ma túy, giao thông")],
    ),
    "other-of-their-kind": (
        [SCHOOL.format("giao thông"), SCHOOL.format("ma túy")],
        [SCHOOL.format("pháo nổ"), SCHOOL.format("ma túy")],
    ),
    "goes-on-in-two": (["Tổ chức lễ"], ["Tổ chức lễ hội", "Tổ chức lễ kỷ niệm"]),
    "empty": (["{}", "Tổ chức lễ"], ["Mua sắm phương tiện", "Tổ chức lễ"]),
}


@pytest.mark.parametrize("case", WHICH_NOBODY_KNOWS)
def test_what_is_typed_goes_into_no_entry_that_may_be_another(
    case: str, browser: Browser, tmp_path: Path
) -> None:
    before, after = ("".join(f"  - {one}\n" for one in each) for each in WHICH_NOBODY_KNOWS[case])
    (tmp_path / NAME).write_text(f"{HEAD}tasks:\n{before}", encoding="utf-8")
    of = digest(browser)
    (tmp_path / NAME).write_text(f"{HEAD}tasks:\n{after}", encoding="utf-8")

    answer = typed(browser, of, lead(0))

    assert answer.status_code == 409
    assert [one["gone"] for one in answer.json()["clashes"]] == [True]
    assert "Công an tỉnh" not in browser.text(NAME)


FIGURE = "{}: {{label: Số vụ, value: 5}}"


@pytest.mark.parametrize("names", [(["a", "b"], ["c"]), (["a"], ["b", "c"])])
def test_what_is_typed_for_a_figure_that_may_be_any_of_two_goes_into_none(
    names: tuple[list[str], list[str]], browser: Browser, tmp_path: Path
) -> None:
    before, after = ("".join(f"  {FIGURE.format(one)}\n" for one in each) for each in names)
    (tmp_path / NAME).write_text(f"{HEAD}figures:\n{before}", encoding="utf-8")
    of = digest(browser)
    (tmp_path / NAME).write_text(f"{HEAD}figures:\n{after}", encoding="utf-8")

    unit = {"path": ["figures", "a", "unit"], "text": "vụ", "was": "", "old": True}
    assert typed(browser, of, unit).status_code == 409
    assert "unit" not in browser.text(NAME)


@pytest.mark.parametrize("style", ["- text: {}", "- {{text: {}}}", "- lead: Đơn vị\n    text: {}"])
def test_an_entry_that_is_its_text_alone_is_followed_when_it_is_written_otherwise(
    style: str, browser: Browser, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_text(f"{HEAD}tasks:\n  - Một\n  - Hai\n", encoding="utf-8")
    of = digest(browser)
    entries = "".join(f"  {style.format(one)}\n" for one in ("Mới", "Một", "Hai"))
    (tmp_path / NAME).write_text(f"{HEAD}tasks:\n{entries}", encoding="utf-8")

    product = {"path": ["tasks", 1, "product"], "text": "Báo cáo", "was": "", "old": True}
    assert typed(browser, of, product).status_code == 200
    tasks = read(tmp_path / NAME).data["tasks"]
    assert [one["text"] for one in tasks if "product" in one] == ["Hai"]


def test_a_new_entry_stays_one_behind_those_that_came(browser: Browser, tmp_path: Path) -> None:
    of = digest(browser)
    written(tmp_path, "một", "hai", "ba", "bốn")

    change = {"path": ["tasks", 3, "text"], "text": "Nhiệm vụ năm", "was": ""}
    assert typed(browser, of, change).status_code == 200

    said = [one["text"].split()[-1] for one in read(tmp_path / NAME).data["tasks"]]
    assert said == ["một", "hai", "ba", "bốn", "năm"]


def test_an_order_follows_its_entry(browser: Browser, tmp_path: Path) -> None:
    of = digest(browser)
    written(tmp_path, "mới", "một", "hai", "ba")

    answer = typed(browser, of, {"path": ["tasks", 0], "to": None})

    assert answer.status_code == 200
    said = [one["text"].split()[-1] for one in read(tmp_path / NAME).data["tasks"]]
    assert said == ["mới", "hai", "ba"]


def test_a_page_of_a_state_that_is_known_no_more_writes_into_no_entry(
    browser: Browser, tmp_path: Path
) -> None:
    digest(browser)
    before = browser.text(NAME)

    place = {"path": ["place"], "text": "Cao Sơn", "was": ""}
    answer = typed(browser, "0" * 16, lead(1), place)

    assert answer.status_code == 409
    assert [one["at"] for one in answer.json()["clashes"]] == [0]
    assert browser.text(NAME).replace("place: Cao Sơn\n", "") == before
    assert read(tmp_path / NAME).data["place"] == "Cao Sơn"


@pytest.mark.parametrize(
    "lost",
    [
        {"path": ["tasks", 9, "lead"], "text": "Công an tỉnh", "was": ""},
        {"path": ["place", "khac"], "text": "Công an tỉnh", "was": ""},
    ],
)
def test_what_stands_beside_a_path_that_leads_nowhere_is_written(
    lost: dict[str, Any], browser: Browser, tmp_path: Path
) -> None:
    written(tmp_path, "một", "hai", also="place: Nơi cũ\n")
    first = {"path": ["number"], "text": "7", "was": ""}
    last = {"path": ["tasks", 0, "lead"], "text": "Công an xã", "was": "", "old": True}

    answer = browser.type(NAME, first, lost, last)

    assert answer.status_code == 409
    assert [one["at"] for one in answer.json()["clashes"]] == [1]
    data = read(tmp_path / NAME).data
    assert (data["number"], data["tasks"][0]["lead"]) == (7, "Công an xã")
    assert "Công an tỉnh" not in browser.text(NAME)


def test_the_last_entry_stays_where_it_is_when_it_is_moved_down(browser: Browser) -> None:
    before = browser.text(NAME)

    assert browser.type(NAME, {"path": ["tasks", 2], "to": 3}).status_code == 200
    assert browser.text(NAME) == before


def test_the_answer_tells_of_the_state_that_it_made(browser: Browser, tmp_path: Path) -> None:
    of = digest(browser)
    written(tmp_path, "mới", "một", "hai", "ba")

    done = typed(browser, of, lead(1)).json()

    assert done["digest"] == digest(browser)
    assert done["came"] == [{"path": ["tasks", 0], "to": None, "back": True}]
