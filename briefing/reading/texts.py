"""The running text of a finished document: .txt, .md or .docx, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.findings import Finding, InputError, Origin
from briefing.reading.files import read_text

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
    from zipfile import BadZipFile

    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    if not path.is_file():
        read_text(path)
    try:
        document = Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError):
        raise InputError([Finding("file/not-word", origin=Origin(str(path)))]) from None
    for number, paragraph in enumerate(document.element.body.iter(_PARAGRAPH), start=1):
        text = "".join(_text(node) for node in paragraph.iter(_TEXT, _TAB, _BREAK))
        yield text, Origin(str(path), number)


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT, _TAB, _BREAK = f"{_W}p", f"{_W}t", f"{_W}tab", f"{_W}br"


def _text(node: object) -> str:
    text = getattr(node, "text", None)
    return text if isinstance(text, str) else " "
