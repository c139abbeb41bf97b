"""The ground floor: places, findings, errors, and the sentences for them in both languages."""

from briefing.findings.catalogue import DEFAULT_LANGUAGE, LANGUAGES, label, say
from briefing.findings.errors import (
    BriefingError,
    InputError,
    OutputError,
    RefusedError,
    TemplateError,
    UserError,
)
from briefing.findings.finding import Finding, Severity, has_errors, in_reading_order, place_of
from briefing.findings.near import Guesses, misspelled, nearest
from briefing.findings.origin import Origin, Origins, Path, dotted
from briefing.findings.rules import (
    LooksAt,
    Outcome,
    Rule,
    as_page,
    as_record,
    registered_rules,
    rule,
)

__all__ = [
    "DEFAULT_LANGUAGE",
    "LANGUAGES",
    "BriefingError",
    "Finding",
    "Guesses",
    "InputError",
    "LooksAt",
    "Origin",
    "Origins",
    "Outcome",
    "OutputError",
    "Path",
    "RefusedError",
    "Rule",
    "Severity",
    "TemplateError",
    "UserError",
    "as_page",
    "as_record",
    "dotted",
    "has_errors",
    "in_reading_order",
    "label",
    "misspelled",
    "nearest",
    "place_of",
    "registered_rules",
    "rule",
    "say",
]
