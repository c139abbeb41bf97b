"""The words that every report knows by name: its period, the next one, its issuer and subject.

Sentences call them in braces like figures; so may the labels, units and other words of a figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from briefing.findings import Finding, InputError
from briefing.report import Figure, Report
from briefing.vietnamese import tet

REFERENCE = re.compile(r"\{\{|\}\}|\{([a-z][a-z0-9_]*)(?:\.([a-z_]+))?\}")
"""A name in braces, with the part asked of it; two braces print one."""

MEANT = re.compile(REFERENCE.pattern + r"|\{([^{}]*[^\W\d_][^{}]*)\}")
"""The same, and letters in braces that are no name: official texts have no braces of their own."""

WORDED = ("label", "unit", "zero", "out_of_label")
"""The texts of a figure in which these words may stand, beside the base of its change."""

_LONGEST = 20_000
_SHOWN = 60


def period_words(report: Report) -> dict[str, str]:
    """Return the words by their names."""
    following = report.coming_period.year
    return {
        "year": str(report.period.year),
        "next_year": str(following),
        "last_year": str(report.period.year - 1),
        # A report of year N looks ahead to the Tết of N+1.
        "tet": tet(following),
        "this": report.period.name,
        "coming": report.coming_period.name,
        **_said("issuer", report.issuer.name),
        **_said("subject", report.subject),
    }


def _said(name: str, text: str | None) -> dict[str, str]:
    return {name: text} if text else {}


def worded(report: Report) -> Mapping[str, Figure]:
    """Return the figures of a report with these words in their texts.

    Raises InputError when the words make a text far longer than it is.
    """
    return report.worded(_worded)


def _worded(report: Report) -> Mapping[str, Figure]:
    wanting = {name: one for name, one in report.figures.items() if _has_braces(one)}
    if not wanting:
        return report.figures
    words = period_words(report)
    filled = {
        name: _filled(figure, lambda text: _with(text, words)) for name, figure in wanting.items()
    }
    return {**report.figures, **filled}


def _has_braces(figure: Figure) -> bool:
    # Each rule asks this for all figures; the fields of a model are slow to ask for one by one.
    facts = figure.__dict__
    texts = [facts[name] for name in WORDED]
    if figure.change:
        texts.append(figure.change.base)
    return any("{" in text or "}" in text for text in texts if text)


def _filled(figure: Figure, fill: Callable[[str], str]) -> Figure:
    texts = {name: getattr(figure, name) for name in WORDED}
    update: dict[str, object] = {name: fill(text) for name, text in texts.items() if text}
    if figure.change and figure.change.base:
        base = fill(figure.change.base)
        update["change"] = figure.change.model_copy(update={"base": base})
    return figure.model_copy(update=update)


def _with(text: str, words: Mapping[str, str]) -> str:
    def said(match: re.Match[str]) -> str:
        if not match[1]:
            return match[0][0]
        return match[0] if match[2] else words.get(match[1], match[0])

    filled = REFERENCE.sub(said, text)
    if len(filled) > _LONGEST:
        values = {"text": f"{text[:_SHOWN]}…", "limit": _LONGEST}
        raise InputError([Finding("text/grown", values=values)])
    return filled
