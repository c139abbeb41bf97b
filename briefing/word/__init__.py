"""Document, Standard and Look into a native Word file."""

from briefing.layout.look import PLAIN
from briefing.word.look import Fitted, fit, look_of
from briefing.word.writer import write_docx

__all__ = ["PLAIN", "Fitted", "fit", "look_of", "write_docx"]
