"""Who is answered: nobody but the page itself, and changes only with its tokens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from in_rows import in_rows
from starlette.testclient import TestClient

from .desk import BASE, TOKEN, Browser

NAME = HOA_BINH.name
CHANGE = f"{BASE}report/{NAME}/change"
POSTS = [
    f"{BASE}new",
    f"{BASE}bring",
    f"{BASE}end",
    CHANGE,
    f"{BASE}report/{NAME}/undo",
    f"{BASE}report/{NAME}/restore",
    f"{BASE}locality/new",
    *(
        f"{BASE}locality/cao-son/{doing}"
        for doing in (
            *("change", "try", "try-block", "keep-block", "leave-block", "style", "restore"),
        )
    ),
]


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    shutil.copy(HOA_BINH, tmp_path)
    return Browser(tmp_path)


@in_rows("address", POSTS)
def test_a_change_without_the_token_of_the_page_is_refused(browser: Browser, address: str) -> None:
    before = browser.text(NAME)

    for headers in ({}, {"X-Token": "sai"}, {"X-Token": TOKEN}):
        assert browser.client.post(address, json=[], headers=headers).status_code == 403
    assert browser.text(NAME) == before
    assert not browser.office.ended.is_set()


@in_rows("address", POSTS)
def test_a_change_without_the_cookie_is_refused(browser: Browser, address: str) -> None:
    stranger = TestClient(browser.app, base_url=BASE)

    assert stranger.post(address, json=[], headers=browser.headers).status_code == 403


@in_rows(
    "headers",
    [{"host": "baocao.example"}, {"host": "127.0.0.1:8000@evil"}, {"origin": "http://evil.example"},
     {"origin": "null"}, {"host": "localhost.evil.example"}],
)  # fmt: skip
@in_rows("path", ["", f"report/{NAME}/", f"report/{NAME}/state"])
def test_other_names_and_other_pages_are_answered_with_nothing(
    browser: Browser, headers: dict[str, str], path: str
) -> None:
    answer = browser.client.get(BASE + path, headers=headers)

    assert (answer.status_code, answer.content) == (403, b"")


def test_nothing_is_answered_without_the_token_of_the_first_link(browser: Browser) -> None:
    stranger = TestClient(browser.app, base_url="http://127.0.0.1:8000/")

    for path in ("/", f"/report/{NAME}/", "/x/", f"/{TOKEN}x/", "/static/page.css"):
        assert stranger.get(path).status_code == 403


def test_pages_run_no_script_of_their_own_markup(browser: Browser) -> None:
    policy = browser.page(NAME).headers["content-security-policy"]

    assert "script-src 'self'" in policy
    assert "form-action 'self'" in policy
    assert "unsafe" not in policy


def test_script_typed_into_fields_stays_text(browser: Browser) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    browser.type(
        NAME,
        {"path": ["place"], "text": evil},
        {"path": ["subject"], "text": evil},
        {"path": ["figures", "", "label"], "text": evil, "name": evil},
    )

    for page in (
        browser.page(NAME).text,
        browser.client.get(BASE).text,
        browser.form_alone(NAME),
    ):
        assert "<script>alert" not in page
        assert "<img" not in page


def test_a_request_that_is_too_large_is_refused_before_it_is_read(browser: Browser) -> None:
    headers = {**browser.headers, "content-length": str(2**30)}

    assert browser.client.post(f"{BASE}bring", content=b"x", headers=headers).status_code == 413


@in_rows(
    "body",
    ["[1]", "{}", "[", "null", '[{"path": []}]', '[{"path": [1.5]}]', '[{"text": "x"}]'],
)
def test_a_request_that_makes_no_sense_is_refused(browser: Browser, body: str) -> None:
    before = browser.text(NAME)
    headers = {**browser.headers, "content-type": "application/json"}

    assert browser.client.post(CHANGE, content=body, headers=headers).status_code == 400
    assert browser.text(NAME) == before


def test_the_page_ends_the_program(browser: Browser) -> None:
    answer = browser.client.post(f"{BASE}end", data={"token": browser.office.token})

    assert "Chương trình đã đóng" in answer.text
    assert browser.office.ended.is_set()


@in_rows(
    "body",
    [b'[{"path":["subject"],"text":5}]', b'[{"path":["subject"],"text":["a"]}]', b"[[]]",
     b'[{"path":["subject"],"was":5,"text":"x"}]', b'[{"path":["tasks",0],"to":1.5}]',
     b'[{"path":["subject"],"text":"\\ud800"}]', b'[{"path":"subject","text":"x"}]',
     b"[" * 100_000, b'[{"path":[' + b'"a",' * 5_000 + b'"b"],"text":"x"}]',
     b'[{"path":["figures",null],"text":"x"}]'],
)  # fmt: skip
def test_a_change_of_another_shape_is_refused(browser: Browser, body: bytes) -> None:
    before = browser.text(NAME)

    answer = browser.client.post(CHANGE, content=body, headers=browser.headers)

    assert answer.status_code == 400
    assert browser.text(NAME) == before


def test_a_change_that_makes_a_file_too_large_to_be_read_is_refused(browser: Browser) -> None:
    before = browser.text(NAME)

    answer = browser.type(NAME, {"path": ["subject"], "text": "x" * 1_100_000})

    assert (answer.status_code, "tệp lớn hơn 1 MB" in answer.text) == (422, True)
    assert browser.text(NAME) == before


@in_rows("year", ["1" * 5_000, "99999", "\u0662\u0660\u0662\u0665", "-1", ""])
def test_a_year_that_is_none_makes_no_report(browser: Browser, year: str) -> None:
    form = {"token": browser.office.token, "kind": "bao-cao-tong-ket", "year": year}
    before = sorted(browser.folder.iterdir())

    assert browser.client.post(f"{BASE}new", data=form).status_code == 422
    assert sorted(browser.folder.iterdir()) == before


def test_digits_without_end_stay_the_text_that_was_typed(browser: Browser) -> None:
    answer = browser.type(NAME, {"path": ["period", "year"], "text": "9" * 5_000})

    assert answer.status_code == 200
    assert "9" * 5_000 in browser.text(NAME)


def test_nothing_is_taken_back_in_a_file_that_can_be_read_no_more(browser: Browser) -> None:
    assert browser.type(NAME, {"path": ["place"], "text": "Nơi khác"}).status_code == 200
    (browser.folder / NAME).write_bytes(b"\xff" * 10)

    answer = browser.client.post(f"{BASE}report/{NAME}/undo", headers=browser.headers)

    assert (answer.status_code, "không phải mã UTF-8" in answer.text) == (422, True)
    assert (browser.folder / NAME).read_bytes() == b"\xff" * 10
