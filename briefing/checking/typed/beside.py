"""What is typed behind the name of a figure, against what the figure itself declares of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.checking.register import over_reports
from briefing.checking.shared import book_of, said_in, texts_with
from briefing.checking.typed.as_declared import AsDeclared
from briefing.checking.typed.compared import CHANGES
from briefing.checking.typed.fulfilment import FULFILMENTS
from briefing.checking.typed.subjects import NUMBER, decimal, says_more
from briefing.figures import FigureBook
from briefing.figures.filling import Filled, NameSpan
from briefing.findings import Finding, Rule, dotted, rule
from briefing.report import Report
from briefing.vietnamese import format_number

OTHER_PREVIOUS = rule("text/other-previous")

_DIGIT = re.compile(r"\d")

Judges = tuple[AsDeclared, ...]


def judges_of(report: Report, book: FigureBook) -> Judges:
    """Return what judges the numbers that texts type behind the words of figures."""
    return tuple(AsDeclared(sort, report, book) for sort in (FULFILMENTS, CHANGES))


@over_reports
def typed_beside_names(report: Report) -> Iterator[Finding]:
    """Yield typed fulfilments and values of the last period that are not those declared."""
    if not report.figures:
        return
    book = book_of(report)
    judges = judges_of(report, book)
    for path, text in texts_with(report, "{", "%", "so với"):
        if path[0] == "figures" or not _DIGIT.search(text):
            continue
        for _, _, finding in beside_names(judges, book, said_in(report, text)):
            yield replace(finding, origin=report.origin(*path), path=dotted(path))


def beside_names(
    judges: Judges, book: FigureBook, said: Filled
) -> Iterator[tuple[int, int, Finding]]:
    """Yield what contradicts a figure behind its name, with the places where it begins and ends."""
    for judge in judges:
        yield from judge.in_text(said)
    for span in said.spans:
        figure = book.figures.get(span.reference.name)
        if figure is None or span.reference.part not in ("", "quantity") or says_more(figure):
            continue
        yield from _previous(book, said, span)


def _previous(book: FigureBook, said: Filled, span: NameSpan) -> Iterator[tuple[int, int, Finding]]:
    """Yield a typed value of the last period that is not the one declared."""
    name = span.reference.name
    before, unit = book.previous(name), book.figures[name].unit or ""
    if before is None:
        return
    base = re.escape(book.base(name))
    form = rf" \((?:{base}|cùng kỳ)(?::| là| có)? ({NUMBER})(?: {re.escape(unit)})?\)"
    match = re.compile(form, re.IGNORECASE).match(said.text, span.end)
    if match and decimal(match[1]) != before:
        told = {"label": book.figures[name].label, "stated": match[1]}
        told["declared"] = format_number(before)
        yield _found(OTHER_PREVIOUS, said, span, match, told)


def _found(
    broken: Rule, said: Filled, span: NameSpan, match: re.Match[str], values: dict[str, str]
) -> tuple[int, int, Finding]:
    quote = said.text[span.start : match.end()]
    return span.end, match.end(), broken.found(values={"quote": quote, **values})
