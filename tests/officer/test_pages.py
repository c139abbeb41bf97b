"""The officer's page: what it lists, shows and writes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from cli.running import HOA_BINH, REPOSITORY

import briefing
from briefing.officer import steps as taken_back
from briefing.reading import read

from .desk import BASE, Browser, values

NAME = HOA_BINH.name


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    shutil.copy(HOA_BINH, tmp_path)
    return Browser(tmp_path)


def test_the_first_page_lists_the_reports_with_their_state(browser: Browser) -> None:
    (browser.folder / "hong.yaml").write_text("schema: 1\nkind: [", encoding="utf-8")
    (browser.folder / "ghi-chu.txt").write_text("không phải báo cáo", encoding="utf-8")

    told = browser.client.get(BASE).text

    assert "năm 2023, triển khai nhiệm vụ công tác năm 2024" in told
    assert "Sẵn sàng, chưa lập tệp Word" in told
    assert "Chưa đọc được: 1 lỗi" in told
    assert "ghi-chu.txt" not in told


def test_links_that_lead_elsewhere_are_no_reports(tmp_path: Path) -> None:
    inside = tmp_path / "ben-trong"
    inside.mkdir()
    (inside / "lien-ket.yaml").symlink_to(shutil.copy(HOA_BINH, tmp_path))
    browser = Browser(inside)

    assert "lien-ket.yaml" not in browser.home.text
    assert browser.page("lien-ket.yaml").status_code == 404


@pytest.mark.parametrize(
    "name",
    ["../hoa-binh-2023.yaml", "%2e%2e/%2e%2e/etc/passwd", "khong-co.yaml", ".briefing", "..%2f"],
)
def test_nothing_but_the_reports_of_the_folder_is_shown(browser: Browser, name: str) -> None:
    assert browser.page(name).status_code in (403, 404)


@pytest.mark.parametrize("source", sorted((REPOSITORY / "inputs").glob("*.yaml")), ids=str)
def test_the_form_shows_every_value_of_an_input(source: Path, tmp_path: Path) -> None:
    shutil.copy(source, tmp_path)
    form = Browser(tmp_path).form(source.name)
    shown = values(form)

    told = leaves(read(source).data)
    del told["schema"]
    # An entry may be its text alone, or stand without its list.
    places = {
        path: (path, f"{path}.text", path.replace("accepted.", "accepted[0].")) for path in told
    }
    assert [path for path, at in places.items() if not any(shown.get(one) for one in at)] == []
    assert form.xpath("//h2[.='Nội dung không có trong biểu mẫu']") == []


def leaves(value: object, path: str = "") -> dict[str, object]:
    if isinstance(value, dict):
        below = [(f"{path}.{key}" if path else str(key), one) for key, one in value.items()]
    elif isinstance(value, list):
        below = [(f"{path}[{at}]", one) for at, one in enumerate(value)]
    else:
        return {path: value}
    return {at: leaf for place, one in below for at, leaf in leaves(one, place).items()}


def test_what_the_form_does_not_show_is_told_and_kept(browser: Browser) -> None:
    file = browser.folder / "moi.yaml"
    file.write_text("schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2026, la: 1}\nthem: x\n")

    assert "<code>period.la</code>" in browser.page("moi.yaml").text
    assert "<code>them</code>" in browser.page("moi.yaml").text
    assert browser.type("moi.yaml", {"path": ["place"], "text": "Cao Sơn"}).status_code == 200
    assert browser.text("moi.yaml").endswith("them: x\nplace: Cao Sơn\n")


def test_a_report_is_made_by_typing_and_its_figures_are_said_as_they_are_typed(
    browser: Browser,
) -> None:
    name = browser.new()

    browser.type(name, {"path": ["subject"], "text": "công tác bảo đảm an ninh, trật tự"})
    made = browser.type(name, {"path": ["figures", "", "label"], "text": "số vụ", "was": ""}).json()
    browser.type(
        name,
        {"path": ["figures", "so_vu", "value"], "text": "771", "was": ""},
        {"path": ["figures", "so_vu", "unit"], "text": "vụ", "was": ""},
        {"path": ["figures", "so_vu", "out_of"], "text": "778", "was": ""},
        {"path": ["figures", "so_vu", "rate"], "text": "92,2", "was": ""},
    )
    state = browser.state(name)

    assert made["moved"]
    assert made["made"] == [["figures", "so_vu"]]
    assert state["said"] == {"so_vu": "771/778 vụ (đạt 92,2%)"}
    assert [told["message"] for told in state["findings"] if told["path"] == "figures.so_vu.rate"]
    assert "công tác bảo đảm an ninh, trật tự" in state["page"].replace("\xa0", " ")


def test_the_page_says_the_words_of_check(browser: Browser) -> None:
    browser.type(NAME, {"path": ["figures", "kham_pha", "out_of"], "text": "900", "was": "778"})
    told = {(found["path"], found["message"]) for found in browser.state(NAME)["findings"]}
    case = briefing.library.load_case(browser.folder / NAME)

    # The page shows the field; check names its key before, in or behind the message.
    labels = {"date": "Ngày ban hành", "locality": "Gói địa phương", "signature": "Phần ký"}
    labels["recipients.copies"] = "Nơi gửi › Danh sách nơi nhận"
    for one in briefing.library.check_facts(case.report):
        message = one.message("vi").removesuffix(f" ({one.path})")
        if one.rule == "inferred/to-confirm":
            message = f"“{labels[one.path]}”{message.removeprefix(one.path)}"
        if one.rule == "facts/note":
            message = re.sub(
                r"people\.(\w+)\.role", r"“Người được nêu tên › \1 › Vai trò tại hội nghị”", message
            )
        assert (one.as_data("vi")["path"], message) in told


def test_a_field_that_was_changed_elsewhere_is_not_overwritten(browser: Browser) -> None:
    first = browser.type(NAME, {"path": ["place"], "text": "Một", "was": ""})
    second = browser.type(NAME, {"path": ["place"], "text": "Hai", "was": ""})
    other = browser.type(NAME, {"path": ["forecast"], "text": "Ba", "was": None})

    assert (first.status_code, second.status_code, other.status_code) == (200, 409, 200)
    assert second.json()["clashes"] == [{"at": 0, "path": ["place"], "now": "Một", "gone": False}]
    assert read(browser.folder / NAME).data["place"] == "Một"
    assert read(browser.folder / NAME).data["forecast"] == "Ba"


def test_a_clash_keeps_no_other_change_from_the_file(browser: Browser) -> None:
    browser.type(NAME, {"path": ["place"], "text": "Một", "was": ""})

    answer = browser.type(
        NAME,
        {"path": ["place"], "text": "Hai", "was": ""},
        {"path": ["number"], "text": "5", "was": ""},
    )

    assert answer.status_code == 409
    assert answer.json()["shown"] == [{"path": ["number"], "now": "5"}]
    now = read(browser.folder / NAME).data
    assert (now["place"], now["number"]) == ("Một", 5)


def test_the_same_value_in_other_signs_is_no_clash(browser: Browser) -> None:
    browser.type(NAME, {"path": ["date"], "text": "20/12/2023", "was": None})

    answer = browser.type(NAME, {"path": ["date"], "text": "20/12/2023", "was": "12/2023"})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("path", "typed", "shown"),
    [(["place"], "Cao Sơn ", "Cao Sơn"), (["date"], "5/1/2024", "05/01/2024"),
     (["figures", "kham_pha", "value"], "1315", "1.315")],
)  # fmt: skip
def test_who_types_on_is_told_what_the_field_shows_now(
    browser: Browser, path: list[str], typed: str, shown: str
) -> None:
    told = browser.type(NAME, {"path": path, "text": typed}).json()["shown"]

    assert told == [{"path": path, "now": shown}]
    assert browser.type(NAME, {"path": path, "text": "", "was": shown}).status_code == 200


def test_a_name_that_no_sentence_can_call_becomes_one(browser: Browser) -> None:
    browser.type(NAME, {"path": ["figures", "kham_pha"], "to": "Khám phá án"})
    names = list(read(browser.folder / NAME).data["figures"])
    other = next(name for name in names if name != "kham_pha_an")
    taken = browser.type(NAME, {"path": ["figures", "kham_pha_an"], "to": other})

    assert taken.status_code == 409
    assert list(read(browser.folder / NAME).data["figures"]) == names
    assert briefing.load(browser.folder / NAME)


def test_changes_are_taken_back_one_by_one(browser: Browser) -> None:
    before = browser.text(NAME)
    for field in ("place", "number"):
        browser.type(NAME, {"path": [field], "text": "12"})
    undo = f"{BASE}report/{NAME}/undo"

    moved = [browser.client.post(undo, headers=browser.headers).json()["moved"] for _ in range(3)]

    assert moved == [True, True, False]
    assert browser.text(NAME) == before


@pytest.mark.parametrize(("rest", "steps"), [(0.0, 3), (60.0, 1)])
def test_what_is_typed_without_a_rest_is_taken_back_at_once(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, rest: float, steps: int
) -> None:
    monkeypatch.setattr(taken_back, "ONE_STEP", rest)
    before = browser.text(NAME)
    for text in ("C", "Ca", "Cao"):
        browser.type(NAME, {"path": ["place"], "text": text})

    undo = f"{BASE}report/{NAME}/undo"
    moved = [browser.client.post(undo, headers=browser.headers).json()["moved"] for _ in range(4)]

    assert moved == [True] * steps + [False] * (4 - steps)
    assert browser.text(NAME) == before


def test_what_is_typed_after_an_undo_is_a_step_of_its_own(browser: Browser) -> None:
    undo = f"{BASE}report/{NAME}/undo"
    for field, text in (("place", "Cao"), ("number", "7")):
        browser.type(NAME, {"path": [field], "text": text})
    browser.client.post(undo, headers=browser.headers)
    before = browser.text(NAME)
    browser.type(NAME, {"path": ["place"], "text": "Cao Sơn"})

    browser.client.post(undo, headers=browser.headers)

    assert browser.text(NAME) == before


def test_a_change_is_answered_with_the_page_that_it_gives(browser: Browser) -> None:
    answer = browser.type(NAME, {"path": ["place"], "text": "Cao Sơn"})

    assert answer.json()["state"] == browser.state(NAME)
    assert "Cao Sơn" in answer.json()["state"]["page"].replace("\xa0", " ")


def test_an_undo_does_not_undo_what_somebody_else_wrote(browser: Browser) -> None:
    browser.type(NAME, {"path": ["place"], "text": "Một"})
    outside = browser.text(NAME) + "# sửa bên ngoài\n"
    (browser.folder / NAME).write_text(outside, encoding="utf-8")

    answer = browser.client.post(f"{BASE}report/{NAME}/undo", headers=browser.headers)

    assert answer.json()["moved"] is False
    assert browser.text(NAME) == outside


def test_a_page_without_scripts_saves_what_differs_and_moves_entries(browser: Browser) -> None:
    address = f"{BASE}report/{NAME}/change"
    token = {"token": browser.office.token}
    sent = {
        **token,
        '["place"]': "Cao Sơn",
        'was:["place"]': "",
        '["number"]': "",
        'was:["number"]': "",
    }

    saved = browser.client.post(address, data=sent, follow_redirects=False)
    order = {**token, "do": '{"path": ["models", 1], "to": 0}', '["forecast"]': "Mới"}
    order['was:["forecast"]'] = read(browser.folder / NAME).data["forecast"]
    moved = browser.client.post(address, data=order, follow_redirects=False)

    assert (saved.status_code, moved.status_code) == (303, 303)
    now = read(browser.folder / NAME).data
    assert now["place"] == "Cao Sơn"
    assert now["models"] == list(reversed(read(HOA_BINH).data["models"]))
    assert now["forecast"] == "Mới"


def test_enter_in_a_field_presses_no_button_that_takes_away(browser: Browser) -> None:
    for form in browser.form(NAME).xpath("//section/form"):
        first = form.xpath(".//button")[0]
        assert first.get("name") is None


def test_a_form_of_thousands_of_fields_is_saved_whole(browser: Browser) -> None:
    fields = {f'["strengths", {at}]': f"Câu {at}" for at in range(1500)}
    sent = {"token": browser.office.token, **fields, **{f"was:{key}": "" for key in fields}}
    sent['was:["strengths", 0]'] = read(browser.folder / NAME).data["strengths"][0]
    address = f"{BASE}report/{NAME}/change"

    assert browser.client.post(address, data=sent, follow_redirects=False).status_code == 303
    assert len(read(browser.folder / NAME).data["strengths"]) == 1500
