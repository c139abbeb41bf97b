"""Whatever is typed, the page that is sent piece by piece is the one that a build makes whole."""

from __future__ import annotations

import asyncio
import random
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from cli.running import HOA_BINH, REPOSITORY
from exploring import seldom

from briefing.findings import UserError
from briefing.forms import Edit
from briefing.html import body, known
from briefing.live.shown import Options, Shown, show
from briefing.officer.naming import FieldChange
from briefing.officer.opened import Opened
from briefing.officer.sheets_sent import sheets_since

from .desk import BASE, Browser

LONG = REPOSITORY / "inputs" / "kinh-te-xa-hoi-xa-2026.yaml"
TABLE_END = "</tbody></table>"
WORDS = ("thêm một ý", "12,5%", "1.315 vụ", "a < b & “c”", "**đậm**", "{khong_co}", "x" * 300)


@dataclass
class Window:
    """What a browser keeps of the page, and makes of what it is sent."""

    number: int = 0
    title: str = ""
    rules: str = ""
    parts: list[tuple[str, list[str]]] = field(default_factory=list)
    sent: int = 0

    def take(self, told: Mapping[str, Any] | None) -> None:
        if told is None:
            return
        before = self.parts if told["of"] else []
        assert told["of"] in (0, self.number)
        self.number, self.title = told["number"], told["title"]
        self.rules = self.rules if told["rules"] is None else told["rules"]
        self.parts = []
        for at, part in enumerate(told["parts"]):
            old = before[at][1] if at < len(before) else []
            end = old[len(old) - part["end"] :]
            self.parts.append((part["kind"], [*old[: part["start"]], *part["units"], *end]))
            self.sent += len(part["units"])

    @property
    def text(self) -> str:
        return "".join(
            f'<section class="{kind}">{"".join(ended(units))}</section>'
            for kind, units in self.parts
        )


def ended(units: list[str]) -> Iterator[str]:
    """Yield units, and behind the rows of each table its end."""
    for at, unit in enumerate(units):
        yield unit
        below = units[at + 1] if at + 1 < len(units) else ""
        in_table = unit.endswith("<tbody>") or unit.startswith("<tr")
        if in_table and not below.startswith("<tr"):
            yield TABLE_END


def leaves(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from leaves(value, (*path, at))
    else:
        yield path


def some_change(dice: random.Random, opened: Opened) -> FieldChange:
    """Return a change of the kinds that the form makes: words, nothing, an entry moved or gone."""
    path = dice.choice([path for path in leaves(opened.data()) if path[0] != "schema"])
    entry = path[: max((at + 1 for at, step in enumerate(path) if type(step) is int), default=0)]
    if entry and dice.random() < 0.3:
        return FieldChange(Edit(entry, to=0) if dice.random() < 0.5 else Edit(entry))
    now = opened.shown_at(path, opened.data())
    at = dice.randint(0, len(now))
    ways = ("", f"{now[:at]} {dice.choice(WORDS)} {now[at:]}", f"{now[:at]}z{now[at:]}", now[:at])
    return FieldChange(Edit(path, dice.choice(ways)), now)


def whole(opened: Opened, before: Shown, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """Return what is shown of the file where nothing is known of the pages before it."""
    monkeypatch.setattr(body, "_KNOWN", known.Known(most=10_000))
    monkeypatch.setattr(body, "_LAID", known.Known(most=64))
    return show(Options(opened.source, places=False), before)


@pytest.mark.parametrize(("source", "draft"), [(HOA_BINH, True), (LONG, False)])
def test_what_is_sent_of_each_change_makes_the_page_of_a_whole_build(
    source: Path, draft: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in source.parent.glob(f"{source.stem}.*"):
        shutil.copy(file, tmp_path)
    dice, window = random.Random(source.name), Window()

    async def typed() -> None:
        opened, before = Opened(tmp_path / source.name, "vi"), Shown()
        await opened.session.refresh()
        if draft:
            await opened.change([FieldChange(Edit(("figures", "kham_pha", "out_of"), "900"))])
        drafts = set[bool]()
        for turn in range(seldom(80)):
            try:
                await opened.change([some_change(dice, opened)])
            except UserError:
                continue
            at_once = opened.session.shown
            if dice.random() < 0.7:
                window.take(sheets_since(opened.session.pages, window.number))
            if dice.random() < 0.2:
                continue  # a newer key comes before the checks
            await opened.session.whole()
            shown = opened.session.shown
            window.take(sheets_since(opened.session.pages, window.number))
            before = whole(opened, before, monkeypatch)

            assert shown.checked
            assert (shown.page, shown.findings, shown.files) == (
                before.page,
                before.findings,
                before.files,
            ), turn
            assert (shown.stale, shown.draft) == (before.stale, before.draft)
            assert f'<article class="document">{window.text}</article>' in shown.page
            assert f"<title>{window.title}</title>" in shown.page.replace("&amp;", "&")
            if at_once.findings == shown.findings and not shown.stale:
                assert at_once.page == shown.page
            drafts.add(shown.draft)
        assert draft in drafts

    asyncio.run(typed())


def test_the_sheets_come_with_the_answer_and_what_is_found_later(tmp_path: Path) -> None:
    shutil.copy(HOA_BINH, tmp_path)
    browser = Browser(tmp_path)
    have = browser.page(HOA_BINH.name, "state?have=0").json()["sheets"]["number"]
    change = {"path": ["figures", "kham_pha", "out_of"], "text": "900", "was": "778"}
    address = f"{BASE}report/{HOA_BINH.name}/change?have={have}"
    state = browser.client.post(address, json=[change], headers=browser.headers).json()["state"]

    assert (state["checked"], "findings" in state) == (False, False)
    sent = [unit for part in state["sheets"]["parts"] for unit in part["units"]]
    assert any("771/900" in re.sub("<[^>]*>", "", unit) for unit in sent)
    assert len(sent) < 10
    found = browser.state(HOA_BINH.name)["findings"]
    told = [one["path"] for one in found if one["severity"] == "error"]
    assert told == ["figures.kham_pha.accepted"]  # it was the rate of another number
