"""Numbers of a pack's own tables that its templates print before another measure than theirs."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.packs.placed import MEASURE, cut, shape_of
from briefing.checking.packs.typed_values import measure_in
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.register import over_documents
from briefing.checking.units import plain_words
from briefing.findings import Finding, LooksAt, dotted, rule
from briefing.kinds import EXTRA, OwnColumn
from briefing.vietnamese import format_number

OTHER_MEASURE = rule("template/measure-of-another", looks_at=LooksAt.DOCUMENT)


@over_documents
def measures_of_own_numbers(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield numbers of a pack's own tables before a typed measure that is not their column's.

    A number that was worked out may well have another one.
    """
    known = {dotted(leaf.path): leaf.value for leaf in printed.leaves if leaf.path[0] == EXTRA}
    for line in printed.whole.running if known else ():
        for start, end, path in line.facts:
            column = _own_column(printed, shape_of(path))
            own = MEASURE.search(column.head) if column else None
            measure = measure_in(line.text[end:].lstrip())
            if column is None or own is None or measure is None:
                continue
            same = plain_words(own[1]) == plain_words(measure)
            if not same and line.text[start:end] == format_number(known.get(path) or 0):
                values = {"measure": measure, "own": column.head, "text": cut(line.text)}
                place = printed.place_of(line)
                yield OTHER_MEASURE.found(place, path, values)
                return


def _own_column(printed: PrintedFacts, shape: str) -> OwnColumn | None:
    """Return the column of a pack's own table that a fact of such a shape stands in."""
    top, _, rest = shape.partition(".")
    name, _, key = rest.partition("[].")
    field = printed.report.choices.fields.get(name) if top == EXTRA else None
    columns = field.columns if field else ()
    return next((one for one in columns if one.name == key), None)
