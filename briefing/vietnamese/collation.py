"""The order of Vietnamese words and names.

Words stand by the letters a, ă, â, b, c, d, đ, e, ê …; words of the same letters stand by tone:
none, huyền, hỏi, ngã, sắc, nặng. Lists of people go by the given name, which comes last.
"""

from __future__ import annotations

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACES = {letter: place for place, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

CollationKey = tuple[tuple[tuple[tuple[int, int], ...], tuple[int, ...]], ...]


def in_order(text: str) -> CollationKey:
    """Return what a text is sorted by, without regard to capitals."""
    return tuple(map(_word, unicodedata.normalize("NFD", text.lower()).split()))


def by_given_name(name: str) -> tuple[CollationKey, CollationKey]:
    """Return what a person's name is sorted by: the given name, then the names before it."""
    before, _, given = name.strip().rpartition(" ")
    return in_order(given), in_order(before)


def _word(word: str) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...]]:
    tones = tuple(_TONES[sign] for sign in word if sign in _TONES)
    bare = "".join(sign for sign in word if sign not in _TONES)
    letters = unicodedata.normalize("NFC", bare)
    return tuple(_place(letter) for letter in letters), tones


def _place(letter: str) -> tuple[int, int]:
    known = _PLACES.get(letter)
    return (0, ord(letter)) if known is None else (1, known)
