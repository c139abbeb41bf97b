"""A pack of localities in the browser, as tests send, save and read it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from cli.running import HOA_BINH, run_forked
from lxml import html

from .desk import BASE, Browser

PACK = "cao-son"
KIND, BLOCK = "bao-cao-tong-ket", "closing_sentence"
OWN = "Trên đây là kết quả của {{ report.issuer.name }}{{ end_mark }}\n"


def with_pack(folder: Path) -> Browser:
    """Return the browser of a folder with a report and a commune's pack."""
    shutil.copy(HOA_BINH, folder)
    browser = Browser(folder)
    answer = send(browser, "locality/new", called="xã Cao Sơn", parent="hoa-binh")
    assert answer.status_code == 303, answer.text
    return browser


def send(browser: Browser, address: str, **fields: Any) -> Any:
    told = {"token": browser.office.token, **{"report": HOA_BINH.name, **fields}}
    return browser.client.post(f"{BASE}{address}", data=told, follow_redirects=False)


def form(browser: Browser, **typed: str) -> dict[str, str]:
    """Return the form of the pack as a browser sends it, with what was typed by path."""
    page = browser.client.get(f"{BASE}locality/{PACK}/")
    assert page.status_code == 200, page.text
    facts = html.fromstring(page.content).get_element_by_id("facts")
    # A browser leaves out the line end after the tag of a text.
    told = {key: said.removeprefix("\n") for key, said in facts.form_values()}
    for path, text in typed.items():
        state, _, said = text.rpartition("=")
        key = json.dumps(path.split("."), ensure_ascii=False)
        assert key in told, sorted(told)
        if state:
            told[f"state:{key}"] = state
        told[key] = said
    return told


def save(browser: Browser, **typed: str) -> Any:
    return send(browser, f"locality/{PACK}/change", **form(browser, **typed))


def block(browser: Browser, doing: str, text: str = OWN, **fields: str) -> Any:
    page = browser.client.get(f"{BASE}locality/{PACK}/block?kind={KIND}&name={BLOCK}")
    assert page.status_code == 200, page.text
    [found] = html.fromstring(page.content).xpath("//input[@name='digest']/@value")
    told = {"kind": KIND, "name": BLOCK, "text": text, "digest": found, **fields}
    return send(browser, f"locality/{PACK}/{doing}", **told)


def pack(browser: Browser) -> Path:
    return browser.folder / "localities" / PACK


def said(browser: Browser) -> str:
    return (pack(browser) / "locality.toml").read_text(encoding="utf-8")


def differing(browser: Browser) -> list[str]:
    """Return what the command says of the pack, but for the lines of the blocks."""
    told = run_forked("locality", "diff", PACK, folder=browser.folder).out
    return [line for line in told.splitlines() if not line.startswith("  ")]
