"""Footnotes of a document: words that stand under the page, numbered in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.document.lines import change_lines, lines_of
from briefing.document.model import Document, Line, Run


def numbered_footnotes(document: Document) -> Document:
    """Return a document whose footnotes bear their numbers, in reading order from 1."""
    count = 0

    def numbered(line: Line) -> Line:
        nonlocal count
        runs = []
        for run in line:
            if run.footnote:
                count += 1
                run = replace(run, footnote=count)
            runs.append(run)
        return tuple(runs)

    # Most documents have none.
    return change_lines(document, numbered) if footnotes_of(lines_of(document)) else document


def footnotes_of(lines: Iterable[Line]) -> list[Run]:
    """Return the footnotes of lines in their order."""
    return [run for line in lines for run in line if run.footnote]
