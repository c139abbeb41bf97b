"""The space around the parts of a document: the clerk's eye, or a locality's look."""

from __future__ import annotations

from dataclasses import replace

from briefing.layout.look import Look
from briefing.layout.settings import SETTINGS, Setting, heading_key
from briefing.standards import Standard

SIGNATURE_SPACE = 240
"""Above the closing block, in twips."""

_HEADING_SPACE = 120

# Ascent of Times New Roman as a share of its size, times 20 twips a point.
_ASCENT = 0.891 * 20


def settings_of(standard: Standard, look: Look) -> dict[str, Setting]:
    """Return how each component stands, with the space around it that a look gives it."""
    settings: dict[str, Setting] = {}
    for name, setting in SETTINGS.items():
        if (setting.of or name) in standard.components:
            said = look.styles.get(name)
            settings[name] = (
                replace(setting, before=_space(said.before), after=_space(said.after))
                if said
                else setting
            )
    settings["number"] = _level(settings["number"], settings["place_date"], standard)
    return settings


def heading_space(level: int, look: Look) -> int:
    """Return the space above a heading, in twips."""
    said = look.styles.get(heading_key(level))
    return _space(said.before) if said else _HEADING_SPACE


def _level(number: Setting, date: Setting, standard: Standard) -> Setting:
    """Return the number's setting lowered so that it stands on the line of a larger date.

    The number is always 13, the date 13 or 14 (mục V.3, V.4), and both stand on one line (II.4).
    """
    sizes = standard.components
    lower = round((sizes["place_date"].size - sizes["number"].size) * _ASCENT)
    return replace(number, before=date.before + lower)


def _space(points: float) -> int:
    return round(points * 20)
