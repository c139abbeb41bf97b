"""What a reader of a Word file sees: passages in the order of the page, and tables."""

from __future__ import annotations

from dataclasses import field

from briefing.values import record


@record
class Passage:
    """One paragraph as it is shown, and where it stands.

    ``number`` counts the paragraphs of its part from 1, empty ones and those of tables and text
    boxes among them; for a note it is the number of the note. ``part`` is empty for the body, or
    ``footnote``, ``endnote``, ``header``, ``footer``. ``fonts`` are those of its letters beyond
    ASCII.
    """

    text: str
    number: int
    part: str = ""
    fonts: tuple[str, ...] = field(default=(), compare=False)


@record
class CellView:
    """A cell of a table: its text, the columns that it covers, whether it goes on from above."""

    text: str
    span: int = 1
    continues: bool = False


@record
class TableView:
    """A table row by row; ``number`` is that of the first paragraph of each row."""

    rows: tuple[tuple[CellView, ...], ...]
    numbers: tuple[int, ...]
    part: str = ""


@record
class ShownContent:
    """All that is shown, and the kinds of content that only Word can show.

    ``unread`` names them: ``chart``, ``diagram``, ``embedded``, ``formula``, ``inserted``.
    """

    passages: tuple[Passage, ...]
    tables: tuple[TableView, ...] = ()
    unread: tuple[str, ...] = ()
