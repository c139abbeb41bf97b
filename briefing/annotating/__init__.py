"""A copy of a workbook with each finding at its cell, and nothing else changed."""

from briefing.annotating.copy import annotated, notes_of

__all__ = ["annotated", "notes_of"]
