"""Document, Standard and Look into a native Word file."""

from briefing.word.look import PLAIN, Fitted, fit, look_of
from briefing.word.writer import write_docx

__all__ = ["PLAIN", "Fitted", "fit", "look_of", "write_docx"]
