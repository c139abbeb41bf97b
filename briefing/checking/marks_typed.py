"""Dashes, numbers and stops typed in texts beside which the program writes them itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.register import over_documents, over_reports
from briefing.findings import Finding, Rule, Severity, dotted, rule
from briefing.report import Report, placed_sections
from briefing.vietnamese import typed_ordinal

_SOURCE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9"
MARK = rule("text/typed-mark", Severity.WARNING)
STOP = rule("text/typed-stop", Severity.WARNING)
ARCHIVE = rule("recipients/archive-typed", Severity.WARNING, source=_SOURCE)

_BEFORE = re.compile(r"(?:[-–—+•▪]|\d{1,2}[.)]|[A-Za-zĐđ]\))(?=\s+\S)")
_BEHIND = re.compile(r"(?<!v\.v)(?<!\.\.)[;.]$")
_STOPS = (";", ".")
_ARCHIVE = re.compile(r"[-–]?\s*lưu\s*:", re.IGNORECASE)
_SHOWN = 60


@over_documents
def typed_marks(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield texts that bring a mark or a stop of their own, which stands there twice."""
    told = set()
    for line in printed.lines:
        if not line.facts:
            continue
        # A footnote stands in its line as well, and ends itself.
        noted = {end for _, end, path in line.facts if path.startswith("footnotes")}
        begun = set()
        for start, end, path in line.facts:
            broken, mark = _twice(line, start, end)
            # A text may be stated in pieces, of which the first one has its beginning.
            later = path in begun
            begun.add(path)
            if broken is None or path in told or end in noted or (later and broken is MARK):
                continue
            told.add(path)
            own = line.text[start:] if broken is MARK else line.text[start:end]
            values = {"text": own.strip()[:_SHOWN], "mark": mark}
            steps = [int(at) if at.isdigit() else at for at in re.findall(r"[^.\[\]]+", path)]
            yield broken.found(printed.report.origin(*steps), path, values)


def _twice(line: PrintedLine, start: int, end: int) -> tuple[Rule | None, str]:
    """Return the rule on a text of a line that the program marks too, and what is typed."""
    own = line.text[start:end]
    if line.of_frame and start == 0 and _ARCHIVE.match(own):
        return ARCHIVE, own
    # A mark may stand before the text that states the fact.
    marked = _BEFORE.match(line.text) if line.marked and start <= 1 else None
    found = marked or (_BEFORE.match(own) if start > 0 else None)
    if found and (start > 1 or line.marked):
        return MARK, found[0]
    stop = _BEHIND.search(own) if line.text[end : end + 1] in _STOPS else None
    return (STOP, stop[0]) if stop else (None, "")


@over_reports
def typed_ordinals(report: Report) -> Iterator[Finding]:
    """Yield points that begin with ``Một là,`` where the program numbers them in such words.

    Behind a dash the words stand once.
    """
    for section, path, _ in placed_sections(report):
        if not typed_ordinal(section.mark):
            continue
        for at, point in enumerate(section.points):
            if ordinal := typed_ordinal(point.text):
                here = (*path, "points", at, "text")
                values = {"text": point.text[:_SHOWN], "mark": ordinal}
                yield MARK.found(report.origin(*here), dotted(here), values)
