"""Document, Standard and Look into an HTML page: the same content, numbers and form as in Word."""

from briefing.html.page import Page, Part
from briefing.html.writer import write_html, write_page

__all__ = ["Page", "Part", "write_html", "write_page"]
