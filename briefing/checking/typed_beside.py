"""What is typed behind the name of a figure, against what the figure itself declares of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefing.checking.register import over_reports
from briefing.figures import FigureBook, Phrasebook
from briefing.figures.claims import claims_of
from briefing.figures.filling import Filled, Span, filled
from briefing.figures.printed import Agreement
from briefing.findings import Finding, Rule, dotted, rule
from briefing.report import Figure, Report, report_texts
from briefing.vietnamese import format_number

OTHER_PREVIOUS = rule("text/other-previous")
STATED_FULFILMENT = rule("text/stated-fulfilment")

_NUMBER = r"(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
# A plan that is called more closely, as that of a province, may be another than the one declared.
_FULFILLED = re.compile(
    rf",? \(?đạt {_NUMBER}% (?:so với )?(?:kế hoạch|chỉ tiêu)(?: năm)?(?=[.,;)]|$)"
)
_OTHER_WORDS = (
    "approximate",
    "qualifier",
    "out_of",
    "rate",
    "beside",
    "criteria",
    "items",
    "exact",
)
"""What makes a figure print more than its value."""


@over_reports
def typed_beside_names(report: Report) -> Iterator[Finding]:
    """Yield typed fulfilments and values of the last period that are not those declared."""
    if not report.figures:
        return
    phrases, book = Phrasebook(report), FigureBook(report)
    for path, text in report_texts(report):
        if path[0] == "figures" or "{" not in text or not re.search(r"\d", text):
            continue
        for _, _, finding in beside_names(report, book, filled(phrases, text)):
            yield replace(finding, origin=report.origin(*path), path=dotted(path))


def beside_names(
    report: Report, book: FigureBook, said: Filled
) -> Iterator[tuple[int, int, Finding]]:
    """Yield what contradicts a figure behind its name, with the places where it begins and ends."""
    for span in said.spans:
        figure = book.figures.get(span.reference.name)
        if figure is None or span.reference.part not in ("", "quantity") or _says_more(figure):
            continue
        yield from _fulfilment(report, book, said, span)
        yield from _previous(book, said, span)


def _says_more(figure: Figure) -> bool:
    return figure.value is None or any(
        getattr(figure, key) not in (None, "", (), []) for key in _OTHER_WORDS
    )


def _fulfilment(
    report: Report, book: FigureBook, said: Filled, span: Span
) -> Iterator[tuple[int, int, Finding]]:
    """Yield a typed percentage of the target that the declared target does not give."""
    name = span.reference.name
    figure = book.figures[name]
    match = _FULFILLED.match(said.text, span.end)
    if match is None or figure.target is None:
        return
    # It is judged as if the figure declared it.
    target = figure.target.model_copy(update={"stated": _decimal(match[1]), "stated_over": None})
    declared = figure.model_copy(update={"target": target})
    figures = {**report.figures, name: declared}
    judged = FigureBook(report.model_copy(update={"figures": figures}))
    for claim in claims_of(judged, name):
        if claim.rule == "figures/stated-fulfilment" and claim.agreement is Agreement.CONTRADICTED:
            told = {"how": claim.how, "stated": claim.said}
            told["computed"] = claim.in_unit(claim.computed)
            yield _found(STATED_FULFILMENT, said, span, match, told)


def _previous(book: FigureBook, said: Filled, span: Span) -> Iterator[tuple[int, int, Finding]]:
    """Yield a typed value of the last period that is not the one declared."""
    name = span.reference.name
    before, unit = book.previous(name), book.figures[name].unit or ""
    if before is None:
        return
    base = re.escape(book.base(name))
    form = rf" \((?:{base}|cùng kỳ)(?::| là| có)? {_NUMBER}(?: {re.escape(unit)})?\)"
    match = re.compile(form, re.IGNORECASE).match(said.text, span.end)
    if match and _decimal(match[1]) != before:
        told = {"label": book.figures[name].label, "stated": match[1]}
        told["declared"] = format_number(before)
        yield _found(OTHER_PREVIOUS, said, span, match, told)


def _found(
    broken: Rule, said: Filled, span: Span, match: re.Match[str], values: dict[str, str]
) -> tuple[int, int, Finding]:
    quote = said.text[span.start : match.end()]
    return span.end, match.end(), broken.found(values={"quote": quote, **values})


def _decimal(printed: str) -> Decimal:
    return Decimal(printed.replace(".", "").replace(",", "."))
