"""Statements read from running text, each with a verdict.

Precision comes first: what a text does not settle beyond doubt is "not evaluated", never an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from briefing.figures import Agreement, compare, swapped_digits
from briefing.figures.statements import AllCriteria, Change, Fraction, Pair, Statement, Unchanged
from briefing.figures.text import read_statements
from briefing.findings import Finding, Origin, Severity
from briefing.vietnamese import format_number, format_percent, places, round_half_up


class Verdict(Enum):
    """What can be said of a statement."""

    CONFIRMED = "confirmed"
    NOT_EVALUATED = "not-evaluated"
    ROUNDED_OTHERWISE = "rounded-otherwise"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement, where it was read, the verdict, and the finding if there is one."""

    statement: Statement
    verdict: Verdict
    origin: Origin | None
    finding: Finding | None = None


def read_text(texts: Iterable[tuple[str, Origin | None]], path: str = "") -> Iterator[Reading]:
    """Yield every statement of texts with its verdict; ``path`` is the input field, if any."""
    for text, origin in texts:
        for statement in read_statements(text):
            verdict, rule, values = _judge(statement)
            finding = None
            if rule:
                severity = Severity.WARNING if _lesser(verdict, rule) else Severity.ERROR
                values = {"quote": statement.quote, "near": None, **values}
                finding = Finding(rule, severity, origin, path, values)
            yield Reading(statement, verdict, origin, finding)


def _lesser(verdict: Verdict, rule: str) -> bool:
    return verdict is Verdict.ROUNDED_OTHERWISE or rule == "text/sign"


_Judgement = tuple[Verdict, str, dict[str, object]]
_UNDECIDED: _Judgement = (Verdict.NOT_EVALUATED, "", {})
_FINE: _Judgement = (Verdict.CONFIRMED, "", {})


def _judge(statement: Statement) -> _Judgement:
    match statement.content:
        case Fraction() as fraction:
            return _fraction(fraction)
        case Change() as change:
            return _change(change)
        case Unchanged(Pair() as pair):
            if pair.now == pair.before:
                return _FINE
            values = {"now": format_number(pair.now), "before": format_number(pair.before)}
            return Verdict.CONTRADICTED, "text/unchanged", dict(values)
        case AllCriteria() as criteria:
            return _criteria(criteria)
    return _UNDECIDED


def _fraction(fraction: Fraction) -> _Judgement:
    # An approximate part of a whole gives no exact rate to hold the stated one against.
    if fraction.rate is None or not fraction.whole or fraction.qualifier:
        return _UNDECIDED
    exact = fraction.part / fraction.whole * 100
    stated = fraction.rate.percent
    agreement = compare(stated, exact, fraction.rate.qualifier)
    if agreement is Agreement.EQUAL:
        return _FINE
    # The whole was only inferred from an earlier clause: it may not be the one that was meant.
    if fraction.distant:
        return _UNDECIDED
    values = _percentages(stated, exact, fraction.rate.qualifier)
    values["how"] = f"{format_number(fraction.part)}/{format_number(fraction.whole)}"
    if agreement is Agreement.CONTRADICTED:
        likely = swapped_digits(fraction.part, fraction.whole, stated)
        whole = format_number(fraction.whole)
        values["near"] = None if likely is None else f"{format_number(likely)}/{whole}"
    return _off(agreement, values, "text/stated-rate")


def _change(change: Change) -> _Judgement:
    wrong_sign = {"tăng": "-", "giảm": "+"}[change.direction]
    if change.sign == wrong_sign:
        return Verdict.CONTRADICTED, "text/sign", {}
    pair = change.pair
    if pair is None or not pair.before:
        return _UNDECIDED
    difference = pair.now - pair.before
    values: dict[str, object] = {
        "now": format_number(pair.now),
        "before": format_number(pair.before),
        "difference": format_number(abs(difference)),
    }
    if difference and (difference > 0) != (change.direction == "tăng"):
        return Verdict.CONTRADICTED, "text/direction", values
    if change.amount and not change.amount.qualifier and change.amount.value != abs(difference):
        return Verdict.CONTRADICTED, "text/difference", values
    if change.percent is None:
        return _FINE
    exact = abs(difference) / pair.before * 100
    agreement = compare(change.percent, exact, change.qualifier)
    if agreement is Agreement.EQUAL:
        return _FINE
    values = _percentages(change.percent, exact, change.qualifier)
    before = format_number(pair.before)
    values["how"] = f"({format_number(pair.now)} - {before})/{before}"
    return _off(agreement, values, "text/stated-rate")


def _criteria(criteria: AllCriteria) -> _Judgement:
    if not criteria.changes:
        return _UNDECIDED
    against = [item for item in criteria.changes if item.direction != criteria.direction]
    if against:
        return Verdict.CONTRADICTED, "text/criteria", {"direction": against[0].direction}
    return _FINE if len(criteria.changes) == criteria.count else _UNDECIDED


def _percentages(stated: Decimal, exact: Decimal, qualifier: str) -> dict[str, object]:
    said = f"{qualifier} " if qualifier else ""
    computed = round_half_up(exact, max(places(stated), 1 if qualifier else 0))
    return {"stated": said + format_percent(stated), "computed": format_percent(computed)}


def _off(agreement: Agreement, values: dict[str, object], rule: str) -> _Judgement:
    if agreement is Agreement.ROUNDED_OTHERWISE:
        return Verdict.ROUNDED_OTHERWISE, "text/rounding", values
    return Verdict.CONTRADICTED, rule, values
