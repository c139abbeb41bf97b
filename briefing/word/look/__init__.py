"""A locality's look: what its ``style.docx`` says, and what the standard lets through."""

from briefing.word.look.fitting import Fitted, fit
from briefing.word.look.nearest import FILE, look_of

__all__ = ["FILE", "Fitted", "fit", "look_of"]
