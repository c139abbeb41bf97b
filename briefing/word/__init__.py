"""Document and Standard into a native Word file."""

from briefing.word.writer import write_docx

__all__ = ["write_docx"]
