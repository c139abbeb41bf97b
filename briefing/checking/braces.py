"""Braces that hold no name: two, as templates write them, and those left open or misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.figures import Phrasebook
from briefing.figures.periods import REFERENCE
from briefing.findings import Finding, Severity, dotted, rule
from briefing.report import Report, report_texts
from briefing.vietnamese import without_marks

DOUBLED_BRACE = rule("text/doubled-brace", Severity.ERROR, Severity.WARNING)

STRAY_BRACE = rule("text/stray-brace", Severity.ERROR, Severity.WARNING)

_DOUBLED = re.compile(r"(?<!\{)\{\{(\s*)([a-z][a-z0-9_]*(?:\.[a-z_]+)?)\s*\}\}(?!\})")


@over_reports
def doubled_braces(report: Report) -> Iterator[Finding]:
    """Yield names that would be printed in braces instead of what they stand for.

    Two braces print one. With blanks inside, as templates have them, a name was meant; without, it
    may be a brace that was.
    """
    names: set[str] | None = None
    for path, text in report_texts(report):
        for blank, name in _DOUBLED.findall(text) if "{{" in text else ():
            names = names or set(Phrasebook(report).names)
            if name.partition(".")[0] in names:
                severity = Severity.ERROR if blank else Severity.WARNING
                origin, values = report.origin(*path), {"name": name}
                yield DOUBLED_BRACE.found(origin, dotted(path), values, severity)


_INSIDE = re.compile(r"\{([^{}]*)\}?|\}")
_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 60
"""Characters of what is told of a text, and of what may be a name in it."""


@over_reports
def stray_braces(report: Report) -> Iterator[Finding]:
    """Yield braces that are printed as they stand, for they hold no name or are left open.

    Where what stands behind one is a known name but for its letters or its end, the name was meant
    and its number would be missing.
    """
    names: list[str] | None = None
    for path, text in report_texts(report):
        if "{" not in text and "}" not in text:
            continue
        # What does stand for something is passed over, with every place kept.
        rest = REFERENCE.sub(lambda match: " " * len(match[0]), text)
        for found in _INSIDE.finditer(rest):
            names = names or sorted(Phrasebook(report).names, key=len, reverse=True)
            near = _meant(found[1] or "", names)
            severity = Severity.ERROR if near else Severity.WARNING
            values = {"said": found[0][:_LONGEST].strip(), "near": near}
            yield STRAY_BRACE.found(report.origin(*path), dotted(path), values, severity)


def _meant(said: str, names: list[str]) -> str:
    """Return the name that a text behind a brace begins with, whatever marks and blanks it has."""
    spelt = "_".join(_WORD.findall(without_marks(said[:_LONGEST]).lower())) + "_"
    return next((name for name in names if spelt.startswith(f"{name}_")), "")
