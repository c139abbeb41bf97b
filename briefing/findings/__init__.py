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
from briefing.findings.near import Guesses, nearest
from briefing.findings.origin import Origin, Origins, Path, dotted

__all__ = [
    "DEFAULT_LANGUAGE",
    "LANGUAGES",
    "BriefingError",
    "Finding",
    "Guesses",
    "InputError",
    "Origin",
    "Origins",
    "OutputError",
    "Path",
    "RefusedError",
    "Severity",
    "TemplateError",
    "UserError",
    "dotted",
    "has_errors",
    "in_reading_order",
    "label",
    "nearest",
    "place_of",
    "say",
]
