"""What a finished document states more than once: in its body, its tables, its annex.

The same words may be said of another place or another period, so two numbers are questioned only
where their sentences name the same of both, and where one of them is the other with two digits
swapped or a digit more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from briefing.checking.documents.grid import Grid, plain
from briefing.figures.slips import one_slip_apart
from briefing.figures.text.named import Named, named_counts
from briefing.findings import Finding, LooksAt, Origin, PlacedRow, Severity, rule
from briefing.vietnamese import format_number

AGAIN = rule("text/stated-again", Severity.WARNING, looks_at=LooksAt.TEXT)

_FEW = 2
"""Fewer words than these name too little."""

NamedNumber = tuple[int, Origin | None, str, Named]


def stated_again(
    paragraphs: Sequence[tuple[str, Origin | None]], tables: Iterable[Sequence[PlacedRow]]
) -> Iterator[Finding]:
    """Yield the counts that a document states again, in the same words, with a digit changed."""
    counts = list(_counts(paragraphs))
    yield from _in_the_body(counts)
    yield from _in_tables(counts, tables)


def _counts(paragraphs: Sequence[tuple[str, Origin | None]]) -> Iterator[NamedNumber]:
    for i, (text, origin) in enumerate(paragraphs):
        for count in named_counts(text):
            if len(count.words) >= _FEW:
                yield i, origin, text[count.start : count.end], count


def _in_the_body(counts: Sequence[NamedNumber]) -> Iterator[Finding]:
    seen: dict[tuple[object, ...], list[NamedNumber]] = {}
    for placed in counts:
        count = placed[3]
        key = (count.before, count.unit, count.words, count.about)
        seen.setdefault(key, []).append(placed)
    for said in seen.values():
        # Three values under one name are those of three places, whatever their headings say.
        if len({count.value for _, _, _, count in said}) == _TWO:
            yield from _apart(said)


_TWO = 2


def _apart(said: Sequence[NamedNumber]) -> Iterator[Finding]:
    """Yield the first place where something is stated otherwise than in a paragraph before it."""
    first, _, earlier, told = said[0]
    for number, origin, quote, count in said[1:]:
        if count.value != told.value:
            if number != first and one_slip_apart(told.value, count.value):
                yield _found(origin, _whole(quote, count), earlier)
            return


def _in_tables(
    counts: Sequence[NamedNumber], tables: Iterable[Sequence[PlacedRow]]
) -> Iterator[Finding]:
    rows = _rows(tables)
    for _, origin, quote, count in counts:
        words = " ".join(count.words)
        named = [rows[name] for name in (words, f"{count.unit} {words}") if name in rows]
        values = [value for cells in named for value in cells]
        if count.value in values:
            continue
        slips = [value for value in values if one_slip_apart(value, count.value)]
        if slips:
            yield _found(origin, _whole(quote, count), f"{words}: {format_number(slips[0])}")


def _rows(tables: Iterable[Sequence[PlacedRow]]) -> dict[str, list[Decimal]]:
    """Return the numbers of the rows of tables by what the rows are called."""
    found: dict[str, list[Decimal]] = {}
    for rows in tables:
        for line in Grid(rows).lines:
            name = plain(line.name).removeprefix("tổng ").removeprefix("số ")
            cells = [cell for cell in line.cells if cell is not None]
            found.setdefault(name, []).extend(cells)
    return found


def _whole(quote: str, count: Named) -> str:
    if not count.behind:
        return f"{' '.join(count.words)} {quote}"
    return f"{quote} {' '.join(count.words)}"


def _found(origin: Origin | None, quote: str, other: str) -> Finding:
    return AGAIN.found(origin, "", {"quote": quote, "other": other})
