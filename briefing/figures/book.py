"""The figures of one report, each with its last period, wherever that is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import copy
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from briefing.figures.periods import worded
from briefing.figures.statements import Change, Unchanged
from briefing.figures.units import factor, same_kind
from briefing.patterns import Pattern
from briefing.report import Figure, FigureStyle, Names, Report, TracedGroups, field_roles, is_vague

LINKS = tuple(name for name, role in field_roles(Figure).items() if role.names is Names.FIGURE)
"""The keys of a figure that name other figures."""

_MEMBERS = ("parts", "criteria", "items")


_YEAR = Pattern(r"(?<!\d)\d{4}(?!\d)", re.ASCII)


class FigureBook:
    """Looks figures up by name and knows what they are compared with.

    The value of the last period comes from the figure itself, otherwise from the report of the
    year before, matched by name. Those of a ``traced`` book know their paths, so that phrases made
    of them do as well.
    """

    def __init__(self, report: Report, *, traced: bool = False) -> None:
        self.figures: Mapping[str, Figure] = worded(report)
        if traced:
            self.figures = TracedGroups(self.figures, "figures", field_roles(Report)["figures"])
        self.style: FigureStyle = report.figure_style
        self._period = report.period
        self._last = report.last_report
        self.changes: dict[str, Change | Unchanged | None] = {}
        """The changes that were worked out so far, by the names of their figures."""

    def in_style(self, style: FigureStyle) -> FigureBook:
        """Return the same figures, to be worded in another style."""
        book = copy(self)
        book.style = style
        book.changes = self.changes if style.places == self.style.places else {}
        return book

    def previous(self, name: str) -> Decimal | None:
        """Return the value of the period before, or ``None`` when nothing says it."""
        figure = self.figures[name]
        if figure.previous is not None or self._last is None:
            return figure.previous
        last = self._last.figures.get(name)
        if last is None or is_vague(last) or not same_kind(last.unit, figure.unit):
            return None
        if last.value is None or self._measured_elsewhere(figure):
            return None
        return _in_unit(last.value, factor(last.unit, figure.unit))

    def _measured_elsewhere(self, figure: Figure) -> bool:
        """Whether a change is against another year than that of the last report."""
        base = figure.change.base if figure.change else None
        years = set(_YEAR.findall(base or ""))
        return bool(years) and self._last is not None and str(self._last.period.year) not in years

    def places(self, figure: Figure) -> int:
        """Return the places of percentages that are worked out of a figure: its own, or all's."""
        return self.style.places if figure.places is None else figure.places

    def base(self, name: str) -> str:
        """Return what a change is measured against: ``cùng kỳ năm 2022``."""
        change = self.figures[name].change
        if change and change.base:
            return change.base
        last = self._period.last_name
        if (
            self._period.type == "year"
            and not self._period.called
            and self.style.against == "cùng kỳ năm"
        ):
            return f"cùng kỳ {last}"
        return last

    def links(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield the figures that a figure names, each with the key that names it."""
        figure = self.figures[name]
        for key in LINKS:
            # Few figures name others, and every rule asks all of them.
            if named := getattr(figure, key):
                for other in [named] if isinstance(named, str) else named:
                    yield key, other

    def rings(self) -> Iterator[list[str]]:
        """Yield the rings of figures that need each other, each from a name back to itself."""
        done: set[str] = set()
        told: set[str] = set()
        for first in self.figures:
            way, todo = [first], [self._members(first)]
            # Where each figure of the way stands on it.
            at = {first: 0}
            while todo and first not in done:
                name = next(todo[-1], None)
                if name is None:
                    todo.pop()
                    done.add(way[-1])
                    del at[way.pop()]
                elif name in at and way[-1] not in told:
                    ring = way[at[name] :]
                    told.update(ring)
                    yield [*ring, name]
                elif name in self.figures and name not in done and name not in at:
                    at[name] = len(way)
                    way.append(name)
                    todo.append(self._members(name))

    def _members(self, name: str) -> Iterator[str]:
        """Yield the figures that a figure is made of, from whichever side that is said."""
        yield from (other for key, other in self.links(name) if key in _MEMBERS)
        yield from self._shares.get(name, ())

    @cached_property
    def parts_of_rows(self) -> dict[str, list[str]]:
        """The rows that are parts (“trong đó”) of another, by that other one."""
        found: dict[str, list[str]] = {}
        for name, figure in self.figures.items():
            if figure.row and figure.parent:
                found.setdefault(figure.parent, []).append(name)
        return found

    @cached_property
    def _shares(self) -> dict[str, list[str]]:
        """The figures that say of which other one they are a share, by that other one."""
        shares: dict[str, list[str]] = {}
        for name, figure in self.figures.items():
            for whole in (figure.share_of, figure.parent):
                if whole:
                    shares.setdefault(whole, []).append(name)
        return shares


def _in_unit(number: Decimal, times: Fraction) -> Decimal:
    """Return a number in a unit so many times smaller: 1,2 tỷ đồng are 1200 triệu đồng."""
    return number if times == 1 else number * times.numerator / times.denominator
