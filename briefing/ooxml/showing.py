"""A whole document: its body, then the notes that it calls, then headers and footers."""

from __future__ import annotations

from briefing.ooxml.names import AnyElement, attribute, child, children, is_on, name_of
from briefing.ooxml.package import Package
from briefing.ooxml.story import Story
from briefing.ooxml.styles import Styles
from briefing.ooxml.view import Passage, ShownContent, TableView

_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}
_MARGINS = {"w:headerReference": "header", "w:footerReference": "footer"}


def shown(content: bytes) -> ShownContent:
    """Return what a Word file shows.

    Raises OversizeError for a package that grows beyond measure, and errors of zipfile, lxml and
    ValueError for what is no Word file.
    """
    reading = _Reading(Package(content))
    return ShownContent(tuple(reading.passages), tuple(reading.tables), tuple(reading.unread))


class _Reading:
    def __init__(self, package: Package) -> None:
        self.passages: list[Passage] = []
        self.tables: list[TableView] = []
        self.unread: dict[str, None] = {}
        self._package = package
        self._styles = Styles(self._first("styles"))
        tree = package.tree(package.main)
        body = child(tree, "w:body")
        if body is None:
            raise ValueError
        notes = self._story(body)
        for part, numbered in _NOTES.items():
            wanted = list(dict.fromkeys(one for kind, one in notes if kind == part))
            self._notes(part, numbered, wanted)
        for part, name in self._margins(tree):
            self._story(package.tree(name), part)

    def _first(self, kind: str) -> AnyElement | None:
        names = self._package.related(self._package.main, kind)
        return self._package.tree(names[0]) if names else None

    def _story(
        self, element: AnyElement, part: str = "", number: int | None = None
    ) -> list[tuple[str, str]]:
        story = Story(self._styles, part)
        story.read(element, number)
        self.passages += story.passages
        self.tables += story.tables
        self.unread |= story.found.unread
        return story.found.notes

    def _notes(self, part: str, kind: str, wanted: list[str]) -> None:
        tree = self._first(kind) if wanted else None
        if tree is None:
            return
        notes = {attribute(note, "w:id"): note for _, note in children(tree)}
        for number, identity in enumerate(wanted, start=1):
            if identity in notes:
                self._story(notes[identity], part, number)

    def _margins(self, tree: AnyElement) -> list[tuple[str, str]]:
        """Return the headers and footers that some page shows, each once."""
        settings = self._first("settings")
        even = is_on(child(settings, "w:evenAndOddHeaders"))
        found: dict[tuple[str, str], None] = {}
        for section in (one for one in tree.iter() if name_of(one) == "w:sectPr"):
            shows = {"default": True, "even": even, "first": is_on(child(section, "w:titlePg"))}
            for name, reference in children(section):
                if name in _MARGINS and shows.get(attribute(reference, "w:type")):
                    part = self._package.linked(self._package.main, attribute(reference, "r:id"))
                    if part:
                        found[_MARGINS[name], part] = None
        return list(found)
