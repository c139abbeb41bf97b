"""The officer's page without a network: a folder, and a browser that only asks."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import html
from starlette.testclient import TestClient

from briefing.officer.app import application
from briefing.officer.office import Office

TOKEN = "ma-cua-lan-chay-nay"
BASE = f"http://127.0.0.1:8000/{TOKEN}/"


class Browser:
    """What a person does in the browser, as requests."""

    def __init__(self, folder: Path, language: str = "vi") -> None:
        self.folder = folder
        self.office = Office(folder, language)
        self.app = application(self.office, TOKEN)
        self.client = TestClient(self.app, base_url=BASE)
        self.home = self.client.get(BASE)

    @property
    def headers(self) -> dict[str, str]:
        return {"X-Token": self.office.token}

    def page(self, name: str, below: str = "") -> Any:
        return self.client.get(f"{BASE}report/{name}/{below}")

    def form(self, name: str) -> html.HtmlElement:
        answer = self.page(name)
        assert answer.status_code == 200, answer.text
        return shown_of(answer.content)

    def form_alone(self, name: str) -> str:
        """Return all that the page is sent to show its form anew."""
        told = self.page(name, "form").json()
        sections = "".join(one["html"] for one in told["sections"])
        return f"{sections}{told['beside']}{told['empty']['html']}"

    def type(self, name: str, *changes: dict[str, Any]) -> Any:
        """Send changes as the page's script does."""
        address = f"{BASE}report/{name}/change"
        return self.client.post(address, json=list(changes), headers=self.headers)

    def new(self, **fields: str) -> str:
        """Make a new report and return the name of its file."""
        told = {"kind": "bao-cao-tong-ket", "year": "2026", "period": "year", **fields}
        answer = self.client.post(
            f"{BASE}new", data={"token": self.office.token, **told}, follow_redirects=False
        )
        assert answer.status_code == 303, answer.text
        return answer.headers["location"].split("/")[1]

    def state(self, name: str) -> dict[str, Any]:
        return json.loads(self.page(name, "state").content)

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


def shown_of(content: bytes | str) -> html.HtmlElement:
    """Return a page as a browser shows it: lists have what templates hold, which are not there."""
    page = html.fromstring(content)
    for box in page.xpath("//select[@data-list]"):
        chosen = {one.get("value") for one in box}
        [offered] = page.xpath(f"//template[@id='list-{box.get('data-list')}']")
        box[:] = [deepcopy(one) for one in offered]
        for one in box:
            if one.get("value") in chosen:
                one.set("selected", "")
    for template in page.findall(".//template"):
        template.drop_tree()
    return page


def values(form: html.HtmlElement) -> dict[str, str]:
    """Return what each field of a page shows, by what it is called."""
    found = {}
    for box in form.iter("input", "textarea", "select"):
        if box.get("data-path"):
            found[box.get("id")] = box.value if box.tag == "select" else box.value or ""
    return found
