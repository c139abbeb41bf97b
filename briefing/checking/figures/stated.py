"""What figures state against what their numbers give.

Both numbers are shown; none is ever corrected. An officer who has looked may accept a
contradiction; the acceptance names both numbers and lapses when either changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.figures import FigureBook
from briefing.figures.claims import Claim, claims
from briefing.figures.printed import Agreement
from briefing.findings import Finding, Severity
from briefing.report import Accepted, Report

_DOUBTFUL = (Agreement.CUT, Agreement.CONTRADICTED)


def stated_numbers(report: Report) -> Iterator[Finding]:
    """Yield what figures state against their own numbers, unless accepted as it stands."""
    book = FigureBook(report)
    for name, figure in report.figures.items():
        doubtful = [claim for claim in claims(book, name) if claim.agreement in _DOUBTFUL]
        if doubtful or figure.accepted:
            yield from _judged(report, name, doubtful)


def _judged(report: Report, name: str, doubtful: list[Claim]) -> Iterator[Finding]:
    """Yield each doubtful claim, accepted or not, and the acceptances that speak of none."""
    accepted = report.figures[name].accepted
    spare = [
        (at, one)
        for at, one in enumerate(accepted)
        if not any(_speaks_of(one, claim) for claim in doubtful)
    ]
    for claim in doubtful:
        looked_at = next((one for one in accepted if _speaks_of(one, claim)), None)
        if looked_at is not None:
            yield _finding(report, name, "figures/accepted", (claim.key,), claim, looked_at)
        elif spare:
            at, lapsed = spare.pop(0)
            key = ("accepted", at)
            yield _finding(report, name, "figures/acceptance-lapsed", key, claim, lapsed)
        else:
            yield _finding(report, name, _rule(claim), (claim.key,), claim)
    for at, _ in spare:
        yield _finding(report, name, "figures/nothing-to-accept", ("accepted", at))


def _rule(claim: Claim) -> str:
    if claim.agreement is Agreement.CUT:
        return "figures/rate-rounding"
    return "figures/far-approximation" if claim.far else claim.rule


def _speaks_of(accepted: Accepted, claim: Claim) -> bool:
    return claim.accepts(accepted.stated, accepted.computed)


_SEVERITIES = {
    "figures/accepted": Severity.INFO,
    "figures/nothing-to-accept": Severity.WARNING,
    "figures/rate-rounding": Severity.WARNING,
    "figures/far-approximation": Severity.WARNING,
}


def _finding(
    report: Report,
    name: str,
    rule: str,
    key: tuple[str | int, ...],
    claim: Claim | None = None,
    accepted: Accepted | None = None,
) -> Finding:
    values: dict[str, object] = {"name": name, "label": report.figures[name].label}
    values |= {"reason": accepted.reason if accepted else "", "near": None}
    if claim is not None:
        values |= {
            **claim.more,
            "how": claim.how,
            "stated": claim.said,
            "computed": claim.in_unit(claim.computed),
            "stated_key": f"{claim.stated.number:f}",
            "computed_key": f"{claim.computed:f}",
            "near": claim.likely or None,
        }
    if claim is not None and accepted is not None:
        values["was_stated"] = claim.in_unit(accepted.stated)
        values["was_computed"] = claim.in_unit(accepted.computed)
    severity = _SEVERITIES.get(rule, Severity.ERROR)
    origin = report.origin("figures", name, *key)
    return Finding(rule, severity, origin, f"figures.{name}.{key[0]}", values)
