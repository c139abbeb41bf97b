"""Open findings as notes of a draft, each at the place that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pydantic import BaseModel

from briefing.document import Document, Line, Run, change_lines, lines_of
from briefing.findings import Finding, Severity
from briefing.report import Report


def annotate(document: Document, findings: Iterable[Finding], language: str) -> Document:
    """Return the draft with a note for every finding that stops or warns.

    A note stands at the end of the line that has the gap or states the fact which it is about, else
    one of the same group of facts; one without a place in the document stands at its title.
    """
    open_findings = [f for f in findings if f.severity is not Severity.INFO]
    places = _Places(document)
    notes: dict[int, list[int]] = {}
    for number, finding in enumerate(open_findings):
        notes.setdefault(id(places.of(finding.path)), []).append(number)
    words = tuple(f"{f.message(language)} → {f.remedy(language)}" for f in open_findings)
    noted = change_lines(document, lambda line: _noted(line, notes.pop(id(line), [])))
    return replace(noted, notes=words)


def _noted(line: Line, numbers: list[int]) -> Line:
    return line + tuple(Run("", note=number) for number in numbers)


class _Places:
    """Where a document has the gap of a fact, or states it."""

    def __init__(self, document: Document) -> None:
        lines = [line for line in lines_of(document) if line]
        self._title = document.content.kind or lines[0]
        self._gaps: dict[str, Line] = {}
        self._facts: dict[str, Line] = {}
        for line in lines:
            for run in line:
                if run.gap:
                    self._gaps.setdefault(run.gap, line)
                for _, _, path in run.facts:
                    for whole in _upward(path):
                        self._facts.setdefault(whole, line)

    def of(self, path: str) -> Line:
        """Return the first line that is about a fact, or about the smallest group around it."""
        if path in self._gaps:
            return self._gaps[path]
        found = (self._facts[whole] for whole in _upward(path) if whole in self._facts)
        return next(found, self._title)


_GROUPS = {
    name
    for name, field in Report.model_fields.items()
    for kind in (field.annotation, *getattr(field.annotation, "__args__", ()))
    if isinstance(kind, type) and issubclass(kind, BaseModel)
}
"""Keys that hold one group of facts; whatever is missed of it stands at what there is of it."""


def _upward(path: str) -> Iterator[str]:
    """Yield a path and those around it up to one thing: ``tasks[3]``, ``people.an``, ``issuer``."""
    yield path
    while path:
        cut = max(path.rfind("."), path.rfind("["))
        if cut < 0:
            return
        path = path[:cut]
        alone = "." not in path and "[" not in path
        if not alone or path in _GROUPS:
            yield path
