"""Sentences that the words of a template turn round or spell otherwise than the input."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.packs.placed import CONTENT, cut, shape_of
from briefing.checking.printed.kept import Beneath, stretches_of
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.outermost_keys import outermost
from briefing.checking.printed.whole import PrintedWhole
from briefing.checking.register import over_documents
from briefing.findings import Finding, LooksAt, Severity, rule
from briefing.patterns import Pattern

TURNED = rule("template/turned-fact", looks_at=LooksAt.DOCUMENT)
SMALL_LETTERS = rule("template/small-letters", Severity.WARNING, looks_at=LooksAt.DOCUMENT)

_TURNS = Pattern(
    r"(?<!\w)(chưa|không|chẳng|dự kiến|phấn đấu|sẽ|đề nghị không|ước)(?: được| có| phải| sẽ)?\s*$",
    re.IGNORECASE,
)
_TURNS_BEHIND = Pattern(
    r"\s*[(,–-]*\s*((?:là )?không đúng|(?:dự kiến|ước|tạm tính|chưa kiểm chứng|chưa chính thức|"
    r"chưa đạt|chưa hoàn thành|chưa thực hiện|không thực hiện|đã hủy|bị hủy)(?=\s*(?:[.,;:)]|$)))",
    re.IGNORECASE,
)
_BOTH_WAYS = Pattern(r"(?<!\w)(tăng|giảm) (?:tăng|giảm)\s*$", re.IGNORECASE)
_SENTENCE = 12
"""From how many letters on a fact is a sentence, and not the name of something."""


@over_documents
def turned_by_templates(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield sentences of the input beside which a template types that it is not, or will be, so."""
    if printed.beneath is None:
        return
    usual = {(shape_of(path), word) for path, word, _ in _turned(printed.beneath.whole)}
    told: set[str] = set()
    for path, word, text in _turned(printed.whole):
        shape = shape_of(path)
        if (shape, word) in usual or shape in told:
            continue
        told.add(shape)
        values = {"path": path, "word": word, "fact": cut(text)}
        yield TURNED.found(printed.beneath.read_at(shape), path, values)


def _turned(whole: PrintedWhole) -> Iterator[tuple[str, str, str]]:
    for line in whole.running:
        end = 0
        for start, stop, path in line.facts:
            word = _TURNS.search(line.text, end, start) if start >= end else None
            is_said = outermost(path) in CONTENT
            word = word or _TURNS_BEHIND.match(line.text, stop)
            if word and is_said and stop - start >= _SENTENCE and start >= end:
                yield path, word[1].casefold(), line.text[start:stop]
            # What is worded as a change says itself which way it goes.
            both = _BOTH_WAYS.search(line.text, end, start) if path.startswith("figures.") else None
            if both:
                yield path, both[1].casefold(), line.text[both.start() : stop]
            end = max(end, stop)


@over_documents
def names_in_small_letters(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield a warning for facts of which a template makes capitals small: lower, capitalize."""
    if printed.beneath is None:
        return
    here = stretches_of(line for line in printed.lines if not line.of_frame)
    usual = stretches_of(printed.beneath.lines)
    for path, texts in here.items():
        known = {text for text, _ in usual.get(path, ())}
        for text, _ in texts:
            if text not in known and (other := _in_capitals(printed.beneath, path, text, known)):
                values = {"path": path, "printed": cut(text), "fact": cut(other)}
                place = printed.beneath.read_at(shape_of(path))
                yield SMALL_LETTERS.found(place, path, values)
                break


def _in_capitals(beneath: Beneath, path: str, text: str, known: set[str]) -> str | None:
    """Return the fact that a text spells in smaller letters behind its first word."""
    given = [*known, *beneath.offered().get(path, ())]
    if any(_bears(text, other) for other in given):
        return None
    return next((other for other in given if _is_smaller(text, other)), None)


def _bears(text: str, other: str) -> bool:
    """Say whether a text is another one but for its first letter."""
    return text[1:] == other[1:] and text[:1].casefold() == other[:1].casefold()


def _is_smaller(text: str, other: str) -> bool:
    if len(text) != len(other) or text.casefold() != other.casefold():
        return False
    return any(a.islower() and b.isupper() for a, b in zip(text[1:], other[1:], strict=True))
