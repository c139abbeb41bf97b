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
from briefing.findings import Finding, InputError, Origin, UserError, say
from briefing.findings import Path as FieldPath
from briefing.forms import Edit, edited, general, rearranged, shown, typed
from briefing.kinds import Choices, built_in
from briefing.live.session import Session
from briefing.live.shown import Options
from briefing.localities import Shelves, load_locality
from briefing.officer.calling import by_names
from briefing.officer.filled import Filler, called_choice, not_shown
from briefing.officer.gone import is_gone
from briefing.officer.naming import Change, named
from briefing.officer.sent_once import Form, compact
from briefing.officer.shelf import Shelf
from briefing.officer.versions import Versions
from briefing.output import Overtaken, write_whole
from briefing.reading import MAX_BYTES, read, read_content, read_text
from briefing.templating import find_kind, kinds
from briefing.values import record

_UNDONE = 100
"""How many changes can be taken back."""

_TRIES = 5
"""How often a change is thought over again because somebody else wrote meanwhile."""

_ONE_STEP = 2.0
"""Seconds: what is typed into the same fields without a longer rest is taken back at once."""

_UNDONE_SIGNS = 2_000_000
"""How many characters are kept for that; of a large input fewer changes can be taken back."""

MOST_FIELDS = 5_000
"""Values and groups of an input that are shown as a form; a browser is slow with more."""


class Conflict(Exception):  # noqa: N818 - nothing went wrong; two people were at work
    """A path leads nowhere any more: what it led to was taken away or moved elsewhere."""

    def __init__(self, path: FieldPath) -> None:
        super().__init__(path)
        self.path = path


@record
class Changed:
    """What became of changes.

    ``moved`` says that the form has other fields now, ``made`` the names of new entries by their
    paths, ``shown`` what the fields that were written show. Those of ``clashes`` were not written:
    each shows something else now than its change began with. ``before`` tells the state of the file
    that was changed: a page that shows another one has not seen all that somebody else wrote.
    ``places`` are the entries that were moved, renamed and taken away, one after the other.
    """

    moved: bool
    made: dict[FieldPath, str]
    shown: list[tuple[FieldPath, str]]
    clashes: list[tuple[FieldPath, str]]
    before: str = ""
    places: tuple[Edit, ...] = ()


@record
class Return:
    """An entry that goes back by an undo: from a path to what its last step was.

    One that was taken away comes ``back`` at its path.
    """

    path: FieldPath
    to: str | int | None = None
    back: bool = False

    @classmethod
    def of(cls, place: Edit) -> Return:
        """Return how a move, a new name or a loss is taken back."""
        if place.to is None:
            return cls(place.path, back=True)
        return cls((*place.path[:-1], place.to), place.path[-1])


@record
class _Step:
    """What can be taken back: the text before, the digest of that after, the fields typed into.

    ``places`` are the entries that changed theirs, as in ``Changed``.
    """

    before: str
    after: str
    fields: tuple[FieldPath, ...]
    at: float
    places: tuple[Edit, ...] = ()

    def goes_on(self, last: _Step) -> bool:
        """Say whether the same fields were typed into on top of the last step, without a rest."""
        same = bool(self.fields) and self.fields == last.fields
        return same and last.after == _digest(self.before) and self.at - last.at < _ONE_STEP


@record
class _Plan:
    """What changes make of a file: its text, data and digest before, and its text after."""

    before: str
    data: dict[str, Any]
    digest: str
    made: dict[FieldPath, str]
    clashes: list[Change]
    edits: list[Edit]
    after: str
    places: tuple[Edit, ...]

    @property
    def typed_into(self) -> tuple[FieldPath, ...]:
        return tuple(one.path for one in self.edits if one.to is None)


class Opened:
    """One input with its page, which follows the file."""

    def __init__(self, source: Path, language: str) -> None:
        self.source = source
        self.language = language
        self.session = Session(Options(source, language=language, places=False))
        self.versions = Versions(source)
        self._lock = asyncio.Lock()
        self._read: tuple[bytes, dict[str, Any]] | None = None
        self._undone: list[_Step] = []
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
            return sha256(read_content(self.source, MAX_BYTES)).hexdigest()[:16]
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

    async def change(self, changes: Iterable[Change]) -> Changed:
        """Write changes into the file together, but for those of fields that changed meanwhile.

        Raises Conflict when a path leads nowhere any more, InputError and OutputError when the file
        cannot be read or written; nothing is written then. The sheets are those of the changes;
        what is found comes later.
        """
        asked = list(changes)
        async with self._lock:
            async with self.session.step:
                plan = self._written(asked)
                shown = self.session.ask()
            await self.session.brought(shown)
            now = self.data()
            return Changed(
                bool(_structure(plan.data) != _structure(now)),
                plan.made,
                [(one.path, self.shown_at(one.path, now)) for one in plan.edits],
                [(one.edit.path, self.shown_at(one.edit.path, now)) for one in plan.clashes],
                plan.digest,
                plan.places,
            )

    def _written(self, changes: list[Change]) -> _Plan:
        """Write changes; where an editor outside wrote meanwhile, they are thought over again."""
        for _ in range(_TRIES):
            plan = self._plan(changes)
            with suppress(Overtaken):
                self._write(plan.before, plan.after, plan.typed_into, plan.places)
                return plan
        raise Conflict(changes[0].edit.path)

    def _plan(self, changes: list[Change]) -> _Plan:
        """Return what changes would make of the file as it is; raises as ``change``."""
        before, data, digest = self.content, self.data(), self.digest
        asked, made = named(by_names(changes, data), data)
        clashes = [one for one in asked if self._clashes(one, data)]
        edits = [one.edit for one in asked if one not in clashes]
        yes = say("sheet.yes", self.language)
        try:
            after = edited(before, edits, yes=yes)
            places = tuple(rearranged(before, edits, yes=yes))
        except LookupError:
            raise Conflict(edits[0].path) from None
        return _Plan(before, data, digest, made, clashes, edits, after, places)

    async def undo(self) -> tuple[Return, ...] | None:
        """Take the last change back; return how entries went back to their places.

        ``None`` where there was no change, or somebody has changed the file since.
        """
        async with self._lock:
            content = self.content
            if not self._undone or self._undone[-1].after != _digest(content):
                return None
            try:
                self._replace(self._undone[-1].before, content)
            except Overtaken:
                return None
            step = self._undone.pop()
            if self._undone:
                # What is typed now is no longer the same step.
                self._undone[-1] = replace(self._undone[-1], fields=())
            await self.session.refresh()
            return tuple(Return.of(one) for one in reversed(step.places))

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
        step = _Step(before, _digest(after), fields, monotonic(), places)
        if self._undone and step.goes_on(self._undone[-1]):
            last = self._undone.pop()
            step = replace(step, before=last.before, places=(*last.places, *places))
        self._undone = [*self._undone, step][-_UNDONE:]
        while sum(len(one.before) for one in self._undone[:-1]) > _UNDONE_SIGNS:
            del self._undone[0]

    def _replace(self, content: str, before: str) -> None:
        """Write the file; raises Overtaken where it does not say any longer what it said before."""
        write_whole(
            self.source, content.encode("utf-8"), force=True, still=lambda: self.content == before
        )

    def _clashes(self, change: Change, data: Any) -> bool:
        """Say whether somebody else has changed a field to something else since it was shown."""
        if change.was is None:
            return False
        path = change.edit.path
        if is_gone(change, data):
            return bool((change.edit.text or "").strip())
        now = self.shown_at(path, data)
        if now == change.was.replace("\r\n", "\n"):
            return False
        yes, no = say("sheet.yes", self.language), say("sheet.no", self.language)
        field = general(path)
        asked = shown(typed(change.edit.text or "", field, yes=yes), field, yes=yes, no=no)
        return asked != now

    def shown_at(self, path: FieldPath, data: Any) -> str:
        """Return what the field at a path shows for the data of an input."""
        value = data
        for step in path:
            value = _below(value, step)
        field = general(path)
        yes, no = say("sheet.yes", self.language), say("sheet.no", self.language)
        return "" if isinstance(value, (dict, list)) else shown(value, field, yes=yes, no=no)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()


def _below(value: Any, step: str | int) -> Any:
    if isinstance(value, list):
        return value[step] if isinstance(step, int) and step < len(value) else None
    if isinstance(value, dict):
        # One entry may stand there without its list.
        return value if step == 0 else value.get(step)
    # An entry may be its text alone.
    return value if step == "text" else None


def _structure(data: Any) -> Any:
    """Return which groups, entries and names there are, without what they say."""
    if isinstance(data, dict):
        groups = {key: _structure(value) for key, value in data.items()}
        return {key: below for key, below in groups.items() if below is not None}
    if isinstance(data, list):
        return [_structure(value) for value in data]
    return None
