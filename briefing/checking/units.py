"""Names of communes, districts and provinces in a text, and which of them are an issuer's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.report import Issuer
from briefing.values import record

COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")
DISTRICTS = ("huyện", "quận", "thị xã")
PROVINCES = ("tỉnh", "thành phố")

_UNIT_WORDS = "|".join((*PROVINCES, *DISTRICTS, *COMMUNES))
_NO_UNIT = r"(?!hội\b|ủy\b|uỷ\b|đoàn\b|đội\b)"
# "xã hội", "tỉnh ủy"; and "thị xã Kỳ Anh" is no commune.
_UNIT = re.compile(
    rf"(?<!\w)(?<!thị )({_UNIT_WORDS})\s+{_NO_UNIT}(?=\w)",
    re.IGNORECASE,
)
_WORD = re.compile(rf"(?<!\w)(?<!thị )({_UNIT_WORDS})(?!\w)(?!\s+(?:hội|ủy|uỷ|đoàn|đội)\b)")
_SYLLABLE = re.compile(r"\s*[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OF_THE_PAST = re.compile(r"\s*(?:\(?cũ\b|\(?trước)")
_LONGEST = 4
_IN_FULL = {"ubnd ": "ủy ban nhân dân ", "hđnd ": "hội đồng nhân dân "}
_MOSTLY = 0.7
"""From which share of capitals on a line is set in them, so that they tell of no name."""


@record
class UnitName:
    """The name of a unit in a text: where it stands, the word for what it is, all of its words."""

    start: int
    end: int
    word: str
    words: str


def units_in(text: str) -> Iterator[UnitName]:
    """Yield the units that a sentence names; a name has two syllables or more, all with capitals.

    Shorter ones are too often no names: "xã An toàn khu", "phường Văn minh".
    """
    found = [*_UNIT.finditer(text)]
    for match in found if found and not _in_capitals(text) else ():
        end, count = match.end(), 0
        while count < _LONGEST and (syllable := _SYLLABLE.match(text, end)):
            if not syllable[0].lstrip()[:1].isupper():
                break
            end, count = syllable.end(), count + 1
        if count > 1 and not _OF_THE_PAST.match(text, end):
            word = " ".join(match[1].casefold().split())
            yield UnitName(match.start(), end, word, " ".join(text[match.start() : end].split()))


def foreign_units(text: str, issuer: Issuer, *, near: bool = False) -> Iterator[UnitName]:
    """Yield the units of a text that are none of the issuer's own, as far as these are known.

    A unit speaks of those below it in its own right, so that only those of its own level and above
    are looked at; where ``near`` ones do not matter, provinces alone.
    """
    words = judged_words(issuer)
    if near:
        words = tuple(word for word in words if word in PROVINCES)
    own = _own(issuer)
    for unit in units_in(text) if words else ():
        if unit.word in words and not any(begins(plain_words(text[unit.start :]), o) for o in own):
            yield unit


def foreign_in_frame(text: str, issuer: Issuer) -> str | None:
    """Return the words of a line of a letterhead from a foreign unit's name on, if it has one."""
    words, own = judged_words(issuer), _own(issuer)
    for match in _UNIT.finditer(text):
        named = plain_words(text[match.start() :])
        if plain_words(match[1]) not in words or not text[match.end()].isupper():
            continue
        if not any(begins(named, unit) for unit in own):
            return " ".join(text[match.start() :].split())
    return None


def _own(issuer: Issuer) -> list[str]:
    return [plain_words(name) for name in (issuer.unit_name, issuer.under) if name]


def judged_words(issuer: Issuer) -> tuple[str, ...]:
    """Return the words for units of which an issuer's own is known, with those above it."""
    return _judged(issuer.unit_name, issuer.under)


@lru_cache(maxsize=1000)
def _judged(name: str | None, under: str | None) -> tuple[str, ...]:
    word, above = unit_word(name), unit_word(under)
    if word in COMMUNES:
        return (*COMMUNES, *_above(above))
    if word in DISTRICTS:
        return (*DISTRICTS, *_above(above))
    return (word,) if word else ()


def _above(word: str) -> tuple[str, ...]:
    """Return the words for provinces, as far as one's own is known by the word for the unit above.

    That of a district, or of a city that lies in one, is known by no name.
    """
    return PROVINCES if word == "tỉnh" else (word,) if word in PROVINCES else ()


def unit_word(name: str | None) -> str:
    """Return the word for what a unit is, empty when its name does not say."""
    own = plain_words(name or "")
    words = (*PROVINCES, *DISTRICTS, *COMMUNES)
    return next((word for word in words if own.startswith(f"{word} ")), "")


def unit_words_in(text: str) -> list[str]:
    """Return the words for units that a text has, named or not."""
    return _WORD.findall(plain_words(text))


def begins(text: str, unit: str) -> bool:
    """Say whether a text begins with the name of a unit, and no longer one."""
    behind = text[len(unit) : len(unit) + 1]
    return text.startswith(unit) and not (behind.isalnum() or behind == "_")


# The same names, headings and lines are looked at by many rules.
@lru_cache(maxsize=4096)
def plain_words(text: str) -> str:
    """Return words in small letters, spelt in one way, with one blank between them."""
    return " ".join(text.casefold().replace("uỷ", "ủy").split())


def in_full(name: str) -> str:
    """Return the name of a body in plain words, what is written in letters in full."""
    plain = plain_words(name).strip(" ;.")
    for short, whole in _IN_FULL.items():
        if plain.startswith(short):
            return whole + plain.removeprefix(short)
    return plain


def _in_capitals(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return sum(map(str.isupper, letters)) > _MOSTLY * len(letters)
