"""Open findings as notes of a draft, each at the place that it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from heapq import nlargest

from briefing.document import Document, Line, Run, change_lines, lines_of, plain, split_gaps
from briefing.figures import Phrasebook, Reference, references
from briefing.findings import Finding, Severity, dotted
from briefing.report import Report, report_texts

_ENOUGH = 0.25
"""How much of a text must be found again; half of it in one piece is enough."""

_PLACED = 200
"""How many places of the input are looked for; findings at further ones stand at the title."""

_COMPARED, _READ = 5, 300
"""How many lines are compared with a text word by word, and how many words of each."""


def annotate(
    document: Document,
    findings: Iterable[Finding],
    report: Report,
    fill: Callable[[str], str],
    language: str,
) -> Document:
    """Return the draft with a note for every finding that stops or warns.

    A note stands at the gap, the text or the figure that it is about; one without a place in the
    document stands at its title.
    """
    open_findings = [f for f in findings if f.severity is not Severity.INFO]
    lines = _Lines(lines_of(document))
    texts = {dotted(path): fill(text) for path, text in report_texts(report)}
    places: dict[int, list[int]] = {}
    title = document.content.kind or lines.first
    naming = _naming(report, texts)
    known: dict[str, Line | None] = {}
    for number, finding in enumerate(open_findings):
        if finding.path not in known and len(known) < _PLACED:
            known[finding.path] = _place(finding.path, lines, texts, naming, report)
        line = known.get(finding.path) or title
        places.setdefault(id(line), []).append(number)
    words = tuple(f"{f.message(language)} → {f.remedy(language)}" for f in open_findings)
    noted = change_lines(document, lambda line: _noted(line, places.pop(id(line), [])))
    return replace(noted, notes=words)


def _noted(line: Line, numbers: list[int]) -> Line:
    return line + tuple(Run("", note=number) for number in numbers)


def _place(
    path: str, lines: _Lines, texts: dict[str, str], naming: dict[str, str], report: Report
) -> Line | None:
    """Return the line that a finding at a path of the input is about."""
    if path in lines.gaps:
        return lines.gaps[path]
    wanted = texts.get(path) or _spoken_of(path, naming, report)
    return lines.most_like(_words(wanted)) if wanted else None


class _Lines:
    """The lines of a document, to be found again by what they say."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._said = [_words(plain(line)) for line in lines]
        self._sets = [frozenset(said) for said in self._said]
        self._whole = [f" {' '.join(said)} " for said in self._said]
        self.gaps = {run.gap: line for line in reversed(lines) for run in line if run.gap}

    @property
    def first(self) -> Line:
        """The first line of all."""
        return self._lines[0]

    def most_like(self, words: list[str]) -> Line | None:
        """Return the line that says some words, else the one that has most of them in one piece."""
        if not words:
            return None
        whole = f" {' '.join(words)} "
        for line, said in zip(self._lines, self._whole, strict=True):
            if whole in said:
                return line
        # Abbreviations were introduced or spelled out.
        wanted = set(words)
        shared = ((len(wanted & said), -number) for number, said in enumerate(self._sets))
        nearest = nlargest(_COMPARED, (pair for pair in shared if pair[0] >= len(wanted) / 2))
        alike = [(_alike(words, self._said[-number]), number) for _, number in nearest]
        best, number = max(alike, default=(0.0, 0))
        return self._lines[-number] if best >= _ENOUGH else None


def _spoken_of(path: str, naming: dict[str, str], report: Report) -> str | None:
    """Return the text that a finding on a person or a figure is about."""
    head, _, rest = path.partition(".")
    name = rest.partition(".")[0]
    if head == "people" and name in report.people:
        return report.people[name].name
    if head != "figures" or not name:
        return None
    if name in naming:
        return naming[name]
    book = Phrasebook(report)
    return book.phrase(Reference(name, "quantity", 0)) or book.phrase(Reference(name, "", 0))


def _naming(report: Report, texts: dict[str, str]) -> dict[str, str]:
    """Return the first text that names each figure, as it is printed."""
    naming: dict[str, str] = {}
    for path, text in report_texts(report):
        for reference in references(text):
            naming.setdefault(reference.name, texts[dotted(path)])
    return naming


def _words(text: str) -> list[str]:
    said = "".join(piece for piece, _ in split_gaps(text)).casefold()
    return [word for word in (word.strip(" .,;:()") for word in said.split()) if word]


def _alike(wanted: list[str], said: list[str]) -> float:
    """Return how much of a text another has in few long pieces, from 0 to 1."""
    wanted, said = wanted[:_READ], said[:_READ]
    blocks = SequenceMatcher(None, wanted, said, autojunk=False).get_matching_blocks()
    return sum(block.size**2 for block in blocks) / len(wanted) ** 2
