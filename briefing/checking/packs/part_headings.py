"""Headings of packs that give a part of the year to what was done in all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.checking.packs.placed import content_below, content_of
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.whole import PrintedPart
from briefing.checking.printed.whose_words import (
    is_headed_by_input,
    packs_word_a_year,
    place_of_wording,
)
from briefing.checking.register import over_documents
from briefing.findings import Finding, LooksAt, Origin, rule
from briefing.patterns import Pattern
from briefing.vietnamese import PART_OF_YEAR

OTHER_PART = rule("template/heading-of-part", looks_at=LooksAt.DOCUMENT)

_NAMES_PART = Pattern(rf"(?<!\w)(?:{PART_OF_YEAR})(?!\w)", re.IGNORECASE)
_OF_PART = Pattern(
    r"(?:đánh giá )?(?:các )?(?:kết quả|tình hình)"
    r"(?: thực hiện| công tác| các| mặt| nhiệm vụ| đạt được| đã| nổi bật| chủ yếu| trong)* "
    rf"(?P<part>{PART_OF_YEAR})",
    re.IGNORECASE,
)
"""Wordings of a heading that say of nothing but a part of a year what was done."""


@over_documents
def parts_of_years_in_headings(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield a heading that gives all results of a year to a part of it.

    Where headings tell of several parts, each has its own.
    """
    report, parts = printed.report, printed.whole.main
    if not packs_word_a_year(report):
        return
    naming = [at for at, part in enumerate(parts) if _NAMES_PART.search(part.title)]
    results = _results(content_of(line for part in parts for line in part.lines))
    if len(naming) != 1 or not results:
        return
    at = naming[0]
    words = _part_told(parts[at], report.period.year)
    if words and _results(content_below(parts, at)) == results:
        values = {"heading": parts[at].title, "words": words, "period": report.period.name}
        yield OTHER_PART.found(_place(printed, parts[at], words), values=values)


def _results(facts: Iterable[str]) -> set[str]:
    return {path for path in facts if path.startswith("results")}


def _part_told(part: PrintedPart, year: int) -> str:
    """Return the part of a year that a heading of the pack is about, empty if of none alone."""
    if is_headed_by_input(part):
        return ""
    text = re.sub(rf"(?: năm |/){year}$", "", part.title, flags=re.IGNORECASE)
    # "6 tháng đầu năm 2024" keeps the word that its part ends with.
    match = _OF_PART.fullmatch(re.sub(r"(đầu|cuối)$", r"\1 năm", text))
    return match["part"] if match else ""


def _place(printed: PrintedFacts, part: PrintedPart, words: str) -> Origin | None:
    """Return where a pack words a heading, in its own file or in a template."""
    for name, text in printed.report.choices.wording.headings.items():
        place = place_of_wording(printed.report, ("headings", name))
        if place and words.partition(" năm")[0] in text:
            return place
    return printed.place_in_pack([part.title])
