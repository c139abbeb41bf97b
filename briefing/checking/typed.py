"""Numbers typed into the sentences of an input are read like any other text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.findings import Finding, dotted
from briefing.report import Report, report_texts

_NAMED = re.compile(r"\{[^{}]*\}")


def typed_numbers(report: Report) -> Iterator[Finding]:
    """Yield what typed numbers say against each other; named figures are checked by themselves."""
    for path, text in report_texts(report):
        if not _may_claim(text):
            continue
        from briefing.checking.statements import read_text  # few inputs have typed claims

        # A name is blanked letter by letter, so that nothing around it moves together.
        plain = _NAMED.sub(lambda match: "•" * len(match[0]), text)
        for reading in read_text([(plain, report.origin(*path))], dotted(path)):
            if reading.finding is not None:
                yield reading.finding


def _may_claim(text: str) -> bool:
    # Only rates, pairs and words of comparison can contradict anything.
    return "%" in text or "/" in text or "tiêu chí" in text or "không thay đổi" in text
