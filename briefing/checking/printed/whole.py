"""A finished document as its parts: what stands under which heading, and in which column."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from briefing.checking.printed.lines import PrintedLine
from briefing.values import record

PrintedRow = tuple[PrintedLine, ...]
NO_LINE = PrintedLine("")


@record(slots=False)
class PrintedTable:
    """A table with one row of heads; one whose heads stand in two rows has none here."""

    heads: PrintedRow
    rows: tuple[PrintedRow, ...]

    def columns(self) -> Iterator[tuple[str, PrintedRow]]:
        """Yield each column that has a head, with its cells."""
        for at, head in enumerate(self.heads):
            text = " ".join(head.text.split())
            if text:
                yield text, tuple(row[at] for row in self.rows if at < len(row))


@record(slots=False)
class PrintedPart:
    """What stands under one heading up to the next; ``within`` are the headings around it.

    ``level`` is 0 before the first heading. ``annex`` counts from 1, 0 is the text itself.
    """

    heading: PrintedLine | None
    level: int
    within: tuple[str, ...]
    annex: int
    lines: tuple[PrintedLine, ...]
    tables: tuple[PrintedTable, ...] = ()

    @property
    def title(self) -> str:
        """The words of its heading."""
        return " ".join(self.heading.text.split()) if self.heading else ""

    @property
    def all_lines(self) -> Iterator[PrintedLine]:
        """Every line below the heading, those of tables last."""
        yield from self.lines
        for table in self.tables:
            yield from table.heads
            for row in table.rows:
                yield from row


@record(slots=False)
class PrintedWhole:
    """A document: its kind and subject, and its parts in reading order.

    ``end_mark`` is what closes its text, ``None`` where nothing does; ``symbol`` are the letters
    for its type. ``sections`` are the numbers that headings and points bear, alone and with those
    above them (``3``, ``II.3``); ``tables`` is how many tables the document has.
    """

    kind: PrintedLine = NO_LINE
    subject: PrintedLine = NO_LINE
    parts: tuple[PrintedPart, ...] = ()
    end_mark: str | None = None
    symbol: str = ""
    sections: frozenset[str] = frozenset()
    tables: int = 0

    @cached_property
    def main(self) -> tuple[PrintedPart, ...]:
        """The parts of the text itself."""
        return tuple(part for part in self.parts if part.annex == 0)

    @cached_property
    def opening(self) -> tuple[PrintedLine, ...]:
        """The lines before the first heading."""
        return tuple(line for part in self.main if part.level == 0 for line in part.lines)

    @cached_property
    def annexes(self) -> int:
        """How many annexes it has."""
        return max((part.annex for part in self.parts), default=0)

    @cached_property
    def running(self) -> tuple[PrintedLine, ...]:
        """The lines of the text itself that say something, but those of tables."""
        return tuple(line for part in self.main for line in part.lines if line.text.strip())

    @cached_property
    def typed_in(self) -> tuple[PrintedLine, ...]:
        """Those of these lines in which a template types words or numbers of its own."""
        return tuple(line for line in self.running if line.types)


NO_DOCUMENT = PrintedWhole()
