"""What a document can be written as: a register of formats by the ending of their files."""

from __future__ import annotations

from collections.abc import Callable

from briefing.document import Document
from briefing.values import record
from briefing.word import Fitted

SIGNS = "surrogatepass"
"""What is no letter at all, in a report that was made by a program, goes through as it is."""

WriteFile = Callable[[Document, Fitted], bytes]


@record
class Format:
    """A format; ``issued`` says that offices issue files of it, others are to be looked at.

    ``printed_from`` is the ending of the format that it is printed from, which takes long.
    """

    suffix: str
    write: WriteFile
    issued: bool = False
    printed_from: str = ""


def _word(document: Document, form: Fitted) -> bytes:
    from briefing.word import write_docx

    return write_docx(document, form.standard, form.look)


def _pdf(document: Document, form: Fitted) -> bytes:
    """Return the Word file as LibreOffice prints it; raises OutputError where it cannot."""
    from briefing.pdf import to_pdf

    return to_pdf(_word(document, form))


def _page(document: Document, form: Fitted) -> bytes:
    from briefing.html import write_html

    return write_html(document, form.standard, form.look).encode("utf-8", SIGNS)


def _markdown(document: Document, form: Fitted) -> bytes:
    from briefing.markdown import write_markdown

    return write_markdown(document, form.standard).encode("utf-8", SIGNS)


FORMATS = {
    each.suffix: each
    for each in (
        Format(".docx", _word, issued=True),
        Format(".pdf", _pdf, issued=True, printed_from=".docx"),
        Format(".html", _page),
        Format(".md", _markdown),
    )
}
"""Every format by the ending of its files; a new one is its writer and a line here."""

ISSUED = tuple(suffix for suffix, each in FORMATS.items() if each.issued)
"""The endings of files that ``briefing build`` writes."""
