"""Sections called by name in sentences: ``nêu tại {ket_qua}`` is “nêu tại mục II.3”."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.report import Report, placed_sections

SECTION_PARTS = ("title",)
"""What can be asked of a section beside its number: ``{ket_qua.title}``."""

_UNNUMBERED = "mục này"
"""Stands for the number of a section where no document is made."""


class CitedSections:
    """The sections of a report by name; ``numbers`` are those of the document that is made."""

    def __init__(self, report: Report, numbers: Mapping[str, str] | None = None) -> None:
        self._titles = {
            placed.section.name: placed.section.title
            for placed in placed_sections(report)
            if placed.section.name and placed.section.headed
        }
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
        return None if part else self._numbers.get(name, _UNNUMBERED)
