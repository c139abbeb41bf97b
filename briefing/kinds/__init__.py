"""What is chosen and called by name, as data that packs extend: areas, bodies, fixed words."""

from briefing.kinds.areas import Area
from briefing.kinds.bodies import TWO_LEVELS_FROM, Body, Profile
from briefing.kinds.choices import Choices, built_in, signing
from briefing.kinds.fields import EXTRA, OwnColumn, OwnField, field_of
from briefing.kinds.wording import FigureTable, Wording

__all__ = [
    "EXTRA",
    "TWO_LEVELS_FROM",
    "Area",
    "Body",
    "Choices",
    "FigureTable",
    "OwnColumn",
    "OwnField",
    "Profile",
    "Wording",
    "built_in",
    "field_of",
    "signing",
]
