"""The third place of the officer's page: what a locality says, and how its templates word it."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cli.running import HOA_BINH, REPOSITORY, run_forked
from lxml import html

import briefing
from briefing.localities import load_locality, looking_in

from .desk import BASE, Browser
from .pack_sent import KIND, PACK, block, differing, form, pack, said, save, send, with_pack


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return with_pack(tmp_path)


def test_a_pack_is_made_as_the_command_makes_it(browser: Browser, tmp_path: Path) -> None:
    elsewhere = tmp_path / "noi-khac"
    elsewhere.mkdir()
    run_forked("locality", "new", "xã Cao Sơn", "--parent", "hoa-binh", folder=elsewhere)

    made = (elsewhere / "localities" / PACK / "locality.toml").read_text(encoding="utf-8")

    # The command adds remarks on what can be said, for those who write the file by hand.
    assert made.startswith(said(browser))
    assert f'href="locality/{PACK}/"' in browser.client.get(BASE).text


@pytest.mark.parametrize(
    ("called", "parent"),
    [("Cao Sơn", ""), ("", "hoa-binh"), ("xã Cao Sơn", "khong-co"), ("xã Cao Sơn", "hoa-binh"),
     ("xã ../..", ""), ("thành phố Hòa Bình", "")],
)  # fmt: skip
def test_what_makes_no_pack_is_told(browser: Browser, called: str, parent: str) -> None:
    before = sorted(browser.folder.rglob("*"))

    answer = send(browser, "locality/new", called=called, parent=parent)

    assert (answer.status_code, "Chưa làm được" in answer.text) == (422, True)
    assert sorted(browser.folder.rglob("*")) == before


def test_one_recipient_left_out_is_all_that_the_command_finds(browser: Browser) -> None:
    assert differing(browser) == []

    assert save(browser, **{"recipients.copies.cap_huyen": "out="}).status_code == 303

    assert differing(browser) == [
        'recipients.copies.cap_huyen: "UBND các huyện, thành phố" → false'
    ]
    case = briefing.load(HOA_BINH)
    assert "UBND các huyện, thành phố" in case.recipients.copies
    with looking_in((browser.folder / "localities",) * 2):
        view = load_locality(PACK).view.data
    assert "UBND các huyện, thành phố" not in view["recipients"]["copies"]


def test_every_part_of_the_form_is_written_and_read_back(browser: Browser) -> None:
    typed = {
        "short_name": None,
        "place": "Đà Bắc",
        "issuers.people_committee.symbol": "UBND",
        "issuers.people_committee.lines": "Ủy ban nhân dân\nxã Cao Sơn",
        "signers.+.collective": "Ủy ban nhân dân",
        "signers.+.post": "Chủ tịch",
        "recipients.addressees.+": "Ủy ban nhân dân tỉnh",
        "recipients.copies.mat_tran": "own=Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        "recipients.copies.+": "Các trưởng xóm",
        "recipients.archive": "VP",
        "figure_style.places": "1",
        "figure_style.pad": "có",
        "closing": "Xin báo cáo",
        "headings.situation": "Đặc điểm của xã",
    }
    answer = save(browser, **{path: text for path, text in typed.items() if text})

    assert answer.status_code == 303, answer.text
    with looking_in((browser.folder / "localities",) * 2):
        told = load_locality(PACK).told.data
    assert told["place"] == "Đà Bắc"
    assert told["issuers"]["people_committee"]["lines"] == ["Ủy ban nhân dân", "xã Cao Sơn"]
    assert told["signers"] == {"chu_tich": {"collective": "Ủy ban nhân dân", "post": "Chủ tịch"}}
    assert told["signer"] == "chu_tich"
    assert told["recipients"]["addressees"] == {"uy_ban_nhan_dan_tinh": "Ủy ban nhân dân tỉnh"}
    assert told["recipients"]["copies"]["mat_tran"] == "Ủy ban Mặt trận Tổ quốc Việt Nam xã"
    assert told["recipients"]["copies"]["cac_truong_xom"] == "Các trưởng xóm"
    assert told["figure_style"] == {"places": 1, "pad": True}
    again = form(browser)
    shown = {path: again.get(json.dumps(path.split("."), ensure_ascii=False)) for path in typed}
    kept = {path: text for path, text in typed.items() if text and "+" not in path}
    assert {path: shown[path] for path in kept} == {
        path: text.rpartition("=")[2] for path, text in kept.items()
    }


def test_columns_and_sections_are_ordered_and_left_out_by_what_they_are_called(
    browser: Browser,
) -> None:
    columns, sections = "figures_annex.columns", f"sections.{KIND}"
    of_body = "issuers.people_committee.recipients.copies"
    words = "Kết quả thực hiện\nĐánh giá chung\nPhương hướng, nhiệm vụ"
    answer = save(
        browser,
        **{
            columns: "nội dung\n Đơn vị  tính\n\nKỳ này\nGhi chú",
            "figures_annex.heads.value": "Thực hiện",
            sections: words,
            f"{of_body}.mat_tran": "out=",
            f"{of_body}.+": "Ban Chỉ huy quân sự xã",
        },
    )

    assert answer.status_code == 303, answer.text
    with looking_in((browser.folder / "localities",) * 2):
        told = load_locality(PACK).told.data
    assert told["figures_annex"]["columns"] == ["label", "unit", "value", "note"]
    assert told["figures_annex"]["heads"] == {"value": "Thực hiện"}
    assert told["sections"] == {KIND: ["results", "assessment", "plan"]}
    assert told["issuers"]["people_committee"]["recipients"]["copies"] == {
        "mat_tran": False,
        "ban_chi_huy_quan_su_xa": "Ban Chỉ huy quân sự xã",
    }
    again = form(browser)
    assert again[json.dumps(columns.split("."))] == "Nội dung\nĐơn vị tính\nKỳ này\nGhi chú"
    assert again[json.dumps(sections.split("."))] == words
    page = browser.client.get(f"{BASE}locality/{PACK}/").text
    assert "figures_annex." not in html.fromstring(page).text_content()
    assert f"Các mục của văn bản › {KIND}" in page
    # What is typed again as it is shown changes nothing.
    before = said(browser)
    assert save(browser, **{sections: f"{words}\n"}).status_code == 303
    assert said(browser) == before


@pytest.mark.parametrize(
    ("path", "text"),
    [("figures_annex.columns", "Nội dung\nSố lượng"), (f"sections.{KIND}", "Đặc điểm tình hình"),
     (f"sections.{KIND}", "Kết quả\nĐánh giá chung")],
)  # fmt: skip
def test_a_word_that_names_no_column_and_no_section_is_not_written(
    browser: Browser, path: str, text: str
) -> None:
    before = said(browser)

    answer = save(browser, **{path: text})

    assert answer.status_code == 422
    assert "Chưa làm được" in answer.text
    assert said(browser) == before


def test_comments_and_what_the_form_does_not_show_stay(browser: Browser) -> None:
    text = (
        '# Xã Cao Sơn, theo tỉnh.\nname = "xã Cao Sơn" # tên đầy đủ\nlevel = "commune"\n'
        'place = "Cao Sơn"\nparent = "hoa-binh"\n\n'
        '[abbreviations] # chữ viết tắt\nANTT = { long = "an ninh trật tự" }\n'
    )
    (pack(browser) / "locality.toml").write_text(text, encoding="utf-8")

    assert save(browser, place="Đà Bắc").status_code == 303

    assert said(browser) == text.replace('place = "Cao Sơn"', 'place = "Đà Bắc"')
    assert "abbreviations.ANTT" in browser.client.get(f"{BASE}locality/{PACK}/").text
    assert save(browser, place="Cao Sơn").status_code == 303
    assert said(browser) == text


def test_an_editor_outside_is_told_of_and_not_overwritten(browser: Browser) -> None:
    mine = form(browser, place="Đà Bắc")
    other = said(browser).replace('"Cao Sơn"\nparent', '"Tu Lý"\nparent')
    (pack(browser) / "locality.toml").write_text(other, encoding="utf-8")

    answer = send(browser, f"locality/{PACK}/change", **mine)

    assert answer.status_code == 409
    assert "nay là “Tu Lý”" in answer.text
    assert 'value="Đà Bắc"' in answer.text
    assert said(browser) == other


def test_an_editor_outside_who_changed_another_field_is_joined(browser: Browser) -> None:
    mine = form(browser, place="Đà Bắc")
    other = said(browser) + 'closing = "Xin báo cáo"\n'
    (pack(browser) / "locality.toml").write_text(other, encoding="utf-8")

    assert send(browser, f"locality/{PACK}/change", **mine).status_code == 303

    assert 'place = "Đà Bắc"' in said(browser)
    assert 'closing = "Xin báo cáo"' in said(browser)


@pytest.mark.parametrize(
    ("path", "text"),
    [("headings.plan", "Phương hướng {nam_toi}"), ("headings.plan", "IV. Phương hướng"),
     ("parent", "khong-co"), ("parent", PACK), ("force", "khong_co"),
     ("issuers.people_committee.symbol", "U\u202eBND"), ("name", "")],
)  # fmt: skip
def test_what_makes_a_faulty_pack_is_refused_at_its_field(
    browser: Browser, path: str, text: str
) -> None:
    before = said(browser)
    typed = form(browser, **{path: text})
    tried = send(browser, f"locality/{PACK}/try", **typed).json()["findings"]
    answer = send(browser, f"locality/{PACK}/change", **typed)

    if path == "name":
        # A pack without a name is another body of its parent: nothing is wrong with that.
        assert (answer.status_code, said(browser) != before) == (303, True)
        return
    assert answer.status_code == 422
    assert said(browser) == before
    assert [found["message"] for found in tried if found["severity"] == "error"]
    assert "Chưa làm được" in answer.text
    assert "briefing-run-" not in answer.text + json.dumps(tried)


def test_a_change_is_tried_on_a_report_and_nothing_is_written(browser: Browser) -> None:
    before = {file: file.read_bytes() for file in browser.folder.rglob("*") if file.is_file()}

    told = send(browser, f"locality/{PACK}/try", **form(browser, place="Đà Bắc"))

    assert "Đà Bắc" in told.json()["page"]
    # It belongs to another commune, which is told of every document to come.
    (finding,) = told.json()["findings"]
    assert (finding["severity"], "Đà Bắc" in finding["message"]) == ("warning", True)
    after = {file: file.read_bytes() for file in browser.folder.rglob("*") if file.is_file()}
    assert after == before


def test_a_pack_is_tried_on_its_own_report_first(browser: Browser) -> None:
    text = HOA_BINH.read_text(encoding="utf-8")
    own = text.replace("locality: hoa-binh", f"locality: {PACK}")
    (browser.folder / "cua-xa.yaml").write_text(own, encoding="utf-8")
    (browser.folder / "a-hong.yaml").write_text("kind: [", encoding="utf-8")

    page = browser.client.get(f"{BASE}locality/{PACK}/").content
    offered = html.fromstring(page).get_element_by_id("report").value_options

    assert offered == ["cua-xa.yaml", HOA_BINH.name, "a-hong.yaml", ""]
    assert f'href="../../locality/{PACK}/"' in browser.page("cua-xa.yaml").text


def test_a_pack_is_tried_where_there_is_no_report(browser: Browser) -> None:
    told = send(browser, f"locality/{PACK}/try", report="", **form(browser, place="Đà Bắc"))

    assert "Đà Bắc" in told.json()["page"]


def test_a_block_is_tried_on_a_document_of_its_kind(browser: Browser) -> None:
    own = {"kind": "bao-cao-tom-tat", "name": "title"}
    told = send(browser, f"locality/{PACK}/try-block", **own, text="# Báo cáo\n\nĐọc tại xã\n")

    assert "Đọc tại xã" in told.json()["page"].replace("\u00a0", " ")


def style(browser: Browser, content: bytes) -> Any:
    return browser.client.post(
        f"{BASE}locality/{PACK}/style",
        data={"token": browser.office.token},
        files={"file": ("../../kieu.docx", content)},
        follow_redirects=False,
    )


def test_a_word_file_of_styles_goes_up_and_down_and_away(browser: Browser) -> None:
    word = briefing.build(briefing.load(HOA_BINH))
    address = f"{BASE}locality/{PACK}/style.docx"
    assert browser.client.get(address).status_code == 404

    assert style(browser, word).status_code == 303

    assert browser.client.get(address).content == word
    assert (pack(browser) / "style.docx").read_bytes() == word
    assert send(browser, f"locality/{PACK}/style").status_code == 303
    assert not (pack(browser) / "style.docx").exists()


def bomb() -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", 8) as archive:
        archive.writestr("word/document.xml", b" " * (64 * 1024 * 1024))
    return made.getvalue()


NO_STYLES: dict[str, Callable[[], bytes]] = {
    "text": lambda: b"khong phai Word",
    "the start of a zip": lambda: b"PK\x03\x04",
    "zip bomb": bomb,
    "many bytes": lambda: b"0" * 9_000_000,
}


@pytest.mark.parametrize("content", NO_STYLES.values(), ids=NO_STYLES)
def test_what_is_no_word_file_of_styles_is_refused(
    browser: Browser, content: Callable[[], bytes]
) -> None:
    answer = style(browser, content())

    assert (answer.status_code, "Chưa làm được" in answer.text) == (422, True)
    assert not (pack(browser) / "style.docx").exists()


def test_states_of_a_pack_are_kept_shown_and_restored(browser: Browser) -> None:
    before = said(browser)
    assert save(browser, place="Đà Bắc").status_code == 303
    assert block(browser, "keep-block").status_code == 303

    page = browser.client.get(f"{BASE}locality/{PACK}/versions").text
    [stamp] = set(re.findall(r"since=(\d{8}-\d{6})", page))
    shown = html.fromstring(
        browser.client.get(f"{BASE}locality/{PACK}/versions?since={stamp}").content
    ).text_content()
    restored = send(browser, f"locality/{PACK}/restore", since=stamp)

    assert '-place = "Cao Sơn"' in shown
    assert "+{% block closing_sentence %}" in shown
    assert restored.status_code == 303
    assert said(browser) == before
    assert not (pack(browser) / f"{KIND}.md.j2").exists()
    assert send(browser, f"locality/{PACK}/restore", since="../../x").status_code == 404


def test_only_packs_of_the_folder_are_changed(browser: Browser, tmp_path: Path) -> None:
    shelf = browser.folder / "localities"
    (shelf / "lien-ket").symlink_to(shutil.copytree(pack(browser), tmp_path / "ngoai"))

    for name in ("hoa-binh", "lien-ket", "khong-co", "%2e%2e", "cao-son.."):
        assert browser.client.get(f"{BASE}locality/{name}/").status_code in (403, 404)
        assert send(browser, f"locality/{name}/change").status_code in (403, 404)
    assert (REPOSITORY / "templates/localities/hoa-binh/locality.toml").is_file()


def test_a_script_in_a_pack_is_only_text(browser: Browser) -> None:
    script = "<script>alert(1)</script>"
    assert save(browser, place=script, **{"recipients.copies.+": script}).status_code == 303

    page = browser.client.get(f"{BASE}locality/{PACK}/").text

    assert "<script>alert" not in page
    assert script in form(browser).values()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("name", "text"),
    [("hoa-binh/cao-son", 'name = "xã Cao Sơn"\nlevel = "commune"\nplace = "Cao Sơn"\n'),
     ("hoa-binh", ""), ("cong-an", 'parent = "hoa-binh"\nforce = "police"\n')],
)  # fmt: skip
def test_packs_of_every_shape_are_changed(
    name: str, text: str, language: str, tmp_path: Path
) -> None:
    folder = tmp_path / "localities" / name
    folder.mkdir(parents=True)
    (folder / "locality.toml").write_text(text, encoding="utf-8")
    shutil.copy(HOA_BINH, tmp_path)
    browser = Browser(tmp_path, language)
    address = f"locality/{name.replace('/', '.')}"
    page = browser.client.get(f"{BASE}{address}/")
    assert page.status_code == 200, page.text
    told = dict(html.fromstring(page.content).get_element_by_id("facts").form_values())
    key = json.dumps(["recipients", "copies", "cap_huyen"])
    told |= {f"state:{key}": "out", json.dumps(["closing"]): "Xin báo cáo"}

    tried = send(browser, f"{address}/try", **told).json()
    answer = send(browser, f"{address}/change", **told)

    # A province that has joined another is told of, and is no error.
    errors = [found for found in tried["findings"] if found["severity"] == "error"]
    assert (errors, answer.status_code) == ([], 303)
    said = run_forked("locality", "diff", name, folder=tmp_path).out.splitlines()
    assert sorted(line.partition(":")[0] for line in said) == [
        "closing", "recipients.copies.cap_huyen"
    ]  # fmt: skip
    assert "Xin báo cáo" in tried["page"].replace("\u00a0", " ")
