"""Names in braces: every one must mean something."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from briefing.checking.lacking import PART_NOT_KNOWN, what_lacks
from briefing.checking.near_names import NearNames
from briefing.checking.own_tables import NO_TARGETS
from briefing.checking.register import over_reports
from briefing.checking.shared import phrases_of, texts_with
from briefing.figures import PARTS, Phrasebook, Reference, references
from briefing.figures.cited_sections import SECTION_PARTS
from briefing.figures.people_in_sentences import PERSON_PARTS
from briefing.figures.periods import WORDED, period_words
from briefing.figures.tally import TALLIES, undecided
from briefing.findings import FieldPath, Finding, Guesses, dotted, rule
from briefing.report import TARGETS_TABLE, Report, cells_in, listed_figures, report_texts

UNKNOWN_NAME = rule("figures/unknown-name")
UNKNOWN_PART = rule("figures/unknown-part")
NAME_IN_WORDS = rule("figures/name-in-words")
NOTE_IN_NOTE = rule("figures/footnote-in-footnote")
UNDECIDED = rule("indicators/undecided")

_WORDS_OF_NAMES = ("figures", "legal_references")
"""The groups whose texts are what names stand for."""


@over_reports
def unknown_names(report: Report) -> Iterator[Finding]:
    """Yield the names in sentences that no figure bears, and parts that a figure lacks."""
    book, guesses = phrases_of(report), Guesses()
    names = NearNames(report, guesses)
    for path, text in chain(texts_with(report, "{"), cells_in(report.tables)):
        if path[0] in _WORDS_OF_NAMES:
            continue
        for reference in references(text):
            if book.phrase(reference) is None:
                yield _unknown(report, path, reference, book, guesses, names)
    for index, model in enumerate(report.models):
        reference = Reference(model.figure or "", "quantity", 0)
        if model.figure and book.phrase(reference) is None:
            reference = (
                reference if model.figure in report.figures else Reference(model.figure, "", 0)
            )
            yield _unknown(report, ("models", index, "figure"), reference, book, guesses, names)
    for path, name in listed_figures(report):
        if name not in report.figures:
            yield _unknown(report, path, Reference(name, "", 0), book, guesses, names)


@over_reports
def names_in_words(report: Report) -> Iterator[Finding]:
    """Yield names in what other names stand for, where nothing fills them.

    Labels and units of figures and the documents cited call no figures, only the words that every
    report knows, and of these none that call others: what they stand for is filled in once. So do
    those words themselves where a text calls them.
    """
    words = {name: word for name, word in period_words(report).items() if _is_plain(word)}
    called = set(_called_words(report))
    known = set(phrases_of(report).names) if called else set()
    for path, text in (*_words_of_names(report), *called):
        for reference in references(text):
            # What bears no name at all is told of sentences anyway.
            meant = (path, text) not in called or reference.name in known
            if meant and (reference.part or reference.name not in words):
                values = {"name": str(reference), "known": ", ".join(map(_braced, words))}
                origin = report.origin(*path)
                yield NAME_IN_WORDS.found(origin, dotted(path), values)


@over_reports
def notes_in_notes(report: Report) -> Iterator[Finding]:
    """Yield footnotes that are named in footnotes."""
    for name, text in report.footnotes.items():
        for reference in references(text):
            if reference.name in report.footnotes and reference.name not in report.figures:
                path = ("footnotes", name)
                values = {"name": str(reference)}
                yield NOTE_IN_NOTE.found(report.origin(*path), dotted(path), values)


def _is_plain(word: str) -> bool:
    return next(references(word), None) is None


def _called_words(report: Report) -> Iterator[tuple[FieldPath, str]]:
    """Yield the texts of the input that are words by name, and call others, where called."""
    own: dict[str, tuple[FieldPath, str | None]] = {
        "subject": (("subject",), report.subject),
        "issuer": (("issuer", "name"), report.issuer.name),
        "this": (("period", "called"), report.period.called),
        "coming": (("next_period", "called"), report.coming_period.called),
    }
    named = {name: place for name, place in own.items() if place[1] and not _is_plain(place[1])}
    if named:
        texts = [text for _, text in report_texts(report)]
        texts += [text for _, text in _words_of_names(report)]
        called = {reference.name for text in texts for reference in references(text)}
        yield from ((path, text or "") for name, (path, text) in named.items() if name in called)


def words_of_figures(report: Report) -> Iterator[tuple[FieldPath, str]]:
    """Yield label, unit and other words of each figure, with their paths."""
    for name, figure in report.figures.items():
        for key in WORDED:
            if text := getattr(figure, key):
                yield ("figures", name, key), text
        if figure.change and figure.change.base:
            yield ("figures", name, "change", "base"), figure.change.base


def _words_of_names(report: Report) -> Iterator[tuple[FieldPath, str]]:
    yield from words_of_figures(report)
    yield from (
        (path, text) for path, text in report_texts(report) if path[0] == "legal_references"
    )


def _braced(name: str) -> str:
    return f"{{{name}}}"


def _unknown(
    report: Report,
    path: FieldPath,
    reference: Reference,
    book: Phrasebook,
    guesses: Guesses,
    names: NearNames,
) -> Finding:
    origin = report.origin(*path)
    values: dict[str, Any] = {"name": str(reference), "near": None}
    broken = UNKNOWN_NAME
    if reference.name in report.legal_references:
        broken, known = UNKNOWN_PART, ["full"]
        values |= {"near": guesses.near(reference.part, known), "known": "full"}
    elif reference.name not in report.figures and reference.name in book.sections:
        near = guesses.near(reference.part, SECTION_PARTS)
        broken, values = UNKNOWN_PART, values | {"near": near, "known": ", ".join(SECTION_PARTS)}
    elif reference.name not in report.figures and reference.name in book.people:
        near = guesses.near(reference.part, PERSON_PARTS)
        broken, values = UNKNOWN_PART, values | {"near": near, "known": ", ".join(PERSON_PARTS)}
    elif reference.name in book.names and reference.part not in PARTS:
        broken, near = UNKNOWN_PART, guesses.near(reference.part, filter(None, PARTS))
        values |= {"near": near, "known": ", ".join(filter(None, PARTS))}
    elif _is_tally(report, reference) and (rows := undecided(book.book)):
        broken = UNDECIDED
        values["rows"] = ", ".join(_placed(report, name) for name in rows)
    elif reference.name in book.names:
        broken, more = PART_NOT_KNOWN, {"label": reference.name, "needs": "value"}
        if reference.name in report.figures:
            broken, more = what_lacks(book.book, reference.name, reference.part)
        values |= more
        if values["near"]:
            blank = report.origin("figures", reference.name, "value")
            values |= {"first": values["near"], "first_at": blank}
    elif reference.name == TARGETS_TABLE:
        broken = NO_TARGETS
    else:
        in_form = origin is not None and origin.form == "form"
        values["near"] = ", ".join(names.near(reference.name, in_form=in_form)) or None
    return broken.found(origin, dotted(path), values)


def _is_tally(report: Report, reference: Reference) -> bool:
    return reference.name in TALLIES and reference.name not in report.figures


def _placed(report: Report, name: str) -> str:
    """Return the label of a row and where it was written: ``“Trường học” (chi-tieu.csv:8:2)``."""
    origin = report.origin("figures", name)
    label = f"“{report.figures[name].label}”"
    return f"{label} ({origin})" if origin else label
