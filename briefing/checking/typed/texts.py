"""Every text that is printed, read as it is printed: typed numbers beside those of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.checking.register import over_reports
from briefing.checking.shared import (
    digits_of,
    digits_of_texts,
    phrases_of,
    said_in,
    texts_with,
)
from briefing.checking.typed.contradictions import (
    CRITERIA,
    MOST,
    TOO_MANY,
    Contradictions,
    may_claim,
    speaks_of_criteria,
)
from briefing.figures import references
from briefing.figures.filling import Filled
from briefing.figures.naming import MAX_GROWN
from briefing.figures.periods import REFERENCE, WORDED
from briefing.findings import FieldPath, Finding, dotted
from briefing.report import Report, report_texts

_DIGIT = re.compile(r"[0-9]")


@over_reports
def typed_numbers(report: Report) -> Iterator[Finding]:
    """Yield what the numbers of a printed text say against each other."""
    contradictions, grown, found = Contradictions(report), 0, 0
    for path, said, claims in _printed(report):
        grown += len(said.text)
        # Where names make the texts too long to print, the document is refused for that.
        if grown > 2 * MAX_GROWN:
            return
        if not claims:
            continue
        for _, finding in contradictions.in_text(said, dotted(path), report.origin(*path)):
            yield finding
            found += 1
            if found == MOST:
                yield TOO_MANY.found(report.origin(*path), dotted(path), {"most": MOST})
                return


def _printed(report: Report) -> Iterator[tuple[FieldPath, Filled, bool]]:
    """Yield the texts of a report as they are printed, the words of its figures among them.

    Each with whether its numbers could contradict each other; most that are typed could not.
    """
    phrases = phrases_of(report)
    for path, text in _worth_reading(report):
        if path[0] == "figures":
            continue
        if "{" not in text and "}" not in text:
            # As it is written, so that most texts need be looked at but once.
            if may_claim(text):
                yield path, Filled(text), True
        elif _may_be_news(text):
            said = said_in(report, text)
            yield path, said, may_claim(said.text)
    words = [
        (("figures", name, key), text)
        for name, figure in phrases.book.figures.items()
        for key in WORDED
        if (text := getattr(figure, key))
    ]
    typed = digits_of([text for _, text in words])
    for (path, text), digits in zip(words, typed, strict=True):
        yield (
            path,
            Filled(text),
            (digits not in text and may_claim(text)) or speaks_of_criteria(text),
        )


def _worth_reading(report: Report) -> Sequence[tuple[FieldPath, str]]:
    """Return the texts that name something, that type several numbers or speak of criteria."""
    # Where all digits of a text stand together, there are no two numbers in it.
    others = {path for path, _ in texts_with(report, "{", "}", *CRITERIA)}
    texts = zip(report_texts(report), digits_of_texts(report), strict=True)
    return [one for one, digits in texts if digits not in one[1] or one[0] in others]


def _may_be_news(text: str) -> bool:
    """Say whether a text types a number or brings two figures together.

    What one figure says by itself is told where it is declared.
    """
    typed = REFERENCE.sub("", text) if "{" in text else text
    if _DIGIT.search(typed) or speaks_of_criteria(typed):
        return True
    return typed != text and len({reference.name for reference in references(text)}) > 1
