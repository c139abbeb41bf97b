"""Stated rates, changes, shares and targets against the numbers beside them.

Both numbers are shown; none is ever corrected. An officer who has looked may accept a
contradiction; the acceptance names both numbers and lapses when either changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.figures.claims import Claim, claims
from briefing.figures import Agreement, FigureBook
from briefing.findings import Finding, Severity
from briefing.report import Report
from briefing.vietnamese import format_percent


def stated_numbers(report: Report) -> Iterator[Finding]:
    """Yield what figures state against their own numbers, unless accepted as it stands."""
    book = FigureBook(report)
    for name in report.figures:
        doubtful = [claim for claim in claims(book, name) if claim.agreement is not Agreement.EQUAL]
        accepted = report.figures[name].accepted
        if accepted and not doubtful:
            yield _finding(report, name, "figures/nothing-to-accept", "accepted", None)
        for claim in doubtful:
            yield _judged(report, name, claim)


def _judged(report: Report, name: str, claim: Claim) -> Finding:
    accepted = report.figures[name].accepted
    if accepted and (accepted.stated, accepted.computed) == (claim.stated, claim.computed):
        return _finding(report, name, "figures/accepted", claim.key, claim)
    if accepted:
        return _finding(report, name, "figures/acceptance-lapsed", "accepted", claim)
    if claim.agreement is Agreement.ROUNDED_OTHERWISE:
        return _finding(report, name, "figures/rate-rounding", claim.key, claim)
    return _finding(report, name, claim.rule, claim.key, claim)


_SEVERITIES = {
    "figures/accepted": Severity.INFO,
    "figures/nothing-to-accept": Severity.WARNING,
    "figures/rate-rounding": Severity.WARNING,
}


def _finding(report: Report, name: str, rule: str, key: str, claim: Claim | None) -> Finding:
    figure = report.figures[name]
    values: dict[str, object] = {"name": name, "label": figure.label, "reason": ""}
    if claim is not None:
        qualifier = f"{claim.qualifier} " if claim.qualifier else ""
        values |= {
            "how": claim.how,
            "stated": qualifier + format_percent(claim.stated),
            "computed": format_percent(claim.computed),
            "stated_key": str(claim.stated),
            "computed_key": str(claim.computed),
            "near": claim.likely or None,
        }
    if figure.accepted:
        values |= {
            "reason": figure.accepted.reason,
            "was_stated": format_percent(figure.accepted.stated),
            "was_computed": format_percent(figure.accepted.computed),
        }
    severity = _SEVERITIES.get(rule, Severity.ERROR)
    origin = report.origin("figures", name, key)
    return Finding(rule, severity, origin, f"figures.{name}.{key}", values)
