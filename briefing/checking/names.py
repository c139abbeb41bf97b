"""Names in braces: every one must mean something, and every figure should be named."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.figures import PARTS, Phrasebook, Reference, references
from briefing.findings import Finding, Guesses, Path, Severity, dotted
from briefing.report import Report, report_texts


def unknown_names(report: Report) -> Iterator[Finding]:
    """Yield the names in sentences that no figure bears, and parts that a figure lacks."""
    book, guesses = Phrasebook(report), Guesses()
    for path, text in report_texts(report):
        for reference in references(text):
            if book.phrase(reference) is None:
                yield _unknown(report, path, reference, book, guesses)
    for index, model in enumerate(report.models):
        reference = Reference(model.figure or "", "quantity", 0)
        if model.figure and book.phrase(reference) is None:
            reference = (
                reference if model.figure in report.figures else Reference(model.figure, "", 0)
            )
            yield _unknown(report, ("models", index, "figure"), reference, book, guesses)


def _unknown(
    report: Report, path: Path, reference: Reference, book: Phrasebook, guesses: Guesses
) -> Finding:
    origin = report.origin(*path)
    values = {"name": str(reference), "near": None}
    rule = "figures/unknown-name"
    if reference.name in report.legal_references:
        rule, known = "figures/unknown-part", ["full"]
        values |= {"near": guesses.near(reference.part, known), "known": "full"}
    elif reference.name in book.names and reference.part not in PARTS:
        rule, near = "figures/unknown-part", guesses.near(reference.part, filter(None, PARTS))
        values |= {"near": near, "known": ", ".join(filter(None, PARTS))}
    elif reference.name in report.figures:
        rule = "figures/part-not-known"
    else:
        near = guesses.near(reference.name, book.names)
        values["near"] = f"{{{near}}}" if near else None
    return Finding(rule, origin=origin, path=dotted(path), values=values)


def unused_figures(report: Report) -> Iterator[Finding]:
    """Yield the figures that no sentence names, where no annex prints them either."""
    if report.figures_annex:
        return
    named = {reference.name for _, text in report_texts(report) for reference in references(text)}
    named |= {model.figure for model in report.models if model.figure}
    for name, figure in report.figures.items():
        if name not in named:
            origin = report.origin("figures", name)
            values = {"name": name, "label": figure.label}
            path = f"figures.{name}"
            yield Finding("figures/unused", Severity.WARNING, origin, path, values)


def unused_documents(report: Report) -> Iterator[Finding]:
    """Yield the documents listed under ``legal_references`` that no sentence cites."""
    named = {reference.name for _, text in report_texts(report) for reference in references(text)}
    for name, document in report.legal_references.items():
        if name not in named:
            origin = report.origin("legal_references", name)
            values = {"name": name, "text": document.text}
            path = f"legal_references.{name}"
            yield Finding("legal/unused", Severity.WARNING, origin, path, values)
