"""Dashes, numbers and stops typed in items and recipients, which the program writes itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.lines import PrintedLine
from briefing.checking.printed import Printed
from briefing.checking.register import over_documents
from briefing.findings import Finding, Severity, rule

_SOURCE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9"
ITEM = rule("text/typed-mark", Severity.WARNING)
RECIPIENT = rule("recipients/typed-mark", Severity.WARNING, source=_SOURCE)
ARCHIVE = rule("recipients/archive-typed", Severity.WARNING, source=_SOURCE)

_BEFORE = re.compile(r"(?:[-–—+•▪]|\d{1,2}[.)]|[A-Za-zĐđ]\))(?=\s+\S)")
_BEHIND = re.compile(r"([;.])[;.]$")
"""A stop before the one that the program writes."""
_ARCHIVE = re.compile(r"[-–]?\s*lưu\s*:", re.IGNORECASE)
_SHOWN = 60


@over_documents
def typed_marks(printed: Printed) -> Iterator[Finding]:
    """Yield items and recipients that bring a mark of their own, which would stand there twice."""
    told = set()
    for line in printed.lines:
        mark = _mark(line)
        path = _first(line, 0 if _ARCHIVE.match(line.text) else len(mark))
        if not mark or path is None or path in told:
            continue
        told.add(path)
        broken = RECIPIENT if line.of_frame else ITEM
        if line.of_frame and _ARCHIVE.match(line.text):
            broken = ARCHIVE
        own = line.text[:-1] if line.of_frame else line.text
        values = {"text": own[:_SHOWN], "mark": mark}
        steps = [int(at) if at.isdigit() else at for at in re.findall(r"[^.\[\]]+", path)]
        yield broken.found(printed.report.origin(*steps), path, values)


def _mark(line: PrintedLine) -> str:
    """Return the mark that is typed before an item, or before or behind a recipient."""
    if not line.marked:
        return ""
    if line.of_frame and _ARCHIVE.match(line.text):
        return line.text
    found = _BEFORE.match(line.text)
    if found:
        return found[0]
    behind = _BEHIND.search(line.text) if line.of_frame else None
    return behind[1] if behind else ""


def _first(line: PrintedLine, within: int) -> str | None:
    """Return the path of the text that a line begins with; a mark may stand apart from it."""
    return next((path for start, _, path in line.facts if start <= within), None)
