"""All that is open in the browser: the folder, its reports, and the words of the pages."""

from __future__ import annotations

import asyncio
from functools import cache
from importlib.resources import files
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from starlette.exceptions import HTTPException

from briefing.findings.catalogues import catalogue
from briefing.officer.desk import EDITED, Desk
from briefing.officer.opened import Opened

_OPEN = 20
"""How many reports are followed at a time; the one longest not asked for is closed."""

_PAGES = ("base", "home", "report", "form", "versions")


class Office:
    """What is open, and until when."""

    def __init__(self, folder: Path, language: str) -> None:
        self.desk = Desk(folder)
        self.language = language
        self.token = token_urlsafe(32)
        self.ended = asyncio.Event()
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

    def close(self) -> None:
        """Tell all who listen that it ends."""
        self.ended.set()
        for report in self._opened.values():
            report.session.close()

    async def end(self) -> None:
        """Follow nothing any longer."""
        for report in self._opened.values():
            await report.end()

    def render(self, page: str, **values: Any) -> str:
        """Return a page in the language of the office."""
        words = catalogue(self.language)["page"]
        template = _environment().get_template(f"{page}.html")
        return template.render(
            words=words, language=self.language, token=self.token, **{"faults": (), **values}
        )


@cache
def _environment() -> Environment:
    folder = files("briefing.officer").joinpath("pages")
    names = [f"{name}.html" for name in _PAGES]
    texts = {name: folder.joinpath(name).read_text(encoding="utf-8") for name in names}
    made = Environment(
        loader=DictLoader(texts),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["first_up"] = lambda text: text[:1].upper() + text[1:]
    made.filters["before_colon"] = lambda text: text.partition(":")[0].partition(",")[0]
    return made
