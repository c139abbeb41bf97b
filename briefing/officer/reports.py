"""The page of one report: its form, its sheets, what is found, and the files to take away."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import suppress
from mimetypes import guess_type
from typing import Any
from urllib.parse import quote
from weakref import WeakKeyDictionary

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)

from briefing import library
from briefing.findings import RefusedError, Severity, UserError, say
from briefing.officer.asking import asked_changes, sent_changes
from briefing.officer.beginning import carried_lines
from briefing.officer.changed import input_changes
from briefing.officer.desk import EDITED
from briefing.officer.filled import names_to_hold
from briefing.officer.form_made import FormMade
from briefing.officer.moments import moment
from briefing.officer.office import Office
from briefing.officer.opened import MOST_FIELDS, Opened
from briefing.officer.sent_once import NOTHING
from briefing.officer.sheets_sent import sheets_since
from briefing.officer.steps import BeingWritten, Changed
from briefing.officer.ways import Way
from briefing.officer.wording import as_sentences, in_words
from briefing.reading import MAX_BYTES, read_content

_FILES = (".docx", ".pdf", ".md", ".xlsx", ".yaml")
"""The endings of the files that can be taken away."""

_TRIES = 5
"""How often a page is made again because somebody else wrote meanwhile."""


class Reports:
    """Answers about the reports of the folder."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._made: WeakKeyDictionary[Opened, FormMade] = WeakKeyDictionary()

    async def _opened(self, request: Request) -> Opened:
        return await self._office.opened(request.path_params["name"])

    async def page(self, request: Request) -> Response:
        """Answer with the form beside the sheets; of a workbook with its data to be changed."""
        name = request.path_params["name"]
        if name in self._office.desk.sources() and not name.lower().endswith(EDITED):
            return await self._as_input(name)
        opened = await self._opened(request)
        return await self._whole(opened, 200, scriptless="scriptless" in request.query_params)

    async def _as_input(self, name: str) -> Response:
        try:
            made = await asyncio.to_thread(self._office.desk.editable, name, self._office.language)
        except UserError as error:
            told = [found.as_text(self._office.language) for found in error.findings]
            return HTMLResponse(self._office.render("base", faults=told, title=name), 422)
        return RedirectResponse(f"../{quote(made)}/", 303)

    def _shown(self, opened: Opened, *, scriptless: bool = False) -> dict[str, Any]:
        """Return what the page of a report shows; ``scriptless`` with all that scripts add."""
        form, unseen, faults = NOTHING, list[str](), list[str]()
        try:
            if opened.fits_the_form():
                form, unseen = opened.form(), opened.unseen()
            else:
                faults = [say("page.too_long", opened.language, most=MOST_FIELDS)]
        except UserError as error:
            faults = [as_sentences(found, opened.language) for found in error.findings]
        data = names_to_hold(opened.data()) if form.parts else {}
        made = self._made.setdefault(opened, FormMade(self._office.render))
        return {
            **made.values(form, scriptless=scriptless),
            "title": opened.source.name,
            "name": opened.source.name,
            "scriptless": scriptless,
            "parts": form.parts,
            "unseen": unseen,
            "faults": faults,
            "known": data,
            "digest": opened.digest,
            "findings": _findings(opened),
            "pack": self._pack_of(opened),
            "carried": _carried(opened),
        }

    def _pack_of(self, opened: Opened) -> str:
        """Return the pack of a report that can be changed here, empty where there is none."""
        with suppress(UserError):
            name = opened.data().get("locality")
            return name if name in self._office.shelf.packs() else ""
        return ""

    async def form(self, request: Request) -> Response:
        """Answer with the form alone, as it is now, and how entries went since the one of a page.

        ``ways`` are none where nobody knows the state ``of`` that page; empty groups are sent to
        who ``has`` others.
        """
        opened = await self._opened(request)
        values = await self._lasting(opened)
        ways: tuple[Way, ...] | None = None
        with suppress(UserError):
            ways = opened.came(request.query_params.get("of", values["digest"]))
        told: dict[str, Any] = {"digest": values["digest"]}
        told["ways"] = None if ways is None else [way.as_data() for way in ways]
        empty = values["empty"]
        if request.query_params.get("has") != empty.digest:
            told["empty"] = {"html": empty.html, "digest": empty.digest}
        told["sections"] = [
            {"name": one.name, "digest": one.digest, "html": one.html} for one in values["sections"]
        ]
        told["beside"] = self._office.render("beside", **values)
        return JSONResponse(told)

    async def _lasting(self, opened: Opened, *, scriptless: bool = False) -> dict[str, Any]:
        """Return what the page shows, once nobody else writes the file."""
        for _ in range(_TRIES):
            await opened.settled()
            digest = opened.remember()
            values = self._shown(opened, scriptless=scriptless)
            if values["digest"] == digest:
                break
        return values

    async def state(self, request: Request) -> Response:
        """Answer with the document and the findings as they are now.

        Who says which page they ``have`` is told what became of it, at once.
        """
        return JSONResponse(await _asked_state(await self._opened(request), request))

    async def changes(self, request: Request) -> Response:
        """Answer with one event for each new state, the present one first."""
        opened = await self._opened(request)

        async def events() -> AsyncIterator[str]:
            async for version in opened.session.versions():
                yield f"data: {version}\n\n"

        return StreamingResponse(events(), media_type="text/event-stream; charset=utf-8")

    async def change(self, request: Request) -> Response:
        """Write what was typed; told as data to scripts, else the page is shown again."""
        opened = await self._opened(request)
        by_script = "x-token" in request.headers
        try:
            asked = (
                asked_changes(json.loads(await request.body()))
                if by_script
                else (sent_changes({k: str(v) for k, v in (await request.form()).items()}))
            )
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise HTTPException(400) from None
        try:
            page = request.query_params
            done = await opened.change(asked, page.get("of"), page.get("number"))
        except BeingWritten:
            return Response(status_code=503) if by_script else await self._again(opened)
        except UserError as error:
            return self._refused(opened, error)
        if by_script:
            state = await _asked_state(opened, request)
            return JSONResponse(_told(done, state), 409 if done.clashes else 200)
        return await self._again(opened) if done.clashes else RedirectResponse("./", 303)

    def _refused(self, opened: Opened, error: UserError) -> Response:
        faults = [as_sentences(found, opened.language) for found in error.findings]
        return JSONResponse({"faults": faults}, 422)

    async def _again(self, opened: Opened) -> Response:
        return await self._whole(opened, 409, [say("page.conflict", opened.language)])

    async def _whole(
        self, opened: Opened, status: int, faults: Iterable[str] = (), *, scriptless: bool = True
    ) -> Response:
        """Answer with the whole page; what is found is that of the file as it is now.

        What answers a form cannot be asked for again, so it is there for whoever runs no script.
        """
        await opened.settled()
        await opened.session.whole()
        values = await self._lasting(opened, scriptless=scriptless)
        values["faults"] = [*faults] or values["faults"]
        return HTMLResponse(self._office.render("report", **values), status)

    async def undo(self, request: Request) -> Response:
        """Take the last change back."""
        opened = await self._opened(request)
        try:
            done = await opened.undo(request.query_params.get("of"))
        except UserError as error:
            return self._refused(opened, error)
        if request.headers.get("x-token"):
            places = [one.as_data() for one in done or ()]
            moved = done is not None
            return JSONResponse({"moved": moved, "digest": opened.digest, "places": places})
        return RedirectResponse("./", 303)

    async def versions(self, request: Request) -> Response:
        """Answer with the states that are kept, and what changed since one of them."""
        opened = await self._opened(request)
        chosen = request.query_params.get("since", "")
        lines = await asyncio.to_thread(_difference, opened, chosen) if chosen else None
        page = self._office.render(
            "versions",
            title=opened.source.name,
            name=opened.source.name,
            kept=await asyncio.to_thread(_kept, opened),
            chosen=chosen,
            lines=lines,
        )
        return HTMLResponse(page)

    async def restore(self, request: Request) -> Response:
        """Make a kept state the present one."""
        opened = await self._opened(request)
        try:
            if not await opened.restore(str((await request.form()).get("since", ""))):
                raise HTTPException(404)
        except UserError as error:
            return self._refused(opened, error)
        return RedirectResponse("./", 303)

    async def file(self, request: Request) -> Response:
        """Answer with the report as a file to keep, a draft if asked for or unfinished."""
        opened = await self._opened(request)
        suffix = request.path_params["suffix"]
        if suffix not in _FILES:
            raise HTTPException(404)
        draft = "draft" in request.query_params
        try:
            content = await asyncio.to_thread(_file, opened, suffix, draft=draft)
        except UserError as error:
            # The findings of the report are shown there anyway.
            count = sum(found.severity is Severity.ERROR for found in error.findings)
            refused = isinstance(error, RefusedError)
            told = [say("page.refused", opened.language, count=count)] if refused else None
            faults = told or [found.as_text(opened.language) for found in error.findings]
            return await self._whole(opened, 422, faults)
        name = quote(opened.source.with_suffix(suffix).name)
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
        return Response(content, headers=headers, media_type=guess_type(name)[0])


async def _asked_state(opened: Opened, request: Request) -> dict[str, Any]:
    """Return the document and what is found: of now, or with its sheets as they are asked for."""
    session, have = opened.session, request.query_params.get("have", "")
    if not have.isdecimal():
        await session.whole()
        return {**_state(opened), "page": session.shown.page}
    return {**_state(opened), "sheets": sheets_since(session.pages, int(have))}


def _state(opened: Opened) -> dict[str, Any]:
    """Return what is found, and what else is told of the document."""
    session = opened.session
    state = {
        "stale": session.shown.stale,
        "draft": session.shown.draft,
        "checked": session.shown.checked,
        "version": session.version,
        "digest": opened.digest,
    }
    if not session.shown.checked:
        return state
    return {**state, "said": opened.said(), "findings": _findings(opened)}


def _findings(opened: Opened) -> list[dict[str, Any]]:
    """Return what is found, in the words of the form."""
    words = opened.words()
    return [in_words(found, opened.language, words) for found in opened.session.shown.findings]


def _carried(opened: Opened) -> list[str]:
    """Return what was carried over into the input when it was begun, a line each."""
    with suppress(UserError):
        return carried_lines(opened.content)
    return []


def _kept(opened: Opened) -> list[tuple[str, str, str]]:
    """Return the kept states, the last one first, each with what changed after it."""
    found, after = [], ""
    # What cannot be read now is told with the findings of the report.
    with suppress(UserError):
        after = opened.content
    for stamp in opened.versions.names():
        before = ""
        with suppress(UserError):
            before = opened.versions.text(stamp) or ""
        found.append((stamp, moment(stamp), input_changes(before, after, opened.language)))
        after = before
    return found


def _difference(opened: Opened, chosen: str) -> list[str] | None:
    # What cannot be read now is told with the findings of the report.
    with suppress(UserError):
        return opened.versions.difference(chosen)
    return None


def _file(opened: Opened, suffix: str, *, draft: bool) -> bytes:
    if suffix == ".yaml":
        return read_content(opened.source, MAX_BYTES)
    if suffix == ".xlsx":
        kind = library.load_case(opened.source).report.kind
        return library.new_input(kind, opened.language, source=opened.source, excel=True)
    case = library.load_case(opened.source)
    request = library.Request((), library.Draft.asked(draft), opened.language)
    [made] = library.make_documents(case, request).values()
    return made.written(suffix)


def _told(done: Changed, state: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a script is told of its changes."""
    return {
        "moved": done.moved,
        "before": done.before,
        "digest": done.after,
        "state": state,
        "made": [[*new[:-1], name] for new, name in done.made.items()],
        "came": [one.as_data() for one in done.came],
        "places": [one.as_data() for one in done.places],
        "shown": [{"path": list(path), "now": now} for path, now in done.shown],
        "clashes": [
            {"at": one.at, "path": list(one.path), "now": one.now, "gone": one.gone}
            for one in done.clashes
        ],
    }
