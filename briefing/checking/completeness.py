"""What a kind of document requires of an input, and what it misses aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from briefing.findings import Finding, Severity, rule
from briefing.report import Report, usual_signature

MISSING_FACT = rule("kind/missing-fact", source="Nghị định 30/2020/NĐ-CP, Điều 8")
EXPECTED_FACT = rule("kind/expected-fact", Severity.WARNING)


def missing_facts(
    report: Report, requires: Iterable[str], expects: Iterable[str]
) -> Iterator[Finding]:
    """Yield an error for each required fact that is absent, a warning for each expected one.

    A path may name alternatives, ``tasks|conference.directives``: one of them is enough.
    Number, day and signer are filled in by the clerk on issue and are never missed. Where an
    outline of its own says what is in a report, no part of the usual one is missed.
    """
    wording = report.choices.wording
    usual = {*wording.sections, *wording.parts} if report.sections else set()
    expects = [path for path in expects if path.split("|")[0] not in usual]
    for paths, lacking in ((requires, MISSING_FACT), (expects, EXPECTED_FACT)):
        for path in paths:
            if not _present(report, path):
                field = path.split("|")[0]
                origin = report.origin(*field.split("."))
                yield lacking.found(origin, field, {"field": field, "near": _usual(report, field)})


def _usual(report: Report, field: str) -> str | None:
    """Return how the body's documents are usually signed, where nobody says who signs this one."""
    usual = usual_signature(report.issuer) if field == "signature.post" else {}
    return ", ".join(f"{key}: {words}" for key, words in usual.items()) or None


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
