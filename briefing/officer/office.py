"""All that is open in the browser: the folder, its reports, and the words of the pages."""

from __future__ import annotations

import asyncio
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from secrets import token_urlsafe
from typing import Any
from urllib.parse import quote

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup
from starlette.exceptions import HTTPException

from briefing.findings.catalogues import catalogue
from briefing.officer.desk import EDITED, Desk
from briefing.officer.opened import Opened
from briefing.officer.pack_opened import PackOpened
from briefing.officer.sent_once import parted
from briefing.officer.shelf import Shelf
from briefing.officer.trial import Trial
from briefing.output import Scratch
from briefing.templating import kinds

_OPEN = 20
"""How many reports are followed at a time; the one longest not asked for is closed."""

_PAGES = ("base", "home", "report", "versions", "locality", "block", "looked_at")
_PARTS = ("pack", "unseen")
"""What several of the pages are made over, or hold."""

_TIGHT = ("beside", "empty", "fields", "form", "section")
"""Those that are sent without the ends of their lines: a browser keeps each as a node."""


class Office:
    """What is open, and until when."""

    def __init__(self, folder: Path, language: str) -> None:
        self.desk = Desk(folder)
        self.language = language
        self.token = token_urlsafe(32)
        self.ended = asyncio.Event()
        self.shelf = Shelf(self.desk.folder)
        self._scratch: Scratch | None = None
        self._opened: dict[str, Opened] = {}
        self._opening = asyncio.Lock()

    async def opened(self, name: str) -> Opened:
        """Return a report of the folder, opened; none that the folder does not list."""
        source = self.desk.sources().get(name)
        if source is None or source.suffix.lower() not in EDITED:
            raise HTTPException(404)
        async with self._opening:
            report = self._opened.pop(name, None)
            if report is None:
                report = Opened(source, self.language)
                await report.begin()
            self._opened[name] = report
            while len(self._opened) > _OPEN:
                await self._opened.pop(next(iter(self._opened))).end()
        return report

    @property
    def trial(self) -> Trial:
        """Where packs are tried before they are kept."""
        if self._scratch is None:
            self._scratch = Scratch()
        return Trial(self._scratch.folder / "localities")

    def pack(self, name: str) -> PackOpened:
        """Return a pack of the folder, opened; none that the folder does not have."""
        folder = self.shelf.packs().get(name)
        if folder is None:
            raise HTTPException(404)
        return PackOpened(self.shelf, name, folder, self.language)

    def home_values(self) -> dict[str, Any]:
        """Return what the first page shows."""
        reports, packs = self.desk.reports(), self.shelf.listed()
        parents = self.shelf.parents(self.language)
        own = {pack.name for pack in packs}
        return {
            "folder": str(self.desk.folder),
            "reports": reports,
            "links": {report.name: f"report/{quote(report.name)}/" for report in reports},
            "kinds": {name: kind.description(self.language) for name, kind in kinds().items()},
            "periods_of": {name: " ".join(kind.periods) for name, kind in kinds().items()},
            "localities": sorted(parents, key=lambda one: one[0] not in own),
            "packs": packs,
            "pack_links": {one.name: f"locality/{one.name.replace('/', '.')}/" for one in packs},
            "parents": parents,
            "year": date.today().year,
        }

    def close(self) -> None:
        """Tell all who listen that it ends."""
        self.ended.set()
        for report in self._opened.values():
            report.session.close()

    async def end(self) -> None:
        """Follow nothing any longer."""
        for report in self._opened.values():
            await report.end()
        if self._scratch:
            self._scratch.close()
            self._scratch = None

    def render(self, page: str, **values: Any) -> str:
        """Return a page in the language of the office."""
        known = catalogue(self.language)
        words, usual = known["page"], {"up": "../../", "typed": None, "faults": ()}
        template = _environment().get_template(f"{page}.html")
        return template.render(
            words=words,
            names_of_blocks=known["block"],
            language=self.language,
            token=self.token,
            **{**usual, **values},
        )


def quoted(text: str) -> Markup:
    """Return a text as the value of an attribute, in single quotes: a path has many double ones."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;")
    return Markup(f"'{safe}'")  # noqa: S704 - all that could end it was replaced


@cache
def _environment() -> Environment:
    folder = files("briefing.officer").joinpath("pages")
    texts = {
        f"{name}.html": folder.joinpath(f"{name}.html").read_text(encoding="utf-8")
        for name in (*_PAGES, *_PARTS, *_TIGHT)
    }
    for name in (f"{name}.html" for name in _TIGHT):
        texts[name] = "".join(line.strip() for line in texts[name].splitlines())
    made = Environment(
        loader=DictLoader(texts),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["first_up"] = lambda text: text[:1].upper() + text[1:]
    made.filters["parted"] = parted
    made.filters["quoted"] = quoted
    made.filters["before_colon"] = lambda text: text.partition(":")[0].partition(",")[0]
    return made
