"""The rules over statements of running text, by the names that judgements bear."""

from __future__ import annotations

from briefing.findings import LooksAt, Rule, RuleOutcome, Severity, rule

_OUTCOMES = (RuleOutcome.HOLDS, RuleOutcome.FAILS, RuleOutcome.NOT_EVALUATED)


def _of_text(name: str, severity: Severity = Severity.ERROR, *or_else: Severity) -> Rule:
    return rule(name, severity, *or_else, looks_at=LooksAt.TEXT, outcomes=_OUTCOMES)


OF_TEXTS = {
    record.id: record
    for record in (
        # What the words only loosely tie together is told as a warning.
        _of_text("text/stated-rate", Severity.ERROR, Severity.WARNING),
        _of_text("text/difference", Severity.ERROR, Severity.WARNING),
        _of_text("text/direction", Severity.ERROR, Severity.WARNING),
        _of_text("text/fall-over-hundred", Severity.ERROR, Severity.WARNING),
        _of_text("text/sign", Severity.ERROR, Severity.WARNING),
        _of_text("text/unchanged", Severity.ERROR, Severity.WARNING),
        _of_text("text/criteria", Severity.ERROR, Severity.WARNING),
        _of_text("text/sum", Severity.ERROR, Severity.WARNING),
        _of_text("text/times", Severity.ERROR, Severity.WARNING),
        _of_text("text/average", Severity.ERROR, Severity.WARNING),
        _of_text("text/range", Severity.ERROR, Severity.WARNING),
        _of_text("text/lunar-year", Severity.ERROR, Severity.WARNING),
        _of_text("text/rounding", Severity.WARNING),
        _of_text("text/last-digit", Severity.WARNING),
        _of_text("text/sum-rounding", Severity.WARNING),
        _of_text("text/difference-cut", Severity.WARNING),
        _of_text("text/difference-digit", Severity.WARNING),
    )
}
