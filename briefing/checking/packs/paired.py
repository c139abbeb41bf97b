"""Facts of one thing that templates set beside those of another: whose name, unit and task is it.

A row of a table, or a line, tells of one item of a list; what stands there of two items of which
each has another part is put together wrongly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from briefing.checking.packs.placed import CONTENT, cut, shape_of
from briefing.checking.packs.typed_values import OTHER_UNIT
from briefing.checking.printed.lines import Fact, PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.whole import PrintedPart
from briefing.checking.register import over_documents
from briefing.checking.units import plain_words
from briefing.findings import Finding, LooksAt, dotted, rule
from briefing.kinds import EXTRA

OTHER_ITEM = rule("template/other-item", looks_at=LooksAt.DOCUMENT)
NO_FACTS = rule("template/column-without-facts", looks_at=LooksAt.DOCUMENT)

_NUMBERS = frozenset({"value", "out_of", "previous", "rate", "target.value", "change"})

ToldFigures = dict[str, dict[str, str]]
"""By item of a list, such as ``tasks[0]``, what is printed of it: by key, in which words."""


@over_documents
def items_of_others(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield lines and rows that put a part of one item of a list beside that of another."""
    if printed.beneath is None:
        return
    known = {dotted(leaf.path): str(leaf.value) for leaf in printed.leaves}
    told: set[str] = set()
    for facts in _rows_and_lines(printed):
        for items in _items(facts).values():
            found = _mixed(items, known)
            if found and shape_of(found[1]) not in told:
                told.add(shape_of(found[1]))
                yield _beside(printed, *found, items)
    for row in _rows(printed):
        figures = _figures([*_facts(row)])
        if found := _other_figure(figures, known):
            yield _beside(printed, *found, figures)
            return


def _beside(
    printed: PrintedFacts, one: str, other: str, items: Mapping[str, dict[str, str]]
) -> Finding:
    """Return the finding that a fact stands beside another, which is none of the same item."""
    said = {f"{item}.{key}": text for item, keys in items.items() for key, text in keys.items()}
    values = {"path": other, "fact": cut(said[other]), "other": one, "beside": cut(said[one])}
    place = printed.beneath.read_at(shape_of(other)) if printed.beneath else None
    return OTHER_ITEM.found(place or printed.place_in_pack([]), other, values)


def _rows(printed: PrintedFacts) -> Iterator[tuple[PrintedLine, ...]]:
    for part in printed.whole.parts:
        for table in part.tables:
            yield from table.rows


def _facts(row: Iterable[PrintedLine]) -> Iterator[tuple[str, str]]:
    for cell in row:
        yield from map(partial(_worded, cell), cell.facts)


def _worded(line: PrintedLine, fact: Fact) -> tuple[str, str]:
    start, end, path = fact
    return path, line.text[start:end]


def _rows_and_lines(printed: PrintedFacts) -> Iterator[list[tuple[str, str]]]:
    yield from ([*_facts(row)] for row in _rows(printed))
    yield from ([*_facts([line])] for line in printed.whole.running)


def _items(facts: Iterable[tuple[str, str]]) -> dict[str, ToldFigures]:
    """Return what is told of the items of each list of the input."""
    found: dict[str, ToldFigures] = defaultdict(lambda: defaultdict(dict))
    for path, text in facts:
        name, bracket, rest = path.partition("[")
        at, closed, key = rest.partition("].")
        top = name.partition(".")[0]
        if bracket and closed and (top in CONTENT or top == EXTRA):
            found[name][f"{name}[{at}]"][key] = text
    return found


def _mixed(items: ToldFigures, known: Mapping[str, str]) -> tuple[str, str] | None:
    """Return a fact of one item and what stands beside it of another, where no key is told twice.

    What the item says itself in the same words is as right.
    """
    if len(items) < 2 or sum(map(len, items.values())) > len(set().union(*items.values())):
        return None
    first, *others = items
    for other in others:
        for key, text in items[other].items():
            if known.get(f"{first}.{key}") != known.get(f"{other}.{key}", text):
                return f"{first}.{next(iter(items[first]))}", f"{other}.{key}"
    return None


def _figures(facts: Iterable[tuple[str, str]]) -> ToldFigures:
    found: ToldFigures = defaultdict(dict)
    for path, text in facts:
        group, _, rest = path.partition(".")
        name, _, key = rest.partition(".")
        if group == "figures" and key:
            found[f"figures.{name}"][key] = text
    return found


def _other_figure(figures: ToldFigures, known: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the label or the unit of a figure in a row that has its number from another one."""
    counted = [name for name, keys in figures.items() if _NUMBERS & set(keys)]
    if len(counted) != 1 or len(figures) < 2:
        return None
    own = counted[0]
    for name, keys in figures.items():
        for key in ("label", "unit") if name != own else ():
            stands = key in keys and key not in figures[own]
            if stands and known.get(f"{own}.{key}") != known.get(f"{name}.{key}"):
                number = next(one for one in figures[own] if one in _NUMBERS)
                return f"{own}.{number}", f"{name}.{key}"
    return None


@over_documents
def typed_units_of_rows(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield rows of one figure in which the unit of another one is typed."""
    if printed.beneath is None:
        return
    figures = printed.report.figures
    units = {plain_words(figure.unit) for figure in figures.values() if figure.unit}
    for row in _rows(printed):
        said = _figures([*_facts(row)])
        name = next(iter(said)).partition(".")[2] if len(said) == 1 else ""
        figure = figures.get(name)
        if figure is None or not figure.unit or "unit" in said[f"figures.{name}"]:
            continue
        typed = {plain_words(cell.text): cell.text for cell in row if not cell.facts}
        others = [typed[unit] for unit in units if unit in typed]
        if others and plain_words(figure.unit) not in typed:
            values = {"unit": others[0], "own": figure.unit, "label": figure.label, "name": name}
            values["text"] = cut(" | ".join(cell.text for cell in row))
            place = printed.place_in_pack([others[0]])
            yield OTHER_UNIT.found(place, f"figures.{name}.unit", values)
            return


@over_documents
def columns_without_facts(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield columns that usually show facts of the input, and show none in a pack's table."""
    # What is dropped with its rows is told as that.
    if printed.beneath is None or printed.dropped:
        return
    usual = {head for head, cells in _columns(printed.beneath.whole.parts) if _any_facts(cells)}
    seen = {head for head, cells in _columns(printed.whole.parts) if _any_facts(cells)}
    for head, cells in _columns(printed.whole.parts):
        if head in usual - seen and cells:
            yield NO_FACTS.found(printed.place_in_pack([head]), values={"head": head})


def _columns(parts: Iterable[PrintedPart]) -> Iterator[tuple[str, tuple[PrintedLine, ...]]]:
    for part in parts:
        for table in part.tables:
            yield from table.columns()


def _any_facts(cells: Iterable[PrintedLine]) -> bool:
    return any(cell.facts for cell in cells)
