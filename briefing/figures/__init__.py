"""Arithmetic over figures, and the phrases that state them."""

from briefing.figures.book import FigureBook
from briefing.figures.changes import change_of, improved
from briefing.figures.naming import Phrasebook, Reference, references
from briefing.figures.parts import PARTS, share_value, target_value
from briefing.figures.rates import percentage
from briefing.figures.units import Nature, is_measured, nature

__all__ = [
    "PARTS",
    "FigureBook",
    "Nature",
    "Phrasebook",
    "Reference",
    "change_of",
    "improved",
    "is_measured",
    "nature",
    "percentage",
    "references",
    "share_value",
    "target_value",
]
