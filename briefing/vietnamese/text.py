"""Plain text as it comes from keyboards, Word and web pages, made fit for a document."""

from __future__ import annotations

import re
import unicodedata

# Characters that XML 1.0 forbids, and the invisible ones that pasting brings along.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u202a-\u202e\u2066-\u2069]"
)
_SPACE = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")


def forbidden_characters(text: str) -> list[str]:
    """Return the control and invisible characters of a text, each once, as ``U+0007``."""
    return sorted({f"U+{ord(char):04X}" for char in _FORBIDDEN.findall(text)})


def clean(text: str) -> str:
    """Return text in NFC, without control or invisible characters, blanks folded to one.

    TCVN 6909:2001 knows the precomposed letters only. A no-break space is kept: it is glue.
    """
    text = _FORBIDDEN.sub("", text)
    return unicodedata.normalize("NFC", _SPACE.sub(" ", text)).strip()


def without_marks(text: str) -> str:
    """Return text in plain Latin letters: ``đặc khu`` as ``dac khu``."""
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def upper_first(text: str) -> str:
    """Return text with its first character in capitals and the rest untouched."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return text with a small first letter, unless its first word is an abbreviation."""
    second = text[1:2]
    return text if second.isupper() or second == "." else text[:1].lower() + text[1:]


_END = (".", "!", "?", "…", ":", ";")


def sentence(text: str) -> str:
    """Return text as a sentence: a capital first and a full stop unless it ends already."""
    return stopped(upper_first(text))


def stopped(text: str) -> str:
    """Return text with a full stop at its end and its first letter untouched."""
    text = text.rstrip(" ,;")
    return text if not text or text.endswith(_END) else text + "."


def clause(text: str, end: str = ";") -> str:
    """Return text as one clause of a list: a capital first, ``end`` for its own full stop."""
    return upper_first(text.rstrip(" .,;")) + end
