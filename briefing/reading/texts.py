"""Finished documents as they are shown: .txt, .md or .docx, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.characters import HIDDEN, codes
from briefing.findings import Finding, InputError, Origin, PlacedRow, Severity
from briefing.packages import MAX_FILE, MAX_XML, OversizeError
from briefing.reading.files import read_content, read_text
from briefing.reading.lines import markdown, paragraphs, plain
from briefing.values import record
from briefing.vietnamese import OldFont, is_of_old_font, legacy_code, old_font

if TYPE_CHECKING:
    from briefing.ooxml import Passage, ShownContent, TableView

_SHOWN = 80
TEXT_SUFFIXES = (".txt", ".md", ".docx")


@record
class FinishedText:
    """The paragraphs of a document with their places (cells among them), its tables row by row.

    ``unread`` tells what only Word can show.
    """

    paragraphs: list[tuple[str, Origin]]
    tables: list[list[PlacedRow]] = field(default_factory=list)
    unread: list[Finding] = field(default_factory=list)


def is_text(path: Path) -> bool:
    """Say whether a file is a finished document rather than an input."""
    return path.suffix.lower() in TEXT_SUFFIXES


def read_finished(path: Path) -> FinishedText:
    """Return a finished document; raises InputError when the file cannot be read."""
    suffix = path.suffix.lower()
    if suffix == ".docx":
        return _of_word(_shown(path), str(path))
    numbered = _numbered(read_text(path))
    hidden = list(_hidden((line, Origin(str(path), n)) for n, line in numbered))
    hidden += _old_texts((line, (), Origin(str(path), n)) for n, line in numbered)
    lines = [(plain(line), Origin(str(path), n)) for n, line in numbered]
    if suffix == ".md":
        return FinishedText(*markdown(lines), hidden)
    return FinishedText(paragraphs(lines), unread=hidden)


def _hidden(written: Iterable[tuple[str, Origin]]) -> Iterator[Finding]:
    """Yield one warning for a document that holds characters which print nothing."""
    holding = [(text, origin) for text, origin in written if HIDDEN.search(text)]
    if holding:
        characters = codes(HIDDEN, "".join(text for text, _ in holding))
        values = {"characters": ", ".join(characters), "count": len(holding)}
        yield Finding("text/hidden-characters", Severity.WARNING, holding[0][1], values=values)


def _old_texts(written: Iterable[tuple[str, tuple[str, ...], Origin]]) -> Iterator[Finding]:
    """Yield one error for a document that holds texts of before Unicode: by font, else by words."""
    found = [(text, font, at) for text, fonts, at in written if (font := _font_of(text, fonts))]
    if found:
        text, font, origin = found[0]
        proposed = font.read(text.strip())
        proposed = proposed if len(proposed) <= _SHOWN else f"{proposed[:_SHOWN]}…"
        values = {"code": font.code, "proposed": proposed, "count": len(found)}
        yield Finding("text/old-document", Severity.ERROR, origin, values=values)


def _font_of(text: str, fonts: tuple[str, ...]) -> OldFont | None:
    known = [old_font(font) for font in fonts]
    if known and all(known) and is_of_old_font(text):
        return known[0]
    code = legacy_code(text)
    return OldFont(code) if code else None


def _numbered(text: str) -> list[tuple[int, str]]:
    return list(enumerate(text.splitlines(), start=1))


def _shown(path: Path) -> ShownContent:
    from briefing.ooxml import shown  # lxml is slow to load, and plain text needs none

    content = read_content(path, MAX_FILE)
    origin = Origin(str(path))
    try:
        return shown(content)
    except OversizeError:
        values = {"limit": MAX_XML // 1024 // 1024}
        raise InputError([Finding("file/word-too-large", origin=origin, values=values)]) from None
    except Exception:
        # A package can be broken in more ways than zipfile and lxml have errors for.
        raise InputError([Finding("file/not-word", origin=origin)]) from None


def _of_word(shown: ShownContent, file: str) -> FinishedText:
    def said(passage: Passage) -> tuple[str, Origin]:
        text = "\n".join(line for line, _ in paragraphs(_lines(passage.text, file)))
        return text, Origin(file, passage.number, part=passage.part)

    unread = [Finding(_UNREAD[kind], Severity.INFO, Origin(file)) for kind in shown.unread]
    written = ((each.text, Origin(file, each.number, part=each.part)) for each in shown.passages)
    unread += _hidden(written)
    unread += _old_texts(
        (each.text, each.fonts, Origin(file, each.number, part=each.part))
        for each in shown.passages
    )
    tables = [_rows(table, file) for table in shown.tables]
    return FinishedText([said(passage) for passage in shown.passages], tables, unread)


def _lines(text: str, file: str) -> list[tuple[str, Origin]]:
    return [(plain(line), Origin(file)) for line in text.split("\n")]


def _rows(table: TableView, file: str) -> list[PlacedRow]:
    rows = []
    for number, cells in zip(table.numbers, table.rows, strict=True):
        texts: list[str] = []
        for cell in cells:
            texts += [plain("" if cell.continues else cell.text)]
            texts += [""] * (min(cell.span, _WIDEST) - 1)
        rows.append((Origin(file, number, part=table.part), tuple(texts)))
    return rows


_UNREAD = {
    "chart": "file/chart-not-read",
    "diagram": "file/diagram-not-read",
    "embedded": "file/embedded-not-read",
    "formula": "file/formula-not-read",
    "inserted": "file/inserted-not-read",
}
_WIDEST = 63
"""Word has no table of more columns."""
