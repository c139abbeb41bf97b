"""Braces that hold no name: two, as templates write them, and those left open or misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from briefing.checking.names import words_of_figures
from briefing.checking.near_names import NearNames
from briefing.checking.register import over_reports
from briefing.checking.shared import phrases_of, texts_with
from briefing.figures.periods import REFERENCE
from briefing.findings import Finding, Guesses, Severity, dotted, rule
from briefing.patterns import Pattern
from briefing.report import Report, cells_in

DOUBLED_BRACE = rule("text/doubled-brace", Severity.ERROR, Severity.WARNING)

STRAY_BRACE = rule("text/stray-brace", Severity.ERROR, Severity.WARNING)

_DOUBLED = Pattern(r"(?<!\{)\{\{(\s*)([a-z][a-z0-9_]*(?:\.[a-z_]+)?)\s*\}\}(?!\})")


@over_reports
def doubled_braces(report: Report) -> Iterator[Finding]:
    """Yield names that would be printed in braces instead of what they stand for.

    Two braces print one. With blanks inside, as templates have them, a name was meant; without, it
    may be a brace that was.
    """
    names: set[str] | None = None
    for path, text in texts_with(report, "{{"):
        for blank, name in _DOUBLED.findall(text):
            names = names or set(phrases_of(report).names)
            if name.partition(".")[0] in names:
                severity = Severity.ERROR if blank else Severity.WARNING
                origin, values = report.origin(*path), {"name": name}
                yield DOUBLED_BRACE.found(origin, dotted(path), values, severity)


_INSIDE = re.compile(r"\{([^{}]*)\}?|\}")
_LETTER = Pattern(r"[^\W\d_]")
_LONGEST = 60
"""Characters of what is told of a text."""


@over_reports
def stray_braces(report: Report) -> Iterator[Finding]:
    """Yield braces that would be printed as they stand, for they hold no name or are left open.

    Official texts have no braces, so one beside letters is a name that was meant, whose number
    would be missing; one that no name can stand in is a doubt.
    """
    near: NearNames | None = None
    texts = chain(texts_with(report, "{", "}"), cells_in(report.tables), words_of_figures(report))
    for path, text in texts:
        if "{" not in text and "}" not in text:
            continue
        # What does stand for something is passed over, with every place kept.
        rest = REFERENCE.sub(lambda match: " " * len(match[0]), text)
        for found in _INSIDE.finditer(rest):
            near = near or NearNames(report, Guesses())
            origin, said = report.origin(*path), _said(rest, found)
            meant = bool(_LETTER.search(said))
            in_form = origin is not None and origin.form == "form"
            names = near.near(said, in_form=in_form) if meant else []
            values = {"said": said[:_LONGEST].strip(), "near": ", ".join(names[:1])}
            values["others"] = "".join(f", {name}" for name in names[1:])
            severity = Severity.ERROR if meant else Severity.WARNING
            yield STRAY_BRACE.found(origin, dotted(path), values, severity)


def _said(text: str, brace: re.Match[str]) -> str:
    """Return a brace with what stands in it; one that only closes, with the word before it."""
    if brace[1] is not None:
        return brace[0]
    before = re.split(r"[{}]", text[: brace.start()])[-1].split()
    return f"{before[-1] if before else ''}}}"
