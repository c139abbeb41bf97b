"""The laws on form as data: one TOML a standard, with each number's source and legal range."""

from briefing.standards.allowed import Allowed, same
from briefing.standards.numbering import (
    DEEPEST,
    NumberMark,
    marks,
    marks_of,
    misplaced_mark,
    numbered,
)
from briefing.standards.standard import (
    PROFILES,
    STANDARDS,
    BodyText,
    Component,
    Forms,
    OutlineLevel,
    Page,
    Standard,
    load_standard,
    standard_of,
)
from briefing.standards.types import document_types, is_addressed, other_type, symbol_of_type

__all__ = [
    "DEEPEST",
    "PROFILES",
    "STANDARDS",
    "Allowed",
    "BodyText",
    "Component",
    "Forms",
    "NumberMark",
    "OutlineLevel",
    "Page",
    "Standard",
    "document_types",
    "is_addressed",
    "load_standard",
    "marks",
    "marks_of",
    "misplaced_mark",
    "numbered",
    "other_type",
    "same",
    "standard_of",
    "symbol_of_type",
]
