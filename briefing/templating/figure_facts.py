"""The figures of a report as templates see them: each by itself, in groups and in tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

from briefing.figures import PARTS, FigureBook, Phrasebook, improved, share_value, target_value
from briefing.figures.fulfilment import briefly_moved, reached_in_table, word_of
from briefing.report import Figure, Report
from briefing.templating.on_demand import OnDemand
from briefing.templating.rows import bands
from briefing.templating.targets import target_table
from briefing.tracing import settled, stating

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
        return OnDemand(known, self._facts, name)

    @cached_property
    def _facts(self) -> dict[str, Callable[[str], Any]]:
        """What a template may ask of a figure by its name, by what it asks for."""
        figures, traced = self._report.figures, self._phrasebook.book.figures

        def plan_word(name: str) -> str | None:
            target = traced[name].target
            return settled(word_of(target)) if target and target.word else None

        return {
            "name": str,
            "number": lambda name: traced[name].value,
            "area": lambda name: self._heading(figures[name].area) or None,
            "out_of_label": lambda name: traced[name].out_of_label,
            "zero": lambda name: figures[name].value == 0,
            "group": lambda name: _is_group(figures[name]),
            "estimated": lambda name: figures[name].estimated,
            "depth": lambda name: self._depth(figures[name]) if figures[name].row else 0,
            "plan_word": plan_word,
            "whole_year": lambda name: bool((own := figures[name].target) and own.whole_year),
            "source": lambda name: figures[name].source,
            **self._phrases,
        }

    @cached_property
    def _phrases(self) -> dict[str, Callable[[str], Any]]:
        """What can be said of a figure by its name, by what a template asks for."""
        book = self._phrasebook.book
        phrases: dict[str, Callable[[str], Any]] = {
            part or "phrase": partial(_said, state, book) for part, state in PARTS.items()
        }
        tabled = {
            "target_value": target_value,
            "share_value": share_value,
            "reached": reached_in_table,
            **{part: PARTS[f"{part}_value"] for part in ("plan", "next_plan", "so_far")},
        }
        phrases |= {part: partial(_said, state, book) for part, state in tabled.items()}
        brief = partial(_said, briefly_moved, self._table_book)
        phrases |= {"moved": self._moved, "moved_briefly": brief}
        return {**phrases, "improved": partial(improved, book)}

    def _moved(self, name: str) -> str | None:
        """Return the change as a table says it; what a stated one is measured against stays."""
        stated = self._report.figures[name].change
        part = "compared" if stated and stated.base else "change"
        said = _said(PARTS[part], self._table_book, name)
        return said and self._fill(said)

    @cached_property
    def _table_book(self) -> FigureBook:
        style = self._report.figure_style.model_copy(update={"pair": False})
        return self._phrasebook.book.in_style(style)

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

    def _depth(self, figure: Figure) -> int:
        """Return how many rows of the table a row is a part of, one within the other."""
        rows, depth = self._report.figures, 0
        above = rows.get(figure.parent or "")
        while above is not None and above.row and depth < _DEEPEST:
            depth, above = depth + 1, rows.get(above.parent or "")
        return depth

    def listed(self, name: str, path: str) -> Mapping[str, Any] | None:
        """Return a figure that a list of the input's own data names; its label states the list."""
        if name not in self._report.figures:
            return None
        label = self._phrases["label"](name)
        told = stating(label, path) if self._phrasebook.traced else label
        return self.facts(name, label=told)


def _is_group(figure: Figure) -> bool:
    return bool(figure.criteria or figure.items)


def _said(state: Callable[[FigureBook, str], str | None], book: FigureBook, name: str) -> Any:
    said = state(book, name)
    return said and settled(said)
