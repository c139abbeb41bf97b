"""The laws on form as data: one TOML a standard, with each number's source and legal range."""

from briefing.standards.allowed import Allowed, same
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

__all__ = [
    "PROFILES",
    "STANDARDS",
    "Allowed",
    "BodyText",
    "Component",
    "Forms",
    "OutlineLevel",
    "Page",
    "Standard",
    "load_standard",
    "same",
    "standard_of",
]
