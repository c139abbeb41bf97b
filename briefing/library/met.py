"""What a run of templates meets, beside what was told of them before."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefing.findings import Finding, Severity, in_reading_order
from briefing.templating import template_folder

_OF_TEMPLATES = "template/"


def with_met(known: Iterable[Finding], met: Iterable[Finding]) -> list[Finding]:
    """Return what is known with what a run has met, each told once."""
    known = list(known)
    met = _beside(_faults(known), met)
    places = {(finding.rule, finding.origin) for finding in met}
    left = (finding for finding in known if (finding.rule, finding.origin) not in places)
    return in_reading_order([*left, *met])


def stopping(known: Iterable[Finding], met: Iterable[Finding]) -> list[Finding]:
    """Return what stops a run: what it has met, or the faults of packs that this follows from."""
    faults = _faults(known)
    return _beside(faults, met) or faults


def _beside(faults: list[Finding], met: Iterable[Finding]) -> list[Finding]:
    """Return what a run has met: beside faults of packs, nothing in the program's own templates."""
    return [one for one in met if not (faults and _is_built_in(one))]


def _faults(known: Iterable[Finding]) -> list[Finding]:
    """Return the errors of the templates of packs."""
    of_templates = (one for one in known if one.rule.startswith(_OF_TEMPLATES))
    return [one for one in of_templates if one.severity is Severity.ERROR]


def _is_built_in(finding: Finding) -> bool:
    return finding.origin is not None and Path(finding.origin.file).parent == template_folder()
