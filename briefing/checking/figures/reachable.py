"""Percentages that no whole number gives: 32,25% of 62 vụ.

Only where the figure counts things and gives one side of the fraction alone; the other side must
then be a whole number of the same things.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.checking.shared import book_of, figures_with
from briefing.figures import FigureBook, intervals
from briefing.figures.claims import known
from briefing.figures.claims.changes import percentage_of_change
from briefing.figures.intervals import Interval
from briefing.figures.printed import Printed
from briefing.figures.printed import rate as rate_of
from briefing.figures.units import Nature, nature
from briefing.findings import Finding, Severity, rule
from briefing.report import Figure, Report
from briefing.values import record
from briefing.vietnamese import format_percent

NO_WHOLE_NUMBER = rule("figures/no-whole-number", Severity.WARNING)


@record
class _Half:
    """A percentage, the one number it is given with, and where the other one must lie."""

    key: str
    percent: Printed
    beside: Printed
    other: Interval


@over_reports
def whole_numbers(report: Report) -> Iterator[Finding]:
    """Yield percentages of counted things for which there is no whole number of them."""
    book = book_of(report)
    for name, figure in figures_with(report, "rate", "share", "change"):
        if nature(figure.unit) is not Nature.COUNTED:
            continue
        for half in _halves(book, name):
            if half.other.whole_number:
                continue
            values = {
                "label": figure.label,
                "stated": half.percent.told(format_percent(half.percent.number)),
                "beside": known.written(half.beside),
                "unit": figure.unit or "",
            }
            origin = report.origin("figures", name, half.key)
            path = f"figures.{name}.{half.key}"
            yield NO_WHOLE_NUMBER.found(origin, path, values)


def _halves(book: FigureBook, name: str) -> Iterator[_Half]:
    figure = book.figures[name]
    if known.value(figure) is None:
        yield from _of_wholes(book, figure)
    if figure.change is not None and figure.change.base is None:
        yield from _of_changes(book, name)


def _of_wholes(book: FigureBook, figure: Figure) -> Iterator[_Half]:
    """Yield a rate of a whole and a share of another figure, where the part is not given."""
    rate, whole = known.rate(figure), known.whole(figure)
    if rate and whole and figure.out_of_label is None:
        yield _Half("rate", rate, whole, _part(rate, whole))
    whole = known.other(book, figure.share_of, figure.unit)
    if figure.share is not None and whole:
        share = rate_of(figure.share)
        yield _Half("share", share, whole, _part(share, whole))


def _part(percent: Printed, whole: Printed) -> Interval:
    return (percent.possibly * whole.possibly) / intervals.exact(100)


def _of_changes(book: FigureBook, name: str) -> Iterator[_Half]:
    """Yield the percent of a change with one number of it: either period, or the amount."""
    figure = book.figures[name]
    percent = percentage_of_change(figure)
    if figure.change is None or percent is None or percent.vague:
        return
    rise = figure.change.direction == "tăng"
    hundred = intervals.exact(100)
    grown = hundred + percent.possibly if rise else hundred - percent.possibly
    now, before, amount = known.value(figure), known.previous(book, name), figure.change.amount
    if amount is not None and not now and not before:
        stated = known.number(amount, figure.unit)
        yield _Half("change", percent, stated, stated.possibly * hundred / percent.possibly)
    elif now and amount is None and not before:
        yield _Half("change", percent, now, now.possibly * hundred / grown)
    elif before and amount is None and not now:
        yield _Half("change", percent, before, before.possibly * grown / hundred)
