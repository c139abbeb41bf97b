"""What figures state against what their numbers give.

Both numbers are shown; none is ever corrected. An officer who has looked may accept a
contradiction; the acceptance names both numbers and lapses when either changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.checking.shared import book_of
from briefing.figures.claims import Claim, claims_of, plainly_right
from briefing.figures.printed import Agreement
from briefing.findings import Finding, Rule, RuleOutcome, Severity, rule
from briefing.report import Accepted, Report

_LOOKED_AT = (RuleOutcome.HOLDS, RuleOutcome.FAILS, RuleOutcome.NOT_EVALUATED)
ACCEPTED = rule("figures/accepted", Severity.INFO)
ACCEPTANCE_LAPSED = rule("figures/acceptance-lapsed")
NOTHING_TO_ACCEPT = rule("figures/nothing-to-accept", Severity.WARNING)
RATE_ROUNDING = rule("figures/rate-rounding", Severity.WARNING)
FAR_APPROXIMATION = rule("figures/far-approximation", Severity.WARNING)
OF_CLAIMS = {
    name: rule(name, outcomes=_LOOKED_AT)
    for name in (
        "figures/approximation",
        "figures/difference",
        "figures/direction",
        "figures/fall-over-hundred",
        "figures/negative-result",
        "figures/no-such-result",
        "figures/of-nothing",
        "figures/over-hundred",
        "figures/part-over-whole",
        "figures/stated-change",
        "figures/stated-fulfilment",
        "figures/stated-rate",
        "figures/stated-share",
        "figures/stated-target",
        "figures/relation",
        "figures/sum",
        "figures/sum-before",
        "indicators/parts-over-whole",
    )
} | {
    name: rule(name, Severity.WARNING, outcomes=_LOOKED_AT)
    for name in ("indicators/parts-overlap", "indicators/parts-short", "indicators/total")
}
"""The rules of what figures claim, by the names that claims bear."""

_DOUBTFUL = (Agreement.CUT, Agreement.CONTRADICTED)


@over_reports
def stated_numbers(report: Report) -> Iterator[Finding]:
    """Yield what figures state against their own numbers, unless accepted as it stands."""
    book = book_of(report)
    for name, figure in report.figures.items():
        if plainly_right(book, name):
            doubtful = []
        else:
            doubtful = [claim for claim in claims_of(book, name) if claim.agreement in _DOUBTFUL]
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
            yield _finding(report, name, ACCEPTED, (claim.key,), claim, looked_at)
        elif spare:
            at, lapsed = spare.pop(0)
            key = ("accepted", at)
            yield _finding(report, name, ACCEPTANCE_LAPSED, key, claim, lapsed)
        else:
            yield _finding(report, name, _rule(claim), (claim.key,), claim)
    for at, _ in spare:
        yield _finding(report, name, NOTHING_TO_ACCEPT, ("accepted", at))


def _rule(claim: Claim) -> Rule:
    if claim.agreement is Agreement.CUT:
        return RATE_ROUNDING
    return FAR_APPROXIMATION if claim.far else OF_CLAIMS[claim.rule]


def _speaks_of(accepted: Accepted, claim: Claim) -> bool:
    return claim.accepts(accepted.stated, accepted.computed)


def _finding(
    report: Report,
    name: str,
    broken: Rule,
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
    origin = report.origin("figures", name, *key)
    return broken.found(origin, f"figures.{name}.{key[0]}", values)
