"""A pack that is open in the browser: what it says, its blocks, changes tried before they stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from briefing import library, localities
from briefing.findings import FieldPath, Finding, Severity, UserError, in_reading_order
from briefing.linting import lint, macros, names_at_hand, pack_roots
from briefing.live.shown import Options, Shown, show
from briefing.localities import FILE, PackEdit, edited_pack, pack_files
from briefing.officer.filled import Offered
from briefing.officer.pack_fields import PackForm, PackPart
from briefing.officer.shelf import Shelf
from briefing.officer.trial import Files, Trial, at_home, where_said
from briefing.officer.versions import FOLDER, Kept, lines_between
from briefing.output import write_whole
from briefing.reading import FileData, read_text, read_toml
from briefing.templating import Kind, kinds, template_folder
from briefing.templating.block import blocks
from briefing.templating.override import Override, overrides
from briefing.templating.own_block import OwnBlock, block_of_pack, with_block, without_block
from briefing.values import record

STYLE = "style.docx"
T = TypeVar("T")


@record
class Tried:
    """What a pack with changes would be: findings on it, and a report as it would print it.

    Each finding comes with the path of what the pack says there, empty where it says nothing.
    """

    findings: tuple[tuple[Finding, str], ...]
    shown: Shown


@record
class ListedBlock:
    """A block of a kind as the page lists it; ``stale`` once the one beneath has changed."""

    name: str
    within: str | None
    own: bool
    stale: bool


class PackOpened:
    """One pack of the folder."""

    def __init__(self, shelf: Shelf, name: str, folder: Path, language: str) -> None:
        self.name = name
        self.folder = folder
        self.language = language
        self.file = folder / FILE
        self.kept = Kept(shelf.folder.parent / FOLDER / shelf.folder.name / name)
        self._shelf = shelf

    def here(self, work: Callable[[], T]) -> T:
        """Do something with the packs of the folder at hand."""
        with self._shelf.at_hand():
            return work()

    @property
    def called(self) -> str:
        """What the locality is called, as far as that can be read."""
        with suppress(UserError, LookupError):
            return str(self.here(lambda: localities.load_locality(self.name)).told.data["name"])
        return ""

    @property
    def content(self) -> str:
        """The pack's own file; raises InputError where that is no text."""
        return read_text(self.file, may_be_empty=True)

    # --- what it says ----------------------------------------------------------------------

    def parts(self) -> tuple[list[PackPart], list[str]]:
        """Return the form of the pack, and what it says besides; raises InputError."""
        form = self.here(self._form)
        return form.parts(), form.unseen()

    def _form(self) -> PackForm:
        own = read_toml(self.file).data
        inherited, usual = FileData({}), dict[str, Any]()
        choices, documents = localities.NOWHERE.choices, kinds()
        # A pack with faults can be mended here all the same.
        with suppress(UserError):
            _, inherited = localities.own_and_inherited(self.name)
            found = localities.load_locality(self.name)
            choices = found.choices
            facts = localities.report_facts(found, FileData({}), date.today()).data
            facts.pop("signature", None)
            usual = localities.profile_facts(facts, choices, date.today())
            documents = kinds(found.folders)
        parents: Offered = tuple(
            one for one in self._shelf.parents(self.language) if one[0] != self.name
        )
        called: Offered = tuple(
            (name, kind.description(self.language)) for name, kind in documents.items()
        )
        return PackForm(own, inherited, usual, choices, parents, called, self.language)

    def differences(self) -> list[tuple[FieldPath, Any, Any]]:
        """Return what the pack says otherwise than what it inherits, as the command tells it."""
        return self.here(lambda: list(localities.differences(self.name)))

    def overrides(self) -> list[Override]:
        """Return the blocks that the pack puts in place of others, as the command tells them."""
        return self.here(lambda: overrides(*self._layers()))

    def _layers(self) -> tuple[Path, tuple[Path, ...]]:
        return library.own_pack_to_change(self.name)

    # --- its blocks ------------------------------------------------------------------------

    def kinds(self) -> dict[str, Kind]:
        """Return the kinds of document that the pack can word."""

        def found() -> dict[str, Kind]:
            folder, below = self._layers()
            return kinds((folder, *below[:-1]))

        return self.here(found)

    def blocks(self, kind: Kind) -> list[ListedBlock]:
        """Return the blocks of a kind in the order of the document."""

        def found() -> list[ListedBlock]:
            folder, below = self._layers()
            stale = {one.name for one in overrides(folder, below) if one.stale}
            file = folder / kind.template
            return [
                ListedBlock(one.name, one.within, one.path == file, one.name in stale)
                for one in blocks((folder, *below), kind.template)
            ]

        return self.here(found)

    def block(self, kind: Kind, name: str) -> OwnBlock:
        """Return one block as the pack has it; raises UserError."""
        return self.here(lambda: block_of_pack(*self._layers(), kind.template, name))

    def names(self, kind: Kind) -> list[str]:
        """Return what a block of a kind can call, macros first."""

        def found() -> list[str]:
            folder, below = self._layers()
            roots = (folder, *below)
            calls = [macro.call for macro in macros(roots, kind.template)]
            return [*calls, *names_at_hand(roots)]

        return self.here(found)

    def block_changed(self, kind: Kind, name: str, text: str) -> Files:
        """Return the files in which a block says a text; raises UserError."""
        made = self.here(lambda: with_block(*self._layers(), kind.template, name, text))
        return self._inside({path: said.encode("utf-8") for path, said in made.items()})

    def block_left(self, kind: Kind, name: str) -> Files:
        """Return the files in which a block is inherited again; raises UserError, LookupError."""
        files, gone = self.here(lambda: without_block(*self._layers(), kind.template, name))
        said = {path: text.encode("utf-8") for path, text in files.items()}
        return self._inside({**said, **dict.fromkeys(gone)})

    def _inside(self, files: Mapping[Path, bytes | None]) -> Files:
        return {path.relative_to(self.folder).as_posix(): said for path, said in files.items()}

    # --- changes ---------------------------------------------------------------------------

    def edited(self, edits: Iterable[PackEdit]) -> Files:
        """Return the pack's own file with changes made to it; raises InputError, LookupError."""
        made = edited_pack(self.content, edits, str(self.file))
        return {FILE: made.encode("utf-8")}

    def tried(self, trial: Trial, changed: Files, source: Path | None, kind: str = "") -> Tried:
        """Return what the pack would be with changes; ``source`` is a report to look at.

        ``kind`` makes it a document of another kind than its own.
        """
        with self._shelf.at_hand(), trial.of(self.name, self.folder, changed) as place:
            found = [*library.faults_of_pack(self.name), *self._of_templates(place)]
            shown = Shown()
            if source:
                options = Options(source, locality=self.name, language=self.language, kind=kind)
                shown = show(options, shown)
            told = [(at_home(one, place, self.folder), where_said(one, place)) for one in found]
        return Tried(tuple(told), shown)

    def stops(self, trial: Trial, changed: Files) -> list[Finding]:
        """Return the errors that changes bring, with which they are not kept.

        What was wrong before does not stop them.
        """
        after, before = self.tried(trial, changed, None), self.tried(trial, {}, None)
        known = {_said(one) for one, _ in before.findings}
        errors = [one for one, _ in after.findings if one.severity is Severity.ERROR]
        return in_reading_order(one for one in errors if _said(one) not in known)

    def _of_templates(self, place: Path) -> list[Finding]:
        """Return what ``briefing template lint`` says of the pack's own templates."""
        try:
            packs, _ = pack_roots(template_folder(), [self.name])
            found = lint(packs).findings
        except UserError as error:
            found = list(error.findings)
        return [one for one in found if one.origin and Path(one.origin.file).is_relative_to(place)]

    def keep(self, changed: Files) -> None:
        """Write changes, each file whole or not at all; raises OutputError.

        The state that is left is kept. What makes it a pack comes last.
        """
        now = pack_files(self.folder)
        if all(now.get(name) == content for name, content in changed.items()):
            return
        self.kept.keep_content(localities.parcel_of(self.folder))
        for name, content in sorted(changed.items(), key=_last_written):
            if content is None:
                (self.folder / name).unlink(missing_ok=True)
            elif content != now.get(name):
                write_whole(self.folder / name, content, force=True, with_folder=True)

    # --- its states ------------------------------------------------------------------------

    def state(self, name: str) -> dict[str, bytes]:
        """Return the files of a kept state; raises LookupError, InputError."""
        file = self.kept.file(name)
        if file is None:
            raise LookupError(name)
        return localities.read_parcel(file).files

    def since(self, name: str) -> list[str]:
        """Return the lines that differ from a state, file by file; raises as above."""
        was, now = self.state(name), pack_files(self.folder)
        lines = []
        for file in sorted({*was, *now}):
            before, after = was.get(file, b""), now.get(file, b"")
            if before == after or file.startswith("replaced/"):
                continue
            lines.append(f"@ {file}")
            if file != STYLE:
                lines += lines_between(
                    before.decode("utf-8", "replace"), after.decode("utf-8", "replace")
                )
        return lines

    def restore(self, name: str) -> None:
        """Make a kept state the present one; raises as above, and OutputError."""
        was = self.state(name)
        self.keep({**dict.fromkeys(pack_files(self.folder)), **was})


def _said(found: Finding) -> tuple[str, ...]:
    return (found.rule, *map(str, found.values.values()))


def _last_written(file: tuple[str, bytes | None]) -> tuple[bool, bool, str]:
    """Order files: what a template refers to, templates, and what makes a pack of it."""
    return (file[0] == FILE, not file[0].startswith("replaced/"), file[0])


def digest_of(text: str) -> str:
    """Return what tells one text from another."""
    return sha256(text.encode("utf-8")).hexdigest()[:16]
