"""Document, Standard and Look into an HTML page: the same content, numbers and form as in Word."""

from briefing.html.page import HtmlPage, PagePart
from briefing.html.writer import write_html, write_page

__all__ = ["HtmlPage", "PagePart", "write_html", "write_page"]
