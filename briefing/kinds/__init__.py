"""What an input chooses by name, as data that packs extend: subject areas and bodies."""

from briefing.kinds.areas import Area
from briefing.kinds.bodies import TWO_LEVELS_FROM, Body, Profile
from briefing.kinds.choices import Choices, built_in, signing

__all__ = ["TWO_LEVELS_FROM", "Area", "Body", "Choices", "Profile", "built_in", "signing"]
