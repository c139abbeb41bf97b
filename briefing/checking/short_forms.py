"""Short forms that are none: what stands for them would change what was checked.

Short forms are put in place in the finished document, wherever they are met, and may come from a
pack; so one that is a number or an ordinary word would say something else than the input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.register import over_reports
from briefing.findings import Finding, Severity, dotted, rule
from briefing.patterns import Pattern
from briefing.report import Report
from briefing.vietnamese import without_marks

NUMBER = rule("abbreviations/number")
PLAIN_WORD = rule("abbreviations/plain-word", Severity.WARNING)

_LETTER = re.compile(r"[^\W\d_]")
_SYLLABLE = Pattern(
    r"(?:b|c|ch|d|đ|gh?|gi|h|kh?|l|m|n|nh|ngh?|p|ph|qu|r|s|t|th|tr|v|x)?"
    r"[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?"
)


@over_reports
def odd_short_forms(report: Report) -> Iterator[Finding]:
    """Yield the short forms that are a number, and those that are ordinary words."""
    for short, facts in report.abbreviations.items():
        for shape in (short, *facts.variants):
            forms = [facts.long] if shape == short else [facts.long, short]
            broken = NUMBER if _loses_number(shape, forms) else None
            if broken is None and _is_words(shape) and not _names(shape, facts.long):
                broken = PLAIN_WORD
            if broken:
                path = ("abbreviations", short)
                values = {"shape": shape, "long": facts.long}
                yield broken.found(report.origin(*path), dotted(path), values)


def _loses_number(shape: str, forms: list[str]) -> bool:
    """Say whether a shape is a number or a sign, or has one that its other forms do not have."""
    numbers = [word for word in shape.split() if not _LETTER.search(word)]
    return not _LETTER.search(shape) or any(
        number not in form.split() for number in numbers for form in forms
    )


def _is_words(shape: str) -> bool:
    """Say whether a shape reads as ordinary Vietnamese words: ``tăng``, ``Ban Chỉ đạo``."""
    return all(
        word in (word.lower(), word.capitalize()) and _SYLLABLE.fullmatch(_bare(word))
        for word in shape.split()
    ) and not (len(shape) == 1 and shape.isupper())


def _bare(word: str) -> str:
    return without_marks(word.lower())


def _names(shape: str, long: str) -> bool:
    """Say whether words are a name cut short: ``Ban Chỉ đạo`` of ``Ban Chỉ đạo 138``."""
    return shape[0].isupper() and long.casefold().startswith(f"{shape.casefold()} ")
