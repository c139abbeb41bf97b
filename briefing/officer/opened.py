"""A report that is open in the browser: what its form shows, and the changes that are typed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import Any

from briefing.figures import Phrasebook
from briefing.figures.filling import filled
from briefing.findings import FieldPath, Finding, InputError, Origin, UserError
from briefing.forms import Edit
from briefing.kinds import Choices, built_in
from briefing.live.session import Session
from briefing.live.shown import Options
from briefing.localities import Shelves, load_locality
from briefing.officer.aligned import ways_between
from briefing.officer.filled import Filler, called_choice, not_shown
from briefing.officer.naming import FieldChange
from briefing.officer.planning import InputState, planned, shown_at, structure
from briefing.officer.sent_once import Form, compact
from briefing.officer.shelf import Shelf
from briefing.officer.steady import Steady
from briefing.officer.steps import BeingWritten, Changed, Plan, Step, digest_of, with_step
from briefing.officer.versions import Versions
from briefing.officer.ways import Way, placed
from briefing.output import Overtaken, write_whole
from briefing.reading import MAX_BYTES, read, read_content, read_text, read_yaml
from briefing.templating import find_kind, kinds

_TRIES = 5
"""How often a change is thought over again because somebody else wrote meanwhile."""

_STATES, _SIGNS = 100, 2_000_000
"""How many states of the file are kept, and of how many characters: a page may still show them."""

_DIGEST = 16
"""Signs of what tells states of the file apart."""

_ANSWERS = 20
"""How many answers are kept: one that was lost on its way is asked for again."""

MOST_FIELDS = 5_000
"""Values and groups of an input that are shown as a form; a browser is slow with more."""


class Opened:
    """One input with its page, which follows the file."""

    def __init__(self, source: Path, language: str) -> None:
        self.source = source
        self.language = language
        self.session = Session(Options(source, language=language, places=False), self.settled)
        self.versions = Versions(source)
        self._lock = asyncio.Lock()
        self._read: tuple[bytes, dict[str, Any]] | None = None
        self._undone: list[Step] = []
        self._states: dict[str, str] = {}
        self._answers: dict[str, Changed] = {}
        self._steady = Steady(self._bytes)
        self._following: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Make the page, and again after every change of the file."""
        await self.session.refresh()
        self._following = asyncio.create_task(self.session.follow())

    async def end(self) -> None:
        """Follow the file no longer."""
        self.session.close()
        if self._following:
            await self._following

    @property
    def content(self) -> str:
        """The input as it stands in the file; raises InputError where that is no text."""
        read_text(self.source, may_be_empty=True)
        return read_content(self.source, MAX_BYTES).decode("utf-8", "replace")

    @property
    def digest(self) -> str:
        """What tells this state of the file from another."""
        with suppress(UserError):
            return sha256(read_content(self.source, MAX_BYTES)).hexdigest()[:_DIGEST]
        return ""

    def data(self) -> dict[str, Any]:
        """Return what the input says; raises InputError where its YAML cannot be read."""
        content = read_content(self.source, MAX_BYTES)
        if self._read and self._read[0] == content:
            return self._read[1]
        data = read(self.source).data
        # Else it was written meanwhile.
        if content == read_content(self.source, MAX_BYTES):
            self._read = content, data
        return data

    def words(self) -> dict[str, str]:
        """Return what areas, bodies and kinds are called that the input may name."""
        choices, folders = built_in(), tuple[Path, ...]()
        with suppress(UserError):
            choices, folders = self._of_pack(self.data())
        called = {name: area.heading for name, area in choices.areas.items()}
        called |= {name: kind.description(self.language) for name, kind in kinds(folders).items()}
        return {**{name: called_choice(name, self.language) for name in choices.bodies}, **called}

    def _of_pack(self, data: dict[str, Any]) -> tuple[Choices, tuple[Path, ...]]:
        """Return what the input's locality lets it name, and its folders; raises InputError."""
        locality = data.get("locality")
        if not isinstance(locality, str):
            return built_in(), ()
        pack = load_locality(locality, shelves=Shelves(self.source.parent))
        return pack.choices, pack.folders

    def form(self) -> Form:
        """Return the form with what the input says; raises InputError as above."""
        data, shelf = self.data(), Shelf(self.source.parent)
        choices, folders, letter = built_in(), tuple[Path, ...](), False
        # What fails is told with the findings; the form can be filled in without.
        with suppress(UserError):
            choices, folders = self._of_pack(data)
            letter = find_kind(str(data.get("kind")), folders=folders).orders
        offers = {
            "kind": tuple((n, k.description(self.language)) for n, k in kinds(folders).items()),
            "locality": tuple(shelf.parents(self.language)),
        }
        filler = Filler(self.language, choices, offers)
        return compact(filler.form(data, letter=letter), filler)

    def fits_the_form(self) -> bool:
        """Say whether a browser can show the input as a form; raises InputError as above."""
        return len(read(self.source).places) <= MOST_FIELDS

    def said(self) -> dict[str, str]:
        """Return what sentences say of each figure by its name; nothing of an unreadable input."""
        report = self.session.shown.report
        if report is None:
            return {}
        book = Phrasebook(report)
        return {name: filled(book, f"{{{name}}}").text for name in report.figures}

    def unseen(self) -> list[str]:
        """Return what the input says and the form does not show."""
        return not_shown(self.data(), self.language)

    def _bytes(self) -> bytes | None:
        with suppress(UserError):
            return read_content(self.source, MAX_BYTES)
        return None

    async def settled(self) -> bool:
        """Wait until the file lasts as it is; ``False`` where others write it again and again.

        What it held before is kept when others have emptied it, or left only its beginning.
        """
        before = self._steady.known
        lasts = await self._steady.lasts()
        now = self._steady.known
        if before and now is not None and now != before and before.startswith(now.rstrip()):
            with suppress(UserError):
                self.versions.keep_content(before, at_once=True)
        return lasts

    def remember(self) -> str:
        """Keep the state of the file that a page is about to show; return its digest."""
        content = self._bytes()
        return "" if content is None else self._remember(content.decode("utf-8", "replace"))

    def _remember(self, text: str) -> str:
        digest = digest_of(text)[:_DIGEST]
        self._states.pop(digest, None)
        self._states[digest] = text
        while len(self._states) > _STATES or (
            len(self._states) > 2 and sum(map(len, self._states.values())) > _SIGNS
        ):
            del self._states[next(iter(self._states))]
        return digest

    def came(self, of: str) -> tuple[Way, ...] | None:
        """Return the ways that entries went since a state, ``None`` for one that nobody knows.

        Raises InputError.
        """
        if of == self.digest:
            return ()
        text = self._states.get(of)
        if text is None:
            return None
        return tuple(ways_between(self._said(text), self.data()))

    def _said(self, text: str) -> dict[str, Any]:
        if self._read and self._read[0] == text.encode("utf-8"):
            return self._read[1]
        return read_yaml(text, str(self.source)).data

    async def change(
        self, changes: Iterable[FieldChange], of: str | None = None, number: str | None = None
    ) -> Changed:
        """Write changes into the file together, but for those that clash.

        ``of`` is the state that the page shows which asks, by its digest. What is asked for again
        under the same ``number`` is written once and answered as it was. Raises BeingWritten,
        InputError and OutputError when the file cannot be read or written; nothing is written
        then. The sheets are those of the changes; what is found comes later.
        """
        asked = list(changes)
        async with self._lock:
            if number in self._answers:
                return self._answers[number]
            plan, shown = await self._tried(asked, of)
            done = self._become(plan)
            if number:
                self._answers[number] = done
                self._answers = dict(list(self._answers.items())[-_ANSWERS:])
            await self.session.brought(shown)
            return done

    async def _tried(self, changes: list[FieldChange], of: str | None) -> tuple[Plan, int]:
        """Write changes; where an editor outside wrote meanwhile, they are thought over again."""
        for _ in range(_TRIES):
            if not await self.settled():
                break
            async with self.session.step:
                with suppress(Overtaken):
                    plan = self._written(changes, of)
                    return plan, self.session.ask()
        raise BeingWritten

    def _written(self, changes: list[FieldChange], of: str | None) -> Plan:
        """Write changes; raises Overtaken where an editor outside wrote meanwhile."""
        state = InputState(self.content, self.data(), self.digest)
        plan = planned(state, changes, () if of is None else self.came(of), self.language)
        self._write(plan.before, plan.after, plan.typed_into, plan.places)
        return plan

    def _become(self, plan: Plan) -> Changed:
        """Return what became of changes that were written."""
        now, ways = self._said(plan.after), tuple(map(Way.of, plan.places))
        paths = [(one, placed(one.path, ways)) for one in plan.clashes]
        clashes = [
            replace(one, path=path or one.path, gone=one.gone or path is None)
            for one, path in paths
        ]
        return Changed(
            moved=bool(structure(plan.data) != structure(now)),
            made=plan.made,
            shown=[(one.path, self.shown_at(one.path, now)) for one in plan.edits],
            clashes=[
                one if one.gone else replace(one, now=self.shown_at(one.path, now))
                for one in clashes
            ],
            before=plan.digest,
            after=self._remember(plan.after),
            came=plan.came,
            places=ways,
        )

    async def undo(self, of: str | None = None) -> tuple[Way, ...] | None:
        """Take the last change back; return how entries went back to their places.

        Before that they went as others moved them since the state ``of`` the page. ``None`` where
        there was no change, or somebody has changed the file since.
        """
        async with self._lock:
            await self.settled()
            content = self.content
            if not self._undone or self._undone[-1].after != digest_of(content):
                return None
            came = () if of is None else self.came(of) or ()
            try:
                self._replace(self._undone[-1].before, content)
            except Overtaken:
                return None
            step = self._undone.pop()
            if self._undone:
                # What is typed now is no longer the same step.
                self._undone[-1] = replace(self._undone[-1], fields=())
            self._remember(step.before)
            await self.session.refresh()
            return (*came, *(Way.back_from(one) for one in reversed(step.places)))

    async def restore(self, name: str) -> bool:
        """Make a kept state the present one; what is now is kept as well."""
        async with self._lock:
            text = self.versions.text(name)
            if text is None:
                return False
            for _ in range(_TRIES):
                with suppress(Overtaken):
                    self._write(self.content, text)
                    await self.session.refresh()
                    return True
            return False

    def _write(
        self,
        before: str,
        after: str,
        fields: tuple[FieldPath, ...] = (),
        places: tuple[Edit, ...] = (),
    ) -> None:
        if after == before:
            return
        if len(after.encode("utf-8")) > MAX_BYTES:
            # What is longer could be read no more, and not be mended here either.
            values = {"limit": MAX_BYTES // 1024 // 1024}
            origin = Origin(str(self.source))
            raise InputError([Finding("file/too-large", origin=origin, values=values)])
        self.versions.keep(before)
        self._replace(after, before)
        step = Step(before, digest_of(after), fields, monotonic(), places)
        self._undone = with_step(self._undone, step)

    def _replace(self, content: str, before: str) -> None:
        """Write the file; raises Overtaken where it does not say any longer what it said before."""
        write_whole(
            self.source, content.encode("utf-8"), force=True, still=lambda: self.content == before
        )
        self._steady.wrote(content.encode("utf-8"))

    def shown_at(self, path: FieldPath, data: Any) -> str:
        """Return what the field at a path shows for the data of an input."""
        return shown_at(path, data, self.language)
