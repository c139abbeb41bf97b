"""The kinds of document that templates can make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from briefing.findings import Finding, InputError, Origin, nearest
from briefing.program_data import table_in
from briefing.reading import FileData, read_toml, validate_as
from briefing.report import OWN_WORDS, TOLD_OF_RESULTS, OwnField, own_field
from briefing.shipped import data_folder
from briefing.standards import is_addressed, symbol_of_type
from briefing.values import record

FILE = "kinds.toml"
SUFFIX = ".md.j2"


@record
class Kind:
    """A kind of document: its name, the word for it, its symbol, what it needs of an input.

    ``requires`` are facts without which no final document is built; ``expects`` are those whose
    absence is said aloud. A ``letter`` bears no kind and has its subject under the number; what is
    not ``framed`` is no official document. What is ``apart`` is a document of its own, which takes
    no title, number, date or outline from the input of another kind; made from one it goes to its
    ``recipients``, where it has any. With ``by_order`` it is signed by order of the head where the
    input does not say who signs.
    What is not ``addressed`` bears no "Kính gửi"; where nothing is said, its type decides.
    ``minutes`` are signed by who took them and who
    was in the chair (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9). ``periods``
    are the types of period that it goes with, all when empty, ``fields`` those that it adds to
    inputs. ``numbering`` are the marks of its headings where an input says none, ``outline`` the
    sections that a new input begins with, as an input writes them.
    """

    name: str
    kind: str
    symbol: str
    requires: tuple[str, ...]
    expects: tuple[str, ...]
    descriptions: Mapping[str, str] = field(hash=False)
    letter: bool = False
    framed: bool = True
    apart: bool = False
    minutes: bool = False
    addressed: bool = True
    recipients: tuple[str, ...] = ()
    by_order: bool = False
    periods: tuple[str, ...] = ()
    fields: tuple[OwnField, ...] = ()
    numbering: tuple[str, ...] = ()
    outline: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)

    def description(self, language: str) -> str:
        """Return what the kind is for, in a language; a pack may say it in one only."""
        return self.descriptions.get(language) or next(iter(self.descriptions.values()), "")

    def otherwise(self, word: str | None, symbol: str | None, period: str | None) -> Kind:
        """Return a kind of another word, symbol or type of period, told as what it is called.

        A word of another type brings its symbol along (Nghị định 30/2020/NĐ-CP, Phụ lục III).
        """
        of_word = symbol_of_type(word) if word and not self.letter else None
        letters = symbol or of_word or self.symbol
        return replace(
            self,
            kind=word or self.kind,
            symbol=letters,
            addressed=self.addressed and (self.letter or is_addressed(letters)),
            periods=(period,) if period else self.periods,
            descriptions={"vi": word} if word else self.descriptions,
        )

    @property
    def orders(self) -> bool:
        """Whether it says what stands under ``letter``: a letter, or a directive."""
        return self.letter or any(path.startswith("letter.") for path in self.requires)

    @property
    def not_shared(self) -> tuple[str, ...]:
        """The keys that a document of this kind does not take from an input of another kind."""
        if not self.apart:
            return ()
        tells = any("results" in path.split("|") for path in self.requires)
        return OWN_WORDS if tells else (*OWN_WORDS, *TOLD_OF_RESULTS)

    @property
    def template(self) -> str:
        """The name of the kind's template file."""
        return self.name + SUFFIX


def template_folder() -> Path:
    """Return the folder of the built-in templates."""
    return data_folder("templates")


def kinds(folders: tuple[Path, ...] = ()) -> dict[str, Kind]:
    """Return every kind by name; ``folders`` are packs, nearest first, that may add their own.

    A kind whose entry has faults is not among them. Raises InputError for a file that is no TOML.
    """
    return _found(folders)[0]


def faulty_kinds(folders: tuple[Path, ...]) -> dict[str, tuple[Finding, ...]]:
    """Return the kinds of packs whose entries have faults, with all of them."""
    return _found(folders)[1]


Faults = dict[str, tuple[Finding, ...]]


def _found(folders: tuple[Path, ...]) -> tuple[dict[str, Kind], Faults]:
    own = _file_in(template_folder())
    found = dict(_of_the_program(own, own.stat().st_mtime_ns))
    faulty: Faults = {}
    for folder in reversed(folders):
        file = _file_in(folder)
        if file.is_file():
            entries, faults = _entries(file, file.stat().st_mtime_ns)
            found |= {name: _kind(name, entry, found.get(name)) for name, entry in entries.items()}
            # One of the same name that stands below is not what was meant.
            found = {name: kind for name, kind in found.items() if name not in faults}
            faulty = {name: told for name, told in faulty.items() if name not in entries} | faults
    return found, faulty


# Each document asks several times; putting a path together takes longer than looking there.
@lru_cache(maxsize=256)
def _file_in(folder: Path) -> Path:
    return folder / FILE


@lru_cache(maxsize=1)
def _of_the_program(file: Path, stamp: int) -> dict[str, Kind]:
    entries, _ = _entries(file, stamp)
    return {name: _kind(name, entry, None) for name, entry in entries.items()}


def _kind(name: str, entry: Mapping[str, Any], below: Kind | None) -> Kind:
    """Return a kind; ``below`` is the one of the same name that it stands before."""
    letter, framed = entry.get("letter", False), entry.get("framed", True)
    minutes = entry.get("minutes", False)
    return Kind(
        name,
        entry["kind"],
        entry.get("symbol", ""),
        required(entry.get("requires"), below, letter=letter, framed=framed, minutes=minutes),
        tuple(entry.get("expects", ())),
        entry["description"],
        letter,
        framed,
        entry.get("apart", False),
        minutes,
        entry.get("addressed", letter or is_addressed(entry.get("symbol", ""))),
        tuple(entry.get("recipients", ())),
        entry.get("by_order", False),
        tuple(entry.get("periods", ())),
        tuple(own_field(field, said) for field, said in entry.get("fields", {}).items()),
        tuple(entry.get("numbering", ())),
        tuple(entry.get("outline", ())),
    )


def fields_of_kinds(folders: tuple[Path, ...], own: str | None = None) -> dict[str, OwnField]:
    """Return the fields that kinds add to inputs; those of an input's own kind go before others."""
    known = kinds(folders)
    order = [kind for kind in known.values() if kind.name != own]
    order += [known[own]] if own in known else []
    return {field.name: field for kind in order for field in kind.fields}


def required(
    told: Iterable[str] | None,
    below: Kind | None,
    *,
    letter: bool,
    framed: bool,
    minutes: bool = False,
) -> tuple[str, ...]:
    """Return what a kind requires: its frame, and what it says or its nature says for it.

    Whatever ``kinds.toml`` leaves out, no document is built with a hole in its frame.
    """
    nature = nature_of(letter=letter, framed=framed, minutes=minutes)
    if told is None:
        told = below.requires if below else nature["says"]
    return tuple(dict.fromkeys((*nature["frame"], *told)))


def nature_of(*, letter: bool, framed: bool, minutes: bool = False) -> dict[str, list[str]]:
    """Return what a document of a nature needs: its ``frame``, and what it ``says``."""
    if minutes and framed:
        return _natures()["minutes"]
    return _natures()["letter" if letter and framed else "report" if framed else "unframed"]


@cache
def _natures() -> dict[str, dict[str, list[str]]]:
    return table_in(str(template_folder() / "natures.toml"))


@lru_cache(maxsize=64)
def _entries(file: Path, _stamp: int) -> tuple[dict[str, dict[str, Any]], Faults]:
    """Return what a file says of its kinds, and the faults of the others at their places.

    Raises InputError for a file that is no TOML.
    """
    if file.parent == template_folder():
        # What came with the program was checked before it came; a test holds it to the schema.
        return table_in(str(file)), {}
    from briefing.templating.kind_file import KindFile

    source = read_toml(file)
    entries: dict[str, dict[str, Any]] = {}
    faults: Faults = {}
    for name, said in source.data.items():
        try:
            told = validate_as(KindFile, FileData({name: said}, source.places)).root
            entries[name] = told[name].model_dump(exclude_unset=True)
        except InputError as error:
            faults[name] = tuple(error.findings)
    return entries, faults


def kind_place(name: str, folders: tuple[Path, ...]) -> Origin | None:
    """Return where the nearest pack says what a kind is; ``None`` of one that the program has."""
    head = re.compile(rf"\s*\[\s*[\"']?{re.escape(name)}[\"']?\s*\]")
    for file in (folder / FILE for folder in folders):
        lines = file.read_text(encoding="utf-8-sig").splitlines() if file.is_file() else []
        for number, line in enumerate(lines, start=1):
            if head.match(line):
                return Origin(str(file), number)
    return None


def find_kind(name: str, origin: Origin | None = None, folders: tuple[Path, ...] = ()) -> Kind:
    """Return a kind; raises InputError with its faults, or the nearest name when there is none."""
    known, faulty = _found(folders)
    if name in faulty:
        raise InputError(list(faulty[name]))
    kind = known.get(name)
    if kind is None:
        near = nearest(name, {**known, **faulty})
        values = {"name": name, "near": near, "known": ", ".join(known)}
        raise InputError([Finding("kind/unknown", origin=origin, values=values)])
    return kind
