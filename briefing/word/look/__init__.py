"""A locality's look: what its ``style.docx`` says, and what the standard lets through."""

from briefing.word.look.fitting import Fitted, fit
from briefing.word.look.model import PLAIN, Border, Crest, Look, StyleLook, TableLook
from briefing.word.look.nearest import FILE, look_of

__all__ = [
    "FILE",
    "PLAIN",
    "Border",
    "Crest",
    "Fitted",
    "Look",
    "StyleLook",
    "TableLook",
    "fit",
    "look_of",
]
