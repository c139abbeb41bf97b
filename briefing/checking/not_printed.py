"""What an input says and its document does not: every fact is printed or told.

Facts of packs and profiles are not the officer's, and one input serves several kinds: what a
companion document leaves out is only noted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from briefing.checking.instead import part_that_prints, sentence_for
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.whose_words import is_officers
from briefing.checking.register import over_documents
from briefing.findings import FieldPath, Finding, LooksAt, Rule, Severity, dotted, rule
from briefing.patterns import Pattern
from briefing.report import LeafValue, PartialDate, Report, Role, Trait, Use, leaves_with
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

_WORDS = 40
"""How much of a text is quoted, in characters."""

_STEP = Pattern(r"\[\]|[^.\[\]]+")


@over_documents
def unused_figures(printed: PrintedFacts) -> Iterator[Finding]:
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


def _unused_rows(printed: PrintedFacts, names: list[str]) -> Finding:
    """Return one word on rows of a table, of which there may be hundreds."""
    report = printed.report
    labels = ", ".join(f"“{report.figures[name].label}”" for name in names[:_SHOWN])
    paths = [f"figures.{name}" for name in names]
    places = [report.origin("figures", name) for name in names]
    values = {"count": len(names), "labels": labels, "near": None}
    values |= {"paths": paths, "places": places}
    return UNUSED_ROWS.found(report.origin("figures", names[0]), paths[0], values, printed.severity)


@over_documents
def unused_documents(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield the documents listed under ``legal_references`` that no printed sentence cites."""
    for name in _unused(printed, "legal_references"):
        values = {"text": printed.report.legal_references[name].text}
        yield _unused_finding(printed, UNUSED_DOCUMENT, ("legal_references", name), values, None)


def _unused(printed: PrintedFacts, group: str) -> list[str]:
    names = getattr(printed.report, group)
    return [n for n in names if n not in printed.named and f"{group}.{n}" not in printed.groups]


def _unused_finding(
    printed: PrintedFacts, unused: Rule, path: FieldPath, values: dict[str, Any], near: str | None
) -> Finding:
    report, name = printed.report, str(path[-1])
    values |= {"name": name, "near": printed.mentioned.get(name, near)}
    return unused.found(report.origin(*path), dotted(path), values, printed.severity)


@over_documents
def parts_not_placed(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield the keys of an input that its own outline has no place for."""
    report = printed.report
    for key, part in printed.unplaced.items():
        value = getattr(report, key)
        if value and is_officers(report, (key,)) and key in report.model_fields_set:
            values = {"field": key, "part": part}
            yield NOT_PLACED.found(report.origin(key), key, values, printed.severity)


@over_documents
def facts_not_printed(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield the facts that the document does not print, those of one sort together."""
    told: dict[tuple[Rule, str, Severity], list[tuple[FieldPath, Any]]] = {}
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
def notes_not_printed(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield a word on notes that may be taken for texts to be printed."""
    notes = [
        (leaf.path, leaf.value)
        for leaf in leaves_with(printed.report, _is_taken_for_text)
        if dotted(leaf.path) not in printed.anywhere
    ]
    if notes:
        yield _not_printed(printed.report, NOTE, Severity.INFO, notes)


def _not_printed(
    report: Report, lost: Rule, severity: Severity, facts: list[tuple[FieldPath, Any]]
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


def _said(path: FieldPath, value: Any) -> str:
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


def _unprinted(printed: PrintedFacts) -> Iterator[tuple[LeafValue, FieldPath]]:
    """Yield each fact of the officer that is not printed, with the largest group without one."""
    unused = {("figures", name) for name in _unused(printed, "figures")}
    unused |= {("legal_references", name) for name in _unused(printed, "legal_references")}
    missing: list[LeafValue] = []
    lively: set[FieldPath] = set()
    # What templates drop is told with them, as an error.
    dropped = {leaf.path for leaf in printed.dropped}
    for leaf in printed.leaves:
        if leaf.path in dropped:
            continue
        if dotted(leaf.path) in printed.anywhere or printed.is_kept_for_news(leaf.path):
            above = leaf.path[:-1]
            # Where a group is known, so is all that it lies in.
            while above and above not in lively:
                lively.add(above)
                above = above[:-1]
        elif leaf.path[0] in printed.unplaced:
            continue
        elif leaf.supplied and not leaf.role.is_a(Trait.ASIDE) and leaf.path[:2] not in unused:
            missing.append(leaf)
    for leaf in missing:
        told = {leaf.path[:1], leaf.path[:2]} & printed.misnamed
        if not told and is_officers(printed.report, leaf.path):
            # A figure of which sentences print something is not told as a whole.
            first = min(_KEY, len(leaf.path)) if leaf.role.is_a(Trait.BY_NAME) else 1
            ends = range(first, len(leaf.path) + 1)
            yield leaf, next(leaf.path[:end] for end in ends if leaf.path[:end] not in lively)


def _is_taken_for_text(role: Role) -> bool:
    return role.is_a(Trait.TAKEN_FOR_TEXT)


_KEY = 3
"""How long the path of a key of a figure is."""
