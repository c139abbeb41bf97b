"""Packs whose templates differ in words only: what going through one gave holds for the others.

What templates read, and what is wrong with it, follows from their tags and values. Of the text
between them only the names of documents count; whatever else it says is looked at file by file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from jinja2 import nodes

from briefing.findings import Finding, Origin
from briefing.linting.layers import Layer
from briefing.linting.markdown import titles
from briefing.templating.sources import TemplateSource, parser, parts
from briefing.values import record

_WORDS = frozenset(
    {"data", "whitespace", "comment_begin", "comment", "comment_end", "raw_begin", "raw_end"}
)


@record
class Gone:
    """What going through the kinds of a layer gave.

    ``printed`` are the blocks that its files print, by file.
    """

    files: Mapping[str, TemplateSource]
    printed: Mapping[str, set[str]]
    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...]


class Alike:
    """What was gone through so far, by what lies below it and what it says but for its words."""

    def __init__(self) -> None:
        self._known: dict[object, Gone] = {}

    def keep(self, below: tuple[Path, ...], layer: Layer, gone: Gone) -> None:
        """Keep what a layer over some folders gave; macros of its own may be called later on."""
        if not any(parts(source.tree, nodes.Macro) for source in layer.files.values()):
            self._known[below, _likeness(layer.files)] = gone

    def found(self, below: tuple[Path, ...], layer: Layer) -> Gone | None:
        """Return what a layer gives by what one like it gave; ``None`` where there was none."""
        gone = self._known.get((below, _likeness(layer.files)))
        if gone is None:
            return None
        try:
            moved = _Moved(gone.files, layer.files)
            findings, notes = moved.all(gone.findings), moved.all(gone.notes)
        except LookupError:
            return None
        return replace(gone, files=layer.files, findings=findings, notes=notes)


class _Moved:
    """Puts findings on some files at the same places of others."""

    def __init__(
        self, files: Mapping[str, TemplateSource], others: Mapping[str, TemplateSource]
    ) -> None:
        self._to = {str(source.path): (source, others[name]) for name, source in files.items()}
        self._lines: dict[str, dict[int, set[int]]] = {}

    def all(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return them; raises LookupError where one line has become several."""
        return tuple(replace(one, origin=self._origin(one.origin)) for one in findings)

    def _origin(self, origin: Origin | None) -> Origin | None:
        if origin is None or origin.file not in self._to:
            return origin
        line = origin.line and self._line(origin.file, origin.line)
        return replace(origin, file=str(self._to[origin.file][1].path), line=line)

    def _line(self, file: str, line: int) -> int:
        if file not in self._lines:
            found = self._lines[file] = dict[int, set[int]]()
            for before, now in zip(*map(_numbers, self._to[file]), strict=True):
                found.setdefault(before, set()).add(now)
        places = self._lines[file].get(line, set())
        if len(places) != 1:
            raise LookupError(line)
        return min(places)


def _likeness(files: Mapping[str, TemplateSource]) -> object:
    """Return what is the same for templates that differ in words only."""
    return tuple(
        (
            name,
            tuple((sort, value) for _, sort, value in _tokens(source)),
            frozenset(line.within for line in titles(source)),
        )
        for name, source in files.items()
    )


def _tokens(source: TemplateSource) -> list[tuple[int, str, str]]:
    return [token for token in parser().lex(source.text) if token[1] not in _WORDS]


def _numbers(source: TemplateSource) -> list[int]:
    return [number for number, _, _ in _tokens(source)]
