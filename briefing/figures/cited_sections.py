"""Sections, tables and annexes called by name: ``nêu tại {ket_qua}`` is “nêu tại mục II.3”."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.report import TARGETS_TABLE, Report, placed_sections

SECTION_PARTS = ("title",)
"""What can be asked of a section beside its number: ``{ket_qua.title}``."""

_UNNUMBERED = "mục này"
"""Stands for the number of a section where no document is made."""

_UNNUMBERED_TABLE = "biểu kèm theo"
"""The same of a table and of an annex."""


class CitedSections:
    """What a report names of its outline, its tables and its annexes, with their numbers.

    ``numbers`` are those of the document that is made.
    """

    def __init__(self, report: Report, numbers: Mapping[str, str] | None = None) -> None:
        self._titles = {
            placed.section.name: placed.section.title
            for placed in placed_sections(report)
            if placed.section.name and placed.section.headed
        }
        self._tables = {name: table.title for name, table in report.tables.items()}
        self._tables |= {name: annex.title for name, annex in report.annexes.items()}
        if report.targets_annexed and TARGETS_TABLE not in self._tables:
            rows = any(figure.row for figure in report.figures.values())
            headings = report.choices.wording.headings
            self._tables[TARGETS_TABLE] = headings["targets_annex" if rows else "figures_annex"]
        self._titles |= self._tables
        self._numbers = numbers or {}

    def __contains__(self, name: str) -> bool:
        return name in self._titles

    @property
    def names(self) -> list[str]:
        """The names that sentences can use."""
        return list(self._titles)

    def said(self, name: str, part: str) -> str | None:
        """Return the number of a section or a part of it, ``None`` for what it has not."""
        if part == "title":
            title = self._titles[name]
            return title and title.rstrip(":")
        unnumbered = _UNNUMBERED_TABLE if name in self._tables else _UNNUMBERED
        return None if part else self._numbers.get(name, unnumbered)
