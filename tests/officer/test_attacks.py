"""Other pages, other names and crooked paths: nothing is given away, and nothing is written."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from in_rows import in_rows

from .desk import BASE, TOKEN, Browser
from .test_keys import POSTS

NAME = HOA_BINH.name
STRANGE_HOSTS = [
    *("rebind.example", "rebind.example:8000", "127.0.0.1.nip.io", "127.0.0.1.nip.io:8000"),
    *("localhost.evil.example", "127.0.0.1.", "0.0.0.0", "0.0.0.0:8000", "127.1", "2130706433"),
    *("[::1]:8000", "[::ffff:127.0.0.1]", "127.0.0.1:8000@evil.example", "evil.example#127.0.0.1"),
    *("127.0.0.1:999999", "127.0.0.1,evil.example", "127.0.0.2", "\u0661\u0662\u0667.0.0.1"),
]
STRANGE_ORIGINS = [
    *("http://evil.example", "https://127.0.0.1:8000", "http://127.0.0.1:8001", "http://127.0.0.1"),
    *("http://localhost:8000", "http://127.0.0.1:8000.evil.example", "null", "file://", ""),
]
CROOKED = [
    *("../ben-ngoai.yaml", "..%2fben-ngoai.yaml", "%2e%2e%2fben-ngoai.yaml", "..%5cben-ngoai.yaml"),
    *("....//ben-ngoai.yaml", "%252e%252e%252fben-ngoai.yaml", "/etc/passwd", "%2fetc%2fpasswd"),
    *("C:%5cWindows%5cwin.ini", "ben-ngoai.yaml%00.yaml", "lien-ket.yaml", "%c0%ae%c0%ae/x.yaml"),
    *("file:///etc/passwd", "con.yaml", ".briefing", "thu-muc.yaml", "a" * 5000),
]


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    """Return the browser of a folder beside which lies what nobody may see."""
    folder = tmp_path / "bao-cao"
    folder.mkdir()
    shutil.copy(HOA_BINH, folder)
    (tmp_path / "ben-ngoai.yaml").write_text("kin: dieu-kin-ngoai\n", encoding="utf-8")
    (folder / "lien-ket.yaml").symlink_to(tmp_path / "ben-ngoai.yaml")
    (folder / "thu-muc.yaml").mkdir()
    return Browser(folder)


def state(folder: Path) -> dict[str, str]:
    """Return what lies around the folder of the page, and in it."""
    files = [file for file in folder.parent.rglob("*") if file.is_file()]
    digest = {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    return {at: said for at, said in digest.items() if "/.briefing/" not in at}


@in_rows("host", STRANGE_HOSTS)
def test_a_name_of_the_network_that_leads_here_is_answered_with_nothing(
    browser: Browser, host: str
) -> None:
    for address in (BASE, f"{BASE}report/{NAME}/state", f"{BASE}static/page.css"):
        answer = browser.client.get(address, headers={"host": host.encode()})
        assert (answer.status_code, answer.content) == (403, b"")
        assert "set-cookie" not in answer.headers


@in_rows("origin", STRANGE_ORIGINS)
def test_no_other_page_changes_anything(browser: Browser, origin: str) -> None:
    before = state(browser.folder)

    for address in POSTS:
        headers = {**browser.headers, "origin": origin}
        answer = browser.client.post(address, json=[], headers=headers)
        assert (address, answer.status_code, answer.content) == (address, 403, b"")
    assert state(browser.folder) == before
    assert not browser.office.ended.is_set()


@in_rows("name", CROOKED)
def test_crooked_paths_lead_nowhere(browser: Browser, name: str) -> None:
    before = state(browser.folder)
    one, pack = f"report/{name}", f"locality/{name}"
    asked = [
        *(f"{one}/", f"{one}/form", f"{one}/state", f"{one}/file.docx", f"{one}/file.yaml"),
        *(f"report/{NAME}/versions?since={name}", f"report/{NAME}/file{name}", f"static/{name}"),
        *(f"{pack}/", f"{pack}/style.docx", f"{pack}/versions", f"static/live/{name}"),
        f"locality/cao-son/block?kind={name}&name={name}",
    ]
    for address in asked:
        answer = browser.client.get(BASE + address)
        assert answer.status_code in (200, 400, 403, 404), address
        assert "dieu-kin-ngoai" not in answer.text
        assert "root:" not in answer.text
    for address in (f"{one}/change", f"{one}/undo", f"{pack}/change", f"{pack}/keep-block"):
        answer = browser.client.post(BASE + address, json=[], headers=browser.headers)
        assert answer.status_code in (400, 403, 404), address
    restored = browser.client.post(
        f"{BASE}report/{NAME}/restore", data={"token": browser.office.token, "since": name}
    )
    assert restored.status_code == 404
    assert state(browser.folder) == before


@pytest.mark.parametrize("name", CROOKED[::3])
def test_crooked_names_of_files_and_packs_stay_in_the_folder(browser: Browser, name: str) -> None:
    outside = {at for at in state(browser.folder) if "/bao-cao/" not in at}
    token = browser.office.token

    told = [
        browser.client.post(
            f"{BASE}bring",
            content=b"kind: x\n",
            headers={**browser.headers, "x-name": f"{name}.yaml".encode()},
        ),
        browser.client.post(
            f"{BASE}new",
            data={"token": token, "kind": "bao-cao-tong-ket", "year": "2026", "locality": name},
        ),
        browser.client.post(
            f"{BASE}new",
            data={"token": token, "kind": "bao-cao-tong-ket", "year": "2026", "like": name},
        ),
        browser.client.post(
            f"{BASE}new", data={"token": token, "kind": name, "year": "2026", "period": name}
        ),
        browser.client.post(
            f"{BASE}locality/new", data={"token": token, "called": name, "parent": name}
        ),
    ]
    assert [answer.status_code for answer in told if answer.status_code >= 500] == []
    assert all("dieu-kin-ngoai" not in answer.text for answer in told)
    assert {at for at in state(browser.folder) if "/bao-cao/" not in at} == outside


def test_a_token_of_another_run_opens_nothing(browser: Browser) -> None:
    other = Browser(browser.folder)

    told = {
        **other.headers,
        "cookie": "; ".join(f"{k}={v}" for k, v in other.client.cookies.items()),
    }
    for address in POSTS:
        assert browser.client.post(address, json=[], headers=told).status_code == 403
    assert TOKEN not in browser.home.text
