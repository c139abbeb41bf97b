"""The paragraphs and tables of one part, in the order of the page."""

from __future__ import annotations

from dataclasses import replace

from briefing.ooxml.inline import Found, InlineText, chosen
from briefing.ooxml.names import AnyElement, attribute, child, children, is_on
from briefing.ooxml.styles import Styles
from briefing.ooxml.view import CellView, Passage, TableView

_GONE = frozenset(
    {"w:del", "w:moveFrom", "w:sectPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblGrid"}
)


class Story:
    """One part read from its first paragraph to its last."""

    def __init__(self, styles: Styles, part: str = "") -> None:
        self.passages: list[Passage] = []
        self.tables: list[TableView] = []
        self.found = Found()
        self._styles, self._part = styles, part
        self._count = 0
        self._open, self._began = "", 0
        self._fonts: dict[str, None] = {}

    def read(self, element: AnyElement, number: int | None = None) -> None:
        """Read a part; ``number`` is that of a note, whose paragraphs all bear it."""
        start = len(self.passages)
        self._blocks(element)
        self._close()
        if number is not None:
            self.passages[start:] = [replace(one, number=number) for one in self.passages[start:]]

    def _blocks(self, element: AnyElement) -> None:
        for name, one in children(element):
            if name == "w:p":
                self._paragraph(one)
            elif name == "w:tbl":
                self._table(one)
            elif name == "mc:AlternateContent":
                if (shown := chosen(one)) is not None:
                    self._blocks(shown)
            elif name == "w:altChunk":
                self.found.unread["inserted"] = None
            elif name not in _GONE:
                self._blocks(one)

    def _paragraph(self, element: AnyElement) -> None:
        self._count += 1
        self._began = self._began or self._count
        line = InlineText(self._styles, element, self.found)
        boxes, self.found.boxes = self.found.boxes, []
        self._open += line.text
        self._fonts |= line.fonts
        if not self._runs_on(element):
            self._close()
        for box in boxes:
            held = self._open, self._began, self._fonts
            self._open, self._began, self._fonts = "", 0, {}
            self._blocks(box)
            self._close()
            self._open, self._began, self._fonts = held

    def _runs_on(self, paragraph: AnyElement) -> bool:
        """Say whether the end of a paragraph is deleted or hidden: the next one then joins it."""
        properties = child(paragraph, "w:pPr")
        mark = child(properties, "w:rPr")
        gone = (child(mark, "w:del"), child(mark, "w:moveFrom"), child(mark, "w:specVanish"))
        if any(one is not None for one in gone):
            return True
        return mark is not None and is_on(child(mark, "w:vanish")) is True

    def _close(self) -> None:
        text, number, fonts = self._open, self._began, tuple(self._fonts)
        self._open, self._began, self._fonts = "", 0, {}
        if text.strip():
            self.passages.append(Passage(text, number, self._part, fonts))

    def _table(self, element: AnyElement) -> None:
        self._close()
        rows: list[tuple[CellView, ...]] = []
        numbers: list[int] = []
        for row in _shown_rows(element):
            numbers.append(self._count + 1)
            rows.append(tuple(self._cell(cell) for cell in _cells(row)))
        self.tables.append(TableView(tuple(rows), tuple(numbers), self._part))

    def _cell(self, element: AnyElement) -> CellView:
        start = len(self.passages)
        self._blocks(element)
        self._close()
        properties = child(element, "w:tcPr")
        span = attribute(child(properties, "w:gridSpan"), "w:val")
        merge = child(properties, "w:vMerge")
        continues = merge is not None and attribute(merge, "w:val") != "restart"
        text = "\n".join(one.text for one in self.passages[start:])
        return CellView(text, int(span) if span.isdecimal() else 1, continues)


def _shown_rows(table: AnyElement) -> list[AnyElement]:
    """Return the rows that are neither deleted nor hidden."""
    rows = []
    for row in _inside(table, "w:tr"):
        properties = child(row, "w:trPr")
        gone = child(properties, "w:del") is not None or is_on(child(properties, "w:hidden"))
        if not gone:
            rows.append(row)
    return rows


def _cells(row: AnyElement) -> list[AnyElement]:
    cells = _inside(row, "w:tc")
    return [one for one in cells if child(child(one, "w:tcPr"), "w:cellDel") is None]


def _inside(element: AnyElement, wanted: str) -> list[AnyElement]:
    """Return the rows of a table or the cells of a row, also those in content controls."""
    found: list[AnyElement] = []
    for name, one in children(element):
        if name == wanted:
            found.append(one)
        elif name in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"):
            found += _inside(one, wanted)
    return found
