"""The ground floor: places, findings, errors, and the sentences for them in both languages."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from briefing.findings.catalogues import DEFAULT_LANGUAGE, LANGUAGES, say

if TYPE_CHECKING:
    from briefing.findings.errors import (
        BriefingError,
        InputError,
        OutputError,
        RefusedError,
        TemplateError,
        UserError,
    )
    from briefing.findings.fields import field_table, label, labels
    from briefing.findings.finding import Finding, Severity, has_errors, in_reading_order, place_of
    from briefing.findings.near import Guesses, misspelled, nearest
    from briefing.findings.origin import FieldPath, Origin, Origins, PlacedRow, PlacedText, dotted
    from briefing.findings.rules import (
        LooksAt,
        Rule,
        RuleOutcome,
        as_page,
        as_record,
        registered_rules,
        rule,
    )

__all__ = [
    "DEFAULT_LANGUAGE",
    "LANGUAGES",
    "BriefingError",
    "FieldPath",
    "Finding",
    "Guesses",
    "InputError",
    "LooksAt",
    "Origin",
    "Origins",
    "OutputError",
    "PlacedRow",
    "PlacedText",
    "RefusedError",
    "Rule",
    "RuleOutcome",
    "Severity",
    "TemplateError",
    "UserError",
    "as_page",
    "as_record",
    "dotted",
    "field_table",
    "has_errors",
    "in_reading_order",
    "label",
    "labels",
    "misspelled",
    "nearest",
    "place_of",
    "registered_rules",
    "rule",
    "say",
]

_HOMES = ("errors", "fields", "finding", "near", "origin", "rules")


def __getattr__(name: str) -> Any:
    # `--help` needs the words only; to load all else would take a tenth of its time.
    for home in _HOMES if name in __all__ else ():
        found = getattr(import_module(f"{__name__}.{home}"), name, None)
        if found is not None:
            globals()[name] = found  # two hundred modules ask for the same
            return found
    raise AttributeError(name)
