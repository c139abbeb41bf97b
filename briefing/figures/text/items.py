"""The numbers of a text with what stands around them: qualifier, unit, sign, slash."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefing.figures.text.lexicon import (
    LINE_NUMBER,
    MEASURES,
    NAMED,
    NAMED_UNIT,
    NOT_FIGURES,
    QUALIFIERS,
    STOP_WORDS,
    UNIT_PHRASES,
)

_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d])|\d+,\d+(?:,\d{3})+|\d+(?:,\d+)?"
_NUMBER = re.compile(
    rf"(?P<sign>(?<=[(\s])[+\-−])?(?<![\w.,]){'(?P<digits>' + _DIGITS + ')'}"
    r"(?P<dotted>\.\d{1,2}(?=\s?%))?(?P<percent>\s?%)?"
)
_UNIT = re.compile(r"\s?([^\W\d_][^\W_]*(?:\s+[^\W\d_]+){0,4})")
# "nhiều hơn", "ít hơn", "cao hơn" compare; their "hơn" qualifies nothing.
_QUALIFIER = re.compile(
    rf"(?<!nhiều )(?<!ít )(?<!cao )(?<!thấp )\b({'|'.join(QUALIFIERS)})\s+$", re.IGNORECASE
)
_DIGIT_RUN = re.compile(r"\d[\d.,/:-]*")
_NEAR = 24
# Digits and separators of the longest number that counts anything; the rest is a code.
_LONGEST = 24
_SLASH = re.compile(r"\s?/\s?(?=\d|(?:gần|hơn|trên|dưới|khoảng)\s+\d)")


@dataclass(frozen=True, slots=True)
class Item:
    """One number of a text; ``start`` takes in its qualifier, ``end`` its unit."""

    value: Decimal
    places: int
    percent: bool
    sign: str
    qualifier: str
    unit: str
    start: int
    number_end: int
    end: int
    slash: bool = False


def scan(text: str) -> list[Item]:
    """Return the numbers of a text that state something, in reading order."""
    hidden = _hidden(text)
    return [item for item in _items(text) if not _overlaps(item, hidden)]


def _hidden(text: str) -> list[tuple[int, int]]:
    """Return the spans of what looks like a figure and is none, looking only near digits."""
    found: list[tuple[int, int]] = []
    searched = 0
    for digits in _DIGIT_RUN.finditer(text):
        begin, end = max(0, digits.start() - _NEAR), digits.end() + _NEAR
        if digits.end() <= searched:
            continue
        for match in NOT_FIGURES.finditer(text, begin, min(end, len(text))):
            found.append(match.span())
            searched = max(searched, match.end())
    found += [match.span() for match in LINE_NUMBER.finditer(text)]
    return sorted(found)


def _overlaps(item: Item, spans: list[tuple[int, int]]) -> bool:
    position = bisect_right(spans, (item.number_end, 0))
    return any(end > item.start for _, end in spans[max(0, position - 2) : position])


def _items(text: str) -> Iterator[Item]:
    for match in _NUMBER.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        percent = match["percent"] is not None
        if len(match[0]) <= _LONGEST and (percent or not _names_something(text, match, before)):
            yield _item(text, match, before)


def _names_something(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a number is part of a name: phường 4, “2 liên”, F88."""
    follows = text[match.end() : match.end() + 1]
    if follows.isalnum() and not _attached_unit(text, match.end()):
        return True
    return before.endswith(("“", '"')) or NAMED.search(before) is not None


def _attached_unit(text: str, end: int) -> bool:
    """Whether letters joined to a number are a unit: ``61,475kg``, ``727,901m3``."""
    word = re.match(r"[^\W_]+", text[end:])
    return word is not None and (word[0] in MEASURES or word[0] == "đ")


def _item(text: str, match: re.Match[str], before: str) -> Item:
    percent = match["percent"] is not None
    qualified = _QUALIFIER.search(before)
    qualifier = qualified[1].lower() if qualified else ""
    start = match.start() - (len(before) - qualified.start()) if qualified else match.start()
    unit, end = ("%", match.end()) if percent else _unit(text, match.end())
    slash = _SLASH.match(text, end) is not None
    value, places = _value(match, unit)
    sign = "-" if match["sign"] in ("-", "−") else match["sign"] or ""
    return Item(value, places, percent, sign, qualifier, unit, start, match.end(), end, slash)


def _value(match: re.Match[str], unit: str) -> tuple[Decimal, int]:
    digits = match["digits"]
    if match["dotted"]:
        # 92.5% and 1,234.5%: a point before one or two digits divides, so nothing else does.
        whole = digits.replace(".", "").replace(",", "")
        return Decimal(whole + match["dotted"]), len(match["dotted"]) - 1
    whole, comma, decimals = digits.replace(".", "").partition(",")
    # 1,250,000 and "3,313 vụ": a comma between groups of three, where nothing can be divided.
    grouped = "," in decimals or (len(decimals) == 3 and _counted(unit))
    if comma and grouped:
        return Decimal(whole + decimals.replace(",", "")), 0
    return Decimal(f"{whole}.{decimals}" if comma else whole), len(decimals)


def _counted(unit: str) -> bool:
    return bool(unit) and unit.split()[0].lower() not in MEASURES


def _unit(text: str, position: int) -> tuple[str, int]:
    """Return the unit after a number and where it ends; ``""`` when none follows."""
    named = NAMED_UNIT.match(text, position)
    if named:
        return named[1], named.end()
    match = _UNIT.match(text, position)
    if match is None:
        return "", position
    words = match[1]
    # What counts things begins small; a capital begins a sentence or a name (CBCS is neither).
    if words[0].isupper():
        return "", position
    lowered = words.lower()
    for phrase in UNIT_PHRASES:
        if lowered.startswith(phrase) and not lowered[len(phrase) : len(phrase) + 1].isalnum():
            return phrase, match.start(1) + len(phrase)
    kept: list[str] = []
    for word in words.split()[:2]:
        if word.lower() in STOP_WORDS:
            break
        kept.append(word)
    unit = " ".join(kept)
    end = match.start(1) + (words.find(kept[-1]) + len(kept[-1]) if kept else 0)
    return unit, end if kept else position
