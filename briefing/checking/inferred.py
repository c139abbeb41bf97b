"""Facts marked as inferred: each must exist, and each is said aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from briefing.checking.register import over_reports
from briefing.findings import FieldPath, Finding, RuleOutcome, Severity, rule
from briefing.report import Report

TO_CONFIRM = rule("inferred/to-confirm", Severity.INFO, outcomes=(RuleOutcome.NEEDS_PERSON,))
UNKNOWN_FACT = rule("inferred/unknown-fact")

_STEP = re.compile(r"([a-z_0-9]+)|\[(\d+)\]")
_WHOLE = re.compile(r"[a-z_0-9]+(?:\.[a-z_0-9]+|\[\d+\])*")


@over_reports
def unknown_paths(report: Report) -> Iterator[Finding]:
    """Yield the inferred facts for confirmation, and marks that point at nothing."""
    for index, mark in enumerate(report.inferred):
        path = _path(mark.fact)
        exists = _exists(report, path)
        marked, stated = report.origin("inferred", index, "fact"), report.origin(*path)
        # What a pack says is confirmed in the input all the same.
        here = exists and stated and marked and stated.file == marked.file
        origin = stated if here else marked
        values = {"fact": mark.fact, "basis": mark.basis}
        if exists:
            yield TO_CONFIRM.found(origin, mark.fact, values)
        else:
            yield UNKNOWN_FACT.found(origin, f"inferred[{index}].fact", values)


def _path(written: str) -> FieldPath:
    """Return the steps of a written path, none when it is not one."""
    if not _WHOLE.fullmatch(written.strip()):
        return ()
    return tuple(int(number) if number else name for name, number in _STEP.findall(written.strip()))


def _exists(report: Report, path: FieldPath) -> bool:
    value: Any = report if path else None
    for step in path:
        value = _inside(value, step)
    return value is not None


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(value, BaseModel):
        return getattr(value, str(step)) if step in type(value).model_fields else None
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None
