"""What the page says to whoever has never seen a file of YAML: labels, not keys."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from cli.running import HOA_BINH, REPOSITORY
from in_rows import in_rows
from lxml import html

from briefing.forms import controls, in_labels, label_trail, leaf
from briefing.kinds import built_in
from briefing.officer.changed import input_changes, pack_changes
from briefing.officer.filled import called_choice
from briefing.reading import read

from .desk import Browser, values

NAME = HOA_BINH.name


def found(browser: Browser, name: str, rule: str) -> dict[str, Any]:
    return next(one for one in browser.state(name)["findings"] if one["rule"] == rule)


def with_text(folder: Path, old: str, new: str) -> Browser:
    text = HOA_BINH.read_text(encoding="utf-8")
    assert old in text
    (folder / NAME).write_text(text.replace(old, new, 1), encoding="utf-8")
    return Browser(folder)


@in_rows(
    ("said", "near", "told"),
    [
        ("thêm accepted: {stated: 92.3, computed: 92.2, reason: …}.", "figures.kham_pha",
         "thêm “Điều đã xem và chấp nhận, kèm lý do” (“Tỷ lệ nêu trong nguồn” là 92,3,"
         " “Tỷ lệ tính lại” là 92,2, “Lý do”)."),
        ("Thêm “unit: …”, như vụ, đối tượng.", "figures.kham_pha",
         "Thêm “Đơn vị tính”, như vụ, đối tượng."),
        ("Thêm “- part: tasks” vào sections.", "",
         "Thêm “Phần đặt vào mục” là “Nhiệm vụ, giải pháp thời gian tới” vào “Bố cục riêng”."),
        ("Sửa “signer”.", "signer", "Sửa “Người ký, theo tên trong gói địa phương”."),
        ("đặt figures_annex: true cũng được", "", "đặt “In phụ lục số liệu” là có cũng được"),
        ("sửa period.type (“briefing kinds”)", "", "sửa “Loại kỳ báo cáo” (“briefing kinds”)"),
        # What a sentence calls by name, and words of the language, are no keys.
        ("viết {x.previous} trong câu", "results[0].statements[1]", "viết {x.previous} trong câu"),
        ("nếu không thì sửa tên gọi cho rõ hơn", "figures", "nếu không thì sửa tên gọi cho rõ hơn"),
        ("gần nhất là “khong_co”", "figures", "gần nhất là “khong_co”"),
    ],
)  # fmt: skip
def test_keys_are_called_as_the_form_calls_them(said: str, near: str, told: str) -> None:
    assert in_labels(said, "vi", near) == told


def test_english_is_left_as_it_is() -> None:
    assert in_labels("Add the title and the unit.", "en") == "Add the title and the unit."


def test_the_way_to_a_field_is_told_in_labels() -> None:
    told = label_trail(("figures", "kham_pha", "rate"), "vi")

    assert told.split(" › ")[1:] == ["kham_pha", "Tỷ lệ % nêu trong nguồn"]


def test_no_list_of_the_form_offers_a_raw_word() -> None:
    areas, raw = built_in().areas, []
    waiting = [part for _, parts in controls("vi") for part in parts]
    while waiting:
        part = waiting.pop()
        waiting += part.below
        # Marks before items are offered as they are printed.
        words = [word for word in leaf(part.path).words if word not in areas and word[-1].isalnum()]
        raw += [word for word in words if word.isascii() and called_choice(word, "vi") == word]

    assert [word for word in raw if not word.isdecimal()] == []
    assert [body for body in built_in().bodies if called_choice(body, "vi") == body] == []


def test_a_remedy_speaks_of_fields(tmp_path: Path) -> None:
    browser = with_text(tmp_path, "figures_annex: true", "figures_annex: false")

    unused = [one for one in browser.state(NAME)["findings"] if one["rule"] == "figures/unused"]

    assert unused == [] or "“In phụ lục số liệu”" in unused[0]["remedy"]
    accepted = found(browser, NAME, "figures/accepted")
    assert "“Điều đã xem và chấp nhận, kèm lý do”" in accepted["remedy"]
    assert "accepted" not in accepted["remedy"]


def test_a_wrong_area_is_told_in_the_words_of_the_list(tmp_path: Path) -> None:
    browser = with_text(tmp_path, "area: phong_chong_toi_pham", "area: phong_chong_toi_pam")

    told = found(browser, NAME, "input/unknown-choice")

    assert "“Công tác đấu tranh, phòng, chống tội phạm”" in told["message"]
    assert told["remedy"] == "Chọn một giá trị khác trong danh sách của ô này."
    assert told["path"] in values(browser.form(NAME))


def test_places_of_a_file_are_told_as_fields(tmp_path: Path) -> None:
    shutil.copy(HOA_BINH, tmp_path)
    browser = Browser(tmp_path)
    told = browser.state(NAME)["findings"]
    inferred = {one["path"]: one["message"] for one in told if one["rule"] == "inferred/to-confirm"}

    assert inferred["locality"].startswith("“Gói địa phương” là điều suy ra: ")
    assert inferred["recipients.copies"].startswith("“Nơi gửi › Danh sách nơi nhận” là điều suy ra")
    note = found(browser, NAME, "facts/note")["message"]
    assert "không in ra: “Người được nêu tên › bui_van_khanh › Vai trò tại hội nghị” (“dự" in note


@pytest.mark.parametrize(
    ("old", "new", "rule", "message", "remedy"),
    [
        ("  - name: Tổ liên gia", "  - lead: Tổ liên gia", "input/missing-key",
         "chưa điền “Tên mô hình”", "Điền ô “Tên mô hình”."),
        ("subject: công tác", "# công tác", "kind/missing-fact",
         "thiếu nội dung công tác được tổng kết", "Điền “Nội dung công tác được tổng kết”."),
        ("{ho_mo_loi_thoat_nan}", "{ho_mo_loi_thoat_nan.tyle}", "figures/unknown-part",
         "", "Chọn một trong: amount, as_of, base,"),
        ("year: 2023}", "year: 23}", "input/too-small",
         "23 nhỏ hơn 1945, mức thấp nhất của “Năm báo cáo”", "Kiểm tra lại số."),
        ("area: phong_chong_toi_pham", "area: x", "input/unknown-choice",
         "“x” không thuộc các giá trị của “Lĩnh vực, để xếp trong phụ lục”",
         "Chọn một giá trị khác"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_without_keys(
    old: str, new: str, rule: str, message: str, remedy: str, tmp_path: Path
) -> None:
    told = found(with_text(tmp_path, old, new), NAME, rule)

    assert message in ("", told["message"])
    assert told["remedy"].startswith(remedy)


@pytest.mark.parametrize("locality", ["", "tinh-uy"])
def test_only_what_a_pack_may_say_is_looked_for_there(locality: str, tmp_path: Path) -> None:
    browser = Browser(tmp_path)
    name = browser.new(locality=locality)
    told = [one for one in browser.state(name)["findings"] if one["rule"] == "kind/missing-fact"]
    keys = ("issuer.", "signature", "recipients.", "[")
    assert not [one for one in told for key in keys if key in one["message"] + one["remedy"]]

    of_packs = {one["path"] for one in told if "gói địa phương" in one["remedy"]}
    assert {"issuer.lines", "place", "recipients.copies", "signature.post"} <= of_packs
    assert of_packs.isdisjoint({"subject", "results"})
    assert "results" in {one["path"] for one in told}


def test_a_report_and_the_first_page_offer_the_same_packs(tmp_path: Path) -> None:
    browser = Browser(tmp_path)
    name = browser.new()
    offered = [
        [
            (one.get("value"), (one.text or "").casefold())
            for one in page.get_element_by_id("locality")
        ][1:]
        for page in (
            browser.form(name),
            html.fromstring(browser.client.get(browser.home.url).content),
        )
    ]

    assert sorted(offered[0]) == sorted(offered[1])
    assert ("nghe-an", "tỉnh nghệ an") in offered[0]
    assert ("tinh-uy", "cấp ủy đảng (tinh-uy)") in offered[0]


@pytest.mark.parametrize(("period", "type_"), [("year", None), ("nine_months", "nine_months")])
def test_a_new_report_says_all_that_was_chosen(
    period: str, type_: str | None, tmp_path: Path
) -> None:
    browser = Browser(tmp_path)
    name = browser.new(
        kind="bao-cao-kinh-te-xa-hoi", locality="nghe-an", period=period, year="2025"
    )

    data = read(tmp_path / name).data
    assert (data["locality"], data["period"]["year"]) == ("nghe-an", 2025)
    assert data["period"].get("type") == type_


def test_sections_inside_sections_are_fields(tmp_path: Path) -> None:
    (tmp_path / "bo-cuc.yaml").write_text(
        "schema: 1\nkind: bao-cao-tong-ket\nsections:\n- title: Kết quả # lớn\n  sections:\n"
        "  - title: Kinh tế\n    statements: [Tăng.]\n    sections:\n    - title: Nông nghiệp\n",
        encoding="utf-8",
    )
    browser = Browser(tmp_path)
    shown = values(browser.form("bo-cuc.yaml"))
    deepest = ["sections", 0, "sections", 0, "sections", 0]

    assert shown["sections[0].sections[0].sections[0].title"] == "Nông nghiệp"
    assert "không có trong biểu mẫu" not in browser.page("bo-cuc.yaml").text
    answer = browser.type(
        "bo-cuc.yaml",
        {"path": [*deepest, "title"], "text": "Lâm nghiệp", "was": "Nông nghiệp"},
        {"path": [*deepest, "statements", 0], "text": "Trồng rừng.", "was": ""},
        {"path": ["sections", 0, "sections", 1, "title"], "text": "Văn hóa", "was": ""},
    )
    assert answer.status_code == 200, answer.text
    data = read(tmp_path / "bo-cuc.yaml").data["sections"]
    assert [one["title"] for one in data[0]["sections"]] == ["Kinh tế", "Văn hóa"]
    assert data[0]["sections"][0]["sections"][0] == {
        "title": "Lâm nghiệp", "statements": ["Trồng rừng."]
    }  # fmt: skip
    assert "# lớn" in browser.text("bo-cuc.yaml")


@pytest.mark.parametrize("name", ["hoa-binh-2023.yaml"])
def test_the_list_of_states_says_what_changed(name: str, tmp_path: Path) -> None:
    shutil.copy(REPOSITORY / "inputs" / name, tmp_path)
    browser = Browser(tmp_path)
    browser.type(name, {"path": ["place"], "text": "Cao Sơn", "was": ""})

    page = html.fromstring(browser.page(name, "versions").content).text_content()

    assert "Thay đổi sau bản này: Địa danh trên dòng ngày tháng" in page


def test_what_changed_is_few_words() -> None:
    before = "figures:\n  kham_pha: {value: 1, unit: vụ}\ntasks: [a, b, c]\n"
    after = "figures:\n  kham_pha: {value: 2, unit: vụ}\ntasks: [a, d, e]\nplace: Cao Sơn\n"

    assert input_changes(before, before, "vi") == ""
    assert input_changes(before, after, "vi") == (
        "Số liệu, mỗi số khai một lần và gọi tên trong câu › kham_pha › Giá trị;"
        " Nhiệm vụ, giải pháp thời gian tới; Địa danh trên dòng ngày tháng"
    )
    assert input_changes("a: [", after, "vi") == "không so được với bản này"


def test_what_changed_of_a_pack_names_its_parts() -> None:
    before = {"locality.toml": 'place = "Cao Sơn"\n'.encode()}
    after = {
        "locality.toml": 'place = "Đà Bắc"\n[recipients.copies]\na = false\n'.encode(),
        "bao-cao-tong-ket.md.j2": b"{% block closing_sentence %}\nx\n{% endblock %}",
        "style.docx": b"PK",
        "replaced/title@0.md.j2": b"x",
    }

    assert pack_changes(before, after, "vi") == (
        "Địa danh trên dòng ngày tháng; Danh sách nơi nhận; Câu kết; Style.docx"
    )


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("line", "rule", "told"),
    [
        ("khac: 1", "input/unknown-key", ("mục “khac”", "says “khac”")),
        ("subjct: x", "input/unknown-key", ("ô “Nội dung công tác được tổng kết”", "Work that")),
        ("issuer: Công an tỉnh", "input/not-a-group", ("gồm nhiều ô", "has several fields")),
        ("figures: {a: 5}", "input/not-a-group", ("gồm nhiều ô", "has several fields")),
        ("signer: Ông A", "input/not-a-name", ("chọn trong danh sách", "choose from it")),
        (
            "people: {Ông A: {name: A}}",
            "input/not-a-name",
            ("chữ thường không dấu", "small letters"),
        ),
    ],
)
def test_what_the_form_cannot_hold_is_told_without_words_of_files(
    line: str, rule: str, told: tuple[str, str], language: str, tmp_path: Path
) -> None:
    head = "schema: 1\nkind: bao-cao-tong-ket\nsubject: x\nperiod: {year: 2026}\n"
    (tmp_path / NAME).write_text(f"{head}{line}\n", encoding="utf-8")
    one = found(Browser(tmp_path, language), NAME, rule)

    said = f"{one['message']} {one['remedy']}"
    assert told[language == "en"] in said
    for word in ("khóa", " key", "thụt vào", "indented", "briefing ", "docs/", "{", "YAML"):
        assert word not in said


def test_no_hint_speaks_of_inputs_or_keys() -> None:
    waiting = [part for _, parts in controls("vi") for part in parts]
    told = []
    while waiting:
        part = waiting.pop()
        waiting += part.below
        told += [part.path for word in ("đầu vào", "khóa khác") if word in (part.hint or "")]

    assert told == []
