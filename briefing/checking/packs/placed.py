"""Facts that templates of a pack set under the heading, the column or the label of others.

What usually stands where is read from the document that the program's own templates make.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.outermost_keys import outermost, outermost_of
from briefing.checking.printed.whole import PrintedPart, PrintedWhole
from briefing.checking.register import over_documents
from briefing.findings import Finding, LooksAt, rule
from briefing.kinds import EXTRA, OwnColumn
from briefing.patterns import Pattern

OTHER_HEADING = rule("template/other-heading", looks_at=LooksAt.DOCUMENT)
OTHER_COLUMN = rule("template/other-column", looks_at=LooksAt.DOCUMENT)
OTHER_LABEL = rule("template/other-label", looks_at=LooksAt.DOCUMENT)
OTHER_MEASURE = rule("template/other-measure", looks_at=LooksAt.DOCUMENT)

CONTENT = frozenset(
    (
        *("situation", "results", "models", "strengths", "limitations", "causes", "lessons"),
        *("forecast", "targets", "tasks", "proposals"),
    )
)
"""The keys of an input that have a heading of their own."""

_SORTS = (
    frozenset({"results", "models", "strengths"}),
    frozenset({"limitations", "causes", "lessons"}),
    frozenset({"forecast", "targets", "tasks"}),
)
"""What goes under one heading in documents that say less."""

_AT = re.compile(r"\[\d+\]")
_LABEL = Pattern(r"(?:^|[.;:(),–])\s*([^.;:(),–]{2,40}):\s*$")
MEASURE = Pattern(r"\(([^()]+)\)\s*$")
_MEASURED = frozenset({"value", "out_of", "previous", "target.value", "target.up_to"})
_QUOTED = 60


def shape_of(path: str) -> str:
    """Return a path without positions: ``tasks[0].lead`` is ``tasks[].lead``."""
    return _AT.sub("[]", path)


def cut(text: str) -> str:
    """Return a text as it is quoted."""
    said = " ".join(text.split())
    return said if len(said) <= _QUOTED else f"{said[:_QUOTED].rstrip()}…"


def content_of(lines: Iterable[PrintedLine]) -> dict[str, str]:
    """Return the facts of an input's parts that lines state, each with its words."""
    return {
        path: line.text[start:end]
        for line in lines
        for start, end, path in line.facts
        if outermost(path) in CONTENT
    }


@over_documents
def under_other_headings(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield the headings below which nothing stands but what usually stands under others."""
    if printed.beneath is None or not printed.beneath.whole.parts:
        return
    usual = headings_around(printed.beneath.whole.main)
    titles = {title for around in usual.values() for title in around}
    for at, part in enumerate(printed.whole.main):
        facts = content_below(printed.whole.main, at) if part.title in titles else {}
        strange = [path for path in facts if path in usual and part.title not in usual[path]]
        known = [path for path in facts if path in usual]
        if not known or len(strange) < len(known):
            continue
        if not printed.beneath.alike and _goes_with(part.title, strange, usual):
            continue
        first = strange[0]
        own = usual[first][-1] if usual[first] else ""
        values = {"path": first, "fact": cut(facts[first]), "heading": part.title, "own": own}
        place = printed.beneath.read_at(shape_of(first))
        yield OTHER_HEADING.found(place, first, values)


def content_below(parts: Sequence[PrintedPart], at: int) -> dict[str, str]:
    """Return the facts below a heading, and below those under it."""
    facts = content_of(parts[at].lines)
    for part in parts[at + 1 :]:
        if part.level <= parts[at].level:
            break
        facts |= content_of(part.lines)
    return facts


def _goes_with(title: str, paths: Iterable[str], usual: Mapping[str, Sequence[str]]) -> bool:
    """Say whether a kind of a pack's own may well print facts under the heading of others."""
    under = {outermost(path) for path, around in usual.items() if title in around}
    tops = outermost_of(paths)
    if "results" in under and "results" in tops:
        return False
    return any(under & sort and tops & sort for sort in _SORTS)


def headings_around(parts: Iterable[PrintedPart]) -> dict[str, tuple[str, ...]]:
    """Return by fact the headings around it, the innermost last."""
    found: dict[str, tuple[str, ...]] = {}
    for part in parts:
        for path in content_of(part.lines):
            found[path] = (*found.get(path, ()), *part.within)
    return found


@over_documents
def in_other_columns(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield the columns that hold what usually stands in others, and nothing of their own."""
    if printed.beneath is None:
        return
    usual: dict[str, set[str]] = defaultdict(set)
    for head, cells in _columns(printed.beneath.whole):
        usual[head] |= _shapes(cells)
    elsewhere = {head: set().union(*(usual[o] for o in usual if o != head)) for head in usual}
    for head, cells in _columns(printed.whole):
        shapes, own = _shapes(cells), usual.get(head, set())
        if not own or not shapes or shapes & own:
            continue
        if shapes <= elsewhere[head] or (shapes | own) <= _MEASURED | elsewhere[head] | own:
            yield _in_column(printed, head, cells)


@over_documents
def in_columns_of_own_fields(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield the columns of a pack's own tables under the head or the unit of another one."""
    fields = printed.report.choices.fields
    for head, cells in _columns(printed.whole) if fields else ():
        for shape in _shapes(cells):
            top, _, rest = shape.partition(".")
            name, _, key = rest.partition("[].")
            field = fields.get(name) if top == EXTRA else None
            column = (
                next((one for one in field.columns if one.name == key), None) if field else None
            )
            if field is None or column is None or _same(head, column.head):
                continue
            if any(_same(head, other.head) for other in field.columns if other is not column):
                yield _in_column(printed, head, cells)
            elif _measures_otherwise(head, column):
                values = {"head": head, "own": column.head}
                yield OTHER_MEASURE.found(printed.place_in_pack([head]), values=values)


def _measures_otherwise(head: str, column: OwnColumn) -> bool:
    """Say whether a head is that of a column but for the unit that it gives in brackets."""
    said, own = MEASURE.search(head), MEASURE.search(column.head)
    if not said or not own or not _same(head[: said.start()], column.head[: own.start()]):
        return False
    return not _same(said[1], own[1]) and not any(map(str.isdigit, said[1]))


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _in_column(printed: PrintedFacts, head: str, cells: Iterable[PrintedLine]) -> Finding:
    cell = next(cell for cell in cells if cell.facts)
    path = cell.facts[0][2]
    place = printed.place_in_pack([head])
    if printed.beneath is not None:
        place = printed.beneath.read_at(shape_of(path)) or place
    return OTHER_COLUMN.found(place, path, {"path": path, "fact": cut(cell.text), "head": head})


def _columns(whole: PrintedWhole) -> Iterator[tuple[str, tuple[PrintedLine, ...]]]:
    for part in whole.parts:
        for table in part.tables:
            yield from table.columns()


def _shapes(cells: Iterable[PrintedLine]) -> set[str]:
    """Return the sorts of facts of a column; of figures their keys alone, whatever they count."""
    return {_sort(path) for cell in cells for _, _, path in cell.facts}


def _sort(path: str) -> str:
    group, _, rest = path.partition(".")
    return rest.partition(".")[2] or path if group == "figures" else shape_of(path)


@over_documents
def behind_other_labels(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield facts behind a label that usually stands before another of the same group."""
    if printed.beneath is None:
        return
    usual: Mapping[str, set[str]] = _labels(printed.beneath.whole)
    told: set[str] = set()
    for label, path, text in labelled_facts(printed.whole):
        shape = shape_of(path)
        if label not in usual or shape in usual[label] or shape in told:
            continue
        if any(outermost(shape) == outermost(other) for other in usual[label]):
            told.add(shape)
            values = {"label": label, "path": path, "fact": cut(text)}
            yield OTHER_LABEL.found(printed.beneath.read_at(shape), path, values)


def _labels(whole: PrintedWhole) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for label, path, _ in labelled_facts(whole):
        found[label].add(shape_of(path))
    return found


def labelled_facts(whole: PrintedWhole) -> Iterator[tuple[str, str, str]]:
    """Yield the facts of the text that stand behind a label: it, path, words."""
    for line in whole.running:
        end = 0
        for start, stop, path in line.facts:
            label = _LABEL.search(line.text, end, start) if start >= end else None
            if label and outermost(path) in CONTENT:
                yield " ".join(label[1].casefold().split()), path, line.text[start:stop]
            end = max(end, stop)
