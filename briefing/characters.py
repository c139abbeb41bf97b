"""Which characters print nothing, so that no text is other than what a person sees of it."""

from __future__ import annotations

import re

# Unicode 16, DerivedCoreProperties.txt and UnicodeData.txt: every character that is ignored where
# it has no picture (Default_Ignorable_Code_Point), formats (Cf) and controls (Cc) but for tabs and
# line ends, surrogates, noncharacters. Beside them what is a blank to the eye and a letter or a
# sign to a program: Hangul fillers, the empty Braille cell, the place of a lost object.
_SPANS = (
    *("\x00-\x08", "\x0e-\x1f", "\x7f-\x84", "\x86-\x9f", "\u00ad", "\u034f", "\u0600-\u0605"),
    *("\u061c", "\u06dd", "\u070f", "\u0890\u0891", "\u08e2", "\u115f\u1160", "\u17b4\u17b5"),
    *("\u180b-\u180f", "\u200b-\u200f", "\u202a-\u202e", "\u2060-\u206f", "\u2800", "\u3164"),
    *("\ud800-\udfff", "\ufdd0-\ufdef", "\ufe00-\ufe0f", "\ufeff", "\uffa0", "\ufff0-\ufffc"),
    *("\ufffe\uffff", "\U000110bd", "\U000110cd", "\U00013430-\U0001343f"),
    *("\U0001bca0-\U0001bca3", "\U0001d173-\U0001d17a", "\U000e0000-\U000e0fff"),
    *(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)),
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"

HIDDEN = re.compile(f"[{''.join(_SPANS)}]")
"""A character that prints nothing."""

_UNSEEN = re.compile(f"[{''.join(_SPANS)}\n\x0b\x0c\r\x85\u2028\u2029]")

UNFIT = re.compile(f"[{''.join(_SPANS)}{_PRIVATE}]")
"""A character that no document may hold: it prints nothing, or what a font makes of it."""


def code(character: str) -> str:
    """Return how a character is called where it cannot be seen: ``U+200E``."""
    return f"U+{ord(character):04X}"


def codes(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return the characters of a text that a pattern knows, each once, by their codes."""
    return [code(character) for character in sorted(set(pattern.findall(text)))]


def visible(text: str) -> str:
    """Return a text as one line in which what would print nothing shows as ``<U+200E>``."""
    return _UNSEEN.sub(lambda found: f"<{code(found[0])}>", text)


__all__ = ["HIDDEN", "UNFIT", "code", "codes", "visible"]
