"""The running text of a finished document: .txt, .md or .docx, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.characters import HIDDEN, codes
from briefing.findings import Finding, InputError, Origin, Severity
from briefing.packages import MAX_FILE, MAX_XML, OversizeError, inspect
from briefing.reading.files import read_content, read_text
from briefing.vietnamese import readable

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_PLAIN = (".txt", ".md")
TEXT_SUFFIXES = (*_PLAIN, ".docx")


def is_text(path: Path) -> bool:
    """Say whether a file is a finished document rather than an input."""
    return path.suffix.lower() in TEXT_SUFFIXES


@dataclass(frozen=True, slots=True)
class RunningText:
    """The paragraphs of a document as a reader sees them, and what had to be left out for that."""

    paragraphs: list[tuple[str, Origin]]
    doubts: tuple[Finding, ...]


def running_text(path: Path) -> RunningText:
    """Return the paragraphs of a document, each with its line (in Word: its paragraph).

    Raises InputError when the file cannot be read.
    """
    written = list(_of_word(path) if path.suffix.lower() == ".docx" else _of_lines(path))
    seen = [(readable(text), origin) for text, origin in written]
    return RunningText(seen, tuple(_hidden(written)))


def _hidden(written: Iterable[tuple[str, Origin]]) -> Iterator[Finding]:
    """Yield one warning for a document that holds characters which print nothing."""
    holding = [(text, origin) for text, origin in written if HIDDEN.search(text)]
    if holding:
        characters = codes(HIDDEN, "".join(text for text, _ in holding))
        values = {"characters": ", ".join(characters), "count": len(holding)}
        yield Finding("text/hidden-characters", Severity.WARNING, holding[0][1], values=values)


def _of_lines(path: Path) -> Iterator[tuple[str, Origin]]:
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        yield line, Origin(str(path), number)


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
