"""What came of a report: its document, and what the checks of documents ask of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from pathlib import Path

from briefing.checking.printed.kept import Beneath, lost
from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outermost_keys import outermost_of
from briefing.checking.printed.whole import NO_DOCUMENT, PrintedWhole
from briefing.checking.printed.whose_words import is_officers, place_of_sentence
from briefing.checking.shared import texts_with
from briefing.figures import references
from briefing.findings import FieldPath, Finding, Origin, Severity, dotted
from briefing.report import (
    LeafValue,
    Report,
    Role,
    called_people,
    leaves_with,
    listed_figures,
)
from briefing.values import record

_OF_CONFERENCE = ("conference", "awards")
"""The groups that tell of a conference."""


def _nowhere(_: Sequence[str]) -> None:
    return None


@record(slots=False)
class PrintedFacts:
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
            if place and Path(place.file).is_relative_to(folder):
                return place
        templates = (f / f"{self.report.kind}.md.j2" for f in self.report.pack_folders)
        first = next((file for file in templates if file.is_file()), None)
        return Origin(str(first)) if first else place

    def place_of(self, line: PrintedLine, *words: str) -> Origin | None:
        """Return where a pack typed a line, told by some of its words and by all that is typed."""
        return self.place_in_pack([*words, *line.said.pieces(0, len(line.text))])

    def worded_at(self, line: PrintedLine) -> Origin | None:
        """Return where a line was worded: a first or last sentence in its file, others by packs."""
        return place_of_sentence(self.report, line) or self.place_of(line)

    @cached_property
    def distinct(self) -> tuple[PrintedLine, ...]:
        """The lines of the document, those that say the same but once."""
        return tuple(dict.fromkeys(self.lines))

    @cached_property
    def typed_lines(self) -> tuple[PrintedLine, ...]:
        """Those of them in which a template types words or numbers, but what is around the text."""
        return tuple(line for line in self.distinct if not line.of_frame and line.types)

    @cached_property
    def anywhere(self) -> frozenset[str]:
        """The facts that need not be told: a document made together may print them as well."""
        return self.here if self.report.is_companion else self.here | self.elsewhere

    @cached_property
    def leaves(self) -> tuple[LeafValue, ...]:
        """The facts that a document may print."""
        return leaves_with(self.report, _is_shown)

    @cached_property
    def dropped(self) -> list[LeafValue]:
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
            if is_officers(self.report, leaf.path)
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
    def misnamed(self) -> frozenset[FieldPath]:
        """The groups that a mistyped name may have meant; what is wrong there is told already."""
        found: set[FieldPath] = set()
        for finding in self.known:
            if finding.rule == "people/unknown":
                found.add(("people",))
            elif finding.rule in ("figures/unknown-part", "figures/part-not-known"):
                name = re.split(r"[{.}]", finding.values["name"])[1]
                found |= {("figures", name), ("legal_references", name)}
        return frozenset(found)

    @cached_property
    def kept_for_news(self) -> frozenset[FieldPath]:
        """The groups that a report leaves to the news of a conference it does not tell of."""
        if not self.framed or self.report.conference is None or self.report.conference_held:
            return frozenset()
        called = [(path, name) for path, name in called_people(self.report)]
        called += [
            (path, each.name)
            for path, text in texts_with(self.report, "{")
            for each in references(text)
        ]
        people = {("people", name) for path, name in called if path[0] in _OF_CONFERENCE}
        return frozenset({*((group,) for group in _OF_CONFERENCE), *people})

    def is_kept_for_news(self, path: FieldPath) -> bool:
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
        live = outermost_of(self.anywhere)
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
    for path, text in texts_with(report, "{"):
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


def _is_shown(role: Role) -> bool:
    return role.shown
