"""The running text of a finished document: .txt, .md or .docx, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.findings import Finding, InputError, Origin
from briefing.packages import MAX_FILE, MAX_XML, OversizeError, inspect
from briefing.reading.files import read_content, read_text

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_PLAIN = (".txt", ".md")
TEXT_SUFFIXES = (*_PLAIN, ".docx")


def is_text(path: Path) -> bool:
    """Say whether a file is a finished document rather than an input."""
    return path.suffix.lower() in TEXT_SUFFIXES


def paragraphs(path: Path) -> list[tuple[str, Origin]]:
    """Return the paragraphs of a document, each with its line (in Word: its paragraph).

    Raises InputError when the file cannot be read.
    """
    if path.suffix.lower() == ".docx":
        return list(_of_word(path))
    lines = read_text(path).splitlines()
    return [(line, Origin(str(path), number)) for number, line in enumerate(lines, start=1)]


def _of_word(path: Path) -> Iterator[tuple[str, Origin]]:
    for number, paragraph in enumerate(_body(path).iter(_PARAGRAPH), start=1):
        nodes = paragraph.iter(_TEXT, _TAB, _BREAK)
        # A text box lies inside a paragraph and has paragraphs of its own.
        own = (node for node in nodes if next(node.iterancestors(_PARAGRAPH)) is paragraph)
        text = "".join(map(_text, own))
        if text.strip():
            yield text, Origin(str(path), number)


def _body(path: Path) -> BaseOxmlElement:
    from docx import Document

    content = read_content(path, MAX_FILE)
    origin = Origin(str(path))
    try:
        inspect(content)
        body: BaseOxmlElement | None = Document(BytesIO(content)).element.body
        if body is None:
            raise ValueError
    except OversizeError:
        values = {"limit": MAX_XML // 1024 // 1024}
        raise InputError([Finding("file/word-too-large", origin=origin, values=values)]) from None
    except Exception:
        # A package can be broken in more ways than zipfile, lxml and python-docx have errors for.
        raise InputError([Finding("file/not-word", origin=origin)]) from None
    return body


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT, _TAB, _BREAK = f"{_W}p", f"{_W}t", f"{_W}tab", f"{_W}br"


def _text(node: object) -> str:
    text = getattr(node, "text", None)
    return text if isinstance(text, str) else " "
