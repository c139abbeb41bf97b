"""Arithmetic over figures, and the phrases that state them."""

from briefing.figures.phrases import PARTS
from briefing.figures.rates import Agreement, RateCheck, check_rate, percentage
from briefing.figures.references import Phrasebook, Reference, references

__all__ = [
    "PARTS",
    "Agreement",
    "Phrasebook",
    "RateCheck",
    "Reference",
    "check_rate",
    "percentage",
    "references",
]
