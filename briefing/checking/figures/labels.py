"""Labels: one label has one value, and the unit in its brackets is the unit of its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.figures.claims import known
from briefing.figures.claims.changes import percentage_of_change
from briefing.figures.printed import Printed
from briefing.figures.printed import rate as rate_of
from briefing.figures.units import Nature, factor, nature, scale
from briefing.findings import Finding, Severity, rule
from briefing.report import Figure, Report

TWO_VALUES = rule("figures/two-values", Severity.WARNING)
UNIT_OF_LABEL = rule("figures/unit-of-label", Severity.WARNING)

_IN_BRACKETS = re.compile(r"\((?:đvt|đơn vị(?: tính)?)?[:\s]*([^()]+)\)\s*$", re.IGNORECASE)


@over_reports
def same_label(report: Report) -> Iterator[Finding]:
    """Yield the labels that two figures bear with different numbers.

    The annex groups figures by area, and rows by their group and what they are a part of, so a
    label may come again in another one. What counts up to another day, or from the beginning of
    the year, is another number.
    """
    labels = {name: _plain(figure.label) for name, figure in report.figures.items()}
    if len({*labels.values()}) == len(labels):
        return
    seen: dict[tuple[object, ...], str] = {}
    for name, figure in report.figures.items():
        place = (figure.area, figure.group, figure.parent)
        span = (figure.cumulative, figure.as_of)
        key = (labels[name], scale(figure.unit).kind, *place, *span)
        first = seen.setdefault(key, name)
        other = report.figures[first]
        if first == name or not any(_differ(figure, other)):
            continue
        values = {"label": figure.label, "first": first, "name": name}
        origin = report.origin("figures", name, "label")
        path = f"figures.{name}.label"
        yield TWO_VALUES.found(origin, path, values)


def _plain(label: str) -> str:
    return " ".join(label.casefold().split())


def _differ(one: Figure, other: Figure) -> Iterator[bool]:
    """Yield of each number that both figures state whether it can be the same."""
    times = factor(other.unit, one.unit)
    aims = [(_aimed(one), _aimed(other))] if _same_span(one, other) else []
    for mine, its in [*zip(_numbers(one), _numbers(other), strict=True), *aims]:
        if mine and its:
            yield not mine.taken.meets(its.taken.scaled(times))
    for mine, its in zip(_percentages(one, other), _percentages(other, one), strict=True):
        if mine and its:
            yield not mine.taken.meets(its.taken)
    if _same_base(one, other):
        yield (one.change and one.change.direction) != (other.change and other.change.direction)


def _numbers(figure: Figure) -> tuple[Printed | None, ...]:
    """Return the numbers in its unit: value, whole, last period, amount of change."""
    amount = figure.change.amount if figure.change else None
    others = (figure.previous, amount)
    plain = (None if one is None else known.number(one, figure.unit) for one in others)
    return known.value(figure), known.whole(figure), *plain


def _aimed(figure: Figure) -> Printed | None:
    target = figure.target
    if target is None or target.value is None or target.of != "value":
        return None
    low = known.number(target.value, figure.unit)
    return low if target.up_to is None else low.to(known.number(target.up_to, figure.unit))


def _same_span(one: Figure, other: Figure) -> bool:
    """Say whether two targets are both of the period, or both of the whole year."""
    return len({bool(each.target and each.target.whole_year) for each in (one, other)}) == 1


def _percentages(figure: Figure, other: Figure) -> tuple[Printed | None, ...]:
    """Return its rate, and those of its percentages that measure what the other's do."""
    share = figure.share if figure.share_of == other.share_of else None
    changed = percentage_of_change(figure) if _same_base(figure, other) else None
    return known.rate(figure), None if share is None else rate_of(share), changed


def _same_base(one: Figure, other: Figure) -> bool:
    return bool(one.change and other.change and one.change.base == other.change.base)


@over_reports
def units_of_labels(report: Report) -> Iterator[Finding]:
    """Yield labels that name another unit than their figure: “Thu ngân sách (triệu đồng)”."""
    for name, figure in report.figures.items():
        named = _IN_BRACKETS.search(figure.label)
        unit = named[1].strip() if named else ""
        if not unit or nature(unit) is not Nature.MEASURED or nature(figure.unit) is Nature.UNKNOWN:
            continue
        # (kg) names the unit of kg ma túy as well.
        stated, own = scale(unit), scale(figure.unit)
        if own.size == stated.size and f"{own.kind} ".startswith(f"{stated.kind} "):
            continue
        values = {"label": figure.label, "named": unit, "unit": figure.unit or "–"}
        origin = report.origin("figures", name, "unit")
        path = f"figures.{name}.unit"
        yield UNIT_OF_LABEL.found(origin, path, values)
