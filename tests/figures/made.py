"""Reports made of nothing but figures, and what they say of them."""

from __future__ import annotations

from typing import Any

from briefing.figures import PARTS, FigureBook, Phrasebook
from briefing.report import Report

Facts = dict[str, Any]


def report(figures: dict[str, Facts], **facts: Any) -> Report:
    """Return a report of 2023 with these figures; what a figure must have is filled in."""
    named = {name: {"label": "số vụ", "unit": "vụ", **figure} for name, figure in figures.items()}
    whole = {"schema": 1, "kind": "bao-cao-tong-ket", "period": {"year": 2023}}
    return Report.model_validate({**whole, "figures": named, **facts})


def said(part: str, figure: Facts, *, style: Facts | None = None, **others: Facts) -> str | None:
    """Return a part of one figure in a style; ``others`` are the figures that it names."""
    facts = report({"one": figure, **others}, figure_style=style or {})
    return PARTS[part](FigureBook(facts), "one")


def written(text: str, figures: dict[str, Facts], **facts: Any) -> str:
    """Return a sentence with its names filled in; what has no meaning stands in angles."""
    return Phrasebook(report(figures, **facts)).fill(text, lambda reference: f"<{reference}>")
