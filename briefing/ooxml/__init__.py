"""Word packages from anywhere, read as Word shows them on the page."""

from briefing.ooxml.showing import shown
from briefing.ooxml.view import CellView, Passage, ShownContent, TableView

__all__ = ["CellView", "Passage", "ShownContent", "TableView", "shown"]
