"""The ordered table of rules; adding one means one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefing.checking import awards, form, inferred, names, occasion, people, stale, typed
from briefing.checking.figures import FIGURE_RULES
from briefing.findings import Finding, in_reading_order
from briefing.report import Report

Rule = Callable[[Report], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    *FIGURE_RULES,
    typed.typed_numbers,
    names.unknown_names,
    names.names_in_words,
    people.unknown_people,
    people.name_clashes,
    awards.forms_by_giver,
    stale.years_gone_by,
    form.standards_by_issuer,
    form.authority_forms,
    form.ranks,
    form.levels,
    occasion.forces,
    occasion.conference_dates,
    inferred.unknown_paths,
)


def check_report(report: Report) -> list[Finding]:
    """Return every finding of every rule, in reading order, with the doubts of the reading."""
    found = [finding for rule in RULES for finding in rule(report)]
    return in_reading_order([*report.doubts, *found])
