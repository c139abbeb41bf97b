"""The officer's page: what it brings in, keeps and gives away."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from lxml import html

import briefing
from briefing.reading import read

from .desk import BASE, Browser

NAME = HOA_BINH.name


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    shutil.copy(HOA_BINH, tmp_path)
    return Browser(tmp_path)


def test_the_files_are_those_of_the_command_line(browser: Browser) -> None:
    source = browser.folder / NAME
    word = browser.page(NAME, "file.docx")

    assert word.content == briefing.build(briefing.load(source))
    assert word.headers["content-disposition"] == "attachment; filename*=UTF-8''hoa-binh-2023.docx"
    assert browser.page(NAME, "file.md").text == briefing.preview(briefing.load(source))
    assert browser.page(NAME, "file.xlsx").content[:2] == b"PK"
    assert browser.page(NAME, "file.exe").status_code == 404


def test_a_final_file_is_refused_with_its_errors_and_a_draft_given(browser: Browser) -> None:
    name = browser.new()

    refused = browser.page(name, "file.docx")

    assert refused.status_code == 422
    assert "Chưa lập được văn bản chính thức: còn " in refused.text
    assert "thiếu nội dung công tác được tổng kết" in refused.text
    assert browser.page(name, "file.docx?draft").content[:2] == b"PK"


def test_a_new_report_begins_with_what_last_years_says(browser: Browser) -> None:
    name = browser.new(like=NAME, year="2024")
    now = read(browser.folder / name).data

    assert now["period"]["year"] == 2024
    assert now["previous_report"] == NAME
    last = read(HOA_BINH).data
    assert now["figures"].keys() == last["figures"].keys()
    # The next year's report begins with the numbers of the last as those of the period before.
    for key, figure in now["figures"].items():
        assert "value" not in figure
        assert figure.get("previous") == last["figures"][key].get("value")
    assert not {"conference", "awards", "inferred"} & now.keys()
    assert (
        (browser.folder / name).read_text("utf-8").startswith("# Kỳ báo cáo: năm 2023 → năm 2024")
    )


def test_a_new_report_of_the_same_year_is_a_copy(browser: Browser) -> None:
    name = browser.new(like=NAME, year="2023")

    assert briefing.load(browser.folder / name).figures == briefing.load(HOA_BINH).figures


def test_a_filled_workbook_is_brought_in_as_an_input_beside_it(browser: Browser) -> None:
    book = browser.page(NAME, "file.xlsx").content
    files = {"file": ("phieu đã điền.xlsx", book)}

    answer = browser.client.post(
        f"{BASE}bring", data={"token": browser.office.token}, files=files, follow_redirects=False
    )

    assert answer.status_code == 303
    made = browser.folder / "phieu-đã-điền.yaml"
    assert briefing.build(briefing.load(made)) == briefing.build(briefing.load(HOA_BINH))


@pytest.mark.parametrize("name", ["aux.yaml", "CON.yaml", "nul.tar.yaml"])
def test_no_file_is_kept_under_the_name_of_a_device(browser: Browser, name: str) -> None:
    browser.client.post(
        f"{BASE}bring", data={"token": browser.office.token}, files={"file": (name, b"schema: 1")}
    )

    assert (browser.folder / f"tep-{name}").read_bytes() == b"schema: 1"
    assert not (browser.folder / name).exists()


@pytest.mark.parametrize("name", ["a.exe", "khong-duoi", "../../ngoai.txt", "x.docx"])
def test_a_file_that_is_no_input_is_refused(browser: Browser, name: str) -> None:
    before = sorted(browser.folder.iterdir())
    answer = browser.client.post(
        f"{BASE}bring", data={"token": browser.office.token}, files={"file": (name, b"MZ")}
    )

    assert answer.status_code in (409, 422)
    assert sorted(browser.folder.iterdir()) == before


def test_kept_versions_are_shown_compared_and_restored(browser: Browser) -> None:
    before = browser.text(NAME)
    browser.type(NAME, {"path": ["place"], "text": "Cao Sơn"})
    [stamp] = browser.office._opened[NAME].versions.names()

    shown = browser.page(NAME, f"versions?since={stamp}")
    address = f"{BASE}report/{NAME}/restore"
    restored = browser.client.post(
        address, data={"token": browser.office.token, "since": stamp}, follow_redirects=False
    )

    assert "+place: Cao Sơn" in shown.text
    assert restored.status_code == 303
    assert browser.text(NAME) == before


def test_a_faulty_file_is_told_and_not_touched(browser: Browser) -> None:
    file = browser.folder / "hong.yaml"
    file.write_text("schema: 1\nkind: [\n", encoding="utf-8")

    page = browser.page("hong.yaml")
    typed = browser.type("hong.yaml", {"path": ["place"], "text": "x"})

    assert page.status_code == 200
    assert "của tệp). " in page.text
    assert typed.status_code == 422
    assert file.read_text(encoding="utf-8") == "schema: 1\nkind: [\n"


def test_the_kept_states_lie_in_no_folder_elsewhere(browser: Browser, tmp_path: Path) -> None:
    elsewhere = tmp_path / "nơi khác"
    elsewhere.mkdir()
    (browser.folder / ".briefing").symlink_to(elsewhere, target_is_directory=True)
    before = browser.text(NAME)

    answer = browser.type(NAME, {"path": ["place"], "text": "Nơi khác"})

    assert answer.status_code == 422
    [told] = answer.json()["faults"]
    assert ".briefing" in told.partition(": ở đây đã có")[0], told
    assert browser.text(NAME) == before
    assert list(elsewhere.iterdir()) == []


def test_a_kept_state_that_is_a_link_is_not_shown(browser: Browser, tmp_path: Path) -> None:
    folder = browser.folder / ".briefing" / NAME
    folder.mkdir(parents=True)
    secret = tmp_path / "bí mật"
    secret.write_text("không ai được xem", encoding="utf-8")
    (folder / "20260101-000000").symlink_to(secret)

    answer = browser.page(NAME, "versions?since=20260101-000000")

    assert (answer.status_code, "không ai được xem" in answer.text) == (200, False)


@pytest.mark.parametrize("content", ["kind: x\n".encode("utf-16"), b"a: \xff\n", b"", b"\0" * 50])
def test_a_file_that_is_no_text_is_told_and_not_touched(browser: Browser, content: bytes) -> None:
    (browser.folder / NAME).write_bytes(content)

    assert browser.page(NAME).status_code == 200
    assert browser.page(NAME, "state").status_code == 200
    assert browser.type(NAME, {"path": ["place"], "text": "Nơi khác"}).status_code == 422
    assert (browser.folder / NAME).read_bytes() == content


@pytest.mark.parametrize("name", ["hoa-binh-2023", "cong-van-792-2022", "my-tho-2015-2020"])
def test_the_first_page_counts_what_the_report_tells(name: str, tmp_path: Path) -> None:
    source = HOA_BINH.with_name(f"{name}.yaml")
    (tmp_path / source.name).write_bytes(source.read_bytes())
    browser = Browser(tmp_path)
    page = html.fromstring(browser.home.content)
    [row] = page.findall(".//*[@aria-labelledby='reports-title']//tbody/tr")
    counted = [int(one) for one in re.findall(r"(\d+) (?:lỗi|điều)", row.text_content())]

    count = browser.form(source.name).find(".//*[@id='count']").text
    assert counted
    assert f"({sum(counted)})" == count
