"""What an input says and its document does not: every fact is printed or told.

Facts of packs and profiles are not the officer's, and one input serves several kinds: what a
companion document leaves out is only noted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from briefing.checking.instead import part_that_prints, sentence_for
from briefing.checking.kept import Beneath, lost
from briefing.checking.lines import PrintedLine
from briefing.checking.register import over_documents
from briefing.checking.whole import NO_DOCUMENT, PrintedWhole
from briefing.figures import references
from briefing.findings import Finding, LooksAt, Origin, Path, Rule, Severity, dotted, rule
from briefing.patterns import Pattern
from briefing.report import (
    Leaf,
    PartialDate,
    Report,
    Role,
    Trait,
    Use,
    called_people,
    leaves_with,
    listed_figures,
    report_texts,
)
from briefing.values import record
from briefing.vietnamese import format_number, slash_date

_LESS = (Severity.WARNING, Severity.INFO)
UNUSED = rule("figures/unused", *_LESS, looks_at=LooksAt.DOCUMENT)
UNUSED_ROWS = rule("indicators/unused", *_LESS, looks_at=LooksAt.DOCUMENT)
UNUSED_DOCUMENT = rule("legal/unused", *_LESS, looks_at=LooksAt.DOCUMENT)
NOT_PRINTED = rule("facts/not-printed", *_LESS, looks_at=LooksAt.DOCUMENT)
NOT_PLACED = rule("sections/not-placed", *_LESS, looks_at=LooksAt.DOCUMENT)
NO_FRAME = rule("facts/no-frame", Severity.INFO, looks_at=LooksAt.DOCUMENT)
NOTE = rule("facts/note", Severity.INFO, looks_at=LooksAt.DOCUMENT)

_SHOWN = 3
"""How many places are named of a list of facts that are not printed."""

_OF_CONFERENCE = ("conference", "awards")
"""The groups that tell of a conference."""

_WORDS = 40
"""How much of a text is quoted, in characters."""

_STEP = Pattern(r"\[\]|[^.\[\]]+")


def _nowhere(_: Sequence[str]) -> None:
    return None


@record(slots=False)
class Printed:
    """What came of a report: the paths of the facts that stand in its document.

    ``elsewhere`` are those in documents made together with it; ``framed`` says whether it has a
    letterhead and a signature. ``known`` are the findings about the report itself. ``lines`` are
    those of the document, and ``typed_at`` tells in which template words were typed, given what of
    them stands before and behind each fact. ``beneath`` is what the program's own templates make,
    where packs have templates; ``whole`` are the parts of the document.
    """

    report: Report
    here: frozenset[str]
    elsewhere: frozenset[str] = frozenset()
    framed: bool = True
    known: tuple[Finding, ...] = ()
    lines: tuple[PrintedLine, ...] = ()
    typed_at: Callable[[Sequence[str]], Origin | None] = _nowhere
    beneath: Beneath | None = None
    whole: PrintedWhole = NO_DOCUMENT

    def place_in_pack(self, pieces: Sequence[str]) -> Origin | None:
        """Return where a pack typed some words, at least in which of its files."""
        place = self.typed_at(pieces)
        for folder in self.report.pack_folders:
            if place and FilePath(place.file).is_relative_to(folder):
                return place
        templates = (f / f"{self.report.kind}.md.j2" for f in self.report.pack_folders)
        first = next((file for file in templates if file.is_file()), None)
        return Origin(str(first)) if first else place

    @cached_property
    def anywhere(self) -> frozenset[str]:
        """The facts that need not be told: a document made together may print them as well."""
        return self.here if self.report.is_companion else self.here | self.elsewhere

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """The facts that a document may print."""
        return leaves_with(self.report, _is_shown)

    @cached_property
    def dropped(self) -> list[Leaf]:
        """The officer's facts that templates of packs no longer print."""
        if self.beneath is None:
            return []
        found = lost(self.leaves, self.anywhere, self.beneath)
        # What a sentence says of a figure goes with the sentence.
        gone = (leaf for leaf in self.leaves if dotted(leaf.path) not in self.anywhere)
        said = "".join(str(leaf.value) for leaf in gone if leaf.path[0] != "figures")
        return [
            leaf
            for leaf in found
            if _is_officers(self.report, leaf.path)
            and not (leaf.path[0] == "figures" and str(leaf.path[1]) in said)
        ]

    @cached_property
    def named(self) -> dict[str, str]:
        """What printed sentences name in braces, each with where it is named."""
        return _named(self.report, self.anywhere)

    @property
    def severity(self) -> Severity:
        """How grave it is that a fact is not printed."""
        return Severity.INFO if self.report.is_companion else Severity.WARNING

    @cached_property
    def misnamed(self) -> frozenset[Path]:
        """The groups that a mistyped name may have meant; what is wrong there is told already."""
        found: set[Path] = set()
        for finding in self.known:
            if finding.rule == "people/unknown":
                found.add(("people",))
            elif finding.rule in ("figures/unknown-part", "figures/part-not-known"):
                name = re.split(r"[{.}]", finding.values["name"])[1]
                found |= {("figures", name), ("legal_references", name)}
        return frozenset(found)

    @cached_property
    def kept_for_news(self) -> frozenset[Path]:
        """The groups that a report leaves to the news of a conference it does not tell of."""
        if not self.framed or self.report.conference is None or self.report.conference_held:
            return frozenset()
        called = [(path, name) for path, name in called_people(self.report)]
        called += [
            (path, each.name)
            for path, text in report_texts(self.report)
            for each in references(text)
        ]
        people = {("people", name) for path, name in called if path[0] in _OF_CONFERENCE}
        return frozenset({*((group,) for group in _OF_CONFERENCE), *people})

    def is_kept_for_news(self, path: Path) -> bool:
        """Say whether a fact is one that only the news of a conference tells."""
        return not self.kept_for_news.isdisjoint((path[:1], path[:2]))

    @cached_property
    def unplaced(self) -> dict[str, str]:
        """The keys that an outline of the input's own prints nothing of, each with its part."""
        if not any(path.startswith("sections[") for path in self.here):
            return {}
        wording = self.report.choices.wording
        parts = {key: part for part in wording.sections for key in wording.keys_of(part)}
        parts |= {part: part for part in wording.parts}
        live = {path.partition(".")[0].partition("[")[0] for path in self.anywhere}
        return {key: part for key, part in parts.items() if key not in live}

    @cached_property
    def mentioned(self) -> dict[str, str]:
        """What all sentences name in braces, printed or not, each with where it is named."""
        return _named(self.report)

    @cached_property
    def groups(self) -> frozenset[str]:
        """The groups by name of which something is printed, such as ``figures.kham_pha``."""
        return frozenset(".".join(path.split(".", 2)[:2]) for path in self.anywhere)


def _named(report: Report, printed: Collection[str] | None = None) -> dict[str, str]:
    """Return the names in braces of the texts that are printed, or of all of them."""
    found: dict[str, str] = {}
    for path, text in report_texts(report):
        at = dotted(path)
        if printed is None or at in printed:
            for reference in references(text):
                found.setdefault(reference.name, at)
    for index, model in enumerate(report.models):
        at = f"models[{index}].figure"
        if model.figure and (printed is None or at in printed):
            found.setdefault(model.figure, at)
    for path, name in listed_figures(report):
        if printed is None or dotted(path) in printed:
            found.setdefault(name, dotted(path))
    return found


@over_documents
def unused_figures(printed: Printed) -> Iterator[Finding]:
    """Yield the figures of which nothing is printed, where no printed sentence names them."""
    report = printed.report
    annex = "figures_annex" if report.figures_annex else None
    unused = _unused(printed, "figures")
    rows = [name for name in unused if report.figures[name].row]
    if len(rows) > _SHOWN:
        yield _unused_rows(printed, rows)
        unused = [name for name in unused if name not in rows]
    for name in unused:
        values = {"label": report.figures[name].label}
        yield _unused_finding(printed, UNUSED, ("figures", name), values, annex)


def _unused_rows(printed: Printed, names: list[str]) -> Finding:
    """Return one word on rows of a table, of which there may be hundreds."""
    report = printed.report
    labels = ", ".join(f"“{report.figures[name].label}”" for name in names[:_SHOWN])
    paths = [f"figures.{name}" for name in names]
    places = [report.origin("figures", name) for name in names]
    values = {"count": len(names), "labels": labels, "near": None}
    values |= {"paths": paths, "places": places}
    return UNUSED_ROWS.found(report.origin("figures", names[0]), paths[0], values, printed.severity)


@over_documents
def unused_documents(printed: Printed) -> Iterator[Finding]:
    """Yield the documents listed under ``legal_references`` that no printed sentence cites."""
    for name in _unused(printed, "legal_references"):
        values = {"text": printed.report.legal_references[name].text}
        yield _unused_finding(printed, UNUSED_DOCUMENT, ("legal_references", name), values, None)


def _unused(printed: Printed, group: str) -> list[str]:
    names = getattr(printed.report, group)
    return [n for n in names if n not in printed.named and f"{group}.{n}" not in printed.groups]


def _unused_finding(
    printed: Printed, unused: Rule, path: Path, values: dict[str, Any], near: str | None
) -> Finding:
    report, name = printed.report, str(path[-1])
    values |= {"name": name, "near": printed.mentioned.get(name, near)}
    return unused.found(report.origin(*path), dotted(path), values, printed.severity)


@over_documents
def parts_not_placed(printed: Printed) -> Iterator[Finding]:
    """Yield the keys of an input that its own outline has no place for."""
    report = printed.report
    for key, part in printed.unplaced.items():
        value = getattr(report, key)
        if value and _is_officers(report, (key,)) and key in report.model_fields_set:
            values = {"field": key, "part": part}
            yield NOT_PLACED.found(report.origin(key), key, values, printed.severity)


@over_documents
def facts_not_printed(printed: Printed) -> Iterator[Finding]:
    """Yield the facts that the document does not print, those of one sort together."""
    told: dict[tuple[Rule, str, Severity], list[tuple[Path, Any]]] = {}
    for leaf, group in _unprinted(printed):
        steps = _STEP.findall(leaf.shape)[: len(group)]
        lost, severity, shape = NOT_PRINTED, printed.severity, ".".join(steps)
        if leaf.role.use is Use.FRAME and not printed.framed:
            lost, severity, shape = NO_FRAME, Severity.INFO, ""
        found = told.setdefault((lost, shape, severity), [])
        if not found or found[-1][0] != group:
            found.append((group, leaf.value if len(group) == len(leaf.path) else None))
    for (lost, _, severity), facts in told.items():
        yield _not_printed(printed.report, lost, severity, facts)


@over_documents
def notes_not_printed(printed: Printed) -> Iterator[Finding]:
    """Yield a word on notes that may be taken for texts to be printed."""
    notes = [
        (leaf.path, leaf.value)
        for leaf in leaves_with(printed.report, _is_taken_for_text)
        if dotted(leaf.path) not in printed.anywhere
    ]
    if notes:
        yield _not_printed(printed.report, NOTE, Severity.INFO, notes)


def _not_printed(
    report: Report, lost: Rule, severity: Severity, facts: list[tuple[Path, Any]]
) -> Finding:
    first = facts[0][0]
    told = ", ".join(_said(path, value) for path, value in facts[:_SHOWN])
    more = f", … (+{len(facts) - _SHOWN})" if len(facts) > _SHOWN else ""
    values = {
        "kind": report.kind,
        "facts": told + more,
        "paths": [dotted(path) for path, _ in facts],
        "places": [report.origin(*path) for path, _ in facts],
        "near": sentence_for(report, first),
        "printed_by": part_that_prints(first),
    }
    return lost.found(report.origin(*first), dotted(first), values, severity)


def _said(path: Path, value: Any) -> str:
    if value is None:
        return dotted(path)
    match value:
        case PartialDate() | date():
            words = slash_date(value.year, value.month, value.day)
        case Decimal() | int():
            words = format_number(value)
        case _:
            words = str(value)
    cut = words[:_WORDS] + ("…" if len(words) > _WORDS else "")
    return f"{dotted(path)} (“{cut}”)"


def _unprinted(printed: Printed) -> Iterator[tuple[Leaf, Path]]:
    """Yield each fact of the officer that is not printed, with the largest group without one."""
    unused = {("figures", name) for name in _unused(printed, "figures")}
    unused |= {("legal_references", name) for name in _unused(printed, "legal_references")}
    missing: list[Leaf] = []
    lively: set[Path] = set()
    # What templates drop is told with them, as an error.
    dropped = {leaf.path for leaf in printed.dropped}
    for leaf in printed.leaves:
        if leaf.path in dropped:
            continue
        if dotted(leaf.path) in printed.anywhere or printed.is_kept_for_news(leaf.path):
            lively.update(leaf.path[:end] for end in range(1, len(leaf.path)))
        elif leaf.path[0] in printed.unplaced:
            continue
        elif leaf.supplied and not leaf.role.is_a(Trait.ASIDE) and leaf.path[:2] not in unused:
            missing.append(leaf)
    for leaf in missing:
        told = {leaf.path[:1], leaf.path[:2]} & printed.misnamed
        if not told and _is_officers(printed.report, leaf.path):
            # A figure of which sentences print something is not told as a whole.
            first = min(_KEY, len(leaf.path)) if leaf.role.is_a(Trait.BY_NAME) else 1
            ends = range(first, len(leaf.path) + 1)
            yield leaf, next(leaf.path[:end] for end in ends if leaf.path[:end] not in lively)


def _is_shown(role: Role) -> bool:
    return role.shown


def _is_taken_for_text(role: Role) -> bool:
    return role.is_a(Trait.TAKEN_FOR_TEXT)


_KEY = 3
"""How long the path of a key of a figure is."""


def _is_officers(report: Report, path: Path) -> bool:
    """Say whether a value was written in the input, not in a pack, nor filled in by a profile."""
    places = report.origins.places
    whole, own = places.get(()), report.origin(*path)
    if whole is None or own is None:
        return True
    # Figures and tables are never a pack's; their rows may stand in a file beside the input.
    if path[0] in ("figures", "tables"):
        return True
    # A profile fills in what an input leaves out and has no place of its own.
    filled_in = path in places and places[path] == places.get(path[:1]) and len(path) > 1
    return own.file == whole.file and not filled_in
