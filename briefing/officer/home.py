"""The first page: the reports of the folder, a new one, a file that is brought in."""

from __future__ import annotations

import asyncio
import re
from urllib.parse import quote, unquote

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from briefing.findings import InputError, UserError, say
from briefing.officer.beginning import NotChosenError, chosen_period
from briefing.officer.office import Office
from briefing.templating import kinds

_YEAR = re.compile(r"[0-9]{4}")


class Home:
    """Answers about the folder."""

    def __init__(self, office: Office) -> None:
        self._office = office

    async def page(self, _: Request) -> Response:
        """Answer with the list of reports."""
        return await self._shown([])

    async def _shown(self, faults: list[str], status: int = 200) -> Response:
        values = await asyncio.to_thread(self._office.home_values)
        if unnamed := self._office.desk.unnamed():
            faults = [*faults, say("page.unnamed", self._office.language, count=unnamed)]
        page = self._office.render("home", **values, faults=faults)
        return HTMLResponse(page, status)

    async def new(self, request: Request) -> Response:
        """Write a new input and open it."""
        form = {name: str(value) for name, value in (await request.form()).items()}
        kind, year = form.get("kind", ""), form.get("year", "")
        if kind not in kinds() or not _YEAR.fullmatch(year):
            return await self._shown([say("page.choose", self._office.language)], 422)
        try:
            name = self._office.desk.new(
                kind,
                chosen_period(form, kinds()[kind].periods, self._office.language),
                self._office.language,
                locality=form.get("locality", ""),
                like=form.get("like", ""),
            )
        except NotChosenError as error:
            return await self._shown([str(error)], 422)
        except UserError as error:
            return await self._refused(error)
        return _to(name)

    async def bring(self, request: Request) -> Response:
        """Keep a file in the folder and open what it says."""
        name, content = unquote(request.headers.get("x-name", "")), b""
        if name:
            content = await request.body()
        else:
            file = (await request.form()).get("file")
            if isinstance(file, UploadFile):
                name, content = file.filename or "", await file.read()
        language = self._office.language
        try:
            opened = await asyncio.to_thread(self._office.desk.bring, name, content, language)
        except UserError as error:
            return await self._refused(error)
        return _to(opened)

    async def end(self, _: Request) -> Response:
        """End the program."""
        self._office.close()
        return HTMLResponse(say("page.ended", self._office.language))

    async def _refused(self, error: UserError) -> Response:
        told = [found.as_text(self._office.language) for found in error.findings]
        return await self._shown(told, 422 if isinstance(error, InputError) else 409)


def _to(name: str) -> Response:
    return RedirectResponse(f"report/{quote(name)}/", 303)
