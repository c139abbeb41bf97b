"""What a kind of document requires of an input, and what it misses aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from briefing.findings import Finding, Severity
from briefing.report import Report


def missing_facts(
    report: Report, requires: Iterable[str], expects: Iterable[str]
) -> Iterator[Finding]:
    """Yield an error for each required fact that is absent, a warning for each expected one.

    A path may name alternatives, ``tasks|conference.directives``: one of them is enough.
    Number, day and signer are filled in by the clerk on issue and are never missed.
    """
    for paths, rule, severity in (
        (requires, "kind/missing-fact", Severity.ERROR),
        (expects, "kind/expected-fact", Severity.WARNING),
    ):
        for path in paths:
            if not _present(report, path):
                field = path.split("|")[0]
                origin = report.origin(*field.split("."))
                yield Finding(rule, severity, origin, field, {"field": field})


def _present(report: Report, path: str) -> bool:
    options = path.split("|")
    # Only an acting head (Q.) signs with the head's post; everybody else has one of his own.
    if report.signature.authority != "Q" and "signature.post" in options:
        options = ["signature.post"]
    return any(bool(_value(report, option)) for option in options)


def _value(report: Report, path: str) -> Any:
    value: Any = report
    for step in path.split("."):
        value = getattr(value, step, None)
    # A group counts as present when anything in it is set.
    return value.model_fields_set if isinstance(value, BaseModel) else value
