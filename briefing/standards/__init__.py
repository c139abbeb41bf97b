"""The laws on form as data: one TOML a standard, with each number's source and legal range."""

from briefing.standards.standard import (
    BodyText,
    Component,
    OutlineLevel,
    Page,
    Standard,
    load_standard,
)

__all__ = ["BodyText", "Component", "OutlineLevel", "Page", "Standard", "load_standard"]
