"""Which characters print nothing, so that no text is other than what a person sees of it."""

from __future__ import annotations

import re

from briefing.patterns import Pattern

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
_PRIVATE = ("\ue000-\uf8ff", "\U000f0000-\U000ffffd", "\U00100000-\U0010fffd")
_BEYOND = "\U00010000"


def _one_of(*spans: str) -> re.Pattern[str]:
    """Return what finds a character of some spans, each of one, two or more characters or ranges.

    Python looks a character of a set up at once where the set has none beyond the Basic
    Multilingual Plane, and goes through all of its ranges where it has: those stand apart.
    """
    near = "".join(span for span in spans if span < _BEYOND)
    far = "".join(span for span in spans if span >= _BEYOND)
    return Pattern(f"[{near}]|(?=[{_BEYOND}-\U0010ffff])[{far}]")


HIDDEN = _one_of(*_SPANS)
"""A character that prints nothing."""

_UNSEEN = _one_of(*_SPANS, "\n\x0b\x0c\r\x85\u2028\u2029")

UNFIT = _one_of(*_SPANS, *_PRIVATE)
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


_NOT_IN_JSON = _one_of("\x85\u2028\u2029", *_SPANS)
_NOT_IN_LINE = _one_of("\t\n\x0b\x0c\r\x85\u2028\u2029", *_SPANS)


def in_line(text: str) -> str:
    """Return a text, such as the name of a file, as it stands within a line of a message.

    What would print nothing, end the line or jump in it shows as ``<U+000A>``, and a byte that is
    no Unicode as ``<0xFF>``.
    """
    return _NOT_IN_LINE.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    number = ord(found[0])
    # How Python keeps the bytes of a name that no encoding knows.
    if 0xDC80 <= number <= 0xDCFF:
        return f"<0x{number - 0xDC00:02X}>"
    return f"<{code(found[0])}>"


def escaped_json(text: str) -> str:
    r"""Return JSON that reads the same and in which nothing is unseen: ``\u200e``.

    Of what ends a line JSON itself escapes only the common ones within a text.
    """
    return _NOT_IN_JSON.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    pairs = (units[at : at + 2].hex() for at in range(0, len(units), 2))
    return "".join(f"\\u{unit}" for unit in pairs)


__all__ = ["HIDDEN", "UNFIT", "code", "codes", "escaped_json", "in_line", "visible"]
