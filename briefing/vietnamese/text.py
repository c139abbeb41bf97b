"""Plain text as it comes from keyboards, Word and web pages, made fit for a document."""

from __future__ import annotations

import re
import unicodedata

from briefing.characters import HIDDEN, UNFIT, codes
from briefing.patterns import Pattern

# Blanks of other widths are blanks; those that keep words together stay glue.
_SPACE = Pattern("[ \t\n\r\x0b\x0c\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+")
_GLUE = Pattern("[\u2007\u202f]")
# Of what Python calls printable: what stands for no sign of Latin writing.
_ODD = re.compile("[^ -~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u20ab\u2212]")

_LATIN_MARKS = Pattern("[\u0300-\u034e\u0350-\u036f]+")


def forbidden_characters(text: str) -> list[str]:
    """Return the control, invisible and private characters of a text, each once, as ``U+0007``."""
    return [] if _is_plain(text) else codes(UNFIT, text)


def clean(text: str) -> str:
    """Return text in NFC, without control, invisible or private characters, blanks folded to one.

    TCVN 6909:2001 knows the precomposed letters only. A no-break space is kept: it is glue.
    """
    if not _is_plain(text):
        text = _GLUE.sub("\u00a0", _SPACE.sub(" ", UNFIT.sub("", text)))
    elif "  " in text:
        text = _SPACE.sub(" ", text)
    return unicodedata.normalize("NFC", text).strip()


def _is_plain(text: str) -> bool:
    """Say whether a text has nothing but what Vietnamese is printed with, seen at one go."""
    return text.isprintable() and (text.isascii() or _ODD.search(text) is None)


def readable(text: str) -> str:
    """Return a line of a finished text as a reader sees it: composed, nothing hidden in it."""
    return unicodedata.normalize("NFC", HIDDEN.sub("", text))


def without_marks(text: str) -> str:
    """Return text in plain Latin letters: ``đặc khu`` as ``dac khu``."""
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    plain = _LATIN_MARKS.sub("", apart)
    if plain.isascii():
        return plain
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def upper_first(text: str) -> str:
    """Return text with its first character in capitals and the rest untouched."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return text with a small first letter, unless its first word is an abbreviation."""
    second = text[1:2]
    return text if second.isupper() or second == "." else text[:1].lower() + text[1:]


_END = (".", "!", "?", "…", ":", ";")
_END_IN_QUOTES = (".", "!", "?", "…")


def _ends(text: str) -> bool:
    """Say whether a text has its last stop, be it within the quotes at its end."""
    return text.endswith(_END) or text.rstrip('”»"').endswith(_END_IN_QUOTES)


def sentence(text: str) -> str:
    """Return text as a sentence: a capital first and a full stop unless it ends already."""
    if text[-1:] == "." and text[0].isupper():
        return text  # as most texts are
    return stopped(upper_first(text))


def stopped(text: str) -> str:
    """Return text with a full stop at its end and its first letter untouched."""
    text = text.rstrip(" ,;")
    return text if not text or _ends(text) else text + "."


def clause(text: str, end: str = ";") -> str:
    """Return text as one clause of a list: a capital first, ``end`` for its own full stop.

    What ends already, with dots or within its quotes, gets no second stop: ``…/.``.
    """
    said = upper_first(text.rstrip(" .,;"))
    return said + (end.removeprefix(".") if _ends(said) else end)
