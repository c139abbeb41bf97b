"""Names in double braces: that is how templates write them; here they print a brace."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.figures import Phrasebook
from briefing.findings import Finding, Severity, dotted
from briefing.report import Report, report_texts

_DOUBLED = re.compile(r"(?<!\{)\{\{(\s*)([a-z][a-z0-9_]*(?:\.[a-z_]+)?)\s*\}\}(?!\})")


def doubled_braces(report: Report) -> Iterator[Finding]:
    """Yield names that would be printed in braces instead of what they stand for.

    Two braces print one. With blanks inside, as templates have them, a name was meant; without, it
    may be a brace that was.
    """
    names: set[str] | None = None
    for path, text in report_texts(report):
        for blank, name in _DOUBLED.findall(text) if "{{" in text else ():
            names = names or set(Phrasebook(report).names)
            if name.partition(".")[0] in names:
                severity = Severity.ERROR if blank else Severity.WARNING
                origin, values = report.origin(*path), {"name": name}
                yield Finding("text/doubled-brace", severity, origin, dotted(path), values)
