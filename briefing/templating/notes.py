"""Open findings as notes of a draft, each at the place that it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from briefing.document import Document, Line, Run, change_lines, lines_of, plain, split_gaps
from briefing.figures import Phrasebook, Reference, references
from briefing.findings import Finding, Severity, dotted
from briefing.report import Report, report_texts

_ENOUGH = 0.25
"""How much of a text must be found again; half of it in one piece is enough."""


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
    lines = lines_of(document)
    read = [_words(plain(line)) for line in lines]
    texts = {dotted(path): fill(text) for path, text in report_texts(report)}
    places: dict[int, list[int]] = {}
    for number, finding in enumerate(open_findings):
        line = _place(finding, lines, read, texts, report) or document.content.kind or lines[0]
        places.setdefault(id(line), []).append(number)
    words = tuple(f"{f.message(language)} → {f.remedy(language)}" for f in open_findings)
    noted = change_lines(document, lambda line: _noted(line, places.pop(id(line), [])))
    return replace(noted, notes=words)


def _noted(line: Line, numbers: list[int]) -> Line:
    return line + tuple(Run("", note=number) for number in numbers)


def _place(
    finding: Finding,
    lines: list[Line],
    read: list[list[str]],
    texts: dict[str, str],
    report: Report,
) -> Line | None:
    """Return the line that a finding is about; ``read`` are the words of each line."""
    for line in lines:
        if finding.path and any(run.gap == finding.path for run in line):
            return line
    wanted = texts.get(finding.path) or _spoken_of(finding.path, texts, report)
    if not wanted:
        return None
    words = _words(wanted)
    whole = " ".join(words)
    for line, said in zip(lines, read, strict=True):
        if f" {whole} " in f" {' '.join(said)} ":
            return line
    # Abbreviations were introduced or spelled out: the line that has most of it in one piece.
    alike, number = max((_alike(words, said), -number) for number, said in enumerate(read))
    return lines[-number] if alike >= _ENOUGH else None


def _spoken_of(path: str, texts: dict[str, str], report: Report) -> str | None:
    """Return the text that a finding on a person or a figure is about."""
    head, _, rest = path.partition(".")
    name = rest.partition(".")[0]
    if head == "people" and name in report.people:
        return report.people[name].name
    if head != "figures" or not name:
        return None
    for at, text in report_texts(report):
        if any(reference.name == name for reference in references(text)):
            return texts[dotted(at)]
    book = Phrasebook(report)
    return book.phrase(Reference(name, "quantity", 0)) or book.phrase(Reference(name, "", 0))


def _words(text: str) -> list[str]:
    said = "".join(piece for piece, _ in split_gaps(text)).casefold()
    return [word for word in (word.strip(" .,;:()") for word in said.split()) if word]


def _alike(wanted: list[str], said: list[str]) -> float:
    """Return how much of a text another has in few long pieces, from 0 to 1."""
    if len(set(wanted) & set(said)) < len(set(wanted)) / 2:
        return 0
    blocks = SequenceMatcher(None, wanted, said, autojunk=False).get_matching_blocks()
    return sum(block.size**2 for block in blocks) / len(wanted) ** 2
