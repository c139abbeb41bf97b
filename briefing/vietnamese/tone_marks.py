"""Where the tone mark of an open syllable in oa, oe, uy stands: hòa, ủy or hoà, uỷ."""

from __future__ import annotations

from typing import Literal

from briefing.patterns import Pattern

ToneMarks = Literal["old", "new"]
"""``old`` marks the first vowel (hòa, khỏe, ủy), ``new`` the second (hoà, khoẻ, uỷ)."""

_TONED = {
    "a": "àáảãạ",
    "e": "èéẻẽẹ",
    "o": "òóỏõọ",
    "u": "ùúủũụ",
    "y": "ỳýỷỹỵ",
}
_PAIRS = (("o", "a"), ("o", "e"), ("u", "y"))


def _spelt() -> dict[str, str]:
    """Return each pair with the mark on its first vowel, and the same with it on the second."""
    found: dict[str, str] = {}
    for first, second in _PAIRS:
        marks = zip(_TONED[first], _TONED[second], strict=True)
        for on_first, on_second in marks:
            old, new = on_first + second, first + on_second
            for case in (str.lower, str.upper, str.capitalize):
                found[case(old)] = case(new)
    return found


_NEW = _spelt()
_OLD = {new: old for old, new in _NEW.items()}
# "qu" is a consonant, whose u bears no mark; a final letter leaves one place for it (hoàng, khuỷu).
_PLACES = {
    "new": Pattern(rf"(?<![qQ])(?:{'|'.join(_NEW)})(?![^\W\d_])"),
    "old": Pattern(rf"(?<![qQ])(?:{'|'.join(_OLD)})(?![^\W\d_])"),
}


def marked_anew(word: str, style: ToneMarks) -> str:
    """Return a text in NFC with its tone marks in a style; its length stays."""
    other = _NEW if style == "new" else _OLD
    return _PLACES[style].sub(lambda found: other[found[0]], word)
