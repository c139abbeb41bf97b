"""The page of one pack: what its locality says, its blocks, its look, and what it was before."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from briefing.findings import Finding, UserError, say
from briefing.live.shown import Shown
from briefing.localities import pack_files
from briefing.officer.changed import pack_changes
from briefing.officer.moments import moment
from briefing.officer.office import Office
from briefing.officer.pack_changes import PackClash, asked_edits
from briefing.officer.pack_opened import STYLE, PackOpened, Tried, digest_of
from briefing.officer.pack_words import as_told, differences_told, finding_told, lines_of
from briefing.officer.trial import Files
from briefing.officer.versions import lines_between
from briefing.templating import Kind

FormAnswer = Mapping[str, Any]
_USUAL = "bao-cao-tong-ket"
"""The kind of a report without facts on which a pack is tried."""


class Packs:
    """Answers about the packs of the folder."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._lock = asyncio.Lock()

    # --- what is asked for -----------------------------------------------------------------

    def _opened(self, request: Request) -> PackOpened:
        return self._office.pack(request.path_params["pack"].replace(".", "/"))

    def _kind(self, pack: PackOpened, name: str) -> Kind:
        found = pack.kinds().get(name)
        if found is None:
            raise HTTPException(404)
        return found

    def _source(self, form: FormAnswer, pack: PackOpened, kind: str = _USUAL) -> Path:
        """Return the report to look at: the one that was chosen, else one without facts."""
        chosen = self._office.desk.sources().get(str(form.get("report", "")))
        return chosen or self._office.trial.blank(pack.name, kind)

    # --- what the locality says ------------------------------------------------------------

    async def new(self, request: Request) -> Response:
        """Write a new pack and open it."""
        form = await request.form()
        shelf = self._office.shelf
        try:
            name = shelf.new(str(form.get("called", "")).strip(), str(form.get("parent", "")))
        except UserError as error:
            return self._refused("home", self._office.home_values(), error.findings)
        return RedirectResponse(f"../locality/{quote(name)}/", 303)

    async def page(self, request: Request) -> Response:
        """Answer with what the pack says, field by field."""
        pack = self._opened(request)
        return HTMLResponse(self._office.render("locality", **await self._shown(pack)))

    async def _shown(self, pack: PackOpened) -> dict[str, Any]:
        return await asyncio.to_thread(self._values, pack)

    def _values(self, pack: PackOpened) -> dict[str, Any]:
        language, faults = pack.language, list[Finding]()
        values: dict[str, Any] = {"parts": [], "unseen": [], "kinds": {}, "told": [], "blocks": {}}
        try:
            values["parts"], values["unseen"] = pack.parts()
            values["told"] = differences_told(pack.differences(), language)
            values["overrides"] = [
                (one, lines_between(one.replaces.text if one.replaces else "", one.own.text))
                for one in pack.overrides()
            ]
            values["kinds"] = pack.kinds()
            values["blocks"] = {name: pack.blocks(kind) for name, kind in values["kinds"].items()}
        except UserError as error:
            faults = list(error.findings)
        return {
            "overrides": [],
            "title": pack.name,
            "name": pack.name,
            "called": pack.called,
            "style": (pack.folder / STYLE).is_file(),
            "reports": self._office.desk.to_try(pack.name),
            "faults": [found.as_text(language) for found in faults],
            **values,
        }

    async def change(self, request: Request) -> Response:
        """Write what was typed into the form, or nothing of it."""
        pack, form = self._opened(request), await request.form()
        try:
            async with self._lock:
                edits = asked_edits(form, *await asyncio.to_thread(pack.parts))
                if stops := await self._keep(pack, pack.edited(edits)):
                    return await self._locality_again(pack, form, stops)
        except PackClash as clash:
            return await self._locality_again(pack, form, [], [clash.told(pack.language)], 409)
        except UserError as error:
            return await self._locality_again(pack, form, error.findings)
        return RedirectResponse("./", 303)

    async def _locality_again(
        self,
        pack: PackOpened,
        form: FormAnswer,
        findings: list[Finding],
        faults: list[str] | None = None,
        status: int = 422,
    ) -> Response:
        """Show the form as it was sent, with what is wrong."""
        values = await self._shown(pack)
        told = [found.as_text(pack.language) for found in findings]
        values["faults"] = [*(faults or []), *told]
        values["typed"] = {key: said for key, said in form.items() if isinstance(said, str)}
        return HTMLResponse(self._office.render("locality", **values), status)

    async def try_change(self, request: Request) -> Response:
        """Answer with what the typed words would make of a report; nothing is written."""
        pack, form = self._opened(request), await request.form()
        try:
            async with self._lock:
                edits = asked_edits(form, *await asyncio.to_thread(pack.parts))
                source = self._source(form, pack)
                tried = await self._tried(pack, pack.edited(edits), source)
        except PackClash as clash:
            return JSONResponse({"findings": [], "page": "", "clash": clash.told(pack.language)})
        except UserError as error:
            return self._told(pack, [(one, "") for one in error.findings])
        return self._told(pack, tried.findings, tried.shown)

    async def _tried(self, pack: PackOpened, changed: Files, source: Path, kind: str = "") -> Tried:
        return await asyncio.to_thread(pack.tried, self._office.trial, changed, source, kind)

    async def _keep(self, pack: PackOpened, changed: Files) -> list[Finding]:
        """Write changes, or nothing of them and return the errors that they bring."""
        stops = await asyncio.to_thread(pack.stops, self._office.trial, changed)
        if not stops:
            await asyncio.to_thread(pack.keep, changed)
        return stops

    def _told(
        self,
        pack: PackOpened,
        findings: Iterable[tuple[Finding, str]],
        shown: Shown | None = None,
        more: Mapping[str, Any] | None = None,
        starts: int | None = None,
    ) -> Response:
        """Tell a script what would be: findings, and the report on its sheets."""
        told = [
            finding_told(one, pack.language, at, starts)
            for one, at in sorted(findings, key=lambda one: one[0].severity)
        ]
        if shown and shown.stale and not any(one["severity"] == "error" for one in told):
            told += [as_told(one) for one in shown.findings if one["severity"] == "error"]
        page = shown.page if shown else ""
        return JSONResponse({"findings": told, "page": page, **(more or {})})

    # --- its blocks ------------------------------------------------------------------------

    async def block(self, request: Request) -> Response:
        """Answer with one block of a kind beside the one that it is inherited from."""
        pack = self._opened(request)
        try:
            values = await asyncio.to_thread(self._block_values, pack, request.query_params)
        except UserError as error:
            values = await self._shown(pack)
            return self._refused("locality", values, error.findings)
        return HTMLResponse(self._office.render("block", **values))

    def _block_values(self, pack: PackOpened, asked: FormAnswer) -> dict[str, Any]:
        kind = self._kind(pack, str(asked.get("kind", "")))
        found = pack.block(kind, str(asked.get("name", "")))
        inherited = found.inherited.text if found.inherited else ""
        own = found.own.text if found.own else None
        return {
            "title": pack.name,
            "name": pack.name,
            "kind": kind,
            "block": found.block.name,
            "own": own is not None,
            "text": found.text,
            "inherited": inherited,
            "can_leave": own is not None and found.inherited is not None,
            "lines": lines_between(inherited, found.text),
            "digest": digest_of(found.text),
            "names": pack.names(kind),
            "reports": self._office.desk.to_try(pack.name),
        }

    async def try_block(self, request: Request) -> Response:
        """Answer with what a block would make of a report, and how it differs from before."""
        pack, form = self._opened(request), await request.form()
        try:
            kind = self._kind(pack, str(form.get("kind", "")))
            name = str(form.get("name", ""))
            async with self._lock:
                found = pack.block(kind, name)
                text = str(form.get("text", found.text))
                digest = form.get("digest", digest_of(found.text))
                same = text.replace("\r\n", "\n") == found.text
                changed = {} if same else pack.block_changed(kind, name, text)
                source = self._source(form, pack, kind.name)
                tried = await self._tried(pack, changed, source, kind.name)
        except UserError as error:
            return self._told(pack, [(one, "") for one in error.findings])
        inherited = found.inherited.text if found.inherited else ""
        lines = lines_between(inherited, text.replace("\r\n", "\n"))
        starts = lines_of(changed, kind.template, name)
        more: dict[str, Any] = {"lines": lines}
        if digest != digest_of(found.text):
            more["clash"] = say("page.block_changed", pack.language)
        return self._told(pack, tried.findings, tried.shown, more, starts)

    async def keep_block(self, request: Request) -> Response:
        """Write a block, unless it is faulty or somebody else has changed it meanwhile."""
        form = await request.form()

        def changed(pack: PackOpened, kind: Kind, name: str) -> Files:
            return pack.block_changed(kind, name, str(form.get("text", "")))

        return await self._change_block(request, form, changed)

    async def leave_block(self, request: Request) -> Response:
        """Leave a block to what is inherited again."""

        def left(pack: PackOpened, kind: Kind, name: str) -> Files:
            try:
                return pack.block_left(kind, name)
            except LookupError:
                raise HTTPException(404) from None

        return await self._change_block(request, await request.form(), left)

    async def _change_block(
        self, request: Request, form: FormAnswer, made: Callable[[PackOpened, Kind, str], Files]
    ) -> Response:
        pack = self._opened(request)
        kind = self._kind(pack, str(form.get("kind", "")))
        name = str(form.get("name", ""))
        try:
            async with self._lock:
                if digest_of(pack.block(kind, name).text) != form.get("digest"):
                    faults = [say("page.block_changed", pack.language)]
                    return await self._block_again(pack, form, faults, 409)
                changed = made(pack, kind, name)
                if stops := await self._keep(pack, changed):
                    starts = lines_of(changed, kind.template, name)
                    told = [finding_told(one, pack.language, "", starts) for one in stops]
                    faults = [f"{one['place']}: {one['message']} {one['remedy']}" for one in told]
                    return await self._block_again(pack, form, faults, 422)
        except UserError as error:
            faults = [found.as_text(pack.language) for found in error.findings]
            return await self._block_again(pack, form, faults, 422)
        return RedirectResponse(f"block?kind={quote(kind.name)}&name={quote(name)}", 303)

    async def _block_again(
        self, pack: PackOpened, form: FormAnswer, faults: list[str], status: int
    ) -> Response:
        values = await asyncio.to_thread(self._block_values, pack, form)
        if "text" in form:
            values["text"] = str(form["text"])
            values["typed"] = True
        return HTMLResponse(self._office.render("block", **{**values, "faults": faults}), status)

    # --- its look --------------------------------------------------------------------------

    async def take_style(self, request: Request) -> Response:
        """Answer with the pack's Word file of styles."""
        file = self._opened(request).folder / STYLE
        if not file.is_file() or file.is_symlink():
            raise HTTPException(404)
        headers = {"Content-Disposition": f"attachment; filename={STYLE}"}
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        return Response(file.read_bytes(), headers=headers, media_type=kind)

    async def bring_style(self, request: Request) -> Response:
        """Keep a Word file of styles that can be used, or none to go without one."""
        pack, form = self._opened(request), await request.form()
        file = form.get("file")
        content = await file.read() if isinstance(file, UploadFile) else None
        try:
            async with self._lock:
                if stops := await self._keep(pack, {STYLE: content or None}):
                    return self._refused("locality", await self._shown(pack), stops)
        except UserError as error:
            return self._refused("locality", await self._shown(pack), error.findings)
        return RedirectResponse("./#style", 303)

    # --- what it was -----------------------------------------------------------------------

    async def versions(self, request: Request) -> Response:
        """Answer with the states that are kept, and what changed since one of them."""
        pack, chosen = self._opened(request), request.query_params.get("since", "")
        try:
            lines = pack.since(chosen) if chosen else None
        except LookupError:
            raise HTTPException(404) from None
        page = self._office.render(
            "versions",
            title=pack.name,
            name=pack.name,
            kept=await asyncio.to_thread(_kept, pack),
            chosen=chosen,
            lines=lines,
        )
        return HTMLResponse(page)

    async def restore(self, request: Request) -> Response:
        """Make a kept state the present one."""
        pack, form = self._opened(request), await request.form()
        try:
            async with self._lock:
                await asyncio.to_thread(pack.restore, str(form.get("since", "")))
        except LookupError:
            raise HTTPException(404) from None
        except UserError as error:
            return self._refused("locality", await self._shown(pack), error.findings)
        return RedirectResponse("./", 303)

    def _refused(self, page: str, values: dict[str, Any], findings: list[Finding]) -> Response:
        told = [found.as_text(self._office.language) for found in findings]
        return HTMLResponse(self._office.render(page, **{**values, "faults": told}), 422)


def _kept(pack: PackOpened) -> list[tuple[str, str, str]]:
    """Return the kept states, the last one first, each with what changed after it."""
    found, after = [], pack_files(pack.folder)
    for stamp in pack.kept.names():
        try:
            before = pack.state(stamp)
        except UserError:
            found.append((stamp, moment(stamp), say("page.unread_state", pack.language)))
            continue
        found.append((stamp, moment(stamp), pack_changes(before, after, pack.language)))
        after = before
    return found
