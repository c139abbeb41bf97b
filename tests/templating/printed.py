"""What a built report says, as plain text, however it is set."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def docx_text(content: bytes) -> str:
    """Return the text of a Word file, one paragraph a line; it must be well-formed XML.

    What stands in the margins of its first page follows its text. Blanks and hyphens that no line
    breaks at are blanks and hyphens.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        names = [name for name in _TEXTS if name in package.namelist()]
        roots = [etree.fromstring(package.read(name)) for name in names]
    paragraphs = (paragraph for root in roots for paragraph in root.iter(f"{_W}p"))
    return "\n".join(paragraph_text(paragraph) for paragraph in paragraphs)


_TEXTS = (
    *("word/document.xml", "word/header3.xml", "word/footer1.xml"),
    "word/footnotes.xml",
)


def paragraph_text(paragraph: etree._Element) -> str:
    """Return what a paragraph says, as a reader without a sense for line breaks has it."""
    pieces = (
        "-" if node.tag == f"{_W}noBreakHyphen" else node.text or ""
        for node in paragraph.iter(f"{_W}t", f"{_W}noBreakHyphen")
    )
    return "".join(pieces).replace("\u00a0", " ")


def preview_text(markdown: str) -> str:
    """Return Markdown without the backslashes that make text print as itself."""
    return _ESCAPED.sub(r"\1", markdown)


def folded(text: str) -> str:
    """Return a text in one case, as titles, issuers and first letters change theirs.

    Whether a line breaks at a blank or a hyphen is no matter of what is said.
    """
    return text.upper().casefold().replace("\u00a0", " ").replace("\u2011", "-")


def says(printed: str, text: str) -> bool:
    """Say whether a text stands in what was printed; its last punctuation may have changed."""
    return folded(text).rstrip(" .,;") in folded(printed)
