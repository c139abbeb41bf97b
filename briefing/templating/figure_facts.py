"""The figures of a report as templates see them: each by itself, in groups and in tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from briefing.figures import PARTS, FigureBook, Phrasebook, improved, share_value, target_value
from briefing.figures.fulfilment import briefly_moved, reached_in_table, word_of
from briefing.report import Figure, Report
from briefing.templating.on_demand import OnDemand
from briefing.templating.rows import bands
from briefing.templating.targets import target_table
from briefing.tracing import settled, stating

_State = Callable[[FigureBook, str], str | None]
_Maker = Callable[[tuple["FigureFacts", str]], Any]

_DEEPEST = 3
"""How deep rows of the table of targets stand in."""


class FigureFacts:
    """Makes the facts of figures, the words of which a phrasebook has.

    ``fill`` puts words in place of names in a text; ``heading`` gives that of an area.
    """

    def __init__(
        self,
        phrasebook: Phrasebook,
        report: Report,
        fill: Callable[..., str],
        heading: Callable[[str | None], str],
    ) -> None:
        self._phrasebook = phrasebook
        self._report = report
        self._fill = fill
        self._heading = heading

    def facts(self, name: str, **known: str) -> Mapping[str, Any]:
        """Return what a template may ask of a figure; ``known`` is said in place of its own."""
        # Little of it is printed of any one figure, so each fact is made when it is asked for.
        return OnDemand(known, _FACTS, (self, name))

    @property
    def book(self) -> FigureBook:
        """The figures as sentences state them."""
        return self._phrasebook.book

    @cached_property
    def table_book(self) -> FigureBook:
        """The figures as a table states them, where every column has its own number."""
        style = self._report.figure_style.model_copy(update={"pair": False})
        return self.book.in_style(style)

    def said(self, state: _State, name: str, *, in_table: bool = False) -> Any:
        """Return what is said of a figure, in running text or as a table says it."""
        words = state(self.table_book if in_table else self.book, name)
        return settled(words) if words and self._phrasebook.traced else words

    def figure(self, name: str) -> Figure:
        """Return a figure as the input has it."""
        return self._report.figures[name]

    def area(self, name: str) -> str | None:
        """Return the heading of the area that a figure belongs to."""
        return self._heading(self.figure(name).area) or None

    def plan_word(self, name: str) -> str | None:
        """Return what the plan of a figure is called where it is not called a plan."""
        target = self.book.figures[name].target
        return settled(word_of(target)) if target and target.word else None

    def whole_year(self, name: str) -> bool:
        """Say whether the plan of a figure is that of a whole year."""
        target = self.figure(name).target
        return bool(target and target.whole_year)

    def moved(self, name: str) -> str | None:
        """Return the change as a table says it; what a stated one is measured against stays."""
        stated = self.figure(name).change
        part = "compared" if stated and stated.base else "change"
        said = self.said(PARTS[part], name, in_table=True)
        return said and self._fill(said)

    def by_area(self, figures: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Return the figures, all of the report, under the headings of their areas, each once."""
        left_out = self._report.choices.wording.figures.leave_out
        groups: dict[str, list[Mapping[str, Any]]] = {}
        for (name, own), figure in zip(self._report.figures.items(), figures, strict=True):
            if not own.row and not _is_group(own) and name not in left_out:
                groups.setdefault(self._heading(own.area), []).append(figure)
        # What belongs to no area comes after all that does.
        in_order = sorted(groups.items(), key=lambda group: not group[0])
        return [{"area": area, "figures": members} for area, members in in_order]

    def target_table(
        self, groups: list[dict[str, Any]], last: str, columns: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """Return the table of targets without the rows that the pack leaves out."""
        table, words = self._report.choices.wording.figures, self._phrasebook.words
        table = replace(table, columns=columns) if columns else table
        kept = [
            {**group, "rows": rows}
            for group in groups
            if (rows := [row for row in group["rows"] if row["name"] not in table.leave_out])
        ]
        names = {"this": words["this"], "coming": words["coming"], "last_period": last}
        return target_table(kept, table, self._phrasebook.with_words, names)

    def indicator_groups(self, figures: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Return the rows of the table of targets under their headings, parts below their whole."""
        if not any(figure.row for figure in self._report.figures.values()):
            return []
        known, traced = {f["name"]: f for f in figures}, self._phrasebook.book.figures
        return [
            {"title": traced[names[0]].group, "rows": [known[name] for name in names]}
            for names in bands(self._report.figures)
        ]

    def depth(self, name: str) -> int:
        """Return how many rows of the table a row is a part of, one within the other."""
        rows, depth = self._report.figures, 0
        above = rows.get(rows[name].parent or "") if rows[name].row else None
        while above is not None and above.row and depth < _DEEPEST:
            depth, above = depth + 1, rows.get(above.parent or "")
        return depth

    def listed(self, name: str, path: str) -> Mapping[str, Any] | None:
        """Return a figure that a list of the input's own data names; its label states the list."""
        if name not in self._report.figures:
            return None
        label = self.said(PARTS["label"], name)
        told = stating(label, path) if self._phrasebook.traced else label
        return self.facts(name, label=told)


def _is_group(figure: Figure) -> bool:
    return bool(figure.criteria or figure.items)


def _stated(state: _State, *, in_table: bool = False) -> _Maker:
    """Return what makes the words that state a figure, in running text or in a table."""

    def stated(asked: tuple[FigureFacts, str]) -> Any:
        facts, name = asked
        return facts.said(state, name, in_table=in_table)

    return stated


def _known(tell: Callable[[FigureFacts, str], Any]) -> _Maker:
    return lambda asked: tell(*asked)


_FACTS: Mapping[str, _Maker] = {
    "name": _known(lambda _, name: name),
    "number": _known(lambda facts, name: facts.book.figures[name].value),
    "area": _known(FigureFacts.area),
    "out_of_label": _known(lambda facts, name: facts.book.figures[name].out_of_label),
    "zero": _known(lambda facts, name: facts.figure(name).value == 0),
    "group": _known(lambda facts, name: _is_group(facts.figure(name))),
    "estimated": _known(lambda facts, name: facts.figure(name).estimated),
    "depth": _known(FigureFacts.depth),
    "plan_word": _known(FigureFacts.plan_word),
    "whole_year": _known(FigureFacts.whole_year),
    "source": _known(lambda facts, name: facts.figure(name).source),
    **{part or "phrase": _stated(state) for part, state in PARTS.items()},
    "target_value": _stated(target_value),
    "share_value": _stated(share_value),
    "reached": _stated(reached_in_table),
    **{part: _stated(PARTS[f"{part}_value"]) for part in ("plan", "next_plan", "so_far")},
    "moved": _known(FigureFacts.moved),
    "moved_briefly": _stated(briefly_moved, in_table=True),
    "improved": _known(lambda facts, name: improved(facts.book, name)),
}
"""What a template may ask of a figure: the facts of the input, then what is said of them."""
