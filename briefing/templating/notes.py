"""Open findings as notes of a draft, each at the place that it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from briefing.document import Document, Line, Run, change_lines, plain
from briefing.figures import Phrasebook, Reference
from briefing.findings import Finding, Severity, dotted
from briefing.report import Report, report_texts

_ENOUGH = 40
"""How much of a text must be found again; abbreviations may have changed what follows."""


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
    lines: list[Line] = []
    change_lines(document, lambda line: lines.append(line) or line)  # type: ignore[func-returns-value]
    texts = {dotted(path): fill(text) for path, text in report_texts(report)}
    book, places = Phrasebook(report), dict[int, list[int]]()
    for number, finding in enumerate(open_findings):
        line = _place(finding, lines, texts, book) or document.content.kind or lines[0]
        places.setdefault(id(line), []).append(number)
    words = tuple(f"{f.message(language)} → {f.remedy(language)}" for f in open_findings)
    noted = change_lines(document, lambda line: _noted(line, places.pop(id(line), [])))
    return replace(noted, notes=words)


def _noted(line: Line, numbers: list[int]) -> Line:
    return line + tuple(Run("", note=number) for number in numbers)


def _place(
    finding: Finding, lines: list[Line], texts: dict[str, str], book: Phrasebook
) -> Line | None:
    for line in lines:
        if finding.path and any(run.gap == finding.path for run in line):
            return line
    wanted = texts.get(finding.path) or _figure_phrase(finding.path, book)
    if not wanted:
        return None
    start = wanted.rstrip(" .,;")[:_ENOUGH].casefold()
    return next((line for line in lines if start in plain(line).casefold()), None)


def _figure_phrase(path: str, book: Phrasebook) -> str | None:
    head, _, rest = path.partition(".")
    name = rest.partition(".")[0]
    if head != "figures" or not name:
        return None
    return book.phrase(Reference(name, "quantity", 0)) or book.phrase(Reference(name, "", 0))
