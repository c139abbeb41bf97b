"""Word packages from anywhere, read as Word shows them on the page."""

from briefing.ooxml.showing import shown
from briefing.ooxml.view import Cell, Passage, Shown, Table

__all__ = ["Cell", "Passage", "Shown", "Table", "shown"]
