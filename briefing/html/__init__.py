"""Document, Standard and Look into an HTML page: the same content, numbers and form as in Word."""

from briefing.html.writer import write_html

__all__ = ["write_html"]
