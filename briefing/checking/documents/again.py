"""What a finished document states more than once: in its body, its tables, its annex.

The same words may be said of another place or another period, so two numbers are questioned only
where one of them is the other with two digits swapped or a digit more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from briefing.checking.documents.grid import Grid, Row, plain
from briefing.figures.slips import one_slip_apart
from briefing.figures.text.named import Named, named_counts
from briefing.findings import Finding, LooksAt, Origin, Severity, rule
from briefing.vietnamese import format_number

AGAIN = rule("text/stated-again", Severity.WARNING, looks_at=LooksAt.TEXT)

_FEW = 2
"""Fewer words than these name too little."""

Placed = tuple[int, Origin | None, str, Named]


def stated_again(
    paragraphs: Sequence[tuple[str, Origin | None]], tables: Iterable[Sequence[Row]]
) -> Iterator[Finding]:
    """Yield the counts that a document states again, in the same words, with a digit changed."""
    counts = list(_counts(paragraphs))
    yield from _in_the_body(counts)
    yield from _in_tables(counts, tables)


def _counts(paragraphs: Sequence[tuple[str, Origin | None]]) -> Iterator[Placed]:
    for i, (text, origin) in enumerate(paragraphs):
        for count in named_counts(text):
            if len(count.words) >= _FEW:
                yield i, origin, text[count.start : count.end], count


def _in_the_body(counts: Sequence[Placed]) -> Iterator[Finding]:
    seen: dict[tuple[str, str, tuple[str, ...]], list[Placed]] = {}
    for placed in counts:
        number, origin, quote, count = placed
        earlier = seen.setdefault((count.before, count.unit, count.words), [])
        same = any(other.value == count.value for _, _, _, other in earlier)
        if not same:
            for first, _, said, other in earlier:
                if first != number and one_slip_apart(other.value, count.value):
                    yield _found(origin, _whole(quote, count), said)
                    break
            if len(earlier) < _MOST:
                earlier.append(placed)


_MOST = 20
"""The most values of one name that are kept."""


def _in_tables(counts: Sequence[Placed], tables: Iterable[Sequence[Row]]) -> Iterator[Finding]:
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


def _rows(tables: Iterable[Sequence[Row]]) -> dict[str, list[Decimal]]:
    """Return the numbers of the rows of tables by what the rows are called."""
    found: dict[str, list[Decimal]] = {}
    for rows in tables:
        for line in Grid(rows).lines:
            name = plain(line.name).removeprefix("tổng ").removeprefix("số ")
            cells = [cell for cell in line.cells if cell is not None]
            found.setdefault(name, []).extend(cells)
    return found


def _whole(quote: str, count: Named) -> str:
    return f"{quote} {' '.join(count.words)}"


def _found(origin: Origin | None, quote: str, other: str) -> Finding:
    return AGAIN.found(origin, "", {"quote": quote, "other": other})
